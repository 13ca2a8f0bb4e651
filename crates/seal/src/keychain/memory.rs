//! Keychains for tests and for people without one. They must not reach the operating system.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

use super::{Keychain, KeychainError, KeychainItem};
use crate::ids::VaultId;

/// A keychain that forgets everything when dropped, and fails on demand.
#[derive(Default)]
pub struct MemoryKeychain {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    entries: HashMap<(VaultId, KeychainItem), Zeroizing<Vec<u8>>>,
    failing: Option<KeychainError>,
}

impl MemoryKeychain {
    /// An empty one that works.
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on every call fails with this error. Entries stay as they are.
    pub fn fail_with(&self, error: KeychainError) {
        self.state().failing = Some(error);
    }

    /// Calls work again.
    pub fn recover(&self) {
        self.state().failing = None;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn working(&self) -> Result<MutexGuard<'_, State>, KeychainError> {
        let state = self.state();
        match &state.failing {
            Some(error) => Err(error.clone()),
            None => Ok(state),
        }
    }
}

impl fmt::Debug for MemoryKeychain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemoryKeychain(redacted)")
    }
}

impl Keychain for MemoryKeychain {
    fn get(&self, vault: &VaultId, item: KeychainItem) -> Result<Option<Zeroizing<Vec<u8>>>, KeychainError> {
        Ok(self.working()?.entries.get(&(*vault, item)).cloned())
    }

    fn set(&self, vault: &VaultId, item: KeychainItem, bytes: &[u8]) -> Result<(), KeychainError> {
        self.working()?.entries.insert((*vault, item), Zeroizing::new(bytes.to_vec()));
        Ok(())
    }

    fn delete(&self, vault: &VaultId, item: KeychainItem) -> Result<(), KeychainError> {
        self.working()?.entries.remove(&(*vault, item));
        Ok(())
    }

    fn probe(&self) -> Result<(), KeychainError> {
        self.working().map(|_| ())
    }
}

/// No keychain at all: every call says [`KeychainError::Absent`].
#[derive(Debug, Clone, Copy, Default)]
pub struct NoKeychain;

impl Keychain for NoKeychain {
    fn get(&self, _: &VaultId, _: KeychainItem) -> Result<Option<Zeroizing<Vec<u8>>>, KeychainError> {
        Err(KeychainError::Absent)
    }

    fn set(&self, _: &VaultId, _: KeychainItem, _: &[u8]) -> Result<(), KeychainError> {
        Err(KeychainError::Absent)
    }

    fn delete(&self, _: &VaultId, _: KeychainItem) -> Result<(), KeychainError> {
        Err(KeychainError::Absent)
    }

    fn probe(&self) -> Result<(), KeychainError> {
        Err(KeychainError::Absent)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn keeps_by_vault_and_item_and_fails_on_demand() {
        let keychain = MemoryKeychain::new();
        let (one, two) = (VaultId::from_bytes([1; 16]), VaultId::from_bytes([2; 16]));
        keychain.set(&one, KeychainItem::DeviceKey, b"key").unwrap();
        keychain.set(&one, KeychainItem::Anchor, b"anchor").unwrap();
        assert_eq!(*keychain.get(&one, KeychainItem::DeviceKey).unwrap().unwrap(), b"key".to_vec());
        assert_eq!(keychain.get(&two, KeychainItem::DeviceKey).unwrap(), None);
        keychain.fail_with(KeychainError::Locked);
        assert_eq!(keychain.get(&one, KeychainItem::Anchor), Err(KeychainError::Locked));
        assert_eq!(keychain.probe(), Err(KeychainError::Locked));
        keychain.recover();
        keychain.delete(&one, KeychainItem::Anchor).unwrap();
        keychain.delete(&one, KeychainItem::Anchor).unwrap();
        assert_eq!(keychain.get(&one, KeychainItem::Anchor).unwrap(), None);
        assert!(!format!("{keychain:?}").contains("key\""));
    }

    #[test]
    fn none_is_absent() {
        let vault = VaultId::from_bytes([1; 16]);
        assert_eq!(NoKeychain.get(&vault, KeychainItem::DeviceKey), Err(KeychainError::Absent));
        assert_eq!(NoKeychain.set(&vault, KeychainItem::DeviceKey, b"x"), Err(KeychainError::Absent));
        assert_eq!(NoKeychain.probe(), Err(KeychainError::Absent));
    }
}
