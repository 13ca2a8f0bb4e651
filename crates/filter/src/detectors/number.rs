//! Reads a written number once for all rows that look for one: its groups, its letters and digits, what stands around it, and
//! which rows' forms and checks it fits. It must not know any country's numbers.

use std::collections::HashMap;
use std::ops::Range;

use super::number_words::{NumberWords, may_stand_alone, stands_alone};
use super::{Detector, Find, Found};
use crate::finding::Class;
use crate::text::Text;
use crate::words::Vocabulary;

/// How a row looks for a number.
pub(crate) struct Number {
    /// How it is written. `9` is a digit, `A` a letter, `*` either, another digit or a small letter itself (case does not
    /// matter); `~` is one separator (space, dash or dot, the same at each `~`, or none at any), `?` any separator or none,
    /// and space, dash, dot, `/`, `:`, `+` and `(` stand for themselves.
    pub forms: &'static [&'static str],
    /// Proves it. It is given the letters, as capitals, and the digits; nothing else.
    pub check: fn(&[u8]) -> bool,
    /// When it counts.
    pub needs: Needs,
}

/// What must be given besides the form and the check. A number near the row's context words always counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Nothing: the number proves itself.
    Nothing,
    /// Written with its separators, or standing alone.
    Separators,
    /// Written with capital letters, or standing alone.
    Capitals,
    /// The row's context words, or standing alone: a text that is nothing but numbers of such kinds.
    ContextOrAlone,
    /// The row's context words. For what has no check: any number of that length would do.
    Context,
}

/// A row's find, for tables.
pub(crate) const fn number(forms: &'static [&'static str], check: fn(&[u8]) -> bool, needs: Needs) -> Find {
    Find::Number(Number { forms, check, needs })
}

/// For numbers that carry no check.
pub(crate) fn unchecked(_: &[u8]) -> bool {
    true
}

/// What looking costs, in bytes looked at: at a number, at the words around it, and at each row that has one of its words there.
const NUMBER_COST: usize = 32;
const WORDS_COST: usize = 16;
const ROW_COST: usize = 2;

/// Longer groups and numbers are none that a state gives out.
const LONGEST_GROUP: usize = 20;
const LONGEST_NUMBER: usize = 40;
const MOST_GROUPS: usize = 12;
/// Letters that can stand in a group of their own before the first digit ("HH AB 1234").
const LONGEST_LETTERS: usize = 4;

/// Counting is how people fill in a form that they only try.
const COUNTED: [&[u8]; 4] = [b"123456789", b"987654321", b"1234567890", b"12345678"];

/// Before such a word a number without context is what a shop, a carrier or a program counts by.
static OTHER_NUMBERS: Vocabulary = Vocabulary::new(&[
    "order",
    "orders",
    "tracking",
    "invoice",
    "parcel",
    "shipment",
    "package",
    "isbn",
    "ean",
    "gtin",
    "upc",
    "sku",
    "serial",
    "ticket",
    "booking",
    "confirmation",
    "ref",
    "reference",
    "case",
    "model",
    "gift",
    "user",
    "commit",
    "build",
    "version",
    "timestamp",
    "epoch",
    "uuid",
    "hash",
    "part",
    "bestellung",
    "sendung",
    "commande",
    "pedido",
]);

/// All rows that look for a number, by the shape of their forms.
pub(crate) struct Numbers {
    rows: Vec<(&'static Detector, &'static Number)>,
    /// Forms by the widths of their groups.
    forms: HashMap<u64, Vec<Form>>,
    /// A cheap look before `forms` is asked, by the hash of its keys: whether there is such a shape, and whether one begins so.
    known: Vec<bool>,
    prefixes: Vec<bool>,
    /// Rows of digits alone by their number of digits: near their words they may be grouped in any way.
    by_digits: Vec<Vec<usize>>,
    words: NumberWords,
}

/// One way of writing a row's number, spelled out.
struct Form {
    row: usize,
    /// The row's number may count without a word about it.
    free: bool,
    /// `9`, `A`, `*`, a digit or a small letter for each place.
    classes: Vec<u8>,
    separators: Vec<u8>,
}

/// What was read: letters and digits in groups with one separator between.
struct Written {
    characters: [u8; LONGEST_NUMBER + LONGEST_GROUP],
    groups: [Group; MOST_GROUPS],
    count: usize,
}

#[derive(Clone, Copy, Default)]
struct Group {
    /// The place after it in the text.
    end: usize,
    /// How many characters there are up to its end.
    total: usize,
    /// What parts it from the group before; 0 before the first.
    separator: u8,
    /// The widths of all groups up to this one, and whether all is digits.
    shape: u64,
}

