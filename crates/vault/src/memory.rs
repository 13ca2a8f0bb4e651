//! What a memory is: its kinds, its sealed payload, and how it looks once opened. Must not know tables.

use std::str::FromStr;

use keepsake_filter::Action;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use zeroize::Zeroize;

use crate::{Code, Error};

/// What sort of thing was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    type Err = Error;

    fn from_str(text: &str) -> Result<Kind, Error> {
        Kind::ALL.into_iter().find(|kind| kind.name() == text).ok_or_else(|| {
            Error::new(
                Code::BadInput,
                "that is no kind of memory",
                "use note, fact, preference, decision, style or event",
            )
        })
    }
}

/// A stretch of a content that stands for something hidden. Known by this stored place, never by how it reads.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Placeholder {
    /// First byte in the content.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
    /// What it stands for, by the filter's name.
    pub(crate) kind: String,
    /// Mask, token or seal.
    pub(crate) action: Action,
    /// Its tokens, base32: the same for the same value, however it is written. Empty for masked values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) tokens: Vec<String>,
    /// The field number of its sealed original.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) field: Option<u16>,
}

impl Placeholder {
    /// Whether both stand for the same value at the same place.
    pub(crate) fn says_the_same(&self, other: &Placeholder) -> bool {
        (self.start, self.end, &self.kind, &self.tokens)
            == (other.start, other.end, &other.kind, &other.tokens)
    }

    pub(crate) fn view(&self) -> PlaceholderView {
        PlaceholderView {
            start: self.start,
            end: self.end,
            kind: self.kind.clone(),
            action: self.action,
            token: self.tokens.first().cloned().unwrap_or_default(),
            original: self.field,
        }
    }
}

/// What is sealed: the content and every private field. Unknown fields of a later Keepsake are kept as they are.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Payload {
    /// Format of this object.
    pub(crate) v: u32,
    pub(crate) content: String,
    pub(crate) kind: Kind,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) topics: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) thread: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) external_id: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) placeholders: Vec<Placeholder>,
    #[serde(flatten)]
    pub(crate) unknown: Map<String, Value>,
}

/// What the search index needs of a [`Payload`]: read for every memory at unlocking, where passing over unknown fields is twice as
/// quick as keeping them.
#[derive(Deserialize)]
pub(crate) struct IndexedPayload {
    pub(crate) v: u32,
    pub(crate) content: String,
    pub(crate) kind: Kind,
    #[serde(default)]
    pub(crate) topics: Vec<String>,
    #[serde(default)]
    pub(crate) source: Option<String>,
    #[serde(default)]
    pub(crate) thread: Option<String>,
    #[serde(default)]
    pub(crate) placeholders: Vec<Placeholder>,
}

impl Drop for IndexedPayload {
    fn drop(&mut self) {
        self.content.zeroize();
        self.topics.zeroize();
        self.source.zeroize();
        self.thread.zeroize();
    }
}

/// The payload format that this program writes.
pub(crate) const PAYLOAD_FORMAT: u32 = 1;

impl Drop for Payload {
    fn drop(&mut self) {
        self.content.zeroize();
        self.topics.zeroize();
    }
}

/// A stretch of an opened text that stands for something hidden, as its owner may see it.
#[derive(Clone, PartialEq, Eq)]
pub struct PlaceholderView {
    /// First byte in the content.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it stands for, by the filter's name.
    pub kind: String,
    /// Mask, token or seal.
    pub action: Action,
    /// Its token, base32: equal for equal values. Empty for masked values. Never told to programs.
    pub token: String,
    /// What [`crate::Vault::reveal`] shows it by; none when there is no original.
    pub original: Option<u16>,
}

/// One state of a memory.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct VersionView {
    /// 32 hexadecimal characters.
    pub id: String,
    /// When it was kept, RFC 3339.
    pub kept_at: String,
    /// Its text.
    pub content: String,
    /// What stands for something hidden in it.
    #[serde(skip)]
    pub placeholders: Vec<PlaceholderView>,
    /// Its kind.
    pub kind: Kind,
    /// Its topics.
    pub topics: Vec<String>,
}

/// A memory, opened.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct MemoryView {
    /// 32 hexadecimal characters.
    pub id: String,
    /// The text.
    pub content: String,
    /// What stands for something hidden in it.
    #[serde(skip)]
    pub placeholders: Vec<PlaceholderView>,
    /// Its kind.
    pub kind: Kind,
    /// Its topics.
    pub topics: Vec<String>,
    /// When it is from, RFC 3339.
    pub created_at: String,
    /// When this version was kept, RFC 3339.
    pub kept_at: String,
    /// When it goes by itself, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
    /// Where it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The sitting it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thread: Option<String>,
    /// Its id where it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// The capture sequence: the order within one date.
    pub sequence: i64,
    /// Whether the person pinned it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub pinned: bool,
    /// The memory that has taken its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
    /// The memories whose place it has taken, by the time since when.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<String>,
    /// Since when it holds in the place of another, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<String>,
    /// Until when it held, RFC 3339: when what replaced it began to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<String>,
    /// Earlier states that are still kept, newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier_versions: Vec<VersionView>,
}
