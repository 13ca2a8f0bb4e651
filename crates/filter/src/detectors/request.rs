//! Credentials in requests as people paste them: authorization headers (RFC 9110, section 11) and `curl -u`. It must not know
//! whose they are; the Basic scheme is in `login`.

use super::token::{is_mixed, secret};
use super::value::{Looks, is_stand_in, looks};
use super::{Candidate, Detector, Find, Found, Trigger, anywhere, begins_alone};
use crate::kinds;
use crate::text::Text;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &secret("access_token", "access token"),
        trigger: Trigger::Words(&["bearer "]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r"(?-u)^(?i:bearer):? {1,4}([A-Za-z0-9_][A-Za-z0-9._~+/|:-]{15,}={0,2})",
            reach: 4096,
            check: opaque,
        },
        context: &[],
        fires: &[
            "Authorization: Bearer 7c1e5b20f94d4a7f8e3b6d2c9a0f1e58",
            "-H 'authorization: bearer Jx4_vQ9mLr2Zt7Kw1Ns8Pd3B'",
        ],
        silent: &[
            "the bearer of this letter is a friend",
            "Authorization: Bearer $ACCESS_TOKEN_FROM_ENV",
            "Bearer your-access-token-goes-here",
        ],
    },
    Detector {
        kind: &secret("access_token", "access token"),
        trigger: Trigger::Words(&["authorization"]),
        find: Find::Pattern {
            guard: header,
            pattern: r#"(?-u)^(?i:authorization)["']? ?[:=] {0,3}["']?(?:(?i:token|api[-_]?token|api[-_]?key|key|apikey-v1|ntlm|negotiate|digest|bot|oauth|ssws|klaviyo-api-key|genie-?key) +)?([A-Za-z0-9_][A-Za-z0-9._~+/|@-]{7,}[A-Za-z0-9~+/._|@=-]{0,2})"#,
            reach: 2200,
            check: opaque,
        },
        context: &[],
        fires: &["Authorization: Token 5f2c8e71b9d04a36", "authorization: NTLM QmVyZ1NlZTIwMjZXYWxkSGF1cw=="],
        silent: &[
            "Authorization: required",
            "authorization: see the manual of the service",
            "Authorization: Token xxxxxxxxxxxxxxxx",
        ],
    },
    Detector {
        kind: &secret("access_token", "access token"),
        trigger: Trigger::Words(&[
            "api-key",
            "api-token",
            "auth-token",
            "private-token",
            "access-token",
            "job-token",
            "deploy-token",
        ]),
        find: Find::Pattern {
            guard: header,
            pattern: r#"(?-u)^[A-Za-z]{3,7}-[A-Za-z]{3,5}["']? ?: {0,3}["']?([A-Za-z0-9_][A-Za-z0-9._~+/|@-]{7,}={0,2})"#,
            reach: 2200,
            check: opaque,
        },
        context: &[],
        fires: &["curl -H 'X-Api-Key: 9fK2mQ7xT4'", "PRIVATE-TOKEN: kq81-ZxVb_nM3"],
        silent: &["the api-key: see the page of settings", "X-Api-Key: xxxxxxxxxx", "api-keys are long"],
    },
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&["curl"]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r#"(?-u)^curl\b(?:[^\r\n]|\\\r?\n)*?\s(?:-u|--user|--proxy-user)(?:=|[ \t]{0,5})("[^"\r\n]{3,200}"(?::"[^"\r\n]{1,200}")?|'[^'\r\n]{3,200}'(?::'[^'\r\n]{1,200}')?|[^\s"'<:]{1,100}:[^\s"'<]{3,100})"#,
            reach: 1000,
            check: user,
        },
        context: &[],
        fires: &[
            "curl -s -u rolf:Kiefer#12 https://hut.example/files",
            "curl -X POST --user 'rolf:gl4cier!' \\\n  https://hut.example",
            "curl --user \"t0kenAlone77:\" https://hut.example",
        ],
        silent: &[
            "curl -u \"$USER:$PASS\" https://hut.example",
            "curl -u <user:password> https://hut.example",
            "curl -u user:password https://hut.example",
            "curl --user rolf https://hut.example",
            "they curl up under the user's desk",
        ],
    },
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&["userpwd", "basicauth(", "auth=(", "auth = ("]),
        find: Find::Pattern {
            guard: anywhere,
            pattern: r#"(?-u)^(?i:userpwd["']?[ \t]*(?:,|=>?|:)[ \t]*|[a-z]*auth[ \t]*(?:=[ \t]*)?\([ \t]*)(?:"([^"\r\n]{1,100}:[^"\r\n]{3,100})"|'([^'\r\n]{1,100}:[^'\r\n]{3,100})'|["'][^"'\r\n]{1,100}["'][ \t]*,[ \t]*["']([^"'\r\n]{4,100})["'])"#,
            reach: 260,
            check: login,
        },
        context: &[],
        fires: &[
            "curl_setopt($ch, CURLOPT_USERPWD, \"rolf:gl4cier9\");",
            "requests.get(address, auth=('rolf', 'gl4cier9'))",
            "auth = HTTPBasicAuth(\"rolf\", \"gl4cier9\")",
        ],
        silent: &[
            "curl_setopt($ch, CURLOPT_USERPWD, \"$user:$password\");",
            "auth=('user', 'password')",
            "HTTPBasicAuth(\"rolf\", \"<your password>\")",
            "auth=(\"rolf\", \"${PASSWORD}\")",
        ],
    },
];

/// What stands in a program where a name and a password belong, together or apart.
fn login(candidate: &Candidate<'_>) -> Option<Found> {
    let value = candidate.value();
    let password = value.split_once(':').map_or(value, |(_, password)| password);
    (looks(password) == Looks::Strong).then(|| Found { range: candidate.value.clone(), validated: false })
}

/// A guard: a header's name ends here and a value follows, or something else does.
fn header(text: Text<'_>, at: usize) -> bool {
    !text.before(at, 1).is_ascii_alphanumeric()
}

fn opaque(candidate: &Candidate<'_>) -> Option<Found> {
    let value = candidate.value();
    let ends = !candidate.text.byte(candidate.value.end).is_ascii_alphanumeric();
    (ends && is_mixed(value.as_bytes()) && !is_stand_in(value))
        .then(|| Found { range: candidate.value.clone(), validated: false })
}

/// A name and a password, or a key alone in the place of either; templates and the words of manuals are left.
fn user(candidate: &Candidate<'_>) -> Option<Found> {
    let value = candidate.value();
    let plain: String = value.chars().filter(|character| !matches!(character, '"' | '\'')).collect();
    let (name, password) = plain.split_once(':')?;
    let told = if password.is_empty() { name } else { password };
    let is_template = told.starts_with(['$', '<', '[']) || told.contains("${") || told.contains("{{");
    let is_word = OF_MANUALS.iter().any(|word| told.to_ascii_lowercase().starts_with(word));
    let is_written = told.len() >= 3 && (!is_stand_in(told) || is_mixed(told.as_bytes()));
    (is_written && !is_template && !is_word)
        .then(|| Found { range: candidate.value.clone(), validated: false })
}

/// What manuals write where a password belongs.
const OF_MANUALS: [&str; 7] = ["pass", "pwd", "test", "token", "changeme", "changeit", "secret"];
