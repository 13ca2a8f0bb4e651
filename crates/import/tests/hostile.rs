//! Files that mean harm, or are only far too large: each ends in an error that names the limit, soon and in little memory.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so at once")]

mod support;

use std::fs::File;
use std::io::{Cursor, Read, Write};
use std::time::{Duration, Instant};

use keepsake_import::{Error, Format, LeftOut, Limits, Options, Reason, detect, detect_bytes, read_bytes};
use serde_json::json;
use support::{chatgpt, contents, read, read_within, zipped};
use zip::write::{SimpleFileOptions, ZipWriter};

const MB: u64 = 1024 * 1024;

fn limits() -> Limits {
    Limits::default()
}

#[test]
fn a_file_of_two_gigabytes_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("conversations.json");
    // A hole: nothing is written.
    File::create(&path).unwrap().set_len(2 * 1024 * MB).unwrap();
    let expected = Error::TooLarge { what: "the file", limit_bytes: 512 * MB };
    for format in [
        Format::ChatGpt,
        Format::Claude,
        Format::McpMemory,
        Format::Csv,
        Format::PlainText,
        Format::AssistantAnswer,
        Format::Markdown,
        Format::OpenMemory,
    ] {
        let outcome = keepsake_import::read(&path, format, &Options::default(), &mut |_| true);
        assert_eq!(outcome, Err(expected.clone()), "{format}");
    }
    assert!(expected.to_string().contains("512 MB"));
    assert!(detect(&path).is_err());
}

#[test]
fn a_file_that_is_no_file_is_refused() {
    for format in Format::ALL {
        let outcome = keepsake_import::read("/dev/zero".as_ref(), format, &Options::default(), &mut |_| true);
        assert!(outcome.is_err(), "{format}");
    }
}

#[test]
fn a_bomb_is_stopped_by_what_comes_out_of_it() {
    // Three hundred megabytes of spaces in an archive of a third of one.
    let bomb = zipped(&[("conversations.json", &vec![b' '; 300 * MB as usize])]);
    let by_ratio = bomb.len() as u64 * 200;
    let outcome = read("bomb.zip", &bomb, Format::ChatGpt);
    assert_eq!(outcome, Err(Error::UnpacksTooFar { limit_bytes: by_ratio.max(16 * MB) }));
    let small = Limits { document_bytes: MB, ..limits() };
    let outcome = read_within(&bomb, Format::ChatGpt, small);
    assert_eq!(outcome, Err(Error::TooLarge { what: "a document in the archive", limit_bytes: MB }));
    // All entries together.
    let shard = format!("[{}]", " ".repeat(MB as usize));
    let names: Vec<_> = (0..9).map(|index| format!("conversations-{index}.json")).collect();
    let shards: Vec<_> = names.iter().map(|name| (name.as_str(), shard.as_bytes())).collect();
    let together = Limits { unpacked_bytes: 5 * MB, ..limits() };
    assert_eq!(
        read_within(&zipped(&shards), Format::ChatGpt, together),
        Err(Error::UnpacksTooFar { limit_bytes: 5 * MB })
    );
}

#[test]
fn declared_sizes_are_not_believed() {
    let bytes = vec![b' '; 40 * MB as usize];
    let mut archive = zipped(&[("conversations.json", &bytes)]);
    // The uncompressed size, wherever it stands, becomes two bytes.
    let declared = u32::try_from(bytes.len()).unwrap().to_le_bytes();
    let places: Vec<_> = (0..archive.len() - 4).filter(|at| archive[*at..*at + 4] == declared).collect();
    assert!(!places.is_empty());
    for at in places {
        archive[at..at + 4].copy_from_slice(&2_u32.to_le_bytes());
    }
    assert!(read("bomb.zip", &archive, Format::ChatGpt).is_err());
}

#[test]
fn a_packed_list_is_stopped_as_well() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(&vec![b'\n'; 8 * MB as usize]).unwrap();
    let packed = packed.finish().unwrap();
    let small = Limits { document_bytes: 4 * MB, ..limits() };
    let error = Error::UnpacksTooFar { limit_bytes: 4 * MB };
    assert_eq!(read_within(&packed, Format::OpenMemory, small), Err(error.clone()));
    let inside = zipped(&[("memories.jsonl.gz", &packed)]);
    assert_eq!(read_within(&inside, Format::OpenMemory, small), Err(error));
}

