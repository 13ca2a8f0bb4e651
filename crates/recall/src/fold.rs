//! Folds characters so that `Café`, `cafe` and `ＣＡＦＥ` are one word. Must not know words, only characters.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Appends the folded form of `c`: compatibility-decomposed, Latin, Greek and Cyrillic accents dropped, lower-cased.
pub(crate) fn fold_into(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
    } else if ('\u{AC00}'..='\u{D7A3}').contains(&c) {
        // A Hangul syllable stays one character; decomposed it would be two or three.
        out.push(c);
    } else {
        decompose_compatible(c, |part| {
            for lower in part.to_lowercase() {
                match lower {
                    // Combining accents of the Latin, Greek and Cyrillic scripts. Marks of other scripts are letters.
                    '\u{0300}'..='\u{036F}' => {}
                    'ß' => out.push_str("ss"),
                    'æ' => out.push_str("ae"),
                    'œ' => out.push_str("oe"),
                    'þ' => out.push_str("th"),
                    'ø' => out.push('o'),
                    'đ' | 'ð' => out.push('d'),
                    'ł' => out.push('l'),
                    'ı' => out.push('i'),
                    'ς' => out.push('σ'),
                    other => out.push(other),
                }
            }
        });
    }
}

/// The folded form of a whole text, as labels are compared.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        fold_into(c, &mut out);
    }
    out
}

/// How a character takes part in words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Class {
    /// A letter, digit or mark of a script that puts spaces between words.
    Spaced,
    /// A character of a script that does not (or, as Hangul, whose words carry glued particles).
    Unspaced,
    /// Anything else.
    Boundary,
}

pub(crate) fn class(c: char) -> Class {
    if c.is_ascii() {
        return if c.is_ascii_alphanumeric() { Class::Spaced } else { Class::Boundary };
    }
    if !c.is_alphanumeric() && !is_combining_mark(c) {
        return Class::Boundary;
    }
    match u32::from(c) {
        // Thai, Lao; Myanmar; Hangul jamo; Khmer.
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1100..=0x11FF | 0x1780..=0x17FF => Class::Unspaced,
        // Radicals, kana, Hangul compatibility jamo, Han and its first extension.
        0x2E80..=0x2FDF | 0x3005..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF => Class::Unspaced,
        // Hangul syllables, compatibility Han, half-width kana, the later Han extensions.
        0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFF66..=0xFF9F | 0x20000..=0x3FFFF => Class::Unspaced,
        _ => Class::Spaced,
    }
}

/// Whether `c` belongs to the letter before it.
pub(crate) fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_accents_case_and_width() {
        for (from, to) in
            [("Café", "cafe"), ("ＣＡＦＥ", "cafe"), ("Straße", "strasse"), ("ŁÓDŹ", "lodz"), ("İz", "iz")]
        {
            assert_eq!(folded(from), to);
        }
    }

    #[test]
    fn does_not_merge_what_differs_by_more_than_an_accent() {
        assert_ne!(folded("か"), folded("が"));
        assert_ne!(folded("กา"), folded("ก้า"));
        assert_ne!(folded("cafe"), folded("caffe"));
        assert_eq!(folded("한국"), "한국");
    }

    #[test]
    fn punctuation_is_a_boundary() {
        for c in [' ', '_', '.', '、', '“', '\u{200B}', '🎉'] {
            assert_eq!(class(c), Class::Boundary, "{c:?}");
        }
        assert_eq!(class('é'), Class::Spaced);
        assert_eq!(class('茶'), Class::Unspaced);
        assert_eq!(class('้'), Class::Unspaced);
    }
}
