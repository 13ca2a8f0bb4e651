//! The verdict on a capture: kept, kept with values masked, or blocked. It must not know how a value is found.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::engine::{Filter, Scan};
use crate::finding::{Action, Finding};
use crate::kinds::{named, of_placeholder, placeholder, placeholders, tail};
use crate::overlap::{Hit, resolve};
use crate::policy::Policy;
use crate::text::{ceil, floor};
use crate::view::{Builder, Map};

/// Masking changes what stands beside what, so masked text is looked at again. Each round masks more of the text and none
/// unmasks, so it comes to rest: almost always at once, and a text made to take many rounds gets as many as its length allows.
const ROUNDS: usize = 8;
const ROUNDS_OF_BYTES: usize = 1 << 18;

/// What becomes of a text that was offered for keeping.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Verdict {
    /// It may be kept, in this form.
    Keep {
        /// The text with values masked; equal to the input when nothing was.
        text: String,
        /// What was found, allowed findings too, in places of the input.
        findings: Vec<Finding>,
        /// What was replaced, in order.
        replaced: Vec<Replaced>,
    },
    /// It must not be kept.
    Blocked {
        /// What was found, in places of the input.
        findings: Vec<Finding>,
        /// The text was too costly to look through, so that nothing is known about the rest of it.
        over_budget: bool,
    },
}

/// A placeholder in kept text, and the stretch of the input it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The kind's name.
    pub kind: &'static str,
    /// What the policy says to do with it: mask, token or seal.
    pub action: Action,
    /// Where the placeholder stands, in bytes of the kept text.
    pub placeholder: Range<usize>,
    /// What it stands for, in bytes of the input.
    pub source: Range<usize>,
}

impl Filter {
    /// Judges a text under a policy. Where nothing is blocked, the kept text holds none of the masked values, and judging it
    /// again changes nothing.
    pub fn gate(&self, text: &str, policy: &Policy) -> Verdict {
        self.gate_unless(text, policy, &|_| false)
    }

    /// The same, but findings that `passes` says yes to are allowed whatever the policy says: exact values that a person lets
    /// pass always. It is asked with places of the input.
    pub fn gate_unless(&self, text: &str, policy: &Policy, passes: &dyn Fn(&Finding) -> bool) -> Verdict {
        let judged = |finding: Finding| match finding.action != Action::Allow && passes(&finding) {
            true => Finding { action: Action::Allow, ..finding },
            false => finding,
        };
        let Scan { findings, mut over_budget } = self.scan(text, policy);
        let mut findings: Vec<Finding> = findings.into_iter().map(judged).collect();
        for _ in 0..ROUNDS + ROUNDS_OF_BYTES / (text.len() + 1) {
            if over_budget || findings.iter().any(|finding| finding.action == Action::Block) {
                return Verdict::Blocked { findings, over_budget };
            }
            if !findings.iter().any(|finding| finding.action.replaces()) {
                return Verdict::Keep { text: text.to_owned(), findings, replaced: Vec::new() };
            }
            let Some(values) = Values::of(text, &findings) else { break };
            findings = merged(findings, values.elsewhere(text));
            let mut masked = mask(text, &findings, true);
            if values.show_in_tails(&masked) {
                masked = mask(text, &findings, false);
            }
            let again = self.scan(&masked.text, policy);
            let fresh: Vec<Finding> = again
                .findings
                .into_iter()
                .map(|finding| judged(back(text, &masked.map, finding)))
                .filter(|finding| finding.action != Action::Allow)
                .collect();
            over_budget = again.over_budget;
            if fresh.is_empty() && !over_budget {
                return Verdict::Keep { text: masked.text, findings, replaced: masked.replaced };
            }
            findings = merged(findings, fresh);
        }
        Verdict::Blocked { findings, over_budget: true }
    }
}

