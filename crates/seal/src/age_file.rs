//! Files in the age format, locked by a passphrase, so that `age` and `rage` open them (<https://age-encryption.org/v1>). It
//! must not know what the files hold.
//!
//! Only the passphrase ("scrypt") recipient: the file key is wrapped under scrypt of the passphrase, the content is
//! ChaCha20-Poly1305 in chunks of 64 KiB whose nonces count and mark the last one.

use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use data_encoding::BASE64_NOPAD;
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

use crate::entropy::{Entropy, random};
use crate::error::Error;
use crate::hazmat;
use crate::passphrase::Passphrase;
use crate::secret::Secret;

const VERSION_LINE: &str = "age-encryption.org/v1";
const SCRYPT_LABEL: &[u8] = b"age-encryption.org/v1/scrypt";
/// What age itself takes: 256 MiB and about a second.
const LOG_N: u8 = 18;
/// Beyond, opening a stranger's file would take more memory than it may: 1 GiB.
const HIGHEST_LOG_N: u8 = 20;
const FILE_KEY: usize = 16;
const SALT: usize = 16;
const NONCE: usize = 16;
const TAG: usize = 16;
const CHUNK: usize = 64 * 1024;
/// The longest line of a header that we would ever have written, with room for the recipients of others.
const LONGEST_LINE: u64 = 1024;

const NOT_AGE: Error = Error::BadInput("this is not an age file: choose an export that Keepsake encrypted");
const DAMAGED: Error = Error::Damaged("the encrypted file");

/// Encrypts what is written to it. Without [`AgeWriter::finish`] the file is not whole and does not open.
pub struct AgeWriter<W: Write> {
    out: W,
    cipher: ChaCha20Poly1305,
    chunk: Zeroizing<Vec<u8>>,
    number: u64,
}

impl<W: Write> AgeWriter<W> {
    /// Writes the header.
    ///
    /// # Errors
    /// [`Error::NoEntropy`], [`Error::OutOfMemory`], or what `out` answers.
    pub fn new(mut out: W, passphrase: &Passphrase, entropy: &mut dyn Entropy) -> Result<Self, AgeError> {
        let file_key = Secret::<FILE_KEY>::random(entropy)?;
        let (salt, nonce): ([u8; SALT], [u8; NONCE]) = (random(entropy)?, random(entropy)?);
        let mut wrapped = Zeroizing::new(Vec::with_capacity(FILE_KEY + TAG));
        wrapped.extend_from_slice(file_key.dangerously_expose());
        cipher(&wrap_key(passphrase, &salt, LOG_N)?)
            .encrypt_in_place(&Nonce::default(), &[], &mut *wrapped)
            .map_err(|_| DAMAGED)?;
        let mut header = format!(
            "{VERSION_LINE}\n-> scrypt {} {LOG_N}\n{}\n---",
            BASE64_NOPAD.encode(&salt),
            BASE64_NOPAD.encode(&wrapped)
        );
        let mac = hazmat::hmac(&header_key(&file_key), header.as_bytes());
        header.push_str(&format!(" {}\n", BASE64_NOPAD.encode(&mac)));
        out.write_all(header.as_bytes())?;
        out.write_all(&nonce)?;
        let chunk = Zeroizing::new(Vec::with_capacity(CHUNK + TAG));
        Ok(Self { out, cipher: cipher(&payload_key(&file_key, &nonce)), chunk, number: 0 })
    }

