//! Bulk import into a fresh vault beside the bare model on the same texts, and one capture beside the model and one fsync. Each
//! pair is measured in turns, so that both see the same computer.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use keepsake_embed::{Assets, Embedder, Model, Sessions};
use keepsake_seal::{MemoryKeychain, SystemEntropy};
use keepsake_vault::{CreateRequest, Home, RememberRequest, Surroundings, SystemClock, Vault};

use crate::corpus::{Corpus, Text};

const TEXTS: usize = 3000;
const ROUNDS: usize = 5;
const CAPTURES: usize = 200;

/// Prints both comparisons. `folder` should lie on the disk that vaults lie on: the fsyncs count.
pub fn measure(corpus: &Corpus, folder: &Path) -> Result<()> {
    let texts = corpus.texts(corpus.real.len() + TEXTS).split_off(corpus.real.len());
    let folder = folder.join("import");
    fs::create_dir_all(&folder).context("making the folder")?;
    many(&texts, &folder)?;
    one(&texts, &folder)?;
    fs::remove_dir_all(&folder).context("clearing the folder")
}

/// An open vault that opens by a keychain in memory.
fn vault(folder: &Path, embedder: &Arc<dyn Embedder>) -> Result<Vault> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let surroundings = Surroundings {
        clock: Arc::new(SystemClock),
        entropy: Box::new(SystemEntropy),
        keychain: Arc::new(MemoryKeychain::new()),
        embedder: Some(embedder.clone()),
    };
    let request = CreateRequest::new(None, true)?;
    Ok(Vault::create(Home::new(folder), request, surroundings)?.vault)
}

fn many(texts: &[Text], folder: &Path) -> Result<()> {
    let model: Arc<dyn Embedder> = Arc::new(Model::load(&Assets::locate()?, Sessions::Import)?);
    let lines = |text: &Text| {
        serde_json::json!({ "content": text.content, "thread": text.thread, "source": "bench" }).to_string()
    };
    let file = texts.iter().map(lines).collect::<Vec<_>>().join("\n").into_bytes();
    let bare = || {
        let (next, started) = (AtomicUsize::new(0), Instant::now());
        std::thread::scope(|scope| {
            for _ in 0..model.parallel() {
                scope.spawn(|| {
                    while let Some(text) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let _ = model.embed(&text.content);
                    }
                });
            }
        });
        texts.len() as f64 / started.elapsed().as_secs_f64()
    };
    // Of the whole process: what others do on the same computer does not count.
    let in_processor = |work: &mut dyn FnMut() -> Result<f64>| -> Result<(f64, f64)> {
        let before = processor_ms();
        let rate = work()?;
        Ok((rate, (processor_ms() - before) / texts.len() as f64))
    };
    let import = || -> Result<f64> {
        let mut vault = vault(&folder.join("many"), &model)?;
        let started = Instant::now();
        let report = vault.import_jsonl(&file, &mut |_| true);
        let rate = texts.len() as f64 / started.elapsed().as_secs_f64();
        let summary = report.summary;
        ensure!(summary.imported + summary.blocked == texts.len(), "not all were imported: {summary:?}");
        ensure!(vault.status()?.waiting_for_vector == 0, "some have no vector");
        Ok(rate)
    };
    bare();
    let (mut bares, mut imports, mut bare_ms, mut import_ms) = (vec![], vec![], vec![], vec![]);
    for round in 0..ROUNDS {
        for which in [round % 2, 1 - round % 2] {
            if which == 0 {
                let (rate, ms) = in_processor(&mut || Ok(bare()))?;
                bares.push(rate);
                bare_ms.push(ms);
            } else {
                let (rate, ms) = in_processor(&mut || import())?;
                imports.push(rate);
                import_ms.push(ms);
            }
        }
    }
    println!("bulk import, {} texts, in turns, {ROUNDS} rounds:", texts.len());
    println!("  model alone a second   {}", listed(&bares));
    println!("  import a second        {}", listed(&imports));
    let best = bares.iter().copied().fold(0.0, f64::max);
    println!(
        "  import / model: median of the rounds {:.3}, median import / best model {:.3}",
        median(bares.iter().zip(&imports).map(|(bare, import)| import / bare)),
        median(imports.iter().copied()) / best
    );
    let (bare_ms, import_ms) = (median(bare_ms.into_iter()), median(import_ms.into_iter()));
    if import_ms > 0.0 {
        println!(
            "  processor time a text: model {bare_ms:.2} ms, import {import_ms:.2} ms (with making a vault): {:.3}",
            bare_ms / import_ms
        );
    }
    Ok(())
}

/// The processor time that this process has had, on all cores, in ms; 0 where the system does not tell it in a file.
fn processor_ms() -> f64 {
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Fields 14 and 15, in hundredths of a second; the program's name before them may hold blanks (proc_pid_stat(5)).
    let fields: Vec<&str> =
        text.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2).collect();
    fields.iter().filter_map(|field| field.parse::<f64>().ok()).sum::<f64>() * 10.0
}

fn one(texts: &[Text], folder: &Path) -> Result<()> {
    let model: Arc<dyn Embedder> = Arc::new(Model::load(&Assets::locate()?, Sessions::OneText)?);
    let mut vault = vault(&folder.join("one"), &model)?;
    let mut file = File::create(folder.join("fsync"))?;
    let (mut captures, mut forwards, mut syncs) = (Vec::new(), Vec::new(), Vec::new());
    for (at, text) in texts.iter().take(CAPTURES).enumerate() {
        let mut capture = || -> Result<Duration> {
            let request = RememberRequest { content: text.content.clone(), ..Default::default() };
            let started = Instant::now();
            // What the filter refuses is no capture.
            let kept = vault.remember(request).is_ok();
            Ok(if kept { started.elapsed() } else { Duration::ZERO })
        };
        let mut bare = || -> Result<(Duration, Duration)> {
            let started = Instant::now();
            let _ = model.embed(&text.content)?;
            let forward = started.elapsed();
            let started = Instant::now();
            file.write_all(&[at as u8; 4096])?;
            file.sync_data()?;
            Ok((forward, started.elapsed()))
        };
        let (captured, (forward, sync)) = if at % 2 == 0 {
            let captured = capture()?;
            (captured, bare()?)
        } else {
            let bare = bare()?;
            (capture()?, bare)
        };
        if !captured.is_zero() {
            captures.push(captured.as_secs_f64() * 1e3);
            forwards.push(forward.as_secs_f64() * 1e3);
            syncs.push(sync.as_secs_f64() * 1e3);
        }
    }
    let bare: Vec<f64> = forwards.iter().zip(&syncs).map(|(forward, sync)| forward + sync).collect();
    println!("capture of one, {} texts, in turns, medians in ms:", captures.len());
    println!(
        "  forward pass {:.2}, one fsync {:.2}, both {:.2}; capture {:.2}: {:.2} times",
        median(forwards.iter().copied()),
        median(syncs.iter().copied()),
        median(bare.iter().copied()),
        median(captures.iter().copied()),
        median(captures.iter().copied()) / median(bare.iter().copied())
    );
    Ok(())
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn listed(values: &[f64]) -> String {
    values.iter().map(|value| format!("{value:.0}")).collect::<Vec<_>>().join("  ")
}