/// A row that a number fits.
struct Fit {
    row: usize,
    range: Range<usize>,
    rank: Rank,
}

/// Which of several fits is the best, the first difference deciding: one with its words near, one that is kept from view, the
/// better proved, the longer.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    near: bool,
    acts: bool,
    proof: u8,
    length: usize,
}

impl Numbers {
    /// Gathers the rows.
    pub fn new(detectors: impl Iterator<Item = &'static Detector>) -> Numbers {
        let rows: Vec<(&'static Detector, &'static Number)> = detectors
            .filter_map(|detector| match &detector.find {
                Find::Number(number) => Some((detector, number)),
                _ => None,
            })
            .collect();
        let mut forms: HashMap<u64, Vec<Form>> = HashMap::new();
        let (mut known, mut prefixes) = (vec![false; KNOWN], vec![false; KNOWN]);
        let mut by_digits = vec![Vec::new(); LONGEST_NUMBER];
        for (row, (_, number)) in rows.iter().enumerate() {
            for (shape, classes, separators) in
                number.forms.iter().flat_map(|form| spell_out(form)).flat_map(|form| parse(&form))
            {
                mark(&mut known, shape);
                // The letters or the sign of a form may come after digits alone.
                let widths = shape & !DIGITS;
                (0..MOST_GROUPS).map(|last| widths >> (5 * last)).take_while(|prefix| *prefix != 0).for_each(
                    |prefix| {
                        mark(&mut prefixes, prefix);
                    },
                );
                let checked = number.needs != Needs::Context;
                let free = matches!(number.needs, Needs::Nothing | Needs::Separators | Needs::Capitals);
                if let Some(rows) =
                    by_digits.get_mut(classes.len()).filter(|_| checked && all_digits(&classes))
                {
                    rows.push(row);
                    rows.dedup();
                }
                forms.entry(shape).or_default().push(Form { row, free, classes, separators });
            }
        }
        // Those that count without a word about them come first.
        forms.values_mut().for_each(|forms| forms.sort_by_key(|form| !form.free));
        let words = NumberWords::new(rows.iter().map(|(detector, _)| detector.context));
        Numbers { rows, forms, known, prefixes, by_digits, words }
    }

    /// The number at the digit at `at`, if it is one that a row looks for and this is its first digit. What was looked at is
    /// added to `cost`.
    pub fn read(&self, text: Text<'_>, at: usize, cost: &mut usize) -> Option<(&'static Detector, Found)> {
        *cost += NUMBER_COST;
        let first = group_start(text, at)?;
        let in_row = first == at && text.before(at, 1) == b' ' && goes_on(text.before(at, 2));
        let mut best: Option<Fit> = None;
        let mut start = Some(first);
        while let Some(from) = start {
            if begins(text, from) {
                self.fits(text, from, in_row, &mut best, cost);
            }
            start = letters_before(text, from).filter(|earlier| at - earlier <= 4 * LONGEST_LETTERS);
        }
        let Fit { row, range, .. } = best?;
        let (detector, number) = *self.rows.get(row)?;
        Some((detector, Found { range, validated: number.needs != Needs::Context }))
    }

    /// Reads groups as long as a form begins with their widths, or a row might have its digits grouped so.
    fn read_groups(&self, text: Text<'_>, start: usize) -> Written {
        let mut written = Written {
            characters: [0; LONGEST_NUMBER + LONGEST_GROUP],
            groups: [Group::default(); MOST_GROUPS],
            count: 0,
        };
        let (mut at, mut total, mut separator, mut shape, mut digits) = (start, 0, 0, 0, true);
        while let Some(slot) = written.groups.get_mut(written.count).filter(|_| total < LONGEST_NUMBER) {
            let (mut width, mut end) = (0, at);
            while let Some((character, bytes)) = character_at(text, end).filter(|_| width <= LONGEST_GROUP) {
                if let Some(slot) = written.characters.get_mut(total + width) {
                    *slot = character;
                }
                digits &= character.is_ascii_digit();
                (width, end) = (width + 1, end + bytes);
            }
            shape = widened(shape, width);
            let begun = marked(&self.prefixes, shape) || digits && total + width < self.by_digits.len();
            if width == 0 || width > LONGEST_GROUP || !begun {
                break;
            }
            (at, total) = (end, total + width);
            *slot = Group { end, total, separator, shape: if digits { shape | DIGITS } else { shape } };
            written.count += 1;
            let Some((next, skip)) = separator_at(text, at) else { break };
            separator = next;
            at += skip;
        }
        written
    }

