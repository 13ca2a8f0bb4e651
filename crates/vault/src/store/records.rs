//! Sealed versions in and out of their rows. Must not know the index or the filter.

use keepsake_seal::{Entropy, Envelope, FIELD_PAYLOAD, Keys, Place, RecordId, VersionId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use zeroize::Zeroizing;

use crate::Error;
use crate::memory::{PAYLOAD_FORMAT, Payload};
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
            "SELECT sequence, id, version, created_at_ms, expires_at_ms FROM memory WHERE id = ?1",
        )?
        .query_row([id.as_bytes()], read_memory_row)
        .optional()?;
    Ok(row)
}

/// Every memory's row, in capture order.
pub(crate) fn memory_rows(db: &Connection) -> Result<Vec<MemoryRow>, Error> {
    let mut statement = db.prepare_cached(
        "SELECT sequence, id, version, created_at_ms, expires_at_ms FROM memory ORDER BY sequence",
    )?;
    Ok(statement.query_map([], read_memory_row)?.collect::<Result<_, _>>()?)
}

fn read_memory_row(row: &Row<'_>) -> rusqlite::Result<MemoryRow> {
    Ok(MemoryRow {
        sequence: row.get(0)?,
        id: RecordId::from_bytes(row.get(1)?),
        version: VersionId::from_bytes(row.get(2)?),
        created_at_ms: row.get(3)?,
        expires_at_ms: row.get(4)?,
    })
}

/// Opens one version of a memory.
pub(crate) fn open_version(
    db: &Connection,
    keys: &Keys,
    memory: &RecordId,
    version: &VersionId,
) -> Result<OpenedVersion, Error> {
    let sql = format!("SELECT {ENVELOPE_COLUMNS} FROM version WHERE id = ?1 AND memory = ?2");
    let found = db
        .prepare_cached(&sql)?
        .query_row(params![version.as_bytes(), memory.as_bytes()], read_envelope)
        .optional()?;
    let (id, kept_at_ms, envelope) = found.ok_or_else(|| Error::damaged(format!("memory {memory}")))?;
    open_envelope(keys, memory, id, kept_at_ms, &envelope)
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
    let rows: Vec<_> =
        db.prepare_cached(&sql)?.query_map([memory.as_bytes()], read_envelope)?.collect::<Result<_, _>>()?;
    rows.into_iter()
        .map(|(id, kept_at_ms, envelope)| open_envelope(keys, memory, id, kept_at_ms, &envelope))
        .collect()
}

fn read_envelope(row: &Row<'_>) -> rusqlite::Result<(VersionId, i64, Envelope)> {
    let envelope = Envelope {
        epoch: row.get(2)?,
        wrap_nonce: row.get(3)?,
        wrapped_key: row.get(4)?,
        nonce: row.get(5)?,
        payload: row.get(6)?,
    };
    Ok((VersionId::from_bytes(row.get(0)?), row.get(1)?, envelope))
}

fn open_envelope(
    keys: &Keys,
    memory: &RecordId,
    id: VersionId,
    kept_at_ms: i64,
    envelope: &Envelope,
) -> Result<OpenedVersion, Error> {
    let damaged = || Error::damaged(format!("memory {memory}"));
    let place = Place { record: *memory, field: FIELD_PAYLOAD, version: id };
    let plain = keys.open(&place, envelope).map_err(|_| damaged())?;
    let payload: Payload = serde_json::from_slice(&plain).map_err(|_| damaged())?;
    if payload.v > PAYLOAD_FORMAT {
        return Err(Error::new(
            crate::Code::TooNew,
            format!("memory {memory} was kept by a newer Keepsake"),
            "install the newer Keepsake; nothing was changed",
        ));
    }
    Ok(OpenedVersion { id, kept_at_ms, payload })
}

/// Notes that a memory changed, so that every open index follows.
pub(crate) fn note_change(db: &Connection, memory: &RecordId) -> Result<(), Error> {
    db.prepare_cached("INSERT INTO change (memory) VALUES (?1)")?.execute([memory.as_bytes()])?;
    Ok(())
}
