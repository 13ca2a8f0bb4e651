//! The snapshot from inside: what it leaves behind, what damages it, and that no answer depends on it.

use std::path::Path;
use std::sync::Arc;

use keepsake_seal::{MemoryKeychain, RecordId};
use rusqlite::params;

use crate::inside_tests::{Sharp, keep, pages_hold, sharp, surroundings, telltale, vault};
use crate::snapshot::Sizes;
use crate::{EditRequest, Home, Loaded, RememberRequest, SearchRequest, Selection, UnlockSecret, Vault};

const SMALL: Sizes = Sizes { most_in_a_segment: 16, fewest_in_a_segment: 4, fewest_in_a_vault: 1 };

fn reopened(folder: &Path, keychain: &Arc<MemoryKeychain>) -> Vault {
    Vault::open(Home::new(folder), &UnlockSecret::Keychain, surroundings(keychain)).unwrap()
}

fn number(vault: &Vault, sql: &str) -> i64 {
    vault.db.query_row(sql, [], |row| row.get(0)).unwrap()
}

fn segments(vault: &Vault) -> i64 {
    number(vault, "SELECT count(*) FROM segment")
}

fn segment_of(vault: &Vault, id: &RecordId) -> Option<i64> {
    let sql = "SELECT segment.number FROM memory LEFT JOIN segment ON segment.number = memory.segment WHERE memory.id = ?1";
    vault.db.query_row(sql, [id.as_bytes()], |row| row.get(0)).unwrap()
}

/// What is found and listed, in order, with scores.
fn answers(vault: &mut Vault) -> Vec<String> {
    let mut all = Vec::new();
    for text in ["thought", "telltale", "number 7", "\"ordinary thought\" -garden", "", "gardn tea", "again"]
    {
        let request = SearchRequest { text: text.to_owned(), limit: 99, ..SearchRequest::default() };
        let found = vault.search(&request).unwrap();
        all.extend(
            found.hits.iter().map(|hit| format!("{text} {} {} {:?}", hit.memory.id, hit.score, hit.matched)),
        );
    }
    let facets = vault.facets().unwrap();
    all.push(format!("{:?} {:?} {}", facets.kinds, facets.topics, facets.total));
    let listed = vault.list(&Selection { limit: 99, ..Selection::default() }).unwrap();
    all.extend(listed.memories.iter().map(|memory| memory.id.clone()));
    all
}

/// Forty thoughts and one that stands out, all in segments.
fn snapshotted(folder: &Path) -> (Vault, Arc<MemoryKeychain>, Vec<RecordId>, RecordId) {
    let (mut vault, keychain) = vault(folder);
    let mut ids = Vec::new();
    for i in 0..40 {
        let topics = if i % 3 == 0 { vec!["garden tea".to_owned()] } else { Vec::new() };
        let content = format!("an ordinary thought, number {i}");
        let thread = Some(format!("sitting {}", i / 5));
        let request = RememberRequest { content, topics, thread, ..RememberRequest::default() };
        ids.push(vault.remember(request).unwrap().id.parse().unwrap());
        if i == 20 {
            ids.push(keep(&mut vault, "the telltale thought"));
        }
    }
    let id = ids[21];
    assert_eq!(vault.write_segments(99, SMALL).unwrap(), 3);
    assert_eq!(vault.write_segments(99, SMALL).unwrap(), 0, "every memory is in one");
    (vault, keychain, ids, id)
}

