//! Forgetting: how far, what it would take, what it took. Counts only.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far a forget goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ForgetTier {
    /// Zeroed in the live files.
    Removed,
    /// The database is written anew as well.
    Compacted,
    /// New keys as well, and no older backup.
    Shredded,
}

/// What a forget would take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ForgetCounts {
    /// Versions, the current one included.
    pub versions: usize,
    /// Vectors.
    pub vectors: usize,
    /// Hidden originals.
    pub originals: usize,
    /// Backups in reach that may hold it.
    pub backups: usize,
    /// Until when the last of them is kept at most, RFC 3339.
    pub backups_until: Option<String>,
}

/// What forgetting did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ForgetView {
    /// Memories forgotten.
    pub memories: usize,
    /// Versions that went with them.
    pub versions: usize,
    /// Vectors that went with them.
    pub vectors: usize,
    /// True while the write-ahead log could not be emptied yet.
    pub pending: bool,
    /// How far it went, as the receipt names it.
    pub tier: ForgetTier,
    /// Why it did not go as far as was asked: `busy`, `disk_full`, …
    pub fell_short: Option<String>,
    /// Backups that may still hold it.
    pub backups_holding: usize,
    /// The signed receipt's id.
    pub receipt: String,
}
