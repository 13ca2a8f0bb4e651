//! The program's contract: exit codes and shapes that scripts, tests and assistants hold on to.
#![allow(clippy::unwrap_used)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("passphrase"), "a quiet desk with nine drawers\n").unwrap();
        Desk { folder }
    }

    fn with_vault() -> Desk {
        let desk = Desk::new();
        let answer = desk.json(&["init", "--no-keychain"]);
        std::fs::write(desk.path("code"), answer["recovery_code"].as_str().unwrap()).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run_with(&self, secret: &[&str], arguments: &[&str], input: &[u8]) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_keepsake"))
            .arg("--home")
            .arg(self.path("vault"))
            .args(secret)
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let _ = child.stdin.take().unwrap().write_all(input);
        child.wait_with_output().unwrap()
    }

    fn run(&self, arguments: &[&str], input: &[u8]) -> Output {
        self.run_with(&["--passphrase-file", "passphrase"], arguments, input)
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let mut arguments = arguments.to_vec();
        arguments.push("--json");
        let output = self.run(&arguments, b"");
        assert_eq!(
            output.status.code(),
            Some(0),
            "{arguments:?} {}",
            String::from_utf8_lossy(&output.stderr)
        );
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Exit code and error code.
    fn refusal(&self, arguments: &[&str], input: &[u8]) -> (i32, String) {
        let mut arguments = arguments.to_vec();
        arguments.push("--json");
        refusal(&self.run(&arguments, input))
    }

    fn add(&self, text: &str) -> String {
        self.json(&["add", text])["id"].as_str().unwrap().to_owned()
    }
}

fn refusal(output: &Output) -> (i32, String) {
    assert!(output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stdout));
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(text.trim_end().lines().count(), 1, "one line: {text}");
    let error: Value = serde_json::from_str(&text).unwrap();
    assert!(!error["error"]["message"].as_str().unwrap().is_empty());
    (output.status.code().unwrap(), error["error"]["code"].as_str().unwrap().to_owned())
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn init_answers_the_vault_s_id_and_the_recovery_code_once() {
    let desk = Desk::new();
    let answer = desk.json(&["init", "--no-keychain"]);
    assert_eq!(keys(&answer), ["recovery_code", "vault_id"]);
    assert_eq!(answer["vault_id"].as_str().unwrap().len(), 32);
    assert_eq!(answer["recovery_code"].as_str().unwrap().split('-').count(), 14);
    assert_eq!(desk.refusal(&["init", "--no-keychain"], b""), (1, "already_there".to_owned()));
}

#[test]
fn init_without_any_secret_or_with_a_weak_one_is_refused() {
    let desk = Desk::new();
    let output = desk.run_with(&[], &["init", "--no-keychain", "--json"], b"");
    assert_eq!(refusal(&output), (2, "wrong_use".to_owned()));
    std::fs::write(desk.path("passphrase"), "hunter2\n").unwrap();
    assert_eq!(desk.refusal(&["init", "--no-keychain"], b""), (1, "weak_passphrase".to_owned()));
    // No keychain answers here: the vault must not be made without it unasked.
    let output = desk.run_with(&[], &["init", "--json"], b"");
    assert_eq!(refusal(&output), (3, "keychain".to_owned()));
    assert!(!desk.path("vault/vault.db").exists());
}

#[test]
fn a_wrong_or_missing_secret_is_exit_code_3() {
    let desk = Desk::with_vault();
    std::fs::write(desk.path("wrong"), "a quiet desk with ten drawers").unwrap();
    let with = |secret: &[&str]| refusal(&desk.run_with(secret, &["list", "--json"], b""));
    assert_eq!(with(&["--passphrase-file", "wrong"]), (3, "wrong_secret".to_owned()));
    assert_eq!(with(&[]), (3, "secret_needed".to_owned()));
    assert_eq!(with(&["--recovery-code-file", "wrong"]), (3, "bad_recovery_code".to_owned()));
    assert_eq!(with(&["--passphrase-file", "absent"]), (1, "failed".to_owned()));
    let output = desk.run_with(&["--recovery-code-file", "code"], &["list", "--json"], b"");
    assert_eq!(output.status.code(), Some(0));
    let elsewhere =
        desk.run_with(&["--passphrase-file", "passphrase", "--home", "nowhere"], &["list", "--json"], b"");
    assert_eq!(elsewhere.status.code(), Some(2), "two homes are wrong use");
}

