//! Captures many: reads, filters and embeds a few hundred at a time, then keeps them in one transaction.
//! Must not echo a line's content in any report, and must not stop at a bad line.

mod sources;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use keepsake_embed::{Embedder, WindowVector};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use crate::audit::{self, Action, Entry};
use crate::edit::{Revision, replace_version};
use crate::models::fitting;
use crate::open::Vault;
use crate::recheck::{KindCount, KindCounts, count_kinds, most_first};
use crate::remember::{Admitted, RememberRequest, admit_request, insert};
use crate::rules::Choice;
use crate::store::records::{self, MemoryRow};
use crate::{Code, Error};

/// Memories a transaction.
const BATCH: usize = 256;
/// The most failures that are described; the rest are counted.
const DESCRIBED_FAILURES: usize = 100;

/// What an import reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportFormat {
    /// One JSON object a line.
    Jsonl,
    /// A folder of Markdown files, or one file.
    Markdown,
}

/// Counts of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct ImportSummary {
    /// New memories.
    pub imported: usize,
    /// Known already, with the same content.
    pub unchanged: usize,
    /// Known already, with other content: a new version was kept.
    pub revised: usize,
    /// Refused by the filter.
    pub blocked: usize,
    /// Kept with something masked.
    pub masked: usize,
    /// Could not be read.
    pub failed: usize,
}

/// What an import would bring. Counts only: no value is told.
#[derive(Debug, Clone, Default)]
pub struct ImportPlan {
    /// Items in it.
    pub items: usize,
    /// Known already, with the same content.
    pub unchanged: usize,
    /// Would be refused by the filter.
    pub blocked: usize,
    /// Cannot be read.
    pub failed: usize,
    /// What the filter found in what would be kept and in what would be refused, most first.
    pub found: Vec<KindCount>,
}

/// What an import did.
#[derive(Debug, Clone, Default)]
pub struct ImportReport {
    /// The counts.
    pub summary: ImportSummary,
    /// The first hundred failures: where (`line 7`, `notes/a.md`) and why. Never content.
    pub failures: Vec<(String, String)>,
    /// Why it stopped before the end, if it did. What was counted is kept.
    pub stopped: Option<Error>,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportProgress {
    /// Items read, filtered and kept or refused.
    pub done: usize,
    /// All items.
    pub total: usize,
}

/// One thing to import, or why it cannot be read.
pub(crate) struct Item {
    pub(crate) place: String,
    pub(crate) read: Result<(RememberRequest, Option<String>), Error>,
}

struct Ready {
    admitted: Admitted,
    external: Option<[u8; 32]>,
    windows: Option<Vec<WindowVector>>,
}

impl Vault {
    /// Imports a file or folder. `progress` is told after each few hundred and may answer `false` to stop.
    ///
    /// # Errors
    /// When the file cannot be read at all; everything later is in the report.
    pub fn import(
        &mut self,
        path: &Path,
        format: ImportFormat,
        choices: &[Choice],
        progress: &mut dyn FnMut(ImportProgress) -> bool,
    ) -> Result<ImportReport, Error> {
        Ok(self.import_items(read(path, format)?, choices, progress))
    }

    /// Looks at a file or folder as an import would, and keeps nothing.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn import_plan(
        &mut self,
        path: &Path,
        format: ImportFormat,
        choices: &[Choice],
    ) -> Result<ImportPlan, Error> {
        let (now_ms, policy) = (self.now_ms(), self.policy_for(choices, None)?);
        let (mut plan, mut counts) = (ImportPlan::default(), KindCounts::new());
        for item in read(path, format)? {
            plan.items += 1;
            let Ok((request, external_id)) = item.read else {
                plan.failed += 1;
                continue;
            };
            let source = request.source.clone().unwrap_or_default();
            let external = external_id.as_ref().map(|id| self.external_key(&source, id));
            count_kinds(&mut counts, &self.sieve(&policy).preview(&request.content, &[]).findings);
            match admit_request(request, external_id, &self.sieve(&policy), now_ms) {
                Err(error) if error.code == Code::Blocked => plan.blocked += 1,
                Err(_) => plan.failed += 1,
                Ok(admitted) => {
                    let known = match &external {
                        Some(external) => known_memory(&self.db, external)?,
                        None => None,
                    };
                    let same = |row| same_content(&self.db, &self.keys, &row, &admitted);
                    plan.unchanged += usize::from(known.is_some_and(same));
                }
            }
        }
        plan.found = most_first(counts);
        Ok(plan)
    }

    /// Imports the text of a JSONL file.
    pub fn import_jsonl(
        &mut self,
        bytes: &[u8],
        progress: &mut dyn FnMut(ImportProgress) -> bool,
    ) -> ImportReport {
        self.import_items(sources::jsonl(bytes), &[], progress)
    }

