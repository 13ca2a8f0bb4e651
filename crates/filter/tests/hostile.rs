//! Texts made to be slow. They must end, in findings or over budget; how fast is measured elsewhere.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so at once")]

mod hostile_pieces;

use hostile_pieces::{PIECES, repeated};
use keepsake_filter::{Filter, Policy, examples};

#[test]
fn a_megabyte_of_anything_ends() {
    for piece in PIECES {
        let text = repeated(piece, 1 << 20);
        let scan = Filter::shared().scan(&text, &Policy::personal());
        assert!(scan.findings.windows(2).all(|two| two[0].end <= two[1].start), "{piece:?}");
    }
}

/// What the detectors know best, one after the other: no text that people write is as dense.
#[test]
fn sixty_four_kilobytes_of_ordinary_text_are_never_over_budget() {
    let all: Vec<&str> =
        examples().into_iter().flat_map(|(_, fires, silent)| fires.iter().chain(silent).copied()).collect();
    let (mut text, mut pieces) = (String::new(), all.iter().cycle());
    while text.len() < all.iter().map(|piece| piece.len() + 1).sum::<usize>() + (64 << 10) {
        text.extend(pieces.next().into_iter().flat_map(|piece| [piece, "\n"]));
    }
    let mut from = 0;
    while from + (64 << 10) < text.len() {
        let boundary = |at: usize| (at..).find(|at| text.is_char_boundary(*at)).unwrap();
        let (start, end) = (boundary(from), boundary(from + (64 << 10)));
        let scan = Filter::shared().scan(&text[start..end], &Policy::personal());
        assert!(!scan.over_budget, "from {start}");
        from += 16 << 10;
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
