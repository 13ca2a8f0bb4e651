//! The forms under which one value, written in different ways, is the same: what a vault makes its tokens of and looks them up
//! by. It must not know how a value is found, and it must not hash: keys are the caller's.

use std::ops::Range;

use crate::finding::Class;
use crate::kinds::named;
use crate::normal::normalise;
use crate::text::Text;

/// A telephone number's last digits say who it is, however its country and area are written.
const PHONE_TAIL: usize = 8;
/// Shorter numbers are years, counts and prices: too many things are the same number.
const SHORTEST_NUMBER: usize = 6;
/// No number in use is longer: an IBAN has up to 34 characters.
const LONGEST_NUMBER: usize = 40;
/// How many groups of digits one number can be written in: an IBAN in fours has nine.
const MOST_GROUPS: usize = 9;

/// The canonical forms of a value of this kind; two values that share a form are the same value. Separators, case and compatibility
/// forms (`４２`, no-break spaces) do not count. A telephone number has two forms: all its digits without `+` or `00`, and the
/// last eight. What opens something has none, since it must never be matchable.
///
/// ```
/// # use keepsake_filter::canonical;
/// assert_eq!(canonical("credit_card", "4242-4242 4242 4242"), ["4242424242424242"]);
/// assert_eq!(canonical("email_address", " Ines@Tide.example"), ["ines@tide.example"]);
/// ```
#[must_use]
pub fn canonical(kind: &str, value: &str) -> Vec<String> {
    forms(named(kind).map(|kind| kind.class), value)
}

fn forms(class: Option<Class>, value: &str) -> Vec<String> {
    let plain = normalise(value).text;
    let form = match class {
        Some(class) if class.is_credential() => return Vec::new(),
        Some(Class::Phone) => return phone(&plain),
        Some(Class::Contact) => plain.trim().to_lowercase(),
        _ => plain.chars().filter(|character| character.is_alphanumeric()).collect::<String>().to_uppercase(),
    };
    if form.is_empty() { Vec::new() } else { vec![form] }
}

/// All digits, and the last eight. What follows letters ("ext. 12") is not the number; "(0)" is not dialled from abroad.
fn phone(plain: &str) -> Vec<String> {
    let plain = plain.replace("(0)", "");
    let from = plain.find(|character: char| character.is_ascii_digit()).unwrap_or(plain.len());
    let number = plain.get(from..).unwrap_or_default();
    let number = number.split(char::is_alphabetic).next().unwrap_or_default();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix("00").unwrap_or(&digits);
    let tail = digits.get(digits.len().saturating_sub(PHONE_TAIL)..).unwrap_or_default();
    match (digits.is_empty(), tail == digits) {
        (true, _) => Vec::new(),
        (false, true) => vec![digits.to_owned()],
        (false, false) => vec![digits.to_owned(), tail.to_owned()],
    }
}

/// Where numbers of six and more digits are written in a search query, so that a query for a number can be matched with tokens:
/// digits with letters in between or before (`C01X00T47`), in groups parted by a blank, dash, dot, slash or brackets. Which groups
/// are one number cannot be known ("2024 4242 4242 4242 4242"), so every run of neighbours is listed: by its start, the longest
/// first; ranges overlap. In bytes of the text, on character boundaries.
#[must_use]
pub fn numbers_in(text: &str) -> Vec<Range<usize>> {
    let normal = normalise(text);
    let plain = Text::new(&normal.text);
    let groups = groups(plain);
    let mut numbers = Vec::new();
    for (index, (first, _)) in groups.iter().enumerate() {
        let neighbours = groups.iter().skip(index).take(MOST_GROUPS);
        let (mut digits, mut end, mut of_this_start) = (0, first.start, Vec::new());
        for (group, joined) in neighbours {
            if group.start > first.start && !joined || group.end - first.start > 2 * LONGEST_NUMBER {
                break;
            }
            digits += plain.piece(group.clone()).bytes().filter(u8::is_ascii_digit).count();
            if digits > LONGEST_NUMBER {
                break;
            }
            end = group.end.max(end);
            if digits >= SHORTEST_NUMBER {
                of_this_start.push(first.start..end);
            }
        }
        numbers.extend(of_this_start.into_iter().rev());
    }
    match &normal.map {
        Some(map) => numbers.into_iter().map(|range| map.source(&range)).collect(),
        None => numbers,
    }
}

