//! What a new text is to one that is kept: the same again, or what takes its place. Must not know where either lies.
//!
//! Vectors alone cannot tell: "I live in Lisbon" is nearer to "I live in Porto" than many a paraphrase to what it repeats. So
//! the words decide beside them: what both texts share, what only one says, in which places they differ, whether one denies
//! or announces a change.

use rust_stemmers::{Algorithm, Stemmer};

use crate::stop::is_stop_word;
use crate::tokens::{Form, each_token};

/// What a newer text is to an older one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// It says what the older one says.
    SaysTheSame,
    /// It is about the same and says otherwise: it contradicts or updates the older one.
    MayReplace,
}

/// How sure it must be to be offered: a wrong offer costs a glance, a missed one nothing.
const SURE: f32 = 0.5;
/// Less alike texts are not compared.
const LEAST_COSINE: f32 = 0.35;

/// Multinomial logistic regression over [`features`]: neither, may replace, says the same. Fitted on the 280 pairs of
/// `tests/pairs.tsv` (squared weights held against it by 0.003); `tests/pairs_held_out.tsv` decides.
const WEIGHTS: [[f32; FEATURES]; 3] = [
    [
        1.20, -2.70, -0.33, -0.83, 0.78, 0.34, -1.14, 0.05, -0.62, -1.17, 2.25, 0.85, 0.02, -0.45, 1.89,
        -0.24, -0.35, -0.82,
    ],
    [
        -0.41, -0.33, 0.32, -0.54, -1.47, 0.85, 1.15, 0.55, -0.51, 2.16, -0.47, 0.43, 0.36, 0.58, -1.27,
        0.10, 0.64, 1.35,
    ],
    [
        -0.79, 3.03, 0.01, 1.37, 0.69, -1.19, -0.01, -0.60, 1.13, -0.98, -1.78, -1.28, -0.38, -0.13, -0.61,
        0.15, -0.29, -0.53,
    ],
];

/// Texts with more words say many things: no one change replaces them, so they are compared for being equal alone.
const LONGEST_WORDS: usize = 120;

/// Sorted and folded. What says that something is not so.
const DENIALS: &[&str] = &[
    "avoid", "cannot", "cant", "couldn", "didn", "doesn", "don", "dont", "hate", "isn", "kein", "keine",
    "keinem", "keinen", "keiner", "keines", "never", "nicht", "nichts", "nie", "niemals", "no", "none",
    "nor", "not", "ohne", "quit", "shouldn", "stop", "stopped", "wasn", "without", "won", "wouldn",
];

/// Sorted and folded. What announces a change.
const CHANGES: &[&str] = &[
    "abgesagt",
    "actually",
    "anymore",
    "canceled",
    "cancelled",
    "change",
    "changed",
    "correction",
    "dropped",
    "geandert",
    "gewechselt",
    "instead",
    "jetzt",
    "longer",
    "mehr",
    "migrated",
    "moved",
    "moving",
    "neu",
    "neue",
    "neuen",
    "neuer",
    "new",
    "now",
    "nun",
    "postponed",
    "quit",
    "renamed",
    "replaced",
    "rescheduled",
    "reverted",
    "sold",
    "statt",
    "stattdessen",
    "stopped",
    "switched",
    "switching",
    "umgestiegen",
    "umgezogen",
    "update",
    "updated",
    "upgraded",
    "verschoben",
];

/// Sorted and folded. What is said of one thing only, so that another value takes its place.
const SINGLE: &[&str] = &[
    "address",
    "age",
    "always",
    "birthday",
    "boss",
    "budget",
    "called",
    "capital",
    "color",
    "colour",
    "costs",
    "date",
    "deadline",
    "decided",
    "default",
    "due",
    "email",
    "every",
    "favorite",
    "favourite",
    "heisst",
    "is",
    "ist",
    "kostet",
    "lebe",
    "lebt",
    "likes",
    "limit",
    "live",
    "lives",
    "manager",
    "married",
    "name",
    "named",
    "only",
    "password",
    "prefer",
    "prefers",
    "price",
    "rent",
    "salary",
    "size",
    "starts",
    "take",
    "takes",
    "time",
    "use",
    "uses",
    "using",
    "version",
    "weigh",
    "weight",
    "wohne",
    "wohnt",
    "work",
    "works",
    "write",
    "written",
];

/// Sorted and folded. German words that carry grammar, as the English ones in `stop` do.
const GERMAN_GRAMMAR: &[&str] = &[
    "aber", "als", "am", "an", "auch", "auf", "aus", "bei", "bin", "bis", "bist", "da", "dann", "das",
    "dass", "dem", "den", "der", "des", "die", "du", "ein", "eine", "einem", "einen", "einer", "er", "es",
    "fur", "hab", "habe", "haben", "hat", "ich", "ihr", "im", "in", "ist", "ja", "man", "mein", "meine",
    "meinem", "meinen", "meiner", "mich", "mir", "mit", "nach", "noch", "nur", "oder", "schon", "sein",
    "seit", "sich", "sie", "sind", "so", "uber", "um", "und", "uns", "unser", "unsere", "vom", "von", "vor",
    "war", "was", "wenn", "wer", "wie", "wir", "wird", "zu", "zum", "zur",
];

