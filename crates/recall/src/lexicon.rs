//! The words of all memories and where they stand. Must not know scores, nor what a memory is beyond its slot.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;
use std::sync::Arc;

use crate::erasing::ErasingVec;
use crate::labels::overwrite;
use crate::stop::is_stop_word;
use rust_stemmers::{Algorithm, Stemmer};

/// Postings hold the slot in the upper 24 bits and the capped count in the lower 8: 16 million memories at 4 bytes each.
const COUNT_BITS: u32 = 8;
const COUNT_MAX: u32 = (1 << COUNT_BITS) - 1;
/// The most slots that a posting can name.
pub(crate) const SLOTS_MAX: u32 = 1 << (32 - COUNT_BITS);

/// Surface forms (for typing ahead), the terms they stem to, and each term's postings sorted by slot.
pub(crate) struct Lexicon {
    words: HashMap<Arc<str>, Word>,
    /// The same words in order, for prefixes.
    ordered: BTreeMap<Arc<str>, u32>,
    by_stem: HashMap<Arc<str>, u32>,
    terms: Vec<Term>,
    free: Vec<u32>,
    stemmer: Stemmer,
    postings: usize,
}

struct Word {
    term: u32,
    uses: u32,
}

struct Term {
    stem: Arc<str>,
    postings: ErasingVec<u32>,
}

/// Reads one posting as slot and count.
#[inline]
pub(crate) fn posting(packed: u32) -> (usize, f32) {
    ((packed >> COUNT_BITS) as usize, (packed & COUNT_MAX) as f32)
}

impl Lexicon {
    pub(crate) fn new() -> Self {
        Self {
            words: HashMap::new(),
            ordered: BTreeMap::new(),
            by_stem: HashMap::new(),
            terms: Vec::new(),
            free: Vec::new(),
            stemmer: Stemmer::create(Algorithm::English),
            postings: 0,
        }
    }

    /// The term for a folded word, made if it is new, and one more use of the word.
    pub(crate) fn take(&mut self, word: &str) -> u32 {
        if let Some(known) = self.words.get_mut(word) {
            known.uses += 1;
            return known.term;
        }
        let stem = self.stem(word);
        let term = self.term_of_stem(&stem);
        let text: Arc<str> = word.into();
        self.words.insert(text.clone(), Word { term, uses: 1 });
        self.ordered.insert(text, term);
        term
    }

    /// [`take`](Self::take) so many times, for a word whose term is known.
    pub(crate) fn take_known(&mut self, word: &str, term: u32, uses: u32) {
        if let Some(known) = self.words.get_mut(word) {
            known.uses += uses;
            return;
        }
        let text: Arc<str> = word.into();
        self.words.insert(text.clone(), Word { term, uses });
        self.ordered.insert(text, term);
    }

    /// A word that some memory has, and its term.
    pub(crate) fn known(&self, word: &str) -> Option<(&str, u32)> {
        self.words.get_key_value(word).map(|(text, known)| (&**text, known.term))
    }

    /// The term of a stem, made if it is new.
    pub(crate) fn term_of_stem(&mut self, stem: &str) -> u32 {
        match self.by_stem.get(stem) {
            Some(&term) => term,
            None => self.new_term(stem),
        }
    }

    /// What the words of a term have in common.
    pub(crate) fn stem_of(&self, term: u32) -> &str {
        &self.terms[term as usize].stem
    }

    /// Undoes one [`take`](Self::take); a word without a use left is overwritten.
    pub(crate) fn release(&mut self, word: &str) -> Option<u32> {
        let known = self.words.get_mut(word)?;
        let term = known.term;
        known.uses -= 1;
        if known.uses == 0 {
            self.ordered.remove(word);
            if let Some((text, _)) = self.words.remove_entry(word) {
                overwrite(text);
            }
        }
        Some(term)
    }

    fn new_term(&mut self, stem: &str) -> u32 {
        let stem: Arc<str> = stem.into();
        let made = Term { stem: stem.clone(), postings: ErasingVec::new() };
        let term = if let Some(reused) = self.free.pop() {
            self.terms[reused as usize] = made;
            reused
        } else {
            self.terms.push(made);
            (self.terms.len() - 1) as u32
        };
        self.by_stem.insert(stem, term);
        term
    }

    /// Notes that `slot` holds `term` `count` times.
    pub(crate) fn post(&mut self, term: u32, slot: u32, count: u32) {
        let packed = (slot << COUNT_BITS) | count.min(COUNT_MAX);
        let postings = &mut self.terms[term as usize].postings;
        match postings.last() {
            Some(&last) if last > packed => {
                let at = postings.partition_point(|&p| p < packed);
                postings.insert(at, packed);
            }
            _ => postings.push(packed),
        }
        self.postings += 1;
    }

    /// [`post`](Self::post) for each slot and count, slots rising.
    pub(crate) fn post_all(&mut self, term: u32, posted: impl ExactSizeIterator<Item = (u32, u32)>) {
        self.terms[term as usize].postings.make_room_for(posted.len());
        posted.for_each(|(slot, count)| self.post(term, slot, count));
    }

    /// Takes `slot` out of the term's postings; a term without postings is overwritten.
    pub(crate) fn unpost(&mut self, term: u32, slot: u32) {
        let entry = &mut self.terms[term as usize];
        let at = entry.postings.partition_point(|&p| p >> COUNT_BITS < slot);
        if entry.postings.get(at).is_some_and(|&p| p >> COUNT_BITS == slot) {
            entry.postings.remove(at);
            self.postings -= 1;
        }
        if entry.postings.is_empty() {
            let stem = std::mem::replace(&mut entry.stem, "".into());
            self.by_stem.remove(&stem);
            overwrite(stem);
            self.free.push(term);
        }
    }

