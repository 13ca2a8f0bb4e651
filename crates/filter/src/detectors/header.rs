//! What a client sends to be let in: an Authorization header of any scheme (RFC 9110), a bearer token, a login given to curl.
//! It must not know which service it is for.

use super::joint::token_end;
use super::secret_value::{is_issued, is_plausible};
use super::token::secret;
use super::value::{Looks, is_stand_in, looks};
use super::{Candidate, Detector, Find, Found, Trigger, begins_alone};
use crate::kinds;
use crate::text::Text;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &secret("access_token", "access token"),
        trigger: Trigger::Words(&["authorization"]),
        find: Find::Pattern {
            guard: is_header,
            pattern: concat!(
                r#"(?-u)^(?i:authorization)\\?["'`]?[ \t]*[:=,]{1,2}[ \t]*\\?["'`]?"#,
                r#"(?:[A-Za-z][A-Za-z0-9_-]{2,20}[ \t]+)?([^\s"'`,;<>\\]{8,160})"#
            ),
            reach: 260,
            check: authorization,
        },
        context: &[],
        fires: &[
            concat!("Authorization: Bearer ", "h4kq9wz2r7mt1c"),
            concat!("-H \"Authorization: Api-Token ", "7c1f09b2e85d4a367c1f09b2\""),
            concat!("'Authorization': 'Token ", "Kx7Qm2Vb9LpR4sWn'"),
            concat!("authorization: tide~", "bRkFnzd5-.a+/hgdS2"),
        ],
        silent: &[
            "Authorization: Bearer $API_KEY",
            "Authorization: Bearer <token>",
            "Authorization: Bearer $(tide print-token)",
            "Authorization: Basic ...",
            "Authorization: required for members",
            "authorization of the works in 2024",
        ],
    },
    Detector {
        kind: &secret("access_token", "access token"),
        trigger: Trigger::Words(&["bearer "]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r"(?-u)^(?i:bearer) +([A-Za-z0-9_~+/.=-]{16,160})",
            reach: 260,
            check: issued,
        },
        context: &[],
        fires: &[concat!("it sends bearer ", "7c1f09b2e85d4a367c1f09b2")],
        silent: &[
            "the bearer of bad news",
            "Bearer authentication-and-authorisation",
            "bearer YOUR_TOKEN_4x8k2_HERE",
        ],
    },
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&["-u", "--user", "--proxy-user"]),
        find: Find::Pattern {
            guard: is_option,
            pattern: concat!(
                r#"(?-u)^(?:--proxy-user|--user|-u)[ =]*"#,
                r#"(?:"([^"\n]{1,100}":"[^"\n]{1,100})"|"([^"\n]{2,160})"|'([^'\n]{2,160})'|([^\s"'<>]{3,160}))"#
            ),
            reach: 260,
            check: login,
        },
        context: &[],
        fires: &[
            "curl -u rolf:gl4cier! https://tide.example",
            "curl -s --user 'rolf:Kiefer#12' https://tide.example",
            concat!("curl -u \"", "h4kq9wz2r7mt1c:\" https://tide.example"),
        ],
        silent: &[
            "curl -u user:pass https://tide.example",
            "curl --user \"$NAME:$PASSWORD\" https://tide.example",
            "curl -u \"rolf\" https://tide.example",
            "curl --user neo4j:[PASSWORD] https://tide.example",
            "curl -u ${name}:${secret} https://tide.example",
            "docker run -u 1000:1000 tide",
            "a follow-up at 10:30",
        ],
    },
];

/// A guard: a sign follows the word within a quote and a blank.
fn is_header(text: Text<'_>, at: usize) -> bool {
    let sign = |byte: u8| matches!(byte, b':' | b'=' | b',');
    (13..17).any(|step| sign(text.byte(at + step)))
}

/// A guard: an option of a command begins here, and the command is one that logs in over HTTP.
fn is_option(text: Text<'_>, at: usize) -> bool {
    if !matches!(text.before(at, 1), b' ' | b'\t' | b'"' | b'\'' | b'\n') {
        return false;
    }
    let line = text.piece(at.saturating_sub(240)..at);
    ["curl", "http ", "https ", "wget"].iter().any(|command| line.contains(command))
}

fn authorization(candidate: &Candidate<'_>) -> Option<Found> {
    let value = candidate.value();
    (is_issued(value, 8) || is_plausible(value))
        .then(|| Found { range: candidate.value.clone(), validated: false })
}

fn issued(candidate: &Candidate<'_>) -> Option<Found> {
    is_issued(candidate.value(), 16).then(|| to_its_end(candidate))
}

/// The whole token, of which the pattern looks at the beginning.
fn to_its_end(candidate: &Candidate<'_>) -> Found {
    Found { range: candidate.value.start..token_end(candidate.text, candidate.value.end), validated: false }
}

/// A name and a password that are both there; a key given as the name needs none.
fn login(candidate: &Candidate<'_>) -> Option<Found> {
    const SAMPLES: &[&str] =
        &["password", "passwd", "pass", "secret", "token", "apikey", "api_key", "user", "username"];
    let value = candidate.value();
    let (name, password) = value.split_once(':')?;
    let bare = |part: &str| part.trim_matches(['"', '{', '}', ' ']).to_owned();
    let (name, password) = (bare(name), bare(password));
    let filled = |part: &str| {
        !part.starts_with(['$', '<', '[', '%', '('])
            && !is_stand_in(part)
            && !SAMPLES.contains(&part.to_lowercase().as_str())
    };
    let numbers = value.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    let real = if password.is_empty() {
        is_issued(&name, 8) || looks(&name) == Looks::Strong && name.len() >= 12
    } else {
        password.len() >= 4 && filled(&password) && !value.contains("${") && !value.contains("{{")
    };
    (real && !numbers && !name.is_empty()).then(|| Found { range: candidate.value.clone(), validated: false })
}
