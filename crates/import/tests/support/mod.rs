//! What the tests build: archives in memory, and short ways to read.
#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so at once")]

use std::io::{Cursor, Write};

use keepsake_import::{Error, Format, Found, Item, Limits, Options, read_bytes};
use serde_json::{Value, json};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Reads bytes with the usual options.
pub fn read(name: &str, bytes: impl AsRef<[u8]>, format: Format) -> Result<Found, Error> {
    read_bytes(name, bytes.as_ref(), format, &Options::default(), &mut |_| true)
}

/// Reads bytes with small limits.
pub fn read_within(bytes: &[u8], format: Format, limits: Limits) -> Result<Found, Error> {
    read_bytes("file", bytes, format, &Options { limits, ..Options::default() }, &mut |_| true)
}

/// The contents, in order.
pub fn contents(found: &Found) -> Vec<&str> {
    found.items.iter().map(|item| item.content.as_str()).collect()
}

/// The one item with this content.
pub fn item<'a>(found: &'a Found, content: &str) -> &'a Item {
    let all = contents(found);
    found.items.iter().find(|item| item.content == content).unwrap_or_else(|| panic!("not among {all:?}"))
}

/// A ZIP archive of these.
pub fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in entries {
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A tar archive of these, with any name: `tar` itself refuses to write some.
pub fn tarred(entries: &[(&str, tar::EntryType, &[u8])]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, kind, bytes) in entries {
        let mut header = tar::Header::new_ustar();
        header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
        header.set_entry_type(*kind);
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        archive.append(&header, *bytes).unwrap();
    }
    archive.into_inner().unwrap()
}

/// A ChatGPT conversation in which the person and the assistant take turns, the person first.
pub fn chatgpt(id: &str, created: f64, messages: &[&str]) -> Value {
    let mut mapping = serde_json::Map::new();
    mapping.insert("root".into(), json!({"id": "root", "message": null, "parent": null, "children": []}));
    let mut parent = "root".to_owned();
    for (index, text) in messages.iter().enumerate() {
        let role = if index % 2 == 0 { "user" } else { "assistant" };
        let node = format!("{id}-{index}");
        let message = json!({
            "id": node, "author": {"role": role}, "create_time": created + index as f64,
            "content": {"content_type": "text", "parts": [text]}, "metadata": {}, "recipient": "all",
        });
        mapping
            .insert(node.clone(), json!({"id": node, "message": message, "parent": parent, "children": []}));
        parent = node;
    }
    json!({"title": format!("About {id}"), "create_time": created, "mapping": mapping,
        "current_node": parent, "conversation_id": id, "id": id})
}

/// A Claude conversation in which the person and the assistant take turns, the person first.
pub fn claude(id: &str, created: &str, messages: &[&str]) -> Value {
    let messages: Vec<_> = messages
        .iter()
        .enumerate()
        .map(|(index, text)| {
            let sender = if index % 2 == 0 { "human" } else { "assistant" };
            json!({"uuid": format!("{id}-{index}"), "text": text, "sender": sender, "created_at": created,
            "content": [{"type": "text", "text": text}], "attachments": [], "files": []})
        })
        .collect();
    json!({"uuid": id, "name": format!("About {id}"), "created_at": created, "account": {"uuid": "a"},
        "chat_messages": messages})
}
