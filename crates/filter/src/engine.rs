//! Runs the detectors over a text: triggers first, and only the triggered detectors after that. It must not know any detector.

use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use regex::bytes::Regex;

use crate::decode::readings;
use crate::detectors::{self, Candidate, Detector, Find, Found, Numbers, keyed};
use crate::finding::Finding;
use crate::kinds::{OWN_RULE, placeholders};
use crate::normal::normalise;
use crate::overlap::{Hit, resolve};
use crate::policy::Policy;
use crate::text::{Text, ceil, floor};
use crate::triggers::Triggers;
use crate::view::Map;
use crate::words::{Around, Vocabulary};

/// How many layers of encoding are looked through.
const DEPTH: usize = 2;
/// Longer texts are not looked through at all.
const LONGEST_TEXT: usize = 32 << 20;
/// What may be spent on a text, in bytes looked at: this much, which no ordinary text of 64 KB needs, and so many times its
/// length, which a text of many pages does not need.
const BUDGET: usize = 12 << 20;
const BUDGET_PER_BYTE: usize = 12;

/// What trying a pattern costs, in bytes looked at; less where less text is left.
const PATTERN_COST: usize = 64;

/// What a scan found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// In order of their places, never overlapping.
    pub findings: Vec<Finding>,
    /// The text was too costly to look through: there may be more than was found. Such a text must not be kept.
    pub over_budget: bool,
}

/// The detectors, ready. Making one takes milliseconds: make it once.
pub struct Filter {
    rows: Vec<Row>,
    /// How many places a scan keeps.
    places: usize,
    triggers: Triggers,
    /// All rows that look for a number: the first of them stands for all.
    numbers: Numbers,
}

struct Row {
    detector: &'static Detector,
    /// Which place it keeps; rows of services share one, since there are so many.
    place: usize,
    /// For rows that are a pattern: compiled when it is first tried.
    pattern: OnceLock<Option<Regex>>,
    /// The words of which one must stand near, where there are any.
    context: Option<Box<Vocabulary>>,
}

/// Of rows that need no words near.
static NO_CONTEXT: Vocabulary = Vocabulary::new(&[]);

impl Row {
    /// Whether a value has one of the words near it, if the row wants any.
    fn is_told(&self, text: Text<'_>, range: &Range<usize>) -> bool {
        self.context.as_ref().is_none_or(|context| text.near(range, context))
    }

    /// The pattern of a row that is one. None if it does not compile, which a test rules out and a scan answers with "over
    /// budget".
    fn pattern(&self) -> Option<&Regex> {
        let compile = || match &self.detector.find {
            Find::Pattern { pattern, .. } => Regex::new(pattern).ok(),
            _ => None,
        };
        self.pattern.get_or_init(compile).as_ref()
    }
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
    /// Sets up all detectors.
    #[must_use]
    pub fn new() -> Filter {
        let (mut rows, mut places, mut of_services): (Vec<Row>, usize, Option<usize>) = (Vec::new(), 0, None);
        for detector in detectors::all() {
            let mut next = || {
                places += 1;
                places - 1
            };
            let place = match detector.find {
                Find::Keyed(_) => *of_services.get_or_insert_with(next),
                _ => next(),
            };
            // Numbers and names read their words in their own ways.
            let reads = !matches!(detector.find, Find::Number(_) | Find::Keyed(_));
            let context = reads && !detector.context.is_empty();
            let context = context.then(|| Box::new(Vocabulary::new(detector.context)));
            rows.push(Row { detector, place, pattern: OnceLock::new(), context });
        }
        // The first row that is a number stands for all.
        let first = rows.iter().position(|row| matches!(row.detector.find, Find::Number(_)));
        let triggers = rows.iter().map(|row| row.detector).enumerate();
        let triggers = Triggers::new(
            triggers.filter(|(index, row)| !matches!(row.find, Find::Number(_)) || Some(*index) == first),
        );
        Filter { rows, places, triggers, numbers: Numbers::new(detectors::all()) }
    }

