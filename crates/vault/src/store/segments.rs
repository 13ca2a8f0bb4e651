//! Sealed segments of the search index in and out of their rows. Must not know what is in them, nor delete one because a memory
//! changed: the schema does that.

use std::collections::HashMap;

use keepsake_seal::{Entropy, Envelope, FIELD_SEGMENT, Keys, Place, RecordId, VersionId};
use rusqlite::{Connection, OptionalExtension, params};
use zeroize::Zeroizing;

use crate::Error;
use crate::store::records::MemoryRow;

/// A segment as it lies there.
pub(crate) struct SealedSegment {
    id: RecordId,
    envelope: Envelope,
}

/// What a segment's row says of it without opening it.
#[derive(Clone)]
pub(crate) struct Listed {
    pub(crate) model: String,
    pub(crate) format: i64,
    pub(crate) memories: usize,
}

/// Every segment by its number.
pub(crate) fn list(db: &Connection) -> Result<HashMap<i64, Listed>, Error> {
    let mut statement = db.prepare_cached("SELECT number, model, format, memories FROM segment")?;
    let rows = statement.query_map([], |row| {
        let memories = row.get::<_, i64>(3)? as usize;
        Ok((row.get(0)?, Listed { model: row.get(1)?, format: row.get(2)?, memories }))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A segment, if there still is one of this number.
pub(crate) fn read(db: &Connection, number: i64) -> Result<Option<SealedSegment>, Error> {
    let mut statement = db.prepare_cached(
        "SELECT id, epoch, wrap_nonce, wrapped_key, nonce, payload FROM segment WHERE number = ?1",
    )?;
    let found = statement.query_row([number], |row| {
        let envelope = Envelope {
            epoch: row.get(1)?,
            wrap_nonce: row.get(2)?,
            wrapped_key: row.get(3)?,
            nonce: row.get(4)?,
            payload: row.get(5)?,
        };
        Ok(SealedSegment { id: RecordId::from_bytes(row.get(0)?), envelope })
    });
    Ok(found.optional()?)
}

impl SealedSegment {
    /// What was sealed; nothing if it was changed, or lies in another segment's place.
    pub(crate) fn open(self, keys: &Keys) -> Option<Zeroizing<Vec<u8>>> {
        keys.open_owned(&place(self.id), self.envelope).ok()
    }
}

/// Seals a segment and links its memories to it, inside the caller's transaction; false if one of them is not as it was.
pub(crate) fn insert(
    db: &Connection,
    keys: &Keys,
    entropy: &mut dyn Entropy,
    memories: &[MemoryRow],
    listed: &Listed,
    plain: &[u8],
) -> Result<bool, Error> {
    let id = RecordId::random(entropy)?;
    let envelope = keys.seal(&place(id), plain, entropy)?;
    db.prepare_cached(
        "INSERT INTO segment (id, model, memories, format, epoch, wrap_nonce, wrapped_key, nonce, payload)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        id.as_bytes(),
        listed.model,
        listed.memories as i64,
        listed.format,
        envelope.epoch,
        envelope.wrap_nonce,
        envelope.wrapped_key,
        envelope.nonce,
        envelope.payload
    ])?;
    let number = db.last_insert_rowid();
    let mut link =
        db.prepare_cached("UPDATE memory SET segment = ?1 WHERE sequence = ?2 AND id = ?3 AND version = ?4")?;
    for memory in memories {
        let linked =
            link.execute(params![number, memory.sequence, memory.id.as_bytes(), memory.version.as_bytes()])?;
        if linked != 1 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Removes a segment that is of no use.
pub(crate) fn remove(db: &Connection, number: i64) -> Result<(), Error> {
    db.prepare_cached("DELETE FROM segment WHERE number = ?1")?.execute([number])?;
    Ok(())
}

/// Removes every segment with the vectors of a model that does not answer any more.
pub(crate) fn remove_all(db: &Connection) -> Result<(), Error> {
    db.execute("DELETE FROM segment", [])?;
    Ok(())
}

fn place(id: RecordId) -> Place {
    Place { record: id, field: FIELD_SEGMENT, version: VersionId::from_bytes([0; 16]) }
}
