//! Every row's own examples: what must fire fires, what must not does not.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so at once")]

use keepsake_filter::{Filter, Policy, examples};

#[test]
fn every_rows_examples_hold() {
    let (filter, policy) = (Filter::shared(), Policy::personal());
    let mut wrong = Vec::new();
    for (kind, fires, silent) in examples() {
        let found =
            |text: &str| filter.scan(text, &policy).findings.iter().any(|finding| finding.kind == kind);
        wrong.extend(fires.iter().filter(|text| !found(text)).map(|text| format!("{kind} missed {text:?}")));
        wrong
            .extend(silent.iter().filter(|text| found(text)).map(|text| format!("{kind} fired on {text:?}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn there_are_as_many_silent_examples_as_firing_ones() {
    let (fires, silent) =
        examples().iter().fold((0, 0), |(fires, silent), row| (fires + row.1.len(), silent + row.2.len()));
    assert!(silent >= fires, "{silent} silent, {fires} fire");
    assert!(examples().iter().all(|row| !row.1.is_empty() && !row.2.is_empty()));
}
