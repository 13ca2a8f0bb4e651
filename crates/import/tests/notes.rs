//! Markdown folders and Joplin's exports from outside.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so at once")]

mod support;

use std::fs;
use std::path::Path;

use keepsake_import::{Error, Format, Found, Kind, LeftOut, Options, Reason, detect};
use support::{contents, item, read, tarred};
use tar::EntryType;

fn read_path(path: &Path, format: Format) -> Result<Found, Error> {
    keepsake_import::read(path, format, &Options::default(), &mut |_| true)
}

fn write(root: &Path, name: &str, text: impl AsRef<[u8]>) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn a_folder_of_notes_is_read_as_before_and_better() {
    let parent = tempfile::tempdir().unwrap();
    let root = parent.path().join("garden");
    write(
        &root,
        "tea.md",
        "---\ntags: [home, \"tea\"]\ndate: 2025-03-01\nkind: preference\naliases: [leaf]\n---\n# Tea\r\nGreen, as [[People/Ines|Ines]] says. ![[leaf.png]] #evening\n",
    );
    write(&root, "sub/plain.markdown", "\u{feff}Plain\n");
    write(&root, "empty.md", "---\ntags: a\n---\n");
    write(&root, ".obsidian/workspace.md", "hidden");
    write(&root, ".trash/old.md", "hidden");
    write(&root, "picture.png", [0, 1, 2]);
    let found = read_path(&root, Format::Markdown).unwrap();
    assert_eq!(contents(&found), ["Plain", "# Tea\r\nGreen, as Ines says. leaf.png #evening"]);
    let tea = &found.items[1];
    assert_eq!(tea.topics, ["home", "tea", "evening"]);
    assert_eq!((tea.kind, tea.created_at_ms), (Kind::Preference, Some(1_740_787_200_000)));
    assert_eq!(
        (tea.source.as_deref(), tea.external_id.as_deref()),
        (Some("markdown"), Some("garden/tea.md"))
    );
    let plain = &found.items[0];
    assert_eq!(
        (plain.place.as_str(), plain.external_id.as_deref()),
        ("sub/plain.markdown", Some("garden/sub/plain.markdown"))
    );
    assert!(plain.created_at_ms.is_some(), "the file's own date");
    let counts = [LeftOut::Hidden, LeftOut::Empty, LeftOut::Other].map(|cause| found.count(cause));
    assert_eq!(counts, [2, 1, 1]);
    // A single file has the same name.
    let alone = read_path(&root.join("tea.md"), Format::Markdown).unwrap();
    assert_eq!(alone.items[0].external_id.as_deref(), Some("garden/tea.md"));
    assert_eq!(alone.items[0].content, tea.content);
}

#[cfg(unix)]
#[test]
fn links_in_the_file_system_are_never_followed() {
    let parent = tempfile::tempdir().unwrap();
    let (root, outside) = (parent.path().join("notes"), parent.path().join("outside"));
    write(&root, "a.md", "inside");
    write(&outside, "secret.md", "outside");
    std::os::unix::fs::symlink(&root, root.join("loop")).unwrap();
    std::os::unix::fs::symlink(&outside, root.join("away")).unwrap();
    std::os::unix::fs::symlink(outside.join("secret.md"), root.join("b.md")).unwrap();
    for format in [Format::Markdown, Format::JoplinRaw] {
        if let Ok(found) = read_path(&root, format) {
            assert_eq!((contents(&found), found.count(LeftOut::Link)), (vec!["inside"], 3));
        }
    }
    assert_eq!(detect(&root), Ok(Format::Markdown));
}

#[test]
fn a_bad_file_is_one_failure() {
    let root = tempfile::tempdir().unwrap();
    write(root.path(), "good.md", "good");
    write(root.path(), "latin.md", b"caf\xe9");
    write(root.path(), "long.md", "x".repeat(1024 * 1024 + 1));
    write(root.path(), "very-long.md", "x".repeat(4 * 1024 * 1024));
    let wide: Vec<u8> = "\u{feff}wide".encode_utf16().flat_map(u16::to_be_bytes).collect();
    write(root.path(), "wide.md", wide);
    let found = read_path(root.path(), Format::Markdown).unwrap();
    assert_eq!(contents(&found), ["good", "wide"]);
    let failures: Vec<_> =
        found.failures.iter().map(|failure| (failure.place.as_str(), failure.reason)).collect();
    let too_long = Reason::TooLong { limit_bytes: 1024 * 1024 };
    assert_eq!(failures, [("latin.md", Reason::NotText), ("long.md", too_long), ("very-long.md", too_long)]);
}

#[test]
fn a_folder_without_notes_is_none() {
    let root = tempfile::tempdir().unwrap();
    let expected = Format::Markdown.looks_like();
    assert_eq!(read_path(root.path(), Format::Markdown), Err(Error::UnknownShape { expected }));
    assert!(matches!(
        read_path(&root.path().join("missing"), Format::Markdown),
        Err(Error::Unreadable { .. })
    ));
    for format in
        [Format::Csv, Format::PlainText, Format::AssistantAnswer, Format::McpMemory, Format::JoplinJex]
    {
        assert_eq!(read_path(root.path(), format), Err(Error::NeedsFile), "{format}");
    }
}

const NOTE: &str = "Tides\n\nHigh at six.\nnote: keep a rope\n\nid: aa11\nparent_id: f1\ncreated_time: 2024-05-01T10:00:00.000Z\nupdated_time: 2024-05-02T10:00:00.000Z\nis_conflict: 0\nuser_created_time: 2024-04-01T10:00:00.000Z\nuser_updated_time: \nencryption_applied: 0\ndeleted_time: 0\ntype_: 1";

