//! The words that say what a number is: finds, in one look, all rows that have one of their context words near. It must not
//! know the numbers.

use std::collections::HashMap;
use std::ops::Range;

use crate::kinds::is_placeholder;
use crate::normal::normalise;
use crate::text::{Text, is_same};

/// How many words on each side count, as in [`Text::near`].
const WORDS: usize = 6;
/// How many bytes are looked at for those words, as there.
const WINDOW: usize = 160;
/// Longer texts are more than a number that was pasted.
const LONGEST_ALONE: usize = 160;
/// A further number in a text of numbers has at least so many characters.
const SHORTEST_NUMBER: usize = 8;
/// What may stand between numbers in a text of nothing else.
const AND: &[&str] =
    &["and", "or", "und", "oder", "et", "ou", "y", "o", "e", "ve", "en", "i", "och", "og", "ja"];

/// All rows' context words.
pub(super) struct NumberWords {
    /// Phrases by their first word.
    phrases: HashMap<String, Vec<Phrase>>,
    /// The lengths that first words have, a bit each, by their first byte: most words of a text begin no phrase.
    lengths: Vec<u32>,
    /// Words of scripts that put no space between words: found inside of longer runs.
    unspaced: Vec<(String, Vec<usize>)>,
}

struct Phrase {
    /// The words after the first.
    rest: Vec<String>,
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
        let (mut phrases, mut unspaced): (HashMap<String, Vec<Phrase>>, _) = (HashMap::new(), Vec::new());
        for (phrase, rows) in gathered {
            // Marks part words in a text, so they part them here.
            let mut words = split(&phrase).map(str::to_owned);
            if phrase.chars().any(is_unspaced) {
                unspaced.extend(words.max_by_key(String::len).map(|longest| (longest, rows)));
                continue;
            }
            if let Some(first) = words.next() {
                phrases.entry(first).or_default().push(Phrase { rest: words.collect(), rows });
            }
        }
        let mut lengths = vec![0; 256];
        for word in phrases.keys() {
            if let Some(bits) = word.bytes().next().and_then(|first| lengths.get_mut(usize::from(first))) {
                *bits |= bit(word);
            }
        }
        NumberWords { phrases, lengths, unspaced }
    }

    /// The rows that have one of their words within six words on either side.
    pub fn rows_near(&self, text: Text<'_>, range: &Range<usize>) -> Vec<usize> {
        let (mut rows, mut words) = (Vec::new(), [""; WORDS]);
        let before = since_placeholder(text.piece(range.start.saturating_sub(WINDOW)..range.start));
        let before = split(before).rev().zip(words.iter_mut().rev()).map(|(word, slot)| *slot = word).count();
        self.gather(words.get(WORDS - before..).unwrap_or_default(), &mut rows);
        let after = until_placeholder(text.after(range.end, WINDOW));
        let after = split(after).zip(&mut words).map(|(word, slot)| *slot = word).count();
        self.gather(words.get(..after).unwrap_or_default(), &mut rows);
        rows
    }

    fn gather(&self, words: &[&str], rows: &mut Vec<usize>) {
        for (at, word) in words.iter().enumerate() {
            let first = word.bytes().next().unwrap_or(0).to_ascii_lowercase();
            let known = self.lengths.get(usize::from(first)).is_some_and(|bits| bits & bit(word) != 0);
            if !known && word.is_ascii() {
                continue;
            }
            let lower = word.to_lowercase();
            for phrase in self.phrases.get(&lower).into_iter().flatten() {
                let after = words.get(at + 1..).unwrap_or_default();
                if phrase.rest.len() <= after.len()
                    && phrase.rest.iter().zip(after).all(|(wanted, word)| is_same(word, wanted))
                {
                    rows.extend(&phrase.rows);
                }
            }
            if word.chars().any(is_unspaced) {
                let inside = self.unspaced.iter().filter(|(phrase, _)| word.contains(phrase.as_str()));
                rows.extend(inside.flat_map(|(_, rows)| rows));
            }
        }
    }
}

/// A bit for a word's length.
fn bit(word: &str) -> u32 {
    1 << word.len().min(31)
}

/// What stands behind the last placeholder: its words speak of what it replaced, and masked text must not fire again.
fn since_placeholder(before: &str) -> &str {
    let mut opened = before.rmatch_indices('[').filter_map(|(at, _)| before.get(at..));
    let last = opened.find(|rest| is_placeholder(rest));
    last.and_then(|rest| rest.split_once(']')).map_or(before, |(_, rest)| rest)
}

/// What stands before the first placeholder.
fn until_placeholder(after: &str) -> &str {
    let mut opened = after.match_indices('[').filter(|(at, _)| after.get(*at..).is_some_and(is_placeholder));
    opened.next().and_then(|(at, _)| after.get(..at)).unwrap_or(after)
}

fn split(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Thai, Hangul, kana and Chinese characters.
fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{e00}'..='\u{e7f}' | '\u{1100}'..='\u{11ff}' | '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// Whether a text is nothing but this number, or a short list of such numbers.
pub(super) fn stands_alone(text: Text<'_>, range: &Range<usize>) -> bool {
    if text.bytes.len() > LONGEST_ALONE {
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
        assert!(near("[Philippine tax number] 1").is_empty() && near("1 and [card] tin").is_empty());
        assert!(near("[TIN] 1").is_empty() && near("(tin) 1").len() == 2);
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
