//! Taking everything out, and bringing an export back. Paths and counts only.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which form an export takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// All there is, in files to read.
    Zip,
    /// The same and what is hidden, in an age file.
    Encrypted,
    /// A page that asks for its passphrase and opens itself.
    Html,
    /// Every memory with its earlier versions, for programs.
    Json,
    /// One readable page.
    Markdown,
}

/// What is to be taken out.
#[derive(Clone, Deserialize, TS)]
pub struct ExportForm {
    /// In which form.
    pub format: ExportFormat,
    /// Whether what is hidden goes along; an encrypted export always carries it.
    pub with_hidden: bool,
    /// What it opens with, if it is encrypted.
    pub export_passphrase: Option<String>,
}

/// What an export ended with.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct Exported {
    /// The file, or none when the person cancelled.
    pub path: Option<String>,
    /// Memories written.
    pub memories: usize,
    /// Memories that are damaged and were left out.
    pub damaged: usize,
    /// Hidden originals that stayed in the vault; where they were to go along, those that are damaged.
    pub originals_left: usize,
}

/// How far an export is, or bringing one back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferProgress {
    /// Steps done.
    pub done: usize,
    /// All steps.
    pub total: usize,
}

/// What bringing an export back came to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct BroughtBack {
    /// The file's name without its folder; none when the person cancelled.
    pub name: Option<String>,
    /// Memories that were not here.
    pub imported: usize,
    /// Memories that are here as they are in it.
    pub unchanged: usize,
    /// Memories that are here and got versions that were not.
    pub revised: usize,
    /// Memories that were forgotten here and stay so.
    pub forgotten_here: usize,
    /// Memories in which the filter hides something that the export shows.
    pub masked: usize,
    /// Hidden values whose original is not in it.
    pub originals_missing: usize,
}
