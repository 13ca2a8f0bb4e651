//! Why a file or folder cannot be read at all. Must not carry anything that the file says, nor its name.

use std::io;

use crate::Format;

/// What no format has.
pub(crate) const ANY_SHAPE: &str = "an export of ChatGPT, Claude, OpenMemory, Joplin or an MCP memory server, Markdown, a table (.csv), a text (.txt) or an assistant's answer";

/// Why nothing came of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// It is larger than what is read.
    #[error("{what} is larger than {} MB, the most that is read", .limit_bytes / (1024 * 1024))]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// The limit.
        limit_bytes: u64,
    },
    /// It unpacks to far more than an export would.
    #[error("the archive unpacks to more than {} MB", .limit_bytes / (1024 * 1024))]
    UnpacksTooFar {
        /// The limit that holds for this archive.
        limit_bytes: u64,
    },
    /// It has more parts than are read.
    #[error("there are more than {limit} {of_what}, the most that are read")]
    TooMany {
        /// Of what there are too many.
        of_what: &'static str,
        /// The limit.
        limit: usize,
    },
    /// The system does not give it.
    #[error("{what} cannot be read: {kind}")]
    Unreadable {
        /// What cannot be read.
        what: &'static str,
        /// What the system said.
        kind: io::ErrorKind,
    },
    /// It is neither UTF-8 nor UTF-16 with a byte order mark.
    #[error("it is not text in UTF-8")]
    NotText,
    /// It has no shape that is known, or not the one that was asked for.
    #[error("this does not look like {expected}")]
    UnknownShape {
        /// What was expected.
        expected: &'static str,
    },
    /// It is an export of another program than was said.
    #[error("this is an export of {found}, not of {expected}")]
    OtherFormat {
        /// What was said.
        expected: Format,
        /// What it is.
        found: Format,
    },
    /// It was cut off or changed.
    #[error("{what} is damaged or was cut off: line {line}, column {column}")]
    Damaged {
        /// What is damaged.
        what: &'static str,
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// An archive was cut off or changed.
    #[error("the archive is damaged or was cut off")]
    DamagedArchive,
    /// The archive, or the document in it, is protected with a password.
    #[error("the archive is protected with a password")]
    Protected,
    /// The format is a folder, and something else was given.
    #[error("this format is a folder, and this is none")]
    NeedsFolder,
    /// The format is a file, and a folder was given.
    #[error("this format is a file, and this is a folder")]
    NeedsFile,
    /// The person stopped it.
    #[error("reading was stopped")]
    Stopped,
}

impl Error {
    /// Its name between programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Error::TooLarge { .. } | Error::UnpacksTooFar { .. } | Error::TooMany { .. } => "too_large",
            Error::Unreadable { .. } => "unreadable",
            Error::NotText => "not_text",
            Error::UnknownShape { .. } | Error::OtherFormat { .. } => "unknown_shape",
            Error::Damaged { .. } | Error::DamagedArchive => "damaged",
            Error::Protected => "protected",
            Error::NeedsFolder | Error::NeedsFile => "not_that",
            Error::Stopped => "stopped",
        }
    }

    /// What the person can do.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Error::TooLarge { .. } | Error::TooMany { .. } => "bring it in in parts",
            Error::UnpacksTooFar { .. } => "check where this file comes from",
            Error::Unreadable { .. } => "check that it is there and that you may read it",
            Error::NotText => "save it as UTF-8",
            Error::UnknownShape { .. } => "check that this is the file you meant",
            Error::OtherFormat { .. } => "choose that format instead",
            Error::Damaged { .. } | Error::DamagedArchive => "download or export it again",
            Error::Protected => "unpack it yourself and give the folder",
            Error::NeedsFolder => "give the folder itself",
            Error::NeedsFile => "give the file itself",
            Error::Stopped => "nothing was kept",
        }
    }

    /// What reading met, as an error: our own if a limit ended it.
    pub(crate) fn io(what: &'static str, error: &io::Error) -> Error {
        match error.get_ref().and_then(|inner| inner.downcast_ref::<Error>()) {
            Some(own) => own.clone(),
            // Not the system, but whoever unpacks said so.
            None if error.raw_os_error().is_none() && is_about_bytes(error.kind()) => Error::DamagedArchive,
            None => Error::Unreadable { what, kind: error.kind() },
        }
    }

    /// So that it can pass through a reader.
    pub(crate) fn into_io(self) -> io::Error {
        io::Error::other(self)
    }
}

fn is_about_bytes(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof)
}
