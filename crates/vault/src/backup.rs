//! Copies of the vault that open by themselves, with the passphrase or the recovery code of their day. Must not change the vault,
//! but for the entry in its trail.

mod keep;

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use keepsake_seal::{Keys, Keyslots, VaultId};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, backup::Backup, params};
use serde::Serialize;

use crate::audit::{self, Action, Entry};
use crate::clock::format_time;
use crate::home::{Home, create_private, restrict};
use crate::open::Vault;
use crate::store::connection::{self, Expect};
use crate::store::swap;
use crate::{Code, Error};

/// Pages that are copied at once; another program may write between two such steps.
const PAGES_A_STEP: i32 = 4096;
/// How long a backup in the vault's own folder is kept: it was made before a migration or a restore.
const OWN_KEPT_MS: i64 = 30 * A_DAY_MS;
/// How old the newest backup is before the next one is made by itself.
const A_DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// The time in a backup's name, as `strftime` has it, and the name's other parts.
const STAMP: &str = "%Y-%m-%dT%H-%M-%SZ";
const PREFIX: &str = "keepsake-";
const PART: &str = ".part";
const README: &str = "This is a backup of a Keepsake vault, encrypted as the vault itself.\n\
    It opens with the passphrase or the recovery code that the vault had on that day;\n\
    if the vault was in strict mode, away from its computer with the recovery code alone.\n\n\
    To look into it:         keepsake --home THIS-FOLDER --passphrase-file FILE list\n\
    To put it in place:      keepsake backup restore THIS-FOLDER\n";

/// A backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BackupView {
    /// Its folder.
    pub folder: PathBuf,
    /// When it was made, RFC 3339.
    pub made_at: String,
    /// Its size.
    pub size_bytes: u64,
    /// Until when it is kept at most, if backups are made each day; RFC 3339.
    pub kept_until: String,
    #[serde(skip)]
    pub(crate) made_at_ms: i64,
}

/// What a check of a backup found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct BackupCheck {
    /// Memories in it.
    pub memories: usize,
}

/// Where backups go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BackupSettings {
    /// The folder; none if none was chosen.
    pub folder: Option<PathBuf>,
    /// Whether one is made each day.
    pub automatic: bool,
}

