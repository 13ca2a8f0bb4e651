//! What goes with a card's number: its security code and the month it expires. It must not know the numbers themselves.

use super::{Candidate, Detector, Find, Found, Trigger, begins_alone};
use crate::finding::Class;
use crate::kinds::{Kind, kind};
use crate::text::{Text, is_word};
use crate::words::Vocabulary;

static CARD_SECURITY_CODE: Kind = kind("card_security_code", "card security code", Class::Password);

/// Words that a card's data stand beside.
const CARD: &[&str] = &[
    "card",
    "visa",
    "mastercard",
    "amex",
    "maestro",
    "debit",
    "credit",
    "cvv",
    "cvc",
    "cvv2",
    "cvc2",
    "karte",
    "kreditkarte",
    "carte",
    "tarjeta",
    "carta",
    "kaart",
    "american express",
];
static NEAR_CARD: Vocabulary = Vocabulary::new(CARD);

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &CARD_SECURITY_CODE,
        trigger: Trigger::Words(&["cvv", "cvc", "card verification", "kartenpr"]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: concat!(
                r"(?-u)^(?i:cvv2?|cvc2?|card verification|kartenpr\xC3\xBCf(?:nummer|ziffer))(?:[ -](?i:code|number|value|no\.?))?",
                r#"["']?[ ]?(?:(?i:is|ist|est|es)|:|=|#|-|\|)?[ :"']{0,4}([0-9]{3,4})"#
            ),
            reach: 80,
            check: alone,
        },
        context: &[],
        fires: &["exp 09/29 cvv 482", "CVC: 4829", "the cvv2 is 482", "\"cvv\": \"482\""],
        silent: &[
            "the cvv is on the back",
            "cvv: ***",
            "cvc 48291",
            "CVC 12 of the series",
            "cvv2 values",
            "cvc 482.5",
        ],
    },
    Detector {
        kind: &CARD_SECURITY_CODE,
        trigger: Trigger::Words(&["security code"]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r"(?-u)^(?i:security code)(?:[ ](?i:on|for|of)(?:[ ][^\s0-9:=]{1,16}){1,4})?[ ]?(?:(?i:is)|:|=)?[ :]{0,2}([0-9]{3,4})",
            reach: 60,
            check: alone,
        },
        context: CARD,
        fires: &["visa card, security code 482"],
        silent: &["security code 482 of the building act", "the card has a security code"],
    },
    Detector {
        kind: &kind("card_expiry", "card expiry date", Class::Financial),
        trigger: Trigger::Words(&[
            "exp ",
            "exp:",
            "exp.",
            "expiry",
            "expires",
            "expiration",
            "valid thru",
            "valid through",
            "valid until",
            "good thru",
        ]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: concat!(
                r"(?-u)^(?i:exp(?:iry|iration|ires|\.)?(?:[ ](?:date|on))?|(?:valid|good)[ ](?:thru|through|until))[ ]?(?::|=|is)?[ ]?",
                r"((?:0[1-9]|1[0-2])[ ]?[/-][ ]?(?:20)?[2-4][0-9])"
            ),
            reach: 60,
            check: beside_card,
        },
        context: &[],
        fires: &[
            "card 4242 4242 4242 4242 exp 09/29 cvv 482",
            "my visa expires 09/2029",
            "4242424242424242, valid thru 09/29",
        ],
        silent: &[
            "the passport expires 09/29",
            "exp 09/29",
            "milk, expiry 09/29",
            "card exp 13/29",
            "cvv 482 exp soon",
        ],
    },
];

/// Nothing runs on behind the digits.
fn ends(text: Text<'_>, end: usize) -> bool {
    let (after, second) = (text.byte(end), text.byte(end + 1));
    !(is_word(after) || matches!(after, b'.' | b'-' | b'/' | b',' | b':') && second.is_ascii_digit())
}

fn alone(candidate: &Candidate<'_>) -> Option<Found> {
    let range = candidate.value.clone();
    ends(candidate.text, range.end).then_some(Found { range, validated: false })
}

/// A month and a year are a card's only beside its number or a word for one.
fn beside_card(candidate: &Candidate<'_>) -> Option<Found> {
    let (text, range) = (candidate.text, candidate.value.clone());
    let before = text.piece(range.start.saturating_sub(60)..candidate.whole.start);
    let digits = before.bytes().filter(u8::is_ascii_digit).count();
    (ends(text, range.end) && (digits >= 12 || text.near(&candidate.whole, &NEAR_CARD)))
        .then_some(Found { range, validated: false })
}
