//! Private keys between BEGIN and END lines (RFC 7468, OpenSSH, RFC 9580): the whole block, in whatever way it was pasted.

use super::{Candidate, Detector, Find, Found, Trigger, anywhere};
use crate::kinds;

/// How far after the BEGIN line the key's own letters must begin to show; headers and comments may stand between.
const BODY_REACH: usize = 640;

pub(super) static ROWS: &[Detector] = &[Detector {
    kind: &kinds::PRIVATE_KEY,
    trigger: Trigger::Words(&["-----begin", "---- begin"]),
    find: Find::Pattern {
        guard: anywhere,
        pattern: r"(?-u)^-{4,5} ?BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)? ?-{4,5}",
        reach: 120,
        check: block,
    },
    context: &[],
    fires: &[
        concat!(
            "-----BEGIN RSA PRIV",
            "ATE KEY-----\nMIIEpAIBAAKCAQEAx7dK3bPq0vT5mZ8yLw2RfN4hJ6sQ\nc9UeGaB1kXtYpWmHnDzVrFoLiSjE\n-----END RSA PRIV",
            "ATE KEY-----"
        ),
        concat!(
            "-----BEGIN OPENSSH PRIV",
            "ATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtz\n"
        ),
        concat!(
            "-----BEGIN PGP PRIV",
            "ATE KEY BLOCK-----\nComment: made up\n\nlQOYBGVxample1BCADHk2Tq7sVw9yZ0aBcDeFgHiJkLmNoPq\n=aB3d\n-----END PGP PRIV",
            "ATE KEY BLOCK-----"
        ),
        concat!(
            "{\"key\":\"-----BEGIN PRIV",
            "ATE KEY-----\\nMC4CAQAwBQYDK2VwBCIEIJ0x7Kq3mVz9TnRpWsYb5uLcHd8eFgA2\\n-----END PRIV",
            "ATE KEY-----\\n\"}"
        ),
        concat!(
            "> -----BEGIN EC PRIV",
            "ATE KEY-----\n>   MHcCAQEEIPr3v8Tq5WxYzA7bCdEfGhIjKlMn\n>   oPqRsTuVwXyZ0123456789abcd"
        ),
        concat!(
            "-----BEGIN ENCRYPTED PRIV",
            "ATE KEY----- MIIFHDBOBgkqhkiG9w0BBQ0wQTApBgkqhkiG9w0BBQwwHAQI -----END ENCRYPTED PRIV",
            "ATE KEY-----"
        ),
    ],
    silent: &[
        concat!(
            "-----BEGIN PUBLIC ",
            "KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAx7dK3bPq0vT5mZ8y\n-----END PUBLIC KEY-----"
        ),
        "-----BEGIN CERTIFICATE-----\nMIIDXTCCAkWgAwIBAgIJAJC1HiIAZAiIMA0GCSqGSIb3DQEBBQUA\n-----END CERTIFICATE-----",
        concat!(
            "a file that begins with -----BEGIN PRIV",
            "ATE KEY----- must never be committed to the repository"
        ),
        concat!("-----BEGIN PRIV", "ATE KEY-----\n(not here)\n-----END PRIV", "ATE KEY-----"),
        concat!("-----BEGIN RSA PRIV", "ATE KEY-----\nyour key goes here\n-----END RSA PRIV", "ATE KEY-----"),
        "keep the private key private",
    ],
}];

/// From BEGIN to the END line; without one to the end of the text, since what follows may be the rest of a cut-off key.
fn block(candidate: &Candidate<'_>) -> Option<Found> {
    let (text, start, body) = (candidate.text, candidate.whole.start, candidate.whole.end);
    let head = text.after(body, BODY_REACH);
    let head = head.split("-----END").next().unwrap_or(head);
    let letters: usize = head
        .split(|character: char| !(character.is_ascii_alphanumeric() || matches!(character, '+' | '/' | '=')))
        .map(str::len)
        .filter(|run| *run >= 16)
        .sum();
    if letters < 40 {
        return None;
    }
    let rest = text.piece(body..text.bytes.len());
    let end = match rest.find("---END").or_else(|| rest.find("---- END")) {
        Some(end) => {
            let close = body + end + "---END".len();
            text.after(close, 80).find("----").map_or(close, |dashes| {
                let dashes = close + dashes;
                dashes + text.bytes.iter().skip(dashes).take(5).take_while(|byte| **byte == b'-').count()
            })
        }
        None => text.bytes.len(),
    };
    // Quotation marks and line numbers before the first line belong to the paste, as those of the other lines do.
    let margin = text
        .bytes
        .iter()
        .take(start)
        .rev()
        .take(12)
        .take_while(|byte| matches!(byte, b' ' | b'\t' | b'>' | b'|' | b'0'..=b'9'))
        .count();
    let start = if matches!(text.before(start, margin + 1), b'\n' | 0) { start - margin } else { start };
    Some(Found { range: start..end, validated: false })
}
