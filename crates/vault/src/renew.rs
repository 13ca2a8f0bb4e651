//! New keys for the vault: another epoch, so that today's keys open no older copy of the database, and, if the person asks, another
//! vault key and another recovery code. Must not leave anything between the old vault and the new one, wherever it is cut off.

use keepsake_seal::{
    DeviceKey, Entropy, Envelope, KdfParameters, KeychainItem, Keys, Keyslots, Passphrase, Place, RecordId,
    RecoveryCode, SlotKind, VersionId,
};
use rusqlite::{Connection, Transaction, params};
use serde::Serialize;

use crate::audit::{self, Action, Entry};
use crate::home::{Home, create_private};
use crate::open::{Vault, expect_strong, keychain_error};
use crate::store::connection::{self, Expect};
use crate::store::swap;
use crate::{Code, Error};

/// The name under which the database that is being made is attached.
const NEXT: &str = "next";
/// Every table with envelopes, and how a row's place is read: its key's columns, then record, field and version.
const SEALED: [(&str, &str, &str); 3] = [
    (
        "version",
        "id = ?4",
        "SELECT id, NULL, memory, 1, id, epoch, wrap_nonce, wrapped_key FROM main.version",
    ),
    (
        "original",
        "version = ?4 AND field = ?5",
        "SELECT version, field, memory, field, version, epoch, wrap_nonce, wrapped_key FROM main.original",
    ),
    (
        "segment",
        "number = ?4",
        "SELECT number, NULL, id, 2, zeroblob(16), epoch, wrap_nonce, wrapped_key FROM main.segment",
    ),
];

/// Keys that do not count yet.
pub struct NewKeys {
    keyslots: Keyslots,
    keys: Keys,
    device: Option<DeviceKey>,
    /// Whether the recovery code of before counts no more.
    has_new_code: bool,
    /// The new recovery code, if there is one: to be shown once, and confirmed before it counts.
    pub code: Option<RecoveryCode>,
}

/// What new keys were put on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Renewed {
    /// Envelopes whose keys were wrapped anew.
    pub envelopes: usize,
    /// Envelopes that did not open before either; they stay as they are.
    pub damaged: usize,
}

impl Vault {
    /// A new epoch: fresh keys for the database and for every record, and a fresh device key; in strict mode that one stays, as it
    /// opens nothing without the passphrase. Passphrase and recovery code stay. Nothing changes before [`Vault::adopt_new_keys`].
    ///
    /// # Errors
    /// [`Code::Failed`] without random bytes.
    pub fn new_epoch(&mut self) -> Result<NewKeys, Error> {
        self.expect_empty_inbox()?;
        let entropy = self.surroundings.entropy.as_mut();
        let (keyslots, keys) = self.keyslots.with_next_epoch(&self.keys, entropy)?;
        let (mut keyslots, keys) = keyslots.without_old_epochs(&keys, entropy)?;
        let mut device = None;
        if keyslots.has(SlotKind::Device) {
            let key = DeviceKey::random(entropy)?;
            keyslots = keyslots.with_device(&keys, &key, entropy)?;
            device = Some(key);
        }
        Ok(NewKeys { keyslots, keys, device, has_new_code: false, code: None })
    }

    /// New keys for everything: besides a new epoch another vault key and another recovery code, so that an old copy of the keyslot
    /// file with its old secret opens nothing of the vault as it is from now on. Nothing changes before [`Vault::adopt_new_keys`].
    ///
    /// # Errors
    /// [`Code::BadInput`] if the vault has a passphrase and none is given; [`Code::WeakPassphrase`].
    pub fn new_keys_for_everything(&mut self, passphrase: Option<&str>) -> Result<NewKeys, Error> {
        self.expect_empty_inbox()?;
        let passphrase = match passphrase {
            Some(text) => {
                expect_strong(text)?;
                Some(Passphrase::new(text)?)
            }
            None => None,
        };
        let entropy = self.surroundings.entropy.as_mut();
        let device = match self.keyslots.uses_device_key() {
            true => Some(DeviceKey::random(entropy)?),
            false => None,
        };
        let (keyslots, keys, code) = self.keyslots.renewed(
            &self.keys,
            device.as_ref(),
            passphrase.as_ref(),
            KdfParameters::DEFAULT,
            entropy,
        )?;
        Ok(NewKeys { keyslots, keys, device, has_new_code: true, code: Some(code) })
    }

