//! Bytes that must not be seen, copied or left behind. It must not know what they open.

use std::fmt;

use subtle::{Choice, ConstantTimeEq};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::entropy::Entropy;
use crate::error::Error;

/// `N` secret bytes: wiped when dropped, hidden from `Debug`, compared in constant time, neither cloned nor serialised.
///
/// They lie on the heap, so that moving the value leaves no copy on the stack.
pub struct Secret<const N: usize>(Box<[u8; N]>);

/// The secret that this device's keychain holds.
pub type DeviceKey = Secret<32>;

impl<const N: usize> Secret<N> {
    /// New random bytes, drawn straight into place.
    pub fn random(entropy: &mut dyn Entropy) -> Result<Self, Error> {
        let mut secret = Self::zeroed();
        entropy.fill(secret.0.as_mut_slice())?;
        Ok(secret)
    }

    /// Takes a copy of exactly `N` bytes; the caller wipes its own.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() != N {
            return Err(Error::BadInput("a key has the wrong length: it was not used"));
        }
        let mut secret = Self::zeroed();
        secret.0.copy_from_slice(bytes);
        Ok(secret)
    }

    /// The bytes themselves. Whoever calls this answers for where they go.
    pub fn dangerously_expose(&self) -> &[u8; N] {
        &self.0
    }

    pub(crate) fn zeroed() -> Self {
        Self(Box::new([0; N]))
    }

    pub(crate) fn as_mut(&mut self) -> &mut [u8; N] {
        &mut self.0
    }
}

impl<const N: usize> Drop for Secret<N> {
    fn drop(&mut self) {
        self.0.as_mut_slice().zeroize();
    }
}

impl<const N: usize> ZeroizeOnDrop for Secret<N> {}

impl<const N: usize> ConstantTimeEq for Secret<N> {
    fn ct_eq(&self, other: &Self) -> Choice {
        self.0.as_slice().ct_eq(other.0.as_slice())
    }
}

impl<const N: usize> PartialEq for Secret<N> {
    fn eq(&self, other: &Self) -> bool {
        self.ct_eq(other).into()
    }
}

impl<const N: usize> Eq for Secret<N> {}

impl<const N: usize> fmt::Debug for Secret<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret<{N}>(redacted)")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::entropy::SystemEntropy;

    #[test]
    fn hidden_and_exact() {
        let secret = Secret::<32>::from_bytes(&[0xab; 32]).unwrap();
        assert_eq!(format!("{secret:?}"), "Secret<32>(redacted)");
        assert_eq!(secret.dangerously_expose(), &[0xab; 32]);
        assert!(Secret::<32>::from_bytes(&[0; 31]).is_err());
        assert!(Secret::<32>::from_bytes(&[0; 33]).is_err());
    }

    #[test]
    fn equal_only_to_itself() {
        let one = Secret::<32>::random(&mut SystemEntropy).unwrap();
        let same = Secret::<32>::from_bytes(one.dangerously_expose()).unwrap();
        let other = Secret::<32>::random(&mut SystemEntropy).unwrap();
        assert!(one == same);
        assert!(one != other);
    }
}
