//! One command, run in sight: its name, the line as a person would type it, how long it took.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Output, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::project::cargo;

/// A command that was not run yet.
#[derive(Debug, Clone)]
pub struct Step {
    name: String,
    program: OsString,
    arguments: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
    removed: Vec<OsString>,
    folder: Option<PathBuf>,
    next: String,
}

/// A command that did not start or did not succeed: which step, which line, what the person can do.
#[derive(Debug)]
pub struct Failure {
    step: String,
    line: String,
    what: String,
    next: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}: {}\n  command: {}", self.step, self.what, self.line)?;
        if !self.next.is_empty() {
            write!(to, "\n  next: {}", self.next)?;
        }
        Ok(())
    }
}

impl std::error::Error for Failure {}

impl Step {
    /// A step with the name that is announced and the program that it starts.
    pub fn new(name: &str, program: impl AsRef<OsStr>) -> Step {
        Step {
            name: name.to_owned(),
            program: program.as_ref().to_owned(),
            arguments: Vec::new(),
            environment: Vec::new(),
            removed: Vec::new(),
            folder: None,
            next: String::new(),
        }
    }

    /// Adds arguments.
    pub fn args<S: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = S>) -> Step {
        self.arguments.extend(arguments.into_iter().map(|argument| argument.as_ref().to_owned()));
        self
    }

    /// Adds one argument.
    pub fn arg(self, argument: impl AsRef<OsStr>) -> Step {
        self.args([argument])
    }

    /// Sets a variable for the command.
    pub fn env(mut self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Step {
        self.environment.push((name.as_ref().to_owned(), value.as_ref().to_owned()));
        self
    }

    /// Keeps variables of ours from the command.
    pub fn without(mut self, names: &[&str]) -> Step {
        self.removed.extend(names.iter().map(OsString::from));
        self
    }

    /// Sets the folder in which the command runs.
    pub fn within(mut self, folder: impl Into<PathBuf>) -> Step {
        self.folder = Some(folder.into());
        self
    }

    /// What the person can do when it fails.
    pub fn next(mut self, next: &str) -> Step {
        next.clone_into(&mut self.next);
        self
    }

    /// The line as a person would type it.
    pub fn line(&self) -> String {
        let mut words: Vec<String> = self
            .environment
            .iter()
            .map(|(name, value)| format!("{}={}", name.to_string_lossy(), quoted(value)))
            .collect();
        // The path that cargo gave us for itself is long, and nobody types it.
        let program = if Path::new(&self.program) == cargo() { OsStr::new("cargo") } else { &self.program };
        words.push(quoted(program));
        words.extend(self.arguments.iter().map(|argument| quoted(argument)));
        let here = std::env::current_dir().unwrap_or_default();
        match self.folder.as_deref() {
            Some(folder) if folder != here => {
                let folder = folder.strip_prefix(&here).unwrap_or(folder);
                format!("cd {} && {}", quoted(folder.as_os_str()), words.join(" "))
            }
            _ => words.join(" "),
        }
    }

    /// Announces and runs it with this terminal; anything but success is a [`Failure`].
    pub fn run(&self) -> Result<()> {
        self.announce();
        let start = Instant::now();
        let status = self.status()?;
        if status.success() {
            println!("   {} took {}", self.name, elapsed(start.elapsed()));
            return Ok(());
        }
        Err(self.failure(&said(status)).into())
    }

    /// Prints the step's name and line.
    pub fn announce(&self) {
        println!("\n── {}\n   {}", self.name, self.line());
    }

    /// Runs it with this terminal and says how it ended.
    pub fn status(&self) -> Result<ExitStatus> {
        self.command().status().map_err(|error| self.failure(&error.to_string()).into())
    }

    /// Runs it and keeps what it printed.
    pub fn output(&self) -> Result<Output> {
        self.command().output().map_err(|error| self.failure(&error.to_string()).into())
    }

    /// Runs it and returns its standard output; what it says on standard error goes to this terminal.
    pub fn text(&self) -> Result<String> {
        let output = self
            .command()
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| self.failure(&error.to_string()))?;
        if !output.status.success() {
            return Err(self.failure(&said(output.status)).into());
        }
        String::from_utf8(output.stdout).with_context(|| format!("{}: its answer is not UTF-8", self.name))
    }

    fn failure(&self, what: &str) -> Failure {
        Failure { step: self.name.clone(), line: self.line(), what: what.to_owned(), next: self.next.clone() }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments);
        // cargo and rustup set these for xtask itself. A program that we start must see what it would see when a
        // person starts it: with the library path it would find ONNX Runtime where a person's does not.
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&name);
            }
        }
        if let Some(path) = std::env::var_os("LD_LIBRARY_PATH") {
            let above = |file: PathBuf| file.ancestors().nth(2).map(Path::to_path_buf);
            let target = std::env::current_exe().ok().and_then(above);
            let toolchain = above(cargo());
            let kept = without_ours(&path, &[target, toolchain].into_iter().flatten().collect::<Vec<_>>());
            match kept.is_empty() {
                true => command.env_remove("LD_LIBRARY_PATH"),
                false => command.env("LD_LIBRARY_PATH", kept),
            };
        }
        for name in &self.removed {
            command.env_remove(name);
        }
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
        command
    }
}

