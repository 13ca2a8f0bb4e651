//! The ways into a vault, and the one file that holds everything wrapped. It must not know the database, the
//! keychain or any content, and never decides by itself to make, replace or delete a vault's keys.

mod change;
mod disk;
mod file;
mod slot;
#[cfg(test)]
mod tests;

use std::fmt;

use crate::entropy::{Entropy, random};
use crate::error::Error;
use crate::hazmat::{self, Label, Purpose};
use crate::ids::{SlotId, VaultId};
use crate::inbox::InboxKey;
use crate::kdf::KdfParameters;
use crate::keys::Keys;
use crate::passphrase::Passphrase;
use crate::recovery::RecoveryCode;
use crate::secret::{DeviceKey, Secret};
use file::{Body, Wrapped};
use slot::Slot;

const SEAL: &str = "the keyslot file";

/// What kind of secret opens a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SlotKind {
    /// The key in this device's keychain.
    Device,
    /// What the person types.
    Passphrase,
    /// What the person wrote down.
    Recovery,
    /// What the person types and the key in this device's keychain, both at once; in place of either alone.
    Strict,
}

impl SlotKind {
    /// The name in files and key labels.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Passphrase => "passphrase",
            Self::Recovery => "recovery",
            Self::Strict => "strict",
        }
    }

    /// A part of it is typed, and so weak enough to need stretching.
    pub(crate) fn is_typed(self) -> bool {
        matches!(self, Self::Passphrase | Self::Strict)
    }
}

impl fmt::Display for SlotKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Device => "device key",
            Self::Passphrase => "passphrase",
            Self::Recovery => "recovery code",
            Self::Strict => "passphrase with this device's key",
        })
    }
}

/// A secret that may open a vault.
#[derive(Debug, Clone, Copy)]
pub enum Unlock<'a> {
    /// From the keychain.
    Device(&'a DeviceKey),
    /// From the keyboard.
    Passphrase(&'a Passphrase),
    /// From paper.
    Recovery(&'a RecoveryCode),
    /// From the keyboard and the keychain.
    Strict(&'a Passphrase, &'a DeviceKey),
}

impl Unlock<'_> {
    /// The kind of slot it opens.
    pub fn kind(&self) -> SlotKind {
        match self {
            Self::Device(_) => SlotKind::Device,
            Self::Passphrase(_) => SlotKind::Passphrase,
            Self::Recovery(_) => SlotKind::Recovery,
            Self::Strict(..) => SlotKind::Strict,
        }
    }
}

/// One slot, as far as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlotSummary {
    /// To name it with.
    pub id: SlotId,
    /// What opens it.
    pub kind: SlotKind,
}

/// A keyslot file in memory. Changing makes a new one with the next generation; nothing is on disk before
/// [`Keyslots::store`].
#[derive(Clone)]
pub struct Keyslots {
    bytes: Vec<u8>,
    body: Body,
}

impl Keyslots {
    /// New keys for a new vault, with a recovery slot and at least one other. The recovery code exists nowhere else:
    /// show it once.
    pub fn create(
        vault: VaultId,
        device: Option<&DeviceKey>,
        passphrase: Option<&Passphrase>,
        kdf: KdfParameters,
        entropy: &mut dyn Entropy,
    ) -> Result<(Self, Keys, RecoveryCode), Error> {
        Self::create_with_root(vault, None, device, passphrase, kdf, entropy)
    }

