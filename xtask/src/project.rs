//! Where things lie: the checkout, cargo's target folder, the tools we installed.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The checkout and its target folder, both absolute, and what is made here.
#[derive(Debug, Clone)]
pub struct Project {
    /// The folder with the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target folder; `CARGO_TARGET_DIR` and cargo's own settings are honoured.
    pub target: PathBuf,
    /// The names of the workspace's packages.
    pub members: Vec<String>,
}

impl Project {
    /// Asks cargo.
    pub fn find() -> Result<Project> {
        // Set by `cargo run`; the constant is where xtask was compiled, before a possible move of the checkout.
        let own = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = own.parent().context("xtask has no parent folder")?.to_path_buf();
        let output = Command::new(cargo())
            .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
            .arg("--manifest-path")
            .arg(root.join("Cargo.toml"))
            .output()
            .context("starting cargo")?;
        if !output.status.success() {
            bail!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr).trim());
        }
        let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)?;
        let target = metadata["target_directory"].as_str().context("cargo named no target folder")?;
        let packages = metadata["packages"].as_array().context("cargo named no packages")?;
        let members =
            packages.iter().filter_map(|package| package["name"].as_str()).map(str::to_owned).collect();
        Ok(Project { root, target: PathBuf::from(target), members })
    }

    /// The folder of the programs that people see.
    pub fn release(&self) -> PathBuf {
        self.target.join("release")
    }

    /// The folder of unoptimised programs, which a plain `cargo test` makes.
    pub fn debug(&self) -> PathBuf {
        self.target.join("debug")
    }

    /// The root that `cargo install` gets for tools of ours.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// A tool that we installed, or one of that name on PATH.
    pub fn tool(&self, name: &str) -> Option<PathBuf> {
        let own = self.tools().join("bin").join(program(name));
        own.is_file().then_some(own).or_else(|| on_path(name))
    }
}

/// The cargo that started us.
pub fn cargo() -> PathBuf {
    std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from)
}

/// The file name of a program on this system.
pub fn program(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

/// Where a program of that name lies on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program(name))).find(|file| is_file(file))
}

fn is_file(path: &Path) -> bool {
    path.metadata().is_ok_and(|metadata| metadata.is_file())
}
