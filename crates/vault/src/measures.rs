//! What taking out and making new keys cost, beside the plainest tools that do the like: `cargo xtask bench export`. Prints ratios and
//! asserts no time.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use keepsake_embed::{Embedder, Error as EmbedError, ModelInfo, WindowVector};
use keepsake_seal::{MemoryKeychain, Passphrase};
use rusqlite::{Connection, params};

use crate::inside_tests::surroundings;
use crate::store::connection;
use crate::{CreateRequest, ExportFormat, ExportRequest, Home, Originals, Surroundings, Vault};

const TEXTS: &str = include_str!("../../../assets/sample/memories.jsonl");
const DIMENSIONS: usize = 384;
const RUNS: usize = 3;

/// Vectors as long as the model's, without the model.
struct Long(ModelInfo);

impl Embedder for Long {
    fn info(&self) -> &ModelInfo {
        &self.0
    }

    fn embed(&self, text: &str) -> Result<Vec<WindowVector>, EmbedError> {
        let mut state = text.bytes().fold(7_u64, |state, byte| state.wrapping_mul(31) + u64::from(byte));
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            ((state >> 40) as f32 / 16_777_216.0) - 0.5
        };
        Ok(vec![WindowVector {
            start: 0,
            end: text.len(),
            vector: (0..DIMENSIONS).map(|_| next()).collect(),
        }])
    }
}

fn filled(folder: &Path, memories: usize) -> (Vault, usize) {
    let model = Long(ModelInfo { id: "long".to_owned(), dimensions: DIMENSIONS });
    let around =
        Surroundings { embedder: Some(Arc::new(model)), ..surroundings(&Arc::new(MemoryKeychain::new())) };
    let request = CreateRequest::new(None, true).unwrap();
    let mut vault = Vault::create(Home::new(folder), request, around).unwrap().vault;
    let samples: Vec<serde_json::Value> =
        TEXTS.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut lines = String::new();
    for at in 0..memories {
        let mut sample = samples[at % samples.len()].clone();
        sample["content"] = format!("{} ({at})", sample["content"].as_str().unwrap()).into();
        sample["external_id"] = at.to_string().into();
        lines.push_str(&format!("{sample}\n"));
    }
    // The filter refuses a few: with their number behind them they look like codes.
    let kept = vault.import_jsonl(lines.as_bytes(), &mut |_| true).summary.imported;
    vault.empty_write_ahead_log();
    (vault, kept)
}

/// The same rows in a plain file, as any program without encryption would hold them.
fn plain_copy(vault: &mut Vault, path: &Path) {
    let mut json = Vec::new();
    vault.export(&mut json, ExportFormat::Json, Originals::Leave).unwrap();
    let all: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let mut db = Connection::open(path).unwrap();
    db.execute_batch(
        "CREATE TABLE memory (sequence INTEGER PRIMARY KEY, id TEXT, version TEXT, content TEXT, kind TEXT, topics TEXT,
                              created_at TEXT, kept_at TEXT, source TEXT, external_id TEXT)",
    )
    .unwrap();
    let transaction = db.transaction().unwrap();
    for memory in all["memories"].as_array().unwrap() {
        let text = |name: &str| memory[name].as_str().map(str::to_owned);
        transaction
            .prepare_cached("INSERT INTO memory VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
            .unwrap()
            .execute(params![
                memory["sequence"].as_i64(),
                text("id"),
                text("version"),
                text("content"),
                text("kind"),
                memory["topics"].to_string(),
                text("created_at"),
                text("kept_at"),
                text("source"),
                text("external_id")
            ])
            .unwrap();
    }
    transaction.commit().unwrap();
}

/// The middle of some runs.
fn median(mut run: impl FnMut() -> Duration) -> f64 {
    let mut times: Vec<f64> = (0..RUNS).map(|_| run().as_secs_f64()).collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

#[test]
#[ignore = "a measurement: cargo xtask bench export"]
#[allow(clippy::print_stdout)]
fn taking_out_and_new_keys() {
    let memories = std::env::var("KEEPSAKE_BENCH_MEMORIES").map_or(2_000, |text| text.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let (mut vault, memories) = filled(&at("vault"), memories);
    let size = std::fs::metadata(at("vault/vault.db")).unwrap().len();
    println!("{memories} memories, a database of {} MB, the median of {RUNS} runs", size / 1_000_000);

    let plain = at("plain.db");
    plain_copy(&mut vault, &plain);
    let dump = median(|| {
        timed(|| {
            let out = std::fs::File::create(at("dump.sql")).unwrap();
            let mut command = Command::new("sqlite3");
            command.arg(&plain).arg(".dump").stdout(out).stdin(Stdio::null());
            if !command.status().is_ok_and(|status| status.success()) {
                println!("sqlite3 is not installed: its column is of no use");
            }
        })
    });
    println!("{:<34} {dump:6.2} s", "sqlite3 .dump of a plain copy");
    let passphrase = "seven amber kettles hum quietly";
    for (name, format, passphrase) in [
        ("export, json", ExportFormat::Json, None),
        ("export, markdown", ExportFormat::Markdown, None),
        ("export, zip", ExportFormat::Zip, None),
        ("export, encrypted", ExportFormat::Encrypted, Some(passphrase)),
        ("export, html", ExportFormat::Html, Some(passphrase)),
    ] {
        let request = ExportRequest::new(format, Originals::Leave, passphrase).unwrap();
        let path = at("out");
        let took = median(|| {
            timed(|| {
                vault.export_request_to_file(&path, &request, &mut |_| true).unwrap();
            })
        });
        println!("{name:<34} {took:6.2} s   {:5.2} × .dump", took / dump);
        if format == ExportFormat::Encrypted {
            let home = Home::new(at("back"));
            let (request, around) =
                (CreateRequest::new(None, true).unwrap(), surroundings(&Arc::new(MemoryKeychain::new())));
            let secret = Passphrase::new(passphrase.unwrap_or_default()).unwrap();
            let took = timed(|| {
                let made =
                    Vault::create_from_export(home, request, around, &path, &secret, &mut |_| true).unwrap();
                assert_eq!(made.1.imported, memories);
            });
            println!("{:<34} {:6.2} s", "a vault made of it", took.as_secs_f64());
        }
    }

    // What SQLCipher alone takes to write the same file under another key, settled on the disk as ours is.
    let key = vault.keys.database_key(vault.keys.current_epoch()).unwrap();
    let bare = median(|| {
        timed(|| {
            let path = at("bare.db");
            std::fs::File::create(&path).unwrap();
            connection::attach(&vault.db, &path, "bare", &key).unwrap();
            vault.db.query_row("SELECT sqlcipher_export('bare')", [], |_| Ok(())).unwrap();
            vault.db.execute_batch("DETACH DATABASE bare").unwrap();
        })
    });
    println!("{:<34} {bare:6.2} s", "sqlcipher_export");
    let took = median(|| {
        timed(|| {
            let new = vault.new_epoch().unwrap();
            vault.adopt_new_keys(new).unwrap();
        })
    });
    println!(
        "{:<34} {took:6.2} s   {:5.2} × sqlcipher_export",
        "new keys (a shred's main part)",
        took / bare
    );
}
