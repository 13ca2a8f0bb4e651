//! OpenMemory's (mem0's) export: a ZIP with `memories.json`, the tables, and `memories.jsonl.gz`, one memory a line with the
//! names of its categories. The latter is read where both are there. Must not bring back what was deleted or archived there.
//! The shapes are those of `openmemory/api/app/routers/backup.py` in mem0, and of its list answers.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::io::{BufRead, Read};

use flate2::read::MultiGzDecoder;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::archive::{Archive, ZIP_START};
use crate::bounded::Bounded;
use crate::gathering::Gathering;
use crate::identity::name_of;
use crate::input::{Document, Input, document, peek};
use crate::json::{Elements, LenientText, Scalar, damaged, reason};
use crate::lines::{Lines, Unfit};
use crate::{Error, Format, Item, LeftOut, Reason, times};

const EXPECTED: &str = "OpenMemory's export: a ZIP with memories.json or memories.jsonl.gz";
const WHAT: &str = "the export";
pub(crate) const GZIP_START: &[u8] = b"\x1f\x8b";
/// In the order in which they are preferred.
pub(crate) const DOCUMENTS: [&str; 3] = ["memories.jsonl.gz", "memories.jsonl", "memories.json"];

/// One memory, in any of the shapes.
#[derive(Deserialize)]
struct Record {
    #[serde(default)]
    id: Scalar,
    #[serde(default, alias = "memory", alias = "text")]
    content: LenientText,
    #[serde(default)]
    created_at: Scalar,
    #[serde(default)]
    updated_at: Scalar,
    #[serde(default)]
    deleted_at: Scalar,
    #[serde(default)]
    archived_at: Scalar,
    #[serde(default, alias = "status")]
    state: LenientText,
    #[serde(default)]
    categories: Value,
    #[serde(default)]
    category_ids: Value,
    #[serde(default, alias = "metadata_")]
    metadata: Value,
}

pub(crate) fn read(input: &Input<'_>, gathering: &mut Gathering<'_>) -> Result<(), Error> {
    let mut reader = Reader::default();
    if let Input::Path(folder) = input
        && folder.is_dir()
    {
        let found = DOCUMENTS.iter().map(|name| folder.join(name)).find(|path| path.is_file());
        let path = found.ok_or(Error::UnknownShape { expected: EXPECTED })?;
        return read(&Input::Path(&path), gathering);
    }
    let (mut file, _) = input.open("the file", gathering.limits().archive_bytes)?;
    let mut start = Vec::new();
    let peek = file.by_ref().take(4).read_to_end(&mut start);
    peek.map_err(|error| Error::io("the file", &error))?;
    drop(file);
    if start.starts_with(ZIP_START) {
        let mut archive = Archive::open(input, gathering)?;
        let entries = archive.entries(gathering)?;
        let named = |name: &&str| entries.iter().find(|entry| entry.file_name().eq_ignore_ascii_case(name));
        let entry = DOCUMENTS.iter().find_map(named).ok_or(Error::UnknownShape { expected: EXPECTED })?;
        if entry.file_name().to_ascii_lowercase().ends_with(".gz") {
            let bytes = archive.bytes(entry, gathering)?;
            reader.read_packed(bytes, gathering)?;
        } else {
            let document = archive.document(entry, gathering)?;
            reader.read_document(document, gathering)?;
        }
    } else if start.starts_with(GZIP_START) {
        let (file, _) = input.open("the file", gathering.limits().document_bytes)?;
        reader.read_packed(file, gathering)?;
    } else {
        let document = input.document(gathering)?;
        reader.read_document(document, gathering)?;
    }
    reader.finish(gathering)
}

#[derive(Default)]
struct Reader {
    /// Items whose categories are known by id only, until the table of categories was read.
    waiting: Vec<(usize, Vec<String>)>,
    categories: HashMap<String, String>,
    seen: HashSet<String>,
    /// Whether anything was a memory.
    known: bool,
    any: bool,
}

