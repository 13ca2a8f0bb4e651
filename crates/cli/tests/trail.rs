//! `forget` by what a memory says, `receipt`, `audit`, `verify --residue`: exit codes and shapes.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

struct Desk(TempDir);

impl Desk {
    fn new() -> Desk {
        let desk = Desk(tempfile::tempdir().unwrap());
        std::fs::write(desk.path("passphrase"), "a quiet desk with nine drawers\n").unwrap();
        desk.json(&["init", "--no-keychain"]);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_keepsake"))
            .arg("--home")
            .arg(self.path("vault"))
            .args(["--passphrase-file", "passphrase"])
            .args(arguments)
            .current_dir(self.0.path())
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(&[arguments, &["--json"]].concat());
        assert_eq!(
            output.status.code(),
            Some(0),
            "{arguments:?} {}",
            String::from_utf8_lossy(&output.stderr)
        );
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn refusal(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.run(&[arguments, &["--json"]].concat());
        let error: Value = serde_json::from_slice(&output.stderr).unwrap();
        (output.status.code().unwrap(), error["error"]["code"].as_str().unwrap().to_owned())
    }

    fn add(&self, text: &str, topic: &str) -> String {
        self.json(&["add", text, "--topic", topic])["id"].as_str().unwrap().to_owned()
    }
}

#[test]
fn forget_shows_first_then_takes_what_it_showed_and_its_receipt_can_be_checked() {
    let desk = Desk::new();
    let oak = desk.add("The old oak by the river", "trees");
    let tea = desk.add("Green tea at noon", "tea");
    let shown = desk.json(&["forget", "--query", "oak", "--dry-run"]);
    assert_eq!(
        (shown["would_forget"][0]["id"].as_str(), shown["counts"]["memories"].as_u64()),
        (Some(&*oak), Some(1))
    );
    assert_eq!(desk.json(&["list"])["total"], 2, "a dry run forgets nothing");
    for (arguments, refused) in [
        (&["forget", "--query", "oak"][..], (2, "wrong_use")),
        (&["forget", "--yes"], (2, "wrong_use")),
        (&["forget", &oak, "--query", "oak", "--yes"], (2, "wrong_use")),
        (&["forget", "--query", "elm", "--yes"], (4, "not_found")),
        (&["forget", &oak, "--tier", "pulped", "--yes"], (2, "wrong_use")),
        (&["forget", "--earlier-versions-only", &tea, "--yes"], (2, "bad_input")),
        (&["receipt", "show", "00"], (4, "not_found")),
        (&["receipt", "verify", "passphrase"], (2, "bad_input")),
        (&["receipt", "verify", "nowhere"], (1, "failed")),
    ] {
        assert_eq!(desk.refusal(arguments), (refused.0, refused.1.to_owned()), "{arguments:?}");
    }
    let done = desk.run(&["forget", "--topic", "trees", "--tier", "compacted", "--yes", "--json"]);
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    let receipt: Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!((receipt["tier"].as_str(), receipt["memories"].as_u64()), (Some("compacted"), Some(1)));
    assert_eq!(
        (receipt["residue"]["scanned"].as_bool(), receipt["residue"]["found"].as_u64()),
        (Some(true), Some(0))
    );
    assert!(
        !String::from_utf8_lossy(&done.stdout).contains("oak")
            && !String::from_utf8_lossy(&done.stdout).contains("trees")
    );
    std::fs::write(desk.path("receipt.json"), &done.stdout).unwrap();
    let fingerprint = desk.json(&["status"])["receipt_key"].as_str().unwrap().to_owned();
    assert_eq!(desk.json(&["receipt", "verify", "receipt.json"])["signer_known"], false);
    let checked = desk.json(&["receipt", "verify", "receipt.json", "--key", &fingerprint]);
    assert_eq!((checked["intact"].as_bool(), checked["signer_known"].as_bool()), (Some(true), Some(true)));
    assert_eq!(desk.refusal(&["receipt", "verify", "receipt.json", "--key", "0000-0000"]).0, 1);
    let edited =
        String::from_utf8(done.stdout.clone()).unwrap().replacen("\"memories\":1", "\"memories\":2", 1);
    std::fs::write(desk.path("edited.json"), edited).unwrap();
    assert_eq!(desk.refusal(&["receipt", "verify", "edited.json"]), (1, "damaged".to_owned()));
    let id = receipt["receipt_id"].as_str().unwrap();
    assert_eq!(desk.run(&["receipt", "show", id]).stdout, done.stdout);
    let list = desk.json(&["receipt", "list"]);
    assert_eq!(
        (list["receipts"][0]["id"].as_str(), list["receipts"][0]["signed"].as_bool()),
        (Some(id), Some(true))
    );
    assert_eq!(desk.json(&["list"])["total"], 1);
    assert_eq!(desk.json(&["verify", "--residue"])["ok"], true);
}

#[test]
fn an_edit_may_take_the_earlier_text_along() {
    let desk = Desk::new();
    let id = desk.add("My old address", "home");
    let output = desk.run(&["edit", &id, "My new address", "--forget-earlier", "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let shown = desk.json(&["show", &id]);
    assert!(shown["content"] == "My new address" && shown.get("earlier_versions").is_none(), "{shown}");
    desk.json(&["edit", &id, "My newest address"]);
    let receipt = desk.json(&["forget", "--earlier-versions-only", &id, "--yes"]);
    assert_eq!((receipt["reason"].as_str(), receipt["versions"].as_u64()), (Some("earlier_text"), Some(1)));
    assert!(desk.json(&["compact"])["size_bytes"].as_u64().unwrap() > 0);
}

#[test]
fn the_trail_says_what_was_done_and_not_to_what_text() {
    let desk = Desk::new();
    let id = desk.add("Something private to say", "secret topic");
    desk.json(&["forget", &id, "--yes"]);
    std::fs::write(desk.path("wrong"), "some other words that are wrong").unwrap();
    let wrong = Command::new(env!("CARGO_BIN_EXE_keepsake"))
        .args(["--home", desk.path("vault").to_str().unwrap(), "--passphrase-file"])
        .arg(desk.path("wrong"))
        .arg("status")
        .output()
        .unwrap();
    assert_eq!(wrong.status.code(), Some(3));
    let output = desk.run(&["audit", "list", "--json"]);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(!text.contains("private") && !text.contains("secret topic"));
    let entries: Value = serde_json::from_slice(&output.stdout).unwrap();
    let actions: Vec<&str> = entries["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["action"].as_str().unwrap())
        .collect();
    assert_eq!(actions, ["unlocked", "unlock_failed", "forgot", "remembered", "unlocked", "created"]);
    let forgot = &entries["entries"][2];
    assert_eq!(
        (forgot["target"].as_str(), forgot["actor"].as_str(), forgot["outcome"].as_str()),
        (Some(&*id), Some("program"), Some("done"))
    );
    assert_eq!(desk.json(&["audit", "list", "--limit", "1"])["entries"].as_array().unwrap().len(), 1);
    let report = desk.json(&["audit", "verify"]);
    assert_eq!((report["ok"].as_bool(), report["anchored"].as_bool()), (Some(true), Some(false)));
}
