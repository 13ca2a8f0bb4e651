//! Killed at random instants, while another program reads: what was acknowledged is there, nothing is half done, and the vault is whole.
//!
//! `KEEPSAKE_KILLS=200 cargo test --release -p keepsake-cli --test killed` tries more instants than the suite does; the seed it prints
//! repeats a run (`KEEPSAKE_SEED`).
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

/// In the suite: each verb at two instants and more.
const KILLS: usize = 20;
const MEMORIES: usize = 300;
/// The codes with which a reader may be turned away meanwhile.
const TURNED_AWAY: [&str; 2] = ["busy", "no_vault"];

struct Desk {
    folder: tempfile::TempDir,
}

/// What is killed, and what may be found afterwards.
struct Verb {
    name: &'static str,
    arguments: Vec<String>,
    /// How many memories there may be: before, and after it was done.
    memories: [usize; 2],
    /// Whether the vault may be gone as a whole.
    may_be_gone: bool,
    takes: Duration,
}

impl Desk {
    fn new() -> Desk {
        let desk = Desk { folder: tempfile::tempdir().unwrap() };
        fs::write(desk.path("passphrase"), "a quiet desk with nine drawers\n").unwrap();
        let lines: String = (0..MEMORIES)
            .map(|n| format!("{{\"content\":\"an ordinary thought, number {n}, about the garden\",\"external_id\":\"{n}\",\"topics\":[\"t{}\"]}}\n", n % 3))
            .collect();
        fs::write(desk.path("lines"), lines).unwrap();
        let more: String =
            (0..2000).map(|n| format!("{{\"content\":\"a later thought, number {n}\"}}\n")).collect();
        fs::write(desk.path("more"), more).unwrap();
        desk.json("template", &["init", "--no-keychain"]);
        desk.json("template", &["import", "--format", "jsonl", "lines"]);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, home: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_keepsake"));
        command
            .args(["--home", home, "--passphrase-file", "passphrase", "--json"])
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdin(Stdio::null());
        command
    }

    fn run(&self, home: &str, arguments: &[&str]) -> Output {
        self.command(home, arguments).output().unwrap()
    }

