//! Dates of birth: a whole date beside a word about being born. It must not take the day of a party for one.

use super::dates::date;
use super::{Detector, Find, Found, Trigger};
use crate::finding::Class;
use crate::kinds::kind;
use crate::text::{Text, floor};
use crate::words::Vocabulary;

/// How far a date may stand from the word.
const REACH: usize = 72;
const WORDS_BETWEEN: usize = 6;

/// After "birth" or "born" something else is told.
const OTHER: &[&str] = &[
    "certificate",
    "control",
    "rate",
    "rates",
    "plan",
    "again",
    "mother",
    "parents",
    "place",
    "certificates",
];

/// Words of the day that is kept each year: only "is" may stand between them and the date.
const YEARLY: &[&str] = &[
    "birthday",
    "birthdays",
    "bday",
    "geburtstag",
    "anniversaire",
    "cumpleaños",
    "compleanno",
    "aniversário",
    "verjaardag",
];
const IS: &[&str] = &[
    "is", "was", "s", "date", "ist", "est", "es", "è", "é", "my", "his", "her", "their", "the", "mein",
    "mon", "mi", "le", "el",
];

/// Words that name nothing else: a date without separators counts after them.
const LABELS: &[&str] =
    &["dob", "d", "birthdate", "dateofbirth", "birth", "geburtsdatum", "geb", "生年月日", "生日", "출생"];

pub(super) static ROWS: &[Detector] = &[Detector {
    kind: &kind("date_of_birth", "date of birth", Class::BirthDate),
    trigger: Trigger::Words(&[
        "born",
        "birth",
        "dob",
        "d.o.b",
        "bday",
        "geboren",
        "geburt",
        "geb.",
        "née le",
        "né le",
        "naissance",
        "anniversaire",
        "nacid",
        "nací ",
        "nació ",
        "nacimiento",
        "cumpleaños",
        "nasci",
        "nascido",
        "nascida",
        "nascimento",
        "nascita",
        "nato il",
        "nata il",
        "compleanno",
        "aniversário",
        "geboorte",
        "verjaardag",
        "fødsel",
        "fodsel",
        "født",
        "född",
        "födelse",
        "syntym",
        "urodz",
        "narozen",
        "született",
        "doğum",
        "dogum",
        "născut",
        "naștere",
        "рожд",
        "родил",
        "народ",
        "lahir",
        "ngày sinh",
        "sinh ngày",
        "γέννησ",
        "γεννήθ",
        "生年月日",
        "出生",
        "生日",
        "생년월일",
        "출생",
        "जन्म",
        "الميلاد",
        "מיום לידה",
        "תאריך לידה",
        "וולד",
        "เกิด",
    ]),
    find: Find::Code(born),
    context: &[],
    fires: &[
        "she was born on 9 November 1976",
        "born in Oslo on the 2nd of May, 1964",
        "DOB: 1976-11-09",
        "D.O.B. 09/11/76",
        "date of birth\n09.11.1976",
        "dob 19761109",
        "my birthday is November 9, 1976",
        "geboren am 9. November 1976",
        "né le 9 novembre 1976",
        "fecha de nacimiento: 9 de noviembre de 1976",
        "生年月日：1976年11月9日",
        "09/11/1976 (date of birth)",
        "9 November 1976 is my birthday",
        "{\"birthDate\": \"1976-11-09\"}",
    ],
    silent: &[
        "the stubborn mule of 9 November 1976",
        "born in 1976",
        "her birthday party on 9 November 2019",
        "birth certificate issued 9 November 2019",
        "the idea was born. On 9 November 2019 we met",
        "my birthday is in November",
        "released on 9 November 1976",
        "dob 31/31/1976",
        "born 45.13.1976",
        "airborne since 09/11/1976",
        "birth control 2019-11-09",
        "DOB: xx/xx/xxxx",
        "dob 12345678",
        "version born 1.2.3",
    ],
}];

fn born(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let before = text.before(at, 1);
    if before.is_ascii_alphabetic() && !(before.is_ascii_lowercase() && text.byte(at).is_ascii_uppercase()) {
        return None;
    }
    let around = text.piece(at.saturating_sub(REACH / 2)..at + REACH);
    if !around.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let window = text.after(at, REACH);
    let word_len = window.find(|next: char| !next.is_alphabetic()).unwrap_or(window.len());
    let word = window.get(..word_len)?.to_lowercase();
    let yearly = YEARLY.contains(&word.as_str());
    let label = LABELS.iter().any(|label| word.starts_with(label));
    after(text, at, at + word_len, yearly, label).or_else(|| before_word(text, at, yearly || label))
}

/// A date after the word, in the same sentence.
fn after(text: Text<'_>, at: usize, from: usize, yearly: bool, label: bool) -> Option<Found> {
    let window = text.piece(from..floor(text.str, at + REACH));
    let mut words = 0;
    let mut last_end = 0;
    for (start, len) in runs(window) {
        let gap = window.get(last_end..start)?;
        if gap.contains("\n\n")
            || gap.starts_with(". ")
                && !(label && last_end == 0)
                && window.get(start..)?.starts_with(char::is_uppercase)
        {
            return None;
        }
        if let Some(end) = date(text, from + start, label) {
            return Some(Found { range: from + start..end, validated: false });
        }
        let word = window.get(start..start + len)?.to_lowercase();
        words += 1;
        if words > WORDS_BETWEEN
            || words == 1 && OTHER.contains(&word.as_str())
            || yearly && !IS.contains(&word.as_str())
        {
            return None;
        }
        last_end = start + len;
    }
    None
}

/// "9 November 1976 is my birthday", "09/11/1976 (DOB)".
fn before_word(text: Text<'_>, at: usize, named: bool) -> Option<Found> {
    let from = floor(text.str, at.saturating_sub(REACH / 2));
    let window = text.piece(from..at);
    runs(window).filter(|_| named).find_map(|(start, _)| {
        let end = date(text, from + start, false).filter(|end| *end <= at)?;
        let alone = window
            .get(..start)?
            .chars()
            .next_back()
            .is_none_or(|before| !before.is_alphanumeric() && !"-/.".contains(before));
        let between = text.piece(end..at).to_lowercase();
        let near = between
            .split(|next: char| !next.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .all(|word| IS.contains(&word) || word == "of");
        (alone && near).then_some(Found { range: from + start..end, validated: false })
    })
}

/// Where runs of letters and digits begin, and how long they are.
fn runs(window: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + window.get(from..)?.find(char::is_alphanumeric)?;
        let len =
            window.get(start..)?.find(|next: char| !next.is_alphanumeric()).unwrap_or(window.len() - start);
        from = start + len;
        Some((start, len))
    })
}
