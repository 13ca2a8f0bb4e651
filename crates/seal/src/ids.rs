//! The ids of vaults, records, versions and slots: 16 random bytes each, one type each so that none takes the place
//! of another. They must not hold time or order.

use std::fmt;
use std::str::FromStr;

use data_encoding::HEXLOWER;

use crate::entropy::Entropy;
use crate::error::Error;

/// The text is not 32 lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("that is not an id: ids are 32 letters and digits, 0 to 9 and a to f")]
pub struct IdError;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 16]);

        impl $name {
            /// An id from where it was stored.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// The 16 bytes, as stored.
            pub const fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }

            /// A new id.
            pub fn random(entropy: &mut dyn Entropy) -> Result<Self, Error> {
                crate::entropy::random(entropy).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&HEXLOWER.encode(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                // One spelling an id, so that equal ids are equal texts.
                let bytes = HEXLOWER.decode(text.as_bytes()).map_err(|_| IdError)?;
                bytes.try_into().map(Self).map_err(|_| IdError)
            }
        }
    };
}

id!(
    /// One vault, for as long as it lives. It is the HKDF salt of all its keys and its keychain account.
    VaultId
);
id!(
    /// One memory, through all its versions.
    RecordId
);
id!(
    /// One version of a memory.
    VersionId
);
id!(
    /// One way into a vault.
    SlotId
);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::entropy::SystemEntropy;

    #[test]
    fn text_and_back() {
        let id = RecordId::random(&mut SystemEntropy).unwrap();
        let text = id.to_string();
        assert_eq!(text.len(), 32);
        assert_eq!(text.parse::<RecordId>().unwrap(), id);
        assert_eq!(RecordId::from_bytes(*id.as_bytes()), id);
        assert_eq!(format!("{id:?}"), format!("RecordId({text})"));
    }

    #[test]
    fn one_spelling_only() {
        for text in [
            "",
            "00",
            "0123456789ABCDEF0123456789ABCDEF",
            "0123456789abcdef0123456789abcde",
            "0123456789abcdef0123456789abcdef0",
            "0123456789abcdef-123456789abcdef",
            " 0123456789abcdef0123456789abcdef",
        ] {
            assert_eq!(text.parse::<VaultId>(), Err(IdError), "{text:?}");
        }
    }
}
