//! Small memories for the tests here. Must not hold anybody's real text.
#![allow(dead_code, reason = "each test file uses some of it")]

use keepsake_recall::{Document, Hit, Id, Index, Query};

pub const DAY_MS: i64 = 86_400_000;

pub fn id(n: u8) -> Id {
    [n; 16]
}

pub fn memory(n: u8, content: &str) -> Document {
    Document {
        id: id(n),
        content: content.to_owned(),
        kind: "note".to_owned(),
        topics: Vec::new(),
        source: None,
        thread: None,
        created_at_ms: i64::from(n) * DAY_MS,
        sequence: i64::from(n),
        tokens: Vec::new(),
        vectors: Vec::new(),
    }
}

/// An index over `contents`, numbered from 0, oldest first.
pub fn index(contents: &[&str]) -> Index {
    let mut index = Index::new(3);
    for (n, content) in contents.iter().enumerate() {
        index.upsert(memory(n as u8, content));
    }
    index
}

pub fn search(index: &Index, text: &str) -> Vec<Hit> {
    index.search(&Query::parse(text))
}

pub fn numbers(hits: &[Hit]) -> Vec<u8> {
    hits.iter().map(|hit| hit.id[0]).collect()
}

pub fn found(index: &Index, text: &str) -> Vec<u8> {
    let mut numbers = numbers(&search(index, text));
    numbers.sort_unstable();
    numbers
}

pub fn marked<'c>(content: &'c str, hit: &Hit) -> Vec<&'c str> {
    hit.matched.iter().map(|&(from, to)| &content[from..to]).collect()
}
