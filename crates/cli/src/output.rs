//! The one place that prints. Must not decide what to say.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::failure::Failure;

/// An answer; a reader that has gone away is no error.
pub(crate) fn line(text: &str) {
    let _ = writeln!(io::stdout().lock(), "{}", text.trim_end_matches('\n'));
}

/// An answer that must not be lost: it is shown only this once.
pub(crate) fn line_or_fail(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{}", text.trim_end_matches('\n')).and_then(|()| out.flush())
}

/// An answer for programs.
pub(crate) fn json(value: &Value) {
    line(&value.to_string());
}

/// A number with the right form of its word.
pub(crate) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Something to say beside the answer.
pub(crate) fn error_line(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", text.trim_end_matches('\n'));
}

/// An error on one line, or as an object.
pub(crate) fn fail(failure: &Failure, as_json: bool) -> ExitCode {
    if as_json {
        error_line(&json!({ "error": { "code": failure.code, "message": failure.message } }).to_string());
    } else {
        error_line(&format!("keepsake: {}", failure.message));
    }
    ExitCode::from(failure.exit_code)
}

/// Standard output for long answers.
pub(crate) fn standard_output() -> BufWriter<io::StdoutLock<'static>> {
    BufWriter::new(io::stdout().lock())
}
