//! What a browser alone can open: PBKDF2-HMAC-SHA-256 and AES-256-GCM, both in every WebCrypto. It must not know what is
//! sealed, nor the page around it.
//!
//! A file has a random id and salt. Its chunks are numbered from 0; nonce and associated data bind number and last mark, so
//! that chunks can be neither swapped, dropped, added nor brought in from another file.

use std::fmt;

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::entropy::{Entropy, random};
use crate::error::Error;
use crate::passphrase::Passphrase;
use crate::secret::Secret;

/// How often PBKDF2 goes round for new files. OWASP asked for 600,000 in 2023.
pub const PORTABLE_ITERATIONS: u32 = 1_000_000;
/// Fewer protect too little; more would only hang the reader.
const ITERATIONS: std::ops::RangeInclusive<u32> = 600_000..=10_000_000;
const MAGIC: &[u8; 4] = b"KPH1";
const DAMAGED: Error = Error::Damaged("the page's content");

/// What a reader needs beside the passphrase. Not secret; authenticated with each chunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PortableHeader {
    /// Of this file alone.
    pub id: [u8; 16],
    /// For PBKDF2.
    pub salt: [u8; 16],
    /// For PBKDF2.
    pub iterations: u32,
}

/// Seals a file's chunks one after the other.
pub struct PortableSealer {
    header: PortableHeader,
    key: Secret<32>,
    /// None once the last chunk is sealed.
    next: Option<u32>,
}

impl PortableSealer {
    /// Stretches the passphrase for a new file.
    ///
    /// # Errors
    /// [`Error::NoEntropy`].
    pub fn new(passphrase: &Passphrase, entropy: &mut dyn Entropy) -> Result<Self, Error> {
        let header =
            PortableHeader { id: random(entropy)?, salt: random(entropy)?, iterations: PORTABLE_ITERATIONS };
        Ok(Self { header, key: stretched(passphrase, &header)?, next: Some(0) })
    }

    /// What the reader needs.
    pub fn header(&self) -> PortableHeader {
        self.header
    }

    /// Seals the next chunk: ciphertext and tag. After the last one there is no other.
    ///
    /// # Errors
    /// [`Error::BadInput`] after the last chunk, or for more than a file can have.
    pub fn seal(&mut self, plain: &[u8], last: bool) -> Result<Vec<u8>, Error> {
        const FULL: Error = Error::BadInput("the page cannot hold so much: choose another form of export");
        let number = self.next.take().ok_or(FULL)?;
        let mut buffer = Zeroizing::new(Vec::with_capacity(plain.len() + 16));
        buffer.extend_from_slice(plain);
        cipher(&self.key)
            .encrypt_in_place(&nonce(number, last), &associated(&self.header, number, last), &mut *buffer)
            .map_err(|_| FULL)?;
        if !last {
            self.next = Some(number.checked_add(1).ok_or(FULL)?);
        }
        Ok(std::mem::take(&mut *buffer))
    }
}

impl fmt::Debug for PortableSealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PortableSealer({:?}, redacted)", self.header)
    }
}

/// Opens a file's chunks, all of them in their order.
///
/// # Errors
/// [`Error::WeakParameters`]; [`Error::WrongFilePassphrase`] if the first chunk does not open, [`Error::Damaged`] if a later one
/// does not.
pub fn open_portable(
    header: &PortableHeader,
    passphrase: &Passphrase,
    chunks: &[Vec<u8>],
) -> Result<Zeroizing<Vec<u8>>, Error> {
    let key = stretched(passphrase, header)?;
    let mut plain = Zeroizing::new(Vec::with_capacity(chunks.iter().map(Vec::len).sum()));
    if chunks.is_empty() {
        return Err(DAMAGED);
    }
    for (number, chunk) in chunks.iter().enumerate() {
        let last = number + 1 == chunks.len();
        let refused = if number == 0 { Error::WrongFilePassphrase } else { DAMAGED };
        let number = u32::try_from(number).map_err(|_| DAMAGED)?;
        let mut buffer = Zeroizing::new(chunk.clone());
        cipher(&key)
            .decrypt_in_place(&nonce(number, last), &associated(header, number, last), &mut *buffer)
            .map_err(|_| refused)?;
        plain.extend_from_slice(&buffer);
    }
    Ok(plain)
}

fn stretched(passphrase: &Passphrase, header: &PortableHeader) -> Result<Secret<32>, Error> {
    if !ITERATIONS.contains(&header.iterations) {
        return Err(Error::WeakParameters("the rounds of PBKDF2"));
    }
    let mut key = Secret::zeroed();
    pbkdf2::pbkdf2_hmac::<Sha256>(passphrase.as_bytes(), &header.salt, header.iterations, key.as_mut());
    Ok(key)
}

fn cipher(key: &Secret<32>) -> Aes256Gcm {
    Aes256Gcm::new(key.dangerously_expose().into())
}

/// Seven zeros, the number u32, and 1 for the last chunk. The key is this file's alone, so that none comes twice.
fn nonce(number: u32, last: bool) -> Nonce<aes_gcm::aead::consts::U12> {
    let mut bytes = [0; 12];
    bytes[7..11].copy_from_slice(&number.to_be_bytes());
    bytes[11] = u8::from(last);
    bytes.into()
}

/// `"KPH1"`, id 16, salt 16, rounds u32, number u32, last u8; big-endian.
fn associated(header: &PortableHeader, number: u32, last: bool) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&header.id);
    bytes.extend_from_slice(&header.salt);
    bytes.extend_from_slice(&header.iterations.to_be_bytes());
    bytes.extend_from_slice(&number.to_be_bytes());
    bytes.push(u8::from(last));
    bytes
}

#[cfg(test)]
mod tests;
