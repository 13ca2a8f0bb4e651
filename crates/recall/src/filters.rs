//! What a memory must be to be looked at at all. Must not know scores.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::document::Id;
use crate::index::Index;
use crate::labels::Labels;

/// Restrictions on a search or a list; an empty one restricts nothing. Labels are compared without case and accents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Any of these kinds.
    pub kinds: Vec<String>,
    /// All of these topics.
    pub topics: Vec<String>,
    /// Any of these sources.
    pub sources: Vec<String>,
    /// Any of these threads.
    pub threads: Vec<String>,
    /// Made at this moment or later (milliseconds since 1970-01-01 UTC).
    pub after_ms: Option<i64>,
    /// Made before this moment (milliseconds since 1970-01-01 UTC).
    pub before_ms: Option<i64>,
    /// These alone; in any order.
    pub among: Option<Vec<Id>>,
    /// None of these; in any order.
    pub except: Vec<Id>,
}

/// The filters as label numbers of one index.
struct Resolved {
    kinds: Option<Vec<u32>>,
    sources: Option<Vec<u32>>,
    threads: Option<Vec<u32>>,
    topics: Vec<Vec<u32>>,
}

fn any(labels: &Labels, wanted: &[String]) -> Option<Vec<u32>> {
    (!wanted.is_empty()).then(|| wanted.iter().flat_map(|w| labels.like(w)).collect())
}

impl Index {
    /// For each slot, whether it holds a memory that passes.
    pub(crate) fn passing(&self, filters: &Filters) -> Cow<'_, [bool]> {
        if *filters == Filters::default() {
            return Cow::Borrowed(&self.live);
        }
        let mut passing = self.live.clone();
        let resolved = Resolved {
            kinds: any(&self.kinds, &filters.kinds),
            sources: any(&self.sources, &filters.sources),
            threads: any(self.threads.labels(), &filters.threads),
            topics: filters.topics.iter().map(|t| self.topics.like(t)).collect(),
        };
        let within =
            |set: &Option<Vec<u32>>, number: u32| set.as_ref().is_none_or(|set| set.contains(&number));
        let among: Option<HashSet<&Id>> = filters.among.as_ref().map(|ids| ids.iter().collect());
        let except: HashSet<&Id> = filters.except.iter().collect();
        for (slot, pass) in passing.iter_mut().enumerate().filter(|(_, live)| **live) {
            let entry = &self.entries[slot];
            *pass = within(&resolved.kinds, entry.kind)
                && within(&resolved.sources, entry.source)
                && within(&resolved.threads, self.thread_of[slot])
                && resolved.topics.iter().all(|any| any.iter().any(|topic| entry.topics.contains(topic)))
                && filters.after_ms.is_none_or(|from| entry.created_at_ms >= from)
                && filters.before_ms.is_none_or(|to| entry.created_at_ms < to)
                && among.as_ref().is_none_or(|ids| ids.contains(&entry.id))
                && !except.contains(&entry.id);
        }
        Cow::Owned(passing)
    }
}
