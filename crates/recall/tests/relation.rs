//! What a new text is to one that is kept, on pairs that were written for it. Each line of a file: what the newer text is
//! (`same`, `replaces`, `neither`), the cosine of the bundled model's vectors, the older text, the newer text.

use keepsake_recall::{Relation, relation};

/// Of what was offered, the share that was right, and of what should have been offered, the share that was: for one answer.
fn precision_and_recall(pairs: &str, wanted: Relation, name: &str) -> (f32, f32) {
    let (mut right, mut offered, mut due) = (0, 0, 0);
    for line in pairs.lines() {
        let mut parts = line.split('\t');
        let (is, cosine) =
            (parts.next().unwrap_or_default(), parts.next().and_then(|text| text.parse::<f32>().ok()));
        let (older, newer) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        assert!(cosine.is_some(), "not a pair: {line}");
        let found = relation(older, newer, cosine.unwrap_or_default()) == Some(wanted);
        offered += u32::from(found);
        due += u32::from(is == name);
        right += u32::from(found && is == name);
    }
    assert!(due > 20, "too few pairs to tell");
    (right as f32 / offered.max(1) as f32, right as f32 / due as f32)
}

#[test]
fn most_of_what_is_offered_is_right() {
    let fitted = include_str!("pairs.tsv");
    let held_out = include_str!("pairs_held_out.tsv");
    for (pairs, wanted, name, precision, recall) in [
        (fitted, Relation::MayReplace, "replaces", 0.9, 0.58),
        (fitted, Relation::SaysTheSame, "same", 0.9, 0.7),
        // Written by another hand, and never looked at while this was made.
        (held_out, Relation::MayReplace, "replaces", 0.75, 0.4),
        (held_out, Relation::SaysTheSame, "same", 0.85, 0.7),
    ] {
        let found = precision_and_recall(pairs, wanted, name);
        assert!(found.0 >= precision && found.1 >= recall, "{name}: {found:?}");
        assert!(found.0 >= precision && found.1 >= recall, "{name}: {found:?}");
        println!("{name}: precision {:.2}, recall {:.2}", found.0, found.1);
    }
}

#[test]
fn the_very_same_text_is_the_same_however_long_and_whatever_its_vector() {
    let long = "the quick brown fox jumps over the lazy dog ".repeat(60);
    assert_eq!(relation(&long, &long, 0.0), Some(Relation::SaysTheSame));
    assert_eq!(relation("Green tea, please!", "green tea please", 0.1), Some(Relation::SaysTheSame));
    assert_eq!(relation(&long, &long.replace("fox", "cat"), 0.99), None, "long texts say many things");
}

#[test]
fn what_has_no_words_or_nothing_in_common_is_neither() {
    for (older, newer, cosine) in [
        ("", "", 1.0),
        ("!!!", "???", 1.0),
        ("I live in Lisbon", "", 0.2),
        ("I live in Lisbon", "Tomatoes need the south side of the garden", 0.1),
    ] {
        assert_eq!(relation(older, newer, cosine), None, "{older} / {newer}");
    }
}

#[test]
fn a_cosine_that_is_no_number_offers_nothing() {
    assert_eq!(relation("I live in Lisbon", "I live in Porto", f32::NAN), None);
}
