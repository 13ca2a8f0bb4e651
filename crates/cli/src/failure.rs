//! Errors as exit codes. Must not hold content or a secret.

use keepsake_vault::{Code, Error};

/// Exit code: something failed.
pub(crate) const FAILED: u8 = 1;
/// Exit code: wrong use.
pub(crate) const WRONG_USE: u8 = 2;
/// Exit code: wrong or missing secret.
pub(crate) const LOCKED: u8 = 3;
/// Exit code: no such memory.
pub(crate) const NOT_FOUND: u8 = 4;
/// Exit code: refused by the filter.
pub(crate) const BLOCKED: u8 = 5;

/// Why a call ends without doing what it was asked.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit_code: u8,
    pub(crate) code: &'static str,
    pub(crate) message: String,
}

impl Failure {
    /// The command line cannot be carried out as it stands.
    pub(crate) fn wrong_use(message: impl Into<String>) -> Failure {
        Failure { exit_code: WRONG_USE, code: "wrong_use", message: message.into() }
    }

    /// A file that was named cannot be used.
    pub(crate) fn file(what: &str, error: &std::io::Error) -> Failure {
        Failure { exit_code: FAILED, code: "failed", message: format!("{what}: {}", error.kind()) }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        let exit_code = match error.code {
            Code::SecretNeeded | Code::WrongSecret | Code::BadRecoveryCode | Code::Keychain => LOCKED,
            Code::NotFound => NOT_FOUND,
            Code::Blocked => BLOCKED,
            Code::BadInput => WRONG_USE,
            _ => FAILED,
        };
        Failure { exit_code, code: error.code.name(), message: error.to_string() }
    }
}
