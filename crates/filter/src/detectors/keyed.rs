//! Secrets that show nothing of their own: an opaque value beside the name of the service that issued it. This says how the
//! name leads to the value; `opaque` says what such a value looks like, the other files which services there are. It must not
//! know any service.

mod code;
mod customers;
mod data;
mod machines;
mod messages;
mod money;
mod office;
mod opaque;
mod pages;
mod places;
mod words;

use std::ops::Range;

use super::{Detector, Found, Trigger};
use crate::text::Text;
use crate::triggers::begins_word;
use opaque::{Demand, is_opaque};
use words::{holds_credential, is_credential, is_filler, is_other_attribute};

/// What looking costs, in bytes looked at: at a name, at a word, and at a value for each of its bytes.
const NAME_COST: usize = 48;
const WORD_COST: usize = 400;
const VALUE_COST: usize = 8;

/// How far from a service's name its secret may begin.
const REACH: usize = 90;
/// Longer values are looked at up to here.
const LONGEST_VALUE: usize = 300;
/// How many words may stand between the name and the word for a secret ("the Mailgun sending key").
const WORDS_BETWEEN: usize = 3;
/// No secret is shorter; without digits, none is shorter than this.
const SHORTEST: usize = 8;
const SHORTEST_WORDS: usize = 14;
/// How many parts of a word that holds the name are tried as the beginning of the value.
const PARTS: usize = 4;
/// After so many words the search ends.
const WORDS: usize = 12;

/// How a service's name is used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    /// Nobody means anything else by it.
    Own,
    /// A word of the language (box, float, front): it counts only where a word for a secret is joined to it.
    Spoken,
    /// Its keys are shorter than most: so many letters and digits are enough behind an assignment.
    Short(usize),
    /// Its records have numbers of 24 hexadecimal digits, which people call keys too.
    OfRecords,
}

/// All services.
pub(super) fn rows() -> impl Iterator<Item = &'static Detector> {
    [
        code::ROWS,
        customers::ROWS,
        data::ROWS,
        machines::ROWS,
        messages::ROWS,
        money::ROWS,
        office::ROWS,
        pages::ROWS,
        places::ROWS,
    ]
    .into_iter()
    .flatten()
}

/// Rows of services: what the secret is called, how the service's name is written (the first way names the kind too), what people
/// read, and how the name is used where it is not [`Name::Own`].
macro_rules! services {
    ($($what:ident $word:literal $(| $other:literal)* : $label:literal $($name:expr)?;)*) => {
        pub(super) static ROWS: &[Detector] = &[$(Detector {
            kind: &kind(concat!($word, "_", stringify!($what)), concat!($label, " ", stringify!($what)), Class::Secret).yielding(1),
            trigger: Trigger::Words(&[$word $(, $other)*]),
            find: Find::Keyed(services!(@name $($name)?)),
            context: &[],
            fires: &[concat!($word, "_api_key = \"9fK2mQ7xW4t", "B8vN3cZ6pL1sD5gH0\"")],
            silent: &[
                concat!($word, "_api_key = \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\""),
                concat!("the ", $word, " key was rotated in commit 9fd2c71b", "e04a6685aa1c0db5de90f13e7c2b8d46"),
            ],
        }),*];
    };
    (@name) => { Name::Own };
    (@name $name:expr) => { $name };
}
use services;

/// What stands between the name and the place that is looked at.
#[derive(Default)]
struct Bridge {
    /// A word for a secret came, and nothing after it that speaks of something else.
    said: bool,
    /// Words that came since the name or since the word for a secret.
    words: usize,
    /// The last thing was an assignment.
    assigned: bool,
    /// An assignment came after the word for a secret.
    joined: bool,
    lines: usize,
    /// Nothing but the name stands on this line so far.
    owns_line: bool,
}

