//! Text with its letters set apart, as in "g h p _": the reading without the blanks. It must not know what is looked for.

use crate::view::{Builder, Map};

/// Shorter rows of single letters are initials, tables and lists.
const SHORTEST: usize = 10;
/// A row as long as the shortest one covers a place that is looked at, with four blanks after it.
const STEP: usize = 8;

/// The text with rows of single letters joined, if there are any.
pub(crate) fn joined(text: &str) -> Option<(String, Map)> {
    let bytes = text.as_bytes();
    let (mut builder, mut copied, mut at) = (Builder::default(), 0, 0);
    while at + STEP < bytes.len() {
        let start = [at, at + 1]
            .into_iter()
            .find(|start| (0..4).all(|step| bytes.get(start + 2 * step) == Some(&b' ')));
        let Some(range) = start.and_then(|start| row(bytes, start)) else {
            at += STEP;
            continue;
        };
        at = range.end.max(at + STEP);
        if range.start < copied || range.len() < 2 * SHORTEST - 1 {
            continue;
        }
        builder.copy(copied, text.get(copied..range.start).unwrap_or_default());
        builder.replace(range.clone(), &text.get(range.clone()).unwrap_or_default().replace(' ', ""));
        copied = range.end;
    }
    if copied == 0 {
        return None;
    }
    builder.copy(copied, text.get(copied..).unwrap_or_default());
    Some(builder.finish())
}

/// The row of single letters around a blank.
fn row(bytes: &[u8], blank: usize) -> Option<std::ops::Range<usize>> {
    let blank_at = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_none_or(|byte| *byte == b' ');
    let single = |at: usize| {
        let sign = bytes.get(at).is_some_and(u8::is_ascii_graphic);
        sign && (at == 0 || blank_at(at.checked_sub(1)))
    };
    // The last letter may have a full stop or a quote after it.
    let ends =
        |at: usize| bytes.get(at + 1).is_none_or(|after| !after.is_ascii_alphanumeric() && *after != b'_');
    let mut start = blank + 1;
    while start >= 2 && single(start - 2) && bytes.get(start - 1) == Some(&b' ') {
        start -= 2;
    }
    let mut end = blank + 1;
    while single(end + 2) && bytes.get(end + 1) == Some(&b' ') && ends(end + 2) {
        end += 2;
    }
    (single(start) && ends(start)).then_some(start..end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_single_letters_are_joined() {
        let (text, map) = joined("my key is g h p _ A 1 b 2 C 3 d 4, take it").unwrap();
        assert_eq!(text, "my key is ghp_A1b2C3d4, take it");
        assert_eq!(map.source(&(10..22)), 10..33);
        for prose in ["a b c d e", "we are a long way from it all, and I am on a bus", "| - | - | - |", ""] {
            assert!(joined(prose).is_none(), "{prose}");
        }
    }
}