    /// Writes the last chunk; the answer is what was written to.
    ///
    /// # Errors
    /// What the writer below answers.
    pub fn finish(mut self) -> io::Result<W> {
        self.seal_chunk(true)?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn seal_chunk(&mut self, last: bool) -> io::Result<()> {
        self.cipher
            .encrypt_in_place(&nonce(self.number, last), &[], &mut *self.chunk)
            .map_err(|_| io::Error::other("a chunk could not be encrypted"))?;
        self.number += 1;
        self.out.write_all(&self.chunk)?;
        self.chunk.clear();
        Ok(())
    }
}

impl<W: Write> Write for AgeWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.is_empty() {
            return Ok(0);
        }
        // A full chunk waits until it is known not to be the last.
        if self.chunk.len() == CHUNK {
            self.seal_chunk(false)?;
        }
        let taken = bytes.len().min(CHUNK - self.chunk.len());
        self.chunk.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    /// Chunks have a fixed size: what is in one stays there until it is full.
    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Reads an age file from anywhere in it; each chunk is authenticated before a byte of it is handed out.
pub struct AgeReader<R: Read + Seek> {
    inner: R,
    cipher: ChaCha20Poly1305,
    /// Where the chunks begin in the file.
    payload_at: u64,
    chunks: u64,
    length: u64,
    at: u64,
    chunk: Zeroizing<Vec<u8>>,
    loaded: Option<u64>,
}

impl<R: Read + Seek> AgeReader<R> {
    /// Opens the file and checks its end, so that one that was cut off is known at once.
    ///
    /// # Errors
    /// [`Error::WrongFilePassphrase`], [`Error::Damaged`], [`Error::BadInput`] for what is no age file or one for other keys,
    /// [`Error::WeakParameters`], or what `inner` answers.
    pub fn open(inner: R, passphrase: &Passphrase) -> Result<Self, AgeError> {
        let mut lines = BufReader::new(inner);
        let mut header = String::new();
        let mut next = |lines: &mut BufReader<R>| -> Result<String, AgeError> {
            let mut line = Vec::new();
            lines.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
            let line = String::from_utf8(line).map_err(|_| NOT_AGE)?;
            header.push_str(&line);
            Ok(line.strip_suffix('\n').ok_or(NOT_AGE)?.to_owned())
        };
        if next(&mut lines)? != VERSION_LINE {
            return Err(NOT_AGE.into());
        }
        let recipient = next(&mut lines)?;
        let mut words = recipient.strip_prefix("-> scrypt ").ok_or(NOT_AGE)?.split(' ');
        let (Some(salt), Some(log_n), None) = (words.next(), words.next(), words.next()) else {
            return Err(NOT_AGE.into());
        };
        let salt: [u8; SALT] = decoded(salt)?.try_into().map_err(|_| DAMAGED)?;
        // A leading zero or plus would be another header for the same file.
        let log_n: u8 =
            log_n.parse().ok().filter(|number: &u8| number.to_string() == log_n).ok_or(DAMAGED)?;
        if !(1..=HIGHEST_LOG_N).contains(&log_n) {
            return Err(Error::WeakParameters("the scrypt work factor").into());
        }
        let mut wrapped = Zeroizing::new(decoded(&next(&mut lines)?)?);
        let end = next(&mut lines)?;
        let mac: [u8; 32] =
            decoded(end.strip_prefix("--- ").ok_or(NOT_AGE)?)?.try_into().map_err(|_| DAMAGED)?;
        if wrapped.len() != FILE_KEY + TAG {
            return Err(DAMAGED.into());
        }
        cipher(&wrap_key(passphrase, &salt, log_n)?)
            .decrypt_in_place(&Nonce::default(), &[], &mut *wrapped)
            .map_err(|_| Error::WrongFilePassphrase)?;
        let file_key = Secret::<FILE_KEY>::from_bytes(&wrapped)?;
        let signed = header.get(..header.len() - end.len() + 2).ok_or(DAMAGED)?;
        if !hazmat::hmac_matches(&header_key(&file_key), signed.as_bytes(), &mac) {
            return Err(DAMAGED.into());
        }
        let mut file_nonce = [0; NONCE];
        lines.read_exact(&mut file_nonce).map_err(|_| DAMAGED)?;
        let payload_at = (header.len() + NONCE) as u64;
        let mut inner = lines.into_inner();
        let sealed = inner.seek(SeekFrom::End(0))?.checked_sub(payload_at).ok_or(DAMAGED)?;
        let chunks = sealed.div_ceil((CHUNK + TAG) as u64);
        let length = sealed.checked_sub(chunks * TAG as u64).filter(|_| chunks > 0).ok_or(DAMAGED)?;
        let mut reader = Self {
            inner,
            cipher: cipher(&payload_key(&file_key, &file_nonce)),
            payload_at,
            chunks,
            length,
            at: 0,
            chunk: Zeroizing::new(Vec::with_capacity(CHUNK + TAG)),
            loaded: None,
        };
        reader.load(chunks - 1).map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => AgeError::Age(DAMAGED),
            _ => AgeError::Io(error),
        })?;
        // An empty last chunk behind a full one is how a cut would look that our own writer never makes.
        if reader.chunk.is_empty() && chunks > 1 {
            return Err(DAMAGED.into());
        }
        Ok(reader)
    }

    fn load(&mut self, number: u64) -> io::Result<()> {
        if self.loaded == Some(number) {
            return Ok(());
        }
        self.loaded = None;
        let from = number * (CHUNK + TAG) as u64;
        let size = (self.length + self.chunks * TAG as u64 - from).min((CHUNK + TAG) as u64);
        self.inner.seek(SeekFrom::Start(self.payload_at + from))?;
        self.chunk.zeroize();
        self.chunk.resize(size as usize, 0);
        self.inner.read_exact(&mut self.chunk)?;
        self.cipher
            .decrypt_in_place(&nonce(number, number + 1 == self.chunks), &[], &mut *self.chunk)
            .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "the encrypted file is damaged"))?;
        self.loaded = Some(number);
        Ok(())
    }
}

