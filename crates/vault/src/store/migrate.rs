//! Applies `migrations/` in order, all inside one transaction. Must not know what the tables are for.

use rusqlite::{Connection, TransactionBehavior};

use crate::{Code, Error};

/// Every schema version, oldest first: version n is the nth file.
const MIGRATIONS: [&str; 4] = [
    include_str!("../../../../migrations/0001_first.sql"),
    include_str!("../../../../migrations/0002_hidden.sql"),
    include_str!("../../../../migrations/0003_snapshot.sql"),
    include_str!("../../../../migrations/0004_replaced.sql"),
];

/// The schema this program writes.
pub(crate) const SCHEMA_VERSION: usize = MIGRATIONS.len();

/// The schema the database has.
///
/// # Errors
/// [`Code::TooNew`] when it was made by a newer Keepsake; nothing is touched.
pub(crate) fn version(db: &Connection) -> Result<usize, Error> {
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    match usize::try_from(version) {
        Ok(version) if version <= SCHEMA_VERSION => Ok(version),
        _ => Err(Error::new(
            Code::TooNew,
            format!("this vault has schema {version}, and this Keepsake knows {SCHEMA_VERSION}"),
            "install the newer Keepsake that made it; nothing was changed",
        )),
    }
}

/// Brings the schema up to date.
pub(crate) fn migrate(db: &mut Connection) -> Result<(), Error> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let from = version(&transaction)?;
    for sql in &MIGRATIONS[from..] {
        transaction.execute_batch(sql)?;
    }
    transaction.pragma_update(None, "user_version", SCHEMA_VERSION as i64)?;
    transaction.commit()?;
    Ok(())
}