#[test]
fn wrong_use_is_exit_code_2_in_words_and_in_json() {
    let desk = Desk::new();
    for arguments in [
        &["frobnicate"][..],
        &["search"],
        &["add", "x", "--kind"],
        &["forget"],
        &["import"],
        &["import", "x", "--format", "poem"],
    ] {
        assert_eq!(desk.refusal(arguments, b"").0, 2, "{arguments:?}");
        let output = desk.run(arguments, b"");
        assert_eq!(output.status.code(), Some(2));
        assert!(!output.stderr.is_empty() && output.stdout.is_empty());
    }
    assert_eq!(desk.run(&["--help"], b"").status.code(), Some(0));
    assert_eq!(desk.run(&["--version"], b"").status.code(), Some(0));
}

#[test]
fn add_answers_id_and_findings_in_characters() {
    let desk = Desk::with_vault();
    let answer =
        desk.json(&["add", "Zoë's card is 4242 4242 4242 4242", "--kind", "fact", "--topic", "money"]);
    assert_eq!(keys(&answer), ["findings", "id"]);
    assert_eq!(
        answer["findings"],
        json!([{ "type": "credit_card", "start": 14, "end": 33, "action": "seal" }])
    );
    let shown = desk.json(&["show", answer["id"].as_str().unwrap()]);
    assert_eq!((shown["kind"].as_str(), shown["topics"][0].as_str()), (Some("fact"), Some("money")));
    assert!(!shown["content"].as_str().unwrap().contains("4242 4242"));
}

#[test]
fn add_reads_standard_input_and_refuses_what_cannot_be_kept() {
    let desk = Desk::with_vault();
    let output = desk.run(&["add", "-", "--json"], "one line\nand another\n".as_bytes());
    let id = serde_json::from_slice::<Value>(&output.stdout).unwrap()["id"].as_str().unwrap().to_owned();
    assert_eq!(desk.json(&["show", &id])["content"], "one line\nand another");
    assert_eq!(desk.refusal(&["add", "-"], b""), (1, "empty".to_owned()));
    assert_eq!(desk.refusal(&["add", "   "], b""), (1, "empty".to_owned()));
    assert_eq!(desk.refusal(&["add", "-"], b"\xff\xfe"), (1, "not_text".to_owned()));
    assert_eq!(desk.refusal(&["add", "-"], &vec![b'a'; 65_537]), (1, "too_large".to_owned()));
    assert_eq!(desk.refusal(&["add", "x", "--kind", "poem"], b""), (2, "bad_input".to_owned()));
    assert_eq!(desk.refusal(&["add", "x", "--expires", "soon"], b""), (2, "bad_input".to_owned()));
    let secret = "password: Tr0ub4dor&3xyz";
    let output = desk.run(&["add", secret], b"");
    assert_eq!(output.status.code(), Some(5));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("password") && !said.contains("Tr0ub"), "{said}");
}

#[test]
fn during_a_pause_nothing_is_kept_and_everything_else_works() {
    let desk = Desk::with_vault();
    desk.add("The kettle is green");
    std::fs::write(desk.path("more.jsonl"), "{\"id\": \"1\", \"content\": \"The mug is blue\"}\n").unwrap();
    let paused = desk.path("vault").join("vault.paused");
    std::fs::write(&paused, "").unwrap();
    for refused in [&["add", "The cup is red"][..], &["import", "more.jsonl"]] {
        let output = desk.run(&[refused, &["--json"]].concat(), b"");
        assert_eq!(output.status.code(), Some(1), "{refused:?}");
        let said =
            String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
        assert!(said.contains("paused") && !said.contains("red"), "{said}");
    }
    assert_eq!(desk.json(&["list"])["total"], 1);
    std::fs::remove_file(&paused).unwrap();
    desk.add("The cup is red");
    assert_eq!(desk.json(&["list"])["total"], 2);
}

