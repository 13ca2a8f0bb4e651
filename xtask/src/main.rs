//! What a person types: `cargo xtask run`, `test`, `build` and the rest.
//!
//! Prepares the machine (system packages, pages, ONNX Runtime, WebDriver), says so before it takes long, then
//! does the work. Must not know what Keepsake keeps: it starts programs and reads their exit codes.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a tool for the terminal; it never sees a memory"
)]

mod bare;
mod bench;
mod check;
mod deny;
mod frontend;
mod icons;
mod licences;
mod package;
mod prepare;
mod profile;
mod programs;
mod project;
mod runtime;
mod stamp;
mod step;
mod system;
mod walkthrough;
mod window;

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use project::Project;

const HELP: &str = "\
cargo xtask COMMAND

  run [ARG…]             build Keepsake and start it; arguments go to the program.
                         Without a display: the main job, played in the terminal on a throwaway vault
  test [--only NAME…]    everything a change must pass; `test --list` names the steps
  build                  leave keepsake and keepsake-desktop in target/release, ready to run from any folder
  package [--check]      the .deb, in target/package; --check installs it into a bare Debian and plays the main job
  bench [NAME]           measure; without a name: what there is
  icons                  draw assets/icons anew from its two SVGs
  bindings               write ui/src/lib/bindings.ts anew from the Rust types
  deny                   check licences, banned crates and sources (and advisories, where a network answers)
  help                   this

Each command first says what it needs and installs what is missing.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<ExitCode> {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", [].as_slice()),
    };
    if matches!(command, "help" | "--help" | "-h") {
        // A closed pipe (`| head`) is no reason to fail.
        let _ = writeln!(std::io::stdout(), "{HELP}");
        return Ok(ExitCode::SUCCESS);
    }
    let project = Project::find().context("finding the checkout")?;
    match command {
        "run" => run(&project, rest),
        "test" => check::test(&project, rest),
        "build" => {
            no_arguments(command, rest)?;
            prepare::prepare(&project, programs::NEEDS)?;
            programs::build(&project)?;
            programs::say_where(&project);
            Ok(ExitCode::SUCCESS)
        }
        "package" => package::package(&project, rest),
        "icons" => {
            no_arguments(command, rest)?;
            icons::icons(&project)
        }
        "bindings" => {
            no_arguments(command, rest)?;
            check::write_bindings(&project)
        }
        "bench" => bench::bench(&project, rest),
        "deny" => {
            no_arguments(command, rest)?;
            deny::deny(&project)
        }
        other => bail!("there is no command {other:?}\n\n{HELP}"),
    }
}

fn run(project: &Project, arguments: &[String]) -> Result<ExitCode> {
    if !window::has_display() {
        println!(
            "No display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.\n\
             Keepsake's main job is played in the terminal instead, on a throwaway vault."
        );
        if !arguments.is_empty() {
            println!("Not passed on, as there is no window: {}", arguments.join(" "));
        }
        prepare::prepare(project, walkthrough::NEEDS)?;
        programs::build_terminal(project)?;
        walkthrough::play(project)?;
        return Ok(ExitCode::SUCCESS);
    }
    prepare::prepare(project, programs::NEEDS)?;
    programs::build(project)?;
    programs::start(project, arguments)
}

fn no_arguments(command: &str, rest: &[String]) -> Result<()> {
    match rest.first() {
        Some(extra) => bail!("`cargo xtask {command}` takes no arguments; what is {extra:?}?"),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_command_is_refused_with_the_list() {
        let error = dispatch(&["rnu".to_owned()]).unwrap_err().to_string();
        assert!(error.contains("rnu") && error.contains("cargo xtask COMMAND"));
    }
}
