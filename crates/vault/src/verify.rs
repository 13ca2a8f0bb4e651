//! Is the vault whole? Reads every page, opens every version, recomputes the audit trail. Must not repair anything.

use keepsake_seal::RecordId;
use rusqlite::Connection;
use serde::Serialize;

use crate::audit;
use crate::open::Vault;
use crate::store::originals;
use crate::store::records::{self, OpenedVersion};
use crate::trail::broken;
use crate::{Code, Error};

/// One thing that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// What.
    pub name: &'static str,
    /// Whether it is as it should be.
    pub ok: bool,
    /// What was found, in a sentence; ids at most, never content.
    pub detail: String,
}

/// What was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerifyReport {
    /// True if everything is as it should be.
    pub ok: bool,
    /// Each check.
    pub checks: Vec<Check>,
}

/// Damaged records that are named; the rest are counted.
const NAMED: usize = 10;

impl Vault {
    /// Checks the whole vault.
    ///
    /// # Errors
    /// When not even the checks can run.
    pub fn verify(&self) -> Result<VerifyReport, Error> {
        let checks = vec![
            self.check_pages(),
            self.check_structure(),
            or_unreadable("records", self.check_records()),
            or_unreadable("vectors", self.check_vectors()),
            or_unreadable("models", self.check_models()),
            or_unreadable("audit", self.check_audit()),
            self.check_notices(),
        ];
        Ok(VerifyReport { ok: checks.iter().all(|check| check.ok), checks })
    }

    /// The same, and whether anything is left of what was forgotten: in free pages, in rows without a memory, in files.
    ///
    /// # Errors
    /// When not even the checks can run.
    pub fn verify_with_residue(&self) -> Result<VerifyReport, Error> {
        let mut report = self.verify()?;
        report.checks.push(or_unreadable("residue", self.check_residue()));
        report.ok = report.checks.iter().all(|check| check.ok);
        Ok(report)
    }

    fn check_residue(&self) -> Result<Check, Error> {
        let found = self.leftovers()?;
        let ok = found.found.is_empty();
        let mut detail = if ok {
            format!(
                "nothing is left over: {} pages, {} of them free and empty, every row belongs to a memory",
                found.pages, found.free_pages
            )
        } else {
            format!("{}; `keepsake compact` writes the database anew without them", found.found.join("; "))
        };
        if !found.strangers.is_empty() {
            detail.push_str(&format!("; not Keepsake's, in its folder: {}", found.strangers.join(", ")));
        }
        Ok(Check { name: "residue", ok, detail })
    }

    fn check_pages(&self) -> Check {
        // Answers one row for each page whose authentication tag is wrong.
        let bad = rows(&self.db, "PRAGMA cipher_integrity_check");
        let detail = match &bad {
            Ok(bad) if bad.is_empty() => "every page of vault.db is authentic".to_owned(),
            Ok(bad) => format!("{} pages of vault.db are damaged", bad.len()),
            Err(_) => "vault.db could not be read to its end".to_owned(),
        };
        Check { name: "pages", ok: bad.is_ok_and(|bad| bad.is_empty()), detail }
    }

    fn check_structure(&self) -> Check {
        let answer = rows(&self.db, "PRAGMA integrity_check");
        let keys = rows(&self.db, "PRAGMA foreign_key_check");
        let ok = answer.is_ok_and(|rows| rows == ["ok"]) && keys.is_ok_and(|rows| rows.is_empty());
        let detail = if ok { "tables and indexes agree" } else { "tables and indexes do not agree" };
        Check { name: "structure", ok, detail: detail.to_owned() }
    }

    fn check_records(&self) -> Result<Check, Error> {
        let (mut opened, mut damaged) = (0, Vec::new());
        for row in records::memory_rows(&self.db)? {
            match records::open_versions(&self.db, &self.keys, &row.id) {
                Ok(versions)
                    if versions.iter().any(|version| version.id == row.version)
                        && self.originals_open(&row.id, &versions)? =>
                {
                    opened += versions.len()
                }
                Err(error) if error.code == Code::Busy => return Err(error),
                _ => damaged.push(row.id.to_string()),
            }
        }
        let detail = if damaged.is_empty() {
            format!("{opened} versions open")
        } else {
            let named = &damaged[..damaged.len().min(NAMED)];
            format!("{opened} versions open; {} memories are damaged: {}", damaged.len(), named.join(", "))
        };
        Ok(Check { name: "records", ok: damaged.is_empty(), detail })
    }

