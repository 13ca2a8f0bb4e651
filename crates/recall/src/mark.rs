//! Which words of a content a question matched, for marking. Must not know scores.

use crate::lexicon::Lexicon;
use crate::tokens::each_token;

/// What is marked: the question's terms, and words that begin with its unfinished last one.
#[derive(Default)]
pub(crate) struct Marks {
    pub(crate) terms: Vec<u32>,
    pub(crate) prefix: Option<String>,
}

impl Marks {
    /// Byte spans in `content`, in order and apart; overlapping ones are joined.
    pub(crate) fn spans(&self, content: &str, lexicon: &Lexicon) -> Vec<(usize, usize)> {
        let mut spans: Vec<(usize, usize)> = Vec::new();
        each_token(content, |token| {
            let begun = self.prefix.as_ref().is_some_and(|prefix| token.text.starts_with(prefix.as_str()));
            if begun || lexicon.term(token.text).is_some_and(|term| self.terms.contains(&term)) {
                spans.push(token.span);
            }
        });
        spans.sort_unstable();
        spans.dedup_by(|later, earlier| {
            let overlaps = later.0 < earlier.1;
            if overlaps {
                earlier.1 = earlier.1.max(later.1);
            }
            overlaps
        });
        spans
    }
}