    /// Tries every end of a number that begins at a place, longest first.
    fn fits(&self, text: Text<'_>, start: usize, in_row: bool, best: &mut Option<Fit>, cost: &mut usize) {
        let written = self.read_groups(text, start);
        let groups = written.groups.get(..written.count).unwrap_or_default();
        let may_stand_alone = may_stand_alone(text);
        for (index, group) in groups.iter().enumerate().rev() {
            let known = marked(&self.known, group.shape);
            let spread = group.shape & DIGITS != 0
                && self.by_digits.get(group.total).is_some_and(|rows| !rows.is_empty())
                && index > 0;
            if !known && !spread || !ends(text, group.end) {
                continue;
            }
            let Some(characters) = written.characters.get(..group.total) else { continue };
            if one_digit(characters) || index == 0 && COUNTED.contains(&characters) {
                continue;
            }
            let groups = groups.get(..=index).unwrap_or_default();
            let mut place = Place {
                numbers: self,
                text,
                range: start..group.end,
                in_row,
                near: None,
                alone: None,
                other: None,
            };
            let forms = self.forms.get(&group.shape).filter(|_| known).map_or(&[][..], Vec::as_slice);
            let (free, bound) = forms.split_at(forms.partition_point(|form| form.free));
            for form in free.iter().filter(|form| form.fits(characters, groups)) {
                place.weigh(form.row, characters, true, best);
            }
            // Most rows want their words, and most numbers have none near.
            if bound.is_empty() && !spread {
                continue;
            }
            *cost += WORDS_COST + ROW_COST * place.near().len();
            if !may_stand_alone && place.near().is_empty() {
                continue;
            }
            for form in bound {
                if (may_stand_alone || place.near().contains(&form.row)) && form.fits(characters, groups) {
                    place.weigh(form.row, characters, true, best);
                }
            }
            for row in self.by_digits.get(group.total).into_iter().flatten().filter(|_| spread) {
                if place.near().contains(row) {
                    place.weigh(*row, characters, false, best);
                }
            }
        }
    }
}

/// A number where it stands, and what was found out about its surroundings.
struct Place<'a> {
    numbers: &'a Numbers,
    text: Text<'a>,
    range: Range<usize>,
    in_row: bool,
    near: Option<Vec<usize>>,
    alone: Option<bool>,
    /// Whether what stands around it makes it something else.
    other: Option<bool>,
}

impl Place<'_> {
    /// The rows that have a word near.
    fn near(&mut self) -> &[usize] {
        let (words, text, range) = (&self.numbers.words, self.text, &self.range);
        self.near.get_or_insert_with(|| words.rows_near(text, range))
    }

    /// Takes the row's number for the best so far if it counts and none better is known.
    fn weigh(&mut self, row: usize, characters: &[u8], in_form: bool, best: &mut Option<Fit>) {
        let Some((detector, number)) = self.numbers.rows.get(row) else { return };
        // A sum over a few digits takes less than to read the words around.
        if !(number.check)(characters) {
            return;
        }
        let near = self.near().contains(&row) && !reads_as_words(self.text.piece(self.range.clone()));
        // A row of spaced numbers, as tables have them, holds no state's number unless a word says so.
        let counts = near || in_form && !self.in_row && self.counts(number.needs);
        if !counts {
            return;
        }
        let proof = match number.needs {
            Needs::Nothing => 3,
            Needs::Separators | Needs::Capitals => 2,
            Needs::ContextOrAlone => 1,
            Needs::Context => 0,
        };
        let stays = matches!(detector.kind.class, Class::Vehicle | Class::Location);
        let rank = Rank { near, acts: !stays, proof, length: self.range.len() };
        if best.as_ref().is_none_or(|best| rank > best.rank) {
            *best = Some(Fit { row, range: self.range.clone(), rank });
        }
    }

    /// Whether a number without its words counts.
    fn counts(&mut self, needs: Needs) -> bool {
        let (text, range) = (self.text, self.range.clone());
        let written = text.piece(range.clone());
        let enough = match needs {
            Needs::Nothing => true,
            Needs::Separators => written.bytes().any(|byte| !byte.is_ascii_alphanumeric()),
            Needs::Capitals => !written.bytes().any(|byte| byte.is_ascii_lowercase()),
            Needs::ContextOrAlone | Needs::Context => false,
        };
        let is_other = || followed(text, &range) || counted_otherwise(text, &range);
        if enough && !*self.other.get_or_insert_with(is_other) {
            return true;
        }
        needs != Needs::Context && *self.alone.get_or_insert_with(|| stands_alone(text, &range))
    }
}

