//! The operating system's keychain, as far as Keepsake needs one. It must not know what the bytes open, must never
//! block for long, and never writes a key anywhere else when it fails.

mod memory;
mod native;
mod patience;
mod system;

use zeroize::Zeroizing;

use crate::ids::VaultId;

pub use memory::{MemoryKeychain, NoKeychain};
pub use system::SystemKeychain;

/// What is kept there, for each vault one of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeychainItem {
    /// The key that opens the device slot.
    DeviceKey,
    /// The key that takes the device key's place while the vault's keys are being renewed; a renewal that was cut off leaves it.
    NextDeviceKey,
    /// The audit trail's last head, to notice a database put back.
    Anchor,
}

impl KeychainItem {
    /// All there are: what goes when a vault is erased.
    pub const ALL: [KeychainItem; 3] = [Self::DeviceKey, Self::NextDeviceKey, Self::Anchor];

    /// The keychain's service name. The account is the vault id.
    pub fn service(self) -> &'static str {
        match self {
            Self::DeviceKey => "app.keepsake.desktop",
            Self::NextDeviceKey => "app.keepsake.desktop.next",
            Self::Anchor => "app.keepsake.desktop.anchor",
        }
    }

    /// What a person sees who looks through the keychain.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::DeviceKey => "Keepsake: this device's key",
            Self::NextDeviceKey => "Keepsake: this device's next key",
            Self::Anchor => "Keepsake: last known state",
        }
    }
}

/// Why the keychain did not do it. In each case the passphrase and the recovery code still open the vault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeychainError {
    /// None is running, or it has nowhere to keep things.
    #[error("this computer has no keychain running: use the passphrase or the recovery code")]
    Absent,
    /// It must be unlocked first.
    #[error("the keychain is locked: unlock it, or use the passphrase or the recovery code")]
    Locked,
    /// The person closed its question.
    #[error("the keychain's question was dismissed: try again, or use the passphrase or the recovery code")]
    Dismissed,
    /// It did not answer within 5 seconds; perhaps its own window waits for an answer.
    #[error("the keychain did not answer in time: try again, or use the passphrase or the recovery code")]
    TimedOut,
    /// Anything else, in the keychain's own words; never a secret.
    #[error("the keychain failed ({0}): use the passphrase or the recovery code")]
    Failed(String),
}

/// A place for small secrets, one for each vault and item.
pub trait Keychain: Send + Sync {
    /// `None` when there is no such entry.
    fn get(&self, vault: &VaultId, item: KeychainItem) -> Result<Option<Zeroizing<Vec<u8>>>, KeychainError>;

    /// Makes or replaces the entry.
    fn set(&self, vault: &VaultId, item: KeychainItem, bytes: &[u8]) -> Result<(), KeychainError>;

    /// Takes the entry away; one that is not there is no error.
    fn delete(&self, vault: &VaultId, item: KeychainItem) -> Result<(), KeychainError>;

    /// Whether it would work now. Cheap; makes no entry and asks the person nothing.
    fn probe(&self) -> Result<(), KeychainError>;
}
