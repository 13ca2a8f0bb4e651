//! Destroys the whole vault: ordered inside it, carried out after an unlocking once seven days have passed, or at once with a typed
//! phrase; keys first, and brought to its end wherever it was cut off. Must not destroy anything by a file's word while there are
//! keys: an order lies in the database.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use keepsake_seal::{Keychain, KeychainItem, VaultId};
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
}

impl Vault {
    /// The order, if there is one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn erase_order(&self) -> Result<Option<EraseOrder>, Error> {
        let row = self
            .db
            .prepare_cached("SELECT ordered_at_ms, due_at_ms, statement_folder FROM erase_order")?
            .query_row([], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, Option<String>>(2)?))
            })
            .optional()?;
        let Some((ordered_at_ms, due_at_ms, folder)) = row else { return Ok(None) };
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
        self.insert_order(statements, GRACE_MS)?;
        self.erase_order()?.ok_or_else(|| Error::damaged("the order"))
    }

    /// Undoes an order: the vault is as it was. Says whether there was one.
    ///
    /// # Errors
    /// [`Code::Busy`], [`Code::DiskFull`].
    pub fn cancel_erase(&mut self) -> Result<bool, Error> {
        let now_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let was_ordered = transaction.execute("DELETE FROM erase_order", [])? > 0;
        if was_ordered {
            let action = Action::EraseCancelled;
            let entry = Entry { at_ms: now_ms, action, subject: None, count: 1, envelope_digest: None };
            audit::append(&transaction, &self.keys, &entry)?;
        }
        transaction.commit()?;
        // Left by an erase that was cut off before it destroyed anything.
        let _ = fs::remove_file(self.home.erasing());
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
        mut self,
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
        match self.erase_order()? {
            None => self.insert_order(statements, 0)?,
            Some(_) => {
                self.db.execute("UPDATE erase_order SET due_at_ms = ordered_at_ms", [])?;
            }
        }
        self.carry_out_erase(others)
    }

    /// Carries out an order that is due.
    ///
    /// # Errors
    /// [`Code::BadInput`] if none is; [`Code::Busy`] while another program has the vault open. Nothing is destroyed then. After any
    /// later error the next start of a program goes on with it.
    pub fn carry_out_erase(mut self, others: &[PathBuf]) -> Result<Erased, Error> {
        if !self.is_due_for_erase()? {
            return Err(Error::new(
                Code::BadInput,
                "no order to erase this vault is due",
                "nothing was erased",
            ));
        }
        let keychain = self.surroundings.keychain.clone();
        let at_ms = self.now_ms();
        let statement = self.erase_statement(at_ms)?;
        let folder = self.erase_order()?.and_then(|order| order.statement_folder);
        let roots: Vec<PathBuf> = self.backup_settings()?.folder.into_iter().collect();
        let order = Order { vault_id: self.keyslots.vault_id(), at_ms, statements: folder };
        let (lock, home) = (self.lock.clone(), self.home.clone());
        // Alone until the end: nobody else may find half of it.
        lock.while_exclusive(&home, || {
            self.expect_own_files()?;
            self.empty_write_ahead_log();
            if let Some(folder) = &order.statements {
                // A folder that is away for now must not keep the vault from being erased as it was ordered.
                let _ = statement.write(folder);
            }
            // While the keys are there, so that no file of its own has to name what lies elsewhere.
            let (backups_deleted, left) = destroy_backups(&roots, &home, &order.vault_id);
            order.write(&home)?;
            self.leave_no_anchor();
            self.close_database()?;
            let mut erased = finish(&home, &order, keychain.as_ref(), others)?;
            erased.backups_deleted += backups_deleted;
            erased.left.extend(left);
            if let Some(folder) = &order.statements {
                // It says what was done; that it cannot be written undoes nothing.
                let _ = write_note(folder, &erased);
            }
            Ok(erased)
        })?
    }

    /// What is signed while the keys are there.
    fn erase_statement(&self, at_ms: i64) -> Result<EraseStatement, Error> {
        let ordered = self.erase_order()?.map(|order| order.ordered_at).unwrap_or_default();
        let memories: i64 = self.db.query_row("SELECT count(*) FROM memory", [], |row| row.get(0))?;
        let head = audit::head(&self.db)?;
        let audit_head = head.map(|head| AuditHead {
            sequence: head.sequence,
            chain: data_encoding::HEXLOWER.encode(&head.chain),
        });
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

    fn insert_order(&mut self, statements: Option<&Path>, grace_ms: i64) -> Result<(), Error> {
        if self.erase_order()?.is_some() {
            return Err(Error::new(
                Code::AlreadyThere,
                "the vault is ordered to be erased already",
                "`keepsake erase cancel` undoes it",
            ));
        }
        let folder = statements.map(|folder| checked_folder(&self.home, folder)).transpose()?;
        let now_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let at_ms = self.surroundings.clock.now_ms();
        transaction.execute(
            "INSERT INTO erase_order (only_row, ordered_at_ms, due_at_ms, statement_folder) VALUES (1, ?1, ?2, ?3)",
            params![at_ms, at_ms.saturating_add(grace_ms), folder],
        )?;
        seen::confirm(&transaction, self.surroundings.clock.as_ref())?;
        let action = Action::EraseOrdered;
        let entry = Entry { at_ms: now_ms, action, subject: None, count: 1, envelope_digest: None };
        audit::append(&transaction, &self.keys, &entry)?;
        transaction.commit()?;
        self.committed();
        Ok(())
    }
}

