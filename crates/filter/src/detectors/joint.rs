//! What ties a name to its value, in the ways that programs, forms and people write it: `name = value`, `"name": "value"`,
//! `name := value`, `<name>value</name>`, `set("name", "value")`, "name is value". It must not know what the name or value is.

use crate::text::Text;

/// How a value is tied to the name before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tie {
    /// By a sign that assigns or compares.
    Assigned,
    /// As the next argument, or as what to take when the name has no value.
    Argument,
    /// By a verb.
    Said,
    /// By nothing but a blank.
    Beside,
}

/// Where a value stands and how it is tied to its name.
pub(super) struct Joint {
    pub tie: Tie,
    /// The quotation mark around the value; 0 when it stands bare.
    pub quote: u8,
    /// Where the value begins, after its quotation mark.
    pub at: usize,
    /// Whether the value stands on another line than the name.
    pub next_line: bool,
}

/// Blanks between a name, its sign and its value, in aligned tables.
const WIDEST_GAP: usize = 40;
/// Types that stand between a name and its sign: `var token string = "…"`.
const TYPES: &[&str] = &[
    "string", "str", "char", "text", "varchar", "const", "bytes", "byte[]", "string?", "any", "&str", "str?",
];

/// What ties a value to the name that ends here. None when nothing does; the first byte tells that in prose.
pub(super) fn joint(text: Text<'_>, name_end: usize) -> Option<Joint> {
    let mut at =
        skip(text, name_end, 6, |byte| matches!(byte, b'"' | b'\'' | b'`' | b')' | b']' | b'*' | b'\\'));
    let quoted_name = (name_end..at).any(|place| is_quote(text.byte(place)));
    if text.byte(at) == b'<' && text.byte(at + 1) == b'/' {
        return element(text, at);
    }
    if text.byte(at) == b'[' {
        let inside = skip(text, at + 1, 6, |byte| byte.is_ascii_digit());
        at = if text.byte(inside) == b']' { inside + 1 } else { at };
    }
    let sign = skip(text, at, WIDEST_GAP, is_blank);
    let sign = past_type(text, sign).unwrap_or(sign);
    let (tie, after) = match (text.byte(sign), text.byte(sign + 1)) {
        (b':', _) => {
            let colons = skip(text, sign, 3, |byte| byte == b':');
            let typed = skip(text, colons, 4, is_blank);
            let after = past_type(text, typed).unwrap_or(colons);
            (Tie::Assigned, skip(text, after, 3, |byte| matches!(byte, b'=' | b':' | b'>')))
        }
        (b'=', _) | (b'!' | b'?' | b'.' | b'+' | b'~', b'=') | (b'<', b'-') => {
            (Tie::Assigned, skip(text, sign + 1, 4, |byte| matches!(byte, b'=' | b'>' | b'-' | b'~')))
        }
        (b'|', _) => (Tie::Assigned, skip(text, sign, 3, |byte| matches!(byte, b'|' | b':' | b'='))),
        // "<user:password> https://…" ends a stand-in, not a tag.
        (b'>', next) if !is_blank(next) => (Tie::Assigned, sign + 1),
        (b',' | b'(', _) => value_word(text, sign + 1).or(Some((Tie::Argument, sign + 1)))?,
        (b'\n' | b'\r', _) => value_word(text, sign)?,
        _ if sign == at && !quoted_name => return None,
        _ => value_word(text, sign).or_else(|| verb(text, sign, quoted_name))?,
    };
    begin(text, tie, after)
}

/// From behind the sign to the value's first byte: blanks, one line end, a bracket, a string's prefix, its quotes.
fn begin(text: Text<'_>, tie: Tie, after: usize) -> Option<Joint> {
    let mut at = skip(text, after, WIDEST_GAP, is_blank);
    let line_end = skip(text, at, 2, |byte| matches!(byte, b'\n' | b'\r'));
    let next_line = line_end > at;
    if next_line {
        at = skip(text, line_end, WIDEST_GAP, is_blank);
    }
    at = skip(text, at, 1, |byte| matches!(byte, b'[' | b'{' | b'(' | b'@'));
    if matches!(text.byte(at), b'b' | b'r' | b'u' | b'f' | b'L' | b'N') && is_quote(text.byte(at + 1)) {
        at += 1;
    }
    at = skip(text, at, 6, |byte| byte == b'\\');
    let quote = if is_quote(text.byte(at)) { text.byte(at) } else { 0 };
    if quote != 0 {
        at = skip(text, at, 3, |byte| byte == quote);
    }
    let fits = quote != 0 || tie != Tie::Argument;
    fits.then_some(Joint { tie, quote, at, next_line })
}

/// `</key><string>` and `</th><td>`: the value is in the next element.
fn element(text: Text<'_>, at: usize) -> Option<Joint> {
    let close = text.after(at, 24).find('>')? + at + 1;
    let open = skip(text, close, WIDEST_GAP, |byte| byte.is_ascii_whitespace());
    if text.byte(open) != b'<' || text.byte(open + 1) == b'/' {
        return None;
    }
    let value = text.after(open, 40).find('>')? + open + 1;
    Some(Joint { tie: Tie::Assigned, quote: 0, at: value, next_line: false })
}