impl Vault {
    /// Where backups go, and whether they are made by themselves.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn backup_settings(&self) -> Result<BackupSettings, Error> {
        let row = self
            .db
            .query_row("SELECT folder, automatic FROM backup_settings", [], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?))
            })
            .optional()?;
        Ok(match row {
            Some((folder, automatic)) => BackupSettings { folder: Some(folder.into()), automatic },
            None => BackupSettings { folder: None, automatic: false },
        })
    }

    /// Chooses where backups go. Backups that lie elsewhere stay there, and are no longer cleared up.
    ///
    /// # Errors
    /// [`Code::BadInput`] for a path that is no Unicode or lies in the vault's own folder; when the folder cannot be made.
    pub fn set_backup_folder(&mut self, folder: &Path, automatic: bool) -> Result<(), Error> {
        let folder = absolute(folder)?;
        if self.home.would_hold(&folder.join("x")) {
            return Err(Error::new(
                Code::BadInput,
                "that is the vault's own folder",
                "choose another one, at best on another disk",
            ));
        }
        let text = folder.to_str().ok_or_else(|| {
            Error::new(Code::BadInput, "the folder's path is not valid Unicode", "choose another one")
        })?;
        let now_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute(
            "INSERT INTO backup_settings (only_row, folder, automatic) VALUES (1, ?1, ?2)
             ON CONFLICT (only_row) DO UPDATE SET folder = ?1, automatic = ?2",
            params![text, automatic],
        )?;
        let action = Action::BackupsSet;
        let entry = Entry { at_ms: now_ms, action, subject: None, count: 1, envelope_digest: None };
        audit::append(&transaction, &self.keys, &entry)?;
        transaction.commit()?;
        self.committed();
        Ok(())
    }

    /// Makes a backup in `folder`, or else in the one that was chosen, opens it again and checks it, and clears up there: the last
    /// of seven days, four weeks and six months stay.
    ///
    /// # Errors
    /// [`Code::BadInput`] if no folder was ever chosen; [`Code::DiskFull`]; when the copy does not open: then nothing is left of it,
    /// and no other backup has gone.
    pub fn back_up(&mut self, folder: Option<&Path>) -> Result<BackupView, Error> {
        let root = match folder {
            Some(folder) => absolute(folder)?,
            None => self.backup_settings()?.folder.ok_or_else(no_folder)?,
        };
        let now_ms = self.now_ms();
        let made = make(&self.db, &self.home, &self.keyslots, &self.keys, &root, now_ms)?;
        let all = of_vault(&root, &self.keyslots)?;
        let times: Vec<i64> = all.iter().map(|backup| backup.made_at_ms).collect();
        let gone = keep::superseded(&times);
        for old in all.iter().filter(|old| gone.contains(&old.made_at_ms) && old.folder != made.folder) {
            remove(&old.folder)?;
        }
        for unfinished in unfinished(&root, &self.keyslots.vault_id(), now_ms) {
            remove(&unfinished)?;
        }
        self.note(Action::BackedUp, 1)?;
        Ok(made)
    }

    /// Makes a backup if they are made by themselves and the newest is a day old, and says whether it did. Those that were made
    /// before a migration or a restore go after thirty days.
    ///
    /// # Errors
    /// As [`Vault::back_up`].
    pub fn back_up_if_due(&mut self) -> Result<bool, Error> {
        let now_ms = self.now_ms();
        // By the word of a clock that has jumped none goes.
        if self.unexplained_time_ms()?.is_none() {
            for own in self.own_backups_over(now_ms)? {
                remove(&own.folder)?;
            }
        }
        let settings = self.backup_settings()?;
        let Some(folder) = settings.folder.filter(|_| settings.automatic) else { return Ok(false) };
        let newest = of_vault(&folder, &self.keyslots)?.into_iter().map(|backup| backup.made_at_ms).max();
        // One from the future is no reason to wait: a clock was wrong.
        if newest.is_some_and(|at_ms| at_ms <= now_ms && now_ms - at_ms < A_DAY_MS) {
            return Ok(false);
        }
        self.back_up(None).map(|_| true)
    }

    /// How many of the backups in the vault's own folder have had their thirty days, but by the word of a clock that has jumped.
    ///
    /// # Errors
    /// When the folder or the database cannot be read.
    pub fn backups_held(&self) -> Result<usize, Error> {
        match self.unexplained_time_ms()? {
            Some(_) => Ok(self.own_backups_over(self.now_ms())?.len()),
            None => Ok(0),
        }
    }

    pub(crate) fn has_own_backups(&self) -> bool {
        of_vault(&self.home.own_backups(), &self.keyslots).is_ok_and(|own| !own.is_empty())
    }

    fn own_backups_over(&self, now_ms: i64) -> Result<Vec<BackupView>, Error> {
        let mut own = of_vault(&self.home.own_backups(), &self.keyslots)?;
        own.retain(|own| own.made_at_ms + OWN_KEPT_MS < now_ms);
        Ok(own)
    }

    /// This vault's backups in `folder`, or else in the one that was chosen and the vault's own, newest first.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn backups(&self, folder: Option<&Path>) -> Result<Vec<BackupView>, Error> {
        let roots = match folder {
            Some(folder) => vec![absolute(folder)?],
            None => self.backup_settings()?.folder.into_iter().chain([self.home.own_backups()]).collect(),
        };
        let mut all = Vec::new();
        for root in roots {
            let is_own = root == self.home.own_backups();
            for mut backup in of_vault(&root, &self.keyslots)? {
                if is_own {
                    backup.kept_until = format_time(backup.made_at_ms + OWN_KEPT_MS);
                }
                all.push(backup);
            }
        }
        all.sort_by_key(|backup| std::cmp::Reverse(backup.made_at_ms));
        Ok(all)
    }

    /// Opens a backup with this vault's keys and checks every page of it.
    ///
    /// # Errors
    /// [`Code::Damaged`]; [`Code::WrongSecret`] if it is from before the vault's keys were renewed: then only its own passphrase or
    /// recovery code opens it.
    pub fn verify_backup(&self, folder: &Path) -> Result<BackupCheck, Error> {
        let keyslots = Keyslots::load(Home::new(folder).keyslots())?;
        if keyslots.vault_id() != self.keyslots.vault_id() {
            return Err(Error::new(
                Code::BadInput,
                "that is a backup of another vault",
                "choose one of this vault",
            ));
        }
        if !self.keys.epochs().contains(&keyslots.current_epoch()) {
            return Err(Error::new(
                Code::WrongSecret,
                "this backup is from before the vault's keys were renewed",
                "open it with the passphrase or recovery code of its day",
            ));
        }
        check(&Home::new(folder), &keyslots, &self.keys)
    }

    pub(crate) fn note(&mut self, action: Action, count: u64) -> Result<(), Error> {
        let at_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let entry = Entry { at_ms, action, subject: None, count, envelope_digest: None };
        audit::append(&transaction, &self.keys, &entry)?;
        transaction.commit()?;
        self.committed();
        Ok(())
    }
}

