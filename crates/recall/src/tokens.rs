//! Cuts text into words, parts of identifiers and, for scripts without spaces, pairs of letters. Must not know the index.

use crate::fold::{Class, class, fold_into, is_mark};

/// What a token is, and so what it counts for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// A word, or a part of an identifier.
    Word,
    /// One letter of a script without spaces. `alone`: it has no such neighbour, so no pair covers it.
    Letter { alone: bool },
    /// Two such letters side by side.
    Pair,
    /// A whole identifier or number whose parts were given before: `snake_case`, `camelCase`, `foo.bar`, `3.14`, `1,000`.
    Whole,
}

impl Form {
    /// Words and letters stand one after another and make up phrases; pairs and wholes lie over them.
    pub(crate) fn has_place(self) -> bool {
        matches!(self, Form::Word | Form::Letter { .. })
    }
}

/// One token: its folded text, what it is, and its byte span in the text it came from.
pub(crate) struct Token<'t> {
    pub(crate) text: &'t str,
    pub(crate) form: Form,
    pub(crate) span: (usize, usize),
}

/// Longer words are cut: nobody types them, and a pasted blob should not fill the lexicon.
const LONGEST_BYTES: usize = 128;

/// What may follow an apostrophe without being a word of its own.
const CONTRACTED: &[&str] = &["s", "t", "d", "m", "ll", "re", "ve"];

