//! Everything goes out in each form and comes back: what a person with `age` in hand sees, exit codes and shapes.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const CARD: &str = "4242 4242 4242 4242";

struct Desk(TempDir);

impl Desk {
    fn new() -> Desk {
        let desk = Desk(tempfile::tempdir().unwrap());
        fs::write(desk.path("passphrase"), "a quiet desk with nine drawers\n").unwrap();
        fs::write(desk.path("export"), "seven amber kettles hum quietly\n").unwrap();
        fs::write(desk.path("other"), "eight amber kettles hum quietly\n").unwrap();
        desk.json(&["init", "--no-keychain"]);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run_in(&self, home: &str, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_keepsake"))
            .args(["--home", home, "--passphrase-file", "passphrase"])
            .args(arguments)
            .current_dir(self.0.path())
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    fn json_in(&self, home: &str, arguments: &[&str]) -> Value {
        let output = self.run_in(home, &[arguments, &["--json"]].concat());
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{arguments:?} {said}");
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        self.json_in("vault", arguments)
    }

    fn refusal_in(&self, home: &str, arguments: &[&str]) -> (i32, String) {
        let output = self.run_in(home, &[arguments, &["--json"]].concat());
        let error: Value = serde_json::from_slice(&output.stderr).unwrap();
        (output.status.code().unwrap(), error["error"]["code"].as_str().unwrap().to_owned())
    }

    /// The program's JSON export, but for the moment that it was written at.
    fn everything_in(&self, home: &str) -> Value {
        let output = self.run_in(home, &["export", "--format", "json", "--with-originals"]);
        assert!(output.status.success());
        let mut everything: Value = serde_json::from_slice(&output.stdout).unwrap();
        everything["exported_at"] = Value::Null;
        everything
    }

    fn furnish(&self) {
        let text = format!("Mira's ferry card is {CARD}");
        let id = self.json(&["add", &text, "--topic", "travel"])["id"].as_str().unwrap().to_owned();
        self.json(&["edit", &id, &format!("Mira's ferry card is {CARD}, until May")]);
        self.json(&["add", "Dark roast, never after three.", "--expires", "900d"]);
        let gone = self.json(&["add", "The blue door sticks."])["id"].as_str().unwrap().to_owned();
        self.json(&["forget", &gone, "--yes"]);
        self.json(&["expiry", "add", "--source", "letters", "--after", "60d"]);
    }
}

const ENCRYPTED: [&str; 7] =
    ["export", "--format", "encrypted", "--out", "all.age", "--export-passphrase-file", "export"];

#[test]
fn an_encrypted_export_makes_an_equal_vault_on_another_computer() {
    let desk = Desk::new();
    desk.furnish();
    let written = desk.json(&ENCRYPTED);
    assert_eq!((written["memories"].as_u64(), written["originals_left"].as_u64()), (Some(2), Some(0)));
    let init = ["init", "--no-keychain", "--from", "all.age", "--export-passphrase-file"];
    assert_eq!(desk.refusal_in("second", &[&init[..], &["other"]].concat()), (3, "wrong_secret".to_owned()));
    assert!(!desk.path("second").join("vault.db").exists());
    desk.json_in("second", &[&init[..], &["export"]].concat());
    assert_eq!(desk.everything_in("second"), desk.everything_in("vault"));
    assert_eq!(desk.json_in("second", &["verify"])["ok"], true);
    assert_eq!(desk.json_in("second", &["audit", "verify"])["ok"], true);
    assert_eq!(desk.json_in("second", &["receipt", "list"]), desk.json(&["receipt", "list"]));
    assert_eq!(desk.json_in("second", &["expiry", "list"]), desk.json(&["expiry", "list"]));
    // Found by its meaning's words and by the number that the filter hides.
    for query in ["ferry card", CARD] {
        let found = desk.json_in("second", &["search", query]);
        assert!(found["hits"][0]["content"].as_str().unwrap().starts_with("Mira"), "{query}");
    }
}

#[test]
fn an_export_is_brought_into_a_vault_once() {
    let desk = Desk::new();
    desk.furnish();
    desk.json(&ENCRYPTED);
    desk.json_in("second", &["init", "--no-keychain"]);
    desk.json_in("second", &["add", "Tyres: four bar."]);
    let import = ["import", "--format", "keepsake", "all.age", "--export-passphrase-file", "export"];
    assert_eq!(desk.refusal_in("second", &import[..4]), (3, "secret_needed".to_owned()));
    assert_eq!(desk.json_in("second", &import)["imported"], 2);
    assert_eq!(desk.json_in("second", &["list"])["total"], 3);
    let again = desk.json_in("second", &import);
    assert_eq!((again["imported"].as_u64(), again["unchanged"].as_u64()), (Some(0), Some(2)));
    // What is forgotten there stays forgotten.
    let mine =
        desk.json_in("second", &["search", "dark roast"])["hits"][0]["id"].as_str().unwrap().to_owned();
    desk.json_in("second", &["forget", &mine, "--yes"]);
    assert_eq!(desk.json_in("second", &import)["forgotten_here"], 1);
    assert_eq!(desk.json_in("second", &["list"])["total"], 2);
}

#[test]
fn a_bad_export_is_refused_and_an_old_file_stays() {
    let desk = Desk::new();
    desk.furnish();
    fs::write(desk.path("all.age"), "what was here").unwrap();
    let refused = |arguments: &[&str], code: &str| {
        assert_eq!(desk.refusal_in("vault", arguments), (2, code.to_owned()), "{arguments:?}");
    };
    refused(&ENCRYPTED[..5], "bad_input");
    refused(&["export", "--format", "zip", "--export-passphrase-file", "export"], "bad_input");
    fs::write(desk.path("weak"), "12345678\n").unwrap();
    assert_eq!(
        desk.refusal_in("vault", &[&ENCRYPTED[..6], &["weak"]].concat()),
        (1, "weak_passphrase".to_owned())
    );
    refused(&["export", "--format", "zip", "--out", "vault/all.zip"], "bad_input");
    refused(&["import", "--format", "keepsake", "passphrase"], "bad_input");
    assert_eq!(fs::read(desk.path("all.age")).unwrap(), b"what was here");
    desk.json(&ENCRYPTED);
    let mut bytes = fs::read(desk.path("all.age")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(desk.path("all.age"), &bytes).unwrap();
    let import = ["import", "--format", "keepsake", "all.age", "--export-passphrase-file", "export"];
    let (status, code) = desk.refusal_in("vault", &import);
    assert_eq!((status, code.as_str()), (1, "damaged"));
    assert_eq!(desk.json(&["verify"])["ok"], true);
}

#[test]
fn what_is_hidden_stays_hidden_in_each_form_unless_it_is_asked_for() {
    let desk = Desk::new();
    desk.furnish();
    for format in ["json", "markdown", "zip"] {
        let plain = desk.run_in("vault", &["export", "--format", format]);
        assert!(plain.status.success(), "{format}");
        let whole = desk.run_in("vault", &["export", "--format", format, "--with-originals"]);
        let holds = |output: &Output| output.stdout.windows(CARD.len()).any(|part| part == CARD.as_bytes());
        assert!(!holds(&plain), "{format}");
        // A zip packs its texts.
        assert!(holds(&whole) || format == "zip", "{format}");
    }
    for format in ["encrypted", "html"] {
        let output =
            desk.run_in("vault", &["export", "--format", format, "--export-passphrase-file", "export"]);
        assert!(output.status.success(), "{format}");
        for word in ["ferry", CARD, "Dark roast"] {
            let found = output.stdout.windows(word.len()).any(|part| part == word.as_bytes());
            assert!(!found, "{format} holds {word}");
        }
    }
}

#[test]
fn an_export_that_an_earlier_keepsake_wrote_still_makes_a_vault() {
    let desk = Desk::new();
    let frozen = concat!(env!("CARGO_MANIFEST_DIR"), "/../vault/vectors/export/encrypted-2.age");
    let init = ["init", "--no-keychain", "--from", frozen, "--export-passphrase-file"];
    assert_eq!(desk.refusal_in("third", &[&init[..], &["other"]].concat()), (3, "wrong_secret".to_owned()));
    desk.json_in("third", &[&init[..], &["export"]].concat());
    let everything = desk.everything_in("third");
    assert_eq!(everything["vault_id"], "81d0f3b975defac038a527f3c6abdbe7");
    let texts: Vec<&str> = everything["memories"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["content"].as_str().unwrap())
        .collect();
    let card = "My ferry card: 4242 4242 4242 4242, do not lose";
    assert_eq!(texts, ["The spare key is with Anna.", "We live in Li\u{e8}ge & keep <b>bees</b>.", card]);
    let last = &everything["memories"][2];
    assert_eq!(last["id"], "ae294e998413cc588a8e5dfd449b1c8f");
    assert_eq!(
        (&last["topics"][0], &last["earlier_versions"][0]["id"]),
        (&"travel".into(), &"bbe9f7f1b101ee4a50d1202ec7b3a001".into())
    );
    assert_eq!(desk.json_in("third", &["audit", "verify"])["ok"], true);
}
