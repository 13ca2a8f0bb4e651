//! Puts a backup in the vault's place: under today's keys, without what was forgotten since, and with a copy of what it replaces.
//! Must say first what would be lost.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use keepsake_seal::{Keychain, Keys, Keyslots, RecordId, Unlock};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;

use crate::audit::{self, Action, Entry};
use crate::backup;
use crate::clock::format_time;
use crate::edit::Writer;
use crate::forget;
use crate::forgotten::{self, Forgotten};
use crate::home::Home;
use crate::open::{Surroundings, UnlockSecret, Vault, unlock_by_passphrase};
use crate::recheck::Rechecking;
use crate::renew::{Target, stage};
use crate::seen;
use crate::store::connection::{self, Expect};
use crate::store::records;
use crate::store::tables::{self, Table};
use crate::store::{migrate, swap};
use crate::{Code, Error};

type Id = [u8; 16];

/// What restoring a backup would do to the vault that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RestorePlan {
    /// When the backup's last entry was written, RFC 3339.
    pub backup_of: String,
    /// Memories in the backup.
    pub memories: usize,
    /// Memories that are in the vault now and not in the backup: they would be gone from it.
    pub lost: usize,
    /// Memories that have another text now than in the backup: the later one would be gone.
    pub edits_lost: usize,
    /// Memories that are in the backup and no longer in the vault: they would come back.
    pub returning: usize,
    /// Memories in the backup that were forgotten since: they are forgotten there as well.
    pub forgotten_again: usize,
}

/// What was restored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Restored {
    /// What it did.
    #[serde(flatten)]
    pub plan: RestorePlan,
    /// The copy of the vault as it was before.
    pub kept_as: PathBuf,
}

/// What in a backup was forgotten since it was made, and must not return.
struct Again {
    /// Memories that go from it.
    whole: Vec<Id>,
    /// Memories of which versions go that were kept up to a time.
    earlier: Vec<(Id, i64)>,
    /// Memories that were checked against the filter's rules since, here or in neither.
    rechecked: Vec<Id>,
    /// What its trail must name from now on.
    tell_whole: Vec<Id>,
    tell_earlier: Vec<Id>,
}

/// A backup, opened in a copy of its own.
struct Opened {
    db: Connection,
    keys: Option<Keys>,
    copy: PathBuf,
}

impl Drop for Opened {
    fn drop(&mut self) {
        // Its log goes with its last connection.
        if let Ok(memory) = Connection::open_in_memory() {
            drop(std::mem::replace(&mut self.db, memory));
        }
        for end in ["", "-wal", "-shm"] {
            let mut path = self.copy.clone().into_os_string();
            path.push(end);
            let _ = fs::remove_file(path);
        }
    }
}

impl Vault {
    /// Says what [`Vault::restore`] would do. A backup from before the vault's keys were renewed needs its own `secret`.
    ///
    /// # Errors
    /// [`Code::BadInput`] if it is no backup of this vault; [`Code::SecretNeeded`], [`Code::WrongSecret`]; [`Code::Damaged`].
    pub fn restore_plan(&self, folder: &Path, secret: Option<&UnlockSecret>) -> Result<RestorePlan, Error> {
        let opened = self.open_backup(folder, secret)?;
        Ok(self.plan_for(&opened.db)?.0)
    }

    /// Puts the backup in the vault's place. It is copied, opened and checked beside it first; what was forgotten since is forgotten
    /// in it; today's passphrase, recovery code and keychain stay the ones that open it; and the vault as it was is kept as a
    /// backup of its own.
    ///
    /// # Errors
    /// As [`Vault::restore_plan`]; [`Code::Busy`] while another program has the vault open; [`Code::DiskFull`]. Nothing has changed
    /// then.
    pub fn restore(&mut self, folder: &Path, secret: Option<&UnlockSecret>) -> Result<Restored, Error> {
        let restored = self.alone(|vault| vault.replace_by(folder, secret))?;
        self.guard.refresh(&self.db)?;
        self.accept_restored();
        Ok(restored)
    }

