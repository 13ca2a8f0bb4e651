//! What came of reading: items, what was left out and why, what failed and where. Must not quote content.

use std::fmt;

use crate::{Format, Item};

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The format it was read as.
    pub format: Format,
    /// What could be kept, in the order of the file; proposals have [`Item::proposed`] set.
    pub items: Vec<Item>,
    /// What was left out on purpose, with how often, the most frequent first.
    pub left_out: Vec<(LeftOut, usize)>,
    /// The first hundred failures.
    pub failures: Vec<Failure>,
    /// All failures.
    pub failed: usize,
}

impl Found {
    /// The most failures that are described; the rest are counted.
    pub const DESCRIBED_FAILURES: usize = 100;

    /// What the person is asked about first.
    pub fn proposals(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.proposed.is_some())
    }

    /// How often something was left out for this cause.
    #[must_use]
    pub fn count(&self, cause: LeftOut) -> usize {
        self.left_out.iter().find(|(left, _)| *left == cause).map_or(0, |(_, count)| *count)
    }
}

/// One thing that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Where: `line 7`, `notes/a.md`, `conversation 3`.
    pub place: String,
    /// Why.
    pub reason: Reason,
}

/// Why one thing could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Reason {
    /// Larger than a memory may be.
    #[error("it is longer than {} KB", .limit_bytes / 1024)]
    TooLong {
        /// The limit.
        limit_bytes: usize,
    },
    /// Not UTF-8, nor UTF-16 with a byte order mark.
    #[error("it is not text in UTF-8")]
    NotText,
    /// Not JSON, or cut off.
    #[error("it is not JSON: column {column}")]
    NotJson {
        /// The column, from 1.
        column: usize,
    },
    /// JSON, but not what the format has there.
    #[error("a field is missing or of another type than expected")]
    UnexpectedFields,
    /// Sealed by the program that exported it.
    #[error("it is encrypted; export it decrypted")]
    Encrypted,
    /// A tree of messages without a usable end.
    #[error("its messages do not hang together")]
    BrokenTree,
    /// More messages than a conversation may have.
    #[error("it has too many messages")]
    TooManyMessages,
    /// A quoted cell that is not closed.
    #[error("a quotation mark is never closed")]
    OpenQuote,
    /// The end of the note that says what it is is missing.
    #[error("its properties at the end are missing")]
    NoProperties,
    /// The system does not give it.
    #[error("it cannot be read")]
    Unreadable,
}

/// What was left out on purpose, or read in another way than written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// Nothing was written there.
    Empty,
    /// The same was found already.
    Duplicate,
    /// Deleted in the program it comes from.
    Deleted,
    /// Archived in the program it comes from.
    Archived,
    /// A copy that a sync conflict left behind.
    Conflict,
    /// A link in the file system or in an archive: never followed.
    Link,
    /// An entry of an archive whose name leads out of it.
    UnsafeName,
    /// A hidden file or folder.
    Hidden,
    /// A file, entry or record of another sort.
    Other,
    /// Words around a list, such as an introduction.
    Surroundings,
    /// A kind that is not known: kept as a note.
    UnknownKind,
    /// A date that could not be read: kept without it.
    UnreadableDate,
    /// A question.
    Question,
    /// A request to the assistant.
    Request,
    /// Something imagined.
    Hypothetical,
    /// A block of code.
    Code,
    /// Something quoted or pasted.
    Pasted,
    /// A sentence that says nothing lasting about the person.
    NothingPersonal,
    /// A message of the assistant, of a tool or of the system, where only the person's own count.
    NotThePerson,
}

impl LeftOut {
    /// Its name between programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            LeftOut::Empty => "empty",
            LeftOut::Duplicate => "duplicate",
            LeftOut::Deleted => "deleted",
            LeftOut::Archived => "archived",
            LeftOut::Conflict => "conflict",
            LeftOut::Link => "link",
            LeftOut::UnsafeName => "unsafe_name",
            LeftOut::Hidden => "hidden",
            LeftOut::Other => "other",
            LeftOut::Surroundings => "surroundings",
            LeftOut::UnknownKind => "unknown_kind",
            LeftOut::UnreadableDate => "unreadable_date",
            LeftOut::Question => "question",
            LeftOut::Request => "request",
            LeftOut::Hypothetical => "hypothetical",
            LeftOut::Code => "code",
            LeftOut::Pasted => "pasted",
            LeftOut::NothingPersonal => "nothing_personal",
            LeftOut::NotThePerson => "not_the_person",
        }
    }
}

impl fmt::Display for LeftOut {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}
