//! What stands around the list: pins, shelves, captures by week, saved searches, related memories, versions that return.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may end here")]

mod surroundings;

use keepsake_recall::Filters;
use keepsake_seal::RecordId;
use keepsake_vault::{
    Code, EditRequest, ExportFormat, ExportRequest, ForgetRequest, Originals, RememberRequest, SavedSearch,
    SearchRequest, Selection, Shelf, Vault,
};
use surroundings::{World, found, keep};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

fn vault() -> (tempfile::TempDir, World, Vault) {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let vault = world.create(&folder.path().join("vault")).vault;
    (folder, world, vault)
}

fn listed(vault: &mut Vault, selection: Selection) -> Vec<String> {
    let limit = if selection.limit == 0 { 99 } else { selection.limit };
    let listing = vault.list(&Selection { limit, ..selection }).unwrap();
    listing.memories.into_iter().map(|memory| memory.content).collect()
}

fn edit(vault: &mut Vault, id: &RecordId, text: &str) {
    vault.edit(id, EditRequest { content: Some(text.into()), ..Default::default() }).unwrap();
}

#[test]
fn what_is_pinned_leads_the_list_page_by_page() {
    let (folder, world, mut vault) = vault();
    let ids: Vec<RecordId> = ["one", "two", "three", "four", "five"]
        .iter()
        .map(|text| {
            world.advance_ms(1000);
            keep(&mut vault, text)
        })
        .collect();
    assert_eq!(vault.set_pinned(&[ids[1], ids[3]], true).unwrap(), 2);
    assert_eq!(vault.set_pinned(&[ids[1]], true).unwrap(), 0);
    let all = ["four", "two", "five", "three", "one"];
    let pinned_first = || Selection { pinned_first: true, ..Default::default() };
    assert_eq!(listed(&mut vault, pinned_first()), all);
    for offset in 0..6 {
        for limit in 1..6 {
            let part = listed(&mut vault, Selection { offset, limit, ..pinned_first() });
            let expected: Vec<&str> = all.into_iter().skip(offset).take(limit).collect();
            assert_eq!(part, expected, "from {offset}, {limit}");
        }
    }
    let listing = vault.list(&Selection { limit: 9, ..pinned_first() }).unwrap();
    assert_eq!((listing.total, listing.pinned), (5, 2));
    assert!(vault.show(&ids[1]).unwrap().pinned);

    // Newest first stays newest first where it is not asked for.
    assert_eq!(listed(&mut vault, Selection::default())[0], "five");
    // It stays with the memory when that is edited, and another opening of the vault sees it.
    edit(&mut vault, &ids[1], "two again");
    let mut other = world.open(&folder.path().join("vault")).unwrap();
    let shelf = Selection { shelf: Some(Shelf::Pinned), ..Default::default() };
    assert_eq!(listed(&mut other, shelf.clone()), ["four", "two again"]);
    vault.set_pinned(&ids, false).unwrap();
    assert!(listed(&mut other, shelf).is_empty());
}

#[test]
fn a_pin_for_what_is_not_there_changes_nothing() {
    let (_folder, _world, mut vault) = vault();
    let kept = keep(&mut vault, "tea");
    let error = vault.set_pinned(&[kept, RecordId::from_bytes([7; 16])], true).unwrap_err();
    assert_eq!(error.code, Code::NotFound);
    assert!(!vault.show(&kept).unwrap().pinned);
    vault.set_pinned(&[kept], true).unwrap();
    vault.forget_with(&[kept], ForgetRequest::default()).unwrap();
    assert_eq!(vault.count_on_shelf(Shelf::Pinned).unwrap(), 0);
}

