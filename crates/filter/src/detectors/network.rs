//! Addresses of machines on a network: IPv4 (RFC 791), IPv6 (RFC 4291) and MAC (IEEE 802).

use std::net::Ipv6Addr;
use std::ops::Range;

use super::{Candidate, Detector, Find, Found, Trigger};
use crate::finding::Class;
use crate::kinds::{Kind, kind};
use crate::text::Text;
use crate::words::Vocabulary;

static IP_ADDRESS: Kind = kind("ip_address", "IP address", Class::Device);

/// Four numbers after these words are a version or a place in a book.
static NOT_ADDRESSES: Vocabulary = Vocabulary::new(&[
    "version",
    "versions",
    "ver",
    "v",
    "release",
    "released",
    "build",
    "firmware",
    "update",
    "upgrade",
    "upgraded",
    "revision",
    "rev",
    "section",
    "sections",
    "chapter",
    "figure",
    "table",
    "clause",
    "appendix",
    "oid",
    "release label",
    "patch",
    "kernel",
    "driver",
    "sdk",
    "agent",
    "chrome",
    "edge",
    "assembly",
    "kapitel",
    "abschnitt",
    "versión",
    "versão",
    "versione",
]);

/// Words that make even "1.2.3.4" or "::1" an address.
static CONTEXT: Vocabulary = Vocabulary::new(&[
    "ip",
    "ips",
    "ipv4",
    "ipv6",
    "address",
    "addr",
    "host",
    "server",
    "gateway",
    "dns",
    "router",
    "subnet",
    "network",
    "ping",
    "ssh",
    "src",
    "dst",
    "source",
    "destination",
    "client",
    "localhost",
    "listening",
    "bind",
    "connect",
    "connecting",
    "proxy",
    "nameserver",
    "interface",
    "prefix",
    "vpn",
    "adresse",
    "dirección",
    "endereço",
    "primary",
    "secondary",
]);

/// An IPv6 address is no longer, with an IPv4 address at its end.
const LONGEST_V6: usize = 45;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &IP_ADDRESS,
        trigger: Trigger::Digits,
        find: Find::Pattern {
            guard: begins_octet,
            pattern: r"(?-u)^[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}",
            reach: 20,
            check: v4,
        },
        context: &[],
        fires: &[
            "10.20.0.14",
            "the router is 192.168.178.1.",
            "http://203.0.113.9:8080/x",
            "203.0.113.0/24",
            "dns 9.9.9.9",
            "203.0.113.9|seen",
        ],
        silent: &[
            "version 10.20.0.14",
            "v10.20.0.14",
            "Chrome/118.20.0.14",
            "see section 3.12.1.4",
            "1.2.3.4",
            "curl http://127.0.0.1:5000/file",
            "10.20.0.256",
            "10.20.0",
            "10.20.0.14.5",
            "1.3.6.1.4.1",
            "10.020.0.14",
            "x10.20.0.14",
            "tool-10.20.0.14",
            "10.20.0.14rc1",
        ],
    },
    Detector {
        kind: &IP_ADDRESS,
        trigger: Trigger::Byte(b':'),
        find: Find::Pattern { guard: begins_hextet, pattern: r"(?-u)^:[0-9A-Fa-f:]", reach: 2, check: v6 },
        context: &[],
        fires: &[
            "2001:db8:7:1::42",
            "[2001:db8::42]:443",
            "fe80::9a1c%eth0",
            "fe80::/64",
            "::ffff:203.0.113.9",
            "listening on ::1",
            "2001:0DB8:0007:0001:0000:0000:0000:0042",
        ],
        silent: &[
            "12:34:56",
            "std::cout and a::b",
            "x[::2]",
            ":::",
            "at 10:30::",
            "2001:db8::42xyz",
            "text2001:db8::42",
            "2001::db8::42",
            "ab:cd",
            "crate::dead::beef",
        ],
    },
    Detector {
        kind: &kind("mac_address", "MAC address", Class::Device),
        trigger: Trigger::Byte(b':'),
        find: Find::Pattern {
            guard: begins_pair,
            pattern: r"(?-u)^(?::[0-9A-Fa-f]{2}){5}",
            reach: 16,
            check: mac,
        },
        context: &[],
        fires: &["3C:22:FB:9A:01:7E", "wlan 3c:22:fb:9a:01:7e up"],
        silent: &[
            "00:00:00:00:00:00",
            "ff:ff:ff:ff:ff:ff",
            "3C:22:FB:9A:01",
            "3C:22:FB:9A:01:7E:11",
            "3C:22:FB-9A-01-7E",
            "23:59:59:01",
            "x3C:22:FB:9A:01:7E",
        ],
    },
    Detector {
        kind: &kind("mac_address", "MAC address", Class::Device),
        trigger: Trigger::Byte(b'-'),
        find: Find::Pattern {
            guard: begins_pair,
            pattern: r"(?-u)^(?:-[0-9A-Fa-f]{2}){5}",
            reach: 16,
            check: mac,
        },
        context: &[],
        fires: &["3C-22-FB-9A-01-7E", "MAC 01-23-45-67-89-01"],
        silent: &["01-23-45-67-89-01", "3C-22-FB-9A-01", "2024-10-11-12-13-14-15", "00-00-00-00-00-00"],
    },
    Detector {
        kind: &kind("mac_address", "MAC address", Class::Device),
        trigger: Trigger::Byte(b'.'),
        find: Find::Pattern {
            guard: begins_quad,
            pattern: r"(?-u)^\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}",
            reach: 12,
            check: dotted_mac,
        },
        context: &[],
        fires: &["3c22.fb9a.017e", "switch sees 3C22.FB9A.017E on port 4"],
        silent: &["2023.2024.2025", "dead.beef.cafe", "0000.0000.0000", "3c22.fb9a", "3c22.fb9a.017e.11"],
    },
];

