//! Asks before what cannot be undone. Must not decide what that is.

use std::io::{BufRead, IsTerminal};

use crate::failure::{FAILED, Failure};
use crate::output;

/// Goes on if it was said beforehand, or if the person types yes to what is told.
///
/// # Errors
/// Wrong use off a terminal; cancelled for any other answer.
pub(crate) fn expect_yes(said: bool, told: &[String], otherwise: &str) -> Result<(), Failure> {
    if said {
        return Ok(());
    }
    if !(std::io::stdin().is_terminal() && std::io::stderr().is_terminal()) {
        return Err(Failure::wrong_use("this cannot be undone: add --yes to say that you mean it"));
    }
    told.iter().for_each(|line| output::error_line(line));
    output::error_line("Type yes to go on:");
    let mut answer = String::new();
    let read = std::io::stdin().lock().read_line(&mut answer);
    if read.is_ok() && answer.trim() == "yes" {
        return Ok(());
    }
    Err(Failure { exit_code: FAILED, code: "cancelled", message: otherwise.to_owned() })
}