/// The value that a service's name at `at` leads to. What was looked at is added to `cost`.
pub(crate) fn find(
    text: Text<'_>,
    at: usize,
    trigger: &Trigger,
    name: Name,
    cost: &mut usize,
) -> Option<Found> {
    *cost += NAME_COST;
    let Trigger::Words(words) = trigger else { return None };
    let written = |word: &&&str| {
        text.bytes.get(at..at + word.len()).is_some_and(|bytes| bytes.eq_ignore_ascii_case(word.as_bytes()))
    };
    let end = at + words.iter().filter(written).map(|word| word.len()).max()?;
    if !begins_word(text.before(at, 1), text.byte(at))
        || !goes_on(text, end)
        || name == Name::Spoken && !is_joined(text, end)
    {
        return None;
    }
    *cost += REACH;
    if !has_long_word(text, end) {
        return None;
    }
    let owns_line =
        text.bytes.get(..at)?.iter().rev().find(|byte| !is_blank(**byte)).is_none_or(|byte| *byte == b'\n');
    // `dd_api_key`, `hapikey`: the name says it already.
    let said = text.bytes.get(at..end).is_some_and(words::ends_credential);
    let mut bridge = Bridge { owns_line, said, ..Bridge::default() };
    let (mut place, mut words_read) = (end, 0);
    while place < end + REACH {
        let byte = text.byte(place);
        let in_quotes = quoted(text, place);
        *cost += in_quotes.as_ref().map_or(1, |value| VALUE_COST * (value.len() + WORDS));
        if let Some(range) = in_quotes.filter(|value| bridge.allows(text, value, name)) {
            return Some(Found { range, validated: false });
        }
        if !is_part(byte) {
            bridge.joint(text, place)?;
            place += 1;
            continue;
        }
        let piece = place..place + run(text, place, bridge.assigned);
        let tries = if piece.len() > WORDS { PARTS } else { 1 };
        *cost += WORD_COST + VALUE_COST * tries * piece.len();
        words_read += 1;
        if words_read > WORDS {
            return None;
        }
        if let Some(value) = bridge.value(text, &piece, place == end, name) {
            return Some(Found { range: widened(text, value), validated: false });
        }
        let ends_sentence = matches!(text.before(piece.end, 1), b'.' | b'!' | b'?')
            && text.byte(piece.end).is_ascii_whitespace();
        if ends_sentence {
            return None;
        }
        bridge.read(text.bytes.get(piece.clone())?, place == end);
        bridge.owns_line = false;
        if bridge.words > WORDS_BETWEEN {
            return None;
        }
        place = piece.end;
    }
    None
}

/// The name ends here: by what follows, by a change of case, or because a word for a secret follows at once.
fn goes_on(text: Text<'_>, end: usize) -> bool {
    let (last, next) = (text.before(end, 1), text.byte(end));
    let changed = last.is_ascii_lowercase() && next.is_ascii_uppercase()
        || last.is_ascii_uppercase() && next.is_ascii_lowercase()
        || last.is_ascii_digit() && next.is_ascii_uppercase();
    let ended = !next.is_ascii_alphabetic() && next < 0x80;
    ended || changed || is_joined(text, end)
}

/// Whether a word for a secret follows with at most one sign between.
fn is_joined(text: Text<'_>, end: usize) -> bool {
    let skip = usize::from(matches!(text.byte(end), b'_' | b'-' | b'.' | b' '));
    let rest = text.bytes.get(end + skip..).unwrap_or_default();
    let rest = rest.get(..rest.len().min(24)).unwrap_or_default();
    let word = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let word = rest.get(..word).unwrap_or_default();
    words::begins_credential(word)
}

/// Whether anything within reach is long enough for a secret: most names stand in sentences and lists.
fn has_long_word(text: Text<'_>, end: usize) -> bool {
    let (mut length, mut digits) = (0, 0);
    for byte in text.bytes.iter().skip(end).take(REACH + SHORTEST_WORDS) {
        if !is_part(*byte) {
            (length, digits) = (0, 0);
            continue;
        }
        (length, digits) = (length + 1, digits + usize::from(byte.is_ascii_digit()));
        if length >= SHORTEST && digits > 0 || length >= SHORTEST_WORDS {
            return true;
        }
    }
    false
}

/// What a value, or a word, is made of.
fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'_' | b'-' | b'.' | b'/' | b'+' | b'~' | b'%' | b'!' | b'*' | b'#' | b'$' | b'@')
}

/// How long a word or value is. Behind an assignment `=` belongs to it where it stands inside.
fn run(text: Text<'_>, at: usize, assigned: bool) -> usize {
    let bytes = text.bytes.get(at..).unwrap_or_default();
    let bytes = bytes.get(..bytes.len().min(LONGEST_VALUE)).unwrap_or_default();
    let inside = |place: usize| {
        assigned
            && bytes.get(place) == Some(&b'=')
            && bytes.get(place + 1).is_some_and(|next| is_part(*next) || *next == b'=')
    };
    (0..bytes.len())
        .find(|place| !bytes.get(*place).copied().is_some_and(is_part) && !inside(*place))
        .unwrap_or(bytes.len())
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r')
}

