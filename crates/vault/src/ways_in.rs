//! Changing how the vault is opened: passphrase, recovery code, this computer's keychain.
//! Must not touch memories or their keys.

use keepsake_seal::{KdfParameters, Keyslots, Passphrase, RecoveryCode};
use rusqlite::TransactionBehavior;

use crate::audit::{self, Action, Entry};
use crate::open::{Vault, expect_strong, new_device_key};
use crate::{Code, Error};

/// A recovery code that does not count yet.
pub struct NewRecoveryCode {
    /// To be shown once.
    pub code: RecoveryCode,
    next: Keyslots,
}

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
        self.replace_keyslots(next)
    }

    /// Makes a new recovery code. Nothing changes until [`Vault::adopt_recovery_code`]: the old code opens the
    /// vault until the person has shown that they have the new one.
    ///
    /// # Errors
    /// [`Code::Failed`] without random bytes.
    pub fn new_recovery_code(&mut self) -> Result<NewRecoveryCode, Error> {
        let (next, code) = self.keyslots.with_recovery(&self.keys, self.surroundings.entropy.as_mut())?;
        Ok(NewRecoveryCode { code, next })
    }

    /// Puts a new recovery code in the place of the old one; the person has shown that they have it.
    ///
    /// # Errors
    /// [`Code::Busy`], [`Code::DiskFull`]: then the old code still opens the vault.
    pub fn adopt_recovery_code(&mut self, new: NewRecoveryCode) -> Result<(), Error> {
        self.replace_keyslots(new.next)?;
        self.confirm_recovery_code()
    }

    /// Puts a new device key into this computer's keychain and gives it a slot.
    ///
    /// # Errors
    /// [`Code::Keychain`], [`Code::Busy`].
    pub fn add_keychain(&mut self) -> Result<(), Error> {
        let entropy = self.surroundings.entropy.as_mut();
        let key = new_device_key(&self.keyslots.vault_id(), self.surroundings.keychain.as_ref(), entropy)?;
        let next = self.keyslots.with_device(&self.keys, &key, entropy)?;
        self.replace_keyslots(next)
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

    /// The file first, then the database: a cut between the two leaves a newer file, which the next open takes and
    /// says so. If the database refuses, the old file is put back.
    fn replace_keyslots(&mut self, next: Keyslots) -> Result<(), Error> {
        let now_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let generation: i64 =
            transaction.query_row("SELECT keyslot_generation FROM vault", [], |row| row.get(0))?;
        if generation as u64 != self.generation_seen {
            return Err(Error::new(
                Code::Busy,
                "another program has just changed how this vault opens",
                "lock and unlock the vault, then try again",
            ));
        }
        transaction.execute("UPDATE vault SET keyslot_generation = ?1", [next.generation() as i64])?;
        let action = Action::WaysInChanged;
        let entry = Entry { at_ms: now_ms, action, subject: None, count: 1, envelope_digest: None };
        audit::append(&transaction, &self.keys, &entry)?;
        let path = self.home.keyslots();
        let stored = next.store(&path).map_err(Error::from);
        if let Err(error) = stored.and_then(|()| Ok(transaction.commit()?)) {
            self.keyslots.store(&path)?;
            return Err(error);
        }
        self.generation_seen = next.generation();
        self.keyslots = next;
        self.committed();
        Ok(())
    }
}
