//! Erases memories: record, versions, vectors, links and whatever is derived, in one transaction, overwritten in the live files.
//! Must leave a receipt, and never content in it.

use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use keepsake_seal::RecordId;
use rusqlite::{Connection, TransactionBehavior};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::audit::{self, Action, Entry};
use crate::backup;
use crate::clock::format_time;
use crate::open::Vault;
use crate::receipt::{self, AuditHead, Reason, Receipt, Tier};
use crate::replace::unlink;
use crate::residue::{Needles, ResidueReport};
use crate::store::{originals, records, vectors};
use crate::{Code, Error};

/// Databases up to this size are searched for leftovers after each forget; larger ones when it is asked for.
const SCANNED_UP_TO_BYTES: u64 = 64 * 1024 * 1024;

/// What forgetting would take away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ForgetPreview {
    /// Memories; of an earlier text alone, none.
    pub memories: usize,
    /// Their versions, the current one included.
    pub versions: usize,
    /// Their vectors.
    pub vectors: usize,
    /// Originals that were sealed in them.
    pub originals: usize,
    /// Links to what replaced them, or what they replaced.
    #[serde(default)]
    pub links: usize,
    /// Sealed pieces of the search index that held them.
    #[serde(default)]
    pub segments: usize,
}

/// Whether leftovers are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scan {
    /// In vaults up to 64 MB, where it takes some tenths of a second.
    #[default]
    IfSmall,
    /// In any.
    Always,
    /// In none.
    Never,
}

/// How to forget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ForgetRequest {
    /// How far.
    pub tier: Tier,
    /// Why.
    pub reason: Reason,
    /// Whether leftovers are looked for.
    pub scan: Scan,
}

/// What was forgotten.
#[derive(Debug, Clone)]
pub struct Forgotten {
    /// The signed statement.
    pub receipt: Receipt,
    /// Where leftovers were found, if they were looked for; empty as it should be.
    pub residue: ResidueReport,
}

