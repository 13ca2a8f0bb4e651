//! `keepsake model`, from outside. The bundled model's files under another name and with another pooling are another model.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use keepsake_embed::Assets;
use serde_json::{Value, json};
use tempfile::TempDir;

const FILES: [&str; 5] =
    ["model.onnx", "tokenizer.json", "config.json", "special_tokens_map.json", "tokenizer_config.json"];
const BUNDLED: &str = "all-MiniLM-L6-v2-int8-db0aa7bb";

struct Desk(TempDir);

impl Desk {
    /// A vault with three memories, and a model's folder beside it.
    fn new() -> Desk {
        let desk = Desk(tempfile::tempdir().unwrap());
        std::fs::write(desk.path("passphrase"), "a quiet desk with nine drawers\n").unwrap();
        let model = desk.path("model");
        std::fs::create_dir(&model).unwrap();
        for name in FILES {
            std::fs::copy(Assets::locate().unwrap().model.join(name), model.join(name)).unwrap();
        }
        desk
    }

    fn with_memories() -> Desk {
        let desk = Desk::new();
        desk.json(&["init", "--no-keychain"]);
        for text in ["Dark roast, never after three.", "The spare key is with Mira.", "Tyres: four bar."] {
            desk.json(&["add", text]);
        }
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

    fn describe(&self, folder: &str, name: &str, pooling: &str) -> Value {
        self.json(&["model", "manifest", folder, "--name", name, "--pooling", pooling])
    }

    fn models(&self) -> Vec<(String, String)> {
        let listed = self.json(&["model", "list"]);
        let text = |model: &Value, key: &str| model[key].as_str().unwrap().to_owned();
        listed["models"].as_array().unwrap().iter().map(|m| (text(m, "id"), text(m, "state"))).collect()
    }
}

fn pair(id: &str, state: &str) -> (String, String) {
    (id.to_owned(), state.to_owned())
}

fn rewrite(folder: &Path, change: impl Fn(&mut Value)) {
    let path = folder.join("keepsake-model.json");
    let mut manifest: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    change(&mut manifest);
    std::fs::write(&path, manifest.to_string()).unwrap();
}

#[test]
fn another_model_is_used_listed_and_given_up_again() {
    let desk = Desk::with_memories();
    assert_eq!(desk.models(), [pair(BUNDLED, "current")]);
    assert_eq!(
        desk.describe("model", "first-token", "cls"),
        json!({ "id": "first-token-db0aa7bb", "dimensions": 384 })
    );
    let used = desk.json(&["model", "use", "model"]);
    assert_eq!((&used["id"], &used["state"]), (&json!("first-token-db0aa7bb"), &json!("current")));
    assert_eq!(desk.models(), [pair("first-token-db0aa7bb", "current"), pair(BUNDLED, "available")]);

    let found = desk.json(&["search", "what do I drink"]);
    assert_eq!(found["by_meaning"], true);
    desk.json(&["add", "A fourth one."]);
    let status = desk.json(&["status"]);
    assert_eq!((&status["vectors"], &status["waiting_for_vector"]), (&json!(4), &json!(0)));
    assert_eq!(status["model"], "first-token-db0aa7bb");
    assert_eq!(desk.json(&["verify"])["ok"], true);

    assert_eq!(desk.json(&["model", "use", "model"])["state"], "current", "again: nothing to do");
    assert_eq!(desk.json(&["model", "cancel"]), json!({ "cancelled": false }));
    desk.json(&["model", "use", "bundled"]);
    assert_eq!(desk.models(), [pair(BUNDLED, "current")]);
    assert_eq!(desk.json(&["search", "what do I drink"])["by_meaning"], true);
    assert_eq!(desk.json(&["status"])["vectors"], 4);
}

#[test]
fn a_folder_that_is_gone_or_changed_leaves_the_words_and_is_repaired() {
    let desk = Desk::with_memories();
    desk.describe("model", "first-token", "cls");
    desk.json(&["model", "use", "model"]);
    std::fs::rename(desk.path("model"), desk.path("moved")).unwrap();
    let found = desk.json(&["search", "roast"]);
    assert_eq!((&found["by_meaning"], found["hits"].as_array().unwrap().len()), (&json!(false), 1));
    let said = desk.run(&["search", "roast"]);
    assert!(String::from_utf8_lossy(&said.stderr).contains("first-token-db0aa7bb was not loaded"));
    desk.json(&["add", "Kept without a vector."]);
    let status = desk.json(&["status"]);
    assert_eq!((&status["model"], &status["waiting_for_vector"]), (&Value::Null, &json!(1)));

    desk.json(&["model", "use", "moved"]);
    assert_eq!(desk.json(&["search", "what do I drink"])["by_meaning"], true);
    assert_eq!(desk.json(&["status"])["waiting_for_vector"], 0);

    // Changed together with its manifest: the hashes agree, and still it is not what was chosen.
    std::fs::remove_file(desk.path("moved/keepsake-model.json")).unwrap();
    desk.describe("moved", "first-token", "mean");
    assert_eq!(desk.json(&["search", "roast"])["by_meaning"], false);
    assert_eq!(desk.refusal(&["model", "use", "moved"]), (2, "bad_input".to_owned()));
    desk.json(&["model", "use", "bundled"]);
    assert_eq!(desk.json(&["search", "roast"])["by_meaning"], true);
    assert_eq!(desk.json(&["verify"])["ok"], true);
}

#[test]
fn what_is_no_model_is_refused_and_nothing_is_changed() {
    let desk = Desk::with_memories();
    let model = desk.path("model");
    let use_it = ["model", "use", "model"];
    assert_eq!(desk.refusal(&["model", "use", "nowhere"]), (1, "failed".to_owned()));
    assert_eq!(desk.refusal(&use_it), (2, "wrong_use".to_owned()), "no manifest");
    assert_eq!(desk.refusal(&["model", "use"]).0, 2);
    assert_eq!(desk.refusal(&["model", "manifest", "model", "--name", "a/b", "--pooling", "cls"]).0, 2);
    assert_eq!(desk.refusal(&["model", "manifest", "model", "--name", "a", "--pooling", "last"]).0, 2);
    assert_eq!(
        desk.refusal(&["model", "manifest", "nowhere", "--name", "a", "--pooling", "cls"]),
        (1, "failed".to_owned())
    );
    desk.describe("model", "first-token", "cls");
    let good = std::fs::read(model.join("keepsake-model.json")).unwrap();
    type Change = fn(&mut Value);
    let changes: [(Change, (i32, &str)); 6] = [
        (|manifest| manifest["format"] = json!(2), (1, "too_new")),
        (|manifest| manifest["name"] = json!("../../escape"), (2, "wrong_use")),
        (
            |manifest| manifest["files"]["../secrets"] = manifest["files"]["model.onnx"].clone(),
            (2, "wrong_use"),
        ),
        (|manifest| manifest["dimensions"] = json!(383), (1, "bad_model")),
        (|manifest| manifest["files"]["config.json"] = json!("0".repeat(64)), (1, "bad_model")),
        (|manifest| manifest["name"] = json!("all-MiniLM-L6-v2-int8"), (2, "wrong_use")),
    ];
    for (change, (exit, code)) in changes {
        rewrite(&model, change);
        assert_eq!(desk.refusal(&use_it), (exit, code.to_owned()));
        std::fs::write(model.join("keepsake-model.json"), &good).unwrap();
    }
    std::fs::remove_file(model.join("tokenizer.json")).unwrap();
    assert_eq!(desk.refusal(&use_it), (1, "bad_model".to_owned()));
    assert_eq!(desk.models(), [pair(BUNDLED, "current")]);
    assert_eq!(desk.json(&["search", "what do I drink"])["by_meaning"], true);
    let status = desk.json(&["status"]);
    assert_eq!((&status["vectors"], &status["model_building"]), (&json!(3), &Value::Null));
}

#[test]
fn a_change_that_is_killed_half_way_is_gone_on_with() {
    let desk = Desk::with_memories();
    let lines: String =
        (0..600).map(|number| format!("{{\"content\": \"thought {number} about sailing\"}}\n")).collect();
    std::fs::write(desk.path("lines.jsonl"), lines).unwrap();
    desk.json(&["import", "--format", "jsonl", "lines.jsonl"]);
    desk.describe("model", "first-token", "cls");
    let mut child = Command::new(env!("CARGO_BIN_EXE_keepsake"))
        .args(["--home", "vault", "--passphrase-file", "passphrase", "model", "use", "model"])
        .current_dir(desk.0.path())
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    // Until something was done, or, on a quick machine, all of it.
    while child.try_wait().unwrap().is_none() {
        let listed = desk.json(&["model", "list"]);
        let begun = |model: &Value| model["done"].as_u64().is_some_and(|done| done > 0);
        if listed["models"].as_array().unwrap().iter().any(begun) {
            break;
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let found = desk.json(&["search", "sailing"]);
    assert_eq!((&found["by_meaning"], found["hits"].as_array().unwrap().len()), (&json!(true), 10));
    assert_eq!(desk.json(&["verify"])["ok"], true);
    desk.json(&["model", "use", "model"]);
    assert_eq!(desk.models()[0], pair("first-token-db0aa7bb", "current"));
    let status = desk.json(&["status"]);
    assert_eq!((&status["vectors"], &status["waiting_for_vector"]), (&json!(603), &json!(0)));
    assert_eq!(desk.json(&["verify"])["ok"], true);
}
