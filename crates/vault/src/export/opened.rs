//! An export that is read back, memory by memory: the age file, the zip, or the JSON alone. Must not write anything, and must not
//! trust what it reads.

use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use keepsake_seal::{AgeReader, Passphrase, Secret, VaultId};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use zeroize::Zeroizing;
use zip::ZipArchive;
use zip::result::ZipError;

use super::archive::{AUDIT, CHECKPOINTS, KEYS, MEMORIES, RECEIPTS, SETTINGS};
use super::record::MemoryRecord;
use super::{EXPORT_VERSION, age_failed};
use crate::store::tables::Table;
use crate::{Code, Error};

const AGE_START: &[u8] = b"age-encryption.org/";
const ZIP_START: &[u8] = b"PK\x03\x04";
const OWN_FORMAT: &str = "\"keepsake-export\"";
/// The format stands first.
const LOOK_BYTES: u64 = 1024;

trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

/// What tokens, imports and the trail go on with.
pub(crate) struct ExportKeys {
    pub(crate) vault: VaultId,
    pub(crate) root: Secret<32>,
    pub(crate) allowed_values: Vec<Map<String, Value>>,
}

/// Settings that a vault goes on with, as they are stored.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct ExportedSettings {
    pub(crate) filter: Option<Value>,
    pub(crate) expiry: Option<Value>,
    pub(crate) saved_searches: Vec<Value>,
}

/// Whether a file is an export of Keepsake's own, by its beginning: encrypted, an archive, or the JSON alone.
pub(crate) fn is_own_export(path: &Path) -> bool {
    let beginning = |from: &mut dyn Read| {
        let mut start = Vec::new();
        from.take(LOOK_BYTES).read_to_end(&mut start).map(|_| start).unwrap_or_default()
    };
    let says_so = |start: &[u8]| {
        start.trim_ascii_start().starts_with(b"{") && String::from_utf8_lossy(start).contains(OWN_FORMAT)
    };
    let Ok(mut file) = File::open(path) else { return false };
    let start = beginning(&mut file);
    if start.starts_with(AGE_START) || says_so(&start) {
        return true;
    }
    start.starts_with(ZIP_START)
        && ZipArchive::new(file).is_ok_and(|mut archive| {
            archive.by_name(MEMORIES).is_ok_and(|mut entry| says_so(&beginning(&mut entry)))
        })
}

/// An export, open.
pub(crate) struct OpenedExport {
    source: Source,
    /// In encrypted exports alone.
    pub(crate) keys: Option<ExportKeys>,
}

enum Source {
    Archive(Box<ZipArchive<Box<dyn ReadSeek>>>),
    Document(File),
}

impl OpenedExport {
    /// Opens a file that [`crate::Vault::export_request`] wrote, whichever form it has that can be brought back.
    ///
    /// # Errors
    /// [`Code::SecretNeeded`] for an encrypted one without a passphrase, [`Code::WrongSecret`], [`Code::Damaged`],
    /// [`Code::BadInput`] for what is no export.
    pub(crate) fn open(path: &Path, passphrase: Option<&Passphrase>) -> Result<OpenedExport, Error> {
        let mut file = File::open(path).map_err(|error| Error::io("the export", &error))?;
        let mut start = Vec::new();
        file.by_ref()
            .take(AGE_START.len() as u64)
            .read_to_end(&mut start)
            .and_then(|_| file.seek(SeekFrom::Start(0)))
            .map_err(|error| Error::io("the export", &error))?;
        let encrypted = start == AGE_START;
        let inner: Box<dyn ReadSeek> = if encrypted {
            let passphrase = passphrase.ok_or_else(|| {
                Error::new(
                    Code::SecretNeeded,
                    "this export is encrypted",
                    "give its passphrase with --export-passphrase-file FILE",
                )
            })?;
            Box::new(AgeReader::open(file, passphrase).map_err(|error| match age_failed(error) {
                // Nothing of the vault's own is meant.
                error if error.code == Code::Damaged => damaged(),
                error => error,
            })?)
        } else if start.starts_with(ZIP_START) {
            Box::new(file)
        } else if start.trim_ascii_start().starts_with(b"{") {
            return Ok(OpenedExport { source: Source::Document(file), keys: None });
        } else {
            return Err(Error::new(
                Code::BadInput,
                "this is no export of Keepsake's",
                "give an encrypted export, a zip or a JSON export",
            ));
        };
        let archive = ZipArchive::new(inner).map_err(zip_failed)?;
        let mut opened = OpenedExport { source: Source::Archive(Box::new(archive)), keys: None };
        // Keys that lie in the clear are nobody's secret: whoever wrote them there would know a new vault's.
        opened.keys = if encrypted { opened.read_keys()? } else { None };
        Ok(opened)
    }

    /// Hands each memory to `each`, with how many there are at most.
    ///
    /// # Errors
    /// [`Code::TooNew`], [`Code::BadInput`] for version 1, [`Code::Damaged`], and what `each` answers.
    pub(crate) fn for_each_memory(
        &mut self,
        each: &mut dyn FnMut(usize, MemoryRecord) -> Result<(), Error>,
    ) -> Result<(), Error> {
        match &mut self.source {
            Source::Document(file) => {
                file.seek(SeekFrom::Start(0)).map_err(|error| Error::io("the export", &error))?;
                read_document(file, each)
            }
            Source::Archive(archive) => {
                read_document(&mut archive.by_name(MEMORIES).map_err(zip_failed)?, each)
            }
        }
    }

