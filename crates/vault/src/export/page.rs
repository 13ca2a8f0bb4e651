//! A page that opens itself, for people without tools: one HTML file with the memories sealed in it and the script that asks for
//! the passphrase. Must not write a text outside of a sealed chunk, nor need anything from anywhere.

use std::io::Write;

use data_encoding::BASE64;
use keepsake_seal::PortableSealer;
use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::record::MemoryRecord;
use super::{ExportReport, Walk, failed, line_of};
use crate::Error;
use crate::clock::format_time;
use crate::memory::Kind;

const TEMPLATE: &str = include_str!("page.html");
const SCRIPT: &str = include_str!("page.js");
const STYLE: &str = include_str!("page.css");
/// Bytes of text that fill a chunk.
const CHUNK: usize = 256 * 1024;

/// What the page shows of a memory: what is current.
#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    content: &'a str,
    kind: Kind,
    topics: &'a [String],
    created_at: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thread: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced_by: &'a Option<String>,
}

pub(super) fn write(
    walk: &mut Walk<'_>,
    out: &mut dyn Write,
    mut sealer: PortableSealer,
) -> Result<ExportReport, Error> {
    let header = sealer.header();
    let header = json!({
        "format": "keepsake-page",
        "version": 1,
        "id": BASE64.encode(&header.id),
        "salt": BASE64.encode(&header.salt),
        "iterations": header.iterations,
    });
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
        hash(SCRIPT),
        hash(STYLE)
    );
    let filled = TEMPLATE
        .replace("@policy@", &policy)
        .replace("@style@", STYLE)
        .replace("@date@", format_time(walk.now_ms).get(..10).unwrap_or_default())
        .replace("@header@", &header.to_string());
    let (before, after) = filled.split_once("@chunks@").unwrap_or((&filled, ""));
    out.write_all(before.as_bytes()).map_err(failed)?;
    let mut lines = String::with_capacity(CHUNK);
    let report = walk.memories(&mut |memory| {
        // A full chunk waits until it is known not to be the last.
        if lines.len() >= CHUNK {
            write_chunk(out, &mut sealer, &lines, false)?;
            lines.clear();
        }
        lines.push_str(&line_of(&entry(&memory))?);
        lines.push('\n');
        Ok(())
    })?;
    write_chunk(out, &mut sealer, &lines, true)?;
    out.write_all(after.replace("@script@", SCRIPT).as_bytes()).map_err(failed)?;
    Ok(report)
}

fn entry(memory: &MemoryRecord) -> Entry<'_> {
    Entry {
        id: &memory.id,
        content: &memory.content,
        kind: memory.kind,
        topics: &memory.topics,
        created_at: &memory.created_at,
        source: &memory.source,
        thread: &memory.thread,
        replaced_by: &memory.replaced_by,
    }
}

/// As an element of a type that no browser runs.
fn write_chunk(
    out: &mut dyn Write,
    sealer: &mut PortableSealer,
    lines: &str,
    last: bool,
) -> Result<(), Error> {
    let chunk = BASE64.encode(&sealer.seal(lines.as_bytes(), last)?);
    writeln!(out, "<script type=\"application/octet-stream\" class=\"chunk\">{chunk}</script>")
        .map_err(failed)
}

/// As a content policy names it.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64.encode(&Sha256::digest(text.as_bytes())))
}
