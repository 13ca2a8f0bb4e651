//! Numbers of telephones and of the cards in them: IMEI (3GPP TS 23.003), ICCID (ITU-T E.118), IMSI (ITU-T E.212).

use super::labelled::{beside, grouped_digits, is_whole_word};
use super::{Detector, Find, Found, Trigger};
use crate::checksum::luhn_holds;
use crate::finding::Class;
use crate::kinds::kind;
use crate::text::Text;
use crate::words::Vocabulary;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("imei", "telephone's serial number (IMEI)", Class::Device).tagged("IMEI"),
        trigger: Trigger::Words(&["imei"]),
        find: Find::Code(imei),
        context: &[],
        fires: &["IMEI: 356938035643809", "imei1 35-693803-564380-9", "356938035643809 is the IMEI"],
        silent: &[
            "IMEI: 356938035643808",
            "IMEI 35693803564380",
            "dial *#06# for the IMEI",
            "IMEI 000000000000000",
        ],
    },
    Detector {
        kind: &kind("iccid", "SIM card number", Class::Device),
        trigger: Trigger::Words(&["iccid", "sim card", "sim number", "sim no", "sim-karte", "esim"]),
        find: Find::Code(iccid),
        context: &[],
        fires: &["ICCID 8944500102198304826", "SIM card 8991 1012 0000 3204 514"],
        silent: &["ICCID 8944500102198304827", "sim card 8944", "simulation card 8944500102198304826x"],
    },
    Detector {
        kind: &kind("imsi", "mobile subscriber number (IMSI)", Class::Device).tagged("IMSI"),
        trigger: Trigger::Words(&["imsi"]),
        find: Find::Code(imsi),
        context: &[],
        fires: &["IMSI 262011234567890"],
        silent: &["IMSI 162011234567890", "IMSI 26201123456789012", "the imsi catcher"],
    },
];

fn imei(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    digits_beside(text, at, |digits| digits.len() == 15 && luhn_holds(digits))
}

fn iccid(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    digits_beside(text, at, |digits| {
        matches!(digits.len(), 19 | 20) && digits.starts_with(b"89") && luhn_holds(digits)
    })
}

/// The country comes first: 2 to 7 are the continents. There is no check digit.
fn imsi(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    digits_beside(text, at, |digits| {
        matches!(digits.len(), 14 | 15) && digits.first().is_some_and(|first| (b'2'..=b'7').contains(first))
    })
    .map(|found| Found { validated: false, ..found })
}

fn digits_beside(text: Text<'_>, at: usize, holds: fn(&[u8]) -> bool) -> Option<Found> {
    let shape = |place: usize| {
        let (digits, end) = grouped_digits(text, place, 20)?;
        let one_digit = digits.iter().all(|digit| digits.first() == Some(digit));
        (!one_digit && holds(&digits)).then_some(place..end)
    };
    let range = is_whole_word(text, at).then(|| beside(text, at, shape)).flatten()?;
    Some(Found { range, validated: true })
}
