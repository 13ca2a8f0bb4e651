//! The program `keepsake`: what scripts, tests and assistants hold on to.
//!
//! An adapter: it turns words on a command line into calls of the vault, and answers into lines. It holds no rule.

#[cfg(keepsake_plain_for_measuring)]
compile_error!(
    "this is for measuring what encryption costs: a program that people use is never built without it"
);

mod arguments;
mod commands;
mod confirm;
mod failure;
mod output;
mod secrets;
mod session;

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

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
        Err(error) => output::fail(&Failure::wrong_use(wrong_use(error.kind())), json),
    }
}

/// A sentence of our own: clap's quotes the argument, which may be a memory.
fn wrong_use(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::InvalidSubcommand | ErrorKind::MissingSubcommand => {
            "that is no command: `keepsake --help` lists them"
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "a command is needed: `keepsake --help` lists them"
        }
        ErrorKind::UnknownArgument => {
            "an argument was not understood: `keepsake COMMAND --help` lists them, and text with spaces needs quotes"
        }
        ErrorKind::MissingRequiredArgument => "something is missing: `keepsake COMMAND --help` shows what",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            "a value is missing or not one of those allowed: `keepsake COMMAND --help` lists them"
        }
        ErrorKind::ArgumentConflict => {
            "two of the arguments exclude each other: see `keepsake COMMAND --help`"
        }
        _ => "the command line was not understood: see `keepsake COMMAND --help`",
    }
}
