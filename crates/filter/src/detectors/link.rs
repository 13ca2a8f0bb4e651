//! Links that carry a key: in the login before the host, or in the query. The whole link is the secret, since it opens
//! something for whoever follows it.

use super::{Detector, Find, Found, Trigger};
use crate::finding::Class;
use crate::kinds::kind;
use crate::text::Text;
use crate::words::Vocabulary;

const LONGEST: usize = 400;
const LONGEST_SCHEME: usize = 12;

/// Names of a query's parts that hold a key.
const KEYS: &[&str] = &[
    "key",
    "api_key",
    "apikey",
    "api-key",
    "api_token",
    "access_key",
    "accesskey",
    "secret_key",
    "secret",
    "client_secret",
    "token",
    "access_token",
    "auth_token",
    "authtoken",
    "refresh_token",
    "id_token",
    "auth",
    "authkey",
    "bearer",
    "sig",
    "signature",
    "x-amz-signature",
    "password",
    "passwd",
    "pwd",
    "private_key",
    "subscription-key",
];

pub(super) static ROWS: &[Detector] = &[Detector {
    kind: &kind("link_with_key", "link with a key in it", Class::Secret),
    trigger: Trigger::Words(&["://"]),
    find: Find::Code(link),
    context: &[],
    fires: &[
        concat!("https://maps.tide.example/v1?area=4&api_key=", "q7Wz0pLm3Xv8Rt5Kc2Nb&size=2"),
        concat!("https://ci:tok_", "q7Wz0pLm3Xv8Rt5Kc2Nb@git.tide.example/r.git"),
    ],
    silent: &[
        "https://maps.tide.example/v1?area=4&size=2",
        "https://maps.tide.example/v1?api_key=YOUR_API_KEY_GOES_HERE_1",
        "https://maps.tide.example/v1?key=${API_KEY_OF_THE_MAPS_1}",
        "https://tide.example/?token=abc123",
        "https://tide.example/?page=q7Wz0pLm3Xv8Rt5Kc2Nb",
        "https://tide.example/q7Wz0pLm3Xv8Rt5Kc2Nb",
        "https://rolf@tide.example/",
    ],
}];

fn link(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let scheme = (1..=LONGEST_SCHEME).take_while(|back| is_scheme(text.before(at, *back))).count();
    if scheme == 0 {
        return None;
    }
    let rest = text.after(at + 3, LONGEST);
    let rest = rest.split(|next: char| next.is_whitespace() || "\"'<>`|\\^".contains(next)).next()?;
    let rest = rest.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '}', '*']);
    let authority = rest.split(['/', '?', '#']).next()?;
    let login =
        authority.rsplit_once('@').and_then(|(login, _)| login.split_once(':')).map(|(_, password)| password);
    let query = rest.split_once('?').map(|(_, query)| query);
    let keys = query
        .into_iter()
        .flat_map(|query| query.split(['&', '#', ';']))
        .filter_map(|part| part.split_once('='));
    let holds = login.is_some_and(is_key)
        || keys
            .into_iter()
            .any(|(name, value)| KEYS.contains(&name.to_ascii_lowercase().as_str()) && is_key(value));
    holds.then_some(Found { range: at - scheme..at + 3 + rest.len(), validated: false })
}

fn is_scheme(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'.' | b'-')
}

/// Long, of letters and several digits, and no stand-in for a key.
fn is_key(value: &str) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let letters = value.bytes().filter(u8::is_ascii_alphabetic).count();
    let mut seen = [false; 128];
    let various = value
        .bytes()
        .filter(|byte| seen.get_mut(usize::from(*byte)).is_some_and(|seen| !std::mem::replace(seen, true)))
        .count();
    let stands_in = ["example", "your", "xxxx", "placeholder", "redacted", "1234567"]
        .iter()
        .any(|word| value.to_ascii_lowercase().contains(word));
    value.len() >= 18
        && digits >= 2
        && letters >= 4
        && various >= 9
        && !stands_in
        && value.bytes().all(|byte| {
            byte.is_ascii_alphanumeric()
                || matches!(byte, b'_' | b'-' | b'.' | b'~' | b'+' | b'%' | b'=' | b'/')
        })
}
