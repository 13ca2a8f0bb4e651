//! The vault as a whole: its backups, and the order to erase it. Paths and dates only.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Backups, and what is due.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CareView {
    /// The folder that backups go to; none until one is chosen.
    pub folder: Option<String>,
    /// Whether one is made each day.
    pub automatic: bool,
    /// Newest first.
    pub backups: Vec<BackupRow>,
    /// Memories that have expired and are hidden, but not erased, as the clock has jumped.
    pub expired_held: usize,
    /// Backups that were made before a migration or a restore, have had their thirty days, and stay as the clock has jumped.
    pub backups_held: usize,
    /// What goes by itself, in the order in which it was added.
    pub rules: Vec<ExpiryRow>,
}

/// Memories of a kind, a source or a topic go so long after they were captured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExpiryRow {
    /// Of this kind.
    pub kind: Option<String>,
    /// From this source.
    pub source: Option<String>,
    /// With this topic.
    pub topic: Option<String>,
    /// After how many hours; a part of one counts as one.
    #[ts(type = "number")]
    pub hours: i64,
}

/// A backup.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BackupRow {
    /// Its own folder.
    pub folder: String,
    /// When it was made, RFC 3339.
    pub made_at: String,
    /// Its size.
    #[ts(type = "number")]
    pub size_bytes: u64,
    /// Until when it is kept at most, RFC 3339.
    pub kept_until: String,
}

/// What restoring a backup would do; the page asks, and the shell remembers which backup it is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RestoreView {
    /// Its own folder.
    pub folder: String,
    /// When its last entry was written, RFC 3339.
    pub backup_of: String,
    /// Memories in it.
    pub memories: usize,
    /// Memories that would be gone from the vault.
    pub lost: usize,
    /// Memories whose later text would be gone.
    pub edits_lost: usize,
    /// Memories that would come back.
    pub returning: usize,
    /// Memories in it that were forgotten since, and are forgotten in it too.
    pub forgotten_again: usize,
}

/// What was restored.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RestoreDone {
    /// Memories that the vault has now.
    pub memories: usize,
    /// Where the vault as it was is kept.
    pub kept_as: String,
}

/// An order to erase everything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EraseView {
    /// From when on the next unlocking carries it out, RFC 3339.
    pub due_at: String,
    /// Hours until then; none left when it is due.
    pub hours_left: u32,
    /// Due, but by the word of a clock that has jumped.
    pub waits_for_confirmation: bool,
}