    /// The one filter of this process, compiled at first use.
    #[must_use]
    pub fn shared() -> &'static Filter {
        static SHARED: LazyLock<Filter> = LazyLock::new(Filter::new);
        &SHARED
    }

    /// Finds private data. Findings that the policy allows are listed too. Placeholders end a text and begin the next: nothing
    /// is read inside of them or across them, so masked text is not judged by its masks.
    #[must_use]
    pub fn scan(&self, text: &str, policy: &Policy) -> Scan {
        if text.len() > LONGEST_TEXT {
            return Scan { findings: Vec::new(), over_budget: true };
        }
        let left = BUDGET + BUDGET_PER_BYTE * text.len();
        let mut run = Run {
            filter: self,
            policy,
            text,
            from: 0,
            hits: Vec::new(),
            left,
            places: Vec::new(),
            reading: 0,
        };
        let complete = run.look_between(text).is_some();
        Scan { findings: resolve(run.hits), over_budget: !complete }
    }
}

/// The maps from a reading back to the original text, innermost first.
struct Lineage<'a> {
    map: &'a Map,
    outer: Option<&'a Lineage<'a>>,
}

/// How far a row has come in a reading.
#[derive(Clone, Copy, Default)]
struct Place {
    /// The reading it was last tried in, counted from 1; what else stands here is of that reading.
    reading: usize,
    /// Where its last find ended: triggers inside of a find are passed over, which keeps long finds linear.
    found_until: usize,
    /// One past where it was tried last: keywords can begin at the same place ("pass", "password").
    tried: usize,
}

/// One scan under way.
struct Run<'a> {
    filter: &'a Filter,
    policy: &'a Policy,
    /// The piece of the text that is looked through, and where it begins.
    text: &'a str,
    from: usize,
    hits: Vec<Hit>,
    left: usize,
    /// One for each row, made when something is first tried.
    places: Vec<Place>,
    /// Which reading is looked through, counted from 1.
    reading: usize,
}

impl<'a> Run<'a> {
    /// Pays for looking at so many bytes; None when the budget is spent.
    fn spend(&mut self, bytes: usize) -> Option<()> {
        self.left = self.left.checked_sub(bytes)?;
        Some(())
    }

    /// Looks through what stands between placeholders.
    fn look_between(&mut self, text: &'a str) -> Option<()> {
        let end = text.len()..text.len();
        for placeholder in placeholders(text).chain([end]) {
            self.text = text.get(self.from..placeholder.start)?;
            if !self.text.is_empty() {
                self.look(self.text, None, 0)?;
            }
            self.from = placeholder.end;
        }
        Some(())
    }

