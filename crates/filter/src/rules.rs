//! A person's own rules: words and patterns that are private to them. It must not know where rules are stored, nor the
//! detectors' table; what a rule finds joins the other findings as `own_rule`.

use std::fmt;
use std::ops::Range;

use aho_corasick::AhoCorasick;
use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

use crate::finding::Action;
use crate::normal::normalise;
use crate::text::ceil;
use crate::view::{Builder, Map};

/// How many rules there can be.
pub const MOST_RULES: usize = 500;
/// How long a rule's word can be, in characters.
pub const LONGEST_WORD: usize = 100;
/// How long a rule's pattern can be, in characters.
pub const LONGEST_PATTERN: usize = 200;

/// What a compiled pattern may take, in bytes.
const PATTERN_SIZE: usize = 1 << 20;
/// A pattern is run over a text piece by piece, so that what it looks ahead for is bounded. Pieces overlap: a match up to the
/// overlap's length is never cut.
const PIECE: usize = 4096;
const OVERLAP: usize = 512;
/// What a hit of a word costs, in bytes looked at.
const HIT_COST: usize = 8;

/// One rule. Its `Debug` form tells neither word nor pattern: they are private.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// The name the owner's settings know it by; errors name it.
    pub id: String,
    /// What is private.
    pub what: What,
    /// What is done where it stands: anything but [`Action::Allow`].
    pub action: Action,
}

/// What a rule looks for. Case does not matter, and only whole words count.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// A word, name or phrase, as it is written; blanks in it stand for any blanks.
    Word(String),
    /// A regular expression in the syntax of the `regex` crate.
    Pattern(String),
}

impl fmt::Debug for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Rule")
            .field("id", &self.id)
            .field("action", &self.action)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for What {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            What::Word(_) => "Word(…)",
            What::Pattern(_) => "Pattern(…)",
        })
    }
}

/// Why rules were not taken: what is wrong with which rule, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RuleError {
    /// More than [`MOST_RULES`].
    TooMany {
        /// How many were given.
        count: usize,
    },
    /// A word or pattern of nothing but blanks.
    Empty {
        /// The rule.
        id: String,
    },
    /// A word longer than [`LONGEST_WORD`], or a pattern longer than [`LONGEST_PATTERN`].
    TooLong {
        /// The rule.
        id: String,
        /// How many characters it can have.
        most: usize,
    },
    /// A pattern that is no regular expression.
    NotAPattern {
        /// The rule.
        id: String,
        /// What the compiler says, on one line.
        why: String,
    },
    /// A pattern that grows too large, such as `(\w{100}){100}`.
    TooLarge {
        /// The rule.
        id: String,
    },
    /// A pattern that matches nothing at all, such as `x*`: it would match everywhere.
    MatchesNothing {
        /// The rule.
        id: String,
    },
    /// A rule that lets what it finds stay.
    DoesNothing {
        /// The rule.
        id: String,
    },
}

impl fmt::Display for RuleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RuleError::TooMany { count } => {
                write!(
                    formatter,
                    "{count} rules are too many. Keep at most {MOST_RULES}; one pattern can say several words: one|two."
                )
            }
            RuleError::Empty { id } => {
                write!(formatter, "Rule {id:?} is empty. Write the word or pattern that is private.")
            }
            RuleError::TooLong { id, most } => {
                write!(
                    formatter,
                    "Rule {id:?} is too long. Shorten it to at most {most} characters, or split it."
                )
            }
            RuleError::NotAPattern { id, why } => {
                write!(formatter, "Rule {id:?} is not a pattern: {why}. Correct it, or make it a word.")
            }
            RuleError::TooLarge { id } => {
                write!(
                    formatter,
                    "Rule {id:?} repeats too much. Use smaller numbers in {{…}}, or fewer of them."
                )
            }
            RuleError::MatchesNothing { id } => {
                write!(
                    formatter,
                    "Rule {id:?} also matches nothing at all. Ask for at least one character: + instead of *."
                )
            }
            RuleError::DoesNothing { id } => {
                write!(
                    formatter,
                    "Rule {id:?} would let what it finds stay. Choose block, mask, token or seal, or delete it."
                )
            }
        }
    }
}

