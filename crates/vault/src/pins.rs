//! What the person keeps at hand: pins. Must not change what a memory says.

use keepsake_seal::RecordId;
use rusqlite::{TransactionBehavior, params};

use crate::Error;
use crate::open::Vault;
use crate::store::records;

impl Vault {
    /// Pins these memories or takes their pins off, all or none. Answers how many were changed.
    ///
    /// # Errors
    /// [`crate::Code::NotFound`] if any id is unknown; [`crate::Code::Busy`].
    pub fn set_pinned(&mut self, ids: &[RecordId], pinned: bool) -> Result<usize, Error> {
        for id in ids {
            self.expect_memory(id)?;
        }
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut changed = 0;
        for id in ids {
            let row = records::memory_row(&transaction, id)?.ok_or_else(Error::not_found)?;
            if row.pinned == pinned {
                continue;
            }
            // No change is noted for the index: it does not know pins.
            transaction
                .prepare_cached("UPDATE memory SET pinned = ?2 WHERE id = ?1")?
                .execute(params![id.as_bytes(), pinned])?;
            changed += 1;
        }
        transaction.commit()?;
        self.committed();
        Ok(changed)
    }
}
