//! What the person set, in a small file beside the vault. Must hold nothing private: it is in the clear.

use std::fs;
use std::io::Write;
use std::path::Path;

use keepsake_vault::write_private;

use crate::contract::{Problem, Settings, Theme, capture_keys};

const FILE: &str = "settings.json";
/// A day: longer is the same as never.
const IDLE_LIMIT_MINUTES: u32 = 24 * 60;

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            theme: Theme::System,
            idle_lock_minutes: 10,
            lock_when_away: true,
            capture_keys: capture_keys(),
            told_of_no_tray: false,
            keys: Vec::new(),
        }
    }
}

/// Reads the settings; a missing or damaged file gives the defaults.
pub(crate) fn read(folder: &Path) -> Settings {
    fs::read(folder.join(FILE)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Writes the settings in the place of the old ones, whole or not at all.
pub(crate) fn write(folder: &Path, settings: &Settings) -> Result<Settings, Problem> {
    let settings = Settings {
        idle_lock_minutes: settings.idle_lock_minutes.min(IDLE_LIMIT_MINUTES),
        ..settings.clone()
    };
    let failed = |_: std::io::Error| {
        Problem::new("failed", "The settings could not be saved.", "Check the vault's folder.")
    };
    let text = serde_json::to_vec_pretty(&settings)
        .map_err(|_| Problem::new("failed", "The settings could not be saved.", ""))?;
    fs::create_dir_all(folder).map_err(failed)?;
    // Readable by its owner alone, like every file of the vault.
    write_private(&folder.join(FILE), failed, |file| file.write_all(&text).map_err(failed))?;
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::KeyBinding;

    #[test]
    fn settings_come_back_and_a_damaged_file_gives_defaults() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(read(folder.path()), Settings::default());
        let wanted = Settings {
            theme: Theme::Dark,
            idle_lock_minutes: 3,
            lock_when_away: false,
            capture_keys: String::new(),
            told_of_no_tray: true,
            keys: vec![KeyBinding { action: "lock".to_owned(), keys: "Mod+J".to_owned() }],
        };
        write(folder.path(), &wanted).unwrap();
        assert_eq!(read(folder.path()), wanted);
        // As Keepsake wrote it before there were capture keys.
        fs::write(folder.path().join(FILE), b"{\"theme\": \"dark\", \"idle_lock_minutes\": 3}").unwrap();
        let older = read(folder.path());
        assert_eq!((older.theme, older.capture_keys.as_str()), (Theme::Dark, "Mod+Shift+Space"));
        fs::write(folder.path().join(FILE), b"{\"theme\": 7}").unwrap();
        assert_eq!(read(folder.path()), Settings::default());
    }
}
