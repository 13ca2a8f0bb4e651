//! The vault's verbs from outside: keep, find, edit, take out, forget.
#![allow(clippy::unwrap_used)]

mod surroundings;

use std::fs;

use keepsake_seal::RecordId;
use keepsake_vault::{
    Code, EditRequest, ExportFormat, ExportRequest, ImportFormat, Kind, Originals, RememberRequest,
    SearchRequest, Selection, Swept, format_time,
};
use serde_json::Value;
use surroundings::{World, found, keep};

#[test]
fn a_memory_is_kept_found_edited_exported_and_forgotten() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(&folder.path().join("vault")).vault;
    let id = keep(&mut vault, "The spare key is under the blue pot");
    keep(&mut vault, "Pavel likes rye bread");
    assert_eq!(found(&mut vault, "spare key")[0], "The spare key is under the blue pot");

    world.advance_ms(1000);
    let edit = EditRequest { content: Some("The spare key is with Doro".to_owned()), ..Default::default() };
    vault.edit(&id, edit).unwrap();
    assert!(
        found(&mut vault, "pot").iter().all(|text| !text.contains("pot")),
        "earlier versions are not searched"
    );
    let shown = vault.show(&id).unwrap();
    assert_eq!(shown.content, "The spare key is with Doro");
    assert_eq!(shown.earlier_versions.len(), 1);

    let out = folder.path().join("out.json");
    vault.export_to_file(&out, ExportFormat::Json, Originals::Leave).unwrap();
    let exported: Value = serde_json::from_slice(&fs::read(&out).unwrap()).unwrap();
    assert_eq!(exported["format"], "keepsake-export");
    assert_eq!(exported["memories"][0]["content"], "The spare key is with Doro");
    assert_eq!(
        exported["memories"][0]["earlier_versions"][0]["content"],
        "The spare key is under the blue pot"
    );

    let receipt = vault.forget(&[id]).unwrap();
    assert_eq!((receipt.counts.memories, receipt.counts.versions, receipt.counts.vectors), (1, 2, 1));
    assert!(!receipt.pending);
    assert!(found(&mut vault, "spare key Doro").iter().all(|text| !text.contains("key")));
    assert_eq!(vault.show(&id).unwrap_err().code, Code::NotFound);
    assert_eq!(fs::metadata(folder.path().join("vault/vault.db-wal")).unwrap().len(), 0);
    vault.export_to_file(&out, ExportFormat::Json, Originals::Leave).unwrap();
    assert!(!fs::read_to_string(&out).unwrap().contains("spare key"));
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn what_cannot_be_kept_is_refused_with_its_reason() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let mut refused =
        |content: String| vault.remember(RememberRequest { content, ..Default::default() }).unwrap_err();
    assert_eq!(refused(String::new()).code, Code::Empty);
    assert_eq!(refused(" \n\t\u{3000}".to_owned()).code, Code::Empty);
    let large = refused("x".repeat(65_537));
    assert_eq!(large.code, Code::TooLarge);
    assert!(large.message.contains("65537"));
    let blocked = refused(format!("the token is ghp_{}", "a1B2".repeat(9)));
    assert_eq!(blocked.code, Code::Blocked);
    assert!(!blocked.to_string().contains("a1B2"));
    assert_eq!(vault.status().unwrap().memories, 0);
    keep(&mut vault, &"word ".repeat(65_536 / 5));
}

#[test]
fn what_the_filter_masks_is_nowhere_in_the_vault() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let id = keep(&mut vault, "The card is 4242 4242 4242 4242, in the drawer");
    let text = vault.show(&id).unwrap().content;
    assert!(!text.contains("4242 4242") && text.contains("in the drawer"), "{text}");
    let labelled = RememberRequest {
        content: "hello".to_owned(),
        topics: vec!["5555 5555 5555 4444".to_owned()],
        ..Default::default()
    };
    let id = vault.remember(labelled).unwrap().id.parse().unwrap();
    assert!(!vault.show(&id).unwrap().topics[0].contains("5555 5555"));
}

