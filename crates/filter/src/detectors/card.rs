//! Payment card numbers (ISO/IEC 7812): an issuer's range and length, Luhn's digit, and a shape that cards are written in.

use std::ops::Range;

use super::{Detector, Find, Found, Trigger};
use crate::checksum::luhn_holds;
use crate::kinds;
use crate::text::Text;
use crate::words::Vocabulary;

static CONTEXT: Vocabulary = Vocabulary::new(&[
    "card",
    "cards",
    "cc",
    "credit",
    "debit",
    "visa",
    "mastercard",
    "amex",
    "american express",
    "maestro",
    "discover",
    "diners",
    "jcb",
    "unionpay",
    "cvv",
    "cvc",
    "karte",
    "kreditkarte",
    "karta",
    "carte",
    "carta",
    "tarjeta",
    "cartão",
    "pan",
]);

/// Numbers that shops and carriers hand out and people write down; one in ten of them passes Luhn's check by chance.
static NOT_CARDS: Vocabulary = Vocabulary::new(&[
    "order",
    "orders",
    "tracking",
    "invoice",
    "parcel",
    "shipment",
    "package",
    "isbn",
    "ean",
    "gtin",
    "imei",
    "serial",
    "reference",
    "ref",
    "ticket",
    "case",
    "booking",
    "confirmation",
    "commit",
    "build",
    "timestamp",
    "bestellung",
    "sendung",
    "rechnung",
    "commande",
    "pedido",
]);

pub(super) static ROWS: &[Detector] = &[Detector {
    kind: &kinds::CREDIT_CARD,
    trigger: Trigger::Digits,
    find: Find::Guarded { guard: begins, find: card },
    context: &[],
    fires: &[
        "4242424242424242",
        "4242 4242 4242 4242 12/29 123",
        "4242-4242-4242-4242",
        "4242.4242.4242.4242",
        "card 4242\u{200b}4242\u{200b}4242\u{200b}4242",
        "3782 822463 10005",
        "5555 5555 5555 4444",
        "2223 0031 2200 3222",
        "3056 9309 0259 04",
        "6011 1111 1111 1117",
        "3566 0020 2036 0505",
        "6200 0000 0000 0005",
        "the card is 4242 4242\n4242 4242",
        "Maestro card 6763 9700 1928 3744",
        "card no. 42 42 42 42 42 42 42 42",
        "٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢",
        "103506123987457",
        "４２４２ 4242\u{2009}4242-4242 is my card",
        "4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2",
        "card 4242/4242/4242/4242",
        "4242  4242  4242  4242 is my card",
        "4242<b>4242</b>4242<wbr>4242",
        "**4242** **4242** **4242** **4242**",
    ],
    silent: &[
        "4242424242424241",
        "42424242424242424242424242",
        "order 4242424242424242 shipped",
        "x4242424242424242",
        "0.4242424242424242",
        "values 4242,4242,4242,4242",
        "4242424242424242.5",
        "1700000000000 and 1700000000000000",
        "20240315123456 20240315-123456",
        "9f1c4242-4242-4242-4242-424242424242",
        "4242 4242 4242 4242 4242 4242",
        "42 42 42 42 42 42 42 42",
        "+4242424242424242",
        "978-4-2424-2424-2",
        "0000 0000 0000 0000",
        "9999 9999 9999 9995",
    ],
}];

/// A range of issuer prefixes, all of one width, and the lengths of the cards in it. Longer and shorter cards of the same
/// range exist but are rare: those need a word about cards nearby.
struct Issuer {
    prefixes: std::ops::RangeInclusive<u32>,
    width: usize,
    usual: &'static [usize],
    rare: &'static [usize],
}

const fn issuer(from: u32, to: u32, width: usize, usual: &'static [usize], rare: &'static [usize]) -> Issuer {
    Issuer { prefixes: from..=to, width, usual, rare }
}

