//! The two programs that people get, and how cargo is asked for them.

use std::process::ExitCode;

use anyhow::Result;

use crate::prepare::Need;
use crate::project::{Project, cargo, program};
use crate::step::Step;

/// What both programs need.
pub const NEEDS: &[Need] = &[Need::Compiler, Need::WebView, Need::NodeModules, Need::Pages, Need::Runtime];

/// The same in every call of cargo: other features would compile Tauri once more. It makes pages come from
/// the program instead of a development server.
pub const FEATURES: [&str; 2] = ["--features", "keepsake-desktop/custom-protocol"];

/// Builds `keepsake` and `keepsake-desktop` into `target/release`.
pub fn build(project: &Project) -> Result<()> {
    compile(project, "programs", &["-p", "keepsake-desktop", "-p", "keepsake-cli"], &FEATURES)
}

/// Builds `keepsake` alone, which needs no WebView.
pub fn build_terminal(project: &Project) -> Result<()> {
    compile(project, "program", &["-p", "keepsake-cli"], &[])
}

fn compile(project: &Project, name: &str, packages: &[&str], features: &[&str]) -> Result<()> {
    Step::new(name, cargo())
        .args(["build", "--release"])
        .args(packages)
        .args(features)
        .within(&project.root)
        .next("the compiler's message above names file and line")
        .run()
}

/// Says which files a person can start or copy.
pub fn say_where(project: &Project) {
    let release = project.release();
    println!("\nReady in {}, from any folder:", release.display());
    println!("  {:<18} the program for the terminal", program("keepsake"));
    println!("  {:<18} the app", program("keepsake-desktop"));
    println!("Both need the ONNX Runtime library and the folder model beside them.");
}

/// Starts the app and waits until it is closed.
pub fn start(project: &Project, arguments: &[String]) -> Result<ExitCode> {
    let app = Step::new("Keepsake", project.release().join(program("keepsake-desktop"))).args(arguments);
    app.announce();
    let code = app.status()?.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