impl std::error::Error for RuleError {}

/// Rules, checked and compiled. An empty set finds nothing.
#[derive(Clone, Default)]
pub struct Rules {
    rules: Vec<Rule>,
    /// All words in one pass, and the rule that each is of.
    words: Option<AhoCorasick>,
    of_word: Vec<usize>,
    patterns: Vec<(Regex, usize)>,
}

impl PartialEq for Rules {
    fn eq(&self, other: &Rules) -> bool {
        self.rules == other.rules
    }
}

impl Eq for Rules {}

impl fmt::Debug for Rules {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(&self.rules).finish()
    }
}

impl Rules {
    /// Checks and compiles rules; the first that is wrong is named.
    ///
    /// # Errors
    /// Says which rule is wrong, how, and what to do about it.
    pub fn compile(rules: &[Rule]) -> Result<Rules, RuleError> {
        if rules.len() > MOST_RULES {
            return Err(RuleError::TooMany { count: rules.len() });
        }
        let (mut words, mut of_word, mut patterns) = (Vec::new(), Vec::new(), Vec::new());
        for (index, rule) in rules.iter().enumerate() {
            let id = || rule.id.clone();
            if rule.action == Action::Allow {
                return Err(RuleError::DoesNothing { id: id() });
            }
            match &rule.what {
                What::Word(word) => {
                    let folded = folded(normalise(word.trim()).text.trim()).0;
                    match folded.chars().count() {
                        0 => return Err(RuleError::Empty { id: id() }),
                        _ if word.chars().count() > LONGEST_WORD => {
                            return Err(RuleError::TooLong { id: id(), most: LONGEST_WORD });
                        }
                        _ => {}
                    }
                    words.push(folded);
                    of_word.push(index);
                }
                What::Pattern(pattern) => patterns.push((compile(&rule.id, pattern)?, index)),
            }
        }
        let words = match words.is_empty() {
            true => None,
            false => Some(AhoCorasick::new(&words).map_err(|_| RuleError::TooMany { count: rules.len() })?),
        };
        Ok(Rules { rules: rules.to_vec(), words, of_word, patterns })
    }

    /// The rules, as they were given.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Where rules hit in a normalised text, and what is to be done there. Pays from a budget of bytes looked at; None when it
    /// is spent.
    pub(crate) fn find(&self, text: &str, left: &mut usize) -> Option<Vec<(Range<usize>, Action)>> {
        let mut hits = Vec::new();
        if let Some(words) = &self.words {
            let (folded, map) = folded(text);
            for hit in words.find_overlapping_iter(&folded) {
                *left = left.checked_sub(HIT_COST)?;
                let rule = self.rules.get(*self.of_word.get(hit.pattern().as_usize())?)?;
                if stands_alone(&folded, &hit.range()) {
                    hits.push((map.source(&hit.range()), rule.action));
                }
            }
        }
        for (pattern, index) in &self.patterns {
            let action = self.rules.get(*index)?.action;
            let (mut at, mut to) = (0, 0);
            while to < text.len() {
                to = ceil(text, to + PIECE);
                let piece = text.get(..to)?;
                while let Some(found) = pattern.find_at(piece, at).filter(|_| at < to) {
                    *left = left.checked_sub(to - at)?;
                    if found.end() == to && to < text.len() && found.len() < OVERLAP {
                        // It may go on in the next piece: it is looked for again from its start.
                        at = found.start();
                        break;
                    }
                    if !found.is_empty() && stands_alone(text, &found.range()) {
                        hits.push((found.range(), action));
                    }
                    at = ceil(text, found.end().max(found.start() + 1));
                }
                at = at.max(ceil(text, to.saturating_sub(OVERLAP)));
            }
        }
        Some(hits)
    }
}

