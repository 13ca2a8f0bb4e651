//! Telephone numbers: an international form that E.164 knows, a national shape that nothing else has, or digits beside a word
//! about calling.

use std::ops::Range;

use super::phone_codes::{is_international, is_north_american};
use super::phone_words::{CALLING, COUNTED, NOT_PHONES, NUMBER, REACHING, UNSPACED};
use super::phone_written::{Group, MOST_DIGITS, Written, ends, extension, written};
use super::{Detector, Find, Found, Trigger};
use crate::finding::Class;
use crate::kinds::kind;
use crate::text::Text;
use crate::words::Vocabulary;

/// No telephone number has fewer digits.
const FEWEST_DIGITS: usize = 7;
/// How far before a national number an international one may stand for both to be telephone numbers.
const BESIDE: usize = 48;

pub(super) static ROWS: &[Detector] = &[Detector {
    kind: &kind("phone_number", "telephone number", Class::Phone).tagged("phone"),
    trigger: Trigger::Digits,
    find: Find::Guarded { guard: has_digits, find: number },
    context: &[],
    fires: &[
        "+49 30 901820",
        "ring +353 1 555 0199 tomorrow",
        "(+34) 612 345 678",
        "+44 (0)20 7946 0321",
        "0049 30 901820",
        "+１ ２０２ ５５５ ０１４７",
        "(202) 555-0147",
        "202-555-0147 x12",
        "1-202-555-0147",
        "202.555.0147",
        "020 7946 0321",
        "07700 900456",
        "01 99 00 12 34 is the clinic",
        "090-1234-5678",
        "my phone: 612 345 678",
        "Handy 0171 3920041",
        "call 555 0147 after six",
        "Telefon: 030/901820",
        "他的电话13800138000",
        "Mobile 98450-12345",
        "they're not answering at 48-31-22-07",
        "first +905301112233, then 05301112244",
        "my number is 13800138000",
        "or call us at202-555-0147",
        "abroad the number is 49-30-901-820-11",
    ],
    silent: &[
        "call me on 2024-10-11",
        "the phone came out 12.09.2023",
        "a call from 1990-1995",
        "call 192.168.4.20",
        "phone firmware 10.0.19041",
        "phone storage 128 256 512 GB",
        "text 100 200 300 to them",
        "the year 1999 2000 2001 2002 by phone",
        "our phone bill was 1 000 000",
        "the phone costs $2025550147",
        "order 202-555-0147",
        "ISBN 978-3-16-148410-0",
        "112-555-0147",
        "202-155-0147",
        "+999 12345678",
        "+1 155 555 0147",
        "call at 1739255891",
        "x202-555-0147",
        "sha202-155-0147",
        "202-555-0147-33",
        "5550147 and nothing more",
        "lottery 07 12 23 34 45",
        "phone model 20255501",
        "0171 3920041.5",
        "telegram 87222679:AAhellowzi",
        "member number 612 345 678",
        "call 9f1c4242-4242-4242-4242-424242424242",
    ],
}];

/// A guard: seven digits in sight. The quick way out for years, prices and times.
fn has_digits(text: Text<'_>, at: usize) -> bool {
    text.bytes.iter().skip(at).take(20).filter(|byte| byte.is_ascii_digit()).count() >= FEWEST_DIGITS
}

fn number(text: Text<'_>, at: usize) -> Option<Found> {
    let written = written(text, at)?;
    let digits = |groups: &[Group]| groups.iter().map(Group::len).sum::<usize>();
    let mut groups = written.groups();
    // The longest reading that holds.
    while digits(groups) >= FEWEST_DIGITS {
        let end = extension(text, groups.last()?.end);
        let range = written.start..end;
        if ends(text, end) && holds(text, &written, groups, &range) {
            return Some(Found { range, validated: false });
        }
        groups = groups.get(..groups.len() - 1)?;
    }
    None
}

fn holds(text: Text<'_>, written: &Written, groups: &[Group], range: &Range<usize>) -> bool {
    let digits = digits(text, groups);
    if written.glued
        && (written.plus || groups.len() != 3 || groups.iter().skip(1).any(|group| group.after != b'-'))
    {
        return false;
    }
    if written.plus {
        return is_international(&digits);
    }
    if !(FEWEST_DIGITS..=15).contains(&digits.len())
        || one_digit(&digits)
        || is_something_else(text, groups, &digits)
        || is_denied(text, range)
    {
        return false;
    }
    let mut lengths = [0; MOST_DIGITS];
    let shape = shape(groups, &mut lengths);
    let prefixed = digits.strip_prefix("00").is_some_and(is_international);
    if is_unmistakable(groups, shape, &digits) || prefixed && groups.len() > 1 {
        return true;
    }
    if written.glued {
        return false;
    }
    let near = |words: &Vocabulary| text.near(range, words);
    let shaped = groups.len() > 1 || digits.starts_with('0');
    let national =
        is_chinese_mobile(&digits) || groups.len() > 2 && digits.len() > 10 && is_international(&digits);
    let called = near(&CALLING) || follows_unspaced(text, range.start);
    called && (groups.len() > 1 || digits.len() <= 13)
        || shaped && near(&REACHING)
        || national && near(&NUMBER)
        || digits.starts_with('0')
            && (9..=11).contains(&digits.len())
            && beside_international(text, range.start)
}

/// The digits, without a zero in brackets after the country code.
fn digits(text: Text<'_>, groups: &[Group]) -> String {
    let trunk =
        |at: usize, group: &Group| at > 0 && group.bracketed && text.piece(group.start..group.end) == "0";
    let kept = groups.iter().enumerate().filter(|(at, group)| !trunk(*at, group));
    kept.map(|(_, group)| text.piece(group.start..group.end)).collect()
}

