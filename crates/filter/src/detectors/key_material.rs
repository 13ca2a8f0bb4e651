//! Private keys that stand outside of BEGIN and END lines: age (bech32), PuTTY files, JSON Web Keys (RFC 7517), XML key values,
//! WireGuard, and DER in bare base64. It must not know PEM (see `private_key`).

use std::ops::Range;

use super::token::{BASE64, PADDING, Part::Run, SLUG, UPPER, is_mixed, token};
use super::{Candidate, Detector, Find, Found, Trigger, anywhere, begins_alone};
use crate::kinds;
use crate::text::Text;
use crate::words::Vocabulary;

/// How far from the word that announces a key its private part may stand: an RSA key of 4096 bits in base64 takes 3,200 bytes.
const REACH: usize = 6144;

pub(super) static ROWS: &[Detector] = &[
    token(
        &kinds::PRIVATE_KEY,
        &["AGE-SECRET-KEY-1", "AGE-PLUGIN-"],
        &[Run(UPPER, 58, 58)],
        &[concat!("AGE-SECRET", "-KEY-1QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQPZRY9X8GF2TVDW0S3JN54KHCE")],
        &["AGE-SECRET-KEY-1 is how they begin"],
    )
    .unproved(),
    // The first bytes of PKCS #1 and PKCS #8 keys: version 0, then the numbers of the algorithm.
    token(
        &kinds::PRIVATE_KEY,
        &[
            "MIICWwIBAAKBg",
            "MIICXAIBAAKBg",
            "MIICXQIBAAKBg",
            "MIICXgIBAAKBg",
            "MIIBOgIBAAJB",
            "MIIBOwIBAAJB",
            "MIIBPAIBAAJB",
            "MIIEogIBAAKCAQ",
            "MIIEowIBAAKCAQ",
            "MIIEpAIBAAKCAQ",
            "MIIEpQIBAAKCAQ",
            "MIIEpgIBAAKCAQ",
            "MIIJJwIBAAKCAg",
            "MIIJKAIBAAKCAg",
            "MIIJKQIBAAKCAg",
            "MIIJKgIBAAKCAg",
            "MIIEvQIBADANBg",
            "MIIEvgIBADANBg",
            "MIIEvwIBADANBg",
            "MIIEvAIBADANBg",
            "MIIEuwIBADANBg",
            "MIIJQgIBADANBg",
            "MIIJQQIBADANBg",
            "MIIJQwIBADANBg",
            "MIICdgIBADANBg",
            "MIICdwIBADANBg",
            "MIICeAIBADANBg",
            "MHcCAQEEI",
            "MIGHAgEAMBMG",
            "MIG2AgEAMBAG",
            "MIGkAgEBBD",
            "MC4CAQAwBQYDK2V",
            "b3BlbnNzaC1rZXktdjE",
        ],
        &[Run(BASE64, 24, 4000), Run(PADDING, 0, 2)],
        &[
            concat!("MIIEpAIBAA", "KCAQEA7r3Kd9TqX2mVb8WzLp4HsNf6Yc1GjRu5Ea0Qo"),
            concat!("MC4CAQAwBQ", "YDK2VwBCIEIH9x4Tq7Lm2Vb8Wz1Kp6Ns3Rf5Yc0Gj"),
        ],
        &[
            "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAx7dK3bPq0vT5mZ8y is a public one",
            "MIIDXTCCAkWgAwIBAgIJAJC1HiIAZAiIMA0GCSqGSIb3DQEBBQUA is a certificate",
        ],
    ),
    Detector {
        kind: &kinds::PRIVATE_KEY,
        trigger: Trigger::Words(&["\"kty\""]),
        find: Find::Code(json_web_key),
        context: &[],
        fires: &[
            "{\"kty\":\"EC\",\"crv\":\"P-256\",\"d\":\"q7Lm2Vb8Wz1Kp6Ns3Rf5Yc0GjTx4HdUe9AoIiBvXyZs\"}",
            "{\"k\": \"Wz1Kp6Ns3Rf5Yc0GjTx4HdUe\", \"kty\": \"oct\"}",
        ],
        silent: &[
            "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"q7Lm2Vb8Wz1Kp6Ns3Rf5Yc0GjTx4HdUe9AoIiBvXyZs\"}",
            "{\"kty\":\"RSA\",\"k\":\"Wz1Kp6Ns3Rf5Yc0GjTx4HdUe\"}",
        ],
    },
    Detector {
        kind: &kinds::PRIVATE_KEY,
        trigger: Trigger::Words(&["<rsakeyvalue", "<dsakeyvalue"]),
        find: Find::Code(xml_key),
        context: &[],
        fires: &[
            "<RSAKeyValue><Modulus>q7Lm2Vb8</Modulus><D>Wz1Kp6Ns3Rf5Yc0GjTx4HdUe9AoIiBv=</D></RSAKeyValue>",
        ],
        silent: &["<RSAKeyValue><Modulus>Wz1Kp6Ns3Rf5Yc0GjTx4HdUe9AoIiBv=</Modulus></RSAKeyValue>"],
    },
    Detector {
        kind: &kinds::PRIVATE_KEY,
        trigger: Trigger::Words(&["private-lines:"]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r"(?-u)^(?i:private-lines:) ?[0-9]{1,3}\s{1,3}([A-Za-z0-9+/=]{16,80}(?:\s{1,3}[A-Za-z0-9+/=]{16,80})*)",
            reach: 8192,
            check: whole,
        },
        context: &[],
        fires: &["Private-Lines: 1\nAAAAIHq7Lm2Vb8Wz1Kp6Ns3Rf5Yc0GjTx4HdUe9AoIiB\nPrivate-MAC: 51c8"],
        silent: &["Private-Lines: 14", "Public-Lines: 1\nAAAAIHq7Lm2Vb8Wz1Kp6Ns3Rf5Yc0GjTx4HdUe9AoIiB"],
    },
    Detector {
        kind: &kinds::PRIVATE_KEY,
        trigger: Trigger::Words(&["privatekey", "private_key", "private-key", "presharedkey"]),
        find: Find::Pattern {
            guard: anywhere,
            pattern: r#"(?-u)^(?i:private[_-]?key|presharedkey)[A-Za-z0-9_]{0,24}["']? ?(?:=|:|:=|=>) ?["']?((?:0x)?[0-9a-fA-F]{64}|[A-Za-z0-9+/]{42,43}=)"#,
            reach: 128,
            check: mixed,
        },
        context: &[],
        fires: &[
            "PrivateKey = q7Lm2Vb8Wz1Kp6Ns3Rf5Yc0GjTx4HdUe9AoIiBvXyZs=",
            "DOTENV_PRIVATE_KEY_CI=\"51c8e2a79d03f6b44a7f8e3b6d2c9a0f1e585f2c8e71b9d04a36aa01bb02cc03\"",
        ],
        silent: &[
            "PublicKey = q7Lm2Vb8Wz1Kp6Ns3Rf5Yc0GjTx4HdUe9AoIiBvXyZs=",
            "the private_key_id is 51c8e2a79d03f6b4",
            "PRIVATE_KEY=0000000000000000000000000000000000000000000000000000000000000000",
        ],
    },
];

