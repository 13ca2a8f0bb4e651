//! Vehicle identification numbers (ISO 3779): seventeen characters, with the check digit of North America and China, or beside
//! the word.

use super::labelled::{beside, is_whole_word};
use super::{Detector, Find, Found, Trigger};
use crate::finding::Class;
use crate::kinds::{Kind, kind};
use crate::text::Text;
use crate::words::Vocabulary;

static VIN: Kind =
    kind("vehicle_identification_number", "vehicle identification number", Class::Vehicle).tagged("VIN");
const LENGTH: usize = 17;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &VIN,
        trigger: Trigger::Digits,
        find: Find::Guarded { guard: begins_first_digits, find: checked },
        context: &[],
        fires: &["the car is 4T3BK11A99U023317", "JH4KA8268MC000000 sold"],
        silent: &[
            "4T3BK11A79U023317",
            "4T3BK11A99U0233171",
            "4t3bk11a99u023317",
            "4T3BK11A99U02331",
            "11111111111111111",
        ],
    },
    Detector {
        kind: &VIN,
        trigger: Trigger::Words(&["vin", "chassis", "fahrgestell", "châssis", "bastidor", "telaio"]),
        find: Find::Code(named),
        context: &[],
        fires: &["VIN: WVWZZZ1JZXW000017", "chassis no. wvwzzz1jzxw000017"],
        silent: &[
            "VIN: WVWZZZ1JZXW00001O",
            "VIN WVWZZZ1JZXW0000",
            "vintage WVWZZZ1JZXW000017",
            "VIN AAAAAAAAAAAAAAAAA",
            "the VIN 4T3BK11A79U023317 has a typo",
        ],
    },
];

/// A guard: the first digit of a word of seventeen.
fn begins_first_digits(text: Text<'_>, at: usize) -> bool {
    let start = start_of(text, at);
    at - start < 6 && is_vin_letter(text.byte(start + LENGTH - 1)) && alone(text, start)
}

/// Where the letters before a digit begin.
fn start_of(text: Text<'_>, at: usize) -> usize {
    at - (1..=LENGTH).take_while(|back| text.before(at, *back).is_ascii_uppercase()).count()
}

fn is_vin_letter(byte: u8) -> bool {
    byte.is_ascii_digit()
        || byte.is_ascii_alphabetic() && !matches!(byte.to_ascii_uppercase(), b'I' | b'O' | b'Q')
}

fn alone(text: Text<'_>, start: usize) -> bool {
    let joins = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'/' | b'+' | b'=');
    !joins(text.before(start, 1)) && !joins(text.byte(start + LENGTH))
}

fn checked(text: Text<'_>, at: usize) -> Option<Found> {
    let start = start_of(text, at);
    let vin = text.bytes.get(start..start + LENGTH)?;
    let letters = vin.iter().filter(|byte| byte.is_ascii_uppercase()).count();
    let serial = vin.get(LENGTH - 4..)?.iter().all(u8::is_ascii_digit);
    let holds = letters >= 3
        && serial
        && vin.iter().all(|byte| is_vin_letter(*byte) && !byte.is_ascii_lowercase())
        && check_holds(vin);
    holds.then_some(Found { range: start..start + LENGTH, validated: true })
}

/// Letters count 1 to 9 in three rows; weights; modulo eleven in the ninth place. Source: 49 CFR 565.15.
fn check_holds(vin: &[u8]) -> bool {
    const WEIGHTS: [u32; LENGTH] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let value = |byte: u8| match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        b'A'..=b'H' => u32::from(byte - b'A') + 1,
        b'J'..=b'R' => u32::from(byte - b'J') + 1,
        b'S'..=b'Z' => u32::from(byte - b'S') + 2,
        _ => 0,
    };
    let sum: u32 = vin.iter().zip(WEIGHTS).map(|(byte, weight)| value(*byte) * weight).sum();
    match sum % 11 {
        10 => vin.get(8) == Some(&b'X'),
        rest => vin.get(8).is_some_and(|check| check.is_ascii_digit() && value(*check) == rest),
    }
}

fn named(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let word = text.bytes.iter().skip(at).take(12).take_while(|byte| byte.is_ascii_alphabetic()).count();
    // "vintage", "vinegar"; "chassis" and "Fahrgestellnummer" may go on.
    if !is_whole_word(text, at) || word > 3 && text.after(at, 3).eq_ignore_ascii_case("vin") {
        return None;
    }
    let shape = |place: usize| {
        let vin = text.bytes.get(place..place + LENGTH)?;
        let digits = vin.iter().filter(|byte| byte.is_ascii_digit()).count();
        let letters = vin.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
        let possible =
            alone(text, place) && digits >= 2 && letters >= 2 && vin.iter().all(|byte| is_vin_letter(*byte));
        // Where the check digit is law it must hold: in North America and China.
        let upper = vin.to_ascii_uppercase();
        let checked = upper.first().is_some_and(|region| matches!(region, b'1'..=b'5' | b'L'));
        (possible && (!checked || check_holds(&upper))).then_some(place..place + LENGTH)
    };
    Some(Found { range: beside(text, at, shape)?, validated: false })
}
