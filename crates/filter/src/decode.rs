//! Other readings of a text: what stands in it percent-encoded, as HTML entities, escaped, in base64 or in hex. Each reading
//! knows where it came from, so that a hit inside covers the encoded piece. It must not know what is looked for.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use data_encoding::{BASE64URL_NOPAD, Encoding, HEXLOWER_PERMISSIVE};
use memchr::memmem;

use crate::text::{ceil, floor, next_where};
use crate::view::{Builder, Map};
use crate::{lookalike, spaced};

/// Shorter encoded pieces hold no secret worth a look: an AWS key id is 27 characters of base64, 40 of hex.
const SHORTEST_BASE64: usize = 20;
const SHORTEST_HEX: usize = 24;
/// A line this long is taken to go on in the next one.
const WRAPPED_LINE: usize = 40;

/// Every other reading of this text that differs from it.
pub(crate) fn readings(text: &str) -> Vec<(String, Map)> {
    let others = [unescape(text), spoken(text), lookalike::folded(text), spaced::joined(text)];
    others.into_iter().flatten().chain(blobs(text)).collect()
}

/// Both alphabets at once, with or without padding, tolerant of wrapped lines and of loose last bits.
static BASE64: LazyLock<Option<Encoding>> = LazyLock::new(|| {
    let mut specification = BASE64URL_NOPAD.specification();
    specification.check_trailing_bits = false;
    specification.translate.from.push_str("+/");
    specification.translate.to.push_str("-_");
    specification.ignore.push_str("= \t\r\n");
    specification.encoding().ok()
});

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_')
}

/// Decodes base64 of either alphabet, padded or not.
pub(crate) fn base64(piece: &[u8]) -> Option<Vec<u8>> {
    // One letter left over after groups of four cannot be base64; a cut-off blob is read without it.
    let whole = if piece.len() % 4 == 1 { piece.len() - 1 } else { piece.len() };
    BASE64.as_ref()?.decode(piece.get(..whole)?).ok()
}

/// All readable pieces in base64 and in hex, a line each. Hex digits are letters of base64, so one search finds both.
fn blobs(text: &str) -> impl Iterator<Item = (String, Map)> {
    let (bytes, mut base64, mut hex, mut at) = (text.as_bytes(), Builder::default(), Builder::default(), 0);
    while let Some(start) = next_run(bytes, at) {
        let end = run(bytes, start, is_base64);
        let readable = |range: Range<usize>, group: usize, encoding: &Encoding| {
            readable(bytes.get(range).unwrap_or_default(), group, encoding)
        };
        if let Some(piece) = BASE64.as_ref().and_then(|encoding| readable(start..end, 4, encoding)) {
            base64.replace(start..end, &piece);
            base64.replace(end..end, "\n");
        }
        let mut inside = start;
        while let Some(skipped) =
            bytes.get(inside..end).and_then(|rest| rest.iter().position(u8::is_ascii_hexdigit))
        {
            let first = inside + skipped;
            inside = run(bytes, first, |byte| byte.is_ascii_hexdigit()).max(first + 1);
            if inside - first < SHORTEST_HEX {
                continue;
            }
            if let Some(piece) = readable(first..inside, 2, &HEXLOWER_PERMISSIVE) {
                hex.replace(first..inside, &piece);
                hex.replace(inside..inside, "\n");
            }
        }
        at = end;
    }
    [base64, hex].into_iter().map(Builder::finish).filter(|(text, _)| !text.is_empty())
}

/// Where the next run of base64 letters begins that is long enough on its line. Looks at every twentieth byte: a run that is
/// long enough cannot pass between.
fn next_run(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let window = bytes.get(at..at + SHORTEST_BASE64)?;
        match window.iter().rposition(|byte| !is_base64(*byte)) {
            Some(breaks) => at += breaks + 1,
            None => return Some(at),
        }
    }
}

