//! Lists of memories from outside: MCP memory, OpenMemory, tables, plain texts, an assistant's answer.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so at once")]

mod support;

use std::io::Write;

use keepsake_import::{Error, Format, Kind, LeftOut, Options, Reason, prompt, read_bytes};
use serde_json::json;
use support::{contents, item, read, zipped};

const GRAPH: &str = r#"{"type":"entity","name":"Ines_Ott","entityType":"person","observations":["prefers the window seat","Ines Ott plays the viola"]}
{"type":"entity","name":"Empty","entityType":"thing","observations":[]}

{"type":"relation","from":"Ines_Ott","to":"Tidemoor Bakery","relationType":"works_at"}
"#;

#[test]
fn a_graph_becomes_sentences() {
    let found = read("memory.jsonl", GRAPH, Format::McpMemory).unwrap();
    let wanted = ["Ines Ott: prefers the window seat", "Ines_Ott works at Tidemoor Bakery."];
    assert_eq!((contents(&found)[0], *contents(&found).last().unwrap()), (wanted[0], wanted[1]));
    assert_eq!(found.items.len(), 3);
    let first = &found.items[0];
    assert_eq!((first.kind, first.topics.as_slice()), (Kind::Fact, &["Ines_Ott".to_owned()][..]));
    assert_eq!(found.items[2].topics, ["Ines_Ott", "Tidemoor Bakery"]);
    assert_eq!(found.count(LeftOut::Empty), 1);
    // The same names come again, whatever is around them.
    let later = format!(
        "{}\n{GRAPH}",
        r#"{"type":"entity","name":"New","entityType":"x","observations":["is new"]}"#
    );
    let again = read("memory.jsonl", later, Format::McpMemory).unwrap();
    assert_eq!(item(&again, wanted[0]).external_id, first.external_id);
    assert_ne!(again.items[0].external_id, first.external_id);
}

#[test]
fn bad_lines_of_a_graph_are_named_and_never_quoted() {
    let lines = b"{\"type\":\"entity\",\"name\":\"A\",\"observations\":[\"ok\", 4242]}\nhunter2\n\xff\xfe\n{\"type\":\"relation\",\"from\":\"A\"}\n{\"type\":\"poem\"}\n{\"type\":\"entity\",\"name\":\"A\",\"observations\":\"x\"}";
    let found = read("memory.jsonl", lines, Format::McpMemory).unwrap();
    assert_eq!(contents(&found), ["A: ok"]);
    let places: Vec<_> = found.failures.iter().map(|failure| failure.place.as_str()).collect();
    assert_eq!(places, ["line 1", "line 2", "line 3", "line 4", "line 5", "line 6"]);
    let said =
        format!("{:?} {}", found, found.failures.iter().map(|f| f.reason.to_string()).collect::<String>());
    assert!(
        !said.contains("4242")
            && !said.contains("hunter2")
            && !said.contains("poem")
            && !said.contains("A: ok")
    );
    let expected = Format::McpMemory.looks_like();
    for other in ["some words", "{}", "[]", "{\"content\": \"x\"}"] {
        assert_eq!(read("m", other, Format::McpMemory), Err(Error::UnknownShape { expected }), "{other}");
    }
    assert_eq!(read("m", "", Format::McpMemory).unwrap().items, []);
}

fn gzipped(text: &str) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    out.write_all(text.as_bytes()).unwrap();
    out.finish().unwrap()
}

fn open_memory_lines() -> String {
    [
        json!({"id": "m1", "content": "Prefers trains", "metadata": {"tags": ["x"]}, "created_at": "2026-02-03T08:00:00+00:00",
            "updated_at": null, "state": "active", "app": "editor", "categories": ["travel", "home"]}),
        json!({"id": "m2", "content": "Gone", "state": "deleted", "categories": []}),
        json!({"id": "m3", "content": "Old", "state": "archived", "categories": []}),
        json!({"id": "m4", "content": "Resting", "state": "paused", "categories": []}),
        json!({"id": "m4", "content": "Resting", "state": "active", "categories": []}),
    ]
    .map(|line| line.to_string())
    .join("\n")
}

#[test]
fn open_memory_leaves_out_what_was_deleted() {
    let tables = json!({"user": {"id": "u"}, "categories": [{"id": "c1", "name": "travel"}],
        "memories": [{"id": "t1", "content": "From the tables", "state": "active", "category_ids": ["c1", "c9"], "archived_at": null, "deleted_at": null},
            {"id": "t2", "content": "Gone", "state": "active", "deleted_at": "2026-02-03T08:00:00+00:00"}],
        "export_meta": {"version": "1"}});
    let lines = gzipped(&open_memory_lines());
    let archive = zipped(&[("memories.json", tables.to_string().as_bytes()), ("memories.jsonl.gz", &lines)]);
    for bytes in [archive, lines, open_memory_lines().into_bytes()] {
        let found = read("export", bytes, Format::OpenMemory).unwrap();
        assert_eq!(contents(&found), ["Prefers trains", "Resting"]);
        let first = &found.items[0];
        assert_eq!(first.topics, ["travel", "home", "x"]);
        assert_eq!(
            (first.external_id.as_deref(), first.created_at_ms),
            (Some("m1"), Some(1_770_105_600_000))
        );
        let counts =
            [LeftOut::Deleted, LeftOut::Archived, LeftOut::Duplicate].map(|cause| found.count(cause));
        assert_eq!(counts, [1, 1, 1]);
    }
    let found =
        read("m", zipped(&[("a/memories.json", tables.to_string().as_bytes())]), Format::OpenMemory).unwrap();
    assert_eq!(
        (contents(&found), found.items[0].topics.as_slice()),
        (vec!["From the tables"], &["travel".to_owned()][..])
    );
    assert_eq!(found.count(LeftOut::Deleted), 1);
}

