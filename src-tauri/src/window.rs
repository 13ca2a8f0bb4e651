//! The app's window, made in code. Must not know what is in it.

use std::path::PathBuf;

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

/// The main window's name, which its capability file knows.
pub(crate) const MAIN: &str = "main";

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

    /// Removes the folder.
    pub(crate) fn clear(&self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Opens the main window.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App("index.html".into()))
        .title("Keepsake")
        .inner_size(1280.0, 800.0)
        .min_inner_size(480.0, 420.0)
        // No profile on disk: history, caches and salts would tell of the vault.
        .incognito(!is_automated())
        .data_directory(app.state::<Scratch>().0.clone())
        .disable_drag_drop_handler()
        .general_autofill_enabled(false)
        .on_navigation(|url| {
            url.scheme() == "tauri" || (url.scheme().starts_with("http") && url.host_str() == Some("tauri.localhost"))
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()
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
        if let Some(old) = app.get_webview_window(MAIN) {
            let (size, position) = (old.inner_size(), old.outer_position());
            let _ = old.destroy();
            if let Ok(new) = open(&app) {
                if let Ok(size) = size {
                    let _ = new.set_size(size);
                }
                if let Ok(position) = position {
                    let _ = new.set_position(position);
                }
            }
        }
    });
}

/// Shows the window that is open already: another start of the app asks for it.
pub(crate) fn bring_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}
