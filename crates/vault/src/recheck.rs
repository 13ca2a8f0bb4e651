//! Checks what is kept already against today's rules, first to show, then to change. Must not keep a version that holds what is
//! hidden from now on.

use std::collections::BTreeMap;

use keepsake_filter::{Action as FilterAction, Finding, Policy};
use keepsake_seal::VersionId;
use rusqlite::{Connection, TransactionBehavior};

use crate::audit::{self, Action, Entry};
use crate::content::Passed;
use crate::edit::{Revision, expect_unchanged, replace_version};
use crate::memory::{MemoryView, Payload};
use crate::open::Vault;
use crate::remember::{embed, parted};
use crate::rules::CODE_LIFETIME_MS;
use crate::show::view;
use crate::store::originals;
use crate::store::records::{self, MemoryRow, OpenedVersion};
use crate::{Code, Error};

/// How often a kind was found, and what is done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindCount {
    /// The filter's name.
    pub kind: &'static str,
    /// What is done.
    pub action: FilterAction,
    /// How many.
    pub count: usize,
}

/// What today's rules would change.
#[derive(Clone, Default)]
pub struct RecheckPreview {
    /// Memories looked at.
    pub checked: usize,
    /// Memories whose text would change.
    pub would_change: usize,
    /// Memories whose earlier versions alone would go.
    pub earlier_only: usize,
    /// What was found, most first.
    pub found: Vec<KindCount>,
    /// The first of the memories that would change, as they would be afterwards.
    pub memories: Vec<MemoryView>,
}

/// What today's rules have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RecheckReport {
    /// Memories whose text was changed.
    pub changed: usize,
    /// Earlier versions that were removed.
    pub versions_removed: usize,
    /// Memories that were left: changed by another program meanwhile, or damaged.
    pub left: usize,
}

/// What would be done with one memory.
struct Plan {
    row: MemoryRow,
    /// The text as it would be, if it changes.
    rewritten: Option<(Payload, Passed)>,
    /// Earlier versions that hold what is hidden from now on.
    stale: Vec<VersionId>,
}

