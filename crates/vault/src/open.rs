//! A vault from making to closing. Must not know verbs: those are one file each.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use keepsake_embed::Embedder;
use keepsake_seal::{
    DeviceKey, Entropy, KdfParameters, Keychain, KeychainItem, Keys, Keyslots, Passphrase, RecoveryCode,
    Secret, SlotKind, Unlock, VaultId, passphrase_strength,
};
use rusqlite::{Connection, TransactionBehavior, params};

use crate::audit::{self, Action, Entry, Head};
use crate::backup;
use crate::clock::Clock;
use crate::erase::finish_erasing;
use crate::home::{Home, Standing};
use crate::index::LiveIndex;
use crate::models::Reembedding;
use crate::renew::promote_device_key;
use crate::rules::Guard;
use crate::seen;
use crate::store::connection::{self, Expect};
use crate::store::lock_file::LockFile;
use crate::store::{migrate, swap};
use crate::{Code, Error, unlocks};

/// The anchor is written at most this often while captures come in.
const ANCHOR_EVERY_MS: i64 = 60_000;
const ANCHOR_MAGIC: &[u8; 4] = b"KPA1";

/// What the vault needs from outside.
pub struct Surroundings {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Random bytes.
    pub entropy: Box<dyn Entropy>,
    /// Where the device key and the anchor lie.
    pub keychain: Arc<dyn Keychain>,
    /// The meaning model; without one, memories wait for their vectors.
    pub embedder: Option<Arc<dyn Embedder>>,
}

/// How a new vault will be opened.
pub struct CreateRequest {
    /// A passphrase slot.
    pub passphrase: Option<Passphrase>,
    /// A slot for this computer's keychain.
    pub use_keychain: bool,
}

/// The vault that a new one goes on from.
pub(crate) struct Origin {
    pub(crate) vault: VaultId,
    pub(crate) root: Secret<32>,
}

/// What a new vault's tables are filled with; the last is the time.
pub(crate) type Fill<'a> = dyn FnMut(&Connection, &Keys, &mut Surroundings, i64) -> Result<(), Error> + 'a;

/// A new vault, open, and the recovery code that is shown once.
pub struct Created {
    /// The vault.
    pub vault: Vault,
    /// Its recovery code.
    pub recovery_code: RecoveryCode,
}

/// What opens a vault.
pub enum UnlockSecret {
    /// The key in this computer's keychain.
    Keychain,
    /// The passphrase.
    Passphrase(Passphrase),
    /// The recovery code.
    RecoveryCode(RecoveryCode),
}

/// An open vault. Dropping it closes the database and zeroes keys and index.
pub struct Vault {
    pub(crate) home: Home,
    pub(crate) db: Connection,
    pub(crate) keyslots: Keyslots,
    pub(crate) keys: Keys,
    pub(crate) surroundings: Surroundings,
    /// What is set for the filter, as last read.
    pub(crate) guard: Guard,
    pub(crate) live: Option<LiveIndex>,
    pub(crate) notices: Vec<String>,
    /// Whether the keychain holds an anchor to compare the audit trail with.
    pub(crate) anchored: bool,
    /// The keyslots' generation in the database when it was last looked at.
    pub(crate) generation_seen: u64,
    /// Texts the model could not read this time, so that they are not tried again and again.
    pub(crate) unreadable_for_model: HashSet<[u8; 16]>,
    /// Where a change of model stands.
    pub(crate) reembedding: Reembedding,
    /// The database may be an old copy: the anchor is left as it is until the person has accepted it.
    maybe_old_copy: bool,
    /// The keychain failed once: it is not waited for again while this vault is open.
    keychain_away: bool,
    anchor_due: bool,
    anchor_written_ms: i64,
    pub(crate) lock: Arc<LockFile>,
    /// Where else leftovers of this vault could lie.
    pub(crate) other_folders: Vec<PathBuf>,
}

impl Vault {
    /// Makes a vault in an empty folder.
    ///
    /// # Errors
    /// [`Code::AlreadyThere`] or [`Code::Inconsistent`] if the folder holds a vault or a part of one;
    /// [`Code::WeakPassphrase`]; [`Code::Keychain`]; [`Code::BadInput`] without passphrase and keychain.
    pub fn create(home: Home, request: CreateRequest, surroundings: Surroundings) -> Result<Created, Error> {
        Vault::make(home, request, surroundings, None, &mut |db, keys, _, at_ms| {
            let entry =
                Entry { at_ms, action: Action::Created, subject: None, count: 1, envelope_digest: None };
            audit::append(db, keys, &entry)?;
            Ok(())
        })
    }

