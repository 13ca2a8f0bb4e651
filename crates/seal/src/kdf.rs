//! From a passphrase to a key: Argon2id (RFC 9106), bounded before a byte is allocated. It must not know slots.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroize;

use crate::error::Error;
use crate::passphrase::Passphrase;
use crate::secret::Secret;

const LEAST_MEMORY_KIB: u32 = 64 * 1024;
const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const LEAST_PASSES: u32 = 3;
const MOST_PASSES: u32 = 16;
const MOST_LANES: u32 = 16;

/// What guessing one passphrase costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfParameters {
    /// 65,536 (64 MiB) to 1,048,576 (1 GiB).
    pub memory_kib: u32,
    /// 3 to 16.
    pub passes: u32,
    /// 1 to 16.
    pub lanes: u32,
}

impl KdfParameters {
    /// 64 MiB, 3 passes, 4 lanes: RFC 9106's second recommended choice.
    pub const DEFAULT: Self = Self { memory_kib: 65_536, passes: 3, lanes: 4 };

    /// Refuses what is too weak to protect and what is too costly to be meant (a file may have been tampered with).
    pub fn validate(&self) -> Result<(), Error> {
        if !(LEAST_MEMORY_KIB..=MOST_MEMORY_KIB).contains(&self.memory_kib) {
            return Err(Error::WeakParameters("memory below 64 MiB or above 1 GiB"));
        }
        if !(LEAST_PASSES..=MOST_PASSES).contains(&self.passes) {
            return Err(Error::WeakParameters("fewer than 3 passes or more than 16"));
        }
        if !(1..=MOST_LANES).contains(&self.lanes) {
            return Err(Error::WeakParameters("no lane or more than 16"));
        }
        Ok(())
    }

    /// Argon2id version 1.3 with no secret and no associated data, 32 bytes out.
    pub(crate) fn derive(&self, passphrase: &Passphrase, salt: &[u8; 32]) -> Result<Secret<32>, Error> {
        self.validate()?;
        let refused = |_| Error::WeakParameters("Argon2 does not accept them");
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(refused)?;
        let mut memory = WorkingMemory::new(params.block_count())?;
        let mut output = Secret::zeroed();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(
                passphrase.as_bytes(),
                salt,
                output.as_mut(),
                memory.0.as_mut_slice(),
            )
            .map_err(refused)?;
        Ok(output)
    }
}

impl Default for KdfParameters {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// Argon2's memory. The argon2 crate frees its own without wiping it, so we bring ours.
struct WorkingMemory(Vec<Block>);

impl WorkingMemory {
    fn new(blocks: usize) -> Result<Self, Error> {
        let mut memory = Vec::new();
        memory.try_reserve_exact(blocks).map_err(|_| Error::OutOfMemory)?;
        memory.resize(blocks, Block::default());
        Ok(Self(memory))
    }
}

impl Drop for WorkingMemory {
    fn drop(&mut self) {
        self.0.iter_mut().for_each(Zeroize::zeroize);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::error::ErrorCode;

    #[test]
    fn bounds() {
        let good = KdfParameters::DEFAULT;
        good.validate().unwrap();
        KdfParameters { memory_kib: 1_048_576, passes: 16, lanes: 16 }.validate().unwrap();
        for bad in [
            KdfParameters { memory_kib: 65_535, ..good },
            KdfParameters { memory_kib: 0, ..good },
            KdfParameters { memory_kib: 1_048_577, ..good },
            KdfParameters { memory_kib: u32::MAX, ..good },
            KdfParameters { passes: 2, ..good },
            KdfParameters { passes: 17, ..good },
            KdfParameters { lanes: 0, ..good },
            KdfParameters { lanes: 17, ..good },
        ] {
            assert_eq!(bad.validate().unwrap_err().code(), ErrorCode::WeakParameters, "{bad:?}");
            assert!(bad.derive(&Passphrase::new("x").unwrap(), &[0; 32]).is_err());
        }
    }

    #[test]
    fn our_memory_gives_what_the_crates_own_gives() {
        let ours = KdfParameters::DEFAULT.derive(&Passphrase::new("pass").unwrap(), &[7; 32]).unwrap();
        let mut theirs = [0; 32];
        let params = Params::new(65_536, 3, 4, Some(32)).unwrap();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(b"pass", &[7; 32], &mut theirs)
            .unwrap();
        assert_eq!(ours.dangerously_expose(), &theirs);
    }
}
