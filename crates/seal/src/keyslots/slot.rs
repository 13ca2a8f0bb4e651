//! One slot: how one secret wraps the vault key. It must not know the file's other parts.

use subtle::ConstantTimeEq;

use super::{SlotKind, Unlock};
use crate::entropy::{Entropy, random};
use crate::error::Error;
use crate::hazmat::{self, Label, SUITE};
use crate::ids::{SlotId, VaultId};
use crate::kdf::KdfParameters;
use crate::secret::Secret;

/// In the associated data of a slot: the vault key, wrapped.
const PURPOSE_VAULT_KEY: u8 = 5;
const KDF_NONE: u8 = 0;
const KDF_ARGON2ID: u8 = 1;

#[derive(Clone)]
pub(super) struct Slot {
    pub id: SlotId,
    pub kind: SlotKind,
    /// Only a passphrase is weak enough to need one.
    pub kdf: Option<KdfParameters>,
    pub salt: [u8; 32],
    pub nonce: [u8; 12],
    pub wrapped: [u8; 48],
    /// GCM-SIV does not commit to its key: without this, one box could be made to open under two passphrases.
    pub commitment: [u8; 32],
}

impl Slot {
    pub(super) fn make(
        vault: &VaultId,
        with: Unlock<'_>,
        kdf: KdfParameters,
        vault_key: &Secret<32>,
        entropy: &mut dyn Entropy,
    ) -> Result<Self, Error> {
        let kind = with.kind();
        let mut slot = Self {
            id: SlotId::random(entropy)?,
            kind,
            kdf: kind.is_typed().then_some(kdf),
            salt: random(entropy)?,
            nonce: random(entropy)?,
            wrapped: [0; 48],
            commitment: [0; 32],
        };
        let key = slot.key(vault, with)?;
        slot.commitment = commitment(vault, &key);
        slot.wrapped = hazmat::wrap(&key, &slot.nonce, &slot.aad(vault), vault_key)?;
        Ok(slot)
    }

    /// The vault key. A secret that does not match the commitment is wrong; one that does opens the box or the box
    /// is damaged.
    pub(super) fn open(&self, vault: &VaultId, with: Unlock<'_>) -> Result<Secret<32>, Error> {
        let key = self.key(vault, with)?;
        if !bool::from(commitment(vault, &key).ct_eq(&self.commitment)) {
            return Err(Error::WrongSecret(self.kind));
        }
        hazmat::unwrap(&key, &self.nonce, &self.aad(vault), &self.wrapped).ok_or(Error::Damaged(
            match self.kind {
                SlotKind::Device => "the keyslot file's device slot",
                SlotKind::Passphrase => "the keyslot file's passphrase slot",
                SlotKind::Recovery => "the keyslot file's recovery slot",
                SlotKind::Strict => "the keyslot file's strict slot",
            },
        ))
    }

    fn key(&self, vault: &VaultId, with: Unlock<'_>) -> Result<Secret<32>, Error> {
        let label = Label::Slot(self.kind);
        match (with, self.kdf) {
            (Unlock::Device(key), _) => Ok(hazmat::derive(vault, key, label, 0)),
            (Unlock::Recovery(code), _) => Ok(hazmat::derive(vault, code.secret(), label, 0)),
            (Unlock::Passphrase(passphrase), Some(kdf)) => {
                let stretched = kdf.derive(passphrase, &self.salt)?;
                Ok(hazmat::derive(vault, &stretched, label, 0))
            }
            (Unlock::Strict(passphrase, device), Some(kdf)) => {
                let stretched = kdf.derive(passphrase, &self.salt)?;
                Ok(hazmat::derive_from_both(vault, &stretched, device, label))
            }
            (Unlock::Passphrase(_) | Unlock::Strict(..), None) => {
                Err(Error::WeakParameters("no key derivation"))
            }
        }
    }

    /// `"KPSL"`, suite u8, purpose u8, vault 16, slot 16, type u8, KDF u8, its memory in KiB, passes and lanes (u32
    /// each, zeros without a KDF), salt 32. Never the epoch, so that a rotation needs no secret from the person.
    fn aad(&self, vault: &VaultId) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(84);
        bytes.extend_from_slice(b"KPSL");
        bytes.extend_from_slice(&[SUITE, PURPOSE_VAULT_KEY]);
        bytes.extend_from_slice(vault.as_bytes());
        bytes.extend_from_slice(self.id.as_bytes());
        bytes.push(match self.kind {
            SlotKind::Device => 1,
            SlotKind::Passphrase => 2,
            SlotKind::Recovery => 3,
            SlotKind::Strict => 4,
        });
        let (kdf, numbers) = match self.kdf {
            None => (KDF_NONE, [0; 3]),
            Some(kdf) => (KDF_ARGON2ID, [kdf.memory_kib, kdf.passes, kdf.lanes]),
        };
        bytes.push(kdf);
        for number in numbers {
            bytes.extend_from_slice(&number.to_be_bytes());
        }
        bytes.extend_from_slice(&self.salt);
        bytes
    }
}

fn commitment(vault: &VaultId, key: &Secret<32>) -> [u8; 32] {
    // Public by design: it is stored beside the slot.
    *hazmat::derive(vault, key, Label::Commit, 0).dangerously_expose()
}
