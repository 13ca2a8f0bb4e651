//! The keys of an unlocked vault and all that is done with them. It must not know where they came from, nor any file.

use std::fmt;

use zeroize::Zeroizing;

use crate::entropy::{Entropy, random};
use crate::envelope::{Envelope, Place};
use crate::error::Error;
use crate::hazmat::{self, Label, Purpose, aad};
use crate::ids::VaultId;
use crate::secret::Secret;

const CONTENT: &str = "a memory's sealed content";

/// What an unlocked vault keeps in memory; dropping it wipes every key. Made by [`crate::Keyslots`] alone.
pub struct Keys {
    pub(crate) vault: VaultId,
    pub(crate) generation: u64,
    pub(crate) vault_key: Secret<32>,
    pub(crate) root: Secret<32>,
    /// Newest first, never empty.
    epochs: Vec<Epoch>,
}

struct Epoch {
    number: u32,
    secret: Secret<32>,
    /// Derived once: it is needed for every envelope.
    record_key: Secret<32>,
}

impl Keys {
    /// `epochs` newest first; the caller has checked that there is one.
    pub(crate) fn new(
        vault: VaultId,
        generation: u64,
        vault_key: Secret<32>,
        root: Secret<32>,
        epochs: Vec<(u32, Secret<32>)>,
    ) -> Self {
        let epochs = epochs
            .into_iter()
            .map(|(number, secret)| Epoch {
                number,
                record_key: hazmat::derive(&vault, &secret, Label::Record, number),
                secret,
            })
            .collect();
        Self { vault, generation, vault_key, root, epochs }
    }

    /// The vault these keys open.
    pub fn vault_id(&self) -> VaultId {
        self.vault
    }

    /// The keyslot file's generation at the time of unlocking.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// The lifetime root, for an encrypted export that another vault goes on from. Whoever holds it can test guesses against
    /// tokens and continue the audit trail.
    pub fn dangerously_expose_root(&self) -> &Secret<32> {
        &self.root
    }

    /// The epochs whose keys are here, newest first.
    pub fn epochs(&self) -> Vec<u32> {
        self.epochs.iter().map(|epoch| epoch.number).collect()
    }

    /// The epoch that new envelopes are sealed in.
    pub fn current_epoch(&self) -> u32 {
        self.epochs.first().map_or(0, |epoch| epoch.number)
    }

    /// The raw key of the database file of this epoch.
    pub fn database_key(&self, epoch: u32) -> Result<Secret<32>, Error> {
        let epoch = self.epoch(epoch, "the database")?;
        Ok(hazmat::derive(&self.vault, &epoch.secret, Label::Database, epoch.number))
    }

    /// The key under which other programs leave captures for this epoch.
    pub fn inbox_key(&self, epoch: u32) -> Result<Secret<32>, Error> {
        let epoch = self.epoch(epoch, "the inbox")?;
        Ok(hazmat::derive(&self.vault, &epoch.secret, Label::Inbox, epoch.number))
    }

    /// HMAC-SHA-256 for the audit trail, under a key that outlives epochs.
    pub fn audit_mac(&self, message: &[u8]) -> [u8; 32] {
        self.lifetime_mac(Label::Audit, message)
    }

    /// [`Keys::audit_mac`] for many messages: the key is derived once.
    pub fn audit_macs(&self) -> impl Fn(&[u8]) -> [u8; 32] + use<> {
        let key = hazmat::derive(&self.vault, &self.root, Label::Audit, 0);
        move |message| hazmat::hmac(&key, message)
    }

    /// HMAC-SHA-256 for receipts, under a key that outlives epochs.
    pub fn receipt_mac(&self, message: &[u8]) -> [u8; 32] {
        self.lifetime_mac(Label::Receipt, message)
    }

    /// HMAC-SHA-256 for the list of what the filter lets pass, so that the list does not hold the values.
    pub fn allow_mac(&self, message: &[u8]) -> [u8; 32] {
        self.lifetime_mac(Label::Allow, message)
    }

    /// The token of a private value: the same for the same type and canonical form in this vault, and for nobody else.
    pub fn token(&self, token_type: &str, canonical: &[u8]) -> [u8; 32] {
        self.lifetime_mac(Label::Token(token_type), canonical)
    }