/// A guard: no word, decimal or name of a package runs into the first number.
fn begins_octet(text: Text<'_>, at: usize) -> bool {
    let (before, second) = (text.before(at, 1), text.before(at, 2));
    let joined = before.is_ascii_alphanumeric()
        || matches!(before, b'.' | b'_')
        || matches!(before, b'-' | b'/' | b'\\') && second.is_ascii_alphanumeric();
    !joined && (1..=3).any(|len| text.byte(at + len) == b'.')
}

fn v4(candidate: &Candidate<'_>) -> Option<Found> {
    let (text, range) = (candidate.text, candidate.whole.clone());
    let octets: Vec<&str> = candidate.value().split('.').collect();
    let valid = octets
        .iter()
        .all(|octet| octet.parse::<u8>().is_ok() && (octet.len() == 1 || !octet.starts_with('0')));
    if !valid || !ends(text, range.end) {
        return None;
    }
    // Single digits are mostly versions, and every machine calls itself 127.0.0.1.
    let small = octets.iter().all(|octet| octet.len() == 1) || octets.first() == Some(&"127");
    let denied = text.follows(range.start, 3, &NOT_ADDRESSES);
    let end = prefix_length(text, range.end, 32);
    let holds = !denied && (!small || end > range.end || text.near(&range, &CONTEXT));
    holds.then_some(Found { range: range.start..end, validated: true })
}

/// The end of a network's prefix length ("/24") after an address, or the address's own end.
fn prefix_length(text: Text<'_>, end: usize, most: u8) -> usize {
    if text.byte(end) != b'/' {
        return end;
    }
    let digits = text.bytes.iter().skip(end + 1).take(4).take_while(|byte| byte.is_ascii_digit()).count();
    let fits = text.piece(end + 1..end + 1 + digits).parse::<u8>().is_ok_and(|length| length <= most);
    if fits { end + 1 + digits } else { end }
}

fn ends(text: Text<'_>, end: usize) -> bool {
    let (after, second) = (text.byte(end), text.byte(end + 1));
    !(after.is_ascii_alphanumeric()
        || after == b'_'
        || matches!(after, b'.' | b'-') && second.is_ascii_alphanumeric())
}

/// How many hexadecimal digits stand right before a place.
fn hex_before(text: Text<'_>, at: usize) -> usize {
    (1..=5).take_while(|back| text.before(at, *back).is_ascii_hexdigit()).count()
}

