//! The form of secrets that their issuer made recognisable: a fixed beginning, then so many characters of an alphabet. It must
//! not know issuers (see `tokens/`).

use super::{Detector, Find, Found, Trigger, begins_alone};
use crate::finding::Class;
use crate::kinds::{Kind, kind};
use crate::text::Text;

/// A token's form: `before`, one of `starts` (the row's trigger words, in this case of letters), `after`.
pub(crate) struct Token {
    /// What stands before the start, nearest first.
    pub before: &'static [Part],
    /// The words the row is triggered by.
    pub starts: &'static [&'static str],
    /// What follows the start.
    pub after: &'static [Part],
    /// Whether what was cut out can be a secret at all.
    pub proof: fn(&[u8]) -> bool,
}

/// One part of a form.
pub(crate) enum Part {
    /// These bytes.
    Is(&'static str),
    /// As many bytes of an alphabet as there are, at least and at most so many.
    Run(Alphabet, usize, usize),
    /// These parts, or nothing.
    Maybe(&'static [Part]),
}

/// A set of ASCII bytes, a bit each.
#[derive(Clone, Copy)]
pub(crate) struct Alphabet(u128);

impl Alphabet {
    const fn of(members: &str) -> Alphabet {
        Alphabet(0).and(members)
    }

    const fn and(self, members: &str) -> Alphabet {
        let (mut bits, bytes, mut at) = (self.0, members.as_bytes(), 0);
        while at < bytes.len() {
            bits |= 1 << (bytes[at] & 0x7f);
            at += 1;
        }
        Alphabet(bits)
    }

    pub(super) fn has(self, byte: u8) -> bool {
        byte < 0x80 && self.0 >> byte & 1 == 1
    }
}

pub(crate) const DIGIT: Alphabet = Alphabet::of("0123456789");
pub(crate) const HEX: Alphabet = DIGIT.and("abcdef");
pub(crate) const ANY_HEX: Alphabet = HEX.and("ABCDEF");
pub(crate) const LOWER: Alphabet = DIGIT.and("abcdefghijklmnopqrstuvwxyz");
pub(crate) const UPPER: Alphabet = DIGIT.and("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
pub(crate) const ALNUM: Alphabet = LOWER.and("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
/// The base64 alphabet for names and addresses (RFC 4648, section 5), without padding.
pub(crate) const SLUG: Alphabet = ALNUM.and("_-");
/// The same with padding.
pub(crate) const PADDED: Alphabet = SLUG.and("=");
/// The usual base64 alphabet, without padding.
pub(crate) const BASE64: Alphabet = ALNUM.and("+/");
pub(crate) const PADDING: Alphabet = Alphabet::of("=");
/// Either base64 alphabet, with padding and dots.
pub(crate) const DOTTED: Alphabet = PADDED.and("+/.");
/// What Entra ID makes client secrets of.
pub(crate) const AZURE: Alphabet = SLUG.and(".~");
/// Base64 as addresses carry it: percent-encoded.
pub(crate) const PERCENT: Alphabet = BASE64.and("-_%");
/// What tools that attack Kerberos write its tickets in.
pub(crate) const KERBEROS: Alphabet = ALNUM.and("$*@./-_:+");
/// Names of hosts.
pub(crate) const HOST: Alphabet = ALNUM.and("-.");
/// UUIDs: hexadecimal digits and dashes.
pub(crate) const UUID: Alphabet = ANY_HEX.and("-");

/// A kind of secret, named by who issued it.
pub(crate) const fn secret(name: &'static str, label: &'static str) -> Kind {
    kind(name, label, Class::Secret)
}

/// A row for a token of this form.
pub(crate) const fn token(
    kind: &'static Kind,
    starts: &'static [&'static str],
    after: &'static [Part],
    fires: &'static [&'static str],
    silent: &'static [&'static str],
) -> Detector {
    anchored(kind, &[], starts, after, fires, silent)
}

/// A row for a token that is recognised by something in its middle.
pub(crate) const fn anchored(
    kind: &'static Kind,
    before: &'static [Part],
    anchors: &'static [&'static str],
    after: &'static [Part],
    fires: &'static [&'static str],
    silent: &'static [&'static str],
) -> Detector {
    let form = Token { before, starts: anchors, after, proof: is_no_filler };
    Detector { kind, trigger: Trigger::Words(anchors), find: Find::Token(form), context: &[], fires, silent }
}