impl Vault {
    /// Shows what checking everything against today's rules would change, with up to `limit` memories as they would be.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn recheck_preview(&mut self, limit: usize) -> Result<RecheckPreview, Error> {
        let policy = self.policy_for_what_is_kept()?;
        let (mut preview, mut counts) = (RecheckPreview::default(), KindCounts::new());
        for row in records::memory_rows(&self.db)? {
            let Ok(plan) = self.plan(&policy, row) else { continue };
            preview.checked += 1;
            match plan.rewritten {
                Some((payload, passed)) => {
                    preview.would_change += 1;
                    count_kinds(&mut counts, &passed.findings);
                    if preview.memories.len() < limit {
                        let version = OpenedVersion { id: row.version, kept_at_ms: self.now_ms(), payload };
                        preview.memories.push(view(&row, &version));
                    }
                }
                None if !plan.stale.is_empty() => preview.earlier_only += 1,
                None => {}
            }
        }
        preview.found = most_first(counts);
        Ok(preview)
    }

    /// Changes what today's rules hide. Each memory is changed whole or not at all; earlier versions that hold what is hidden
    /// are removed, and the write-ahead log is emptied.
    ///
    /// # Errors
    /// [`Code::Busy`], [`Code::DiskFull`]: what was changed before stays changed, and a second run goes on.
    pub fn recheck(&mut self) -> Result<RecheckReport, Error> {
        let policy = self.policy_for_what_is_kept()?;
        let mut report = RecheckReport::default();
        for row in records::memory_rows(&self.db)? {
            let Ok(plan) = self.plan(&policy, row) else {
                report.left += 1;
                continue;
            };
            if plan.rewritten.is_none() && plan.stale.is_empty() {
                continue;
            }
            match self.carry_out(plan, &mut report) {
                Err(error) if error.code == Code::NotFound || error.code == Code::Busy => report.left += 1,
                outcome => outcome?,
            }
        }
        self.empty_write_ahead_log();
        // What was hidden must not stay in memory either; an index that cannot follow is built anew.
        if self.live.is_some() && self.index().is_err() {
            self.live = None;
        }
        self.committed();
        self.write_anchor();
        Ok(report)
    }

    /// Today's policy, with a mask where it would refuse: what is kept already cannot be refused any more.
    fn policy_for_what_is_kept(&mut self) -> Result<Policy, Error> {
        self.guard.refresh(&self.db)?;
        Ok(self.guard.policy_masking())
    }

    fn plan(&self, policy: &Policy, row: MemoryRow) -> Result<Plan, Error> {
        let mut policy = policy.clone();
        if row.expires_at_ms.is_some_and(|at_ms| at_ms <= self.now_ms() + CODE_LIFETIME_MS) {
            policy.let_one_time_codes_pass();
        }
        let sieve = self.sieve(&policy);
        let (mut rewritten, mut stale) = (None, Vec::new());
        for version in records::open_versions(&self.db, &self.keys, &row.id)? {
            let mut payload = version.payload;
            let of_version = MemoryRow { version: version.id, ..row };
            let carried = self.carried(&of_version, &payload, &payload.content)?;
            let passed = sieve.admit(&payload.content, &carried)?;
            let topics = sieve.admit_topics(&payload.topics)?;
            let label = |what: &str, label: &Option<String>| -> Result<Option<String>, Error> {
                label.as_deref().map(|text| sieve.admit_label(what, text)).transpose()
            };
            let (source, thread) = (label("source", &payload.source)?, label("thread", &payload.thread)?);
            let same = passed.text == payload.content
                && topics == payload.topics
                && source == payload.source
                && thread == payload.thread;
            if same {
                continue;
            }
            if version.id == row.version {
                payload.content.clone_from(&passed.text);
                (payload.topics, payload.source, payload.thread) = (topics, source, thread);
                payload.placeholders =
                    passed.hidden.iter().map(|hidden| hidden.placeholder.clone()).collect();
                rewritten = Some((payload, passed));
            }
            // The current version too is an earlier one once it is rewritten.
            stale.push(version.id);
        }
        Ok(Plan { row, rewritten, stale })
    }

    fn carry_out(&mut self, plan: Plan, report: &mut RecheckReport) -> Result<(), Error> {
        let now_ms = self.now_ms();
        let rewritten = plan.rewritten.map(|(payload, passed)| {
            let windows = embed(&self.db, &self.surroundings, &payload.content);
            (payload, parted(passed.hidden).1, windows)
        });
        let Vault { db, keys, surroundings, .. } = self;
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let current = expect_unchanged(&transaction, &plan.row)?;
        if let Some((payload, originals, windows)) = &rewritten {
            let revision = Revision { payload, originals, windows: windows.as_deref(), now_ms };
            replace_version(&transaction, keys, surroundings, &current, &revision)?;
        }
        for version in &plan.stale {
            remove_version(&transaction, version)?;
        }
        let subject = Some(plan.row.id.as_bytes());
        let count = plan.stale.len() as u64;
        let entry = Entry { at_ms: now_ms, action: Action::Rechecked, subject, count, envelope_digest: None };
        audit::append(&transaction, keys, &entry)?;
        transaction.commit()?;
        report.changed += usize::from(rewritten.is_some());
        report.versions_removed += plan.stale.len() - usize::from(rewritten.is_some());
        Ok(())
    }
}

/// Counts what is not simply let pass, by kind and action.
pub(crate) fn count_kinds(counts: &mut KindCounts, findings: &[Finding]) {
    for finding in findings.iter().filter(|finding| finding.action != FilterAction::Allow) {
        counts.entry(finding.kind).or_insert((finding.action, 0)).1 += 1;
    }
}

pub(crate) fn most_first(counts: KindCounts) -> Vec<KindCount> {
    let mut found: Vec<KindCount> =
        counts.into_iter().map(|(kind, (action, count))| KindCount { kind, action, count }).collect();
    found.sort_by_key(|found| std::cmp::Reverse(found.count));
    found
}

/// How often each kind was found and what is done with it.
pub(crate) type KindCounts = BTreeMap<&'static str, (FilterAction, usize)>;

fn remove_version(db: &Connection, version: &VersionId) -> Result<(), Error> {
    originals::remove_of_version(db, version)?;
    db.prepare_cached("DELETE FROM version WHERE id = ?1")?.execute([version.as_bytes()])?;
    Ok(())
}
