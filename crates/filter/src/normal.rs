//! Reads a text as a person would: compatibility forms unified, what cannot be seen dropped, digits, dashes, spaces and quotes
//! in their plain form. It must not decode anything (see `decode`) and must not lose where a character stood.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use crate::text::next_where;
use crate::view::{Builder, Map};

/// A normalised text; no map when it is the text itself.
pub(crate) struct Normal<'a> {
    pub text: Cow<'a, str>,
    pub map: Option<Map>,
}

/// Normalises a text. What is its own normal form, as plain ASCII and most prose in any script are, is not copied.
pub(crate) fn normalise(text: &str) -> Normal<'_> {
    let (mut builder, mut copied, mut at, mut previous) = (Builder::default(), 0, 0, 0);
    while let Some(beyond) = next_where(text.as_bytes(), at, |byte| !byte.is_ascii()) {
        if beyond > at {
            previous = beyond - 1;
        }
        at = beyond;
        let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        if is_own_form(character) {
            previous = at;
            at += character.len_utf8();
            continue;
        }
        // What a mark stands upon belongs to it; in all other cases it was passed over as its own form.
        let start = if is_mark(character) { previous } else { at };
        let cluster = cluster(text.get(start..).unwrap_or_default());
        let mut buffer = [0; 4];
        at = start + cluster.len();
        let folded = match simple(cluster) {
            Some(Simple::Nothing) => Cow::Borrowed(""),
            Some(Simple::Ascii(plain)) => Cow::Borrowed(&*plain.encode_utf8(&mut buffer)),
            None => Cow::Owned(fold(cluster)),
        };
        if folded != cluster {
            builder.copy(copied, text.get(copied..start).unwrap_or_default());
            builder.replace(start..at, &folded);
            copied = at;
        }
    }
    if copied == 0 {
        return Normal { text: Cow::Borrowed(text), map: None };
    }
    builder.copy(copied, text.get(copied..).unwrap_or_default());
    let (text, map) = builder.finish();
    Normal { text: Cow::Owned(text), map: Some(map) }
}

/// Letters that are their own normal form, of the scripts that most text is in; no mark is among them. What is not listed takes
/// the longer way.
fn is_own_form(character: char) -> bool {
    matches!(character,
        '\u{c0}'..='\u{131}' | '\u{134}'..='\u{13e}' | '\u{141}'..='\u{148}' | '\u{14a}'..='\u{17e}' // Latin
        | '\u{388}'..='\u{3cf}' // Greek
        | '\u{400}'..='\u{482}' | '\u{48a}'..='\u{52f}' // Cyrillic
        | '\u{5d0}'..='\u{5ea}' | '\u{621}'..='\u{64a}' // Hebrew, Arabic
        | '\u{904}'..='\u{939}' | '\u{93d}'..='\u{94c}' // Devanagari
        | '\u{e01}'..='\u{e32}' // Thai
        | '\u{2020}'..='\u{2022}' | '\u{20ac}' // bullets, euro
        | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fe}' // kana
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' // Han, Hangul
        | '\u{1f300}'..='\u{1f64f}' | '\u{1f680}'..='\u{1f6ff}' | '\u{1f900}'..='\u{1f9ff}') // pictures
}

/// What a lone character is read as, where that takes no tables.
enum Simple {
    Nothing,
    Ascii(char),
}

fn simple(cluster: &str) -> Option<Simple> {
    let mut characters = cluster.chars();
    let (Some(character), None) = (characters.next(), characters.next()) else { return None };
    if is_invisible(character) {
        return Some(Simple::Nothing);
    }
    let plain = match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0)?,
        _ => plain(character),
    };
    plain.is_ascii().then_some(Simple::Ascii(plain))
}

/// A character and the combining marks upon it.
fn cluster(rest: &str) -> &str {
    let mut characters = rest.char_indices();
    characters.next();
    let end = characters.find(|(_, character)| !is_mark(*character)).map_or(rest.len(), |(at, _)| at);
    rest.get(..end).unwrap_or(rest)
}

fn is_mark(character: char) -> bool {
    canonical_combining_class(character) != 0
}

fn fold(cluster: &str) -> String {
    cluster
        .chars()
        .filter(|character| !is_invisible(*character))
        .nfkc()
        .filter(|character| !is_invisible(*character))
        .map(plain)
        .collect()
}

