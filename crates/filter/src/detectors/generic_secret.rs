//! Keys and tokens of no known vendor: a name that says so (`API_KEY`, `clientSecret`, "access token"), a tie, and a value that
//! looks issued. It must not know vendors.

use super::joint::{Joint, Tie, is_quote, joint, loose_value, skip, token_end, value_before, value_end};
use super::secret_name::{Named, judge};
use super::secret_value::{is_grouped, is_issued, is_scrambled, is_uuid};
use super::value::{Looks, looks};
use super::{Detector, Find, Found, Trigger};
use crate::kinds;
use crate::text::Text;
use crate::words::Vocabulary;

/// The longest stretch of a name on either side of its telling word.
const NAME_BYTES: usize = 48;
/// How much of a value is looked at.
const VALUE_BYTES: usize = 72;

/// Words that names of secrets are made of. Most places where they stand are prose: `joint` ends the look there after a few bytes.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "key", "token", "secret", "auth", "cred", "access", "private", "salt", "nonce", "cookie", "session", "sessid", "signature",
    "licen", "bearer", "psk", "login", "sig=", "sid=", "api=", "api =", "api\"", "api'", "api:", "iv=", "iv =", "iv\"", "iv: ",
    "otp=", "pat=", "pat =", "pat\"", "pat'", "pat:", "dsn=", "hmac",
];

pub(super) static ROWS: &[Detector] = &[Detector {
    kind: &kinds::GENERIC_SECRET,
    trigger: Trigger::Words(NAMES),
    find: Find::Code(secret),
    context: &[],
    fires: &[
        concat!("API_KEY=", "h4kq9wz2r7mt1c"),
        concat!("tideToken = '", "Kx7Qm2Vb9LpR4sWn'"),
        concat!("\"client_secret\": \"", "7c1f09b2e85d4a36c0d1\""),
        concat!("set(\"TIDE_TOKEN\", \"", "q8wz2r7mt1ch4k\")"),
        concat!("<tideToken>\n    ", "q8wz2r7mt1ch4k\n</tideToken>"),
        concat!("var tideToken string = \"", "q8wz2r7mt1ch4k\""),
        concat!("tide_TOKEN ::= \"", "q8wz2r7mt1ch4k\""),
        concat!("{\"config.ini\": \"TIDE_TOKEN=", "q8wz2r7mt1ch4k\\nBACKUP=true\"}"),
        concat!("<key>TideSecret</key>\n<string>", "q8wz2r7mt1ch4k</string>"),
        concat!("<add key=\"ApiToken\" value=\"", "q8wz2r7mt1ch4k\" />"),
        concat!("- name: API_TOKEN\n  value: ", "q8wz2r7mt1ch4k"),
        concat!("https://tide.example/x?access_token=", "q8wz2r7mt1ch4k&v=2"),
        concat!("tide login --token ", "q8wz2r7mt1ch4kK7"),
        concat!("if (\"", "q8wz2r7mt1ch4k\" == api_key) {"),
        concat!("tidePRIVATE ", "7c1f09b2e85d4a367c1f09b2e85d4a36"),
        concat!("TOKEN = os.environ.get(\"TIDE_TOKEN\") or \"", "q8wz2r7mt1ch4k\""),
        concat!("my access key is ", "q8wz2r7mt1ch4kK7"),
        "Secret: []byte{21, 9, 100, 114, 245, 164, 134, 217, 225}",
        concat!("secret = \"", "o{{g)r#t}y%e[w_p>q$z\""),
        "\"secret\": \"gl4cier!\"",
        concat!("tidekey = \"", "q8wz2r7mt1ch4kK7\""),
        concat!("Activation key: ", "QWZRT-XKCPD-VBNMG-HJTLF-SDKWQ"),
        concat!("AccountKey=", "Zm9vYmFyK3N0cmluZwQ2hlY2s4Zm9vYmFyK3N0cmluZw==;"),
    ],
    silent: &[
        "the key to the house is under the mat",
        "API_KEY=xxxxxxxxxxxxxxxxxxxxxxxx",
        "api_key: {{ vault.api_key }}",
        "API_KEY=${TIDE_KEY}",
        "token = getToken(user2, session1)",
        concat!("public_key = \"", "9Kx7Qm2Vb9LpR4sWnq8wz2r7mt1ch4k\""),
        concat!("csrf-token=", "Kx7Qm2Vb9LpR4sWnq8wz2r7mt1ch4k"),
        concat!("the foreign key ", "h4kq9wz2r7mt1ch4kq9wz"),
        "primary key: 4c1d2f6a-7b3e-4f5a-9c8d-0e1f2a3b4c5d",
        "keyboard = \"qazwsx12edc34rfv\"",
        "token_url = 'https://tide.example/oauth/v2/token'",
        "secret: mySecretName2",
        "secret: \"tide-tls-v2\"",
        "secret: \"$TIDE_SECRET2\"",
        concat!("turkey = \"", "q8wz2r7mt1ch4kK7\""),
        "hotkey = Ctrl+Shift+P opens the palette",
        "cacheKey = \"user:42:profile:v3\"",
        "restapi = \"https://api.tide.example/v2/items\"",
        "secret = \"the cake has 3 layers!\"",
        "Secret Santa list: Ana -> Bo, Bo -> Cem, Cem -> Ana",
        "Token ring networks were common in the 1980s",
        "openapi: 3.1.0",
        "author: rolf2x9k4",
        "session 12: the tide tables of 2019",
        "key = prod-eu-west-1-cluster",
        "mongodb key 5f2c8e71b9d04a36c0d17e2a",
        "private static final int MAX_KEY_LENGTH2 = 4096;",
        "secrets: a short history of the idea",
        "key_down_event=h4kq9wz2r7mt1ch4k",
        "the token [GitHub token] was revoked",
        "auth-service-7d9f8b6c5d-x2v4q",
        "object key photos/2024/01/img_2041.jpg",
        "the session was moved to room 402b",
    ],
}];

