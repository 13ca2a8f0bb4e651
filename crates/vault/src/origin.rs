//! Where a memory came from, as far as the audit trail still says. Must not change anything.

use keepsake_seal::RecordId;
use rusqlite::OptionalExtension;

use crate::Error;
use crate::clock::format_time;
use crate::open::Vault;

/// How a memory came into the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The door it came through, `window` or `program`; none for what is older than that being noted.
    pub actor: Option<String>,
    /// When it came in, RFC 3339. What was imported has an earlier date of its own.
    pub at: String,
}

impl Vault {
    /// How the memory came into the vault; none if the trail was cut since.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn origin(&self, id: &RecordId) -> Result<Option<Origin>, Error> {
        let origin = self
            .db
            .prepare_cached(
                "SELECT actor, at_ms FROM audit WHERE action = 'remembered' AND subject = ?1 ORDER BY sequence LIMIT 1",
            )?
            .query_row([id.as_bytes()], |row| {
                Ok(Origin { actor: row.get(0)?, at: format_time(row.get(1)?) })
            })
            .optional()?;
        Ok(origin)
    }
}
