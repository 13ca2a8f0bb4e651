//! What is read: a path, or bytes that are in memory already. Must not know any format.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek};
use std::path::Path;

use crate::bounded::Bounded;
use crate::gathering::Gathering;
use crate::text::TextReader;
use crate::{Error, times};

/// What is looked at to tell the shape of a document.
const PEEK_BYTES: u64 = 64 * 1024;

/// A document that can be read from anywhere.
pub(crate) trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

/// A path, or bytes with a name.
pub(crate) enum Input<'a> {
    Path(&'a Path),
    Bytes { name: &'a str, bytes: &'a [u8] },
}

impl<'a> Input<'a> {
    pub(crate) fn is_folder(&self) -> bool {
        matches!(self, Input::Path(path) if path.is_dir())
    }

    /// Its file name, or the folder's.
    pub(crate) fn name(&self) -> String {
        match self {
            Input::Path(path) => folder_name(path),
            Input::Bytes { name, .. } => (*name).to_owned(),
        }
    }

    /// How a single file is recognised the next time: its folder's name and its own.
    pub(crate) fn external_id(&self) -> String {
        match self {
            Input::Path(path) => {
                let folder = path.parent().unwrap_or(path);
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                format!("{}/{name}", folder_name(folder))
            }
            Input::Bytes { name, .. } => (*name).to_owned(),
        }
    }

    /// When the file was last changed.
    pub(crate) fn modified_ms(&self) -> Option<i64> {
        match self {
            Input::Path(path) => times::of_file(&fs::metadata(path).ok()?),
            Input::Bytes { .. } => None,
        }
    }

    /// Opens it if it is not larger than `limit`, with its size.
    pub(crate) fn open(
        &self,
        what: &'static str,
        limit: u64,
    ) -> Result<(Box<dyn ReadSeek + 'a>, u64), Error> {
        let (reader, bytes): (Box<dyn ReadSeek + 'a>, u64) = match self {
            Input::Path(path) => {
                let (file, bytes) = open_file(path, what)?;
                (Box::new(file), bytes)
            }
            Input::Bytes { bytes, .. } => (Box::new(Cursor::new(*bytes)), bytes.len() as u64),
        };
        if bytes > limit {
            return Err(Error::TooLarge { what, limit_bytes: limit });
        }
        Ok((reader, bytes))
    }

    /// Its text, as UTF-8, in small pieces.
    pub(crate) fn document(&self, gathering: &mut Gathering<'_>) -> Result<Document<'a>, Error> {
        const WHAT: &str = "the file";
        let limit = gathering.limits().document_bytes;
        let (reader, bytes) = self.open(WHAT, limit)?;
        gathering.expect_bytes(bytes);
        // A file may grow while it is read.
        let beyond = Error::TooLarge { what: WHAT, limit_bytes: limit };
        Ok(document(Bounded::new(reader, limit, beyond, gathering.meter.clone())))
    }
}

/// A document as UTF-8, in small pieces.
pub(crate) type Document<'a> = BufReader<TextReader<Box<dyn Read + 'a>>>;

/// Whatever is read, as UTF-8 in small pieces.
pub(crate) fn document<'a>(reader: impl Read + 'a) -> Document<'a> {
    let reader: Box<dyn Read + 'a> = Box::new(reader);
    BufReader::with_capacity(64 * 1024, TextReader::new(reader))
}

/// The beginning of a document, and the whole of it still to be read.
pub(crate) fn peek<'a>(mut document: Document<'a>) -> Result<(Vec<u8>, impl BufRead + use<'a>), Error> {
    let mut start = Vec::new();
    let read = document.by_ref().take(PEEK_BYTES).read_to_end(&mut start);
    read.map_err(|error| Error::io("the file", &error))?;
    let whole = Cursor::new(start.clone()).chain(document);
    Ok((start, whole))
}

/// Opens a file, with its size. What is no file (a pipe, a device) has no end that could be known.
pub(crate) fn open_file(path: &Path, what: &'static str) -> Result<(File, u64), Error> {
    let failed = |error: io::Error| Error::Unreadable { what, kind: error.kind() };
    let metadata = fs::metadata(path).map_err(failed)?;
    if metadata.is_dir() {
        return Err(Error::NeedsFile);
    }
    if !metadata.is_file() {
        return Err(Error::Unreadable { what, kind: io::ErrorKind::InvalidInput });
    }
    Ok((File::open(path).map_err(failed)?, metadata.len()))
}

/// The name of a folder or file, wherever it is seen from.
pub(crate) fn folder_name(path: &Path) -> String {
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    whole.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
