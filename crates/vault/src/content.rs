//! What may be kept: size, emptiness, and the filter's word. Must not know where it is kept.

use std::collections::HashSet;
use std::ops::Range;

use keepsake_filter::{Action, Filter, Finding, Policy, Verdict, canonical};
use keepsake_recall::Token;
use keepsake_seal::Keys;
use zeroize::Zeroizing;

use crate::memory::Placeholder;
use crate::store::originals;
use crate::{Code, Error, PlaceholderView};

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
    /// True if one-time codes alone stand in the way.
    pub offers_an_hour: bool,
    /// The text as it would be kept; empty when blocked.
    pub kept_text: String,
    /// What stands for something hidden in it. Only what is carried over from the version before has an original yet.
    pub placeholders: Vec<PlaceholderView>,
}

/// What decides about a text: the policy, the keys that tokens are made with, and the values that always pass.
#[derive(Clone, Copy)]
pub(crate) struct Sieve<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) keys: &'a Keys,
    pub(crate) allowed: &'a HashSet<[u8; 32]>,
}

/// A placeholder and what it stands for, if that is kept.
#[derive(Clone)]
pub(crate) struct Hidden {
    pub(crate) placeholder: Placeholder,
    pub(crate) original: Option<Zeroizing<String>>,
}

/// A text that passed, what was found in it, and what it hides.
pub(crate) struct Passed {
    pub(crate) text: String,
    pub(crate) findings: Vec<Finding>,
    pub(crate) hidden: Vec<Hidden>,
}

