//! A memory as an export writes it and reads it back: `memories.json` in `docs/export-format.md`. Must not know files.

use keepsake_filter::Action;
use keepsake_seal::{Keys, Place, RecordId};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Depth, ExportReport};
use crate::Error;
use crate::clock::format_time;
use crate::memory::{Kind, Payload};
use crate::store::originals;
use crate::store::records::{OpenedVersion, WholeMemory};

/// One state of a memory.
#[derive(Serialize, Deserialize)]
pub(crate) struct VersionRecord {
    pub(crate) id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) replaces_version: Option<String>,
    pub(crate) kept_at: String,
    pub(crate) content: String,
    pub(crate) kind: Kind,
    #[serde(default)]
    pub(crate) topics: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) thread: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) external_id: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) placeholders: Vec<PlaceholderRecord>,
    /// What a later Keepsake keeps with a version.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub(crate) more: Map<String, Value>,
}

/// What stands for something hidden.
#[derive(Serialize, Deserialize)]
pub(crate) struct PlaceholderRecord {
    pub(crate) start_byte: usize,
    pub(crate) end_byte: usize,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) action: Action,
    /// In encrypted exports alone, as is what follows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) tokens: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) original: Option<String>,
}

/// A memory: its current version's fields, then its own. The names are those of `show --json`.
#[derive(Serialize, Deserialize)]
pub(crate) struct MemoryRecord {
    pub(crate) id: String,
    pub(crate) version: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) replaces_version: Option<String>,
    pub(crate) content: String,
    pub(crate) kind: Kind,
    #[serde(default)]
    pub(crate) topics: Vec<String>,
    pub(crate) created_at: String,
    pub(crate) kept_at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) expires_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) thread: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) external_id: Option<String>,
    /// The keyed hash that an import knows it by; in encrypted exports alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) external_key: Option<String>,
    pub(crate) sequence: i64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) pinned: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) replaced_by: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) replaces: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) valid_from: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) valid_to: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) placeholders: Vec<PlaceholderRecord>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub(crate) more: Map<String, Value>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) earlier_versions: Vec<VersionRecord>,
}

impl MemoryRecord {
    /// The current version as one like the others.
    pub(crate) fn take_current(&mut self) -> VersionRecord {
        VersionRecord {
            id: self.version.clone(),
            replaces_version: self.replaces_version.take(),
            kept_at: self.kept_at.clone(),
            content: std::mem::take(&mut self.content),
            kind: self.kind,
            topics: std::mem::take(&mut self.topics),
            source: self.source.take(),
            thread: self.thread.take(),
            external_id: self.external_id.take(),
            placeholders: std::mem::take(&mut self.placeholders),
            more: std::mem::take(&mut self.more),
        }
    }
}

/// Opens memories for an export.
pub(super) struct Opener<'a> {
    pub(super) db: &'a Connection,
    pub(super) keys: &'a Keys,
    pub(super) depth: Depth,
    /// Whether any memory has replaced another, so that a vault without links is not asked a question a memory.
    pub(super) any_links: bool,
}

