//! A restored index beside one that was built, over random additions, edits, removals and questions; and bytes that are wrong.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;

use crate::naive_tests::{DIMENSIONS, document, question};
use crate::{Document, Filters, Id, Index, Query, Segment, SegmentError};

/// The simplest index's documents, some with topics, a source and a year of their own.
fn labelled() -> impl Strategy<Value = Document> {
    (document(), 0_u8..8).prop_map(|(mut document, bits)| {
        let some = |bit: u8, text: &str| (bits & bit != 0).then(|| text.to_owned());
        document.topics = some(1, "Green Tea").into_iter().chain(some(2, "boats")).collect();
        document.source = some(4, "river-notes");
        document.kind = if bits & 2 != 0 { "fact" } else { "note" }.to_owned();
        document.created_at_ms = i64::from(bits & 1) * 40_000_000_000;
        document
    })
}

fn asked() -> impl Strategy<Value = Query> {
    (question(), 0_u8..4).prop_map(|(query, bits)| {
        let some = |bit: u8, text: &str| (bits & bit != 0).then(|| text.to_owned());
        let filters = Filters {
            topics: some(1, "boats").into_iter().collect(),
            sources: some(2, "River-Notes").into_iter().collect(),
            ..Filters::default()
        };
        let tokens = if bits == 3 { vec![[4; 10]] } else { Vec::new() };
        Query { filters, tokens, ..query }
    })
}

/// A state of its own for each memory, so that a mix-up would show.
fn mark(id: &Id) -> [u8; 16] {
    id.map(|byte| byte ^ 0x5a)
}

fn with_marks<'i>(ids: impl IntoIterator<Item = &'i Id>) -> Vec<(Id, [u8; 16])> {
    ids.into_iter().map(|id| (*id, mark(id))).collect()
}

fn built(steps: &[(Document, bool)]) -> (Index, BTreeMap<Id, Document>) {
    let (mut index, mut left) = (Index::new(DIMENSIONS), BTreeMap::new());
    for (document, removes) in steps {
        if *removes {
            index.remove(&document.id);
            left.remove(&document.id);
        } else {
            index.upsert(document.clone());
            left.insert(document.id, document.clone());
        }
    }
    (index, left)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_restored_index_answers_as_one_that_was_built(
        before in vec((labelled(), prop::bool::weighted(0.3)), 1..40),
        after in vec((labelled(), prop::bool::weighted(0.4)), 0..12),
        questions in vec(asked(), 1..5),
        at_once in 1_usize..9,
        rescored in 1_usize..30,
        worn in any::<bool>(),
    ) {
        let (mut index, left) = built(&before);
        let ids: Vec<Id> = left.keys().copied().collect();
        let mut restored = Index::new(DIMENSIONS);
        if worn {
            // Slots that were used and freed are filled first.
            before.iter().for_each(|(document, _)| restored.upsert(document.clone()));
            before.iter().for_each(|(document, _)| { restored.remove(&document.id); });
        }
        // Newest first, as a window loads them.
        for run in ids.chunks(at_once).rev() {
            let bytes = index.write_segment(&with_marks(run)).unwrap();
            let segment = Segment::read(&bytes).unwrap();
            let told: Vec<_> = segment.memories().map(|(id, mark)| (*id, *mark)).collect();
            prop_assert_eq!(told, with_marks(run));
            restored.take_in(&segment).unwrap();
            prop_assert_eq!(restored.take_in(&segment), Err(SegmentError::Taken));
            prop_assert_eq!(restored.write_segment(&with_marks(run)).unwrap(), bytes, "written anew it is the same");
        }
        for (document, removes) in after {
            for index in [&mut index, &mut restored] {
                if removes {
                    index.remove(&document.id);
                } else {
                    index.upsert(document.clone());
                }
            }
        }
        (index.rescored, restored.rescored) = (rescored, rescored);
        for query in &questions {
            prop_assert_eq!(index.search(query), restored.search(query));
        }
        prop_assert_eq!(index.facets(), restored.facets());
        prop_assert_eq!(index.order(&Filters::default(), 0, 99), restored.order(&Filters::default(), 0, 99));
        prop_assert_eq!(index.waiting_for_vector(), restored.waiting_for_vector());
        for id in 0..20 {
            restored.remove(&[id; 16]);
        }
        prop_assert!(restored.is_blank(), "what was restored is removed as if it had been upserted");
    }

    #[test]
    fn cut_or_changed_bytes_are_an_error_or_a_whole_segment(
        documents in vec(labelled(), 1..12),
        cut in any::<prop::sample::Index>(),
        changed in any::<prop::sample::Index>(),
        to in any::<u8>(),
    ) {
        let steps: Vec<_> = documents.into_iter().map(|document| (document, false)).collect();
        let (index, left) = built(&steps);
        let bytes = index.write_segment(&with_marks(left.keys())).unwrap();
        prop_assert!(Segment::read(&bytes[..cut.index(bytes.len())]).is_err());
        let mut wrong = bytes.to_vec();
        wrong[changed.index(bytes.len())] = to;
        // Whoever seals segments notices any change; here it must only do no harm.
        if let Ok(segment) = Segment::read(&wrong) {
            let mut restored = Index::new(DIMENSIONS);
            if restored.take_in(&segment).is_ok() {
                restored.search(&Query { limit: 9, ..Query::parse("green tea by the river") });
            }
        }
    }
}

