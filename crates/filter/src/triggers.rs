//! Where in a text a row is worth trying: one pass over the bytes for all rows at once. It must not know what a row does there.
//!
//! Keywords are looked for by their first four bytes, or three: a table of bits says in a step or two whether any keyword begins
//! so, and only then are the few that do compared. That takes no state from byte to byte, unlike an automaton over thousands of
//! keywords, which waits for memory on each.

use std::collections::HashMap;

use crate::detectors::{Detector, Find, Trigger};

/// How many bytes of a keyword are looked at first; of shorter keywords, how many.
const LONG: usize = 4;
const SHORT: usize = 3;
/// Beginnings of long keywords are told apart by this many bits of a hash; of short ones, by this many.
const LONG_BITS: u32 = 17;
const SHORT_BITS: u32 = 16;
const LONG_WORDS: usize = (1 << LONG_BITS) / 32;
const SHORT_WORDS: usize = (1 << SHORT_BITS) / 64;
/// The keywords that have a beginning are found by this many bits.
const SLOT_BITS: u32 = 16;

/// What the last bytes were.
#[derive(Clone, Copy, Default)]
struct Last {
    /// Four bytes.
    window: u32,
    /// A bit for each byte, the last one lowest: whether a word begins there.
    begins: u32,
    /// What the very last one is.
    class: u8,
    /// Where the next byte stands.
    end: usize,
}

/// What very likely stands at a place; none where it is 0.
#[derive(Clone, Copy)]
struct Likely {
    /// How the long keywords that end their beginning there stand: [`ANYWHERE`] and [`AT_WORDS`].
    long: u64,
    short: u64,
    alone: u64,
}

impl Likely {
    fn any(self) -> bool {
        self.long | self.short | self.alone != 0
    }
}

/// What a byte is: two bits say what can begin a word behind it, two more how it can begin one itself.
const BEFORE_WORDS: u8 = 0b0001;
const BEFORE_CAPITALS: u8 = 0b0010;
const BEGINS: u8 = 0b0100;
const BEGINS_AS_CAPITAL: u8 = 0b1000;
/// A byte that is a trigger by itself.
const ALONE: u8 = 0b1_0000;

/// A keyword may begin so anywhere, or only where a word begins.
const ANYWHERE: u64 = 1;
const AT_WORDS: u64 = 2;

/// Which rows are tried where.
pub(crate) struct Triggers {
    /// What each byte is.
    classes: [u8; 256],
    /// Two bits for each beginning of a long keyword, [`ANYWHERE`] and [`AT_WORDS`].
    long: Box<[u64; LONG_WORDS]>,
    /// One bit for each beginning of a short one.
    short: Box<[u64; SHORT_WORDS]>,
    keywords: Vec<Keyword>,
    /// The beginnings of keywords, those together that share a slot, and the first of each slot.
    keys: Vec<Key>,
    firsts: Vec<u16>,
    by_digit: Vec<usize>,
    by_byte: Vec<Vec<usize>>,
}

struct Keyword {
    word: &'static [u8],
    rows: Vec<usize>,
}

/// One way that a keyword begins.
struct Key {
    beginning: u32,
    keyword: u16,
    /// [`ANYWHERE`] or [`AT_WORDS`].
    stands: u64,
    /// The last byte of the keyword, folded, and its place in it.
    ends: u8,
    last: u8,
}