/// What a piece decodes to, where that reads as text. `group` letters stand for whole bytes.
fn readable(piece: &[u8], group: usize, encoding: &Encoding) -> Option<String> {
    // Most long runs are keys and hashes: their first bytes tell.
    const FIRST: usize = 16;
    let piece: Cow<'_, [u8]> = match piece.iter().any(u8::is_ascii_whitespace) {
        true => Cow::Owned(piece.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect()),
        false => Cow::Borrowed(piece),
    };
    let first = encoding.decode(piece.get(..FIRST)?).ok()?;
    let begins = match std::str::from_utf8(&first) {
        Ok(whole) => whole,
        // A character may be cut where the first bytes end.
        Err(cut) if cut.error_len().is_none() => std::str::from_utf8(first.get(..cut.valid_up_to())?).ok()?,
        Err(_) => return None,
    };
    if !is_readable(begins) {
        return None;
    }
    let loose = if group == 2 { piece.len() % 2 } else { usize::from(piece.len() % 4 == 1) };
    let decoded = encoding.decode(piece.get(..piece.len() - loose)?).ok()?;
    String::from_utf8(decoded).ok().filter(|decoded| is_readable(decoded))
}

/// The end of a run of encoded bytes that may go on over line ends, as mail and YAML wrap them.
fn run(bytes: &[u8], start: usize, belongs: fn(u8) -> bool) -> usize {
    let length = |from: usize| bytes.iter().skip(from).take_while(|byte| belongs(**byte)).count();
    let (mut line, mut end) = (start, start + length(start));
    while end - line >= WRAPPED_LINE {
        let blank = bytes.iter().skip(end).take(12).take_while(|byte| byte.is_ascii_whitespace()).count();
        let next = end + blank;
        let went_on = length(next);
        let broken = bytes.get(end..next).is_some_and(|blank| blank.contains(&b'\n'));
        if !broken || went_on == 0 {
            break;
        }
        (line, end) = (next, next + went_on);
    }
    end
}

fn is_readable(decoded: &str) -> bool {
    decoded.chars().all(|character| !character.is_control() || matches!(character, '\n' | '\r' | '\t'))
}

/// The text with percent codes, HTML entities, backslash escapes and spelled-out "[at]" and "[dot]" resolved.
fn unescape(text: &str) -> Option<(String, Map)> {
    let bytes = text.as_bytes();
    let (mut builder, mut copied, mut at) = (Builder::default(), 0, 0);
    // Where the stretch around the last escape ends.
    let mut until = 0;
    while let Some(found) = next_escape(bytes, at) {
        let Some((range, piece)) = escape(text, found) else {
            at = found + 1;
            continue;
        };
        let range = range.start.max(copied)..range.end;
        let from = stretch_start(text, until, range.start);
        if from > until {
            builder.copy(copied, text.get(copied..until).unwrap_or_default());
            builder.replace(until..until, "\n");
            copied = from;
        }
        builder.copy(copied, text.get(copied..range.start).unwrap_or_default());
        builder.replace(range.clone(), &piece);
        until = stretch_end(text, until, range.end);
        (copied, at) = (range.end, range.end);
    }
    builder.copy(copied, text.get(copied..until).unwrap_or_default());
    (until > 0).then(|| builder.finish())
}

/// Where the next character stands that an escape can begin with.
fn next_escape(bytes: &[u8], from: usize) -> Option<usize> {
    next_where(bytes, from, |byte| {
        matches!(byte, b'%' | b'&' | b'\\' | b'[' | b'(' | b'{' | b'<' | b'*' | b'=')
    })
}

/// How far before and after an escape its reading goes: what stands further away is the same in the text itself. So far, and on to the end
/// of the word there, since keys can be long.
const STRETCH_BEFORE: usize = 256;
const STRETCH_AFTER: usize = 192;
const LONGEST_WORD: usize = 8192;

/// Where the stretch around an escape begins; not before `until`, where the one before it ends.
fn stretch_start(text: &str, until: usize, at: usize) -> usize {
    let near = at.saturating_sub(STRETCH_BEFORE);
    let before = text.as_bytes().get(until..near).unwrap_or_default();
    let word = before.iter().rev().take(LONGEST_WORD).take_while(|byte| !byte.is_ascii_whitespace()).count();
    floor(text, near - word).max(until.min(near))
}

