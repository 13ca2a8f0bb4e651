//! PINs that are told: four to eight digits after the word.

use super::{Candidate, Detector, Find, Found, Trigger, begins_alone};
use crate::kinds;
use crate::text::is_word;
use crate::words::Vocabulary;

/// Words that make six digits a PIN rather than an Indian postal code, which is called "PIN code" too.
static CONTEXT: Vocabulary = Vocabulary::new(&[
    "card",
    "bank",
    "sim",
    "phone",
    "atm",
    "door",
    "safe",
    "alarm",
    "lock",
    "unlock",
    "account",
    "debit",
    "credit",
    "voicemail",
    "app",
    "secret",
    "my",
    "gate",
    "locker",
]);

pub(super) static ROWS: &[Detector] = &[Detector {
    kind: &kinds::PIN,
    trigger: Trigger::Words(&["pin", "geheimzahl", "code pin"]),
    find: Find::Pattern {
        guard: begins_alone,
        pattern: concat!(
            r"(?-u)^(?i:geheimzahl|code pin|pin)(?i:[ -]?(?:code|number|no\.?|nummer))?",
            r"(?:[ ]+(?i:for|of|to|on|f\xC3\xBCr|zur|pour|de|del|para)(?:[ ]+[^\s:=.,;!?0-9]{1,20}){1,5})?",
            r"(?:[ ]*[:=#][ ]*\n?[ ]*|[ ]+(?i:is|was|ist|war|lautet|est|es)(?i:[ ]+(?:now|still))?:?[ ]+|[ ]+)",
            r#"["'`]?([0-9]{4,8})"#,
        ),
        reach: 160,
        check: told,
    },
    context: &[],
    fires: &[
        "PIN is 4821",
        "pin code 4821",
        "my card pin: 9304",
        "the pin for the front door is 77120",
        "PIN 6650",
        "Meine PIN lautet 4821",
        "el pin es 4821",
    ],
    silent: &[
        "the PIN on the map",
        "GPIO pin 13",
        "pin 2019 as the year",
        "spin: 4821",
        "PIN code 560034, Bengaluru",
        "pinned 4821 notes",
        "pin 48210.5",
        "PIN: 4821-9930-1",
        "pin is 123",
        "Pinterest pin 48213",
        "the pin is 4821 points",
        "[PIN]",
    ],
}];

fn told(candidate: &Candidate<'_>) -> Option<Found> {
    let (text, range) = (candidate.text, candidate.value.clone());
    let said = text.piece(candidate.whole.start..range.start).to_lowercase();
    let (after, second) = (text.byte(range.end), text.byte(range.end + 1));
    let ends =
        !(is_word(after) || matches!(after, b'.' | b'-' | b'/' | b',' | b':') && second.is_ascii_digit());
    let announced = said.contains([':', '=', '#'])
        || ["is", "was", "ist", "war", "lautet", "est", "es", "code", "number", "no", "nummer"]
            .iter()
            .any(|word| said.split([' ', '-', '.']).any(|part| part == *word));
    let year =
        range.len() == 4 && (candidate.value().starts_with("19") || candidate.value().starts_with("20"));
    let postal = range.len() == 6 && said.contains("code") && !text.near(&candidate.whole, &CONTEXT);
    let counted = matches!(
        text.next_word(range.end).as_str(),
        "points" | "times" | "people" | "notes" | "steps" | "meters" | "metres" | "km" | "miles" | "as"
    );
    (ends && (announced || !year && matches!(range.len(), 4 | 6)) && !postal && !counted)
        .then_some(Found { range, validated: false })
}
