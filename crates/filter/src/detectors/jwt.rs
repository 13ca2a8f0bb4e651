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
        // {"typ":"JWT"} names no algorithm
        concat!("eyJ0eXAiOiJKV1QifQ", ".eyJzdWIiOiJrZWVwc2FrZSJ9", ".q3Vt9LmXw2Zs7Bn5Kc8Rd1"),
        concat!("eyJhbGciOi!!!", ".eyJzdWIiOiJrZWVwc2FrZSJ9"),
        "the version of the jwt library is 9.0.2",
    ],
}];

fn header(candidate: &Candidate<'_>) -> Option<Found> {
    let header = base64(candidate.value().as_bytes())?;
    let header: serde_json::Value = serde_json::from_slice(&header).ok()?;
    header.get("alg")?.is_string().then(|| Found { range: candidate.whole.clone(), validated: true })
}
