//! How telephone numbers are written: groups of digits, what stands between them, and an extension. It must not know which
//! numbers exist.

use crate::text::Text;

/// More digits than this are no telephone number: fifteen (ITU-T E.164), and "00" or a national zero in brackets.
pub(super) const MOST_DIGITS: usize = 18;
/// No group is longer: a number in one piece.
const LONGEST_GROUP: usize = 15;

/// What may stand between two groups.
const GAPS: [&str; 21] = [
    " ", "-", ".", "/", "  ", " - ", " / ", "--", ")", ") ", ")-", ") - ", ")/", ").", " (", "(", "-(", ".(",
    "/(", ") (", "'",
];

/// A number as it is written.
pub(super) struct Written {
    /// Where it begins, with its plus sign and bracket.
    pub start: usize,
    /// Whether a plus sign stands before it.
    pub plus: bool,
    /// Whether a word runs into it, as where a blank was forgotten.
    pub glued: bool,
    groups: [Group; MOST_DIGITS],
    count: usize,
}

impl Written {
    /// The groups of digits.
    pub fn groups(&self) -> &[Group] {
        self.groups.get(..self.count).unwrap_or_default()
    }
}

/// One group of digits.
#[derive(Clone, Copy, Default)]
pub(super) struct Group {
    pub start: usize,
    pub end: usize,
    /// Whether it stands in brackets.
    pub bracketed: bool,
    /// The first sign between it and the group before it.
    pub after: u8,
}

impl Group {
    pub fn len(&self) -> usize {
        self.end - self.start
    }
}

/// Reads the number whose first digit stands at a place; None where that place is within something else.
pub(super) fn written(text: Text<'_>, at: usize) -> Option<Written> {
    let mut start = at;
    let mut plus = false;
    let mut open = false;
    for _ in 0..2 {
        match text.before(start, 1) {
            b'(' if !open => open = true,
            b'+' if !plus => plus = true,
            _ => break,
        }
        start -= 1;
    }
    let glued = (1..=2).all(|back| text.before(start, back).is_ascii_lowercase());
    if !glued && !begins(text, start, start < at) {
        return None;
    }
    let (mut groups, mut count) = ([Group::default(); MOST_DIGITS], 0);
    let (mut place, mut total) = (at, 0);
    let mut after = 0;
    loop {
        let rest = text.bytes.get(place..)?;
        let len = rest.iter().take(LONGEST_GROUP + 1).take_while(|byte| byte.is_ascii_digit()).count();
        let end = place + len;
        total += len;
        if len == 0 || len > LONGEST_GROUP || total > MOST_DIGITS {
            break;
        }
        // "(+44) …" and "(212) …": a bracket that opened must close.
        let gap = gap(text, end);
        let closes = gap.starts_with(')');
        if open && !closes && !plus {
            break;
        }
        *groups.get_mut(count)? = Group { start: place, end, bracketed: open && closes, after };
        count += 1;
        if gap.is_empty() || (closes && !open) {
            break;
        }
        open = gap.ends_with('(') || (open && !closes);
        after = gap.as_bytes().first().copied().unwrap_or(0);
        place = end + gap.len();
    }
    (count > 0).then_some(Written { start, plus, glued, groups, count })
}

/// Not within a word, a decimal, a time, a date, a price, an address or a row of numbers.
fn begins(text: Text<'_>, start: usize, marked: bool) -> bool {
    let (before, second) = (text.before(start, 1), text.before(start, 2));
    match before {
        b'.' | b',' | b'\'' | b':' => !second.is_ascii_digit(),
        b'-' | b'/' => !second.is_ascii_digit() && (marked || !second.is_ascii_alphanumeric()),
        b' ' => !second.is_ascii_digit() || marked,
        b'+' | b'$' | b'@' | b'%' | b'_' | b'~' | b'^' => false,
        _ => !before.is_ascii_alphanumeric(),
    }
}

/// What parts a group from the next one; empty when none follows.
fn gap<'a>(text: Text<'a>, at: usize) -> &'a str {
    let len = text
        .bytes
        .iter()
        .skip(at)
        .take(4)
        .take_while(|byte| matches!(byte, b' ' | b'-' | b'.' | b'/' | b'(' | b')' | b'\''))
        .count();
    let gap = text.str.get(at..at + len).unwrap_or_default();
    if GAPS.contains(&gap) && text.byte(at + len).is_ascii_digit() { gap } else { "" }
}

/// Where an extension after a number ends ("x12", "ext. 12", "#12"); the number's own end when there is none.
pub(super) fn extension(text: Text<'_>, end: usize) -> usize {
    const MARKS: [&str; 12] = [
        "x",
        " x",
        " ext. ",
        " ext.",
        " ext ",
        ", ext. ",
        ", ext ",
        " extension ",
        " ext: ",
        "#",
        " #",
        ";ext=",
    ];
    if !matches!(text.byte(end) | 32, b'x' | b' ' | b',' | b'#' | b';') {
        return end;
    }
    let rest = text.after(end, 24).as_bytes();
    let digits = MARKS.into_iter().find_map(|mark| {
        let digits = rest
            .split_at_checked(mark.len())
            .filter(|(start, _)| start.eq_ignore_ascii_case(mark.as_bytes()))?;
        let len = digits.1.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let ends = !digits.1.get(len).is_some_and(u8::is_ascii_alphanumeric);
        ((1..=7).contains(&len) && ends).then_some(mark.len() + len)
    });
    end + digits.unwrap_or(0)
}

/// Whether a number may end here: nothing goes on with it.
pub(super) fn ends(text: Text<'_>, end: usize) -> bool {
    let (after, second) = (text.byte(end), text.byte(end + 1));
    match after {
        b'-' | b'.' | b'/' | b',' => !second.is_ascii_digit(),
        // The name of a bot and its key, a time.
        b':' => !second.is_ascii_alphanumeric(),
        b'%' | b'@' | b'_' | b'+' => false,
        _ => !after.is_ascii_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(text: &str) -> Vec<usize> {
        let at = text.find(|character: char| character.is_ascii_digit()).unwrap();
        written(Text::new(text), at)
            .map_or(Vec::new(), |number| number.groups().iter().map(Group::len).collect())
    }

    #[test]
    fn groups_and_their_gaps() {
        assert_eq!(lengths("(212) 555-0123"), [3, 3, 4]);
        assert_eq!(lengths("+44 (0)20 7946 0958"), [2, 1, 2, 4, 4]);
        assert_eq!(lengths("(+44) 7700 900123"), [2, 4, 6]);
        assert_eq!(lengths("212 - 555 - 0123, 14"), [3, 3, 4]);
        assert!(lengths("(212 555").is_empty());
        assert!(lengths("a212 555").is_empty());
        assert_eq!(lengths("at212 555"), [3, 3]);
    }

    #[test]
    fn extensions_belong_to_the_number() {
        for (text, end) in [("x123", 4), (" ext. 7", 7), ("x", 0), ("xyz", 0), (" x12b", 0)] {
            assert_eq!(extension(Text::new(text), 0), end, "{text}");
        }
    }
}