/// What a forget takes.
enum What<'a> {
    Memories(&'a [RecordId]),
    EarlierVersions(&'a RecordId),
}

impl Vault {
    /// Counts what [`Vault::forget`] would take away.
    ///
    /// # Errors
    /// [`Code::NotFound`] if any id is unknown.
    pub fn forget_preview(&self, ids: &[RecordId]) -> Result<ForgetPreview, Error> {
        count(&self.db, &What::Memories(ids))
    }

    /// Erases memories, all or none, and empties the write-ahead log.
    ///
    /// # Errors
    /// [`Code::NotFound`] if any id is unknown; [`Code::Busy`]: then nothing was erased.
    pub fn forget(&mut self, ids: &[RecordId]) -> Result<Receipt, Error> {
        Ok(self.forget_with(ids, ForgetRequest::default())?.receipt)
    }

    /// As [`Vault::forget`], for memories whose time has come.
    pub(crate) fn forget_expired(&mut self, ids: &[RecordId]) -> Result<Receipt, Error> {
        let request = ForgetRequest { reason: Reason::Expired, ..ForgetRequest::default() };
        Ok(self.forget_with(ids, request)?.receipt)
    }

    /// Erases memories, all or none, as far as the request says.
    ///
    /// # Errors
    /// As [`Vault::forget`]. A database that cannot be written anew, or whose keys cannot be renewed, is no error: the receipt then
    /// says the tier that was reached.
    pub fn forget_with(&mut self, ids: &[RecordId], request: ForgetRequest) -> Result<Forgotten, Error> {
        let mut ids = ids.to_vec();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return Err(Error::new(Code::BadInput, "nothing was named to forget", "give one or more ids"));
        }
        self.erase(&What::Memories(&ids), request)
    }

    /// Erases what a memory said before it was edited: all its versions but the current one, with their originals.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::BadInput`] if it has no earlier text; [`Code::Busy`].
    pub fn forget_earlier(&mut self, id: &RecordId, request: ForgetRequest) -> Result<Forgotten, Error> {
        let what = What::EarlierVersions(id);
        if count(&self.db, &what)?.versions == 0 {
            return Err(Error::new(Code::BadInput, "this memory has no earlier text", "nothing was changed"));
        }
        self.erase(&what, ForgetRequest { reason: Reason::EarlierText, ..request })
    }

    fn erase(&mut self, what: &What<'_>, request: ForgetRequest) -> Result<Forgotten, Error> {
        // What waits from before comes first; that it still waits is no reason not to go on.
        let _ = self.retry_pending();
        self.clear_folded()?;
        let now_ms = self.now_ms();
        let (mut receipt_id, mut salt) = ([0; 16], [0; 32]);
        self.surroundings.entropy.fill(&mut receipt_id)?;
        self.surroundings.entropy.fill(&mut salt)?;
        let scans = match request.scan {
            Scan::Always => true,
            Scan::Never => false,
            Scan::IfSmall => self.database_bytes() <= SCANNED_UP_TO_BYTES,
        };
        let backups_holding = self.backups_holding();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let counts = count(&transaction, what)?;
        let mut needles = Needles::default();
        let ids = what.ids();
        for id in ids {
            if scans {
                let current = records::memory_row(&transaction, id)?.ok_or_else(Error::not_found)?.version;
                let except = matches!(what, What::EarlierVersions(_)).then(|| *current.as_bytes());
                needles.collect(&transaction, &self.keys, id, except.as_ref())?;
            }
        }
        let mut head = None;
        for id in ids {
            let action = match what {
                What::Memories(_) => {
                    remove(&transaction, id)?;
                    Action::Forgot
                }
                What::EarlierVersions(_) => {
                    remove_earlier(&transaction, id)?;
                    Action::ForgotEarlier
                }
            };
            let subject = Some(id.as_bytes());
            let entry = Entry { at_ms: now_ms, action, subject, count: 1, envelope_digest: None };
            head = Some(audit::append(&transaction, &self.keys, &entry)?);
        }
        let mut receipt = Receipt {
            keepsake_receipt: 0,
            receipt_id: HEXLOWER.encode(&receipt_id),
            revision: 1,
            vault_id: self.keyslots.vault_id().to_string(),
            at: format_time(now_ms),
            tier: Tier::Removed,
            asked: request.tier,
            fell_short: None,
            reason: request.reason,
            counts,
            salt: HEXLOWER.encode(&salt),
            memory_hashes: ids
                .iter()
                .map(|id| {
                    HEXLOWER.encode(&Sha256::new().chain_update(salt).chain_update(id.as_bytes()).finalize())
                })
                .collect(),
            pending: true,
            residue: Default::default(),
            backups_deleted: Vec::new(),
            backups_unreachable: Vec::new(),
            backups_holding,
            audit_head: head.map_or_else(AuditHead::default, |head| AuditHead {
                sequence: head.sequence,
                chain: HEXLOWER.encode(&head.chain),
            }),
            public_key: String::new(),
            signature: String::new(),
        };
        let line = receipt.sign(&self.keys)?;
        receipt::insert(&transaction, &receipt_id, now_ms, &line)?;
        transaction.commit()?;
        receipt.pending = !self.empty_write_ahead_log();
        if request.tier == Tier::Compacted {
            match self.compact() {
                Ok(()) => receipt.tier = Tier::Compacted,
                Err(error) => receipt.fell_short = Some(error.code.name().to_owned()),
            }
            receipt.pending = !self.empty_write_ahead_log();
        }
        if request.tier == Tier::Shredded {
            match self.shred() {
                Ok(shredded) => {
                    receipt.tier = Tier::Shredded;
                    (receipt.backups_deleted, receipt.backups_unreachable) = shredded;
                }
                Err(error) => receipt.fell_short = Some(error.code.name().to_owned()),
            }
            receipt.pending = !self.empty_write_ahead_log();
        }
        receipt.backups_holding = match receipt.tier {
            Tier::Shredded => Vec::new(),
            _ => self.backups_holding(),
        };
        // What was forgotten must not stay in memory either; an index that cannot follow is built anew.
        if self.live.is_some() && self.index().is_err() {
            self.live = None;
        }
        let mut residue = ResidueReport::default();
        if scans && let Ok(found) = self.look_for(needles) {
            residue = found;
        }
        receipt.residue = residue.summary.clone();
        // Should it fail, the one that is stored says less and is retried; the one that is handed out holds in any case.
        match self.sign_again(&receipt_id, &mut receipt) {
            Ok(()) => drop(self.empty_write_ahead_log()),
            Err(_) => drop(receipt.sign(&self.keys)?),
        }
        self.committed();
        self.write_anchor();
        Ok(Forgotten { receipt, residue })
    }

    /// Writes the database anew into itself, without room for what was. Nothing is lost when it fails: it is one transaction.
    ///
    /// # Errors
    /// [`Code::Busy`], [`Code::DiskFull`]: it needs as much free room as the database takes.
    pub fn compact(&mut self) -> Result<(), Error> {
        self.db.execute_batch("VACUUM")?;
        if self.empty_write_ahead_log() { Ok(()) } else { Err(Error::busy()) }
    }

    /// New keys for the database and every record, a backup of what is there now, and no older one. Says which backups were deleted and
    /// which could not be.
    fn shred(&mut self) -> Result<(Vec<String>, Vec<String>), Error> {
        let older = self.backups(None)?;
        let new = self.new_epoch()?;
        self.adopt_new_keys(new)?;
        let name = |folder: &Path| folder.display().to_string();
        // Older ones go only once there is one that opens.
        let root = self.backup_settings()?.folder.unwrap_or_else(|| self.home.own_backups());
        if older.is_empty() || self.back_up(Some(&root)).is_err() {
            return Ok((Vec::new(), older.iter().map(|backup| name(&backup.folder)).collect()));
        }
        let (mut deleted, mut left) = (Vec::new(), Vec::new());
        for backup in &older {
            match backup::remove(&backup.folder) {
                Ok(()) => deleted.push(name(&backup.folder)),
                Err(_) => left.push(name(&backup.folder)),
            }
        }
        Ok((deleted, left))
    }

    /// The backups in reach, and until when each is kept at most: any may hold what was just forgotten.
    pub(crate) fn backups_holding(&self) -> Vec<String> {
        let backups = self.backups(None).unwrap_or_default();
        backups
            .iter()
            .map(|backup| format!("{} until {}", backup.folder.display(), backup.kept_until))
            .collect()
    }

    fn database_bytes(&self) -> u64 {
        let size = |path: PathBuf| std::fs::metadata(path).map_or(0, |file| file.len());
        size(self.home.database()) + size(self.home.wal())
    }

    /// Moves every committed page into the database and truncates the log; false if another process is reading.
    pub fn empty_write_ahead_log(&self) -> bool {
        let busy = self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
        busy.is_ok_and(|busy| busy == 0)
    }
}

