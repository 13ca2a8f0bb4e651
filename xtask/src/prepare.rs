//! What must be there before work can begin: found out first, said in one go, then fetched or made.

use anyhow::Result;

use crate::project::Project;
use crate::step::Step;
use crate::{frontend, project, runtime, system, window};

/// Something that a command cannot do without. In the order in which they are seen to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// A C compiler and what SQLCipher's OpenSSL is built with.
    Compiler,
    /// The system's WebView and what Tauri links to.
    WebView,
    /// A display, a session bus, a keychain and a window manager without a screen.
    TestSession,
    /// What makes and looks through a Debian package.
    Packaging,
    /// What draws SVGs.
    Pictures,
    /// rustfmt and clippy.
    Lints,
    /// The front end's packages.
    NodeModules,
    /// The pages that the program embeds. Asks for [`Need::NodeModules`] beside it.
    Pages,
    /// ONNX Runtime and the model beside the programs.
    Runtime,
    /// tauri-driver.
    Driver,
}

/// Something to do, because it was not done before or its inputs changed.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Task {
    Packages(Vec<&'static str>),
    NodeModules,
    Pages,
    RuntimePackage,
    LayRuntime,
    Driver,
}

impl Task {
    fn says(&self) -> String {
        match self {
            Task::Packages(names) => format!("system packages: {}", names.join(" ")),
            Task::NodeModules => "front-end packages, as ui/package-lock.json pins them".to_owned(),
            Task::Pages => "the pages of the window (ui/dist)".to_owned(),
            Task::RuntimePackage => {
                "ONNX Runtime, one pinned package (about 115 MB to download, checked by its hash)".to_owned()
            }
            Task::LayRuntime => "ONNX Runtime and the model, copied beside the programs".to_owned(),
            Task::Driver => "tauri-driver, compiled once (a minute or two)".to_owned(),
        }
    }

    fn perform(&self, project: &Project) -> Result<()> {
        match self {
            Task::Packages(names) => system::install(names),
            Task::NodeModules => frontend::install(project),
            Task::Pages => frontend::build(project),
            Task::RuntimePackage => runtime::install(project),
            Task::LayRuntime => runtime::lay(project),
            Task::Driver => window::install_driver(project),
        }
    }
}

/// Sees to all of `needs`; says what is missing before it starts.
pub fn prepare(project: &Project, needs: &[Need]) -> Result<()> {
    let mut needs = needs.to_vec();
    needs.sort();
    needs.dedup();

    if needs.contains(&Need::Lints) {
        system::check_lints()?;
    }
    if needs.iter().any(|need| matches!(need, Need::NodeModules | Need::Pages | Need::Runtime)) {
        frontend::check_node()?;
    }
    let mut tasks = Vec::new();
    let missing = system::missing(&needs)?;
    if !missing.is_empty() {
        tasks.push(Task::Packages(missing));
    }
    for need in &needs {
        match need {
            Need::Compiler
            | Need::WebView
            | Need::TestSession
            | Need::Packaging
            | Need::Pictures
            | Need::Lints => {}
            Need::NodeModules if !frontend::is_installed(project)? => tasks.push(Task::NodeModules),
            Need::Pages if !frontend::is_built(project)? => tasks.push(Task::Pages),
            Need::Runtime if runtime::is_laid(project)? => {}
            Need::Runtime => {
                if !runtime::is_installed(project)? {
                    tasks.push(Task::RuntimePackage);
                }
                tasks.push(Task::LayRuntime);
            }
            Need::Driver if !window::has_driver(project) => tasks.push(Task::Driver),
            Need::NodeModules | Need::Pages | Need::Driver => {}
        }
    }
    let compiles_anew = needs.contains(&Need::Compiler) && !project.release().join("build").exists();
    print!("{}", announcement(&tasks, compiles_anew));
    for task in &tasks {
        task.perform(project)?;
    }
    Ok(())
}

fn announcement(tasks: &[Task], compiles_anew: bool) -> String {
    let mut text = String::new();
    if !tasks.is_empty() {
        text.push_str("Missing here, so this comes first:\n");
        for task in tasks {
            text.push_str(&format!("  - {}\n", task.says()));
        }
    }
    if compiles_anew {
        text.push_str(
            "Compiling for the first time takes about ten minutes on two cores; later runs take seconds.\n",
        );
    }
    text
}

/// Installs a cargo tool into our own folder under target.
pub fn install_tool(project: &Project, name: &str, version: &str, next: &str) -> Result<()> {
    Step::new(&format!("install {name}"), project::cargo())
        .args(["install", name, "--version", version, "--locked", "--root"])
        .arg(project.tools())
        .next(next)
        .run()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_announcement_names_every_missing_thing() {
        let text = announcement(&[Task::Packages(vec!["perl", "xvfb"]), Task::Driver], false);
        assert!(text.contains("perl xvfb") && text.contains("tauri-driver"));
        assert!(!text.contains("first time"));
    }

    #[test]
    fn a_prepared_machine_hears_nothing() {
        assert_eq!(announcement(&[], false), "");
        assert!(announcement(&[], true).contains("ten minutes"));
    }
}