/// The sealed bytes and the wrapped key of the segment that holds a memory.
fn traces(vault: &Vault, id: &RecordId) -> Vec<Vec<u8>> {
    let sql =
        "SELECT payload, wrapped_key FROM segment WHERE number = (SELECT segment FROM memory WHERE id = ?1)";
    let (payload, key): (Vec<u8>, Vec<u8>) =
        vault.db.query_row(sql, [id.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    // Pieces: a payload goes on from page to page.
    payload.chunks_exact(64).map(<[u8]>::to_vec).chain([key]).collect()
}

/// The telltale vector as a segment has it.
fn codes() -> Vec<u8> {
    let largest = telltale().into_iter().fold(0.0, f32::max);
    telltale().iter().map(|x| (x / (largest / 127.0)).round() as i8 as u8).collect()
}

#[test]
fn forgetting_leaves_nothing_of_the_segment_in_any_page() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, keychain, _, id) = snapshotted(folder.path());
    let traces = traces(&vault, &id);
    let found = traces.iter().filter(|trace| pages_hold(&vault, trace)).count();
    assert!(found > traces.len() / 2 && traces.len() > 10, "the scan finds what is there");
    let plain = [b"telltale".to_vec(), b"ordinary thought".to_vec(), codes()];
    assert!(
        plain.iter().all(|plain| !pages_hold(&vault, plain)),
        "a segment is sealed in the opened database"
    );
    let receipt = vault.forget(&[id]).unwrap();
    assert!(!receipt.pending);
    assert_eq!(segments(&vault), 2, "only its own segment went");
    let log = folder.path().join("vault.db-wal");
    assert!(
        std::fs::metadata(log).map_or(true, |log| log.len() == 0),
        "nothing is left in the write-ahead log"
    );
    for trace in traces.iter().chain(&plain) {
        assert!(!pages_hold(&vault, trace));
    }
    let before = answers(&mut vault);
    assert!(before.iter().any(|line| line.starts_with("thought")));
    drop(vault);
    let mut vault = reopened(folder.path(), &keychain);
    assert_eq!(answers(&mut vault), before, "its neighbours are read from their versions");
    assert_eq!(vault.write_segments(99, SMALL).unwrap(), 1, "and get a new segment");
    assert!(traces.iter().all(|trace| !pages_hold(&vault, trace)));
    drop(vault);
    assert_eq!(answers(&mut reopened(folder.path(), &keychain)), before);
}

#[test]
fn a_change_of_model_takes_every_segment_along_and_only_the_vault_s_model_writes_new_ones() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, keychain, _, id) = snapshotted(folder.path());
    let traces = traces(&vault, &id);
    vault.use_model(&sharp()).unwrap();
    while !vault.reembed_step(&Sharp::new(), 64).unwrap().finished {
        assert_eq!(segments(&vault), 3, "the old model answers from them until the change");
    }
    assert_eq!(segments(&vault), 0);
    assert!(traces.iter().all(|trace| !pages_hold(&vault, trace)));
    vault.set_embedder(Arc::new(Sharp::new()));
    assert_eq!(vault.write_segments(99, SMALL).unwrap(), 3);
    let before = answers(&mut vault);
    drop(vault);
    // A program that has the old model loaded answers by words, and leaves alone what is not its own.
    let mut other = reopened(folder.path(), &keychain);
    assert!(
        !other
            .search(&SearchRequest { text: "telltale".to_owned(), limit: 9, ..SearchRequest::default() })
            .unwrap()
            .by_meaning
    );
    assert_eq!(other.write_segments(99, SMALL).unwrap(), 0);
    assert_eq!(segments(&other), 3);
    other.set_embedder(Arc::new(Sharp::new()));
    assert_eq!(answers(&mut other), before);
}

#[test]
fn the_scan_for_segments_can_fail() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _, _, id) = snapshotted(folder.path());
    vault.db.pragma_update_and_check(None, "secure_delete", "OFF", |_| Ok(())).unwrap();
    let traces = traces(&vault, &id);
    vault.forget(&[id]).unwrap();
    assert!(traces.iter().any(|trace| pages_hold(&vault, trace)));
}

