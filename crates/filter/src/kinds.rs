//! The kinds of private data: their names, the words people read, and what stands in their place. It must not know how a
//! kind is found.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::checksum::{iban_holds, luhn_holds};
use crate::detectors;
use crate::finding::Class;
use crate::normal::normalise;

/// One kind of private data.
pub(crate) struct Kind {
    /// The field's name for it.
    pub name: &'static str,
    /// Plain words for people.
    pub label: &'static str,
    /// The word that stands in its place: `[card]`.
    pub tag: &'static str,
    /// Its class.
    pub class: Class,
    /// How much of it its placeholder keeps.
    pub mask: Mask,
    /// Where two kinds name the same stretch, the one that yields less names it: what a value shows of itself (0) stands above
    /// the service whose name is beside it (1), and that above an identifier that says no service (2).
    pub yields: u8,
}

/// How much of a value its placeholder keeps.
#[derive(Clone, Copy)]
pub(crate) enum Mask {
    /// Nothing: `[GitHub token]`.
    Nothing,
    /// The last four digits of a card: `[card ••••4242]`.
    Card,
    /// The last four of nine digits: `[SSN ••••1234]`.
    Ssn,
    /// Country and last four: `[IBAN DE•• ••••1300]`.
    Iban,
}

/// A kind whose placeholder is its label. A row of the detectors' table makes its own in place; only kinds that several rows
/// find stand here.
pub(crate) const fn kind(name: &'static str, label: &'static str, class: Class) -> Kind {
    Kind { name, label, tag: label, class, mask: Mask::Nothing, yields: 0 }
}

impl Kind {
    /// The same kind with a shorter word in its placeholder.
    pub const fn tagged(mut self, tag: &'static str) -> Kind {
        self.tag = tag;
        self
    }

    /// The same kind, yielding to others where they name the same stretch.
    pub const fn yielding(mut self, yields: u8) -> Kind {
        self.yields = yields;
        self
    }

    /// The same kind with a placeholder that keeps a part of the value.
    pub const fn keeping(mut self, mask: Mask) -> Kind {
        self.mask = mask;
        self
    }
}

pub(crate) static PRIVATE_KEY: Kind = kind("private_key", "private key", Class::PrivateKey);
pub(crate) static AWS_ACCESS_KEY: Kind = kind("aws_access_key", "AWS key", Class::Secret);
pub(crate) static GITHUB_TOKEN: Kind = kind("github_token", "GitHub token", Class::Secret);
pub(crate) static STRIPE_KEY: Kind = kind("stripe_key", "Stripe key", Class::Secret);
pub(crate) static OPENAI_KEY: Kind = kind("openai_key", "OpenAI key", Class::Secret);
pub(crate) static ANTHROPIC_KEY: Kind = kind("anthropic_key", "Anthropic key", Class::Secret);
pub(crate) static JWT: Kind = kind("jwt", "sign-in token", Class::Secret);
pub(crate) static GENERIC_SECRET: Kind = kind("generic_secret", "key or token", Class::Secret).yielding(2);
pub(crate) static PASSWORD: Kind = kind("password", "password", Class::Password);
pub(crate) static PIN: Kind = kind("pin", "PIN", Class::Password);
pub(crate) static CREDIT_CARD: Kind =
    kind("credit_card", "card number", Class::Financial).tagged("card").keeping(Mask::Card);
pub(crate) static IBAN_CODE: Kind =
    kind("iban_code", "bank account number", Class::Financial).tagged("IBAN").keeping(Mask::Iban);
pub(crate) static US_SSN: Kind =
    kind("us_ssn", "US social security number", Class::NationalId).tagged("SSN").keeping(Mask::Ssn);
pub(crate) static EMAIL_ADDRESS: Kind = kind("email_address", "e-mail address", Class::Contact);
pub(crate) static OWN_RULE: Kind = kind("own_rule", "your own rule", Class::Own).tagged("private");

/// Every kind that a detector finds, in the order of the detectors, and the owner's own.
static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let mut kinds = Kinds { in_order: Vec::new(), by_name: HashMap::new(), tags: HashMap::new() };
    for kind in detectors::all().map(|row| row.kind).chain([&OWN_RULE]) {
        if kinds.by_name.insert(kind.name, kind).is_none() {
            kinds.in_order.push(kind);
        }
        kinds.tags.entry(kind.tag).or_insert(kind);
    }
    kinds
});

struct Kinds {
    in_order: Vec<&'static Kind>,
    by_name: HashMap<&'static str, &'static Kind>,
    tags: HashMap<&'static str, &'static Kind>,
}

/// All kinds the filter knows: name and class, in the order settings list them.
pub fn kinds() -> impl Iterator<Item = (&'static str, Class)> {
    KINDS.in_order.iter().map(|kind| (kind.name, kind.class))
}

/// Plain words for a kind, for people: `credit_card` is a "card number". An unknown name is "private data".
#[must_use]
pub fn label(kind: &str) -> &'static str {
    named(kind).map_or("private data", |kind| kind.label)
}

pub(crate) fn named(name: &str) -> Option<&'static Kind> {
    KINDS.by_name.get(name).copied()
}