impl Detector {
    /// The same row where one of these words stands near, for forms that other things have too.
    pub(crate) const fn near(mut self, context: &'static [&'static str]) -> Detector {
        self.context = context;
        self
    }

    /// The same row whatever the letters are, for a start that nothing else has.
    pub(crate) const fn unproved(mut self) -> Detector {
        if let Find::Token(form) = &mut self.find {
            form.proof = |_| true;
        }
        self
    }

    /// The same row with a stricter look at the token's letters, for starts that words have too.
    pub(crate) const fn mixed(mut self) -> Detector {
        if let Find::Token(form) = &mut self.find {
            form.proof = is_mixed;
        }
        self
    }
}

impl Token {
    /// Whether one of the starts stands here, in its case of letters.
    pub(crate) fn starts(&self, text: Text<'_>, at: usize) -> bool {
        self.ends_of_starts(text, at).next().is_some()
    }

    /// The token whose start stands here, if it stands alone and is no stand-in.
    pub(crate) fn find(&self, text: Text<'_>, at: usize) -> Option<Found> {
        self.ends_of_starts(text, at).find_map(|end| self.between(text, at, end))
    }

    fn ends_of_starts<'a>(&'a self, text: Text<'a>, at: usize) -> impl Iterator<Item = usize> + 'a {
        let stands = move |start: &&&str| text.bytes.get(at..at + start.len()) == Some(start.as_bytes());
        self.starts.iter().filter(stands).map(move |start| at + start.len())
    }

    fn between(&self, text: Text<'_>, start: usize, end: usize) -> Option<Found> {
        let from = back(self.before, text, start)?;
        // A quote or a blank that tells where a short start is one belongs to the text around it.
        let quote = text.bytes.get(from..end)?.iter().take_while(|byte| !is_own(**byte)).count();
        let from = from + quote;
        if quote == 0 && (!begins_alone(text, from) || text.before(from, 1) == b'_') {
            return None;
        }
        let to = forth(self.after, text, end)?;
        let body = text.bytes.get(if self.before.is_empty() { end..to } else { from..to })?;
        (ends_alone(text, to) && (self.proof)(body)).then_some(Found { range: from..to, validated: false })
    }
}

fn is_own(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$'
}

/// Where these parts end when they begin here.
fn forth(parts: &[Part], text: Text<'_>, mut at: usize) -> Option<usize> {
    for part in parts {
        at = match part {
            Part::Is(piece) => {
                (text.bytes.get(at..at + piece.len())? == piece.as_bytes()).then_some(at + piece.len())?
            }
            Part::Run(alphabet, least, most) => {
                let length =
                    text.bytes.iter().skip(at).take(*most).take_while(|byte| alphabet.has(**byte)).count();
                (length >= *least).then_some(at + length)?
            }
            Part::Maybe(parts) => forth(parts, text, at).unwrap_or(at),
        };
    }
    Some(at)
}

/// Where these parts begin when they end here; the nearest comes first.
fn back(parts: &[Part], text: Text<'_>, mut at: usize) -> Option<usize> {
    for part in parts {
        at = match part {
            Part::Is(piece) => {
                let start = at.checked_sub(piece.len())?;
                (text.bytes.get(start..at)? == piece.as_bytes()).then_some(start)?
            }
            Part::Run(alphabet, least, most) => {
                let before = text.bytes.get(..at)?.iter().rev();
                let length = before.take(*most).take_while(|byte| alphabet.has(**byte)).count();
                (length >= *least).then_some(at - length)?
            }
            Part::Maybe(parts) => back(parts, text, at).unwrap_or(at),
        };
    }
    Some(at)
}

/// Whether a token ends here: nothing that could belong to it follows.
fn ends_alone(text: Text<'_>, at: usize) -> bool {
    match text.byte(at) {
        b'_' => false,
        b'-' => !text.byte(at + 1).is_ascii_alphanumeric(),
        byte => !byte.is_ascii_alphanumeric(),
    }
}

