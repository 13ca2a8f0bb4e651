//! Destroys the whole vault: ordered inside it, carried out after an unlocking once seven days have passed, or at once with a typed
//! phrase; keys first, and brought to its end wherever it was cut off. Must not destroy anything by a file's word while there are
//! keys: an order lies in the database.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use keepsake_seal::{DeviceKey, Keychain, KeychainItem, VaultId, erase_mark, is_erase_mark};
use rusqlite::{OptionalExtension, TransactionBehavior, params};
use serde::Serialize;

use crate::audit::{self, Action, Entry};
use crate::backup;
use crate::clock::format_time;
use crate::erase_statement::EraseStatement;
use crate::home::{Home, create_private};
use crate::open::Vault;
use crate::receipt::AuditHead;
use crate::seen;
use crate::store::lock_file::LockFile;
use crate::{Code, Error};

/// How long an order can be undone.
const GRACE_MS: i64 = 7 * 24 * 60 * 60 * 1000;
/// What must be typed to have it done at once.
pub const ERASE_PHRASE: &str = "erase everything";

/// An order to erase the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EraseOrder {
    /// When it was given, RFC 3339.
    pub ordered_at: String,
    /// From when on the next unlocking carries it out, RFC 3339.
    pub due_at: String,
    /// Milliseconds until then; none left when it is due.
    pub left_ms: i64,
    /// Where the statements go, if a folder was named.
    pub statement_folder: Option<PathBuf>,
    /// True if it is due, but by the word of a clock that has jumped: the person must say that the clock is right.
    pub waits_for_confirmation: bool,
}

/// What an erase did; unsigned, as the keys are gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Erased {
    /// Which vault.
    pub vault_id: String,
    /// When it was done, RFC 3339.
    pub at: String,
    /// Backups that were deleted with it.
    pub backups_deleted: usize,
    /// What could not be deleted, and is of no use without keys.
    pub left: Vec<PathBuf>,
    /// Backups, or the folder chosen for them, that could not be reached or deleted: these may still open with the passphrase or
    /// recovery code of their day.
    pub backups_left: Vec<PathBuf>,
    /// True if nothing of the vault is in this computer's keychain any more. What stays there opens nothing.
    pub keychain_cleared: bool,
}

