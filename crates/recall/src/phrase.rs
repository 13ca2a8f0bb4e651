//! Words that must stand one after another. Must not know scores.

use crate::tokens::{Form, each_token};

/// The folded words of a phrase, at least one.
pub(crate) struct Phrase {
    words: Vec<String>,
    /// The one token that stands for all of it, if there is one: a word, or a whole identifier.
    single: Option<String>,
}

impl Phrase {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut words = Vec::new();
        let mut last_whole = None;
        each_token(text, |t| {
            if t.form.has_place() {
                words.push(t.text.to_owned());
            } else if t.form == Form::Whole && t.span == (0, text.len()) {
                last_whole = Some(t.text.to_owned());
            }
        });
        let single = if words.len() == 1 { words.first().cloned() } else { last_whole };
        (!words.is_empty()).then_some(Self { words, single })
    }

    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }

    pub(crate) fn single(&self) -> Option<&str> {
        self.single.as_deref()
    }

    /// Whether the words stand in `content` one after another; case, accents and what is between words do not matter.
    pub(crate) fn is_in(&self, content: &str) -> bool {
        // How many words of each begun match have been seen.
        let mut begun: Vec<usize> = Vec::new();
        let mut found = false;
        each_token(content, |token| {
            if found || !token.form.has_place() {
                return;
            }
            begun.push(0);
            begun.retain_mut(|seen| {
                let fits = self.words[*seen] == token.text;
                *seen += 1;
                found |= fits && *seen == self.words.len();
                fits && *seen < self.words.len()
            });
        });
        found
    }
}

#[cfg(test)]
mod tests {
    use super::Phrase;

    fn is_in(phrase: &str, content: &str) -> bool {
        Phrase::parse(phrase).is_some_and(|p| p.is_in(content))
    }

    #[test]
    fn finds_words_in_a_row() {
        assert!(is_in("old oak", "The OLD, oak"));
        assert!(is_in("a a b", "a a a b"));
        assert!(is_in("京都", "東京都"));
    }

    #[test]
    fn does_not_find_words_apart_reversed_stemmed_or_cut() {
        for content in ["old red oak", "oak old", "older oak", "old oaks", "cold oak", "old", ""] {
            assert!(!is_in("old oak", content), "{content}");
        }
        assert!(!is_in("都京", "東京都"));
        assert!(Phrase::parse("…").is_none());
    }
}
