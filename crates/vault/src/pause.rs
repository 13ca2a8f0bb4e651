//! A pause in which programs keep nothing. A file that is there or is not: it holds for the next call of a program
//! that runs already, and can be set while the vault is closed. No barrier to a program that means harm, which
//! could remove the file: it is the person's way of saying "not now".

use std::fs;

use crate::actor::Actor;
use crate::home::create_private;
use crate::{Code, Error, Home, Vault};

impl Home {
    /// Whether programs may keep nothing for now.
    pub fn captures_paused(&self) -> bool {
        self.paused().exists()
    }

    /// Begins or ends the pause. Beginning one that is there, or ending none, changes nothing.
    ///
    /// # Errors
    /// [`Code::Failed`] or [`Code::DiskFull`] when the file cannot be written or removed.
    pub fn pause_captures(&self, is_paused: bool) -> Result<(), Error> {
        let failed = |error: std::io::Error| Error::io("the vault's folder", &error);
        if self.captures_paused() == is_paused {
            return Ok(());
        }
        if is_paused {
            self.make_folder()?;
            return create_private(&self.paused()).map(drop).map_err(failed);
        }
        fs::remove_file(self.paused()).map_err(failed)
    }
}

impl Vault {
    /// Refuses what a program would keep during a pause.
    ///
    /// # Errors
    /// [`Code::Paused`].
    pub fn expect_no_pause(&self) -> Result<(), Error> {
        if Actor::current() == Actor::Program && self.home().captures_paused() {
            return Err(Error::new(
                Code::Paused,
                "captures from programs are paused",
                "end the pause in Keepsake's menu in the panel or in its settings; nothing was kept",
            ));
        }
        Ok(())
    }
}
