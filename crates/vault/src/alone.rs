//! Being alone with the vault, for what replaces its files. Must not know what is replaced.

use keepsake_seal::{Keyslots, Secret};
use rusqlite::Connection;

use crate::open::{Vault, open_newest_epoch};
use crate::store::connection::{self, Expect};
use crate::store::{lock_file, swap};
use crate::{Code, Error};

impl Vault {
    /// True while another program waits to be alone with the vault: whoever can should close it.
    pub fn is_wanted_alone(&self) -> bool {
        lock_file::is_wanted(&self.home)
    }

    /// Runs `work` while no other program has the vault open.
    ///
    /// Should another one have replaced the files meanwhile, this vault answers nothing any more: what it wrote would be lost.
    pub(crate) fn alone<T>(&mut self, work: impl FnOnce(&mut Vault) -> Result<T, Error>) -> Result<T, Error> {
        let (lock, home) = (self.lock.clone(), self.home.clone());
        let outcome = lock.while_exclusive(&home, || {
            self.expect_own_files()?;
            work(self)
        });
        let outcome = match outcome {
            Ok(outcome) => outcome,
            // Without its lock it must not touch the files.
            Err(error) => {
                let _ = self.close_database();
                return Err(error);
            }
        };
        if let Err(error) = self.expect_own_files() {
            let _ = self.close_database();
            return outcome.and(Err(error));
        }
        outcome
    }

    /// Whoever replaces the database raises the keyslots' generation.
    fn expect_own_files(&self) -> Result<(), Error> {
        let there = Keyslots::load(self.home.keyslots())?;
        if there.to_bytes() == self.keyslots.to_bytes() {
            return Ok(());
        }
        Err(Error::new(
            Code::Busy,
            "another program has just changed the vault's keys or files",
            "lock and unlock the vault, then try again",
        ))
    }

    /// Puts what is staged in place of the vault's files and opens the new database with `key`. After an error the old files are
    /// open again, or, where the new ones count already, none are: the next unlocking finds them.
    pub(crate) fn exchange_files(&mut self, key: &Secret<32>) -> Result<(), Error> {
        self.close_database()?;
        if let Err(error) = swap::commit(&self.home, &self.id()) {
            if !self.home.swapping().exists() {
                self.db = open_newest_epoch(&self.home, &self.keys)?;
                return Err(error);
            }
            swap::settle(&self.home)?;
        }
        self.db = connection::open(&self.home.database(), key, Expect::Database)?;
        Ok(())
    }

    /// Leaves an empty database in memory in its place, from which nothing can be read and in which nothing can be kept.
    pub(crate) fn close_database(&mut self) -> Result<(), Error> {
        self.live = None;
        let open = std::mem::replace(&mut self.db, Connection::open_in_memory()?);
        if let Err((open, error)) = open.close() {
            self.db = open;
            return Err(error.into());
        }
        Ok(())
    }
}