#[test]
fn import_answers_six_counts_and_exit_code_0() {
    let desk = Desk::with_vault();
    let lines =
        "{\"content\":\"a\",\"external_id\":\"1\"}\n{\"content\":\"password: Tr0ub4dor&3xyz\"}\nbad\n";
    std::fs::write(desk.path("in.jsonl"), lines).unwrap();
    let answer = desk.json(&["import", "--format", "jsonl", "in.jsonl"]);
    let expected =
        json!({ "imported": 1, "unchanged": 0, "revised": 0, "blocked": 1, "masked": 0, "failed": 1 });
    assert_eq!(answer, expected);
    assert_eq!(desk.json(&["import", "--format", "jsonl", "in.jsonl"])["unchanged"], 1);
    assert_eq!(desk.refusal(&["import", "--format", "jsonl", "absent.jsonl"], b"").0, 1);
}

#[test]
fn import_leaves_out_short_replies_only_when_asked() {
    let desk = Desk::with_vault();
    let lines = "{\"content\":\"ok\"}\n{\"content\":\"Thank you!\"}\n{\"content\":\"no nuts\"}\n";
    std::fs::write(desk.path("in.jsonl"), lines).unwrap();
    let import = ["import", "--format", "jsonl", "in.jsonl"];
    let with = |more: &[&'static str]| [&import[..], more].concat();
    assert_eq!(desk.json(&with(&["--dry-run"]))["fillers"], 2);
    let answer = desk.json(&with(&["--min-salience", "0.1"]));
    assert_eq!((&answer["imported"], &answer["left_out"]), (&json!(1), &json!(2)));
    for wrong in ["1.5", "-0.1", "NaN", "much"] {
        let wrong = format!("--min-salience={wrong}");
        let output = desk.run(&[&import[..], &[wrong.as_str()]].concat(), b"");
        assert_eq!(output.status.code(), Some(2), "{wrong}");
    }
    let answer = desk.json(&import);
    assert_eq!((&answer["imported"], answer.get("left_out")), (&json!(3), None));
    let said = desk.run(&with(&["--min-salience", "0.1", "--skip", "1"]), b"");
    assert!(String::from_utf8(said.stdout).unwrap().contains("1 imported") && said.status.success());
}

#[test]
fn search_answers_hits_and_a_batch_answers_a_line_each() {
    let desk = Desk::with_vault();
    let lines = "{\"content\":\"The ferry leaves at nine\",\"external_id\":\"f\",\"thread\":\"t\",\"created_at\":\"2025-01-02T03:04:05Z\"}\n{\"content\":\"Bread needs salt\"}\n";
    std::fs::write(desk.path("in.jsonl"), lines).unwrap();
    desk.json(&["import", "--format", "jsonl", "in.jsonl"]);
    let answer = desk.json(&["search", "when does the ferry go", "--limit", "1"]);
    let hit = &answer["hits"][0];
    assert_eq!(hit["content"], "The ferry leaves at nine");
    assert_eq!(
        (&hit["external_id"], &hit["thread"], &hit["created_at"]),
        (&json!("f"), &json!("t"), &json!("2025-01-02T03:04:05Z"))
    );
    assert!(hit["score"].is_f64() && hit["id"].as_str().unwrap().len() == 32);

    let input = "{\"query\":\"ferry\",\"limit\":1}\nnonsense\n{\"query\":\"salt\"}\n{\"limit\":3}\n";
    let output = desk.run(&["search", "--batch", "-", "--json"], input.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let answers: Vec<Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), 4);
    assert_eq!(answers[0]["hits"].as_array().unwrap().len(), 1);
    assert_eq!(answers[2]["hits"][0]["content"], "Bread needs salt");
    assert!(answers[1]["error"]["message"].is_string() && answers[3]["error"]["code"].is_string());
}

