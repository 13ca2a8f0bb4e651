//! Reads JSON lines that are to be imported. Must not keep anything, nor quote it in an error.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::Deserialize;

use super::Item;
use crate::clock::parse_time;
use crate::remember::RememberRequest;
use crate::{Code, Error};

/// How much of a file is looked at: a memory is shorter.
const LOOK_BYTES: u64 = 1024 * 1024;

/// One line of a JSONL import.
#[derive(Deserialize)]
struct Line {
    content: String,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    topics: Option<Vec<String>>,
    #[serde(default)]
    created_at: Option<String>,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    thread: Option<String>,
    #[serde(default)]
    external_id: Option<String>,
}

/// Every line that is not blank.
pub(super) fn jsonl(bytes: &[u8]) -> Vec<Item> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let lines = bytes.split(|byte| *byte == b'\n').enumerate();
    lines
        .filter(|(_, line)| !line.iter().all(u8::is_ascii_whitespace))
        .map(|(index, line)| Item { place: format!("line {}", index + 1), read: json_line(line) })
        .collect()
}

fn json_line(bytes: &[u8]) -> Result<(RememberRequest, Option<String>), Error> {
    let text = std::str::from_utf8(bytes).map_err(|_| not_text())?;
    // serde's own words quote the value they stumble over, so they are not passed on.
    let line: Line = serde_json::from_str(text).map_err(|error| {
        let message = if error.is_data() {
            "a field is missing or of another type than expected".to_owned()
        } else {
            format!("it is not JSON: column {}", error.column())
        };
        Error::new(Code::BadInput, message, "each line is an object with at least \"content\"")
    })?;
    let request = RememberRequest {
        content: line.content,
        kind: line.kind.as_deref().map(str::parse).transpose()?.unwrap_or_default(),
        topics: line.topics.unwrap_or_default(),
        source: present(line.source),
        thread: present(line.thread),
        created_at_ms: line.created_at.as_deref().map(parse_time).transpose()?,
        ..Default::default()
    };
    Ok((request, present(line.external_id)))
}

/// Some programs write an empty text where they have nothing to say.
fn present(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

/// Whether the first line that is not blank is an object with content.
pub(super) fn looks_like_jsonl(path: &Path) -> bool {
    let Ok(file) = File::open(path) else { return false };
    let mut start = Vec::new();
    if file.take(LOOK_BYTES).read_to_end(&mut start).is_err() {
        return false;
    }
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start);
    let line = start.split(|byte| *byte == b'\n').find(|line| !line.iter().all(u8::is_ascii_whitespace));
    line.is_some_and(|line| serde_json::from_slice::<Line>(line).is_ok())
}

fn not_text() -> Error {
    Error::new(Code::NotText, "it is not valid UTF-8 text", "save it as UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_is_named_and_never_quoted() {
        let items = jsonl(b"{\"content\": \"a\"}\n\n{\"content\": 42424242}\nhunter2\n\xff\xfe\n{\"content\":\"b\",\"kind\":\"poem\"}");
        let places: Vec<_> = items.iter().map(|item| (item.place.as_str(), item.read.is_ok())).collect();
        assert_eq!(
            places,
            [("line 1", true), ("line 3", false), ("line 4", false), ("line 5", false), ("line 6", false)]
        );
        for item in items {
            if let Err(error) = item.read {
                let text = error.to_string();
                assert!(
                    !text.contains("4242") && !text.contains("hunter2") && !text.contains("poem"),
                    "{text}"
                );
            }
        }
    }
}