#[test]
fn what_goes_soon_is_listed_until_it_is_gone() {
    let (_folder, world, mut vault) = vault();
    let now_ms = 1_760_000_000_000;
    let mut until = |text: &str, days: i64| {
        let expires_at_ms = Some(now_ms + days * DAY_MS);
        vault
            .remember(RememberRequest { content: text.into(), expires_at_ms, ..Default::default() })
            .unwrap();
    };
    until("tomorrow", 1);
    until("next week", 7);
    until("next year", 365);
    keep(&mut vault, "for good");
    let soon = || Selection { shelf: Some(Shelf::ExpiringSoon), ..Default::default() };
    let mut texts = listed(&mut vault, soon());
    texts.sort();
    assert_eq!(texts, ["next week", "tomorrow"]);
    assert_eq!(vault.count_on_shelf(Shelf::ExpiringSoon).unwrap(), 2);
    world.advance_ms(2 * DAY_MS);
    assert_eq!(listed(&mut vault, soon()), ["next week"]);
    assert_eq!(vault.count_on_shelf(Shelf::ExpiringSoon).unwrap(), 1);
}

#[test]
fn a_question_is_put_to_a_shelf_alone() {
    let (_folder, _world, mut vault) = vault();
    let green = keep(&mut vault, "green tea from the shop");
    keep(&mut vault, "black tea from the market");
    vault.set_pinned(&[green], true).unwrap();
    let filters = vault.narrowed_to(Filters::default(), Some(Shelf::Pinned)).unwrap();
    let request = SearchRequest { text: "tea".into(), filters, limit: 9, ..Default::default() };
    let hits = vault.search(&request).unwrap().hits;
    assert_eq!(hits.len(), 1);
    assert!(hits[0].memory.content.contains("green"));
    assert_eq!(found(&mut vault, "tea").len(), 2);
}

#[test]
fn captures_are_counted_between_moments() {
    let (_folder, world, mut vault) = vault();
    let start_ms = 1_760_000_000_000;
    for days in [0, 0, 6, 7, 20] {
        let created_at_ms = start_ms + days * DAY_MS;
        world.advance_ms(1);
        let request = RememberRequest {
            content: format!("day {days} and {created_at_ms}"),
            created_at_ms: Some(created_at_ms),
            ..Default::default()
        };
        vault.remember(request).unwrap();
    }
    let weeks: Vec<i64> = (0..4).map(|week| start_ms + week * 7 * DAY_MS).collect();
    assert_eq!(vault.counts_between(&weeks).unwrap(), [3, 1, 1]);
    assert_eq!(vault.counts_between(&[start_ms, start_ms + 1]).unwrap(), [2]);
    assert_eq!(vault.counts_between(&[start_ms + 1, start_ms + 2]).unwrap(), [0]);
    assert!(vault.counts_between(&[start_ms]).unwrap().is_empty());
    assert!(vault.counts_between(&[]).unwrap().is_empty());
}

fn search(name: &str, query: &str) -> SavedSearch {
    SavedSearch { name: name.into(), query: query.into(), ..Default::default() }
}

#[test]
fn searches_are_saved_renamed_and_deleted() {
    let (folder, world, mut vault) = vault();
    let asked = SavedSearch {
        kinds: vec!["fact".into()],
        topics: vec!["tea".into()],
        range: "week".into(),
        ..search("  Green \n tea ", "where from")
    };
    let id = vault.save_search(asked.clone()).unwrap();
    let other = vault.save_search(search("Boats", "")).unwrap();
    vault.rename_search(other, "Ships").unwrap();
    drop(vault);
    let mut vault = world.open(&folder.path().join("vault")).unwrap();
    let saved = vault.saved_searches().unwrap();
    assert_eq!(saved[0], SavedSearch { id, name: "Green tea".into(), ..asked });
    assert_eq!((saved[1].id, saved[1].name.as_str()), (other, "Ships"));
    vault.delete_search(id).unwrap();
    assert_eq!(vault.saved_searches().unwrap().len(), 1);
    assert_eq!(vault.delete_search(id).unwrap_err().code, Code::NotFound);
    assert_eq!(vault.rename_search(id, "x").unwrap_err().code, Code::NotFound);
}

