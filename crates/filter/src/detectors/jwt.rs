//! JSON Web Tokens (RFC 7519): proved by a header that parses and names an algorithm.

use super::{Candidate, Detector, Find, Found, Trigger, begins_alone};
use crate::decode::base64;
use crate::kinds;

pub(super) static ROWS: &[Detector] = &[Detector {
    kind: &kinds::JWT,
    trigger: Trigger::Words(&["eyJ"]),
    find: Find::Pattern {
        guard: begins_alone,
        pattern: r"(?-u)^(eyJ[A-Za-z0-9_-]{10,4000})\.[A-Za-z0-9_-]{2,}(?:\.[A-Za-z0-9_-]*){0,3}",
        reach: 16384,
        check: header,
    },
    context: &[],
    fires: &[
        // {"alg":"HS384","typ":"JWT"} . {"sub":"keepsake"} . made up
        concat!(
            "Bearer eyJhbGciOiJIUzM4NCIsInR5cCI6IkpXVCJ9",
            ".eyJzdWIiOiJrZWVwc2FrZSJ9",
            ".q3Vt9LmXw2Zs7Bn5Kc8Rd1Yf4Hg6Jp0A"
        ),
        concat!("eyJhbGciOiJub25lIn0", ".eyJzdWIiOiJrZWVwc2FrZSJ9", "."),
    ],
    silent: &[
        "eyJhbGciOiJIUzM4NCIsInR5cCI6IkpXVCJ9 alone is no token",
        // {"typ":"JWT"} names no algorithm, and nothing signs it
        concat!("eyJ0eXAiOiJKV1QifQ", ".eyJzdWIiOiJrZWVwc2FrZSJ9"),
        concat!("eyJ0eXAiOiJKV1QifQ", ".the.rest.is.prose"),
        concat!("eyJhbGciOi!!!", ".eyJzdWIiOiJrZWVwc2FrZSJ9"),
        "the version of the jwt library is 9.0.2",
    ],
}];

/// A header that names an algorithm proves a token. One that does not read as JSON, because it was cut or altered, is taken for
/// one where payload and signature follow in their usual form.
fn header(candidate: &Candidate<'_>) -> Option<Found> {
    let found = |validated| Found { range: candidate.whole.clone(), validated };
    let parsed = base64(candidate.value().as_bytes())
        .and_then(|header| serde_json::from_slice::<serde_json::Value>(&header).ok());
    if parsed.is_some_and(|header| header.get("alg").is_some_and(serde_json::Value::is_string)) {
        return Some(found(true));
    }
    let mut parts = candidate.text.piece(candidate.whole.clone()).split('.');
    let (header, payload, signature) = (parts.next()?, parts.next()?, parts.next()?);
    (header.len() >= 17 && payload.starts_with("ey") && payload.len() >= 17 && signature.len() >= 10)
        .then(|| found(false))
}
