//! This computer's own keychain, asked so that it can never hang the app. It must not know how each system's works.

use std::sync::LazyLock;
use std::time::Duration;

use data_encoding::HEXLOWER;
use zeroize::Zeroizing;

use super::patience::Patience;
use super::{Keychain, KeychainError, KeychainItem, native};
use crate::ids::VaultId;

const LIMIT: Duration = Duration::from_secs(5);

/// One queue for the whole process, however many handles there are.
static PATIENCE: LazyLock<Patience> = LazyLock::new(|| Patience::new(LIMIT));

/// Secret Service on Linux, Keychain on macOS, Credential Manager on Windows. Every call answers within 5 seconds.
///
/// Bytes are kept as hexadecimal text: KDE's wallet keeps text only.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemKeychain;

impl Keychain for SystemKeychain {
    fn get(&self, vault: &VaultId, item: KeychainItem) -> Result<Option<Zeroizing<Vec<u8>>>, KeychainError> {
        let account = vault.to_string();
        let Some(text) = PATIENCE.wait(move || native::get(item, &account))? else {
            return Ok(None);
        };
        let unreadable = |_| KeychainError::Failed("its entry is not one of Keepsake's".to_owned());
        HEXLOWER.decode(&text).map(|bytes| Some(Zeroizing::new(bytes))).map_err(unreadable)
    }

    fn set(&self, vault: &VaultId, item: KeychainItem, bytes: &[u8]) -> Result<(), KeychainError> {
        let account = vault.to_string();
        let text = Zeroizing::new(HEXLOWER.encode(bytes));
        PATIENCE.wait(move || native::set(item, &account, text.as_bytes()))
    }

    fn delete(&self, vault: &VaultId, item: KeychainItem) -> Result<(), KeychainError> {
        let account = vault.to_string();
        PATIENCE.wait(move || native::delete(item, &account))
    }

    fn probe(&self) -> Result<(), KeychainError> {
        PATIENCE.wait(native::probe)
    }
}