    /// Makes a vault, new or going on from an export, and fills it in the transaction that makes it.
    pub(crate) fn make(
        home: Home,
        request: CreateRequest,
        mut surroundings: Surroundings,
        origin: Option<Origin>,
        fill: &mut Fill<'_>,
    ) -> Result<Created, Error> {
        finish_erasing(&home, surroundings.keychain.as_ref(), &[])?;
        expect_room(&home)?;
        home.make_folder()?;
        let lock = LockFile::exclusive(&home)?;
        // Another program may have made one while this one waited for the lock.
        expect_room(&home)?;
        let entropy = surroundings.entropy.as_mut();
        let is_new = origin.is_none();
        let (vault_id, root) = match origin {
            Some(Origin { vault, root }) => (vault, Some(root)),
            None => (VaultId::random(entropy)?, None),
        };
        home.set_unfinished_aside(&vault_id.to_string()[..8])?;
        home.begin_making(&vault_id.to_string())?;
        let device = if request.use_keychain {
            Some(new_device_key(&vault_id, surroundings.keychain.as_ref(), entropy)?)
        } else {
            None
        };
        let (keyslots, keys, recovery_code) = Keyslots::create_with_root(
            vault_id,
            root,
            device.as_ref(),
            request.passphrase.as_ref(),
            KdfParameters::DEFAULT,
            entropy,
        )?;

        let key = keys.database_key(keys.current_epoch())?;
        let mut db = connection::open(&home.database(), &key, Expect::Nothing)?;
        migrate::migrate(&mut db)?;
        let now_ms = surroundings.clock.now_ms();
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute(
            "INSERT INTO vault (only_row, id, keyslot_generation, created_at_ms) VALUES (1, ?1, ?2, ?3)",
            params![vault_id.as_bytes(), keyslots.generation() as i64, now_ms],
        )?;
        fill(&transaction, &keys, &mut surroundings, now_ms)?;
        if is_new {
            seen::confirm(&transaction, surroundings.clock.as_ref())?;
        } else {
            // The trail that it goes on with knows of a time; this clock may be another one.
            seen::begin_with_trail(&transaction)?;
        }
        transaction.commit()?;
        drop(db);
        connection::check_encrypted(&home.database(), &Secret::random(surroundings.entropy.as_mut())?)?;

        keyslots.store(home.keyslots())?;
        home.end_making()?;
        drop(lock);
        let lock = LockFile::shared(&home)?;
        let mut vault = Vault::with_keys(home, keyslots, keys, surroundings, lock)?;
        vault.anchor_due = true;
        vault.write_anchor();
        Ok(Created { vault, recovery_code })
    }

    /// Opens a vault.
    ///
    /// # Errors
    /// [`Code::NoVault`], [`Code::Inconsistent`], [`Code::WrongSecret`], [`Code::SecretNeeded`] when the keychain has
    /// no key, [`Code::Keychain`], [`Code::Damaged`], [`Code::TooNew`], [`Code::Busy`]. Nothing is changed by any.
    pub fn open(home: Home, secret: &UnlockSecret, surroundings: Surroundings) -> Result<Vault, Error> {
        finish_erasing(&home, surroundings.keychain.as_ref(), &[])?;
        let at_ms = surroundings.clock.now_ms();
        let opened = Vault::unlock(home.clone(), secret, surroundings);
        if opened.as_ref().is_err_and(|error| error.code == Code::WrongSecret) {
            unlocks::note_failed(&home, at_ms);
        }
        let mut vault = opened?;
        // Before this unlocking is in the trail. Where it cannot be written the clock is not believed.
        let _ = seen::begin_with_trail(&vault.db);
        if vault.home.erasing().exists() && matches!(vault.erase_order(), Ok(None)) {
            // Left by an erase that was undone: should the keyslots ever be missing, it would speak for one.
            let _ = std::fs::remove_file(vault.home.erasing());
        }
        if vault.keyslots.uses_device_key() && !vault.keychain_away && !vault.anchored {
            vault.notice_old_copy(
                "This computer's keychain has no record of how this vault was last, so an old copy of it would not be noticed. Likely behind it: the vault's folder was copied from another computer, or the keychain was emptied."
                    .to_owned(),
            );
        }
        vault.note_unlock();
        Ok(vault)
    }