impl Reader {
    fn read_packed(&mut self, packed: impl Read, gathering: &mut Gathering<'_>) -> Result<(), Error> {
        let limits = gathering.limits();
        let limit = limits.document_bytes.min(limits.unpacked_bytes);
        let beyond = Error::UnpacksTooFar { limit_bytes: limit };
        let unpacked = Bounded::new(MultiGzDecoder::new(packed), limit, beyond, gathering.meter.clone());
        self.read_lines(document(unpacked), gathering)
    }

    /// One document or one line each: told apart by whether the first line is a whole object with a memory in it.
    fn read_document(&mut self, document: Document<'_>, gathering: &mut Gathering<'_>) -> Result<(), Error> {
        let (start, document) = peek(document)?;
        let first_line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let is_line =
            serde_json::from_slice::<Record>(first_line).is_ok_and(|record| record.content.0.is_some());
        if is_line { self.read_lines(document, gathering) } else { self.read_tables(document, gathering) }
    }

    fn read_lines(&mut self, document: impl BufRead, gathering: &mut Gathering<'_>) -> Result<(), Error> {
        let limit_bytes = longest(gathering);
        let mut lines = Lines::new(document, limit_bytes);
        while let Some(line) = lines.next_text().map_err(|error| Error::io(WHAT, &error))? {
            gathering.tick_at(lines.count)?;
            let place = format!("line {}", lines.count);
            match line {
                Ok(line) if line.trim().is_empty() => {}
                Ok(line) => self.take(place, &line, gathering)?,
                Err(Unfit::NotText) => gathering.fail(place, Reason::NotText),
                Err(Unfit::TooLong) => gathering.fail(place, Reason::TooLong { limit_bytes }),
            }
        }
        Ok(())
    }

    fn read_tables(&mut self, document: impl Read, gathering: &mut Gathering<'_>) -> Result<(), Error> {
        let mut own = None;
        let mut deserializer = serde_json::Deserializer::from_reader(document);
        let outcome = Tables { reader: self, gathering, own: &mut own }.deserialize(&mut deserializer);
        let outcome = outcome.and_then(|()| deserializer.end());
        match (own, outcome) {
            (Some(error), _) => Err(error),
            (None, Ok(())) => Ok(()),
            (None, Err(error)) if error.is_data() => Err(Error::UnknownShape { expected: EXPECTED }),
            (None, Err(error)) => Err(damaged(WHAT, error)),
        }
    }

    fn take(&mut self, place: String, text: &str, gathering: &mut Gathering<'_>) -> Result<(), Error> {
        self.any = true;
        let limit_bytes = longest(gathering);
        if text.len() > limit_bytes {
            gathering.fail(place, Reason::TooLong { limit_bytes });
            return Ok(());
        }
        let record: Record = match serde_json::from_str(text) {
            Ok(record) => record,
            Err(error) => {
                gathering.fail(place, reason(&error));
                return Ok(());
            }
        };
        let Some(content) = record.content.0 else {
            gathering.fail(place, Reason::UnexpectedFields);
            return Ok(());
        };
        self.known = true;
        let state = record.state.0.unwrap_or_default().to_lowercase();
        if state == "deleted" || is_set(&record.deleted_at) {
            gathering.leave_out(LeftOut::Deleted, 1);
            return Ok(());
        }
        if state == "archived" || is_set(&record.archived_at) {
            gathering.leave_out(LeftOut::Archived, 1);
            return Ok(());
        }
        let external_id = match record.id {
            Scalar::Text(id) if !id.trim().is_empty() => id,
            Scalar::Number(id) => id.to_string(),
            _ => name_of(&["openmemory", content.trim()]),
        };
        if !self.seen.insert(external_id.clone()) {
            gathering.leave_out(LeftOut::Duplicate, 1);
            return Ok(());
        }
        let mut topics = names(&record.categories);
        let beside = ["categories", "category", "tags", "topics"];
        topics.extend(beside.into_iter().filter_map(|key| record.metadata.get(key)).flat_map(names));
        let item = Item {
            place,
            content: content.trim().to_owned(),
            topics: topics.clone(),
            created_at_ms: time(&record.created_at),
            updated_at_ms: time(&record.updated_at),
            source: Some(Format::OpenMemory.source().to_owned()),
            external_id: Some(external_id),
            ..Item::default()
        };
        let category_ids = names(&record.category_ids);
        if let (Some(index), false) = (gathering.keep(item)?, category_ids.is_empty()) {
            topics.extend(category_ids.into_iter().map(|id| format!("{CATEGORY_ID}{id}")));
            self.waiting.push((index, topics));
        }
        Ok(())
    }