/// Makes a backup beside others and opens it again.
pub(crate) fn make(
    db: &Connection,
    home: &Home,
    keyslots: &Keyslots,
    keys: &Keys,
    root: &Path,
    now_ms: i64,
) -> Result<BackupView, Error> {
    fs::create_dir_all(root).map_err(failed)?;
    let target = free_name(root, keyslots, now_ms)?;
    let mut part = target.clone().into_os_string();
    part.push(PART);
    let part = PathBuf::from(part);
    remove(&part)?;
    let made = copy(db, home, keyslots, keys, &part)
        .and_then(|()| fs::rename(&part, &target).and_then(|()| sync_folder(root)).map_err(failed));
    if let Err(error) = made {
        let _ = remove(&part);
        return Err(error);
    }
    view(&target, now_ms)
}

fn copy(db: &Connection, home: &Home, keyslots: &Keyslots, keys: &Keys, part: &Path) -> Result<(), Error> {
    fs::create_dir(part).and_then(|()| restrict(part, 0o700)).map_err(failed)?;
    let place = Home::new(part);
    // The file, not what is in memory: both of them, as they are now.
    let there = Keyslots::load(home.keyslots())?;
    if there.to_bytes() != keyslots.to_bytes() {
        return Err(Error::new(
            Code::Busy,
            "another program has just changed how this vault opens",
            "lock and unlock the vault, then try again",
        ));
    }
    let mut copied =
        connection::open(&place.database(), &keys.database_key(keys.current_epoch())?, Expect::Nothing)?;
    Backup::new(db, &mut copied)?.run_to_completion(PAGES_A_STEP, Duration::ZERO, None)?;
    // An order to erase is the vault's, not its copies': put back after it was undone, it would be carried out.
    let knows_orders: bool = copied.query_row(
        "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'erase_order')",
        [],
        |row| row.get(0),
    )?;
    // One that is backed up before a migration may be from before there were any.
    if knows_orders {
        copied.execute("DELETE FROM erase_order", [])?;
    }
    copied.close().map_err(|(_, error)| Error::from(error))?;
    keyslots.store(place.keyslots())?;
    let mut readme = create_private(&part.join("README.txt")).map_err(failed)?;
    readme.write_all(README.as_bytes()).and_then(|()| readme.sync_all()).map_err(failed)?;
    swap::sync(&place.database())?;
    let memories = memories(db)?;
    if check(&place, keyslots, keys)?.memories < memories {
        return Err(Error::damaged("the backup"));
    }
    Ok(())
}

/// Opens a backup and reads every page of it.
fn check(place: &Home, keyslots: &Keyslots, keys: &Keys) -> Result<BackupCheck, Error> {
    let stored = Keyslots::load(place.keyslots())?;
    let same_vault = stored.vault_id() == keyslots.vault_id();
    let db =
        connection::open(&place.database(), &keys.database_key(stored.current_epoch())?, Expect::Database)?;
    let sound: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    let id: [u8; 16] = db.query_row("SELECT id FROM vault", [], |row| row.get(0))?;
    if !same_vault || sound != "ok" || id != *keyslots.vault_id().as_bytes() {
        return Err(Error::damaged("the backup"));
    }
    Ok(BackupCheck { memories: memories(&db)? })
}

fn memories(db: &Connection) -> Result<usize, Error> {
    Ok(db.query_row("SELECT count(*) FROM memory", [], |row| row.get::<_, i64>(0))? as usize)
}

