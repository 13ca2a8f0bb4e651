//! How fast one thread searches 100,000 made-up memories, and what they weigh. Run with `--release`; arguments: memories.
#![allow(clippy::print_stdout, reason = "a measurement is for reading")]

use std::time::{Duration, Instant};

use keepsake_recall::{Document, Index, Query};

const DIMENSIONS: usize = 384;
const QUERIES: usize = 300;
const GRAMMAR: [&str; 16] =
    ["the", "to", "and", "a", "of", "i", "in", "is", "that", "it", "for", "was", "on", "with", "my", "we"];

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, n: usize) -> usize {
        (self.unit() * n as f64) as usize
    }

    /// Four words of ten are grammar; the others follow Zipf's law over 60,000 made-up words.
    fn word(&mut self) -> String {
        if self.unit() < 0.4 {
            return GRAMMAR[(self.unit() * self.unit() * 16.0) as usize].to_owned();
        }
        let mut rank = (60_000_f64.powf(self.unit())) as usize;
        let mut word = String::new();
        for _ in 0..3 {
            word.push("bdfgklmnprst".as_bytes()[rank % 12] as char);
            rank /= 12;
            word.push("aeiou".as_bytes()[rank % 5] as char);
            rank /= 5;
        }
        word
    }

    fn text(&mut self, words: usize) -> String {
        (0..words).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    fn vector(&mut self) -> Vec<f32> {
        let v: Vec<f32> =
            (0..DIMENSIONS).map(|_| (0..4).map(|_| self.unit()).sum::<f64>() as f32 - 2.0).collect();
        let length = v.iter().map(|x| x * x).sum::<f32>().sqrt();
        v.into_iter().map(|x| x / length).collect()
    }

    fn document(&mut self, n: usize) -> Document {
        let mut id = [0; 16];
        id[..8].copy_from_slice(&self.next().to_le_bytes());
        id[8..].copy_from_slice(&self.next().to_le_bytes());
        let length = 8 + self.below(32);
        Document {
            id,
            content: self.text(length),
            kind: ["note", "fact", "decision"][self.below(3)].to_owned(),
            topics: vec![format!("topic{}", self.below(40))],
            source: Some("chat".to_owned()),
            thread: (!n.is_multiple_of(3)).then(|| format!("thread-{}", n / 30)),
            created_at_ms: 1_600_000_000_000 + n as i64 * 60_000,
            sequence: n as i64,
            tokens: Vec::new(),
            vectors: vec![self.vector()],
        }
    }
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    println!("{what:<26} median {:7.3} ms   p95 {:7.3} ms", at(0.5), at(0.95));
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed(), done)
}

fn main() {
    let memories = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(100_000);
    let mut random = Random(7);
    let mut index = Index::new(DIMENSIONS);
    let mut ids = Vec::new();
    let mut building = Duration::ZERO;
    for n in 0..memories {
        let document = random.document(n);
        ids.push(document.id);
        building += timed(|| index.upsert(document)).0;
    }
    println!(
        "{memories} memories built in {:.2} s, {:.1} MB",
        building.as_secs_f64(),
        index.bytes() as f64 / 1e6
    );
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        status
            .lines()
            .filter(|l| l.starts_with("VmRSS") || l.starts_with("VmHWM"))
            .for_each(|l| println!("{l}"));
    }
    let vector = random.vector();
    for (what, with_vector, filter) in
        [("search", true, ""), ("search, words alone", false, ""), ("search, one kind", true, "kind:fact ")]
    {
        let times = (0..QUERIES).map(|_| {
            let length = 3 + random.below(7);
            let mut query = Query::parse(&format!("{filter}{}?", random.text(length)));
            query.vector = with_vector.then(|| vector.clone());
            timed(|| index.search(&query)).0
        });
        report(what, times.collect());
    }
    let (updates, removals): (Vec<_>, Vec<_>) = (0..QUERIES)
        .map(|n| {
            let (removal, _) = timed(|| index.remove(&ids[n * 7 % memories]));
            let document = random.document(n);
            (timed(|| index.upsert(document)).0, removal)
        })
        .unzip();
    report("upsert", updates);
    report("remove", removals);
}
