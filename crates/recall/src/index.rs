//! What the index holds, and how a memory gets in and out of it. Must not know scores.

use std::cmp::Ordering;
use std::collections::HashMap;

use zeroize::Zeroize;

use crate::calendar::Day;
use crate::codes::Codes;
use crate::document::{Document, Id, Token};
use crate::labels::{Labels, NONE as NO_LABEL};
use crate::lexicon::{Lexicon, SLOTS_MAX};
use crate::scratch::Scratch;
use crate::threads::Threads;
use crate::weights::RESCORED;
use crate::worded::{each_word, only_asks};

/// The hybrid index: every live memory's words and vectors, in flat arrays by slot. A removed memory's slot is overwritten
/// and used again. Holds up to 16,777,216 memories; more are not taken in.
pub struct Index {
    pub(crate) entries: Vec<Entry>,
    pub(crate) live: Vec<bool>,
    /// Words in the content, by slot.
    pub(crate) lengths: Vec<u16>,
    pub(crate) thread_of: Vec<u32>,
    pub(crate) days: Vec<Day>,
    pub(crate) asks: Vec<bool>,
    pub(crate) lexicon: Lexicon,
    pub(crate) codes: Codes,
    pub(crate) kinds: Labels,
    pub(crate) topics: Labels,
    pub(crate) sources: Labels,
    pub(crate) threads: Threads,
    pub(crate) length_sum: u64,
    /// The slots that hide each private value.
    pub(crate) tokens: HashMap<Token, Vec<u32>>,
    /// The private values that a slot hides, for those that hide any.
    pub(crate) hidden: HashMap<u32, Box<[Token]>>,
    /// What has taken a slot's place, for those that something has.
    pub(crate) replaced: HashMap<u32, Id>,
    /// The most memories whose cosine is taken from their bytes in one search; of more the signs choose.
    pub(crate) rescored: usize,
    pub(crate) scratch: Scratch,
    pub(crate) slots: HashMap<Id, u32>,
    pub(crate) free: Vec<u32>,
    pub(crate) waiting: usize,
}

/// What is needed of a memory once it is found.
#[derive(Default)]
pub(crate) struct Entry {
    pub(crate) id: Id,
    pub(crate) content: Box<str>,
    pub(crate) created_at_ms: i64,
    pub(crate) sequence: i64,
    pub(crate) kind: u32,
    pub(crate) source: u32,
    pub(crate) topics: Box<[u32]>,
}

impl Index {
    /// An empty index for vectors of `dimensions` values.
    pub fn new(dimensions: usize) -> Index {
        Index {
            entries: Vec::new(),
            live: Vec::new(),
            lengths: Vec::new(),
            thread_of: Vec::new(),
            days: Vec::new(),
            asks: Vec::new(),
            lexicon: Lexicon::new(),
            codes: Codes::new(dimensions),
            kinds: Labels::default(),
            topics: Labels::default(),
            sources: Labels::default(),
            threads: Threads::default(),
            length_sum: 0,
            tokens: HashMap::new(),
            hidden: HashMap::new(),
            replaced: HashMap::new(),
            rescored: RESCORED,
            scratch: Scratch::default(),
            slots: HashMap::new(),
            free: Vec::new(),
            waiting: 0,
        }
    }

    /// Takes a memory in, in place of one with the same id. The document's own buffers are overwritten.
    pub fn upsert(&mut self, mut document: Document) {
        self.remove(&document.id);
        if let Some(slot) = self.free_slot() {
            self.fill(slot, &document);
        }
        document.zeroize();
    }