    /// [`Keyslots::create`] for a vault that goes on from an export: with the export's vault id and lifetime root its tokens, its
    /// audit trail and its receipts stay true. Vault key, epoch and recovery code are new.
    pub fn create_with_root(
        vault: VaultId,
        root: Option<Secret<32>>,
        device: Option<&DeviceKey>,
        passphrase: Option<&Passphrase>,
        kdf: KdfParameters,
        entropy: &mut dyn Entropy,
    ) -> Result<(Self, Keys, RecoveryCode), Error> {
        if device.is_none() && passphrase.is_none() {
            return Err(Error::TooFewSlots);
        }
        let recovery = RecoveryCode::random(entropy)?;
        let vault_key = Secret::random(entropy)?;
        let root = match root {
            Some(root) => root,
            None => Secret::random(entropy)?,
        };
        let keys = Keys::new(vault, 1, vault_key, root, vec![(1, Secret::random(entropy)?)]);
        let ways = [
            device.map(Unlock::Device),
            passphrase.map(Unlock::Passphrase),
            Some(Unlock::Recovery(&recovery)),
        ];
        let mut slots = Vec::new();
        for way in ways.into_iter().flatten() {
            slots.push(Slot::make(&vault, way, kdf, &keys.vault_key, entropy)?);
        }
        let keyslots = Self::sealed(&keys, slots, entropy)?;
        Ok((keyslots, keys, recovery))
    }

