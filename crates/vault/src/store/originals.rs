//! Originals that the filter sealed, in and out of their rows. Must not know why they were sealed.

use keepsake_seal::{Entropy, Envelope, Keys, Place, RecordId, VersionId};
use rusqlite::{Connection, OptionalExtension, params};
use zeroize::Zeroizing;

use crate::Error;

/// The first field number of an original; the ones below are the payload's.
const FIRST_FIELD: u16 = 256;

/// The field number of a version's nth original, if it can have so many.
pub(crate) fn field(nth: usize) -> Option<u16> {
    u16::try_from(nth).ok()?.checked_add(FIRST_FIELD)
}

/// Seals an original and inserts its row.
pub(crate) fn insert(
    db: &Connection,
    keys: &Keys,
    entropy: &mut dyn Entropy,
    place: &Place,
    original: &str,
) -> Result<(), Error> {
    let envelope = keys.seal(place, original.as_bytes(), entropy)?;
    db.prepare_cached(
        "INSERT INTO original (version, field, memory, epoch, wrap_nonce, wrapped_key, nonce, payload)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        place.version.as_bytes(),
        place.field,
        place.record.as_bytes(),
        envelope.epoch,
        envelope.wrap_nonce,
        envelope.wrapped_key,
        envelope.nonce,
        envelope.payload
    ])?;
    Ok(())
}

/// Opens one original.
///
/// # Errors
/// [`crate::Code::NotFound`] if there is none; [`crate::Code::Damaged`] if it does not open.
pub(crate) fn open(db: &Connection, keys: &Keys, place: &Place) -> Result<Zeroizing<String>, Error> {
    let envelope = db
        .prepare_cached(
            "SELECT epoch, wrap_nonce, wrapped_key, nonce, payload FROM original
             WHERE version = ?1 AND field = ?2 AND memory = ?3",
        )?
        .query_row(params![place.version.as_bytes(), place.field, place.record.as_bytes()], |row| {
            Ok(Envelope {
                epoch: row.get(0)?,
                wrap_nonce: row.get(1)?,
                wrapped_key: row.get(2)?,
                nonce: row.get(3)?,
                payload: row.get(4)?,
            })
        })
        .optional()?
        .ok_or_else(Error::not_found)?;
    let damaged = || Error::damaged(format!("a hidden part of memory {}", place.record));
    let plain = keys.open(place, &envelope).map_err(|_| damaged())?;
    let text = std::str::from_utf8(&plain).map_err(|_| damaged())?;
    Ok(Zeroizing::new(text.to_owned()))
}

/// Where every original of a memory lies.
pub(crate) fn places(db: &Connection, memory: &RecordId) -> Result<Vec<Place>, Error> {
    let mut statement =
        db.prepare_cached("SELECT version, field FROM original WHERE memory = ?1 ORDER BY version, field")?;
    let places = statement.query_map([memory.as_bytes()], |row| {
        Ok(Place { record: *memory, version: VersionId::from_bytes(row.get(0)?), field: row.get(1)? })
    })?;
    Ok(places.collect::<Result<_, _>>()?)
}

/// Removes the originals of one version.
pub(crate) fn remove_of_version(db: &Connection, version: &VersionId) -> Result<(), Error> {
    db.prepare_cached("DELETE FROM original WHERE version = ?1")?.execute([version.as_bytes()])?;
    Ok(())
}

/// Removes every original of a memory.
pub(crate) fn remove_of_memory(db: &Connection, memory: &RecordId) -> Result<(), Error> {
    db.prepare_cached("DELETE FROM original WHERE memory = ?1")?.execute([memory.as_bytes()])?;
    Ok(())
}