    fn finish(self, gathering: &mut Gathering<'_>) -> Result<(), Error> {
        if self.any && !self.known {
            return Err(Error::UnknownShape { expected: EXPECTED });
        }
        for (index, topics) in self.waiting {
            let named = topics.into_iter().filter_map(|topic| match topic.strip_prefix(CATEGORY_ID) {
                Some(id) => self.categories.get(id).cloned(),
                None => Some(topic),
            });
            gathering.set_topics(index, named.collect());
        }
        Ok(())
    }
}

/// Marks the id of a category among topics until its name is known.
const CATEGORY_ID: char = '\u{1f}';

/// What a memory may have as it is written: twice its content, for what is beside it.
fn longest(gathering: &Gathering<'_>) -> usize {
    gathering.limits().item_bytes.saturating_mul(2)
}

fn is_set(value: &Scalar) -> bool {
    !matches!(value, Scalar::Other) && *value != Scalar::Text(String::new())
}

fn time(value: &Scalar) -> Option<i64> {
    match value {
        Scalar::Text(text) => times::parse(text),
        Scalar::Number(number) => times::of_number(*number),
        Scalar::Other => None,
    }
}

/// The whole document: an array of memories, or an object with one under a known name.
struct Tables<'a, 'g, 'e> {
    reader: &'a mut Reader,
    gathering: &'a mut Gathering<'g>,
    own: &'e mut Option<Error>,
}

impl<'de> DeserializeSeed<'de> for Tables<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tables<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("memories")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<(), A::Error> {
        let Tables { reader, gathering, own } = self;
        let each = &mut |number: usize, text: &str| {
            gathering.tick_at(number)?;
            reader.take(format!("memory {number}"), text, gathering)
        };
        Elements { each, own }.visit_seq(elements)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Tables { reader, gathering, own } = self;
        let mut found = false;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "memories" | "results" | "items" => {
                    found = true;
                    let each = &mut |number: usize, text: &str| {
                        gathering.tick_at(number)?;
                        reader.take(format!("memory {number}"), text, gathering)
                    };
                    map.next_value_seed(Elements { each, own: &mut *own })?;
                }
                "categories" => {
                    for category in map.next_value::<Vec<Category>>()? {
                        if let (Scalar::Text(id), Some(name)) = (category.id, category.name.0) {
                            reader.categories.insert(id, name);
                        }
                    }
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        if !found {
            *own = Some(Error::UnknownShape { expected: EXPECTED });
        }
        Ok(())
    }
}

#[derive(Deserialize)]
struct Category {
    #[serde(default)]
    id: Scalar,
    #[serde(default)]
    name: LenientText,
}

/// Texts of a list of texts or of objects with a `name`, or one text.
fn names(value: &Value) -> Vec<String> {
    let one = |value: &Value| match value {
        Value::String(name) => Some(name.clone()),
        Value::Object(object) => object.get("name").and_then(Value::as_str).map(str::to_owned),
        _ => None,
    };
    match value {
        Value::Array(values) => values.iter().filter_map(one).collect(),
        other => one(other).into_iter().collect(),
    }
}