impl Vault {
    /// The order, if there is one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn erase_order(&self) -> Result<Option<EraseOrder>, Error> {
        let Some((ordered_at_ms, due_at_ms, folder)) = self.stored_order()? else { return Ok(None) };
        let now = seen::now(&self.db, self.surroundings.clock.as_ref())?;
        let left_ms = (due_at_ms - now.at_ms).max(0);
        Ok(Some(EraseOrder {
            ordered_at: format_time(ordered_at_ms),
            due_at: format_time(due_at_ms),
            left_ms,
            statement_folder: folder.map(PathBuf::from),
            waits_for_confirmation: left_ms == 0 && due_at_ms > ordered_at_ms && now.unexplained_ms.is_some(),
        }))
    }

    /// Orders that everything be erased in seven days. Until then the vault can be read, searched and exported, and nothing in it
    /// changes; [`Vault::cancel_erase`] undoes it. `statements` is the folder in which the person wants to find what is said of it.
    ///
    /// # Errors
    /// [`Code::AlreadyThere`] if it is ordered already; [`Code::BadInput`] for a folder that is not there, or among the vault's own.
    pub fn order_erase(&mut self, statements: Option<&Path>) -> Result<EraseOrder, Error> {
        if self.erase_order()?.is_some() {
            return Err(Error::new(
                Code::AlreadyThere,
                "the vault is ordered to be erased already",
                "`keepsake erase cancel` undoes it",
            ));
        }
        let folder = statements.map(|folder| checked_folder(&self.home, folder)).transpose()?;
        self.insert_order(folder.as_deref(), GRACE_MS)?;
        self.erase_order()?.ok_or_else(|| Error::damaged("the order"))
    }

    /// Undoes an order: the vault is as it was. Says whether there was one.
    ///
    /// # Errors
    /// [`Code::Busy`], [`Code::DiskFull`].
    pub fn cancel_erase(&mut self) -> Result<bool, Error> {
        let now_ms = self.now_ms();
        // Left by an erase that was cut off before it destroyed anything; it must not outlive the order that it speaks for.
        remove_whatever(&self.home.erasing()).map_err(failed)?;
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let was_ordered = transaction.execute("DELETE FROM erase_order", [])? > 0;
        if was_ordered {
            let action = Action::EraseCancelled;
            let entry = Entry { at_ms: now_ms, action, subject: None, count: 1, envelope_digest: None };
            audit::append(&transaction, &self.keys, &entry)?;
        }
        transaction.commit()?;
        self.committed();
        Ok(was_ordered)
    }

    /// True if an order is due, and the clock can be believed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn is_due_for_erase(&self) -> Result<bool, Error> {
        let order = self.erase_order()?;
        Ok(order.is_some_and(|order| order.left_ms == 0 && !order.waits_for_confirmation))
    }

    /// Erases everything now, by the typed phrase instead of the seven days. `others` are files and folders of the app's own that
    /// go with it.
    ///
    /// # Errors
    /// [`Code::BadInput`] if the phrase is another one; [`Code::Busy`] while another program has the vault open. Nothing is
    /// destroyed then.
    pub fn erase_now(
        self,
        phrase: &str,
        statements: Option<&Path>,
        others: &[PathBuf],
    ) -> Result<Erased, Error> {
        if phrase.trim() != ERASE_PHRASE {
            return Err(Error::new(
                Code::BadInput,
                "the phrase is another one, so nothing was erased",
                format!("type `{ERASE_PHRASE}`"),
            ));
        }
        let folder = statements.map(|folder| checked_folder(&self.home, folder)).transpose()?;
        self.destroy(&By::Phrase(folder), others)
    }

    /// Carries out an order that is due.
    ///
    /// # Errors
    /// [`Code::BadInput`] if none is; [`Code::Busy`] while another program has the vault open. Nothing is destroyed then. After any
    /// later error the next start of a program goes on with it.
    pub fn carry_out_erase(self, others: &[PathBuf]) -> Result<Erased, Error> {
        if !self.is_due_for_erase()? {
            return Err(not_due());
        }
        self.destroy(&By::Order, others)
    }

    fn destroy(mut self, by: &By, others: &[PathBuf]) -> Result<Erased, Error> {
        let (lock, home) = (self.lock.clone(), self.home.clone());
        // Alone until the end: nobody else may find half of it.
        lock.while_exclusive(&home, || {
            self.expect_own_files()?;
            let before = self.stored_order()?;
            if let By::Phrase(folder) = by {
                self.make_due(folder.as_deref())?;
            }
            let prepared = self.prepare();
            let (order, roots, statement) = match prepared {
                Ok(prepared) => prepared,
                Err(error) => {
                    // Nothing is destroyed yet, and nothing may stay armed that was not before.
                    if let By::Phrase(_) = by {
                        self.put_order_back(before);
                    }
                    return Err(error);
                }
            };
            if let Some(folder) = &order.statements {
                // A folder that is away for now must not keep the vault from being erased as it was ordered.
                let _ = statement.write(folder);
            }
            // Before any key is gone, but with the marker there; no file of the vault's has to name what lies elsewhere.
            let (backups_deleted, left) = destroy_backups(&roots, &home, &order.vault_id);
            let keychain = self.surroundings.keychain.as_ref();
            let mut erased = finish(&home, &order, Some(keychain), others)?;
            erased.backups_deleted += backups_deleted;
            erased.backups_left.extend(left);
            if let Some(folder) = &order.statements {
                // It says what was done; that it cannot be written undoes nothing.
                let _ = write_note(folder, &erased);
            }
            Ok(erased)
        })?
    }

    /// All that can fail before anything is destroyed: what is signed, the marker, the closing of the database. An order that was
    /// undone while this program waited to be alone is none.
    fn prepare(&mut self) -> Result<(Order, Vec<PathBuf>, EraseStatement), Error> {
        let standing = self.erase_order()?;
        let standing = standing.filter(|order| order.left_ms == 0 && !order.waits_for_confirmation);
        let standing = standing.ok_or_else(not_due)?;
        let at_ms = self.now_ms();
        let statement = self.erase_statement(at_ms)?;
        let roots = self.backup_settings()?.folder.into_iter().collect();
        let vault_id = self.keyslots.vault_id();
        let order = Order { vault_id, at_ms, statements: standing.statement_folder };
        self.empty_write_ahead_log();
        order
            .write(&self.home, stored_device_key(self.surroundings.keychain.as_ref(), &vault_id).as_ref())?;
        self.leave_no_anchor();
        if let Err(error) = self.close_database() {
            let _ = fs::remove_file(self.home.erasing());
            return Err(error);
        }
        Ok((order, roots, statement))
    }

    /// The order's row: when it was given, from when it is due, where statements go.
    fn stored_order(&self) -> Result<Option<StoredOrder>, Error> {
        Ok(self
            .db
            .prepare_cached("SELECT ordered_at_ms, due_at_ms, statement_folder FROM erase_order")?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?)
    }

    /// By the typed phrase it is due at once.
    fn make_due(&mut self, folder: Option<&str>) -> Result<(), Error> {
        let due = "UPDATE erase_order SET due_at_ms = ordered_at_ms, statement_folder = coalesce(?1, statement_folder)";
        if self.db.execute(due, [folder])? == 0 {
            self.insert_order(folder, 0)?;
        }
        Ok(())
    }

    /// As it was before the phrase was typed. Best effort: should it fail, the order stands, is seen, and can be undone.
    fn put_order_back(&mut self, before: Option<StoredOrder>) {
        match before {
            Some((_, due_at_ms, folder)) => {
                let back = "UPDATE erase_order SET due_at_ms = ?1, statement_folder = ?2";
                let _ = self.db.execute(back, params![due_at_ms, folder]);
            }
            None => drop(self.cancel_erase()),
        }
    }

    /// What is signed while the keys are there.
    fn erase_statement(&self, at_ms: i64) -> Result<EraseStatement, Error> {
        let ordered = self.erase_order()?.map(|order| order.ordered_at).unwrap_or_default();
        let memories: i64 = self.db.query_row("SELECT count(*) FROM memory", [], |row| row.get(0))?;
        let head = audit::head(&self.db)?;
        let audit_head =
            head.map(|head| AuditHead { sequence: head.sequence, chain: HEXLOWER.encode(&head.chain) });
        let mut statement = EraseStatement {
            keepsake_erase_order: 0,
            vault_id: self.id(),
            ordered_at: ordered,
            begun_at: format_time(at_ms),
            memories: memories as u64,
            audit_head: audit_head.unwrap_or_default(),
            public_key: String::new(),
            signature: String::new(),
        };
        statement.sign(&self.keys)?;
        Ok(statement)
    }

    fn insert_order(&mut self, folder: Option<&str>, grace_ms: i64) -> Result<(), Error> {
        let now_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let clock = self.surroundings.clock.as_ref();
        seen::begin(&transaction, clock)?;
        // By the time that counts: a clock set back must not make an old order of it.
        let at_ms = seen::now(&transaction, clock)?.at_ms;
        transaction.execute(
            "INSERT INTO erase_order (only_row, ordered_at_ms, due_at_ms, statement_folder) VALUES (1, ?1, ?2, ?3)",
            params![at_ms, at_ms.saturating_add(grace_ms), folder],
        )?;
        let action = Action::EraseOrdered;
        let entry = Entry { at_ms: now_ms, action, subject: None, count: 1, envelope_digest: None };
        audit::append(&transaction, &self.keys, &entry)?;
        transaction.commit()?;
        self.committed();
        Ok(())
    }
}