    /// Takes a memory out of every structure and overwrites its bytes; false if it was not there.
    pub fn remove(&mut self, id: &Id) -> bool {
        let Some(slot) = self.slots.remove(id) else { return false };
        let at = slot as usize;
        let mut entry = std::mem::take(&mut self.entries[at]);
        let thread = std::mem::replace(&mut self.thread_of[at], NO_LABEL);

        let topics: Vec<_> = entry.topics.iter().filter_map(|&t| self.topics.text(t)).collect();
        let (source, thread_text) = (self.sources.text(entry.source), self.threads.labels().text(thread));
        let mut terms = Vec::new();
        let lexicon = &mut self.lexicon;
        each_word(
            &entry.content,
            topics.iter().map(|t| &**t),
            source.as_deref(),
            thread_text.as_deref(),
            |word, _| {
                terms.extend(lexicon.release(word));
            },
        );
        terms.sort_unstable();
        terms.dedup();
        for term in terms {
            self.lexicon.unpost(term, slot);
        }
        // The labels overwrite their text only when nothing else holds it.
        drop((topics, source, thread_text));

        let mut hidden = self.hidden.remove(&slot).unwrap_or_default();
        for token in &hidden {
            if let Some(slots) = self.tokens.get_mut(token) {
                slots.retain(|held| *held != slot);
                if slots.is_empty() {
                    self.tokens.remove(token);
                }
            }
        }
        hidden.zeroize();
        self.replaced.remove(&slot);
        self.waiting -= usize::from(!self.codes.has(slot));
        self.codes.remove(slot);
        self.kinds.release(entry.kind);
        self.sources.release(entry.source);
        for &topic in &entry.topics {
            self.topics.release(topic);
        }
        self.threads.remove(thread, slot);
        self.length_sum -= u64::from(std::mem::take(&mut self.lengths[at]));
        self.live[at] = false;
        self.asks[at] = false;
        self.days[at] = Day::default();
        entry.content.zeroize();
        entry.topics.zeroize();
        self.free.push(slot);
        true
    }

    /// Notes that the memory `by` has taken the place of `id`, or that nothing has. A replaced memory is still found, below
    /// the one that replaced it. Ends when `id` is removed or upserted; false if it is not there.
    pub fn set_replaced(&mut self, id: &Id, by: Option<Id>) -> bool {
        let Some(&slot) = self.slots.get(id) else { return false };
        match by {
            Some(by) => self.replaced.insert(slot, by),
            None => self.replaced.remove(&slot),
        };
        true
    }

    /// Memories held.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Whether a memory is held.
    pub fn contains(&self, id: &Id) -> bool {
        self.slots.contains_key(id)
    }

    /// Whether any memory hides this private value.
    pub fn has_token(&self, token: &Token) -> bool {
        self.tokens.contains_key(token)
    }

    /// Whether a memory is held and has a vector.
    pub fn has_vector(&self, id: &Id) -> bool {
        self.slots.get(id).is_some_and(|&slot| self.codes.has(slot))
    }

    /// Gives a memory that is held one more vector; false if it is not held or the vector does not fit.
    pub fn add_vector(&mut self, id: &Id, vector: &[f32]) -> bool {
        let Some(&slot) = self.slots.get(id) else { return false };
        let had = self.codes.has(slot);
        let fits = self.codes.add_one(slot, vector);
        self.waiting -= usize::from(fits && !had);
        fits
    }

    /// Memories without a vector: found by words only until they are upserted with one.
    pub fn waiting_for_vector(&self) -> usize {
        self.waiting
    }

    /// Bytes held, estimated from the sizes of the tables.
    pub fn bytes(&self) -> usize {
        let texts: usize = self.entries.iter().map(|e| e.content.len() + 8 + e.topics.len() * 4).sum();
        let tokens: usize =
            self.hidden.values().map(|tokens| 24 + tokens.len() * size_of::<Token>() * 4).sum();
        let slot = size_of::<Entry>() + size_of::<Day>() + 8;
        let labels = self.kinds.bytes() + self.topics.bytes() + self.sources.bytes() + self.threads.bytes();
        texts
            + tokens
            + self.entries.capacity() * slot
            + (self.slots.capacity() + self.replaced.capacity()) * 24
            + labels
            + self.lexicon.bytes()
            + self.codes.bytes()
            + self.scratch.bytes()
    }

    /// Forgets everything and overwrites it.
    pub fn clear(&mut self) {
        for entry in &mut self.entries {
            entry.content.zeroize();
            entry.topics.zeroize();
            entry.id.zeroize();
        }
        self.entries.clear();
        self.live.clear();
        self.lengths.zeroize();
        self.thread_of.zeroize();
        self.days.clear();
        self.asks.clear();
        self.lexicon.clear();
        self.codes.clear();
        self.scratch.clear();
        self.kinds.clear();
        self.topics.clear();
        self.sources.clear();
        self.threads.clear();
        self.tokens.clear();
        self.hidden.drain().for_each(|(_, mut tokens)| tokens.zeroize());
        self.replaced.clear();
        self.length_sum = 0;
        self.slots.clear();
        self.free.clear();
        self.waiting = 0;
    }

