//! Runs the detectors over a text: triggers first, and only the triggered detectors after that. It must not know any detector.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex::bytes::Regex;

use crate::decode::readings;
use crate::detectors::{self, Candidate, Detector, Find, Found, Numbers, Trigger, keyed};
use crate::finding::Finding;
use crate::kinds::OWN_RULE;
use crate::normal::normalise;
use crate::overlap::{Hit, resolve};
use crate::policy::Policy;
use crate::text::{Text, ceil, floor};
use crate::view::Map;

/// How many layers of encoding are looked through.
const DEPTH: usize = 2;
/// Longer texts are not looked through at all.
const LONGEST_TEXT: usize = 32 << 20;
/// What may be spent on a text, in bytes looked at: this much, and so many times its length.
const BUDGET: usize = 1 << 20;
const BUDGET_PER_BYTE: usize = 64;

/// What trying a pattern costs, in bytes looked at; less where less text is left.
const PATTERN_COST: usize = 256;

/// What reading a written number costs, in bytes looked at.
const NUMBER_COST: usize = 40;

/// What a scan found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// In order of their places, never overlapping.
    pub findings: Vec<Finding>,
    /// The text was too costly to look through: there may be more than was found. Such a text must not be kept.
    pub over_budget: bool,
}

/// The detectors, compiled. Making one takes milliseconds: make it once.
pub struct Filter {
    rows: Vec<Row>,
    /// How many places a scan keeps.
    places: usize,
    keywords: Option<AhoCorasick>,
    /// The rows that each keyword triggers.
    by_keyword: Vec<Vec<usize>>,
    by_digit: Vec<usize>,
    by_byte: Vec<Vec<usize>>,
    /// All rows that look for a number: the first of them stands for all in `by_digit`.
    numbers: Numbers,
    names: keyed::Names,
}

struct Row {
    detector: &'static Detector,
    /// For rows that are a pattern. None if it did not compile, which a test rules out and a scan answers with "over budget".
    pattern: Option<Regex>,
    /// Which place it keeps; rows of services share one, since there are so many.
    place: usize,
}

impl Default for Filter {
    fn default() -> Self {
        Filter::new()
    }
}

impl std::fmt::Debug for Filter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Filter").field("detectors", &self.rows.len()).finish_non_exhaustive()
    }
}

impl Filter {
    /// Compiles all detectors.
    #[must_use]
    pub fn new() -> Filter {
        let (mut places, mut shared) = (0, None);
        let mut place_of = |find: &Find| {
            let mut next = || {
                places += 1;
                places - 1
            };
            if matches!(find, Find::Keyed(_)) { *shared.get_or_insert_with(next) } else { next() }
        };
        let mut compile = |detector: &'static Detector| Row {
            detector,
            place: place_of(&detector.find),
            pattern: match &detector.find {
                Find::Pattern { pattern, .. } => Regex::new(pattern).ok(),
                Find::Code(_) | Find::Keyed(_) | Find::Token(_) | Find::Number(_) => None,
            },
        };
        let rows: Vec<Row> = detectors::all().map(&mut compile).collect();
        let mut known: HashMap<&str, usize> = HashMap::new();
        let (mut words, mut by_keyword): (Vec<&str>, Vec<Vec<usize>>) = (Vec::new(), Vec::new());
        let (mut by_digit, mut by_byte) = (Vec::new(), vec![Vec::new(); 128]);
        let mut has_numbers = false;
        for (index, row) in rows.iter().enumerate() {
            match row.detector.trigger {
                Trigger::Words(_) if matches!(row.detector.find, Find::Keyed(_)) => {}
                Trigger::Digits => {
                    let is_number = matches!(row.detector.find, Find::Number(_));
                    if !is_number || !std::mem::replace(&mut has_numbers, true) {
                        by_digit.push(index);
                    }
                }
                Trigger::Byte(byte) => {
                    if let Some(rows) = by_byte.get_mut(usize::from(byte)) {
                        rows.push(index);
                    }
                }
                Trigger::Words(triggers) => {
                    for word in triggers {
                        let place = *known.entry(word).or_insert_with(|| {
                            words.push(word);
                            by_keyword.push(Vec::new());
                            words.len() - 1
                        });
                        if let Some(rows) = by_keyword.get_mut(place) {
                            rows.push(index);
                        }
                    }
                }
            }
        }
        let keywords = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .kind(Some(AhoCorasickKind::DFA))
            .build(&words)
            .ok();
        let numbers = Numbers::new(detectors::all());
        let names = keyed::Names::new(detectors::all());
        Filter { rows, places, keywords, by_keyword, by_digit, by_byte, numbers, names }
    }

    /// The one filter of this process, compiled at first use.
    #[must_use]
    pub fn shared() -> &'static Filter {
        static SHARED: LazyLock<Filter> = LazyLock::new(Filter::new);
        &SHARED
    }

    /// Finds private data. Findings that the policy allows are listed too.
    #[must_use]
    pub fn scan(&self, text: &str, policy: &Policy) -> Scan {
        if text.len() > LONGEST_TEXT {
            return Scan { findings: Vec::new(), over_budget: true };
        }
        let mut run =
            Run { filter: self, policy, text, hits: Vec::new(), left: BUDGET + BUDGET_PER_BYTE * text.len() };
        let complete = run.look(text, None, 0).is_some();
        Scan { findings: resolve(run.hits), over_budget: !complete }
    }
}

