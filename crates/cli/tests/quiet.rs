//! Nothing is written but the vault: no log, no cache, no database of the ONNX Runtime library's telemetry.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn embedding_writes_nothing_outside_the_vault() {
    let folder = tempfile::tempdir().unwrap();
    let person = folder.path().join("person");
    let passphrase = folder.path().join("passphrase");
    std::fs::create_dir(&person).unwrap();
    std::fs::write(&passphrase, "a quiet desk with nine drawers\n").unwrap();
    let keepsake = |arguments: &[&str]| {
        let child = Command::new(env!("CARGO_BIN_EXE_keepsake"))
            .args(["--json", "--home"])
            .arg(folder.path().join("vault"))
            .arg("--passphrase-file")
            .arg(&passphrase)
            .args(arguments)
            .env_clear()
            .envs([("HOME", &person), ("TMPDIR", &person), ("USERPROFILE", &person)])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = std::env::temp_dir().join(format!("mat-debug-{}.log", child.id()));
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(!log.exists(), "{}", log.display());
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()
    };
    keepsake(&["init", "--no-keychain"]);
    keepsake(&["add", "I stopped having espresso after lunch"]);
    let found = keepsake(&["search", "caffeine"]);
    // Otherwise the library was never loaded, and this test would say nothing.
    assert_eq!(found["by_meaning"], true);
    assert_eq!(files(&person), Vec::<PathBuf>::new());
}
