//! US social security numbers. Source of the rules: SSA, "Social Security Number Randomization" and POMS RM 10201.035.

use super::{Candidate, Detector, Find, Found, Trigger};
use crate::kinds;
use crate::text::Text;
use crate::words::Vocabulary;

const WORDS: &[&str] = &[
    "ssn",
    "ssns",
    "social security",
    "socialsecurity",
    "ss number",
    "ss no",
    "soc sec",
    "social sec",
    "s s n",
    "itin",
    "taxpayer",
];
static CONTEXT: Vocabulary = Vocabulary::new(WORDS);

/// Printed on wallet inserts, in adverts and in manuals.
const WELL_KNOWN: [&str; 4] = ["078051120", "219099999", "123456789", "987654321"];

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kinds::US_SSN,
        trigger: Trigger::Digits,
        find: Find::Pattern {
            guard: begins_number,
            pattern: r"(?-u)^[0-9]{3}(?: ?- ?[0-9]{2} ?- ?| [0-9]{2} )[0-9]{4}",
            reach: 24,
            check: separated,
        },
        context: &[],
        fires: &[
            "512-44-9073",
            "it is 512 44 9073.",
            "512 - 44 - 9073",
            "５１２－４４－９０７３",
            "(512-44-9073)",
        ],
        silent: &[
            "666-44-9073",
            "000-44-9073",
            "912-44-9073",
            "512-00-9073",
            "512-44-0000",
            "078-05-1120",
            "123-45-6789",
            "512-44-90731",
            "9512-44-9073",
            "512-44-9073-11",
            "512-44 9073",
            "555-55-5555",
            "part A-512-44-9073",
            "call 512-449-9073",
            "512-44-9073.5",
        ],
    },
    Detector {
        kind: &kinds::US_SSN,
        trigger: Trigger::Digits,
        find: Find::Pattern {
            guard: begins_number,
            pattern: r"(?-u)^[0-9]{3}[-./]?[0-9]{2}[-./]?[0-9]{4}",
            reach: 16,
            check: issued,
        },
        context: WORDS,
        fires: &[
            "my SSN is 512449073",
            "social security no. 512.44.9073",
            "512449073 (ssn)",
            "ssn 512-449073",
        ],
        silent: &[
            "note 512449073",
            "SSN 666449073",
            "ssn 5124490731",
            "the ssn form has 078051120 on it",
            "lesson 512449073",
            "social media: 512449073 followers",
        ],
    },
];

fn separated(candidate: &Candidate<'_>) -> Option<Found> {
    let text = candidate.text;
    // A row of numbers that happens to be spaced alike: only dashes, or a word about it, tell.
    let after_number = text.before(candidate.whole.start, 1) == b' '
        && text.before(candidate.whole.start, 2).is_ascii_digit();
    let followed =
        text.byte(candidate.whole.end) == b' ' && text.byte(candidate.whole.end + 1).is_ascii_digit();
    let spaced = !candidate.value().contains('-');
    if spaced && (after_number || followed) && !text.near(&candidate.whole, &CONTEXT) {
        return None;
    }
    issued(candidate)
}

/// Not within a word, an identifier, a decimal or a longer number.
fn begins_number(text: Text<'_>, at: usize) -> bool {
    let before = text.before(at, 1);
    let joined =
        matches!(before, b'-' | b'.' | b',' | b'/' | b'+') && text.before(at, 2).is_ascii_alphanumeric();
    !joined && !before.is_ascii_alphanumeric() && before != b'_'
}

/// Ends there and could have been issued.
fn issued(candidate: &Candidate<'_>) -> Option<Found> {
    let (text, range) = (candidate.text, &candidate.whole);
    let after = text.byte(range.end);
    let joined_after = after.is_ascii_alphanumeric()
        || after == b'_'
        || matches!(after, b'-' | b'.' | b'/') && text.byte(range.end + 1).is_ascii_alphanumeric();
    let digits: String = candidate.value().chars().filter(char::is_ascii_digit).collect();
    let (area, group, serial) = (digits.get(..3)?, digits.get(3..5)?, digits.get(5..)?);
    let possible =
        area != "000" && area != "666" && !area.starts_with('9') && group != "00" && serial != "0000";
    let one_digit = digits.bytes().all(|digit| digits.as_bytes().first() == Some(&digit));
    let holds = possible && !one_digit && !WELL_KNOWN.contains(&digits.as_str());
    (holds && !joined_after).then(|| Found { range: range.clone(), validated: true })
}