/// A text as words.
struct Said {
    /// Stems in order, grammar included.
    all: Vec<String>,
    /// Stems that carry a subject, each once, in order.
    content: Vec<String>,
    numbers: Vec<String>,
    denies: bool,
    /// Words that announce a change.
    changes: usize,
    single: usize,
    asks: bool,
}

impl Said {
    fn read(text: &str) -> Said {
        let stemmer = Stemmer::create(Algorithm::English);
        let mut said = Said {
            all: Vec::new(),
            content: Vec::new(),
            numbers: Vec::new(),
            denies: false,
            changes: 0,
            single: 0,
            asks: text.trim_end().ends_with('?'),
        };
        each_token(text, |token| {
            if !token.form.has_place() && token.form != Form::Pair {
                return;
            }
            let is_in = |list: &[&str]| list.binary_search(&token.text).is_ok();
            let has_digit = token.text.bytes().any(|byte| byte.is_ascii_digit());
            let stem = stemmer.stem(token.text).into_owned();
            said.denies |= is_in(DENIALS);
            said.changes += usize::from(is_in(CHANGES));
            said.single += usize::from(is_in(SINGLE));
            let is_grammar =
                is_stop_word(token.text) || is_in(GERMAN_GRAMMAR) || is_in(DENIALS) || is_in(CHANGES);
            if has_digit && !said.numbers.contains(&stem) {
                said.numbers.push(stem.clone());
            }
            if !is_grammar && !said.content.contains(&stem) {
                said.content.push(stem.clone());
            }
            said.all.push(stem);
        });
        said
    }
}

/// How many things are looked at.
const FEATURES: usize = 18;

/// What is looked at, each about 0 to 1, in the order of the weights.
fn features(old: &Said, new: &Said, cosine: f32) -> [f32; FEATURES] {
    let shared = old.content.iter().filter(|stem| new.content.contains(stem)).count() as f32;
    let (of_old, of_new) = (old.content.len().max(1) as f32, new.content.len().max(1) as f32);
    let only = |a: &Vec<String>, b: &Vec<String>| a.iter().filter(|stem| !b.contains(stem)).count() as f32;
    let (only_old, only_new) = (only(&old.content, &new.content), only(&new.content, &old.content));
    let (numbers_old, numbers_new) = (only(&old.numbers, &new.numbers), only(&new.numbers, &old.numbers));
    let frame = 2.0 * common(&old.all, &new.all) as f32 / (old.all.len() + new.all.len()).max(1) as f32;
    let begin = old.all.iter().zip(&new.all).take_while(|(a, b)| a == b).count() as f32;
    let head = |said: &Said| said.content.first().cloned().unwrap_or_default();
    let same_head = new.content.iter().take(3).any(|stem| *stem == head(old))
        || old.content.iter().take(3).any(|stem| *stem == head(new));
    let yes = |is: bool| f32::from(u8::from(is));
    [
        1.0,
        cosine,
        shared / of_old.min(of_new),
        shared / (of_old + of_new - shared),
        (1.0 + only_old).ln() / 2.0,
        (1.0 + only_new).ln() / 2.0,
        yes(old.denies != new.denies),
        yes(numbers_old > 0.0 && numbers_new > 0.0),
        yes(!old.numbers.is_empty() && numbers_old + numbers_new == 0.0),
        yes(new.changes > old.changes),
        frame,
        begin.min(4.0) / 4.0,
        yes(same_head),
        yes(old.single > 0 && new.single > 0),
        yes(old.asks || new.asks),
        yes(only_old == 1.0 && only_new == 1.0),
        yes(new.changes > old.changes) * shared / of_old.min(of_new),
        yes(old.single > 0 && new.single > 0 && only_old == 1.0 && only_new == 1.0) * begin.min(4.0) / 4.0,
    ]
}

/// Words that two texts have in common, in the same order: the longest common subsequence.
fn common(a: &[String], b: &[String]) -> usize {
    let mut lengths = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (at, y) in b.iter().enumerate() {
            let above = lengths[at + 1];
            lengths[at + 1] = if x == y { diagonal + 1 } else { above.max(lengths[at]) };
            diagonal = above;
        }
    }
    lengths[b.len()]
}

/// What `newer` is to `older`, as far as their words and the cosine of their vectors tell; `None` if neither, or if it is
/// not sure enough to be offered.
pub fn relation(older: &str, newer: &str, cosine: f32) -> Option<Relation> {
    let (old, new) = (Said::read(older), Said::read(newer));
    if old.all.is_empty() || new.all.is_empty() {
        return None;
    }
    if old.all == new.all {
        return Some(Relation::SaysTheSame);
    }
    if old.all.len().max(new.all.len()) > LONGEST_WORDS || cosine < LEAST_COSINE {
        return None;
    }
    let features = features(&old, &new, cosine);
    let scores = WEIGHTS.map(|weights| {
        let sum: f32 = weights.iter().zip(&features).map(|(weight, feature)| weight * feature).sum();
        sum.exp()
    });
    let sure = |at: usize| scores[at] / scores.iter().sum::<f32>() >= SURE;
    match (sure(1), sure(2)) {
        (true, _) => Some(Relation::MayReplace),
        (_, true) => Some(Relation::SaysTheSame),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [DENIALS, CHANGES, SINGLE, GERMAN_GRAMMAR] {
            let mut sorted = list.to_vec();
            sorted.sort_unstable();
            assert_eq!(list, sorted);
        }
    }
}
