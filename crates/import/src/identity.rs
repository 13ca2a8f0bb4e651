//! Names for what has none of its own, so that the same thing is recognised next time. Must not be reversible.

use sha2::{Digest, Sha256};

/// Bytes of a name: enough that no two of a person's memories meet.
const NAME_BYTES: usize = 16;

/// A name of texts in this order. Each is preceded by its length, so that ("ab", "c") and ("a", "bc") differ.
pub(crate) fn name_of(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    let digest = hash.finalize();
    data_encoding::HEXLOWER.encode(digest.get(..NAME_BYTES).unwrap_or(&digest))
}

/// The text as it is compared: case, spaces and closing marks do not count.
pub(crate) fn comparable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    out.truncate(out.trim_end_matches(['.', '!', ',', ';', ' ', '…']).len());
    out
}