    fn json(&self, home: &str, arguments: &[&str]) -> Value {
        let output = self.run(home, arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{arguments:?} {said}");
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// The template once more.
    fn fresh(&self, home: &str) {
        copy(&self.path("template"), &self.path(home));
    }
}

fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

fn code(output: &Output) -> String {
    let error: Value = serde_json::from_slice(&output.stderr).unwrap_or_default();
    error["error"]["code"].as_str().unwrap_or_default().to_owned()
}

/// Multiplies and adds, after Knuth; good enough to choose instants.
struct Instants(u64);

impl Instants {
    fn within(&mut self, most: Duration) -> Duration {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        most.mul_f64((self.0 >> 33) as f64 / f64::from(1_u32 << 31))
    }
}

fn verbs(desk: &Desk) -> Vec<Verb> {
    desk.fresh("first");
    let listed = desk.json("first", &["list", "--limit", "40"]);
    let ids: Vec<String> =
        listed["memories"].as_array().unwrap().iter().map(|m| m["id"].as_str().unwrap().to_owned()).collect();
    let backup = desk.json("template", &["backup", "now", "--to", "backups"])["folder"].clone();
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let forget = [owned(&["forget", "--yes"]), ids.clone()].concat();
    let all = MEMORIES;
    let verb = |name, arguments, memories, may_be_gone| Verb {
        name,
        arguments,
        memories,
        may_be_gone,
        takes: Duration::ZERO,
    };
    let mut verbs = vec![
        verb("forget", forget, [all, all - ids.len()], false),
        verb("new keys", owned(&["keys", "renew"]), [all, all], false),
        verb("export", owned(&["export", "--out", "export.json"]), [all, all], false),
        verb("backup", owned(&["backup", "now", "--to", "others"]), [all, all], false),
        verb("restore", owned(&["backup", "restore", backup.as_str().unwrap(), "--yes"]), [all, all], false),
        verb("erase", owned(&["erase", "now", "--phrase", "erase everything"]), [all, all], true),
    ];
    for verb in &mut verbs {
        desk.fresh("timed");
        let begun = Instant::now();
        let arguments: Vec<&str> = verb.arguments.iter().map(String::as_str).collect();
        let output = desk.run("timed", &arguments);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{}: {}",
            verb.name,
            String::from_utf8_lossy(&output.stderr)
        );
        verb.takes = begun.elapsed();
    }
    verbs
}

/// Reads again and again until it is told to stop; what it is answered is whole, or a refusal that says why.
fn reader(desk: &Arc<Desk>, allowed: Vec<usize>, stop: &Arc<AtomicBool>) -> thread::JoinHandle<usize> {
    let (desk, stop) = (desk.clone(), stop.clone());
    thread::spawn(move || {
        let mut read = 0;
        while !stop.load(Ordering::Relaxed) {
            let output = desk.run("killed", &["list", "--limit", "1"]);
            if output.status.success() {
                let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
                let total = answer["total"].as_u64().unwrap() as usize;
                assert!(allowed.contains(&total), "{total} of {allowed:?}");
                assert_eq!(answer["damaged"], 0);
                read += 1;
            } else {
                assert!(
                    TURNED_AWAY.contains(&code(&output).as_str()),
                    "{}",
                    String::from_utf8_lossy(&output.stderr)
                );
            }
        }
        read
    })
}

fn kill(mut child: Child) {
    let _ = child.kill();
    child.wait().unwrap();
}

#[test]
fn whatever_is_killed_leaves_a_whole_vault_or_none() {
    let kills = std::env::var("KEEPSAKE_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(KILLS);
    let seed = std::env::var("KEEPSAKE_SEED").ok().and_then(|text| text.parse().ok());
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_nanos();
    let seed: u64 = seed.unwrap_or(now as u64);
    println!("seed {seed}");
    let mut instants = Instants(seed);
    let desk = Arc::new(Desk::new());
    let verbs = verbs(&desk);
    let mut cut_short = 0;
    for number in 0..kills {
        let verb = &verbs[number % verbs.len()];
        desk.fresh("killed");
        let _ = fs::remove_file(desk.path("export.json"));
        // Every other time, as whoever reads keeps those away that must be alone.
        let stop = Arc::new(AtomicBool::new(false));
        let reading = (number / verbs.len() % 2 == 1).then(|| reader(&desk, verb.memories.to_vec(), &stop));
        let arguments: Vec<&str> = verb.arguments.iter().map(String::as_str).collect();
        let child =
            desk.command("killed", &arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let instant = instants.within(verb.takes);
        thread::sleep(instant);
        kill(child);
        stop.store(true, Ordering::Relaxed);
        if let Some(reading) = reading {
            reading.join().unwrap();
        }
        let what = format!("{} after {instant:?}, seed {seed}, number {number}", verb.name);

        let output = desk.run("killed", &["verify"]);
        if code(&output) == "no_vault" {
            assert!(verb.may_be_gone, "{what}");
            assert!(
                !desk.path("killed/vault.db").exists() && !desk.path("killed/keyslots.json").exists(),
                "{what}"
            );
            cut_short += 1;
            continue;
        }
        assert!(output.status.success(), "{what}: {}", String::from_utf8_lossy(&output.stderr));
        if verb.may_be_gone {
            // It was ordered, perhaps, and not begun: then it can be kept.
            desk.json("killed", &["erase", "cancel"]);
        }
        let total = desk.json("killed", &["list", "--limit", "1"])["total"].as_u64().unwrap() as usize;
        assert!(verb.memories.contains(&total), "{what}: {total}");
        cut_short += usize::from(total == verb.memories[0]);
        for left in ["vault.db.next", "keyslots.json.next", "vault.swapping", "vault.db.restoring"] {
            assert!(!desk.path("killed").join(left).exists(), "{what}: {left}");
        }
        if let Ok(text) = fs::read_to_string(desk.path("export.json")) {
            assert!(
                serde_json::from_str::<Value>(&text).is_ok(),
                "{what}: a half export stands in its place"
            );
        }
        // It can be used, and what is done now is done whole.
        desk.json("killed", &["add", "kept after it was killed"]);
    }
    assert!(cut_short > 0, "nothing was ever cut off: the instants are too late");
}

#[test]
fn what_was_acknowledged_is_there_after_a_kill() {
    let desk = Desk::new();
    let mut instants = Instants(7);
    for number in 0..4 {
        desk.fresh("killed");
        let mut import = desk.command("killed", &["import", "--format", "jsonl", "more"]);
        let child = import.stderr(Stdio::null()).stdout(Stdio::null()).spawn().unwrap();
        let mut acknowledged = Vec::new();
        let end = Instant::now() + instants.within(Duration::from_secs(4));
        while Instant::now() < end {
            let output =
                desk.run("killed", &["add", &format!("acknowledged {number} {}", acknowledged.len())]);
            if output.status.success() {
                let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
                acknowledged.push(answer["id"].as_str().unwrap().to_owned());
            }
        }
        kill(child);
        for id in &acknowledged {
            desk.json("killed", &["show", id]);
        }
        assert_eq!(desk.json("killed", &["verify"])["ok"], true);
    }
}
