//! `vault.lock`: shared while a process has the vault open, exclusive for what must be alone.
//! Must not be mistaken for SQLite's own locks, which order single transactions.

use std::fs::{File, OpenOptions, TryLockError};
use std::time::{Duration, Instant};

use crate::home::{Home, create_private};
use crate::{Code, Error};

/// How long another process gets to close the vault.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long to wait for what another one does alone: it may be building a whole database.
const RELOCK_PATIENCE: Duration = Duration::from_secs(120);
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

    /// Waits up to five seconds to be alone, and asks others to close the vault meanwhile.
    pub(crate) fn exclusive(home: &Home) -> Result<LockFile, Error> {
        let _wish = Wish::make(home);
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
        wait(PATIENCE, || attempt(&file))?;
        Ok(LockFile { file })
    }

    /// Becomes exclusive for `work`, then shared again. Others may come in between: before `work`, which must look anew, and after
    /// it, so that the caller must.
    ///
    /// # Errors
    /// The outer one: the lock could not be shared again, and nothing is held.
    pub(crate) fn while_exclusive<T>(
        &self,
        home: &Home,
        work: impl FnOnce() -> Result<T, Error>,
    ) -> Result<Result<T, Error>, Error> {
        let failed = |error: std::io::Error| Error::io("vault.lock", &error);
        self.file.unlock().map_err(failed)?;
        let alone = {
            let _wish = Wish::make(home);
            wait(PATIENCE, || self.file.try_lock())
        };
        let outcome = alone.and_then(|()| work());
        self.file.unlock().map_err(failed)?;
        wait(RELOCK_PATIENCE, || self.file.try_lock_shared())?;
        Ok(outcome)
    }
}

/// How old a wish may be and still be one: its maker may have been killed.
const WISH_LASTS: Duration = Duration::from_secs(10);

/// Tells other programs that one waits to be alone with the vault.
struct Wish<'h>(&'h Home);

impl Wish<'_> {
    /// Best effort: without it they keep the vault open, and the wait ends as busy.
    fn make(home: &Home) -> Wish<'_> {
        let _ = std::fs::remove_file(home.wanted());
        let _ = create_private(&home.wanted());
        Wish(home)
    }
}

impl Drop for Wish<'_> {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(self.0.wanted());
    }
}

/// True while another program waits to be alone with the vault.
pub(crate) fn is_wanted(home: &Home) -> bool {
    let age = std::fs::metadata(home.wanted()).and_then(|file| file.modified()).map(|made| made.elapsed());
    age.is_ok_and(|age| age.is_ok_and(|age| age < WISH_LASTS))
}

fn wait(patience: Duration, mut attempt: impl FnMut() -> Result<(), TryLockError>) -> Result<(), Error> {
    let end = Instant::now() + patience;
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
        assert!(!is_wanted(&home), "a wish ends with the wait");
        first
            .while_exclusive(&home, || {
                let _: () = assert!(File::open(home.lock()).unwrap().try_lock_shared().is_err());
                Ok(())
            })
            .unwrap()
            .unwrap();
        drop(first);
        LockFile::exclusive(&home).unwrap();
    }
}