/// A library path without what lies under the folders `ours`.
fn without_ours(path: &OsStr, ours: &[PathBuf]) -> OsString {
    let theirs = |folder: &PathBuf| {
        !folder.as_os_str().is_empty()
            && !ours.iter().any(|ours| !ours.as_os_str().is_empty() && folder.starts_with(ours))
    };
    std::env::join_paths(std::env::split_paths(path).filter(theirs)).unwrap_or_default()
}

fn said(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("ended with exit code {code}"),
        None => format!("was ended by the system ({status})"),
    }
}

/// A word as a POSIX shell reads it back.
fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,+@%^".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.into_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// A duration for a person: `0.4 s`, `12 s`, `3 min 04 s`.
pub fn elapsed(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A folder of a test's own, removed at its end.
    pub struct Folder {
        /// Where it lies.
        pub path: PathBuf,
    }

    impl Folder {
        /// A fresh folder whose name has a space in it, as a checkout's may.
        pub fn new(name: &str) -> Folder {
            let path = std::env::temp_dir().join(format!("xtask {name} {}", std::process::id()));
            let _ = std::fs::remove_dir_all(&path);
            std::fs::create_dir_all(&path).unwrap();
            Folder { path }
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.path);
        }
    }

    #[test]
    fn a_line_can_be_typed_again() {
        let step = Step::new("say", "echo").args(["plain", "two words", "it's", ""]).env("A", "b c");
        assert_eq!(step.line(), r"A='b c' echo plain 'two words' 'it'\''s' ''");
    }

    #[test]
    fn a_line_says_where_it_is_typed_unless_that_is_here() {
        let here = std::env::current_dir().unwrap();
        assert_eq!(Step::new("x", "npm").within(&here).line(), "npm");
        assert_eq!(Step::new("x", "npm").within(here.join("ui")).line(), "cd ui && npm");
    }

    #[test]
    fn a_failure_names_step_command_and_what_to_do() {
        let missing = Step::new("the step", "keepsake-no-such-program").arg("x").next("install it");
        let error = missing.run().unwrap_err().to_string();
        assert!(error.starts_with("the step: "));
        assert!(error.contains("command: keepsake-no-such-program x"));
        assert!(error.ends_with("next: install it"));
    }

    #[test]
    fn durations_read_well() {
        assert_eq!(elapsed(Duration::from_millis(430)), "0.4 s");
        assert_eq!(elapsed(Duration::from_secs(12)), "12 s");
        assert_eq!(elapsed(Duration::from_secs(184)), "3 min 04 s");
    }

    #[cfg(unix)]
    #[test]
    fn only_our_own_library_folders_are_dropped() {
        let ours = [PathBuf::from("/w/target"), PathBuf::from("/r/stable")];
        let path = OsStr::new("/w/target/debug/deps:/w/target/debug:/r/stable/lib:/opt/cuda");
        assert_eq!(without_ours(path, &ours), "/opt/cuda");
        assert_eq!(without_ours(OsStr::new("/w/target/debug"), &ours), "");
    }
}