#[test]
fn open_memory_is_read_in_its_other_shapes() {
    for document in [
        json!([{"id": "m", "memory": "Prefers trains", "created_at": 1_770_105_600, "categories": [{"name": "travel"}]}]),
        json!({"results": [{"id": 7, "text": "Prefers trains", "created_at": 1_770_105_600_000_u64, "metadata": {"category": "travel"}}]}),
        json!({"memories": [{"content": "Prefers trains", "created_at": "2026-02-03T08:00:00Z", "category_ids": ["c"], "metadata": null}],
            "categories": [{"id": "c", "name": "travel"}]}),
    ] {
        let found = read("m", document.to_string(), Format::OpenMemory).unwrap();
        assert_eq!(
            (contents(&found), found.items[0].created_at_ms),
            (vec!["Prefers trains"], Some(1_770_105_600_000))
        );
        assert_eq!(found.items[0].topics, ["travel"], "{document}");
        assert!(found.items[0].external_id.is_some());
    }
}

#[test]
fn open_memory_refuses_other_shapes() {
    for other in [
        "{}",
        "{\"categories\": []}",
        "[{\"name\": 1}]",
        "\"words\"",
        "{\"memories\": 5}",
        "{\"name\": \"x\"}\n{}",
    ] {
        assert!(matches!(read("m", other, Format::OpenMemory), Err(Error::UnknownShape { .. })), "{other}");
    }
    let archive = zipped(&[("notes.txt", b"I prefer trains.")]);
    assert!(matches!(read("m", archive, Format::OpenMemory), Err(Error::UnknownShape { .. })));
    let mut cut = gzipped(&open_memory_lines());
    cut.truncate(cut.len() / 2);
    assert_eq!(read("m", cut, Format::OpenMemory), Err(Error::DamagedArchive));
    let cut = "{\"memories\": [{\"content\": \"Prefers trains\"}, {\"con";
    assert!(matches!(read("m", cut, Format::OpenMemory), Err(Error::Damaged { .. })));
    let found = read(
        "m",
        "[{\"id\": \"a\", \"content\": \"ok\"}, {\"id\": \"b\", \"content\": 4}]",
        Format::OpenMemory,
    )
    .unwrap();
    assert_eq!((contents(&found), found.failures[0].reason), (vec!["ok"], Reason::UnexpectedFields));
}

#[test]
fn a_table_is_read_by_its_header() {
    let table = "\u{feff}ID,Kind,Memory,Tags,Date,Source,Thread\nr1,fact,\"Has a boat, red\",\"sea; home,#red\",2026-02-03,log,t1\n,poem,\"Two\nlines\",,soon,,\n,,,,,,\n";
    let found = read("table.csv", table, Format::Csv).unwrap();
    assert_eq!(contents(&found), ["Has a boat, red", "Two\nlines"]);
    let first = &found.items[0];
    assert_eq!((first.kind, first.topics.join("|")), (Kind::Fact, "sea|home|red".to_owned()));
    assert_eq!(
        (first.source.as_deref(), first.thread.as_deref(), first.external_id.as_deref()),
        (Some("log"), Some("t1"), Some("r1"))
    );
    assert_eq!((first.created_at_ms, first.place.as_str()), (Some(1_770_076_800_000), "line 2"));
    let second = &found.items[1];
    assert_eq!(
        (second.kind, second.created_at_ms, second.source.as_deref()),
        (Kind::Note, None, Some("csv"))
    );
    let counts =
        [LeftOut::UnknownKind, LeftOut::UnreadableDate, LeftOut::Empty].map(|cause| found.count(cause));
    assert_eq!(counts, [1, 1, 1]);
    for other in
        ["kind;Note\nfact;Has a boat", "a\tBODY\nx\tHas a boat\n", "text\r\nHas a boat\r\nHas a boat\r\n"]
    {
        assert_eq!(contents(&read("t.csv", other, Format::Csv).unwrap()), ["Has a boat"], "{other}");
    }
}

#[test]
fn a_table_without_contents_is_refused() {
    let expected = Format::Csv.looks_like();
    for other in ["", "a,b\n1,2\n", "Has a boat\nHas a car\n", "[{\"content\": \"x\"}]", "contents,b\nx,y\n"]
    {
        assert_eq!(read("t.csv", other, Format::Csv), Err(Error::UnknownShape { expected }), "{other}");
    }
}

