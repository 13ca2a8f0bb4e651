//! The words that say what a number is: finds, in one look, all rows that have one of their context words near. It must not
//! know the numbers.

use std::collections::HashMap;
use std::ops::Range;

use crate::normal::normalise;
use crate::text::Text;

/// How many words on each side count, as in [`Text::near`].
const WORDS: usize = 6;
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
            let mut words = words_of(&phrase);
            if phrase.chars().any(is_unspaced) {
                unspaced.extend(words.max_by_key(String::len).map(|longest| (longest, rows)));
                continue;
            }
            if let Some(first) = words.next() {
                phrases.entry(first).or_default().push(Phrase { rest: words.collect(), rows });
            }
        }
        NumberWords { phrases, unspaced }
    }

    /// The rows that have one of their words within six words on either side.
    pub fn rows_near(&self, text: Text<'_>, range: &Range<usize>) -> Vec<usize> {
        let mut rows = Vec::new();
        let mut before: Vec<&str> = text.words_before(range.start).take(WORDS).collect();
        before.reverse();
        self.gather(&before, &mut rows);
        let after: Vec<&str> = text.words_after(range.end).take(WORDS).collect();
        self.gather(&after, &mut rows);
        rows
    }

    fn gather(&self, words: &[&str], rows: &mut Vec<usize>) {
        if words.iter().all(|word| word.starts_with(|first: char| first.is_ascii_digit())) {
            return;
        }
        let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        for (at, word) in words.iter().enumerate() {
            for phrase in self.phrases.get(word).into_iter().flatten() {
                if words.get(at + 1..).is_some_and(|after| after.starts_with(&phrase.rest)) {
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

fn words_of(phrase: &str) -> impl Iterator<Item = String> + '_ {
    phrase
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
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
