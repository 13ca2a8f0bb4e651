//! Checks what is kept already against today's rules, first to show, then to change. Must not keep a version that holds what is
//! hidden from now on.

use std::collections::{BTreeMap, HashSet};

use keepsake_embed::WindowVector;
use keepsake_filter::{Action as FilterAction, Finding, Policy};
use keepsake_seal::{Keys, VersionId};
use rusqlite::{Connection, TransactionBehavior};

use crate::audit::{self, Action, Entry};
use crate::content::{Hidden, Passed, Sieve};
use crate::edit::{Revision, Writer, carried_over, expect_unchanged, replace_version};
use crate::memory::{MemoryView, Payload};
use crate::open::Vault;
use crate::remember::{embed, originals_of};
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
pub(crate) struct Plan {
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
            let Ok(plan) = self.rechecking(&policy).plan(&self.db, row) else { continue };
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
            let Ok(plan) = self.rechecking(&policy).plan(&self.db, row) else {
                report.left += 1;
                continue;
            };
            if plan.changes_nothing() {
                continue;
            }
            match self.carry_out(&plan, &mut report) {
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
    pub(crate) fn policy_for_what_is_kept(&mut self) -> Result<Policy, Error> {
        self.guard.refresh(&self.db)?;
        Ok(self.guard.policy_masking())
    }

    fn rechecking<'a>(&'a self, policy: &'a Policy) -> Rechecking<'a> {
        let now_ms = self.effective_ms();
        Rechecking { policy, keys: &self.keys, allowed: &self.guard.allowed, now_ms }
    }

    fn carry_out(&mut self, plan: &Plan, report: &mut RecheckReport) -> Result<(), Error> {
        let now_ms = self.now_ms();
        let content = plan.rewritten.as_ref().map(|(payload, _)| payload.content.as_str());
        let windows = content.and_then(|content| embed(&self.db, &self.surroundings, content));
        let Vault { db, keys, surroundings, .. } = self;
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        plan.carry_out(&transaction, keys, surroundings.writer(), windows.as_deref(), now_ms)?;
        transaction.commit()?;
        report.changed += usize::from(plan.rewritten.is_some());
        report.versions_removed += plan.stale.len() - usize::from(plan.rewritten.is_some());
        Ok(())
    }
}

/// Today's rules, as they hold for what is kept already, wherever it lies.
#[derive(Clone, Copy)]
pub(crate) struct Rechecking<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) keys: &'a Keys,
    pub(crate) allowed: &'a HashSet<[u8; 32]>,
    pub(crate) now_ms: i64,
}

impl Rechecking<'_> {
    /// What they would do with one memory.
    ///
    /// # Errors
    /// When it cannot be opened, or is too tangled to be checked.
    pub(crate) fn plan(&self, db: &Connection, row: MemoryRow) -> Result<Plan, Error> {
        let policy = self.policy_until(row.expires_at_ms);
        let (mut rewritten, mut stale) = (None, Vec::new());
        for version in records::open_versions(db, self.keys, &row.id)? {
            let of_version = MemoryRow { version: version.id, ..row };
            let carried =
                carried_over(db, self.keys, &of_version, &version.payload, &version.payload.content)?;
            let Some(changed) = self.changed(&policy, version.payload, &carried)? else { continue };
            if version.id == row.version {
                rewritten = Some(changed);
            }
            // The current version too is an earlier one once it is rewritten.
            stale.push(version.id);
        }
        Ok(Plan { row, rewritten, stale })
    }

    /// Whether a version that is not kept yet would stay as it is.
    ///
    /// # Errors
    /// When it is too tangled to be checked.
    pub(crate) fn passes(&self, payload: &Payload, expires_at_ms: Option<i64>) -> Result<bool, Error> {
        let carried = payload.placeholders.iter();
        let carried: Vec<Hidden> =
            carried.map(|placeholder| Hidden { placeholder: placeholder.clone(), original: None }).collect();
        let policy = self.policy_until(expires_at_ms);
        Ok(self.changed(&policy, payload.clone(), &carried)?.is_none())
    }

    fn policy_until(&self, expires_at_ms: Option<i64>) -> Policy {
        let mut policy = self.policy.clone();
        if expires_at_ms.is_some_and(|at_ms| at_ms <= self.now_ms + CODE_LIFETIME_MS) {
            policy.let_one_time_codes_pass();
        }
        policy
    }

    /// A version as the rules would have it; none if they leave it as it is.
    fn changed(
        &self,
        policy: &Policy,
        mut payload: Payload,
        carried: &[Hidden],
    ) -> Result<Option<(Payload, Passed)>, Error> {
        let sieve = Sieve { policy, keys: self.keys, allowed: self.allowed };
        let passed = sieve.admit(&payload.content, carried)?;
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
            return Ok(None);
        }
        payload.content.clone_from(&passed.text);
        (payload.topics, payload.source, payload.thread) = (topics, source, thread);
        payload.placeholders = passed.hidden.iter().map(|hidden| hidden.placeholder.clone()).collect();
        Ok(Some((payload, passed)))
    }
}

impl Plan {
    /// Without these versions.
    pub(crate) fn leaving(mut self, versions: &HashSet<[u8; 16]>) -> Plan {
        self.stale.retain(|version| !versions.contains(version.as_bytes()));
        self
    }

    pub(crate) fn changes_nothing(&self) -> bool {
        self.rewritten.is_none() && self.stale.is_empty()
    }

    /// Inside the caller's transaction. `windows` are the rewritten text's vectors; without them it waits for its own.
    pub(crate) fn carry_out(
        &self,
        db: &Connection,
        keys: &Keys,
        writer: Writer<'_>,
        windows: Option<&[WindowVector]>,
        now_ms: i64,
    ) -> Result<(), Error> {
        let current = expect_unchanged(db, &self.row)?;
        if let Some((payload, passed)) = &self.rewritten {
            let originals = originals_of(&passed.hidden);
            let revision = Revision { payload, originals: &originals, windows, now_ms };
            replace_version(db, keys, writer, &current, &revision)?;
        }
        for version in &self.stale {
            remove_version(db, version)?;
        }
        let subject = Some(self.row.id.as_bytes());
        let count = self.stale.len() as u64;
        let entry = Entry { at_ms: now_ms, action: Action::Rechecked, subject, count, envelope_digest: None };
        audit::append(db, keys, &entry).map(drop)
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