/// When it was ordered and from when it is due, and where statements go.
type StoredOrder = (i64, i64, Option<String>);

/// By what word a vault is erased.
enum By {
    /// By an order, whose days are over.
    Order,
    /// By the typed phrase; with the folder for statements, if one was named.
    Phrase(Option<String>),
}

/// What must be known when the keys are gone.
struct Order {
    vault_id: VaultId,
    at_ms: i64,
    /// Told to the one who carries it out alone: an erase that was cut off writes nothing elsewhere by a file's word.
    statements: Option<PathBuf>,
}

impl Order {
    /// Vault id and time, and, where the keychain has this device's key, a mark made with it. By this file's word alone nothing
    /// outside the vault's own folder is touched: not even the keychain without the mark.
    fn write(&self, home: &Home, device: Option<&DeviceKey>) -> Result<(), Error> {
        let mut lines = vec![self.vault_id.to_string(), self.at_ms.to_string()];
        lines.extend(device.map(|device| HEXLOWER.encode(&erase_mark(device, &self.vault_id, self.at_ms))));
        match fs::remove_file(home.erasing()) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(error)),
            _ => {}
        }
        let mut file = create_private(&home.erasing()).map_err(failed)?;
        file.write_all(lines.join("\n").as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
        sync_folder(home.folder())
    }

    /// What the marker says, and the mark in it.
    fn read(home: &Home) -> Option<(Order, Option<[u8; 32]>)> {
        let text = fs::read_to_string(home.erasing()).ok()?;
        let mut lines = text.lines();
        let vault_id = lines.next()?.parse().ok()?;
        let at_ms = lines.next()?.parse().ok()?;
        let mark = lines.next().and_then(|mark| HEXLOWER.decode(mark.as_bytes()).ok()?.try_into().ok());
        Some((Order { vault_id, at_ms, statements: None }, mark))
    }
}