#[test]
fn names_and_links_in_an_archive_are_passed_over() {
    let chats = json!([chatgpt("a", 1.7e9, &["I prefer trains."])]).to_string();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for name in [
        "../conversations.json",
        "/conversations.json",
        "a/../../conversations.json",
        "C:\\conversations.json",
    ] {
        archive.start_file(name, options).unwrap();
        archive.write_all(chats.as_bytes()).unwrap();
    }
    archive.add_symlink("b/conversations.json", "/etc/passwd", options).unwrap();
    archive.add_directory("c/conversations.json", options).unwrap();
    let only_bad = archive.finish().unwrap().into_inner();
    let outcome = read("x.zip", &only_bad, Format::ChatGpt);
    assert_eq!(outcome, Err(Error::UnknownShape { expected: Format::ChatGpt.looks_like() }));

    let mut archive = ZipWriter::new_append(Cursor::new(only_bad)).unwrap();
    archive.start_file("conversations.json", options).unwrap();
    archive.write_all(chats.as_bytes()).unwrap();
    let mixed = archive.finish().unwrap().into_inner();
    let found = read("x.zip", mixed, Format::ChatGpt).unwrap();
    assert_eq!(contents(&found), ["I prefer trains."]);
    assert!(found.count(LeftOut::UnsafeName) >= 3 && found.count(LeftOut::Link) == 1, "{:?}", found.left_out);
}

#[test]
fn damaged_archives_are_said_to_be() {
    let chats = json!([chatgpt("a", 1.7e9, &["I prefer trains."])]).to_string();
    let archive = zipped(&[("conversations.json", chats.as_bytes())]);
    for cut in [10, archive.len() / 2, archive.len() - 1] {
        assert_eq!(read("x.zip", &archive[..cut], Format::ChatGpt), Err(Error::DamagedArchive), "{cut}");
    }
    let mut changed = archive.clone();
    changed[archive.len() / 3] ^= 0x55;
    assert!(read("x.zip", &changed, Format::ChatGpt).is_err());
    let many = Limits { entries: 3, ..limits() };
    let entries: Vec<_> = ["a", "b", "c", "conversations.json"].map(|name| (name, chats.as_bytes())).into();
    let outcome = read_within(&zipped(&entries), Format::ChatGpt, many);
    assert_eq!(outcome, Err(Error::TooMany { of_what: "entries in the archive", limit: 3 }));
}

#[test]
fn a_password_is_said_to_be_one() {
    let mut archive = zipped(&[("conversations.json", b"[]")]);
    // The flag, in the entry's own head and in the index.
    let index = archive.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    archive[6] |= 1;
    archive[index + 8] |= 1;
    assert_eq!(read("x.zip", &archive, Format::ChatGpt), Err(Error::Protected));
}

#[test]
fn json_that_ends_too_early_gives_nothing() {
    let chats = json!([chatgpt("a", 1.7e9, &["I prefer trains."]), chatgpt("b", 1.7e9, &["I hate fog."])])
        .to_string();
    for cut in [1, 30, chats.len() / 2, chats.len() - 1] {
        let outcome = read("c.json", &chats[..cut], Format::ChatGpt);
        assert!(matches!(outcome, Err(Error::Damaged { .. })), "{cut}: {outcome:?}");
        assert!(!format!("{outcome:?}").contains("trains"));
    }
    for more in ["]", "x", " {}"] {
        let outcome = read("c.json", format!("{chats}{more}"), Format::ChatGpt);
        assert!(matches!(outcome, Err(Error::Damaged { .. })), "{more}");
    }
    assert!(matches!(read("c.json", "", Format::ChatGpt), Err(Error::Damaged { .. })));
}

#[test]
fn wrong_encodings_are_refused_and_utf16_is_read() {
    let chats = json!([chatgpt("a", 1.7e9, &["I prefer Züge 🎈."])]).to_string();
    for big_endian in [false, true] {
        let unit = |unit: u16| if big_endian { unit.to_be_bytes() } else { unit.to_le_bytes() };
        let wide: Vec<u8> = std::iter::once(0xfeff).chain(chats.encode_utf16()).flat_map(unit).collect();
        assert_eq!(contents(&read("c", &wide, Format::ChatGpt).unwrap()), ["I prefer Züge 🎈."]);
        assert_eq!(detect_bytes("c", &wide), Ok(Format::ChatGpt));
        assert!(read("c", &wide[..wide.len() - 1], Format::ChatGpt).is_err());
    }
    let mut latin = chats.into_bytes();
    let at = latin.iter().position(|byte| *byte == 0xc3).unwrap();
    latin[at] = b'Z';
    assert!(read("c", &latin, Format::ChatGpt).is_err());
}

#[test]
fn deep_nesting_costs_no_stack() {
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    for document in [
        deep(3_000_000),
        "[".repeat(3_000_000),
        "{\"a\":".repeat(3_000_000),
        format!("[{{\"mapping\": {}}}]", deep(1_000_000)),
        format!(
            "[{{\"mapping\": {{\"a\": {{\"message\": {{\"content\": {{\"parts\": {}}}}}}}}}}}]",
            deep(1_000_000)
        ),
        format!("{{\"memories\": [{{\"content\": \"x\", \"metadata\": {}}}]}}", deep(100_000)),
        format!("{{\"type\": \"entity\", \"name\": \"x\", \"observations\": {}}}", deep(100_000)),
    ] {
        for format in [Format::ChatGpt, Format::Claude, Format::OpenMemory, Format::McpMemory] {
            if let Ok(found) = read("deep", &document, format) {
                assert_eq!(found.items.len(), 0);
            }
        }
        let _ = detect_bytes("deep.json", document.as_bytes());
    }
}