/// Where the stretch around an escape ends; what is known to end at `until` is not looked at again.
fn stretch_end(text: &str, until: usize, at: usize) -> usize {
    let near = (at + STRETCH_AFTER).min(text.len());
    if near <= until {
        return until;
    }
    let after = text.as_bytes().get(near..).unwrap_or_default();
    let word = after.iter().take(LONGEST_WORD).take_while(|byte| !byte.is_ascii_whitespace()).count();
    ceil(text, near + word)
}

/// The escape at a place: the range it takes and what it stands for.
fn escape(text: &str, at: usize) -> Option<(Range<usize>, String)> {
    let rest = text.get(at..)?;
    let (len, piece) = match rest.as_bytes().first()? {
        b'%' => percent(rest)?,
        b'&' => entity(rest)?,
        b'\\' => backslash(rest)?,
        b'<' => tag(rest)?,
        b'*' => emphasis(text, at)?,
        // Quoted-printable goes on in the next line (RFC 2045).
        b'=' => (line_end(rest.get(1..)?)? + 1, String::new()),
        _ => return spelled(text, at),
    };
    Some((at..at + len, piece))
}

fn percent(rest: &str) -> Option<(usize, String)> {
    let codes = rest.as_bytes().chunks_exact(3).map_while(|code| match code {
        [b'%', high, low] => u8::from_str_radix(std::str::from_utf8(&[*high, *low]).ok()?, 16).ok(),
        _ => None,
    });
    let decoded: Vec<u8> = codes.take(64).collect();
    let valid = match std::str::from_utf8(&decoded) {
        Ok(whole) => whole,
        Err(error) => std::str::from_utf8(decoded.get(..error.valid_up_to())?).ok()?,
    };
    (!valid.is_empty()).then(|| (valid.len() * 3, valid.to_owned()))
}

fn entity(rest: &str) -> Option<(usize, String)> {
    const NAMED: [(&str, &str); 15] = [
        ("amp", "&"),
        ("lt", "<"),
        ("gt", ">"),
        ("quot", "\""),
        ("apos", "'"),
        ("nbsp", " "),
        ("commat", "@"),
        ("period", "."),
        ("hyphen", "-"),
        ("dash", "-"),
        ("lowbar", "_"),
        ("colon", ":"),
        ("equals", "="),
        ("sol", "/"),
        ("plus", "+"),
    ];
    let end = rest.bytes().take(12).position(|byte| byte == b';')?;
    let name = rest.get(1..end)?;
    let piece = match name.strip_prefix('#') {
        Some(number) => code_point(match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        })?,
        None => NAMED.iter().find(|(known, _)| *known == name)?.1.to_owned(),
    };
    Some((end + 1, piece))
}

fn code_point(code: u32) -> Option<String> {
    char::from_u32(code).map(String::from)
}

fn backslash(rest: &str) -> Option<(usize, String)> {
    let hex = |range: Range<usize>| rest.get(range).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    match *rest.as_bytes().get(1)? {
        b'\r' | b'\n' => Some((1 + line_end(rest.get(1..)?)?, String::new())),
        b'n' => Some((2, "\n".to_owned())),
        b'r' => Some((2, "\r".to_owned())),
        b't' => Some((2, "\t".to_owned())),
        b'x' => Some((4, code_point(hex(2..4)?)?)),
        b'u' if rest.as_bytes().get(2) == Some(&b'{') => {
            let end = rest.bytes().take(10).position(|byte| byte == b'}')?;
            Some((end + 1, code_point(hex(3..end)?)?))
        }
        b'u' => match hex(2..6)? {
            high @ 0xd800..=0xdbff if rest.get(6..8) == Some("\\u") => {
                let low = hex(8..12).filter(|low| (0xdc00..=0xdfff).contains(low))?;
                Some((12, code_point(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))?))
            }
            code => Some((6, code_point(code)?)),
        },
        punctuation if punctuation.is_ascii_punctuation() => Some((2, char::from(punctuation).to_string())),
        _ => None,
    }
}

/// The length of a line end.
fn line_end(rest: &str) -> Option<usize> {
    [("\r\n", 2), ("\n", 1)].into_iter().find(|(end, _)| rest.starts_with(end)).map(|(_, len)| len)
}

