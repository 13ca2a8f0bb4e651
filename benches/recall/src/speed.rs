//! How fast the index answers, is built and changes, how large it is, and how exact.

use std::time::{Duration, Instant};

use keepsake_recall::{Document, Index, Query};

use crate::Set;
use crate::corpus::{DIMENSIONS, document};

/// Questions a measurement.
pub const QUESTIONS: usize = 400;

/// Median and 95th of 100, in milliseconds.
pub fn times(mut times: Vec<Duration>) -> (f64, f64) {
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    (at(0.5), at(0.95))
}

pub fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed(), done)
}

/// Bytes of memory that this process has now.
pub fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok()).unwrap_or(0.0) * 1024.0
}

/// The `number`th question as the index takes it.
pub fn question(set: &Set, number: usize, text: bool, limit: usize) -> Query {
    let number = number * 7 % set.asked.len();
    let words = if text { set.corpus.questions[number].text.as_str() } else { "…" };
    Query { vector: Some(set.asked[number].clone()), limit, ..Query::parse(words) }
}

pub fn measure(set: &Set, size: usize) {
    let texts = set.corpus.texts(size);
    let before = resident();
    let mut index = Index::new(DIMENSIONS);
    let mut building = Duration::ZERO;
    for at in 0..size {
        let document = document(&texts, &set.vectors, at);
        building += timed(|| index.upsert(document)).0;
    }
    println!(
        "{size:>9} memories: built in {:.2} s; {:.1} MB by its own count, {:.1} MB by the system's",
        building.as_secs_f64(),
        index.bytes() as f64 / 1e6,
        (resident() - before) / 1e6,
    );
    for _ in 0..3 {
        index.search(&question(set, 0, true, 20));
    }
    for (what, with_text, with_vector) in
        [("meaning and words", true, true), ("meaning", false, true), ("words", true, false)]
    {
        let all = (0..QUESTIONS).map(|number| {
            let mut query = question(set, number, with_text, 20);
            query.vector = query.vector.filter(|_| with_vector);
            timed(|| index.search(&query)).0
        });
        let (median, p95) = times(all.collect());
        println!("{:>9} {what:<20} median {median:7.3} ms   p95 {p95:7.3} ms", "");
    }
    let (changes, removals): (Vec<_>, Vec<_>) = (0..QUESTIONS)
        .map(|n| {
            let at = n * 7919 % size;
            let document = document(&texts, &set.vectors, at);
            let id = document.id;
            let removal = timed(|| index.remove(&id)).0;
            (timed(|| index.upsert(document)).0, removal)
        })
        .unzip();
    for (what, all) in [("capture", changes), ("forget", removals)] {
        let (median, p95) = times(all);
        println!("{:>9} {what:<20} median {median:7.3} ms   p95 {p95:7.3} ms", "");
    }
}

/// Recall@10 by meaning alone, against exact cosines of float32: without words, threads and dates.
pub fn exactness(set: &Set, size: usize) {
    let mut index = Index::new(DIMENSIONS);
    let vectors: Vec<Vec<f32>> = (0..size).map(|at| crate::corpus::vector(&set.vectors, at)).collect();
    for (at, vector) in vectors.iter().enumerate() {
        let first = document(&set.corpus.real, &set.vectors, 0);
        let mut id = [0; 16];
        id[8..].copy_from_slice(&(at as u64).to_le_bytes());
        let vectors = vec![vector.clone()];
        index.upsert(Document { id, content: String::new(), thread: None, vectors, ..first });
    }
    let asked = if size > 100_000 { 50 } else { 300 };
    let mut found = 0;
    for number in 0..asked {
        let query = question(set, number, false, 10);
        let hits = index.search(&query);
        let Some(question) = query.vector else { continue };
        let cosines = vectors.iter().map(|v| v.iter().zip(&question).map(|(a, b)| a * b).sum::<f32>());
        let mut exact: Vec<(f32, usize)> = cosines.zip(0..).collect();
        exact.select_nth_unstable_by(10, |a, b| b.0.total_cmp(&a.0));
        found += exact[..10].iter().filter(|(_, at)| hits.iter().any(|hit| number_of(hit.id) == *at)).count();
    }
    let recall = found as f64 / asked as f64 / 10.0;
    println!("{size:>9} recall@10 against exact float32 cosine, {asked} questions: {recall:.4}");
}

/// The place of the memory with this id.
pub fn number_of(id: [u8; 16]) -> usize {
    let mut number = [0; 8];
    number.copy_from_slice(&id[8..]);
    u64::from_le_bytes(number) as usize
}