impl Form {
    fn fits(&self, characters: &[u8], groups: &[Group]) -> bool {
        let same = |(class, character): (&u8, &u8)| match class {
            b'9' => character.is_ascii_digit(),
            b'A' => character.is_ascii_uppercase(),
            b'*' => true,
            itself => itself.to_ascii_uppercase() == *character,
        };
        let mut uniform = 0;
        let parted = |(wanted, group): (&u8, &Group)| match (wanted, group.separator) {
            (b'?', _) => true,
            (b'~', given @ (b' ' | b'-' | b'.')) => {
                let before = std::mem::replace(&mut uniform, given);
                before == 0 || before == given
            }
            (wanted, given) => *wanted == given,
        };
        self.classes.len() == characters.len()
            && self.classes.iter().zip(characters).all(same)
            && self.separators.iter().zip(groups.iter().skip(1)).all(parted)
    }
}

/// Set in a shape of digits alone.
const DIGITS: u64 = 1 << 63;
/// How many bits the cheap look has.
const KNOWN: usize = 4096;

fn hashed(shape: u64) -> usize {
    (shape.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52) as usize
}

fn mark(table: &mut [bool], shape: u64) {
    if let Some(slot) = table.get_mut(hashed(shape)) {
        *slot = true;
    }
}

fn marked(table: &[bool], shape: u64) -> bool {
    table.get(hashed(shape)).is_some_and(|slot| *slot)
}

/// The widths of groups in one number: five bits each.
fn widened(shape: u64, width: usize) -> u64 {
    shape << 5 | width as u64 & 31
}

fn all_digits(characters: &[u8]) -> bool {
    characters.iter().all(u8::is_ascii_digit)
}

fn one_digit(characters: &[u8]) -> bool {
    all_digits(characters) && characters.iter().all(|character| characters.first() == Some(character))
}

/// All ways of writing a form: `~` at every place or at none, each `?` or not.
fn spell_out(form: &str) -> Vec<String> {
    let mut ways = vec![form.to_owned()];
    if form.contains('~') {
        ways.push(form.replace('~', ""));
    }
    for _ in form.matches('?') {
        // '!' stands for a separator that this way of writing has.
        ways = ways.iter().flat_map(|way| [way.replacen('?', "", 1), way.replacen('?', "!", 1)]).collect();
    }
    ways.iter().map(|way| way.replace('!', "?")).collect()
}

/// A spelled-out form's shapes, classes and separators; two shapes where nothing says whether all is digits.
fn parse(form: &str) -> Vec<(u64, Vec<u8>, Vec<u8>)> {
    let is_class = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'*';
    let classes: Vec<u8> = form.bytes().filter(is_class).collect();
    let separators: Vec<u8> = form.bytes().filter(|byte| !is_class(byte)).collect();
    let widths =
        form.as_bytes().split(|byte| !is_class(byte)).fold(0, |shape, group| widened(shape, group.len()));
    let letters = classes.iter().any(u8::is_ascii_alphabetic);
    let shapes = [(!letters).then_some(widths | DIGITS), (!all_digits(&classes)).then_some(widths)];
    shapes.into_iter().flatten().map(|shape| (shape, classes.clone(), separators.clone())).collect()
}

/// The start of the group of letters and digits around a digit, if no other digit comes before it there.
fn group_start(text: Text<'_>, at: usize) -> Option<usize> {
    let letters = (1..=LONGEST_GROUP).take_while(|back| text.before(at, *back).is_ascii_alphabetic()).count();
    let start = at - letters;
    (!text.before(start, 1).is_ascii_alphanumeric()).then_some(start)
}

/// The start of a short group of letters one separator before a place.
fn letters_before(text: Text<'_>, at: usize) -> Option<usize> {
    let end = at.checked_sub(1).filter(|end| matches!(text.byte(*end), b' ' | b'-' | b'.'))?;
    let mut start = end;
    for _ in 0..LONGEST_LETTERS {
        let umlaut = text.before(start, 2) == UMLAUTS && umlaut(text.before(start, 1)).is_some();
        start -= match text.before(start, 1) {
            letter if letter.is_ascii_alphabetic() => 1,
            _ if umlaut => 2,
            _ => break,
        };
    }
    (start < end && !text.before(start, 1).is_ascii_alphanumeric()).then_some(start)
}

/// The first byte of Ä, Ö and Ü, which German plates begin with.
const UMLAUTS: u8 = 0xc3;

/// The plain letter under an umlaut, by its second byte.
fn umlaut(byte: u8) -> Option<u8> {
    match byte {
        0x84 | 0xa4 => Some(b'A'),
        0x96 | 0xb6 => Some(b'O'),
        0x9c | 0xbc => Some(b'U'),
        _ => None,
    }
}

