//! Bringing memories in: what it would bring, how far it is, what it did. Counts only.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{KindCount, Problem};

/// Where memories are brought in from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportFrom {
    /// A file; what it is is told by its shape.
    File,
    /// A folder of notes or of an unpacked export.
    Folder,
}

/// A sentence of a chat that may be worth keeping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportProposal {
    /// Its number, to choose it by.
    pub number: usize,
    /// The sentence.
    pub content: String,
    /// Its kind.
    pub kind: String,
    /// When it was said, RFC 3339.
    pub said_at: Option<String>,
    /// Why it is proposed, a word or two.
    pub reason: String,
    /// Whether it most likely says something about the person.
    pub is_likely: bool,
}

/// What an import brings, before anything is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct ImportPreview {
    /// The file's name without its folder; none when the person cancelled.
    pub name: Option<String>,
    /// Memories in it.
    pub memories: usize,
    /// Known already, with the same content.
    pub unchanged: usize,
    /// Would be refused.
    pub blocked: usize,
    /// Cannot be read.
    pub failed: usize,
    /// Short replies such as greetings, among what would come in.
    pub short_replies: usize,
    /// What was found, most first. Counts only.
    pub found: Vec<KindCount>,
    /// What was never taken for a memory: of a chat's sentences most, doubles, empty notes.
    pub passed_over: usize,
    /// Of a chat, the sentences that may be worth keeping, likely ones first.
    pub proposals: Vec<ImportProposal>,
}

/// How far an import is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportProgress {
    /// Memories of the file that are done.
    pub done: usize,
    /// All of them.
    pub total: usize,
    /// How many a second, once that is known.
    pub per_second: Option<u32>,
    /// How long still, if it goes on like this.
    pub seconds_left: Option<u32>,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportDone {
    /// Whether there is anything new that could be forgotten again as a whole.
    pub can_be_undone: bool,
    /// New memories.
    pub imported: usize,
    /// New versions of known ones.
    pub revised: usize,
    /// Known already.
    pub unchanged: usize,
    /// Refused by the filter.
    pub blocked: usize,
    /// Kept with something hidden.
    pub hidden: usize,
    /// Could not be read.
    pub failed: usize,
    /// Short replies that were left out, as was asked.
    pub left_out: usize,
    /// How many of the file's memories are done; fewer than `total` if it was stopped. The rest can be gone on with.
    pub read: usize,
    /// All of the file's memories.
    pub total: usize,
    /// Why it stopped, if not because the person cancelled it.
    pub problem: Option<Problem>,
}
