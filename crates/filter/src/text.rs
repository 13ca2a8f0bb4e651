//! Reading a text by bytes and by words, for detectors: boundaries, neighbours and context words. It must not know any kind.

use std::ops::Range;

use crate::words::{Around, CONTEXT_BYTES, Side, Vocabulary};

/// A text as a detector reads it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text<'a> {
    /// The text.
    pub str: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// The words around places that were read before.
    around: Option<&'a Around>,
}

impl<'a> Text<'a> {
    /// Reads a text.
    pub fn new(text: &'a str) -> Text<'a> {
        Text { str: text, bytes: text.as_bytes(), around: None }
    }

    /// The same text, and where to remember the words around places of it.
    pub fn remembering(self, around: &'a Around) -> Text<'a> {
        Text { around: Some(around), ..self }
    }

    /// The byte at a place; 0 outside of the text.
    pub fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// The byte `back` places before `at`; 0 before the text.
    pub fn before(&self, at: usize, back: usize) -> u8 {
        at.checked_sub(back).map_or(0, |at| self.byte(at))
    }

    /// A piece, widened or narrowed to whole characters so that it always exists.
    pub fn piece(&self, range: Range<usize>) -> &'a str {
        let start = floor(self.str, range.start);
        self.str.get(start..ceil(self.str, range.end).max(start)).unwrap_or_default()
    }

    /// What follows a place, up to a number of bytes.
    pub fn after(&self, at: usize, bytes: usize) -> &'a str {
        self.piece(at..at.saturating_add(bytes).min(self.bytes.len()))
    }

    /// The next word after a place on the same line, in lower case; empty when something else comes first.
    pub fn next_word(&self, at: usize) -> String {
        let rest = self.after(at, 40).trim_start_matches([' ', '\t', '-', '_']);
        rest.chars().take_while(|character| character.is_alphanumeric()).collect::<String>().to_lowercase()
    }

    /// The words just before a place, nearest first.
    pub fn words_before(&self, at: usize) -> impl Iterator<Item = &'a str> {
        let before = self.piece(at.saturating_sub(CONTEXT_BYTES)..at);
        before.rsplit(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty())
    }

    /// The words just after a place.
    pub fn words_after(&self, at: usize) -> impl Iterator<Item = &'a str> {
        self.after(at, CONTEXT_BYTES)
            .split(|character: char| !character.is_alphanumeric())
            .filter(|word| !word.is_empty())
    }

    /// The six words before a place, in their order in the text.
    pub fn side_before(&self, at: usize) -> Side {
        self.around.map_or_else(|| Side::before(self.str, at), |around| around.before(self.str, at))
    }

    /// The six words after a place.
    pub fn side_after(&self, at: usize) -> Side {
        self.around.map_or_else(|| Side::after(self.str, at), |around| around.after(self.str, at))
    }

    /// Whether any of the words (or phrases of words) stands within six words on either side. Whole words only.
    pub fn near(&self, range: &Range<usize>, wanted: &Vocabulary) -> bool {
        !wanted.is_empty()
            && (wanted.stand_in(self.str, self.side_before(range.start).words())
                || wanted.stand_in(self.str, self.side_after(range.end).words()))
    }

    /// Whether one of so many words just before a place is among the given ones.
    pub fn follows(&self, at: usize, words: usize, wanted: &Vocabulary) -> bool {
        let side = self.side_before(at);
        let nearest = side.words().len().saturating_sub(words);
        wanted.stand_in(self.str, side.words().get(nearest..).unwrap_or_default())
    }

    /// Whether one of so many words just after a place is among the given ones.
    pub fn leads_to(&self, at: usize, words: usize, wanted: &Vocabulary) -> bool {
        let side = self.side_after(at);
        wanted.stand_in(self.str, side.words().get(..words).unwrap_or(side.words()))
    }
}

/// Whether a word is another one, which is in lower case.
pub(crate) fn is_same(word: &str, lower: &str) -> bool {
    match word.is_ascii() {
        true => word.eq_ignore_ascii_case(lower),
        false => word.chars().flat_map(char::to_lowercase).eq(lower.chars()),
    }
}

/// The last character boundary at or before a place.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The first character boundary at or after a place.
pub(crate) fn ceil(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Where the next byte of a sort stands. In steps that need no decision inside, for sorts that most text has none of for long.
pub(crate) fn next_where(bytes: &[u8], from: usize, belongs: impl Fn(u8) -> bool) -> Option<usize> {
    const STEP: usize = 64;
    let mut at = from;
    loop {
        let step = bytes.get(at..).filter(|rest| !rest.is_empty())?;
        let step = step.get(..STEP).unwrap_or(step);
        if step.iter().fold(false, |any, byte| any | belongs(*byte)) {
            return step.iter().position(|byte| belongs(*byte)).map(|found| at + found);
        }
        at += step.len();
    }
}

/// Whether a byte belongs to a word: ASCII letters and digits, `_`, and anything beyond ASCII.
pub(crate) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_whole_characters() {
        let text = Text::new("aé🎈b");
        assert_eq!(text.piece(2..5), "é🎈");
        assert_eq!(text.after(99, 4), "");
        assert_eq!((text.byte(99), text.before(0, 1)), (0, 0));
    }
}
