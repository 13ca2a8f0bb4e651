//! The part of a memory that a list shows, with its matched words. Must not know where the text comes from.

/// Characters of a memory that a row holds.
const LENGTH: usize = 400;
/// Characters shown before the first match when the match lies further in.
const LEAD: usize = 80;

/// A part of a text and the matched spans within it, in UTF-16 units.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    pub(crate) text: String,
    pub(crate) matched: Vec<(usize, usize)>,
    pub(crate) hidden: Vec<(usize, usize)>,
}

/// Cuts `content` around its first match; `matched` and `hidden` (what stands for something private) are byte spans, in order.
pub(crate) fn excerpt(content: &str, matched: &[(usize, usize)], hidden: &[(usize, usize)]) -> Excerpt {
    let starts: Vec<usize> = content.char_indices().map(|(at, _)| at).chain([content.len()]).collect();
    let count = starts.len() - 1;
    let first_match = matched.first().map_or(0, |span| starts.partition_point(|at| *at < span.0));
    // Only a match beyond the first half of a row moves the window.
    let from = if first_match > LENGTH / 2 && count > LENGTH {
        word_start(content, &starts, first_match - LEAD)
    } else {
        0
    };
    let to = (from + LENGTH).min(count);
    let (start, end) = (starts[from], starts[to]);
    let mut text = String::with_capacity(end - start + 6);
    if from > 0 {
        text.push('…');
    }
    let shift = text.encode_utf16().count();
    text.push_str(&content[start..end]);
    if to < count {
        text.push('…');
    }
    let units = |byte: usize| shift + content[start..byte].encode_utf16().count();
    let whole = |span: &&(usize, usize)| {
        start <= span.0
            && span.0 < span.1
            && span.1 <= end
            && content.is_char_boundary(span.0)
            && content.is_char_boundary(span.1)
    };
    let within = |spans: &[(usize, usize)]| -> Vec<(usize, usize)> {
        spans.iter().filter(whole).map(|span| (units(span.0), units(span.1))).collect()
    };
    let (matched, hidden) = (within(matched), within(hidden));
    Excerpt { text, matched, hidden }
}

/// The first word that begins at or after character `at`, so that no word is cut.
fn word_start(content: &str, starts: &[usize], at: usize) -> usize {
    let text = &content[starts[at]..];
    let to_space = text.chars().take(LEAD / 2).position(char::is_whitespace);
    to_space.map_or(at, |distance| at + distance + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_is_whole_and_spans_count_utf16_units() {
        let excerpt = excerpt("🙂 tea", &[(5, 8)], &[(0, 4), (1, 9)]);
        assert_eq!(
            excerpt,
            Excerpt { text: "🙂 tea".to_owned(), matched: vec![(3, 6)], hidden: vec![(0, 2)] }
        );
    }

    #[test]
    fn a_match_far_in_is_shown() {
        let text = format!("{}needle in hay {}", "früher ".repeat(200), "more ".repeat(200));
        let at = text.find("needle").unwrap();
        let excerpt = excerpt(&text, &[(at, at + 6)], &[]);
        let units: Vec<u16> = excerpt.text.encode_utf16().collect();
        let (start, end) = excerpt.matched[0];
        assert_eq!(String::from_utf16(&units[start..end]).unwrap(), "needle");
        assert!(excerpt.text.starts_with("…früher") && excerpt.text.ends_with('…'));
    }

    #[test]
    fn nothing_and_bad_spans_do_no_harm() {
        assert_eq!(excerpt("", &[], &[]), Excerpt { text: String::new(), matched: vec![], hidden: vec![] });
        assert!(excerpt("ü", &[(1, 2), (0, 9), (2, 1)], &[]).matched.is_empty());
    }
}
