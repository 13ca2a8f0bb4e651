//! Erases memories: record, versions, vectors and window rows in one transaction, overwritten in the live files.
//! Must leave a receipt, and never content in it.

use keepsake_seal::RecordId;
use rusqlite::{Connection, TransactionBehavior, params};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::audit::{self, Action, Entry};
use crate::clock::format_time;
use crate::open::Vault;
use crate::replace::unlink;
use crate::store::{originals, records, vectors};
use crate::{Code, Error};

/// What forgetting would take away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct ForgetPreview {
    /// Memories.
    pub memories: usize,
    /// Their versions, the current one included.
    pub versions: usize,
    /// Their vectors.
    pub vectors: usize,
    /// Originals that were sealed in them.
    pub originals: usize,
}

/// The program's statement of a forget: counts and hashes, no content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// 32 hexadecimal characters.
    pub receipt_id: String,
    /// Which vault.
    pub vault_id: String,
    /// When, RFC 3339.
    pub at: String,
    /// What is claimed: `removed` is zeroed in the live files, and says nothing of copies.
    pub tier: &'static str,
    /// Why.
    pub reason: &'static str,
    /// What went.
    #[serde(flatten)]
    pub counts: ForgetPreview,
    /// Salt of the hashes, hexadecimal.
    pub salt: String,
    /// SHA-256(salt ‖ record id) of each memory, hexadecimal: the owner of an id can check it, nobody can guess it.
    pub memory_hashes: Vec<String>,
    /// True while another process kept the write-ahead log from being emptied.
    pub pending: bool,
}

impl Vault {
    /// Counts what [`Vault::forget`] would take away.
    ///
    /// # Errors
    /// [`Code::NotFound`] if any id is unknown.
    pub fn forget_preview(&self, ids: &[RecordId]) -> Result<ForgetPreview, Error> {
        count(&self.db, ids)
    }

    /// Erases memories, all or none, and empties the write-ahead log.
    ///
    /// # Errors
    /// [`Code::NotFound`] if any id is unknown; [`Code::Busy`]: then nothing was erased.
    pub fn forget(&mut self, ids: &[RecordId]) -> Result<Receipt, Error> {
        self.forget_because(ids, "requested")
    }

    /// As [`Vault::forget`], for memories whose time has come.
    pub(crate) fn forget_expired(&mut self, ids: &[RecordId]) -> Result<Receipt, Error> {
        self.forget_because(ids, "expired")
    }

    fn forget_because(&mut self, ids: &[RecordId], reason: &'static str) -> Result<Receipt, Error> {
        let mut ids = ids.to_vec();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return Err(Error::new(Code::BadInput, "nothing was named to forget", "give one or more ids"));
        }
        let now_ms = self.now_ms();
        let (mut receipt_id, mut salt) = ([0; 16], [0; 32]);
        self.surroundings.entropy.fill(&mut receipt_id)?;
        self.surroundings.entropy.fill(&mut salt)?;
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut receipt = Receipt {
            receipt_id: hex(&receipt_id),
            vault_id: self.keyslots.vault_id().to_string(),
            at: format_time(now_ms),
            tier: "removed",
            reason,
            counts: count(&transaction, &ids)?,
            salt: hex(&salt),
            memory_hashes: ids
                .iter()
                .map(|id| hex(&Sha256::new().chain_update(salt).chain_update(id.as_bytes()).finalize()))
                .collect(),
            pending: true,
        };
        for id in &ids {
            remove(&transaction, id)?;
            let subject = Some(id.as_bytes());
            let entry =
                Entry { at_ms: now_ms, action: Action::Forgot, subject, count: 1, envelope_digest: None };
            audit::append(&transaction, &self.keys, &entry)?;
        }
        let body = serde_json::to_string(&receipt).map_err(|_| Error::damaged("the receipt"))?;
        transaction.execute(
            "INSERT INTO receipt (id, at_ms, body) VALUES (?1, ?2, ?3)",
            params![receipt_id, now_ms, body],
        )?;
        transaction.commit()?;
        receipt.pending = !self.empty_write_ahead_log();
        if !receipt.pending {
            let body = serde_json::to_string(&receipt).unwrap_or(body);
            // The receipt that is handed out says it in any case.
            let _ = self.db.execute("UPDATE receipt SET body = ?2 WHERE id = ?1", params![receipt_id, body]);
            self.empty_write_ahead_log();
        }
        // What was forgotten must not stay in memory either; an index that cannot follow is built anew.
        if self.live.is_some() && self.index().is_err() {
            self.live = None;
        }
        self.committed();
        self.write_anchor();
        Ok(receipt)
    }

    /// Moves every committed page into the database and truncates the log; false if another process is reading.
    pub fn empty_write_ahead_log(&self) -> bool {
        let busy = self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
        busy.is_ok_and(|busy| busy == 0)
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

fn count(db: &Connection, ids: &[RecordId]) -> Result<ForgetPreview, Error> {
    let mut preview = ForgetPreview::default();
    for id in ids {
        records::memory_row(db, id)?.ok_or_else(Error::not_found)?;
        let number = |sql: &str| -> Result<usize, Error> {
            Ok(db.prepare_cached(sql)?.query_row([id.as_bytes()], |row| row.get::<_, i64>(0))? as usize)
        };
        preview.memories += 1;
        preview.versions += number("SELECT count(*) FROM version WHERE memory = ?1")?;
        preview.originals += number("SELECT count(*) FROM original WHERE memory = ?1")?;
        preview.vectors += number("SELECT count(*) FROM vector_window WHERE memory = ?1")?;
    }
    Ok(preview)
}

fn hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}