/// The letter or digit at a place, as a capital, and how many bytes it takes.
fn character_at(text: Text<'_>, at: usize) -> Option<(u8, usize)> {
    match text.byte(at) {
        UMLAUTS => Some((umlaut(text.byte(at + 1))?, 2)),
        byte => byte.is_ascii_alphanumeric().then(|| (byte.to_ascii_uppercase(), 1)),
    }
}

/// A number before a separator, or the placeholder of one.
fn goes_on(before: u8) -> bool {
    before.is_ascii_digit() || before == b']'
}

/// Not within a word, an identifier, a path, a decimal or a longer number.
fn begins(text: Text<'_>, at: usize) -> bool {
    let (before, second) = (text.before(at, 1), text.before(at, 2));
    match before {
        b'_' | b'+' | b'@' => false,
        // The last four digits that a placeholder keeps.
        0xa2 => !text.piece(at.saturating_sub(3)..at).ends_with('•'),
        b'-' | b'/' | b'\\' => !second.is_ascii_alphanumeric() && second != b']',
        b'.' | b',' | b':' => !goes_on(second),
        _ => !before.is_ascii_alphanumeric() && before != b']',
    }
}

/// What follows does not go on with it.
fn ends(text: Text<'_>, at: usize) -> bool {
    let (after, second) = (text.byte(at), text.byte(at + 1));
    match after {
        b'_' | b'@' | b'%' => false,
        b'-' | b'.' | b'/' => !second.is_ascii_alphanumeric() && second != b'[',
        b',' | b':' => !second.is_ascii_digit() && second != b'[',
        _ => !after.is_ascii_alphanumeric() && after != b'[',
    }
}

/// A further number stands right behind one that is written in groups.
fn followed(text: Text<'_>, range: &Range<usize>) -> bool {
    text.byte(range.end) == b' '
        && (text.byte(range.end + 1).is_ascii_digit() || text.byte(range.end + 1) == b'[')
        && text.piece(range.clone()).contains(' ')
}

/// Two groups of letters that are not all capitals: "set to 1" is no number plate because a car is near.
fn reads_as_words(written: &str) -> bool {
    let mut groups = written.split(' ');
    let mut is_word = || {
        let group = groups.next().unwrap_or_default();
        group.bytes().all(|byte| !byte.is_ascii_digit())
            && group.bytes().any(|byte| byte.is_ascii_lowercase())
    };
    is_word() && is_word()
}

/// A word or a sign just before says that this is something else.
fn counted_otherwise(text: Text<'_>, range: &Range<usize>) -> bool {
    matches!(text.before(range.start, 1), b'#' | b'$' | b'=' | b'&')
        || text.follows(range.start, 3, &OTHER_NUMBERS)
}

/// What parts two groups, and how many bytes that takes.
fn separator_at(text: Text<'_>, at: usize) -> Option<(u8, usize)> {
    let next = text.byte(at + 1);
    match text.byte(at) {
        b' ' if matches!(next, b'-' | b'/' | b'.') && text.byte(at + 2) == b' ' => Some((next, 3)),
        separator @ (b' ' | b'-' | b'.' | b'/' | b'(') => Some((separator, 1)),
        separator @ (b':' | b'+') if next.is_ascii_digit() => Some((separator, 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detectors;

    #[test]
    fn forms_are_spelled_out_and_parsed() {
        assert_eq!(spell_out("99~9~9"), ["99~9~9", "9999"]);
        assert_eq!(spell_out("de?9?9"), ["de99", "de9?9", "de?99", "de?9?9"]);
        assert_eq!(parse("aA-9*"), [(2 << 5 | 2, b"aA9*".to_vec(), b"-".to_vec())]);
        assert_eq!(parse("9*").len(), 2);
        assert_eq!(parse("99")[0].0, DIGITS | 2);
    }

    #[test]
    fn reads_groups_with_what_parts_them() {
        let text = Text::new("AB 12-34 - 5 and longer words");
        let written = Numbers::new(detectors::all()).read_groups(text, 0);
        let groups = &written.groups[..written.count];
        assert!(groups.len() >= 3);
        let read: Vec<_> = groups.iter().take(3).map(|group| (group.end, group.separator)).collect();
        assert_eq!(read, [(2, 0), (5, b' '), (8, b'-')]);
        assert!(written.characters.starts_with(b"AB1234"));
    }

    #[test]
    fn a_number_begins_at_its_first_digit_and_letters() {
        let text = Text::new("x AB12C3");
        assert_eq!(group_start(text, 4), Some(2));
        assert_eq!(group_start(text, 7), None);
        assert_eq!(letters_before(text, 2), Some(0));
    }
}
