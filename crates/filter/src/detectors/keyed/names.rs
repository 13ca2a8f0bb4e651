//! Where services' names stand in a text: one pass that stops at the beginnings of words only, since there are thousands of
//! names and most begin as words of a language do. It must not know what follows a name.

use crate::detectors::{Detector, Find, Trigger};

/// So many first bytes are told at once; of a shorter name, with what can follow it.
const START: usize = 4;
const BITS: usize = 1 << 16;
/// Whether a name begins so is told by more bits, so that few words of prose have to be compared.
const BEGUN: usize = 1 << 18;

/// The names of all services.
pub(crate) struct Names {
    /// A bit for each start of a name.
    begun: Vec<u64>,
    /// The first of the names whose starts fall together.
    firsts: Vec<u16>,
    /// The names and the rows they belong to, those together whose starts fall together.
    names: Vec<(u32, &'static [u8], usize)>,
    /// Of each byte: the small letter it counts as, and what it is in the bits above.
    bytes: [u16; 256],
}

const SMALL: u16 = 1 << 8;
const CAPITAL: u16 = 1 << 9;
const DIGIT: u16 = 1 << 10;
const BEYOND_ASCII: u16 = 1 << 11;

impl Names {
    /// The names among rows, which are told by their places.
    pub fn new(rows: impl Iterator<Item = &'static Detector>) -> Names {
        let mut names = Vec::new();
        for (row, detector) in rows.enumerate() {
            let (Find::Keyed(_), Trigger::Words(words)) = (&detector.find, &detector.trigger) else {
                continue;
            };
            for word in *words {
                let word = word.as_bytes();
                let start = word.iter().take(START).fold(0, |start, byte| after(start, u16::from(*byte)));
                match word.len() {
                    START.. => names.push((start, word, row)),
                    // What is no letter, and what words for a secret begin with.
                    _ => names.extend(
                        (0..=127_u8)
                            .filter(|next| !next.is_ascii_alphabetic() || b"abcklopst".contains(next))
                            .map(|next| (after(start, u16::from(next)), word, row)),
                    ),
                }
            }
        }
        names.sort_unstable_by_key(|name| (slot(name.0), name.2));
        let mut firsts = vec![0; BITS];
        let mut begun = vec![0; BEGUN / 64];
        for (index, (start, ..)) in names.iter().enumerate().rev() {
            if let (Some(first), Ok(index)) = (firsts.get_mut(slot(*start)), u16::try_from(index)) {
                *first = index;
            }
            if let Some(bits) = begun.get_mut(bit(*start) / 64) {
                *bits |= 1 << (bit(*start) % 64);
            }
        }
        Names {
            begun,
            firsts,
            names,
            bytes: std::array::from_fn(|byte| class(u8::try_from(byte).unwrap_or_default())),
        }
    }

    /// Calls with a row and a place for each name that begins there, in the order of places. Ends early when the answer is None.
    pub fn each(&self, text: &str, mut found: impl FnMut(usize, usize) -> Option<()>) -> Option<()> {
        let bytes = text.as_bytes();
        // No branch but for what is very likely a name: words are too short for the processor to guess where they end.
        let (mut start, mut before, mut begins) = (0, 0, 0_u8);
        for (at, byte) in bytes.iter().enumerate() {
            let class = self.bytes.get(usize::from(*byte)).copied().unwrap_or_default();
            begins = begins << 1 | u8::from(class_begins_after(before, class));
            (start, before) = (after(start, class), class);
            if self.is_likely(start, begins) {
                self.names_at(bytes, at + 1 - START, start, &mut found)?;
            }
        }
        // A short name at the end.
        begins <<= 1;
        start = after(start, 0);
        if self.is_likely(start, begins) && bytes.len() + 1 >= START {
            self.names_at(bytes, bytes.len() + 1 - START, start, &mut found)?;
        }
        Some(())
    }

    /// Whether a name may begin where the start does.
    fn is_likely(&self, start: u32, begins: u8) -> bool {
        let bits = self.begun.get(bit(start) / 64).copied().unwrap_or_default();
        bits >> (bit(start) % 64) & u64::from(begins >> (START - 1)) & 1 != 0
    }

    fn names_at(
        &self,
        bytes: &[u8],
        at: usize,
        start: u32,
        found: &mut impl FnMut(usize, usize) -> Option<()>,
    ) -> Option<()> {
        let first = self.firsts.get(slot(start)).copied().map_or(0, usize::from);
        for (_, name, row) in self.names.iter().skip(first).take_while(|name| slot(name.0) == slot(start)) {
            if bytes.get(at..at + name.len()).is_some_and(|here| here.eq_ignore_ascii_case(name)) {
                found(*row, at)?;
            }
        }
        Some(())
    }
}

/// Whether a name can begin with `first` after `before`: at the beginning of a word, or where capitals begin inside of one.
pub(super) fn begins_after(before: u8, first: u8) -> bool {
    class_begins_after(class(before), class(first))
}

fn class_begins_after(before: u16, first: u16) -> bool {
    let apart = before & (SMALL | CAPITAL | DIGIT | BEYOND_ASCII) == 0;
    let camel = before & SMALL != 0 && first & CAPITAL != 0;
    first & (SMALL | CAPITAL | DIGIT) != 0 && apart | camel
}

fn class(byte: u8) -> u16 {
    let kind = match byte {
        b'a'..=b'z' => SMALL,
        b'A'..=b'Z' => CAPITAL,
        b'0'..=b'9' => DIGIT,
        0x80.. => BEYOND_ASCII,
        _ => 0,
    };
    u16::from(byte.to_ascii_lowercase()) | kind
}

/// The start, one byte further.
fn after(start: u32, class: u16) -> u32 {
    start << 8 | u32::from(class & 0xff)
}

/// Knuth's multiplicative hash.
fn slot(start: u32) -> usize {
    usize::try_from(start.wrapping_mul(2_654_435_769) >> 16).unwrap_or_default() % BITS
}

/// The same hash with two bits more.
fn bit(start: u32) -> usize {
    usize::try_from(start.wrapping_mul(2_654_435_769) >> 14).unwrap_or_default() % BEGUN
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
        assert!(places("malgolia npmx npn algoli éalgolia").is_empty());
        assert!(places("np").is_empty());
    }
}