/// The plain form of one character: digits of any script, dashes, spaces, line ends and quotes become ASCII.
fn plain(character: char) -> char {
    if character.is_ascii() {
        return character;
    }
    match character {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\u{24ff}' | '\u{1f10b}' | '\u{1f10c}' => '0',
        '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{2d7}'
        | '\u{58a}'
        | '\u{5be}'
        | '\u{1806}'
        | '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2212}'
        | '\u{2e3a}'
        | '\u{2e3b}'
        | '\u{301c}'
        | '\u{30a0}' => '-',
        '\u{ab}' | '\u{bb}' | '\u{201c}'..='\u{201f}' => '"',
        '\u{2018}'..='\u{201b}' => '\'',
        _ => digit(character).unwrap_or(character),
    }
}

/// Drawn as nothing: format characters (general category Cf), tags, variation selectors, fillers and the keycap frame.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}'
        | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{20e3}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
        | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// The zero of each script's decimal digits (general category Nd, Unicode 16) that NFKC leaves alone; ten follow in order.
const ZEROS: [u32; 67] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50,
    0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0,
    0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0,
    0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70,
    0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950,
];

/// Digits in black circles and the like, which NFKC leaves alone: the ones; nine follow in order.
const ENCLOSED: [u32; 4] = [0x2776, 0x2780, 0x278a, 0x24f5];

fn digit(character: char) -> Option<char> {
    let code = u32::from(character);
    if let Some(one) = ENCLOSED.into_iter().find(|one| (*one..one + 9).contains(&code)) {
        return char::from_digit(code - one + 1, 10);
    }
    let after = ZEROS.partition_point(|zero| *zero <= code);
    let zero = after.checked_sub(1).and_then(|at| ZEROS.get(at)).filter(|zero| code < **zero + 10)?;
    char::from_digit(code - zero, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_is_not_copied() {
        let normal = normalise("plain 123");
        assert!(matches!(normal.text, Cow::Borrowed(_)) && normal.map.is_none());
    }

    #[test]
    fn the_short_ways_lead_where_the_long_way_does() {
        for character in ('\u{80}'..=char::MAX).filter(|character| !is_mark(*character)) {
            let text = character.to_string();
            let long = fold(&text);
            if is_own_form(character) {
                assert_eq!(long, text, "{character:?}");
            }
            match simple(&text) {
                Some(Simple::Nothing) => assert_eq!(long, "", "{character:?}"),
                Some(Simple::Ascii(plain)) => assert_eq!(long, plain.to_string(), "{character:?}"),
                None => {}
            }
            assert_eq!(normalise(&text).text, long, "{character:?}");
        }
        assert!(('\u{80}'..=char::MAX).all(|character| !is_own_form(character) || !is_mark(character)));
    }

    #[test]
    fn letters_of_many_scripts_are_not_copied() {
        let normal = normalise("Größe, déjà, Привет, 我们今天。");
        assert!(matches!(normal.text, Cow::Borrowed(_)) && normal.map.is_none());
    }

    #[test]
    fn folds_what_looks_alike_and_drops_what_is_not_seen() {
        for (given, wanted) in [
            ("４２", "42"),
            ("٤٢", "42"),
            ("𝟒𝟐", "42"),
            ("❹➋", "42"),
            ("४२", "42"),
            ("4\u{200b}2\u{ad}", "42"),
            ("4\u{e0041}2", "42"),
            ("4\u{fe0f}\u{20e3}2", "42"),
            ("1–2—3−4", "1-2-3-4"),
            ("1\u{a0}2\u{202f}3", "1 2 3"),
            ("ｇｈｐ＿ａ＠ｂ", "ghp_a@b"),
            ("contrasen\u{303}a", "contraseña"),
            ("“x” ‘y’", "\"x\" 'y'"),
            ("ends é", "ends é"),
            ("\u{301}é\u{323}e\u{301}我，", "\u{301}ẹ\u{301}é我,"),
        ] {
            assert_eq!(normalise(given).text, wanted, "{given:?}");
        }
    }

    #[test]
    fn the_map_leads_back_over_what_was_dropped() {
        let text = "é 4\u{200b}２ x";
        let normal = normalise(text);
        let at = normal.text.find("42").unwrap();
        let range = normal.map.unwrap().source(&(at..at + 2));
        assert_eq!(&text[range], "4\u{200b}２");
    }
}