impl Triggers {
    /// The triggers of rows; rows are told by their places among these.
    pub fn new<'a>(rows: impl Iterator<Item = (usize, &'a Detector)>) -> Triggers {
        let mut triggers = Triggers {
            classes: std::array::from_fn(|byte| class(u8::try_from(byte).unwrap_or_default())),
            long: Box::new([0; LONG_WORDS]),
            short: Box::new([0; SHORT_WORDS]),
            keywords: Vec::new(),
            keys: Vec::new(),
            firsts: vec![0; 1 << SLOT_BITS],
            by_digit: Vec::new(),
            by_byte: vec![Vec::new(); 256],
        };
        let mut words: HashMap<(&[u8], u64), Vec<usize>> = HashMap::new();
        for (index, row) in rows {
            // Services' names are thousands, and many are words of a language: they count where a word begins.
            let stands = if matches!(row.find, Find::Keyed(_)) { AT_WORDS } else { ANYWHERE };
            match row.trigger {
                Trigger::Digits => triggers.by_digit.push(index),
                Trigger::Byte(byte) => triggers.add_byte(byte, index),
                Trigger::Words(list) => {
                    for word in list {
                        words.entry((word.as_bytes(), stands)).or_default().push(index);
                    }
                }
            }
        }
        // Rows are tried in their order.
        let mut words: Vec<_> = words.into_iter().collect();
        words.sort_by(|(_, one), (_, other)| one.cmp(other));
        for ((word, stands), rows) in words {
            triggers.add_word(word, stands, rows);
        }
        triggers.keys.sort_by_key(|key| (slot(key.beginning), key.beginning));
        for (index, key) in triggers.keys.iter().enumerate().rev() {
            if let (Some(first), Ok(index)) =
                (triggers.firsts.get_mut(slot(key.beginning)), u16::try_from(index))
            {
                *first = index;
            }
        }
        triggers
    }

    fn add_byte(&mut self, byte: u8, row: usize) {
        if let Some(rows) = self.by_byte.get_mut(usize::from(byte)) {
            rows.push(row);
        }
        if let Some(class) = self.classes.get_mut(usize::from(byte)) {
            *class |= ALONE;
        }
    }

    /// Makes a keyword known by its beginnings: after a shorter word, anything may stand; after a service's name, what is no
    /// letter, or what words for a secret begin with.
    fn add_word(&mut self, word: &'static [u8], stands: u64, rows: Vec<usize>) {
        let len = if word.len() < LONG && stands == ANYWHERE { SHORT } else { LONG };
        let follows =
            |byte: &u8| stands == ANYWHERE || !byte.is_ascii_alphabetic() || b"abcklopst".contains(byte);
        let (Ok(keyword), Ok(last)) =
            (u16::try_from(self.keywords.len()), u8::try_from(word.len().saturating_sub(1)))
        else {
            return;
        };
        let ends = word.last().copied().map_or(0, folded);
        let mut beginnings = vec![0];
        for at in 0..len {
            let next: Vec<u8> = match word.get(at) {
                Some(byte) => vec![folded(*byte)],
                None => (0..=u8::MAX).filter(|byte| folded(*byte) == *byte).filter(follows).collect(),
            };
            beginnings = beginnings
                .iter()
                .flat_map(|beginning| next.iter().map(|byte| after(*beginning, *byte)))
                .collect();
        }
        for beginning in beginnings {
            let (bits, at) = match len {
                LONG => (self.long.get_mut(long(beginning) / 32), long(beginning) % 32 * 2),
                _ => (self.short.get_mut(short(beginning) / 64), short(beginning) % 64),
            };
            if let Some(bits) = bits {
                *bits |= if len == LONG { stands << at } else { 1 << at };
            }
            self.keys.push(Key { beginning, keyword, stands, ends, last });
        }
        self.keywords.push(Keyword { word, rows });
    }

    /// Calls for each place where rows are to be tried; ends early when the answer is None. For each row, places come in order.
    pub fn each(&self, text: &str, mut found: impl FnMut(&[usize], usize) -> Option<()>) -> Option<()> {
        let (bytes, mut last) = (text.as_bytes(), Last { class: BEFORE_WORDS, ..Last::default() });
        while let Some(likely) = self.next_likely(bytes, &mut last) {
            // A beginning is known when its last byte is.
            let end = last.end;
            if let Some(from) = end.checked_sub(LONG).filter(|_| likely.long != 0) {
                self.keywords(bytes, from, last.window, likely.long, &mut found)?;
            }
            if let Some(from) = end.checked_sub(SHORT).filter(|_| likely.short != 0) {
                self.keywords(bytes, from, last.window & SHORT_WINDOW, ANYWHERE, &mut found)?;
            }
            if let Some(byte) = bytes.get(end - 1).filter(|_| likely.alone != 0) {
                self.alone(bytes, end - 1, *byte, &mut found)?;
            }
        }
        Some(())
    }

    /// The next place where something very likely stands; None after the last. A loop of its own, which must stay small: all
    /// text goes through it.
    #[inline(never)]
    fn next_likely(&self, bytes: &[u8], last: &mut Last) -> Option<Likely> {
        let mut now = *last;
        for byte in bytes.get(now.end..).unwrap_or_default() {
            let likely = self.read(&mut now, *byte);
            if likely.any() {
                *last = now;
                return Some(likely);
            }
        }
        // Short keywords at the end: behind it stand bytes that none has.
        while now.end < bytes.len() + LONG - 1 {
            let likely = self.read(&mut now, 0);
            if likely.any() {
                *last = now;
                return Some(likely);
            }
        }
        None
    }

    /// Takes one byte in, without a branch: words are too short for the processor to guess where they end.
    #[inline]
    fn read(&self, last: &mut Last, byte: u8) -> Likely {
        let class = self.classes.get(usize::from(byte)).copied().unwrap_or_default();
        last.begins = last.begins << 1 | begins_after(last.class, class);
        last.class = class;
        last.window = after(last.window, folded(byte));
        last.end += 1;
        let place = long(last.window);
        let bits = self.long.get(place / 32).copied().unwrap_or_default() >> (place % 32 * 2);
        let stand = ANYWHERE | u64::from(last.begins >> (LONG - 2)) & AT_WORDS;
        let place = short(last.window);
        let short = self.short.get(place / 64).copied().unwrap_or_default() >> (place % 64);
        Likely { long: bits & stand, short: short & 1, alone: u64::from(class & ALONE) }
    }

    /// Compares the keywords that may stand at a place.
    fn keywords(
        &self,
        bytes: &[u8],
        at: usize,
        beginning: u32,
        stand: u64,
        found: &mut impl FnMut(&[usize], usize) -> Option<()>,
    ) -> Option<()> {
        let first = self.firsts.get(slot(beginning)).copied().map_or(0, usize::from);
        for key in self.keys.get(first..).unwrap_or_default() {
            if key.beginning != beginning {
                // Others that share the slot stand between.
                if slot(key.beginning) == slot(beginning) { continue } else { break }
            }
            // Most that begin alike end differently.
            let end = at + usize::from(key.last);
            if key.stands & stand != 0
                && bytes.get(end).is_some_and(|byte| folded(*byte) == key.ends)
                && let Some(Keyword { word, rows }) = self.keywords.get(usize::from(key.keyword))
                && bytes.get(at..=end).is_some_and(|here| here.eq_ignore_ascii_case(word))
            {
                found(rows, at)?;
            }
        }
        Some(())
    }

    fn alone(
        &self,
        bytes: &[u8],
        at: usize,
        byte: u8,
        found: &mut impl FnMut(&[usize], usize) -> Option<()>,
    ) -> Option<()> {
        if byte.is_ascii_digit() && begins_digits(bytes, at) && !self.by_digit.is_empty() {
            found(&self.by_digit, at)?;
        }
        match self.by_byte.get(usize::from(byte)) {
            Some(rows) if !rows.is_empty() => found(rows, at),
            _ => Some(()),
        }
    }
}