    fn unlock(home: Home, secret: &UnlockSecret, surroundings: Surroundings) -> Result<Vault, Error> {
        home.expect_vault()?;
        // Before anything is read: whoever is alone with the vault may be replacing its files.
        let lock = lock_settled(&home)?;
        let keyslots = Keyslots::load(home.keyslots())?;
        let keys = match secret {
            UnlockSecret::Passphrase(passphrase) => {
                unlock_by_passphrase(&keyslots, passphrase, surroundings.keychain.as_ref())?
            }
            UnlockSecret::RecoveryCode(code) => keyslots.unlock(Unlock::Recovery(code))?,
            UnlockSecret::Keychain => unlock_by_keychain(&keyslots, surroundings.keychain.as_ref())?,
        };
        Vault::with_keys(home, keyslots, keys, surroundings, lock)
    }

    /// The keyslots of the vault in `home`: who could open it. Opens nothing.
    ///
    /// # Errors
    /// As [`Vault::open`], before any secret is asked for.
    pub fn ways_into(home: &Home) -> Result<Vec<SlotKind>, Error> {
        home.expect_vault()?;
        Ok(Keyslots::load(home.keyslots())?.slots().iter().map(|slot| slot.kind).collect())
    }

    fn with_keys(
        home: Home,
        keyslots: Keyslots,
        keys: Keys,
        surroundings: Surroundings,
        lock: LockFile,
    ) -> Result<Vault, Error> {
        let mut db = open_newest_epoch(&home, &keys)?;
        if migrate::version(&db)? < migrate::SCHEMA_VERSION {
            let now_ms = surroundings.clock.now_ms();
            lock.while_exclusive(&home, || {
                // Another program may have done it meanwhile.
                if migrate::version(&db)? < migrate::SCHEMA_VERSION {
                    backup::make(&db, &home, &keyslots, &keys, &home.own_backups(), now_ms)?;
                }
                migrate::migrate(&mut db)
            })??;
            if Keyslots::load(home.keyslots())?.to_bytes() != keyslots.to_bytes() {
                return Err(Error::busy());
            }
        }
        let (id, generation): ([u8; 16], i64) = db
            .query_row("SELECT id, keyslot_generation FROM vault", [], |row| Ok((row.get(0)?, row.get(1)?)))
            .map_err(|_| Error::damaged("the database's own description"))?;
        if id != *keyslots.vault_id().as_bytes() {
            return Err(Error::new(
                Code::Inconsistent,
                "vault.db and keyslots.json belong to two different vaults",
                "restore both from one backup; nothing was changed",
            ));
        }
        let mut vault = Vault {
            home,
            db,
            keyslots,
            keys,
            surroundings,
            guard: Guard::default(),
            live: None,
            notices: Vec::new(),
            anchored: false,
            generation_seen: 0,
            unreadable_for_model: HashSet::new(),
            reembedding: Reembedding::default(),
            maybe_old_copy: false,
            keychain_away: false,
            anchor_due: false,
            anchor_written_ms: 0,
            lock: Arc::new(lock),
            other_folders: Vec::new(),
        };
        vault.compare_generations(generation as u64)?;
        vault.compare_anchor()?;
        vault.guard.refresh(&vault.db)?;
        Ok(vault)
    }

    /// A keyslot file older than the database may be an old copy; a newer one means a change that was cut off.
    fn compare_generations(&mut self, in_database: u64) -> Result<(), Error> {
        let in_file = self.keyslots.generation();
        if in_file < in_database {
            self.notices.push(
                "keyslots.json is older than the database: someone or something put back an old copy, so an old passphrase or recovery code may work again."
                    .to_owned(),
            );
        } else if in_file > in_database {
            // A change was cut off after its file was written: a new code may never have been shown.
            self.notices.push(
                "A change of passphrase or recovery code was cut off: the newer one counts. Make a new recovery code.".to_owned(),
            );
            self.db.execute(
                "UPDATE vault SET keyslot_generation = ?1, recovery_confirmed = 0",
                [in_file as i64],
            )?;
        }
        self.generation_seen = in_database.max(in_file);
        Ok(())
    }

