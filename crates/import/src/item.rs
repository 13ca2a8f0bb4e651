//! One thing that could be kept. Must not know where it is kept, nor decide whether it is.

use std::fmt;
use std::str::FromStr;

/// What sort of thing it is: the vault's own kinds, by the same names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Kind {
    /// Anything.
    #[default]
    Note,
    /// Something that is so.
    Fact,
    /// Something liked or disliked.
    Preference,
    /// Something decided.
    Decision,
    /// How something should be written or done.
    Style,
    /// Something that happens at a time.
    Event,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 6] =
        [Kind::Note, Kind::Fact, Kind::Preference, Kind::Decision, Kind::Style, Kind::Event];

    /// Its name between programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Note => "note",
            Kind::Fact => "fact",
            Kind::Preference => "preference",
            Kind::Decision => "decision",
            Kind::Style => "style",
            Kind::Event => "event",
        }
    }
}

impl FromStr for Kind {
    type Err = UnknownKind;

    /// Reads a name as other programs and people write it: in any case, in the plural.
    fn from_str(text: &str) -> Result<Kind, UnknownKind> {
        let word = text.trim().to_lowercase();
        let known = Kind::ALL
            .into_iter()
            .find(|kind| word.strip_prefix(kind.name()).is_some_and(|rest| rest.is_empty() || rest == "s"));
        known.ok_or(UnknownKind)
    }
}

/// A word that no kind has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("that is no kind of memory; use note, fact, preference, decision, style or event")]
pub struct UnknownKind;

/// Who said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Speaker {
    /// The person.
    Person,
    /// The assistant.
    Assistant,
}

/// Why a sentence of a chat is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Proposed {
    /// How sure the rule is that this is worth keeping, 0 to 100.
    pub score: u8,
    /// The rule that found it, a short name: `likes`, `works at`, `from now on`.
    pub reason: &'static str,
}

impl Proposed {
    /// From here on a proposal is worth ticking beforehand.
    pub const WORTH_TICKING: u8 = 70;

    /// Whether a list would tick it beforehand.
    #[must_use]
    pub fn is_worth_ticking(self) -> bool {
        self.score >= Proposed::WORTH_TICKING
    }
}

/// One thing that could be kept. Its `Debug` shows no content.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// Where it was found: `line 7`, `notes/a.md`, `conversation 3`.
    pub place: String,
    /// Its text.
    pub content: String,
    /// Its kind.
    pub kind: Kind,
    /// Its topics, each once.
    pub topics: Vec<String>,
    /// When it was written, milliseconds since 1970 UTC.
    pub created_at_ms: Option<i64>,
    /// When it was last changed, milliseconds since 1970 UTC.
    pub updated_at_ms: Option<i64>,
    /// The program it comes from.
    pub source: Option<String>,
    /// The chat it belongs to.
    pub thread: Option<String>,
    /// That chat's title.
    pub thread_title: Option<String>,
    /// Who said it, in a whole conversation.
    pub speaker: Option<Speaker>,
    /// What it is recognised by when the same export, or a later one, is brought in again.
    pub external_id: Option<String>,
    /// Set on a proposal: the person has to say yes to it first.
    pub proposed: Option<Proposed>,
}

impl fmt::Debug for Item {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Item")
            .field("content_bytes", &self.content.len())
            .field("kind", &self.kind)
            .field("topics", &self.topics.len())
            .field("proposed", &self.proposed)
            .finish_non_exhaustive()
    }
}