/// How many letters may stand before the first digit of a word; behind more, any digits may count.
const LETTERS: usize = 20;

/// Whether the first digits of a word of letters and digits begin at a place: further ones are parts of keys and hashes.
fn begins_digits(bytes: &[u8], at: usize) -> bool {
    let before = bytes.get(at.saturating_sub(LETTERS)..at).unwrap_or_default();
    let mut others = before.iter().rev().skip_while(|byte| byte.is_ascii_alphabetic());
    !others.next().is_some_and(u8::is_ascii_digit)
}

/// Whether a service's name can begin with `first` after `before`: at the beginning of a word, or where capitals begin inside
/// of one.
pub(crate) fn begins_word(before: u8, first: u8) -> bool {
    begins_after(class(before), class(first)) != 0
}

/// 1 where a word begins, otherwise 0.
fn begins_after(before: u8, first: u8) -> u32 {
    u32::from(before & first >> 2 & (BEFORE_WORDS | BEFORE_CAPITALS) != 0)
}

fn class(byte: u8) -> u8 {
    match byte {
        b'a'..=b'z' => BEGINS | BEFORE_CAPITALS,
        b'A'..=b'Z' => BEGINS | BEGINS_AS_CAPITAL,
        b'0'..=b'9' => BEGINS | ALONE,
        0x80.. => 0,
        _ => BEFORE_WORDS,
    }
}

