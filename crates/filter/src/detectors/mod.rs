//! The detectors, one row each: what triggers it, how the value is cut out, what proves it, what must stand near it, and
//! examples. To add one: add a row to a table here, its kind made in place (`kind: &kind("name", "plain words", Class::…)`); a token
//! that begins in a way of its own is one short row in `tokens/`. They must not know policies.

mod aws;
mod bank;
mod birth_date;
mod card;
mod card_security;
mod card_track;
mod client_id;
mod coin_text;
mod command;
mod crypto;
mod dates;
mod devices;
mod email;
mod generic_secret;
mod header;
mod iban;
mod joint;
mod jwt;
mod keccak;
mod key_material;
pub(crate) mod keyed;
mod labelled;
mod link;
mod login;
mod manifest;
mod mobile_device;
mod mrz;
mod national;
mod network;
mod number;
mod number_words;
mod one_time_code;
mod password;
mod password_code;
mod password_hash;
mod password_proof;
mod password_words;
mod phone;
mod phone_codes;
mod phone_words;
mod phone_written;
mod pin;
mod place;
mod private_key;
mod query;
mod request;
mod secret_name;
mod secret_value;
mod security_answer;
mod seed_phrase;
mod seed_phrase_words;
mod ssn;
mod token;
mod tokens;
mod value;
mod vendor;
mod vin;

use std::ops::Range;

pub(crate) use self::number::{Number, Numbers};
use crate::kinds::Kind;
use crate::text::Text;
use crate::words::Vocabulary;

/// A value in any quotes, or up to the next blank. Escaped quotes are those of JSON in JSON.
macro_rules! quoted_or_bare {
    () => {
        r#"(?:\\?"([^"\r\n]{1,200}?)\\?"|'([^'\r\n]{1,200})'|`([^`\r\n]{1,200})`|([^\s"'`][^\s]{0,200}))"#
    };
}
pub(super) use quoted_or_bare;

/// One row.
pub(crate) struct Detector {
    /// What it finds.
    pub kind: &'static Kind,
    /// What must stand in a text for this row to be tried there.
    pub trigger: Trigger,
    /// How the value is cut out and proved.
    pub find: Find,
    /// Words of which one must stand within six words. Pattern rows need one when there are any; code decides for itself.
    pub context: &'static [&'static str],
    /// Texts in which it must find something. Made up; tokens are split in the source so that no scanner takes them for real.
    pub fires: &'static [&'static str],
    /// Texts in which nothing of this kind may be found.
    pub silent: &'static [&'static str],
}

/// Where a row is tried.
pub(crate) enum Trigger {
    /// Where one of these words begins; case does not matter.
    Words(&'static [&'static str]),
    /// Where a run of digits begins.
    Digits,
    /// At each such ASCII character, which must be rare in prose (`@`, not `e`).
    Byte(u8),
}

/// How a row finds the value at its trigger.
pub(crate) enum Find {
    /// A byte pattern anchored at the trigger (`^`), run over `reach` bytes where `guard` lets it: a cheap look at what stands
    /// around the trigger. The first group that took part is the value, and `check` proves it.
    Pattern {
        guard: fn(Text<'_>, usize) -> bool,
        pattern: &'static str,
        reach: usize,
        check: fn(&Candidate<'_>) -> Option<Found>,
    },
    /// Code that looks at a bounded stretch around the trigger. The last argument is the row's context words.
    Code(fn(Text<'_>, usize, &Vocabulary) -> Option<Found>),
    /// The same, where `guard` lets it: a cheap look at what stands around the trigger.
    Guarded { guard: fn(Text<'_>, usize) -> bool, find: fn(Text<'_>, usize) -> Option<Found> },
    /// The trigger is a service's name; an opaque value that it leads to is its secret.
    Keyed(keyed::Name),
    /// A fixed beginning and runs of letters, without a pattern of its own.
    Token(token::Token),
    /// A written number. Its trigger is [`Trigger::Digits`]; all such rows share one reading of the text (see `number`).
    Number(Number),
}

/// What a pattern matched, before it is proved.
pub(crate) struct Candidate<'a> {
    /// The whole text.
    pub text: Text<'a>,
    /// Where the pattern matched.
    pub whole: Range<usize>,
    /// Where the value stands in it.
    pub value: Range<usize>,
}

impl<'a> Candidate<'a> {
    /// The value.
    pub fn value(&self) -> &'a str {
        self.text.piece(self.value.clone())
    }
}

/// What a row found.
pub(crate) struct Found {
    /// Where.
    pub range: Range<usize>,
    /// Whether a checksum or an inner structure confirmed it.
    pub validated: bool,
}

/// A guard: no letter or digit runs into the trigger from the left.
pub(super) fn begins_alone(text: Text<'_>, at: usize) -> bool {
    let before = text.before(at, 1);
    !before.is_ascii_alphanumeric() && before != b'-' || before == b'm' && ends_colour(text, at)
}

/// Whether a terminal's sign for a colour ends here: `ESC [ 93 m` (ECMA-48, SGR).
fn ends_colour(text: Text<'_>, at: usize) -> bool {
    let back = (2..10).find(|step| !matches!(text.before(at, *step), b'0'..=b'9' | b';')).unwrap_or(10);
    text.before(at, back) == b'[' && text.before(at, back + 1) == 0x1b
}

/// A guard that lets everything through.
pub(super) fn anywhere(_: Text<'_>, _: usize) -> bool {
    true
}

/// All rows.
pub(crate) fn all() -> impl Iterator<Item = &'static Detector> {
    [
        private_key::ROWS,
        key_material::ROWS,
        aws::ROWS,
        vendor::ROWS,
        jwt::ROWS,
        request::ROWS,
        query::ROWS,
        manifest::ROWS,
        password::ROWS,
        login::ROWS,
        pin::ROWS,
        card::ROWS,
        iban::ROWS,
        password_code::ROWS,
        password_hash::ROWS,
        client_id::ROWS,
        one_time_code::ROWS,
        card_security::ROWS,
        security_answer::ROWS,
        command::ROWS,
        devices::ROWS,
        header::ROWS,
        generic_secret::ROWS,
        ssn::ROWS,
        email::ROWS,
        mrz::ROWS,
        phone::ROWS,
        network::ROWS,
        birth_date::ROWS,
        bank::ROWS,
        card_track::ROWS,
        crypto::ROWS,
        seed_phrase::ROWS,
        mobile_device::ROWS,
        vin::ROWS,
        place::ROWS,
        link::ROWS,
    ]
    .into_iter()
    .chain(tokens::TABLES.iter().copied())
    .chain(national::tables())
    .flatten()
    .chain(keyed::rows())
}