#[test]
fn searches_that_are_too_much_or_private_are_not_saved() {
    let (_folder, _world, mut vault) = vault();
    let long = "a".repeat(101);
    for refused in [
        search("", "tea"),
        search("  \n", "tea"),
        search(&long, "tea"),
        search("tea", &"a".repeat(1001)),
        search("tea", "the card 4111 1111 1111 1111"),
        search("4111 1111 1111 1111", "tea"),
        SavedSearch { topics: vec!["x".into(); 51], ..search("tea", "tea") },
        SavedSearch { topics: vec![long.clone()], ..search("tea", "tea") },
        SavedSearch { range: long.clone(), ..search("tea", "tea") },
    ] {
        assert_eq!(vault.save_search(refused.clone()).unwrap_err().code, Code::BadInput, "{refused:?}");
    }
    let id = vault.save_search(search("tea", "tea")).unwrap();
    assert_eq!(vault.rename_search(id, " ").unwrap_err().code, Code::BadInput);
    assert_eq!(vault.rename_search(id, "4111 1111 1111 1111").unwrap_err().code, Code::BadInput);
    assert_eq!(vault.saved_searches().unwrap()[0].name, "tea");
    for at in 1..100 {
        vault.save_search(search(&format!("search {at}"), "tea")).unwrap();
    }
    assert_eq!(vault.save_search(search("one more", "tea")).unwrap_err().code, Code::BadInput);
    assert_eq!(vault.saved_searches().unwrap().len(), 100);
}

#[test]
fn an_export_carries_pins_and_saved_searches_into_the_vault_made_of_it() {
    let (folder, world, mut vault) = vault();
    let pinned = keep(&mut vault, "green tea");
    let loose = keep(&mut vault, "black tea");
    vault.set_pinned(&[pinned], true).unwrap();
    vault.save_search(search("Teas", "tea")).unwrap();
    let file = folder.path().join("all.age");
    let words = "seven quiet boats on the northern lake";
    let request = ExportRequest::new(ExportFormat::Encrypted, Originals::Include, Some(words)).unwrap();
    vault.export_request_to_file(&file, &request, &mut |_| true).unwrap();
    let passphrase = keepsake_seal::Passphrase::new(words).unwrap();
    let (mut made, _) = Vault::create_from_export(
        keepsake_vault::Home::new(folder.path().join("other")),
        keepsake_vault::CreateRequest::new(Some("six green boats on a southern sea"), false).unwrap(),
        World::new().surroundings(),
        &file,
        &passphrase,
        &mut |_| true,
    )
    .unwrap();
    let made = &mut made.vault;
    assert!(made.show(&pinned).unwrap().pinned && !made.show(&loose).unwrap().pinned);
    assert_eq!(made.saved_searches().unwrap()[0].name, "Teas");
    assert_eq!(made.count_on_shelf(Shelf::Pinned).unwrap(), 1);

    // Into a vault that is there: the pin comes along, what was set there stays as it is.
    let mut third = world.create(&folder.path().join("third")).vault;
    third.bring_in(&file, Some(&passphrase), &mut |_| true).unwrap();
    assert!(third.show(&pinned).unwrap().pinned);
    assert!(third.saved_searches().unwrap().is_empty());
}

#[test]
fn new_keys_leave_pins_and_saved_searches() {
    let (_folder, _world, mut vault) = vault();
    let pinned = keep(&mut vault, "green tea");
    vault.set_pinned(&[pinned], true).unwrap();
    vault.save_search(search("Teas", "tea")).unwrap();
    let keys = vault.new_epoch().unwrap();
    vault.adopt_new_keys(keys).unwrap();
    assert!(vault.show(&pinned).unwrap().pinned);
    assert_eq!(vault.saved_searches().unwrap().len(), 1);
}