/// A guard: the first colon of an address.
fn begins_hextet(text: Text<'_>, at: usize) -> bool {
    let after = text.byte(at + 1);
    let hex = hex_before(text, at);
    let before = text.before(at, hex + 1);
    (after == b':' || after.is_ascii_hexdigit())
        && hex <= 4
        && (hex > 0 || after == b':')
        && !(before.is_ascii_alphanumeric() || matches!(before, b'_' | b':' | b'.'))
        && !(before == b'[' && text.before(at, hex + 2).is_ascii_alphanumeric())
}

fn v6(candidate: &Candidate<'_>) -> Option<Found> {
    let (text, at) = (candidate.text, candidate.whole.start);
    let start = at - hex_before(text, at);
    let token = text.after(start, LONGEST_V6 + 1);
    let len =
        token.bytes().take_while(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.')).count();
    let token = token.get(..len)?.trim_end_matches('.');
    // "fe80::1:" at the end of a clause.
    let token = if token.ends_with("::") { token } else { token.trim_end_matches(':') };
    let address: Ipv6Addr = token.parse().ok()?;
    let mut end = start + token.len();
    if text.byte(end) == b'%' {
        end += 1 + text.after(end + 1, 16).bytes().take_while(u8::is_ascii_alphanumeric).count();
    }
    let prefixed = prefix_length(text, end, 128);
    let range = start..prefixed;
    if !ends(text, range.end) {
        return None;
    }
    let full = token.split(':').filter(|group| !group.is_empty()).count() >= 4;
    let long =
        token.split(':').any(|group| group.len() >= 4) && token.bytes().any(|byte| byte.is_ascii_digit());
    let named = !address.is_unspecified() && text.near(&range, &CONTEXT);
    (full || long || named || prefixed > end).then_some(Found { range, validated: true })
}

/// A guard: two hexadecimal digits alone before the sign, and not within a longer row of pairs.
fn begins_pair(text: Text<'_>, at: usize) -> bool {
    let before = text.before(at, 3);
    text.before(at, 1).is_ascii_hexdigit()
        && text.before(at, 2).is_ascii_hexdigit()
        && !(before.is_ascii_alphanumeric() || matches!(before, b'_' | b':' | b'-'))
        && text.byte(at + 3) == text.byte(at)
}

fn mac(candidate: &Candidate<'_>) -> Option<Found> {
    let range = candidate.whole.start - 2..candidate.whole.end;
    // Pairs of digits with dashes can be a date and a time.
    let dated = candidate.text.byte(candidate.whole.start) == b'-'
        && !candidate.text.piece(range.clone()).bytes().any(|byte| byte.is_ascii_alphabetic());
    is_machine(candidate.text, range, dated)
}

fn begins_quad(text: Text<'_>, at: usize) -> bool {
    let before = text.before(at, 5);
    text.byte(at + 5) == b'.'
        && (1..=4).all(|back| text.before(at, back).is_ascii_hexdigit())
        && !(before.is_ascii_alphanumeric() || matches!(before, b'_' | b'.' | b'-'))
}

fn dotted_mac(candidate: &Candidate<'_>) -> Option<Found> {
    let range = candidate.whole.start - 4..candidate.whole.end;
    let value = candidate.text.piece(range.clone());
    let mixed = value.bytes().any(|byte| byte.is_ascii_digit())
        && value.bytes().any(|byte| byte.is_ascii_alphabetic());
    is_machine(candidate.text, range, !mixed)
}

/// One machine's address: not the empty one, not the one for all, and not a piece of something longer.
fn is_machine(text: Text<'_>, range: Range<usize>, needs_word: bool) -> Option<Found> {
    static WORDS: Vocabulary = Vocabulary::new(&[
        "mac",
        "ethernet",
        "wifi",
        "wlan",
        "bluetooth",
        "hwaddr",
        "hardware address",
        "bssid",
        "physical address",
    ]);
    let digits: Vec<u8> = text.piece(range.clone()).bytes().filter(u8::is_ascii_hexdigit).collect();
    let same =
        digits.iter().all(|digit| digits.first().is_some_and(|first| first.eq_ignore_ascii_case(digit)));
    let after = text.byte(range.end);
    let goes_on = after.is_ascii_alphanumeric()
        || matches!(after, b'_' | b':' | b'-' | b'.') && text.byte(range.end + 1).is_ascii_hexdigit();
    (!same && !goes_on && (!needs_word || text.near(&range, &WORDS)))
        .then_some(Found { range, validated: true })
}