impl What<'_> {
    fn ids(&self) -> &[RecordId] {
        match self {
            What::Memories(ids) => ids,
            What::EarlierVersions(id) => std::slice::from_ref(*id),
        }
    }
}

/// Takes out everything that is kept of a memory, inside the caller's transaction.
pub(crate) fn remove(db: &Connection, id: &RecordId) -> Result<(), Error> {
    unlink(db, id)?;
    vectors::remove(db, id.as_bytes())?;
    originals::remove_of_memory(db, id)?;
    db.prepare_cached("DELETE FROM version WHERE memory = ?1")?.execute([id.as_bytes()])?;
    db.prepare_cached("DELETE FROM memory WHERE id = ?1")?.execute([id.as_bytes()])?;
    records::note_change(db, id)
}

fn remove_earlier(db: &Connection, id: &RecordId) -> Result<(), Error> {
    let earlier = "memory = ?1 AND id <> (SELECT version FROM memory WHERE id = ?1)";
    db.prepare_cached(&format!(
        "DELETE FROM original WHERE version IN (SELECT id FROM version WHERE {earlier})"
    ))?
    .execute([id.as_bytes()])?;
    db.prepare_cached(&format!("DELETE FROM version WHERE {earlier}"))?.execute([id.as_bytes()])?;
    Ok(())
}

fn count(db: &Connection, what: &What<'_>) -> Result<ForgetPreview, Error> {
    let mut preview = ForgetPreview::default();
    for id in what.ids() {
        records::memory_row(db, id)?.ok_or_else(Error::not_found)?;
        let number = |sql: &str| -> Result<usize, Error> {
            Ok(db.prepare_cached(sql)?.query_row([id.as_bytes()], |row| row.get::<_, i64>(0))? as usize)
        };
        if let What::EarlierVersions(_) = what {
            preview.versions += number("SELECT count(*) - 1 FROM version WHERE memory = ?1")?;
            preview.originals += number(
                "SELECT count(*) FROM original WHERE memory = ?1 AND version <> (SELECT version FROM memory WHERE id = ?1)",
            )?;
            continue;
        }
        preview.memories += 1;
        preview.versions += number("SELECT count(*) FROM version WHERE memory = ?1")?;
        preview.originals += number("SELECT count(*) FROM original WHERE memory = ?1")?;
        preview.vectors += number("SELECT count(*) FROM vector_window WHERE memory = ?1")?;
        preview.links += number("SELECT count(*) FROM replacement WHERE older = ?1 OR newer = ?1")?;
    }
    if let What::Memories(ids) = what {
        let mut segments: Vec<i64> = Vec::new();
        for id in *ids {
            let mut statement = db.prepare_cached(
                "SELECT number FROM segment WHERE number = (SELECT segment FROM memory WHERE id = ?1)",
            )?;
            segments.extend(
                statement.query_map([id.as_bytes()], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?,
            );
        }
        segments.sort_unstable();
        segments.dedup();
        preview.segments = segments.len();
    }
    Ok(preview)
}
