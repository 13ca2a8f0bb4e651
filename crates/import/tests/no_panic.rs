//! Whatever the bytes are, reading ends with an answer.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so at once")]

mod support;

use keepsake_import::{Format, Limits, Options, detect_bytes, read_bytes};
use proptest::prelude::*;
use serde_json::json;
use support::{chatgpt, claude, tarred, zipped};

fn every_way(bytes: &[u8]) {
    let limits = Limits { item_bytes: 1000, ..Limits::default() };
    for format in Format::ALL {
        for choice in [false, true] {
            let options = Options { whole_conversations: choice, one_memory: choice, limits };
            if let Ok(found) = read_bytes("file", bytes, format, &options, &mut |_| true) {
                for item in &found.items {
                    assert!(!item.content.trim().is_empty() && item.content.len() <= 1000);
                    assert!(item.external_id.is_some() && item.source.is_some());
                }
            }
        }
    }
    for name in ["a.txt", "a.csv", "a.md", ""] {
        let _ = detect_bytes(name, bytes);
    }
}

fn samples() -> Vec<Vec<u8>> {
    let ours = json!([chatgpt("a", 1.7e9, &["I prefer trains. [[x]] `y`", "ok"])]).to_string();
    let theirs = json!([claude("k", "2026-02-03T08:00:00Z", &["Ich mag Züge.", "ok"])]).to_string();
    let note = b"Title\n\nbody [[link|text]] #tag\n\nid: a\nparent_id: b\ntype_: 1";
    vec![
        zipped(&[("conversations.json", ours.as_bytes())]),
        zipped(&[("memories.json", b"{\"memories\":[{\"id\":\"a\",\"content\":\"b\"}]}")]),
        tarred(&[("a.md", tar::EntryType::Regular, note), ("b.md", tar::EntryType::Regular, note)]),
        ours.into_bytes(),
        theirs.into_bytes(),
        b"{\"type\":\"entity\",\"name\":\"a\",\"observations\":[\"b\"]}\n".to_vec(),
        b"content,kind\n\"a, b\",fact\n".to_vec(),
        "---\ntags: [a]\n---\n# Tea ![[é|1]] [[ü#b]]\n```\n[[x]]\n".into(),
        "Here:\n- [fact] (2026-02-03) é #a\n2. **Note**: b\n".into(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        every_way(&bytes);
    }

    #[test]
    fn arbitrary_texts_are_answered(text in "[ -~éüß🎈\n#*`\\[\\]!|(){}\":,.?0-9]{0,400}") {
        every_way(text.as_bytes());
    }

    #[test]
    fn changed_files_are_answered(
        which in 0..9_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = samples().swap_remove(which);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        every_way(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        every_way(&bytes);
    }

    #[test]
    fn arbitrary_messages_are_answered(text in "(I |i'm |we |my |ich |wenn |like|prefer|é|🎈|\\.|\\?|\"|\n|:|```|> | ){0,60}") {
        every_way(json!([chatgpt("a", 1.7e9, &[&text])]).to_string().as_bytes());
    }
}
