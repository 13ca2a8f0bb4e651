//! A whole vault on the disk: how soon it answers after unlocking, with a snapshot and without, and what searching, capturing
//! and forgetting take. The model's forward pass is left out: vectors are handed out by text. Each opening is a process of its
//! own, so that none finds memory that another has warmed.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use keepsake_embed::{Embedder, Error as EmbedError, ModelInfo, WindowVector};
use keepsake_seal::{Keychain, KeychainError, KeychainItem, RecordId, SystemEntropy, VaultId};
use keepsake_vault::{
    CreateRequest, Home, Reader, RememberRequest, SearchRequest, Surroundings, SystemClock, UnlockSecret,
    Vault, format_time,
};
use zeroize::Zeroizing;

use crate::Set;
use crate::corpus::DIMENSIONS;
use crate::speed::{resident, timed, times};

/// Questions a measurement, and memories captured and forgotten.
const QUESTIONS: usize = 400;
const CHANGES: usize = 60;

/// Rounds in which the encrypted and the plain program take turns.
const ROUNDS: usize = 5;
/// What a line with a figure begins with.
const FIGURE: &str = "figure: ";
/// Set where another process reads the figures.
const COMPARED: &str = "KEEPSAKE_BENCH_COMPARED";

const KINDS: [&str; 3] = ["note", "fact", "decision"];

/// Hands out vectors that were made before, by text; what the filter has changed gets one of another text.
struct Known {
    info: ModelInfo,
    by_text: HashMap<String, Vec<f32>>,
    others: Vec<Vec<f32>>,
}

impl Embedder for Known {
    fn info(&self) -> &ModelInfo {
        &self.info
    }

    fn embed(&self, text: &str) -> Result<Vec<WindowVector>, EmbedError> {
        let sum = text.bytes().fold(7_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
        let vector = self.by_text.get(text).unwrap_or(&self.others[sum % self.others.len()]).clone();
        Ok(vec![WindowVector { start: 0, end: text.len(), vector }])
    }
}

/// Keeps its entries in a folder, for vaults of invented memories only: the next process must find the key.
struct Files(PathBuf);

impl Files {
    fn path(&self, vault: &VaultId, item: KeychainItem) -> PathBuf {
        self.0.join(format!("{vault}-{item:?}"))
    }
}

impl Keychain for Files {
    fn get(&self, vault: &VaultId, item: KeychainItem) -> Result<Option<Zeroizing<Vec<u8>>>, KeychainError> {
        Ok(fs::read(self.path(vault, item)).ok().map(Zeroizing::new))
    }

    fn set(&self, vault: &VaultId, item: KeychainItem, bytes: &[u8]) -> Result<(), KeychainError> {
        fs::write(self.path(vault, item), bytes).map_err(|error| KeychainError::Failed(error.to_string()))
    }

    fn delete(&self, vault: &VaultId, item: KeychainItem) -> Result<(), KeychainError> {
        let _ = fs::remove_file(self.path(vault, item));
        Ok(())
    }

