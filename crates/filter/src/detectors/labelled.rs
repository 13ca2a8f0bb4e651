//! A value beside the word that names it: the nearest one after the word, or else before it. It must not know any kind.

use std::ops::Range;

use crate::text::{Text, ceil, floor};

/// How far a value may stand from its word, in bytes and in words.
const REACH: usize = 96;
const WORDS: usize = 7;

/// Tries every place near `at` (where the word begins) that a value could begin at; `shape` answers with the value there.
/// Places after the word come first, then those before it, nearest first.
pub(super) fn beside(
    text: Text<'_>,
    at: usize,
    shape: impl Fn(usize) -> Option<Range<usize>>,
) -> Option<Range<usize>> {
    let end = ceil(text.str, (at + REACH).min(text.bytes.len()));
    let start = floor(text.str, at.saturating_sub(REACH));
    let after = starts(text, at..end).skip(1).take(WORDS);
    let before: Vec<usize> = starts(text, start..at).collect();
    after.chain(before.into_iter().rev().take(WORDS)).find_map(shape)
}

/// Where runs of letters and digits begin.
fn starts<'a>(text: Text<'a>, range: Range<usize>) -> impl Iterator<Item = usize> + 'a {
    range.filter(move |at| {
        text.byte(*at).is_ascii_alphanumeric() && !text.before(*at, 1).is_ascii_alphanumeric()
    })
}

/// A guard: the trigger stands alone as a word, with no letter on either side of its ASCII letters.
pub(super) fn is_whole_word(text: Text<'_>, at: usize) -> bool {
    let before = text.before(at, 1);
    !before.is_ascii_alphanumeric()
}

/// The digits at a place in groups with single blanks or dashes between: the digits, and where they end. None inside of
/// something longer.
pub(super) fn grouped_digits(text: Text<'_>, at: usize, most: usize) -> Option<(Vec<u8>, usize)> {
    let before = text.before(at, 1);
    if !text.byte(at).is_ascii_digit()
        || matches!(before, b'-' | b'.' | b'_' | b'+' | b'$') && text.before(at, 2) != b' '
    {
        return None;
    }
    let (mut digits, mut end) = (Vec::new(), at);
    loop {
        while text.byte(end).is_ascii_digit() && digits.len() <= most {
            digits.push(text.byte(end));
            end += 1;
        }
        if digits.len() > most {
            return None;
        }
        match text.byte(end) {
            b' ' | b'-' if text.byte(end + 1).is_ascii_digit() => end += 1,
            b'.' | b',' | b'/' | b':' if text.byte(end + 1).is_ascii_digit() => return None,
            after if after.is_ascii_alphanumeric() || after == b'_' => return None,
            _ => return Some((digits, end)),
        }
    }
}

/// The same without any separators.
pub(super) fn plain_digits(text: Text<'_>, at: usize, lengths: Range<usize>) -> Option<Range<usize>> {
    let len = text.bytes.iter().skip(at).take(lengths.end).take_while(|byte| byte.is_ascii_digit()).count();
    let after = text.byte(at + len);
    let alone =
        !text.before(at, 1).is_ascii_alphanumeric() && !after.is_ascii_alphanumeric() && after != b'_';
    (alone && lengths.contains(&len)).then_some(at..at + len)
}
