//! Where in a text a row is worth trying: one pass over the bytes for all rows at once. It must not know what a row does there.
//!
//! Keywords are looked for by their first three bytes: a table of bits says in a step or two whether any keyword begins so, and
//! only then are the few that do compared. That takes no state from byte to byte, unlike an automaton over hundreds of keywords,
//! which waits for memory on each.

use crate::detectors::{Detector, Trigger};

/// Bytes are told apart by this many bits; capitals count as small letters, and beyond ASCII several share a class.
const CLASS_BITS: u32 = 6;
const CLASSES: usize = 1 << CLASS_BITS;
/// Of a byte that is a trigger by itself.
const ALONE: u8 = 0x80;
/// Three classes in a row.
const STARTS: usize = 1 << (3 * CLASS_BITS);
const SLOTS: usize = 4096;

/// Which rows are tried where.
pub(crate) struct Triggers {
    /// The class of each byte, and whether it is a trigger alone.
    classes: [u8; 256],
    /// A bit for each three classes: whether a keyword begins with them.
    starts: Vec<u64>,
    /// The keywords whose first three classes fall into a slot.
    slots: Vec<Vec<Keyword>>,
    by_digit: Vec<usize>,
    by_byte: Vec<Vec<usize>>,
}

#[derive(Clone)]
struct Keyword {
    word: &'static [u8],
    rows: Vec<usize>,
}

impl Triggers {
    /// The triggers of rows; rows are told by their places among these.
    pub fn new<'a>(rows: impl Iterator<Item = (usize, &'a Detector)>) -> Triggers {
        let mut triggers = Triggers {
            classes: std::array::from_fn(|byte| class(u8::try_from(byte).unwrap_or_default())),
            starts: vec![0; STARTS / 64],
            slots: vec![Vec::new(); SLOTS],
            by_digit: Vec::new(),
            by_byte: vec![Vec::new(); 256],
        };
        for (index, row) in rows {
            match row.trigger {
                Trigger::Digits => triggers.by_digit.push(index),
                Trigger::Byte(byte) => triggers.add_byte(byte, index),
                Trigger::Words(words) => {
                    for word in words {
                        triggers.add_word(word.as_bytes(), index);
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

    fn add_word(&mut self, word: &'static [u8], row: usize) {
        let class = |at: usize| {
            let byte = word.get(at)?;
            self.classes.get(usize::from(*byte)).map(|class| usize::from(class & !ALONE))
        };
        let Some(first) = class(0) else { return };
        // After a word of one or two bytes, anything may stand.
        let choices = |at: usize| class(at).map_or(0..CLASSES, |class| class..class + 1);
        let (begun, seconds, thirds) = (first << (2 * CLASS_BITS), choices(1), choices(2));
        for second in seconds {
            for third in thirds.clone() {
                self.add_start(begun | second << CLASS_BITS | third, word, row);
            }
        }
    }

    fn add_start(&mut self, start: usize, word: &'static [u8], row: usize) {
        if let Some(bits) = self.starts.get_mut(start / 64) {
            *bits |= 1 << (start % 64);
        }
        let Some(slot) = self.slots.get_mut(slot(start)) else { return };
        match slot.iter_mut().find(|keyword| keyword.word == word) {
            Some(keyword) if keyword.rows.last() == Some(&row) => {}
            Some(keyword) => keyword.rows.push(row),
            None => slot.push(Keyword { word, rows: vec![row] }),
        }
    }

    /// Calls for each place where rows are to be tried; ends early when the answer is None. For each row, places come in order.
    pub fn each(&self, text: &str, mut found: impl FnMut(&[usize], usize) -> Option<()>) -> Option<()> {
        let bytes = text.as_bytes();
        // The start is known two bytes after it stands; behind the end stand bytes of no class.
        let mut start = 0;
        for (at, byte) in bytes.iter().enumerate() {
            let class = self.classes.get(usize::from(*byte)).copied().unwrap_or_default();
            start = (start << CLASS_BITS | usize::from(class & !ALONE)) % STARTS;
            if self.begins(start) && at >= 2 {
                self.keywords(bytes, at - 2, start, &mut found)?;
            }
            if class & ALONE != 0 {
                self.alone(bytes, at, *byte, &mut found)?;
            }
        }
        for at in [bytes.len(), bytes.len() + 1] {
            start = (start << CLASS_BITS) % STARTS;
            if self.begins(start) && at >= 2 {
                self.keywords(bytes, at - 2, start, &mut found)?;
            }
        }
        Some(())
    }

    fn begins(&self, start: usize) -> bool {
        self.starts.get(start / 64).is_some_and(|bits| bits >> (start % 64) & 1 != 0)
    }

    fn keywords(
        &self,
        bytes: &[u8],
        at: usize,
        start: usize,
        found: &mut impl FnMut(&[usize], usize) -> Option<()>,
    ) -> Option<()> {
        for Keyword { word, rows } in self.slots.get(slot(start))? {
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

/// Knuth's multiplicative hash.
fn slot(start: usize) -> usize {
    (start.wrapping_mul(2_654_435_769) >> 16) % SLOTS
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