    /// Builds the database anew under the new keys, checks it, and puts both in place at once: cut off at any instant, the vault is
    /// the old one or the new one.
    ///
    /// # Errors
    /// [`Code::Busy`] while another program has the vault open; [`Code::DiskFull`], as there must be room for a second database;
    /// [`Code::Keychain`]. Nothing has changed then.
    pub fn adopt_new_keys(&mut self, mut new: NewKeys) -> Result<Renewed, Error> {
        let device = new.device.take();
        let vault_id = self.keyslots.vault_id();
        let keychain = self.surroundings.keychain.clone();
        if let Some(device) = &device {
            let bytes = device.dangerously_expose();
            keychain.set(&vault_id, KeychainItem::NextDeviceKey, bytes).map_err(keychain_error)?;
            let back = keychain.get(&vault_id, KeychainItem::NextDeviceKey).map_err(keychain_error)?;
            if back.is_none_or(|back| back.as_slice() != bytes) {
                return Err(Error::new(
                    Code::Keychain,
                    "the keychain did not give back the key that was put in",
                    "nothing was changed; try again once the keychain works",
                ));
            }
        }
        let renewed = self.alone(|vault| {
            // What was left since: from here on nobody leaves anything.
            vault.expect_empty_inbox()?;
            vault.rebuild(new)
        });
        match (&renewed, &device) {
            (Ok(_), Some(_)) => promote_device_key(keychain.as_ref(), &vault_id)?,
            // Where other keyslots lie there by now, it may be theirs.
            (Err(_), Some(_)) if !swap::is_unsettled(&self.home) && self.expect_own_files().is_ok() => {
                let _ = keychain.delete(&vault_id, KeychainItem::NextDeviceKey);
            }
            _ => {}
        }
        if renewed.is_ok() {
            self.committed();
            self.write_anchor();
        }
        renewed
    }

    fn rebuild(&mut self, new: NewKeys) -> Result<Renewed, Error> {
        if !self.empty_write_ahead_log() {
            return Err(Error::busy());
        }
        swap::discard(&self.home)?;
        let now_ms = self.now_ms();
        let Vault { db, keys, home, surroundings, .. } = self;
        let target = Target { home, keyslots: &new.keyslots, keys: &new.keys };
        let stays_confirmed = !new.has_new_code;
        let staged = stage(db, keys, &target, surroundings.entropy.as_mut(), |transaction, renewed, _| {
            transaction.execute(
                "UPDATE vault SET recovery_confirmed = recovery_confirmed AND ?1",
                [stays_confirmed],
            )?;
            let count = renewed.envelopes as u64;
            let action = Action::KeysRenewed;
            let entry = Entry { at_ms: now_ms, action, subject: None, count, envelope_digest: None };
            audit::append(transaction, keys, &entry).map(drop)
        });
        let staged = staged.and_then(|renewed| {
            new.keyslots.store(home.staged_keyslots())?;
            Ok(renewed)
        });
        let renewed = match staged {
            Ok(renewed) => renewed,
            Err(error) => {
                let _ = swap::discard(&self.home);
                return Err(error);
            }
        };
        let key = new.keys.database_key(new.keys.current_epoch())?;
        self.exchange_files(&key)?;
        self.generation_seen = new.keyslots.generation();
        self.keyslots = new.keyslots;
        self.keys = new.keys;
        Ok(renewed)
    }
}

/// What a database is built anew under.
pub(crate) struct Target<'k> {
    pub(crate) home: &'k Home,
    pub(crate) keyslots: &'k Keyslots,
    pub(crate) keys: &'k Keys,
}

/// All of `db`, whose envelopes open with `keys`, under the target's keys, in the place where what is to come is staged: closed and
/// checked. `last` has the last word on it before it is closed.
pub(crate) fn stage(
    db: &Connection,
    keys: &Keys,
    target: &Target<'_>,
    entropy: &mut dyn Entropy,
    last: impl FnOnce(&Transaction<'_>, Renewed, &mut dyn Entropy) -> Result<(), Error>,
) -> Result<Renewed, Error> {
    let path = target.home.staged_database();
    create_private(&path).map_err(|error| Error::io("the new database", &error))?;
    let key = target.keys.database_key(target.keys.current_epoch())?;
    connection::attach(db, &path, NEXT, &key)?;
    let copied = copy_into_next(db).and_then(|()| rewrap(db, keys, target.keys, entropy));
    let detached = db.execute_batch("DETACH DATABASE next").map_err(Error::from);
    let renewed = copied?;
    detached?;

    let mut next = connection::open(&path, &key, Expect::Database)?;
    expect_same_tables(db, &next)?;
    let transaction = next.transaction()?;
    transaction.execute("UPDATE vault SET keyslot_generation = ?1", [target.keyslots.generation() as i64])?;
    last(&transaction, renewed, entropy)?;
    transaction.commit()?;
    let sound: String = next.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(Error::damaged("the new database"));
    }
    next.close().map_err(|(_, error)| Error::from(error))?;
    Ok(renewed)
}