    /// Looks through one reading of the text, then through what is encoded in it.
    fn look(&mut self, reading: &str, lineage: Option<&Lineage<'_>>, depth: usize) -> Option<()> {
        let normal = normalise(reading);
        let inner = normal.map.as_ref().map(|map| Lineage { map, outer: lineage });
        let lineage = inner.as_ref().or(lineage);
        self.detect(&normal.text, lineage)?;
        for (range, action) in self.policy.rules().find(&normal.text, &mut self.left)? {
            self.keep_hit(Hit { kind: &OWN_RULE, range, action, validated: false }, lineage);
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
        self.reading += 1;
        let around = Around::new();
        let (filter, text) = (self.filter, Text::new(reading).remembering(&around));
        filter.triggers.each(reading, |rows, at| self.trigger(rows, text, at, lineage))
    }

    /// Whether a row is still to be tried at a place of this reading; it then counts as tried there.
    fn is_new(&mut self, row: &Row, at: usize) -> bool {
        if self.places.is_empty() {
            self.places = vec![Place::default(); self.filter.places];
        }
        let Some(place) = self.places.get_mut(row.place) else { return false };
        if place.reading != self.reading {
            *place = Place { reading: self.reading, ..Place::default() };
        }
        let shared = matches!(row.detector.find, Find::Keyed(_));
        let new = at >= place.found_until && (shared || place.tried != at + 1);
        if new {
            place.tried = at + 1;
        }
        new
    }

    fn trigger(
        &mut self,
        rows: &[usize],
        text: Text<'_>,
        at: usize,
        lineage: Option<&Lineage<'_>>,
    ) -> Option<()> {
        for index in rows {
            let row = self.filter.rows.get(*index)?;
            if !self.is_new(row, at) {
                continue;
            }
            let found = match &row.detector.find {
                Find::Keyed(name) => {
                    let mut cost = 0;
                    let found = keyed::find(text, at, &row.detector.trigger, *name, &mut cost);
                    self.spend(cost)?;
                    found
                }
                Find::Number(_) => {
                    let mut cost = 0;
                    let read = self.filter.numbers.read(text, at, &mut cost);
                    self.spend(cost)?;
                    if let Some((detector, found)) = read {
                        self.found(row.place, detector, found, lineage)?;
                    }
                    continue;
                }
                Find::Code(find) => {
                    self.spend(32)?;
                    find(text, at, row.context.as_deref().unwrap_or(&NO_CONTEXT))
                }
                Find::Guarded { guard, find } => {
                    self.spend(4)?;
                    if !guard(text, at) {
                        continue;
                    }
                    self.spend(32)?;
                    find(text, at)
                }
                Find::Token(form) => {
                    self.spend(4)?;
                    if !form.starts(text, at) {
                        continue;
                    }
                    self.spend(PATTERN_COST)?;
                    form.find(text, at).filter(|found| row.is_told(text, &found.range))
                }
                Find::Pattern { guard, reach, check, .. } => {
                    self.spend(4)?;
                    if !guard(text, at) {
                        continue;
                    }
                    let window = text.after(at, *reach);
                    self.spend(window.len().min(PATTERN_COST))?;
                    let pattern = row.pattern()?;
                    // Most tries fail; groups cost more than to know that.
                    let matched = pattern.is_match(window.as_bytes());
                    let Some(captures) = matched.then(|| pattern.captures(window.as_bytes())).flatten()
                    else {
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
                    // Proof is mostly a sum over a few digits; to read the words around takes longer.
                    check(&candidate).filter(|_| row.is_told(text, &candidate.value))
                }
            };
            if let Some(found) = found {
                self.found(row.place, row.detector, found, lineage)?;
            }
        }
        Some(())
    }

    fn found(
        &mut self,
        place: usize,
        detector: &'static Detector,
        found: Found,
        lineage: Option<&Lineage<'_>>,
    ) -> Option<()> {
        if let Some(place) = self.places.get_mut(place) {
            place.found_until = found.range.end;
        }
        self.spend(found.range.len())?;
        self.keep(detector, found.range, found.validated, lineage);
        Some(())
    }

    fn keep(
        &mut self,
        detector: &'static Detector,
        range: Range<usize>,
        validated: bool,
        lineage: Option<&Lineage<'_>>,
    ) {
        let action = self.policy.action(detector.kind.name, detector.kind.class);
        self.keep_hit(Hit { kind: detector.kind, range, action, validated }, lineage);
    }

    /// Keeps a hit in a reading, in places of the original text.
    fn keep_hit(&mut self, mut hit: Hit, mut lineage: Option<&Lineage<'_>>) {
        while let Some(Lineage { map, outer }) = lineage {
            hit.range = map.source(&hit.range);
            lineage = *outer;
        }
        let Range { start, end } = hit.range;
        hit.range = self.from + floor(self.text, start)..self.from + ceil(self.text, end);
        self.hits.push(hit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_compiles() {
        let filter = Filter::new();
        for row in &filter.rows {
            if let Find::Pattern { pattern, .. } = row.detector.find {
                assert!(pattern.starts_with("(?-u)^"), "not anchored: {pattern}");
                assert!(row.pattern().is_some(), "{pattern}: {:?}", Regex::new(pattern).err());
            }
        }
    }
}
