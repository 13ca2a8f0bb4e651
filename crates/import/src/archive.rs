//! ZIP archives, read in place. Must not write anything, follow a link, or use a name from an archive as a path.

use std::cell::Cell;
use std::io::{BufReader, Read};
use std::rc::Rc;

use zip::ZipArchive;
use zip::result::ZipError;

use crate::bounded::{Bounded, Rationed};
use crate::gathering::Gathering;
use crate::input::{Document, Input, ReadSeek, document};
use crate::{Error, LeftOut};

/// What an archive's index may take: a hundred thousand entries with long names.
const INDEX_BYTES: u64 = 64 * 1024 * 1024;
/// What may be unpacked however small the archive is.
const FREE_BYTES: u64 = 16 * 1024 * 1024;
/// How a ZIP archive begins; an empty one begins otherwise, and has nothing to read.
pub(crate) const ZIP_START: &[u8] = b"PK\x03\x04";

/// A ZIP archive.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<BufReader<Rationed<Box<dyn ReadSeek + 'a>>>>,
    unpacked_left: Rc<Cell<u64>>,
    unpacked_limit: u64,
}

/// A file in it whose name is safe.
pub(crate) struct Entry {
    index: usize,
    /// The whole name, with `/`.
    pub(crate) name: String,
    /// What the archive says: for showing how far it is, and nothing else.
    declared_bytes: u64,
}

impl Entry {
    /// The last part of its name.
    pub(crate) fn file_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }
}

impl<'a> Archive<'a> {
    pub(crate) fn open(input: &Input<'a>, gathering: &Gathering<'_>) -> Result<Archive<'a>, Error> {
        let limits = gathering.limits();
        let (reader, bytes) = input.open("the archive", limits.archive_bytes)?;
        let ration = Rc::new(Cell::new(INDEX_BYTES));
        let reader = Rationed { inner: reader, ration: Rc::clone(&ration) };
        let zip = ZipArchive::new(BufReader::new(reader)).map_err(zip_failed)?;
        // From here on what comes out of an entry is counted.
        ration.set(u64::MAX);
        if zip.len() > limits.entries {
            return Err(Error::TooMany { of_what: "entries in the archive", limit: limits.entries });
        }
        let by_ratio = bytes.saturating_mul(limits.unpacked_times).max(FREE_BYTES);
        let unpacked_limit = limits.unpacked_bytes.min(by_ratio);
        Ok(Archive { zip, unpacked_left: Rc::new(Cell::new(unpacked_limit)), unpacked_limit })
    }

    /// The files in it, by name; links and names that lead out of it are counted.
    pub(crate) fn entries(&self, gathering: &mut Gathering<'_>) -> Result<Vec<Entry>, Error> {
        let mut entries = Vec::new();
        for index in 0..self.zip.len() {
            let data = self.zip.by_index_data(index).map_err(zip_failed)?;
            let name = data.name().ok().filter(|name| is_safe(name));
            match name {
                _ if data.is_dir() => {}
                _ if data.is_symlink() => gathering.leave_out(LeftOut::Link, 1),
                None => gathering.leave_out(LeftOut::UnsafeName, 1),
                Some(name) => {
                    let name = name.into_owned();
                    entries.push(Entry { index, name, declared_bytes: data.size() });
                }
            }
        }
        entries.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(entries)
    }

    /// The text of an entry, unpacked as it is read.
    pub(crate) fn document<'s>(
        &'s mut self,
        entry: &Entry,
        gathering: &mut Gathering<'_>,
    ) -> Result<Document<'s>, Error> {
        Ok(document(self.bytes(entry, gathering)?))
    }

    /// The bytes of an entry, unpacked as they are read.
    pub(crate) fn bytes<'s>(
        &'s mut self,
        entry: &Entry,
        gathering: &mut Gathering<'_>,
    ) -> Result<Box<dyn Read + 's>, Error> {
        let limit = gathering.limits().document_bytes;
        gathering.expect_bytes(entry.declared_bytes.min(limit));
        let beyond = Error::TooLarge { what: "a document in the archive", limit_bytes: limit };
        let together = Error::UnpacksTooFar { limit_bytes: self.unpacked_limit };
        let file = self.zip.by_index(entry.index).map_err(zip_failed)?;
        let bounded = Bounded::new(file, limit, beyond, gathering.meter.clone());
        Ok(Box::new(bounded.sharing(Rc::clone(&self.unpacked_left), together)))
    }
}

/// Whether a name stays inside. Nothing is ever written under it; a name that tries is not worth a look either.
pub(crate) fn is_safe(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    let absolute = name.starts_with(['/', '\\']);
    !drive && !absolute && !name.contains('\0') && name.split(['/', '\\']).all(|part| part != "..")
}

fn zip_failed(error: ZipError) -> Error {
    match error {
        ZipError::Io(error) => Error::io("the archive", &error),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Error::Protected
        }
        _ => Error::DamagedArchive,
    }
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn names_that_lead_out_are_known() {
        for name in ["conversations.json", "a/b.json", "a..b/c", "..a"] {
            assert!(is_safe(name), "{name}");
        }
        for name in ["/a", "\\a", "C:\\a", "../a", "a/../b", "a\\..\\b", "..", "a\0b"] {
            assert!(!is_safe(name), "{name}");
        }
    }
}
