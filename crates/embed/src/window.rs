//! Cuts a long text into overlapping windows, so that nothing past the model's limit is lost.
//! Must not know the model: it works on the byte spans of tokens.

use std::ops::Range;

/// Tokens in a window of the bundled model, its two special ones left out.
pub const WINDOW_TOKENS: usize = 254;
/// Tokens that a window shares with the next; fewer where the window is small.
pub const WINDOW_OVERLAP_TOKENS: usize = 48;
/// How far a cut may move back to fall between two words.
const WORD_SEARCH_TOKENS: usize = 24;
/// What a prefix must leave of a small model's window.
pub(crate) const SMALLEST_WINDOW_TOKENS: usize = 8;

/// Byte ranges of the windows of at most `window` tokens over a text whose tokens lie at `tokens` (byte spans, in order).
///
/// The first window starts at the text's start and the last one ends at its end. A window has at least 8 tokens.
pub(crate) fn windows(text: &str, tokens: &[(usize, usize)], window: usize) -> Vec<Range<usize>> {
    let window = window.max(SMALLEST_WINDOW_TOKENS);
    if tokens.len() <= window {
        return whole(text);
    }
    // Both together stay well under the window, so that each starts after the one before.
    let (overlap, search) = (WINDOW_OVERLAP_TOKENS.min(window / 4), WORD_SEARCH_TOKENS.min(window / 8));
    let mut windows = Vec::new();
    let mut first = 0;
    loop {
        let end = first + window;
        let start_byte = if first == 0 { 0 } else { tokens[first].0 };
        if end >= tokens.len() {
            windows.push(start_byte..text.len());
            return windows;
        }
        let cut = between_words(tokens, end, search);
        windows.push(start_byte..tokens[cut - 1].1);
        first = between_words(tokens, cut - overlap, search);
    }
}

/// One window over the whole text.
pub(crate) fn whole(text: &str) -> Vec<Range<usize>> {
    std::iter::once(0..text.len()).collect()
}

/// The index at or shortly before `index` where a gap lies between two tokens; `index` if there is none.
fn between_words(tokens: &[(usize, usize)], index: usize, search: usize) -> usize {
    let lowest = index.saturating_sub(search).max(1);
    (lowest..=index).rev().find(|&at| tokens[at - 1].1 < tokens[at].0).unwrap_or(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(count: usize) -> (String, Vec<(usize, usize)>) {
        let text = "word ".repeat(count);
        (text, (0..count).map(|i| (i * 5, i * 5 + 4)).collect())
    }

    #[test]
    fn a_short_text_is_one_window() {
        let (text, tokens) = words(WINDOW_TOKENS);
        assert_eq!(windows(&text, &tokens, WINDOW_TOKENS), whole(&text));
    }

    #[test]
    fn every_token_of_a_long_text_is_in_a_window_and_windows_overlap() {
        let sizes = [(WINDOW_TOKENS, 255), (WINDOW_TOKENS, 256), (WINDOW_TOKENS, 400), (WINDOW_TOKENS, 5003)];
        for (window, count) in sizes.into_iter().chain([(8, 9), (8, 100), (14, 400), (510, 5003)]) {
            let (text, tokens) = words(count);
            let windows = windows(&text, &tokens, window);
            assert!(windows.len() > 1);
            for token in &tokens {
                assert!(windows.iter().any(|w| w.start <= token.0 && token.1 <= w.end), "{count} {token:?}");
            }
            for pair in windows.windows(2) {
                assert!(pair[1].start < pair[0].end && pair[1].start > pair[0].start);
            }
        }
    }

    #[test]
    fn a_text_without_gaps_still_ends() {
        let text = "漢".repeat(1000);
        let tokens: Vec<_> = (0..1000).map(|i| (i * 3, i * 3 + 3)).collect();
        let windows = windows(&text, &tokens, WINDOW_TOKENS);
        assert_eq!(windows.last().unwrap().end, text.len());
        assert!(windows.iter().all(|w| text.is_char_boundary(w.start) && text.is_char_boundary(w.end)));
    }
}