#[test]
fn a_vault_answers_from_its_segments_as_without() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, keychain, ..) = snapshotted(folder.path());
    let before = answers(&mut vault);
    drop(vault);
    let mut vault = reopened(folder.path(), &keychain);
    assert_eq!(answers(&mut vault), before);
    let live = vault.live.as_ref().unwrap();
    assert_eq!((live.outside, live.useless_segments.len()), (0, 0), "nothing was read from its version");
    vault.db.execute("DELETE FROM segment", []).unwrap();
    drop(vault);
    assert_eq!(answers(&mut reopened(folder.path(), &keychain)), before);
}

#[test]
fn whatever_changes_a_memory_takes_its_segment_along() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, keychain, ids, telltale) = snapshotted(folder.path());
    let edit = EditRequest { content: Some("another thought, again".to_owned()), ..EditRequest::default() };
    vault.edit(&ids[0], edit).unwrap();
    assert_eq!((segment_of(&vault, &ids[0]), segment_of(&vault, &ids[1])), (None, None));
    assert_eq!(segments(&vault), 2);
    // As for a memory that waited for its vector.
    vault.db.execute("DELETE FROM vector_window WHERE memory = ?1", [telltale.as_bytes()]).unwrap();
    assert_eq!(vault.embed_waiting(9).unwrap(), 1);
    assert_eq!((segment_of(&vault, &telltale), segments(&vault)), (None, 1));
    // A segment that takes a memory over from another one.
    let taken = number(&vault, "SELECT number FROM segment");
    vault.db.execute("UPDATE memory SET segment = 99 WHERE id = ?1", [ids[40].as_bytes()]).unwrap();
    assert_eq!(segments(&vault), 0, "{taken} would have kept what is forgotten");
    let before = answers(&mut vault);
    drop(vault);
    assert_eq!(answers(&mut reopened(folder.path(), &keychain)), before);
}

#[test]
fn what_goes_by_itself_is_in_no_segment() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    let expires_at_ms = Some(vault.now_ms() + 3_600_000);
    let request =
        RememberRequest { content: "gone soon".to_owned(), expires_at_ms, ..RememberRequest::default() };
    let passing: RecordId = vault.remember(request).unwrap().id.parse().unwrap();
    let staying: Vec<RecordId> = (0..8).map(|i| keep(&mut vault, &format!("thought {i}"))).collect();
    assert_eq!(vault.write_segments(9, SMALL).unwrap(), 1);
    assert!(segment_of(&vault, &passing).is_none() && segment_of(&vault, &staying[7]).is_some());
    assert_eq!(vault.list(&Selection::default()).unwrap().total, 9);
}