impl Sieve<'_> {
    /// What the filter would do, for the eye of the one who types.
    pub(crate) fn preview(&self, text: &str, carried: &[Hidden]) -> Preview {
        match self.judge(text, carried) {
            Ok(Judged::Passed(passed)) => Preview {
                findings: passed.findings,
                blocked: false,
                offers_an_hour: false,
                kept_text: passed.text,
                placeholders: passed.hidden.iter().map(|hidden| hidden.placeholder.view()).collect(),
            },
            Ok(Judged::Blocked { findings, over_budget }) => Preview {
                offers_an_hour: !over_budget
                    && findings
                        .iter()
                        .filter(|finding| finding.action == Action::Block)
                        .all(|finding| finding.class == keepsake_filter::Class::OneTimeCode),
                findings,
                blocked: true,
                kept_text: String::new(),
                placeholders: Vec::new(),
            },
            Err(_) => Preview {
                findings: Vec::new(),
                blocked: true,
                offers_an_hour: false,
                kept_text: String::new(),
                placeholders: Vec::new(),
            },
        }
    }

    /// Refuses what is empty, too long or blocked; hides what must be hidden. `carried` are placeholders that stand in the
    /// text already, from the version before.
    pub(crate) fn admit(&self, text: &str, carried: &[Hidden]) -> Result<Passed, Error> {
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
        match self.judge(text, carried)? {
            Judged::Passed(mut passed) => {
                number(&mut passed.hidden)?;
                Ok(passed)
            }
            Judged::Blocked { findings, over_budget } => Err(blocked(&findings, over_budget)),
        }
    }

    /// The same for a topic, a source, a thread or an external id. What is hidden there is hidden for good: a label has no
    /// envelope of its own.
    pub(crate) fn admit_label(&self, what: &str, text: &str) -> Result<String, Error> {
        let text = text.trim();
        if text.is_empty() || text.len() > LABEL_LIMIT_BYTES || text.chars().any(char::is_control) {
            return Err(Error::new(
                Code::BadInput,
                format!("a {what} must have 1 to {LABEL_LIMIT_BYTES} bytes on one line"),
                "shorten it",
            ));
        }
        match self.judge(text, &[])? {
            Judged::Passed(passed) => Ok(passed.text),
            Judged::Blocked { findings, over_budget } => Err(blocked(&findings, over_budget)),
        }
    }

    /// Topics without a leading `#`, doubles dropped, in the order given.
    pub(crate) fn admit_topics(&self, topics: &[String]) -> Result<Vec<String>, Error> {
        let mut admitted: Vec<String> = Vec::new();
        for topic in topics {
            let topic = self.admit_label("topic", topic.trim().trim_start_matches('#'))?;
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

    fn judge(&self, text: &str, carried: &[Hidden]) -> Result<Judged, Error> {
        let passes = |finding: &Finding| self.passes(text, finding);
        let (kept, findings, replaced) = match Filter::shared().gate_unless(text, self.policy, &passes) {
            Verdict::Keep { text, findings, replaced } => (text, findings, replaced),
            Verdict::Blocked { findings, over_budget } => {
                return Ok(Judged::Blocked { findings, over_budget });
            }
        };
        let mut hidden = Vec::with_capacity(replaced.len() + carried.len());
        for carried in carried {
            let Range { start, end } = carried.placeholder.start..carried.placeholder.end;
            if replaced.iter().any(|new| new.source.start < end && start < new.source.end) {
                return Err(Error::new(
                    Code::BadInput,
                    "what was written runs into a part that is hidden",
                    "leave a blank on both sides of it",
                ));
            }
            let before = replaced.iter().filter(|new| new.source.end <= start);
            let (longer, shorter) = before.fold((0, 0), |(longer, shorter), new| {
                (longer + new.placeholder.len(), shorter + new.source.len())
            });
            let mut placeholder = carried.placeholder.clone();
            (placeholder.start, placeholder.end) = (start + longer - shorter, end + longer - shorter);
            hidden.push(Hidden { placeholder, original: carried.original.clone() });
        }
        for new in replaced {
            let value = text.get(new.source.clone()).unwrap_or_default();
            let tokens = match new.action {
                Action::Token | Action::Seal => tokens(self.keys, new.kind, value),
                _ => Vec::new(),
            };
            let placeholder = Placeholder {
                start: new.placeholder.start,
                end: new.placeholder.end,
                kind: new.kind.to_owned(),
                action: new.action,
                tokens: tokens.iter().map(token_text).collect(),
                field: None,
            };
            let original = (new.action == Action::Seal).then(|| Zeroizing::new(value.to_owned()));
            hidden.push(Hidden { placeholder, original });
        }
        hidden.sort_by_key(|hidden| hidden.placeholder.start);
        Ok(Judged::Passed(Passed { text: kept, findings, hidden }))
    }

    /// Whether the person lets this exact value pass always.
    fn passes(&self, text: &str, finding: &Finding) -> bool {
        if self.allowed.is_empty() || finding.class.is_credential() {
            return false;
        }
        let value = text.get(finding.start..finding.end).unwrap_or_default();
        allow_macs(self.keys, finding.kind, value).iter().any(|mac| self.allowed.contains(mac))
    }
}

enum Judged {
    Passed(Passed),
    Blocked { findings: Vec<Finding>, over_budget: bool },
}

/// Gives each original the field number that it is sealed under in the new version.
fn number(hidden: &mut [Hidden]) -> Result<(), Error> {
    let sealed = hidden.iter_mut().filter(|hidden| hidden.original.is_some());
    for (nth, hidden) in sealed.enumerate() {
        hidden.placeholder.field = Some(originals::field(nth).ok_or_else(|| {
            Error::new(Code::TooLarge, "the text hides too much for one memory", "split it into several")
        })?);
    }
    Ok(())
}

pub(crate) fn blocked(findings: &[Finding], over_budget: bool) -> Error {
    if over_budget {
        return Error::new(
            Code::Blocked,
            "the text was not kept: it is too tangled to be checked for private data",
            "keep a shorter part of it",
        );
    }
    let mut labels: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.action == Action::Block)
        .map(|finding| keepsake_filter::label(finding.kind))
        .collect();
    labels.dedup();
    Error::new(
        Code::Blocked,
        format!("the text was not kept: it holds what looks like a {}", labels.join(" and a ")),
        "take it out and keep the rest",
    )
}

/// The tokens of a private value, one for each canonical form of it.
pub(crate) fn tokens(keys: &Keys, kind: &str, value: &str) -> Vec<Token> {
    let token = |form: String| {
        let mut token = Token::default();
        for (to, from) in token.iter_mut().zip(keys.token(kind, Zeroizing::new(form).as_bytes())) {
            *to = from;
        }
        token
    };
    canonical(kind, value).into_iter().map(token).collect()
}

/// What is kept of a value that always passes: keyed hashes of its canonical forms.
pub(crate) fn allow_macs(keys: &Keys, kind: &str, value: &str) -> Vec<[u8; 32]> {
    // The first form is the whole value; the others are parts of it, which other values share.
    let whole = canonical(kind, value).into_iter().next();
    whole
        .into_iter()
        .map(|form| keys.allow_mac(&[kind.as_bytes(), b"\0", form.as_bytes()].concat()))
        .collect()
}

/// A token as it is stored and shown: 16 letters and digits.
pub(crate) fn token_text(token: &Token) -> String {
    data_encoding::BASE32_NOPAD.encode(token).to_ascii_lowercase()
}

/// The other way; none for what is no token.
pub(crate) fn token_of_text(text: &str) -> Option<Token> {
    data_encoding::BASE32_NOPAD.decode(text.to_ascii_uppercase().as_bytes()).ok()?.try_into().ok()
}
