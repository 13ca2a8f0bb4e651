//! Puts another database, and other keyslots where they change with it, in the place of the vault's: both or neither, wherever it
//! is cut off. Must be called by whoever is alone with the vault, and must not open either.
//!
//! What is to come lies beside what is there, written through to the disk, before a marker says that it counts. Until the marker
//! is there, nothing has changed; from then on whoever comes next puts the rest in place. No key is needed for that.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

use keepsake_seal::Keyslots;

use crate::home::{Home, create_private};
use crate::{Code, Error};

/// Removes what an earlier attempt left that never counted, and puts in place what does.
pub(crate) fn settle(home: &Home) -> Result<(), Error> {
    match fs::read_to_string(home.swapping()) {
        Ok(vault_id) => {
            expect_same_vault(home, vault_id.trim())?;
            roll_forward(home)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => discard(home),
        Err(error) => Err(failed(error)),
    }
}

/// Whether there is anything to [`settle`].
pub(crate) fn is_unsettled(home: &Home) -> bool {
    [home.swapping(), home.staged_database(), home.staged_keyslots()].iter().any(|path| path.exists())
}

/// Makes what is staged the vault. Its database must be closed, its log empty.
pub(crate) fn commit(home: &Home, vault_id: &str) -> Result<(), Error> {
    sync(&home.staged_database())?;
    // A log beside another database than its own would be taken for that one's.
    for log in [home.wal(), home.staged_log()] {
        if fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
            return Err(Error::busy());
        }
    }
    let mut marker = create_private(&home.swapping()).map_err(failed)?;
    let marked = marker.write_all(vault_id.as_bytes()).and_then(|()| marker.sync_all());
    if let Err(error) = marked.and_then(|()| sync_folder(home)) {
        let _ = fs::remove_file(home.swapping());
        return Err(failed(error));
    }
    roll_forward(home)
}

/// Removes what is staged and does not count.
pub(crate) fn discard(home: &Home) -> Result<(), Error> {
    for path in
        [home.staged_database(), home.staged_log(), home.staged_shared_memory(), home.staged_keyslots()]
    {
        remove(&path)?;
    }
    Ok(())
}

fn roll_forward(home: &Home) -> Result<(), Error> {
    rename(&home.staged_keyslots(), &home.keyslots())?;
    for log in [home.wal(), home.shared_memory()] {
        remove(&log)?;
    }
    rename(&home.staged_database(), &home.database())?;
    sync_folder(home).map_err(failed)?;
    remove(&home.swapping())?;
    sync_folder(home).map_err(failed)
}

/// A marker that speaks of another vault means nothing here.
fn expect_same_vault(home: &Home, vault_id: &str) -> Result<(), Error> {
    let staged = Keyslots::load(home.staged_keyslots());
    let keyslots = staged.or_else(|_| Keyslots::load(home.keyslots()))?;
    if keyslots.vault_id().to_string() == vault_id {
        return Ok(());
    }
    Err(Error::new(
        Code::Inconsistent,
        "the vault's files were being replaced by those of another vault",
        "move vault.swapping and the files that end in .next out of the folder; nothing was changed",
    ))
}

fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    match fs::rename(from, to) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(failed(error)),
        _ => Ok(()),
    }
}

fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(failed(error)),
        _ => Ok(()),
    }
}

/// Writes a file through to the disk.
pub(crate) fn sync(path: &Path) -> Result<(), Error> {
    File::options().read(true).write(true).open(path).and_then(|file| file.sync_all()).map_err(failed)
}

#[cfg(unix)]
fn sync_folder(home: &Home) -> std::io::Result<()> {
    File::open(home.folder())?.sync_all()
}

/// A folder cannot be opened as a file there; NTFS journals the rename.
#[cfg(not(unix))]
fn sync_folder(_: &Home) -> std::io::Result<()> {
    Ok(())
}

fn failed(error: std::io::Error) -> Error {
    Error::io("the vault's folder", &error)
}
