//! Reads what is to be imported: JSON lines and Markdown. Must not keep anything, nor quote it in an error.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::Item;
use crate::clock::parse_time;
use crate::remember::RememberRequest;
use crate::{Code, Error};

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

/// Every Markdown file under `path`, or `path` itself; hidden folders are left out.
pub(super) fn markdown(path: &Path) -> Result<Vec<Item>, Error> {
    let metadata = fs::metadata(path).map_err(|error| Error::io("the folder to import", &error))?;
    let (root, mut files) = if metadata.is_dir() {
        (path.to_path_buf(), markdown_files(path)?)
    } else {
        (path.parent().unwrap_or(path).to_path_buf(), vec![path.to_path_buf()])
    };
    files.sort();
    let whole = root.canonicalize().unwrap_or_else(|_| root.clone());
    let name = whole.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(files
        .into_iter()
        .map(|file| {
            let place = file.strip_prefix(&root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            // Two folders may each have a README.md.
            let id = format!("{name}/{place}");
            Item { read: markdown_file(&file, &id), place }
        })
        .collect())
}

fn markdown_files(root: &Path) -> Result<Vec<PathBuf>, Error> {
    let (mut files, mut folders) = (Vec::new(), vec![root.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| Error::io("a folder to import", &error))?;
        for entry in entries.flatten() {
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            // Links are not followed: they may lead out of the folder, or round in a circle.
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && !hidden => folders.push(entry.path()),
                Ok(kind) if kind.is_file() && is_markdown(&entry.path()) => files.push(entry.path()),
                _ => {}
            }
        }
    }
    Ok(files)
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("md") || end.eq_ignore_ascii_case("markdown"))
}

fn markdown_file(path: &Path, id: &str) -> Result<(RememberRequest, Option<String>), Error> {
    let bytes = fs::read(path).map_err(|error| Error::io("the file", &error))?;
    let modified = fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    let text = String::from_utf8(bytes).map_err(|_| not_text())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let (head, body) = split_front_matter(text);
    let mut request = RememberRequest {
        content: body.trim().to_owned(),
        source: Some("markdown".to_owned()),
        ..Default::default()
    };
    request.created_at_ms = modified
        .and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok())
        .and_then(|since| i64::try_from(since.as_millis()).ok());
    let mut in_list = false;
    for line in head.lines() {
        if let (true, Some(topic)) = (in_list, line.trim_start().strip_prefix("- ")) {
            request.topics.push(unquoted(topic));
            continue;
        }
        let Some((key, value)) = line.split_once(':') else { continue };
        in_list = false;
        match key.trim() {
            "tags" | "topics" => {
                in_list = value.trim().is_empty();
                let values = value.trim().trim_start_matches('[').trim_end_matches(']').split(',');
                request.topics.extend(values.map(unquoted).filter(|topic| !topic.is_empty()));
            }
            "date" | "created" | "created_at" => {
                request.created_at_ms = parse_time(&unquoted(value)).ok().or(request.created_at_ms);
            }
            "kind" => request.kind = unquoted(value).parse().unwrap_or_default(),
            _ => {}
        }
    }
    Ok((request, Some(id.to_owned())))
}

/// The lines between two `---` at the start, and what follows.
fn split_front_matter(text: &str) -> (&str, &str) {
    let rest = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n"));
    let split = rest.and_then(|rest| {
        let end = rest.find("\n---")?;
        let after = rest[end + 4..].find('\n').map_or(rest.len(), |at| end + 4 + at + 1);
        rest[end + 4..after].trim().is_empty().then(|| (&rest[..end], &rest[after..]))
    });
    split.unwrap_or(("", text))
}

fn unquoted(text: &str) -> String {
    text.trim().trim_matches(['"', '\'']).trim_start_matches('#').to_owned()
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

    #[test]
    fn front_matter_is_read_and_left_out() {
        let text = "---\ntags: [home, \"tea\"]\ndate: 2025-03-01\n---\n# Tea\nGreen.\n";
        let (head, body) = split_front_matter(text);
        assert!(head.contains("tags") && body == "# Tea\nGreen.\n");
        assert_eq!(split_front_matter("--- no\ntext"), ("", "--- no\ntext"));
        assert_eq!(split_front_matter("---\nnever closed"), ("", "---\nnever closed"));
    }
}
