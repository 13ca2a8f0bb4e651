//! Changing how the vault is opened: passphrase, recovery code, this computer's keychain.
//! Must not touch memories or their keys.

use keepsake_seal::{KdfParameters, Keyslots, Passphrase, RecoveryCode};
use rusqlite::TransactionBehavior;

use crate::audit::{self, Action, Entry};
use crate::open::{Vault, expect_strong, new_device_key};
use crate::{Code, Error};

impl Vault {
    /// Adds a passphrase, or replaces the one there is. Copies of the old keyslot file still open with the old one.
    ///
    /// # Errors
    /// [`Code::WeakPassphrase`]; [`Code::Busy`].
    pub fn set_passphrase(&mut self, passphrase: &str) -> Result<(), Error> {
        expect_strong(passphrase)?;
        let passphrase = Passphrase::new(passphrase)?;
        let entropy = self.surroundings.entropy.as_mut();
        let next = self.keyslots.with_passphrase(&self.keys, &passphrase, KdfParameters::DEFAULT, entropy)?;
        self.replace_keyslots(next, None)
    }

    /// Makes a new recovery code; the old one stops working on this keyslot file.
    ///
    /// # Errors
    /// [`Code::Busy`], [`Code::DiskFull`].
    pub fn renew_recovery_code(&mut self) -> Result<RecoveryCode, Error> {
        let (next, code) = self.keyslots.with_recovery(&self.keys, self.surroundings.entropy.as_mut())?;
        self.replace_keyslots(next, Some(false))?;
        Ok(code)
    }

    /// Puts a new device key into this computer's keychain and gives it a slot.
    ///
    /// # Errors
    /// [`Code::Keychain`], [`Code::Busy`].
    pub fn add_keychain(&mut self) -> Result<(), Error> {
        let entropy = self.surroundings.entropy.as_mut();
        let key = new_device_key(&self.keyslots.vault_id(), self.surroundings.keychain.as_ref(), entropy)?;
        let next = self.keyslots.with_device(&self.keys, &key, entropy)?;
        self.replace_keyslots(next, None)
    }

    /// Notes that the person has the recovery code.
    ///
    /// # Errors
    /// [`Code::Busy`].
    pub fn confirm_recovery_code(&mut self) -> Result<(), Error> {
        let now_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute("UPDATE vault SET recovery_confirmed = 1", [])?;
        let action = Action::RecoveryConfirmed;
        let entry = Entry { at_ms: now_ms, action, subject: None, count: 1, envelope_digest: None };
        audit::append(&transaction, &self.keys, &entry)?;
        transaction.commit()?;
        self.committed();
        Ok(())
    }

    /// True once the person has shown that they have the recovery code.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn recovery_confirmed(&self) -> Result<bool, Error> {
        Ok(self.db.query_row("SELECT recovery_confirmed FROM vault", [], |row| row.get(0))?)
    }

    /// The file first, then the database: a cut between the two leaves a newer file, which the next open takes.
    fn replace_keyslots(&mut self, next: Keyslots, recovery_confirmed: Option<bool>) -> Result<(), Error> {
        let now_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let generation: i64 =
            transaction.query_row("SELECT keyslot_generation FROM vault", [], |row| row.get(0))?;
        if generation as u64 >= next.generation() {
            return Err(Error::new(
                Code::Busy,
                "another program has just changed how this vault opens",
                "lock and unlock the vault, then try again",
            ));
        }
        transaction.execute("UPDATE vault SET keyslot_generation = ?1", [next.generation() as i64])?;
        if let Some(confirmed) = recovery_confirmed {
            transaction.execute("UPDATE vault SET recovery_confirmed = ?1", [confirmed])?;
        }
        let action = Action::WaysInChanged;
        let entry = Entry { at_ms: now_ms, action, subject: None, count: 1, envelope_digest: None };
        audit::append(&transaction, &self.keys, &entry)?;
        next.store(&self.home.keyslots())?;
        transaction.commit()?;
        self.keyslots = next;
        self.committed();
        Ok(())
    }
}
