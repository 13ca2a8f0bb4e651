//! `vault.lock`: shared while a process has the vault open, exclusive for what must be alone.
//! Must not be mistaken for SQLite's own locks, which order single transactions.

use std::fs::{File, OpenOptions, TryLockError};
use std::time::{Duration, Instant};

use crate::home::{Home, create_private};
use crate::{Code, Error};

/// How long another process gets to close the vault.
const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(25);

/// The lock, held until dropped.
#[derive(Debug)]
pub(crate) struct LockFile {
    file: File,
}

impl LockFile {
    /// Waits up to five seconds to open the vault beside other processes.
    pub(crate) fn shared(home: &Home) -> Result<LockFile, Error> {
        LockFile::take(home, File::try_lock_shared)
    }

    /// Waits up to five seconds to be alone.
    pub(crate) fn exclusive(home: &Home) -> Result<LockFile, Error> {
        LockFile::take(home, File::try_lock)
    }

    fn take(home: &Home, attempt: fn(&File) -> Result<(), TryLockError>) -> Result<LockFile, Error> {
        let failed = |error: std::io::Error| Error::io("vault.lock", &error);
        let path = home.lock();
        match create_private(&path) {
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failed(error)),
        }
        let file = OpenOptions::new().read(true).write(true).open(&path).map_err(failed)?;
        wait(|| attempt(&file))?;
        Ok(LockFile { file })
    }

    /// Becomes exclusive for `work`, then shared again. Others may come in between the two.
    pub(crate) fn while_exclusive<T>(&self, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        let failed = |error: std::io::Error| Error::io("vault.lock", &error);
        self.file.unlock().map_err(failed)?;
        let outcome = wait(|| self.file.try_lock()).and_then(|()| work());
        self.file.unlock().map_err(failed)?;
        wait(|| self.file.try_lock_shared())?;
        outcome
    }
}

fn wait(mut attempt: impl FnMut() -> Result<(), TryLockError>) -> Result<(), Error> {
    let end = Instant::now() + PATIENCE;
    loop {
        match attempt() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) if Instant::now() < end => std::thread::sleep(PAUSE),
            Err(TryLockError::WouldBlock) => return Err(Error::busy()),
            Err(TryLockError::Error(error)) => {
                return Err(Error::new(
                    Code::Failed,
                    format!("vault.lock cannot be locked: {}", error.kind()),
                    "this file system may not support locks: keep the vault on a local disk",
                ));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_may_share_and_one_may_be_alone() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::new(folder.path());
        let first = LockFile::shared(&home).unwrap();
        let second = LockFile::shared(&home).unwrap();
        assert_eq!(LockFile::exclusive(&home).unwrap_err().code, Code::Busy);
        drop(second);
        first
            .while_exclusive(|| {
                let _: () = assert!(File::open(home.lock()).unwrap().try_lock_shared().is_err());
                Ok(())
            })
            .unwrap();
        drop(first);
        LockFile::exclusive(&home).unwrap();
    }
}