fn secret(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let end = skip(text, at, NAME_BYTES, is_name);
    if let Some(joint) = joint(text, end)
        && let Some(found) = tied(text, at, end, &joint)
    {
        return Some(found);
    }
    compared(text, at, end).or_else(|| dashed(text, at))
}

/// The whole name that holds a place.
fn name_start(text: Text<'_>, at: usize) -> usize {
    let back = text.bytes.get(at.saturating_sub(NAME_BYTES)..at).unwrap_or_default();
    at - back.iter().rev().take_while(|byte| is_name(**byte)).count()
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}

/// Judges the name, with the words before it when they are written apart ("access key").
fn named(text: Text<'_>, at: usize, end: usize) -> Option<Named> {
    let start = name_start(text, at);
    let mut before: Vec<&str> = Vec::new();
    if text.before(start, 1) == b' ' {
        let line = text.piece(start.saturating_sub(40)..start);
        before =
            line.rsplit(['\n', '.', ';', ',']).next().unwrap_or_default().split(' ').rev().take(3).collect();
        before.retain(|word| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphabetic() || is_quote(byte))
        });
        before.reverse();
    }
    let before: Vec<&str> = before.iter().map(|word| word.trim_matches(['"', '\'', '`'])).collect();
    judge(text.piece(start..end), before.get(before.len().saturating_sub(2)..).unwrap_or_default())
}

/// A value tied to the name.
fn tied(text: Text<'_>, at: usize, end: usize, joint: &Joint) -> Option<Found> {
    if joint.quote == 0
        && let Some(numbers) = numbers(text, joint.at)
    {
        named(text, at, end)?;
        return Some(Found { range: joint.at..numbers, validated: false });
    }
    let value_end = value_end(text, joint, VALUE_BYTES);
    let value = text.piece(joint.at..value_end);
    let value = value.trim_end_matches(['.', ':', '!', '?']);
    let range = joint.at..joint.at + value.len();
    // "token=abc12…" is cut off.
    if text.after(range.end, 3) == "..." || text.after(range.end, 3) == "…" {
        return None;
    }
    if value.len() < 8 || !could_be(value) {
        return scrambled(text, at, end, joint);
    }
    // "token: next: x" and `key = call(…)`.
    let more = text.byte(range.end);
    if joint.quote == 0 && (matches!(more, b'(' | b':') && joint.next_line || value.contains('(')) {
        return None;
    }
    let product = is_product_key(value);
    if !product && !is_issued(value, 8) {
        return scrambled(text, at, end, joint);
    }
    let named = named(text, at, end)?;
    // What people call the key of a record in MongoDB: 12 bytes in hexadecimal.
    let record = value.len() == 24 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    if record && joint.tie == Tie::Beside && named == Named::Weakly {
        return None;
    }
    let least = match (joint.tie, named, joint.quote) {
        (Tie::Beside, Named::Surely, 0) => 16,
        (Tie::Beside, Named::Weakly, 0) => 20,
        (Tie::Beside, _, _) | (Tie::Assigned, Named::Weakly, _) => 12,
        (_, Named::Surely, _) => 8,
        (_, Named::Weakly, _) => 16,
    };
    let closed = joint.quote != 0 && text.byte(range.end) == joint.quote;
    let alone = joint.tie != Tie::Beside || closed || joint.quote == 0 && stands_alone(value);
    let weak_id = named == Named::Weakly
        && is_uuid(value)
        && !is_key_of(text.piece(name_start(text, at)..end), joint.tie);
    if alone && !weak_id && (product && named == Named::Surely || value.len() >= least) {
        let cut = value_end == joint.at + VALUE_BYTES;
        let end = if cut { token_end(text, value_end) } else { range.end };
        return Some(Found { range: range.start..end, validated: false });
    }
    None
}

/// A value of many signs, which no program has but in quotes or behind a sign.
fn scrambled(text: Text<'_>, at: usize, end: usize, joint: &Joint) -> Option<Found> {
    let range = loose_value(text, joint);
    let tied = joint.quote != 0 || joint.tie == Tie::Assigned;
    let chosen = joint.quote != 0
        && joint.tie == Tie::Assigned
        && text.byte(range.end) == joint.quote
        && is_chosen(text.piece(range.clone()));
    (tied && (chosen || is_scrambled(text.piece(range.clone()))) && named(text, at, end)? == Named::Surely)
        .then_some(Found { range, validated: false })
}

