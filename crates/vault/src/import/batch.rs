//! A few hundred items on their way: through the filter, then into the vault in one transaction. Must not wait for the model.

use keepsake_embed::WindowVector;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::{DESCRIBED_FAILURES, ImportJob, Item};
use crate::audit::{self, Action, Entry};
use crate::edit::{Revision, replace_version};
use crate::models::fitting;
use crate::open::{Surroundings, Vault};
use crate::remember::{Admitted, RememberRequest, admit_request, embed, insert};
use crate::replace::OnConflict;
use crate::store::records::{self, MemoryRow};
use crate::{Code, Error};

/// Items that are kept together, in the file's order.
pub(super) struct Batch {
    parts: Vec<Part>,
    /// The filter's settings that they passed under.
    rules: i64,
}

enum Part {
    LeftOut,
    Refused { place: String, error: Error },
    Admitted(Box<Passed>),
}

struct Passed {
    /// As it was read, in case the filter is set otherwise before it is kept.
    place: String,
    request: RememberRequest,
    external_id: Option<String>,
    admitted: Admitted,
    external: Option<[u8; 32]>,
    vectors: Vectors,
}

/// Where an item stands with the model.
enum Vectors {
    /// It was in the vault already when it was looked at: made when it is kept, if that has changed since.
    IfNeeded,
    /// Not made; a memory without them waits until they are.
    Wanted,
    Made(Vec<WindowVector>),
}

impl Batch {
    /// How many items of the file it stands for.
    pub(super) fn len(&self) -> usize {
        self.parts.len()
    }

    /// The texts that the model is to see, each with its place here.
    pub(super) fn wanted(&self) -> impl Iterator<Item = (usize, &str)> {
        self.parts.iter().enumerate().filter_map(|(at, part)| match part {
            Part::Admitted(passed) if matches!(passed.vectors, Vectors::Wanted) => {
                Some((at, passed.admitted.payload.content.as_str()))
            }
            _ => None,
        })
    }

    /// Takes what the model made of the text at `at`.
    pub(super) fn give(&mut self, at: usize, windows: Vec<WindowVector>) {
        if let Some(Part::Admitted(passed)) = self.parts.get_mut(at) {
            passed.vectors = Vectors::Made(windows);
        }
    }
}

impl Vault {
    /// Lets the next items through the filter; none once all are read.
    pub(super) fn import_admit(&mut self, job: &mut ImportJob) -> Result<Option<Batch>, Error> {
        let items = job.next_items();
        if items.is_empty() {
            return Ok(None);
        }
        let policy = self.policy_for(&job.choices, None)?;
        let mut parts = Vec::with_capacity(items.len());
        for Item { place, read } in items {
            let (request, external_id) = match read {
                Ok(read) => read,
                Err(error) => {
                    parts.push(Part::Refused { place, error });
                    continue;
                }
            };
            // What is empty is an error to be told, not a short reply.
            if job.min_salience > 0.0
                && !request.content.trim().is_empty()
                && keepsake_recall::salience(&request.content) < job.min_salience
            {
                parts.push(Part::LeftOut);
                continue;
            }
            parts.push(self.import_part(place, request, external_id, &policy)?);
        }
        Ok(Some(Batch { parts, rules: self.guard.revision() }))
    }

    fn import_part(
        &self,
        place: String,
        request: RememberRequest,
        external_id: Option<String>,
        policy: &keepsake_filter::Policy,
    ) -> Result<Part, Error> {
        let external = self.external_key(&request, external_id.as_deref());
        let sieve = self.sieve(policy);
        let mut admitted =
            match admit_request(request.clone(), external_id.clone(), &sieve, self.effective_ms()) {
                Ok(admitted) => admitted,
                Err(error) => return Ok(Part::Refused { place, error }),
            };
        self.expire_by_rules(&mut admitted, self.effective_ms())?;
        let known = known_memory(&self.db, external.as_ref())?;
        let is_here = known.is_some_and(|row| same_content(&self.db, &self.keys, &row, &admitted));
        let vectors = if is_here { Vectors::IfNeeded } else { Vectors::Wanted };
        Ok(Part::Admitted(Box::new(Passed { place, request, external_id, admitted, external, vectors })))
    }