#[test]
fn list_show_edit_forget_and_export_do_what_they_say() {
    let desk = Desk::with_vault();
    let id = desk.add("The bakery shuts on Mondays");
    desk.add("Something else");
    let listing = desk.json(&["list"]);
    assert_eq!((listing["total"].as_u64(), listing["memories"].as_array().unwrap().len()), (Some(2), 2));
    assert_eq!(listing["memories"][0]["content"], "Something else", "newest first");

    let edited = desk.json(&["edit", &id, "The bakery shuts on Tuesdays"]);
    assert_eq!(edited["id"], json!(id));
    let shown = desk.json(&["show", &id[..8]]);
    assert_eq!(shown["earlier_versions"][0]["content"], "The bakery shuts on Mondays");

    desk.json(&["export", "--out", "all.json"]);
    let exported: Value = serde_json::from_slice(&std::fs::read(desk.path("all.json")).unwrap()).unwrap();
    assert_eq!(exported["memories"].as_array().unwrap().len(), 2);
    let markdown = desk.run(&["export", "--format", "markdown"], b"");
    assert!(String::from_utf8(markdown.stdout).unwrap().contains("The bakery shuts on Tuesdays"));

    assert_eq!(
        desk.refusal(&["forget", &id], b""),
        (2, "wrong_use".to_owned()),
        "off a terminal --yes is needed"
    );
    let receipt = desk.json(&["forget", &id, "--yes"]);
    assert_eq!((receipt["memories"].as_u64(), receipt["versions"].as_u64()), (Some(1), Some(2)));
    assert_eq!(desk.refusal(&["show", &id], b""), (4, "not_found".to_owned()));
    assert_eq!(desk.refusal(&["edit", &id, "x"], b""), (4, "not_found".to_owned()));
    assert_eq!(desk.refusal(&["forget", &id, "--yes"], b""), (4, "not_found".to_owned()));
    assert_eq!(desk.refusal(&["show", "nonsense"], b""), (4, "not_found".to_owned()));
    let hits = desk.json(&["search", "bakery"]);
    assert!(!hits.to_string().contains("bakery"));
}

#[test]
fn scan_needs_no_vault_and_answers_in_order() {
    let desk = Desk::new();
    let input = "{\"text\":\"nothing here\"}\n{\"text\":\"ünï mail anna@example.org\"}\n";
    let output = desk.run_with(&[], &["scan", "--jsonl"], input.as_bytes());
    let lines: Vec<Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines[0], json!({ "findings": [] }));
    let found = json!([{ "type": "email_address", "start": 9, "end": 25, "action": "allow" }]);
    assert_eq!(lines[1]["findings"], found);
    assert!(!desk.path("vault").exists());
}

