//! The mark by which an erase that was cut off knows, once the keyslots are gone, that it was this vault's owner who ordered it:
//! HMAC-SHA-256 under a key derived from the device key. It must not know what is erased.

use crate::hazmat::{self, Label};
use crate::ids::VaultId;
use crate::secret::DeviceKey;

/// The mark over a vault's id and the time of the erase, in milliseconds since 1970.
pub fn erase_mark(device: &DeviceKey, vault: &VaultId, at_ms: i64) -> [u8; 32] {
    hazmat::hmac(&hazmat::derive(vault, device, Label::Erase, 0), &at_ms.to_be_bytes())
}

/// Whether it is that mark; compared in constant time.
pub fn is_erase_mark(device: &DeviceKey, vault: &VaultId, at_ms: i64, mark: &[u8; 32]) -> bool {
    hazmat::hmac_matches(&hazmat::derive(vault, device, Label::Erase, 0), &at_ms.to_be_bytes(), mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_bound_to_key_vault_and_time() {
        let [key, other] = [[7; 32], [8; 32]].map(|bytes| DeviceKey::from_bytes(&bytes).unwrap());
        let [vault, elsewhere] = [[1; 16], [2; 16]].map(VaultId::from_bytes);
        let mark = erase_mark(&key, &vault, 5);
        assert_eq!(
            data_encoding::HEXLOWER.encode(&mark),
            "d3b9357d8a90cd8b988dc44a5b7f3042695ef340684231ce0646f700729c1f4a",
            "frozen: an erase that was cut off is finished by a later version"
        );
        assert!(is_erase_mark(&key, &vault, 5, &mark));
        assert!(!is_erase_mark(&other, &vault, 5, &mark));
        assert!(!is_erase_mark(&key, &elsewhere, 5, &mark));
        assert!(!is_erase_mark(&key, &vault, 6, &mark));
        assert!(!is_erase_mark(&key, &vault, 5, &[0; 32]));
    }
}
