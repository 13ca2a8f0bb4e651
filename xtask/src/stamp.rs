//! A stamp says from which inputs something was made, so that a second run need not make it again.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A file that holds the hash of the inputs of the last successful run.
#[derive(Debug)]
pub struct Stamp {
    file: PathBuf,
    value: String,
}

impl Stamp {
    /// The stamp `file` for what `inputs` (files and folders under `root`) hold now. An input that is not there
    /// counts as such.
    ///
    /// The hash finds changes, not attacks; a new Rust version may change it, which costs one run.
    pub fn of(file: PathBuf, root: &Path, inputs: &[&str]) -> Result<Stamp> {
        let mut hasher = DefaultHasher::new();
        for input in inputs {
            feed(&mut hasher, root, Path::new(input))?;
        }
        Ok(Stamp { file, value: format!("{:016x}", hasher.finish()) })
    }

    /// Whether the last run had the same inputs.
    pub fn is_current(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|found| found.trim() == self.value)
    }

    /// Notes that the run succeeded.
    pub fn write(&self) -> Result<()> {
        fs::write(&self.file, format!("{}\n", self.value))
            .with_context(|| format!("writing {}", self.file.display()))
    }
}

/// Feeds a file's name and content, or a folder's entries in order of their names.
fn feed(hasher: &mut DefaultHasher, root: &Path, name: &Path) -> Result<()> {
    let path = root.join(name);
    name.hash(hasher);
    if path.is_dir() {
        let mut names = fs::read_dir(&path)
            .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.file_name())).collect())
            .with_context(|| format!("reading {}", path.display()))
            .map(|names: Vec<_>| names)?;
        names.sort();
        for entry in names {
            feed(hasher, root, &name.join(entry))?;
        }
    } else if path.exists() {
        fs::read(&path).with_context(|| format!("reading {}", path.display()))?.hash(hasher);
    } else {
        "absent".hash(hasher);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::tests::Folder;

    fn stamp(folder: &Path) -> Stamp {
        Stamp::of(folder.join("stamp"), folder, &["src", "lock"]).unwrap()
    }

    #[test]
    fn a_stamp_is_current_until_an_input_changes_its_content_or_name() {
        let folder = Folder::new("stamp");
        fs::create_dir(folder.path.join("src")).unwrap();
        fs::write(folder.path.join("src/a"), "one").unwrap();
        assert!(!stamp(&folder.path).is_current());
        stamp(&folder.path).write().unwrap();
        assert!(stamp(&folder.path).is_current());

        fs::write(folder.path.join("src/a"), "two").unwrap();
        assert!(!stamp(&folder.path).is_current());
        fs::write(folder.path.join("src/a"), "one").unwrap();
        assert!(stamp(&folder.path).is_current());
        fs::rename(folder.path.join("src/a"), folder.path.join("src/b")).unwrap();
        assert!(!stamp(&folder.path).is_current());
    }

    #[test]
    fn an_input_that_appears_is_a_change() {
        let folder = Folder::new("stamp-appears");
        fs::create_dir(folder.path.join("src")).unwrap();
        stamp(&folder.path).write().unwrap();
        assert!(stamp(&folder.path).is_current());
        fs::write(folder.path.join("lock"), "").unwrap();
        assert!(!stamp(&folder.path).is_current());
    }
}