/// Calls `emit` with every token of `text`, in order.
pub(crate) fn each_token(text: &str, mut emit: impl FnMut(Token<'_>)) {
    let mut at = 0;
    let mut buffers = Buffers::default();
    while let Some(c) = text[at..].chars().next() {
        at = match class(c) {
            Class::Boundary => at + c.len_utf8(),
            Class::Unspaced => letters(text, at, &mut buffers, &mut emit),
            Class::Spaced => chunk(text, at, &mut buffers, &mut emit),
        };
    }
}

#[derive(Default)]
struct Buffers {
    word: String,
    part: String,
    whole: String,
}

fn send(emit: &mut impl FnMut(Token<'_>), text: &str, form: Form, span: (usize, usize)) {
    let mut end = text.len().min(LONGEST_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    if end > 0 {
        emit(Token { text: &text[..end], form, span });
    }
}

/// A run of a script without spaces: every letter (with its marks), and every two.
fn letters(text: &str, start: usize, buffers: &mut Buffers, emit: &mut impl FnMut(Token<'_>)) -> usize {
    let Buffers { word, part: previous, whole: pair } = buffers;
    let mut at = start;
    let mut previous_at = start;
    loop {
        let end = cluster_end(text, at);
        word.clear();
        text[at..end].chars().for_each(|c| fold_into(c, word));
        let more = text[end..].chars().next().is_some_and(|c| class(c) == Class::Unspaced);
        send(emit, word, Form::Letter { alone: at == start && !more }, (at, end));
        if at > start {
            pair.clear();
            pair.push_str(previous);
            pair.push_str(word);
            send(emit, pair, Form::Pair, (previous_at, end));
        }
        std::mem::swap(word, previous);
        previous_at = at;
        at = end;
        if !more {
            return end;
        }
    }
}

fn cluster_end(text: &str, at: usize) -> usize {
    let mut chars = text[at..].char_indices();
    chars.next();
    chars.find(|&(_, c)| !is_mark(c)).map_or(text.len(), |(offset, _)| at + offset)
}

/// A run of words held together by `_ . -` or a digit comma: its parts, then the whole if it reads as one name or number.
fn chunk(text: &str, start: usize, buffers: &mut Buffers, emit: &mut impl FnMut(Token<'_>)) -> usize {
    buffers.whole.clear();
    let (mut at, mut parts, mut joined, mut dashed) = (start, 0, false, false);
    let (end, resume) = loop {
        let end = part(text, at, buffers, emit);
        parts += 1;
        buffers.whole.push_str(&buffers.part);
        let mut rest = text[end..].chars();
        let (joiner, follower) = (rest.next(), rest.next());
        let follows = follower.is_some_and(|c| class(c) == Class::Spaced);
        let digits = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let next = end + joiner.map_or(0, char::len_utf8);
        match joiner {
            Some(c @ ('_' | '.')) if follows => {
                joined = true;
                buffers.whole.push(c);
            }
            Some('-') if follows => {
                dashed = true;
                buffers.whole.push('-');
            }
            Some(',') if digits(follower) && digits(text[at..end].chars().next_back()) => joined = true,
            Some('\'' | '’') if follows => break (end, skip_contracted(text, next, end)),
            _ => break (end, end),
        }
        at = next;
    };
    let number_like = dashed && buffers.whole.bytes().any(|b| b.is_ascii_digit());
    if parts > 1 && (joined || number_like) {
        send(emit, &buffers.whole, Form::Whole, (start, end));
    }
    resume
}

/// Past the `s` of `Anna's`; otherwise to just before the apostrophe's right side, which is a word of its own.
fn skip_contracted(text: &str, next: usize, end: usize) -> usize {
    let rest = &text[next..];
    let length = rest.find(|c| class(c) != Class::Spaced).unwrap_or(rest.len());
    let contracted = CONTRACTED.iter().any(|c| c.eq_ignore_ascii_case(&rest[..length]));
    if contracted { next + length } else { end }
}

/// A run of letters and digits, split where its case changes; leaves its folded form in `buffers.part`.
fn part(text: &str, start: usize, buffers: &mut Buffers, emit: &mut impl FnMut(Token<'_>)) -> usize {
    let Buffers { word, part, .. } = buffers;
    word.clear();
    part.clear();
    let (mut word_at, mut split) = (start, false);
    let mut before: Option<char> = None;
    let mut chars = text[start..].char_indices().peekable();
    let mut end = text.len();
    while let Some((offset, c)) = chars.next() {
        let at = start + offset;
        if class(c) != Class::Spaced {
            end = at;
            break;
        }
        let next_is_lower = chars.peek().is_some_and(|&(_, next)| next.is_lowercase());
        let hump = c.is_uppercase()
            && before
                .is_some_and(|b| b.is_lowercase() || b.is_numeric() || (b.is_uppercase() && next_is_lower));
        if hump {
            send(emit, word, Form::Word, (word_at, at));
            part.push_str(word);
            word.clear();
            word_at = at;
            split = true;
        }
        fold_into(c, word);
        before = Some(c);
    }
    send(emit, word, Form::Word, (word_at, end));
    part.push_str(word);
    if split {
        send(emit, part, Form::Whole, (start, end));
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        each_token(text, |t| {
            assert!(
                text.is_char_boundary(t.span.0) && text.is_char_boundary(t.span.1) && t.span.0 < t.span.1
            );
            out.push(t.text.to_owned());
        });
        out
    }

    #[test]
    fn words_and_contractions() {
        assert_eq!(tokens("Anna's café — don't, l'été!"), ["anna", "cafe", "don", "l", "ete"]);
        assert_eq!(tokens("  ...  ?! 🎉"), [""; 0]);
    }

    #[test]
    fn identifiers_give_parts_and_the_whole() {
        assert_eq!(tokens("snake_case"), ["snake", "case", "snake_case"]);
        assert_eq!(tokens("HTTPServer"), ["http", "server", "httpserver"]);
        assert_eq!(tokens("getUserName()"), ["get", "user", "name", "getusername"]);
        assert_eq!(tokens("foo.bar()"), ["foo", "bar", "foo.bar"]);
        assert_eq!(tokens("foo.bar's"), ["foo", "bar", "foo.bar"]);
        assert_eq!(tokens("well-known"), ["well", "known"]);
    }

    #[test]
    fn numbers() {
        assert_eq!(tokens("3.14"), ["3", "14", "3.14"]);
        assert_eq!(tokens("$1,200"), ["1", "200", "1200"]);
        assert_eq!(tokens("one, 2"), ["one", "2"]);
        assert_eq!(tokens("2023-05-08."), ["2023", "05", "08", "2023-05-08"]);
    }

    #[test]
    fn scripts_without_spaces_give_letters_and_pairs() {
        assert_eq!(tokens("東京都"), ["東", "京", "東京", "都", "京都"]);
        assert_eq!(tokens("茶 tea"), ["茶", "tea"]);
        // Thai marks stay with their consonant.
        assert_eq!(tokens("ที่"), ["ที่"]);
    }

    #[test]
    fn a_blob_is_cut_on_a_boundary() {
        assert_eq!(tokens(&"x".repeat(500))[0].len(), LONGEST_BYTES);
        assert!(tokens(&"é\u{4E00}".repeat(300)).iter().all(|t| t.len() <= LONGEST_BYTES));
        assert!(tokens(&"ж".repeat(300))[0].len() <= LONGEST_BYTES);
    }
}
