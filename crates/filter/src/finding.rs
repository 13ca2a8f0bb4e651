//! What the filter found, said without the value, and where: it must never hold a piece of the text.

use serde::{Deserialize, Serialize};

/// What is done with a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// The whole capture is refused.
    Block,
    /// The value is replaced by a typed, lossy placeholder.
    Mask,
    /// The value is replaced by its kind, and the vault keeps a keyed token that the same value matches.
    Token,
    /// As [`Action::Token`], and the vault keeps the original in an envelope of its own, for the owner alone.
    Seal,
    /// The value stays.
    Allow,
}

impl Action {
    /// How much an action takes away; where findings overlap, the stricter one decides.
    pub(crate) fn severity(self) -> u8 {
        match self {
            Action::Block => 2,
            Action::Mask | Action::Token | Action::Seal => 1,
            Action::Allow => 0,
        }
    }

    /// Whether the value is replaced in the text that is kept.
    pub(crate) fn replaces(self) -> bool {
        self.severity() == 1
    }
}

/// Kinds that people treat alike; a policy speaks of these first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Class {
    /// Keys and tokens that a service issued.
    Secret,
    /// What a person types to get in: passwords, passphrases, PINs, card security codes, answers to security questions.
    Password,
    /// Private halves of key pairs, and the phrases that wallets are made from.
    PrivateKey,
    /// Codes that open something once.
    OneTimeCode,
    /// Cards, bank accounts and wallets.
    Financial,
    /// Numbers that a state gave to a person or a business.
    NationalId,
    /// Passports, driving licences, health cards.
    Document,
    /// Telephone numbers.
    Phone,
    /// Dates of birth.
    BirthDate,
    /// E-mail addresses.
    Contact,
    /// Addresses and serial numbers of machines.
    Device,
    /// Number plates and vehicles' numbers.
    Vehicle,
    /// Coordinates and postcodes.
    Location,
    /// What the person's own rules find.
    Own,
}

impl Class {
    /// Every class, in the order settings list them.
    pub const ALL: [Class; 14] = [
        Class::Secret,
        Class::Password,
        Class::PrivateKey,
        Class::OneTimeCode,
        Class::Financial,
        Class::NationalId,
        Class::Document,
        Class::Phone,
        Class::BirthDate,
        Class::Contact,
        Class::Device,
        Class::Vehicle,
        Class::Location,
        Class::Own,
    ];

    /// Plain words for it, as a heading of settings.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Class::Secret => "Keys and tokens of services",
            Class::Password => "Passwords and PINs",
            Class::PrivateKey => "Private keys and wallet phrases",
            Class::OneTimeCode => "One-time codes",
            Class::Financial => "Cards and accounts",
            Class::NationalId => "State numbers",
            Class::Document => "Passports, licences and health cards",
            Class::Phone => "Phone numbers",
            Class::BirthDate => "Dates of birth",
            Class::Contact => "E-mail addresses",
            Class::Device => "Addresses of machines",
            Class::Vehicle => "Number plates",
            Class::Location => "Coordinates and postcodes",
            Class::Own => "Your own rules",
        }
    }

    /// What opens something: never tokenised, sealed or hashed, and never let pass for good.
    #[must_use]
    pub fn is_credential(self) -> bool {
        matches!(self, Class::Secret | Class::Password | Class::PrivateKey | Class::OneTimeCode)
    }
}

/// One piece of private data: what it is and where it stands. Never the value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The kind's name, in the field's own words: `credit_card`, `github_token`, …
    pub kind: &'static str,
    /// The class the kind belongs to.
    pub class: Class,
    /// First byte in the original text; always a character boundary.
    pub start: usize,
    /// One past the last byte in the original text; always a character boundary.
    pub end: usize,
    /// What the policy says to do.
    pub action: Action,
    /// Whether a checksum or an inner structure confirmed it, beyond its looks.
    pub validated: bool,
}

/// The findings' spans counted in Unicode characters. One pass over the text.
#[must_use]
pub fn character_offsets(text: &str, findings: &[Finding]) -> Vec<(usize, usize)> {
    offsets(text, findings, |_| 1)
}

/// The findings' spans counted in UTF-16 code units, as JavaScript strings are. One pass over the text.
#[must_use]
pub fn utf16_offsets(text: &str, findings: &[Finding]) -> Vec<(usize, usize)> {
    offsets(text, findings, char::len_utf16)
}

fn offsets(text: &str, findings: &[Finding], width: impl Fn(char) -> usize) -> Vec<(usize, usize)> {
    let mut wanted: Vec<usize> = findings.iter().flat_map(|finding| [finding.start, finding.end]).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut counted = Vec::with_capacity(wanted.len());
    let (mut units, mut characters) = (0, text.char_indices().peekable());
    for byte in &wanted {
        while let Some((_, character)) = characters.next_if(|(at, _)| at < byte) {
            units += width(character);
        }
        counted.push(units);
    }
    let place = |byte: usize| {
        wanted.binary_search(&byte).ok().and_then(|at| counted.get(at)).copied().unwrap_or(units)
    };
    findings.iter().map(|finding| (place(finding.start), place(finding.end))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(start: usize, end: usize) -> Finding {
        Finding {
            kind: "email_address",
            class: Class::Contact,
            start,
            end,
            action: Action::Allow,
            validated: false,
        }
    }

    #[test]
    fn offsets_count_characters_and_utf16_units() {
        let text = "né 🎈 a@b.example";
        let start = text.find("a@").unwrap();
        let findings = [finding(start, text.len()), finding(0, 3)];
        assert_eq!(character_offsets(text, &findings), [(5, 16), (0, 2)]);
        assert_eq!(utf16_offsets(text, &findings), [(6, 17), (0, 2)]);
    }

    #[test]
    fn a_finding_serialises_in_snake_case() {
        let json = serde_json::to_string(&finding(1, 2)).unwrap();
        assert!(json.contains(r#""class":"contact""#) && json.contains(r#""action":"allow""#), "{json}");
    }
}
