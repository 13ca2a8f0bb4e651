//! What was hidden and is copied leaves the clipboard by itself. Must not hold it longer than the clipboard does.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Manager};
use zeroize::Zeroizing;

use crate::contract::Problem;
use crate::shell::lock;

/// How long a copied original stays.
const STAYS: Duration = Duration::from_secs(30);

/// The system's clipboard, kept open: under X11 what was copied is there only as long as whoever copied it.
#[derive(Default)]
pub(crate) struct Clipboard {
    system: Mutex<Option<arboard::Clipboard>>,
    /// What was copied from an original and has not been taken away yet.
    ours: Mutex<Option<Zeroizing<String>>>,
    turn: AtomicU64,
}

impl Clipboard {
    /// Copies an original, hidden from clipboard histories that honour that, and takes it away after half a minute.
    pub(crate) fn copy_for_a_while(app: &AppHandle, text: Zeroizing<String>) -> Result<(), Problem> {
        let clipboard = app.state::<Clipboard>();
        clipboard.set(&text).map_err(|_| {
            Problem::new("failed", "The clipboard did not take the text.", "Select the text and copy it.")
        })?;
        *lock(&clipboard.ours) = Some(text);
        let turn = clipboard.turn.fetch_add(1, Ordering::Relaxed) + 1;
        let app = app.clone();
        thread::spawn(move || {
            thread::sleep(STAYS);
            let clipboard = app.state::<Clipboard>();
            if clipboard.turn.load(Ordering::Relaxed) == turn {
                clipboard.take_away();
            }
        });
        Ok(())
    }

    /// Empties the clipboard if what lies there is still what was copied from an original.
    pub(crate) fn take_away(&self) {
        let Some(ours) = lock(&self.ours).take() else { return };
        let mut system = lock(&self.system);
        let Some(system) = system.as_mut() else { return };
        let there = system.get_text().map(Zeroizing::new);
        if there.is_ok_and(|there| *there == *ours) {
            let _ = system.clear();
        }
    }

    fn set(&self, text: &str) -> Result<(), arboard::Error> {
        let mut held = lock(&self.system);
        let system = match held.as_mut() {
            Some(system) => system,
            None => held.insert(arboard::Clipboard::new()?),
        };
        #[cfg(target_os = "macos")]
        use arboard::SetExtApple;
        #[cfg(target_os = "linux")]
        use arboard::SetExtLinux;
        #[cfg(target_os = "windows")]
        use arboard::SetExtWindows;
        let set = system.set();
        #[cfg(target_os = "windows")]
        let set = set.exclude_from_cloud().exclude_from_monitoring();
        set.exclude_from_history().text(text)
    }
}
