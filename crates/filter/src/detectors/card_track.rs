//! What stands on a payment card's magnetic stripe (ISO/IEC 7813): the number, the name, the expiry and what proves the card.

use super::{Candidate, Detector, Find, Found, Trigger, anywhere};
use crate::checksum::luhn_holds;
use crate::finding::Class;
use crate::kinds::{Kind, kind};
use crate::text::Text;

static CARD_TRACK: Kind = kind("card_track", "magnetic stripe of a card", Class::Financial);

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &CARD_TRACK,
        trigger: Trigger::Words(&["%b"]),
        find: Find::Pattern {
            guard: anywhere,
            pattern: r"(?-u)^%[Bb]([0-9 ]{12,23})\^[^\^\r\n]{2,26}\^[0-9]{4}[^?\r\n]{0,80}\??",
            reach: 160,
            check: track,
        },
        context: &[],
        fires: &["%B4242424242424242^HOLM/ROLF^29121010000000000000?"],
        silent: &["%B4242424242424241^HOLM/ROLF^2912101?", "100%b4 it was", "%B4242424242424242 HOLM"],
    },
    Detector {
        kind: &CARD_TRACK,
        trigger: Trigger::Byte(b';'),
        find: Find::Pattern {
            guard: before_digit,
            pattern: r"(?-u)^;([0-9]{12,19})=[0-9]{4,24}\??",
            reach: 52,
            check: track,
        },
        context: &[],
        fires: &[";4242424242424242=29121010000000000000?"],
        silent: &[";4242424242424241=2912101?", ";4242424242424242", "a;1=2"],
    },
];

fn before_digit(text: Text<'_>, at: usize) -> bool {
    text.byte(at + 1).is_ascii_digit() && text.byte(at + 12).is_ascii_digit()
}

fn track(candidate: &Candidate<'_>) -> Option<Found> {
    let digits: Vec<u8> = candidate.value().bytes().filter(u8::is_ascii_digit).collect();
    luhn_holds(&digits).then(|| Found { range: candidate.whole.clone(), validated: true })
}
