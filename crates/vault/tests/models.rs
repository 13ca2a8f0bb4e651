//! A change of the meaning model, from outside: search goes on throughout, a stop half way loses nothing, and in the end
//! only the new model's vectors are there.

#![allow(clippy::unwrap_used, clippy::panic)]

mod surroundings;

use std::path::PathBuf;
use std::sync::Arc;

use keepsake_embed::{Embedder, ModelInfo};
use keepsake_vault::{
    Code, EditRequest, ImportFormat, ModelRecord, ReembedProgress, RememberRequest, SearchRequest, UseModel,
    Vault,
};
use surroundings::{WordHashes, World, found, keep};

fn new_model() -> ModelRecord {
    let ModelInfo { id, dimensions } = WordHashes::other().info().clone();
    ModelRecord { id, dimensions, folder: Some(PathBuf::from("/models/other")), fingerprint: Some([2; 32]) }
}

fn old_model() -> ModelRecord {
    let ModelInfo { id, dimensions } = WordHashes::new().info().clone();
    ModelRecord { id, dimensions, folder: None, fingerprint: None }
}

/// True if the answer came by meaning, false if by words alone.
fn by_meaning(vault: &mut Vault, text: &str) -> bool {
    let request = SearchRequest { text: text.to_owned(), limit: 5, ..Default::default() };
    vault.search(&request).unwrap().by_meaning
}

fn step(vault: &mut Vault, limit: usize) -> ReembedProgress {
    vault.reembed_step(&WordHashes::other(), limit).unwrap()
}

fn finish(vault: &mut Vault) {
    for _ in 0..200 {
        if step(vault, 4).finished {
            return;
        }
    }
    panic!("the change of model does not end");
}

fn current(vault: &Vault) -> String {
    vault.models().unwrap().current.unwrap().id
}

fn vault_of_ten(world: &World, folder: &std::path::Path) -> Vault {
    let mut vault = world.create(folder).vault;
    for number in 0..10 {
        keep(&mut vault, &format!("thought {number} about sailing"));
    }
    vault
}

