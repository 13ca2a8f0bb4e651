//! Backups, keys, what goes by itself, and erasing everything, from outside.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

struct Desk(TempDir);

impl Desk {
    fn new() -> Desk {
        let desk = Desk(tempfile::tempdir().unwrap());
        std::fs::write(desk.path("passphrase"), "a quiet desk with nine drawers\n").unwrap();
        desk.json(&["init", "--no-keychain"]);
        desk.json(&["add", "Dark roast, never after three."]);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_keepsake"))
            .args(["--home", "vault", "--passphrase-file", "passphrase"])
            .args(arguments)
            .current_dir(self.0.path())
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .output()
            .unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(&[arguments, &["--json"]].concat());
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{arguments:?} {said}");
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn refusal(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.run(&[arguments, &["--json"]].concat());
        let error: Value = serde_json::from_slice(&output.stderr).unwrap();
        (output.status.code().unwrap(), error["error"]["code"].as_str().unwrap().to_owned())
    }

    fn count(&self) -> u64 {
        self.json(&["list"])["total"].as_u64().unwrap()
    }
}

#[test]
fn a_backup_is_made_checked_and_restored() {
    let desk = Desk::new();
    assert_eq!(desk.refusal(&["backup", "now"]), (2, "bad_input".to_owned()));
    assert_eq!(desk.refusal(&["backup", "folder", "vault"]), (2, "bad_input".to_owned()));
    assert_eq!(desk.json(&["backup", "folder", "backups"])["automatic"], true);
    let made = desk.json(&["backup", "now"]);
    let folder = made["folder"].as_str().unwrap();
    assert_eq!(desk.json(&["backup", "verify", folder])["memories"], 1);
    desk.json(&["add", "Tyres: four bar."]);
    let plan = desk.json(&["backup", "restore", folder, "--dry-run"]);
    assert_eq!((plan["memories"].as_u64(), plan["lost"].as_u64()), (Some(1), Some(1)));
    assert_eq!(desk.count(), 2);
    assert_eq!(desk.refusal(&["backup", "restore", folder]), (2, "wrong_use".to_owned()));
    assert_eq!(desk.refusal(&["backup", "restore", "nowhere", "--yes"]), (2, "bad_input".to_owned()));
    let restored = desk.json(&["backup", "restore", folder, "--yes"]);
    assert_eq!(desk.count(), 1);
    assert_eq!(desk.json(&["backup", "list"])["backups"].as_array().unwrap().len(), 2);
    desk.json(&["backup", "restore", restored["kept_as"].as_str().unwrap(), "--yes"]);
    assert_eq!(desk.count(), 2);
    // On a new computer.
    std::fs::remove_dir_all(desk.path("vault")).unwrap();
    assert_eq!(desk.json(&["backup", "restore", folder])["memories"], 1);
    assert_eq!(desk.json(&["verify"])["ok"], true);
}

#[test]
fn keys_are_renewed_and_the_old_ones_open_nothing_new() {
    let desk = Desk::new();
    std::fs::copy(desk.path("vault/keyslots.json"), desk.path("old")).unwrap();
    assert_eq!(desk.json(&["keys", "renew"])["damaged"], 0);
    assert_eq!(desk.count(), 1);
    std::fs::write(desk.path("new"), "copper lantern ferry eleven\n").unwrap();
    let answer = desk.json(&["keys", "renew", "--everything", "--new-passphrase-file", "new"]);
    assert_eq!(answer["recovery_code"].as_str().unwrap().split('-').count(), 14);
    assert_eq!(desk.refusal(&["list"]), (3, "wrong_secret".to_owned()));
    std::fs::copy(desk.path("new"), desk.path("passphrase")).unwrap();
    assert_eq!(desk.count(), 1);
    std::fs::write(desk.path("passphrase"), "a quiet desk with nine drawers\n").unwrap();
    std::fs::copy(desk.path("old"), desk.path("vault/keyslots.json")).unwrap();
    assert_eq!(desk.refusal(&["list"]), (1, "damaged".to_owned()));
}

#[test]
fn rules_say_what_goes_by_itself() {
    let desk = Desk::new();
    assert_eq!(desk.refusal(&["expiry", "add", "--after", "30d"]), (2, "bad_input".to_owned()));
    assert_eq!(
        desk.refusal(&["expiry", "add", "--kind", "thing", "--after", "30d"]),
        (2, "bad_input".to_owned())
    );
    assert_eq!(
        desk.refusal(&["expiry", "add", "--kind", "event", "--after", "soon"]),
        (2, "bad_input".to_owned())
    );
    desk.json(&["expiry", "add", "--kind", "event", "--after", "30d"]);
    let rules = desk.json(&["expiry", "add", "--source", "chat", "--topic", "parcel", "--after", "12h"]);
    assert_eq!(rules["rules"].as_array().unwrap().len(), 2);
    let id = desk.json(&["add", "--kind", "event", "The fair is in May."])["id"].as_str().unwrap().to_owned();
    assert!(desk.json(&["show", &id])["expires_at"].is_string());
    assert_eq!(desk.refusal(&["expiry", "remove", "3"]), (2, "bad_input".to_owned()));
    assert_eq!(desk.json(&["expiry", "remove", "1"])["rules"].as_array().unwrap().len(), 1);
    assert_eq!(desk.json(&["expiry", "sweep"])["erased"], 0);
}

#[test]
fn everything_is_erased_only_when_it_is_meant() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("statements")).unwrap();
    assert_eq!(desk.refusal(&["erase", "order"]), (2, "wrong_use".to_owned()));
    assert_eq!(
        desk.refusal(&["erase", "order", "--yes", "--statements", "vault"]),
        (2, "bad_input".to_owned())
    );
    assert!(desk.json(&["erase", "status"])["order"].is_null());
    desk.json(&["erase", "order", "--yes", "--statements", "statements"]);
    assert_eq!(desk.refusal(&["add", "one more"]), (1, "to_be_erased".to_owned()));
    assert_eq!(desk.json(&["erase", "status"])["order"]["waits_for_confirmation"], false);
    assert_eq!(desk.json(&["erase", "cancel"])["cancelled"], true);
    desk.json(&["add", "one more"]);
    assert_eq!(desk.refusal(&["erase", "now"]), (2, "wrong_use".to_owned()));
    assert_eq!(desk.refusal(&["erase", "now", "--phrase", "erase"]), (2, "bad_input".to_owned()));
    assert_eq!(desk.count(), 2);
    desk.json(&["erase", "now", "--phrase", "erase everything", "--statements", "statements"]);
    assert!(!desk.path("vault").exists());
    let mut left: Vec<_> =
        std::fs::read_dir(desk.path("statements")).unwrap().map(|entry| entry.unwrap().path()).collect();
    left.sort();
    assert_eq!(left.len(), 2);
    let signed = desk.json(&["receipt", "verify", left[0].to_str().unwrap()]);
    assert_eq!((&signed["intact"], &signed["signer_known"]), (&true.into(), &false.into()));
    assert_eq!(desk.refusal(&["receipt", "verify", left[1].to_str().unwrap()]), (2, "bad_input".to_owned()));
    assert_eq!(desk.refusal(&["list"]), (1, "no_vault".to_owned()));
}
