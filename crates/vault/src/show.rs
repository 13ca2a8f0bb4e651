//! Opens one memory with its earlier versions. Must not change anything.

use keepsake_seal::RecordId;

use crate::clock::format_time;
use crate::memory::{MemoryView, Placeholder, VersionView};
use crate::open::Vault;
use crate::replace::show_links;
use crate::store::records::{self, MemoryRow, OpenedVersion};
use crate::{Code, Error};

/// The fewest characters that stand for a whole id.
const SHORTEST_ID: usize = 6;

impl Vault {
    /// The memory, opened, with its earlier versions.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::Damaged`] when its record does not open.
    pub fn show(&self, id: &RecordId) -> Result<MemoryView, Error> {
        let row = self.expect_memory(id)?;
        let versions = records::open_versions(&self.db, &self.keys, id)?;
        let (current, earlier): (Vec<_>, Vec<_>) = versions.into_iter().partition(|v| v.id == row.version);
        let current = current.into_iter().next().ok_or_else(|| Error::damaged(format!("memory {id}")))?;
        let mut view = view(&row, &current);
        view.earlier_versions = earlier.iter().map(version_view).collect();
        show_links(&self.db, &mut view, id)?;
        Ok(view)
    }

    /// The memory as it is now, without its history.
    pub(crate) fn show_current(&self, id: &RecordId) -> Result<MemoryView, Error> {
        let row = self.expect_memory(id)?;
        let mut view = view(&row, &records::open_version(&self.db, &self.keys, id, &row.version)?);
        show_links(&self.db, &mut view, id)?;
        Ok(view)
    }

    /// The id that `text` stands for: all 32 characters, or the first six or more if only one memory has them.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::BadInput`] if it stands for several.
    pub fn find_id(&self, text: &str) -> Result<RecordId, Error> {
        let text = text.trim().to_ascii_lowercase();
        if text.len() < SHORTEST_ID || text.len() > 32 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(Error::new(
                Code::NotFound,
                "no memory has this id",
                "an id has 32 hexadecimal characters, of which the first six or more will do; `keepsake list` shows them",
            ));
        }
        let found: Vec<[u8; 16]> = self
            .db
            .prepare_cached("SELECT id FROM memory WHERE lower(hex(id)) GLOB ?1 || '*' LIMIT 2")?
            .query_map([&text], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        match found.as_slice() {
            [] => Err(Error::not_found()),
            [id] => Ok(RecordId::from_bytes(*id)),
            _ => Err(Error::new(
                Code::BadInput,
                "several memories' ids begin like this",
                "give more characters",
            )),
        }
    }

    pub(crate) fn expect_memory(&self, id: &RecordId) -> Result<MemoryRow, Error> {
        let row = records::memory_row(&self.db, id)?.ok_or_else(Error::not_found)?;
        // Expired memories are never shown, even before they are swept.
        if row.expires_at_ms.is_some_and(|at_ms| at_ms <= self.effective_ms()) {
            return Err(Error::not_found());
        }
        Ok(row)
    }
}

/// The view of one version, without links to other memories.
pub(crate) fn view(row: &MemoryRow, version: &OpenedVersion) -> MemoryView {
    let payload = &version.payload;
    MemoryView {
        id: row.id.to_string(),
        content: payload.content.clone(),
        placeholders: payload.placeholders.iter().map(Placeholder::view).collect(),
        kind: payload.kind,
        topics: payload.topics.clone(),
        created_at: format_time(row.created_at_ms),
        kept_at: format_time(version.kept_at_ms),
        expires_at: row.expires_at_ms.map(format_time),
        source: payload.source.clone(),
        thread: payload.thread.clone(),
        external_id: payload.external_id.clone(),
        sequence: row.sequence,
        pinned: row.pinned,
        replaced_by: None,
        replaces: Vec::new(),
        valid_from: None,
        valid_to: None,
        earlier_versions: Vec::new(),
    }
}

pub(crate) fn version_view(version: &OpenedVersion) -> VersionView {
    VersionView {
        id: version.id.to_string(),
        kept_at: format_time(version.kept_at_ms),
        content: version.payload.content.clone(),
        placeholders: version.payload.placeholders.iter().map(Placeholder::view).collect(),
        kind: version.payload.kind,
        topics: version.payload.topics.clone(),
    }
}