/// A tag or a comment of HTML: nothing where it stands within a line, a blank where it begins another.
fn tag(rest: &str) -> Option<(usize, String)> {
    const INLINE: [&str; 17] = [
        "a", "b", "i", "u", "s", "em", "strong", "span", "code", "font", "mark", "small", "wbr", "sub",
        "sup", "kbd", "tt",
    ];
    const BLOCK: [&str; 24] = [
        "br", "p", "div", "td", "th", "tr", "table", "tbody", "thead", "li", "ul", "ol", "dl", "dt", "dd",
        "hr", "pre", "h1", "h2", "h3", "h4", "h5", "section", "img",
    ];
    if rest.starts_with("<!--") {
        let end = rest.get(..floor(rest, 200))?.find("-->")?;
        return Some((end + 3, String::new()));
    }
    let end = rest.bytes().take(120).position(|byte| byte == b'>')?;
    let name = rest.get(1..end)?.trim_matches('/');
    // "<user:password>" is no tag.
    let name = name.split([' ', '\n', '/']).next()?;
    let inline = INLINE.iter().any(|known| known.eq_ignore_ascii_case(name));
    if !inline && !BLOCK.iter().any(|known| known.eq_ignore_ascii_case(name)) {
        return None;
    }
    Some((end + 1, if inline { String::new() } else { " ".to_owned() }))
}

/// Markdown's stars within a value: "4242**4242**", and the joint of "**4242** **4242**".
fn emphasis(text: &str, at: usize) -> Option<(usize, String)> {
    let bytes = text.as_bytes();
    let stars = bytes.iter().skip(at).take(4).take_while(|byte| **byte == b'*').count();
    let belongs = |byte: Option<&u8>| {
        byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'@' | b'.'))
    };
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    let after = bytes.get(at + stars);
    if stars < 4 && belongs(before) && belongs(after) {
        return Some((stars, String::new()));
    }
    let joint =
        after == Some(&b' ') && bytes.iter().skip(at + stars + 1).take(stars).all(|byte| *byte == b'*');
    let next = bytes.get(at + 2 * stars + 1);
    (stars < 4 && belongs(before) && joint && belongs(next)).then(|| (2 * stars + 1, " ".to_owned()))
}

const DOTS: [&str; 2] = [" dot ", " DOT "];

/// "name at host dot org" in plain words: only where a host's first part stands between the two.
fn spoken(text: &str) -> Option<(String, Map)> {
    const TOPS: &str = "com org net edu gov mil info biz io ai co uk us ca au nz ie de ch fr nl lu es pt gr pl cz sk hu ro bg se dk fi \
                        ee lv lt ru ua tr za ng ke br ar mx cl jp kr cn tw hk sg eu example";
    const ATS: [&str; 2] = [" at ", " AT "];
    if !DOTS.iter().any(|dot| memmem::find(text.as_bytes(), dot.as_bytes()).is_some()) {
        return None;
    }
    let mut edits: Vec<(Range<usize>, &str)> = Vec::new();
    let (mut addressed, mut topped) = (false, false);
    for dot in DOTS {
        for (at, _) in text.match_indices(dot) {
            let label = text.get(..at)?.rfind(char::is_whitespace).map_or(0, |blank| blank + 1);
            let sign =
                ATS.iter().find(|sign| text.get(..label).is_some_and(|before| before.ends_with(**sign)));
            if let Some(sign) = sign {
                edits.push((label - sign.len()..label, "@"));
                addressed = true;
            }
            let next = text.get(at + dot.len()..)?;
            let next = next.split(|next: char| !next.is_alphanumeric()).next()?.to_ascii_lowercase();
            topped |= TOPS.split(' ').any(|top| top == next);
            edits.push((at..at + dot.len(), "."));
        }
    }
    edits.sort_by_key(|(range, _)| range.start);
    let (mut builder, mut copied) = (Builder::default(), 0);
    for (range, piece) in edits.into_iter().filter(|_| addressed && topped) {
        // Neighbours can share a blank.
        let range = range.start.max(copied)..range.end.max(copied);
        builder.copy(copied, text.get(copied..range.start).unwrap_or_default());
        builder.replace(range.clone(), piece);
        copied = range.end;
    }
    builder.copy(copied, text.get(copied..).unwrap_or_default());
    (addressed && topped).then(|| builder.finish())
}

