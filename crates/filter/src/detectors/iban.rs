//! International bank account numbers (ISO 13616): country, length, mod 97-10.

use super::{Candidate, Detector, Find, Found, Trigger};
use crate::checksum::{iban_holds, iban_length};
use crate::kinds;
use crate::text::Text;

pub(super) static ROWS: &[Detector] = &[Detector {
    kind: &kinds::IBAN_CODE,
    trigger: Trigger::Digits,
    find: Find::Pattern { guard: after_country, pattern: r"(?-u)^[0-9]{2}", reach: 2, check: account },
    context: &[],
    fires: &[
        "DE91100000000123456789",
        "rent to DE91 1000 0000 0123 4567 89 by Friday",
        "DE91.1000.0000.0123.4567.89",
        "DE91 - 1000 - 0000 - 0123 - 4567 - 89",
        "de91-1000-0000-0123-4567-89",
        "IBAN:DE91 1000 0000\n0123 4567 89",
        "(DE91\u{a0}1000\u{a0}0000\u{a0}0123\u{a0}4567\u{a0}89)",
    ],
    silent: &[
        "DE92100000000123456789",
        "DE9110000000012345678",
        "DE911000000001234567890",
        "XDE91100000000123456789",
        "ZZ91100000000123456789",
        "DE91 and so on",
        "DE91  1000  0000  0123  4567  89",
    ],
}];

/// A guard: the trigger is the first check digit, and two letters stand before it.
fn after_country(text: Text<'_>, at: usize) -> bool {
    let gap = usize::from(text.before(at, 1) == b' ');
    text.before(at, gap + 1).is_ascii_alphabetic() && text.before(at, gap + 2).is_ascii_alphabetic()
}

fn account(candidate: &Candidate<'_>) -> Option<Found> {
    let (text, at) = (candidate.text, candidate.whole.start);
    let gap = usize::from(text.before(at, 1) == b' ');
    let start = at.checked_sub(2 + gap)?;
    let country = [text.byte(start).to_ascii_uppercase(), text.byte(start + 1).to_ascii_uppercase()];
    let before = text.before(start, 1);
    if before.is_ascii_alphanumeric() || before == b'_' {
        return None;
    }
    let length = iban_length(&country)?;
    let (mut iban, mut end, mut lines) = (country.to_vec(), at, 0);
    while iban.len() < length {
        let separator = separator(text, end, &mut lines);
        let byte = text.byte(end + separator);
        if !byte.is_ascii_alphanumeric() {
            return None;
        }
        iban.push(byte.to_ascii_uppercase());
        end += separator + 1;
    }
    let after = text.byte(end);
    let ends = !after.is_ascii_alphanumeric() && after != b'_';
    (ends && iban_holds(&iban)).then_some(Found { range: start..end, validated: true })
}

/// How many bytes part two letters of an account: a space, a dash, a dot, or one line end with its indent.
fn separator(text: Text<'_>, at: usize, lines: &mut usize) -> usize {
    match text.byte(at) {
        b' ' | b'-' | b'.' if text.byte(at + 1).is_ascii_alphanumeric() => 1,
        b' ' if text.after(at, 3) == " - " => 3,
        b' ' | b'\r' | b'\n' if *lines == 0 => {
            let blank: &[u8] = text.bytes.get(at..(at + 8).min(text.bytes.len())).unwrap_or_default();
            let blank = blank.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            if text.bytes.get(at..at + blank).is_some_and(|blank| blank.contains(&b'\n')) {
                *lines += 1;
                return blank;
            }
            0
        }
        _ => 0,
    }
}
