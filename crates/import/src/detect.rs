//! Which format a file or folder has, by the shape of what is in it; its name decides only among texts. Must not take an
//! unknown shape for a text.

use std::io::Read;
use std::path::Path;

use crate::archive::{Archive, ZIP_START};
use crate::error::ANY_SHAPE;
use crate::folder::{self, is_markdown};
use crate::gathering::Gathering;
use crate::input::{Input, document};
use crate::json::{Beginning, beginning};
use crate::{Error, Format, Options, assistant, chat, joplin, open_memory, plain_text, table};

/// How much of a document is looked at: a first conversation may be long before it says what it is.
const LOOK_BYTES: u64 = 4 * 1024 * 1024;
/// How much of a text is looked at.
const TEXT_BYTES: usize = 64 * 1024;
/// Where a tar says that it is one.
const TAR_MARK: (usize, &[u8]) = (257, b"ustar");
/// Files of a folder that are looked at, until one says what they are.
const FILES_LOOKED_AT: usize = 50;

/// Says what a file or folder is.
///
/// # Errors
/// [`Error::UnknownShape`] for what is none of the formats; that it cannot be read, or is damaged.
pub fn detect(path: &Path) -> Result<Format, Error> {
    detect_input(&Input::Path(path))
}

/// As [`detect`], for a document that is in memory.
///
/// # Errors
/// As [`detect`].
pub fn detect_bytes(name: &str, bytes: &[u8]) -> Result<Format, Error> {
    detect_input(&Input::Bytes { name, bytes })
}

fn detect_input(input: &Input<'_>) -> Result<Format, Error> {
    let options = Options::default();
    let progress = &mut |_| true;
    // Looking counts nothing: what it would count is thrown away.
    let mut gathering = Gathering::new(Format::PlainText, &options, progress);
    match input {
        Input::Path(path) if path.is_dir() => folder_format(path, &mut gathering),
        _ => file_format(input, &mut gathering),
    }
}

fn unknown() -> Error {
    Error::UnknownShape { expected: ANY_SHAPE }
}

fn folder_format(root: &Path, gathering: &mut Gathering<'_>) -> Result<Format, Error> {
    let failed = |error: std::io::Error| Error::Unreadable { what: "the folder", kind: error.kind() };
    let entries = std::fs::read_dir(root).map_err(failed)?.flatten();
    let mut names: Vec<_> = entries
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    if let Some(name) = names.iter().find(|name| chat::is_conversations(name)) {
        return file_format(&Input::Path(&root.join(name)), gathering);
    }
    if names.iter().any(|name| open_memory::DOCUMENTS.contains(&name.as_str())) {
        return Ok(Format::OpenMemory);
    }
    let files = folder::files(root, is_markdown, gathering)?;
    if files.is_empty() {
        return Err(unknown());
    }
    let is_joplin = files.iter().take(FILES_LOOKED_AT).any(|file| {
        let text = folder::small_text(file, gathering, TEXT_BYTES);
        text.is_ok_and(|text| joplin::is_item(&text))
    });
    Ok(if is_joplin { Format::JoplinRaw } else { Format::Markdown })
}

fn file_format(input: &Input<'_>, gathering: &mut Gathering<'_>) -> Result<Format, Error> {
    let (mut file, _) = input.open("the file", gathering.limits().archive_bytes)?;
    let mut start = Vec::new();
    let read = file.by_ref().take(TEXT_BYTES as u64).read_to_end(&mut start);
    read.map_err(|error| Error::io("the file", &error))?;
    drop(file);
    if start.starts_with(ZIP_START) {
        return archive_format(input, gathering);
    }
    if start.starts_with(open_memory::GZIP_START) {
        let (file, _) = input.open("the file", gathering.limits().archive_bytes)?;
        let unpacked = flate2::read::MultiGzDecoder::new(file).take(LOOK_BYTES);
        return json_format(document(unpacked)).ok_or_else(unknown);
    }
    let (at, mark) = TAR_MARK;
    if start.get(at..).is_some_and(|rest| rest.starts_with(mark)) {
        return Ok(Format::JoplinJex);
    }
    let mut text = Vec::new();
    let decoded = document(start.as_slice()).read_to_end(&mut text);
    // A chunk may end inside a character; what was decoded until there is enough.
    if decoded.is_err() && text.is_empty() || text.contains(&0) {
        return Err(Error::NotText);
    }
    let end = input.name().to_ascii_lowercase();
    let end = end.rsplit_once('.').map_or("", |(_, end)| end);
    // What a person wrote may begin with a bracket; the name of the file says so.
    if !matches!(end, "md" | "markdown" | "csv" | "tsv") && plain_text::is_json(&text)
        || text.trim_ascii() == b"[]"
    {
        let (file, _) = input.open("the file", gathering.limits().archive_bytes)?;
        return json_format(document(file.take(LOOK_BYTES))).ok_or_else(unknown);
    }
    text_format(end, &text).ok_or_else(unknown)
}

fn text_format(end: &str, text: &[u8]) -> Option<Format> {
    let first_line = text.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    let readable = match std::str::from_utf8(text) {
        Ok(text) => text,
        // Only the last character may be cut off.
        Err(error) if error.valid_up_to() + 4 > text.len() => {
            std::str::from_utf8(text.get(..error.valid_up_to())?).ok()?
        }
        Err(_) => return None,
    };
    match end {
        "csv" | "tsv" => table::delimiter_of(first_line).map(|_| Format::Csv),
        "md" | "markdown" => Some(Format::Markdown),
        "txt" | "text" | "" if assistant::looks_like_answer(readable) => Some(Format::AssistantAnswer),
        "txt" | "text" => Some(Format::PlainText),
        _ => None,
    }
}

fn archive_format(input: &Input<'_>, gathering: &mut Gathering<'_>) -> Result<Format, Error> {
    let mut archive = Archive::open(input, gathering)?;
    let entries = archive.entries(gathering)?;
    // Claude's export has a memories.json of its own beside the conversations.
    if let Some(entry) = entries.iter().find(|entry| chat::is_conversations(entry.file_name())) {
        let document = archive.document(entry, gathering)?;
        return json_format(document.take(LOOK_BYTES)).ok_or_else(unknown);
    }
    let is_memories = entries.iter().any(|entry| open_memory::DOCUMENTS.contains(&entry.file_name()));
    if is_memories { Ok(Format::OpenMemory) } else { Err(unknown()) }
}

/// None for what is JSON of another program. An array with nothing in it is a chat export of somebody who said nothing.
fn json_format(document: impl Read) -> Option<Format> {
    match beginning(document) {
        Beginning::EmptyArray => Some(Format::ChatGpt),
        Beginning::Array(keys) if keys.contains("mapping") => Some(Format::ChatGpt),
        Beginning::Array(keys) if keys.contains("chat_messages") => Some(Format::Claude),
        Beginning::Array(keys) => is_memory(&keys).then_some(Format::OpenMemory),
        Beginning::Object(_, Some(kind)) if kind == "entity" || kind == "relation" => Some(Format::McpMemory),
        Beginning::Object(keys, _) if keys.contains("memories") => Some(Format::OpenMemory),
        Beginning::Object(keys, _) => is_memory(&keys).then_some(Format::OpenMemory),
        Beginning::Unclear => None,
    }
}

/// The keys that a memory of OpenMemory has, and a line of our own import does not.
fn is_memory(keys: &std::collections::BTreeSet<String>) -> bool {
    let has = |key: &str| keys.contains(key);
    has("id") && (has("memory") || has("content")) && (has("state") || has("memory") || has("categories"))
}
