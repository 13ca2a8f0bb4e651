//! Vectors inside the encrypted file: one `vec0` table a model, made in code. Must not know texts.

use std::collections::{HashMap, HashSet};

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
    // From the tables in which vec0 keeps them: asked for row by row, it opens each chunk anew and takes three times as long.
    let mut places: HashMap<i64, Vec<(usize, [u8; 16])>> = HashMap::new();
    let mut statement =
        db.prepare(&format!("SELECT rowid, chunk_id, chunk_offset FROM vector_{number}_rowids"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(owner) = owners.get(&row.get::<_, i64>(0)?) {
            places.entry(row.get(1)?).or_default().push((row.get::<_, i64>(2)? as usize, *owner));
        }
    }
    let dimensions: i64 =
        db.query_row("SELECT dimensions FROM model WHERE number = ?1", [number], |row| row.get(0))?;
    let size = dimensions as usize * size_of::<f32>();
    let mut statement =
        db.prepare(&format!("SELECT rowid, vectors FROM vector_{number}_vector_chunks00 ORDER BY rowid"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let Some(places) = places.get(&row.get::<_, i64>(0)?) else { continue };
        let chunk = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
        for (place, owner) in places {
            // One that is missing is left out: its memory is found by words, and `verify` counts vectors.
            if let Some(bytes) = chunk.get(place * size..(place + 1) * size) {
                each(*owner, from_bytes(bytes))?;
            }
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::store::connection::{self, Expect};
    use crate::store::migrate::migrate;
    use crate::store::models;
    use keepsake_embed::ModelInfo;
    use keepsake_seal::{Secret, SystemEntropy};

    /// The tables are sqlite-vec's own: another release may lay them out otherwise.
    #[test]
    fn one_scan_gives_the_vectors_that_single_rows_give() {
        let folder = tempfile::tempdir().unwrap();
        let key = Secret::random(&mut SystemEntropy).unwrap();
        let mut db = connection::open(&folder.path().join("vault.db"), &key, Expect::Nothing).unwrap();
        migrate(&mut db).unwrap();
        let info = ModelInfo { id: "test".to_owned(), dimensions: 8 };
        let model = models::to_write(&db, &info).unwrap().unwrap();
        let id = |n: usize| [n as u8; 16];
        for n in 0..200 {
            db.execute("INSERT INTO memory (id, version, created_at_ms) VALUES (?1, ?1, 0)", [id(n)])
                .unwrap();
            let window = |w: usize| WindowVector { start: w, end: 9, vector: vec![(n * 3 + w) as f32; 8] };
            let windows: Vec<_> = (0..1 + n % 2).map(window).collect();
            insert(&db, model, &id(n), &id(n), &windows).unwrap();
        }
        for n in (0..200).step_by(7) {
            remove(&db, &id(n)).unwrap();
        }
        let wanted: HashSet<[u8; 16]> = (0..150).map(id).collect();
        let mut found: HashMap<[u8; 16], Vec<Vec<f32>>> = HashMap::new();
        for_each(&db, model, &wanted, |memory, vector| {
            found.entry(memory).or_default().push(vector);
            Ok(())
        })
        .unwrap();
        for n in 0..200 {
            let single = of_memory(&db, model, &id(n)).unwrap();
            let expected = if n < 150 { single } else { Vec::new() };
            assert_eq!(found.remove(&id(n)).unwrap_or_default(), expected, "{n}");
        }
    }
}
