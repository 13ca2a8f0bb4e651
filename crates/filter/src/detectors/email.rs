//! E-mail addresses (RFC 5321's common form): an `@` between a name and a host that ends in a top-level domain.

use super::{Detector, Find, Found, Trigger};
use crate::kinds;
use crate::text::{Text, ceil, floor};
use crate::words::Vocabulary;

const LONGEST_NAME: usize = 64;
const LONGEST_HOST: usize = 253;

/// Endings of files, which also follow an `@` (`icon@2x.png`), and of hosts that only a machine's own network knows.
const NOT_DOMAINS: &[&str] = &[
    "png",
    "jpg",
    "jpeg",
    "gif",
    "svg",
    "webp",
    "pdf",
    "css",
    "scss",
    "js",
    "mjs",
    "jsx",
    "tsx",
    "json",
    "html",
    "xml",
    "yml",
    "yaml",
    "toml",
    "lock",
    "tgz",
    "gz",
    "zip",
    "txt",
    "csv",
    "exe",
    "dll",
    "patch",
    "diff",
    "log",
    "service",
    "localdomain",
];

pub(super) static ROWS: &[Detector] = &[Detector {
    kind: &kinds::EMAIL_ADDRESS,
    trigger: Trigger::Byte(b'@'),
    find: Find::Code(address),
    context: &[],
    fires: &[
        "write to ines.o'hara+tax@mail.tides.example, please",
        "<rolf@bergbahn.example>",
        "mailto:yuki_7@sora.example?subject=hi",
        "müller@straße.example is fine too",
        "rolf [at] bergbahn [dot] example",
        "rolf%40bergbahn.example",
        "\"rolf holm\"@bergbahn.example",
        "rolf at bergbahn dot example",
        "rolf@bergbahn.xn--p1ai",
        "rоlf@bergbahn.example",
    ],
    silent: &[
        "git@github.com:keep/sake.git",
        "thanks @rolf and @ines",
        "icon@2x.png next to web@1.0.2",
        "user@host:~$ ls",
        "rolf@bergbahn",
        "@bergbahn.example",
        "a@.example b@x..example",
        "postgres://rolf:h4ndrail@db.bergbahn.example/main",
    ],
}];

fn is_name(character: char) -> bool {
    character.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(character)
}

fn is_host(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '.' | '-')
}

fn address(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let before = text.str.get(floor(text.str, at.saturating_sub(LONGEST_NAME))..at)?;
    // A name in quotes may hold blanks (RFC 5321).
    let quoted = before
        .strip_suffix('"')
        .and_then(|rest| before.get(rest.rfind('"')?..))
        .filter(|name| name.len() > 2);
    let plain = || {
        before
        .char_indices()
        .rev()
        .take_while(|(_, character)| is_name(*character))
        .last()
        .and_then(|(from, _)| before.get(from..))
        // What encloses an address can stand before it: quotes, a path, an assignment.
        .and_then(|name| name.rsplit(['/', '=', '`', '|', '{', '?', '&', '*', '#']).next())
        .map(|name| name.trim_start_matches(['\'', '.', '-', '!', '$', '%', '^', '~', '}']))
    };
    let name = quoted.or_else(plain)?;
    let start = at - name.len();
    let host_at = at + 1;
    let after = text.str.get(host_at..ceil(text.str, host_at + LONGEST_HOST))?;
    let host = after.split(|character| !is_host(character)).next()?.trim_end_matches(['.', '-']);
    let end = host_at + host.len();
    let (labels, top) = host.rsplit_once('.')?;
    let named = !name.is_empty() && !name.ends_with('.') && !name.contains("..");
    let labelled =
        labels.split('.').all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'));
    let is_top = (2..=24).contains(&top.chars().count())
        && (top.chars().all(char::is_alphabetic) || top.starts_with("xn--"))
        && !NOT_DOMAINS.contains(&top.to_lowercase().as_str());
    let is_version = labels.chars().all(|character| character.is_ascii_digit() || character == '.');
    let spoken_for = is_remote(text, end) || is_login(text, start);
    (named && labelled && is_top && !is_version && !spoken_for)
        .then_some(Found { range: start..end, validated: false })
}

/// `git@host.example:path`: a place to copy from, not a person.
fn is_remote(text: Text<'_>, end: usize) -> bool {
    text.byte(end) == b':'
        && (text.byte(end + 1).is_ascii_alphanumeric() || matches!(text.byte(end + 1), b'/' | b'~'))
}

/// `scheme://user:password@host`: what stands before the `@` is a password, which has a row of its own.
fn is_login(text: Text<'_>, start: usize) -> bool {
    let before = text.piece(start.saturating_sub(80)..start);
    let word = before.rsplit(|character: char| character.is_whitespace()).next().unwrap_or(before);
    word.contains("://") && !word.contains('?')
}
