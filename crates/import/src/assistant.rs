//! "Ask your assistant": the prompt to copy, and what the assistant answered, pasted back. Must not trust the answer to keep
//! to the form, nor take its introduction for a memory.

use std::collections::HashSet;

use crate::gathering::Gathering;
use crate::identity::{comparable, name_of};
use crate::input::Input;
use crate::lines::{Lines, Unfit};
use crate::{Error, Format, Item, Kind, LeftOut, Reason, times};

/// What the person copies and asks their assistant.
#[must_use]
pub fn prompt() -> &'static str {
    "Please list everything you know or remember about me, so that I can keep it in my own notes.

Write one line for each thing, in exactly this form:
- [kind] (YYYY-MM-DD) text #topic

- kind is one of: note, fact, preference, decision, style, event. Style is how I want things written or done.
- The date is when I told you or when it was decided. Leave the brackets and the date out if you do not know it.
- The text is one short sentence that stands for itself, in the language I use with you.
- Add one to three topics, each one word after a #.
- Only what I told you or what you stored about me. Do not guess and do not add anything.
- Leave out passwords, keys, card and account numbers, and other secrets.
- No introduction and no closing words. If there is too much for one answer, stop after a whole line and go on when I write \"more\"."
}

pub(crate) fn read(input: &Input<'_>, gathering: &mut Gathering<'_>) -> Result<(), Error> {
    if input.is_folder() {
        return Err(Error::NeedsFile);
    }
    let limit_bytes = gathering.limits().item_bytes;
    let mut lines = Lines::new(input.document(gathering)?, limit_bytes);
    let mut answer = Answer::default();
    while let Some(line) = lines.next_text().map_err(|error| Error::io("the answer", &error))? {
        gathering.tick_at(lines.count)?;
        match line {
            Ok(line) => answer.take(&line, lines.count, gathering)?,
            Err(Unfit::NotText) => return Err(Error::NotText),
            Err(Unfit::TooLong) => {
                gathering.fail(format!("line {}", lines.count), Reason::TooLong { limit_bytes });
            }
        }
    }
    answer.finish_entry(gathering)?;
    if !answer.any {
        return Err(Error::UnknownShape { expected: Format::AssistantAnswer.looks_like() });
    }
    Ok(())
}

/// One line of an answer that is a memory.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    kind: Option<Kind>,
    created_at_ms: Option<i64>,
    text: String,
    line: usize,
}

#[derive(Default)]
struct Answer {
    /// The last entry: the next line may go on with it.
    entry: Option<Entry>,
    /// The kind that a heading gives to what follows.
    heading: Option<Kind>,
    seen: HashSet<String>,
    any: bool,
}

impl Answer {
    fn take(&mut self, line: &str, number: usize, gathering: &mut Gathering<'_>) -> Result<(), Error> {
        let text = line.trim();
        let indented = line.starts_with([' ', '\t']);
        if text.is_empty() || is_fence(text) || is_rule(text) {
            return self.finish_entry(gathering);
        }
        if let Some(rest) = bullet(text) {
            self.finish_entry(gathering)?;
            self.entry = Some(entry(rest, number));
        } else if marked_kind(text).is_some() {
            // Some leave the bullet out; the kind says that it is an entry.
            self.finish_entry(gathering)?;
            self.entry = Some(entry(text, number));
        } else if let (Some(last), true) = (self.entry.as_mut(), indented) {
            last.text.push(' ');
            last.text.push_str(text);
        } else {
            self.finish_entry(gathering)?;
            self.heading = heading_kind(text);
            gathering.leave_out(LeftOut::Surroundings, 1);
        }
        Ok(())
    }

    fn finish_entry(&mut self, gathering: &mut Gathering<'_>) -> Result<(), Error> {
        let Some(entry) = self.entry.take() else { return Ok(()) };
        self.any = true;
        let (content, topics) = without_topics(&entry.text);
        let external_id = name_of(&["assistant", &comparable(&content)]);
        if !content.is_empty() && !self.seen.insert(external_id.clone()) {
            gathering.leave_out(LeftOut::Duplicate, 1);
            return Ok(());
        }
        let item = Item {
            place: format!("line {}", entry.line),
            content,
            kind: entry.kind.or(self.heading).unwrap_or_default(),
            topics,
            created_at_ms: entry.created_at_ms,
            source: Some(Format::AssistantAnswer.source().to_owned()),
            external_id: Some(external_id),
            ..Item::default()
        };
        gathering.keep(item).map(|_| ())
    }
}

fn is_fence(text: &str) -> bool {
    text.starts_with("```") || text.starts_with("~~~")
}

/// `---`, as Markdown draws a line.
fn is_rule(text: &str) -> bool {
    text.len() >= 3 && (text.bytes().all(|byte| byte == b'-') || text.bytes().all(|byte| byte == b'*'))
}