    /// Compares the audit trail with the anchor in the keychain.
    fn compare_anchor(&mut self) -> Result<(), Error> {
        if !self.keyslots.uses_device_key() {
            return Ok(());
        }
        let stored = self.surroundings.keychain.get(&self.keyslots.vault_id(), KeychainItem::Anchor);
        self.keychain_away = stored.is_err();
        let Some((anchor, generation)) = stored.ok().flatten().and_then(|bytes| parse_anchor(&bytes)) else {
            return Ok(());
        };
        if self.keyslots.generation() < generation {
            self.notices.push(
                "keyslots.json is older than this computer has seen: it may be an old copy.".to_owned(),
            );
        }
        self.anchored = true;
        let newest = audit::head(&self.db)?.map_or(0, |head| head.sequence);
        if newest < anchor.sequence {
            self.notices.push(format!(
                "The database is older than it was: its trail ends at entry {newest}, and this computer has seen {}. Likely behind it: a backup that was put back, or the vault's folder copied from another computer.",
                anchor.sequence
            ));
        } else if !audit::contains(&self.db, &anchor)? {
            self.notices.push(
                "The audit trail is not the one that this computer has seen: the database may have been replaced. Likely behind it: a backup that was put back, or the vault's folder copied from another computer."
                    .to_owned(),
            );
        }
        self.maybe_old_copy = !self.notices.is_empty();
        Ok(())
    }

    /// Says that something is not as this vault left it; until the person has accepted it, the anchor stays as it is.
    pub(crate) fn notice_old_copy(&mut self, said: String) {
        self.notices.push(said);
        self.maybe_old_copy = true;
    }

    pub(crate) fn may_be_old_copy(&self) -> bool {
        self.maybe_old_copy
    }

    /// The person knows that this is a restored copy: from here on it is the one that counts.
    pub fn accept_restored(&mut self) {
        self.maybe_old_copy = false;
        self.notices.clear();
        let at_ms = self.now_ms();
        let entry =
            Entry { at_ms, action: Action::RestoredAccepted, subject: None, count: 1, envelope_digest: None };
        // The trail can do without the entry where it cannot be written.
        let _ = audit::append(&self.db, &self.keys, &entry);
        self.anchor_due = true;
        self.write_anchor();
    }

    /// Hands in the meaning model once it is loaded. Should it be another than the one whose vectors are kept
    /// ([`Vault::model_to_load`]), search goes by words.
    pub fn set_embedder(&mut self, embedder: Arc<dyn Embedder>) {
        self.surroundings.embedder = Some(embedder);
        self.unreadable_for_model.clear();
        self.live = None;
    }

    /// False while memories have to wait for their vectors.
    pub fn has_embedder(&self) -> bool {
        self.surroundings.embedder.is_some()
    }

    /// What the person should know: signs of an old copy, for one.
    pub fn notices(&self) -> &[String] {
        &self.notices
    }

    /// The folder that the vault lives in.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The vault's id, 32 hexadecimal characters.
    pub fn id(&self) -> String {
        self.keyslots.vault_id().to_string()
    }

    /// True if the vault can be opened this way.
    pub fn has_way_in(&self, kind: SlotKind) -> bool {
        self.keyslots.has(kind)
    }

    /// True if a passphrase opens the vault, alone or with this computer's keychain.
    pub fn has_passphrase(&self) -> bool {
        self.keyslots.uses_passphrase()
    }

    /// Notes that something was committed, and writes the anchor when it is due.
    pub(crate) fn committed(&mut self) {
        self.anchor_due = true;
        if self.surroundings.clock.now_ms() - self.anchor_written_ms >= ANCHOR_EVERY_MS {
            self.write_anchor();
        }
    }

    /// Nothing of this vault goes to the keychain any more.
    pub(crate) fn leave_no_anchor(&mut self) {
        self.keychain_away = true;
    }

    /// Writes the trail's head to the keychain, so that an old copy of the database is noticed.
    pub(crate) fn write_anchor(&mut self) {
        let may_write = self.keyslots.uses_device_key() && !self.keychain_away && !self.maybe_old_copy;
        if !self.anchor_due || !may_write {
            return;
        }
        let Ok(Some(head)) = audit::head(&self.db) else { return };
        let mut bytes = ANCHOR_MAGIC.to_vec();
        bytes.extend_from_slice(&head.sequence.to_be_bytes());
        bytes.extend_from_slice(&head.chain);
        bytes.extend_from_slice(&self.keyslots.generation().to_be_bytes());
        let written = self.surroundings.keychain.set(&self.keyslots.vault_id(), KeychainItem::Anchor, &bytes);
        // A keychain that is away costs the rollback check, not the capture: it is said by `status`.
        self.anchored = written.is_ok();
        self.keychain_away = written.is_err();
        self.anchor_due = written.is_err();
        self.anchor_written_ms = self.surroundings.clock.now_ms();
    }

