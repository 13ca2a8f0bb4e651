//! The words that say what a number is: finds, in one look, all rows that have one of their context words near. It must not
//! know the numbers.

use std::collections::HashMap;
use std::ops::Range;

use crate::normal::normalise;
use crate::text::Text;
use crate::words::{Word, hash};

/// Longer texts are more than a number that was pasted.
const LONGEST_ALONE: usize = 160;
/// A further number in a text of numbers has at least so many characters.
const SHORTEST_NUMBER: usize = 8;
/// What may stand between numbers in a text of nothing else.
const AND: &[&str] =
    &["and", "or", "und", "oder", "et", "ou", "y", "o", "e", "ve", "en", "i", "och", "og", "ja"];

/// All rows' context words.
pub(super) struct NumberWords {
    /// Phrases in the order of the hashes of their first words.
    phrases: Vec<Phrase>,
    /// A bit for each first word: most words of a text begin no phrase.
    first: Vec<u64>,
    /// Words of scripts that put no space between words: found inside of longer runs.
    unspaced: Vec<(String, Vec<usize>)>,
}

/// How many words of bits there are for first words.
const SLOTS: usize = 256;

struct Phrase {
    /// The hash of the first word.
    first: u64,
    /// The hashes of the words after the first.
    rest: Vec<u64>,
    rows: Vec<usize>,
}

impl NumberWords {
    /// Gathers the context words of rows.
    pub fn new(rows: impl Iterator<Item = &'static [&'static str]>) -> NumberWords {
        let mut gathered: HashMap<String, Vec<usize>> = HashMap::new();
        for (row, words) in rows.enumerate() {
            for word in words {
                gathered.entry(normalise(word).text.into_owned()).or_default().push(row);
            }
        }
        let mut words = NumberWords { phrases: Vec::new(), first: vec![0; SLOTS], unspaced: Vec::new() };
        for (phrase, rows) in gathered {
            // Marks part words in a text, so they part them here.
            let mut parts = split(&phrase);
            if phrase.chars().any(is_unspaced) {
                words
                    .unspaced
                    .extend(parts.max_by_key(|part| part.len()).map(|part| (part.to_owned(), rows)));
                continue;
            }
            if let Some(first) = parts.next().map(hash) {
                let (slot, bit) = slot(first);
                if let Some(bits) = words.first.get_mut(slot) {
                    *bits |= bit;
                }
                let rest = parts.map(hash).collect();
                words.phrases.push(Phrase { first, rest, rows });
            }
        }
        words.phrases.sort_by_key(|phrase| phrase.first);
        words
    }

    /// The rows that have one of their words within six words on either side.
    pub fn rows_near(&self, text: Text<'_>, range: &Range<usize>) -> Vec<usize> {
        let mut rows = Vec::new();
        self.gather(text.str, text.side_before(range.start).words(), &mut rows);
        self.gather(text.str, text.side_after(range.end).words(), &mut rows);
        rows
    }

    fn gather(&self, text: &str, words: &[Word], rows: &mut Vec<usize>) {
        for (at, word) in words.iter().enumerate() {
            let (slot, bit) = slot(word.hash);
            if self.first.get(slot).is_some_and(|bits| bits & bit != 0) {
                let from = self.phrases.partition_point(|phrase| phrase.first < word.hash);
                let same = self.phrases.iter().skip(from).take_while(|phrase| phrase.first == word.hash);
                for phrase in same {
                    let mut after = words.iter().skip(at + 1);
                    if phrase.rest.iter().all(|wanted| after.next().is_some_and(|word| word.hash == *wanted))
                    {
                        rows.extend(&phrase.rows);
                    }
                }
            }
            if word.ascii {
                continue;
            }
            let word = word.of(text);
            if word.chars().any(is_unspaced) {
                let inside = self.unspaced.iter().filter(|(phrase, _)| word.contains(phrase.as_str()));
                rows.extend(inside.flat_map(|(_, rows)| rows));
            }
        }
    }
}

/// Where the bit of a hash stands.
fn slot(hash: u64) -> (usize, u64) {
    let bits = usize::try_from(hash >> 40).unwrap_or_default() % (SLOTS * 64);
    (bits / 64, 1 << (bits % 64))
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Thai, Hangul, kana and Chinese characters.
fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{e00}'..='\u{e7f}' | '\u{1100}'..='\u{11ff}' | '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// Whether a text is short enough to be nothing but numbers.
pub(super) fn may_stand_alone(text: Text<'_>) -> bool {
    text.bytes.len() <= LONGEST_ALONE
}

/// Whether a text is nothing but this number, or a short list of such numbers.
pub(super) fn stands_alone(text: Text<'_>, range: &Range<usize>) -> bool {
    if !may_stand_alone(text) {
        return false;
    }
    let pieces = |part: Range<usize>| {
        text.piece(part).split(|character: char| !character.is_alphanumeric()).all(|word| {
            let number = word.len() >= SHORTEST_NUMBER && word.bytes().any(|byte| byte.is_ascii_digit());
            word.is_empty() || number || AND.contains(&word)
        })
    };
    pieces(0..range.start) && pieces(range.end..text.bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: [&[&str]; 3] = [&["tax id", "tin"], &["번호"], &["tin"]];

    #[test]
    fn finds_all_rows_with_a_word_near() {
        let words = NumberWords::new(ROWS.into_iter());
        let near = |text: &str| {
            let at = text.find('1').unwrap();
            words.rows_near(Text::new(text), &(at..at + 1))
        };
        assert_eq!(near("my Tax-ID is 1"), [0]);
        let mut both = near("1 is the TIN");
        both.sort_unstable();
        assert_eq!(both, [0, 2]);
        assert_eq!(near("등록번호는 1"), [1]);
        assert!(near("tax for id 1, tint").is_empty());
        assert!(near("tin a b c d e f 1").is_empty());
        assert_eq!(near("(tin) 1").len(), 2);
    }

    #[test]
    fn alone_is_nothing_but_numbers() {
        let alone = |text: &str| {
            stands_alone(Text::new(text), &(text.find('5').unwrap()..text.find('5').unwrap() + 1))
        };
        assert!(alone("5") && alone(" \"5\"\n") && alone("5 and 12346789K"));
        assert!(!alone("note 5") && !alone("5 and 3"));
    }
}
