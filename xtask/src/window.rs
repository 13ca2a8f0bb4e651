//! Displays and sessions: is there a screen, and if tests need one, one that nobody sees.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::prepare::install_tool;
use crate::project::{Project, program};
use crate::step::Step;

/// The WebDriver that speaks to Tauri's window; 3 is an alpha.
const DRIVER: (&str, &str) = ("tauri-driver", "^2");

/// Whether a window can open here.
pub fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(target_os = "macos", target_os = "windows")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Whether tauri-driver was installed.
pub fn has_driver(project: &Project) -> bool {
    project.tools().join("bin").join(program(DRIVER.0)).is_file()
}

/// Compiles tauri-driver.
pub fn install_driver(project: &Project) -> Result<()> {
    install_tool(
        project,
        DRIVER.0,
        DRIVER.1,
        "see cargo's message above; without it `--only` can leave out `window`",
    )
}

/// A session bus, with or without a screen, that cannot touch the person's own session, keychain or settings.
pub struct Session {
    folder: PathBuf,
}

impl Session {
    /// Makes its throwaway folders.
    pub fn new() -> Result<Session> {
        // Short: sockets lie in it, and their paths end at 108 bytes.
        let folder = std::env::temp_dir().join(format!("keepsake-session-{}", std::process::id()));
        for name in ["data", "config", "cache", "state", "run"] {
            let path = folder.join(name);
            fs::create_dir_all(&path).with_context(|| format!("making {}", path.display()))?;
            private(&path)?;
        }
        Ok(Session { folder })
    }

    /// A step inside the session, without a screen: put `sh -c …` or a program behind it.
    pub fn step(&self, name: &str) -> Step {
        self.isolated(Step::new(name, "dbus-run-session")).arg("--")
    }

    /// A step inside the session with a screen of 1280 by 800.
    pub fn step_with_screen(&self, name: &str) -> Step {
        self.isolated(Step::new(name, "xvfb-run")).env("GDK_BACKEND", "x11").args([
            "-a",
            "-s",
            "-screen 0 1280x800x24",
            "dbus-run-session",
            "--",
        ])
    }

    fn isolated(&self, step: Step) -> Step {
        step.without(&[
            "DBUS_SESSION_BUS_ADDRESS",
            "GNOME_KEYRING_CONTROL",
            "SSH_AUTH_SOCK",
            "WAYLAND_DISPLAY",
        ])
        .env("XDG_DATA_HOME", self.folder.join("data"))
        .env("XDG_CONFIG_HOME", self.folder.join("config"))
        .env("XDG_CACHE_HOME", self.folder.join("cache"))
        .env("XDG_STATE_HOME", self.folder.join("state"))
        .env("XDG_RUNTIME_DIR", self.folder.join("run"))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Closes a folder to everyone else.
pub fn private(folder: &std::path::Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
            .with_context(|| format!("closing {} to others", folder.display()))?;
    }
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_never_names_the_persons_own_folders() {
        let session = Session::new().unwrap();
        let line = session.step_with_screen("x").arg("true").line();
        assert_eq!(line.matches(&*session.folder.to_string_lossy()).count(), 5);
        assert!(line.ends_with("xvfb-run -a -s '-screen 0 1280x800x24' dbus-run-session -- true"));
        let folder = session.folder.clone();
        drop(session);
        assert!(!folder.exists());
    }
}