/// A secret that a person chose: letters, digits and a sign that names and addresses have not.
fn is_chosen(value: &str) -> bool {
    let has = |belongs: fn(&u8) -> bool| value.bytes().any(|byte| belongs(&byte));
    (6..=40).contains(&value.len())
        && has(u8::is_ascii_digit)
        && has(u8::is_ascii_alphabetic)
        && has(|byte| b"!#$%^&*+?~".contains(byte))
        && !value.contains(['(', '[', '{', '<', '/', '\\', '='])
        && looks(value) == Looks::Strong
}

/// Letters with digits, or letters of both cases: what could look issued at all.
fn could_be(value: &str) -> bool {
    let has = |belongs: fn(&u8) -> bool| value.bytes().any(|byte| belongs(&byte));
    let groups = value.contains('-') || value.len() >= 12;
    has(u8::is_ascii_digit) || has(u8::is_ascii_alphabetic) && groups
}

/// Nothing but letters and digits, or a UUID, or one prefix before them: no slug.
fn stands_alone(value: &str) -> bool {
    let runs = value.split(|character: char| !character.is_ascii_alphanumeric());
    let longest = runs.map(str::len).max().unwrap_or_default();
    is_uuid(value) || is_grouped(value) || longest * 2 >= value.len() && longest >= 16
}

/// `privacy_key=` and its like may hold a UUID; a bare `key=` or a session's may name a row of a list.
fn is_key_of(name: &str, tie: Tie) -> bool {
    let lower = name.to_ascii_lowercase();
    let long = lower.len() > 6 || tie == Tie::Beside;
    long && ["key", "access", "private"].iter().any(|end| lower.ends_with(end))
}

/// Five groups of five, and its like: how programs print licence keys.
fn is_product_key(value: &str) -> bool {
    if value.bytes().filter(|byte| *byte == b'-').count() < 3 {
        return false;
    }
    let groups: Vec<&str> = value.split('-').collect();
    let same = groups.first().is_some_and(|first| {
        (4..=8).contains(&first.len()) && groups.iter().all(|group| group.len() == first.len())
    });
    same && groups.len() >= 4
        && value.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-')
        && value.bytes().any(|byte| byte.is_ascii_uppercase())
        && is_varied(value)
}

fn is_varied(value: &str) -> bool {
    value.bytes().fold(0_u128, |seen, byte| seen | 1 << (byte & 127)).count_ones() >= 8
}

/// Bytes written as numbers: `[]byte{21, 9, 100, …}`, `[0x1f, …]`. Answers where the last one ends.
fn numbers(text: Text<'_>, at: usize) -> Option<usize> {
    let open = skip(text, at, 24, |byte| byte.is_ascii_alphabetic() || b"[]{( ".contains(&byte));
    let mut place = open;
    let mut count = 0;
    while count < 64 {
        let digits = skip(text, place, 4, |byte| byte.is_ascii_hexdigit() || byte == b'x');
        if digits == place || !text.byte(place).is_ascii_digit() {
            break;
        }
        count += 1;
        let next = skip(text, digits, 1, |byte| byte == b',');
        if next == digits {
            place = digits;
            break;
        }
        place = skip(text, next, 16, |byte| byte.is_ascii_whitespace());
    }
    (count >= 8 && matches!(text.before(open, 1), b'{' | b'[' | b'(')).then_some(place)
}

/// `if ("value" == name)`: the value before the name.
fn compared(text: Text<'_>, at: usize, end: usize) -> Option<Found> {
    let range = value_before(text, name_start(text, at))?;
    let value = text.piece(range.clone());
    let secret = is_scrambled(value) || is_issued(value, 8);
    (secret && named(text, at, end)? == Named::Surely).then_some(Found { range, validated: false })
}

/// `tide-secret-7c1f…`: the value hangs on the name by a dash.
fn dashed(text: Text<'_>, at: usize) -> Option<Found> {
    let word = skip(text, at, 16, |byte| byte.is_ascii_alphabetic());
    if !matches!(text.byte(word), b'-' | b'.') {
        return None;
    }
    let key = if text.after(word, 5).eq_ignore_ascii_case("-key-") { word + 5 } else { word + 1 };
    let run = skip(text, key, VALUE_BYTES, |byte| byte.is_ascii_alphanumeric());
    let group = skip(text, key, 36, |byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let grouped = is_uuid(text.piece(key..group)) || is_grouped(text.piece(key..group));
    let end = if grouped { group } else { run };
    let value = text.piece(key..end);
    let secret = end - key >= 20 && value.bytes().any(|byte| byte.is_ascii_digit()) && is_issued(value, 20);
    (secret && named(text, at, key - 1)? >= Named::Weakly)
        .then_some(Found { range: key..end, validated: false })
}
