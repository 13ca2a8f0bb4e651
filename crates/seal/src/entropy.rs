//! Where random bytes come from. It must not know what they are for; tests hand in their own.

use crate::error::Error;

/// A source of bytes nobody can guess.
pub trait Entropy: Send {
    /// Fills `bytes` whole, or fails: a source never fills a part.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Error>;
}

/// The operating system's random number generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
        getrandom::fill(bytes).map_err(|_| Error::NoEntropy)
    }
}

/// `N` random bytes that are not secret: a nonce, a salt.
pub(crate) fn random<const N: usize>(entropy: &mut dyn Entropy) -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    entropy.fill(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn two_draws_differ() {
        let first: [u8; 32] = random(&mut SystemEntropy).unwrap();
        let second: [u8; 32] = random(&mut SystemEntropy).unwrap();
        assert_ne!(first, second);
    }
}
