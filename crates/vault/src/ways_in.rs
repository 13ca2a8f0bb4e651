//! Changing how the vault is opened: passphrase, recovery code, this computer's keychain.
//! Must not touch memories or their keys.

use keepsake_seal::{DeviceKey, KdfParameters, KeychainItem, Keyslots, Passphrase, RecoveryCode, SlotKind};
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
        if self.keyslots.has(SlotKind::Strict) {
            return self.set_strict(passphrase);
        }
        let passphrase = Passphrase::new(passphrase)?;
        let entropy = self.surroundings.entropy.as_mut();
        let next = self.keyslots.with_passphrase(&self.keys, &passphrase, KdfParameters::DEFAULT, entropy)?;
        self.replace_keyslots(next)
    }

    /// Strict mode: from now on the vault opens with the passphrase and this computer's keychain together, so that a program that
    /// runs as the person and takes the key opens nothing; the recovery code still opens alone. Copies of the old keyslot file
    /// still open with either.
    ///
    /// # Errors
    /// [`Code::BadInput`] while the recovery code is not confirmed; [`Code::WeakPassphrase`]; [`Code::Keychain`], [`Code::Busy`]: then
    /// the ways in are as they were.
    pub fn set_strict(&mut self, passphrase: &str) -> Result<(), Error> {
        self.expect_recovery_confirmed()?;
        expect_strong(passphrase)?;
        let passphrase = Passphrase::new(passphrase)?;
        let (device, kdf) = (self.device_key()?, KdfParameters::DEFAULT);
        let entropy = self.surroundings.entropy.as_mut();
        let next = self.keyslots.with_strict(&self.keys, &passphrase, &device, kdf, entropy)?;
        self.replace_keyslots(next)
    }

    /// Out of strict mode: the passphrase given and this computer's keychain each open the vault alone.
    ///
    /// # Errors
    /// [`Code::BadInput`] if it is not in strict mode; [`Code::WeakPassphrase`], [`Code::Keychain`], [`Code::Busy`].
    pub fn leave_strict(&mut self, passphrase: &str) -> Result<(), Error> {
        expect_strong(passphrase)?;
        let passphrase = Passphrase::new(passphrase)?;
        let (device, kdf) = (self.device_key()?, KdfParameters::DEFAULT);
        let entropy = self.surroundings.entropy.as_mut();
        let next = self.keyslots.without_strict(&self.keys, &passphrase, &device, kdf, entropy)?;
        self.replace_keyslots(next)
    }

    /// Takes a way in away; the key goes from this computer's keychain with its own. Copies of the old keyslot file still open by
    /// it: only [`Vault::new_keys_for_everything`] ends that for what is kept from then on.
    ///
    /// # Errors
    /// [`Code::BadInput`] for the recovery code, which is only ever replaced, for what is no way in, and where fewer than two would
    /// remain; [`Code::Busy`].
    pub fn remove_way_in(&mut self, kind: SlotKind) -> Result<(), Error> {
        let slot = self.keyslots.slots().into_iter().find(|slot| slot.kind == kind);
        let removable = matches!(kind, SlotKind::Device | SlotKind::Passphrase);
        let Some(slot) = slot.filter(|_| removable) else {
            return Err(Error::new(
                Code::BadInput,
                "this is no way in that can be taken away",
                "`keepsake keys list` shows them; a recovery code is replaced, and strict mode is left",
            ));
        };
        self.expect_recovery_confirmed()?;
        let next = self.keyslots.without(&self.keys, slot.id)?;
        self.replace_keyslots(next)?;
        if kind == SlotKind::Device {
            let vault = self.keyslots.vault_id();
            for item in KeychainItem::ALL {
                // A keychain that is away keeps a key that opens no more than an old copy.
                let _ = self.surroundings.keychain.delete(&vault, item);
            }
            self.anchored = false;
        }
        Ok(())
    }

    /// The ways in, by their kinds.
    pub fn ways_in_kinds(&self) -> Vec<SlotKind> {
        self.keyslots.slots().iter().map(|slot| slot.kind).collect()
    }

    /// Fewer ways in lean on the recovery code: somebody must have it.
    fn expect_recovery_confirmed(&self) -> Result<(), Error> {
        if self.recovery_confirmed()? {
            return Ok(());
        }
        Err(Error::new(
            Code::BadInput,
            "nobody has confirmed this vault's recovery code yet, and then it may be the only way in",
            "confirm it first: `keepsake confirm-recovery-code`, or make a new one in Settings",
        ))
    }

    fn device_key(&mut self) -> Result<DeviceKey, Error> {
        let entropy = self.surroundings.entropy.as_mut();
        new_device_key(&self.keyslots.vault_id(), self.surroundings.keychain.as_ref(), entropy)
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
        let key = self.device_key()?;
        let next = self.keyslots.with_device(&self.keys, &key, self.surroundings.entropy.as_mut())?;
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
    pub(crate) fn replace_keyslots(&mut self, next: Keyslots) -> Result<(), Error> {
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
