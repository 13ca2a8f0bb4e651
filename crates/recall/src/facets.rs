//! Counts and plain lists. Must not know scores.

use crate::document::Id;
use crate::filters::Filters;
use crate::index::Index;

/// How many memories there are of each kind and topic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Kinds with their counts, most first, then by name.
    pub kinds: Vec<(String, usize)>,
    /// Topics with their counts, most first, then by name. A memory counts once for each of its topics.
    pub topics: Vec<(String, usize)>,
    /// All memories.
    pub total: usize,
}

impl Index {
    /// Counts over all memories.
    pub fn facets(&self) -> Facets {
        Facets { kinds: self.kinds.counted(), topics: self.topics.counted(), total: self.len() }
    }

    /// How many memories were made between each of `bounds_ms` and the next (ascending, milliseconds since 1970-01-01 UTC):
    /// one count fewer than there are bounds.
    pub fn counts_between(&self, bounds_ms: &[i64]) -> Vec<usize> {
        let mut counts = vec![0; bounds_ms.len().saturating_sub(1)];
        for (entry, _) in self.entries.iter().zip(self.live.iter()).filter(|(_, live)| **live) {
            let at = bounds_ms.partition_point(|bound| *bound <= entry.created_at_ms);
            if let Some(count) = at.checked_sub(1).and_then(|at| counts.get_mut(at)) {
                *count += 1;
            }
        }
        counts
    }

    /// A page of the memories that pass, newest first by (date, capture sequence, id), and how many pass in all.
    pub fn order(&self, filters: &Filters, offset: usize, limit: usize) -> (usize, Vec<Id>) {
        let passing = self.passing(filters);
        let (total, slots) = self.newest(&passing, offset, limit);
        (total, slots.into_iter().map(|slot| self.entries[slot as usize].id).collect())
    }

    /// The slots of [`order`](Self::order).
    pub(crate) fn newest(&self, passing: &[bool], offset: usize, limit: usize) -> (usize, Vec<u32>) {
        let mut slots: Vec<u32> = (0..passing.len() as u32).filter(|&slot| passing[slot as usize]).collect();
        let total = slots.len();
        let end = offset.saturating_add(limit).min(total);
        if offset >= end {
            return (total, Vec::new());
        }
        if end < total {
            slots.select_nth_unstable_by(end, |&a, &b| self.newer(a, b));
            slots.truncate(end);
        }
        slots.sort_unstable_by(|&a, &b| self.newer(a, b));
        slots.drain(..offset);
        (total, slots)
    }
}
