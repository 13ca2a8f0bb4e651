//! The kinds of private data: their names, the words people read, and what stands in their place. It must not know how a
//! kind is found.

use crate::checksum::{iban_holds, luhn_holds};
use crate::finding::Class;
use crate::normal::normalise;

/// One kind of private data.
pub(crate) struct Kind {
    /// The field's name for it.
    pub name: &'static str,
    /// Plain words for people.
    pub label: &'static str,
    /// Its class.
    pub class: Class,
    /// How its placeholder is written.
    pub mask: Mask,
}

/// How much of a value its placeholder keeps.
pub(crate) enum Mask {
    /// The label alone: `[GitHub token]`.
    Label,
    /// A short word and the last four digits: `[card ••••4242]`.
    Card,
    /// `[SSN ••••1234]`.
    Ssn,
    /// Country and last four: `[IBAN DE•• ••••1300]`.
    Iban,
}

const fn kind(name: &'static str, label: &'static str, class: Class) -> Kind {
    Kind { name, label, class, mask: Mask::Label }
}

pub(crate) static PRIVATE_KEY: Kind = kind("private_key", "private key", Class::PrivateKey);
pub(crate) static AWS_ACCESS_KEY: Kind = kind("aws_access_key", "AWS key", Class::Secret);
pub(crate) static GITHUB_TOKEN: Kind = kind("github_token", "GitHub token", Class::Secret);
pub(crate) static STRIPE_KEY: Kind = kind("stripe_key", "Stripe key", Class::Secret);
pub(crate) static OPENAI_KEY: Kind = kind("openai_key", "OpenAI key", Class::Secret);
pub(crate) static ANTHROPIC_KEY: Kind = kind("anthropic_key", "Anthropic key", Class::Secret);
pub(crate) static JWT: Kind = kind("jwt", "sign-in token", Class::Secret);
pub(crate) static PASSWORD: Kind = kind("password", "password", Class::Password);
pub(crate) static PIN: Kind = kind("pin", "PIN", Class::Password);
pub(crate) static CREDIT_CARD: Kind =
    Kind { mask: Mask::Card, ..kind("credit_card", "card number", Class::Financial) };
pub(crate) static IBAN_CODE: Kind =
    Kind { mask: Mask::Iban, ..kind("iban_code", "bank account number", Class::Financial) };
pub(crate) static US_SSN: Kind =
    Kind { mask: Mask::Ssn, ..kind("us_ssn", "US social security number", Class::NationalId) };
pub(crate) static EMAIL_ADDRESS: Kind = kind("email_address", "e-mail address", Class::Contact);

static KINDS: [&Kind; 13] = [
    &PRIVATE_KEY,
    &AWS_ACCESS_KEY,
    &GITHUB_TOKEN,
    &STRIPE_KEY,
    &OPENAI_KEY,
    &ANTHROPIC_KEY,
    &JWT,
    &PASSWORD,
    &PIN,
    &CREDIT_CARD,
    &IBAN_CODE,
    &US_SSN,
    &EMAIL_ADDRESS,
];

/// All kinds the filter knows: name and class, in the order settings list them.
pub fn kinds() -> impl Iterator<Item = (&'static str, Class)> {
    KINDS.iter().map(|kind| (kind.name, kind.class))
}

/// Plain words for a kind, for people: `credit_card` is a "card number". An unknown name is "private data".
#[must_use]
pub fn label(kind: &str) -> &'static str {
    named(kind).map_or("private data", |kind| kind.label)
}

pub(crate) fn named(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.name == name).copied()
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
            format!("[card ••••{last_four}]")
        }
        Mask::Ssn if tail && all_digits && kept.len() == 9 => format!("[SSN ••••{last_four}]"),
        Mask::Iban if tail && iban_holds(kept.as_bytes()) => {
            format!("[IBAN {}•• ••••{last_four}]", kept.get(..2).unwrap_or_default())
        }
        Mask::Card => "[card]".to_owned(),
        Mask::Ssn => "[SSN]".to_owned(),
        Mask::Iban => "[IBAN]".to_owned(),
        Mask::Label => format!("[{}]", kind.label),
    }
}

/// Whether a text begins with a placeholder, so that masked text never fires again.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let Some(inner) = text.strip_prefix('[') else { return false };
    ["card", "SSN", "IBAN", "private data"].into_iter().chain(KINDS.iter().map(|kind| kind.label)).any(
        |label| {
            inner
                .strip_prefix(label)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(']') || rest.starts_with(' '))
        },
    )
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
    fn names_are_unique_and_labelled() {
        for (at, kind) in KINDS.iter().enumerate() {
            assert!(KINDS.iter().skip(at + 1).all(|other| other.name != kind.name), "{} twice", kind.name);
            assert_eq!(label(kind.name), kind.label);
        }
        assert_eq!(label("nonsense"), "private data");
    }
}