/// The content of quotes that open here, if it is one word.
fn quoted(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    let quote = text.byte(at);
    if !matches!(quote, b'"' | b'\'' | b'`') {
        return None;
    }
    let inner = text.bytes.get(at + 1..)?;
    let length = inner
        .iter()
        .take(LONGEST_VALUE)
        .position(|byte| *byte == quote || byte.is_ascii_whitespace() || !byte.is_ascii())?;
    if inner.get(length) != Some(&quote) {
        return None;
    }
    let content = inner.get(..length)?;
    let escaped = usize::from(content.last() == Some(&b'\\'));
    let first = content.first()?;
    // What closes a quote is followed by a joint.
    let closing = matches!(first, b',' | b':' | b'=' | b')' | b']' | b'}' | b'>' | b';' | b'\\');
    (!closing).then(|| at + 1..at + 1 + length - escaped)
}

/// A value goes on over what can stand inside of one, and over the padding at its end.
fn widened(text: Text<'_>, value: Range<usize>) -> Range<usize> {
    let mut end = value.end;
    while text.byte(end) == b'=' && end < value.end + 3 {
        end += 1;
    }
    let padding = end - value.end <= 2 && !text.byte(end).is_ascii_alphanumeric();
    if !padding {
        // `=` and `:` inside of a value, as in `1/12345:abcdef`.
        let inside =
            |at: usize| matches!(text.byte(at), b'=' | b':') && text.byte(at + 1).is_ascii_alphanumeric();
        end = value.end;
        while inside(end) && end < value.start + LONGEST_VALUE {
            end += 1 + run(text, end + 1, false);
        }
    }
    while end > value.start && matches!(text.before(end, 1), b'.' | b'!' | b'-' | b'*' | b'%') {
        end -= 1;
    }
    value.start..end
}

impl Bridge {
    /// Reads one sign between words. None ends the search.
    fn joint(&mut self, text: Text<'_>, at: usize) -> Option<()> {
        match text.byte(at) {
            b'=' | b':' | b'>' => self.assigned = true,
            b'|' if text.before(at, 1) == b'|' => self.assigned = true,
            b',' if matches!(text.before(at, 1), b'"' | b'\'' | b'`') => self.assigned = true,
            b'\n' => {
                self.lines += 1;
                if self.lines > 3 || text.before(at, 1) == b'\n' {
                    return None;
                }
            }
            0 => return None,
            // What a template or a shell puts in.
            b'{' if matches!(text.before(at, 1), b'$' | b'{') => return None,
            _ => {}
        }
        self.joined = self.said && self.assigned;
        Some(())
    }

    /// Reads a word; `attached` to the name or on its own.
    fn read(&mut self, word: &[u8], attached: bool) {
        // Numbers alone say nothing.
        if !word.iter().any(u8::is_ascii_alphabetic) {
            return;
        }
        let was_assigned = std::mem::take(&mut self.assigned);
        if is_other_attribute(word) {
            (self.said, self.words) = (false, self.words + 2);
        } else if attached && holds_credential(word) || !attached && is_credential(word) {
            (self.said, self.words) = (true, 0);
        } else if attached {
            self.words += 2;
        } else if is_filler(word) {
            self.assigned = was_assigned;
        } else {
            // After the word for a secret, another word means that something else is spoken of.
            self.words += if self.said { 2 } else { 1 };
            self.said = false;
        }
        self.joined = self.said && self.assigned;
    }

    /// The value in a piece, if it holds one: the whole of it, or what follows the words joined to the name or to a word for a
    /// secret.
    fn value(
        &self,
        text: Text<'_>,
        piece: &Range<usize>,
        attached: bool,
        name: Name,
    ) -> Option<Range<usize>> {
        let bytes = text.bytes.get(piece.clone())?;
        if !attached && self.allows(text, piece, name) {
            return Some(piece.clone());
        }
        let starts = (1..bytes.len()).filter(|at| {
            let before = bytes.get(at - 1).copied().unwrap_or(0);
            matches!(before, b'_' | b'-' | b'.') && bytes.get(*at).is_some_and(u8::is_ascii_alphanumeric)
        });
        for start in starts.take(PARTS) {
            let joined = bytes.get(..start)?;
            if joined.contains(&b'/') {
                break;
            }
            let said = if attached { self.said || holds_credential(joined) } else { is_credential(joined) };
            let value = piece.start + start..piece.end;
            let bridge = Bridge { said, ..Bridge::default() };
            if said && !is_other_attribute(joined) && bridge.allows(text, &value, name) {
                return Some(value);
            }
        }
        None
    }

