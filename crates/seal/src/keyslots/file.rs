//! The keyslot file's bytes, both ways. It must not know any secret: it bounds, names and refuses.
//!
//! ```text
//! {"format":"keepsake-keyslots","version":1,"suite":1,...}   one line of JSON
//! mac <64 hexadecimal digits>                                 HMAC-SHA-256 over the first line's bytes
//! ```
//!
//! The MAC is over bytes, so there is no canonical form to get wrong. Byte strings are lower-case hexadecimal.

use data_encoding::HEXLOWER;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::change::MOST_EPOCHS;
use super::slot::Slot;
use super::{SEAL, SlotKind};
use crate::error::Error;
use crate::hazmat::SUITE;
use crate::ids::{SlotId, VaultId};
use crate::inbox::InboxKey;
use crate::kdf::KdfParameters;

const FORMAT: &str = "keepsake-keyslots";
const VERSION: u32 = 1;
const HKDF: &str = "hkdf-sha256";
const ARGON2ID: &str = "argon2id";
const ARGON2_VERSION: u32 = 0x13;
const MOST_SLOTS: usize = 16;
pub(super) const MOST_BYTES: usize = 1 << 20;

/// What the first line says.
#[derive(Clone)]
pub(super) struct Body {
    pub vault: VaultId,
    pub generation: u64,
    pub slots: Vec<Slot>,
    pub root: Wrapped,
    /// Newest first.
    pub epochs: Vec<(u32, Wrapped)>,
    /// Absent in files from before there was one.
    pub inbox: Option<InboxKey>,
}

/// A 32-byte secret under the vault key's `wrap` key.
#[derive(Clone)]
pub(super) struct Wrapped {
    pub nonce: [u8; 12],
    pub wrapped: [u8; 48],
}

/// The first line without its line feed, and the MAC. One spelling only: no other line, space or case.
pub(super) fn split(bytes: &[u8]) -> Result<(&[u8], [u8; 32]), Error> {
    let damaged = Error::Damaged(SEAL);
    if bytes.len() > MOST_BYTES {
        return Err(damaged);
    }
    let Some(end) = bytes.iter().position(|byte| *byte == b'\n') else { return Err(damaged) };
    let (line, rest) = bytes.split_at(end);
    let hex = rest.strip_prefix(b"\nmac ").and_then(|rest| rest.strip_suffix(b"\n"));
    let mac = hex.and_then(|hex| HEXLOWER.decode(hex).ok());
    match mac.map(<[u8; 32]>::try_from) {
        Some(Ok(mac)) => Ok((line, mac)),
        _ => Err(damaged),
    }
}

/// The two lines.
pub(super) fn join(line: &str, mac: &[u8; 32]) -> Vec<u8> {
    format!("{line}\nmac {}\n", HEXLOWER.encode(mac)).into_bytes()
}

pub(super) fn write(body: &Body) -> Result<String, Error> {
    let line = Line {
        format: FORMAT.to_owned(),
        version: VERSION,
        suite: SUITE,
        vault_id: Hex(*body.vault.as_bytes()),
        generation: body.generation,
        slots: body.slots.iter().map(SlotLine::from).collect(),
        root: WrappedLine::from(&body.root),
        epochs: body.epochs.iter().map(EpochLine::from).collect(),
        inbox: body.inbox.as_ref().map(|key| InboxLine { epoch: key.epoch, public: Hex(key.public) }),
    };
    serde_json::to_string(&line).map_err(|_| Error::BadInput("the keyslots could not be written as text"))
}

pub(super) fn read(line: &[u8]) -> Result<Body, Error> {
    // Read by itself first: a newer file may have any other shape after it.
    let head: Head = serde_json::from_slice(line).map_err(|_| Error::Damaged(SEAL))?;
    if head.format != FORMAT || head.version == 0 || head.suite == 0 {
        return Err(Error::Damaged(SEAL));
    }
    if head.version > u64::from(VERSION) || head.suite > u64::from(SUITE) {
        return Err(Error::TooNew(SEAL));
    }
    let line: Line = serde_json::from_slice(line).map_err(|_| Error::Damaged(SEAL))?;
    if line.generation == 0 {
        return Err(Error::Damaged(SEAL));
    }
    let vault = VaultId::from_bytes(line.vault_id.0);
    let body = Body {
        vault,
        inbox: line.inbox.map(|key| InboxKey { vault, epoch: key.epoch, public: key.public.0 }),
        generation: line.generation,
        slots: read_slots(line.slots)?,
        root: line.root.into(),
        epochs: read_epochs(line.epochs)?,
    };
    Ok(body)
}

fn read_slots(lines: Vec<SlotLine>) -> Result<Vec<Slot>, Error> {
    const SLOTS: Error = Error::Damaged("the keyslot file's list of slots");
    if lines.is_empty() || lines.len() > MOST_SLOTS {
        return Err(SLOTS);
    }
    let mut slots: Vec<Slot> = Vec::with_capacity(lines.len());
    for line in lines {
        let slot = Slot::try_from(line)?;
        // One slot a kind, so that a changed file cannot ask for many key derivations.
        if slots.iter().any(|other| other.id == slot.id || other.kind == slot.kind) {
            return Err(SLOTS);
        }
        slots.push(slot);
    }
    Ok(slots)
}

