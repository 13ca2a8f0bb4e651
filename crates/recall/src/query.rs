//! A question, and how it is read from what a person typed. Must not know the index.

use std::fmt;

use crate::calendar::Day;
use crate::document::Token;
use crate::filters::Filters;
use crate::syntax::{Piece, pieces, quoted, word_end};

/// How many hits a parsed question asks for.
const DEFAULT_LIMIT: usize = 20;

/// A question to [`Index::search`](crate::Index::search).
#[derive(Clone, Default)]
pub struct Query {
    /// What is looked for. `"Quoted words"` must stand in the content one after another; a memory that has a `-word`, or
    /// the words of a `-"phrase"`, is left out. The last word also finds words that begin with it. Blank text (or text of
    /// exclusions alone) asks for the newest memories.
    pub text: String,
    /// The vector of [`Query::embeddable_text`], of unit length; without it (or with one of a wrong length) words alone decide.
    pub vector: Option<Vec<f32>>,
    /// Private values that are looked for. Memories that hide one of them come first; with a blank text they are all.
    pub tokens: Vec<Token>,
    /// Which memories are looked at.
    pub filters: Filters,
    /// The most hits wanted.
    pub limit: usize,
}

impl Query {
    /// Reads what a person typed. `kind: topic: source: thread: in: after: before:` (`in:` is a thread; values may be
    /// quoted) become filters and leave the text. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD` in UTC; `after:` begins with
    /// that year, month or day, `before:` ends right before it. What does not read as a filter stays ordinary text.
    pub fn parse(text: &str) -> Query {
        let mut query = Query { limit: DEFAULT_LIMIT, ..Query::default() };
        let mut at = 0;
        for (piece, (from, to)) in pieces(text) {
            // A quoted value may reach over the pieces that follow.
            if from < at {
                continue;
            }
            at = to;
            if let Piece::Word(_) = piece
                && let Some(end) = query.filters.read(text, from)
            {
                at = end;
                continue;
            }
            if !query.text.is_empty() {
                query.text.push(' ');
            }
            query.text.push_str(&text[from..to]);
        }
        query
    }

    /// The text for the model: without exclusions and quote marks. Empty if there is nothing to embed.
    pub fn embeddable_text(&self) -> String {
        let kept = pieces(&self.text).into_iter().filter_map(|(piece, _)| match piece {
            Piece::Word(text) | Piece::Phrase(text) => Some(text.trim()),
            Piece::Without(_) => None,
        });
        kept.collect::<Vec<_>>().join(" ")
    }
}

/// What a person looks for must not reach a log by accident.
impl fmt::Debug for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Query")
            .field("text_bytes", &self.text.len())
            .field("vector", &self.vector.is_some())
            .field("limit", &self.limit)
            .finish_non_exhaustive()
    }
}

impl Filters {
    /// Takes the filter that starts at `at`; where it ends, or nothing if it is none.
    fn read(&mut self, text: &str, at: usize) -> Option<usize> {
        let colon = at + text[at..word_end(text, at)].find(':')?;
        let (value, end) = quoted(text, colon + 1).unwrap_or_else(|| {
            let end = word_end(text, colon + 1);
            (&text[colon + 1..end], end)
        });
        if value.is_empty() {
            return None;
        }
        let owned = || value.trim().to_owned();
        match text[at..colon].to_ascii_lowercase().as_str() {
            "kind" => self.kinds.push(owned()),
            "topic" => self.topics.push(owned()),
            "source" => self.sources.push(owned()),
            "thread" | "in" => self.threads.push(owned()),
            // Of several, the narrowest counts.
            "after" => self.after_ms = self.after_ms.max(Some(Day::parse(value)?.start_ms())),
            "before" => {
                let to = Day::parse(value)?.start_ms();
                self.before_ms = Some(self.before_ms.map_or(to, |known| known.min(to)));
            }
            _ => return None,
        }
        Some(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_leave_the_text() {
        let q = Query::parse(
            "kind:decision the topic:\"green tea\" pot after:2023-05 Before:2024 in:s1 -iron \"old oak\"",
        );
        assert_eq!(q.text, "the pot -iron \"old oak\"");
        assert_eq!(q.embeddable_text(), "the pot old oak");
        assert_eq!(
            (q.filters.kinds, q.filters.topics),
            (vec!["decision".to_owned()], vec!["green tea".to_owned()])
        );
        assert_eq!(q.filters.threads, ["s1"]);
        assert_eq!(
            (q.filters.after_ms, q.filters.before_ms),
            (Some(1_682_899_200_000), Some(1_704_067_200_000))
        );
    }

    #[test]
    fn what_does_not_parse_stays_text() {
        for text in [
            "before:yesterday",
            "kind:",
            "note: buy tea",
            "\"kind:note\"",
            "http://a.b",
            "topic: tea",
            "after:2023-13",
        ] {
            let q = Query::parse(text);
            assert_eq!((q.text.as_str(), &q.filters), (text, &Filters::default()));
        }
    }

    #[test]
    fn nothing_typed_asks_for_nothing_special() {
        let q = Query::parse("  ");
        assert_eq!((q.text.as_str(), q.limit, q.vector), ("", DEFAULT_LIMIT, None));
        assert_eq!(Query::parse("-tea").embeddable_text(), "");
    }

    #[test]
    fn narrowest_date_counts() {
        let q = Query::parse("after:2020 after:2022 before:2025 before:2024 after:2021");
        assert_eq!(q.filters.after_ms, Day::parse("2022").map(Day::start_ms));
        assert_eq!(q.filters.before_ms, Day::parse("2024").map(Day::start_ms));
    }
}
