//! The profile of lints and tests: a release build with a debug build's checks in our own crates.
//!
//! OpenSSL, SQLCipher, Tauri and some five hundred crates are then compiled once, and serve lints, tests and
//! the programs alike. That holds only while their settings stay exactly those of `[profile.release]`, so the
//! checks are switched on crate by crate, and while the features asked of them are the same: where a
//! dev-dependency adds one, the workspace asks for it as well. A plain `cargo test` still uses the dev profile.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::project::Project;

/// Cargo's arguments for the profile. Writes the settings into the target folder, so that a line that was
/// printed can be typed again.
pub fn checked(project: &Project) -> Result<[PathBuf; 3]> {
    let file = project.target.join("checked.toml");
    let text = settings(&project.members);
    if fs::read_to_string(&file).ok().as_ref() != Some(&text) {
        fs::create_dir_all(&project.target)?;
        fs::write(&file, text).with_context(|| format!("writing {}", file.display()))?;
    }
    Ok(["--release".into(), "--config".into(), file])
}

/// A package override of `"*"` would be shorter, but resets `strip` for third-party crates, which compiles
/// them again. Link-time optimisation stays off: each test program would pay for it.
fn settings(members: &[String]) -> String {
    let mut text =
        String::from("# Written by xtask; see xtask/src/profile.rs.\n[profile.release]\nlto = false\n");
    for member in members {
        text.push_str(&format!(
            "\n[profile.release.package.{member}]\ndebug-assertions = true\noverflow-checks = true\n"
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crate_of_ours_is_checked_and_no_other_is_named() {
        let text = settings(&["keepsake-seal".to_owned(), "keepsake-vault".to_owned()]);
        assert_eq!(text.matches("overflow-checks = true").count(), 2);
        assert!(text.contains("[profile.release.package.keepsake-seal]\ndebug-assertions = true"));
        assert!(!text.contains('*'));
    }
}