#[test]
fn verify_and_status_answer_and_damage_is_exit_code_1() {
    let desk = Desk::with_vault();
    desk.add("a thought");
    let status = desk.json(&["status"]);
    assert_eq!((status["memories"].as_u64(), status["recovery_confirmed"].as_bool()), (Some(1), Some(false)));
    let confirm = desk.run_with(&["--recovery-code-file", "code"], &["confirm-recovery-code"], b"");
    assert_eq!(confirm.status.code(), Some(0));
    assert_eq!(desk.json(&["status"])["recovery_confirmed"], true);
    assert_eq!(desk.json(&["verify"])["ok"], true);

    let database = desk.path("vault/vault.db");
    let mut bytes = std::fs::read(&database).unwrap();
    let last_page = bytes.len() - 2000;
    bytes[last_page] ^= 1;
    std::fs::write(&database, &bytes).unwrap();
    let output = desk.run(&["verify"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(std::fs::read(&database).unwrap(), bytes, "a check changes nothing");
}

#[test]
fn what_fails_says_so_on_one_line_without_content() {
    let desk = Desk::with_vault();
    let output = desk.run(&["show", "ffffffffffff"], b"");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.trim_end().lines().count(), 1);
    assert!(said.starts_with("keepsake: no memory has this id"), "{said}");
    assert!(!Path::new("keepsake.log").exists());
}

#[test]
fn programs_see_no_number_and_no_token_and_learn_nothing_from_a_guess() {
    let desk = Desk::with_vault();
    let kept = desk.json(&["add", "The ferry card is 4242 4242 4242 4242"]);
    assert_eq!(kept["findings"][0]["action"], "seal");
    let id = kept["id"].as_str().unwrap();
    for call in [&["show", id][..], &["list"], &["search", "ferry"], &["export"]] {
        let mut call = call.to_vec();
        call.push("--json");
        let output = desk.run(&call, b"");
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(said.contains("ferry card is [card]") && !said.contains("4242"), "{call:?}: {said}");
        assert!(!said.contains("token") && !said.contains('#'), "{call:?}: {said}");
    }
    // A vault that hides another number answers the same guess alike.
    let other = Desk::with_vault();
    other.json(&["add", "The ferry card is 5555 5555 5555 4444"]);
    let answers = |desk: &Desk| -> Vec<(Value, Value)> {
        let found = desk.json(&["search", "4242 4242 4242 4242"]);
        let hits = found["hits"].as_array().unwrap().iter();
        hits.map(|hit| (hit["content"].clone(), hit["score"].clone())).collect()
    };
    assert_eq!(answers(&desk), answers(&other));
    // Editing what a program sees loses nothing.
    desk.json(&["edit", id, "My ferry card: [card]"]);
    let output = desk.run(&["export", "--with-originals"], b"");
    assert!(String::from_utf8_lossy(&output.stdout).contains("My ferry card: 4242 4242 4242 4242"));
    let output = desk.run_with(&["--recovery-code-file", "code"], &["export", "--with-originals"], b"");
    assert!(String::from_utf8_lossy(&output.stdout).contains("4242 4242"));
    let output = desk.run_with(&[], &["export", "--with-originals"], b"");
    assert_eq!(output.status.code(), Some(2), "the keychain's key is not enough");
}

#[test]
fn a_call_may_choose_and_what_opens_something_stays_out() {
    let desk = Desk::with_vault();
    let card = "card 4242 4242 4242 4242";
    let kept = desk.json(&["add", card, "--on-finding", "credit_card=mask"]);
    assert_eq!(desk.json(&["show", kept["id"].as_str().unwrap()])["content"], "card [card ••••4242]");
    assert_eq!(desk.refusal(&["add", card, "--on-finding", "credit_card=block"], b"").0, 5);
    for wrong in ["password=allow", "password=seal", "credit_card", "credit_card=vanish", "no_such=mask"] {
        assert_eq!(desk.refusal(&["add", card, "--on-finding", wrong], b"").0, 2, "{wrong}");
    }
    let code = "your verification code is 482913";
    assert_eq!(desk.refusal(&["add", code], b"").0, 5);
    assert_eq!(desk.refusal(&["add", code, "--on-finding", "one_time_code=allow"], b"").0, 2);
    assert_eq!(
        desk.refusal(&["add", code, "--on-finding", "one_time_code=allow", "--expires", "2h"], b"").0,
        2
    );
    desk.json(&["add", code, "--on-finding", "one_time_code=allow", "--expires", "1h"]);
    assert_eq!(desk.json(&["status"])["memories"], 2);
}

#[test]
fn scan_reads_a_file_and_says_where_without_the_value() {
    let desk = Desk::new();
    std::fs::write(desk.path("notes.txt"), "one\ncard 4242 4242 4242 4242\npassword: Tr0ub4dor&3xyz\n")
        .unwrap();
    let output = desk.run_with(&[], &["scan", "notes.txt"], b"");
    assert_eq!(output.status.code(), Some(5));
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("line 2") && said.contains("line 3") && !said.contains("4242"), "{said}");
    let output = desk.run_with(&[], &["scan", "-", "--json"], b"nothing here, Ines");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(serde_json::from_slice::<Value>(&output.stdout).unwrap()["findings"], json!([]));
    let output = desk.run_with(&[], &["scan", "notes.txt", "--on-finding", "password=mask"], b"");
    assert_eq!(output.status.code(), Some(0));
    for (arguments, code) in
        [(&["scan"][..], 2), (&["scan", "not-there.txt"], 1), (&["scan", "x", "--jsonl"], 2)]
    {
        assert_eq!(desk.run_with(&[], arguments, b"").status.code(), Some(code), "{arguments:?}");
    }
}

#[test]
fn rules_are_listed_added_removed_and_checked_against_what_is_kept() {
    let desk = Desk::with_vault();
    desk.json(&["add", "lunch with the Heliotrope people"]);
    let listed = desk.json(&["rules", "list"]);
    assert_eq!((&listed["preset"], &listed["changed"]), (&json!("personal"), &json!(false)));
    let mut arguments = vec!["rules", "add", "--word", "-", "--json"];
    let output = desk.run(&arguments, b"heliotrope\n");
    assert_eq!(serde_json::from_slice::<Value>(&output.stdout).unwrap(), json!({ "number": 1 }));
    arguments[2] = "--pattern";
    assert_eq!(desk.run(&arguments, b"x*\n").status.code(), Some(2));
    assert_eq!(desk.json(&["rules", "list"])["rules"][0]["text"], "heliotrope");

    let check = desk.json(&["rules", "check"]);
    assert_eq!((&check["checked"], &check["would_change"]), (&json!(1), &json!(1)));
    assert!(desk.json(&["list"]).to_string().contains("Heliotrope"), "a look changes nothing");
    assert_eq!(desk.json(&["rules", "check", "--apply"])["changed"], 1);
    assert!(!desk.json(&["list"]).to_string().contains("Heliotrope"));

    desk.json(&["rules", "set", "financial", "block"]);
    assert_eq!(desk.refusal(&["add", "card 4242 4242 4242 4242"], b"").0, 5);
    desk.json(&["rules", "preset", "personal"]);
    for (wrong, code) in [
        (&["rules", "set", "password", "allow"][..], 2),
        (&["rules", "set", "nonsense", "mask"], 2),
        (&["rules", "preset", "brave"], 2),
        (&["rules", "remove", "7"], 4),
        (&["rules", "add"], 2),
    ] {
        assert_eq!(desk.refusal(wrong, b"").0, code, "{wrong:?}");
    }
    desk.json(&["rules", "remove", "1"]);
    assert_eq!(desk.json(&["rules", "list"])["rules"], json!([]));
}

