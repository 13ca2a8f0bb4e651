//! Which format a file is taken for, and that an unknown one is taken for none.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so at once")]

mod support;

use keepsake_import::{Error, Format, detect_bytes};
use serde_json::json;
use support::{chatgpt, claude, zipped};

#[test]
fn each_format_is_known_by_its_shape() {
    let ours = json!([chatgpt("a", 1.7e9, &["hello"])]).to_string();
    let theirs = json!([claude("k", "2026-02-03T08:00:00Z", &["hello"])]).to_string();
    let memories = json!({"memories": [], "categories": []}).to_string();
    let graph = "{\"type\":\"entity\",\"name\":\"a\",\"entityType\":\"b\",\"observations\":[]}\n{\"type\":\"relation\"}";
    for (name, bytes, format) in [
        ("conversations.json", ours.clone().into_bytes(), Format::ChatGpt),
        ("anything", ours.clone().into_bytes(), Format::ChatGpt),
        ("conversations.json", theirs.clone().into_bytes(), Format::Claude),
        ("empty.json", b" [] ".to_vec(), Format::ChatGpt),
        (
            "a.zip",
            zipped(&[("x/conversations-000.json", ours.as_bytes()), ("chat.html", b"<html>")]),
            Format::ChatGpt,
        ),
        (
            "a.zip",
            zipped(&[("memories.json", b"[]"), ("conversations.json", theirs.as_bytes())]),
            Format::Claude,
        ),
        ("a.zip", zipped(&[("memories.json", memories.as_bytes())]), Format::OpenMemory),
        ("memories.json", memories.into_bytes(), Format::OpenMemory),
        (
            "m.jsonl",
            b"{\"id\":\"a\",\"content\":\"b\",\"state\":\"active\"}\n{}".to_vec(),
            Format::OpenMemory,
        ),
        ("memory.jsonl", graph.as_bytes().to_vec(), Format::McpMemory),
        ("a.md", b"# hello".to_vec(), Format::Markdown),
        ("a.MD", b"[{\"not\": \"looked at\"}]".to_vec(), Format::Markdown),
        ("a.csv", b"id;text\n1;hello".to_vec(), Format::Csv),
        ("a.txt", b"hello".to_vec(), Format::PlainText),
        ("a.txt", b"Here:\n- [fact] hello\n- [note] there".to_vec(), Format::AssistantAnswer),
        ("", b"- [fact] hello".to_vec(), Format::AssistantAnswer),
    ] {
        assert_eq!(detect_bytes(name, &bytes), Ok(format), "{name}");
    }
}

#[test]
fn a_long_first_conversation_is_known_by_its_beginning() {
    let long = json!([{"title": "x", "mapping": {"a": {"parent": "y".repeat(6 * 1024 * 1024)}}}]).to_string();
    assert_eq!(detect_bytes("c.json", long.as_bytes()), Ok(Format::ChatGpt));
}

#[test]
fn an_unknown_shape_is_taken_for_none() {
    for (name, bytes) in [
        ("a.json", b"{\"content\": \"x\"}".to_vec()),
        ("a.txt", b"[{\"content\": \"x\"}]".to_vec()),
        ("a.txt", b"{\"content\": \"x\"}".to_vec()),
        ("a.json", b"[1, 2]".to_vec()),
        ("a.json", b"{".to_vec()),
        ("a.csv", b"a,b\n1,2".to_vec()),
        ("a.zip", zipped(&[("notes.txt", b"hello")])),
        ("a.zip", zipped(&[("conversations.json", b"{\"a\": 1}")])),
        ("a.docx", b"hello".to_vec()),
        ("hello", b"hello there".to_vec()),
        ("", Vec::new()),
    ] {
        let outcome = detect_bytes(name, &bytes);
        assert!(matches!(outcome, Err(Error::UnknownShape { .. })), "{name}: {outcome:?}");
    }
    for bytes in [b"\0\0\0".to_vec(), vec![0xff, 0xfe, 0], b"a\0b".to_vec()] {
        assert!(detect_bytes("a.txt", &bytes).is_err());
    }
    assert_eq!(detect_bytes("a.zip", b"PK\x03\x04 and no more"), Err(Error::DamagedArchive));
}

#[test]
fn names_lead_back_to_formats() {
    for format in Format::ALL {
        assert_eq!(format.name().parse(), Ok(format));
    }
    for other in ["", "ChatGPT ", "jsonl"] {
        assert!(other.parse::<Format>().is_err());
    }
}

#[test]
fn every_error_says_what_to_do() {
    let errors = [
        Error::NotText,
        Error::Stopped,
        Error::NeedsFile,
        Error::NeedsFolder,
        Error::Protected,
        Error::DamagedArchive,
        Error::UnknownShape { expected: "x" },
        Error::OtherFormat { expected: Format::Claude, found: Format::ChatGpt },
        Error::TooMany { of_what: "files", limit: 1 },
    ];
    for error in errors {
        assert!(!error.hint().is_empty() && !error.code().is_empty() && !error.to_string().is_empty());
    }
}
