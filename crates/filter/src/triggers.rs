//! Where in a text a row is worth trying: one pass over the bytes for all rows at once. It must not know what a row does there.
//!
//! Keywords are looked for by their first four bytes, or three: a table of bits says in a step or two whether any keyword begins
//! so, and only then are the few that do compared. That takes no state from byte to byte, unlike an automaton over hundreds of keywords,
//! which waits for memory on each.

use std::collections::HashMap;

use crate::detectors::{Detector, Trigger};

/// Bytes are told apart by this many bits; capitals count as small letters, and beyond ASCII several share a class.
const CLASS_BITS: u32 = 6;
const CLASSES: usize = 1 << CLASS_BITS;
/// Of a byte that is a trigger by itself.
const ALONE: u8 = 0x80;
/// How many bytes of a keyword are looked at first; of shorter keywords, how many.
const LONG: usize = 4;
const SHORT: usize = 3;
/// Beginnings are told apart by this many bits.
const HASH_BITS: u32 = 18;
const SLOTS: usize = 1 << 14;

/// Which rows are tried where.
pub(crate) struct Triggers {
    /// The class of each byte, and whether it is a trigger alone.
    classes: [u8; 256],
    long: Beginnings,
    short: Beginnings,
    keywords: Vec<Keyword>,
    by_digit: Vec<usize>,
    by_byte: Vec<Vec<usize>>,
}

/// The beginnings, of one length, that keywords have.
struct Beginnings {
    /// How many bytes a beginning has.
    len: usize,
    /// A bit for each: whether a keyword has it.
    bits: Vec<u64>,
    /// The places of the keywords; several beginnings share a slot.
    slots: Vec<Vec<u32>>,
}

impl Beginnings {
    fn new(len: usize) -> Beginnings {
        Beginnings { len, bits: vec![0; (1 << HASH_BITS) / 64], slots: vec![Vec::new(); SLOTS] }
    }

    fn add(&mut self, beginning: usize, place: u32) {
        let hash = self.hash(beginning);
        if let Some(bits) = self.bits.get_mut(hash / 64) {
            *bits |= 1 << (hash % 64);
        }
        if let Some(slot) = self.slots.get_mut(hash % SLOTS).filter(|slot| slot.last() != Some(&place)) {
            slot.push(place);
        }
    }

    /// The keywords that may have begun with the last bytes.
    fn having(&self, classes: usize) -> Option<&[u32]> {
        let hash = self.hash(classes);
        let has = self.bits.get(hash / 64).is_some_and(|bits| bits >> (hash % 64) & 1 != 0);
        if has { self.slots.get(hash % SLOTS).map(Vec::as_slice) } else { None }
    }

    /// Knuth's multiplicative hash of the last bytes' classes.
    fn hash(&self, classes: usize) -> usize {
        let beginning = classes % (1 << (self.len * CLASS_BITS as usize));
        (beginning.wrapping_mul(2_654_435_769) >> (32 - HASH_BITS)) % (1 << HASH_BITS)
    }
}

struct Keyword {
    word: &'static [u8],
    rows: Vec<usize>,
}

impl Triggers {
    /// The triggers of rows; rows are told by their places among these.
    pub fn new<'a>(rows: impl Iterator<Item = (usize, &'a Detector)>) -> Triggers {
        let mut triggers = Triggers {
            classes: std::array::from_fn(|byte| class(u8::try_from(byte).unwrap_or_default())),
            long: Beginnings::new(LONG),
            short: Beginnings::new(SHORT),
            keywords: Vec::new(),
            by_digit: Vec::new(),
            by_byte: vec![Vec::new(); 256],
        };
        let mut known = HashMap::new();
        for (index, row) in rows {
            match row.trigger {
                Trigger::Digits => triggers.by_digit.push(index),
                Trigger::Byte(byte) => triggers.add_byte(byte, index),
                Trigger::Words(words) => {
                    for word in words {
                        let word = word.as_bytes();
                        let keyword = *known.entry(word).or_insert_with(|| triggers.add_word(word));
                        if let Some(keyword) = triggers.keywords.get_mut(keyword) {
                            keyword.rows.push(index);
                        }
                    }
                }
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

    /// Makes a keyword known by its beginning; after a shorter word, anything may stand.
    fn add_word(&mut self, word: &'static [u8]) -> usize {
        let place = self.keywords.len();
        self.keywords.push(Keyword { word, rows: Vec::new() });
        let table = if word.len() < LONG { &mut self.short } else { &mut self.long };
        let mut beginnings = vec![0];
        for at in 0..table.len {
            let class = word.get(at).and_then(|byte| self.classes.get(usize::from(*byte)));
            let class = class.map(|class| usize::from(class & !ALONE));
            let classes = class.map_or(0..CLASSES, |class| class..class + 1);
            beginnings = beginnings
                .into_iter()
                .flat_map(|beginning| classes.clone().map(move |class| beginning << CLASS_BITS | class))
                .collect();
        }
        for beginning in beginnings {
            table.add(beginning, u32::try_from(place).unwrap_or(u32::MAX));
        }
        place
    }

    /// Calls for each place where rows are to be tried; ends early when the answer is None. For each row, places come in order.
    pub fn each(&self, text: &str, mut found: impl FnMut(&[usize], usize) -> Option<()>) -> Option<()> {
        let bytes = text.as_bytes();
        // A beginning is known when its last byte is; behind the end stand bytes of no class.
        let mut classes = 0_usize;
        for (at, byte) in bytes.iter().enumerate() {
            let class = self.classes.get(usize::from(*byte)).copied().unwrap_or_default();
            classes = classes << CLASS_BITS | usize::from(class & !ALONE);
            for table in [&self.long, &self.short] {
                if let Some(places) = table.having(classes) {
                    self.keywords(bytes, (at + 1).checked_sub(table.len), places, &mut found)?;
                }
            }
            if class & ALONE != 0 {
                self.alone(bytes, at, *byte, &mut found)?;
            }
        }
        for at in bytes.len()..bytes.len() + SHORT - 1 {
            classes <<= CLASS_BITS;
            if let Some(places) = self.short.having(classes) {
                self.keywords(bytes, (at + 1).checked_sub(SHORT), places, &mut found)?;
            }
        }
        Some(())
    }

    /// Compares keywords that may stand at a place; there is none before the text.
    fn keywords(
        &self,
        bytes: &[u8],
        at: Option<usize>,
        places: &[u32],
        found: &mut impl FnMut(&[usize], usize) -> Option<()>,
    ) -> Option<()> {
        let Some(at) = at else { return Some(()) };
        for place in places {
            let Keyword { word, rows } = self.keywords.get(usize::try_from(*place).ok()?)?;
            if bytes.get(at..at + word.len()).is_some_and(|here| here.eq_ignore_ascii_case(word)) {
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
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        if byte.is_ascii_digit() && !before.is_some_and(u8::is_ascii_digit) && !self.by_digit.is_empty() {
            found(&self.by_digit, at)?;
        }
        match self.by_byte.get(usize::from(byte)) {
            Some(rows) if !rows.is_empty() => found(rows, at),
            _ => Some(()),
        }
    }
}

fn class(byte: u8) -> u8 {
    match byte.to_ascii_lowercase() {
        letter @ b'a'..=b'z' => letter - b'a' + 1,
        digit @ b'0'..=b'9' => (digit - b'0' + 27) | ALONE,
        b'_' => 37,
        b'-' => 38,
        b' ' => 39,
        b':' => 40,
        b'/' => 41,
        b'.' => 42,
        other => 43 + other % 21,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detectors::Find;
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
