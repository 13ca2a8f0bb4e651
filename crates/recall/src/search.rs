//! A question's way: which memories may answer, which answer best, and how each hit is shown. Must not know where text came
//! from.

use std::borrow::Cow;

use crate::hits::Hit;
use crate::index::Index;
use crate::lexicon::posting;
use crate::phrase::Phrase;
use crate::plan::Plan;
use crate::query::Query;
use crate::rank::{Ranked, TOKEN};

impl Index {
    /// The memories that answer `query` best, best first; newest first where they are equally good. A memory is found if
    /// one of its words was asked for, if it means something near (cosine 0.15 and more), or if it was made when the
    /// question says. Blank text finds the newest memories that pass the filters, with score 0.
    pub fn search(&self, query: &Query) -> Vec<Hit> {
        if query.limit == 0 {
            return Vec::new();
        }
        let plan = Plan::new(self, &query.text);
        let mut passing = self.passing(&query.filters);
        if !plan.phrases.is_empty() || !plan.without.is_empty() {
            self.narrow(&plan, passing.to_mut());
        }
        let hiding: Vec<u32> =
            query.tokens.iter().filter_map(|token| self.tokens.get(token)).flatten().copied().collect();
        if plan.is_blank {
            if !query.tokens.is_empty() {
                let mut hides = vec![false; passing.len()];
                hiding.iter().for_each(|&slot| hides[slot as usize] = passing[slot as usize]);
                passing = Cow::Owned(hides);
            }
            let (_, slots) = self.newest(&passing, 0, query.limit);
            let hit = |slot| Hit { by_token: hiding.contains(&slot), ..self.hit(&plan, slot, 0.0, 0.0, 0.0) };
            return slots.into_iter().map(hit).collect();
        }
        let ranked = self.ranked(&plan, query, &passing, &hiding);
        let hit = |found: Ranked| {
            let by_token = found.score >= TOKEN / 2.0 && hiding.contains(&found.slot);
            Hit { by_token, ..self.hit(&plan, found.slot, found.score, found.meaning, found.words) }
        };
        ranked.into_iter().map(hit).collect()
    }

    fn hit(&self, plan: &Plan, slot: u32, score: f32, meaning: f32, words: f32) -> Hit {
        let entry = &self.entries[slot as usize];
        let matched = if words > 0.0 { plan.marks.spans(&entry.content, &self.lexicon) } else { Vec::new() };
        Hit { id: entry.id, score, meaning, words, matched, by_token: false }
    }

    /// Leaves only what has every phrase and nothing that was excluded.
    fn narrow(&self, plan: &Plan, passing: &mut [bool]) {
        for phrase in &plan.phrases {
            let mut kept = vec![false; passing.len()];
            for slot in self.having(phrase).into_iter().filter(|&slot| passing[slot]) {
                kept[slot] = phrase.is_in(&self.entries[slot].content);
            }
            passing.copy_from_slice(&kept);
        }
        for phrase in &plan.without {
            if let Some(word) = phrase.single() {
                let postings = self.lexicon.term(word).map_or(&[][..], |term| self.lexicon.postings(term));
                postings.iter().for_each(|&packed| passing[posting(packed).0] = false);
            } else {
                for slot in self.having(phrase) {
                    passing[slot] = passing[slot] && !phrase.is_in(&self.entries[slot].content);
                }
            }
        }
    }

    /// Slots that have all words of a phrase, somewhere.
    fn having(&self, phrase: &Phrase) -> Vec<usize> {
        let mut lists = Vec::new();
        for word in phrase.words() {
            let Some(term) = self.lexicon.term(word) else { return Vec::new() };
            lists.push(self.lexicon.postings(term));
        }
        lists.sort_unstable_by_key(|list| list.len());
        let Some((rarest, others)) = lists.split_first() else { return Vec::new() };
        let mut slots: Vec<usize> = rarest.iter().map(|&packed| posting(packed).0).collect();
        for list in others {
            slots.retain(|slot| list.binary_search_by_key(slot, |&packed| posting(packed).0).is_ok());
        }
        slots
    }
}
