//! AWS access keys: the id by its form, the secret by what stands near it.

use super::{Candidate, Detector, Find, Found, Trigger, begins_alone};
use crate::kinds;
use crate::text::Text;
use crate::words::Vocabulary;

/// A secret key is this long, in the base64 alphabet. Source: AWS, "Manage access keys for IAM users".
const SECRET_LENGTH: usize = 40;
/// How far from the word or the id that announces it a secret key may stand.
const SECRET_REACH: usize = 160;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kinds::AWS_ACCESS_KEY,
        trigger: Trigger::Words(&["AKIA", "ASIA", "ABIA", "ACCA", "A3T"]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r"(?-u)^(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}",
            reach: 24,
            check: key_id,
        },
        context: &[],
        fires: &[
            concat!("the bucket's key is AKIA", "Q7RZ2MWX4KVB3JHN"),
            concat!("export AWS_ACCESS_KEY_ID=ASIA", "5TGB6YHN7UJM2WSX"),
        ],
        silent: &[
            concat!("AKIA", "Q7RZ2MWX4EXAMPLE is made for a manual"),
            concat!("AKIA", "Q7RZ2MWX4KVB3JHNXX"),
            concat!("XAKIA", "Q7RZ2MWX4KVB3JHN"),
            concat!("akia", "q7rz2mwx4kvb3jhn"),
            "ASIA and the rest of the world",
        ],
    },
    Detector {
        kind: &kinds::AWS_ACCESS_KEY,
        trigger: Trigger::Words(&[
            "aws",
            "secret_access_key",
            "secretaccesskey",
            "secret access key",
            "secret key",
            "AKIA",
            "ASIA",
        ]),
        find: Find::Code(secret),
        context: &[],
        fires: &[
            concat!("aws_secret_access_key = 7Hq/pT2vLx9Rz4Wm", "Bn6Kc8Yd1Fg3Js5AeUiOqZtX"),
            concat!("AKIA", "Q7RZ2MWX4KVB3JHN,", "w3E5r7T9y1U3i5O7/4kTq9VnZ2mX", "b7RsWc1YpLdH"),
            concat!("{\"SecretAccessKey\": \"Zx81mQpW72nRtY5uVbC3", "kLsD9fGhJ4aE6oIw+Qa2\"}"),
        ],
        silent: &[
            "aws commit 3f786850e387550fdab836ed7e6dc881de23001b",
            concat!("aws_secret_access_key = 7Hq/pT2vLx9Rz4WmBn6Kc8Yd1F", "g3JsAEXAMPLEKEY"),
            "the secret access key is rotated every ninety days by the platform team",
            concat!("7Hq/pT2vLx9Rz4Wm", "Bn6Kc8Yd1Fg3Js5AeUiOqZtX without a word about what it is"),
        ],
    },
];

fn key_id(candidate: &Candidate<'_>) -> Option<Found> {
    let (text, range) = (candidate.text, &candidate.whole);
    let alone = !text.byte(range.end).is_ascii_alphanumeric();
    // AWS ends the ids of its manuals so; they open nothing.
    (alone && !candidate.value().ends_with("EXAMPLE") && !candidate.value().contains("XXXXX"))
        .then(|| Found { range: range.clone(), validated: false })
}

/// The first run of forty after the word; around a key id also the last one before it.
fn secret(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let range = runs(text, at, at + SECRET_REACH).or_else(|| {
        let id = text.bytes.get(at..at + 4).is_some_and(|word| word == b"AKIA" || word == b"ASIA");
        id.then(|| runs(text, at.saturating_sub(SECRET_REACH), at)).flatten()
    })?;
    Some(Found { range, validated: false })
}

fn runs(text: Text<'_>, from: usize, to: usize) -> Option<std::ops::Range<usize>> {
    let belongs = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'+');
    let mut at = from;
    while at < to.min(text.bytes.len()) {
        let len =
            text.bytes.iter().skip(at).take(SECRET_LENGTH + 1).take_while(|byte| belongs(**byte)).count();
        let range = at..at + len;
        if len == SECRET_LENGTH && !belongs(text.before(at, 1)) && is_random(text.piece(range.clone())) {
            return Some(range);
        }
        at += len.max(1);
    }
    None
}

/// Capitals, small letters and digits in fair number: not a path, not a hash, not words.
fn is_random(run: &str) -> bool {
    let count = |belongs: fn(&u8) -> bool| run.bytes().filter(belongs).count();
    let mixed = count(u8::is_ascii_uppercase) >= 4
        && count(u8::is_ascii_lowercase) >= 4
        && count(u8::is_ascii_digit) >= 1;
    mixed && !run.contains("EXAMPLE")
}
