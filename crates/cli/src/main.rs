//! The program `keepsake`: what scripts, tests and assistants hold on to.
//!
//! An adapter: it turns words on a command line into calls of the vault, and answers into lines. It holds no rule.

mod arguments;
mod commands;
mod failure;
mod output;
mod secrets;
mod session;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;
use failure::Failure;

fn main() -> ExitCode {
    keepsake_vault::harden_process();
    let json = std::env::args_os().any(|argument| argument == "--json");
    match Arguments::try_parse() {
        Ok(arguments) => match commands::run(&arguments) {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => output::fail(&failure, json),
        },
        // Help and version are answers, not errors.
        Err(error) if !error.use_stderr() => {
            output::line(&error.render().to_string());
            ExitCode::SUCCESS
        }
        Err(error) if json => output::fail(&Failure::wrong_use(error.to_string()), json),
        Err(error) => {
            output::error_line(&error.render().to_string());
            ExitCode::from(failure::WRONG_USE)
        }
    }
}
