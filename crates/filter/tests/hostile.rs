//! Texts made to be slow. They must end, in findings or over budget; how fast is measured elsewhere.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so at once")]

mod hostile_pieces;

use hostile_pieces::{PIECES, repeated};
use keepsake_filter::{Filter, Policy};

#[test]
fn a_megabyte_of_anything_ends() {
    for piece in PIECES {
        let text = repeated(piece, 1 << 20);
        let scan = Filter::shared().scan(&text, &Policy::personal());
        assert!(scan.findings.windows(2).all(|two| two[0].end <= two[1].start), "{piece:?}");
    }
}

#[test]
fn masking_many_values_ends() {
    let cards: String = (0..20_000).map(|_| "card 4242 4242 4242 4242, ").collect();
    let verdict = Filter::shared().gate(&cards, &Policy::personal());
    assert!(
        matches!(verdict, keepsake_filter::Verdict::Keep { text, findings, .. } if findings.len() == 20_000 && !text.contains("4242 4242"))
    );
}

#[test]
fn too_long_a_text_is_over_budget() {
    let text = " ".repeat((32 << 20) + 1);
    assert!(Filter::shared().scan(&text, &Policy::personal()).over_budget);
}
