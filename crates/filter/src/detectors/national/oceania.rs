//! Australia and New Zealand. Sources: the Australian Taxation Office and ASIC (TFN, ABN, ACN), Services Australia (Medicare),
//! Inland Revenue and HISO 10046 (NHI).

use super::super::number::{Needs, number};
use super::super::{Detector, Trigger};
use crate::checksum::{is_check, part, value, weighted};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("au_tfn", "Australian tax file number", Class::NationalId).tagged("TFN"),
        trigger: Trigger::Digits,
        find: number(&["999~999~999", "99~999~999", "99999999"], tfn, Needs::ContextOrAlone),
        context: &["tfn", "tax file", "tax file number"],
        fires: &["TFN 414 846 107", "my tax file number is 603814940", "860 957 323 (TFN)"],
        silent: &["TFN 419 010 388", "note 603814940", "the tfn 6038149401"],
    },
    Detector {
        kind: &kind("au_abn", "Australian company number", Class::NationalId).tagged("ABN"),
        trigger: Trigger::Digits,
        find: number(&["99~999~999~999", "99999999999"], abn, Needs::Separators),
        context: &["abn", "australian business"],
        fires: &["ABN 49 661 674 497", "73 870 002 377", "abn 51444337245"],
        silent: &["ABN 49 127 831 653", "note 51444337245"],
    },
    Detector {
        kind: &kind("au_acn", "Australian company number", Class::NationalId).tagged("ACN"),
        trigger: Trigger::Digits,
        find: number(&["999~999~999"], acn, Needs::ContextOrAlone),
        context: &["acn", "australian company", "arbn"],
        fires: &["ACN 173 141 467", "acn 089447469"],
        silent: &["ACN 179 705 119", "acne 089447469"],
    },
    Detector {
        kind: &kind("au_medicare", "Australian Medicare number", Class::Document).tagged("Medicare number"),
        trigger: Trigger::Digits,
        find: number(
            &["9999~99999~9", "9999~99999~9~9", "9999 99999 9/9", "9999999999/9", "9999 99999 9-9"],
            medicare,
            Needs::ContextOrAlone,
        ),
        context: &["medicare", "medicare card"],
        fires: &["Medicare 2428 77813 2", "medicare card 2428778132"],
        silent: &["Medicare 2428 77814 2", "note 2428778132"],
    },
    Detector {
        kind: &kind("nz_ird", "New Zealand tax number", Class::NationalId).tagged("IRD number"),
        trigger: Trigger::Digits,
        find: number(&["99~999~999", "999~999~999"], ird, Needs::ContextOrAlone),
        context: &["ird", "inland revenue", "ird number"],
        fires: &["IRD 49-922-728", "ird number 134403195"],
        silent: &["IRD 49-357-954", "bird 134403195"],
    },
    Detector {
        kind: &kind("nz_nhi", "New Zealand health number", Class::Document).tagged("NHI"),
        trigger: Trigger::Digits,
        find: number(&["AAA9999", "AAA99A9", "AAA99AA"], nhi, Needs::ContextOrAlone),
        context: &["nhi", "health index", "nhi number"],
        fires: &["NHI ZAC5361", "ZAA0083"],
        silent: &["NHI ZAC5362", "NHI ZIC5361", "part ZAC5361"],
    },
];

fn tfn(number: &[u8]) -> bool {
    let weights: &[u32] =
        if number.len() == 8 { &[10, 7, 8, 4, 6, 3, 5, 1] } else { &[1, 4, 3, 7, 5, 8, 6, 9, 10] };
    weighted(number, weights).is_multiple_of(11)
}

/// Two check digits of 89 in front.
fn abn(number: &[u8]) -> bool {
    let sum = weighted(number, &[10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]);
    value(number, 0) != 0 && (sum + 89 - 10).is_multiple_of(89)
}

fn acn(number: &[u8]) -> bool {
    is_check(number, 8, 10 - weighted(number, &[8, 7, 6, 5, 4, 3, 2, 1]) % 10)
}

/// The ninth digit is a check, the tenth counts the cards given out, a further one says whose line of the card it is.
fn medicare(number: &[u8]) -> bool {
    matches!(value(number, 0), 2..=6) && value(number, 8) == weighted(number, &[1, 3, 7, 9, 1, 3, 7, 9]) % 10
}

fn ird(number: &[u8]) -> bool {
    let last = number.len() - 1;
    let shift = 9 - number.len();
    let rest = |weights: [u32; 8]| weighted(number, weights.get(shift..).unwrap_or_default()) % 11;
    let check = match rest([3, 2, 7, 6, 5, 4, 3, 2]) {
        0 => 0,
        1 => match rest([7, 4, 3, 2, 5, 2, 7, 6]) {
            0 => 0,
            rest => 11 - rest,
        },
        rest => 11 - rest,
    };
    (10_000_000..150_000_000).contains(&part(number, 0, number.len())) && value(number, last) == check
}

/// Letters without I and O; the old form ends in a digit of eleven, the new one in a letter of 23.
fn nhi(number: &[u8]) -> bool {
    const LETTERS: &[u8; 24] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
    let place = |at: usize| {
        let byte = number.get(at).copied().unwrap_or(0);
        match LETTERS.iter().position(|letter| *letter == byte) {
            Some(place) => Some(place as u32 + 1),
            None => byte.is_ascii_digit().then(|| u32::from(byte - b'0')),
        }
    };
    let sum: Option<u32> = (0..6).map(|at| Some(place(at)? * (7 - at as u32))).sum();
    let Some(sum) = sum else { return false };
    match number.get(6) {
        Some(b'0'..=b'9') => sum % 11 != 0 && value(number, 6) == (11 - sum % 11) % 10,
        _ => place(6) == Some(23 - sum % 23) || place(6) == Some(24 - sum % 24),
    }
}