/// Goes on with an erase that was cut off after it had destroyed the keys. With keys there, nothing is done: then the order in the
/// database counts, or the person's second thoughts.
///
/// # Errors
/// [`Code::Busy`] while another program is at it; when something cannot be deleted: the next call tries again.
pub fn finish_erasing(
    home: &Home,
    keychain: &dyn Keychain,
    others: &[PathBuf],
) -> Result<Option<Erased>, Error> {
    if !are_keys_gone(home) || Order::read(home).is_none() {
        return Ok(None);
    }
    let _alone = LockFile::exclusive(home)?;
    // Another program may have brought it to its end, or a backup back, while this one waited.
    let Some((order, mark)) = Order::read(home).filter(|_| are_keys_gone(home)) else { return Ok(None) };
    let device = stored_device_key(keychain, &order.vault_id);
    let marked = mark
        .zip(device)
        .is_some_and(|(mark, device)| is_erase_mark(&device, &order.vault_id, order.at_ms, &mark));
    finish(home, &order, marked.then_some(keychain), others).map(Some)
}

/// True without a keyslot file, or with one whose overwriting had begun: none that opens anything begins with a zero.
fn are_keys_gone(home: &Home) -> bool {
    let mut first = [1];
    match File::open(home.keyslots()).and_then(|mut file| file.read_exact(&mut first)) {
        Ok(()) => first == [0],
        Err(error) => error.kind() == ErrorKind::NotFound,
    }
}

fn stored_device_key(keychain: &dyn Keychain, vault_id: &VaultId) -> Option<DeviceKey> {
    let stored = keychain.get(vault_id, KeychainItem::DeviceKey).ok().flatten()?;
    DeviceKey::from_bytes(&stored).ok()
}

/// Keys first. From the moment the keyslots are gone nothing opens what is left, and the marker says to go on. Without a keychain
/// its entries stay: nobody who may say so asked for them to go.
fn finish(
    home: &Home,
    order: &Order,
    keychain: Option<&dyn Keychain>,
    others: &[PathBuf],
) -> Result<Erased, Error> {
    destroy_keyslots(&home.keyslots())?;
    let mut keychain_cleared = keychain.is_some();
    if let Some(keychain) = keychain {
        // The device key last: by it the marker is known if this is cut off. A keychain that is away keeps a key that opens nothing
        // any more.
        for item in [KeychainItem::Anchor, KeychainItem::NextDeviceKey, KeychainItem::DeviceKey] {
            keychain_cleared &= keychain.delete(&order.vault_id, item).is_ok();
        }
    }
    // Those in the vault's own folder, if it was cut off before.
    let (backups_deleted, backups_left) = destroy_backups(&[], home, &order.vault_id);
    let mut left = Vec::new();
    for path in home.own_files().iter().chain(others) {
        if remove_whatever(path).is_err() {
            left.push(path.clone());
        }
    }
    let _ = fs::remove_dir(home.own_backups());
    let (vault_id, at) = (order.vault_id.to_string(), format_time(order.at_ms));
    let erased = Erased { vault_id, at, backups_deleted, left, backups_left, keychain_cleared };
    remove_whatever(&home.erasing()).map_err(failed)?;
    let _ = fs::remove_file(home.lock());
    let _ = fs::remove_dir(home.folder());
    Ok(erased)
}

