//! One memory taking another's place: linked, found below, undone, and gone with a forget.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end here")]

mod surroundings;

use keepsake_seal::RecordId;
use keepsake_vault::{Code, ImportJob, OnConflict, RememberRequest, Selection, Vault};
use surroundings::{World, found, keep};

fn vault() -> (tempfile::TempDir, World, Vault) {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let vault = world.create(&folder.path().join("vault")).vault;
    (folder, world, vault)
}

fn keep_with(vault: &mut Vault, request: RememberRequest) -> RecordId {
    vault.remember(request).unwrap().id.parse().unwrap()
}

#[test]
fn a_capture_takes_the_place_of_an_older_one_which_is_kept_and_found_below() {
    let (_folder, world, mut vault) = vault();
    let older = keep(&mut vault, "We write minutes in Markdown, minutes go to the wiki");
    world.advance_ms(60_000);
    let newer = keep_with(
        &mut vault,
        RememberRequest {
            content: "Minutes go to the shared folder".into(),
            replaces: vec![older],
            ..Default::default()
        },
    );
    let hits = found(&mut vault, "minutes wiki");
    assert_eq!(hits.len(), 2);
    assert!(hits[0].contains("shared folder"), "{hits:?}");
    let (old_view, new_view) = (vault.show(&older).unwrap(), vault.show(&newer).unwrap());
    assert_eq!(old_view.replaced_by, Some(newer.to_string()));
    assert_eq!(old_view.valid_to, new_view.valid_from);
    assert_eq!(new_view.valid_from, Some(new_view.created_at.clone()));
    assert_eq!(new_view.replaces, [older.to_string()]);

    vault.hold_both(&older).unwrap();
    assert!(found(&mut vault, "minutes wiki")[0].contains("wiki"));
    assert_eq!(vault.show(&newer).unwrap().replaces, [""; 0]);
    assert_eq!(vault.hold_both(&older).unwrap_err().code, Code::BadInput);
}

#[test]
fn another_process_sees_the_link_at_its_next_search() {
    let (folder, world, mut vault) = vault();
    let older = keep(&mut vault, "The gate code is on the fridge, the gate is left");
    let newer = keep(&mut vault, "The gate is right");
    let mut other = world.open(&folder.path().join("vault")).unwrap();
    assert!(found(&mut other, "gate fridge")[0].contains("fridge"));
    vault.replace(&older, &newer).unwrap();
    assert!(found(&mut other, "gate fridge")[0].contains("right"));
    vault.hold_both(&older).unwrap();
    assert!(found(&mut other, "gate fridge")[0].contains("fridge"));
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let (_folder, _world, mut vault) = vault();
    let [a, b, c] = ["first thought", "second thought", "third thought"].map(|text| keep(&mut vault, text));
    let nobody = RecordId::from_bytes([9; 16]);
    assert_eq!(vault.replace(&a, &nobody).unwrap_err().code, Code::NotFound);
    assert_eq!(vault.replace(&nobody, &a).unwrap_err().code, Code::NotFound);
    assert_eq!(vault.replace(&a, &a).unwrap_err().code, Code::BadInput);
    vault.replace(&a, &b).unwrap();
    vault.replace(&b, &c).unwrap();
    assert_eq!(vault.replace(&c, &a).unwrap_err().code, Code::BadInput);
    assert_eq!(vault.show(&c).unwrap().replaced_by, None);

    let request =
        RememberRequest { content: "not kept".into(), replaces: vec![nobody], ..Default::default() };
    assert_eq!(vault.remember(request).unwrap_err().code, Code::NotFound);
    assert_eq!(found(&mut vault, "thought").len(), 3);
    assert!(found(&mut vault, "\"not kept\"").is_empty());
}

#[test]
fn forgetting_the_newer_one_lets_the_older_one_hold_again() {
    let (_folder, _world, mut vault) = vault();
    let older = keep(&mut vault, "Sunday lunch at one, Sunday");
    let newer = keep(&mut vault, "lunch on Sunday at two");
    vault.replace(&older, &newer).unwrap();
    assert!(found(&mut vault, "Sunday lunch one")[0].contains("two"));
    vault.forget(&[newer]).unwrap();
    assert_eq!(vault.show(&older).unwrap().replaced_by, None);
    assert!(found(&mut vault, "Sunday lunch one")[0].contains("one"));

    let newer = keep(&mut vault, "lunch on Sunday at three");
    vault.replace(&older, &newer).unwrap();
    vault.forget(&[older]).unwrap();
    assert_eq!(vault.show(&newer).unwrap().replaces, [""; 0]);
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn the_latest_wins_only_where_it_is_asked_for_and_only_over_older_ones() {
    let (_folder, world, mut vault) = vault();
    let older = keep(&mut vault, "I live in Lisbon");
    world.advance_ms(60_000);
    let both = keep(&mut vault, "I live in Porto");
    assert_eq!(vault.show(&older).unwrap().replaced_by, None, "both are kept unless it is asked for");
    vault.forget(&[both]).unwrap();

    let latest = |content: &str, created_at_ms| RememberRequest {
        content: content.into(),
        on_conflict: OnConflict::LatestWins,
        created_at_ms,
        ..Default::default()
    };
    let unlike = vault.remember(latest("Tomatoes need the south side of the garden", None)).unwrap();
    assert!(unlike.replaced.is_empty());
    let from_before = vault.remember(latest("I live in Braga", Some(1_500_000_000_000))).unwrap();
    assert!(from_before.replaced.is_empty(), "it is not the latest");
    let kept = vault.remember(latest("I moved to Porto and live there now", None)).unwrap();
    assert!(kept.replaced.contains(&older.to_string()), "{kept:?}");
    assert_eq!(vault.show(&older).unwrap().replaced_by, Some(kept.id));
}

#[test]
fn an_import_lets_the_latest_win_by_its_date_in_whatever_order_it_comes() {
    let (_folder, _world, mut vault) = vault();
    let lines = br#"{"content": "I live in Porto", "created_at": "2026-03-01"}
{"content": "I live in Lisbon", "created_at": "2024-03-01"}
{"content": "Tomatoes need the south side of the garden", "created_at": "2025-01-01"}"#;
    let both = vault.import_job(ImportJob::of_jsonl(lines), &mut |_| true);
    assert_eq!((both.summary.imported, both.summary.replaced), (3, 0));
    let listed = vault.list(&Selection { limit: 9, ..Default::default() }).unwrap().memories;
    let ids: Vec<RecordId> = listed.iter().map(|memory| memory.id.parse().unwrap()).collect();
    vault.forget(&ids).unwrap();

    let job = ImportJob::of_jsonl(lines).on_conflict(OnConflict::LatestWins);
    let report = vault.import_job(job, &mut |_| true);
    assert_eq!((report.summary.imported, report.summary.replaced), (3, 1));
    let listed = vault.list(&Selection { limit: 9, ..Default::default() }).unwrap().memories;
    let replaced: Vec<&str> = listed
        .iter()
        .filter(|memory| memory.replaced_by.is_some())
        .map(|memory| memory.content.as_str())
        .collect();
    assert_eq!(replaced, ["I live in Lisbon"]);
}
