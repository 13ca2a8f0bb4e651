//! What of a message are the person's own words: code, quotations and what was pasted are left out. Must run through the
//! message once.
//!
//! The rules, so that they can be said to the person:
//! - code stands between lines of ``` or ~~~, a quotation between lines of `"""` or after `>`;
//! - a line that asks for something or announces it ("here is …") and ends in a colon is followed by what it speaks of, to
//!   the end of the message;
//! - so is a line that heads a letter, such as `Subject:`;
//! - of a message beyond [`LONG_MESSAGE_BYTES`] only the first and the last paragraph are the person's, if they are short.

use crate::LeftOut;

/// A longer message is mostly pasted.
const LONG_MESSAGE_BYTES: usize = 4000;
/// Nobody writes a longer paragraph about themselves in passing.
const LONG_PARAGRAPH_BYTES: usize = 1500;

/// Lines that begin like this head a letter that was pasted.
const LETTER_HEADS: &[&str] =
    &["subject:", "from:", "to:", "sent:", "cc:", "betreff:", "von:", "an:", "gesendet:"];

/// The person's own lines, and what was left out.
#[derive(Default)]
pub(super) struct Passages<'a> {
    pub(super) lines: Vec<&'a str>,
    pub(super) left_out: Vec<(LeftOut, usize)>,
}

impl Passages<'_> {
    fn leave_out(&mut self, cause: LeftOut) {
        self.left_out.push((cause, 1));
    }
}

enum Inside {
    Own,
    Code(&'static str),
    Quotation,
}

/// Finds them. `leads_in` says whether a line asks for something or announces it.
pub(super) fn passages<'a>(message: &'a str, leads_in: impl Fn(&str) -> bool) -> Passages<'a> {
    let mut out = Passages::default();
    let mut inside = Inside::Own;
    let mut paragraphs: Vec<Vec<&str>> = vec![Vec::new()];
    for line in message.lines() {
        let text = line.trim();
        match inside {
            Inside::Code(mark) => {
                if text.starts_with(mark) {
                    inside = Inside::Own;
                }
                continue;
            }
            Inside::Quotation => {
                if text.contains("\"\"\"") {
                    inside = Inside::Own;
                }
                continue;
            }
            Inside::Own => {}
        }
        if let Some(mark) = ["```", "~~~"].into_iter().find(|mark| text.starts_with(mark)) {
            out.leave_out(LeftOut::Code);
            // Code in one line closes itself.
            if !text.trim_start_matches(['`', '~']).contains(mark) {
                inside = Inside::Code(mark);
            }
        } else if text.starts_with("\"\"\"") {
            out.leave_out(LeftOut::Pasted);
            if !text.trim_start_matches('"').contains("\"\"\"") {
                inside = Inside::Quotation;
            }
        } else if text.starts_with('>') || text.starts_with('<') || text.starts_with('|') {
            out.leave_out(LeftOut::Pasted);
        } else if text.is_empty() {
            if paragraphs.last().is_some_and(|last| !last.is_empty()) {
                paragraphs.push(Vec::new());
            }
        } else if heads_letter(text) {
            out.leave_out(LeftOut::Pasted);
            break;
        } else {
            if let Some(last) = paragraphs.last_mut() {
                last.push(text);
            }
            if text.ends_with(':') && text.len() <= LONG_PARAGRAPH_BYTES && leads_in(text) {
                out.leave_out(LeftOut::Pasted);
                break;
            }
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    let long = message.len() > LONG_MESSAGE_BYTES;
    let last = paragraphs.len().saturating_sub(1);
    for (index, paragraph) in paragraphs.into_iter().enumerate() {
        let bytes: usize = paragraph.iter().map(|line| line.len()).sum();
        let between = long && index != 0 && index != last;
        if between || bytes > LONG_PARAGRAPH_BYTES {
            out.leave_out(LeftOut::Pasted);
        } else {
            out.lines.extend(paragraph.into_iter().map(without_bullet));
        }
    }
    out
}

fn heads_letter(line: &str) -> bool {
    let start: String = line.chars().take(12).flat_map(char::to_lowercase).collect();
    LETTER_HEADS.iter().any(|head| start.starts_with(head))
}

fn without_bullet(line: &str) -> &str {
    let line = line.trim_start_matches(['-', '*', '•', '–', '#']).trim_start();
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = line.get(digits..).unwrap_or_default();
    match rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") ")) {
        Some(rest) if (1..=2).contains(&digits) => rest.trim_start(),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(message: &str) -> Vec<&str> {
        passages(message, |line| line.starts_with("please")).lines
    }

    #[test]
    fn code_and_quotations_are_left_out() {
        assert_eq!(
            own("one\n```\nI like it\n```\n- two\n> I said\n\"\"\"\nme\n\"\"\"\n3. three"),
            ["one", "two", "three"]
        );
        assert_eq!(own("one\n```never closed\nI like it"), ["one"]);
        assert_eq!(own("please shorten this:\nI live in Oslo."), ["please shorten this:"]);
        assert_eq!(own("hello\nSubject: tea\nI like it"), ["hello"]);
        assert_eq!(own("this is so:\nI live in Oslo."), ["this is so:", "I live in Oslo."]);
    }

    #[test]
    fn only_the_ends_of_a_long_message_count() {
        let message = format!("one\n\n{}\n\ntwo\n\nthree", "I like it. ".repeat(500));
        assert_eq!(own(&message), ["one", "three"]);
    }
}
