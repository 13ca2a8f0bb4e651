//! The vault's errors as the page gets them. Must not add content to them.

use keepsake_vault::{Code, Error};

use crate::contract::Problem;

impl From<Error> for Problem {
    fn from(error: Error) -> Problem {
        let hint = match error.code {
            // The vault speaks to programs of flags; the window has its own ways.
            Code::SecretNeeded | Code::Keychain => "Use your passphrase or your recovery code.".to_owned(),
            _ => sentence(&error.hint),
        };
        Problem { code: error.code.name().to_owned(), message: sentence(&error.message), hint }
    }
}

impl Problem {
    /// A problem that the shell itself found.
    pub(crate) fn new(code: &str, message: &str, hint: &str) -> Problem {
        Problem { code: code.to_owned(), message: message.to_owned(), hint: hint.to_owned() }
    }

    /// The same under another code.
    pub(crate) fn with_code(self, code: &str) -> Problem {
        Problem { code: code.to_owned(), ..self }
    }

    /// The vault is closed.
    pub(crate) fn locked() -> Problem {
        Problem::new("locked", "The vault is locked.", "Unlock it and try again.")
    }
}

/// A first capital and a full stop.
fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    let Some(first) = characters.next() else { return String::new() };
    let end = if text.ends_with(['.', '?', '`']) { "" } else { "." };
    format!("{}{}{end}", first.to_uppercase(), characters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_two_sentences() {
        let problem = Problem::from(Error::new(Code::DiskFull, "the disk is full", "free some room"));
        assert_eq!((problem.code.as_str(), problem.message.as_str()), ("disk_full", "The disk is full."));
        assert_eq!(problem.hint, "Free some room.");
        assert_eq!(sentence(""), "");
    }
}
