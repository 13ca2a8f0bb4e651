//! Each system's keychain behind keyring-core. It must not be called on a thread that may not block: see `system`.

use keyring_core::{CredentialStore, Entry, Error};
use zeroize::Zeroizing;

use super::{KeychainError, KeychainItem};

#[cfg(target_os = "macos")]
use macos as platform;
#[cfg(all(unix, not(target_os = "macos")))]
use secret_service_store as platform;
#[cfg(windows)]
use windows as platform;

pub(super) fn get(item: KeychainItem, account: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeychainError> {
    match entry(item, account)?.get_secret() {
        Ok(bytes) => Ok(Some(Zeroizing::new(bytes))),
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(platform::explain(error)),
    }
}

pub(super) fn set(item: KeychainItem, account: &str, bytes: &[u8]) -> Result<(), KeychainError> {
    entry(item, account)?.set_secret(bytes).map_err(platform::explain)
}

pub(super) fn delete(item: KeychainItem, account: &str) -> Result<(), KeychainError> {
    match entry(item, account)?.delete_credential() {
        Ok(()) | Err(Error::NoEntry) => Ok(()),
        Err(error) => Err(platform::explain(error)),
    }
}

pub(super) fn probe() -> Result<(), KeychainError> {
    platform::probe()
}

fn entry(item: KeychainItem, account: &str) -> Result<Entry, KeychainError> {
    // A new connection each time: one that hangs must not hold up the next call.
    let store: std::sync::Arc<CredentialStore> = platform::store()?;
    let modifiers = platform::modifiers(item);
    store.build(item.service(), account, modifiers.as_ref()).map_err(platform::explain)
}

/// What no system explains any better. The texts of `BadEncoding` and the like leave the entry's bytes out.
fn failed(error: &Error) -> KeychainError {
    match error {
        Error::Ambiguous(_) => KeychainError::Failed("it has two entries for this vault".to_owned()),
        other => KeychainError::Failed(other.to_string()),
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
mod secret_service_store {
    //! The freedesktop Secret Service (<https://specifications.freedesktop.org/secret-service/>) over D-Bus.

    use std::collections::HashMap;
    use std::sync::Arc;

    use keyring_core::{CredentialStore, Error};
    use secret_service::EncryptionType;
    use secret_service::blocking::SecretService;

    use super::{KeychainError, KeychainItem, failed};

    /// A D-Bus error's name is part of the protocol, unlike its text.
    const IS_LOCKED: &str = "org.freedesktop.Secret.Error.IsLocked";

    pub(super) fn store() -> Result<Arc<CredentialStore>, KeychainError> {
        // Whatever keeps us from talking to it at all, for the person there is none.
        match zbus_secret_service_keyring_store::Store::new() {
            Ok(store) => Ok(store),
            Err(_) => Err(KeychainError::Absent),
        }
    }

    pub(super) fn modifiers(item: KeychainItem) -> Option<HashMap<&'static str, &'static str>> {
        Some(HashMap::from([("label", item.title())]))
    }

    /// Looks where new entries would go, and asks for nothing to be unlocked.
    pub(super) fn probe() -> Result<(), KeychainError> {
        let service = SecretService::connect(EncryptionType::Dh).map_err(|_| KeychainError::Absent)?;
        let collection = service.get_default_collection().map_err(|error| explain_service(&error))?;
        match collection.is_locked() {
            Ok(false) => Ok(()),
            Ok(true) => Err(KeychainError::Locked),
            Err(error) => Err(explain_service(&error)),
        }
    }

    pub(super) fn explain(error: Error) -> KeychainError {
        match &error {
            Error::NoStorageAccess(cause) | Error::PlatformFailure(cause) => {
                match cause.downcast_ref::<secret_service::Error>() {
                    Some(cause) => explain_service(cause),
                    None => failed(&error),
                }
            }
            _ => failed(&error),
        }
    }

    fn explain_service(error: &secret_service::Error) -> KeychainError {
        use secret_service::Error as Service;
        match error {
            Service::Locked => KeychainError::Locked,
            Service::Prompt | Service::PromptDisconnected => KeychainError::Dismissed,
            // No result: it has no default collection to keep things in.
            Service::Unavailable | Service::NoResult => KeychainError::Absent,
            other => match other.to_string() {
                text if text.contains(IS_LOCKED) => KeychainError::Locked,
                text => KeychainError::Failed(text),
            },
        }
    }
}

#[cfg(target_os = "macos")]
mod macos {
    //! The login keychain.

    use std::collections::HashMap;
    use std::sync::Arc;

    use keyring_core::{CredentialStore, Error};

    use super::{KeychainError, KeychainItem, failed};

    pub(super) fn store() -> Result<Arc<CredentialStore>, KeychainError> {
        match apple_native_keyring_store::keychain::Store::new() {
            Ok(store) => Ok(store),
            Err(error) => Err(explain(error)),
        }
    }

    pub(super) fn modifiers(_: KeychainItem) -> Option<HashMap<&'static str, &'static str>> {
        None
    }

    pub(super) fn probe() -> Result<(), KeychainError> {
        store().map(|_| ())
    }

    pub(super) fn explain(error: Error) -> KeychainError {
        match error {
            Error::NoStorageAccess(_) => KeychainError::Locked,
            other => failed(&other),
        }
    }
}

#[cfg(windows)]
mod windows {
    //! The Credential Manager.

    use std::collections::HashMap;
    use std::sync::Arc;

    use keyring_core::{CredentialStore, Error};

    use super::{KeychainError, KeychainItem, failed};

    pub(super) fn store() -> Result<Arc<CredentialStore>, KeychainError> {
        match windows_native_keyring_store::Store::new() {
            Ok(store) => Ok(store),
            Err(error) => Err(explain(error)),
        }
    }

    pub(super) fn modifiers(_: KeychainItem) -> Option<HashMap<&'static str, &'static str>> {
        None
    }

    pub(super) fn probe() -> Result<(), KeychainError> {
        store().map(|_| ())
    }

    pub(super) fn explain(error: Error) -> KeychainError {
        match error {
            Error::NoStorageAccess(_) => KeychainError::Locked,
            other => failed(&other),
        }
    }
}