#[test]
fn related_memories_are_others_about_the_same() {
    let (_folder, mut world, mut vault) = vault();
    let tea = keep(&mut vault, "green tea from the shop behind the station");
    let near = keep(&mut vault, "the shop behind the station has green tea");
    let older = keep(&mut vault, "green tea from the shop behind the market");
    keep(&mut vault, "wholly unlike words stand here alone");
    let related = |vault: &mut Vault| -> Vec<String> {
        vault.related(&tea, 5).unwrap().into_iter().map(|memory| memory.id).collect()
    };
    let ids = related(&mut vault);
    assert!(ids.contains(&near.to_string()) && ids.contains(&older.to_string()), "{ids:?}");
    assert!(!ids.contains(&tea.to_string()) && ids.len() == 2, "{ids:?}");
    assert_eq!(vault.related(&tea, 1).unwrap().len(), 1);

    vault.replace(&older, &tea).unwrap();
    assert_eq!(related(&mut vault), [near.to_string()], "what it replaced is shown as that");
    vault.forget_with(&[near], ForgetRequest::default()).unwrap();
    assert!(related(&mut vault).is_empty());
    assert_eq!(vault.related(&near, 5).unwrap_err().code, Code::NotFound);

    world.model = false;
    let folder = tempfile::tempdir().unwrap();
    let mut without = world.create(&folder.path().join("vault")).vault;
    let one = keep(&mut without, "green tea");
    keep(&mut without, "green tea too");
    assert!(without.related(&one, 5).unwrap().is_empty());
}

#[test]
fn where_a_memory_came_from_is_told() {
    let (_folder, _world, mut vault) = vault();
    let kept = keep(&mut vault, "green tea");
    let origin = vault.origin(&kept).unwrap().unwrap();
    assert_eq!(origin.actor.as_deref(), Some("program"));
    assert_eq!(origin.at, vault.show(&kept).unwrap().created_at);
    assert_eq!(vault.origin(&RecordId::from_bytes([3; 16])).unwrap(), None);
}

#[test]
fn an_earlier_version_returns_as_a_new_one() {
    let (_folder, world, mut vault) = vault();
    let id = keep(&mut vault, "tea at four");
    world.advance_ms(1000);
    edit(&mut vault, &id, "tea at five");
    let first = vault.show(&id).unwrap().earlier_versions[0].id.clone();
    world.advance_ms(1000);
    vault.restore_version(&id, &first, Vec::new()).unwrap();
    let now = vault.show(&id).unwrap();
    assert_eq!(now.content, "tea at four");
    let earlier: Vec<&str> = now.earlier_versions.iter().map(|version| version.content.as_str()).collect();
    assert_eq!(earlier, ["tea at five", "tea at four"]);
    assert_eq!(found(&mut vault, "\"tea at four\""), ["tea at four"]);
}

#[test]
fn what_an_earlier_version_hides_stays_hidden_and_can_be_shown() {
    let (_folder, _world, mut vault) = vault();
    let card = "4242 4242 4242 4242";
    let id = keep(&mut vault, &format!("the card is {card}, keep it"));
    let before = vault.show(&id).unwrap();
    assert!(!before.content.contains("4111"), "{}", before.content);
    assert_eq!(before.placeholders.len(), 1);
    edit(&mut vault, &id, "the card is gone");
    assert!(vault.show(&id).unwrap().placeholders.is_empty());
    let version = vault.show(&id).unwrap().earlier_versions[0].id.clone();
    vault.restore_version(&id, &version, Vec::new()).unwrap();
    let now = vault.show(&id).unwrap();
    assert_eq!((&now.content, now.placeholders.len()), (&before.content, 1));
    let shown = vault.reveal(&id, now.placeholders[0].original.unwrap()).unwrap();
    assert_eq!(shown.as_str(), card);
}

#[test]
fn no_version_returns_that_is_not_this_memorys_or_was_forgotten() {
    let (_folder, _world, mut vault) = vault();
    let (id, other) = (keep(&mut vault, "tea at four"), keep(&mut vault, "boats at noon"));
    edit(&mut vault, &id, "tea at five");
    let version = vault.show(&id).unwrap().earlier_versions[0].id.clone();
    let refused = |vault: &mut Vault, id: &RecordId, version: &str| {
        vault.restore_version(id, version, Vec::new()).unwrap_err().code
    };
    assert_eq!(refused(&mut vault, &other, &version), Code::NotFound);
    assert_eq!(refused(&mut vault, &id, "none"), Code::NotFound);
    assert_eq!(refused(&mut vault, &id, &"0".repeat(32)), Code::NotFound);
    vault.forget_earlier(&id, ForgetRequest::default()).unwrap();
    assert_eq!(refused(&mut vault, &id, &version), Code::NotFound);
    assert_eq!(vault.show(&id).unwrap().content, "tea at five");
}
