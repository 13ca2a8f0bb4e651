//! Changing the ways in. Each change takes the keys of an unlocked vault, checks that they are this file's, and
//! makes a new file; it must not touch the disk.

use super::slot::Slot;
use super::{Keyslots, SlotKind, Unlock};
use crate::entropy::Entropy;
use crate::error::Error;
use crate::ids::SlotId;
use crate::kdf::KdfParameters;
use crate::keys::Keys;
use crate::passphrase::Passphrase;
use crate::recovery::RecoveryCode;
use crate::secret::{DeviceKey, Secret};

const FEWEST_SLOTS: usize = 2;
/// More than any vault rotates through before old epochs are dropped.
pub(super) const MOST_EPOCHS: usize = 64;

impl Keyslots {
    /// Adds a passphrase, or puts it in place of the one before.
    pub fn with_passphrase(
        &self,
        keys: &Keys,
        new: &Passphrase,
        kdf: KdfParameters,
        entropy: &mut dyn Entropy,
    ) -> Result<Self, Error> {
        self.with_slot(keys, Unlock::Passphrase(new), kdf, entropy)
    }

    /// Adds a device key, or puts it in place of the one before.
    pub fn with_device(
        &self,
        keys: &Keys,
        device: &DeviceKey,
        entropy: &mut dyn Entropy,
    ) -> Result<Self, Error> {
        self.with_slot(keys, Unlock::Device(device), KdfParameters::DEFAULT, entropy)
    }

    /// Puts a new recovery code in place of the one before. Show it once.
    pub fn with_recovery(
        &self,
        keys: &Keys,
        entropy: &mut dyn Entropy,
    ) -> Result<(Self, RecoveryCode), Error> {
        let code = RecoveryCode::random(entropy)?;
        let keyslots = self.with_slot(keys, Unlock::Recovery(&code), KdfParameters::DEFAULT, entropy)?;
        Ok((keyslots, code))
    }

    /// Strict mode: passphrase and device key together in the place of either alone. The recovery code still opens alone; copies of
    /// the old file still open with either.
    pub fn with_strict(
        &self,
        keys: &Keys,
        passphrase: &Passphrase,
        device: &DeviceKey,
        kdf: KdfParameters,
        entropy: &mut dyn Entropy,
    ) -> Result<Self, Error> {
        self.with_slot(keys, Unlock::Strict(passphrase, device), kdf, entropy)
    }

    /// Out of strict mode: passphrase and device key open alone again.
    pub fn without_strict(
        &self,
        keys: &Keys,
        passphrase: &Passphrase,
        device: &DeviceKey,
        kdf: KdfParameters,
        entropy: &mut dyn Entropy,
    ) -> Result<Self, Error> {
        self.check_owner(keys)?;
        if !self.has(SlotKind::Strict) {
            return Err(Error::BadInput("this vault is not in strict mode: nothing was changed"));
        }
        let mut slots = Vec::new();
        for way in [Unlock::Device(device), Unlock::Passphrase(passphrase)] {
            slots.push(Slot::make(&self.body.vault, way, kdf, &keys.vault_key, entropy)?);
        }
        slots.extend(self.body.slots.iter().filter(|slot| slot.kind == SlotKind::Recovery).cloned());
        self.changed(keys, slots)
    }

    /// Takes a slot away; refuses when fewer than two would remain. A copy of the old file still opens with the old
    /// secret: only new keys for everything end that.
    pub fn without(&self, keys: &Keys, slot: SlotId) -> Result<Self, Error> {
        self.check_owner(keys)?;
        let slots: Vec<Slot> = self.body.slots.iter().filter(|kept| kept.id != slot).cloned().collect();
        if slots.len() == self.body.slots.len() {
            return Err(Error::BadInput("this vault has no such way in: list them and try again"));
        }
        if slots.len() < FEWEST_SLOTS {
            return Err(Error::TooFewSlots);
        }
        self.changed(keys, slots)
    }

    /// Adds a new epoch before the others: the first step of a rotation. The keys returned hold both.
    pub fn with_next_epoch(&self, keys: &Keys, entropy: &mut dyn Entropy) -> Result<(Self, Keys), Error> {
        self.check_owner(keys)?;
        if self.body.epochs.len() >= MOST_EPOCHS {
            return Err(Error::BadInput("too many key rotations are unfinished: finish one first"));
        }
        let number = self.current_epoch().checked_add(1).ok_or(Error::Damaged("the keyslot file's epoch"))?;
        let mut epochs = vec![(number, Secret::random(entropy)?)];
        for (number, secret) in keys.epoch_secrets() {
            epochs.push((number, copy(secret)?));
        }
        self.with_epochs(keys, epochs, entropy)
    }

    /// Drops every epoch but the newest: the last step of a rotation. What is still sealed in an old one is lost.
    pub fn without_old_epochs(&self, keys: &Keys, entropy: &mut dyn Entropy) -> Result<(Self, Keys), Error> {
        self.check_owner(keys)?;
        let newest = keys.epoch_secrets().take(1);
        let epochs = newest.map(|(number, secret)| Ok((number, copy(secret)?)));
        let epochs = epochs.collect::<Result<Vec<_>, Error>>()?;
        self.with_epochs(keys, epochs, entropy)
    }

