//! What one memory has replaced is still found, below the one that replaced it.

mod memories;

use keepsake_recall::{Index, Query};
use memories::{id, memory};

fn asked(index: &Index, text: &str) -> Vec<u8> {
    let query = Query { text: text.into(), limit: 10, ..Query::default() };
    index.search(&query).iter().map(|hit| hit.id[0]).collect()
}

fn vault() -> Index {
    let mut index = Index::new(2);
    index.upsert(memory(1, "I live in Lisbon, in a flat in Lisbon near the river"));
    index.upsert(memory(2, "I live in Porto now, no longer in Lisbon"));
    index.upsert(memory(3, "Lisbon has seven hills"));
    index
}

#[test]
fn the_older_one_comes_below_the_newer_one() {
    let mut index = vault();
    assert_eq!(asked(&index, "live in Lisbon")[0], 1);
    assert!(index.set_replaced(&id(1), Some(id(2))));
    let hits = asked(&index, "live in Lisbon");
    let place = |number: u8| hits.iter().position(|&hit| hit == number);
    assert!(place(2) < place(1) && place(1).is_some(), "{hits:?}");
    assert!(index.set_replaced(&id(1), None));
    assert_eq!(asked(&index, "live in Lisbon")[0], 1);
}

#[test]
fn a_replacement_that_was_replaced_itself_comes_below_as_well() {
    let mut index = vault();
    index.upsert(memory(4, "Lisbon again: I live in Lisbon"));
    index.set_replaced(&id(1), Some(id(2)));
    index.set_replaced(&id(2), Some(id(4)));
    let hits = asked(&index, "live in Lisbon");
    let place = |number: u8| hits.iter().position(|&hit| hit == number);
    assert!(place(4) < place(2) && place(2) < place(1), "{hits:?}");
}

#[test]
fn a_newer_one_that_is_not_found_holds_nothing_down() {
    let mut index = vault();
    index.set_replaced(&id(1), Some(id(2)));
    assert_eq!(asked(&index, "the river"), [1]);
    assert_eq!(asked(&index, "seven Lisbon"), [3, 2, 1]);
}

#[test]
fn removing_or_replacing_a_memory_ends_its_being_replaced() {
    let mut index = vault();
    index.set_replaced(&id(1), Some(id(2)));
    index.remove(&id(1));
    assert!(!index.set_replaced(&id(1), Some(id(2))), "it is not there");
    index.upsert(memory(1, "I live in Lisbon, in a flat in Lisbon near the river"));
    assert_eq!(asked(&index, "live in Lisbon")[0], 1);
}

#[test]
fn the_nearest_are_found_by_vector_alone() {
    let mut index = Index::new(2);
    for (number, vector) in [(1, [1.0, 0.0]), (2, [0.8, 0.6]), (3, [-1.0, 0.0])] {
        let mut memory = memory(number, "the same words");
        memory.vectors = vec![vector.to_vec()];
        index.upsert(memory);
    }
    index.upsert(memory(4, "no vector yet"));
    let near = index.nearest(&[1.0, 0.0], 2);
    assert_eq!(near.iter().map(|near| near.id).collect::<Vec<_>>(), [id(1), id(2)]);
    assert!((near[1].cosine - 0.8).abs() < 0.01);
    assert_eq!(index.nearest(&[1.0, 0.0], 9).len(), 3);
    assert!(index.nearest(&[1.0], 2).is_empty() && index.nearest(&[1.0, 0.0], 0).is_empty());
}
