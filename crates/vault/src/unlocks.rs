//! Counts unlockings in a small file beside the vault, until the trail can take them: those that failed, as without a key nothing can
//! be written into the trail, and programs' own, as each would cost a write. Counts and one time; no secret, and not authenticated.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, Write};

use serde::{Deserialize, Serialize};

use crate::home::{Home, restrict};

/// What is counted and not in the trail yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Unlocks {
    /// Attempts with a wrong secret.
    #[serde(default)]
    pub(crate) failed: u64,
    /// When the last of them was.
    #[serde(default)]
    pub(crate) last_failed_ms: i64,
    /// Unlockings by programs.
    #[serde(default)]
    pub(crate) opened: u64,
}

/// The file, held so that no other program counts meanwhile.
pub(crate) struct Counting {
    file: File,
    pub(crate) unlocks: Unlocks,
}

/// Begins to count. Best effort: what cannot be counted must not keep anybody from their vault.
pub(crate) fn count(home: &Home) -> Option<Counting> {
    let path = home.folder().join(FILE);
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(&path).ok()?;
    restrict(&path, 0o600).ok()?;
    // Held for the time of one small write; whoever holds it longer is not waited for.
    file.try_lock().ok()?;
    let mut text = String::new();
    (&mut file).take(LIMIT_BYTES).read_to_string(&mut text).ok()?;
    // One that was cut while it was written counts anew.
    let unlocks = serde_json::from_str(&text).unwrap_or_default();
    Some(Counting { file, unlocks })
}

/// The file's name.
pub(crate) const FILE: &str = "unlocks.json";
const LIMIT_BYTES: u64 = 4096;

impl Counting {
    /// Writes what is counted now.
    pub(crate) fn keep(mut self, unlocks: Unlocks) -> Option<()> {
        let text = serde_json::to_string(&unlocks).ok()?;
        self.file.rewind().ok()?;
        self.file.write_all(text.as_bytes()).ok()?;
        self.file.set_len(text.len() as u64).ok()
    }
}

/// Counts an attempt with a wrong secret.
pub(crate) fn note_failed(home: &Home, at_ms: i64) {
    if let Some(counting) = count(home) {
        let failed = counting.unlocks.failed.saturating_add(1);
        let unlocks = Unlocks { failed, last_failed_ms: at_ms, ..counting.unlocks };
        let _ = counting.keep(unlocks);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn counts_are_kept_and_a_damaged_file_counts_anew() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::new(folder.path());
        note_failed(&home, 5);
        note_failed(&home, 9);
        assert_eq!(count(&home).unwrap().unlocks, Unlocks { failed: 2, last_failed_ms: 9, opened: 0 });
        let held = count(&home).unwrap();
        assert!(count(&home).is_none(), "nobody counts beside another");
        held.keep(Unlocks::default()).unwrap();
        std::fs::write(folder.path().join(FILE), "{\"fai").unwrap();
        note_failed(&home, 11);
        assert_eq!(count(&home).unwrap().unlocks.failed, 1);
        assert!(count(&Home::new(folder.path().join("nowhere"))).is_none());
    }
}
