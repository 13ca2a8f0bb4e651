//! The folder that a vault lives in: which files, whose permissions. Must not open any of them as a vault.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::{Code, Error};

/// Half-written files of the same name that may lie beside it, left by programs that were killed.
const PARTIAL_LIMIT: u32 = 1000;

/// What the names of Keepsake's own files in a vault's folder begin with.
const OWN_NAMES: [&str; 5] = ["vault.", "keyslots.json", "settings.json", "inbox", "unlocks.json"];

/// A vault's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    folder: PathBuf,
}

/// What lies in a vault's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing, or a vault whose making was cut off before it held anything.
    Empty,
    /// A database and its keyslots.
    Vault,
    /// A database whose keyslot file is gone.
    DatabaseOnly,
    /// A keyslot file whose database is gone.
    KeyslotsOnly,
}

/// A file and its size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileSize {
    /// Full path.
    pub path: PathBuf,
    /// Size in bytes.
    pub size_bytes: u64,
}

impl Home {
    /// The folder may not exist yet.
    pub fn new(folder: impl Into<PathBuf>) -> Home {
        Home { folder: folder.into() }
    }

    /// The platform's data folder for Keepsake, such as `~/.local/share/keepsake`.
    ///
    /// # Errors
    /// [`Code::Failed`] when the system does not say where the person's home is.
    pub fn platform_default() -> Result<Home, Error> {
        let name = if cfg!(target_os = "linux") { "keepsake" } else { "app.keepsake.desktop" };
        dirs::data_dir().map(|folder| Home::new(folder.join(name))).ok_or_else(|| {
            Error::new(
                Code::Failed,
                "the system does not say where your data folder is",
                "name a folder with --home",
            )
        })
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The encrypted database.
    pub fn database(&self) -> PathBuf {
        self.folder.join("vault.db")
    }

    /// The keyslot file.
    pub fn keyslots(&self) -> PathBuf {
        self.folder.join("keyslots.json")
    }

    /// The lock file.
    pub fn lock(&self) -> PathBuf {
        self.folder.join("vault.lock")
    }

    /// Present only while a vault is being made: what lies beside it has never held a memory.
    pub(crate) fn making(&self) -> PathBuf {
        self.folder.join("vault.making")
    }

    /// True if a file there would lie in this folder or below it, where it could take the place of one of the vault's own.
    pub fn would_hold(&self, file: &Path) -> bool {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let (folder, own) = (folder.canonicalize(), self.folder.canonicalize());
        folder.is_ok_and(|folder| own.is_ok_and(|own| folder.starts_with(own)))
    }

    /// What lies here.
    pub fn standing(&self) -> Standing {
        if self.is_unfinished() {
            return Standing::Empty;
        }
        match (self.database().exists(), self.keyslots().exists()) {
            (true, true) => Standing::Vault,
            (true, false) => Standing::DatabaseOnly,
            (false, true) => Standing::KeyslotsOnly,
            (false, false) => Standing::Empty,
        }
    }

    /// True if what lies here was being made when it was cut off. The marker names the vault it speaks of: beside
    /// another vault's files, put back from a backup for one, it means nothing.
    fn is_unfinished(&self) -> bool {
        let Ok(marked) = fs::read_to_string(self.making()) else { return false };
        match keepsake_seal::Keyslots::load(self.keyslots()) {
            Ok(keyslots) => keyslots.vault_id().to_string() == marked.trim(),
            Err(_) => !self.keyslots().exists(),
        }
    }

    /// Refuses anything that is not a whole vault, and says what was found.
    ///
    /// # Errors
    /// [`Code::NoVault`] or [`Code::Inconsistent`].
    pub fn expect_vault(&self) -> Result<(), Error> {
        let folder = self.folder.display();
        match self.standing() {
            Standing::Vault => Ok(()),
            Standing::Empty => Err(Error::new(
                Code::NoVault,
                format!("there is no vault in {folder}"),
                "`keepsake init` makes one",
            )),
            Standing::DatabaseOnly => Err(Error::new(
                Code::Inconsistent,
                format!("{folder} has a database but no keyslots.json, so nothing can open it"),
                "put keyslots.json back from a backup; nothing was changed",
            )),
            Standing::KeyslotsOnly => Err(Error::new(
                Code::Inconsistent,
                format!("{folder} has keyslots.json but no vault.db"),
                "put vault.db back from a backup; nothing was changed",
            )),
        }
    }

    /// Makes the folder, closed to other users.
    pub(crate) fn make_folder(&self) -> Result<(), Error> {
        let failed = |error: std::io::Error| Error::io("the vault's folder", &error);
        fs::create_dir_all(&self.folder).map_err(failed)?;
        restrict(&self.folder, 0o700).map_err(failed)
    }

    /// Moves aside what a cut-off making left behind. Nothing is deleted: should the marker ever be wrong, the
    /// files are still there.
    pub(crate) fn set_unfinished_aside(&self, suffix: &str) -> Result<(), Error> {
        if !self.is_unfinished() {
            return Ok(());
        }
        for path in [self.keyslots(), self.database(), self.wal(), self.shared_memory()] {
            let mut name = path.file_name().unwrap_or_default().to_os_string();
            name.push(format!(".unfinished-{suffix}"));
            match fs::rename(&path, path.with_file_name(name)) {
                Ok(()) => {}
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(Error::io("an unfinished vault", &error)),
            }
        }
        Ok(())
    }

    /// Begins a making: the marker lies there, with the new vault's id, before any other file.
    pub(crate) fn begin_making(&self, vault_id: &str) -> Result<(), Error> {
        let failed = |error: std::io::Error| Error::io("the vault's folder", &error);
        match fs::remove_file(self.making()) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(error)),
            _ => {}
        }
        let mut file = create_private(&self.making()).map_err(failed)?;
        file.write_all(vault_id.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)
    }

    /// Ends a making: from here on the vault is never touched by another one.
    pub(crate) fn end_making(&self) -> Result<(), Error> {
        fs::remove_file(self.making()).map_err(|error| Error::io("the vault's folder", &error))
    }

    /// What is to take the database's place, and its log while it is made.
    pub(crate) fn staged_database(&self) -> PathBuf {
        self.folder.join("vault.db.next")
    }

    pub(crate) fn staged_log(&self) -> PathBuf {
        self.folder.join("vault.db.next-wal")
    }

    /// What is to take the keyslot file's place together with it.
    pub(crate) fn staged_keyslots(&self) -> PathBuf {
        self.folder.join("keyslots.json.next")
    }

    /// Present while the vault is being erased: what to go on with when the keys are gone.
    pub(crate) fn erasing(&self) -> PathBuf {
        self.folder.join("vault.erasing")
    }

    /// Where captures wait while the vault is closed.
    pub(crate) fn inbox(&self) -> PathBuf {
        self.folder.join("inbox")
    }

    /// Present while programs may keep nothing.
    pub(crate) fn paused(&self) -> PathBuf {
        self.folder.join("vault.paused")
    }

    /// What lies here that is Keepsake's, but for the lock, backups and the marker of an erase.
    pub(crate) fn own_files(&self) -> Vec<PathBuf> {
        let kept = [self.lock(), self.erasing()];
        let is_own = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            OWN_NAMES.iter().any(|own| name.starts_with(own)) && !kept.contains(path)
        };
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).filter(is_own).collect()
    }

    /// A copy of a backup while it is looked at.
    pub(crate) fn restoring(&self) -> PathBuf {
        self.folder.join("vault.db.restoring")
    }

    /// Where backups go that must be made before any folder was chosen.
    pub(crate) fn own_backups(&self) -> PathBuf {
        self.folder.join("backups")
    }

    /// Copies a vault's two files from elsewhere into this folder, in which there is none: as one that is being made, until both
    /// are there and written through.
    pub(crate) fn restore_files(&self, from: &Home) -> Result<(), Error> {
        let failed = |error: std::io::Error| Error::io("the vault's folder", &error);
        match self.standing() {
            Standing::Empty => {}
            Standing::Vault => {
                return Err(Error::new(
                    Code::AlreadyThere,
                    format!("there is a vault in {} already", self.folder.display()),
                    "choose another folder with --home, or open the one that is there to restore into it",
                ));
            }
            Standing::DatabaseOnly | Standing::KeyslotsOnly => self.expect_vault()?,
        }
        self.make_folder()?;
        let vault_id = keepsake_seal::Keyslots::load(from.keyslots())?.vault_id().to_string();
        self.set_unfinished_aside(vault_id.get(..8).unwrap_or(&vault_id))?;
        self.begin_making(&vault_id)?;
        for (from, to) in [(from.database(), self.database()), (from.keyslots(), self.keyslots())] {
            let copied = fs::copy(&from, &to).and_then(|_| {
                restrict(&to, 0o600)?;
                fs::File::options().write(true).open(&to)?.sync_all()
            });
            if let Err(error) = copied {
                self.remove_files()?;
                return Err(failed(error));
            }
        }
        self.end_making()
    }

    /// Removes the vault's two files and what belongs to them.
    pub(crate) fn remove_files(&self) -> Result<(), Error> {
        for path in [self.keyslots(), self.database(), self.wal(), self.shared_memory(), self.making()] {
            match fs::remove_file(path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(Error::io("the vault's folder", &error));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Present from the moment at which what is staged counts until all of it is in place; names the vault.
    pub(crate) fn swapping(&self) -> PathBuf {
        self.folder.join("vault.swapping")
    }

    /// Present while a program waits to be alone with the vault.
    pub(crate) fn wanted(&self) -> PathBuf {
        self.folder.join("vault.wanted")
    }

    pub(crate) fn wal(&self) -> PathBuf {
        self.folder.join("vault.db-wal")
    }

    pub(crate) fn shared_memory(&self) -> PathBuf {
        self.folder.join("vault.db-shm")
    }

    /// Every file in the folder, sorted by name.
    pub fn files(&self) -> Vec<FileSize> {
        let mut files = Vec::new();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                match entry.metadata() {
                    Ok(metadata) if metadata.is_dir() => folders.push(entry.path()),
                    Ok(metadata) => files.push(FileSize { path: entry.path(), size_bytes: metadata.len() }),
                    Err(_) => {}
                }
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files
    }
}

/// Sets Unix permissions; elsewhere the user's profile folder is closed to others already.
pub(crate) fn restrict(path: &Path, mode: u32) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(mode))
    }
    #[cfg(not(unix))]
    {
        let _ = (path, mode);
        Ok(())
    }
}