/// Words that hold a digit, each with whether it goes on with the one before.
fn groups(text: Text<'_>) -> Vec<(Range<usize>, bool)> {
    let (mut groups, mut at): (Vec<(Range<usize>, bool)>, usize) = (Vec::new(), 0);
    while at < text.bytes.len() {
        let belongs = |byte: &&u8| byte.is_ascii_alphanumeric();
        let len = text.bytes.iter().skip(at).take_while(belongs).count();
        let word = at..at + len;
        at += len.max(1);
        if text.bytes.get(word.clone()).is_some_and(|word| word.iter().any(u8::is_ascii_digit)) {
            let joined = groups.last().is_some_and(|(last, _)| joins(text.piece(last.end..word.start)));
            groups.push((word, joined));
        }
    }
    groups
}

/// What stands between groups of one number: at most a separator with blanks or brackets around it.
fn joins(between: &str) -> bool {
    (1..=3).contains(&between.len()) && between.chars().all(|character| " -./()".contains(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<&str> {
        numbers_in(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn the_same_value_written_differently_is_the_same() {
        for written in [
            "DE91 1000 0000 0123 4567 89",
            "de91-1000-0000-0123-4567-89",
            "ＤＥ９１\u{a0}1000 0000 0123 456789",
        ] {
            assert_eq!(canonical("iban_code", written), ["DE91100000000123456789"], "{written}");
        }
        assert_eq!(canonical("us_ssn", "512 44 9073"), canonical("us_ssn", "512-44-9073"));
        assert_eq!(canonical("email_address", "Rolf@Bergbahn.Example"), ["rolf@bergbahn.example"]);
        assert_eq!(canonical("no_such_kind", "Straße 7"), canonical("no_such_kind", "STRASSE-7"));
        assert!(canonical("credit_card", " - ").is_empty());
    }

    #[test]
    fn a_telephone_number_is_its_digits_or_its_last_eight() {
        let abroad =
            ["+49 (0)30 1234 5678", "0049-30-12345678", "+49 30 12345678 ext. 12", "tel:+493012345678"];
        for written in abroad {
            assert_eq!(forms(Some(Class::Phone), written), ["493012345678", "12345678"], "{written}");
        }
        assert_eq!(forms(Some(Class::Phone), "030 12345678"), ["03012345678", "12345678"]);
        assert_eq!(forms(Some(Class::Phone), "1234 56"), ["123456"]);
        assert!(forms(Some(Class::Phone), "none").is_empty());
    }

    #[test]
    fn what_opens_something_has_no_form() {
        assert!(canonical("password", "gl4cier!").is_empty());
        assert!(canonical("pin", "4821").is_empty());
    }

    #[test]
    fn numbers_are_found_with_their_separators() {
        assert_eq!(numbers("whose is 512449073?"), ["512449073"]);
        assert_eq!(numbers("call +49 (0)30/12"), ["49 (0)30/12"]);
        assert_eq!(numbers("é 512\u{2013}44\u{2013}9073 é"), ["512\u{2013}44\u{2013}9073", "44\u{2013}9073"]);
        assert_eq!(numbers("passport C01X00T47"), ["C01X00T47"]);
        assert_eq!(numbers("５１２４４９"), ["５１２４４９"]);
        assert_eq!(numbers("in 2024, for 350 euros, room 12"), Vec::<&str>::new());
        assert_eq!(numbers(""), Vec::<&str>::new());
    }

    #[test]
    fn neighbours_are_tried_together_and_apart() {
        let found = numbers("2024 512449 073");
        assert_eq!(found, ["2024 512449 073", "2024 512449", "512449 073", "512449"]);
    }
}