    /// Keeps a batch in one transaction and counts it. After an error nothing of it is kept or counted.
    pub(super) fn import_keep(&mut self, job: &mut ImportJob, mut batch: Batch) -> Result<(), Error> {
        self.admit_anew(job, &mut batch)?;
        let now_ms = self.now_ms();
        let items = batch.len();
        let Vault { db, keys, surroundings, .. } = self;
        // A vector of another model would be taken for one of this vault's.
        let same_model = fitting(db, surroundings).is_some_and(|own| Some(own.info()) == job.model.as_ref());
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (before, mut summary) = (job.report.summary, job.report.summary);
        let (mut without_id, mut refused) = (0, Vec::new());
        let latest_wins = job.on_conflict == OnConflict::LatestWins;
        let (mut new, mut new_ids) = (Vec::new(), Vec::new());
        for part in batch.parts {
            let item = match part {
                Part::LeftOut => {
                    summary.left_out += 1;
                    continue;
                }
                Part::Refused { place, error } => {
                    let count =
                        if error.code == Code::Blocked { &mut summary.blocked } else { &mut summary.failed };
                    *count += 1;
                    refused.push((place, error.message));
                    continue;
                }
                Part::Admitted(item) => item,
            };
            let known = known_memory(&transaction, item.external.as_ref())?;
            match known {
                Some(row) if same_content(&transaction, keys, &row, &item.admitted) => summary.unchanged += 1,
                Some(row) => {
                    let windows = item.windows(&transaction, surroundings, same_model);
                    let Admitted { payload, originals, .. } = &item.admitted;
                    let revision = Revision { payload, originals, windows: windows.as_deref(), now_ms };
                    replace_version(&transaction, keys, surroundings.writer(), &row, &revision)?;
                    summary.revised += 1;
                }
                None => {
                    let windows = item.windows(&transaction, surroundings, same_model);
                    let (windows, external) = (windows.as_deref(), item.external);
                    let id =
                        insert(&transaction, keys, surroundings, &item.admitted, windows, external, now_ms)?;
                    new_ids.push(id);
                    if latest_wins {
                        new.push((id, windows.map(<[WindowVector]>::to_vec).unwrap_or_default()));
                    }
                    summary.imported += 1;
                    without_id += usize::from(external.is_none());
                }
            }
            let masked =
                |finding: &keepsake_filter::Finding| finding.action != keepsake_filter::Action::Allow;
            summary.masked += usize::from(item.admitted.findings.iter().any(masked));
        }
        let kept = (summary.imported + summary.revised) - (before.imported + before.revised);
        for (action, count) in [(Action::Imported, kept), (Action::Blocked, summary.blocked - before.blocked)]
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
        job.report.summary = summary;
        job.report.new.append(&mut new_ids);
        if latest_wins {
            job.report.summary.replaced += self.let_latest_win(&new)?;
        }
        job.report.without_id += without_id;
        job.report.progress.done += items;
        let room = DESCRIBED_FAILURES.saturating_sub(job.report.failures.len());
        job.report.failures.extend(refused.into_iter().take(room));
        self.committed();
        Ok(())
    }

    /// What was set for the filter while the model worked counts for what is kept now.
    fn admit_anew(&mut self, job: &ImportJob, batch: &mut Batch) -> Result<(), Error> {
        let policy = self.policy_for(&job.choices, None)?;
        if self.guard.revision() == batch.rules {
            return Ok(());
        }
        batch.rules = self.guard.revision();
        for part in &mut batch.parts {
            let Part::Admitted(passed) = part else { continue };
            let request = passed.request.clone();
            let anew =
                self.import_part(passed.place.clone(), request, passed.external_id.clone(), &policy)?;
            match anew {
                Part::Admitted(new) if new.admitted.payload.content == passed.admitted.payload.content => {
                    passed.admitted = new.admitted;
                }
                mut other => {
                    if let Part::Admitted(new) = &mut other {
                        new.vectors = Vectors::IfNeeded;
                    }
                    *part = other;
                }
            }
        }
        Ok(())
    }

    /// A keyed hash, so that the column does not tell where a memory came from.
    pub(super) fn external_key(
        &self,
        request: &RememberRequest,
        external_id: Option<&str>,
    ) -> Option<[u8; 32]> {
        Some(external_mac(&self.keys, request.source.as_deref(), external_id?))
    }
}

/// [`Vault::external_key`] for what has an external id.
pub(crate) fn external_mac(keys: &keepsake_seal::Keys, source: Option<&str>, external_id: &str) -> [u8; 32] {
    let source = source.unwrap_or_default();
    let mut canonical = (source.len() as u64).to_be_bytes().to_vec();
    canonical.extend_from_slice(source.as_bytes());
    canonical.extend_from_slice(external_id.as_bytes());
    keys.token("external_id", &canonical)
}

impl Passed {
    /// The vectors it is kept with; without any it waits for them.
    fn windows(
        &self,
        db: &Connection,
        surroundings: &Surroundings,
        same_model: bool,
    ) -> Option<Vec<WindowVector>> {
        match &self.vectors {
            Vectors::Made(windows) => same_model.then(|| windows.clone()),
            Vectors::Wanted => None,
            // Rare enough to be done at once.
            Vectors::IfNeeded => embed(db, surroundings, &self.admitted.payload.content),
        }
    }
}

/// The memory that an import brought before under this keyed hash.
pub(crate) fn known_memory(db: &Connection, external: Option<&[u8; 32]>) -> Result<Option<MemoryRow>, Error> {
    let Some(external) = external else { return Ok(None) };
    let id: Option<[u8; 16]> = db
        .prepare_cached("SELECT id FROM memory WHERE external = ?1")?
        .query_row([external], |row| row.get(0))
        .optional()?;
    match id {
        Some(id) => records::memory_row(db, &keepsake_seal::RecordId::from_bytes(id)),
        None => Ok(None),
    }
}

/// Whether a memory says already what `new` would.
pub(super) fn same_content(
    db: &Connection,
    keys: &keepsake_seal::Keys,
    row: &MemoryRow,
    new: &Admitted,
) -> bool {
    records::open_version(db, keys, &row.id, &row.version).is_ok_and(|version| {
        let (old, new) = (&version.payload, &new.payload);
        let hides_the_same = old.placeholders.len() == new.placeholders.len()
            && old.placeholders.iter().zip(&new.placeholders).all(|(old, new)| old.says_the_same(new));
        old.content == new.content && hides_the_same && old.kind == new.kind && old.topics == new.topics
    })
}
