//! Keys that go in the query of an address under a name that says nothing of a key (`?code=`, `?appid=`). It must not know names
//! of secrets (see `generic_secret`).

use super::joint::token_end;
use super::secret_value::is_issued;
use super::token::secret;
use super::{Candidate, Detector, Find, Found, Trigger, anywhere};

pub(super) static ROWS: &[Detector] = &[Detector {
    kind: &secret("query_key", "key in an address"),
    trigger: Trigger::Words(&[
        "?appid=",
        "&appid=",
        "?app_id=",
        "&app_id=",
        "?code=",
        "&code=",
        "?wskey=",
        "&wskey=",
        "?ak=",
        "&ak=",
        "?subscription-key=",
        "&subscription-key=",
        "?apid=",
        "&apid=",
    ]),
    find: Find::Pattern {
        guard: anywhere,
        pattern: r"(?-u)^[?&](?i:app_?id|code|wskey|ak|apid|subscription-key)=([A-Za-z0-9_~.+/%-]{16,120}={0,2})",
        reach: 160,
        check: issued,
    },
    context: &[],
    fires: &[
        concat!("https://tide.example/data/2.5/weather?q=Bern&appid=", "7c1f09b2e85d4a367c1f09b2e85d4a36"),
        concat!("https://tide.azurewebsites.net/api/Backup?code=", "q8Wz2r7Mt1ch4kK7Lm2Vb9Lp-R4sW=="),
    ],
    silent: &[
        "https://tide.example/?code=switzerland-and-liechtenstein",
        "https://tide.example/?appid=tide-weather-app",
        "https://tide.example/?code=404",
        "https://tide.example/?appid=${APP_ID_OF_THE_WEATHER}",
    ],
}];

fn issued(candidate: &Candidate<'_>) -> Option<Found> {
    let end = if candidate.value().ends_with('=') {
        candidate.value.end
    } else {
        token_end(candidate.text, candidate.value.end)
    };
    is_issued(candidate.value(), 16).then_some(Found { range: candidate.value.start..end, validated: false })
}