/// Deletes the vault's backups in these folders and in its own, their keys first. Says how many, and which are left.
fn destroy_backups(roots: &[PathBuf], home: &Home, vault_id: &VaultId) -> (usize, Vec<PathBuf>) {
    let (mut deleted, mut left) = (0, Vec::new());
    // A link in its place would lead out of the vault's folder.
    let own = Some(home.own_backups()).filter(|own| !own.is_symlink());
    // One that is away now may hold some.
    left.extend(roots.iter().filter(|root| fs::read_dir(root).is_err()).cloned());
    for root in roots.iter().cloned().chain(own) {
        for folder in backup::folders_of(&root, vault_id) {
            match destroy_keyslots(&Home::new(&folder).keyslots()).and_then(|()| backup::remove(&folder)) {
                Ok(()) => deleted += 1,
                Err(_) => left.push(folder),
            }
        }
    }
    (deleted, left)
}

/// Overwrites a keyslot file before it goes: what an SSD keeps of it, SECURITY.md says.
fn destroy_keyslots(path: &Path) -> Result<(), Error> {
    if path.is_symlink() {
        // What it leads to is not the vault's own.
        return fs::remove_file(path).map_err(failed);
    }
    let overwritten = File::options().write(true).open(path).and_then(|mut file| {
        let length = file.metadata()?.len() as usize;
        file.write_all(&vec![0; length])?;
        file.sync_all()
    });
    match overwritten {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        overwritten => overwritten.map_err(failed)?,
    }
    fs::remove_file(path).map_err(failed)?;
    path.parent().map_or(Ok(()), sync_folder)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> Result<(), Error> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)
}

/// A folder cannot be opened as a file there; NTFS journals its changes.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> Result<(), Error> {
    Ok(())
}

fn not_due() -> Error {
    Error::new(Code::BadInput, "no order to erase this vault is due", "nothing was erased")
}

fn remove_whatever(path: &Path) -> std::io::Result<()> {
    let removed = match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    match removed {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

fn write_note(folder: &Path, erased: &Erased) -> std::io::Result<()> {
    let name = format!("keepsake-erased-{}.json", erased.vault_id.get(..8).unwrap_or("vault"));
    let path = folder.join(name);
    let _ = fs::remove_file(&path);
    let mut file = create_private(&path)?;
    let note = serde_json::json!({
        "what": "Keepsake erased this vault. This note is not signed: the keys are gone. The signed statement is the file keepsake-erase-ordered beside it.",
        "erased": erased,
        "not_reached": "copies of the files that left this computer, disk snapshots, what an SSD has set aside",
    });
    file.write_all(format!("{note:#}\n").as_bytes())?;
    file.sync_all()
}

fn checked_folder(home: &Home, folder: &Path) -> Result<String, Error> {
    let folder = fs::canonicalize(folder).map_err(|error| Error::io("the folder for statements", &error))?;
    if home.would_hold(&folder.join("x")) {
        return Err(Error::new(
            Code::BadInput,
            "that is the vault's own folder, which will be gone",
            "choose another place for the statements",
        ));
    }
    let text = folder.to_str().filter(|text| !text.contains('\n')).ok_or_else(|| {
        Error::new(Code::BadInput, "the folder's path is not plain text", "choose another one")
    })?;
    Ok(text.to_owned())
}

fn failed(error: std::io::Error) -> Error {
    Error::io("the vault's folder", &error)
}
