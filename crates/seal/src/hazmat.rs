//! The primitives and the bytes they are bound to, sharp on every side: not exported. It must not know slots,
//! files or the order in which keys hang together.
//!
//! HKDF-SHA-256 (RFC 5869), HMAC-SHA-256 (RFC 2104), AES-256-GCM-SIV (RFC 8452). All numbers are big-endian.

use aes_gcm_siv::aead::{AeadInOut, KeyInit};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::error::Error;
use crate::ids::VaultId;
use crate::keyslots::SlotKind;
use crate::secret::Secret;

/// AES-256-GCM-SIV, HKDF-SHA-256, HMAC-SHA-256, Argon2id version 1.3.
pub(crate) const SUITE: u8 = 1;

/// What a GCM-SIV tag adds.
pub(crate) const TAG: usize = 16;

/// True in one bench only, which measures what encryption costs: no program compiles with it (`cargo xtask bench encryption`).
const PLAIN: bool = cfg!(keepsake_plain_for_measuring);

/// What a derived key is for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Label<'a> {
    Database,
    Record,
    Inbox,
    Wrap,
    Keyslots,
    Token(&'a str),
    Allow,
    Audit,
    Receipt,
    Slot(SlotKind),
    Commit,
    Erase,
}

impl Label<'_> {
    /// The HKDF info: `keepsake/v1/<label>/<epoch or 0>`.
    fn info(self, epoch: u32) -> String {
        let (name, of) = match self {
            Self::Database => ("db", ""),
            Self::Record => ("record", ""),
            Self::Inbox => ("inbox", ""),
            Self::Wrap => ("wrap", ""),
            Self::Keyslots => ("keyslots", ""),
            Self::Token(kind) => ("token/", kind),
            Self::Allow => ("allow", ""),
            Self::Audit => ("audit", ""),
            Self::Receipt => ("receipt", ""),
            Self::Slot(kind) => ("slot/", kind.name()),
            Self::Commit => ("commit", ""),
            Self::Erase => ("erase", ""),
        };
        format!("keepsake/v1/{name}{of}/{epoch}")
    }
}

/// The key for `label`, with the vault's id as salt. `epoch` is 0 for what outlives epochs.
pub(crate) fn derive(vault: &VaultId, from: &Secret<32>, label: Label<'_>, epoch: u32) -> Secret<32> {
    let mut key = Secret::zeroed();
    hkdf_sha256(vault.as_bytes(), from.dangerously_expose(), label.info(epoch).as_bytes(), key.as_mut());
    key
}

/// The same from two secrets together: neither alone gives it.
pub(crate) fn derive_from_both(
    vault: &VaultId,
    one: &Secret<32>,
    other: &Secret<32>,
    label: Label<'_>,
) -> Secret<32> {
    let from = Zeroizing::new([*one.dangerously_expose(), *other.dangerously_expose()].concat());
    let mut key = Secret::zeroed();
    hkdf_sha256(vault.as_bytes(), &from, label.info(0).as_bytes(), key.as_mut());
    key
}

fn hkdf_sha256(salt: &[u8], from: &[u8], info: &[u8], to: &mut [u8; 32]) {
    let (mut extracted, hkdf) = Hkdf::<Sha256>::extract(Some(salt), from);
    extracted.zeroize();
    if hkdf.expand(info, to).is_err() {
        unreachable!("RFC 5869 allows 255 blocks and this is one");
    }
}

/// HMAC-SHA-256 over the parts one after the other.
pub(crate) fn hmac(key: &Secret<32>, message: &[u8]) -> [u8; 32] {
    mac(key, message).finalize().into_bytes().into()
}

/// Compares in constant time.
pub(crate) fn hmac_matches(key: &Secret<32>, message: &[u8], tag: &[u8; 32]) -> bool {
    mac(key, message).verify(tag.into()).is_ok()
}

fn mac(key: &Secret<32>, message: &[u8]) -> Hmac<Sha256> {
    // HMAC pads a key with zeros to its block anyway, and a block cannot have a wrong length.
    let mut block = Zeroizing::new([0u8; 64]);
    block[..32].copy_from_slice(key.dangerously_expose());
    Hmac::<Sha256>::new((&*block).into()).chain_update(message)
}

