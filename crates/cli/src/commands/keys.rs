//! `keys`: what opens the vault, and new keys for it. Must not hold a key.

use std::path::Path;

use keepsake_seal::SlotKind;
use keepsake_vault::Vault;
use serde_json::json;

use crate::arguments::{Arguments, KeysCommand, RemovableWay, Switch};
use crate::failure::Failure;
use crate::output;
use crate::secrets;
use crate::session::{self, Meaning};

/// Carries out one call of `keys`.
pub(super) fn run(arguments: &Arguments, command: &KeysCommand) -> Result<(), Failure> {
    match command {
        KeysCommand::List => list(arguments, &session::open(arguments, Meaning::NotNeeded)?),
        KeysCommand::Remove { way } => {
            let kind = match way {
                RemovableWay::Keychain => SlotKind::Device,
                RemovableWay::Passphrase => SlotKind::Passphrase,
            };
            let mut vault = session::open(arguments, Meaning::NotNeeded)?;
            vault.remove_way_in(kind)?;
            list(arguments, &vault)?;
            say_old_copies(arguments);
            Ok(())
        }
        KeysCommand::Strict { switch, new_passphrase_file } => {
            strict(arguments, *switch, new_passphrase_file.as_deref())
        }
        KeysCommand::Renew { everything: false, .. } => new_epoch(arguments),
        KeysCommand::Renew { everything: true, new_passphrase_file } => {
            everything(arguments, new_passphrase_file.as_deref())
        }
    }
}

fn list(arguments: &Arguments, vault: &Vault) -> Result<(), Failure> {
    let ways = vault.status()?.ways_in;
    if arguments.json {
        output::json(&json!({ "ways_in": ways }));
        return Ok(());
    }
    for way in ways {
        output::line(match way {
            "keychain" => "the key in this computer's keychain",
            "passphrase" => "the passphrase",
            "passphrase_with_keychain" => "the passphrase and the key in this computer's keychain together",
            _ => "the recovery code",
        });
    }
    Ok(())
}

fn strict(arguments: &Arguments, switch: Switch, new_passphrase: Option<&Path>) -> Result<(), Failure> {
    let passphrase = new_passphrase.or(arguments.passphrase_file.as_deref()).ok_or_else(|| {
        Failure::wrong_use("this needs the passphrase to have from now on: --new-passphrase-file FILE")
    })?;
    let passphrase = secrets::read(passphrase)?;
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    match switch {
        Switch::On => vault.set_strict(&passphrase)?,
        Switch::Off => vault.leave_strict(&passphrase)?,
    }
    list(arguments, &vault)?;
    if switch == Switch::On {
        say_old_copies(arguments);
    }
    Ok(())
}

fn say_old_copies(arguments: &Arguments) {
    if !arguments.json {
        output::line(
            "A copy of keyslots.json from before still opens as it did: `keepsake keys renew --everything` ends that for what is kept from then on.",
        );
    }
}

fn new_epoch(arguments: &Arguments) -> Result<(), Failure> {
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    let new = vault.new_epoch()?;
    let renewed = vault.adopt_new_keys(new)?;
    if arguments.json {
        output::json(&json!(renewed));
    } else {
        output::line(
            "The database and every record have new keys: today's keys open no older copy of vault.db.",
        );
        output::line("An old copy of keyslots.json and vault.db together still opens with its old secret.");
    }
    Ok(())
}

fn everything(arguments: &Arguments, new_passphrase: Option<&Path>) -> Result<(), Failure> {
    let passphrase =
        new_passphrase.or(arguments.passphrase_file.as_deref()).map(secrets::read).transpose()?;
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    let mut new = vault.new_keys_for_everything(passphrase.as_ref().map(|text| text.as_str()))?;
    let code = new.code.take().map(|code| code.display());
    // Shown before it counts: a code that nobody has seen must not be the only one.
    let shown = code.as_ref().map_or("", |code| code.as_str());
    let said = if arguments.json {
        json!({ "recovery_code": shown }).to_string()
    } else {
        format!("New recovery code, shown this once; the one of before counts no more:\n\n  {shown}\n")
    };
    output::line_or_fail(&said).map_err(|error| Failure::file("standard output", &error))?;
    vault.adopt_new_keys(new)?;
    if !arguments.json {
        output::line(
            "Every key of the vault is new. Old copies still open with their old secrets; nothing of today does.",
        );
    }
    Ok(())
}