impl Opener<'_> {
    /// The memory's record; none if its current version does not open, which is counted.
    pub(super) fn open(
        &self,
        memory: &WholeMemory,
        report: &mut ExportReport,
    ) -> Result<Option<MemoryRecord>, Error> {
        let row = &memory.row;
        let (mut current, mut earlier) = (None, Vec::new());
        for sealed in &memory.versions {
            let Ok(mut opened) = sealed.open(self.keys, &row.id) else {
                if sealed.id != row.version {
                    report.versions_damaged += 1;
                }
                continue;
            };
            let placeholders = self.uncover(&row.id, &mut opened, report);
            let version = version_record(opened, sealed.replaces.map(|id| id.to_string()), placeholders);
            if sealed.id == row.version { current = Some(version) } else { earlier.push(version) }
        }
        let Some(current) = current else {
            report.damaged += 1;
            return Ok(None);
        };
        report.memories += 1;
        let carries_keys = self.depth == Depth::Whole;
        let mut record = MemoryRecord {
            id: row.id.to_string(),
            version: current.id,
            replaces_version: current.replaces_version,
            content: current.content,
            kind: current.kind,
            topics: current.topics,
            created_at: format_time(row.created_at_ms),
            kept_at: current.kept_at,
            expires_at: row.expires_at_ms.map(format_time),
            source: current.source,
            thread: current.thread,
            external_id: current.external_id,
            external_key: memory
                .external
                .filter(|_| carries_keys)
                .map(|key| data_encoding::HEXLOWER.encode(&key)),
            sequence: row.sequence,
            pinned: row.pinned,
            replaced_by: memory.replaced.map(|(newer, _)| newer.to_string()),
            replaces: Vec::new(),
            valid_from: None,
            valid_to: memory.replaced.map(|(_, since_ms)| format_time(since_ms)),
            placeholders: current.placeholders,
            more: current.more,
            earlier_versions: earlier,
        };
        if self.any_links {
            let mut statement = self.db.prepare_cached(
                "SELECT older, since_ms FROM replacement WHERE newer = ?1 ORDER BY since_ms, older",
            )?;
            let mut rows = statement.query([row.id.as_bytes()])?;
            while let Some(link) = rows.next()? {
                record.replaces.push(RecordId::from_bytes(link.get(0)?).to_string());
                let since_ms = link.get(1)?;
                record.valid_from.get_or_insert_with(|| format_time(since_ms));
            }
        }
        Ok(Some(record))
    }

    /// Deals with what a version hides, as deep as this export goes.
    fn uncover(
        &self,
        id: &RecordId,
        version: &mut OpenedVersion,
        report: &mut ExportReport,
    ) -> Vec<PlaceholderRecord> {
        let mut placeholders = std::mem::take(&mut version.payload.placeholders);
        let original = |field: Option<u16>| {
            let place = Place { record: *id, version: version.id, field: field? };
            Some(originals::open(self.db, self.keys, &place))
        };
        if self.depth == Depth::OriginalsInPlace {
            // From the end, so that the places before stay true.
            for hidden in placeholders.iter().rev() {
                match original(hidden.field) {
                    Some(Ok(text)) => {
                        version.payload.content.replace_range(hidden.start..hidden.end, &text);
                        report.originals += 1;
                    }
                    // One that is damaged keeps nobody from taking out the others.
                    Some(Err(_)) => report.originals_left += 1,
                    None => {}
                }
            }
            // Their places are not true any more.
            placeholders.clear();
        }
        let whole = self.depth == Depth::Whole;
        let record = |hidden: crate::memory::Placeholder| {
            let taken_out = if whole { original(hidden.field).and_then(Result::ok) } else { None };
            match &taken_out {
                Some(_) => report.originals += 1,
                None => report.originals_left += usize::from(hidden.field.is_some()),
            }
            PlaceholderRecord {
                start_byte: hidden.start,
                end_byte: hidden.end,
                kind: hidden.kind,
                action: hidden.action,
                tokens: if whole { hidden.tokens } else { Vec::new() },
                original: taken_out.map(|text| text.to_string()),
            }
        };
        placeholders.into_iter().map(record).collect()
    }
}

fn version_record(
    mut version: OpenedVersion,
    replaces_version: Option<String>,
    placeholders: Vec<PlaceholderRecord>,
) -> VersionRecord {
    let Payload { content, kind, topics, source, thread, external_id, unknown, .. } = &mut version.payload;
    VersionRecord {
        id: version.id.to_string(),
        replaces_version,
        kept_at: format_time(version.kept_at_ms),
        content: std::mem::take(content),
        kind: *kind,
        topics: std::mem::take(topics),
        source: source.take(),
        thread: thread.take(),
        external_id: external_id.take(),
        placeholders,
        more: std::mem::take(unknown),
    }
}