    pub(crate) fn now_ms(&self) -> i64 {
        self.surroundings.clock.now_ms()
    }
}

impl Drop for Vault {
    fn drop(&mut self) {
        self.write_anchor();
    }
}

/// Refuses a folder that holds a vault or a part of one.
fn expect_room(home: &Home) -> Result<(), Error> {
    match home.standing() {
        Standing::Empty => Ok(()),
        Standing::Vault => Err(Error::new(
            Code::AlreadyThere,
            format!("there is a vault in {} already", home.folder().display()),
            "choose another folder with --home, or open the one that is there",
        )),
        Standing::DatabaseOnly | Standing::KeyslotsOnly => home.expect_vault(),
    }
}

/// Tries the epochs, newest first: an interrupted rotation leaves two.
pub(crate) fn open_newest_epoch(home: &Home, keys: &Keys) -> Result<Connection, Error> {
    let mut first_error = None;
    for epoch in keys.epochs() {
        match connection::open(&home.database(), &keys.database_key(epoch)?, Expect::Database) {
            Ok(db) => return Ok(db),
            Err(error) => first_error = first_error.or(Some(error)),
        }
    }
    Err(first_error.unwrap_or_else(|| Error::damaged("keyslots.json")))
}

/// Makes a device key and sees that the keychain gives it back.
pub(crate) fn new_device_key(
    vault: &VaultId,
    keychain: &dyn Keychain,
    entropy: &mut dyn Entropy,
) -> Result<DeviceKey, Error> {
    // A key that is there already opens another copy of this vault on this computer: it is shared, not replaced.
    if let Some(there) = keychain.get(vault, KeychainItem::DeviceKey).map_err(keychain_error)?
        && let Ok(key) = DeviceKey::from_bytes(&there)
    {
        return Ok(key);
    }
    let key = DeviceKey::random(entropy)?;
    keychain.set(vault, KeychainItem::DeviceKey, key.dangerously_expose()).map_err(keychain_error)?;
    let back = keychain.get(vault, KeychainItem::DeviceKey).map_err(keychain_error)?;
    if back.is_none_or(|back| back.as_slice() != key.dangerously_expose()) {
        return Err(Error::new(
            Code::Keychain,
            "the keychain did not give back the key that was put in",
            "use a passphrase instead",
        ));
    }
    Ok(key)
}

/// A shared lock on files that nobody is replacing; a replacement that was cut off is brought to its end.
fn lock_settled(home: &Home) -> Result<LockFile, Error> {
    let lock = LockFile::shared(home)?;
    if !swap::is_unsettled(home) {
        return Ok(lock);
    }
    if home.swapping().exists() {
        lock.while_exclusive(home, || swap::settle(home))??;
    } else {
        // What never counted can wait until nobody else has the vault open: it may be their work.
        lock.if_alone(|| swap::settle(home))?;
    }
    Ok(lock)
}

/// By the device key, or by the one that takes its place if a renewal of keys was cut off between the two.
fn unlock_by_keychain(keyslots: &Keyslots, keychain: &dyn Keychain) -> Result<Keys, Error> {
    let stored = stored_device_key(keyslots, keychain);
    let opened = stored.and_then(|key| Ok(keyslots.unlock(Unlock::Device(&key))?));
    if !opened.as_ref().is_err_and(|error| matches!(error.code, Code::WrongSecret | Code::SecretNeeded)) {
        return opened;
    }
    let vault = keyslots.vault_id();
    let next = keychain.get(&vault, KeychainItem::NextDeviceKey).ok().flatten();
    let Some(next) = next.and_then(|bytes| DeviceKey::from_bytes(&bytes).ok()) else { return opened };
    match keyslots.unlock(Unlock::Device(&next)) {
        Ok(keys) => {
            // A keychain that cannot keep it now is asked again at the next unlocking.
            let _ = promote_device_key(keychain, &vault);
            Ok(keys)
        }
        Err(_) => opened,
    }
}

