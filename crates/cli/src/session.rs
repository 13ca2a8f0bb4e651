//! Opens the vault that a call asks for, with the surroundings of a real computer. Must not know the verbs.

use std::sync::Arc;
use std::thread::{self, JoinHandle};

use keepsake_embed::{Assets, Embedder, Model, Sessions};
use keepsake_seal::{Keychain, NoKeychain, Passphrase, RecoveryCode, SystemEntropy, SystemKeychain};
use keepsake_vault::{
    Code, Error, Home, Surroundings, Swept, SystemClock, UnlockSecret, Vault, finish_erasing,
};

use crate::arguments::Arguments;
use crate::failure::{FAILED, Failure};
use crate::output;
use crate::secrets;

/// Whether a call needs the meaning model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    NotNeeded,
    Needed(Sessions),
}

/// The folder that the call names.
pub(crate) fn home(arguments: &Arguments) -> Result<Home, Failure> {
    match &arguments.home {
        Some(folder) => Ok(Home::new(folder)),
        None => Ok(Home::platform_default()?),
    }
}

/// Opens the vault with the secret that the call names, else with the keychain. What is due by its own orders is done first: an
/// erase that was ordered, or erasing what has expired.
pub(crate) fn open(arguments: &Arguments, meaning: Meaning) -> Result<Vault, Failure> {
    let mut vault = open_as_it_is(arguments, meaning)?;
    if vault.is_due_for_erase()? {
        let erased = vault.carry_out_erase(&[])?;
        return Err(Failure {
            exit_code: FAILED,
            code: Code::NoVault.name(),
            message: format!(
                "the seven days were over, so the vault is erased as it was ordered, and {} backups with it",
                erased.backups_deleted
            ),
        });
    }
    // What has expired is hidden in any case: that it cannot be erased now must not stand in the way.
    if let Ok(Swept::Held(count)) = vault.sweep_expired()
        && !arguments.json
    {
        output::error_line(&format!(
            "keepsake: {count} memories have expired and are hidden, but the clock has jumped: `keepsake expiry confirm-clock` if it is right"
        ));
    }
    Ok(vault)
}

/// As [`open`], and nothing else is done.
pub(crate) fn open_as_it_is(arguments: &Arguments, meaning: Meaning) -> Result<Vault, Failure> {
    let home = home(arguments)?;
    finish_erasing(&home, &SystemKeychain, &[])?;
    home.expect_vault()?;
    let secret = unlock_secret(arguments)?;
    // The model loads while the passphrase is stretched.
    let model = load_model(meaning);
    let mut vault = Vault::open(home, &secret, surroundings(Arc::new(SystemKeychain)))?;
    if !arguments.json {
        for notice in vault.notices() {
            output::error_line(&format!(
                "keepsake: {notice} (`keepsake verify --accept-restored` if this is meant)"
            ));
        }
    }
    if let Some(model) = model.and_then(|thread| thread.join().ok()).flatten() {
        vault.set_embedder(model);
    }
    if let Meaning::Needed(sessions) = meaning {
        load_chosen(arguments, &mut vault, sessions);
    }
    Ok(vault)
}

/// Loads the model that the vault uses, if it is another than the one at hand. One that does not load is said, and is
/// no error: words still work.
pub(crate) fn load_chosen(arguments: &Arguments, vault: &mut Vault, sessions: Sessions) {
    let Ok(Some(chosen)) = vault.model_to_load() else { return };
    let loaded = Assets::locate().and_then(|assets| match (&chosen.folder, &chosen.fingerprint) {
        (Some(folder), fingerprint) => Model::load_folder(&assets, folder, fingerprint.as_ref(), sessions),
        (None, _) => Model::load(&assets, sessions),
    });
    match loaded {
        Ok(model) => {
            if chosen.folder.is_none() {
                // This Keepsake ships another model than the one that the vectors are from.
                let _ = vault.replace_bundled_model(model.info());
            }
            vault.set_embedder(Arc::new(model));
        }
        Err(error) if !arguments.json => {
            output::error_line(&format!(
                "keepsake: the meaning model {} was not loaded: {error}. `keepsake model use` with its folder, or with `bundled`, repairs it",
                chosen.id
            ));
        }
        Err(_) => {}
    }
}

/// What every vault of this program is surrounded by; the model comes later.
pub(crate) fn surroundings(keychain: Arc<dyn Keychain>) -> Surroundings {
    Surroundings { clock: Arc::new(SystemClock), entropy: Box::new(SystemEntropy), keychain, embedder: None }
}

/// No keychain at all, for a vault that must not have a key there.
pub(crate) fn no_keychain() -> Arc<dyn Keychain> {
    Arc::new(NoKeychain)
}

/// What the call gives to open a vault with.
pub(crate) fn unlock_secret(arguments: &Arguments) -> Result<UnlockSecret, Failure> {
    if let Some(path) = &arguments.passphrase_file {
        let passphrase = Passphrase::new(&secrets::read(path)?).map_err(Error::from)?;
        return Ok(UnlockSecret::Passphrase(passphrase));
    }
    if let Some(path) = &arguments.recovery_code_file {
        let code = RecoveryCode::parse(&secrets::read(path)?).map_err(Error::from)?;
        return Ok(UnlockSecret::RecoveryCode(code));
    }
    Ok(UnlockSecret::Keychain)
}

type ModelThread = JoinHandle<Option<Arc<dyn Embedder>>>;

/// A model that does not load is no error: words still work, and `status` says so.
fn load_model(meaning: Meaning) -> Option<ModelThread> {
    let Meaning::Needed(sessions) = meaning else { return None };
    Some(thread::spawn(move || {
        let model = Assets::locate().and_then(|assets| Model::load(&assets, sessions)).ok()?;
        Some(Arc::new(model) as Arc<dyn Embedder>)
    }))
}
