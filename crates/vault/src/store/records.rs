//! Sealed versions in and out of their rows. Must not know the index or the filter.

use std::collections::HashMap;

use keepsake_seal::{Entropy, Envelope, FIELD_PAYLOAD, Keys, Place, RecordId, VersionId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use zeroize::Zeroizing;

use crate::Error;
use crate::memory::{IndexedPayload, PAYLOAD_FORMAT, Payload};
use crate::store::originals;

/// A version's row, opened.
pub(crate) struct OpenedVersion {
    pub(crate) id: VersionId,
    pub(crate) kept_at_ms: i64,
    pub(crate) payload: Payload,
}

/// A memory's row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MemoryRow {
    pub(crate) sequence: i64,
    pub(crate) id: RecordId,
    pub(crate) version: VersionId,
    pub(crate) created_at_ms: i64,
    pub(crate) expires_at_ms: Option<i64>,
    pub(crate) pinned: bool,
}

/// A version as it lies there.
pub(crate) struct SealedVersion {
    pub(crate) id: VersionId,
    /// The version before it, where that was asked for.
    pub(crate) replaces: Option<VersionId>,
    kept_at_ms: i64,
    envelope: Envelope,
}

/// A version about to be kept.
pub(crate) struct NewVersion<'a> {
    pub(crate) memory: RecordId,
    pub(crate) id: VersionId,
    pub(crate) replaces: Option<VersionId>,
    pub(crate) kept_at_ms: i64,
    pub(crate) payload: &'a Payload,
    /// What its placeholders hide, by their field numbers.
    pub(crate) originals: &'a [Original],
}

/// A text that the filter took out, and the field number it is sealed under.
pub(crate) struct Original {
    pub(crate) field: u16,
    pub(crate) text: Zeroizing<String>,
}

const ENVELOPE_COLUMNS: &str = "id, kept_at_ms, epoch, wrap_nonce, wrapped_key, nonce, payload";

/// Seals a version and inserts its row; the answer is the envelope's digest, for the audit trail.
pub(crate) fn insert_version(
    db: &Connection,
    keys: &Keys,
    entropy: &mut dyn Entropy,
    new: &NewVersion<'_>,
) -> Result<[u8; 32], Error> {
    let plain =
        Zeroizing::new(serde_json::to_vec(new.payload).map_err(|_| Error::damaged("the text's own form"))?);
    let place = Place { record: new.memory, field: FIELD_PAYLOAD, version: new.id };
    let envelope = keys.seal(&place, &plain, entropy)?;
    db.prepare_cached(
        "INSERT INTO version (id, memory, replaces, kept_at_ms, epoch, wrap_nonce, wrapped_key, nonce, payload)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        new.id.as_bytes(),
        new.memory.as_bytes(),
        new.replaces.map(|id| *id.as_bytes()),
        new.kept_at_ms,
        envelope.epoch,
        envelope.wrap_nonce,
        envelope.wrapped_key,
        envelope.nonce,
        envelope.payload
    ])?;
    for original in new.originals {
        let place = Place { field: original.field, ..place };
        originals::insert(db, keys, entropy, &place, &original.text)?;
    }
    Ok(envelope.digest())
}

/// The memory's row, if there is one.
pub(crate) fn memory_row(db: &Connection, id: &RecordId) -> Result<Option<MemoryRow>, Error> {
    let row = db
        .prepare_cached(
            "SELECT sequence, id, version, created_at_ms, expires_at_ms, pinned FROM memory WHERE id = ?1",
        )?
        .query_row([id.as_bytes()], read_memory_row)
        .optional()?;
    Ok(row)
}

/// Every memory's row, in capture order.
pub(crate) fn memory_rows(db: &Connection) -> Result<Vec<MemoryRow>, Error> {
    let mut statement = db.prepare_cached(
        "SELECT sequence, id, version, created_at_ms, expires_at_ms, pinned FROM memory ORDER BY sequence",
    )?;
    Ok(statement.query_map([], read_memory_row)?.collect::<Result<_, _>>()?)
}