/// Sources: the schemes' public BIN tables as gathered in "Payment card number" (Wikipedia, 2025) and ISO/IEC 7812-1.
static ISSUERS: [Issuer; 24] = [
    issuer(4, 4, 1, &[16], &[13, 18, 19]),                   // Visa
    issuer(51, 55, 2, &[16], &[]),                           // Mastercard
    issuer(2221, 2720, 4, &[16], &[]),                       // Mastercard, 2-series
    issuer(34, 34, 2, &[15], &[]),                           // American Express
    issuer(37, 37, 2, &[15], &[]),                           // American Express
    issuer(300, 305, 3, &[14], &[16, 17, 18, 19]),           // Diners Club
    issuer(3095, 3095, 4, &[14], &[16, 17, 18, 19]),         // Diners Club
    issuer(36, 36, 2, &[14], &[15, 16, 17, 18, 19]),         // Diners Club
    issuer(38, 39, 2, &[14], &[16, 17, 18, 19]),             // Diners Club
    issuer(3528, 3589, 4, &[16], &[17, 18, 19]),             // JCB
    issuer(1800, 1800, 4, &[], &[15]),                       // JCB, old
    issuer(2131, 2131, 4, &[], &[15]),                       // JCB, old
    issuer(35, 35, 2, &[], &[16]),                           // JCB as test data has it
    issuer(1, 1, 1, &[], &[15]),                             // UATP
    issuer(6011, 6011, 4, &[16], &[17, 18, 19]),             // Discover
    issuer(644, 649, 3, &[16], &[17, 18, 19]),               // Discover
    issuer(65, 65, 2, &[16], &[17, 18, 19]),                 // Discover, RuPay
    issuer(62, 62, 2, &[16, 19], &[17, 18]),                 // UnionPay
    issuer(81, 82, 2, &[16], &[17, 18, 19]),                 // UnionPay, RuPay
    issuer(2200, 2204, 4, &[16], &[17, 18, 19]),             // Mir
    issuer(9792, 9792, 4, &[16], &[]),                       // Troy
    issuer(50, 50, 2, &[16], &[12, 13, 14, 15, 17, 18, 19]), // Maestro, Verve
    issuer(56, 61, 2, &[16], &[12, 13, 14, 15, 17, 18, 19]), // Maestro
    issuer(63, 69, 2, &[16], &[12, 13, 14, 15, 17, 18, 19]), // Maestro
];

/// One written group: how many digits there are up to its end, and where it ends.
struct Group {
    len: usize,
    total: usize,
    end: usize,
    /// What parts it from the next group.
    separator: Separator,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    None,
    Space,
    Dash,
    Dot,
    Line,
    /// What cards are not written with: only a word about cards makes one.
    Odd,
}

fn card(text: Text<'_>, at: usize) -> Option<Found> {
    let (digits, groups) = groups(text, at);
    // The longest reading that holds: "4242 4242 4242 4242 123" may be a card and its code.
    (0..groups.len()).rev().find_map(|last| {
        let range = at..groups.get(last)?.end;
        holds(text, &digits, groups.get(..=last)?, groups.len() > last + 1, &range)
            .then_some(Found { range, validated: true })
    })
}

/// A guard: not within a word, an identifier, a decimal or a telephone number, and enough digits follow.
fn begins(text: Text<'_>, at: usize) -> bool {
    let (before, second) = (text.before(at, 1), text.before(at, 2));
    // Twelve digits in pairs with three signs between them at most.
    let long = || text.bytes.iter().skip(at).take(32).filter(|byte| byte.is_ascii_digit()).count() >= 12;
    let apart = match before {
        b'.' | b',' => !second.is_ascii_digit(),
        b'-' | b'/' => !second.is_ascii_alphanumeric(),
        b'+' => false,
        // Within a row of small numbers: one that spells out a card begins with it.
        b' ' if second.is_ascii_digit() => {
            text.byte(at + 1).is_ascii_digit() && text.byte(at + 2).is_ascii_digit()
        }
        _ => !(before.is_ascii_alphanumeric() || before == b'_'),
    };
    apart && long()
}

/// Digits in groups with one separator between, up to a group beyond the longest card.
fn groups(text: Text<'_>, at: usize) -> (Vec<u8>, Vec<Group>) {
    let (mut digits, mut groups, mut place): (Vec<u8>, Vec<Group>, usize) = (Vec::new(), Vec::new(), at);
    loop {
        let len = text.bytes.iter().skip(place).take(20).take_while(|byte| byte.is_ascii_digit()).count();
        digits.extend(text.bytes.iter().skip(place).take(len));
        place += len;
        let (separator, width) = separator(text, place);
        groups.push(Group { len, total: digits.len(), end: place, separator });
        if separator == Separator::None || digits.len() > 19 {
            return (digits, groups);
        }
        place += width;
    }
}

