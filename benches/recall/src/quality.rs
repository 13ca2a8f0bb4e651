//! Whether what was said is found: each conversation in a vault of its own, and all of them in one large vault.

use std::collections::HashSet;

use keepsake_recall::{Document, Index, Query};

use crate::Set;
use crate::corpus::{DIMENSIONS, Text, document};
use crate::speed::number_of;

#[derive(Default)]
struct Found {
    questions: usize,
    at_1: f64,
    at_5: f64,
    at_10: f64,
    rank: f64,
    threads: f64,
}

impl Found {
    fn add(&mut self, hits: &[usize], wanted: &[usize], texts: &[Text]) {
        let wanted: HashSet<usize> = wanted.iter().copied().collect();
        let share = |k: usize| {
            let found = hits.iter().take(k).filter(|hit| wanted.contains(hit)).count();
            found as f64 / wanted.len() as f64
        };
        self.questions += 1;
        self.at_1 += share(1);
        self.at_5 += share(5);
        self.at_10 += share(10);
        self.rank += hits.iter().position(|hit| wanted.contains(hit)).map_or(0.0, |at| 1.0 / (at + 1) as f64);
        let mut threads: Vec<&str> = Vec::new();
        for hit in hits {
            let thread = texts[*hit].thread.as_str();
            if !threads.contains(&thread) && threads.len() < 5 {
                threads.push(thread);
            }
        }
        let wanted: HashSet<&str> = wanted.iter().map(|at| texts[*at].thread.as_str()).collect();
        self.threads +=
            threads.iter().filter(|thread| wanted.contains(*thread)).count() as f64 / wanted.len() as f64;
    }

    fn print(&self, what: &str) {
        let n = self.questions as f64;
        println!(
            "{what:<44} R@1 {:.3}  R@5 {:.3}  R@10 {:.3}  MRR {:.3}  session R@5 {:.3}",
            self.at_1 / n,
            self.at_5 / n,
            self.at_10 / n,
            self.rank / n,
            self.threads / n
        );
    }
}

pub fn measure(set: &Set) {
    let real = &set.corpus.real;
    let cases = real.iter().map(|text| text.case).max().unwrap_or(0) + 1;
    for threads in [true, false] {
        let place = |at: usize| {
            let document = document(real, &set.vectors, at);
            Document { thread: document.thread.filter(|_| threads), ..document }
        };
        let mut each = Found::default();
        for case in 0..cases {
            let mut index = Index::new(DIMENSIONS);
            (0..real.len()).filter(|&at| real[at].case == case).for_each(|at| index.upsert(place(at)));
            ask(set, &index, real, case, &mut each);
        }
        each.print(if threads {
            "each conversation by itself"
        } else {
            "each conversation by itself, no threads"
        });
        for size in [real.len(), 20_000, set.vectors.len()] {
            let texts = set.corpus.texts(size);
            let mut index = Index::new(DIMENSIONS);
            for at in 0..size {
                let document = document(&texts, &set.vectors, at);
                index.upsert(Document { thread: document.thread.filter(|_| threads), ..document });
            }
            let mut all = Found::default();
            (0..cases).for_each(|case| ask(set, &index, &texts, case, &mut all));
            all.print(&format!("{size} memories{}", if threads { "" } else { ", no threads" }));
        }
    }
}

fn ask(set: &Set, index: &Index, texts: &[Text], case: usize, found: &mut Found) {
    for (question, vector) in set.corpus.questions.iter().zip(&set.asked).filter(|(q, _)| q.case == case) {
        let query = Query { vector: Some(vector.clone()), limit: 50, ..Query::parse(&question.text) };
        let hits: Vec<usize> = index.search(&query).iter().map(|hit| number_of(hit.id)).collect();
        found.add(&hits, &question.evidence, texts);
    }
}
