//! The index beside one that is as simple as can be, over random additions, edits, removals and questions; and what removals
//! leave behind.

use std::collections::{BTreeMap, HashMap};

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use rust_stemmers::{Algorithm, Stemmer};

use crate::stop::is_stop_word;
use crate::threads::lift;
use crate::tokens::each_token;
use crate::weights::{
    ASKS, B, COSINE_COUNT, COSINE_DEVIATION, COSINE_MEAN, DEVIATIONS, IDEAL_SHARE, K1, LEAST_MEANING,
    STOP_WORD, WORDS,
};
use crate::{Document, Id, Index, Query};

pub(crate) const DIMENSIONS: usize = 96;
const VOCABULARY: &[&str] =
    &["garden", "gardens", "tea", "green", "the", "what", "is", "river", "lake", "boats", "boat", "oak?"];

fn text(longest: usize) -> impl Strategy<Value = String> {
    vec(prop::sample::select(VOCABULARY), 0..longest).prop_map(|words| words.join(" "))
}

fn vector() -> impl Strategy<Value = Vec<f32>> {
    vec(-1.0_f32..1.0, DIMENSIONS).prop_map(|v| {
        let length = v.iter().map(|x| x * x).sum::<f32>().sqrt().max(0.1);
        v.into_iter().map(|x| x / length).collect()
    })
}

pub(crate) fn document() -> impl Strategy<Value = Document> {
    let place = (0_u8..20, option::of(0_u8..3), 0_i64..6);
    (place, text(9), vec(vector(), 0..3)).prop_map(|((id, thread, sequence), content, vectors)| Document {
        id: [id; 16],
        content,
        kind: "note".to_owned(),
        topics: Vec::new(),
        source: None,
        thread: thread.map(|t| format!("#{t}")),
        created_at_ms: 0,
        sequence,
        tokens: vec![[id; 10]],
        vectors,
    })
}

pub(crate) fn question() -> impl Strategy<Value = Query> {
    let vector = option::of(vector());
    (text(5), vector, 1_usize..30).prop_map(|(text, vector, limit)| Query {
        vector,
        limit,
        ..Query::parse(&format!("{text} \u{1f375}?"))
    })
}

fn stems(text: &str) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::English);
    let mut stems = Vec::new();
    each_token(text, |token| stems.push(stemmer.stem(token.text).into_owned()));
    stems
}