    /// Seals content for one place, under a content key of its own.
    pub fn seal(&self, place: &Place, plain: &[u8], entropy: &mut dyn Entropy) -> Result<Envelope, Error> {
        let content_key = Secret::random(entropy)?;
        let nonce = random(entropy)?;
        let payload = hazmat::encrypt(&content_key, &nonce, &self.aad(place, Purpose::Payload), plain)?;
        let (epoch, wrap_nonce, wrapped_key) = self.wrap(place, &content_key, entropy)?;
        Ok(Envelope { epoch, wrap_nonce, wrapped_key, nonce, payload })
    }

    /// Opens what was sealed for this very place in this vault; anything else is [`Error::Damaged`].
    pub fn open(&self, place: &Place, envelope: &Envelope) -> Result<Zeroizing<Vec<u8>>, Error> {
        let content_key = self.content_key(place, envelope)?;
        let aad = self.aad(place, Purpose::Payload);
        hazmat::decrypt(&content_key, &envelope.nonce, &aad, &envelope.payload).ok_or(Error::Damaged(CONTENT))
    }

    /// [`Keys::open`] in the envelope's own bytes, for large ones.
    pub fn open_owned(&self, place: &Place, envelope: Envelope) -> Result<Zeroizing<Vec<u8>>, Error> {
        let content_key = self.content_key(place, &envelope)?;
        let aad = self.aad(place, Purpose::Payload);
        hazmat::decrypt_owned(&content_key, &envelope.nonce, &aad, envelope.payload)
            .ok_or(Error::Damaged(CONTENT))
    }

    /// The same envelope with its content key wrapped for the current epoch. The payload's bytes stay as they are; it
    /// is not opened, so a damaged one is found when it is read.
    pub fn rewrap(
        &self,
        place: &Place,
        envelope: &Envelope,
        entropy: &mut dyn Entropy,
    ) -> Result<Envelope, Error> {
        let content_key = self.content_key(place, envelope)?;
        let (epoch, wrap_nonce, wrapped_key) = self.wrap(place, &content_key, entropy)?;
        Ok(Envelope { epoch, wrap_nonce, wrapped_key, ..envelope.clone() })
    }

    /// Makes `envelope` one of another epoch: its content key wrapped anew under the newest record key of `next`, which may hold no
    /// older one. `envelope` may come without its payload, which stays as it is.
    pub fn rewrap_for(
        &self,
        next: &Keys,
        place: &Place,
        envelope: &Envelope,
        entropy: &mut dyn Entropy,
    ) -> Result<(u32, [u8; 12], [u8; 48]), Error> {
        if self.vault != next.vault {
            return Err(Error::BadInput("these keys belong to another vault: nothing was changed"));
        }
        next.wrap(place, &self.content_key(place, envelope)?, entropy)
    }

    fn wrap(
        &self,
        place: &Place,
        content_key: &Secret<32>,
        entropy: &mut dyn Entropy,
    ) -> Result<(u32, [u8; 12], [u8; 48]), Error> {
        let epoch = self.epoch(self.current_epoch(), CONTENT)?;
        let nonce = random(entropy)?;
        let aad = self.aad(place, Purpose::ContentKey { epoch: epoch.number });
        let wrapped = hazmat::wrap(&epoch.record_key, &nonce, &aad, content_key)?;
        Ok((epoch.number, nonce, wrapped))
    }

    fn content_key(&self, place: &Place, envelope: &Envelope) -> Result<Secret<32>, Error> {
        let epoch = self.epoch(envelope.epoch, CONTENT)?;
        let aad = self.aad(place, Purpose::ContentKey { epoch: epoch.number });
        hazmat::unwrap(&epoch.record_key, &envelope.wrap_nonce, &aad, &envelope.wrapped_key)
            .ok_or(Error::Damaged(CONTENT))
    }

    fn aad(&self, place: &Place, purpose: Purpose) -> Vec<u8> {
        aad(purpose, &self.vault, place.record.as_bytes(), place.field, place.version.as_bytes())
    }

    fn lifetime_mac(&self, label: Label<'_>, message: &[u8]) -> [u8; 32] {
        hazmat::hmac(&hazmat::derive(&self.vault, &self.root, label, 0), message)
    }

    fn epoch(&self, number: u32, of: &'static str) -> Result<&Epoch, Error> {
        self.epochs.iter().find(|epoch| epoch.number == number).ok_or(Error::Damaged(of))
    }

    pub(crate) fn epoch_secrets(&self) -> impl Iterator<Item = (u32, &Secret<32>)> {
        self.epochs.iter().map(|epoch| (epoch.number, &epoch.secret))
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys({:?}, generation {}, redacted)", self.vault, self.generation)
    }
}
