//! Keys, keyslots, envelopes and the keychain: the only crate that names a cipher. It must not know what a memory
//! is: no SQL, no content, no search, no window. Randomness and the keychain are handed in.
//!
//! ```text
//! device key ─┐                    ┌─ lifetime root    → token, allow, audit, receipt keys
//! passphrase ─┼─ each wraps → vault key ┤
//! recovery   ─┘                    └─ epoch secret[n]  → database, record, inbox keys
//! ```
//!
//! The way through: [`Keyslots::create`] or [`Keyslots::load`], then [`Keyslots::unlock`] gives [`Keys`], and
//! [`Keys::seal`] and [`Keys::open`] turn content into an [`Envelope`] and back, bound to its [`Place`].
//!
//! Every byte that leaves this crate is written down in `FORMAT.md` and frozen in `vectors/`.

mod age_file;
mod entropy;
mod envelope;
mod erase_mark;
mod error;
mod hazmat;
mod ids;
mod inbox;
mod kdf;
mod keychain;
mod keys;
mod keyslots;
mod passphrase;
mod portable;
mod receipt;
mod recovery;
mod secret;

pub use age_file::{AgeError, AgeReader, AgeWriter};
pub use entropy::{Entropy, SystemEntropy};
pub use envelope::{Envelope, FIELD_PAYLOAD, FIELD_SEGMENT, Place};
pub use erase_mark::{erase_mark, is_erase_mark};
pub use error::{Error, ErrorCode};
pub use ids::{IdError, RecordId, SlotId, VaultId, VersionId};
pub use inbox::InboxKey;
pub use kdf::KdfParameters;
pub use keychain::{Keychain, KeychainError, KeychainItem, MemoryKeychain, NoKeychain, SystemKeychain};
pub use keys::Keys;
pub use keyslots::{Keyslots, SlotKind, SlotSummary, Unlock};
pub use passphrase::{Passphrase, Strength, passphrase_strength};
pub use portable::{PORTABLE_ITERATIONS, PortableHeader, PortableSealer, open_portable};
pub use receipt::{ReceiptKey, Statement};
pub use recovery::RecoveryCode;
pub use secret::{DeviceKey, Secret};

// Their `zeroize` feature is all we want of them; see Cargo.toml.
use aes as _;
use polyval as _;