/// Capitals become small letters; other signs fall together too, which the comparison of the whole keyword tells apart.
fn folded(byte: u8) -> u8 {
    byte | 0x20
}

const SHORT_WINDOW: u32 = 0xff_ffff;

/// The last four bytes, one byte further.
fn after(window: u32, byte: u8) -> u32 {
    window << 8 | u32::from(byte)
}

/// Knuth's multiplicative hash of the last bytes, to so many bits.
fn hash(bytes: u32, bits: u32) -> usize {
    (bytes.wrapping_mul(2_654_435_769) >> (32 - bits)) as usize
}

fn long(window: u32) -> usize {
    hash(window, LONG_BITS)
}

fn short(window: u32) -> usize {
    hash(window & SHORT_WINDOW, SHORT_BITS)
}

fn slot(beginning: u32) -> usize {
    hash(beginning, SLOT_BITS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::PIN;

    fn row(trigger: Trigger) -> Detector {
        Detector {
            kind: &PIN,
            trigger,
            find: Find::Code(|_, _, _| None),
            context: &[],
            fires: &[],
            silent: &[],
        }
    }

    fn places(rows: &[Detector], text: &str) -> Vec<(usize, Vec<usize>)> {
        let mut places = Vec::new();
        let each = Triggers::new(rows.iter().enumerate()).each(text, |rows, at| {
            places.push((at, rows.to_vec()));
            Some(())
        });
        assert!(each.is_some());
        places.sort();
        places
    }

    #[test]
    fn words_are_found_wherever_they_begin_in_any_case() {
        let rows = [
            row(Trigger::Words(&["pass", "password", "pw", "密码"])),
            row(Trigger::Words(&["Password", "ss", "x"])),
        ];
        let found = places(&rows, "PassWord pw 密码 pw");
        let wanted = [
            (0, vec![0]),
            (0, vec![0]),
            (0, vec![1]),
            (2, vec![1]),
            (9, vec![0]),
            (12, vec![0]),
            (19, vec![0]),
        ];
        assert_eq!(found, wanted);
        assert_eq!(places(&rows, "x"), [(0, vec![1])]);
        assert_eq!(places(&rows, "ax"), [(1, vec![1])]);
        assert_eq!(places(&rows, ""), []);
    }

    #[test]
    fn names_of_services_are_found_where_words_begin() {
        let triggers = Triggers::new(
            crate::detectors::all().enumerate().filter(|(_, row)| matches!(row.find, Find::Keyed(_))),
        );
        let places = |text: &str| {
            let mut places = Vec::new();
            triggers.each(text, |_, at| {
                places.push(at);
                Some(())
            });
            places
        };
        assert_eq!(places("my ALGOLIA_KEY, fbAlgolia, npm"), [3, 18, 27]);
        assert!(places("malgolia npmx npn algoli éalgolia").is_empty());
        assert!(places("np").is_empty());
    }

    #[test]
    fn digits_count_once_a_run() {
        let rows = [row(Trigger::Digits), row(Trigger::Byte(b'@')), row(Trigger::Words(&["4@"]))];
        assert_eq!(
            places(&rows, "12 é3@a 4@"),
            [(0, vec![0]), (5, vec![0]), (6, vec![1]), (9, vec![0]), (9, vec![2]), (10, vec![1])]
        );
    }

    #[test]
    fn finds_what_a_plain_search_finds() {
        let words: &'static [&'static str] = &["ab", "abc", "b", "bca", "c-a", "a_b", "é", "ca "];
        let rows = [row(Trigger::Words(words))];
        let text = "abcab caB-abca_bc-aéa bCA cÉé ca";
        let mut wanted: Vec<usize> = words
            .iter()
            .flat_map(|word| {
                text.as_bytes()
                    .windows(word.len())
                    .enumerate()
                    .filter(|(_, here)| here.eq_ignore_ascii_case(word.as_bytes()))
            })
            .map(|(at, _)| at)
            .collect();
        wanted.sort_unstable();
        let found: Vec<usize> = places(&rows, text).into_iter().map(|(at, _)| at).collect();
        assert_eq!(found, wanted);
    }
}