    /// The postings of a term, sorted by slot.
    pub(crate) fn postings(&self, term: u32) -> &[u32] {
        &self.terms[term as usize].postings
    }

    /// The term that a folded word stems to, if any memory has it.
    pub(crate) fn term(&self, word: &str) -> Option<u32> {
        match self.words.get(word) {
            Some(known) => Some(known.term),
            None => self.by_stem.get(self.stem(word).as_str()).copied(),
        }
    }

    /// The terms of words (but stop words) that begin with `prefix`, most used first, each once, at most `limit`.
    pub(crate) fn beginning_with(&self, prefix: &str, limit: usize) -> Vec<u32> {
        let from = (Bound::Included(prefix), Bound::Unbounded);
        let words = self.ordered.range::<str, _>(from).take_while(|(word, _)| word.starts_with(prefix));
        let mut found: Vec<(usize, &str, u32)> = words
            .filter(|(word, _)| !is_stop_word(word))
            .map(|(word, &term)| (self.postings(term).len(), &**word, term))
            .collect();
        found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        each_once(found.into_iter().map(|(_, _, term)| term), limit)
    }

    /// The terms of words that are written almost like `word`: one slip in words of four letters and more (a letter too many, one
    /// too few, another one, two swapped), two from eight letters on, and never in the first letter. The nearest first, then
    /// the most used; at most `limit`.
    pub(crate) fn almost(&self, word: &str, limit: usize) -> Vec<u32> {
        let letters = word.chars().count();
        let slips = match letters {
            8.. => 2,
            4.. => 1,
            _ => return Vec::new(),
        };
        let Some(first) = word.chars().next().filter(|_| word.chars().all(char::is_alphabetic)) else {
            return Vec::new();
        };
        let first = first.to_string();
        let from = (Bound::Included(first.as_str()), Bound::Unbounded);
        let known = self.ordered.range::<str, _>(from).take_while(|(known, _)| known.starts_with(&first));
        let mut found: Vec<(usize, usize, &str, u32)> = known
            .filter(|(known, _)| known.len().abs_diff(word.len()) <= slips * 4 && !is_stop_word(known))
            // Each slip changes two letters at most.
            .filter(|(known, _)| (letters_of(known) ^ letters_of(word)).count_ones() as usize <= 2 * slips)
            .map(|(known, &term)| (strsim::osa_distance(known, word), &**known, term))
            .filter(|(distance, ..)| *distance <= slips)
            .map(|(distance, known, term)| (distance, usize::MAX - self.postings(term).len(), known, term))
            .collect();
        found.sort_unstable();
        each_once(found.into_iter().map(|(.., term)| term), limit)
    }

    /// English words lose their endings (Porter 2, <https://snowballstem.org/algorithms/english/stemmer.html>); anything
    /// with a digit, a joiner or a letter beyond a to z is kept as it is.
    pub(crate) fn stem(&self, word: &str) -> String {
        if word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase()) {
            self.stemmer.stem(word).into_owned()
        } else {
            word.to_owned()
        }
    }

    /// Bytes held, roughly.
    pub(crate) fn bytes(&self) -> usize {
        let lists: usize = self.terms.iter().map(|t| size_of::<Term>() + t.postings.capacity() * 4).sum();
        let text: usize = self.words.keys().map(|w| w.len() + 16).sum();
        lists + text + self.words.capacity() * 26 + self.ordered.len() * 30 + self.by_stem.capacity() * 22
    }

    #[cfg(test)]
    pub(crate) fn is_blank(&self) -> bool {
        let empty = |term: &Term| term.stem.is_empty() && term.postings.is_empty();
        self.words.is_empty()
            && self.ordered.is_empty()
            && self.by_stem.is_empty()
            && self.terms.iter().all(empty)
    }

    /// Overwrites and forgets everything.
    pub(crate) fn clear(&mut self) {
        self.ordered.clear();
        for (text, _) in self.words.drain() {
            overwrite(text);
        }
        self.by_stem.clear();
        for term in self.terms.drain(..) {
            overwrite(term.stem);
        }
        self.free.clear();
        self.postings = 0;
    }
}

/// The first of the terms, each once, at most `limit`.
fn each_once(found: impl Iterator<Item = u32>, limit: usize) -> Vec<u32> {
    let mut terms = Vec::new();
    for term in found {
        if terms.len() == limit {
            break;
        }
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms
}

/// A bit for each letter from a to z that a word has.
fn letters_of(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |letters, byte| letters | 1 << (byte - b'a'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_released_word_is_in_no_table() {
        let mut lexicon = Lexicon::new();
        let term = lexicon.take("coffees");
        assert_eq!(lexicon.take("coffee"), term);
        lexicon.post(term, 7, 2);
        lexicon.post(term, 3, 300);
        let slots: Vec<_> = lexicon.postings(term).iter().map(|&p| posting(p)).collect();
        assert_eq!(slots, [(3, 255.0), (7, 2.0)]);

        assert_eq!(lexicon.release("coffees"), Some(term));
        assert_eq!(lexicon.beginning_with("coffe", 9), [term]);
        assert_eq!(lexicon.release("coffee"), Some(term));
        assert_eq!(lexicon.release("coffee"), None);
        lexicon.unpost(term, 3);
        lexicon.unpost(term, 7);
        assert_eq!(lexicon.term("coffee"), None);
        assert!(lexicon.beginning_with("c", 9).is_empty());
        assert!(lexicon.words.is_empty() && lexicon.by_stem.is_empty() && lexicon.ordered.is_empty());
        assert_eq!((lexicon.postings, lexicon.take("tea")), (0, term));
    }
}
