//! What can go wrong with keys, in sentences for people and codes for programs. No error may hold a secret or a
//! piece of content.

use std::path::PathBuf;

use crate::ids::IdError;
use crate::keychain::KeychainError;
use crate::keyslots::SlotKind;

/// What a caller branches on. The sentences of [`Error`] are for people and may change; these do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorCode {
    /// The device key, passphrase or recovery code does not open this vault.
    WrongSecret,
    /// The text cannot be a recovery code at all.
    BadRecoveryCode,
    /// Bytes are not what Keepsake wrote there.
    Damaged,
    /// A newer Keepsake wrote this.
    TooNew,
    /// The passphrase's key derivation is weaker or costlier than allowed.
    WeakParameters,
    /// A vault needs two ways in at least.
    TooFewSlots,
    /// The caller handed in something that cannot be right.
    BadInput,
    /// The operating system gave no random bytes.
    NoEntropy,
    /// A file could not be read or written, or memory ran out.
    Io,
    /// The keychain did not do what was asked; see [`KeychainError`].
    Keychain,
}

impl ErrorCode {
    /// The code in the form that scripts see, such as `wrong_secret`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::WrongSecret => "wrong_secret",
            Self::BadRecoveryCode => "bad_recovery_code",
            Self::Damaged => "damaged",
            Self::TooNew => "too_new",
            Self::WeakParameters => "weak_parameters",
            Self::TooFewSlots => "too_few_slots",
            Self::BadInput => "bad_input",
            Self::NoEntropy => "no_entropy",
            Self::Io => "io",
            Self::Keychain => "keychain",
        }
    }
}

/// What went wrong, to what, and what the person can do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The secret is well-formed but not the one that made the slot.
    #[error("this {0} does not open this vault: check it, or use another way in")]
    WrongSecret(SlotKind),
    /// The vault has no slot of this kind, so no such secret can open it.
    #[error("this vault has no {0} that opens it: use another way in")]
    NoSuchSlot(SlotKind),
    /// A file that was locked by a passphrase of its own has another one.
    #[error("this passphrase does not open the file: check it")]
    WrongFilePassphrase,
    /// Wrong length, letter, padding or checksum.
    #[error("that does not look like a recovery code: check for a mistyped character")]
    BadRecoveryCode,
    /// The named part failed its check.
    #[error("{0} is damaged or was changed by something other than Keepsake: restore it from a backup")]
    Damaged(&'static str),
    /// The named part has a version, suite or type this program does not know.
    #[error("{0} was made by a newer Keepsake: update this one to open it")]
    TooNew(&'static str),
    /// The named parameter is out of bounds.
    #[error("the passphrase's protection is outside what Keepsake accepts ({0}): it was refused")]
    WeakParameters(&'static str),
    /// Fewer than two slots would remain.
    #[error(
        "a vault needs two ways in at least: keep this one, or add a passphrase, device key or recovery code first"
    )]
    TooFewSlots,
    /// The named thing is not acceptable.
    #[error("{0}")]
    BadInput(&'static str),
    /// No random bytes.
    #[error("this computer gave no random numbers, so nothing was sealed: restart it and try again")]
    NoEntropy,
    /// Too little memory for the passphrase's key derivation.
    #[error("there is too little free memory to check the passphrase: close other programs and try again")]
    OutOfMemory,
    /// A file operation failed.
    #[error("could not {doing} {}: {source}", path.display())]
    Io {
        /// What was tried, as a verb.
        doing: &'static str,
        /// On which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The keychain said no.
    #[error(transparent)]
    Keychain(#[from] KeychainError),
}

impl Error {
    /// The code to branch on.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::WrongSecret(_) | Self::NoSuchSlot(_) | Self::WrongFilePassphrase => ErrorCode::WrongSecret,
            Self::BadRecoveryCode => ErrorCode::BadRecoveryCode,
            Self::Damaged(_) => ErrorCode::Damaged,
            Self::TooNew(_) => ErrorCode::TooNew,
            Self::WeakParameters(_) => ErrorCode::WeakParameters,
            Self::TooFewSlots => ErrorCode::TooFewSlots,
            Self::BadInput(_) => ErrorCode::BadInput,
            Self::NoEntropy => ErrorCode::NoEntropy,
            Self::OutOfMemory | Self::Io { .. } => ErrorCode::Io,
            Self::Keychain(_) => ErrorCode::Keychain,
        }
    }
}

impl From<IdError> for Error {
    fn from(_: IdError) -> Self {
        Self::BadInput("that is not an id: ids are 32 letters and digits, 0 to 9 and a to f")
    }
}
