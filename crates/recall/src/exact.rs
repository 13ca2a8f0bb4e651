//! What a text says word for word: no meaning, no stems, no slips of the finger. For choosing what to erase, where the answer must be
//! foreseeable. Must not know the index.

use crate::fold::folded;
use crate::lexicon::Lexicon;
use crate::phrase::Phrase;
use crate::syntax::{Piece, pieces};
use crate::tokens::each_token;

/// Whether `content` holds every word and every "quoted phrase" of `wanted`, and none of its -words. Words are whole; case and accents do
/// not matter. False if there is no word in `wanted` that must be there.
pub fn holds(content: &str, wanted: &str) -> bool {
    let mut asked = false;
    for (piece, _) in pieces(wanted) {
        let (text, must_be_in) = match piece {
            Piece::Word(text) | Piece::Phrase(text) => (text, true),
            Piece::Without(text) => (text, false),
        };
        let Some(phrase) = Phrase::parse(text) else { continue };
        if phrase.is_in(content) != must_be_in {
            return false;
        }
        asked |= must_be_in;
    }
    asked
}

/// Whether two labels (kinds, topics, sources, threads) are one but for case and accents, as filters compare them.
pub fn same_label(one: &str, other: &str) -> bool {
    folded(one.trim()) == folded(other.trim())
}

/// The stems under which the words of a text are found, each once.
pub fn stems(text: &str) -> Vec<String> {
    let lexicon = Lexicon::new();
    let mut stems = Vec::new();
    each_token(text, |token| stems.push(lexicon.stem(token.text)));
    stems.sort_unstable();
    stems.dedup();
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_must_stand_there_whole() {
        for wanted in ["oak", "OAK the", "\"old oak\"", "Café old", "oak -tea"] {
            assert!(holds("The old oak by the cafe", wanted), "{wanted}");
        }
        for wanted in ["oaks", "oa", "\"oak old\"", "oak tea", "oak -old", "-tea", "", "…", "\"\""] {
            assert!(!holds("The old oak by the cafe", wanted), "{wanted}");
        }
    }

    #[test]
    fn labels_are_compared_as_filters_do() {
        assert!(same_label(" Café", "cafe ") && !same_label("cafe", "cafes") && !same_label("", "a"));
    }

    #[test]
    fn stems_are_those_that_search_uses() {
        assert_eq!(stems("Gardens gardening, the garden"), ["garden", "the"]);
        assert!(stems("").is_empty());
    }
}