    /// The same ways in under the next generation: the database beside them has become another one.
    pub fn with_next_generation(&self, keys: &Keys) -> Result<Self, Error> {
        self.check_owner(keys)?;
        self.changed(keys, self.body.slots.clone())
    }

    /// Whether these keys sealed this very file.
    pub fn is_sealed_by(&self, keys: &Keys) -> bool {
        self.check_owner(keys).is_ok()
    }

    /// New keys for everything but the lifetime root: vault key, epoch, and every slot. A passphrase slot needs the passphrase, as
    /// nothing else can wrap the new vault key; the recovery code is a new one, to be shown once. Copies of the old file go on
    /// opening what was sealed under the old epochs, and nothing of this one.
    pub fn renewed(
        &self,
        keys: &Keys,
        device: Option<&DeviceKey>,
        passphrase: Option<&Passphrase>,
        kdf: KdfParameters,
        entropy: &mut dyn Entropy,
    ) -> Result<(Self, Keys, RecoveryCode), Error> {
        self.check_owner(keys)?;
        if self.uses_passphrase() && passphrase.is_none() {
            return Err(Error::BadInput("new keys for everything need the passphrase: type it once more"));
        }
        let ways = match (device, passphrase) {
            (None, None) => return Err(Error::TooFewSlots),
            (Some(device), Some(passphrase)) if self.has(SlotKind::Strict) => {
                [Some(Unlock::Strict(passphrase, device)), None]
            }
            (None, _) if self.has(SlotKind::Strict) => {
                return Err(Error::BadInput("strict mode needs this device's key"));
            }
            (device, passphrase) => [device.map(Unlock::Device), passphrase.map(Unlock::Passphrase)],
        };
        let number = self.current_epoch().checked_add(1).ok_or(Error::Damaged("the keyslot file's epoch"))?;
        let recovery = RecoveryCode::random(entropy)?;
        let next = Keys::new(
            keys.vault,
            self.next_generation()?,
            Secret::random(entropy)?,
            copy(&keys.root)?,
            vec![(number, Secret::random(entropy)?)],
        );
        let mut slots = Vec::new();
        for way in ways.into_iter().flatten().chain([Unlock::Recovery(&recovery)]) {
            slots.push(Slot::make(&keys.vault, way, kdf, &next.vault_key, entropy)?);
        }
        let keyslots = Self::sealed(&next, slots, entropy)?;
        Ok((keyslots, next, recovery))
    }

    fn with_epochs(
        &self,
        keys: &Keys,
        epochs: Vec<(u32, Secret<32>)>,
        entropy: &mut dyn Entropy,
    ) -> Result<(Self, Keys), Error> {
        let keys =
            Keys::new(keys.vault, self.next_generation()?, copy(&keys.vault_key)?, copy(&keys.root)?, epochs);
        let keyslots = Self::sealed(&keys, self.body.slots.clone(), entropy)?;
        Ok((keyslots, keys))
    }

    fn with_slot(
        &self,
        keys: &Keys,
        with: Unlock<'_>,
        kdf: KdfParameters,
        entropy: &mut dyn Entropy,
    ) -> Result<Self, Error> {
        self.check_owner(keys)?;
        let strict = with.kind() == SlotKind::Strict;
        if self.has(SlotKind::Strict) && !strict && with.kind() != SlotKind::Recovery {
            return Err(Error::BadInput("in strict mode nothing opens alone but the recovery code"));
        }
        let new = Slot::make(&self.body.vault, with, kdf, &keys.vault_key, entropy)?;
        let mut slots = self.body.slots.clone();
        slots.retain(|slot| slot.kind != new.kind && !(strict && slot.kind != SlotKind::Recovery));
        slots.push(new);
        // The recovery code stays last, as `create` has it.
        slots.sort_by_key(|slot| slot.kind == SlotKind::Recovery);
        self.changed(keys, slots)
    }

    /// The same ways in with a place to leave captures: for a file from before there was one.
    pub fn with_inbox(&self, keys: &Keys) -> Result<Self, Error> {
        self.check_owner(keys)?;
        self.changed(keys, self.body.slots.clone())
    }

    fn changed(&self, keys: &Keys, slots: Vec<Slot>) -> Result<Self, Error> {
        let inbox = Some(Self::inbox_of(keys)?);
        let body = super::Body { generation: self.next_generation()?, slots, inbox, ..self.body.clone() };
        Self::signed(&keys.vault_key, body)
    }

    fn next_generation(&self) -> Result<u64, Error> {
        self.body.generation.checked_add(1).ok_or(Error::Damaged(super::SEAL))
    }

    /// A file that these keys did not seal must not get their seal.
    fn check_owner(&self, keys: &Keys) -> Result<(), Error> {
        if keys.vault != self.body.vault {
            return Err(Error::BadInput("these keys belong to another vault: nothing was changed"));
        }
        self.check_mac(&keys.vault_key)
    }
}

fn copy(secret: &Secret<32>) -> Result<Secret<32>, Error> {
    Secret::from_bytes(secret.dangerously_expose())
}
