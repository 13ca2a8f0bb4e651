//! Captures that are left while the vault is closed: whoever has the public half can seal one, and only an open vault
//! reads it. It must not know what a capture is, nor any folder.
//!
//! HPKE (RFC 9180), base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305. The pair is derived from the
//! epoch's inbox key, so it goes with its epoch. All numbers are big-endian.
//!
//! ```text
//! "KPI1" suite(1) epoch(4) item(16) enc(32) ciphertext with tag
//! ```

use std::convert::Infallible;

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable, setup_receiver, setup_sender_with_rng};
use rand_core::{TryCryptoRng, TryRng};
use zeroize::Zeroizing;

use crate::entropy::Entropy;
use crate::error::Error;
use crate::hazmat::SUITE;
use crate::ids::{RecordId, VaultId};
use crate::keys::Keys;
use crate::secret::Secret;

const MAGIC: &[u8; 4] = b"KPI1";
/// Magic, suite, epoch, item.
const HEAD: usize = 4 + 1 + 4 + 16;
const ENC: usize = 32;
const TAG: usize = 16;
const WHAT: &str = "a capture that was left while the vault was closed";

/// What a closed vault's keyslot file offers: where to leave a capture so that only that vault can read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxKey {
    pub(crate) vault: VaultId,
    pub(crate) epoch: u32,
    pub(crate) public: [u8; 32],
}

impl InboxKey {
    /// The bytes to leave: `plain` sealed for this item of this vault alone.
    ///
    /// # Errors
    /// [`Error::NoEntropy`]; [`Error::Damaged`] if the key is none of the curve's.
    pub fn seal(&self, item: &RecordId, plain: &[u8], entropy: &mut dyn Entropy) -> Result<Vec<u8>, Error> {
        let damaged = |_| Error::Damaged("the keyslot file's inbox key");
        let public = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(&self.public).map_err(damaged)?;
        let mut drawn = Drawn::new(entropy)?;
        let (enc, mut context) = setup_sender_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeS::Base,
            &public,
            &info(&self.vault),
            &mut drawn,
        )
        .map_err(damaged)?;
        let mut bytes = head(self.epoch, item);
        let sealed = context.seal(plain, &bytes).map_err(|_| Error::BadInput("this is too large to seal"))?;
        bytes.extend_from_slice(&enc.to_bytes());
        bytes.extend_from_slice(&sealed);
        Ok(bytes)
    }
}

impl Keys {
    /// Where captures can be left for this epoch.
    pub(crate) fn inbox_public(&self, epoch: u32) -> Result<[u8; 32], Error> {
        let (_, public) = pair(&self.inbox_key(epoch)?);
        Ok(public.to_bytes().into())
    }

    /// Opens what was left for this item of this vault; anything else is [`Error::Damaged`].
    ///
    /// # Errors
    /// [`Error::TooNew`] for a later form; [`Error::Damaged`] for everything else, a key of an epoch that is gone too.
    pub fn open_inbox(&self, item: &RecordId, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        let damaged = Error::Damaged(WHAT);
        if bytes.len() < HEAD + ENC + TAG || !bytes.starts_with(MAGIC) {
            return Err(damaged);
        }
        let (start, rest) = bytes.split_at(HEAD);
        let (enc, sealed) = rest.split_at(ENC);
        if start[4] > SUITE {
            return Err(Error::TooNew(WHAT));
        }
        let epoch = u32::from_be_bytes([start[5], start[6], start[7], start[8]]);
        if start != head(epoch, item) {
            return Err(damaged);
        }
        let (secret, _) = pair(&self.inbox_key(epoch).map_err(|_| Error::Damaged(WHAT))?);
        let enc =
            <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(enc).map_err(|_| Error::Damaged(WHAT))?;
        let mut context = setup_receiver::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            &secret,
            &enc,
            &info(&self.vault),
        )
        .map_err(|_| Error::Damaged(WHAT))?;
        context.open(sealed, start).map(Zeroizing::new).map_err(|_| Error::Damaged(WHAT))
    }
}

fn pair(key: &Secret<32>) -> (<X25519HkdfSha256 as Kem>::PrivateKey, <X25519HkdfSha256 as Kem>::PublicKey) {
    X25519HkdfSha256::derive_keypair(key.dangerously_expose())
}

/// Bound to the vault, so that what was left for one is nothing to another.
fn info(vault: &VaultId) -> Vec<u8> {
    [MAGIC.as_slice(), vault.as_bytes()].concat()
}

fn head(epoch: u32, item: &RecordId) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEAD);
    bytes.extend_from_slice(MAGIC);
    bytes.push(SUITE);
    bytes.extend_from_slice(&epoch.to_be_bytes());
    bytes.extend_from_slice(item.as_bytes());
    bytes
}

/// Random bytes that were drawn beforehand, as hpke asks a source that cannot fail: it takes one key's worth.
struct Drawn {
    bytes: Secret<32>,
    at: usize,
}

impl Drawn {
    fn new(entropy: &mut dyn Entropy) -> Result<Drawn, Error> {
        Ok(Drawn { bytes: Secret::random(entropy)?, at: 0 })
    }
}

impl TryRng for Drawn {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_be_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_be_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for byte in bytes {
            // More than was drawn is never asked for; the same byte twice would be worse than ending here.
            let Some(drawn) = self.bytes.dangerously_expose().get(self.at) else {
                unreachable!("RFC 9180 draws one private key's length")
            };
            *byte = *drawn;
            self.at += 1;
        }
        Ok(())
    }
}

impl TryCryptoRng for Drawn {}
