//! Vehicle identification numbers. Source: ISO 3779; the check digit is that of 49 CFR 565, kept in North America and China.

use super::super::number::{Needs, number};
use super::super::{Detector, Trigger};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("vin", "vehicle identification number", Class::Vehicle).tagged("VIN"),
        trigger: Trigger::Digits,
        find: number(&["*****************"], checked, Needs::Capitals),
        context: &[
            "vin",
            "vehicle identification",
            "chassis",
            "fahrgestellnummer",
            "fahrzeugidentifikationsnummer",
            "fin",
            "telaio",
            "châssis",
            "bastidor",
            "chassi",
            "vehicle",
        ],
        fires: &["1HGCM82693A968566", "VIN 5YJ3E1EA9KF253506"],
        silent: &["the car VIN is 1HGCM82623A499176", "5YJ3E1EA2KF504539", "12345678901234567"],
    },
    Detector {
        kind: &kind("vin", "vehicle identification number", Class::Vehicle).tagged("VIN"),
        trigger: Trigger::Digits,
        find: number(&["*****************"], elsewhere, Needs::Context),
        context: &[
            "vin",
            "vehicle identification",
            "chassis",
            "fahrgestellnummer",
            "fahrzeugidentifikationsnummer",
            "fin",
            "telaio",
            "châssis",
            "bastidor",
            "chassi",
            "vin number",
        ],
        fires: &["Fahrgestellnummer WVWZZZ1KZ8W040718", "VIN: VF1BB05CF40718265"],
        silent: &["part WVWZZZ1KZ8W040718", "VIN WVWZZZ1KZ8W04071I", "VIN XXXXXXXXXXXXXXXXX"],
    },
];

/// Letters as digits, with I, O and Q left out.
fn transliterated(byte: u8) -> Option<u32> {
    let value = match byte {
        b'0'..=b'9' => byte - b'0',
        b'A'..=b'H' => byte - b'A' + 1,
        b'J'..=b'N' => byte - b'J' + 1,
        b'P' => 7,
        b'R' => 9,
        b'S'..=b'Z' => byte - b'S' + 2,
        _ => return None,
    };
    Some(u32::from(value))
}

/// Letters and digits as makers use them: the last four are digits.
fn is_vin(number: &[u8]) -> bool {
    number.iter().all(|byte| transliterated(*byte).is_some())
        && number.iter().filter(|byte| byte.is_ascii_alphabetic()).count() >= 3
        && number.iter().skip(13).all(u8::is_ascii_digit)
}

fn checked(number: &[u8]) -> bool {
    let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let sum: u32 =
        weights.iter().zip(number).map(|(weight, byte)| transliterated(*byte).unwrap_or(0) * weight).sum();
    let check = match sum % 11 {
        10 => b'X',
        digit => b'0' + digit as u8,
    };
    is_vin(number) && number.get(8) == Some(&check)
}

/// Makers outside of North America and China need not keep the check digit.
fn elsewhere(number: &[u8]) -> bool {
    let first = number.first().copied().unwrap_or(0);
    is_vin(number) && first.is_ascii_alphabetic() && first != b'L'
}
