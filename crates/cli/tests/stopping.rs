//! An import that Ctrl-C stops keeps what it counted, says so, and can be gone on with.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use serde_json::Value;

/// Bytes in the write-ahead log once a few hundred memories were kept.
const SOME_WERE_KEPT: u64 = 200_000;

/// So many that there is time to stop it; without the meaning model beside the program it is a hundred times as fast.
fn so_many() -> u64 {
    let has_model = Path::new(env!("CARGO_BIN_EXE_keepsake")).with_file_name("model").exists();
    if has_model { 3000 } else { 60_000 }
}

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn with_vault() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("passphrase"), "a quiet desk with nine drawers\n").unwrap();
        let desk = Desk { folder };
        assert!(desk.start(&["init", "--no-keychain"]).wait_with_output().unwrap().status.success());
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn start(&self, arguments: &[&str]) -> Child {
        Command::new(env!("CARGO_BIN_EXE_keepsake"))
            .args(["--home", "vault", "--passphrase-file", "passphrase", "--json"])
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.start(arguments).wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Starts an import and sends it a Ctrl-C as soon as something was kept.
    fn stopped_import(&self) -> Output {
        let mut import = self.start(&["import", "--format", "jsonl", "in.jsonl"]);
        let log = self.path("vault/vault.db-wal");
        let kept = |log: &Path| std::fs::metadata(log).is_ok_and(|file| file.len() >= SOME_WERE_KEPT);
        while !kept(&log) {
            assert!(import.try_wait().unwrap().is_none(), "it ended before anything was seen to be kept");
            std::thread::sleep(Duration::from_millis(5));
        }
        let told = Command::new("kill").args(["-INT", &import.id().to_string()]).status().unwrap();
        assert!(told.success());
        import.wait_with_output().unwrap()
    }
}

#[test]
fn lines_with_an_id_are_gone_on_with_by_running_it_again() {
    let (desk, all) = (Desk::with_vault(), so_many());
    let lines = (0..all).map(|i| format!("{{\"content\":\"thought number {i}\",\"external_id\":\"{i}\"}}\n"));
    std::fs::write(desk.path("in.jsonl"), lines.collect::<String>()).unwrap();
    let output = desk.stopped_import();
    assert_eq!(output.status.code(), Some(1));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&answer["stopped"], &answer["of"]), (&Value::from(true), &Value::from(all)), "{answer}");
    let (imported, read) = (answer["imported"].as_u64().unwrap(), answer["read"].as_u64().unwrap());
    assert!(imported > 0 && imported == read && read < all, "{answer}");
    let error: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(error["error"]["code"], "stopped");
    let said = error["error"]["message"].as_str().unwrap();
    assert!(said.contains(" read; what was counted is kept; run it again to go on"), "{said}");
    assert_eq!(desk.json(&["status"])["memories"], imported);

    let rest = desk.json(&["import", "--format", "jsonl", "in.jsonl"]);
    assert_eq!((&rest["unchanged"], &rest["imported"]), (&imported.into(), &(all - imported).into()));
    assert!(rest.get("stopped").is_none());
    assert_eq!(desk.json(&["status"])["memories"], all);
    assert_eq!(desk.json(&["verify"])["ok"], true);
}

#[test]
fn lines_without_an_id_are_passed_over_by_their_number() {
    let (desk, all) = (Desk::with_vault(), so_many());
    let lines = (0..all).map(|i| format!("{{\"content\":\"thought number {i}\"}}\n"));
    std::fs::write(desk.path("in.jsonl"), lines.collect::<String>()).unwrap();
    let output = desk.stopped_import();
    assert_eq!(output.status.code(), Some(1));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let read = answer["read"].as_u64().unwrap();
    assert!(read > 0 && read < all, "{answer}");
    let error: Value = serde_json::from_slice(&output.stderr).unwrap();
    let said = error["error"]["message"].as_str().unwrap().to_owned();
    assert!(said.contains(&format!("--skip {read} ")), "{said}");

    let rest = desk.json(&["import", "--format", "jsonl", "in.jsonl", "--skip", &read.to_string()]);
    assert_eq!(rest["imported"], all - read);
    assert_eq!(desk.json(&["status"])["memories"], all);
    let mut numbers: Vec<u64> = Vec::new();
    let listed = desk.json(&["list", "--limit", &all.to_string()]);
    for memory in listed["memories"].as_array().unwrap() {
        numbers.push(memory["content"].as_str().unwrap().rsplit(' ').next().unwrap().parse().unwrap());
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (0..all).collect::<Vec<_>>(), "each once");
}
