//! Exports from outside: every form holds what it should, an encrypted one comes back as an equal vault, and what was changed,
//! cut off or locked by another passphrase is refused with nothing done.
#![allow(clippy::unwrap_used)]

mod surroundings;

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use keepsake_seal::{Passphrase, RecordId};
use keepsake_vault::{
    Choice, Code, CreateRequest, EditRequest, Error, ExportFormat, ExportRequest, ForgetRequest, Home,
    ImportJob, Kind, OnConflict, Originals, RememberRequest, Vault,
};
use serde_json::Value;
use surroundings::{World, found, keep};
use tempfile::TempDir;

const PASSPHRASE: &str = "seven amber kettles hum quietly";
const CARD: &str = "4242 4242 4242 4242";

fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE).unwrap()
}

struct Desk {
    folder: TempDir,
    world: World,
}

impl Desk {
    fn new() -> Desk {
        Desk { folder: tempfile::tempdir().unwrap(), world: World::new() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn vault(&self, name: &str) -> Vault {
        let request = CreateRequest::new(Some(surroundings::PASSPHRASE), false).unwrap();
        Vault::create(Home::new(self.path(name)), request, self.world.surroundings()).unwrap().vault
    }

    fn new_from(&self, name: &str, export: &Path) -> Result<Vault, Error> {
        let request = CreateRequest::new(Some(surroundings::PASSPHRASE), false).unwrap();
        let home = Home::new(self.path(name));
        let made = Vault::create_from_export(
            home,
            request,
            self.world.surroundings(),
            export,
            &passphrase(),
            &mut |_| true,
        );
        made.map(|(created, _)| created.vault)
    }

    /// A vault with everything in it that an export has to carry.
    fn furnished(&self) -> Vault {
        let mut vault = self.vault("first");
        let old = keep(&mut vault, "The spare key is with Anna");
        self.world.advance_ms(1500);
        let request =
            EditRequest { content: Some("The spare key is with Doro".to_owned()), ..Default::default() };
        vault.edit(&old, request).unwrap();
        let lived = keep(&mut vault, "We live in Ghent");
        let request = RememberRequest {
            content: "We live in Liège \u{1f3e0}".to_owned(),
            kind: Kind::Fact,
            topics: vec!["home, sweet".to_owned(), "\"quoted\"".to_owned()],
            source: Some("letters".to_owned()),
            thread: Some("move".to_owned()),
            created_at_ms: Some(1_600_000_000_123),
            replaces: vec![lived],
            ..Default::default()
        };
        vault.remember(request).unwrap();
        keep(&mut vault, &format!("My ferry card: {CARD}, do not lose"));
        let gone = keep(&mut vault, "to be forgotten");
        vault.forget(&[gone]).unwrap();
        let lines = br#"{"content":"From elsewhere","source":"notes","external_id":"n-1"}"#;
        assert_eq!(vault.import_jsonl(lines, &mut |_| true).summary.imported, 1);
        vault.set_filter_kind("email_address", keepsake_filter::Action::Seal).unwrap();
        vault
            .add_filter_rule(
                keepsake_filter::What::Word("Zanzibar".to_owned()),
                keepsake_filter::Action::Mask,
            )
            .unwrap();
        let choice =
            Choice { kind: "credit_card".to_owned(), action: keepsake_filter::Action::Allow, always: true };
        let request = RememberRequest {
            content: "A test card is 5555 5555 5555 4444".to_owned(),
            choices: vec![choice],
            ..Default::default()
        };
        vault.remember(request).unwrap();
        vault
    }
}

fn request(format: ExportFormat, originals: Originals) -> ExportRequest {
    let locked = matches!(format, ExportFormat::Encrypted | ExportFormat::Html);
    ExportRequest::new(format, originals, locked.then_some(PASSPHRASE)).unwrap()
}

fn write(vault: &mut Vault, path: &Path, format: ExportFormat) {
    vault.export_request_to_file(path, &request(format, Originals::Leave), &mut |_| true).unwrap();
}

fn ids(vault: &mut Vault) -> Vec<RecordId> {
    let all = keepsake_vault::Selection { limit: 1000, ..Default::default() };
    vault.list(&all).unwrap().memories.iter().map(|memory| memory.id.parse().unwrap()).collect()
}

/// The whole zip inside an encrypted export, entry by entry.
fn entries(bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(io::Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let read = |name: String| {
        let mut bytes = Vec::new();
        archive.by_name(&name).unwrap().read_to_end(&mut bytes).unwrap();
        (name, bytes)
    };
    names.into_iter().map(read).collect()
}

fn opened(path: &Path) -> Vec<u8> {
    let mut plain = Vec::new();
    let file = fs::File::open(path).unwrap();
    keepsake_seal::AgeReader::open(file, &passphrase()).unwrap().read_to_end(&mut plain).unwrap();
    plain
}

#[test]
fn an_encrypted_export_comes_back_as_an_equal_vault() {
    let desk = Desk::new();
    let mut first = desk.furnished();
    let file = desk.path("all.age");
    write(&mut first, &file, ExportFormat::Encrypted);
    let mut second = desk.new_from("second", &file).unwrap();
    assert_eq!(first.id(), second.id());
    assert!(ids(&mut first) == ids(&mut second) && ids(&mut first).len() == 6);
    // All that an encrypted export holds, tokens, originals and keys included, is the same once more but for the time and what
    // was noted of the export itself.
    let again = desk.path("again.age");
    write(&mut second, &again, ExportFormat::Encrypted);
    let (one, two) = (entries(opened(&file)), entries(opened(&again)));
    assert_eq!(one.len(), two.len());
    for ((name, one), (other, two)) in one.iter().zip(&two) {
        assert_eq!(name, other);
        match name.as_str() {
            "README.txt" => {}
            "audit.json" => {
                let (one, two): (Vec<Value>, Vec<Value>) =
                    (serde_json::from_slice(one).unwrap(), serde_json::from_slice(two).unwrap());
                assert_eq!(one[..], two[..one.len()], "the trail goes on");
                assert!(two.len() > one.len());
            }
            _ => assert!(one == two, "{name}"),
        }
    }
    let report = second.verify().unwrap();
    assert!(report.ok, "{:?}", report.checks.iter().map(|check| &check.detail).collect::<Vec<_>>());
    // Tokens, originals, the list of allowed values and the hashes that an import goes by all work on.
    assert_eq!(second.embed_waiting(100).unwrap(), 6);
    assert_eq!(found(&mut second, "ferry card")[0], "My ferry card: [card], do not lose");
    let ferry =
        ids(&mut second).into_iter().find(|id| second.show(id).unwrap().content.contains("ferry")).unwrap();
    let hidden = second.show(&ferry).unwrap();
    assert!(hidden.placeholders == first.show(&ferry).unwrap().placeholders);
    assert_eq!(second.reveal(&ferry, hidden.placeholders[0].original.unwrap()).unwrap().as_str(), CARD);
    let lines = br#"{"content":"From elsewhere","source":"notes","external_id":"n-1"}"#;
    assert_eq!(second.import_jsonl(lines, &mut |_| true).summary.unchanged, 1);
    assert!(second.preview("5555 5555 5555 4444", &[], None, None).unwrap().placeholders.is_empty());
    assert!(!second.preview("4111 1111 1111 1111", &[], None, None).unwrap().placeholders.is_empty());
}

#[test]
fn what_is_brought_into_a_vault_joins_what_is_there() {
    let desk = Desk::new();
    let mut first = desk.furnished();
    let file = desk.path("all.age");
    write(&mut first, &file, ExportFormat::Encrypted);
    let mut other = desk.vault("other");
    let own = keep(&mut other, "Of this vault alone");
    let bring = |vault: &mut Vault| vault.bring_in(&file, Some(&passphrase()), &mut |_| true).unwrap();
    let report = bring(&mut other);
    assert_eq!((report.imported, report.unchanged, report.revised, report.masked), (6, 0, 0, 1));
    assert_eq!(bring(&mut other).unchanged, 6, "a second time changes nothing");
    assert!(other.show(&own).is_ok() && ids(&mut other).len() == 7);
    for id in ids(&mut first) {
        let (one, two) = (first.show(&id).unwrap(), other.show(&id).unwrap());
        // What the first one always lets pass, the other one does not.
        let content = one.content.replace("5555 5555 5555 4444", "[card]");
        assert_eq!((content, one.created_at, one.kept_at), (two.content, two.created_at, two.kept_at));
        assert_eq!((one.replaces, one.valid_to), (two.replaces, two.valid_to));
        let version_ids = |versions: Vec<keepsake_vault::VersionView>| {
            versions.into_iter().map(|v| v.id).collect::<Vec<_>>()
        };
        assert_eq!(version_ids(one.earlier_versions), version_ids(two.earlier_versions));
        // Tokens are made anew with this vault's keys, as one captured here has them.
        let mine = other.preview(CARD, &[], None, None).unwrap().placeholders;
        for (one, two) in one.placeholders.iter().zip(&two.placeholders) {
            assert!(one.token != two.token && two.token == mine[0].token);
            assert_eq!(other.reveal(&id, two.original.unwrap()).unwrap().as_str(), CARD);
        }
    }
    assert!(other.verify().unwrap().ok);

    // Newer versions are added and count; what was forgotten here stays so; what is newer here is left.
    let find = |vault: &mut Vault, word: &str| {
        ids(vault).into_iter().find(|id| vault.show(id).unwrap().content.contains(word)).unwrap()
    };
    let edit = |vault: &mut Vault, id: &RecordId, text: &str| {
        vault.edit(id, EditRequest { content: Some(text.to_owned()), ..Default::default() }).unwrap();
    };
    desk.world.advance_ms(1000);
    let (key, elsewhere) = (find(&mut first, "spare key"), find(&mut first, "elsewhere"));
    edit(&mut first, &key, "The spare key is lost");
    edit(&mut other, &elsewhere, "From elsewhere, changed here");
    let ghent = find(&mut other, "Ghent");
    other.forget(&[ghent]).unwrap();
    write(&mut first, &file, ExportFormat::Encrypted);
    let report = bring(&mut other);
    assert_eq!((report.imported, report.revised, report.unchanged, report.forgotten_here), (0, 1, 4, 1));
    assert_eq!(other.show(&key).unwrap().content, "The spare key is lost");
    assert_eq!(other.show(&key).unwrap().earlier_versions.len(), 2);
    assert_eq!(other.show(&elsewhere).unwrap().content, "From elsewhere, changed here");
    assert!(other.show(&ghent).is_err());
    // Nor does what was forgotten as an earlier text.
    desk.world.advance_ms(1000);
    let gone = other.forget_earlier(&key, ForgetRequest::default()).unwrap().receipt.counts.versions;
    assert_eq!((gone, bring(&mut other).revised), (2, 0));
    assert!(other.show(&key).unwrap().earlier_versions.is_empty());
    // An older export does not turn anything back.
    desk.world.advance_ms(1);
    edit(&mut other, &key, "The spare key is found");
    assert_eq!(bring(&mut other).revised, 0);
    assert_eq!(other.show(&key).unwrap().content, "The spare key is found");
    assert!(other.verify().unwrap().ok);
}

#[test]
fn a_plain_zip_comes_back_without_originals_and_tokens() {
    let desk = Desk::new();
    let mut first = desk.furnished();
    for (format, name) in [(ExportFormat::Zip, "all.zip"), (ExportFormat::Json, "all.json")] {
        let file = desk.path(name);
        write(&mut first, &file, format);
        let mut other = desk.vault(&format!("{name}.vault"));
        let report = other.bring_in(&file, None, &mut |_| true).unwrap();
        assert_eq!((report.imported, report.originals_missing), (6, 1));
        assert!(other.verify().unwrap().ok);
        let error = desk.new_from(&format!("{name}.new"), &file).map(|_| ()).unwrap_err();
        assert_eq!(error.code, Code::BadInput);
        assert!(!desk.path(&format!("{name}.new")).join("vault.db").exists());
    }
}

#[test]
fn a_zip_holds_everything_in_files_with_harmless_names() {
    let desk = Desk::new();
    let mut vault = desk.furnished();
    let file = desk.path("all.zip");
    write(&mut vault, &file, ExportFormat::Zip);
    let entries = entries(fs::read(&file).unwrap());
    let text = |name: &str| {
        let (_, bytes) = entries.iter().find(|(entry, _)| entry == name).unwrap();
        String::from_utf8(bytes.clone()).unwrap()
    };
    let memories: Value = serde_json::from_str(&text("memories.json")).unwrap();
    assert_eq!(memories["version"], 2);
    let list = memories["memories"].as_array().unwrap();
    assert_eq!(list.len(), 6);
    let sequences: Vec<i64> = list.iter().map(|memory| memory["sequence"].as_i64().unwrap()).collect();
    assert!(sequences.is_sorted());
    for memory in list {
        let name = format!(
            "memories/{}-{}.md",
            &memory["created_at"].as_str().unwrap()[..10],
            memory["id"].as_str().unwrap()
        );
        let page = text(&name);
        assert!(
            page.starts_with("---\nid: ") && page.contains(memory["content"].as_str().unwrap()),
            "{page}"
        );
    }
    let moved = list.iter().find(|memory| memory["kind"] == "fact").unwrap();
    assert!(
        text(&format!("memories/2020-09-13-{}.md", moved["id"].as_str().unwrap()))
            .contains("topics: [\"home, sweet\", \"\\\"quoted\\\"\"]")
    );
    for entry in ["README.txt", "audit.json", "receipts.json", "settings.json"] {
        assert!(!text(entry).is_empty());
    }
    assert!(text("settings.json").contains("Zanzibar"));
    assert_eq!(serde_json::from_str::<Value>(&text("receipts.json")).unwrap().as_array().unwrap().len(), 1);
    let whole: Vec<u8> = entries.iter().flat_map(|(_, bytes)| bytes.clone()).collect();
    let holds = |text: &str| whole.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(!entries.iter().any(|(name, _)| name == "keys.json"));
    assert!(
        !holds(CARD) && !holds("\"tokens\"") && !holds("lifetime_root"),
        "nothing hidden goes along unasked"
    );
    for (name, _) in &entries {
        assert!(
            name.bytes().all(|b| b.is_ascii_alphanumeric() || b"/.-".contains(&b)) && !name.contains("..")
        );
    }
    let all = ExportRequest::new(ExportFormat::Zip, Originals::Include, None).unwrap();
    vault.export_request_to_file(&file, &all, &mut |_| true).unwrap();
    let entries = self::entries(fs::read(&file).unwrap());
    assert!(entries.iter().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains(CARD)));
}

#[test]
fn what_is_changed_cut_off_or_locked_is_refused_and_nothing_is_done() {
    let desk = Desk::new();
    let mut first = desk.furnished();
    let (age, zip) = (desk.path("all.age"), desk.path("all.zip"));
    write(&mut first, &age, ExportFormat::Encrypted);
    write(&mut first, &zip, ExportFormat::Zip);
    let mut other = desk.vault("other");
    let before = ids(&mut other);
    let bad = desk.path("bad");
    let mut refused = |bytes: &[u8], passphrase: Option<&Passphrase>| {
        fs::write(&bad, bytes).unwrap();
        let error = other.bring_in(&bad, passphrase, &mut |_| true).unwrap_err();
        assert!(ids(&mut other) == before);
        assert!(!error.to_string().contains("spare key"));
        error.code
    };
    let right = passphrase();
    let (age, zip) = (fs::read(age).unwrap(), fs::read(zip).unwrap());
    assert_eq!(refused(&age, None), Code::SecretNeeded);
    assert_eq!(refused(&age, Some(&Passphrase::new("another").unwrap())), Code::WrongSecret);
    assert_eq!(refused(&age[..age.len() - 1], Some(&right)), Code::Damaged);
    assert_eq!(refused(&age[..age.len() / 2], Some(&right)), Code::Damaged);
    let mut changed = age.clone();
    let middle = age.len() / 2;
    changed[middle] ^= 1;
    assert_eq!(refused(&changed, Some(&right)), Code::Damaged);
    assert_eq!(refused(&zip[..zip.len() - 30], None), Code::Damaged);
    let mut changed = zip.clone();
    let at = zip.windows(13).position(|name| name == b"memories.json").unwrap() + 60;
    changed[at] ^= 1;
    assert_eq!(refused(&changed, None), Code::Damaged);
    assert_eq!(refused(b"", None), Code::BadInput);
    assert_eq!(refused(b"hello", None), Code::BadInput);
    assert_eq!(refused(br#"{"format":"keepsake-export","version":99,"memories":[]}"#, None), Code::TooNew);
    assert_eq!(refused(br#"{"format":"keepsake-export","version":1,"memories":[]}"#, None), Code::BadInput);
    assert_eq!(refused(br#"{"format":"another","version":2,"memories":[]}"#, None), Code::BadInput);
    assert_eq!(refused(br#"{"format":"keepsake-export","version":2}"#, None), Code::Damaged);
    assert_eq!(refused(br#"{"format":"keepsake-export","version":2,"memories":[{}]}"#, None), Code::Damaged);
    let json = |placeholders: &str| {
        format!(
            r#"{{"format":"keepsake-export","version":2,"memories":[{{"id":"{0}","version":"{0}","content":"é [card]","kind":"note",
            "created_at":"2026-01-01T00:00:00Z","kept_at":"2026-01-01T00:00:00Z","sequence":1,"placeholders":[{placeholders}]}}]}}"#,
            "ab".repeat(16)
        )
    };
    for places in [(1, 9), (3, 99), (9, 3), (3, 3)] {
        let hidden = format!(
            r#"{{"start_byte":{},"end_byte":{},"type":"credit_card","action":"seal"}}"#,
            places.0, places.1
        );
        assert_eq!(refused(json(&hidden).as_bytes(), None), Code::Damaged, "{places:?}");
    }
    let hidden = r#"{"start_byte":3,"end_byte":9,"type":"credit_card","action":"seal","original":"1"}"#;
    fs::write(&bad, json(hidden)).unwrap();
    assert_eq!(other.bring_in(&bad, None, &mut |_| true).unwrap().imported, 1, "the form itself is right");
    // Stopped halfway.
    fs::write(&bad, &age).unwrap();
    let mut seen = 0;
    let stopped = other.bring_in(&bad, Some(&right), &mut |_| {
        seen += 1;
        seen < 4
    });
    assert_eq!(stopped.unwrap_err().code, Code::Stopped);
    assert_eq!(ids(&mut other).len(), 1);
}

#[test]
fn a_new_vault_is_not_made_from_a_bad_export() {
    let desk = Desk::new();
    let mut first = desk.furnished();
    let file = desk.path("all.age");
    write(&mut first, &file, ExportFormat::Encrypted);
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let bad = desk.path("bad.age");
    fs::write(&bad, bytes).unwrap();
    assert_eq!(desk.new_from("second", &bad).map(|_| ()).unwrap_err().code, Code::Damaged);
    assert!(!desk.path("second").join("keyslots.json").exists());
    assert!(desk.new_from("second", &file).is_ok(), "the folder can be used all the same");
    assert_eq!(desk.new_from("second", &file).map(|_| ()).unwrap_err().code, Code::AlreadyThere);
}

#[test]
fn a_stopped_or_failed_export_leaves_no_file_and_an_old_one_as_it_was() {
    let desk = Desk::new();
    let mut vault = desk.furnished();
    for (format, name) in [
        (ExportFormat::Json, "a.json"),
        (ExportFormat::Markdown, "a.md"),
        (ExportFormat::Zip, "a.zip"),
        (ExportFormat::Encrypted, "a.age"),
        (ExportFormat::Html, "a.html"),
    ] {
        let path = desk.path("out").join(name);
        fs::create_dir_all(desk.path("out")).unwrap();
        let request = request(format, Originals::Leave);
        let (mut last, mut total) = (0, 0);
        let stopped = vault.export_request_to_file(&path, &request, &mut |progress| {
            (last, total) = (progress.done, progress.total);
            progress.done < progress.total
        });
        assert_eq!(stopped.unwrap_err().code, Code::Stopped, "{name}");
        assert!(last == total && total >= 6, "{name}: it was stopped at its last step");
        assert_eq!(fs::read_dir(desk.path("out")).unwrap().count(), 0, "{name}");
        fs::write(&path, "old").unwrap();
        assert!(vault.export_request_to_file(&path, &request, &mut |_| false).is_err());
        assert_eq!(fs::read(&path).unwrap(), b"old");
        fs::remove_file(&path).unwrap();
        // A disk that is full after the first bytes.
        struct Full(usize);
        impl Write for Full {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                if self.0 < bytes.len() {
                    return Err(io::ErrorKind::StorageFull.into());
                }
                self.0 -= bytes.len();
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        for room in [0, 60, 400] {
            let full = vault.export_request(&mut Full(room), &request, &mut |_| true).unwrap_err();
            assert_eq!(full.code, Code::DiskFull, "{name} with room for {room}");
        }
    }
}

#[test]
fn a_passphrase_is_asked_for_where_it_protects_and_nowhere_else() {
    let refused = |format, passphrase| {
        ExportRequest::new(format, Originals::Leave, passphrase).map(|_| ()).unwrap_err().code
    };
    for format in [ExportFormat::Encrypted, ExportFormat::Html] {
        assert_eq!(refused(format, None), Code::BadInput);
        assert_eq!(refused(format, Some("hunter2")), Code::WeakPassphrase);
        assert!(ExportRequest::new(format, Originals::Leave, Some(PASSPHRASE)).is_ok());
    }
    for format in [ExportFormat::Json, ExportFormat::Markdown, ExportFormat::Zip] {
        assert_eq!(refused(format, Some(PASSPHRASE)), Code::BadInput);
    }
}

#[test]
fn the_page_holds_nothing_readable_and_its_policy_names_its_own_script() {
    let desk = Desk::new();
    let mut vault = desk.furnished();
    let file = desk.path("all.html");
    write(&mut vault, &file, ExportFormat::Html);
    let page = fs::read_to_string(&file).unwrap();
    for text in ["spare key", "Doro", "Ghent", "letters", CARD, "ferry"] {
        assert!(!page.contains(text), "{text}");
    }
    let script = page.rsplit_once("<script>").unwrap().1.split_once("</script>").unwrap().0;
    use sha2::Digest;
    let hash = data_encoding::BASE64.encode(&sha2::Sha256::digest(script.as_bytes()));
    assert!(page.contains(&format!("default-src 'none'; script-src 'sha256-{hash}'")));
    assert!(page.contains("could steal the passphrase"));
    for way in [
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "document.write",
        "eval(",
        "fetch(",
        "http://",
        "https://",
        "import(",
    ] {
        assert!(!page.contains(way), "{way}");
    }
}

#[test]
fn texts_and_chunks_of_every_size_come_back() {
    let desk = Desk::new();
    let mut vault = desk.vault("first");
    let lines: Vec<String> = (0..300)
        .map(|number| {
            serde_json::json!({ "content": format!("{number} {}", "plain words ".repeat(number)) })
                .to_string()
        })
        .collect();
    let job = ImportJob::of_jsonl(lines.join("\n").as_bytes()).on_conflict(OnConflict::KeepBoth);
    assert_eq!(vault.import_job(job, &mut |_| true).summary.imported, 300);
    let file = desk.path("all.age");
    write(&mut vault, &file, ExportFormat::Encrypted);
    let mut second = desk.new_from("second", &file).unwrap();
    assert_eq!(ids(&mut vault), ids(&mut second));
    for id in ids(&mut vault) {
        assert!(vault.show(&id).unwrap() == second.show(&id).unwrap());
    }
}

/// What comes in passes the filter of the vault that it comes into, once, and a second time changes nothing.
#[test]
fn an_export_from_before_a_rule_comes_in_masked() {
    let desk = Desk::new();
    let mut vault = desk.vault("first");
    let known = keep(&mut vault, "Zanzibar is where the kettle is from");
    let path = desk.path("all.age");
    write(&mut vault, &path, ExportFormat::Encrypted);
    let word = keepsake_filter::What::Word("Zanzibar".to_owned());
    vault.add_filter_rule(word.clone(), keepsake_filter::Action::Mask).unwrap();
    assert_eq!(vault.recheck().unwrap().changed, 1);
    let mut other = desk.vault("second");
    other.add_filter_rule(word, keepsake_filter::Action::Mask).unwrap();
    for round in 0..2 {
        let report = vault.bring_in(&path, Some(&passphrase()), &mut |_| true).unwrap();
        assert_eq!((report.imported, report.masked, report.unchanged), (0, 0, 1), "{round}");
        let report = other.bring_in(&path, Some(&passphrase()), &mut |_| true).unwrap();
        assert_eq!((report.imported, report.masked), if round == 0 { (1, 1) } else { (0, 0) });
        for vault in [&mut vault, &mut other] {
            let shown = vault.show(&known).unwrap();
            assert!(shown.content.ends_with("is where the kettle is from"));
            assert!(!shown.content.contains("Zanzibar"));
            assert!(shown.earlier_versions.iter().all(|version| !version.content.contains("Zanzibar")));
            assert!(found(vault, "Zanzibar").iter().all(|content| !content.contains("Zanzibar")));
            assert!(vault.verify().unwrap().ok);
        }
    }
}

/// Keys that lay in the clear would be known to whoever made the file.
#[test]
fn no_vault_is_made_with_keys_from_a_plain_zip() {
    let desk = Desk::new();
    let mut vault = desk.furnished();
    let path = desk.path("all.age");
    write(&mut vault, &path, ExportFormat::Encrypted);
    let plain = desk.path("plain.zip");
    fs::write(&plain, opened(&path)).unwrap();
    assert!(entries(opened(&path)).iter().any(|(name, _)| name.contains("keys")), "the keys are in it");
    assert_eq!(desk.new_from("third", &plain).err().unwrap().code, Code::BadInput);
    assert!(!desk.path("third").join("keyslots.json").exists());
}