/// Every memory's score, by the definition, and whether it is surely found: a cosine that is nearly the least may go either way.
fn naive(left: &BTreeMap<Id, Document>, query: &Query) -> HashMap<Id, (f32, bool)> {
    let mut documents: Vec<&Document> = left.values().collect();
    documents.sort_by_key(|d| (d.created_at_ms, d.sequence, d.id));
    let cosine = |d: &Document| {
        let asked = query.vector.as_ref()?;
        let length = asked.iter().map(|x| x * x).sum::<f32>().sqrt();
        let product = |v: &Vec<f32>| v.iter().zip(asked).map(|(a, b)| a * b).sum::<f32>() / length;
        d.vectors.iter().map(product).reduce(f32::max)
    };
    let cosines: Vec<Option<f32>> = documents.iter().map(|d| cosine(d)).collect();
    let known: Vec<f32> = cosines.iter().flatten().copied().collect();
    let count = known.len() as f32 + COSINE_COUNT;
    let mean = (known.iter().sum::<f32>() + COSINE_MEAN * COSINE_COUNT) / count;
    let usual = (COSINE_DEVIATION * COSINE_DEVIATION + COSINE_MEAN * COSINE_MEAN) * COSINE_COUNT;
    let square = (known.iter().map(|c| c * c).sum::<f32>() + usual) / count;
    let deviation = (square - mean * mean).max(1e-4).sqrt();

    let texts: Vec<Vec<String>> = documents.iter().map(|d| stems(&d.content)).collect();
    let average = texts.iter().map(Vec::len).sum::<usize>() as f32 / texts.len().max(1) as f32;
    let average = average.max(1.0);
    let mut asked: Vec<(String, bool)> = Vec::new();
    each_token(&query.text, |token| {
        let stem = stems(token.text).remove(0);
        if asked.iter().all(|(known, _)| *known != stem) {
            asked.push((stem, is_stop_word(token.text)));
        }
    });
    let only_stop_words = asked.iter().all(|(_, stop)| *stop);
    let (mut ideal, mut words) = (0.0, vec![0.0_f32; texts.len()]);
    asked.sort_by_key(|(_, stop)| *stop);
    for (stem, stop) in asked {
        let having = texts.iter().filter(|text| text.contains(&stem)).count() as f32;
        let idf = (1.0 + (texts.len() as f32 - having + 0.5) / (having + 0.5)).ln();
        let minor = stop && !only_stop_words;
        let weight = idf * if minor { STOP_WORD } else { 1.0 };
        ideal += weight;
        for (text, words) in texts.iter().zip(&mut words) {
            let times = text.iter().filter(|word| **word == stem).count() as f32;
            if times > 0.0 && (*words > 0.0 || !minor) {
                let length = 1.0 - B + B * text.len() as f32 / average;
                *words += weight * times * (K1 + 1.0) / (times + K1 * length);
            }
        }
    }
    let best = words.iter().copied().fold(0.0, f32::max);
    let whole = best.max((1.0 - IDEAL_SHARE) * best + IDEAL_SHARE * ideal).max(f32::MIN_POSITIVE);
    let own: Vec<f32> = cosines
        .iter()
        .zip(&words)
        .map(|(cosine, words)| {
            let near = cosine.map_or(0.0, |c| ((c - mean) / deviation).max(-1.0) / DEVIATIONS);
            near + WORDS * words / whole
        })
        .collect();

    let mut scores = HashMap::new();
    let threads = documents.iter().map(|d| d.thread.clone().unwrap_or_else(|| format!("alone {:?}", d.id)));
    let mut by_thread: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    threads.enumerate().for_each(|(at, thread)| by_thread.entry(thread).or_default().push(at));
    for members in by_thread.values() {
        let penalty = |at: usize| if documents[at].content.ends_with('?') { ASKS } else { 0.0 };
        let of_thread: Vec<_> = members.iter().map(|&at| Some((own[at], penalty(at)))).collect();
        let mut lifted = Vec::new();
        lift(&of_thread, &mut lifted);
        for (&at, &score) in members.iter().zip(&lifted) {
            let found = words[at] > 0.0 || cosines[at].is_some_and(|c| c >= LEAST_MEANING + 0.01);
            let perhaps = cosines[at].is_some_and(|c| c >= LEAST_MEANING - 0.01);
            if found || perhaps {
                scores.insert(documents[at].id, (score, found));
            }
        }
    }
    scores
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn answers_as_the_simplest_index_would(
        steps in vec((document(), prop::bool::weighted(0.3)), 1..50),
        questions in vec(question(), 1..6),
    ) {
        let (mut index, mut left) = (Index::new(DIMENSIONS), BTreeMap::new());
        for (document, removes) in steps {
            if removes {
                prop_assert_eq!(index.remove(&document.id), left.remove(&document.id).is_some());
            } else {
                left.insert(document.id, document.clone());
                index.upsert(document);
            }
        }
        for query in &questions {
            let (hits, scores) = (index.search(query), naive(&left, query));
            let mut best: Vec<f32> = scores.values().map(|(score, _)| *score).collect();
            best.sort_by(|a, b| b.total_cmp(a));
            for hit in &hits {
                let score = scores.get(&hit.id);
                prop_assert!(score.is_some_and(|(score, _)| (score - hit.score).abs() < 0.03), "{score:?} {hit:?}");
            }
            // One by one as good as the best; those whose cosine is nearly the least may be missing.
            for (hit, score) in hits.iter().zip(&best) {
                prop_assert!(hit.score <= score + 0.03);
            }
            let missing = scores.iter().filter(|(id, (_, sure))| *sure && hits.iter().all(|hit| hit.id != **id));
            let last = hits.last().map_or(f32::NEG_INFINITY, |hit| hit.score);
            for (id, (score, _)) in missing.filter(|_| hits.len() == query.limit) {
                prop_assert!(*score <= last + 0.03, "{id:?} {score} is missing, the last has {last}");
            }
        }
    }

    #[test]
    fn where_signs_choose_the_order_of_arrival_does_not_matter(
        steps in vec((document(), prop::bool::weighted(0.3)), 1..60),
        questions in vec(question(), 1..6),
        rescored in 1_usize..6,
    ) {
        let (mut worn, mut left) = (Index::new(DIMENSIONS), BTreeMap::new());
        for (document, removes) in steps {
            if removes {
                worn.remove(&document.id);
                left.remove(&document.id);
            } else {
                left.insert(document.id, document.clone());
                worn.upsert(document);
            }
        }
        let mut fresh = Index::new(DIMENSIONS);
        left.values().rev().for_each(|document| fresh.upsert(document.clone()));
        (worn.rescored, fresh.rescored) = (rescored, rescored);
        for mut query in questions {
            query.limit = query.limit.min(2);
            let hits = worn.search(&query);
            prop_assert_eq!(&hits, &fresh.search(&query));
            prop_assert!(hits.iter().all(|hit| left.contains_key(&hit.id)));
            let both = hits.iter().filter(|hit| hit.meaning != 0.0);
            for hit in both {
                let asked = query.vector.as_deref().unwrap_or_default();
                let length = asked.iter().map(|x| x * x).sum::<f32>().sqrt();
                let product = |v: &Vec<f32>| v.iter().zip(asked).map(|(a, b)| a * b).sum::<f32>() / length;
                let exact = left[&hit.id].vectors.iter().map(product).fold(-1.0, f32::max);
                prop_assert!((hit.meaning - exact).abs() < 0.02, "a hit's cosine is never an estimate");
            }
        }
    }

    #[test]
    fn what_is_removed_is_in_no_structure(documents in vec(document(), 1..30), query in question()) {
        let mut index = Index::new(DIMENSIONS);
        let ids: Vec<Id> = documents.iter().map(|document| document.id).collect();
        documents.into_iter().for_each(|document| index.upsert(document));
        index.rescored = 2;
        index.search(&query);
        ids.iter().for_each(|id| { index.remove(id); });
        prop_assert!(index.is_blank());
    }
}