    fn replace_by(&mut self, folder: &Path, secret: Option<&UnlockSecret>) -> Result<Restored, Error> {
        if !self.empty_write_ahead_log() {
            return Err(Error::busy());
        }
        if self.erase_order()?.is_some() {
            return Err(Error::to_be_erased());
        }
        let now_ms = self.now_ms();
        swap::discard(&self.home)?;
        let opened = self.open_backup(folder, secret)?;
        let (plan, again) = self.plan_for(&opened.db)?;
        // Among the vault's own it stays for thirty days; among the daily ones it would go with the day's next.
        let root = self.home.own_backups();
        let before = backup::make(&self.db, &self.home, &self.keyslots, &self.keys, &root, now_ms)?;

        let policy = self.policy_for_what_is_kept()?;
        let effective_ms = self.effective_ms();
        let Vault { db, home, keyslots, keys, surroundings, guard, .. } = self;
        let next = keyslots.with_next_generation(keys)?;
        let target = Target { home, keyslots: &next, keys };
        let from = opened.keys.as_ref().unwrap_or(keys);
        let staged =
            stage(&opened.db, from, &target, surroundings.entropy.as_mut(), |transaction, _, entropy| {
                transaction.execute("DELETE FROM erase_order", [])?;
                seen::carry(db, transaction)?;
                for id in &again.whole {
                    forget::remove(transaction, &RecordId::from_bytes(*id))?;
                }
                for (id, up_to_ms) in &again.earlier {
                    forgotten::remove_versions(transaction, id, *up_to_ms, &forgotten::versions_of(db, id)?)?;
                }
                // What is set for the filter stays as it is today, and what was checked against it is checked again: what was masked
                // then must not return.
                carry_filter(db, transaction)?;
                let allowed = &guard.allowed;
                let rechecking = Rechecking { policy: &policy, keys, allowed, now_ms: effective_ms };
                for id in &again.rechecked {
                    let id = RecordId::from_bytes(*id);
                    let Some(row) = records::memory_row(transaction, &id)? else { continue };
                    let plan = match rechecking.plan(transaction, row) {
                        // What does not open hides nothing that could be read.
                        Err(error) if error.code == Code::Damaged => continue,
                        plan => plan?,
                    };
                    if !plan.changes_nothing() {
                        let writer = Writer { entropy: &mut *entropy, model: None };
                        plan.carry_out(transaction, keys, writer, None, now_ms)?;
                    }
                }
                // Also of what is not in this backup: another one may hold it.
                for (action, ids) in [
                    (Action::Forgot, &again.tell_whole),
                    (Action::ForgotEarlier, &again.tell_earlier),
                    (Action::Rechecked, &again.rechecked),
                ] {
                    for id in ids {
                        let subject = Some(id);
                        let entry = Entry { at_ms: now_ms, action, subject, count: 1, envelope_digest: None };
                        audit::append(transaction, keys, &entry)?;
                    }
                }
                forgotten::carry_receipts(db, transaction)?;
                let (action, count) = (Action::Restored, plan.memories as u64);
                let entry = Entry { at_ms: now_ms, action, subject: None, count, envelope_digest: None };
                audit::append(transaction, keys, &entry).map(drop)
            });
        let staged = staged.and_then(|_| Ok(next.store(home.staged_keyslots())?));
        drop(opened);
        if let Err(error) = staged {
            let _ = swap::discard(&self.home);
            return Err(error);
        }
        let key = self.keys.database_key(self.keys.current_epoch())?;
        self.exchange_files(&key)?;
        self.generation_seen = next.generation();
        self.keyslots = next;
        Ok(Restored { plan, kept_as: before.folder })
    }

    /// What would be lost, and what in the backup was forgotten since.
    fn plan_for(&self, backup: &Connection) -> Result<(RestorePlan, Again), Error> {
        let (now, then) = (versions(&self.db)?, versions(backup)?);
        let (forgotten, known_then) = (Forgotten::read(&self.db)?, Forgotten::read(backup)?);
        let (mut whole, mut earlier) = (Vec::new(), Vec::new());
        for (id, current) in &then {
            if forgotten.whole(id) {
                whole.push(*id);
                continue;
            }
            let Some(up_to_ms) = forgotten.earlier_up_to(id) else { continue };
            // What the backup has as its text was forgotten as an earlier one: then it has nothing that may return.
            let gone = !forgotten::versions_of(&self.db, id)?.contains(current)
                && kept_at_ms(backup, current)?.is_some_and(|kept_ms| kept_ms <= up_to_ms);
            if gone { whole.push(*id) } else { earlier.push((*id, up_to_ms)) }
        }
        whole.sort_unstable();
        let (mut tell_whole, tell_earlier) = forgotten.not_in(&known_then);
        tell_whole.extend(&whole);
        tell_whole.sort_unstable();
        tell_whole.dedup();
        let removed: HashSet<Id> = whole.iter().copied().collect();
        let rechecked = forgotten.rechecked_not_in(&known_then);
        let again = Again { whole, earlier, rechecked, tell_whole, tell_earlier };
        let last_ms = backup.query_row("SELECT coalesce(max(at_ms), 0) FROM audit", [], |row| row.get(0))?;
        let plan = RestorePlan {
            backup_of: format_time(last_ms),
            memories: then.len() - removed.len(),
            lost: now.keys().filter(|id| !then.contains_key(*id) || removed.contains(*id)).count(),
            edits_lost: now
                .iter()
                .filter(|(id, now)| !removed.contains(*id) && then.get(*id).is_some_and(|then| then != *now))
                .count(),
            returning: then.keys().filter(|id| !now.contains_key(*id) && !removed.contains(*id)).count(),
            forgotten_again: removed.len(),
        };
        Ok((plan, again))
    }