#[test]
fn what_cannot_be_written_is_not() {
    let mut index = Index::new(2);
    let document = |id: u8| Document {
        id: [id; 16],
        content: "tea".to_owned(),
        kind: "note".to_owned(),
        topics: Vec::new(),
        source: None,
        thread: None,
        created_at_ms: 0,
        sequence: 0,
        tokens: Vec::new(),
        vectors: vec![vec![0.6, 0.8]],
    };
    index.upsert(document(1));
    for ids in [&[][..], &[[2; 16]], &[[1; 16], [1; 16]]] {
        assert!(index.write_segment(&with_marks(ids)).is_none());
    }
    let bytes = index.write_segment(&with_marks(&[[1; 16]])).unwrap();
    let segment = Segment::read(&bytes).unwrap();
    assert_eq!(Index::new(3).take_in(&segment), Err(SegmentError::Foreign));
    let mut newer = bytes.to_vec();
    newer[3] += 1;
    assert_eq!(Segment::read(&newer).err(), Some(SegmentError::Foreign));
    assert_eq!(Segment::read(b"KRT\x01").err(), Some(SegmentError::Malformed));
}

/// If this fails, words are cut, stemmed or counted otherwise, or vectors rounded otherwise, than when segments of this format
/// were written: raise `FORMAT` and take the new sum over.
#[test]
fn a_known_segment_has_known_bytes() {
    let mut index = Index::new(DIMENSIONS);
    let texts = [
        "Anna's café sells green teas; don't ask for snake_case or 3.14 coffees.",
        "東京都 has HTTPServer at foo.bar, on 2023-05-08?",
        "Running boats ran, boating, boat’s. Straße ŁÓDŹ",
    ];
    for (at, text) in texts.iter().enumerate() {
        let wave = |window: usize| {
            (0..DIMENSIONS).map(|i| ((i * (at + 2) + window) * 37 % 101) as f32 / 101.0 - 0.5).collect()
        };
        index.upsert(Document {
            id: [at as u8; 16],
            content: (*text).to_owned(),
            kind: "fact".to_owned(),
            topics: vec!["Green Tea".to_owned(), "boats".to_owned()],
            source: Some("river-notes".to_owned()),
            thread: Some(format!("session {at}")),
            created_at_ms: 1_683_500_000_000 + at as i64,
            sequence: at as i64,
            tokens: vec![[at as u8; 10]],
            vectors: (0..at).map(wave).collect(),
        });
    }
    let bytes = index.write_segment(&with_marks(&[[0; 16], [1; 16], [2; 16]])).unwrap();
    let sum = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    assert_eq!((bytes.len(), sum), (1502, 11_475_618_640_900_360_519));
}