/// Wraps every content key anew. The payloads are not opened: a damaged one is found when it is read.
fn rewrap(db: &Connection, keys: &Keys, next: &Keys, entropy: &mut dyn Entropy) -> Result<Renewed, Error> {
    let mut renewed = Renewed::default();
    db.execute_batch("BEGIN")?;
    for (table, key, select) in SEALED {
        let mut update = db.prepare(&format!(
            "UPDATE next.{table} SET epoch = ?1, wrap_nonce = ?2, wrapped_key = ?3 WHERE {key}"
        ))?;
        let mut rows = db.prepare(select)?;
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            let first: rusqlite::types::Value = row.get(0)?;
            let second: Option<i64> = row.get(1)?;
            let place = Place {
                record: RecordId::from_bytes(row.get(2)?),
                field: row.get(3)?,
                version: VersionId::from_bytes(row.get(4)?),
            };
            let envelope = Envelope {
                epoch: row.get(5)?,
                wrap_nonce: row.get(6)?,
                wrapped_key: row.get(7)?,
                nonce: [0; 12],
                payload: Vec::new(),
            };
            let Ok((epoch, nonce, wrapped)) = keys.rewrap_for(next, &place, &envelope, entropy) else {
                renewed.damaged += 1;
                continue;
            };
            match second {
                Some(second) => update.execute(params![epoch, nonce, wrapped, first, second])?,
                None => update.execute(params![epoch, nonce, wrapped, first])?,
            };
            renewed.envelopes += 1;
        }
    }
    db.execute_batch("COMMIT")?;
    Ok(renewed)
}

/// Copies schema and rows; no other program has the vault open, so they are of one moment.
fn copy_into_next(db: &Connection) -> Result<(), Error> {
    // Until it is whole and written through, nothing of the copy counts: it needs no journal.
    for (name, value) in [("journal_mode", "OFF"), ("synchronous", "OFF"), ("cache_size", "-65536")] {
        db.pragma_update_and_check(Some(NEXT), name, value, |_| Ok(())).or_else(|error| match error {
            rusqlite::Error::QueryReturnedNoRows => Ok(()),
            other => Err(other),
        })?;
    }
    db.query_row("SELECT sqlcipher_export('next')", [], |_| Ok(()))?;
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    db.pragma_update(Some(NEXT), "user_version", version)?;
    Ok(())
}

/// Every table of one is in the other, with as many rows in the same places.
fn expect_same_tables(old: &Connection, new: &Connection) -> Result<(), Error> {
    let tables = |db: &Connection| -> Result<Vec<(String, String)>, Error> {
        let mut statement =
            db.prepare("SELECT name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    };
    let all = tables(old)?;
    if all != tables(new)? {
        return Err(Error::damaged("the new database"));
    }
    // The schema was compared above; its rows' numbers have gaps where something was dropped.
    let mut statement = old.prepare(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND name <> 'sqlite_schema'",
    )?;
    let names = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?)))?;
    for (name, without_rowid) in names.collect::<Result<Vec<_>, _>>()? {
        // A blob of vectors is found by its row's hidden number.
        let place = if without_rowid { "0" } else { "_rowid_" };
        let sql = format!("SELECT count(*), total({place}) FROM \"{name}\"");
        let of = |db: &Connection| -> Result<(i64, f64), Error> {
            Ok(db.query_row(&sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?)
        };
        if of(old)? != of(new)? {
            return Err(Error::damaged("the new database"));
        }
    }
    Ok(())
}

/// Gives the next device key the device key's place in the keychain.
pub(crate) fn promote_device_key(
    keychain: &dyn keepsake_seal::Keychain,
    vault: &keepsake_seal::VaultId,
) -> Result<(), Error> {
    let Some(next) = keychain.get(vault, KeychainItem::NextDeviceKey).map_err(keychain_error)? else {
        return Ok(());
    };
    keychain.set(vault, KeychainItem::DeviceKey, &next).map_err(keychain_error)?;
    keychain.delete(vault, KeychainItem::NextDeviceKey).map_err(keychain_error)
}
