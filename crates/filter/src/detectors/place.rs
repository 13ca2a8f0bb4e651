//! Where something is: coordinates and postal codes, beside a word that says so. It must not know names of places.

use std::ops::Range;

use super::labelled::{beside, is_whole_word};
use super::{Candidate, Detector, Find, Found, Trigger, begins_alone};
use crate::finding::Class;
use crate::kinds::{Kind, kind};
use crate::text::Text;
use crate::words::Vocabulary;

static COORDINATES: Kind = kind("coordinates", "coordinates", Class::Location);

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &COORDINATES,
        trigger: Trigger::Words(&[
            "coordinate",
            "latitude",
            "gps",
            "geo:",
            "latlng",
            "lat/l",
            "lat:",
            "lat=",
            "\"lat\"",
            "koordinaten",
            "coordonnées",
            "coordenadas",
        ]),
        find: Find::Code(pair),
        context: &[],
        fires: &[
            "coordinates 59.91387, 10.75225",
            "geo:59.9139,10.7522",
            "gps -33.8688 151.2093",
            "lat: 59.9139, lng: 10.7522",
        ],
        silent: &[
            "gps firmware 2.1, 3.4",
            "latitude 59.9139",
            "coordinates 99.1234, 10.7522",
            "coordinates are wrong",
            "later 59.9139, 10.7522",
        ],
    },
    Detector {
        kind: &COORDINATES,
        trigger: Trigger::Words(&["°"]),
        find: Find::Code(degrees),
        context: &[],
        fires: &["59°54'50\"N 10°45'8\"E", "59.9139° N, 10.7522° E"],
        silent: &["20°C and 30°C", "turn 90° left", "59°54'50\"N only"],
    },
    Detector {
        kind: &kind("postal_code", "postcode", Class::Location),
        trigger: Trigger::Words(&[
            "postal code",
            "postcode",
            "post code",
            "zip code",
            "zipcode",
            "zip:",
            "plz",
            "postleitzahl",
            "code postal",
            "código postal",
            "pin code",
            "pincode",
            "cep ",
        ]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: concat!(
                r"(?-u)^(?i:postal code|post ?code|zip ?code|zip|plz|postleitzahl|code postal|c\xC3\xB3digo postal|pin ?code|cep)",
                r"[ ]*(?:[:=#]|(?i:is|ist|est|es|was)[ ])?[ ]*",
                r"([0-9]{3} ?[0-9]{3}|[0-9]{5}(?:-[0-9]{3,4})?|[0-9]{4}(?: ?[A-Z]{2})?|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9])",
            ),
            reach: 48,
            check: postal,
        },
        context: &[],
        fires: &["zip code 99501-0001", "PIN code 560034, Bengaluru", "CEP 99084-120", "code postal: 75011"],
        silent: &[
            "the zip code finder is slow",
            "zip code 123456789",
            "PLZ 990841x",
            "postcode lottery 2019",
        ],
    },
];

/// A decimal with at least three places, within limits: its value and where it ends.
fn decimal(text: Text<'_>, at: usize) -> Option<(f64, usize)> {
    let start = at - usize::from(text.before(at, 1) == b'-');
    let len = text
        .bytes
        .iter()
        .skip(at)
        .take(20)
        .take_while(|byte| byte.is_ascii_digit() || **byte == b'.')
        .count();
    let number = text.piece(start..at + len).trim_end_matches('.');
    let places = number.split_once('.')?.1;
    let fits = places.len() >= 3 && places.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| number.parse().ok()).flatten().map(|value: f64| (value, start + number.len()))
}

fn pair(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let shape = |place: usize| -> Option<Range<usize>> {
        let (latitude, end) = decimal(text, place)?;
        let gap = text.after(end, 24);
        let next = end + gap.find(|next: char| next.is_ascii_digit())?;
        let between = text.piece(end..next).trim_end_matches('-');
        let joined = between.chars().all(|sign| sign.is_ascii_alphabetic() || " ,;:=\"°\n".contains(sign))
            && !between.is_empty();
        let (longitude, end) = decimal(text, next)?;
        let start = place - usize::from(text.before(place, 1) == b'-');
        (joined && latitude.abs() <= 90.0 && longitude.abs() <= 180.0).then_some(start..end)
    };
    let range = is_whole_word(text, at).then(|| beside(text, at, shape)).flatten()?;
    Some(Found { range, validated: false })
}

/// Two angles with their directions: 59°54'50"N 10°45'8"E.
fn degrees(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let is_angle = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'-');
    let digits = text.bytes.get(..at)?.iter().rev().take(12).take_while(|byte| is_angle(byte)).count();
    let start = at - digits;
    let rest = text.after(at, 48);
    let first = rest.find(['N', 'S'])?;
    let second = rest.find(['E', 'W', 'O']).filter(|second| *second > first + 2)?;
    let plain = |piece: &str| piece.chars().all(|sign| sign.is_ascii_digit() || " .,'\"°′″-".contains(sign));
    let holds = digits > 0
        && plain(rest.get(..first)?)
        && plain(rest.get(first + 1..second)?)
        && rest.get(first..second)?.contains('°')
        && !rest.get(second + 1..)?.starts_with(|next: char| next.is_ascii_alphabetic());
    holds.then_some(Found { range: start..at + second + 1, validated: false })
}

fn postal(candidate: &Candidate<'_>) -> Option<Found> {
    let after = candidate.text.byte(candidate.value.end);
    let ends = !after.is_ascii_alphanumeric() && !matches!(after, b'_' | b'.')
        || after == b'.' && !candidate.text.byte(candidate.value.end + 1).is_ascii_digit();
    ends.then(|| Found { range: candidate.value.clone(), validated: false })
}