/// What stands in a value's place. With `tail` the last four stay readable; without, nothing of the value does.
pub(crate) fn placeholder(kind: &str, value: &str, tail: bool) -> String {
    let Some(kind) = named(kind) else { return "[private data]".to_owned() };
    let plain = normalise(value).text;
    let kept: String =
        plain.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    // A finding can cover more than the value (an encoded blob, a joined neighbour): a tail is kept only of what is whole.
    let all_digits = kept.bytes().all(|byte| byte.is_ascii_digit());
    let last_four = kept.get(kept.len().saturating_sub(4)..).unwrap_or_default();
    match kind.mask {
        Mask::Card
            if tail && all_digits && (12..=19).contains(&kept.len()) && luhn_holds(kept.as_bytes()) =>
        {
            format!("[{} ••••{last_four}]", kind.tag)
        }
        Mask::Ssn if tail && all_digits && kept.len() == 9 => format!("[{} ••••{last_four}]", kind.tag),
        Mask::Iban if tail && iban_holds(kept.as_bytes()) => {
            format!("[{} {}•• ••••{last_four}]", kind.tag, kept.get(..2).unwrap_or_default())
        }
        _ => format!("[{}]", kind.tag),
    }
}

/// Whether a text begins with a placeholder, so that masked text never fires again. A text that ends before the placeholder
/// does counts.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let Some(inner) = text.strip_prefix('[') else { return false };
    let inner = inner.split_once(']').map_or(inner, |(inner, _)| inner);
    let tag = inner.split_once("••").map_or(inner, |(tag, _)| tag);
    // What stands before the dots of an IBAN is its country.
    let tag = tag.trim_end();
    let tag = tag.strip_prefix("IBAN ").filter(|country| country.len() == 2).map_or(tag, |_| "IBAN");
    tag == "private data" || KINDS.tags.contains_key(tag)
}

/// No placeholder is longer: the longest label, and a tail.
const LONGEST_PLACEHOLDER: usize = 160;

/// Where placeholders stand in a text, in order. They never overlap: none holds a bracket inside.
pub(crate) fn placeholders(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices('[').filter_map(|(start, _)| {
        let inner = text.as_bytes().get(start + 1..)?;
        let len = inner.iter().take(LONGEST_PLACEHOLDER).position(|byte| matches!(byte, b'[' | b']'))?;
        let end = start + 1 + len + 1;
        let inner = text.get(start + 1..end - 1).filter(|_| text.as_bytes().get(end - 1) == Some(&b']'))?;
        let tag = inner.rsplit_once(" ••••").filter(|(_, tail)| is_tail(tail)).map_or(inner, |(tag, _)| {
            tag.strip_suffix("••").and_then(|country| country.rsplit_once(' ')).map_or(tag, |(tag, _)| tag)
        });
        (tag == "private data" || KINDS.tags.contains_key(tag)).then_some(start..end)
    })
}

/// The last four of a value that a placeholder keeps; empty when it keeps none.
pub(crate) fn tail(placeholder: &str) -> &str {
    placeholder.strip_suffix(']').and_then(|inner| inner.rsplit_once("••••")).map_or("", |(_, tail)| tail)
}

fn is_tail(tail: &str) -> bool {
    tail.len() == 4 && tail.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// A kind that a placeholder stands for; several can share a word.
pub(crate) fn of_placeholder(placeholder: &str) -> Option<&'static Kind> {
    let inner = placeholder.strip_prefix('[')?.strip_suffix(']')?;
    let (tag, country) = inner.split_once("••").map_or((inner, false), |(tag, _)| (tag.trim_end(), true));
    let of = |tag| KINDS.tags.get(tag).copied();
    of(tag).or_else(|| of(tag.rsplit_once(' ').filter(|_| country)?.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_typed_and_lossy() {
        assert_eq!(placeholder("credit_card", "4242-4242 4242-4242", true), "[card ••••4242]");
        assert_eq!(placeholder("credit_card", "4242 4242 4242 4242", false), "[card]");
        assert_eq!(placeholder("credit_card", "NDI0MjQyNDI0MjQyNDI0Mg==", true), "[card]");
        assert_eq!(placeholder("us_ssn", "５１２-４４-９０７３", true), "[SSN ••••9073]");
        assert_eq!(placeholder("iban_code", "DE91 1000 0000 0123 4567 89", true), "[IBAN DE•• ••••6789]");
        assert_eq!(placeholder("email_address", "a@b.example", true), "[e-mail address]");
        assert_eq!(placeholder("no_such_kind", "x", true), "[private data]");
    }

    #[test]
    fn placeholders_are_found_and_nothing_else_is() {
        let text =
            "[PIN [card] [cards] é[card ••••4242][IBAN DE•• ••••6789] [card ••••42422] [private data] [card";
        let found: Vec<&str> = placeholders(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["[card]", "[card ••••4242]", "[IBAN DE•• ••••6789]", "[private data]"]);
        let tails: Vec<&str> = found.iter().map(|placeholder| tail(placeholder)).collect();
        assert_eq!(tails, ["", "4242", "6789", ""]);
        let kinds: Vec<_> =
            found.iter().filter_map(|found| of_placeholder(found)).map(|kind| kind.name).collect();
        assert_eq!(kinds, ["credit_card", "credit_card", "iban_code"]);
        for kind in &KINDS.in_order {
            let placeholder = placeholder(kind.name, "x", true);
            assert_eq!(placeholders(&placeholder).next(), Some(0..placeholder.len()), "{}", kind.name);
        }
    }

    #[test]
    fn rows_of_one_name_are_one_kind() {
        for row in detectors::all() {
            let (kind, known) = (row.kind, KINDS.by_name[row.kind.name]);
            assert_eq!(
                (kind.label, kind.tag, kind.class),
                (known.label, known.tag, known.class),
                "{}",
                kind.name
            );
            assert_eq!(label(kind.name), kind.label);
        }
        assert_eq!(label("nonsense"), "private data");
    }
}
