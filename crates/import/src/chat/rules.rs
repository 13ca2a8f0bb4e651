//! The rules by which a sentence is proposed: one row each, in English and German. A row says what it finds by a short name
//! that the person sees. Patterns are matched against a sentence in small letters without words of address; they run in
//! linear time. Must not know messages or dates.

use std::sync::OnceLock;

use regex::{Regex, RegexSet, RegexSetBuilder};

use super::patterns::{
    ASKS, BEGINS_A_STORY, GIVES_A_REASON, IMAGINES, LEADS_IN, POINTS, QUESTIONS, ROWS, SOON_OVER,
};
use crate::{Kind, Proposed};

/// One rule.
pub(super) struct Row {
    /// What it finds, for the person.
    pub(super) reason: &'static str,
    pub(super) kind: Kind,
    /// How sure it is, 0 to 100.
    pub(super) score: u8,
    /// What the sentence must have.
    pub(super) pattern: &'static str,
    /// What it must not have.
    pub(super) unless: &'static str,
    pub(super) needs: Needs,
}

/// What a rule asks of the sentence besides its pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
    /// Nothing.
    Nothing,
    /// What follows must not point into the conversation: "I like the second one" says nothing outside it.
    Object,
    /// Nothing, and it holds for requests and questions as well: it is meant to last.
    Standing,
}

/// What is taken off where the rule's words do not begin the sentence.
const LATER_IN_SENTENCE: u8 = 12;
/// What is taken off for what is soon over, such as "today".
const SOON_OVER_COST: u8 = 20;
/// What is taken off for a sentence of two words; a fact needs no more ("I'm vegan").
const SHORT_COST: u8 = 25;

/// Words before "I …" that make it no statement.
const NO_STATEMENT_AFTER: &[&str] = &[
    "if", "whether", "do", "does", "did", "can", "could", "should", "would", "will", "what", "how", "why",
    "where", "which", "unless", "until", "than", "said", "says", "say", "wrote", "falls", "wenn", "ob",
    "was", "wie", "wo", "warum", "sagte", "sagt", "soll", "kann", "als",
];

