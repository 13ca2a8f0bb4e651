//! Which models the vault knows: the one that answers, and the one that is being built. Must not know texts or load a model.

use std::path::PathBuf;

use keepsake_embed::ModelInfo;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::store::segments;
use crate::store::vectors::{self, ModelNumber};
use crate::{Code, Error};

/// Where a model comes from, as the vault keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelRecord {
    /// Its name and the start of its hash.
    pub id: String,
    /// Length of its vectors.
    pub dimensions: usize,
    /// The folder it is loaded from; none for the model that ships with Keepsake.
    pub folder: Option<PathBuf>,
    /// SHA-256 over what the folder said of itself when it was chosen; none for the model that ships with Keepsake.
    pub fingerprint: Option<[u8; 32]>,
}

/// What a model is to the vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Answers questions.
    Current,
    /// Memories are getting their vectors.
    Building,
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Role::Current => "current",
            Role::Building => "building",
        }
    }
}

/// How a loaded model stands to the vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    /// It is the one that answers.
    Current(ModelNumber),
    /// The vault has no vectors yet: the first ones decide.
    Free,
    /// Another one answers: a question in this one's numbers would find anything.
    Other,
}

/// How `model` stands to the vault.
pub(crate) fn fit(db: &Connection, model: &ModelInfo) -> Result<Fit, Error> {
    match of_role(db, Role::Current)? {
        None => Ok(Fit::Free),
        Some((number, record)) if record.id == model.id => {
            expect_dimensions(&record, model)?;
            Ok(Fit::Current(number))
        }
        Some(_) => Ok(Fit::Other),
    }
}

/// The number to keep vectors of `model` under; none if another model answers. In a vault without any model it
/// becomes the one that does, as the one that ships with Keepsake.
pub(crate) fn to_write(db: &Connection, model: &ModelInfo) -> Result<Option<ModelNumber>, Error> {
    match fit(db, model)? {
        Fit::Current(number) => Ok(Some(number)),
        Fit::Other => Ok(None),
        Fit::Free => {
            let record = ModelRecord {
                id: model.id.clone(),
                dimensions: model.dimensions,
                folder: None,
                fingerprint: None,
            };
            // A change of model may be under way in a vault that had no memory yet.
            match of_role(db, Role::Building)? {
                Some((_, building)) if building.id == record.id => Ok(None),
                _ => insert(db, &record, Role::Current).map(Some),
            }
        }
    }
}

/// The model in this role.
pub(crate) fn of_role(db: &Connection, role: Role) -> Result<Option<(ModelNumber, ModelRecord)>, Error> {
    let found = db
        .prepare_cached("SELECT number, id, dimensions, folder, fingerprint FROM model WHERE role = ?1")?
        .query_row([role.name()], read)
        .optional()?;
    Ok(found)
}

/// Adds a model with its table.
pub(crate) fn insert(db: &Connection, record: &ModelRecord, role: Role) -> Result<ModelNumber, Error> {
    drop_left(db)?;
    db.execute(
        "INSERT INTO model (id, dimensions, folder, fingerprint, role) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![record.id, record.dimensions as i64, folder_text(record)?, record.fingerprint, role.name()],
    )?;
    let number = ModelNumber(db.last_insert_rowid());
    vectors::make_table(db, number, record.dimensions)?;
    Ok(number)
}

/// Notes where a model lies now.
pub(crate) fn set_folder(db: &Connection, number: ModelNumber, record: &ModelRecord) -> Result<(), Error> {
    let ModelNumber(number) = number;
    db.execute("UPDATE model SET folder = ?2 WHERE number = ?1", params![number, folder_text(record)?])?;
    Ok(())
}

/// Takes the current model out of its role, if there is one, and gives it to `number`.
pub(crate) fn make_current(db: &Connection, number: ModelNumber) -> Result<(), Error> {
    let ModelNumber(number) = number;
    leave_current(db)?;
    db.execute("UPDATE model SET role = 'current' WHERE number = ?1", [number])?;
    Ok(())
}

/// Takes the current model out of its role, and what the index's snapshot holds of its vectors with it.
pub(crate) fn leave_current(db: &Connection) -> Result<(), Error> {
    db.execute("UPDATE model SET role = 'left' WHERE role = 'current'", [])?;
    segments::remove_all(db)
}

/// Gives up what is being built, if anything is.
pub(crate) fn leave_building(db: &Connection) -> Result<bool, Error> {
    Ok(db.execute("UPDATE model SET role = 'left' WHERE role = 'building'", [])? > 0)
}

/// Removes every model without a role, its vectors overwritten.
pub(crate) fn drop_left(db: &Connection) -> Result<(), Error> {
    let mut statement = db.prepare("SELECT number FROM model WHERE role = 'left'")?;
    let numbers: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for number in numbers {
        vectors::drop_table(db, ModelNumber(number))?;
        db.execute("DELETE FROM model WHERE number = ?1", [number])?;
    }
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<(ModelNumber, ModelRecord)> {
    let record = ModelRecord {
        id: row.get(1)?,
        dimensions: row.get::<_, i64>(2)? as usize,
        folder: row.get::<_, Option<String>>(3)?.map(PathBuf::from),
        fingerprint: row.get(4)?,
    };
    Ok((ModelNumber(row.get(0)?), record))
}

fn folder_text(record: &ModelRecord) -> Result<Option<&str>, Error> {
    let Some(folder) = &record.folder else { return Ok(None) };
    let text = folder.to_str().ok_or_else(|| {
        Error::new(
            Code::BadInput,
            "the folder's path is not valid Unicode",
            "give the folder a plain name and try again",
        )
    })?;
    Ok(Some(text))
}

/// Refuses a model whose vectors would not go into the table.
pub(crate) fn expect_dimensions(record: &ModelRecord, model: &ModelInfo) -> Result<(), Error> {
    if record.dimensions == model.dimensions {
        return Ok(());
    }
    Err(Error::new(
        Code::Inconsistent,
        "the model's vectors have another length than the ones kept",
        "install Keepsake again; nothing was changed",
    ))
}