impl<R: Read + Seek> Read for AgeReader<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.length || to.is_empty() {
            return Ok(0);
        }
        self.load(self.at / CHUNK as u64)?;
        let from = (self.at % CHUNK as u64) as usize;
        let piece = self.chunk.get(from..).unwrap_or_default();
        let taken = piece.len().min(to.len());
        to[..taken].copy_from_slice(&piece[..taken]);
        self.at += taken as u64;
        Ok(taken)
    }
}

impl<R: Read + Seek> Seek for AgeReader<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

/// An age file could not be written or opened.
#[derive(Debug, thiserror::Error)]
pub enum AgeError {
    /// About the format, the passphrase or the keys.
    #[error(transparent)]
    Age(#[from] Error),
    /// What the file below answered.
    #[error(transparent)]
    Io(#[from] io::Error),
}

fn decoded(text: &str) -> Result<Vec<u8>, Error> {
    BASE64_NOPAD.decode(text.as_bytes()).map_err(|_| DAMAGED)
}

fn cipher(key: &Secret<32>) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(key.dangerously_expose().into())
}

/// The chunk's number in 11 bytes, then 1 for the last chunk.
fn nonce(number: u64, last: bool) -> Nonce {
    let mut bytes = [0; 12];
    bytes[3..11].copy_from_slice(&number.to_be_bytes());
    bytes[11] = u8::from(last);
    bytes.into()
}

fn wrap_key(passphrase: &Passphrase, salt: &[u8; SALT], log_n: u8) -> Result<Secret<32>, Error> {
    const REFUSED: Error = Error::WeakParameters("the scrypt work factor");
    let salt = [SCRYPT_LABEL, salt].concat();
    let parameters = scrypt::Params::new(log_n, 8, 1).map_err(|_| REFUSED)?;
    let mut key = Secret::zeroed();
    scrypt::scrypt(passphrase.as_bytes(), &salt, &parameters, key.as_mut()).map_err(|_| REFUSED)?;
    Ok(key)
}

fn header_key(file_key: &Secret<FILE_KEY>) -> Secret<32> {
    derived(&[], file_key, b"header")
}

fn payload_key(file_key: &Secret<FILE_KEY>, nonce: &[u8; NONCE]) -> Secret<32> {
    derived(nonce, file_key, b"payload")
}

fn derived(salt: &[u8], file_key: &Secret<FILE_KEY>, info: &[u8]) -> Secret<32> {
    let (mut extracted, hkdf) = Hkdf::<Sha256>::extract(Some(salt), file_key.dangerously_expose());
    extracted.zeroize();
    let mut key = Secret::zeroed();
    if hkdf.expand(info, key.as_mut()).is_err() {
        unreachable!("RFC 5869 allows 255 blocks and this is one");
    }
    key
}

#[cfg(test)]
mod tests;