#[test]
fn a_header_without_an_end_is_refused() {
    let endless = format!("content,\"{}", "x".repeat(200_000));
    assert!(matches!(read("t.csv", endless, Format::Csv), Err(Error::UnknownShape { .. })));
    let found =
        read("t.csv", format!("content\n{}\ngood\n", "x".repeat(1024 * 1024 + 1)), Format::Csv).unwrap();
    let too_long = Reason::TooLong { limit_bytes: 1024 * 1024 };
    assert_eq!((contents(&found), found.failures[0].reason), (vec!["good"], too_long));
}

#[test]
fn bad_rows_are_one_failure_each() {
    let found = read("t.csv", b"content,kind\ngood,fact\ncaf\xe9,fact\nshort\n", Format::Csv).unwrap();
    assert_eq!(contents(&found), ["good", "short"]);
    assert_eq!((found.failures[0].place.as_str(), found.failures[0].reason), ("line 3", Reason::NotText));
    let open = format!("content\ngood\n\"never closed\n{}", "row\n".repeat(1024 * 1024));
    let found = read("t.csv", open, Format::Csv).unwrap();
    assert_eq!((contents(&found), found.failures[0].reason), (vec!["good"], Reason::OpenQuote));
}

#[test]
fn a_text_is_read_by_paragraph_or_whole() {
    let text = "One line\r\nand more\r\n\r\n\n  Two  \n\nTWO\n\n[ ] buy milk";
    let found = read("notes.txt", text, Format::PlainText).unwrap();
    assert_eq!(contents(&found), ["One line\nand more", "Two", "[ ] buy milk"]);
    let places: Vec<_> = found.items.iter().map(|item| item.place.as_str()).collect();
    assert_eq!((places, found.count(LeftOut::Duplicate)), (vec!["line 1", "line 5", "line 9"], 1));
    let options = Options { one_memory: true, ..Options::default() };
    let whole = read_bytes("notes.txt", text.as_bytes(), Format::PlainText, &options, &mut |_| true).unwrap();
    assert_eq!((contents(&whole), whole.items[0].external_id.as_deref()), (vec![text], Some("notes.txt")));
    assert_eq!(read("notes.txt", "\n \n", Format::PlainText).unwrap().items, []);
}

#[test]
fn what_is_no_text_is_not_taken_for_one() {
    assert_eq!(read("a.txt", b"caf\xe9", Format::PlainText), Err(Error::NotText));
    assert_eq!(read("a.txt", b"a\0b", Format::PlainText), Err(Error::NotText));
    assert_eq!(read("a.txt", b"\xff\xfea", Format::PlainText), Err(Error::NotText));
    for json in ["{\"content\": \"x\"}", " [ {\"mapping\": {}} ]", "{}"] {
        assert!(matches!(read("a.txt", json, Format::PlainText), Err(Error::UnknownShape { .. })), "{json}");
    }
}

const ANSWER: &str = "Sure! Here is what I know about you:

## Preferences
- [preference] (2026-02-03) Prefers trains over planes,
  because of the view. #travel #home
* **[Fact]** Plays the viola.

```
1. (2026-02) fact: Has a boat #sea
2) [decision] (unknown) Chose the yellow house
```
- Likes C# and tea
- [fact] plays the VIOLA
-
Let me know if I should go on!";

#[test]
fn an_answer_is_read_however_it_is_dressed() {
    let found = read("answer", ANSWER, Format::AssistantAnswer).unwrap();
    let wanted = [
        "Prefers trains over planes, because of the view.",
        "Plays the viola.",
        "Has a boat",
        "Chose the yellow house",
        "Likes C# and tea",
    ];
    assert_eq!(contents(&found), wanted);
    let kinds: Vec<_> = found.items.iter().map(|item| item.kind).collect();
    assert_eq!(kinds, [Kind::Preference, Kind::Fact, Kind::Fact, Kind::Decision, Kind::Preference]);
    let first = &found.items[0];
    assert_eq!(
        (first.topics.join(" "), first.created_at_ms),
        ("travel home".to_owned(), Some(1_770_076_800_000))
    );
    assert_eq!(first.source.as_deref(), Some("assistant"));
    assert_eq!((found.count(LeftOut::Duplicate), found.count(LeftOut::Surroundings)), (1, 4));
}

#[test]
fn an_answer_without_entries_is_none() {
    for other in ["", "I do not know anything about you.", "Sorry.\n\nI cannot do that.", "```\n```"] {
        assert!(
            matches!(read("a", other, Format::AssistantAnswer), Err(Error::UnknownShape { .. })),
            "{other}"
        );
    }
    assert_eq!(read("a", b"- [fact] caf\xe9", Format::AssistantAnswer), Err(Error::NotText));
}

#[test]
fn the_prompt_asks_for_what_is_read() {
    for word in
        ["- [kind] (YYYY-MM-DD) text #topic", "note, fact, preference, decision, style, event", "passwords"]
    {
        assert!(prompt().contains(word), "{word}");
    }
}
