//! A vault that is the same at every run, for frozen vectors. Never a real one.

use std::path::PathBuf;

use data_encoding::HEXLOWER;
use keepsake_seal::*;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// SHA-256 over `seed` and a block number, block after block.
pub struct FixedEntropy {
    seed: &'static str,
    block: u64,
    rest: Vec<u8>,
}

impl FixedEntropy {
    pub fn new(seed: &'static str) -> Self {
        Self { seed, block: 0, rest: Vec::new() }
    }
}

impl Entropy for FixedEntropy {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
        for byte in bytes {
            if self.rest.is_empty() {
                let block = Sha256::new().chain_update(self.seed).chain_update(self.block.to_be_bytes());
                self.rest = block.finalize().to_vec();
                self.block += 1;
            }
            *byte = self.rest.remove(0);
        }
        Ok(())
    }
}

pub const PASSPHRASE: &str = "velvet otter ladder caf\u{e9}";

/// Epoch 2 and 1, all three slots.
pub fn vault() -> (Keyslots, Keys, DeviceKey, RecoveryCode) {
    let mut entropy = FixedEntropy::new("keepsake vectors 1");
    let vault = VaultId::random(&mut entropy).unwrap();
    let device = DeviceKey::random(&mut entropy).unwrap();
    let passphrase = Passphrase::new(PASSPHRASE).unwrap();
    let (keyslots, keys, code) =
        Keyslots::create(vault, Some(&device), Some(&passphrase), KdfParameters::DEFAULT, &mut entropy)
            .unwrap();
    let (keyslots, keys) = keyslots.with_next_epoch(&keys, &mut entropy).unwrap();
    (keyslots, keys, device, code)
}

/// The same vault in strict mode.
pub fn strict() -> (Keyslots, DeviceKey) {
    let (keyslots, keys, device, _) = vault();
    let passphrase = Passphrase::new(PASSPHRASE).unwrap();
    let mut entropy = FixedEntropy::new("keepsake vectors, strict");
    let strict =
        keyslots.with_strict(&keys, &passphrase, &device, KdfParameters::DEFAULT, &mut entropy).unwrap();
    (strict, device)
}

pub fn path(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors")).join(name)
}

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

pub fn hex(bytes: impl AsRef<[u8]>) -> String {
    HEXLOWER.encode(bytes.as_ref())
}
