//! Reads what a person typed: words, "exact phrases" and -words. Must not know the index.

/// One piece of a question, with quote marks and minus sign taken off.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Piece<'t> {
    /// A word as it was typed, up to the next white space.
    Word(&'t str),
    /// The inside of a pair of quotes.
    Phrase(&'t str),
    /// What must not be in a memory, from `-word` or `-"a phrase"`.
    Without(&'t str),
}

/// Cuts `text` into pieces, in order, each with the byte span it came from. A quote that is never closed is an ordinary
/// character: it is what a phrase looks like while it is typed.
pub(crate) fn pieces(text: &str) -> Vec<(Piece<'_>, (usize, usize))> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (piece, end) = piece(text, at);
        out.push((piece, (at, end)));
        at = end;
    }
    out
}

fn piece(text: &str, at: usize) -> (Piece<'_>, usize) {
    if let Some((inside, end)) = quoted(text, at) {
        return (Piece::Phrase(inside), end);
    }
    let end = word_end(text, at);
    if let Some(rest) = text[at..end].strip_prefix('-') {
        if let Some((inside, end)) = quoted(text, at + 1) {
            return (Piece::Without(inside), end);
        }
        // "-5" is a number and "--flag" is code.
        if rest.starts_with(char::is_alphabetic) {
            return (Piece::Without(rest), end);
        }
    }
    (Piece::Word(&text[at..end]), end)
}

/// The end of the run without white space that starts at `at`.
pub(crate) fn word_end(text: &str, at: usize) -> usize {
    text[at..].find(char::is_whitespace).map_or(text.len(), |offset| at + offset)
}

/// The inside of the quotes that open at `at`, and where they end, if they close and hold something.
pub(crate) fn quoted(text: &str, at: usize) -> Option<(&str, usize)> {
    let open = text[at..].chars().next().filter(|c| matches!(c, '"' | '“' | '„'))?;
    let from = at + open.len_utf8();
    let close = text[from..].find(|c| if open == '"' { c == '"' } else { matches!(c, '”' | '“') })?;
    let to = from + close;
    let inside = &text[from..to];
    let end = to + text[to..].chars().next().map_or(0, char::len_utf8);
    (!inside.trim().is_empty()).then_some((inside, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Piece<'_>> {
        pieces(text).into_iter().map(|(piece, _)| piece).collect()
    }

    #[test]
    fn phrases_and_exclusions() {
        use Piece::{Phrase, Without, Word};
        assert_eq!(read("red \"old oak\" -tea"), [Word("red"), Phrase("old oak"), Without("tea")]);
        assert_eq!(read("-\"green tea\" “so”"), [Without("green tea"), Phrase("so")]);
    }

    #[test]
    fn what_only_looks_like_syntax_is_text() {
        for text in ["\"open", "-5", "--flag", "-", "well-known", "5\"", "\"\"", "- tea"] {
            assert!(read(text).iter().all(|p| matches!(p, Piece::Word(_))), "{text}");
        }
    }
}