    /// Opens a copy of a backup, so that the backup itself is never written to.
    fn open_backup(&self, folder: &Path, secret: Option<&UnlockSecret>) -> Result<Opened, Error> {
        let place = Home::new(folder);
        let keyslots = Keyslots::load(place.keyslots()).map_err(|_| {
            Error::new(
                Code::BadInput,
                "there is no backup in that folder",
                "`keepsake backup list` names them",
            )
        })?;
        if keyslots.vault_id() != self.keyslots.vault_id() {
            return Err(Error::new(
                Code::BadInput,
                "that is a backup of another vault",
                "open it in a folder of its own with --home",
            ));
        }
        let epoch = keyslots.current_epoch();
        let own = self.keys.epochs().contains(&epoch);
        let keys =
            if own { None } else { Some(unlock(&keyslots, secret, self.surroundings.keychain.as_ref())?) };
        let key = keys.as_ref().unwrap_or(&self.keys).database_key(epoch)?;
        let copy = self.home.restoring();
        let _ = fs::remove_file(&copy);
        fs::copy(place.database(), &copy).map_err(|error| Error::io("the backup", &error))?;
        let mut opened = match connection::open(&copy, &key, Expect::Database) {
            Ok(db) => Opened { db, keys, copy },
            Err(error) => {
                let _ = fs::remove_file(&copy);
                return Err(match error.code {
                    Code::Damaged => Error::damaged("the backup"),
                    _ => error,
                });
            }
        };
        if migrate::version(&opened.db)? < migrate::SCHEMA_VERSION {
            migrate::migrate(&mut opened.db)?;
        }
        let id: Id = opened.db.query_row("SELECT id FROM vault", [], |row| row.get(0))?;
        let sound: String = opened.db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if id != *keyslots.vault_id().as_bytes() || sound != "ok" {
            return Err(Error::damaged("the backup"));
        }
        Ok(opened)
    }
}

/// Puts a backup where there is no vault, as it is: it opens with the passphrase or recovery code of its day. What was forgotten
/// after it was made cannot be known, and is in it.
///
/// # Errors
/// [`Code::AlreadyThere`] where there is one; as [`Vault::open`]. Nothing is left then.
pub fn restore_into_empty(
    home: Home,
    folder: &Path,
    secret: &UnlockSecret,
    surroundings: Surroundings,
) -> Result<Vault, Error> {
    let place = Home::new(folder);
    place.expect_vault()?;
    home.restore_files(&place)?;
    match Vault::open(home.clone(), secret, surroundings) {
        Ok(mut vault) => {
            // An order to erase was given to the vault that is gone, not to this copy of it.
            vault.cancel_erase()?;
            vault.note(Action::Restored, 1)?;
            vault.accept_restored();
            Ok(vault)
        }
        Err(error) => {
            // It was put there a moment ago, and it is still in the backup.
            home.remove_files()?;
            Err(error)
        }
    }
}

fn unlock(
    keyslots: &Keyslots,
    secret: Option<&UnlockSecret>,
    keychain: &dyn Keychain,
) -> Result<Keys, Error> {
    let keys = match secret {
        Some(UnlockSecret::Passphrase(passphrase)) => {
            return unlock_by_passphrase(keyslots, passphrase, keychain);
        }
        Some(UnlockSecret::RecoveryCode(code)) => keyslots.unlock(Unlock::Recovery(code)),
        Some(UnlockSecret::Keychain) | None => {
            return Err(Error::new(
                Code::SecretNeeded,
                "this backup is from before the vault's keys were renewed",
                "give the passphrase or the recovery code that the vault had then",
            ));
        }
    };
    Ok(keys?)
}

fn kept_at_ms(db: &Connection, version: &Id) -> Result<Option<i64>, Error> {
    Ok(db
        .prepare_cached("SELECT kept_at_ms FROM version WHERE id = ?1")?
        .query_row([version], |row| row.get(0))
        .optional()?)
}

/// The filter's settings and the values that always pass, as they are in the vault.
fn carry_filter(from: &Connection, to: &Connection) -> Result<(), Error> {
    to.execute_batch("DELETE FROM filter_settings; DELETE FROM allowed_value")?;
    let settings: Option<(i64, String)> = from
        .query_row("SELECT revision, body FROM filter_settings", [], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    if let Some((revision, body)) = settings {
        to.execute(
            "INSERT INTO filter_settings (only_row, revision, body) VALUES (1, ?1, ?2)",
            params![revision, body],
        )?;
    }
    tables::for_each_row(from, Table::AllowedValue, &mut |row| {
        tables::insert_row(to, Table::AllowedValue, &row)
    })
}

/// Every memory and its current version.
fn versions(db: &Connection) -> Result<HashMap<Id, Id>, Error> {
    let mut statement = db.prepare("SELECT id, version FROM memory")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