/// Every whole backup of this vault in `root`, newest first.
pub(crate) fn of_vault(root: &Path, keyslots: &Keyslots) -> Result<Vec<BackupView>, Error> {
    let entries = match fs::read_dir(root) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(failed)?,
    };
    let mut all = Vec::new();
    for entry in entries.flatten() {
        let name = entry.file_name();
        let whole = name.to_str().filter(|name| !name.ends_with(PART) && !entry.path().is_symlink());
        let Some(made_at_ms) = whole.and_then(time_of_name) else { continue };
        let own = Keyslots::load(Home::new(entry.path()).keyslots());
        if own.is_ok_and(|own| own.vault_id() == keyslots.vault_id()) {
            all.push(view(&entry.path(), made_at_ms)?);
        }
    }
    all.sort_by(|a, b| b.made_at_ms.cmp(&a.made_at_ms).then_with(|| b.folder.cmp(&a.folder)));
    Ok(all)
}

/// What is left of backups that were cut off while they were made, a day ago or longer.
fn unfinished(root: &Path, vault: &VaultId, now_ms: i64) -> Vec<PathBuf> {
    let mut left = folders_of(root, vault);
    left.retain(|folder| {
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.ends_with(PART) && time_of_name(name).is_some_and(|at_ms| at_ms + A_DAY_MS < now_ms)
    });
    left
}

/// Every backup of a vault in `root`, also one whose keyslots are gone already, or that was cut off while it was made. Links are none.
pub(crate) fn folders_of(root: &Path, vault: &VaultId) -> Vec<PathBuf> {
    let vault_name = vault.to_string();
    let beginning = format!("{PREFIX}{}-", vault_name.get(..8).unwrap_or(&vault_name));
    let entries = fs::read_dir(root).into_iter().flatten().flatten();
    let named = entries.filter(|entry| {
        let name = entry.file_name();
        let name = name.to_str().filter(|name| name.starts_with(&beginning));
        name.is_some_and(|name| time_of_name(name).is_some()) && !entry.path().is_symlink()
    });
    let of_vault = |folder: &PathBuf| match Keyslots::load(Home::new(folder).keyslots()) {
        Ok(keyslots) => keyslots.vault_id() == *vault,
        Err(_) => true,
    };
    named.map(|entry| entry.path()).filter(of_vault).collect()
}

fn view(folder: &Path, made_at_ms: i64) -> Result<BackupView, Error> {
    let size_bytes = Home::new(folder).files().iter().map(|file| file.size_bytes).sum();
    Ok(BackupView {
        folder: folder.to_owned(),
        made_at: format_time(made_at_ms),
        size_bytes,
        kept_until: format_time(keep::kept_until(made_at_ms)),
        made_at_ms,
    })
}

/// `keepsake-2026-03-12T18-42-00Z`, and a number behind it if there is one of the same second.
fn free_name(root: &Path, keyslots: &Keyslots, now_ms: i64) -> Result<PathBuf, Error> {
    let time = jiff::Timestamp::from_millisecond(now_ms).map_err(|_| Error::damaged("the clock"))?;
    let vault = keyslots.vault_id().to_string();
    let stamp = time.strftime(STAMP);
    let name = format!("{PREFIX}{}-{stamp}", vault.get(..8).unwrap_or(&vault));
    let mut path = root.join(&name);
    for number in 2.. {
        if !path.exists() {
            break;
        }
        path = root.join(format!("{name}-{number}"));
    }
    Ok(path)
}

fn time_of_name(name: &str) -> Option<i64> {
    let stamp = name.strip_prefix(PREFIX)?.get(9..)?;
    let time = jiff::civil::DateTime::strptime(STAMP, stamp.get(..20)?).ok()?;
    Some(time.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_millisecond())
}

/// Deletes a backup: first its keyslots, without which its database is noise.
pub(crate) fn remove(folder: &Path) -> Result<(), Error> {
    match fs::remove_file(Home::new(folder).keyslots()) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(error)),
        _ => {}
    }
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(failed(error)),
        _ => Ok(()),
    }
}

fn absolute(folder: &Path) -> Result<PathBuf, Error> {
    std::path::absolute(folder).map_err(failed)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

/// A folder cannot be opened as a file there; NTFS journals the rename.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> std::io::Result<()> {
    Ok(())
}

fn failed(error: std::io::Error) -> Error {
    Error::io("the backup", &error)
}

fn no_folder() -> Error {
    Error::new(
        Code::BadInput,
        "no folder for backups was chosen",
        "name one: `keepsake backup now --to FOLDER`, or choose one for good with `keepsake backup folder FOLDER`",
    )
}