    /// Whether every original that a placeholder speaks of is there and opens, and none is there that no placeholder speaks of.
    fn originals_open(&self, id: &RecordId, versions: &[OpenedVersion]) -> Result<bool, Error> {
        let places = originals::places(&self.db, id)?;
        let spoken_of = versions
            .iter()
            .flat_map(|version| &version.payload.placeholders)
            .filter(|hidden| hidden.field.is_some());
        let opens = places.iter().all(|place| originals::open(&self.db, &self.keys, place).is_ok());
        Ok(opens && places.len() == spoken_of.count())
    }

    fn check_vectors(&self) -> Result<Check, Error> {
        let mut stray: i64 = self.db.query_row(
            "SELECT count(*) FROM vector_window WHERE NOT EXISTS
             (SELECT 1 FROM memory WHERE memory.id = vector_window.memory AND memory.version = vector_window.version)",
            [],
            |row| row.get(0),
        )?;
        let mut statement = self.db.prepare("SELECT number FROM model")?;
        let numbers: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut total = 0;
        for number in numbers {
            let (kept, known): (i64, i64) = self.db.query_row(
                &format!(
                    "SELECT (SELECT count(*) FROM vector_{number}),
                     (SELECT count(*) FROM vector_window WHERE model = {number} AND vector_row IN (SELECT rowid FROM vector_{number}))"
                ),
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
            total += kept;
            stray += kept - known;
        }
        let detail = if stray == 0 {
            format!("{total} vectors, each of a memory that is kept")
        } else {
            format!("{stray} of {total} vectors belong to no current memory")
        };
        Ok(Check { name: "vectors", ok: stray == 0, detail })
    }

    /// Each model has its table and each table its model; one of them answers.
    fn check_models(&self) -> Result<Check, Error> {
        let number = |sql: &str| -> Result<i64, Error> { Ok(self.db.query_row(sql, [], |row| row.get(0))?) };
        let known = number("SELECT count(*) FROM model")?;
        let stray = number(
            "SELECT count(*) FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE vector_%'
             AND name NOT IN (SELECT 'vector_' || number FROM model)",
        )?;
        let missing = number(
            "SELECT count(*) FROM model WHERE 'vector_' || number NOT IN (SELECT name FROM sqlite_schema)",
        )?;
        let models = self.models()?;
        let unanswered = i64::from(known > 0 && models.current.is_none() && models.building.is_none());
        let ok = stray + missing + unanswered == 0;
        let detail = match (&models.current, &models.building) {
            _ if !ok => "the meaning models and their tables of vectors do not agree".to_owned(),
            (Some(current), None) => format!("meaning by {}", current.id),
            (current, Some((building, progress))) => format!(
                "meaning by {}; {} has {} of {} memories",
                current.as_ref().map_or("no model yet", |current| &current.id),
                building.id,
                progress.done,
                progress.total
            ),
            (None, None) => "no meaning model was used yet".to_owned(),
        };
        Ok(Check { name: "models", ok, detail })
    }

    fn check_audit(&self) -> Result<Check, Error> {
        Ok(match audit::check(&self.db, &self.keys, audit::Extent::Whole)? {
            Ok(entries) => {
                Check { name: "audit", ok: true, detail: format!("{entries} entries, one unbroken chain") }
            }
            Err(first) => Check { name: "audit", ok: false, detail: broken(first) },
        })
    }

    fn check_notices(&self) -> Check {
        let detail = if self.notices.is_empty() {
            "no sign of an old copy".to_owned()
        } else {
            self.notices.join(" ")
        };
        Check { name: "age", ok: self.notices.is_empty(), detail }
    }
}

/// A part that cannot be read to its end is a finding, not the end of the check.
fn or_unreadable(name: &'static str, check: Result<Check, Error>) -> Check {
    check.unwrap_or_else(|error| Check {
        name,
        ok: false,
        detail: format!("could not be read to the end: {}", error.message),
    })
}

fn rows(db: &Connection, sql: &str) -> Result<Vec<String>, Error> {
    let mut statement = db.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok(row.get::<_, String>(0).unwrap_or_default()))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
