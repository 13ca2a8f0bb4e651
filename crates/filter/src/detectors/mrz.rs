//! The machine-readable lines of passports, identity cards and visas (ICAO 9303): two lines of 44 or 36 characters or three of
//! 30, with check digits. It must not know numbers that stand alone.

use std::ops::Range;

use super::{Detector, Find, Found, Trigger};
use crate::checksum::document_digit;
use crate::finding::Class;
use crate::kinds::kind;
use crate::text::Text;
use crate::words::Vocabulary;

pub(super) static ROWS: &[Detector] = &[Detector {
    kind: &kind("passport_mrz", "machine-readable lines of a passport", Class::Document)
        .tagged("passport lines"),
    trigger: Trigger::Words(&["<<<"]),
    find: Find::Code(lines),
    context: &[],
    fires: &[
        "P<UTOMILLER<<JOHN<PAUL<<<<<<<<<<<<<<<<<<<<<<\nK4071826<4UTO8507309M3001019<<<<<<<<<<<<<<<8",
        "read:\nI<UTOK4071826<4<<<<<<<<<<<<<<<\n8507309M3001019UTO<<<<<<<<<<<8\nMILLER<<JOHN<PAUL<<<<<<<<<<<<<",
        "I<UTOMILLER<<JOHN<PAUL<<<<<<<<<<<<<<\nK4071826<4UTO8507309M3001019<<<<<<<8",
    ],
    silent: &[
        "P<UTOMILLER<<JOHN<PAUL<<<<<<<<<<<<<<<<<<<<<<\nK4071826<5UTO8507309M3001019<<<<<<<<<<<<<<<8",
        "P<UTOMILLER<<JOHN<PAUL<<<<<<<<<<<<<<<<<<<<<<",
        "cat <<<EOF and >>> and <<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
        "<<<<<<< HEAD\nours\n=======\ntheirs",
    ],
}];

/// The longest line, and the most blanks between two.
const LONGEST_LINE: usize = 44;
const MOST_BLANKS: usize = 8;

fn belongs(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'<'
}

/// The trigger is filler somewhere in the first line, or in a later one that the first has covered.
fn lines(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let back = (1..=LONGEST_LINE).take_while(|back| belongs(text.before(at, *back))).count();
    let first = line(text, at - back)?;
    let second = line(text, after_blanks(text, first.end)?)?;
    let range = match first.len() {
        44 | 36 if second.len() == first.len() => {
            let body = upper(text, &second);
            let composite: &[Range<usize>] =
                if first.len() == 44 { &[0..10, 13..20, 21..43] } else { &[0..10, 13..20, 21..35] };
            let visa = upper(text, &first).first() == Some(&b'V');
            let holds = digit(&body, 0..9) && digit(&body, 13..19) && digit(&body, 21..27);
            let last = body.last().copied();
            (holds && (visa || last == Some(document_digit(&joined(&body, composite)))))
                .then_some(first.start..second.end)
        }
        30 if second.len() == 30 => {
            let third = line(text, after_blanks(text, second.end)?).filter(|third| third.len() == 30)?;
            let (top, middle) = (upper(text, &first), upper(text, &second));
            let optional = top.get(5..).unwrap_or_default();
            let both = [optional, &joined(&middle, &[0..7, 8..15, 18..29])].concat();
            // A number longer than nine goes on in the optional data, and a filler stands for its digit.
            let number = digit(&top, 5..14) || top.get(14) == Some(&b'<');
            let holds = number && digit(&middle, 0..6) && digit(&middle, 8..14);
            (holds && middle.last() == Some(&document_digit(&both))).then_some(first.start..third.end)
        }
        _ => None,
    };
    range.map(|range| Found { range, validated: true })
}

/// The line that begins at a place.
fn line(text: Text<'_>, start: usize) -> Option<Range<usize>> {
    let width =
        text.bytes.iter().skip(start).take(LONGEST_LINE + 1).take_while(|byte| belongs(**byte)).count();
    matches!(width, 30 | 36 | 44).then_some(start..start + width)
}

fn after_blanks(text: Text<'_>, at: usize) -> Option<usize> {
    let blank =
        text.bytes.iter().skip(at).take(MOST_BLANKS).take_while(|byte| byte.is_ascii_whitespace()).count();
    (blank > 0).then_some(at + blank)
}

fn upper(text: Text<'_>, range: &Range<usize>) -> Vec<u8> {
    text.bytes.get(range.clone()).unwrap_or_default().to_ascii_uppercase()
}

fn joined(line: &[u8], pieces: &[Range<usize>]) -> Vec<u8> {
    pieces.iter().flat_map(|piece| line.get(piece.clone()).unwrap_or_default()).copied().collect()
}

/// Whether the digit after a stretch is its check.
fn digit(line: &[u8], stretch: Range<usize>) -> bool {
    let check = line.get(stretch.end).copied();
    line.get(stretch).is_some_and(|stretch| check == Some(document_digit(stretch)))
}
