//! The words around a place in a text, read once for all rows that ask, and lists of words to compare them with. It must not know
//! any kind.

use std::cell::Cell;
use std::fmt;

use crate::text::{ceil, floor, is_same};

/// How many words on each side of a candidate count as its context.
const CONTEXT_WORDS: usize = 6;
/// How many bytes are looked at for those words.
pub(crate) const CONTEXT_BYTES: usize = 160;
/// So many places are remembered on each side; numbers that are written in groups end in several places.
const REMEMBERED: usize = 16;

/// A word of a text: where it stands, and a hash of it in lower case.
#[derive(Clone, Copy, Default)]
pub(crate) struct Word {
    start: usize,
    end: usize,
    pub hash: u64,
    /// Nothing but ASCII.
    pub ascii: bool,
}

impl Word {
    /// The word as it is written.
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// The words on one side of a place, in their order in the text.
#[derive(Clone, Copy, Default)]
pub(crate) struct Side {
    words: [Word; CONTEXT_WORDS],
    count: usize,
}

impl Side {
    /// The words.
    pub fn words(&self) -> &[Word] {
        self.words.get(..self.count).unwrap_or_default()
    }

    /// The nearest words before a place.
    pub fn before(text: &str, at: usize) -> Side {
        let end = ceil(text, at);
        let least = floor(text, at.saturating_sub(CONTEXT_BYTES));
        // Back to where the first of the words begins.
        let (mut from, mut words, mut inside) = (end, 0, false);
        while from > least {
            let (belongs, len) = match text.as_bytes().get(from - 1) {
                Some(byte) if byte.is_ascii() => (letter(*byte) != 0, 1),
                _ => character_before(text, from),
            };
            words += usize::from(belongs && !inside);
            if words > CONTEXT_WORDS {
                break;
            }
            inside = belongs;
            from -= len;
        }
        Side::read(text, from, end)
    }

    /// The nearest words after a place.
    pub fn after(text: &str, at: usize) -> Side {
        let end = ceil(text, at.saturating_add(CONTEXT_BYTES).min(text.len()));
        Side::read(text, floor(text, at), end)
    }

    fn read(text: &str, from: usize, end: usize) -> Side {
        let (mut side, mut at) = (Side::default(), from);
        let bytes = text.as_bytes().get(..end).unwrap_or_default();
        while let Some(slot) = side.words.get_mut(side.count) {
            let mut word = Word { start: at, end: at, hash: EMPTY, ascii: true };
            while let Some(byte) = bytes.get(at) {
                if byte.is_ascii() {
                    let letter = letter(*byte);
                    if letter == 0 {
                        break;
                    }
                    word.hash = mixed(word.hash, letter);
                    at += 1;
                } else if let Some(len) = letter_beyond_ascii(text, at, &mut word.hash) {
                    word.ascii = false;
                    at += len;
                } else {
                    break;
                }
            }
            if at > word.start {
                word.end = at;
                *slot = word;
                side.count += 1;
            } else if at < end {
                at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            } else {
                break;
            }
        }
        side
    }
}

/// The small letter or digit that a byte stands for; 0 if it is none.
fn letter(byte: u8) -> u8 {
    const LETTERS: [u8; 256] = {
        let (mut letters, mut byte) = ([0; 256], 0_u8);
        while byte < 128 {
            let (_, tail) = letters.split_at_mut(byte as usize);
            if let [letter, ..] = tail
                && byte.is_ascii_alphanumeric()
            {
                *letter = byte.to_ascii_lowercase();
            }
            byte += 1;
        }
        letters
    };
    LETTERS.get(usize::from(byte)).copied().unwrap_or_default()
}

/// Whether the character before a place belongs to a word, and its length.
fn character_before(text: &str, at: usize) -> (bool, usize) {
    let last = text.get(..at).and_then(|before| before.chars().next_back());
    last.map_or((false, 1), |last| (last.is_alphanumeric(), last.len_utf8()))
}

/// The length of the character at a place if it belongs to a word; the hash then takes it in.
fn letter_beyond_ascii(text: &str, at: usize, hash: &mut u64) -> Option<usize> {
    let character = text.get(at..)?.chars().next().filter(|character| character.is_alphanumeric())?;
    for lower in character.to_lowercase() {
        let mut buffer = [0; 4];
        *hash = lower.encode_utf8(&mut buffer).bytes().fold(*hash, mixed);
    }
    Some(character.len_utf8())
}

/// FNV-1a (Fowler, Noll and Vo), a byte at a time.
const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

const fn mixed(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

/// The hash of a word in lower case.
pub(crate) const fn hash(word: &str) -> u64 {
    let (mut hash, mut bytes) = (EMPTY, word.as_bytes());
    while let [byte, rest @ ..] = bytes {
        hash = mixed(hash, *byte);
        bytes = rest;
    }
    hash
}

/// The hash of the first word, and what follows the blank behind it.
pub(crate) const fn first_word(mut bytes: &[u8]) -> (u64, &[u8]) {
    let mut hash = EMPTY;
    while let [byte, rest @ ..] = bytes {
        bytes = rest;
        if *byte == b' ' {
            break;
        }
        hash = mixed(hash, *byte);
    }
    (hash, bytes)
}

/// The words around the places of one text that were asked for last.
pub(crate) struct Around {
    before: [Cell<Option<(usize, Side)>>; REMEMBERED],
    after: [Cell<Option<(usize, Side)>>; REMEMBERED],
}

impl Around {
    /// Nothing is remembered yet.
    pub fn new() -> Around {
        Around {
            before: std::array::from_fn(|_| Cell::new(None)),
            after: std::array::from_fn(|_| Cell::new(None)),
        }
    }

    /// The words before a place of the text that this belongs to.
    pub fn before(&self, text: &str, at: usize) -> Side {
        remembered(&self.before, at, || Side::before(text, at))
    }

    /// The words after a place.
    pub fn after(&self, text: &str, at: usize) -> Side {
        remembered(&self.after, at, || Side::after(text, at))
    }
}

fn remembered(slots: &[Cell<Option<(usize, Side)>>], at: usize, read: impl FnOnce() -> Side) -> Side {
    let slot = slots.get(at % REMEMBERED);
    match slot.and_then(Cell::get) {
        Some((place, side)) if place == at => side,
        _ => {
            let side = read();
            slot.inspect(|slot| slot.set(Some((at, side))));
            side
        }
    }
}

impl fmt::Debug for Around {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Around")
    }
}

/// Which words may be among some: nearly all others are told at once (Bloom 1970, three bits a word).
#[derive(Clone, Copy)]
pub(crate) struct Bloom([u64; SLOTS]);

/// How many words of bits there are.
const SLOTS: usize = 64;

impl Bloom {
    /// Of no word.
    pub const fn new() -> Bloom {
        Bloom([0; SLOTS])
    }