#[test]
fn an_edit_changes_only_what_is_named_and_passes_the_filter() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let id = keep(&mut vault, "Green tea only");
    vault.edit(&id, EditRequest { kind: Some(Kind::Preference), ..Default::default() }).unwrap();
    let shown = vault.show(&id).unwrap();
    assert_eq!((shown.content.as_str(), shown.kind), ("Green tea only", Kind::Preference));
    let blocked = EditRequest { content: Some("password: Tr0ub4dor&3xyz".to_owned()), ..Default::default() };
    assert_eq!(vault.edit(&id, blocked).unwrap_err().code, Code::Blocked);
    assert_eq!(vault.show(&id).unwrap().content, "Green tea only");
    let stranger = RecordId::from_bytes([9; 16]);
    assert_eq!(vault.edit(&stranger, EditRequest::default()).unwrap_err().code, Code::NotFound);
}

#[test]
fn forgetting_is_all_or_nothing() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let id = keep(&mut vault, "keep me");
    let stranger = RecordId::from_bytes([9; 16]);
    assert_eq!(vault.forget(&[id, stranger]).unwrap_err().code, Code::NotFound);
    assert_eq!(vault.forget(&[]).unwrap_err().code, Code::BadInput);
    assert_eq!(vault.show(&id).unwrap().content, "keep me");
}

#[test]
fn an_import_counts_every_line_and_never_stops_at_a_bad_one() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let lines = format!(
        "{}\n{}\n{}\n\n{}\n{}\n{}\n{}\n",
        r#"{"content":"first","external_id":"1","thread":"t","created_at":"2025-02-03T04:05:06Z"}"#,
        r#"{"content":"my card 4242 4242 4242 4242","external_id":"2"}"#,
        r#"{"content":"  "}"#,
        r#"{"content":"password = Tr0ub4dor&3xyz"}"#,
        "not json",
        format_args!(r#"{{"content":"{}"}}"#, "x".repeat(70_000)),
        r#"{"content":"last"}"#,
    );
    let file = folder.path().join("in.jsonl");
    let mut bytes = lines.into_bytes();
    bytes.extend_from_slice(b"{\"content\":\"\xff\"}\n");
    fs::write(&file, &bytes).unwrap();
    let report = vault.import(&file, ImportFormat::Jsonl, &[], &mut |_| true).unwrap();
    let s = report.summary;
    assert_eq!((s.imported, s.blocked, s.masked, s.failed), (3, 1, 1, 4));
    let places: Vec<&str> = report.failures.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places, ["line 3", "line 5", "line 6", "line 7", "line 9"]);

    let again = vault.import(&file, ImportFormat::Jsonl, &[], &mut |_| true).unwrap().summary;
    assert_eq!(
        (again.unchanged, again.imported, again.revised),
        (2, 1, 0),
        "only lines without an id come twice"
    );

    fs::write(&file, r#"{"content":"first, but other","external_id":"1"}"#).unwrap();
    assert_eq!(vault.import(&file, ImportFormat::Jsonl, &[], &mut |_| true).unwrap().summary.revised, 1);
    let all = vault.list(&Selection { limit: 10, ..Default::default() }).unwrap();
    let revised = all.memories.iter().find(|memory| memory.content == "first, but other").unwrap();
    assert_eq!(revised.created_at, "2025-02-03T04:05:06Z");
    assert_eq!(
        vault
            .import(&folder.path().join("absent"), ImportFormat::Jsonl, &[], &mut |_| true)
            .unwrap_err()
            .code,
        Code::Failed
    );
}

#[test]
fn an_import_can_be_stopped_and_gone_on_with() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let text: String =
        (0..600).map(|i| format!("{{\"content\":\"thought {i}\",\"external_id\":\"{i}\"}}\n")).collect();
    let stopped = vault.import_jsonl(text.as_bytes(), &mut |progress| progress.done < 256);
    assert!(stopped.stopped.is_some() && stopped.summary.imported == 256);
    let rest = vault.import_jsonl(text.as_bytes(), &mut |_| true);
    assert!(rest.stopped.is_none());
    assert_eq!((rest.summary.unchanged, rest.summary.imported), (256, 344));
}