    fn import_items(
        &mut self,
        items: Vec<Item>,
        choices: &[Choice],
        progress: &mut dyn FnMut(ImportProgress) -> bool,
    ) -> ImportReport {
        let mut report = ImportReport::default();
        let (mut done, total) = (0, items.len());
        let mut items = items.into_iter();
        loop {
            let batch: Vec<Item> = items.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                break;
            }
            done += batch.len();
            if let Err(error) = self.import_batch(batch, choices, &mut report) {
                report.stopped = Some(error);
                break;
            }
            if !progress(ImportProgress { done, total }) && done < total {
                report.stopped = Some(Error::new(
                    Code::Failed,
                    "the import was stopped",
                    "what was counted is kept; run it again to go on",
                ));
                break;
            }
        }
        self.committed();
        report
    }

    fn import_batch(
        &mut self,
        batch: Vec<Item>,
        choices: &[Choice],
        report: &mut ImportReport,
    ) -> Result<(), Error> {
        let now_ms = self.now_ms();
        let policy = self.policy_for(choices, None)?;
        let (blocked_before, mut ready) = (report.summary.blocked, Vec::with_capacity(batch.len()));
        for item in batch {
            let admitted = item.read.and_then(|(request, external_id)| {
                let source = request.source.clone().unwrap_or_default();
                let external = external_id.as_ref().map(|id| self.external_key(&source, id));
                Ok((admit_request(request, external_id, &self.sieve(&policy), now_ms)?, external))
            });
            match admitted {
                Ok((admitted, external)) => {
                    ready.push(Ready { admitted, external, windows: None });
                }
                Err(error) => refuse(report, item.place, &error),
            }
        }
        self.embed_batch(&mut ready)?;

        let Vault { db, keys, surroundings, .. } = self;
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut summary = report.summary;
        for item in &ready {
            let known = match &item.external {
                Some(external) => known_memory(&transaction, external)?,
                None => None,
            };
            let windows = item.windows.as_deref();
            match known {
                None => {
                    insert(&transaction, keys, surroundings, &item.admitted, windows, item.external, now_ms)?;
                    summary.imported += 1;
                }
                Some(row) if same_content(&transaction, keys, &row, &item.admitted) => summary.unchanged += 1,
                Some(row) => {
                    let Admitted { payload, originals, .. } = &item.admitted;
                    let revision = Revision { payload, originals, windows, now_ms };
                    replace_version(&transaction, keys, surroundings, &row, &revision)?;
                    summary.revised += 1;
                }
            }
            let masked =
                |finding: &keepsake_filter::Finding| finding.action != keepsake_filter::Action::Allow;
            summary.masked += usize::from(item.admitted.findings.iter().any(masked));
        }
        let kept = (summary.imported + summary.revised) - (report.summary.imported + report.summary.revised);
        for (action, count) in [(Action::Imported, kept), (Action::Blocked, summary.blocked - blocked_before)]
        {
            if count > 0 {
                let entry = Entry {
                    at_ms: now_ms,
                    action,
                    subject: None,
                    count: count as u64,
                    envelope_digest: None,
                };
                audit::append(&transaction, keys, &entry)?;
            }
        }
        transaction.commit()?;
        report.summary = summary;
        Ok(())
    }

    /// Embeds what is new, on as many threads as the model has sessions.
    fn embed_batch(&self, ready: &mut [Ready]) -> Result<(), Error> {
        let Some(embedder) = fitting(&self.db, &self.surroundings) else { return Ok(()) };
        let mut wanted = Vec::with_capacity(ready.len());
        for item in ready {
            let known = match &item.external {
                Some(external) => known_memory(&self.db, external)?,
                None => None,
            };
            if known.is_none_or(|row| !same_content(&self.db, &self.keys, &row, &item.admitted)) {
                wanted.push((&item.admitted.payload.content, &mut item.windows));
            }
        }
        embed_all(embedder, wanted);
        Ok(())
    }

    /// A keyed hash, so that the column does not tell where a memory came from.
    fn external_key(&self, source: &str, external_id: &str) -> [u8; 32] {
        let mut canonical = (source.len() as u64).to_be_bytes().to_vec();
        canonical.extend_from_slice(source.as_bytes());
        canonical.extend_from_slice(external_id.as_bytes());
        self.keys.token("external_id", &canonical)
    }
}

fn read(path: &Path, format: ImportFormat) -> Result<Vec<Item>, Error> {
    match format {
        ImportFormat::Jsonl => {
            let bytes = std::fs::read(path).map_err(|error| Error::io("the file to import", &error))?;
            Ok(sources::jsonl(&bytes))
        }
        ImportFormat::Markdown => sources::markdown(path),
    }
}

type Wanted<'a> = (&'a String, &'a mut Option<Vec<WindowVector>>);

fn embed_all(embedder: &dyn Embedder, mut wanted: Vec<Wanted<'_>>) {
    let slots: Vec<Mutex<&mut Wanted<'_>>> = wanted.iter_mut().map(Mutex::new).collect();
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..embedder.parallel() {
            scope.spawn(|| {
                while let Some(slot) = slots.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
                    let windows = embedder.embed(slot.0).ok();
                    *slot.1 = windows;
                }
            });
        }
    });
}

fn refuse(report: &mut ImportReport, place: String, error: &Error) {
    if error.code == Code::Blocked {
        report.summary.blocked += 1;
    } else {
        report.summary.failed += 1;
    }
    if report.failures.len() < DESCRIBED_FAILURES {
        report.failures.push((place, error.message.clone()));
    }
}

fn known_memory(db: &Connection, external: &[u8; 32]) -> Result<Option<MemoryRow>, Error> {
    let id: Option<[u8; 16]> = db
        .prepare_cached("SELECT id FROM memory WHERE external = ?1")?
        .query_row([external], |row| row.get(0))
        .optional()?;
    match id {
        Some(id) => records::memory_row(db, &keepsake_seal::RecordId::from_bytes(id)),
        None => Ok(None),
    }
}

fn same_content(db: &Connection, keys: &keepsake_seal::Keys, row: &MemoryRow, new: &Admitted) -> bool {
    records::open_version(db, keys, &row.id, &row.version).is_ok_and(|version| {
        let (old, new) = (&version.payload, &new.payload);
        let hides_the_same = old.placeholders.len() == new.placeholders.len()
            && old.placeholders.iter().zip(&new.placeholders).all(|(old, new)| old.says_the_same(new));
        old.content == new.content && hides_the_same && old.kind == new.kind && old.topics == new.topics
    })
}