/// Writes a file that only its owner can read, beside its place, and puts it there once it is whole: an old one stays as it was
/// until then, and when `write` fails nothing of the new one is left.
///
/// # Errors
/// What `write` answers, or what `failed` makes of the system's error.
pub fn write_private<T, E>(
    path: &Path,
    failed: impl Fn(std::io::Error) -> E,
    write: impl FnOnce(&mut fs::File) -> Result<T, E>,
) -> Result<T, E> {
    let (partial, mut file) = create_partial(path).map_err(&failed)?;
    let written = write(&mut file).and_then(|answer| {
        file.sync_all().and_then(|()| fs::rename(&partial, path)).map_err(&failed)?;
        Ok(answer)
    });
    if written.is_err() {
        // The text in it may be the person's: it must not lie about.
        let _ = fs::remove_file(&partial);
    }
    written
}

/// A new file beside `path`, under a name that no other has.
fn create_partial(path: &Path) -> std::io::Result<(PathBuf, fs::File)> {
    let name = path.file_name().ok_or(std::io::ErrorKind::InvalidFilename)?.to_string_lossy();
    let mut number = 0;
    loop {
        let partial = path.with_file_name(format!("{name}.{number}.part"));
        match create_private(&partial) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && number < PARTIAL_LIMIT => {
                number += 1;
            }
            created => return Ok((partial, created?)),
        }
    }
}

/// Makes a file that only its owner can read, empty.
pub(crate) fn create_private(path: &Path) -> std::io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[test]
    fn a_private_file_is_put_in_place_whole_or_leaves_the_old_one_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.txt");
        // Left by a program that was killed.
        fs::write(folder.path().join("out.txt.0.part"), "half").unwrap();
        let same = |error: io::Error| error;
        write_private(&path, same, |file| file.write_all(b"first")).unwrap();
        let failed = write_private(&path, same, |file| {
            file.write_all(b"sec")?;
            Err::<(), _>(io::ErrorKind::StorageFull.into())
        });
        assert_eq!(failed.unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert_eq!(fs::read(&path).unwrap(), b"first");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing of the second is left");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn what_lies_below_the_vaults_folder_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("vault");
        fs::create_dir_all(own.join("below")).unwrap();
        let home = Home::new(&own);
        for inside in ["vault/x", "vault/below/x", "vault/../vault/x"] {
            assert!(home.would_hold(&folder.path().join(inside)), "{inside}");
        }
        for outside in ["x", "vault/../x", "nowhere/x"] {
            assert!(!home.would_hold(&folder.path().join(outside)), "{outside}");
        }
    }
}
