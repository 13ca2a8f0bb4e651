//! Vectors inside the encrypted file: one `vec0` table a model, made in code. Must not know texts.

use std::collections::{HashMap, HashSet};

use keepsake_embed::{ModelInfo, WindowVector};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{Code, Error};

/// Vectors in one blob of the `vec0` table: small, so that a vault of one memory stays small.
const VECTORS_IN_A_CHUNK: usize = 128;

/// A model that the vault knows, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ModelNumber(i64);

/// The number of `model`, which gets its table if it is new.
pub(crate) fn number_of(db: &Connection, model: &ModelInfo) -> Result<ModelNumber, Error> {
    if let Some(number) = known_number(db, model)? {
        return Ok(number);
    }
    db.execute(
        "INSERT INTO model (id, dimensions) VALUES (?1, ?2)",
        params![model.id, model.dimensions as i64],
    )?;
    let number = db.last_insert_rowid();
    db.execute_batch(&format!(
        "CREATE VIRTUAL TABLE vector_{number} USING vec0(embedding float[{}], chunk_size={VECTORS_IN_A_CHUNK})",
        model.dimensions
    ))?;
    Ok(ModelNumber(number))
}

/// The number of `model` if any of its vectors were ever kept here.
pub(crate) fn known_number(db: &Connection, model: &ModelInfo) -> Result<Option<ModelNumber>, Error> {
    let found = db
        .query_row("SELECT number, dimensions FROM model WHERE id = ?1", [&model.id], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
        })
        .optional()?;
    match found {
        Some((_, dimensions)) if dimensions != model.dimensions as i64 => Err(Error::new(
            Code::Inconsistent,
            "the model's vectors have another length than the ones kept",
            "install Keepsake again; nothing was changed",
        )),
        found => Ok(found.map(|(number, _)| ModelNumber(number))),
    }
}

/// Keeps the vectors of one version.
pub(crate) fn insert(
    db: &Connection,
    model: ModelNumber,
    memory: &[u8; 16],
    version: &[u8; 16],
    windows: &[WindowVector],
) -> Result<(), Error> {
    let ModelNumber(number) = model;
    for window in windows {
        db.prepare_cached(&format!("INSERT INTO vector_{number} (embedding) VALUES (?1)"))?
            .execute([to_bytes(&window.vector)])?;
        let row = db.last_insert_rowid();
        db.prepare_cached(
            "INSERT INTO vector_window (model, vector_row, memory, version, start_byte, end_byte) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![number, row, memory, version, window.start as i64, window.end as i64])?;
    }
    Ok(())
}

/// Removes every vector of a memory, of all models, and says how many there were.
pub(crate) fn remove(db: &Connection, memory: &[u8; 16]) -> Result<usize, Error> {
    let rows: Vec<(i64, i64)> = db
        .prepare_cached("SELECT model, vector_row FROM vector_window WHERE memory = ?1")?
        .query_map([memory], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (number, row) in &rows {
        db.prepare_cached(&format!("DELETE FROM vector_{number} WHERE rowid = ?1"))?.execute([row])?;
    }
    db.prepare_cached("DELETE FROM vector_window WHERE memory = ?1")?.execute([memory])?;
    Ok(rows.len())
}

/// The vectors of one memory under `model`, window by window.
pub(crate) fn of_memory(
    db: &Connection,
    model: ModelNumber,
    memory: &[u8; 16],
) -> Result<Vec<Vec<f32>>, Error> {
    let ModelNumber(number) = model;
    let rows: Vec<i64> = db
        .prepare_cached(
            "SELECT vector_row FROM vector_window WHERE memory = ?1 AND model = ?2 ORDER BY start_byte",
        )?
        .query_map(params![memory, number], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut statement =
        db.prepare_cached(&format!("SELECT embedding FROM vector_{number} WHERE rowid = ?1"))?;
    rows.into_iter()
        .map(|row| Ok(from_bytes(&statement.query_row([row], |row| row.get::<_, Vec<u8>>(0))?)))
        .collect()
}

/// The vectors of many memories under `model`, handed to `each` with its memory's id, in one scan.
pub(crate) fn for_each(
    db: &Connection,
    model: ModelNumber,
    memories: &HashSet<[u8; 16]>,
    mut each: impl FnMut([u8; 16], Vec<f32>) -> Result<(), Error>,
) -> Result<(), Error> {
    let ModelNumber(number) = model;
    let mut owners = HashMap::with_capacity(memories.len());
    let mut statement = db.prepare("SELECT vector_row, memory FROM vector_window WHERE model = ?1")?;
    let mut rows = statement.query([number])?;
    while let Some(row) = rows.next()? {
        let memory = row.get::<_, [u8; 16]>(1)?;
        if memories.contains(&memory) {
            owners.insert(row.get::<_, i64>(0)?, memory);
        }
    }
    let mut statement = db.prepare(&format!("SELECT rowid, embedding FROM vector_{number}"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(owner) = owners.get(&row.get::<_, i64>(0)?) {
            each(*owner, from_bytes(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?))?;
        }
    }
    Ok(())
}

/// Little-endian 32-bit floats, as `vec0` takes them.
fn to_bytes(vector: &[f32]) -> Vec<u8> {
    vector.iter().flat_map(|x| x.to_le_bytes()).collect()
}

fn from_bytes(bytes: &[u8]) -> Vec<f32> {
    bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
}