fn compile(id: &str, pattern: &str) -> Result<Regex, RuleError> {
    let id = || id.to_owned();
    if pattern.trim().is_empty() {
        return Err(RuleError::Empty { id: id() });
    }
    if pattern.chars().count() > LONGEST_PATTERN {
        return Err(RuleError::TooLong { id: id(), most: LONGEST_PATTERN });
    }
    let build = |pattern: &str| {
        let mut builder = RegexBuilder::new(pattern);
        builder.case_insensitive(true).size_limit(PATTERN_SIZE).dfa_size_limit(PATTERN_SIZE).build().map_err(
            |error| match error {
                regex::Error::CompiledTooBig(_) => RuleError::TooLarge { id: id() },
                error => {
                    let said = error.to_string();
                    let why = said.lines().last().unwrap_or_default().trim().trim_start_matches("error: ");
                    RuleError::NotAPattern { id: id(), why: why.to_owned() }
                }
            },
        )
    };
    // Alone first: a pattern that closes a bracket it did not open must not lean on those around it.
    let alone = build(pattern)?;
    if ["", "a", "0", " "].iter().any(|text| alone.find_iter(text).any(|found| found.is_empty())) {
        return Err(RuleError::MatchesNothing { id: id() });
    }
    build(&format!(r"(?-u:\b{{start-half}})(?:{pattern})(?-u:\b{{end-half}})"))
}

/// A text in lower case with single blanks.
fn folded(text: &str) -> (String, Map) {
    let (mut builder, mut blank) = (Builder::default(), false);
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let plain =
            rest.bytes().take_while(|byte| byte.is_ascii_graphic() && !byte.is_ascii_uppercase()).count();
        if plain > 0 {
            builder.copy(at, rest.get(..plain).unwrap_or_default());
            (at, blank) = (at + plain, false);
            continue;
        }
        let Some(character) = rest.chars().next() else { break };
        let end = at + character.len_utf8();
        if character.is_whitespace() {
            if !blank {
                builder.copy(at, " ");
            }
            blank = true;
        } else {
            let lower: String = character.to_lowercase().collect();
            if lower.len() == end - at {
                builder.copy(at, &lower);
            } else {
                builder.replace(at..end, &lower);
            }
            blank = false;
        }
        at = end;
    }
    builder.finish()
}