#[test]
fn a_folder_of_markdown_is_imported_with_its_front_matter() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(&folder.path().join("vault")).vault;
    let notes = folder.path().join("notes");
    fs::create_dir_all(notes.join("deep")).unwrap();
    fs::create_dir_all(notes.join(".trash")).unwrap();
    fs::write(
        notes.join("tea.md"),
        "---\ntags:\n  - home\n  - tea\ndate: 2024-05-06\nkind: preference\n---\nGreen, no sugar.\n",
    )
    .unwrap();
    fs::write(notes.join("deep/plain.md"), "Just a note").unwrap();
    fs::write(notes.join("deep/empty.md"), "---\ntags: x\n---\n").unwrap();
    fs::write(notes.join("picture.png"), "x").unwrap();
    fs::write(notes.join(".trash/old.md"), "gone").unwrap();
    let report = vault.import(&notes, ImportFormat::MARKDOWN, &[], &mut |_| true).unwrap();
    assert_eq!((report.summary.imported, report.summary.failed), (2, 0));
    assert!(report.passed_over.contains(&("empty", 1)), "{:?}", report.passed_over);
    let tea = vault.list(&Selection { limit: 10, ..Default::default() }).unwrap().memories;
    let tea = tea.iter().find(|memory| memory.content.starts_with("Green")).unwrap();
    assert_eq!((tea.topics.join(","), tea.kind), ("home,tea".to_owned(), Kind::Preference));
    assert_eq!(
        (tea.created_at.as_str(), tea.external_id.as_deref()),
        ("2024-05-06T00:00:00Z", Some("notes/tea.md"))
    );
    let again = vault.import(&notes, ImportFormat::MARKDOWN, &[], &mut |_| true).unwrap().summary;
    assert_eq!((again.unchanged, again.imported), (2, 0));
}

#[test]
fn expired_memories_are_never_answered() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let now_ms = 1_760_000_000_000;
    let request = RememberRequest {
        content: "gate code for tomorrow".to_owned(),
        expires_at_ms: Some(now_ms + 5000),
        ..Default::default()
    };
    let kept = vault.remember(request.clone()).unwrap();
    assert_eq!(found(&mut vault, "gate code").len(), 1);
    world.advance_ms(5000);
    assert!(found(&mut vault, "gate code").is_empty());
    assert_eq!(vault.list(&Selection { limit: 9, ..Default::default() }).unwrap().total, 0);
    assert_eq!(vault.show(&kept.id.parse().unwrap()).unwrap_err().code, Code::NotFound);
    let mut out = Vec::new();
    vault.export(&mut out, ExportFormat::Markdown, Originals::Leave).unwrap();
    assert!(!String::from_utf8(out).unwrap().contains("gate code"));
    assert_eq!(vault.status().unwrap().expired, 1);
    assert_eq!(vault.remember(request).unwrap_err().code, Code::BadInput, "expired before it is kept");
}

#[test]
fn without_a_model_words_are_searched_and_vectors_follow_later() {
    let (folder, mut world) = (tempfile::tempdir().unwrap(), World::new());
    world.model = false;
    let mut vault = world.create(folder.path()).vault;
    let id = keep(&mut vault, "Aiko plays the cello");
    assert_eq!(found(&mut vault, "cello").len(), 1);
    let answer =
        vault.search(&SearchRequest { text: "cello".to_owned(), limit: 5, ..Default::default() }).unwrap();
    assert!(!answer.by_meaning);
    let status = vault.status().unwrap();
    assert_eq!((status.waiting_for_vector, status.model), (1, None));
    drop(vault);
    world.model = true;
    let mut vault = world.open(folder.path()).unwrap();
    assert_eq!(vault.embed_waiting(10).unwrap(), 1);
    assert_eq!(vault.embed_waiting(10).unwrap(), 0);
    assert_eq!(vault.status().unwrap().waiting_for_vector, 0);
    assert_eq!(vault.forget(&[id]).unwrap().counts.vectors, 1);
}

