//! Others on the same texts and questions: FTS5 and vec0 inside an encrypted file, tantivy for words, usearch for vectors.

use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use rusqlite::ffi::{self, sqlite3, sqlite3_api_routines};
use rusqlite::{Connection, params};
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{IndexRecordOption, STORED, SchemaBuilder, TextFieldIndexing, TextOptions};

use crate::Set;
use crate::corpus::{DIMENSIONS, Text, vector};
use crate::speed::{question, resident, timed, times};

/// English grammar that FTS5 and tantivy are not asked for, as it takes them several times as long.
const GRAMMAR: &str = " a about am an and are as at be been but by can could d did do does for from had has have he her \
    here him his how i if in into is it its just ll m may me might must my no not of off on or our out over re s she \
    should so t than that the their them then there these they this those to too under up us ve very was we were what \
    when where which who whom whose why will with would you your ";

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).filter(|word| !GRAMMAR.contains(&format!(" {word} "))).collect()
}

fn line(what: &str, building: Duration, bytes: f64, all: Vec<Duration>, more: &str) {
    let (median, p95) = times(all);
    println!(
        "{:>9} {what:<34} median {median:8.3} ms   p95 {p95:8.3} ms   built in {:6.2} s   {:6.1} MB{more}",
        "",
        building.as_secs_f64(),
        bytes / 1e6
    );
}

pub fn measure(set: &Set, size: usize, folder: &Path) -> Result<()> {
    let texts = set.corpus.texts(size);
    sqlite(set, &texts, folder)?;
    tantivy(set, &texts)?;
    usearch(set, size)
}

/// Both tables in one SQLCipher file, asked one after the other and joined by reciprocal rank.
fn sqlite(set: &Set, texts: &[Text], folder: &Path) -> Result<()> {
    type Entry =
        unsafe extern "C" fn(*mut sqlite3, *mut *mut std::ffi::c_char, *const sqlite3_api_routines) -> i32;
    // SAFETY: this is sqlite-vec's documented entry point; the crate declares it without its arguments.
    unsafe {
        let entry = std::mem::transmute::<*const (), Entry>(sqlite_vec::sqlite3_vec_init as *const ());
        ffi::sqlite3_auto_extension(Some(entry));
    }
    let file = folder.join("peer.db");
    let _ = std::fs::remove_file(&file);
    let mut db = Connection::open(&file)?;
    db.execute_batch(&format!(
        "PRAGMA key = \"x'{}'\"; PRAGMA journal_mode = OFF; PRAGMA mmap_size = 0; PRAGMA cache_size = -1048576",
        "5a".repeat(32)
    ))?;
    let (building, done) = timed(|| -> Result<()> {
        db.execute_batch(&format!(
            "CREATE VIRTUAL TABLE words USING fts5(content, tokenize = 'porter unicode61');
             CREATE VIRTUAL TABLE vectors USING vec0(embedding float[{DIMENSIONS}])"
        ))?;
        let write = db.transaction()?;
        for (at, text) in texts.iter().enumerate() {
            let bytes: Vec<u8> = vector(&set.vectors, at).iter().flat_map(|x| x.to_le_bytes()).collect();
            write
                .prepare_cached("INSERT INTO words (rowid, content) VALUES (?1, ?2)")?
                .execute(params![at as i64, text.content])?;
            write
                .prepare_cached("INSERT INTO vectors (rowid, embedding) VALUES (?1, ?2)")?
                .execute(params![at as i64, bytes])?;
        }
        write.commit()?;
        Ok(())
    });
    done?;
    let mut all = Vec::new();
    for number in 0..60 {
        let query = question(set, number, true, 20);
        let bytes: Vec<u8> = query.vector.iter().flatten().flat_map(|x| x.to_le_bytes()).collect();
        let asked: Vec<String> = words(&query.text).iter().map(|word| format!("\"{word}\"")).collect();
        let (took, hits) = timed(|| -> Result<usize> {
            let mut ranks = std::collections::HashMap::<i64, f64>::new();
            let mut lists = vec![
                db.prepare_cached("SELECT rowid FROM vectors WHERE embedding MATCH ?1 AND k = 50")?
                    .query_map([&bytes], |row| row.get::<_, i64>(0))?
                    .collect::<Result<Vec<_>, _>>()?,
            ];
            if !asked.is_empty() {
                lists.push(
                    db.prepare_cached("SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rank LIMIT 50")?
                        .query_map([asked.join(" OR ")], |row| row.get(0))?
                        .collect::<Result<_, _>>()?,
                );
            }
            for list in lists {
                list.iter()
                    .enumerate()
                    .for_each(|(at, row)| *ranks.entry(*row).or_default() += 1.0 / (60.0 + at as f64));
            }
            let mut hits: Vec<_> = ranks.into_iter().collect();
            hits.sort_by(|a, b| b.1.total_cmp(&a.1));
            hits.truncate(20);
            Ok(hits.len())
        });
        hits?;
        // The first questions fill the page cache.
        if number >= 10 {
            all.push(took);
        }
    }
    let bytes = std::fs::metadata(&file)?.len() as f64;
    line("FTS5 and vec0, encrypted file", building, bytes, all, " on disk");
    std::fs::remove_file(&file)?;
    Ok(())
}