/// The table, ready to be used.
pub(crate) struct Rules {
    rows: Vec<(&'static Row, Regex, Option<Regex>)>,
    /// All patterns of `rows` in one: most sentences match none.
    any: RegexSet,
    asks: Option<Regex>,
    leads_in: Option<Regex>,
    questions: Option<Regex>,
    imagines: Option<Regex>,
    begins_a_story: Option<Regex>,
    gives_a_reason: Option<Regex>,
    points: Option<Regex>,
    soon_over: Option<Regex>,
}

/// A pattern as it is compiled, see `patterns`.
fn quick(pattern: &str) -> String {
    pattern.replace(r"\p{L}", r#"[^\x20.,;:!?"()]"#).replace(r"\b", r"(?-u:\b)")
}

fn compiled(pattern: &str) -> Option<Regex> {
    Regex::new(&quick(pattern)).ok()
}

impl Rules {
    /// The rules of this program, made once.
    pub(crate) fn shared() -> &'static Rules {
        static RULES: OnceLock<Rules> = OnceLock::new();
        RULES.get_or_init(Rules::new)
    }

    fn new() -> Rules {
        // A test sees that each pattern is one.
        let rows: Vec<_> = ROWS
            .iter()
            .filter_map(|row| {
                let unless = if row.unless.is_empty() { None } else { Some(compiled(row.unless)?) };
                Some((row, compiled(row.pattern)?, unless))
            })
            .collect();
        let any = RegexSetBuilder::new(rows.iter().map(|(row, ..)| quick(row.pattern)))
            .size_limit(64 << 20)
            .build();
        Rules {
            any: any.unwrap_or_default(),
            rows,
            asks: compiled(ASKS),
            leads_in: compiled(LEADS_IN),
            questions: compiled(QUESTIONS),
            imagines: compiled(IMAGINES),
            begins_a_story: compiled(BEGINS_A_STORY),
            gives_a_reason: compiled(GIVES_A_REASON),
            points: compiled(POINTS),
            soon_over: compiled(SOON_OVER),
        }
    }

    /// Whether it asks the assistant to do something.
    pub(super) fn asks(&self, sentence: &str) -> bool {
        matches(self.asks.as_ref(), sentence)
    }

    /// Whether what follows a colon at its end is not the person's own.
    pub(super) fn leads_in(&self, sentence: &str) -> bool {
        self.asks(sentence) || matches(self.leads_in.as_ref(), sentence)
    }

    /// Whether it is a question, also without its mark.
    pub(super) fn questions(&self, sentence: &str) -> bool {
        matches(self.questions.as_ref(), sentence)
    }

    /// Whether it speaks of what is not so.
    pub(super) fn imagines(&self, sentence: &str) -> bool {
        matches(self.imagines.as_ref(), sentence)
    }

    /// Whether all that follows is imagined, too.
    pub(super) fn begins_a_story(&self, sentence: &str) -> bool {
        matches(self.begins_a_story.as_ref(), sentence)
    }

    /// Whether it belongs to the sentence before: "because …", "that is why …".
    pub(super) fn gives_a_reason(&self, sentence: &str) -> bool {
        matches(self.gives_a_reason.as_ref(), sentence)
    }

    /// What is meant to last, however it is put.
    pub(super) fn standing(&self, sentence: &str) -> Option<(Kind, Proposed)> {
        let (kind, proposed) = self.best(sentence, |row| row.needs == Needs::Standing)?;
        // "Remember that I prefer …" is a preference.
        let kind = match self.best(sentence, |row| row.needs != Needs::Standing) {
            Some((inner, _)) if kind == Kind::Note => inner,
            _ => kind,
        };
        Some((kind, proposed))
    }

    /// What a plain statement says.
    pub(super) fn statement(&self, sentence: &str) -> Option<(Kind, Proposed)> {
        self.best(sentence, |row| row.needs != Needs::Standing)
    }

    fn best(&self, sentence: &str, wanted: impl Fn(&Row) -> bool) -> Option<(Kind, Proposed)> {
        let matched = self.any.matches(sentence);
        let found = matched.iter().filter_map(|index| self.rows.get(index)).filter(|(row, ..)| wanted(row));
        let scored = found.filter_map(|(row, pattern, unless)| {
            let score = self.score(sentence, row, pattern, unless.as_ref())?;
            Some((row.kind, Proposed { score, reason: row.reason }))
        });
        // The first row wins where two are as sure.
        scored.fold(None, |best: Option<(Kind, Proposed)>, one| match best {
            Some(best) if best.1.score >= one.1.score => Some(best),
            _ => Some(one),
        })
    }

    fn score(&self, sentence: &str, row: &Row, pattern: &Regex, unless: Option<&Regex>) -> Option<u8> {
        let found = pattern.find(sentence)?;
        if matches(unless, sentence) {
            return None;
        }
        let before = sentence.get(..found.start())?.trim_end();
        let last_word = before.rsplit([' ', ',', ';', ':', '(']).next().unwrap_or_default();
        if NO_STATEMENT_AFTER.contains(&last_word) || before.ends_with(['"', '“', '„', '‘', '«', '»'])
        {
            return None;
        }
        let after = sentence.get(found.end()..)?.trim_start();
        if row.needs == Needs::Object && (after.is_empty() || matches(self.points.as_ref(), after)) {
            return None;
        }
        let mut score = row.score;
        if !before.is_empty() && row.needs != Needs::Standing {
            score = score.saturating_sub(LATER_IN_SENTENCE);
        }
        if matches(self.soon_over.as_ref(), sentence) && row.kind != Kind::Event {
            score = score.saturating_sub(SOON_OVER_COST);
        }
        if sentence.split(' ').take(3).count() < 3 && row.kind != Kind::Fact {
            score = score.saturating_sub(SHORT_COST);
        }
        Some(score)
    }
}

fn matches(pattern: Option<&Regex>, text: &str) -> bool {
    pattern.is_some_and(|pattern| pattern.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_one() {
        let rules = Rules::new();
        assert_eq!(rules.rows.len(), ROWS.len());
        assert_eq!(rules.any.len(), ROWS.len());
        for pattern in
            [ASKS, LEADS_IN, QUESTIONS, IMAGINES, BEGINS_A_STORY, GIVES_A_REASON, POINTS, SOON_OVER]
        {
            assert!(compiled(pattern).is_some(), "{pattern}");
        }
    }
}
