//! `man` and `completions`: what a shell and `man` want to know about the command line, made from its grammar.

use std::path::Path;

use clap::{Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use serde_json::json;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output;

/// What `keepsake` alone says beside its options: section, then what is set in bold and what it means.
const SECTIONS: [(&str, &[(&str, &str)]); 3] = [
    (
        "EXIT STATUS",
        &[
            ("0", "done"),
            ("1", "failed"),
            ("2", "wrong use"),
            ("3", "locked: a wrong or missing secret"),
            ("4", "no such memory"),
            ("5", "blocked by the filter"),
        ],
    ),
    (
        "FILES",
        &[
            ("~/.local/share/keepsake", "the vault, unless --home or KEEPSAKE_HOME names another folder"),
            ("/usr/lib/keepsake", "the model that searches by meaning, and the library that runs it"),
        ],
    ),
    (
        "NOTES",
        &[(
            "Secrets",
            "are never taken from the command line, where other programs can read them, but from a file or the terminal.",
        )],
    ),
];

/// Prints the completions of one shell.
pub(super) fn completions(arguments: &Arguments, shell: Shell) {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "keepsake", &mut script);
    answer(arguments, "script", &String::from_utf8_lossy(&script));
}

/// Prints the manual's page, or writes it and one for each command into a folder.
pub(super) fn man(arguments: &Arguments, out: Option<&Path>) -> Result<(), Failure> {
    let mut command = grammar();
    let Some(folder) = out else {
        answer(arguments, "page", &page(&command, true)?);
        return Ok(());
    };
    std::fs::create_dir_all(folder).map_err(|error| Failure::file("the folder", &error))?;
    let mut written = 0;
    write(&mut command, folder, true, &mut written)?;
    match arguments.json {
        true => output::json(&json!({ "written": written })),
        false => output::line(&format!("Wrote {}.", output::counted(written, "page", "pages"))),
    }
    Ok(())
}

/// The grammar with the full name of each command, and without `help`, which the pages are themselves.
fn grammar() -> Command {
    let mut command = Arguments::command().disable_help_subcommand(true);
    command.build();
    command
}

fn write(command: &mut Command, folder: &Path, first: bool, written: &mut usize) -> Result<(), Failure> {
    let name = full_name(command);
    std::fs::write(folder.join(format!("{name}.1")), page(command, first)?)
        .map_err(|error| Failure::file("the page", &error))?;
    *written += 1;
    for below in command.get_subcommands_mut() {
        write(below, folder, false, written)?;
    }
    Ok(())
}

/// `keepsake-rules-add` for `keepsake rules add`.
fn full_name(command: &Command) -> String {
    command.get_bin_name().unwrap_or_else(|| command.get_name()).replace(' ', "-")
}

/// One page as roff.
fn page(command: &Command, first: bool) -> Result<String, Failure> {
    let name = full_name(command);
    let man = Man::new(command.clone())
        .title(name)
        .section("1")
        .source(concat!("Keepsake ", env!("CARGO_PKG_VERSION")))
        .manual("Keepsake");
    let mut roff = Vec::new();
    let render = |roff: &mut Vec<u8>| {
        man.render(roff)?;
        if first { more().to_writer(roff) } else { Ok(()) }
    };
    render(&mut roff).map_err(|error| Failure::file("the page", &error))?;
    Ok(String::from_utf8_lossy(&roff).into_owned())
}

fn more() -> Roff {
    let mut roff = Roff::new();
    for (section, entries) in SECTIONS {
        roff.control("SH", [section]);
        for (what, meaning) in entries {
            roff.control("TP", []);
            roff.text([bold(*what)]);
            roff.text([roman(*meaning)]);
        }
    }
    roff
}

fn answer(arguments: &Arguments, name: &str, text: &str) {
    match arguments.json {
        true => output::json(&json!({ name: text })),
        false => output::line(text),
    }
}