    /// Whether what was read lets this be the secret.
    fn allows(&self, text: Text<'_>, value: &Range<usize>, name: Name) -> bool {
        let least = match name {
            Name::Short(least) => Some(least),
            _ => None,
        };
        let demand = match (self.said, self.joined, self.assigned) {
            (true, true, _) => Demand::Assigned { least: least.unwrap_or(12) },
            (true, false, _) => Demand::Named { least: least.unwrap_or(16) },
            (false, ..) if self.words > 0 || name == Name::Spoken => return false,
            (false, _, true) => Demand::Alone,
            (false, _, false) => {
                let rest = text.bytes.get(value.end..).unwrap_or_default();
                let ends_line = rest.iter().find(|byte| !is_blank(**byte)).is_none_or(|byte| *byte == b'\n');
                if self.owns_line && self.lines == 0 && ends_line { Demand::OnlyLine } else { Demand::Bare }
            }
        };
        let record = name == Name::OfRecords && !self.assigned && value.len() == 24;
        // A call is no value.
        !record
            && text.byte(value.end) != b'('
            && text.bytes.get(value.clone()).is_some_and(|bytes| is_opaque(bytes, demand))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUE: &str = concat!("9fK2mQ7xW4t", "B8vN3cZ6pL1sD5gH0");
    const HEX: &str = concat!("9fd2c71be04a", "6685aa1c0db5de90f13e");
    const GROUPS: &str = "7d1f0c52-3b9e-4a68-8c27-e5b04d9a61f3";

    fn found(text: &str, word: &'static str, name: Name) -> Option<String> {
        let at = text.to_lowercase().find(word).unwrap();
        let words: &'static [&'static str] = Box::leak(Box::new([word]));
        find(Text::new(text), at, &Trigger::Words(words), name, &mut 0)
            .map(|found| text[found.range].to_owned())
    }

    #[test]
    fn every_way_of_saying_it() {
        for text in [
            "ALGOLIA_API_KEY=@V",
            "algoliaApiKey: '@V',",
            "\"algolia-key\": \"@V\"",
            "{\\\"algoliaKey\\\":\\\"@V\\\"}",
            "var myAlgoliaToken string = `@V`",
            "$algoliaToken .= \"@V\"",
            "algolia_token :::= @V",
            "<algoliaToken>\n    @V\n</algoliaToken>",
            "<add key=\"algolia.secret\" value=\"@V\" />",
            "System.setProperty(\"ALGOLIA_TOKEN\", \"@V\")",
            "env('ALGOLIA_KEY', '@V')",
            "algolia:\n  api_key: @V\n",
            "- name: ALGOLIA_ADMIN_KEY\n  value: @V",
            "curl 'https://api.algolia.example/1/keys?token=@V&x=1'",
            "curl https://algolia.example -H \"Authorization: Bearer @V\"",
            "the Algolia admin key for production is @V.",
            "algolia SECRET @V",
            "algoliaPRIVATE-@V",
            "algolia = @V",
            "Algolia key: “@V”",
        ] {
            for value in [VALUE, HEX, GROUPS] {
                let text = text.replace("@V", value);
                assert_eq!(found(&text, "algolia", Name::Own).as_deref(), Some(value), "{text}");
            }
        }
    }

    #[test]
    fn what_is_no_secret() {
        for text in [
            "algolia request id @G failed",
            "algolia commit @H",
            "the algolia key was rotated in commit @H",
            "algolia_trace_id = @G",
            "algolia_public_key = @V",
            "algolia_key_path = /etc/keys/@V",
            "algolia_token_url = https://@V.example/@V",
            "algolia_key = ${ALGOLIA_KEY_9_@V}",
            "algolia_key = getAlgoliaKeyFromTheSettings()",
            "algolia_key = process.env.ALGOLIA_@V",
            "algolia key expires 2031-11-22T10:00:00Z",
            "algolia_key: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "algolia sha256 @H",
            "We use Algolia. The other key is @V",
            "algoliasearchhelper_@V",
            "megaalgolia key @V",
            "algolia-js-client-4.17.21.tgz#@H",
        ] {
            let text = text.replace("@V", VALUE).replace("@H", HEX).replace("@G", GROUPS);
            assert_eq!(found(&text, "algolia", Name::Own), None, "{text}");
        }
    }

    #[test]
    fn a_word_of_the_language_needs_a_word_for_a_secret_joined_to_it() {
        let said = |text: &str| found(&text.replace("@V", VALUE), "box", Name::Spoken).is_some();
        assert!(said("BOX_KEY=@V") && said("box token: @V") && said("boxSecret = \"@V\""));
        assert!(
            !said("box: @V")
                && !said("the box with the key @V")
                && !said("boxer key @V")
                && !said("boxes_key: @V")
        );
    }
}
