//! A sealed piece of content and the place it is bound to. It must not know what the content means.

use std::fmt;

use crate::hazmat;
use crate::ids::{RecordId, VersionId};

/// The field number of a version's whole payload.
pub const FIELD_PAYLOAD: u16 = 1;

/// The field number of a segment of the search index. Its record is the segment's own id, its version zeros.
pub const FIELD_SEGMENT: u16 = 2;

/// Where an envelope lies. Build it from where the bytes were found, never from what they say about themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// Whose content this is.
    pub record: RecordId,
    /// Which part of it, such as [`FIELD_PAYLOAD`].
    pub field: u16,
    /// In which state.
    pub version: VersionId,
}

/// Content sealed under a random key of its own, and that key wrapped under an epoch's record key. The parts are
/// public: the vault keeps each in a column.
#[derive(Clone, PartialEq, Eq)]
pub struct Envelope {
    /// Whose record key wraps the content key.
    pub epoch: u32,
    /// For the wrapped key; drawn anew at each wrapping.
    pub wrap_nonce: [u8; 12],
    /// The content key, 32 bytes and a tag.
    pub wrapped_key: [u8; 48],
    /// For the payload.
    pub nonce: [u8; 12],
    /// The content and a tag of 16 bytes. A rotation leaves it as it is.
    pub payload: Vec<u8>,
}

impl Envelope {
    /// SHA-256 over `keepsake/v1/envelope`, epoch (u32), wrap nonce, wrapped key, nonce and payload, each after its
    /// length (u64); all big-endian.
    pub fn digest(&self) -> [u8; 32] {
        let epoch = self.epoch.to_be_bytes();
        let parts: [&[u8]; 6] = [
            b"keepsake/v1/envelope",
            &epoch,
            &self.wrap_nonce,
            &self.wrapped_key,
            &self.nonce,
            &self.payload,
        ];
        let lengths = parts.map(|part| (part.len() as u64).to_be_bytes());
        let mut prefixed: Vec<&[u8]> = Vec::with_capacity(12);
        for (length, part) in lengths.iter().zip(parts) {
            prefixed.push(length);
            prefixed.push(part);
        }
        hazmat::sha256(&prefixed)
    }
}

impl fmt::Debug for Envelope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Envelope(epoch {}, {} bytes)", self.epoch, self.payload.len())
    }
}
