//! Vectors inside the encrypted file: one `vec0` table a model, made in code. Must not know texts.

use keepsake_embed::WindowVector;
use rusqlite::{Connection, params};

use crate::Error;

/// Vectors in one blob of the `vec0` table: small, so that a vault of one memory stays small.
const VECTORS_IN_A_CHUNK: usize = 128;

/// A model that the vault knows, by its number. A later model has a higher number than the one it takes over from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ModelNumber(pub(crate) i64);

/// Makes the table of a new model.
pub(crate) fn make_table(db: &Connection, model: ModelNumber, dimensions: usize) -> Result<(), Error> {
    let ModelNumber(number) = model;
    db.execute_batch(&format!(
        "CREATE VIRTUAL TABLE vector_{number} USING vec0(embedding float[{dimensions}], chunk_size={VECTORS_IN_A_CHUNK})"
    ))?;
    Ok(())
}

/// Removes a model's table and what speaks of it. `secure_delete` overwrites its pages.
pub(crate) fn drop_table(db: &Connection, model: ModelNumber) -> Result<(), Error> {
    let ModelNumber(number) = model;
    db.execute("DELETE FROM vector_window WHERE model = ?1", [number])?;
    db.execute_batch(&format!("DROP TABLE IF EXISTS vector_{number}"))?;
    Ok(())
}

/// True if the memory has vectors under `model`.
pub(crate) fn has(db: &Connection, model: ModelNumber, memory: &[u8; 16]) -> Result<bool, Error> {
    let ModelNumber(number) = model;
    Ok(db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM vector_window WHERE memory = ?1 AND model = ?2)")?
        .query_row(params![memory, number], |row| row.get(0))?)
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

/// Removes the vectors of a memory under one model.
pub(crate) fn remove_of_model(db: &Connection, model: ModelNumber, memory: &[u8; 16]) -> Result<(), Error> {
    let ModelNumber(number) = model;
    let rows: Vec<i64> = db
        .prepare_cached("SELECT vector_row FROM vector_window WHERE memory = ?1 AND model = ?2")?
        .query_map(params![memory, number], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for row in rows {
        db.prepare_cached(&format!("DELETE FROM vector_{number} WHERE rowid = ?1"))?.execute([row])?;
    }
    db.prepare_cached("DELETE FROM vector_window WHERE memory = ?1 AND model = ?2")?
        .execute(params![memory, number])?;
    Ok(())
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

/// Every vector under `model`, handed to `each` with its memory's id, in one scan.
pub(crate) fn for_each(
    db: &Connection,
    model: ModelNumber,
    mut each: impl FnMut([u8; 16], Vec<f32>),
) -> Result<(), Error> {
    let ModelNumber(number) = model;
    let mut owners = std::collections::HashMap::new();
    let mut statement = db.prepare("SELECT vector_row, memory FROM vector_window WHERE model = ?1")?;
    let mut rows = statement.query([number])?;
    while let Some(row) = rows.next()? {
        owners.insert(row.get::<_, i64>(0)?, row.get::<_, [u8; 16]>(1)?);
    }
    let mut statement = db.prepare(&format!("SELECT rowid, embedding FROM vector_{number}"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(owner) = owners.get(&row.get::<_, i64>(0)?) {
            each(*owner, from_bytes(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?));
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