    /// Reads a file's bytes. Bounds and types are checked here, before any secret is asked for; that the bytes are
    /// whole is known only after [`Keyslots::unlock`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let (line, _) = file::split(bytes)?;
        let body = file::read(line)?;
        Ok(Self { bytes: bytes.to_vec(), body })
    }

    /// The file's bytes.
    pub fn to_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The vault these slots open.
    pub fn vault_id(&self) -> VaultId {
        self.body.vault
    }

    /// Counts every change, from 1. The vault compares it with the database's and the keychain's.
    pub fn generation(&self) -> u64 {
        self.body.generation
    }

    /// Every slot, in the file's order.
    pub fn slots(&self) -> Vec<SlotSummary> {
        let summary = |slot: &Slot| SlotSummary { id: slot.id, kind: slot.kind };
        self.body.slots.iter().map(summary).collect()
    }

    /// Whether a secret of this kind can open the vault.
    pub fn has(&self, kind: SlotKind) -> bool {
        self.slot(kind).is_some()
    }

    /// Whether this device's key opens the vault, alone or with the passphrase.
    pub fn uses_device_key(&self) -> bool {
        self.has(SlotKind::Device) || self.has(SlotKind::Strict)
    }

    /// Whether a passphrase opens the vault, alone or with this device's key.
    pub fn uses_passphrase(&self) -> bool {
        self.has(SlotKind::Passphrase) || self.has(SlotKind::Strict)
    }

    /// The newest epoch.
    pub fn current_epoch(&self) -> u32 {
        self.body.epochs.first().map_or(0, |(number, _)| *number)
    }

    /// How the passphrase is stretched, to see whether it is time to raise that. `None` without a passphrase slot.
    pub fn passphrase_kdf(&self) -> Option<KdfParameters> {
        let slot = self.slot(SlotKind::Passphrase).or(self.slot(SlotKind::Strict));
        slot.and_then(|slot| slot.kdf)
    }

    /// Opens the slot of this kind of secret, then checks the whole file with the key found.
    ///
    /// Fails with `WrongSecret` when the secret is another one, and `Damaged`, naming the part, when the secret is
    /// right and the file is not.
    pub fn unlock(&self, with: Unlock<'_>) -> Result<Keys, Error> {
        let slot = self.slot(with.kind()).ok_or(Error::NoSuchSlot(with.kind()))?;
        let vault_key = slot.open(&self.body.vault, with)?;
        self.check_mac(&vault_key)?;
        let vault = self.body.vault;
        let wrap_key = hazmat::derive(&vault, &vault_key, Label::Wrap, 0);
        let root = open_wrapped(&wrap_key, &vault, Purpose::Root, &self.body.root)
            .ok_or(Error::Damaged("the keyslot file's lifetime root"))?;
        let mut epochs = Vec::with_capacity(self.body.epochs.len());
        for (number, wrapped) in &self.body.epochs {
            let purpose = Purpose::Epoch { number: *number };
            let secret = open_wrapped(&wrap_key, &vault, purpose, wrapped)
                .ok_or(Error::Damaged("the keyslot file's epoch"))?;
            epochs.push((*number, secret));
        }
        let keys = Keys::new(vault, self.body.generation, vault_key, root, epochs);
        if let Some(inbox) = &self.body.inbox {
            let own = keys.inbox_public(keys.current_epoch())?;
            if inbox.epoch != keys.current_epoch() || inbox.public != own {
                return Err(Error::Damaged("the keyslot file's inbox key"));
            }
        }
        Ok(keys)
    }

    /// Where captures can be left while the vault is closed. `None` in a file from before there was an inbox, until it is next
    /// written. That it is this vault's own is known only after [`Keyslots::unlock`].
    pub fn inbox(&self) -> Option<&InboxKey> {
        self.body.inbox.as_ref()
    }

    fn slot(&self, kind: SlotKind) -> Option<&Slot> {
        self.body.slots.iter().find(|slot| slot.kind == kind)
    }

    fn check_mac(&self, vault_key: &Secret<32>) -> Result<(), Error> {
        let (line, mac) = file::split(&self.bytes)?;
        let key = hazmat::derive(&self.body.vault, vault_key, Label::Keyslots, 0);
        if hazmat::hmac_matches(&key, line, &mac) { Ok(()) } else { Err(Error::Damaged(SEAL)) }
    }

    /// A file with these slots, the root and the epochs of `keys` wrapped afresh.
    fn sealed(keys: &Keys, slots: Vec<Slot>, entropy: &mut dyn Entropy) -> Result<Self, Error> {
        let wrap_key = hazmat::derive(&keys.vault, &keys.vault_key, Label::Wrap, 0);
        let root = seal_wrapped(&wrap_key, &keys.vault, Purpose::Root, &keys.root, entropy)?;
        let mut epochs = Vec::new();
        for (number, secret) in keys.epoch_secrets() {
            let purpose = Purpose::Epoch { number };
            epochs.push((number, seal_wrapped(&wrap_key, &keys.vault, purpose, secret, entropy)?));
        }
        let inbox = Some(Self::inbox_of(keys)?);
        let body = Body { vault: keys.vault, generation: keys.generation, slots, root, epochs, inbox };
        Self::signed(&keys.vault_key, body)
    }

    fn inbox_of(keys: &Keys) -> Result<InboxKey, Error> {
        let epoch = keys.current_epoch();
        Ok(InboxKey { vault: keys.vault, epoch, public: keys.inbox_public(epoch)? })
    }

    fn signed(vault_key: &Secret<32>, body: Body) -> Result<Self, Error> {
        let key = hazmat::derive(&body.vault, vault_key, Label::Keyslots, 0);
        let line = file::write(&body)?;
        let mac = hazmat::hmac(&key, line.as_bytes());
        Ok(Self { bytes: file::join(&line, &mac), body })
    }
}

impl fmt::Debug for Keyslots {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keyslots")
            .field("vault", &self.body.vault)
            .field("generation", &self.body.generation)
            .field("slots", &self.slots())
            .finish_non_exhaustive()
    }
}

fn wrapped_aad(purpose: Purpose, vault: &VaultId) -> Vec<u8> {
    hazmat::aad(purpose, vault, &[0; 16], 0, &[0; 16])
}

fn seal_wrapped(
    with: &Secret<32>,
    vault: &VaultId,
    purpose: Purpose,
    secret: &Secret<32>,
    entropy: &mut dyn Entropy,
) -> Result<Wrapped, Error> {
    let nonce = random(entropy)?;
    let wrapped = hazmat::wrap(with, &nonce, &wrapped_aad(purpose, vault), secret)?;
    Ok(Wrapped { nonce, wrapped })
}

fn open_wrapped(
    with: &Secret<32>,
    vault: &VaultId,
    purpose: Purpose,
    sealed: &Wrapped,
) -> Option<Secret<32>> {
    hazmat::unwrap(with, &sealed.nonce, &wrapped_aad(purpose, vault), &sealed.wrapped)
}