#[test]
fn an_import_can_be_counted_first() {
    let desk = Desk::with_vault();
    std::fs::write(
        desk.path("in.jsonl"),
        "{\"content\":\"card 4242 4242 4242 4242\"}\n{\"content\":\"password: Tr0ub4dor&3xyz\"}\n{\"content\":\"tea\"}\n",
    )
    .unwrap();
    let plan = desk.json(&["import", "--format", "jsonl", "in.jsonl", "--dry-run"]);
    assert_eq!((&plan["items"], &plan["blocked"], &plan["failed"]), (&json!(3), &json!(1), &json!(0)));
    assert_eq!(plan["found"].as_array().unwrap().len(), 2);
    assert!(!plan.to_string().contains("4242"));
    assert_eq!(desk.json(&["status"])["memories"], 0);
}

#[test]
fn a_newer_memory_takes_an_older_one_s_place_and_gives_it_back() {
    let desk = Desk::with_vault();
    let older = desk.add("The minutes go to the wiki, the wiki of the team");
    let newer = desk.add("The minutes go to the shared folder");
    let answer = desk.json(&["replace", &older, &newer]);
    assert_eq!((&answer["id"], &answer["replaced_by"]), (&json!(older), &json!(newer)));
    let hits = desk.json(&["search", "minutes wiki team"]);
    assert_eq!(hits["hits"][0]["id"], json!(newer));
    assert_eq!(hits["hits"][1]["replaced_by"], json!(newer));
    assert_eq!(desk.json(&["show", &newer])["replaces"], json!([older]));
    assert_eq!(desk.refusal(&["replace", &newer, &older], b"").0, 2);
    assert_eq!(desk.refusal(&["replace", &older, "ffffffffffff"], b"").0, 4);
    assert_eq!(desk.refusal(&["replace", &older], b"").0, 2);
    assert_eq!(desk.json(&["replace", "--undo", &older])["replaced_by"], Value::Null);
    assert_eq!(desk.refusal(&["replace", "--undo", &older], b"").0, 2);
    assert_eq!(desk.json(&["search", "minutes wiki team"])["hits"][0]["id"], json!(older));
}