/// Whether these letters are more than what people fill forms with: `xxxx`, one or two letters over and over, `EXAMPLE`.
pub(super) fn is_no_filler(body: &[u8]) -> bool {
    let mut counts = [0_usize; 128];
    for byte in body.iter().filter(|byte| byte.is_ascii_alphanumeric()) {
        if let Some(count) = counts.get_mut(usize::from(byte.to_ascii_lowercase())) {
            *count += 1;
        }
    }
    let letters: usize = counts.iter().sum();
    let distinct = counts.iter().filter(|count| **count > 0).count();
    let most = counts.iter().copied().max().unwrap_or(0);
    let varied = match letters {
        0..8 => distinct > 1,
        8..16 => distinct > 3,
        _ => distinct > 4 && most * 5 < letters * 3,
    };
    varied && !says_stand_in(body)
}

fn says_stand_in(body: &[u8]) -> bool {
    let occurs =
        |word: &[u8]| body.windows(word.len()).filter(|piece| piece.eq_ignore_ascii_case(word)).count();
    let examples = occurs(b"example");
    // A word of seven letters among a hundred random ones is not what the token says.
    (examples > 0 && examples * 28 >= body.len())
        || [&b"xxxxx"[..], b"your_", b"your-", b"placeholder", b"redacted", b"changeme", b"....."]
            .into_iter()
            .any(|word| occurs(word) > 0)
}

/// Whether letters and digits alternate as chance makes them. Words and the names of things in programs seldom have two digits,
/// and seldom change between small letters, capitals and digits.
pub(super) fn is_mixed(body: &[u8]) -> bool {
    let sort = |byte: u8| (byte.is_ascii_digit(), byte.is_ascii_uppercase());
    let digits = body.iter().filter(|byte| byte.is_ascii_digit()).count();
    let letters = body.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let changes = body.windows(2).filter(|pair| matches!(pair, [a, b] if sort(*a) != sort(*b))).count();
    (digits >= 2 || changes * 4 >= body.len()) && letters >= 2 && is_no_filler(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(row: &Detector, text: &'a str) -> Option<&'a str> {
        let Find::Token(form) = &row.find else { return None };
        let text = Text::new(text);
        (0..text.bytes.len()).find_map(|at| form.find(text, at)).map(|found| text.piece(found.range))
    }

    static ROW: Detector = anchored(
        &secret("made_up", "made-up token"),
        &[Part::Run(HEX, 4, 4)],
        &["-Xy-"],
        &[Part::Run(ALNUM, 6, 8), Part::Maybe(&[Part::Is("."), Part::Run(DIGIT, 2, 2)])],
        &[],
        &[],
    );

    #[test]
    fn a_token_has_its_parts_and_stands_alone() {
        for (text, wanted) in [
            ("it is 12ab-Xy-q7Lm2V.", Some("12ab-Xy-q7Lm2V")),
            ("\"12ab-Xy-q7Lm2Vb8.42\"", Some("12ab-Xy-q7Lm2Vb8.42")),
            ("12ab-Xy-q7Lm2Vb8.4", Some("12ab-Xy-q7Lm2Vb8")),
            ("12ab-xy-q7Lm2V", None),
            ("12ab-Xy-q7Lm2", None),
            ("12ab-Xy-q7Lm2Vb8W", None),
            ("12ab-Xy-q7Lm2V_more", None),
            ("012ab-Xy-q7Lm2V", None),
            ("12ag-Xy-q7Lm2V", None),
        ] {
            assert_eq!(found(&ROW, text), wanted, "{text}");
        }
    }

    #[test]
    fn a_quote_that_belongs_to_a_start_is_no_part_of_the_token() {
        static SHORT: Detector =
            token(&secret("made_up", "made-up token"), &["=Z"], &[Part::Run(HEX, 8, 8)], &[], &[]);
        assert_eq!(found(&SHORT, "key=Z51c8e2a7;"), Some("Z51c8e2a7"));
    }

    #[test]
    fn fillers_are_no_tokens_and_chance_is() {
        for filler in
            ["xxxxxxxxxxxx", "123123123123123123", "q7LmXXXXXXXXq7Lm", "EXAMPLEEXAMPLE1", "your_token_here99"]
        {
            assert!(!is_no_filler(filler.as_bytes()), "{filler}");
        }
        assert!(is_no_filler(b"q7Lm2Vb8Wz1Kp6Ns3Rf5"));
        assert!(is_mixed(b"AbCdEfGhIjKlMnOpQrSt") && !is_mixed(b"AcceptanceTimeoutSeconds"));
    }
}
