//! `cargo xtask deny`: what may come into the tree, as `deny.toml` says.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::prepare::install_tool;
use crate::project::Project;
use crate::step::Step;

const TOOL: (&str, &str) = ("cargo-deny", "^0.20");

/// Installs cargo-deny if need be and checks everything that can be checked here.
pub fn deny(project: &Project) -> Result<ExitCode> {
    if project.tool(TOOL.0).is_none() {
        println!("Missing here, so this comes first:\n  - cargo-deny, compiled once (five minutes and more)");
        install_tool(project, TOOL.0, TOOL.1, "see cargo's message above")?;
    }
    offline(project, &[])?;
    advisories(project)?;
    Ok(ExitCode::SUCCESS)
}

/// Why the check cannot be part of `cargo xtask test` here: compiling the tool takes longer than the rest of
/// the suite's tools together, and the tree changes only when a dependency does.
pub fn not_installed(project: &Project) -> Option<&'static str> {
    let missing = project.tool(TOOL.0).is_none();
    missing.then_some("cargo-deny is not here; `cargo xtask deny` installs and runs it")
}

/// Licences, banned crates and sources, without the long list of crates that are here in two versions.
pub fn check_offline(project: &Project) -> Result<()> {
    offline(project, &["--allow", "duplicate"])
}

fn offline(project: &Project, options: &[&str]) -> Result<()> {
    Step::new("licences, bans, sources", tool(project)?)
        .args(["--workspace", "check"])
        .args(options)
        .args(["bans", "licenses", "sources"])
        .within(&project.root)
        .next("deny.toml gives the reason; a new exception is a decision to write down there")
        .run()
}

/// Known faults in dependencies. Without a network the list of them cannot be fetched.
fn advisories(project: &Project) -> Result<()> {
    let fetch = Step::new("fetch advisories", tool(project)?).args(["fetch", "db"]).within(&project.root);
    fetch.announce();
    if !fetch.output()?.status.success() {
        println!("   skipped: the advisory database cannot be reached from here");
        return Ok(());
    }
    Step::new("advisories", tool(project)?)
        .args(["--workspace", "check", "--disable-fetch", "advisories"])
        .within(&project.root)
        .next("update the crate that is named, or write down in deny.toml why it does not concern us")
        .run()
}

fn tool(project: &Project) -> Result<PathBuf> {
    project.tool(TOOL.0).context("cargo-deny is not here; `cargo xtask deny` installs it")
}