fn whole(candidate: &Candidate<'_>) -> Option<Found> {
    Some(Found { range: candidate.value.clone(), validated: false })
}

fn mixed(candidate: &Candidate<'_>) -> Option<Found> {
    let ends = !candidate.text.byte(candidate.value.end).is_ascii_alphanumeric();
    (ends && is_mixed(candidate.value().as_bytes()))
        .then(|| Found { range: candidate.value.clone(), validated: false })
}

/// The members `d` of any key and `k` of a symmetric one, in the same object.
fn json_web_key(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let before = text.piece(at.saturating_sub(REACH)..at);
    let start = at - before.len() + before.rfind('{').unwrap_or(0);
    let after = text.after(at, REACH);
    let end = at + after.find('}').unwrap_or(after.len());
    let symmetric = after.get(.."\"kty\": \"oct".len()).is_some_and(|kind| kind.contains("oct"));
    let range = member(text, start..end, "\"d\"")
        .or_else(|| symmetric.then(|| member(text, start..end, "\"k\"")).flatten())?;
    Some(Found { range, validated: false })
}

/// The value of a member, when it is base64url of some length.
fn member(text: Text<'_>, object: Range<usize>, name: &str) -> Option<Range<usize>> {
    let piece = text.piece(object.clone());
    let after = object.start + piece.find(name)? + name.len();
    let rest = text.piece(after..object.end);
    let value = rest.trim_start_matches([' ', ':', '\t', '\n', '"']);
    let start = after + rest.len() - value.len();
    let length = value.bytes().take_while(|byte| SLUG.has(*byte)).count();
    (length >= 20).then_some(start..start + length)
}

/// The private numbers of an XML key: D, or one of its primes.
fn xml_key(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let after = text.after(at, REACH);
    let private =
        ["<D>", "<P>", "<X>"].iter().filter_map(|name| Some(after.find(name)? + name.len())).min()?;
    let start = at + private;
    let length = text.bytes.iter().skip(start).take_while(|byte| **byte != b'<').take(REACH).count();
    (length >= 20).then_some(Found { range: start..start + length, validated: false })
}