    /// The rows of a table that was carried along.
    pub(crate) fn rows(&mut self, table: Table) -> Result<Vec<Map<String, Value>>, Error> {
        match table {
            Table::Audit => Ok(self.entry(AUDIT)?.unwrap_or_default()),
            Table::Checkpoint => Ok(self.entry(CHECKPOINTS)?.unwrap_or_default()),
            Table::Receipt => Ok(self.entry(RECEIPTS)?.unwrap_or_default()),
            Table::AllowedValue => {
                Ok(self.keys.as_ref().map(|keys| keys.allowed_values.clone()).unwrap_or_default())
            }
        }
    }

    /// What was set, as it is stored.
    pub(crate) fn settings(&mut self) -> Result<ExportedSettings, Error> {
        Ok(self.entry(SETTINGS)?.unwrap_or_default())
    }

    fn read_keys(&mut self) -> Result<Option<ExportKeys>, Error> {
        #[derive(Deserialize)]
        struct Stored {
            vault_id: String,
            lifetime_root: String,
            allowed_values: Vec<Map<String, Value>>,
        }
        let Some(stored) = self.entry::<Stored>(KEYS)? else { return Ok(None) };
        let root = Zeroizing::new(stored.lifetime_root);
        let root = data_encoding::HEXLOWER.decode(root.as_bytes()).map(Zeroizing::new);
        Ok(Some(ExportKeys {
            vault: stored.vault_id.parse().map_err(|_| damaged())?,
            root: Secret::from_bytes(&root.map_err(|_| damaged())?).map_err(|_| damaged())?,
            allowed_values: stored.allowed_values,
        }))
    }

    /// A small entry of the archive, whole; none if it is not there.
    fn entry<T: serde::de::DeserializeOwned>(&mut self, name: &str) -> Result<Option<T>, Error> {
        let Source::Archive(archive) = &mut self.source else { return Ok(None) };
        let mut entry = match archive.by_name(name) {
            Err(ZipError::FileNotFound) => return Ok(None),
            entry => entry.map_err(zip_failed)?,
        };
        let mut bytes = Zeroizing::new(Vec::new());
        entry.read_to_end(&mut bytes).map_err(|error| read_failed(&error))?;
        serde_json::from_slice(&bytes).map(Some).map_err(|_| damaged())
    }
}

fn read_document(
    from: &mut dyn Read,
    each: &mut dyn FnMut(usize, MemoryRecord) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut failure = None;
    let mut reader = serde_json::Deserializer::from_reader(BufReader::with_capacity(256 * 1024, from));
    let read = Document { each, failure: &mut failure }.deserialize(&mut reader);
    // Up to the end, where an archive's own checksum is looked at.
    let read = read.and_then(|()| reader.end());
    match (failure, read) {
        (Some(error), _) => Err(error),
        (None, Ok(())) => Ok(()),
        // serde's own words quote what they stumble over, so they are not passed on.
        (None, Err(error)) => match error.io_error_kind() {
            Some(kind) => Err(read_failed(&kind.into())),
            None => Err(damaged()),
        },
    }
}

/// The whole document; its memories are handed on one by one.
struct Document<'a> {
    each: &'a mut dyn FnMut(usize, MemoryRecord) -> Result<(), Error>,
    failure: &'a mut Option<Error>,
}

impl<'de> DeserializeSeed<'de> for Document<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an export")
    }

    fn visit_map<M: MapAccess<'de>>(mut self, mut map: M) -> Result<(), M::Error> {
        let (mut format, mut version, mut count, mut read) = (String::new(), 0_u32, 0_usize, false);
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "format" => format = map.next_value()?,
                "version" => version = map.next_value()?,
                "memory_count" => count = map.next_value()?,
                "memories" if !read => {
                    if let Err(error) = expect_known(&format, version) {
                        *self.failure = Some(error);
                        return Err(M::Error::custom("not read"));
                    }
                    map.next_value_seed(Memories { document: &mut self, count })?;
                    read = true;
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        if read { Ok(()) } else { Err(M::Error::custom("no memories")) }
    }
}

struct Memories<'a, 'b> {
    document: &'a mut Document<'b>,
    count: usize,
}

impl<'de> DeserializeSeed<'de> for Memories<'_, '_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Memories<'_, '_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("memories")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut memories: S) -> Result<(), S::Error> {
        while let Some(memory) = memories.next_element()? {
            if let Err(error) = (self.document.each)(self.count, memory) {
                *self.document.failure = Some(error);
                return Err(S::Error::custom("not taken"));
            }
        }
        Ok(())
    }
}

fn expect_known(format: &str, version: u32) -> Result<(), Error> {
    match (format, version) {
        ("keepsake-export", EXPORT_VERSION) => Ok(()),
        ("keepsake-export", 1) => Err(Error::new(
            Code::BadInput,
            "this export was written by an earlier Keepsake and has no version ids, so it cannot be brought back as it was",
            "export anew from the vault it came from",
        )),
        ("keepsake-export", version) if version > EXPORT_VERSION => Err(Error::new(
            Code::TooNew,
            "this export was written by a newer Keepsake",
            "install the newer Keepsake; nothing was changed",
        )),
        _ => Err(Error::new(
            Code::BadInput,
            "this is no export of Keepsake's",
            "give an encrypted export, a zip or a JSON export",
        )),
    }
}

pub(crate) fn damaged() -> Error {
    Error::new(
        Code::Damaged,
        "the export is damaged or was changed",
        "nothing of it was brought in; use another copy of it",
    )
}

fn read_failed(error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidInput => damaged(),
        _ => Error::io("the export", error),
    }
}

fn zip_failed(error: ZipError) -> Error {
    match error {
        ZipError::Io(error) => read_failed(&error),
        _ => damaged(),
    }
}
