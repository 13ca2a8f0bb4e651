//! Whatever was added, replaced and removed, in any order: the index answers as one built anew from what is left.

use std::collections::BTreeMap;

use keepsake_recall::{Document, Filters, Index, Query};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

const WORDS: &[&str] = &[
    "garden",
    "gardens",
    "tea",
    "green",
    "the",
    "what",
    "café",
    "東京都",
    "กาแฟ",
    "get_user",
    "HttpServer",
    "1,200",
    "oak?",
    "river",
    "é",
    "🎉",
    "it's",
    "May",
    "2023",
];

fn text() -> impl Strategy<Value = String> {
    vec(prop::sample::select(WORDS), 0..8).prop_map(|words| words.join(" "))
}

fn vector() -> impl Strategy<Value = Vec<f32>> {
    vec(-1.0_f32..1.0, 4).prop_map(|v| {
        let length = v.iter().map(|x| x * x).sum::<f32>().sqrt().max(0.1);
        v.into_iter().map(|x| x / length).collect()
    })
}

fn document() -> impl Strategy<Value = Document> {
    let labels = (prop::sample::select(vec!["note", "fact"]), vec(prop::sample::select(WORDS), 0..3));
    (0_u8..24, text(), labels, option::of(0_u8..4), 0_i64..4, 0_i64..3, vec(vector(), 0..3)).prop_map(
        |(id, content, (kind, topics), thread, day, sequence, vectors)| Document {
            id: [id; 16],
            content,
            kind: kind.to_owned(),
            topics: topics.into_iter().map(str::to_owned).collect(),
            source: (id % 3 == 0).then(|| "green mail".to_owned()),
            thread: thread.map(|t| format!("t{t}")),
            created_at_ms: 1_683_000_000_000 + day * 86_400_000,
            sequence,
            tokens: (0..id % 4).map(|n| [n; 10]).collect(),
            vectors,
        },
    )
}

fn query() -> impl Strategy<Value = Query> {
    let extra = prop::sample::select(vec![
        "",
        " kind:fact",
        " topic:tea",
        " -tea",
        " \"green tea\"",
        " gar",
        " in:t1",
        " after:2023-05-03",
    ]);
    (text(), extra, option::of(vector()), 1_usize..30).prop_map(|(text, extra, vector, limit)| Query {
        vector,
        tokens: (limit % 3 == 0).then_some([1; 10]).into_iter().collect(),
        limit,
        ..Query::parse(&(text + extra))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn equals_a_fresh_build(
        steps in vec((document(), prop::bool::weighted(0.3)), 0..60),
        queries in vec(query(), 1..6),
    ) {
        let (mut worn, mut left) = (Index::new(4), BTreeMap::new());
        for (document, removes) in steps {
            if removes {
                prop_assert_eq!(worn.remove(&document.id), left.remove(&document.id).is_some());
            } else {
                left.insert(document.id, document.clone());
                worn.upsert(document);
            }
        }
        let mut fresh = Index::new(4);
        left.values().rev().for_each(|document| fresh.upsert(document.clone()));
        prop_assert_eq!(worn.len(), left.len());
        prop_assert_eq!(worn.facets(), fresh.facets());
        prop_assert_eq!(worn.waiting_for_vector(), fresh.waiting_for_vector());
        prop_assert_eq!(worn.order(&Filters::default(), 0, 99), fresh.order(&Filters::default(), 0, 99));
        for query in &queries {
            let hits = worn.search(query);
            prop_assert_eq!(&hits, &fresh.search(query));
            prop_assert_eq!(&hits, &worn.search(query));
            prop_assert!(hits.len() <= query.limit);
            prop_assert!(hits.iter().all(|hit| left.contains_key(&hit.id)));
            prop_assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
            for hit in &hits {
                let content = &left[&hit.id].content;
                prop_assert!(hit.matched.iter().all(|&(from, to)| from < to && content.get(from..to).is_some()));
                prop_assert!(hit.matched.windows(2).all(|pair| pair[0].1 <= pair[1].0));
                prop_assert!((0.0..=1.0).contains(&hit.words) && hit.score.is_finite());
            }
        }
    }

    #[test]
    fn any_text_can_be_kept_and_asked(content in "\\PC{0,40}", text in "\\PC{0,30}") {
        let mut index = Index::new(4);
        let document = Document {
            id: [1; 16], content: content.clone(), kind: String::new(), topics: vec![text.clone()], source: Some(text.clone()),
            thread: Some(text.clone()), created_at_ms: i64::MIN, sequence: i64::MAX, tokens: Vec::new(), vectors: Vec::new(),
        };
        index.upsert(document);
        for asked in [&content, &text] {
            for hit in index.search(&Query::parse(asked)) {
                prop_assert!(hit.matched.iter().all(|&(from, to)| content.get(from..to).is_some()));
            }
        }
        prop_assert!(index.remove(&[1; 16]));
        prop_assert!(index.search(&Query::parse("")).is_empty());
    }
}