/// Whether no letter or digit runs into a hit from either side. Scripts that write no blanks have no other words' ends.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let inside = text.get(range.clone()).unwrap_or_default();
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    let after = text.get(range.end..).and_then(|after| after.chars().next());
    let runs_on = |edge: Option<char>, beside: Option<char>| match (edge, beside) {
        (Some(edge), Some(beside)) => is_of_word(edge) && is_of_word(beside) && !is_unspaced(edge),
        _ => false,
    };
    !runs_on(inside.chars().next(), before) && !runs_on(inside.chars().next_back(), after)
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Thai, Lao, Burmese, Khmer, kana, Han and Hangul, whose particles stick to words.
fn is_unspaced(character: char) -> bool {
    matches!(character,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(word: &str) -> Rule {
        Rule { id: "one".to_owned(), what: What::Word(word.to_owned()), action: Action::Mask }
    }

    fn pattern(pattern: &str) -> Rule {
        Rule { id: "one".to_owned(), what: What::Pattern(pattern.to_owned()), action: Action::Block }
    }

    fn found(rule: Rule, text: &str) -> Vec<&str> {
        let hits = Rules::compile(&[rule]).unwrap().find(text, &mut 1_000_000).unwrap();
        hits.into_iter().map(|(range, _)| &text[range]).collect()
    }

    fn refused(rule: Rule) -> RuleError {
        let error = Rules::compile(&[word("fine"), rule]).unwrap_err();
        assert!(error.to_string().contains("\"one\""), "{error}");
        error
    }

    #[test]
    fn words_are_found_whole_in_any_case() {
        assert_eq!(found(word("Falcon"), "the FALCON, falcons, falcon_7 and falcon."), ["FALCON", "falcon"]);
        assert_eq!(found(word("Project  Falcon"), "project\n falcon"), ["project\n falcon"]);
        assert_eq!(found(word("Çelik"), "mr çelik"), ["çelik"]);
        assert_eq!(found(word("田中"), "我叫田中先生"), ["田中"]);
        assert_eq!(found(word("#42"), "no#42 #421"), ["#42"]);
    }

    #[test]
    fn patterns_are_found_whole_in_any_case() {
        assert_eq!(found(pattern(r"emp-\d{4}"), "EMP-1234, emp-12345, xemp-1234, éemp-1234"), ["EMP-1234"]);
        assert_eq!(found(pattern("^x1"), "x1 x1"), ["x1"]);
        let far = format!("{}emp-1234 {}", "word ".repeat(2000), "word ".repeat(2000));
        assert_eq!(found(pattern(r"emp-\d{4}"), &far), ["emp-1234"]);
    }

    #[test]
    fn a_match_on_a_piece_s_end_is_found_whole_and_once() {
        for at in PIECE - 12..PIECE + 4 {
            let text = format!("{} emp-1234 {}", "-".repeat(at), "-".repeat(PIECE));
            let mut found = found(pattern(r"emp-\d+"), &text);
            found.dedup();
            assert!(found.contains(&"emp-1234"), "{at}: {found:?}");
        }
    }

    #[test]
    fn refuses_what_is_empty() {
        for rule in [word(""), word(" \u{200b}"), pattern(" ")] {
            assert_eq!(refused(rule), RuleError::Empty { id: "one".to_owned() });
        }
    }

    #[test]
    fn refuses_what_is_too_long() {
        assert_eq!(refused(word(&"é".repeat(101))), RuleError::TooLong { id: "one".to_owned(), most: 100 });
        assert_eq!(
            refused(pattern(&"a".repeat(201))),
            RuleError::TooLong { id: "one".to_owned(), most: 200 }
        );
        assert!(Rules::compile(&[word(&"é".repeat(100)), pattern(&"a".repeat(200))]).is_ok());
    }

    #[test]
    fn refuses_too_many() {
        let rules = vec![word("x"); 501];
        assert_eq!(Rules::compile(&rules).unwrap_err(), RuleError::TooMany { count: 501 });
        assert!(Rules::compile(&rules[..500]).is_ok());
    }

    #[test]
    fn refuses_what_is_no_pattern() {
        for wrong in ["(", "a)(b", "[z-a]", r"(a)\1", "(?=x)y", "*"] {
            let error = refused(pattern(wrong));
            assert!(
                matches!(&error, RuleError::NotAPattern { why, .. } if !why.is_empty() && !why.contains('\n')),
                "{error}"
            );
        }
    }

    #[test]
    fn refuses_a_pattern_that_grows_too_large() {
        assert_eq!(refused(pattern(r"(\w{100}){100}")), RuleError::TooLarge { id: "one".to_owned() });
    }

    #[test]
    fn refuses_a_pattern_that_matches_nothing() {
        for wrong in ["x*", "(a|)", r"\b", "^", "$"] {
            assert_eq!(
                refused(pattern(wrong)),
                RuleError::MatchesNothing { id: "one".to_owned() },
                "{wrong}"
            );
        }
    }

    #[test]
    fn refuses_a_rule_that_does_nothing() {
        let rule = Rule { action: Action::Allow, ..word("x") };
        assert_eq!(refused(rule), RuleError::DoesNothing { id: "one".to_owned() });
    }

    #[test]
    fn a_rule_is_stored_as_plain_json_and_never_printed() {
        let rule = word("Falcon");
        let json = serde_json::to_string(&rule).unwrap();
        assert_eq!(json, r#"{"id":"one","what":{"word":"Falcon"},"action":"mask"}"#);
        assert_eq!(serde_json::from_str::<Rule>(&json).unwrap(), rule);
        let rules = Rules::compile(&[rule]).unwrap();
        assert!(!format!("{rules:?} {:?}", rules.rules()[0].what).contains("Falcon"));
    }

    #[test]
    fn a_pattern_that_looks_far_ahead_ends_over_budget() {
        let text = "bar ".repeat(1 << 16);
        let rules = Rules::compile(&[pattern(".*foo|bar")]).unwrap();
        assert_eq!(rules.find(&text, &mut (64 * text.len())), None);
    }
}
