//! Where services' names stand in a text: one pass that stops at the beginnings of words only, since there are thousands of
//! names and most begin as words of a language do. It must not know what follows a name.

use std::collections::HashMap;

use crate::detectors::{Detector, Find, Trigger};

/// So many first bytes tell most words that are no name; shorter names are told by three.
const LONG: usize = 4;
const SHORT: usize = 3;
const BITS: usize = 1 << 16;

/// The names of all services.
pub(crate) struct Names {
    /// A bit for what any name begins with.
    begun: Vec<u64>,
    /// The names by their first bytes, and the rows each belongs to.
    names: HashMap<u32, Vec<(&'static [u8], usize)>>,
}

impl Names {
    /// The names among rows, which are told by their places.
    pub fn new(rows: impl Iterator<Item = &'static Detector>) -> Names {
        let mut names = Names { begun: vec![0; BITS / 64], names: HashMap::new() };
        for (row, detector) in rows.enumerate() {
            let (Find::Keyed(_), Trigger::Words(words)) = (&detector.find, &detector.trigger) else {
                continue;
            };
            for word in *words {
                let word = word.as_bytes();
                let Some(start) = start(word, 0, word.len().min(LONG)) else { continue };
                if let Some(bits) = names.begun.get_mut(slot(start) / 64) {
                    *bits |= 1 << (slot(start) % 64);
                }
                names.names.entry(start).or_default().push((word, row));
            }
        }
        names
    }

    /// Calls with a row and a place for each name that begins there, in the order of places. Ends early when the answer is None.
    pub fn each(&self, text: &str, mut found: impl FnMut(usize, usize) -> Option<()>) -> Option<()> {
        let bytes = text.as_bytes();
        let mut before = 0_u8;
        for (at, byte) in bytes.iter().enumerate() {
            let begins = byte.is_ascii_alphanumeric() && begins_after(before, *byte);
            before = *byte;
            if !begins {
                continue;
            }
            for length in [LONG, SHORT] {
                let Some(start) = start(bytes, at, length) else { continue };
                let begun =
                    self.begun.get(slot(start) / 64).is_some_and(|bits| bits >> (slot(start) % 64) & 1 != 0);
                if !begun {
                    continue;
                }
                for (name, row) in self.names.get(&start).map(Vec::as_slice).unwrap_or_default() {
                    if bytes.get(at..at + name.len()).is_some_and(|here| here.eq_ignore_ascii_case(name)) {
                        found(*row, at)?;
                    }
                }
            }
        }
        Some(())
    }
}

/// Whether a name can begin with `first` after `before`: at the beginning of a word, or where capitals begin inside of one.
pub(super) fn begins_after(before: u8, first: u8) -> bool {
    !before.is_ascii_alphanumeric() && before < 0x80
        || before.is_ascii_lowercase() && first.is_ascii_uppercase()
}

/// The first bytes as a number, capitals as small letters; the length tells short from long.
fn start(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + length)?;
    Some(bytes.iter().fold(0, |start, byte| start << 8 | u32::from(byte.to_ascii_lowercase())))
}

/// Knuth's multiplicative hash.
fn slot(start: u32) -> usize {
    usize::try_from(start.wrapping_mul(2_654_435_769) >> 16).unwrap_or_default() % BITS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detectors::keyed::rows;

    #[test]
    fn names_are_found_where_words_begin() {
        let names = Names::new(rows());
        let places = |text: &str| {
            let mut places = Vec::new();
            names.each(text, |_, at| {
                places.push(at);
                Some(())
            });
            places
        };
        assert_eq!(places("my ALGOLIA_KEY, fbAlgolia, npm"), [3, 18, 27]);
        assert_eq!(places("malgolia npmx npn algoli éalgolia"), [9]);
        assert_eq!(places("np"), []);
    }
}
