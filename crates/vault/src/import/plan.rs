//! What an import would bring, in counts. Must not keep anything, nor tell a value.

use super::batch::{known_memory, same_content};
use super::{ImportJob, Item, Lend};
use crate::Code;
use crate::Error;
use crate::open::Vault;
use crate::recheck::{KindCount, KindCounts, count_kinds, most_first};
use crate::remember::admit_request;

/// What says less than this is a short reply such as a greeting.
pub const FILLER_SALIENCE: f32 = 0.1;

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
    /// Short replies such as greetings among what would come in: what says less than the job's least salience, or than
    /// [`FILLER_SALIENCE`] if it leaves out nothing.
    pub fillers: usize,
    /// What the filter found in what would be kept and in what would be refused, most first.
    pub found: Vec<KindCount>,
}

impl ImportJob {
    /// Looks at what was read as an import would, and keeps nothing. The vault is borrowed for a few hundred at a time.
    ///
    /// # Errors
    /// [`crate::Code::BadInput`] for a choice that the filter cannot make; when the vault cannot be read or is not there any
    /// more.
    pub fn plan(mut self, vault: &mut impl Lend) -> Result<ImportPlan, Error> {
        let (mut plan, mut counts) = (ImportPlan::default(), KindCounts::new());
        loop {
            let items = self.next_items();
            if items.is_empty() {
                plan.found = most_first(counts);
                return Ok(plan);
            }
            vault.lend(|vault| vault.plan_items(&self, items, &mut plan, &mut counts))?;
        }
    }
}

impl Vault {
    fn plan_items(
        &mut self,
        job: &ImportJob,
        items: Vec<Item>,
        plan: &mut ImportPlan,
        counts: &mut KindCounts,
    ) -> Result<(), Error> {
        let (now_ms, policy) = (self.now_ms(), self.policy_for(&job.choices, None)?);
        let least = if job.min_salience > 0.0 { job.min_salience } else { FILLER_SALIENCE };
        for item in items {
            plan.items += 1;
            let Ok((request, external_id)) = item.read else {
                plan.failed += 1;
                continue;
            };
            let external = self.external_key(&request, external_id.as_deref());
            let is_filler = keepsake_recall::salience(&request.content) < least;
            count_kinds(counts, &self.sieve(&policy).preview(&request.content, &[]).findings);
            match admit_request(request, external_id, &self.sieve(&policy), now_ms) {
                Err(error) if error.code == Code::Blocked => plan.blocked += 1,
                Err(_) => plan.failed += 1,
                Ok(admitted) => {
                    let known = known_memory(&self.db, external.as_ref())?;
                    if known.is_some_and(|row| same_content(&self.db, &self.keys, &row, &admitted)) {
                        plan.unchanged += 1;
                    } else {
                        plan.fillers += usize::from(is_filler);
                    }
                }
            }
        }
        Ok(())
    }
}