/// What must be known when the keys are gone.
struct Order {
    vault_id: VaultId,
    at_ms: i64,
    /// Told to the one who carries it out alone: an erase that was cut off writes nothing elsewhere by a file's word.
    statements: Option<PathBuf>,
}

impl Order {
    /// Two lines: vault id and time. By this file's word alone nothing outside the vault's own folder is touched.
    fn write(&self, home: &Home) -> Result<(), Error> {
        let lines = [self.vault_id.to_string(), self.at_ms.to_string()];
        match fs::remove_file(home.erasing()) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(error)),
            _ => {}
        }
        let mut file = create_private(&home.erasing()).map_err(failed)?;
        file.write_all(lines.join("\n").as_bytes()).and_then(|()| file.sync_all()).map_err(failed)
    }

    fn read(home: &Home) -> Option<Order> {
        let text = fs::read_to_string(home.erasing()).ok()?;
        let mut lines = text.lines();
        let vault_id = lines.next()?.parse().ok()?;
        let at_ms = lines.next()?.parse().ok()?;
        Some(Order { vault_id, at_ms, statements: None })
    }
}

/// Goes on with an erase that was cut off after it had destroyed the keys. With keys there, nothing is done: then the order in the
/// database counts, or the person's second thoughts.
///
/// # Errors
/// When something cannot be deleted; the next call tries again.
pub fn finish_erasing(
    home: &Home,
    keychain: &dyn Keychain,
    others: &[PathBuf],
) -> Result<Option<Erased>, Error> {
    if home.keyslots().exists() {
        return Ok(None);
    }
    let Some(order) = Order::read(home) else { return Ok(None) };
    finish(home, &order, keychain, others).map(Some)
}

/// Keys first. From the moment the keyslots are gone nothing opens what is left, and the marker says to go on.
fn finish(home: &Home, order: &Order, keychain: &dyn Keychain, others: &[PathBuf]) -> Result<Erased, Error> {
    destroy_keyslots(&home.keyslots())?;
    for item in KeychainItem::ALL {
        // A keychain that is away keeps a key that opens nothing any more.
        let _ = keychain.delete(&order.vault_id, item);
    }
    // Those in the vault's own folder, if it was cut off before.
    let (backups_deleted, mut left) = destroy_backups(&[], home, &order.vault_id);
    for path in home.own_files().iter().chain(others) {
        if remove_whatever(path).is_err() {
            left.push(path.clone());
        }
    }
    let _ = fs::remove_dir(home.own_backups());
    let erased =
        Erased { vault_id: order.vault_id.to_string(), at: format_time(order.at_ms), backups_deleted, left };
    remove_whatever(&home.erasing()).map_err(failed)?;
    let _ = fs::remove_file(home.lock());
    let _ = fs::remove_dir(home.folder());
    Ok(erased)
}

/// Deletes the vault's backups in these folders and in its own, their keys first. Says how many, and which are left.
fn destroy_backups(roots: &[PathBuf], home: &Home, vault_id: &VaultId) -> (usize, Vec<PathBuf>) {
    let (mut deleted, mut left) = (0, Vec::new());
    for root in roots.iter().cloned().chain([home.own_backups()]) {
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
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
    }
    Ok(())
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
