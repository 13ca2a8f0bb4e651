//! Follows the placeholders of a text through an edit: which of them are still there, and where. Goes by their stored places,
//! never by how a stretch of text reads. Must not know what they hide.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// For each of `places` in `before` (in order and apart) where it is in `after`, if it is still there. Both texts are compared
/// word by word; a place is one word, whatever it holds.
pub(crate) fn carried(before: &str, places: &[Range<usize>], after: &str) -> Vec<Option<Range<usize>>> {
    let mut found = vec![None; places.len()];
    if places.is_empty() {
        return found;
    }
    let labels: Vec<&str> = places.iter().filter_map(|place| before.get(place.clone())).collect();
    // What reads like a placeholder is one word in both texts, so that a typed one and a stored one are told apart by order.
    let alike = written(before, &labels);
    let old = words(before, if places.iter().all(|place| alike.contains(place)) { &alike } else { places });
    let mut new_wholes = written(after, &labels);
    let new = words(after, &new_wholes);
    let text = |of: &str, words: &[Range<usize>]| -> Vec<String> {
        words.iter().map(|word| of.get(word.clone()).unwrap_or_default().to_owned()).collect()
    };
    let (old_text, new_text) = (text(before, &old), text(after, &new));
    for operation in capture_diff_slices(Algorithm::Myers, &old_text, &new_text) {
        let DiffOp::Equal { old_index, new_index, len } = operation else { continue };
        for step in 0..len {
            let (Some(from), Some(to)) = (old.get(old_index + step), new.get(new_index + step)) else {
                continue;
            };
            new_wholes.retain(|whole| whole != to);
            if let Some(nth) = places.iter().position(|place| place == from)
                && let Some(found) = found.get_mut(nth)
            {
                *found = Some(to.clone());
            }
        }
    }
    moved(&labels, &new_wholes, after, &mut found);
    found
}

/// What was cut out in one place and put in at another: as many are gone as `written` anew that read alike.
fn moved(labels: &[&str], written: &[Range<usize>], after: &str, found: &mut [Option<Range<usize>>]) {
    for label in labels {
        let free: Vec<Range<usize>> =
            written.iter().filter(|place| after.get((*place).clone()) == Some(*label)).cloned().collect();
        let mut gone: Vec<&mut Option<Range<usize>>> = labels
            .iter()
            .zip(found.iter_mut())
            .filter(|(known, place)| *known == label && place.is_none())
            .map(|(_, place)| place)
            .collect();
        if gone.len() == free.len() {
            gone.iter_mut().zip(free).for_each(|(gone, free)| **gone = Some(free));
        }
    }
}

/// Where one of `labels` is written, in order and apart.
fn written(text: &str, labels: &[&str]) -> Vec<Range<usize>> {
    let (mut at, mut found) = (0, Vec::new());
    while let Some((start, label)) = labels
        .iter()
        .filter(|label| !label.is_empty())
        .filter_map(|label| Some((text.get(at..)?.find(*label)? + at, *label)))
        .min_by_key(|(start, label)| (*start, usize::MAX - label.len()))
    {
        found.push(start..start + label.len());
        at = start + label.len();
    }
    found
}

/// The text cut into words, blanks and single signs, each of `wholes` in one piece.
fn words(text: &str, wholes: &[Range<usize>]) -> Vec<Range<usize>> {
    let (mut out, mut at) = (Vec::new(), 0);
    for whole in wholes {
        cut(text, at..whole.start, &mut out);
        out.push(whole.clone());
        at = whole.end;
    }
    cut(text, at..text.len(), &mut out);
    out
}

fn cut(text: &str, range: Range<usize>, out: &mut Vec<Range<usize>>) {
    let from = range.start;
    let Some(piece) = text.get(range) else { return };
    let mut in_word = false;
    for (at, character) in piece.char_indices() {
        let belongs = character.is_alphanumeric();
        match out.last_mut() {
            Some(last) if belongs && in_word => last.end = from + at + character.len_utf8(),
            _ => out.push(from + at..from + at + character.len_utf8()),
        }
        in_word = belongs;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places_of(text: &str, label: &str) -> Vec<Range<usize>> {
        written(text, &[label])
    }

    #[test]
    fn a_placeholder_is_followed_through_what_changes_around_it() {
        let before = "call Ana at [phone] tomorrow";
        let places = places_of(before, "[phone]");
        for (after, wanted) in [
            (before, Some("call Ana at ")),
            ("please call Ana Maria at [phone]", Some("please call Ana Maria at ")),
            ("[phone] is Ana's", Some("")),
            ("call Ana at [phone], or [phone] tomorrow", Some("call Ana at ")),
            ("call Ana tomorrow", None),
            ("call Ana at [phon] tomorrow", None),
            ("call Ana at [card] tomorrow", None),
            ("", None),
        ] {
            let found = carried(before, &places, after);
            assert_eq!(found[0].as_ref().map(|place| &after[..place.start]), wanted, "{after}");
            assert!(found[0].as_ref().is_none_or(|place| &after[place.clone()] == "[phone]"));
        }
    }

    #[test]
    fn what_only_reads_like_one_is_not_followed() {
        // The first was typed by hand: the stored place is the second.
        let before = "not [phone] but [phone]";
        let stored = places_of(before, "[phone]").split_off(1);
        assert_eq!(carried(before, &stored, "not [phone]"), [None]);
        assert_eq!(carried(before, &stored, "[phone] but [phone]"), [Some(12..19)]);
        assert_eq!(carried("a [x] b", &[], "a [x] b"), [None; 0]);
    }

    #[test]
    fn of_two_the_one_that_is_left_is_known_by_its_words() {
        let before = "work [phone] home [phone]";
        let places = places_of(before, "[phone]");
        let after = "home [phone]";
        assert_eq!(carried(before, &places, after), [None, Some(5..12)]);
        let after = "work [phone] and nothing else";
        assert_eq!(carried(before, &places, after), [Some(5..12), None]);
    }
}