/// What follows a bullet or a number.
fn bullet(text: &str) -> Option<&str> {
    let after_mark =
        ["- ", "* ", "• ", "– ", "+ ", "-\t", "*\t"].into_iter().find_map(|mark| text.strip_prefix(mark));
    if let Some(rest) = after_mark {
        return Some(rest.trim_start());
    }
    // `-[fact]` without the space.
    if let Some(rest) = text.strip_prefix(['-', '*', '•'])
        && rest.starts_with('[')
    {
        return Some(rest);
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = text.get(digits..)?.strip_prefix(['.', ')'])?;
    ((1..=4).contains(&digits) && rest.starts_with([' ', '\t'])).then(|| rest.trim_start())
}

fn entry(text: &str, line: usize) -> Entry {
    let mut entry = Entry { kind: None, created_at_ms: None, text: String::new(), line };
    let mut rest = text.trim();
    // Kind and date come in either order, or not at all.
    for _ in 0..3 {
        if let (None, Some((kind, after))) = (entry.kind, marked_kind(rest)) {
            entry.kind = Some(kind);
            rest = after;
        } else if let (None, Some((time, after))) = (entry.created_at_ms, date(rest)) {
            entry.created_at_ms = time;
            rest = after;
        } else {
            break;
        }
    }
    rest.clone_into(&mut entry.text);
    entry
}

/// `[fact] …`, `**fact**: …`, `fact: …` or `(fact) …`.
fn marked_kind(text: &str) -> Option<(Kind, &str)> {
    let inner = text.trim_start_matches(['*', '_', '`']);
    let bold = inner.len() != text.len();
    let (word, rest, marked) = match inner.chars().next()? {
        '[' => inner.get(1..)?.split_once(']').map(|(word, rest)| (word, rest, true))?,
        '(' => inner.get(1..)?.split_once(')').map(|(word, rest)| (word, rest, true))?,
        _ => {
            let end = inner.find(|c: char| !c.is_alphabetic())?;
            (inner.get(..end)?, inner.get(end..)?, false)
        }
    };
    let kind = word.trim_matches(['*', '_', '`', ' ']).parse().ok()?;
    let after = rest.trim_start_matches(['*', '_', '`']);
    match after.strip_prefix(':') {
        Some(after) => Some((kind, after.trim_start_matches(['*', '_', '`']).trim_start())),
        // A word alone is the beginning of a sentence.
        None if marked => Some((kind, after.trim_start_matches(['*', '_', '`', '-', '–', ' ']).trim_start())),
        None if bold && after.len() != rest.len() => Some((kind, after.trim_start())),
        None => None,
    }
}

/// `(2026-02-03) …` or `[2026-02-03] …`; a date that is not known is none.
fn date(text: &str) -> Option<(Option<i64>, &str)> {
    let (close, inner) = match text.chars().next()? {
        '(' => (')', text.get(1..)?),
        '[' => (']', text.get(1..)?),
        _ => return None,
    };
    let (written, rest) = inner.split_once(close)?;
    let rest = rest.trim_start_matches([':', ' ', '-', '–']);
    let unknown = ["unknown", "date unknown", "unbekannt", "n/a", "no date", "yyyy-mm-dd", "?", "-"];
    match times::parse(written) {
        Some(time) => Some((Some(time), rest)),
        None if unknown.contains(&written.trim().to_lowercase().as_str()) => Some((None, rest)),
        None => None,
    }
}

/// The sentence, and the topics at its end. A `#` within a sentence is part of it.
fn without_topics(text: &str) -> (String, Vec<String>) {
    let (mut rest, mut topics) = (text.trim_end(), Vec::new());
    loop {
        let (before, last) = rest.rsplit_once(char::is_whitespace).unwrap_or(("", rest));
        let topic = last.trim_end_matches(['.', ',', ';']);
        let Some(topic) = topic.strip_prefix('#') else { break };
        let is_topic = topic.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '/' | '&'));
        if topic.is_empty() || !is_topic {
            break;
        }
        topics.push(topic.to_owned());
        rest = before.trim_end();
    }
    topics.reverse();
    let content = rest.trim().trim_end_matches(['|', '–']).trim_end();
    (content.to_owned(), topics)
}

/// `## Preferences`, `**Facts:**` or `Facts:`.
fn heading_kind(text: &str) -> Option<Kind> {
    text.trim_matches(['#', '*', '_', ':', ' ']).parse().ok()
}

/// Whether a text looks like an answer rather than like notes: most of its lines are entries with a kind.
pub(crate) fn looks_like_answer(text: &str) -> bool {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let (mut entries, mut others) = (0, 0);
    for line in lines {
        match marked_kind(bullet(line).unwrap_or(line)) {
            Some(_) => entries += 1,
            None => others += 1,
        }
    }
    entries > 0 && entries >= others
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_entry(line: &str) -> (Option<Kind>, bool, String) {
        let entry = entry(bullet(line).unwrap_or(line), 1);
        (entry.kind, entry.created_at_ms.is_some(), entry.text)
    }

    #[test]
    fn entries_are_read_however_they_are_dressed() {
        let fact = |dated: bool| (Some(Kind::Fact), dated, "Has a boat.".to_owned());
        for line in [
            "- [fact] (2026-02-03) Has a boat.",
            "* (2026-02-03) [Fact] Has a boat.",
            "1. **[fact]** (2026-02) Has a boat.",
            "12) **Fact**: (2026) Has a boat.",
            "• `[facts]` [2026-02-03]: Has a boat.",
        ] {
            assert_eq!(read_entry(line), fact(true), "{line}");
        }
        for line in ["- fact: Has a boat.", "-[fact] (unknown) Has a boat.", "- **Fact:** Has a boat."] {
            assert_eq!(read_entry(line), fact(false), "{line}");
        }
        assert_eq!(read_entry("- Note the tide.").0, None);
        assert_eq!(read_entry("- (a boat) Has one.").2, "(a boat) Has one.");
    }

    #[test]
    fn only_topics_at_the_end_are_topics() {
        assert_eq!(
            without_topics("Likes C# a lot #code, #work."),
            ("Likes C# a lot".into(), vec!["code".into(), "work".into()])
        );
        assert_eq!(without_topics("Lives at door #"), ("Lives at door #".into(), vec![]));
    }
}
