//! The keyslot file on disk: read whole or not at all, replaced whole or not at all. It must not open a slot.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::Keyslots;
use super::file::MOST_BYTES;
use crate::error::Error;

impl Keyslots {
    /// Reads the file; above 1 MiB it is not read.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        Self::parse(&read(path).map_err(failed("read", path))?)
    }

    /// Writes the file so that a crash leaves the old one or the new one: a new file of mode 0600 in the same folder,
    /// fsync, rename, fsync of the folder. It never takes the place of another vault's file.
    pub fn store(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        let path = path.as_ref();
        // An unreadable file may be replaced: restoring a backup over a damaged one is what a person needs then.
        if let Ok(there) = Self::load(path)
            && there.vault_id() != self.vault_id()
        {
            return Err(Error::BadInput("another vault's keyslot file is there: move it away first"));
        }
        let beside = beside(path);
        let written = write_new(&beside, self.to_bytes())
            .and_then(|()| fs::rename(&beside, path))
            .and_then(|()| sync_folder(path));
        if written.is_err() {
            // Whatever could not be finished is no file anyone should find; the error says the rest.
            let _ = fs::remove_file(&beside);
        }
        written.map_err(failed("write", path))
    }
}

fn failed(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_path_buf();
    move |source| Error::Io { doing, path, source }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte more than allowed, so that the parser sees that it is too much.
    File::open(path)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".new");
    path.with_file_name(name)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A crash may have left one; taking it over could follow a link or keep its mode.
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    File::open(folder)?.sync_all()
}

/// A folder cannot be opened as a file there; NTFS journals the rename.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