    fn probe(&self) -> Result<(), KeychainError> {
        Ok(())
    }
}

fn surroundings(model: &Arc<Known>, keys: &Path) -> Surroundings {
    Surroundings {
        clock: Arc::new(SystemClock),
        entropy: Box::new(SystemEntropy),
        keychain: Arc::new(Files(keys.to_owned())),
        embedder: Some(model.clone()),
    }
}

fn model(set: &Set, size: usize) -> Arc<Known> {
    let texts = set.corpus.texts(size);
    let mut by_text: HashMap<String, Vec<f32>> = HashMap::new();
    for (at, text) in texts.into_iter().enumerate() {
        by_text.insert(text.content, crate::corpus::vector(&set.vectors, at));
    }
    for (question, vector) in set.corpus.questions.iter().zip(&set.asked) {
        by_text.insert(question.text.clone(), vector.clone());
    }
    let info = ModelInfo { id: "handed-out".to_owned(), dimensions: DIMENSIONS };
    Arc::new(Known { info, by_text, others: set.vectors[..1000.min(set.vectors.len())].to_vec() })
}

/// Measures a vault of `size` memories; `again` starts this program anew with a phase of [`phase`].
pub fn measure(set: &Set, size: usize, folder: &Path, again: &dyn Fn() -> Result<Command>) -> Result<()> {
    let places = Places::new(folder, size);
    let model = model(set, size);
    places.fill(set, size, &model)?;
    println!("{size:>9} memories in a vault");
    for phase in ["without", "use-without", "write", "with", "use-with"] {
        let mut child = again()?;
        let status = child.args(["--phase", phase]).status().context("starting this program anew")?;
        if !status.success() {
            bail!("the phase {phase} failed");
        }
    }
    Ok(())
}

/// What encryption costs: the same phases by this program and by `plain`, which was compiled without it, in turns. `again`
/// starts a program with a phase of [`phase`].
pub fn compare(size: usize, again: &dyn Fn(Option<&Path>) -> Result<Command>, plain: &Path) -> Result<()> {
    let mut figures: Vec<(String, [Vec<f64>; 2])> = Vec::new();
    for program in [None, Some(plain)] {
        run(again(program)?, "fill")?;
    }
    for _ in 0..ROUNDS {
        for phase in ["without", "write", "with", "use-with"] {
            for (at, program) in [None, Some(plain)].into_iter().enumerate() {
                let printed = run(again(program)?, phase)?;
                for (name, median) in
                    printed.lines().filter_map(|line| line.strip_prefix(FIGURE)?.rsplit_once(' '))
                {
                    if !figures.iter().any(|(known, _)| known == name) {
                        figures.push((name.to_owned(), Default::default()));
                    }
                    let place = figures.iter_mut().find(|(known, _)| known == name).context("a figure")?;
                    place.1[at].push(median.parse()?);
                }
            }
        }
    }
    println!("{size:>9} memories, medians of {ROUNDS} rounds in turns: encrypted, plain, encrypted / plain");
    for (name, all) in &mut figures {
        let [encrypted, plain] = all.each_mut().map(|all| {
            all.sort_by(f64::total_cmp);
            all[all.len() / 2]
        });
        println!("{:>9} {name:<34} {encrypted:9.3} ms {plain:9.3} ms   {:5.2}", "", encrypted / plain);
    }
    Ok(())
}

/// What the program prints when it is started for one phase.
fn run(mut program: Command, phase: &str) -> Result<String> {
    let output = program
        .args(["--phase", phase])
        .env(COMPARED, "1")
        .output()
        .context("starting a program for a phase")?;
    if !output.status.success() {
        bail!("the phase {phase} failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// A figure for [`compare`] to read, in milliseconds.
fn figure(name: &str, took_ms: f64) {
    if std::env::var_os(COMPARED).is_some() {
        println!("{FIGURE}{name} {took_ms}");
    }
}

/// One measurement in a process of its own.
pub fn phase(set: &Set, size: usize, folder: &Path, phase: &str) -> Result<()> {
    let places = Places::new(folder, size);
    let model = model(set, size);
    match phase {
        "fill" => places.fill(set, size, &model),
        "without" => open(set, &places, &model, &places.whole, "without a snapshot"),
        "write" => write(&places, &model),
        "with" => open(set, &places, &model, &places.used, "with a snapshot"),
        "use-without" => {
            places.copy()?;
            use_it(set, &places, &model, "without a snapshot")
        }
        "use-with" => use_it(set, &places, &model, "with a snapshot"),
        _ => bail!("there is no phase {phase}"),
    }
}

/// Where the vaults lie: one with nothing in it, one that is kept from run to run, and a copy of that to change.
struct Places {
    keys: PathBuf,
    empty: PathBuf,
    whole: PathBuf,
    used: PathBuf,
}

impl Places {
    fn new(folder: &Path, size: usize) -> Places {
        let base = folder.join(if cfg!(keepsake_plain_for_measuring) { "vaults-plain" } else { "vaults" });
        let of = |name: &str| base.join(format!("{name}-{size}"));
        Places { keys: of("keys"), empty: of("empty"), whole: of("whole"), used: of("used") }
    }

    fn vault(&self, folder: &Path, model: &Arc<Known>) -> Result<Vault> {
        Ok(Vault::open(Home::new(folder), &UnlockSecret::Keychain, surroundings(model, &self.keys))?)
    }

    /// Makes a copy to change.
    fn copy(&self) -> Result<()> {
        let _ = fs::remove_dir_all(&self.used);
        fs::create_dir_all(&self.used)?;
        for entry in fs::read_dir(&self.whole)? {
            let entry = entry?;
            fs::copy(entry.path(), self.used.join(entry.file_name()))?;
        }
        Ok(())
    }

    /// Makes the vaults that are not there yet.
    fn fill(&self, set: &Set, size: usize, model: &Arc<Known>) -> Result<()> {
        fs::create_dir_all(&self.keys)?;
        let done = self.keys.join("filled");
        if done.exists() {
            return Ok(());
        }
        for folder in [&self.empty, &self.whole] {
            let _ = fs::remove_dir_all(folder);
            let request = CreateRequest { passphrase: None, use_keychain: true };
            drop(Vault::create(Home::new(folder), request, surroundings(model, &self.keys))?);
        }
        eprintln!("filling a vault with {size} memories, once: a minute or two");
        let mut lines = String::new();
        for (at, text) in set.corpus.texts(size).into_iter().enumerate() {
            let line = serde_json::json!({
                "content": text.content,
                "kind": KINDS[at % 3],
                "thread": text.thread,
                "created_at": format_time(text.created_at_ms),
            });
            lines.push_str(&line.to_string());
            lines.push('\n');
        }
        let mut vault = self.vault(&self.whole, model)?;
        let start = Instant::now();
        let report = vault.import_jsonl(lines.as_bytes(), &mut |_| true);
        println!("{:>9} filled in {:.1} s: {:?}", "", start.elapsed().as_secs_f64(), report.summary);
        if report.summary.imported == 0 {
            bail!("no memory was taken in");
        }
        vault.empty_write_ahead_log();
        drop(vault);
        fs::write(done, "")?;
        Ok(())
    }
}

fn request(set: &Set, number: usize) -> SearchRequest {
    let text = set.corpus.questions[number * 7 % set.corpus.questions.len()].text.clone();
    SearchRequest { text, limit: 20, reader: Reader::Program, ..SearchRequest::default() }
}

fn open(set: &Set, places: &Places, model: &Arc<Known>, folder: &Path, what: &str) -> Result<()> {
    let mut empty = places.vault(&places.empty, model)?;
    empty.search(&request(set, 0))?;
    let before = resident();
    let (opening, vault) = timed(|| places.vault(folder, model));
    let mut vault = vault?;
    let (first, answer) = timed(|| vault.search(&request(set, 0)));
    figure(&format!("unlock, first search {what}"), (opening + first).as_secs_f64() * 1e3);
    println!(
        "{:>9} first search {what:<19} {:.3} s after unlocking (of it opening {:.3} s), {} hits, {:.1} MB above an empty vault",
        "",
        (opening + first).as_secs_f64(),
        opening.as_secs_f64(),
        answer?.hits.len(),
        (resident() - before) / 1e6,
    );
    Ok(())
}

fn write(places: &Places, model: &Arc<Known>) -> Result<()> {
    places.copy()?;
    let size = |folder: &Path| fs::metadata(folder.join("vault.db")).map_or(0, |file| file.len());
    let mut vault = places.vault(&places.used, model)?;
    vault.search(&SearchRequest { text: "anything".to_owned(), limit: 1, ..SearchRequest::default() })?;
    let (all, written) = timed(|| vault.write_snapshot(usize::MAX));
    vault.empty_write_ahead_log();
    drop(vault);
    println!(
        "{:>9} snapshot of {} segments written in {:.3} s, {:.1} MB in a file of {:.1} MB",
        "",
        written?,
        all.as_secs_f64(),
        (size(&places.used) as f64 - size(&places.whole) as f64) / 1e6,
        size(&places.used) as f64 / 1e6,
    );
    Ok(())
}

fn use_it(set: &Set, places: &Places, model: &Arc<Known>, what: &str) -> Result<()> {
    let mut vault = places.vault(&places.used, model)?;
    for number in 0..20 {
        vault.search(&request(set, number))?;
    }
    let mut all = Vec::new();
    for number in 0..QUESTIONS {
        let request = request(set, number);
        let (took, answer) = timed(|| vault.search(&request));
        answer?;
        all.push(took);
    }
    println!("{:>9} {what}:", "");
    line("search, 20 hits opened", all);
    let (mut captures, mut forgets, mut ids) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..CHANGES {
        let content = set.corpus.questions[number % set.corpus.questions.len()].text.clone();
        let request = RememberRequest { content, ..RememberRequest::default() };
        let (took, kept) = timed(|| vault.remember(request));
        kept?;
        captures.push(took);
        let hit = vault.search(&self::request(set, number))?.hits.into_iter().nth(number % 10);
        ids.extend(hit.map(|hit| hit.memory.id));
    }
    ids.sort_unstable();
    ids.dedup();
    for id in ids {
        let id: RecordId = id.parse().ok().context("an id")?;
        let (took, receipt) = timed(|| vault.forget(&[id]));
        receipt?;
        forgets.push(took);
    }
    line("capture, committed", captures);
    line("forget, overwritten", forgets);
    Ok(())
}

fn line(what: &str, all: Vec<Duration>) {
    let count = all.len();
    let (median, p95) = times(all);
    figure(what, median);
    println!("{:>9} {what:<24} median {median:8.3} ms   p95 {p95:8.3} ms   ({count})", "");
}
