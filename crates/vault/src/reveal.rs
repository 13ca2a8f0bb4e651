//! Shows an original that the filter sealed, to its owner. Leaves its trace in the audit trail, without the value. Must not be
//! offered to other programs.

use keepsake_seal::{Passphrase, Place, RecordId, Unlock};
use rusqlite::TransactionBehavior;
use zeroize::Zeroizing;

use crate::Error;
use crate::audit::{self, Action, Entry};
use crate::open::Vault;
use crate::store::originals;

impl Vault {
    /// The original behind a placeholder of a memory's current version.
    ///
    /// # Errors
    /// [`crate::Code::NotFound`], [`crate::Code::Damaged`]; when the trail cannot take the entry nothing is shown.
    pub fn reveal(&mut self, id: &RecordId, original: u16) -> Result<Zeroizing<String>, Error> {
        let row = self.expect_memory(id)?;
        let place = Place { record: *id, version: row.version, field: original };
        let text = originals::open(&self.db, &self.keys, &place)?;
        let at_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let subject = Some(id.as_bytes());
        let entry = Entry { at_ms, action: Action::Revealed, subject, count: 1, envelope_digest: None };
        audit::append(&transaction, &self.keys, &entry)?;
        transaction.commit()?;
        self.committed();
        Ok(text)
    }

    /// Whether this passphrase opens the vault: asked again before something is shown.
    ///
    /// # Errors
    /// [`crate::Code::WrongSecret`].
    pub fn check_passphrase(&self, passphrase: &Passphrase) -> Result<(), Error> {
        self.keyslots.unlock(Unlock::Passphrase(passphrase))?;
        Ok(())
    }
}
