//! What the tests of the whole app share: where the programs are, and a folder that stands for a person's computer.
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

pub const PASSPHRASE: &str = "a quiet desk with nine drawers";

/// True where there is a display and a D-Bus session of the tests' own: `cargo xtask test --only window`.
pub fn in_session() -> bool {
    let is = std::env::var_os("KEEPSAKE_TEST_WINDOW").is_some();
    if !is {
        println!("left out: it needs a display; `cargo xtask test --only window` gives one");
    }
    is
}

/// The release programs: `cargo xtask test` builds them first.
pub fn program(name: &str) -> PathBuf {
    let folder = std::env::var_os("KEEPSAKE_TEST_PROGRAMS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target/release"), PathBuf::from);
    let path = folder.join(name);
    assert!(path.exists(), "{} is missing: run `cargo xtask build` first", path.display());
    path
}

/// An empty home, data, config, cache and temporary folder.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        for name in ["home", "data", "config", "cache", "state", "tmp", "run"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        // D-Bus and its kin refuse a runtime folder that others may enter.
        fs::set_permissions(folder.path().join("run"), fs::Permissions::from_mode(0o700)).unwrap();
        fs::write(folder.path().join("passphrase"), PASSPHRASE).unwrap();
        Desk { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn vault(&self) -> PathBuf {
        self.path("data/keepsake")
    }

    /// The variables that move a program onto this desk.
    pub fn variables(&self) -> Vec<(&'static str, PathBuf)> {
        vec![
            ("HOME", self.path("home")),
            ("XDG_DATA_HOME", self.path("data")),
            ("XDG_CONFIG_HOME", self.path("config")),
            ("XDG_CACHE_HOME", self.path("cache")),
            ("XDG_STATE_HOME", self.path("state")),
            ("XDG_RUNTIME_DIR", self.path("run")),
            ("TMPDIR", self.path("tmp")),
        ]
    }

    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.envs(self.variables()).env_remove("KEEPSAKE_HOME").current_dir(self.path("home"));
        command
    }

    /// The same, where no D-Bus session answers, and so no keychain.
    pub fn command_without_keychain(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = self.command(program);
        command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        command
    }

    /// Runs the program `keepsake`.
    pub fn keepsake(&self, arguments: &[&str]) -> Output {
        self.command(program("keepsake")).args(arguments).stdin(Stdio::null()).output().unwrap()
    }

    /// Runs it with the passphrase, and expects it to succeed.
    pub fn keepsake_ok(&self, arguments: &[&str]) -> String {
        let file = self.path("passphrase");
        let mut all = vec!["--passphrase-file", file.to_str().unwrap()];
        all.extend(arguments);
        let output = self.keepsake(&all);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }
}

/// A program that is ended when the test is, with every program that it started.
pub struct Running(pub Child);

impl Running {
    pub fn start(command: &mut Command) -> Running {
        Running(command.stdin(Stdio::null()).process_group(0).spawn().unwrap())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        // The shell's own: a program of this name is not on every system.
        let _ = Command::new("sh").args(["-c", "kill -s KILL -- $0", &group]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
    }
}

/// Starts an unlocked keyring in this D-Bus session.
pub fn start_keyring(desk: &Desk) -> Running {
    let mut child = desk
        .command("gnome-keyring-daemon")
        .args(["--unlock", "--replace", "--components=secrets", "--foreground"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"test").unwrap();
    wait_for("the keyring", || {
        let names = Command::new("dbus-send")
            .args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"])
            .args(["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"])
            .output()
            .ok()?;
        String::from_utf8_lossy(&names.stdout).contains("true").then_some(())
    });
    Running(child)
}

/// Waits up to a minute and a half for something to be there.
pub fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + Duration::from_secs(90);
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < end, "waited too long for {what}");
        thread::sleep(Duration::from_millis(100));
    }
}

/// Types keys into the focused window.
pub fn xdotool(arguments: &[&str]) {
    let status = Command::new("xdotool").args(arguments).status().unwrap();
    assert!(status.success(), "xdotool {arguments:?}");
}

/// The window with this title, if it is there.
pub fn window_named(title: &str) -> Option<String> {
    let output = Command::new("xdotool").args(["search", "--onlyvisible", "--name", title]).output().unwrap();
    String::from_utf8_lossy(&output.stdout).lines().next().map(str::to_owned)
}
