//! What may be kept: size, emptiness, and the filter's word. Must not know where it is kept.

use keepsake_filter::{Filter, Finding, Policy, Verdict};

use crate::{Code, Error};

/// The longest memory, in bytes of UTF-8.
pub const CONTENT_LIMIT_BYTES: usize = 64 * 1024;
/// The longest topic, source, thread or external id, in bytes.
const LABEL_LIMIT_BYTES: usize = 512;
/// The most topics a memory may have.
const TOPICS_LIMIT: usize = 32;

/// What would happen to a text if it were kept.
#[derive(Clone)]
pub struct Preview {
    /// What was found; offsets are bytes of the text given.
    pub findings: Vec<Finding>,
    /// True if it would be refused.
    pub blocked: bool,
    /// The text as it would be kept; empty when blocked.
    pub kept_text: String,
}

/// A text that passed, and what was found in it.
pub(crate) struct Passed {
    pub(crate) text: String,
    pub(crate) findings: Vec<Finding>,
}

/// What the filter would do, for the eye of the one who types.
pub(crate) fn preview(text: &str, policy: &Policy) -> Preview {
    match Filter::shared().gate(text, policy) {
        Verdict::Keep { text, findings, .. } => Preview { findings, blocked: false, kept_text: text },
        Verdict::Blocked { findings, .. } => Preview { findings, blocked: true, kept_text: String::new() },
    }
}

/// Refuses what is empty, too long or blocked; masks what must be masked.
pub(crate) fn admit(text: &str, policy: &Policy) -> Result<Passed, Error> {
    if text.trim().is_empty() {
        return Err(Error::new(
            Code::Empty,
            "there is nothing to keep: the text is empty",
            "write something first",
        ));
    }
    if text.len() > CONTENT_LIMIT_BYTES {
        return Err(Error::new(
            Code::TooLarge,
            format!("the text has {} bytes, and a memory holds up to {CONTENT_LIMIT_BYTES}", text.len()),
            "split it into several memories",
        ));
    }
    gate(text, policy)
}

/// The same for a topic, a source, a thread or an external id.
pub(crate) fn admit_label(what: &str, text: &str, policy: &Policy) -> Result<String, Error> {
    let text = text.trim();
    if text.is_empty() || text.len() > LABEL_LIMIT_BYTES || text.chars().any(char::is_control) {
        return Err(Error::new(
            Code::BadInput,
            format!("a {what} must have 1 to {LABEL_LIMIT_BYTES} bytes on one line"),
            "shorten it",
        ));
    }
    Ok(gate(text, policy)?.text)
}

/// Topics without a leading `#`, doubles dropped, in the order given.
pub(crate) fn admit_topics(topics: &[String], policy: &Policy) -> Result<Vec<String>, Error> {
    let mut admitted: Vec<String> = Vec::new();
    for topic in topics {
        let topic = admit_label("topic", topic.trim().trim_start_matches('#'), policy)?;
        if !admitted.contains(&topic) {
            admitted.push(topic);
        }
    }
    if admitted.len() > TOPICS_LIMIT {
        return Err(Error::new(
            Code::BadInput,
            format!("a memory has at most {TOPICS_LIMIT} topics"),
            "name fewer",
        ));
    }
    Ok(admitted)
}

fn gate(text: &str, policy: &Policy) -> Result<Passed, Error> {
    match Filter::shared().gate(text, policy) {
        Verdict::Keep { text, findings, .. } => Ok(Passed { text, findings }),
        Verdict::Blocked { over_budget: true, .. } => Err(Error::new(
            Code::Blocked,
            "the text was not kept: it is too tangled to be checked for private data",
            "keep a shorter part of it",
        )),
        Verdict::Blocked { findings, .. } => {
            let mut labels: Vec<&str> = findings
                .iter()
                .filter(|finding| finding.action == keepsake_filter::Action::Block)
                .map(|finding| keepsake_filter::label(finding.kind))
                .collect();
            labels.dedup();
            Err(Error::new(
                Code::Blocked,
                format!("the text was not kept: it holds what looks like a {}", labels.join(" and a ")),
                "take it out and keep the rest",
            ))
        }
    }
}