/// "name [at] host [dot] org": the word in brackets and the spaces around it.
fn spelled(text: &str, at: usize) -> Option<(Range<usize>, String)> {
    let inner = text.get(at + 1..floor(text, at + 8))?;
    let end = inner.find([']', ')', '}'])?;
    let piece = match inner.get(..end)?.trim().to_ascii_lowercase().as_str() {
        "at" | "@" => "@",
        "dot" | "." => ".",
        _ => return None,
    };
    let before = usize::from(at > 0 && text.as_bytes().get(at - 1) == Some(&b' '));
    let end = at + 1 + end + 1;
    let after = usize::from(text.as_bytes().get(end) == Some(&b' '));
    Some((at - before..end + after, piece.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unescaped(text: &str) -> String {
        unescape(text).map_or_else(|| text.to_owned(), |(text, _)| text)
    }

    #[test]
    fn escapes() {
        for (given, wanted) in [
            ("a%40b", "a@b"),
            ("100% %zz %C3%A9 %ff", "100% %zz é %ff"),
            ("1&#45;2&#x2d;3&amp;&nope;", "1-2-3&&nope;"),
            (r"a\_b\nc\u0041\u{42}\x43\ud83d\ude00\q", "a_b\ncABC😀\\q"),
            ("x [at] y (dot) z", "x@y.z"),
            ("é[", "é["),
            ("a [at] [at] b", "a@@b"),
            ("a( AT )b{dot}c", "a@b.c"),
            ("42<b>42</b><td class='x'>7", "4242 7"),
            ("42<!-- x -->42 a < b", "4242 a < b"),
            ("42**42** **42**", "4242 42**"),
            ("ab=\ncd\\\nef", "abcdef"),
        ] {
            assert_eq!(unescaped(given), wanted, "{given}");
        }
    }

    #[test]
    fn addresses_in_words() {
        let read = |text: &str| spoken(text).map(|(text, _)| text);
        assert_eq!(read("to a dot b at c dot d dot org now").as_deref(), Some("to a.b@c.d.org now"));
        assert_eq!(read("look at the dot in the middle"), None);
    }

    #[test]
    fn only_what_stands_around_an_escape_is_read_again() {
        let far = "word ".repeat(1000);
        let text = format!("{far}a%40b {far}c&amp;d {far}");
        let (view, map) = unescape(&text).unwrap();
        assert!(view.len() < 4000 && view.contains("word a@b word") && view.contains("word c&d word"));
        for (wanted, escaped) in [("a@b", "a%40b"), ("c&d", "c&amp;d"), ("word c", "word c")] {
            let at = view.find(wanted).unwrap();
            assert_eq!(&text[map.source(&(at..at + wanted.len()))], escaped);
        }
        let long = format!("{far}{}%2d{} {far}", "k".repeat(3000), "l".repeat(3000));
        assert!(unescape(&long).unwrap().0.contains(&format!("\n{}-{}", "k".repeat(3000), "l".repeat(3000))));
    }

    #[test]
    fn blobs_lead_back_to_the_whole_blob() {
        let text = "see aGVsbG8gdGhlcmUsIHlvdQ== and 68656c6c6f2074686572652c20796f75";
        let readings = readings(text);
        let hello: Vec<_> = readings.iter().filter(|(view, _)| view.contains("hello there, you")).collect();
        assert_eq!(hello.len(), 2);
        let (view, map) = hello[0];
        let at = view.find("there").unwrap();
        assert_eq!(&text[map.source(&(at..at + 5))], "aGVsbG8gdGhlcmUsIHlvdQ");
    }

    #[test]
    fn what_does_not_read_as_text_is_left() {
        assert!(readings("3fa9c1d27be04f6688aa1c0db5de90f1 qWx8ZpL0vT3nR7sK2mYc").is_empty());
    }
}
