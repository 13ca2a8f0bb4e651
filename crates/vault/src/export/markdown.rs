//! Markdown to read: all on one page, or a file a memory with its fields at the head. Must not write what is not current.

use std::io::Write;

use super::record::MemoryRecord;
use super::{ExportReport, Walk, failed};
use crate::Error;
use crate::clock::format_time;

/// One page.
pub(super) fn write(walk: &mut Walk<'_>, out: &mut dyn Write) -> Result<ExportReport, Error> {
    writeln!(out, "# Keepsake, {}", format_time(walk.now_ms)).map_err(failed)?;
    walk.memories(&mut |memory| out.write_all(section(&memory).as_bytes()).map_err(failed))
}

fn section(memory: &MemoryRecord) -> String {
    let mut text =
        format!("\n## {} · {}\n\n{}\n\n", memory.created_at, memory.kind.name(), memory.content.trim_end());
    let mut details = Vec::new();
    if !memory.topics.is_empty() {
        details.push(format!("topics: {}", memory.topics.join(", ")));
    }
    for (name, value) in [("from", &memory.source), ("thread", &memory.thread)] {
        if let Some(value) = value {
            details.push(format!("{name}: {value}"));
        }
    }
    if !details.is_empty() {
        text.push_str(&format!("<small>{}</small>\n", details.join(" · ")));
    }
    text
}

/// A file of its own. Texts at its head are quoted as in JSON, which YAML reads.
pub(super) fn file(memory: &MemoryRecord) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let mut text = format!(
        "---\nid: {}\ncreated_at: {}\nkept_at: {}\nkind: {}\n",
        memory.id,
        memory.created_at,
        memory.kept_at,
        memory.kind.name()
    );
    if !memory.topics.is_empty() {
        let topics: Vec<String> = memory.topics.iter().map(|topic| quoted(topic)).collect();
        text.push_str(&format!("topics: [{}]\n", topics.join(", ")));
    }
    for (name, value) in [
        ("source", &memory.source),
        ("thread", &memory.thread),
        ("external_id", &memory.external_id),
        ("expires_at", &memory.expires_at),
        ("replaced_by", &memory.replaced_by),
        ("valid_from", &memory.valid_from),
        ("valid_to", &memory.valid_to),
    ] {
        if let Some(value) = value {
            text.push_str(&format!("{name}: {}\n", quoted(value)));
        }
    }
    text.push_str(&format!("---\n\n{}\n", memory.content.trim_end()));
    text
}

/// Its name: day and id, nothing that the memory says.
pub(super) fn file_name(memory: &MemoryRecord) -> String {
    let day = memory.created_at.get(..10).filter(|day| day.bytes().all(|b| b.is_ascii_digit() || b == b'-'));
    format!("memories/{}-{}.md", day.unwrap_or("undated"), memory.id)
}