#[test]
fn a_failed_export_leaves_nothing_and_an_old_file_as_it_was() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(&folder.path().join("vault")).vault;
    keep(&mut vault, "a private thought");
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    // The place is a folder: the whole file is written beside it and cannot take its place.
    assert!(vault.export_to_file(&out, ExportFormat::Json, Originals::Leave).is_err());
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
    assert!(
        vault
            .export_to_file(&folder.path().join("none/there.json"), ExportFormat::Json, Originals::Leave)
            .is_err()
    );
    for own in ["vault/vault.db", "vault/export.json", "vault/../vault/keyslots.json"] {
        let refused =
            vault.export_to_file(&folder.path().join(own), ExportFormat::Json, Originals::Leave).unwrap_err();
        assert_eq!(refused.code, Code::BadInput, "{own}");
    }
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn an_id_may_be_shortened_while_only_one_memory_has_it() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let id = keep(&mut vault, "one");
    keep(&mut vault, "two");
    assert_eq!(vault.find_id(&id.to_string()[..10]).unwrap(), id);
    assert_eq!(vault.find_id(&id.to_string().to_uppercase()).unwrap(), id);
    for unknown in ["", "abc", "zzzzzzzz", "%%%%%%", "ffffffffffffffffffffffffffffffff0"] {
        assert_eq!(vault.find_id(unknown).unwrap_err().code, Code::NotFound, "{unknown}");
    }
    assert!(format_time(0).starts_with("1970-01-01T00:00:00"));
}

#[test]
fn many_get_topics_and_a_date_to_go_and_are_taken_out_alone() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let mut vault = world.create(folder.path()).vault;
    let ids = ["the red kettle", "the blue kettle", "the ferry"].map(|text| keep(&mut vault, text));
    let [red, blue, ferry] = ids;
    let topics = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(vault.retag(&[red, blue], &topics(&["#kitchen", "tea"]), &[]).unwrap(), 2);
    assert_eq!(vault.retag(&[red, blue], &topics(&["kitchen"]), &[]).unwrap(), 0, "nothing to change");
    assert_eq!(vault.retag(&[red, ferry], &topics(&["trip"]), &topics(&["tea"])).unwrap(), 2);
    assert_eq!(vault.show(&red).unwrap().topics, ["kitchen", "trip"]);
    assert_eq!(vault.show(&blue).unwrap().topics, ["kitchen", "tea"]);
    let unknown = keepsake_seal::RecordId::from_bytes([9; 16]);
    assert_eq!(vault.retag(&[red, unknown], &topics(&["x"]), &[]).unwrap_err().code, Code::NotFound);
    assert_eq!(vault.retag(&[red], &topics(&["two\nlines"]), &[]).unwrap_err().code, Code::BadInput);
    assert_eq!(vault.show(&red).unwrap().topics, ["kitchen", "trip"], "nothing was changed");

    let soon = vault.expires_after(3_600_000);
    assert_eq!(found(&mut vault, "kettle").len(), 2);
    assert_eq!(vault.set_expiry(&[red, unknown], Some(soon)).unwrap_err().code, Code::NotFound);
    assert_eq!(vault.set_expiry(&[red], Some(5)).unwrap_err().code, Code::BadInput);
    assert!(vault.show(&red).unwrap().expires_at.is_none());
    assert_eq!(vault.set_expiry(&[red, ferry], Some(soon)).unwrap(), 2);
    assert_eq!(vault.set_expiry(&[ferry], None).unwrap(), 1);

    let mut out = tempfile::NamedTempFile::new().unwrap();
    let request = ExportRequest::new(ExportFormat::Json, Originals::Leave, None).unwrap();
    let report =
        vault.export_request(&mut out, &request.only(&[red, ferry]).unwrap(), &mut |_| true).unwrap();
    let text = std::fs::read_to_string(out.path()).unwrap();
    assert!(report.memories == 2 && text.contains("the red kettle") && !text.contains("the blue kettle"));
    let whole = ExportRequest::new(ExportFormat::Zip, Originals::Leave, None).unwrap();
    assert_eq!(whole.only(&[red]).err().unwrap().code, Code::BadInput);

    world.advance_ms(3_600_001);
    assert_eq!(found(&mut vault, "kettle"), ["the blue kettle"]);
    assert!(matches!(vault.sweep_expired().unwrap(), Swept::Erased(_)));
    assert_eq!(found(&mut vault, "").len(), 2);
}