fn tantivy(set: &Set, texts: &[Text]) -> Result<()> {
    let before = resident();
    let mut schema = SchemaBuilder::default();
    let stemmed =
        TextFieldIndexing::default().set_tokenizer("en_stem").set_index_option(IndexRecordOption::WithFreqs);
    let content = schema.add_text_field("content", TextOptions::default().set_indexing_options(stemmed));
    let number = schema.add_u64_field("number", STORED);
    let index = tantivy::Index::create_in_ram(schema.build());
    let (building, done) = timed(|| -> Result<()> {
        let mut writer: tantivy::IndexWriter = index.writer_with_num_threads(1, 60_000_000)?;
        for (at, text) in texts.iter().enumerate() {
            let mut document = tantivy::TantivyDocument::default();
            document.add_text(content, &text.content);
            document.add_u64(number, at as u64);
            writer.add_document(document)?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        Ok(())
    });
    done?;
    let searcher = index.reader()?.searcher();
    let parser = QueryParser::for_index(&index, vec![content]);
    let mut all = Vec::new();
    for number in 0..400 {
        let asked = words(&question(set, number, true, 20).text).join(" ");
        let (took, hits) = timed(|| -> Result<usize> {
            let (query, _) = parser.parse_query_lenient(&asked);
            Ok(searcher.search(&*query, &TopDocs::with_limit(20).order_by_score())?.len())
        });
        hits?;
        all.push(took);
    }
    line("tantivy in RAM, words", building, resident() - before, all, "");
    Ok(())
}

fn usearch(set: &Set, size: usize) -> Result<()> {
    use usearch::{Index, IndexOptions, MetricKind, ScalarKind};
    let vectors: Vec<Vec<f32>> = (0..size).map(|at| vector(&set.vectors, at)).collect();
    let options = IndexOptions {
        dimensions: DIMENSIONS,
        metric: MetricKind::Cos,
        quantization: ScalarKind::I8,
        ..IndexOptions::default()
    };
    let fail = |error| anyhow::anyhow!("usearch: {error}");
    let before = resident();
    let index = Index::new(&options).map_err(|e| fail(e.to_string()))?;
    index.reserve(size).map_err(|e| fail(e.to_string()))?;
    let (building, done) = timed(|| -> Result<()> {
        for (at, vector) in vectors.iter().enumerate() {
            index.add(at as u64, vector).map_err(|e| fail(e.to_string()))?;
        }
        Ok(())
    });
    done?;
    let bytes = resident() - before;
    let (mut all, mut found) = (Vec::new(), 0);
    for number in 0..200 {
        let Some(asked) = question(set, number, false, 10).vector else { continue };
        let (took, hits) = timed(|| index.search(&asked, 10));
        let hits = hits.map_err(|e| fail(e.to_string()))?;
        all.push(took);
        let cosines = vectors.iter().map(|v| v.iter().zip(&asked).map(|(a, b)| a * b).sum::<f32>());
        let mut exact: Vec<(f32, u64)> = cosines.zip(0..).collect();
        exact.select_nth_unstable_by(10, |a, b| b.0.total_cmp(&a.0));
        found += exact[..10].iter().filter(|(_, at)| hits.keys.contains(at)).count();
    }
    let recall = format!("   recall@10 {:.4}", found as f64 / 2000.0);
    line("usearch (HNSW, int8), vectors", building, bytes, all, &recall);
    Ok(())
}