    /// Orders slots newest first; no two are equal.
    pub(crate) fn newer(&self, a: u32, b: u32) -> Ordering {
        self.age(b).cmp(&self.age(a))
    }

    /// What memories are ordered by, oldest first.
    fn age(&self, slot: u32) -> (i64, i64, Id) {
        let entry = &self.entries[slot as usize];
        (entry.created_at_ms, entry.sequence, entry.id)
    }

    pub(crate) fn free_slot(&mut self) -> Option<u32> {
        if let Some(slot) = self.free.pop() {
            return Some(slot);
        }
        let slot = u32::try_from(self.entries.len()).ok().filter(|&slot| slot < SLOTS_MAX)?;
        if self.entries.len() == self.entries.capacity() {
            // Doubling would leave up to half of the largest table empty.
            self.entries.reserve_exact(self.entries.len() / 8 + 64);
        }
        self.entries.push(Entry::default());
        self.live.push(false);
        self.lengths.push(0);
        self.thread_of.push(NO_LABEL);
        self.days.push(Day::default());
        self.asks.push(false);
        Some(slot)
    }

    fn fill(&mut self, slot: u32, document: &Document) {
        self.waiting += usize::from(!self.codes.add(slot, &document.vectors));
        let mut topics: Vec<u32> = Vec::with_capacity(document.topics.len());
        for topic in &document.topics {
            let number = self.topics.take(topic);
            // The same topic twice is one topic.
            if topics.contains(&number) {
                self.topics.release(number);
            } else {
                topics.push(number);
            }
        }
        let mut tokens = document.tokens.clone();
        tokens.sort_unstable();
        tokens.dedup();
        let entry = Entry {
            id: document.id,
            content: document.content.as_str().into(),
            created_at_ms: document.created_at_ms,
            sequence: document.sequence,
            kind: self.kinds.take(&document.kind),
            source: document.source.as_deref().map_or(NO_LABEL, |source| self.sources.take(source)),
            topics: topics.into(),
        };
        self.settle(slot, entry, &tokens, document.thread.as_deref());
        self.post(slot);
    }

    /// Puts a memory into its slot and everything that follows from it but words and vectors. Tokens in order, each once.
    pub(crate) fn settle(&mut self, slot: u32, entry: Entry, tokens: &[Token], thread: Option<&str>) {
        let at = slot as usize;
        for token in tokens {
            self.tokens.entry(*token).or_default().push(slot);
        }
        if !tokens.is_empty() {
            self.hidden.insert(slot, tokens.into());
        }
        self.days[at] = Day::of(entry.created_at_ms);
        self.asks[at] = only_asks(&entry.content);
        self.live[at] = true;
        self.slots.insert(entry.id, slot);
        self.entries[at] = entry;
        if let Some(thread) = thread {
            let (entries, own) = (&self.entries, self.age(slot));
            let age = |slot: u32| {
                let entry = &entries[slot as usize];
                (entry.created_at_ms, entry.sequence, entry.id)
            };
            self.thread_of[at] = self.threads.add(thread, slot, |member| age(member) < own);
        }
    }
}

impl Drop for Index {
    fn drop(&mut self) {
        self.clear();
    }
}

#[cfg(test)]
impl Index {
    /// Whether nothing of any memory is left in any structure.
    pub(crate) fn is_blank(&self) -> bool {
        let blank =
            |entry: &Entry| entry.content.is_empty() && entry.id == Id::default() && entry.topics.is_empty();
        self.entries.iter().all(blank)
            && !self.live.contains(&true)
            && !self.asks.contains(&true)
            && self.lengths.iter().all(|&length| length == 0)
            && self.thread_of.iter().all(|&thread| thread == NO_LABEL)
            && self.days.iter().all(|&day| day == Day::default())
            && self.lexicon.is_blank()
            && self.codes.is_blank()
            && self.scratch.is_blank()
            && (0..self.entries.len() as u32).all(|thread| self.threads.members(thread).is_empty())
            && self.facets() == crate::Facets::default()
            && (self.length_sum, self.waiting) == (0, 0)
            && self.tokens.is_empty()
            && self.hidden.is_empty()
            && self.replaced.is_empty()
            && self.slots.is_empty()
    }
}
