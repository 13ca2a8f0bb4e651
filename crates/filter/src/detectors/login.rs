//! Passwords that stand beside a name where programs look for both: in an address (`https://user:…@host`), in a Basic header, in
//! an SQL statement.

use super::password_proof::weigh;
use super::secret_value::is_issued;
use super::value::{Looks, is_stand_in};
use super::{Candidate, Detector, Find, Found, Trigger, anywhere, begins_alone, quoted_or_bare};
use crate::decode::base64;
use crate::kinds;
use crate::text::Text;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&["identified by", "identified with"]),
        find: Find::Pattern {
            guard: anywhere,
            pattern: concat!(
                r"(?-u)^(?i:identified (?:with [^\s]{1,40} )?(?:by|as) (?:password )?)",
                quoted_or_bare!()
            ),
            reach: 280,
            check: in_statement,
        },
        context: &[],
        fires: &[
            "CREATE USER rolf IDENTIFIED BY 'Kiefer12'",
            "ALTER USER rolf IDENTIFIED WITH native BY \"gl4cier!\";",
        ],
        silent: &[
            "a bird identified by its song",
            "identified by 'Merlin'",
            "IDENTIFIED BY '${PASS}'",
            "identified with 4 markers",
        ],
    },
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&["basic "]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r"(?-u)^(?i:basic) +([A-Za-z0-9+/_-]{8,400}={0,2})",
            reach: 420,
            check: basic,
        },
        context: &[],
        // rolf:gl4cier! and, silent, "a basic sentence" without a colon
        fires: &["Authorization: Basic cm9sZjpnbDRjaWVyIQ=="],
        silent: &[
            "Basic YSBiYXNpYyBzZW50ZW5jZQ==",
            "basic understanding of birds",
            "Authorization: Basic <credentials>",
        ],
    },
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&["://"]),
        find: Find::Pattern {
            guard: after_scheme,
            pattern: r#"(?-u)^://[^\s/?#@:"'<>]{0,100}:([^\s/?#"'<>]{1,200})@[A-Za-z0-9\[_]"#,
            reach: 320,
            check: in_address,
        },
        context: &[],
        fires: &[
            "https://rolf:gl4cier!@db.tide.example/x",
            "postgres://app:n0rthern@localhost:5432/main",
            "redis://:kestrel7@cache:6379",
        ],
        silent: &[
            "https://tide.example:8080/@rolf",
            "https://${USER}:${PASS}@tide.example",
            "https://<user>:<password>@tide.example",
            "https://user:password@tide.example",
            "https://rolf@tide.example",
            "see https://tide.example: mail rolf@tide.example",
        ],
    },
    Detector {
        kind: &kinds::GENERIC_SECRET,
        trigger: Trigger::Words(&["://"]),
        find: Find::Pattern {
            guard: after_scheme,
            pattern: r"(?-u)^://([A-Za-z0-9_~.-]{16,200})@[A-Za-z0-9\[]",
            reach: 240,
            check: token_in_address,
        },
        context: &[],
        fires: &[concat!("git clone https://", "h4kq9wz2r7mt1ch4kq9w@git.tide.example/log")],
        silent: &[
            "https://rolf.vandermeer.the.second@tide.example",
            "https://tide.example/@h4kq9wz2r7mt1ch4kq9w",
        ],
    },
];

/// A token in the place of a name: `https://token@host`.
fn token_in_address(candidate: &Candidate<'_>) -> Option<Found> {
    is_issued(candidate.value(), 16).then(|| Found { range: candidate.value.clone(), validated: false })
}

/// A guard: an address's scheme ends here.
fn after_scheme(text: Text<'_>, at: usize) -> bool {
    text.before(at, 1).is_ascii_alphanumeric()
}

/// `IDENTIFIED BY …` is SQL, but also how birds are told apart: only what no sentence says.
fn in_statement(candidate: &Candidate<'_>) -> Option<Found> {
    let (range, looks, _) = weigh(candidate);
    (looks == Looks::Strong).then_some(Found { range, validated: false })
}

/// The Basic scheme (RFC 7617): a name, a colon and a password in base64.
fn basic(candidate: &Candidate<'_>) -> Option<Found> {
    let login = String::from_utf8(base64(candidate.value().trim_end_matches('=').as_bytes())?).ok()?;
    let readable = !login.chars().any(char::is_control);
    (readable && login.contains(':')).then(|| Found { range: candidate.value.clone(), validated: true })
}

/// A user, a colon, a password; templates and the words that stand in for one are left. Samples of web addresses say
/// "password"; where a database or a queue listens, people do set it.
fn in_address(candidate: &Candidate<'_>) -> Option<Found> {
    let value = candidate.value();
    let named = value.contains('_') && value.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    let scheme = candidate
        .text
        .piece(candidate.whole.start.saturating_sub(5)..candidate.whole.start)
        .to_ascii_lowercase();
    let web = scheme.ends_with("http") || scheme.ends_with("https");
    let weak = matches!(value, "pass" | "secret") || !web && value == "password";
    // `host:port@…` is no login.
    let name = candidate.text.piece(candidate.whole.start + 3..candidate.value.start);
    let port = value.len() <= 5
        && value.bytes().all(|byte| byte.is_ascii_digit())
        && (name.contains('.') || name == "localhost:");
    let real = value.len() >= 4 && !named && !port && (weak || !is_stand_in(value));
    // The name goes with it: services that take a token take it as either.
    real.then(|| Found { range: candidate.whole.start + 3..candidate.value.end, validated: false })
}