#[test]
fn a_tree_of_a_million_messages_is_one_failure() {
    let nodes: Vec<_> = (0..200_000).map(|index| format!("\"{index}\":{{}}")).collect();
    let chats = format!("[{{\"mapping\":{{{}}}}}]", nodes.join(","));
    assert_eq!(read("c", chats, Format::ChatGpt).unwrap().failures[0].reason, Reason::TooManyMessages);
    let chats = format!("[{{\"chat_messages\":[{}]}}]", vec!["{}"; 200_000].join(","));
    assert_eq!(read("c", chats, Format::Claude).unwrap().failures[0].reason, Reason::TooManyMessages);
    let long = Limits { conversation_bytes: 1000, ..limits() };
    let chats =
        json!([chatgpt("a", 1.7e9, &["I prefer trains."; 50]), chatgpt("b", 1.7e9, &["I hate fog."])])
            .to_string();
    let found = read_within(chats.as_bytes(), Format::ChatGpt, long).unwrap();
    assert_eq!(
        (contents(&found), found.failures[0].reason),
        (vec!["I hate fog."], Reason::TooLong { limit_bytes: 1000 })
    );
}

#[test]
fn a_paste_of_a_million_lines_takes_linear_time() {
    let lines = "I like the sea a lot. \n".repeat(1_000_000);
    let begun = Instant::now();
    let found = read("c", json!([chatgpt("a", 1.7e9, &[&lines])]).to_string(), Format::ChatGpt).unwrap();
    assert!(found.items.is_empty());
    let found = read("a.txt", "one word a line\n\n".repeat(1_000_000), Format::PlainText).unwrap();
    assert_eq!(contents(&found), ["one word a line"]);
    let found = read("a", "- [fact] has a boat\n".repeat(300_000), Format::AssistantAnswer).unwrap();
    assert_eq!(found.items.len(), 1);
    let one_line = "I like it. ".repeat(2_000_000);
    let found = read("a.txt", &one_line, Format::PlainText).unwrap();
    assert_eq!(
        (found.items.len(), found.failures[0].reason),
        (0, Reason::TooLong { limit_bytes: MB as usize })
    );
    // Generous: a machine that is busy, and no optimisation.
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
}

#[test]
fn more_memories_than_fit_are_refused() {
    let text: String = (0..50).map(|index| format!("paragraph {index}\n\n")).collect();
    let few = Limits { items: 10, ..limits() };
    assert_eq!(
        read_within(text.as_bytes(), Format::PlainText, few),
        Err(Error::TooMany { of_what: "memories", limit: 10 })
    );
    let small = Limits { kept_bytes: 100, ..limits() };
    assert!(matches!(read_within(text.as_bytes(), Format::PlainText, small), Err(Error::TooLarge { .. })));
}

#[test]
fn failures_are_counted_beyond_the_first_hundred() {
    let lines = format!("{{\"type\":\"entity\",\"name\":\"a\",\"observations\":[]}}\n{}", "no\n".repeat(250));
    let found = read("m", lines, Format::McpMemory).unwrap();
    assert_eq!((found.failures.len(), found.failed), (100, 250));
}

#[test]
fn a_document_is_read_as_it_goes() {
    let chat = chatgpt("a", 1.7e9, &["The sky is grey.", &"word ".repeat(20_000)]).to_string();
    let document = format!("[{}]", vec![chat; 300].join(","));
    let mut steps = 0;
    let mut first = None;
    let found = read_bytes("c", document.as_bytes(), Format::ChatGpt, &Options::default(), &mut |progress| {
        first.get_or_insert(progress.read_bytes);
        steps += 1;
        true
    });
    assert_eq!(found.unwrap().count(LeftOut::Duplicate), 299);
    assert!(steps > 300 && first.unwrap() < 1024 * 1024, "{steps} {first:?}");
}

#[test]
fn nothing_is_written_beside_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.zip");
    let chats = json!([chatgpt("a", 1.7e9, &["I prefer trains."])]).to_string();
    std::fs::write(&path, zipped(&[("conversations.json", chats.as_bytes())])).unwrap();
    let before = std::fs::read(&path).unwrap();
    keepsake_import::read(&path, Format::ChatGpt, &Options::default(), &mut |_| true).unwrap();
    let mut after = Vec::new();
    File::open(&path).unwrap().read_to_end(&mut after).unwrap();
    assert_eq!((before, std::fs::read_dir(folder.path()).unwrap().count()), (after, 1));
}