#[test]
fn search_goes_on_under_the_old_model_until_the_last_memory_has_its_new_vector() {
    let (world, folder) = (World::new(), tempfile::tempdir().unwrap());
    let mut vault = vault_of_ten(&world, folder.path());
    assert_eq!(vault.use_model(&new_model()).unwrap(), UseModel::Building);
    let mut done = 0;
    loop {
        assert!(by_meaning(&mut vault, "sailing"));
        assert_eq!(found(&mut vault, "sailing").len(), 10);
        assert_eq!(current(&vault), "word-hashes-1");
        let progress = step(&mut vault, 3);
        if progress.finished {
            break;
        }
        assert!(progress.done > done || progress.done == 10);
        assert_eq!(progress.total, 10);
        done = progress.done;
    }
    let models = vault.models().unwrap();
    assert_eq!((models.current, models.building), (Some(new_model()), None));
    // The old model is still the one at hand: its questions mean nothing to the new vectors.
    assert!(!by_meaning(&mut vault, "sailing"));
    assert_eq!(found(&mut vault, "sailing").len(), 10);
    assert_eq!(vault.model_to_load().unwrap(), Some(new_model()));
    vault.set_embedder(Arc::new(WordHashes::other()));
    assert!(by_meaning(&mut vault, "sailing"));
    assert_eq!(vault.model_to_load().unwrap(), None);
    let status = vault.status().unwrap();
    assert_eq!((status.vectors, status.waiting_for_vector), (10, 0), "none of the old ones is left");
    assert_eq!(status.model.as_deref(), Some("word-hashes-2"));
    assert_eq!(status.model_from, "/models/other");
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn a_change_that_was_stopped_half_way_goes_on_where_it_was() {
    let (world, folder) = (World::new(), tempfile::tempdir().unwrap());
    let mut vault = vault_of_ten(&world, folder.path());
    vault.use_model(&new_model()).unwrap();
    assert_eq!(step(&mut vault, 6).done, 6);
    // What was taken and never kept is as if it had never been taken.
    drop(vault.reembed_take(WordHashes::other().info(), 3).unwrap());
    drop(vault);
    let mut vault = world.open(folder.path()).unwrap();
    let (record, progress) = vault.models().unwrap().building.unwrap();
    assert_eq!((record, progress.done, progress.total), (new_model(), 6, 10));
    assert!(by_meaning(&mut vault, "sailing"));
    let building = vault.status().unwrap().model_building.unwrap();
    assert_eq!((building.done, building.total), (6, 10));
    assert_eq!(vault.use_model(&new_model()).unwrap(), UseModel::Building);
    assert_eq!(step(&mut vault, 2).done, 8, "nothing is done twice");
    finish(&mut vault);
    drop(vault);
    let mut vault = world.open(folder.path()).unwrap();
    assert_eq!(current(&vault), "word-hashes-2");
    vault.set_embedder(Arc::new(WordHashes::other()));
    assert_eq!(vault.status().unwrap().waiting_for_vector, 0);
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn what_is_captured_edited_imported_or_forgotten_meanwhile_is_caught_up() {
    let (world, folder) = (World::new(), tempfile::tempdir().unwrap());
    let mut vault = vault_of_ten(&world, folder.path());
    let edited = keep(&mut vault, "the harbour at noon");
    let forgotten = keep(&mut vault, "the lighthouse");
    vault.use_model(&new_model()).unwrap();
    while step(&mut vault, 5).done < 12 {}
    let change = EditRequest { content: Some("the harbour at midnight".to_owned()), ..Default::default() };
    assert!(vault.edit(&edited, change).unwrap().embedded, "under the old model, at once");
    vault.forget(&[forgotten]).unwrap();
    let captured =
        vault.remember(RememberRequest { content: "a new keel".to_owned(), ..Default::default() }).unwrap();
    assert!(captured.embedded);
    let lines = folder.path().join("lines.jsonl");
    std::fs::write(&lines, "{\"content\": \"an imported mast\"}\n").unwrap();
    vault.import(&lines, ImportFormat::Jsonl, &[], &mut |_| true).unwrap();
    assert!(!step(&mut vault, 50).finished, "the new ones come first");
    finish(&mut vault);
    vault.set_embedder(Arc::new(WordHashes::other()));
    let status = vault.status().unwrap();
    assert_eq!((status.memories, status.vectors, status.waiting_for_vector), (13, 13, 0));
    for text in ["harbour midnight", "keel", "mast"] {
        assert!(!found(&mut vault, text).is_empty(), "{text}");
    }
    assert!(found(&mut vault, "lighthouse").iter().all(|content| !content.contains("lighthouse")));
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn another_open_vault_follows_and_never_asks_the_new_vectors_in_the_old_numbers() {
    let (world, folder) = (World::new(), tempfile::tempdir().unwrap());
    let mut vault = vault_of_ten(&world, folder.path());
    let mut other = world.open(folder.path()).unwrap();
    assert!(by_meaning(&mut other, "sailing"));
    vault.use_model(&new_model()).unwrap();
    step(&mut vault, 5);
    // Half way both search by the old model, and what one keeps the other finds.
    keep(&mut other, "a thought from elsewhere about knots");
    assert!(by_meaning(&mut other, "sailing") && by_meaning(&mut vault, "knots"));
    finish(&mut vault);
    assert!(other.has_changed_elsewhere().unwrap());
    assert!(!by_meaning(&mut other, "sailing"));
    assert_eq!(found(&mut other, "sailing").len(), 10, "by its words");
    // With the old model at hand nothing can be embedded: it waits for the new one.
    let kept = other
        .remember(RememberRequest {
            content: "a late thought about anchors".to_owned(),
            ..Default::default()
        })
        .unwrap();
    assert!(!kept.embedded);
    assert_eq!(other.embed_waiting(10).unwrap(), 0);
    assert_eq!(other.status().unwrap().waiting_for_vector, 1);
    assert_eq!(other.status().unwrap().model, None);
    other.set_embedder(Arc::new(WordHashes::other()));
    assert_eq!(other.embed_waiting(10).unwrap(), 1);
    assert!(by_meaning(&mut other, "anchors"));
    assert_eq!(other.status().unwrap().vectors, 12);
    assert!(other.verify().unwrap().ok);
}

#[test]
fn two_programs_may_work_on_the_same_change() {
    let (world, folder) = (World::new(), tempfile::tempdir().unwrap());
    let mut vault = vault_of_ten(&world, folder.path());
    vault.use_model(&new_model()).unwrap();
    let mut other = world.open(folder.path()).unwrap();
    // Both take the same memories; the second to keep them finds them done.
    let new = WordHashes::other();
    let mut first = vault.reembed_take(new.info(), 6).unwrap();
    let mut second = other.reembed_take(new.info(), 6).unwrap();
    first.embed(&new);
    second.embed(&new);
    vault.reembed_keep(first).unwrap();
    other.reembed_keep(second).unwrap();
    finish(&mut other);
    assert!(step(&mut vault, 5).finished, "the rest was done elsewhere");
    assert_eq!(vault.status().unwrap().vectors, 10);
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn a_cancelled_change_leaves_everything_as_it_was() {
    let (world, folder) = (World::new(), tempfile::tempdir().unwrap());
    let mut vault = vault_of_ten(&world, folder.path());
    assert!(!vault.cancel_reembedding().unwrap(), "nothing to cancel");
    vault.use_model(&new_model()).unwrap();
    step(&mut vault, 7);
    let mut batch = vault.reembed_take(WordHashes::other().info(), 2).unwrap();
    assert!(vault.cancel_reembedding().unwrap());
    batch.embed(&WordHashes::other());
    assert_eq!(vault.reembed_keep(batch).unwrap_err().code, Code::Failed);
    assert_eq!(vault.reembed_step(&WordHashes::other(), 2).unwrap_err().code, Code::Failed);
    let models = vault.models().unwrap();
    assert_eq!((models.current, models.building), (Some(old_model()), None));
    assert!(by_meaning(&mut vault, "sailing"));
    assert_eq!(vault.status().unwrap().vectors, 10);
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn one_may_go_back_and_choose_again() {
    let (world, folder) = (World::new(), tempfile::tempdir().unwrap());
    let mut vault = vault_of_ten(&world, folder.path());
    // Half way back: the one in use is asked for again.
    vault.use_model(&new_model()).unwrap();
    step(&mut vault, 7);
    assert_eq!(vault.use_model(&old_model()).unwrap(), UseModel::InUse);
    assert!(vault.models().unwrap().building.is_none());
    assert_eq!(vault.status().unwrap().vectors, 10);
    // Half way to a third one.
    vault.use_model(&new_model()).unwrap();
    step(&mut vault, 7);
    let third = ModelRecord { id: "third".to_owned(), fingerprint: Some([3; 32]), ..new_model() };
    assert_eq!(vault.use_model(&third).unwrap(), UseModel::Building);
    assert_eq!(vault.models().unwrap().building.unwrap().1.done, 0);
    assert_eq!(vault.status().unwrap().vectors, 10);
    // All the way there and back.
    vault.use_model(&new_model()).unwrap();
    finish(&mut vault);
    assert_eq!(vault.use_model(&old_model()).unwrap(), UseModel::Building);
    while !vault.reembed_step(&WordHashes::new(), 4).unwrap().finished {}
    assert_eq!(vault.models().unwrap().current, Some(old_model()));
    assert!(by_meaning(&mut vault, "sailing"));
    assert_eq!(vault.status().unwrap().vectors, 10);
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn the_model_in_use_may_move_and_not_change() {
    let (world, folder) = (World::new(), tempfile::tempdir().unwrap());
    let mut vault = vault_of_ten(&world, folder.path());
    vault.use_model(&new_model()).unwrap();
    finish(&mut vault);
    let moved = ModelRecord { folder: Some(PathBuf::from("/elsewhere")), ..new_model() };
    assert_eq!(vault.use_model(&moved).unwrap(), UseModel::InUse);
    assert_eq!(vault.models().unwrap().current, Some(moved.clone()));
    for changed in [
        ModelRecord { fingerprint: Some([9; 32]), ..new_model() },
        ModelRecord { fingerprint: None, folder: None, ..new_model() },
    ] {
        assert_eq!(vault.use_model(&changed).unwrap_err().code, Code::BadInput);
        assert_eq!(vault.models().unwrap().current, Some(moved.clone()));
    }
}

#[test]
fn a_model_that_is_not_being_built_changes_nothing() {
    let (world, folder) = (World::new(), tempfile::tempdir().unwrap());
    let mut vault = vault_of_ten(&world, folder.path());
    assert_eq!(vault.reembed_step(&WordHashes::other(), 4).unwrap_err().code, Code::Failed);
    vault.use_model(&ModelRecord { id: "third".to_owned(), ..new_model() }).unwrap();
    assert_eq!(vault.reembed_step(&WordHashes::other(), 4).unwrap_err().code, Code::Failed);
    for wrong in
        [ModelRecord { dimensions: 0, ..new_model() }, ModelRecord { dimensions: 8193, ..new_model() }]
    {
        assert!(vault.use_model(&wrong).is_err());
    }
    assert_eq!(vault.models().unwrap().building.unwrap().0.id, "third");
    // Under a known id, vectors of another length are no vectors of this model.
    struct Longer(ModelInfo);
    impl Embedder for Longer {
        fn info(&self) -> &ModelInfo {
            &self.0
        }
        fn embed(&self, text: &str) -> Result<Vec<keepsake_embed::WindowVector>, keepsake_embed::Error> {
            Ok(vec![keepsake_embed::WindowVector { start: 0, end: text.len(), vector: vec![0.5; 40] }])
        }
    }
    let longer = Longer(ModelInfo { id: "third".to_owned(), dimensions: 40 });
    assert_eq!(vault.reembed_step(&longer, 4).unwrap_err().code, Code::Inconsistent);
    assert_eq!(vault.status().unwrap().vectors, 10);
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn what_the_new_model_cannot_read_does_not_hold_the_change_up() {
    let (world, folder) = (World::new(), tempfile::tempdir().unwrap());
    let mut vault = vault_of_ten(&world, folder.path());
    let odd = keep(&mut vault, "an unreadable thought");
    vault.use_model(&new_model()).unwrap();
    while step(&mut vault, 4).done < 11 {}
    // Edited, it can be read: then it is no exception any more.
    let change = EditRequest { content: Some("a plain thought".to_owned()), ..Default::default() };
    vault.edit(&odd, change).unwrap();
    keep(&mut vault, "a second unreadable thought");
    finish(&mut vault);
    vault.set_embedder(Arc::new(WordHashes::other()));
    assert_eq!(vault.status().unwrap().waiting_for_vector, 1);
    assert_eq!(found(&mut vault, "second unreadable").len(), 1, "its words still find it");
}

#[test]
fn an_empty_vault_changes_at_once_and_a_fresh_one_takes_what_comes_first() {
    let (world, folder) = (World::new(), tempfile::tempdir().unwrap());
    let mut vault = world.create(folder.path()).vault;
    assert_eq!(vault.models().unwrap().current, None);
    vault.use_model(&new_model()).unwrap();
    // A memory comes in between, under the model that is at hand.
    keep(&mut vault, "the first thought");
    finish(&mut vault);
    assert_eq!(current(&vault), "word-hashes-2");
    vault.set_embedder(Arc::new(WordHashes::other()));
    assert!(by_meaning(&mut vault, "first"));
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn a_newer_keepsake_s_own_model_takes_the_older_one_s_place() {
    let (world, folder) = (World::new(), tempfile::tempdir().unwrap());
    let mut vault = vault_of_ten(&world, folder.path());
    let newer = WordHashes::other();
    assert!(!vault.replace_bundled_model(WordHashes::new().info()).unwrap(), "it is the same");
    assert!(vault.replace_bundled_model(newer.info()).unwrap());
    vault.set_embedder(Arc::new(newer));
    while vault.embed_waiting(3).unwrap() > 0 {}
    assert!(by_meaning(&mut vault, "sailing"));
    assert_eq!(vault.status().unwrap().vectors, 10);
    // One of the person's own choice is left alone.
    let own = ModelRecord { id: "own".to_owned(), ..new_model() };
    struct Own(ModelInfo);
    impl Embedder for Own {
        fn info(&self) -> &ModelInfo {
            &self.0
        }
        fn embed(&self, text: &str) -> Result<Vec<keepsake_embed::WindowVector>, keepsake_embed::Error> {
            WordHashes::other().embed(text)
        }
    }
    vault.use_model(&own).unwrap();
    let own = Own(ModelInfo { id: "own".to_owned(), dimensions: 24 });
    while !vault.reembed_step(&own, 4).unwrap().finished {}
    assert!(!vault.replace_bundled_model(WordHashes::new().info()).unwrap());
    assert_eq!(current(&vault), "own");
}