/// The masked values of a text: once known to be private, they are private wherever they stand in it. Only not as a word of a
/// placeholder: "card" may be somebody's password.
struct Values<'t> {
    automaton: AhoCorasick,
    findings: BTreeMap<&'t str, Finding>,
    order: Vec<&'t str>,
}

impl<'t> Values<'t> {
    fn of(text: &'t str, findings: &[Finding]) -> Option<Values<'t>> {
        let mut of = BTreeMap::new();
        for finding in findings.iter().filter(|finding| finding.action.replaces()) {
            of.entry(text.get(finding.start..finding.end)?).or_insert_with(|| finding.clone());
        }
        let order: Vec<&str> = of.keys().copied().collect();
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&order).ok()?;
        Some(Values { automaton, findings: of, order })
    }

    /// Where else the values stand. A placeholder that shows one in its tail is found as a whole, to be put without.
    fn elsewhere(&self, text: &str) -> Vec<Finding> {
        let (mut found, mut from) = (Vec::new(), 0);
        let end = text.len()..text.len();
        for placeholder in placeholders(text).chain([end]) {
            let piece = text.get(from..placeholder.start).unwrap_or_default();
            found.extend(self.automaton.find_iter(piece).filter_map(|hit| {
                let finding = self.findings.get(self.order.get(hit.pattern().as_usize())?)?;
                Some(Finding { start: from + hit.start(), end: from + hit.end(), ..finding.clone() })
            }));
            from = placeholder.end;
            let placed = text.get(placeholder.clone()).unwrap_or_default();
            let kind = of_placeholder(placed).filter(|_| self.automaton.is_match(tail(placed)));
            found.extend(kind.map(|kind| Finding {
                kind: kind.name,
                class: kind.class,
                start: placeholder.start,
                end: placeholder.end,
                action: Action::Mask,
                validated: false,
            }));
        }
        found
    }

    /// A kept tail can equal another masked value (a PIN, say) and give it away.
    fn show_in_tails(&self, masked: &Masked) -> bool {
        let mut placed = masked.replaced.iter().filter_map(|one| masked.text.get(one.placeholder.clone()));
        placed.any(|placeholder| self.automaton.is_match(tail(placeholder)))
    }
}

/// Findings and more findings, overlaps resolved.
fn merged(findings: Vec<Finding>, more: Vec<Finding>) -> Vec<Finding> {
    let hits = findings.into_iter().chain(more).filter_map(|finding| {
        Some(Hit {
            kind: named(finding.kind)?,
            range: finding.start..finding.end,
            action: finding.action,
            validated: finding.validated,
        })
    });
    resolve(hits.collect())
}

/// A text with placeholders for what is replaced.
struct Masked {
    text: String,
    /// Where each piece came from.
    map: Map,
    replaced: Vec<Replaced>,
}

fn mask(text: &str, findings: &[Finding], tails: bool) -> Masked {
    let (mut builder, mut at, mut replaced) = (Builder::default(), 0, Vec::new());
    for finding in findings.iter().filter(|finding| finding.action.replaces()) {
        builder.copy(at, text.get(at..finding.start).unwrap_or_default());
        let value = text.get(finding.start..finding.end).unwrap_or_default();
        // What the vault can match or show again needs no tail, and programs that read the memory see none.
        let tail = tails && finding.action == Action::Mask;
        let start = builder.len();
        builder.replace(finding.start..finding.end, &placeholder(finding.kind, value, tail));
        replaced.push(Replaced {
            kind: finding.kind,
            action: finding.action,
            placeholder: start..builder.len(),
            source: finding.start..finding.end,
        });
        at = finding.end;
    }
    builder.copy(at, text.get(at..).unwrap_or_default());
    let (text, map) = builder.finish();
    Masked { text, map, replaced }
}

/// A finding in masked text, told in places of the original.
fn back(text: &str, map: &Map, finding: Finding) -> Finding {
    let Range { start, end } = map.source(&(finding.start..finding.end));
    Finding { start: floor(text, start), end: ceil(text, end), ..finding }
}
