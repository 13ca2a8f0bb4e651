//! The audit trail as a whole: noting unlockings, checking, showing, and cutting what is older than a year. Must not see content.

use std::time::Duration;

use keepsake_seal::RecordId;
use rusqlite::{OptionalExtension, TransactionBehavior, params};
use serde::Serialize;

use crate::actor::Actor;
use crate::audit::{self, Action, Entry, Extent, Stored};
use crate::clock::format_time;
use crate::open::Vault;
use crate::store::connection::BUSY_WAIT;
use crate::unlocks::{self, Unlocks};
use crate::{Error, checkpoint};

/// Entries are kept this long: 366 days.
const KEPT_MS: i64 = 366 * 24 * 60 * 60 * 1000;
/// Entries are cut at most this often.
const CUT_EVERY_MS: i64 = 24 * 60 * 60 * 1000;
/// Programs' unlockings are written down at most this often; those between are counted.
const PROGRAMS_EVERY_MS: i64 = 60 * 60 * 1000;
/// Entries that an unlocking checks that is not written down.
const CHECKED_AT_LEAST: u64 = 1000;
/// How long an unlocking waits for another program's write before it is only counted.
const SHORT_WAIT: Duration = Duration::from_millis(50);

/// What is said when the chain does not fit, with what may be behind it.
pub(crate) fn broken(first: u64) -> String {
    format!(
        "The audit trail does not fit from entry {first} on: an entry was changed, taken out or moved by something other than \
         Keepsake. A damaged disk, a file put together from two backups or a program that wrote into the database can be behind \
         it; if none of these is, someone who had the keys has changed what it says."
    )
}

/// One entry, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuditEntry {
    /// Its number.
    pub sequence: u64,
    /// When, RFC 3339.
    pub at: String,
    /// What was done.
    pub action: String,
    /// To which memory, 32 hexadecimal characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// To how many, or how often.
    pub count: u64,
    /// `done` or `refused`; entries of older versions do not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// `window` or `program`; entries of older versions do not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
}

/// What a check of the whole trail found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuditReport {
    /// True if nothing speaks against it.
    pub ok: bool,
    /// Entries that are there.
    pub entries: u64,
    /// Up to which entry older ones were cut, under a signed checkpoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cut_up_to: Option<u64>,
    /// The first entry that does not fit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub broken_from: Option<u64>,
    /// Whether the keychain holds an anchor to compare with: without one a trail that was cut at its end goes unnoticed.
    pub anchored: bool,
    /// What was found, in sentences.
    pub findings: Vec<String>,
}

impl Vault {
    /// Checks the trail and notes this unlocking. The window's are written down each time; a program's once an hour, and those
    /// between are counted and checked up to the last thousand entries. A full disk or a busy vault must not keep anybody out.
    pub(crate) fn note_unlock(&mut self) {
        let now_ms = self.now_ms();
        let actor = Actor::current();
        let is_due = actor == Actor::Window || self.unlock_is_due(now_ms).unwrap_or(false);
        let counting = unlocks::count(&self.home);
        let counted = counting.as_ref().map(|counting| counting.unlocks).unwrap_or_default();
        let extent = if is_due { Extent::Whole } else { Extent::Last(CHECKED_AT_LEAST) };
        if let Ok(Err(first)) = audit::check(&self.db, &self.keys, extent) {
            self.notice_old_copy(broken(first));
        }
        // What may be an old copy is not written to before the person has accepted it.
        let may_write = !self.may_be_old_copy();
        let left = if may_write && (is_due || counted.failed > 0) {
            let _ = self.db.busy_timeout(SHORT_WAIT);
            let written = self.write_unlocks(now_ms, counted);
            let _ = self.db.busy_timeout(BUSY_WAIT);
            match written {
                Ok(()) => Unlocks::default(),
                Err(_) => Unlocks { opened: counted.opened.saturating_add(1), ..counted },
            }
        } else {
            Unlocks { opened: counted.opened.saturating_add(1), ..counted }
        };
        if let Some(counting) = counting.filter(|_| left != counted) {
            let _ = counting.keep(left);
        }
        // A receipt that waits for the write-ahead log is tried again, without keeping anybody waiting.
        let _ = self.db.busy_timeout(SHORT_WAIT);
        let _ = self.retry_pending();
        let _ = self.db.busy_timeout(BUSY_WAIT);
    }

