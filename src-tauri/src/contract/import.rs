//! Bringing memories in: what it would bring, how far it is, what it did. Counts only.

use serde::Serialize;
use ts_rs::TS;

use super::{KindCount, Problem};

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