fn read_epochs(lines: Vec<EpochLine>) -> Result<Vec<(u32, Wrapped)>, Error> {
    let newest_first = lines.windows(2).all(|pair| pair[0].number > pair[1].number);
    let from_one = lines.iter().all(|epoch| epoch.number > 0);
    if lines.is_empty() || lines.len() > MOST_EPOCHS || !newest_first || !from_one {
        return Err(Error::Damaged("the keyslot file's list of epochs"));
    }
    let boxed = |line: EpochLine| (line.number, Wrapped { nonce: line.nonce.0, wrapped: line.wrapped.0 });
    Ok(lines.into_iter().map(boxed).collect())
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u64,
    suite: u64,
}

#[derive(Serialize, Deserialize)]
struct Line {
    format: String,
    version: u32,
    suite: u8,
    vault_id: Hex<16>,
    generation: u64,
    slots: Vec<SlotLine>,
    root: WrappedLine,
    epochs: Vec<EpochLine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    inbox: Option<InboxLine>,
}

#[derive(Serialize, Deserialize)]
struct InboxLine {
    epoch: u32,
    public: Hex<32>,
}

#[derive(Serialize, Deserialize)]
struct SlotLine {
    id: Hex<16>,
    #[serde(rename = "type")]
    kind: String,
    kdf: KdfLine,
    salt: Hex<32>,
    nonce: Hex<12>,
    wrapped: Hex<48>,
    commitment: Hex<32>,
}

#[derive(Serialize, Deserialize)]
struct KdfLine {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    version: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    memory_kib: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    passes: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lanes: Option<u32>,
}

#[derive(Serialize, Deserialize)]
struct WrappedLine {
    nonce: Hex<12>,
    wrapped: Hex<48>,
}

#[derive(Serialize, Deserialize)]
struct EpochLine {
    number: u32,
    nonce: Hex<12>,
    wrapped: Hex<48>,
}

impl From<&Slot> for SlotLine {
    fn from(slot: &Slot) -> Self {
        let kdf = match slot.kdf {
            None => {
                KdfLine { name: HKDF.to_owned(), version: None, memory_kib: None, passes: None, lanes: None }
            }
            Some(kdf) => KdfLine {
                name: ARGON2ID.to_owned(),
                version: Some(ARGON2_VERSION),
                memory_kib: Some(kdf.memory_kib),
                passes: Some(kdf.passes),
                lanes: Some(kdf.lanes),
            },
        };
        Self {
            id: Hex(*slot.id.as_bytes()),
            kind: slot.kind.name().to_owned(),
            kdf,
            salt: Hex(slot.salt),
            nonce: Hex(slot.nonce),
            wrapped: Hex(slot.wrapped),
            commitment: Hex(slot.commitment),
        }
    }
}

impl TryFrom<SlotLine> for Slot {
    type Error = Error;

    fn try_from(line: SlotLine) -> Result<Self, Error> {
        let kind = [SlotKind::Device, SlotKind::Passphrase, SlotKind::Recovery, SlotKind::Strict]
            .into_iter()
            .find(|kind| kind.name() == line.kind)
            .ok_or(Error::TooNew("a way into this vault"))?;
        Ok(Self {
            id: SlotId::from_bytes(line.id.0),
            kind,
            kdf: read_kdf(kind, &line.kdf)?,
            salt: line.salt.0,
            nonce: line.nonce.0,
            wrapped: line.wrapped.0,
            commitment: line.commitment.0,
        })
    }
}

fn read_kdf(kind: SlotKind, line: &KdfLine) -> Result<Option<KdfParameters>, Error> {
    match (kind, line.name.as_str()) {
        (SlotKind::Passphrase | SlotKind::Strict, ARGON2ID) => {
            if line.version.is_some_and(|version| version > ARGON2_VERSION) {
                return Err(Error::TooNew("the passphrase's protection"));
            }
            let (Some(ARGON2_VERSION), Some(memory_kib), Some(passes), Some(lanes)) =
                (line.version, line.memory_kib, line.passes, line.lanes)
            else {
                return Err(Error::WeakParameters("a part of them is missing or too old"));
            };
            let kdf = KdfParameters { memory_kib, passes, lanes };
            kdf.validate()?;
            Ok(Some(kdf))
        }
        (SlotKind::Passphrase | SlotKind::Strict, HKDF) => Err(Error::WeakParameters("no key derivation")),
        (_, HKDF) => Ok(None),
        (_, ARGON2ID) => Err(Error::Damaged("the keyslot file's list of slots")),
        _ => Err(Error::TooNew("a way into this vault")),
    }
}

impl From<&Wrapped> for WrappedLine {
    fn from(sealed: &Wrapped) -> Self {
        Self { nonce: Hex(sealed.nonce), wrapped: Hex(sealed.wrapped) }
    }
}

impl From<WrappedLine> for Wrapped {
    fn from(line: WrappedLine) -> Self {
        Self { nonce: line.nonce.0, wrapped: line.wrapped.0 }
    }
}

impl From<&(u32, Wrapped)> for EpochLine {
    fn from((number, sealed): &(u32, Wrapped)) -> Self {
        Self { number: *number, nonce: Hex(sealed.nonce), wrapped: Hex(sealed.wrapped) }
    }
}

/// `N` bytes as lower-case hexadecimal; any other length or case is refused.
struct Hex<const N: usize>([u8; N]);

impl<const N: usize> Serialize for Hex<N> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&HEXLOWER.encode(&self.0))
    }
}

impl<'de, const N: usize> Deserialize<'de> for Hex<N> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let bytes = HEXLOWER.decode(text.as_bytes()).map_err(serde::de::Error::custom)?;
        let bytes = bytes.try_into().map_err(|_| serde::de::Error::custom("wrong length"))?;
        Ok(Self(bytes))
    }
}
