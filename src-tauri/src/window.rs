//! The app's window, made in code. Must not know what is in it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

/// How the main windows' names begin: the capability file allows `main-*`. Each gets a number of its own, as an old
/// one's name is only free some time after it is gone.
const MAIN: &str = "main-";

/// The main window, if there is one.
pub(crate) fn current(app: &AppHandle) -> Option<WebviewWindow> {
    app.webview_windows().into_iter().find(|(label, _)| label.starts_with(MAIN)).map(|(_, window)| window)
}

/// True while a WebDriver steers the window: WebKitGTK then refuses a window without a profile.
pub(crate) fn is_automated() -> bool {
    std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some()
}

/// A folder for what the WebView insists on writing even without a profile: empty stores for cookies, caches and
/// salts. In memory where the system has such a place, open to nobody else, and gone when the app ends.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// Makes the folder.
    pub(crate) fn make() -> std::io::Result<Scratch> {
        let base = dirs::runtime_dir().filter(|folder| folder.is_dir()).unwrap_or_else(std::env::temp_dir);
        Ok(Scratch(tempfile::Builder::new().prefix("keepsake-view-").tempdir_in(base)?.keep()))
    }

    /// A folder of its own for each window: with a shared one the second window would not know the app's own scheme.
    pub(crate) fn folder_for(&self, label: &str) -> PathBuf {
        self.0.join(label)
    }

    /// Removes the folder.
    pub(crate) fn clear(&self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Opens the main window.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    static OPENED: AtomicUsize = AtomicUsize::new(0);
    let label = format!("{MAIN}{}", OPENED.fetch_add(1, Ordering::Relaxed));
    let folder = app.state::<Scratch>().folder_for(&label);
    let builder = WebviewWindowBuilder::new(app, label, WebviewUrl::App("index.html".into()))
        .title("Keepsake")
        .inner_size(1280.0, 800.0)
        .min_inner_size(480.0, 420.0);
    guarded(builder, folder).build()
}

type Builder<'a> = WebviewWindowBuilder<'a, tauri::Wry, AppHandle>;

/// What every window of ours has: no profile on the disk, nothing filled in, and no way to another page.
pub(crate) fn guarded(builder: Builder<'_>, folder: PathBuf) -> Builder<'_> {
    builder
        // No profile on disk: history, caches and salts would tell of the vault.
        .incognito(!is_automated())
        .data_directory(folder)
        .disable_drag_drop_handler()
        .general_autofill_enabled(false)
        .on_navigation(|url| {
            let of_windows = cfg!(windows) && url.scheme().starts_with("http");
            url.scheme() == "tauri" || (of_windows && url.host_str() == Some("tauri.localhost"))
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
}

/// True for the name of a main window.
pub(crate) fn is_main(label: &str) -> bool {
    label.starts_with(MAIN)
}

/// Ends the page's process, and the content that it showed with it, and opens a fresh window.
///
/// Under a WebDriver the window stays, as its session would end with it; the page empties itself there.
pub(crate) fn replace(app: &AppHandle) {
    if is_automated() {
        return;
    }
    let app = app.clone();
    let _ = app.clone().run_on_main_thread(move || {
        let old = current(&app);
        let is_hidden = old.as_ref().is_some_and(|old| !old.is_visible().unwrap_or(true));
        // The new one first: when the last one goes, so does the app.
        let Ok(new) = open(&app) else { return };
        if is_hidden {
            let _ = new.hide();
        }
        if let Some(old) = old {
            if let (Ok(size), Ok(position)) = (old.inner_size(), old.outer_position()) {
                let _ = new.set_size(size);
                let _ = new.set_position(position);
            }
            let _ = old.destroy();
        }
    });
}

/// Shows the main window, and opens one if there is none: another start of the app asks for it, or the tray.
pub(crate) fn bring_forward(app: &AppHandle) {
    let app = app.clone();
    let _ = app.clone().run_on_main_thread(move || {
        if let Some(window) = current(&app).or_else(|| open(&app).ok()) {
            let _ = window.unminimize();
            let _ = window.show();
            let _ = window.set_focus();
        }
    });
}