    /// Takes a word in, by its hash.
    pub const fn with(mut self, hash: u64) -> Bloom {
        let mut probe = 0;
        while probe < PROBES {
            let (slot, bit) = slot(hash, probe);
            let (_, tail) = self.0.split_at_mut(slot);
            if let [bits, ..] = tail {
                *bits |= bit;
            }
            probe += 1;
        }
        self
    }

    /// Whether a word with this hash may be among them.
    pub fn may_have(&self, hash: u64) -> bool {
        (0..PROBES).all(|probe| {
            let (slot, bit) = slot(hash, probe);
            self.0.get(slot).is_some_and(|bits| bits & bit != 0)
        })
    }
}

const PROBES: u32 = 3;

/// Where the bits of a hash stand; FNV's upper bits are mixed best.
const fn slot(hash: u64, probe: u32) -> (usize, u64) {
    let bits = (hash >> (28 + 12 * probe)) as usize % (SLOTS * 64);
    (bits / 64, 1 << (bits % 64))
}

/// Words and phrases of words, in lower case, that tell what a value is.
pub(crate) struct Vocabulary {
    phrases: &'static [&'static str],
    /// The first words.
    first: Bloom,
}

impl Vocabulary {
    /// Of such words.
    pub const fn new(phrases: &'static [&'static str]) -> Vocabulary {
        let (mut first, mut rest) = (Bloom::new(), phrases);
        while let [phrase, others @ ..] = rest {
            first = first.with(first_word(phrase.as_bytes()).0);
            rest = others;
        }
        Vocabulary { phrases, first }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    /// Whether any of them stands in a row of words of a text.
    pub fn stand_in(&self, text: &str, words: &[Word]) -> bool {
        words.iter().enumerate().any(|(at, word)| {
            self.first.may_have(word.hash) && self.have(text, words.get(at..).unwrap_or_default())
        })
    }

    /// Whether one of them stands where these words begin.
    fn have(&self, text: &str, words: &[Word]) -> bool {
        let Some(first) = words.first().and_then(|word| word.of(text).chars().next()) else { return false };
        let first = first.to_lowercase().next().unwrap_or(first);
        // Most words differ in their first letter.
        self.phrases.iter().filter(|phrase| phrase.starts_with(first)).any(|phrase| {
            let mut here = words.iter();
            phrase.split(' ').all(|part| here.next().is_some_and(|word| is_same(word.of(text), part)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[test]
    fn context_is_whole_words_on_both_sides() {
        let text = Text::new("my social security number, as said: 123 (the Karte is here)");
        let at = text.str.find("123").unwrap();
        let range = at..at + 3;
        let near = |words| text.near(&range, &Vocabulary::new(words));
        assert!(near(&["social security"]));
        assert!(near(&["karte"]));
        assert!(!near(&["kart"]));
        assert!(!near(&["said number"]));
    }

    #[test]
    fn context_ends_after_six_words() {
        let text = Text::new("card a b c d e f 1");
        assert!(!text.near(&(17..18), &Vocabulary::new(&["card"])));
        assert!(text.near(&(17..18), &Vocabulary::new(&["a"])));
        assert!(
            text.follows(17, 1, &Vocabulary::new(&["f"])) && !text.follows(17, 1, &Vocabulary::new(&["e"]))
        );
    }

    /// The words on both sides are those that a split of the text gives.
    #[test]
    fn sides_are_the_nearest_words() {
        let text = "é Ünder the–tree, 4x🎈 ßtraße_a; 我们今天 b.c-d\u{301}e  f ";
        let split = |piece: &'static str| -> Vec<&str> {
            piece.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
        };
        let around = Around::new();
        for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            for _ in 0..2 {
                let words = |side: Side| side.words().iter().map(|word| word.of(text)).collect::<Vec<_>>();
                let before = split(&text[..at]);
                assert_eq!(words(around.before(text, at)), before[before.len().saturating_sub(6)..], "{at}");
                let after = split(&text[at..]);
                assert_eq!(words(around.after(text, at)), after[..after.len().min(6)], "{at}");
            }
        }
    }

    #[test]
    fn hashes_are_of_the_word_in_lower_case() {
        for word in ["Straße", "ÜNDER", "Карта", "x1"] {
            assert_eq!(Side::before(word, word.len()).words()[0].hash, hash(&word.to_lowercase()), "{word}");
        }
    }
}
