//! Applies `migrations/` in order, all inside one transaction. Must not know what the tables are for.

use rusqlite::{Connection, TransactionBehavior};

use crate::{Code, Error};

/// Every schema version, oldest first: version n is the nth file.
const MIGRATIONS: [&str; 9] = [
    include_str!("../../../../migrations/0001_first.sql"),
    include_str!("../../../../migrations/0002_hidden.sql"),
    include_str!("../../../../migrations/0003_snapshot.sql"),
    include_str!("../../../../migrations/0004_replaced.sql"),
    include_str!("../../../../migrations/0005_models.sql"),
    include_str!("../../../../migrations/0006_trail.sql"),
    include_str!("../../../../migrations/0007_backups.sql"),
    include_str!("../../../../migrations/0008_erase_and_expiry.sql"),
    include_str!("../../../../migrations/0009_list.sql"),
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A database as the first two schemas left it, with these vectors of these models.
    fn of_schema_2(vectors_of_models: &[(i64, usize)]) -> Connection {
        let db = Connection::open_in_memory().unwrap();
        for sql in &MIGRATIONS[..2] {
            db.execute_batch(sql).unwrap();
        }
        db.pragma_update(None, "user_version", 2).unwrap();
        db.execute(
            "INSERT INTO memory (id, version, created_at_ms) VALUES (zeroblob(16), zeroblob(16), 0)",
            [],
        )
        .unwrap();
        for (model, vectors) in vectors_of_models {
            db.execute("INSERT INTO model VALUES (?1, 'model ' || ?1, 4)", [model]).unwrap();
            for row in 0..*vectors as i64 {
                db.execute(
                    "INSERT INTO vector_window VALUES (?1, ?2, zeroblob(16), zeroblob(16), 0, 1)",
                    [*model, row],
                )
                .unwrap();
            }
        }
        db
    }

    #[test]
    fn the_model_of_an_older_vault_is_the_one_that_answers() {
        for (before, current) in [
            (vec![], None),
            (vec![(1, 0)], Some(1)),
            (vec![(1, 3)], Some(1)),
            (vec![(1, 3), (2, 1)], Some(1)),
            (vec![(1, 1), (2, 3)], Some(2)),
            (vec![(1, 0), (2, 0)], Some(2)),
        ] {
            let mut db = of_schema_2(&before);
            migrate(&mut db).unwrap();
            let found: Vec<i64> = db
                .prepare("SELECT number FROM model WHERE role = 'current'")
                .unwrap()
                .query_map([], |row| row.get(0))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            assert_eq!(found, Vec::from_iter(current), "{before:?}");
        }
    }

    #[test]
    fn no_two_models_answer() {
        let mut db = of_schema_2(&[(1, 3), (2, 1)]);
        migrate(&mut db).unwrap();
        assert!(db.execute("UPDATE model SET role = 'current'", []).is_err());
        assert!(db.execute("UPDATE model SET role = 'both' WHERE number = 2", []).is_err());
    }
}
