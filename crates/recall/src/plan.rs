//! Turns a question's text into terms with weights. Must not know vectors or a memory's content.

use crate::dated::Dated;
use crate::index::Index;
use crate::mark::Marks;
use crate::phrase::Phrase;
use crate::stop::is_stop_word;
use crate::syntax::{Piece, pieces};
use crate::tokens::{Form, each_token};
use crate::weights::{FINISHED, MISTYPED, MISTYPED_TERMS, PREFIX_TERMS, STOP_WORD, UNFINISHED};

/// One word looked for: the terms that count as it, and the weight that each occurrence has (idf included).
pub(crate) struct Sought {
    pub(crate) terms: Vec<u32>,
    pub(crate) weight: f32,
    /// Counts only beside other words: a stop word alone finds nothing.
    pub(crate) is_minor: bool,
}

/// A question, ready to be asked.
pub(crate) struct Plan {
    pub(crate) sought: Vec<Sought>,
    /// What a memory would score that has every word of the question once.
    pub(crate) ideal: f32,
    pub(crate) phrases: Vec<Phrase>,
    pub(crate) without: Vec<Phrase>,
    pub(crate) dated: Dated,
    pub(crate) marks: Marks,
    /// Nothing is looked for: the newest memories are the answer.
    pub(crate) is_blank: bool,
}

struct Word {
    text: String,
    stem: String,
    is_stop_word: bool,
}

impl Plan {
    pub(crate) fn new(index: &Index, text: &str) -> Self {
        let mut words: Vec<Word> = Vec::new();
        let mut plan = Self {
            sought: Vec::new(),
            ideal: 0.0,
            phrases: Vec::new(),
            without: Vec::new(),
            dated: Dated::default(),
            marks: Marks::default(),
            is_blank: true,
        };
        let mut said = String::new();
        let mut unfinished = None;
        for (piece, span) in pieces(text) {
            match piece {
                Piece::Without(phrase) => plan.without.extend(Phrase::parse(phrase)),
                Piece::Phrase(phrase) => {
                    plan.phrases.extend(Phrase::parse(phrase));
                    plan.read(index, phrase, &mut words, &mut said);
                }
                Piece::Word(word) => {
                    let last = plan.read(index, word, &mut words, &mut said);
                    unfinished = last.filter(|_| span.1 == text.len());
                }
            }
        }
        plan.dated = Dated::parse(&said);
        plan.weigh(index, &words);
        let begun = unfinished.is_some_and(|prefix| plan.extend(index, prefix));
        // The last word is finished by what it begins.
        let finished = words.len() - usize::from(begun);
        plan.mend(index, words.get(..finished).unwrap_or_default());
        plan.sought.sort_by_key(|sought| sought.is_minor);
        plan
    }

    /// Notes the words of `text`; the last one if `text` ends with it.
    fn read(
        &mut self,
        index: &Index,
        text: &str,
        words: &mut Vec<Word>,
        said: &mut String,
    ) -> Option<String> {
        self.is_blank = false;
        said.push_str(text);
        said.push(' ');
        let mut last = None;
        each_token(text, |token| {
            // Pairs cover the letters of a script without spaces; a lone letter speaks for itself.
            if token.form == (Form::Letter { alone: false }) {
                return;
            }
            if token.span.1 == text.len() && token.form != Form::Pair {
                last = Some(token.text.to_owned());
            }
            let stem = index.lexicon.stem(token.text);
            if words.iter().all(|known| known.stem != stem) {
                let is_stop_word = is_stop_word(token.text);
                words.push(Word { text: token.text.to_owned(), stem, is_stop_word });
            }
        });
        last
    }

    fn weigh(&mut self, index: &Index, words: &[Word]) {
        let only_stop_words = words.iter().all(|word| word.is_stop_word);
        for word in words {
            let subject = only_stop_words || !word.is_stop_word;
            let term = index.lexicon.term(&word.text);
            let postings = term.map_or(0, |term| index.lexicon.postings(term).len());
            let weight = if subject { 1.0 } else { STOP_WORD } * idf(index.len(), postings);
            self.ideal += weight;
            if let Some(term) = term {
                self.sought.push(Sought { terms: vec![term], weight, is_minor: !subject });
                if subject {
                    self.marks.terms.push(term);
                }
            }
        }
    }

    /// Lets words that no memory has stand for words that are written almost like them: they may be mistyped.
    fn mend(&mut self, index: &Index, words: &[Word]) {
        let unknown =
            words.iter().filter(|word| !word.is_stop_word && index.lexicon.term(&word.text).is_none());
        for word in unknown {
            let terms = index.lexicon.almost(&word.text, MISTYPED_TERMS);
            if !terms.is_empty() {
                self.marks.terms.extend(&terms);
                self.sought.push(Sought {
                    weight: Self::together(index, &terms) * MISTYPED,
                    terms,
                    is_minor: false,
                });
            }
        }
    }

    /// How much terms tell that count as one word.
    fn together(index: &Index, terms: &[u32]) -> f32 {
        let postings: usize = terms.iter().map(|&term| index.lexicon.postings(term).len()).sum();
        idf(index.len(), postings.min(index.len()))
    }

    /// Lets the last word stand for the words that begin with it too: it may still be being typed. Whether there are any.
    fn extend(&mut self, index: &Index, prefix: String) -> bool {
        if prefix.chars().count() < 2 || is_stop_word(&prefix) {
            return false;
        }
        let own = index.lexicon.term(&prefix);
        let mut terms = index.lexicon.beginning_with(&prefix, PREFIX_TERMS);
        terms.retain(|&term| own != Some(term));
        if terms.is_empty() {
            return false;
        }
        let weight = Self::together(index, &terms) * if own.is_some() { FINISHED } else { UNFINISHED };
        self.sought.push(Sought { terms, weight, is_minor: false });
        self.marks.prefix = Some(prefix);
        true
    }
}

/// How much a word tells that `postings` of `memories` have: ln(1 + (N − n + ½) / (n + ½)), never negative.
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009),
/// <https://doi.org/10.1561/1500000019>, with the 1 inside the logarithm that Lucene adds.
fn idf(memories: usize, postings: usize) -> f32 {
    let (memories, postings) = (memories as f32, postings as f32);
    (1.0 + (memories - postings + 0.5) / (postings + 0.5)).ln()
}
