//! What can go wrong, as a stable code, a sentence and a next step. Must never hold content or a secret.

use std::fmt;

/// Stable names of errors: programs and the window branch on these, never on text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// There is no vault here.
    NoVault,
    /// There is one already.
    AlreadyThere,
    /// A passphrase, a recovery code or the keychain is needed.
    SecretNeeded,
    /// The secret given does not open this vault.
    WrongSecret,
    /// That is no recovery code, or it has a typing error.
    BadRecoveryCode,
    /// The passphrase is too easy to guess.
    WeakPassphrase,
    /// No such memory.
    NotFound,
    /// The filter refused the text.
    Blocked,
    /// Nothing but white space.
    Empty,
    /// Longer than a memory may be.
    TooLarge,
    /// Not valid UTF-8.
    NotText,
    /// Something given cannot be understood.
    BadInput,
    /// Another process holds the vault.
    Busy,
    /// No room on the disk.
    DiskFull,
    /// The keychain did not do what was asked.
    Keychain,
    /// A part of the vault is damaged.
    Damaged,
    /// Parts of the vault do not belong together.
    Inconsistent,
    /// Made by a newer Keepsake.
    TooNew,
    /// The vault is ordered to be erased, and read-only until then.
    ToBeErased,
    /// The person has paused what programs keep.
    Paused,
    /// It was told to stop; what was done before stays.
    Stopped,
    /// Anything else.
    Failed,
}

impl Code {
    /// The name used between programs.
    pub fn name(self) -> &'static str {
        match self {
            Code::NoVault => "no_vault",
            Code::AlreadyThere => "already_there",
            Code::SecretNeeded => "secret_needed",
            Code::WrongSecret => "wrong_secret",
            Code::BadRecoveryCode => "bad_recovery_code",
            Code::WeakPassphrase => "weak_passphrase",
            Code::NotFound => "not_found",
            Code::Blocked => "blocked",
            Code::Empty => "empty",
            Code::TooLarge => "too_large",
            Code::NotText => "not_text",
            Code::BadInput => "bad_input",
            Code::Busy => "busy",
            Code::DiskFull => "disk_full",
            Code::Keychain => "keychain",
            Code::Damaged => "damaged",
            Code::Inconsistent => "inconsistent",
            Code::TooNew => "too_new",
            Code::ToBeErased => "to_be_erased",
            Code::Paused => "paused",
            Code::Stopped => "stopped",
            Code::Failed => "failed",
        }
    }
}

/// What happened, to what, and what the person can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The stable code.
    pub code: Code,
    /// What happened, without a full stop.
    pub message: String,
    /// The next step, without a full stop; may be empty.
    pub hint: String,
}

impl Error {
    /// An error with its next step.
    pub fn new(code: Code, message: impl Into<String>, hint: impl Into<String>) -> Error {
        Error { code, message: message.into(), hint: hint.into() }
    }

    /// A part of the vault is damaged.
    pub(crate) fn damaged(part: impl fmt::Display) -> Error {
        Error::new(
            Code::Damaged,
            format!("{part} is damaged"),
            "nothing was changed or deleted; restore the vault's folder from a backup, or run `keepsake verify` to see what still opens",
        )
    }

    /// No memory has this id.
    pub(crate) fn not_found() -> Error {
        Error::new(Code::NotFound, "no memory has this id", "`keepsake list` shows the ids")
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.hint.is_empty() {
            write!(out, "{}", self.message)
        } else {
            write!(out, "{}: {}", self.message, self.hint)
        }
    }
}

impl std::error::Error for Error {}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        use rusqlite::ErrorCode as Sql;
        // The schema's own words, from the triggers that keep such a vault as it is.
        if matches!(&error, rusqlite::Error::SqliteFailure(_, Some(words)) if words == "ordered to be erased")
        {
            return Error::to_be_erased();
        }
        match error.sqlite_error_code() {
            Some(Sql::DiskFull) => Error::new(
                Code::DiskFull,
                "the disk is full, so nothing was kept",
                "free some room and try again; the text is still where you typed it",
            ),
            Some(Sql::DatabaseBusy | Sql::DatabaseLocked) => Error::busy(),
            Some(Sql::DatabaseCorrupt | Sql::NotADatabase) => Error::damaged("the database"),
            Some(Sql::ReadOnly | Sql::CannotOpen | Sql::PermissionDenied) => Error::new(
                Code::Failed,
                "the vault's files cannot be written",
                "check who owns the vault's folder and whether the disk is read-only",
            ),
            // SQLite's own words can name a table, never a value: values are always bound.
            _ => Error::new(
                Code::Failed,
                "the database refused",
                error.sqlite_error().map_or_else(String::new, |e| format!("SQLite code {}", e.extended_code)),
            ),
        }
    }
}

impl Error {
    /// The vault is ordered to be erased, and stays as it is.
    pub(crate) fn to_be_erased() -> Error {
        Error::new(
            Code::ToBeErased,
            "this vault is ordered to be erased, and nothing in it changes until then",
            "undo the order first: *Keep my vault* in the window, or `keepsake erase cancel`",
        )
    }

    /// Another process holds the vault.
    pub(crate) fn busy() -> Error {
        Error::new(Code::Busy, "another program is busy with this vault", "close it or try again in a moment")
    }

    /// A file of the vault could not be read or written.
    pub(crate) fn io(what: &str, error: &std::io::Error) -> Error {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::new(
                Code::DiskFull,
                format!("the disk is full: {what} was not written"),
                "free some room and try again",
            ),
            _ => Error::new(
                Code::Failed,
                format!("{what}: {}", error.kind()),
                "check the path and its permissions",
            ),
        }
    }
}

impl From<keepsake_seal::Error> for Error {
    fn from(error: keepsake_seal::Error) -> Error {
        use keepsake_seal::ErrorCode as Seal;
        let code = match error.code() {
            Seal::WrongSecret => Code::WrongSecret,
            Seal::BadRecoveryCode => Code::BadRecoveryCode,
            Seal::Damaged => Code::Damaged,
            Seal::TooNew => Code::TooNew,
            Seal::Keychain => Code::Keychain,
            Seal::BadInput | Seal::TooFewSlots => Code::BadInput,
            // Only a file that was tampered with asks for less than Keepsake ever wrote.
            Seal::WeakParameters => Code::Damaged,
            Seal::NoEntropy => Code::Failed,
            Seal::Io => match &error {
                keepsake_seal::Error::Io { source, .. } => return Error::io("keyslots.json", source),
                _ => Code::Failed,
            },
        };
        Error::from_sentence(code, &error.to_string())
    }
}

impl Error {
    /// Splits "what happened: what to do".
    pub(crate) fn from_sentence(code: Code, sentence: &str) -> Error {
        let (message, hint) = sentence.split_once(": ").unwrap_or((sentence, ""));
        Error::new(code, message, hint)
    }
}