#[test]
fn a_damaged_segment_hides_nothing_and_is_written_anew() {
    for (what, sql) in [
        ("overwritten", "UPDATE segment SET payload = zeroblob(4000) WHERE number = 2"),
        ("cut", "UPDATE segment SET payload = substr(payload, 1, 500) WHERE number = 2"),
        (
            "in another's place",
            "UPDATE segment SET (epoch, wrap_nonce, wrapped_key, nonce, payload) =
             (SELECT epoch, wrap_nonce, wrapped_key, nonce, payload FROM segment WHERE number = 1) WHERE number = 2",
        ),
        ("of another model", "UPDATE segment SET model = 'other' WHERE number = 2"),
        ("of a newer format", "UPDATE segment SET format = 99 WHERE number = 2"),
        ("without one of its memories", "UPDATE memory SET segment = NULL WHERE sequence = 20"),
        ("of earlier versions", "UPDATE version SET id = zeroblob(16) WHERE id = (SELECT version FROM memory WHERE sequence = 20);
          UPDATE memory SET version = zeroblob(16) WHERE sequence = 20"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (mut vault, keychain, ..) = snapshotted(folder.path());
        let mut before = answers(&mut vault);
        vault.db.execute_batch("DROP TRIGGER segment_goes_when_replaced").unwrap();
        vault.db.execute_batch(sql).unwrap();
        drop(vault);
        let mut vault = reopened(folder.path(), &keychain);
        if what == "of earlier versions" {
            // Its version lies where it was not sealed, so it is damaged, and no segment may stand in for it.
            assert_eq!((vault.list(&Selection::default()).unwrap().total, vault.damaged_memories()), (40, 1));
            before = answers(&mut vault);
        }
        assert_eq!(answers(&mut vault), before, "{what}");
        assert!(vault.write_segments(99, SMALL).unwrap() >= 1, "{what}");
        drop(vault);
        let mut vault = reopened(folder.path(), &keychain);
        assert_eq!(answers(&mut vault), before, "{what}");
    }
}

#[test]
fn the_newest_are_read_first_and_others_may_write_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let (vault, keychain, ids, telltale) = snapshotted(folder.path());
    drop(vault);
    let mut slow = reopened(folder.path(), &keychain);
    assert_eq!(slow.load_some(1).unwrap(), Loaded { done: 9, total: 41 });
    let mut other = reopened(folder.path(), &keychain);
    other.forget(&[telltale, ids[0], ids[40]]).unwrap();
    let edit = EditRequest { content: Some("changed meanwhile".to_owned()), ..EditRequest::default() };
    other.edit(&ids[1], edit).unwrap();
    keep(&mut other, "a thought that came meanwhile");
    let mut all = vec![slow.load_some(1).unwrap()];
    while !all.last().is_none_or(Loaded::is_whole) {
        let request = SearchRequest { text: "thought".to_owned(), limit: 99, ..SearchRequest::default() };
        let found = slow.search_so_far(&request).unwrap();
        assert_eq!(found.loaded, *all.last().unwrap());
        assert!(found.hits.iter().all(|hit| hit.memory.id != telltale.to_string()));
        all.push(slow.load_some(1).unwrap());
    }
    assert!(all.windows(2).all(|two| two[0].done <= two[1].done), "{all:?}");
    assert_eq!(all.last(), Some(&Loaded { done: 39, total: 39 }));
    assert_eq!(answers(&mut slow), answers(&mut other));
}

#[test]
fn a_full_disk_or_another_writer_costs_the_snapshot_only() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, keychain) = vault(folder.path());
    for i in 0..20 {
        keep(&mut vault, &format!("thought {i}, {}", "too much for what is left of the file ".repeat(40)));
    }
    let before = answers(&mut vault);
    let other = reopened(folder.path(), &keychain);
    other.db.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(vault.write_segments(9, SMALL).unwrap(), 0);
    other.db.execute_batch("COMMIT").unwrap();
    let pages: i64 = vault.db.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    vault.db.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).unwrap();
    assert_eq!(vault.write_segments(9, SMALL).unwrap(), 0);
    assert_eq!((answers(&mut vault), segments(&vault)), (before, 0));
    vault.db.pragma_update_and_check(None, "max_page_count", pages + 999, |_| Ok(())).unwrap();
    assert_eq!(vault.write_segments(9, SMALL).unwrap(), 2);
}

#[test]
fn a_snapshot_that_the_database_has_moved_on_from_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, keychain) = vault(folder.path());
    let ids: Vec<RecordId> = (0..8).map(|i| keep(&mut vault, &format!("thought {i}"))).collect();
    answers(&mut vault);
    // The index has looked; then another program writes.
    let mut other = reopened(folder.path(), &keychain);
    other.forget(&[ids[3]]).unwrap();
    let live = vault.live.take();
    let newest = number(&vault, "SELECT max(sequence) FROM change");
    vault.live = live.map(|mut live| {
        assert!(live.last_change < newest);
        live.outside = 99;
        live
    });
    assert_eq!(vault.write_outside(9, SMALL).unwrap(), 0);
    assert_eq!(segments(&vault), 0);
    assert_eq!(vault.write_segments(9, SMALL).unwrap(), 1, "after another look it is");
    let held =
        vault
            .db
            .query_row("SELECT memories FROM segment WHERE id != ?1", params![[0_u8; 16]], |row| row.get(0));
    assert_eq!(held, Ok(7));
}
