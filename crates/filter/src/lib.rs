//! Finds and masks private data in text, so that nothing private is kept by accident. It must not know files, clocks, keys,
//! vaults or the network: text and a policy go in, findings and masked text come out.
//!
//! The way through the crate: [`Filter::gate`] → `engine` (views of the text, triggers, detectors, context) → `overlap` →
//! `gate` (what is masked, what is blocked). A detector is one row of a table in `detectors/`; `detectors/mod.rs` says what a row is.
//!
//! ```
//! use keepsake_filter::{Filter, Policy, Verdict};
//!
//! let verdict = Filter::shared().gate("pay with 4242 4242 4242 4242", &Policy::personal());
//! assert!(matches!(verdict, Verdict::Keep { text, .. } if text == "pay with [card]"));
//! ```

mod canonical;
mod checksum;
mod decode;
mod detectors;
mod engine;
mod finding;
mod gate;
mod kinds;
mod lookalike;
mod normal;
mod overlap;
mod policy;
mod rules;
mod spaced;
mod text;
mod triggers;
mod view;
mod words;

pub use canonical::{canonical, numbers_in};
pub use engine::{Filter, Scan};
pub use finding::{Action, Class, Finding, character_offsets, utf16_offsets};
pub use gate::{Replaced, Verdict};
pub use kinds::{kinds, label};
pub use policy::{Policy, Target};
pub use rules::{LONGEST_PATTERN, LONGEST_WORD, MOST_RULES, Rule, RuleError, Rules, What};

/// The detectors' own examples, for the table-driven test: `(kind, must fire, must stay silent)`.
#[doc(hidden)]
pub fn examples() -> Vec<(&'static str, &'static [&'static str], &'static [&'static str])> {
    detectors::all().map(|row| (row.kind.name, row.fires, row.silent)).collect()
}

/// Where placeholders stand in a text, for the tests of masking.
#[doc(hidden)]
#[must_use]
pub fn placeholders(text: &str) -> Vec<std::ops::Range<usize>> {
    kinds::placeholders(text).collect()
}
