//! Letters that look like ASCII ones: Cyrillic, Greek, Armenian, Cherokee, small capitals, letters in circles and squares. Only
//! words that mix them with ASCII are read this way, since whole words in those scripts are words. It must not know what is looked for.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::next_where;
use crate::view::{Builder, Map};

/// Pairs of a letter and what it looks like.
const PAIRS: &str = "\
аa еe оo рp сc уy хx іi јj ѕs ԁd һh ԛq ԝw кk ѵv ӏl АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ԌG ЗZ \
αa βb εe ηn ικ κk νv οo ρp τt υu χx γy ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ιi \
օo սu հh ոn ցg ՍU ՕO ᎠD ᎡR ᎢT ᎪA ᎫJ ᎬE ᎳW ᎷM ᎻH ᏀG ᏂH ᏃZ ᏏB ᏒR ᏔW ᏙV ᏚS ᏞL ᏟC ᏢP ᏦK ᏴB \
ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ıi ȷj ɡg ɑa ǀl \
ꓐB ꓚC ꓓD ꓰE ꓝF ꓖG ꓧH ꓲI ꓙJ ꓗK ꓡL ꓟM ꓠN ꓳO ꓑP ꓣR ꓢS ꓔT ꓴU ꓦV ꓪW ꓫX ꓬY ꓜZ ꓮA \
⁄/ ∕/ ˍ_ ։: ː: ∶: ꞉: ․. ➕+";

/// The first of a row of letters in circles and squares; twenty-six follow in order.
const ROWS: [u32; 3] = [0x1f150, 0x1f170, 0x1f1e6];

/// The text with look-alikes in mixed words replaced, if there are any.
pub(crate) fn folded(text: &str) -> Option<(String, Map)> {
    if text.is_ascii() {
        return None;
    }
    let (mut builder, mut copied) = (Builder::default(), 0);
    for (start, word) in words(text) {
        // Letters, and what tokens are made of beside them, decide; a Cyrillic word with a comma is not mixed.
        let mixed = word.bytes().any(|byte| byte.is_ascii_alphanumeric())
            && word.chars().any(|letter| ascii(letter).is_some());
        if !mixed {
            continue;
        }
        for (at, letter) in word.char_indices() {
            if let Some(plain) = ascii(letter) {
                let at = start + at;
                builder.copy(copied, text.get(copied..at).unwrap_or_default());
                builder.replace(at..at + letter.len_utf8(), plain.encode_utf8(&mut [0; 4]));
                copied = at + letter.len_utf8();
            }
        }
    }
    if copied == 0 {
        return None;
    }
    builder.copy(copied, text.get(copied..).unwrap_or_default());
    Some(builder.finish())
}

/// Runs between blanks that hold something that may look like ASCII, and where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let here = next_where(text.as_bytes(), from, may_begin_lookalike)?;
        let blank = text.get(from..here)?.char_indices().rfind(|(_, letter)| letter.is_whitespace());
        let start = blank.map_or(from, |(at, blank)| from + at + blank.len_utf8());
        let rest = text.get(start..)?;
        let word = rest.get(..rest.find(char::is_whitespace).unwrap_or(rest.len()))?;
        from = start + word.len();
        if word.is_empty() {
            // A blank beyond ASCII.
            from += rest.chars().next().map_or(0, char::len_utf8);
        }
        Some((start, word))
    })
}

/// Whether a look-alike may begin with this byte: most letters beyond ASCII, those of western Europe and of China, are none.
fn may_begin_lookalike(byte: u8) -> bool {
    matches!(byte, 0xc4..=0xe2 | 0xea | 0xf0)
}

static PLAIN: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let pairs = PAIRS.split(' ').filter_map(|pair| {
        let mut letters = pair.chars();
        letters.next().zip(letters.next())
    });
    let rows = ROWS.iter().flat_map(|first| {
        (0..26).filter_map(move |at| char::from_u32(first + at).zip(char::from_u32(0x41 + at)))
    });
    pairs.chain(rows).collect()
});

fn ascii(letter: char) -> Option<char> {
    if letter < '\u{131}' { None } else { PLAIN.get(&letter).copied() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mixed_words_are_folded_and_whole_words_are_not() {
        let read = |text: &str| folded(text).map(|(text, _)| text);
        assert_eq!(read("the ghр_а1 here").as_deref(), Some("the ghp_a1 here"));
        assert_eq!(read("ΑKIA 🅰🅱1").as_deref(), Some("AKIA AB1"));
        assert_eq!(read("Привет, сосед и né"), None);
        assert_eq!(read("plain"), None);
        assert_eq!(
            read("Grüße\u{2003}ghр\u{2003}\u{2003}аx né").as_deref(),
            Some("Grüße\u{2003}ghp\u{2003}\u{2003}ax né")
        );
    }

    #[test]
    fn every_lookalike_begins_as_one_may() {
        let begins =
            |letter: &char| letter.encode_utf8(&mut [0; 4]).bytes().next().is_some_and(may_begin_lookalike);
        assert!(PLAIN.keys().all(|letter| begins(letter) && *letter >= '\u{131}'));
    }
}