fn separator(text: Text<'_>, at: usize) -> (Separator, usize) {
    let digit = |width: usize| text.byte(at + width).is_ascii_digit();
    match (text.byte(at), text.byte(at + 1), text.byte(at + 2)) {
        (b' ', b'-', b' ') if digit(3) => (Separator::Dash, 3),
        (b' ', ..) if digit(1) => (Separator::Space, 1),
        (b'-', ..) if digit(1) => (Separator::Dash, 1),
        (b'.', ..) if digit(1) => (Separator::Dot, 1),
        (b'_' | b'/' | b',' | b'|' | b'*' | b':', ..) if digit(1) => (Separator::Odd, 1),
        (b' ', b' ', _) if digit(2) => (Separator::Odd, 2),
        (b' ' | b'\r' | b'\n', ..) => {
            let blank =
                text.bytes.iter().skip(at).take(8).take_while(|byte| byte.is_ascii_whitespace()).count();
            let line = text.bytes.iter().skip(at).take(blank).filter(|byte| **byte == b'\n').count() == 1;
            if line && digit(blank) { (Separator::Line, blank) } else { (Separator::None, 0) }
        }
        _ => (Separator::None, 0),
    }
}

fn holds(text: Text<'_>, digits: &[u8], groups: &[Group], more: bool, range: &Range<usize>) -> bool {
    let Some((last, inner)) = groups.split_last() else { return false };
    let Some(number) = digits.get(..last.total).filter(|number| (12..=19).contains(&number.len())) else {
        return false;
    };
    let one_digit = number.iter().all(|digit| number.first() == Some(digit));
    let Some(usual) = issued(number) else { return false };
    if one_digit || !luhn_holds(number) || !ends(text, last, inner, more) {
        return false;
    }
    let near = || text.near(range, &CONTEXT);
    let lines = inner.iter().filter(|group| group.separator == Separator::Line).count();
    let dotted = inner.iter().any(|group| group.separator == Separator::Dot);
    let odd = inner.iter().any(|group| group.separator == Separator::Odd);
    let shape: Vec<usize> = groups.iter().map(|group| group.len).collect();
    let card_shape = matches!(shape.as_slice(), [_] | [4, 4, 4, 1..=4] | [4, 4, 4, 4, 1..=3] | [4, 6, 4 | 5]);
    let known_shape = card_shape || !dotted && shape.len() <= 5 && shape.iter().all(|len| *len >= 3);
    // A table of numbers: what goes before in the same hand belongs to the row.
    let in_row = !inner.is_empty()
        && text.before(range.start, 1) == b' '
        && text.before(range.start, 2).is_ascii_digit();
    let denied = text.follows(range.start, 3, &NOT_CARDS);
    // A note that is nothing but a card number needs no word about cards.
    let alone = inner.is_empty() && text.str.len() <= 64 && text.str.trim().len() == range.len();
    lines <= 1 && (usual && known_shape && !odd && !in_row && !denied || alone || near())
}

/// Whether an issuer gives out such numbers: `Some(true)` of the usual length, `Some(false)` of a rare one.
fn issued(number: &[u8]) -> Option<bool> {
    let matching = ISSUERS.iter().filter_map(|issuer| {
        let prefix =
            number.get(..issuer.width)?.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
        let usual = issuer.usual.contains(&number.len());
        (issuer.prefixes.contains(&prefix) && (usual || issuer.rare.contains(&number.len()))).then_some(usual)
    });
    matching.max()
}

/// What follows must not go on with the number.
fn ends(text: Text<'_>, last: &Group, inner: &[Group], more: bool) -> bool {
    let (after, second) = (text.byte(last.end), text.byte(last.end + 1));
    if after.is_ascii_alphanumeric()
        || after == b'_'
        || matches!(after, b'-' | b'.') && second.is_ascii_alphanumeric()
    {
        return false;
    }
    // A space may part a card from its expiry, but not from a further group of four.
    let next = text.bytes.iter().skip(last.end + 1).take(5).take_while(|byte| byte.is_ascii_digit()).count();
    !more || last.separator == Separator::Line || inner.is_empty() || last.len != 4 || next != 4
}