/// By the passphrase; in strict mode together with this device's key.
pub(crate) fn unlock_by_passphrase(
    keyslots: &Keyslots,
    passphrase: &Passphrase,
    keychain: &dyn Keychain,
) -> Result<Keys, Error> {
    if keyslots.has(SlotKind::Strict) {
        return unlock_strict(keyslots, passphrase, keychain);
    }
    if !keyslots.has(SlotKind::Passphrase) {
        return Err(Error::new(
            Code::WrongSecret,
            "this vault has no passphrase",
            "open it by the keychain or the recovery code",
        ));
    }
    Ok(keyslots.unlock(Unlock::Passphrase(passphrase))?)
}

fn unlock_strict(
    keyslots: &Keyslots,
    passphrase: &Passphrase,
    keychain: &dyn Keychain,
) -> Result<Keys, Error> {
    let vault = keyslots.vault_id();
    let stored = |item| -> Result<Option<DeviceKey>, Error> {
        let bytes = keychain.get(&vault, item).map_err(keychain_error)?;
        Ok(bytes.and_then(|bytes| DeviceKey::from_bytes(&bytes).ok()))
    };
    let (device, next) = (stored(KeychainItem::DeviceKey)?, stored(KeychainItem::NextDeviceKey)?);
    let Some(device) = device.as_ref().or(next.as_ref()) else {
        return Err(Error::new(
            Code::SecretNeeded,
            "this vault is in strict mode, and this computer's keychain has no key for it",
            "use the recovery code",
        ));
    };
    match (keyslots.unlock(Unlock::Strict(passphrase, device)), &next) {
        // A renewal of keys was cut off between the file and the keychain.
        (Err(keepsake_seal::Error::WrongSecret(_)), Some(next)) => {
            let keys = keyslots.unlock(Unlock::Strict(passphrase, next))?;
            let _ = promote_device_key(keychain, &vault);
            Ok(keys)
        }
        (opened, _) => Ok(opened?),
    }
}

fn stored_device_key(keyslots: &Keyslots, keychain: &dyn Keychain) -> Result<DeviceKey, Error> {
    let other_way = "use the passphrase or the recovery code";
    if keyslots.has(SlotKind::Strict) {
        return Err(Error::new(
            Code::SecretNeeded,
            "this vault is in strict mode: it opens with the passphrase and this computer's keychain together",
            "give the passphrase (--passphrase-file) or the recovery code (--recovery-code-file)",
        ));
    }
    if !keyslots.has(SlotKind::Device) {
        return Err(Error::new(
            Code::SecretNeeded,
            "this vault has no key in the keychain",
            "give the passphrase (--passphrase-file) or the recovery code (--recovery-code-file)",
        ));
    }
    let stored = keychain.get(&keyslots.vault_id(), KeychainItem::DeviceKey).map_err(keychain_error)?;
    let Some(bytes) = stored else {
        return Err(Error::new(Code::SecretNeeded, "the keychain has no key for this vault", other_way));
    };
    DeviceKey::from_bytes(&bytes).map_err(|_| {
        Error::new(Code::Keychain, "the keychain's entry for this vault is not a key", other_way)
    })
}

pub(crate) fn keychain_error(error: keepsake_seal::KeychainError) -> Error {
    Error::from_sentence(Code::Keychain, &error.to_string())
}

/// Refuses a passphrase that is guessed too easily.
pub(crate) fn expect_strong(passphrase: &str) -> Result<(), Error> {
    let strength = passphrase_strength(passphrase);
    if strength.acceptable {
        Ok(())
    } else {
        Err(Error::new(Code::WeakPassphrase, "this passphrase is too easy to guess", strength.advice))
    }
}

impl CreateRequest {
    /// A request with a passphrase that is checked for strength.
    ///
    /// # Errors
    /// [`Code::WeakPassphrase`], or [`Code::BadInput`] when it is empty or far too long.
    pub fn new(passphrase: Option<&str>, use_keychain: bool) -> Result<CreateRequest, Error> {
        let passphrase = match passphrase {
            Some(text) => {
                expect_strong(text)?;
                Some(Passphrase::new(text)?)
            }
            None => None,
        };
        Ok(CreateRequest { passphrase, use_keychain })
    }
}

/// The trail's head and the keyslots' generation.
fn parse_anchor(bytes: &[u8]) -> Option<(Head, u64)> {
    let rest = bytes.strip_prefix(ANCHOR_MAGIC)?;
    let (sequence, rest) = rest.split_first_chunk::<8>()?;
    let (chain, rest) = rest.split_first_chunk::<32>()?;
    let generation = u64::from_be_bytes(rest.try_into().ok()?);
    Some((Head { sequence: u64::from_be_bytes(*sequence), chain: *chain }, generation))
}