/// SHA-256 over the parts one after the other; the caller sees to their lengths.
pub(crate) fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
    }
    digest.finalize().into()
}

/// Ciphertext and tag, in one allocation that never held the plain bytes afterwards.
pub(crate) fn encrypt(
    key: &Secret<32>,
    nonce: &[u8; 12],
    aad: &[u8],
    plain: &[u8],
) -> Result<Vec<u8>, Error> {
    let mut buffer = Zeroizing::new(Vec::with_capacity(plain.len() + TAG));
    buffer.extend_from_slice(plain);
    if PLAIN {
        buffer.extend_from_slice(&[0; TAG]);
        return Ok(std::mem::take(&mut *buffer));
    }
    Aes256GcmSiv::new(key.dangerously_expose().into())
        .encrypt_in_place(&Nonce::from(*nonce), aad, &mut *buffer)
        .map_err(|_| Error::BadInput("this is too large to seal: split it"))?;
    Ok(std::mem::take(&mut *buffer))
}

/// `None` when key, nonce, associated data or ciphertext differ from what was sealed.
pub(crate) fn decrypt(
    key: &Secret<32>,
    nonce: &[u8; 12],
    aad: &[u8],
    sealed: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    decrypt_owned(key, nonce, aad, sealed.to_vec())
}

/// [`decrypt`] in the bytes' own place, for what is too large to be copied each time.
pub(crate) fn decrypt_owned(
    key: &Secret<32>,
    nonce: &[u8; 12],
    aad: &[u8],
    sealed: Vec<u8>,
) -> Option<Zeroizing<Vec<u8>>> {
    let mut buffer = Zeroizing::new(sealed);
    if PLAIN {
        let content = buffer.len().saturating_sub(TAG);
        buffer.truncate(content);
        return Some(buffer);
    }
    Aes256GcmSiv::new(key.dangerously_expose().into())
        .decrypt_in_place(&Nonce::from(*nonce), aad, &mut *buffer)
        .ok()?;
    Some(buffer)
}

/// A key sealed under another: 32 bytes and a tag.
pub(crate) fn wrap(
    with: &Secret<32>,
    nonce: &[u8; 12],
    aad: &[u8],
    key: &Secret<32>,
) -> Result<[u8; 48], Error> {
    let sealed = encrypt(with, nonce, aad, key.dangerously_expose())?;
    sealed.try_into().map_err(|_| Error::BadInput("a key has the wrong length: it was not used"))
}

/// The key that [`wrap`] sealed.
pub(crate) fn unwrap(
    with: &Secret<32>,
    nonce: &[u8; 12],
    aad: &[u8],
    wrapped: &[u8; 48],
) -> Option<Secret<32>> {
    let opened = decrypt(with, nonce, aad, wrapped)?;
    Secret::from_bytes(&opened).ok()
}

/// What a `KPS1` box holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// A version's content, under its content key.
    Payload,
    /// A content key, under the record key of this epoch.
    ContentKey { epoch: u32 },
    /// The lifetime root, under the vault key's `wrap` key.
    Root,
    /// The secret of this epoch, under the vault key's `wrap` key.
    Epoch { number: u32 },
}

/// `"KPS1"`, suite u8, purpose u8, vault 16, record 16, field u16, version 16, and an epoch u32 where the purpose
/// has one. What belongs to no record has zeros for record, field and version.
pub(crate) fn aad(
    purpose: Purpose,
    vault: &VaultId,
    record: &[u8; 16],
    field: u16,
    version: &[u8; 16],
) -> Vec<u8> {
    let (code, epoch) = match purpose {
        Purpose::Payload => (1, None),
        Purpose::ContentKey { epoch } => (2, Some(epoch)),
        Purpose::Root => (3, None),
        Purpose::Epoch { number } => (4, Some(number)),
    };
    let mut bytes = Vec::with_capacity(60);
    bytes.extend_from_slice(b"KPS1");
    bytes.extend_from_slice(&[SUITE, code]);
    bytes.extend_from_slice(vault.as_bytes());
    bytes.extend_from_slice(record);
    bytes.extend_from_slice(&field.to_be_bytes());
    bytes.extend_from_slice(version);
    if let Some(epoch) = epoch {
        bytes.extend_from_slice(&epoch.to_be_bytes());
    }
    bytes
}

#[cfg(test)]
mod tests;
