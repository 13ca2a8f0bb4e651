//! Answers to the questions that let a person in who forgot a password: a mother's maiden name, a first pet. It must not know other
//! facts about a family, which are what memories are made of.

use super::value::{Looks, is_stand_in, looks};
use super::{Candidate, Detector, Find, Found, Trigger, begins_alone};
use crate::finding::Class;
use crate::kinds::{Kind, kind};
use crate::text::is_same;

static SECURITY_ANSWER: Kind = kind("security_answer", "answer to a security question", Class::Password);

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &SECURITY_ANSWER,
        trigger: Trigger::Words(&["maiden name", "dchenname der mutter"]),
        find: Find::Pattern {
            guard: of_mother,
            pattern: r#"(?-u)^(?i:maiden name|dchenname der mutter)[ ]?(?:(?i:is|was|ist|lautet)|:|=|\?)[ :]{0,3}["']?([A-Za-z\x80-\xFF][A-Za-z\x80-\xFF'-]{2,30})"#,
            reach: 100,
            check: named,
        },
        context: &[],
        fires: &[
            "my mother's maiden name is Kowalska",
            "Mother's maiden name? Kowalska",
            "mother maiden name: Kowalska",
        ],
        silent: &[
            "her mother's maiden name is unknown",
            "the maiden name is a custom of old",
            "mother's maiden name is required",
            "mother's maiden name: ______",
        ],
    },
    Detector {
        kind: &SECURITY_ANSWER,
        trigger: Trigger::Words(&[
            "security answer",
            "secret answer",
            "security question",
            "secret question",
            "sicherheitsfrage",
        ]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: concat!(
                r"(?-u)^(?i:(?:security|secret)[ ](?:question|answer)s?|sicherheitsfrage)(?:[^\n?]{0,80}\?[ \n]{0,3}|[^\n]{0,60}?(?i:first pet|first school|first car|best friend|teacher)(?:'?s)?(?:[ ]name)?[)]?|[ ]?[0-9]?)",
                r#"(?:(?i:answer|a|antwort)[ ]?)?(?:[:=-]|(?i:is|was))?[ ]{0,2}(?:(?i:is|was)[ ])?["']?([A-Za-z0-9\x80-\xFF][A-Za-z0-9\x80-\xFF'-]{2,30})"#
            ),
            reach: 240,
            check: answered,
        },
        context: &[],
        fires: &[
            "security answer: Kowalska",
            "secret question: what was your first pet? Bramble",
            "Security question: first pet: Bramble",
            "the secret answer is Bramble7",
        ],
        silent: &[
            "a security question was asked",
            "the security questions are hard",
            "secret answer is required",
            "security answer: none",
            "security question: what is your favourite colour?",
        ],
    },
];

/// A guard: it is the mother's.
fn of_mother(text: crate::text::Text<'_>, at: usize) -> bool {
    const WHOSE: &[&str] = &["mother", "mothers", "mom", "mum", "s"];
    text.byte(at) == b'd'
        || text.words_before(at).take(2).any(|word| WHOSE.iter().any(|whose| is_same(word, whose)))
}

fn named(candidate: &Candidate<'_>) -> Option<Found> {
    let value = candidate.value();
    let capital = value.chars().next().is_some_and(char::is_uppercase);
    (capital && !is_stand_in(value)).then(|| Found { range: candidate.value.clone(), validated: false })
}

/// After "answer" a name or what looks like a password; a bare verb or article goes on with the sentence.
fn answered(candidate: &Candidate<'_>) -> Option<Found> {
    let value = candidate.value();
    let said = candidate.text.piece(candidate.whole.start..candidate.value.start);
    let tied = said.contains([':', '=', '?']) || said.ends_with("is ") || said.ends_with("was ");
    let asked = matches!(
        value.to_lowercase().as_str(),
        "what" | "which" | "who" | "where" | "when" | "how" | "the" | "your" | "in"
    );
    let capital = value.starts_with(|first: char| first.is_ascii_uppercase()) && !is_stand_in(value);
    (tied && !asked && (looks(value) >= Looks::Name || capital && value.len() < 4))
        .then(|| Found { range: candidate.value.clone(), validated: false })
}