/// Every memory's row with the number of the segment that it was last put in, in capture order.
pub(crate) fn memory_rows_in_segments(db: &Connection) -> Result<Vec<(MemoryRow, Option<i64>)>, Error> {
    let mut statement = db.prepare_cached(
        "SELECT sequence, id, version, created_at_ms, expires_at_ms, pinned, segment FROM memory ORDER BY sequence",
    )?;
    let rows = statement.query_map([], |row| Ok((read_memory_row(row)?, row.get(6)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read_memory_row(row: &Row<'_>) -> rusqlite::Result<MemoryRow> {
    Ok(MemoryRow {
        sequence: row.get(0)?,
        id: RecordId::from_bytes(row.get(1)?),
        version: VersionId::from_bytes(row.get(2)?),
        created_at_ms: row.get(3)?,
        expires_at_ms: row.get(4)?,
        pinned: row.get(5)?,
    })
}

/// Opens one version of a memory.
pub(crate) fn open_version(
    db: &Connection,
    keys: &Keys,
    memory: &RecordId,
    version: &VersionId,
) -> Result<OpenedVersion, Error> {
    let found = sealed_version(db, memory, version)?;
    found.ok_or_else(|| Error::damaged(format!("memory {memory}")))?.open(keys, memory)
}

/// One version of a memory as it lies there.
pub(crate) fn sealed_version(
    db: &Connection,
    memory: &RecordId,
    version: &VersionId,
) -> Result<Option<SealedVersion>, Error> {
    let sql = format!("SELECT {ENVELOPE_COLUMNS} FROM version WHERE id = ?1 AND memory = ?2");
    let found = db
        .prepare_cached(&sql)?
        .query_row(params![version.as_bytes(), memory.as_bytes()], read_version)
        .optional()?;
    Ok(found)
}

/// Hands the current versions of many memories to `each`, in one scan, and answers the memories that have none.
pub(crate) fn for_each_current(
    db: &Connection,
    memories: Vec<MemoryRow>,
    mut each: impl FnMut(MemoryRow, SealedVersion) -> Result<(), Error>,
) -> Result<Vec<MemoryRow>, Error> {
    let mut wanted: HashMap<VersionId, MemoryRow> =
        memories.into_iter().map(|memory| (memory.version, memory)).collect();
    let mut statement =
        db.prepare(&format!("SELECT {ENVELOPE_COLUMNS}, memory FROM version ORDER BY rowid"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let version = VersionId::from_bytes(row.get(0)?);
        let memory = RecordId::from_bytes(row.get(7)?);
        if wanted.get(&version).is_some_and(|wanted| wanted.id == memory)
            && let Some(memory) = wanted.remove(&version)
        {
            each(memory, read_version(row)?)?;
        }
    }
    Ok(wanted.into_values().collect())
}

/// Opens every version of a memory, newest first.
pub(crate) fn open_versions(
    db: &Connection,
    keys: &Keys,
    memory: &RecordId,
) -> Result<Vec<OpenedVersion>, Error> {
    let sql = format!(
        "SELECT {ENVELOPE_COLUMNS} FROM version WHERE memory = ?1 ORDER BY kept_at_ms DESC, rowid DESC"
    );
    let rows: Vec<SealedVersion> =
        db.prepare_cached(&sql)?.query_map([memory.as_bytes()], read_version)?.collect::<Result<_, _>>()?;
    rows.into_iter().map(|sealed| sealed.open(keys, memory)).collect()
}

fn read_version(row: &Row<'_>) -> rusqlite::Result<SealedVersion> {
    let envelope = Envelope {
        epoch: row.get(2)?,
        wrap_nonce: row.get(3)?,
        wrapped_key: row.get(4)?,
        nonce: row.get(5)?,
        payload: row.get(6)?,
    };
    Ok(SealedVersion {
        id: VersionId::from_bytes(row.get(0)?),
        replaces: None,
        kept_at_ms: row.get(1)?,
        envelope,
    })
}

impl SealedVersion {
    /// The version, opened.
    ///
    /// # Errors
    /// [`crate::Code::Damaged`], [`crate::Code::TooNew`].
    pub(crate) fn open(&self, keys: &Keys, memory: &RecordId) -> Result<OpenedVersion, Error> {
        let payload: Payload = self.read(keys, memory)?;
        expect_known(payload.v, memory)?;
        Ok(OpenedVersion { id: self.id, kept_at_ms: self.kept_at_ms, payload })
    }

    /// What the search index needs of it.
    ///
    /// # Errors
    /// As [`SealedVersion::open`].
    pub(crate) fn open_for_index(&self, keys: &Keys, memory: &RecordId) -> Result<IndexedPayload, Error> {
        let payload: IndexedPayload = self.read(keys, memory)?;
        expect_known(payload.v, memory)?;
        Ok(payload)
    }

    fn read<T: serde::de::DeserializeOwned>(&self, keys: &Keys, memory: &RecordId) -> Result<T, Error> {
        let damaged = || Error::damaged(format!("memory {memory}"));
        let place = Place { record: *memory, field: FIELD_PAYLOAD, version: self.id };
        let plain = keys.open(&place, &self.envelope).map_err(|_| damaged())?;
        serde_json::from_slice(&plain).map_err(|_| damaged())
    }
}

fn expect_known(format: u32, memory: &RecordId) -> Result<(), Error> {
    if format > PAYLOAD_FORMAT {
        return Err(Error::new(
            crate::Code::TooNew,
            format!("memory {memory} was kept by a newer Keepsake"),
            "install the newer Keepsake; nothing was changed",
        ));
    }
    Ok(())
}

/// A memory's row with what has replaced it, as an export reads it.
pub(crate) struct WholeMemory {
    pub(crate) row: MemoryRow,
    pub(crate) external: Option<[u8; 32]>,
    /// What holds in its place, and since when.
    pub(crate) replaced: Option<(RecordId, i64)>,
    /// Newest first; empty if every one is gone.
    pub(crate) versions: Vec<SealedVersion>,
}

/// Hands every memory to `each`, in capture order, holding one at a time. The caller's transaction keeps it one moment's state.
pub(crate) fn for_each_memory(
    db: &Connection,
    each: &mut dyn FnMut(WholeMemory) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut statement = db.prepare_cached(
        "SELECT version.id, version.kept_at_ms, version.epoch, version.wrap_nonce, version.wrapped_key, version.nonce,
                version.payload, memory.sequence, memory.id, memory.version, memory.created_at_ms, memory.expires_at_ms,
                memory.external, replacement.newer, replacement.since_ms, version.replaces, memory.pinned
         FROM memory LEFT JOIN version ON version.memory = memory.id LEFT JOIN replacement ON replacement.older = memory.id
         ORDER BY memory.sequence, version.kept_at_ms DESC, version.rowid DESC",
    )?;
    let mut rows = statement.query([])?;
    let mut current: Option<WholeMemory> = None;
    while let Some(row) = rows.next()? {
        let sequence: i64 = row.get(7)?;
        if current.as_ref().is_none_or(|memory| memory.row.sequence != sequence) {
            let next = WholeMemory {
                row: MemoryRow {
                    sequence,
                    id: RecordId::from_bytes(row.get(8)?),
                    version: VersionId::from_bytes(row.get(9)?),
                    created_at_ms: row.get(10)?,
                    expires_at_ms: row.get(11)?,
                    pinned: row.get(16)?,
                },
                external: row.get(12)?,
                replaced: match row.get(13)? {
                    Some(newer) => Some((RecordId::from_bytes(newer), row.get(14)?)),
                    None => None,
                },
                versions: Vec::new(),
            };
            if let Some(whole) = current.replace(next) {
                each(whole)?;
            }
        }
        if let (Some(memory), true) = (&mut current, row.get::<_, Option<[u8; 16]>>(0)?.is_some()) {
            let mut version = read_version(row)?;
            version.replaces = row.get::<_, Option<[u8; 16]>>(15)?.map(VersionId::from_bytes);
            memory.versions.push(version);
        }
    }
    current.map_or(Ok(()), each)
}

/// Notes that a memory changed, so that every open index follows.
pub(crate) fn note_change(db: &Connection, memory: &RecordId) -> Result<(), Error> {
    db.prepare_cached("INSERT INTO change (memory) VALUES (?1)")?.execute([memory.as_bytes()])?;
    Ok(())
}
