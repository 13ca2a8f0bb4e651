//! The pages of the window: their packages and their build, each only when its inputs changed.

use anyhow::{Result, bail};

use crate::project::{Project, on_path};
use crate::stamp::Stamp;
use crate::step::Step;

/// The oldest Node that the page's build tool (Vite) runs on.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// npm, under the name that can be started directly.
pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// A step that runs npm in `ui/`.
pub fn npm(project: &Project, name: &str, arguments: &[&str]) -> Step {
    Step::new(name, NPM).args(arguments).within(project.root.join("ui"))
}

/// Says what to install when Node or npm is missing or too old.
pub fn check_node() -> Result<()> {
    let (major, minor) = OLDEST_NODE;
    let wanted = format!(
        "Keepsake's pages are built with Node {major}.{minor} or newer and npm; install it from nodejs.org or \
         with your version manager, then start again"
    );
    let Ok(output) = Step::new("ask Node", "node").arg("--version").output() else {
        bail!("Node is missing. {wanted}");
    };
    let answer = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    match version(&answer) {
        Some(found) if found >= OLDEST_NODE => {}
        _ => bail!("this Node is {answer:?}. {wanted}"),
    }
    if on_path("npm").is_none() && on_path(NPM).is_none() && !cfg!(windows) {
        bail!("npm is missing. {wanted}");
    }
    Ok(())
}

/// Major and minor of `v20.19.1`.
fn version(answer: &str) -> Option<(u32, u32)> {
    let mut parts = answer.strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// Whether `ui/node_modules` is what the lock file says.
pub fn is_installed(project: &Project) -> Result<bool> {
    Ok(packages(project)?.is_current())
}

/// Installs what the lock file says.
pub fn install(project: &Project) -> Result<()> {
    npm(project, "front-end packages", &["ci", "--ignore-scripts"])
        .next("see npm's message above; if package.json and package-lock.json disagree, `npm install` in ui/ mends it")
        .run()?;
    packages(project)?.write()
}

/// Whether `ui/dist` was built from the sources that are here now.
pub fn is_built(project: &Project) -> Result<bool> {
    Ok(project.root.join("ui/dist/index.html").is_file() && pages(project)?.is_current())
}

/// Builds `ui/dist`.
pub fn build(project: &Project) -> Result<()> {
    npm(project, "pages", &["run", "build"])
        .next("the message above names the page's file and line")
        .run()?;
    pages(project)?.write()
}

fn packages(project: &Project) -> Result<Stamp> {
    let ui = project.root.join("ui");
    Stamp::of(ui.join("node_modules/.keepsake-packages"), &ui, &["package.json", "package-lock.json"])
}

/// The stamp lies in node_modules, as everything in dist ends up inside the program.
fn pages(project: &Project) -> Result<Stamp> {
    let ui = project.root.join("ui");
    let inputs = [
        "src",
        "public",
        "index.html",
        "package.json",
        "package-lock.json",
        "vite.config.ts",
        "vite.config.js",
        "svelte.config.js",
        "tsconfig.json",
    ];
    Stamp::of(ui.join("node_modules/.keepsake-pages"), &ui, &inputs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert_eq!(version("v20.19.1"), Some((20, 19)));
        assert!(version("v20.9.0").unwrap() < OLDEST_NODE);
        assert!(version("v22.0.0").unwrap() > OLDEST_NODE);
        assert_eq!(version("bash: node: not found"), None);
    }
}