fn joplin_items() -> Vec<(&'static str, String)> {
    vec![
        ("aa11.md", NOTE.to_owned()),
        ("bb22.md", "# Rope\n\n# Rope\n\nThirty metres.\n\nid: bb22\nparent_id: f1\ntype_: 1\n".to_owned()),
        (
            "cc33.md",
            "id: cc33\nparent_id: f1\nencryption_applied: 1\nencryption_cipher_text: JED0100\ntype_: 1"
                .to_owned(),
        ),
        ("dd44.md", "Gone\n\nold\n\nid: dd44\ndeleted_time: 1714557600000\ntype_: 1".to_owned()),
        ("ee55.md", "Twice\n\nid: ee55\nis_conflict: 1\ntype_: 1".to_owned()),
        ("f1.md", "Harbour\n\nid: f1\ntype_: 2".to_owned()),
        ("t1.md", "sailing\n\nid: t1\ntype_: 5".to_owned()),
        ("nt.md", "id: nt\nnote_id: aa11\ntag_id: t1\ntype_: 6".to_owned()),
        ("r1.md", "map.png\n\nid: r1\nmime: image/png\ntype_: 4".to_owned()),
        ("broken.md", "No properties here".to_owned()),
    ]
}

fn check_joplin(found: &Found) {
    assert_eq!(found.items.len(), 2);
    let tides = item(found, "Tides\n\nHigh at six.\nnote: keep a rope");
    assert_eq!(tides.topics, ["Harbour", "sailing"]);
    assert_eq!((tides.source.as_deref(), tides.external_id.as_deref()), (Some("joplin"), Some("aa11")));
    assert_eq!(
        (tides.created_at_ms, tides.updated_at_ms),
        (Some(1_711_965_600_000), Some(1_714_644_000_000))
    );
    assert_eq!(item(found, "# Rope\n\n# Rope\n\nThirty metres.").topics, ["Harbour"]);
    let mut failures: Vec<_> =
        found.failures.iter().map(|failure| (failure.place.as_str(), failure.reason)).collect();
    failures.sort_by_key(|(place, _)| *place);
    assert_eq!(failures, [("broken.md", Reason::NoProperties), ("cc33.md", Reason::Encrypted)]);
    let counts = [LeftOut::Deleted, LeftOut::Conflict].map(|cause| found.count(cause));
    assert_eq!(counts, [1, 1]);
}

#[test]
fn joplins_folder_and_archive_give_the_same() {
    let root = tempfile::tempdir().unwrap();
    for (name, text) in joplin_items() {
        write(root.path(), name, text);
    }
    write(root.path(), "resources/r1.png", [0, 1]);
    assert_eq!(detect(root.path()), Ok(Format::JoplinRaw));
    check_joplin(&read_path(root.path(), Format::JoplinRaw).unwrap());

    let items = joplin_items();
    let mut entries: Vec<_> =
        items.iter().map(|(name, text)| (*name, EntryType::Regular, text.as_bytes())).collect();
    entries.push(("resources/r1.png", EntryType::Regular, &[0; 2000]));
    let archive = tarred(&entries);
    assert_eq!(keepsake_import::detect_bytes("notes.jex", &archive), Ok(Format::JoplinJex));
    check_joplin(&read("notes.jex", archive, Format::JoplinJex).unwrap());
}

#[test]
fn an_archive_cannot_lead_out_or_be_cut_off() {
    let note = NOTE.as_bytes();
    let archive = tarred(&[
        ("../out.md", EntryType::Regular, note),
        ("/etc/passwd.md", EntryType::Regular, note),
        ("a/../../b.md", EntryType::Regular, note),
        ("link.md", EntryType::Symlink, b""),
        ("hard.md", EntryType::Link, b""),
        ("long.md", EntryType::GNULongName, b"../../x.md"),
        ("pax.md", EntryType::XHeader, b"30 path=../../../etc/passwd\n"),
        ("device.md", EntryType::Char, b""),
        ("aa11.md", EntryType::Regular, note),
    ]);
    let found = read("notes.jex", &archive, Format::JoplinJex).unwrap();
    assert_eq!(found.items.len(), 1);
    let counts = [LeftOut::UnsafeName, LeftOut::Link, LeftOut::Other].map(|cause| found.count(cause));
    assert_eq!(counts, [3, 2, 3]);

    let one = tarred(&[("aa11.md", EntryType::Regular, note)]);
    assert_eq!(read("notes.jex", &one[..700], Format::JoplinJex), Err(Error::DamagedArchive));
    let expected = Format::JoplinJex.looks_like();
    for other in [b"x".repeat(2000), b"".to_vec(), vec![0; 4096], one[..300].to_vec()] {
        assert_eq!(read("notes.jex", other, Format::JoplinJex), Err(Error::UnknownShape { expected }));
    }
}

#[test]
fn a_folder_of_other_notes_is_not_joplins() {
    let root = tempfile::tempdir().unwrap();
    write(root.path(), "a.md", "# A\n\nkey: value\n");
    let expected = Format::JoplinRaw.looks_like();
    assert_eq!(read_path(root.path(), Format::JoplinRaw), Err(Error::UnknownShape { expected }));
    assert_eq!(read("a.md", "x", Format::JoplinRaw), Err(Error::NeedsFolder));
    assert_eq!(detect(root.path()), Ok(Format::Markdown));
}
