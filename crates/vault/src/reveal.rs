//! Shows an original that the filter sealed, to its owner, and says what they want to be asked before. Leaves its trace in the
//! audit trail, without the value. Must not be offered to other programs.

use keepsake_seal::{Passphrase, Place, RecordId};
use rusqlite::TransactionBehavior;
use zeroize::Zeroizing;

use crate::audit::{self, Action, Entry, Outcome};
use crate::open::{Vault, unlock_by_passphrase};
use crate::store::originals;
use crate::{Code, Error, RevealAsks};

impl Vault {
    /// The original behind a placeholder of a memory's current version.
    ///
    /// # Errors
    /// [`Code::NotFound`], [`Code::Damaged`]; when the trail cannot take the entry nothing is shown.
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

    /// Asked before originals leave the vault, one or all: where the person chose to be asked for the passphrase each time, it
    /// must come along. The answer is what they chose.
    ///
    /// # Errors
    /// [`Code::SecretNeeded`] without it, [`Code::WrongSecret`] with another.
    pub fn may_reveal(&mut self, passphrase: Option<&Passphrase>) -> Result<RevealAsks, Error> {
        let asks = self.filter_settings()?.reveal_asks;
        if asks == RevealAsks::Passphrase && self.keyslots.uses_passphrase() {
            let passphrase = passphrase
                .ok_or_else(|| Error::new(Code::SecretNeeded, "the passphrase is asked for", "type it"))?;
            let keychain = self.surroundings.keychain.as_ref();
            if let Err(error) = unlock_by_passphrase(&self.keyslots, passphrase, keychain) {
                self.note_refused_reveal();
                return Err(error);
            }
        }
        Ok(asks)
    }

    /// A wrong passphrase leaves its trace, where it can be written.
    fn note_refused_reveal(&self) {
        let at_ms = self.now_ms();
        let entry = Entry { at_ms, action: Action::Revealed, subject: None, count: 1, envelope_digest: None };
        let _ = audit::append_with(&self.db, &self.keys, &entry, Outcome::Refused);
    }
}