#[test]
fn the_latest_wins_only_when_it_is_told_to() {
    let desk = Desk::with_vault();
    let older = desk.add("I live in Lisbon");
    let both = desk.json(&["add", "I live in Porto"]);
    assert_eq!(keys(&both), ["findings", "id"], "unasked, both are kept and nothing is said");
    let latest = desk.json(&["add", "I live in Braga", "--on-conflict", "latest_wins"]);
    let mut replaced: Vec<&str> =
        latest["replaced"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let mut expected = [older.as_str(), both["id"].as_str().unwrap()];
    replaced.sort_unstable();
    expected.sort_unstable();
    assert_eq!(replaced, expected);
    assert_eq!(desk.refusal(&["add", "x", "--on-conflict", "oldest_wins"], b"").0, 2);
    let lines = b"{\"content\": \"I live in Faro\"}\n";
    std::fs::write(desk.path("lines.jsonl"), lines).unwrap();
    let file = desk.path("lines.jsonl");
    let file = file.to_str().unwrap();
    let import = desk.json(&["import", "--format", "jsonl", "--on-conflict", "latest_wins", file]);
    assert_eq!((&import["imported"], &import["replaced"]), (&json!(1), &json!(1)));
}

#[test]
fn an_export_of_another_program_is_told_by_its_shape() {
    let desk = Desk::with_vault();
    let write = |name: &str, text: &str| std::fs::write(desk.path(name), text).unwrap();
    write(
        "table.csv",
        "id,content,topics\n1,The ferry leaves at nine,travel\n2,Tea at Doro's,\"tea;home\"\n",
    );
    let imported = desk.json(&["import", "table.csv"]);
    assert_eq!((&imported["imported"], &imported["failed"]), (&json!(2), &json!(0)));
    assert_eq!(desk.json(&["import", "table.csv"])["unchanged"], 2);
    let chat = json!([{
        "uuid": "c-1", "name": "Kitchen", "created_at": "2026-02-03T10:00:00Z",
        "chat_messages": [
            {"uuid": "m-1", "sender": "human", "created_at": "2026-02-03T10:00:00Z",
             "text": "I prefer oak to pine for furniture. Can you draw me a table?"},
            {"uuid": "m-2", "sender": "assistant", "created_at": "2026-02-03T10:00:01Z", "text": "I like pine."},
        ],
    }]);
    write("conversations.json", &chat.to_string());
    let counted = desk.json(&["import", "conversations.json", "--dry-run"]);
    assert_eq!(counted["items"], 1);
    assert!(!counted["passed_over"].as_object().unwrap().is_empty(), "{counted}");
    assert_eq!(desk.json(&["import", "conversations.json"])["imported"], 1);
    let found = desk.json(&["search", "oak furniture"]);
    assert_eq!(found["hits"][0]["content"], "I prefer oak to pine for furniture.");
    assert_eq!(
        (&found["hits"][0]["kind"], &found["hits"][0]["source"]),
        (&json!("preference"), &json!("claude"))
    );
    write("lines.jsonl", "{\"content\": \"A line of its own\"}\n");
    assert_eq!(desk.json(&["import", "lines.jsonl"])["imported"], 1);
    assert_eq!(desk.json(&["import", "--conversations", "conversations.json"])["imported"], 2);
    // Keepsake's own comes back as one.
    desk.json(&["export", "--format", "zip", "--out", "all.zip"]);
    assert_eq!(desk.json(&["import", "all.zip"])["unchanged"], 6);
    let prompt = desk.json(&["import-prompt"]);
    assert!(prompt["prompt"].as_str().unwrap().contains("preference"));
    // What is none of them is refused, and never taken for a text.
    write("other.json", "{\"something\": [1, 2, 3]}");
    write("cut.json", &chat.to_string()[..200]);
    write("bytes.zip", "PK\u{3}\u{4}nothing in it");
    std::fs::create_dir(desk.path("empty")).unwrap();
    for (name, expected) in [
        ("other.json", (2, "bad_input")),
        ("cut.json", (1, "damaged")),
        ("bytes.zip", (1, "damaged")),
        ("empty", (2, "bad_input")),
        ("absent", (1, "failed")),
    ] {
        let (exit_code, code) = desk.refusal(&["import", name], b"");
        assert_eq!((exit_code, code.as_str()), expected, "{name}");
    }
    assert_eq!(desk.json(&["status"])["memories"], 6);
}

#[test]
fn ways_in_are_listed_taken_away_and_put_together() {
    let desk = Desk::with_vault();
    assert_eq!(desk.json(&["keys", "list"])["ways_in"], json!(["passphrase", "recovery_code"]));
    for way in ["keychain", "passphrase"] {
        assert_ne!(desk.refusal(&["keys", "remove", way], b"").0, 0, "{way}");
    }
    // Somebody must have the recovery code, and strict mode needs a keychain, of which none runs here.
    assert_eq!(desk.refusal(&["keys", "strict", "on"], b""), (2, "bad_input".to_owned()));
    let confirm = desk.run_with(&["--recovery-code-file", "code"], &["confirm-recovery-code"], b"");
    assert_eq!(confirm.status.code(), Some(0));
    assert_eq!(desk.refusal(&["keys", "strict", "on"], b""), (3, "keychain".to_owned()));
    assert_eq!(desk.refusal(&["keys", "strict", "off"], b""), (3, "keychain".to_owned()));
    assert_eq!(desk.json(&["keys", "list"])["ways_in"], json!(["passphrase", "recovery_code"]));
}
