//! Which sentences of a message say something about the person. The rules themselves are a table in `rules`; here is how
//! they are used. Must not propose a question, a request or something imagined.

use std::collections::BTreeMap;

use super::passages::passages;
use super::rules::Rules;
use super::sentences::sentences;
use crate::{Kind, LeftOut, Proposed};

/// A longer sentence is mostly no sentence.
const LONGEST_SENTENCE_BYTES: usize = 300;
/// The longest a reason is, that is added to a sentence.
const LONGEST_REASON_BYTES: usize = 300;

/// A sentence that could be kept.
pub(super) struct Proposal {
    pub(super) text: String,
    pub(super) kind: Kind,
    pub(super) proposed: Proposed,
}

/// What a message gives.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) proposals: Vec<Proposal>,
    pub(super) left_out: BTreeMap<LeftOut, usize>,
}

pub(super) fn propose(message: &str, rules: &Rules) -> Outcome {
    let mut outcome = Outcome::default();
    let own = passages(message, |line| rules.leads_in(&plain(line)));
    for (cause, count) in own.left_out {
        *outcome.left_out.entry(cause).or_default() += count;
    }
    // "Imagine …" holds for what follows, too.
    let mut imagined = false;
    for line in own.lines {
        let sentences = sentences(line);
        let mut following = sentences.iter().peekable();
        while let Some(sentence) = following.next() {
            let plain_text = plain(sentence);
            imagined = imagined || rules.begins_a_story(&plain_text);
            match look(sentence, &plain_text, imagined, rules) {
                Ok((kind, proposed)) => {
                    let mut text = (*sentence).to_owned();
                    let reason = following.next_if(|next| {
                        next.len() <= LONGEST_REASON_BYTES && rules.gives_a_reason(&plain(next))
                    });
                    if let Some(reason) = reason {
                        text.push(' ');
                        text.push_str(reason);
                    }
                    outcome.proposals.push(Proposal { text, kind, proposed });
                }
                Err(cause) => *outcome.left_out.entry(cause).or_default() += 1,
            }
        }
    }
    outcome
}

/// What one sentence is.
fn look(sentence: &str, plain: &str, imagined: bool, rules: &Rules) -> Result<(Kind, Proposed), LeftOut> {
    if sentence.len() > LONGEST_SENTENCE_BYTES {
        return Err(LeftOut::Pasted);
    }
    if sentence.starts_with(['"', '“', '„', '«', '»', '‘', '\'', '`']) {
        return Err(LeftOut::Pasted);
    }
    if imagined || rules.imagines(plain) {
        return Err(LeftOut::Hypothetical);
    }
    // "Can you remember that I …?" asks, and says it.
    if let Some(found) = rules.standing(plain) {
        return Ok(found);
    }
    if sentence.trim_end_matches(['"', ')', '”', '“', ' ']).ends_with('?') || rules.questions(plain) {
        return Err(LeftOut::Question);
    }
    // Before requests: "let's go with the ferry" is a decision.
    let found = rules.statement(plain);
    if rules.asks(plain) && !found.is_some_and(|(kind, _)| kind == Kind::Decision) {
        return Err(LeftOut::Request);
    }
    found.ok_or(LeftOut::NothingPersonal)
}

/// The sentence as the rules see it: small letters, one sort of apostrophe, single spaces, no words of address in front.
fn plain(sentence: &str) -> String {
    let mut out = String::with_capacity(sentence.len());
    for word in sentence.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }));
    }
    let mut rest = out.as_str();
    while let Some(after) = without_opener(rest) {
        rest = after;
    }
    rest.to_owned()
}

/// Words that stand before a sentence without changing it.
const OPENERS: &[&str] = &[
    "hi",
    "hello",
    "hey",
    "ok",
    "okay",
    "so",
    "well",
    "also",
    "actually",
    "btw",
    "by the way",
    "and",
    "but",
    "yes",
    "no",
    "thanks",
    "thank you",
    "oh",
    "great",
    "perfect",
    "fyi",
    "anyway",
    "sure",
    "personally",
    "honestly",
    "hallo",
    "übrigens",
    "ja",
    "nein",
    "danke",
    "und",
    "aber",
    "naja",
    "gut",
    "super",
    "genau",
    "for context",
    "for the record",
];

fn without_opener(text: &str) -> Option<&str> {
    let opener = OPENERS.iter().find(|opener| {
        text.strip_prefix(**opener).is_some_and(|rest| rest.starts_with([' ', ',', '!', '.', ':', '-', '–']))
    })?;
    let rest = text.get(opener.len()..)?.trim_start_matches([' ', ',', '!', '.', ':', '-', '–']);
    (!rest.is_empty()).then_some(rest)
}
