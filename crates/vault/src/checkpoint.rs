//! Where the audit trail was cut: a signed statement that it was whole up to there. Must not decide when to cut.

use keepsake_seal::{Keys, Statement};
use rusqlite::{Connection, OptionalExtension, params};

use crate::Error;
use crate::audit::Head;

/// A checkpoint as it is stored.
pub(crate) struct Checkpoint {
    pub(crate) head: Head,
    at_ms: i64,
    signature: [u8; 64],
}

/// The newest checkpoint, if the trail was ever cut.
pub(crate) fn newest(db: &Connection) -> Result<Option<Checkpoint>, Error> {
    let found = db
        .prepare_cached(
            "SELECT sequence, chain, at_ms, signature FROM checkpoint ORDER BY sequence DESC LIMIT 1",
        )?
        .query_row([], |row| {
            let head = Head { sequence: row.get::<_, i64>(0)? as u64, chain: row.get(1)? };
            Ok(Checkpoint { head, at_ms: row.get(2)?, signature: row.get(3)? })
        })
        .optional()?;
    Ok(found)
}

/// Signs that the trail is whole up to `head`, inside the caller's transaction; the rows up to it may then go.
pub(crate) fn sign(db: &Connection, keys: &Keys, head: Head, at_ms: i64) -> Result<(), Error> {
    let signature = keys.sign(Statement::Checkpoint, &statement(keys, head, at_ms));
    db.execute(
        "INSERT INTO checkpoint (sequence, chain, at_ms, signature) VALUES (?1, ?2, ?3, ?4)",
        params![head.sequence as i64, head.chain, at_ms, signature],
    )?;
    Ok(())
}

impl Checkpoint {
    /// True if this vault's key signed it as it stands.
    pub(crate) fn is_signed_by(&self, keys: &Keys) -> bool {
        let statement = statement(keys, self.head, self.at_ms);
        keys.receipt_key().verifies(Statement::Checkpoint, &statement, &self.signature)
    }
}

/// Vault id 16, sequence u64, chain value 32, time in milliseconds i64; big-endian.
fn statement(keys: &Keys, head: Head, at_ms: i64) -> Vec<u8> {
    let vault = keys.vault_id();
    [vault.as_bytes().as_slice(), &head.sequence.to_be_bytes(), &head.chain, &at_ms.to_be_bytes()].concat()
}
