//! The formats that can be read, and their names between programs. Must not know how any of them is read.

use std::fmt;
use std::str::FromStr;

/// What another program wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// ChatGPT's export: the ZIP, its folder, or a `conversations.json` of it.
    ChatGpt,
    /// Claude's export: the ZIP, its folder, or its `conversations.json`.
    Claude,
    /// `memory.jsonl` of the reference MCP memory server.
    McpMemory,
    /// OpenMemory's export: the ZIP, its folder, or a document of it.
    OpenMemory,
    /// A folder of Markdown files, such as an Obsidian vault, or one file.
    Markdown,
    /// Joplin's RAW folder.
    JoplinRaw,
    /// Joplin's JEX archive.
    JoplinJex,
    /// A table with a header.
    Csv,
    /// A text file: a paragraph is a memory.
    PlainText,
    /// What an assistant answered to [`crate::prompt`].
    AssistantAnswer,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 10] = [
        Format::ChatGpt,
        Format::Claude,
        Format::McpMemory,
        Format::OpenMemory,
        Format::Markdown,
        Format::JoplinRaw,
        Format::JoplinJex,
        Format::Csv,
        Format::PlainText,
        Format::AssistantAnswer,
    ];

    /// Its name between programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::ChatGpt => "chatgpt",
            Format::Claude => "claude",
            Format::McpMemory => "mcp-memory",
            Format::OpenMemory => "openmemory",
            Format::Markdown => "markdown",
            Format::JoplinRaw => "joplin-raw",
            Format::JoplinJex => "joplin-jex",
            Format::Csv => "csv",
            Format::PlainText => "text",
            Format::AssistantAnswer => "assistant",
        }
    }

    /// The source that its memories carry.
    #[must_use]
    pub fn source(self) -> &'static str {
        match self {
            Format::JoplinRaw | Format::JoplinJex => "joplin",
            other => other.name(),
        }
    }

    /// What a document of this format looks like, to say what was expected.
    #[must_use]
    pub fn looks_like(self) -> &'static str {
        match self {
            Format::ChatGpt => {
                "ChatGPT's export: its ZIP, or conversations.json, an array of objects with \"mapping\""
            }
            Format::Claude => {
                "Claude's export: its ZIP, or conversations.json, an array of objects with \"chat_messages\""
            }
            Format::McpMemory => {
                "an MCP memory file: lines of objects whose \"type\" is \"entity\" or \"relation\""
            }
            Format::OpenMemory => "OpenMemory's export: a ZIP with memories.json or memories.jsonl.gz",
            Format::Markdown => "a folder of Markdown files (.md), or one of them",
            Format::JoplinRaw => {
                "Joplin's RAW folder: .md files that end with \"type_:\" and other properties"
            }
            Format::JoplinJex => {
                "Joplin's JEX file: a tar of .md files that end with \"type_:\" and other properties"
            }
            Format::Csv => {
                "a table whose first line names its columns, one of them content, text, memory, note or body"
            }
            Format::PlainText => "a plain text, its paragraphs set apart by blank lines",
            Format::AssistantAnswer => {
                "an assistant's answer: lines such as \"- [preference] (2026-02-03) text #topic\""
            }
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(text: &str) -> Result<Format, UnknownFormat> {
        Format::ALL.into_iter().find(|format| format.name() == text).ok_or(UnknownFormat)
    }
}

/// A name that no format has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "that is no format; use chatgpt, claude, mcp-memory, openmemory, markdown, joplin-raw, joplin-jex, csv, text or assistant"
)]
pub struct UnknownFormat;