/// Behind a type and the blanks after it, if an equals sign comes then.
fn past_type(text: Text<'_>, at: usize) -> Option<usize> {
    let end =
        skip(text, at, 8, |byte| byte.is_ascii_alphabetic() || matches!(byte, b'[' | b']' | b'?' | b'&'));
    let word = text.piece(at..end).to_ascii_lowercase();
    let sign = skip(text, end, 4, is_blank);
    (TYPES.contains(&word.as_str()) && text.byte(sign) == b'=').then_some(sign)
}

/// `name="api_key" value="…"`, and the same on the next line of a manifest or in the block that a variable opens.
fn value_word(text: Text<'_>, at: usize) -> Option<(Tie, usize)> {
    let word =
        skip(text, at, WIDEST_GAP, |byte| byte.is_ascii_whitespace() || is_quote(byte) || byte == b'{');
    let word_end = skip(text, word, 8, |byte| byte.is_ascii_alphabetic());
    let named =
        ["value", "default"].iter().any(|named| text.piece(word..word_end).eq_ignore_ascii_case(named));
    let sign = skip(text, word_end, 4, |byte| is_blank(byte) || is_quote(byte));
    (named && matches!(text.byte(sign), b'=' | b':')).then_some((Tie::Assigned, sign + 1))
}

/// "is", "or" in programs, or nothing at all.
fn verb(text: Text<'_>, at: usize, quoted_name: bool) -> Option<(Tie, usize)> {
    let word = text.after(at, 5).split([' ', '\t', ':', '\n']).next().unwrap_or_default();
    let after = skip(text, at + word.len(), 2, |byte| is_blank(byte) || byte == b':');
    match word {
        "is" | "was" | "ist" | "est" | "es" | "are" => Some((Tie::Said, after)),
        "or" | "||" | "??" | "?:" if quoted_name => Some((Tie::Argument, after)),
        _ => Some((Tie::Beside, at)),
    }
}

/// Where a value ends that begins here, looked for in so many bytes.
pub(super) fn value_end(text: Text<'_>, joint: &Joint, most: usize) -> usize {
    let ends = |byte: u8| match joint.quote {
        0 => matches!(
            byte,
            b' ' | b'\t'
                ..=b'\r'
                    | b'"'
                    | b'\''
                    | b'`'
                    | b','
                    | b';'
                    | b')'
                    | b']'
                    | b'}'
                    | b'<'
                    | b'>'
                    | b'&'
                    | b'|'
                    | b'\\'
                    | b'*'
        ),
        quote => byte == quote || byte == b'\n' || byte == b'\\',
    };
    skip(text, joint.at, most, |byte| !ends(byte))
}

/// The end of a token that goes on behind the stretch that was looked at. Only for what is found: it takes as long as the token.
pub(super) fn token_end(text: Text<'_>, at: usize) -> usize {
    skip(text, at, usize::MAX, is_token)
}

/// A value of any signs, up to its closing quote or the next blank.
pub(super) fn loose_value(text: Text<'_>, joint: &Joint) -> std::ops::Range<usize> {
    let end = skip(text, joint.at, 72, |byte| {
        byte != joint.quote && !byte.is_ascii_whitespace() && !matches!(byte, b'"' | b'\'' | b'`')
    });
    joint.at..joint.at + text.piece(joint.at..end).trim_end_matches([',', ';']).len()
}

/// The quoted value that is compared with the name that begins here: `"value" == name`.
pub(super) fn value_before(text: Text<'_>, name: usize) -> Option<std::ops::Range<usize>> {
    let back = |from: usize, belongs: fn(u8) -> bool| {
        from - (1..=4.min(from)).take_while(|step| belongs(text.before(from, *step))).count()
    };
    let sign = back(name, |byte| byte == b' ');
    let open = back(sign, |byte| matches!(byte, b'=' | b'!'));
    let close = back(open, |byte| byte == b' ');
    let quote = text.before(close, 1);
    if sign - open < 2 || !is_quote(quote) {
        return None;
    }
    let value = text.piece(close.saturating_sub(120)..close - 1).rsplit(['\n', char::from(quote)]).next()?;
    Some(close - 1 - value.len()..close - 1)
}

/// Letters, digits and the signs of both alphabets of base64.
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=' | b'.')
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

pub(super) fn is_quote(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`')
}

/// The first place from here, at most so many bytes on, whose byte does not belong.
pub(super) fn skip(text: Text<'_>, at: usize, most: usize, belongs: impl Fn(u8) -> bool) -> usize {
    let rest = text.bytes.get(at..).unwrap_or_default();
    at + rest.iter().take(most).take_while(|byte| belongs(**byte)).count()
}