/// The maps from a reading back to the original text, innermost first.
struct Lineage<'a> {
    map: &'a Map,
    outer: Option<&'a Lineage<'a>>,
}

/// How far a row has come in a reading.
#[derive(Clone, Default)]
struct Place {
    /// Where its last find ended: triggers inside of a find are passed over, which keeps long finds linear.
    found_until: usize,
    /// Where it was tried last: keywords can begin at the same place ("pass", "password").
    tried: Option<usize>,
}

/// One scan under way.
struct Run<'a> {
    filter: &'a Filter,
    policy: &'a Policy,
    text: &'a str,
    hits: Vec<Hit>,
    left: usize,
}

impl Run<'_> {
    /// Pays for looking at so many bytes; None when the budget is spent.
    fn spend(&mut self, bytes: usize) -> Option<()> {
        self.left = self.left.checked_sub(bytes)?;
        Some(())
    }

    /// Looks through one reading of the text, then through what is encoded in it.
    fn look(&mut self, reading: &str, lineage: Option<&Lineage<'_>>, depth: usize) -> Option<()> {
        let normal = normalise(reading);
        let inner = normal.map.as_ref().map(|map| Lineage { map, outer: lineage });
        let lineage = inner.as_ref().or(lineage);
        self.detect(&normal.text, lineage)?;
        for (range, action) in self.policy.rules().find(&normal.text, &mut self.left)? {
            self.keep(Hit { kind: &OWN_RULE, range, action, validated: false }, lineage);
        }
        if depth < DEPTH {
            self.spend(normal.text.len())?;
            for (decoded, map) in readings(&normal.text) {
                self.look(&decoded, Some(&Lineage { map: &map, outer: lineage }), depth + 1)?;
            }
        }
        Some(())
    }

    /// Runs each detector where its trigger stands.
    fn detect(&mut self, reading: &str, lineage: Option<&Lineage<'_>>) -> Option<()> {
        self.spend(reading.len())?;
        let (filter, text) = (self.filter, Text::new(reading));
        let mut places = vec![Place::default(); filter.places];
        for hit in filter.keywords.as_ref()?.find_overlapping_iter(reading) {
            let rows = filter.by_keyword.get(hit.pattern().as_usize())?;
            self.trigger(rows, text, hit.start(), &mut places, lineage)?;
        }
        let mut before = 0_u8;
        for (at, byte) in reading.bytes().enumerate() {
            let rows = match byte {
                b'0'..=b'9' if !before.is_ascii_digit() => &filter.by_digit,
                _ => match filter.by_byte.get(usize::from(byte)) {
                    Some(rows) if !rows.is_empty() => rows,
                    _ => {
                        before = byte;
                        continue;
                    }
                },
            };
            before = byte;
            self.trigger(rows, text, at, &mut places, lineage)?;
        }
        filter.names.each(reading, |row, at| self.trigger(&[row], text, at, &mut places, lineage))
    }

    fn trigger(
        &mut self,
        rows: &[usize],
        text: Text<'_>,
        at: usize,
        places: &mut [Place],
        lineage: Option<&Lineage<'_>>,
    ) -> Option<()> {
        for index in rows {
            let row = self.filter.rows.get(*index)?;
            let place = places.get_mut(row.place)?;
            let shared = matches!(row.detector.find, Find::Keyed(_));
            if at < place.found_until || !shared && place.tried == Some(at) {
                continue;
            }
            place.tried = Some(at);
            let mut kind = row.detector.kind;
            let found = match &row.detector.find {
                Find::Number(_) => {
                    self.spend(NUMBER_COST)?;
                    self.filter.numbers.read(text, at).map(|(detector, found)| {
                        kind = detector.kind;
                        found
                    })
                }
                Find::Code(find) => {
                    self.spend(32)?;
                    find(text, at, row.detector.context)
                }
                Find::Keyed(name) => {
                    let mut cost = 0;
                    let found = keyed::find(text, at, &row.detector.trigger, *name, &mut cost);
                    self.spend(cost)?;
                    found
                }
                Find::Token(form) => {
                    self.spend(4)?;
                    if !form.starts(text, at) {
                        continue;
                    }
                    self.spend(PATTERN_COST)?;
                    let context = row.detector.context;
                    form.find(text, at).filter(|found| context.is_empty() || text.near(&found.range, context))
                }
                Find::Pattern { guard, reach, check, .. } => {
                    self.spend(4)?;
                    if !guard(text, at) {
                        continue;
                    }
                    let window = text.after(at, *reach);
                    self.spend(window.len().min(PATTERN_COST))?;
                    let Some(captures) = row.pattern.as_ref()?.captures(window.as_bytes()) else {
                        // Only tokens reach further, and they end at a blank.
                        let token = window.bytes().take_while(|byte| !byte.is_ascii_whitespace()).count();
                        self.spend(token.saturating_sub(PATTERN_COST))?;
                        continue;
                    };
                    let whole = captures.get(0)?.range();
                    let value =
                        captures.iter().skip(1).flatten().next().map_or(whole.clone(), |value| value.range());
                    let move_on = |range: Range<usize>| range.start + at..range.end + at;
                    self.spend(whole.len() * 2)?;
                    let candidate = Candidate { text, whole: move_on(whole), value: move_on(value) };
                    let near =
                        row.detector.context.is_empty() || text.near(&candidate.value, row.detector.context);
                    near.then(|| check(&candidate)).flatten()
                }
            };
            if let Some(Found { range, validated }) = found {
                place.found_until = range.end;
                self.spend(range.len())?;
                let action = self.policy.action(kind.name, kind.class);
                self.keep(Hit { kind, range, action, validated }, lineage);
            }
        }
        Some(())
    }

    /// Keeps a hit in a reading, in places of the original text.
    fn keep(&mut self, mut hit: Hit, mut lineage: Option<&Lineage<'_>>) {
        while let Some(Lineage { map, outer }) = lineage {
            hit.range = map.source(&hit.range);
            lineage = *outer;
        }
        hit.range = floor(self.text, hit.range.start)..ceil(self.text, hit.range.end);
        self.hits.push(hit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_and_keyword_compiles() {
        let filter = Filter::new();
        assert!(filter.keywords.is_some());
        for row in &filter.rows {
            if let Find::Pattern { pattern, .. } = row.detector.find {
                assert!(pattern.starts_with("(?-u)^"), "not anchored: {pattern}");
                assert!(row.pattern.is_some(), "{pattern}: {:?}", Regex::new(pattern).err());
            }
        }
    }
}