/// How many digits each group has.
fn shape<'a>(groups: &[Group], lengths: &'a mut [usize; MOST_DIGITS]) -> &'a [usize] {
    lengths.iter_mut().zip(groups).for_each(|(length, group)| *length = group.len());
    lengths.get(..groups.len()).unwrap_or_default()
}

fn one_digit(digits: &str) -> bool {
    digits.bytes().all(|digit| digits.as_bytes().first() == Some(&digit))
}

/// Shapes that only telephone numbers have.
fn is_unmistakable(groups: &[Group], shape: &[usize], digits: &str) -> bool {
    let bracketed = groups.first().is_some_and(|group| group.bracketed);
    let apart = |sign: u8| groups.iter().skip(1).all(|group| group.after == sign);
    let starts = |prefix: &str| digits.starts_with(prefix);
    let national = starts("0") && !starts("00");
    match shape {
        [3, 3, 4] => {
            is_north_american(digits) && (bracketed || apart(b'-') || apart(b'.'))
                || starts("0") && national && apart(b'-')
        }
        [1, 3, 3, 4] => digits.strip_prefix('1').is_some_and(is_north_american) && !apart(b'.'),
        [3, 7] => bracketed && is_north_american(digits),
        // Britain, Ireland, Japan, Korea, Brazil, China, France, Australia, Turkey and their like.
        [3, 4, 4] => (national || is_chinese_mobile(digits)) && (apart(b' ') || apart(b'-')),
        [5, 6] => (starts("01") || starts("07")) && apart(b' '),
        [5, 3, 3] | [4, 3, 4] | [4, 3, 3] | [4, 3, 2, 2] | [4, 2, 2, 2] => national && apart(b' '),
        [2, 4, 4] => (bracketed || national) && !apart(b'.'),
        [2, 5, 4] => bracketed,
        [2, 2, 2, 2, 2] => national && (apart(b' ') || apart(b'.')),
        _ => false,
    }
}

fn is_chinese_mobile(digits: &str) -> bool {
    digits.len() == 11
        && digits.starts_with('1')
        && digits.as_bytes().get(1).is_some_and(|digit| (b'3'..=b'9').contains(digit))
}

/// Dates, years, machine addresses, amounts and times of machines.
fn is_something_else(text: Text<'_>, groups: &[Group], digits: &str) -> bool {
    let mut lengths = [0; MOST_DIGITS];
    let shape = shape(groups, &mut lengths);
    let value = |at: usize| {
        groups.get(at).and_then(|group| text.piece(group.start..group.end).parse::<u64>().ok()).unwrap_or(0)
    };
    let year = |at: usize| (1900..2100).contains(&value(at));
    let years = shape.iter().all(|len| *len == 4) && (0..groups.len()).all(year);
    // A list of small numbers, or of round ones.
    let singles = shape.iter().filter(|len| **len == 1).count() > 3;
    let round = groups.len() > 1
        && (0..groups.len()).all(|at| value(at) % 100 == 0 || value(at).is_power_of_two() && value(at) >= 64);
    if years || singles || round {
        return true;
    }
    let dots = groups.iter().skip(1).filter(|group| group.after == b'.').count();
    match shape {
        [8] => {
            (1900..2100).contains(&(value(0) / 10_000))
                && (1..=12).contains(&(value(0) / 100 % 100))
                && (1..=31).contains(&(value(0) % 100))
        }
        // Seconds and milliseconds since 1970.
        [10] => digits.starts_with('1'),
        [13] => digits.starts_with('1') || digits.starts_with("97"),
        [4, 1 | 2, 1 | 2, ..] => year(0),
        [1 | 2, 1 | 2, 4, ..] => year(2),
        [_, _] if dots == 1 => true,
        // A version.
        [_, rest @ ..]
            if dots > 0 && (shape.first() == Some(&1) && !digits.starts_with('1') || rest.contains(&1)) =>
        {
            true
        }
        [_, _, _, _] if dots == 3 => (0..4).all(|at| value(at) < 256),
        // 1 000 000, and amounts with a dot or an apostrophe between thousands.
        [1..=3, rest @ ..] if rest.iter().all(|len| *len == 3) && !digits.starts_with('0') => {
            dots == rest.len()
                || digits.ends_with("000")
                || groups.get(1).is_some_and(|group| group.after == b'\'')
        }
        _ => groups.iter().any(|group| group.after == b'\''),
    }
}

/// A word right before it, or a noun right after it, says that it is something else.
fn is_denied(text: Text<'_>, range: &Range<usize>) -> bool {
    let denied = text.follows(range.start, 2, &NOT_PHONES);
    let counted = text.leads_to(range.end, 1, &COUNTED);
    let sign = text.piece(range.start.saturating_sub(4)..range.start);
    let priced = ['€', '£', '₹', '¥', '₩'].iter().any(|sign_of| sign.trim_end().ends_with(*sign_of));
    denied || counted || priced
}

fn follows_unspaced(text: Text<'_>, at: usize) -> bool {
    let before = text.piece(at.saturating_sub(30)..at);
    !before.is_ascii() && UNSPACED.iter().any(|word| before.contains(word))
}

/// "+90 530 …, 0530 …": of two numbers side by side the second may leave out the country.
fn beside_international(text: Text<'_>, at: usize) -> bool {
    let before = text.piece(at.saturating_sub(BESIDE)..at);
    before.split('+').skip(1).any(|after| after.bytes().take_while(u8::is_ascii_digit).count() >= 1)
}