    fn unlock_is_due(&self, now_ms: i64) -> Result<bool, Error> {
        let last: Option<i64> = self
            .db
            .prepare_cached("SELECT max(at_ms) FROM audit WHERE action = 'unlocked' AND actor = ?1")?
            .query_row([Actor::current().name()], |row| row.get(0))?;
        // A clock that was set back is no reason to write nothing for years.
        Ok(last.is_none_or(|last| !(0..PROGRAMS_EVERY_MS).contains(&(now_ms - last))))
    }

    fn write_unlocks(&mut self, now_ms: i64, counted: Unlocks) -> Result<(), Error> {
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let failed = (Action::UnlockFailed, counted.last_failed_ms, counted.failed);
        let opened = (Action::Unlocked, now_ms, counted.opened.saturating_add(1));
        for (action, at_ms, count) in [failed, opened] {
            if count > 0 {
                let entry = Entry { at_ms, action, subject: None, count, envelope_digest: None };
                audit::append(&transaction, &self.keys, &entry)?;
            }
        }
        transaction.commit()?;
        self.committed();
        // Old entries can wait for the next unlocking.
        let _ = self.cut_trail(now_ms);
        Ok(())
    }

    /// Takes out what is older than a year, from the beginning on, once a signed checkpoint covers it.
    pub(crate) fn cut_trail(&mut self, now_ms: i64) -> Result<u64, Error> {
        let oldest_kept_ms = now_ms - KEPT_MS;
        let first: Option<i64> = self
            .db
            .query_row("SELECT at_ms FROM audit ORDER BY sequence LIMIT 1", [], |row| row.get(0))
            .optional()?;
        if first.is_none_or(|at_ms| at_ms >= oldest_kept_ms - CUT_EVERY_MS) {
            return Ok(0);
        }
        // A trail that does not fit is not made to fit by cutting it.
        if audit::check(&self.db, &self.keys, Extent::Whole)?.is_err() {
            return Ok(0);
        }
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let cut = transaction
            .query_row(
                "SELECT sequence, chain FROM audit WHERE sequence <
                 (SELECT coalesce(min(sequence), (SELECT max(sequence) FROM audit)) FROM audit WHERE at_ms >= ?1)
                 ORDER BY sequence DESC LIMIT 1",
                [oldest_kept_ms],
                |row| Ok(audit::Head { sequence: row.get::<_, i64>(0)? as u64, chain: row.get(1)? }),
            )
            .optional()?;
        let Some(cut) = cut else { return Ok(0) };
        checkpoint::sign(&transaction, &self.keys, cut, now_ms)?;
        let gone = transaction.execute("DELETE FROM audit WHERE sequence <= ?1", [cut.sequence as i64])?;
        let entry = Entry {
            at_ms: now_ms,
            action: Action::TrailCut,
            subject: None,
            count: gone as u64,
            envelope_digest: None,
        };
        audit::append(&transaction, &self.keys, &entry)?;
        transaction.commit()?;
        self.committed();
        Ok(gone as u64)
    }

    /// The newest entries, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn audit_entries(&self, limit: usize) -> Result<Vec<AuditEntry>, Error> {
        let mut statement = self.db.prepare_cached(
            "SELECT sequence, at_ms, action, subject, count, envelope_digest, chain, outcome, actor
             FROM audit ORDER BY sequence DESC LIMIT ?1",
        )?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = statement.query_map(params![limit], Stored::read)?;
        rows.map(|stored| {
            let Stored { sequence, at_ms, action, subject, count, ended, .. } = stored?;
            let (outcome, actor) = ended.unzip();
            Ok(AuditEntry {
                sequence: sequence as u64,
                at: format_time(at_ms),
                action,
                target: subject
                    .and_then(|id| id.try_into().ok())
                    .map(|id| RecordId::from_bytes(id).to_string()),
                count: count as u64,
                outcome,
                actor,
            })
        })
        .collect()
    }

    /// Checks the whole trail: every link, the signed checkpoint, and what the keychain has seen of it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn audit_verify(&self) -> Result<AuditReport, Error> {
        let mut findings = self.notices().to_vec();
        let entries: i64 = self.db.query_row("SELECT count(*) FROM audit", [], |row| row.get(0))?;
        let broken_from = audit::check(&self.db, &self.keys, Extent::Whole)?.err();
        if let Some(said) = broken_from.map(broken).filter(|said| !findings.contains(said)) {
            findings.push(said);
        }
        Ok(AuditReport {
            ok: findings.is_empty(),
            entries: entries as u64,
            cut_up_to: checkpoint::newest(&self.db)?.map(|cut| cut.head.sequence),
            broken_from,
            anchored: self.anchored,
            findings,
        })
    }
}
