//! The small window over everything that takes one thought. It is made at the start and kept out of sight, so that
//! it can be typed into at once. Must not show a memory: it is there while the vault is closed, too.

use std::sync::atomic::{AtomicUsize, Ordering};

use tauri::{AppHandle, Emitter, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::window::{self, Scratch};

/// How the names of capture windows begin: the capability file allows `capture-*`.
const LABEL: &str = "capture-";
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 300.0;

/// The capture window, if there is one.
fn current(app: &AppHandle) -> Option<WebviewWindow> {
    app.webview_windows().into_iter().find(|(label, _)| label.starts_with(LABEL)).map(|(_, window)| window)
}

/// True for the name of a capture window.
pub(crate) fn is_capture(label: &str) -> bool {
    label.starts_with(LABEL)
}

/// Makes the window, out of sight.
pub(crate) fn prepare(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    static OPENED: AtomicUsize = AtomicUsize::new(0);
    let label = format!("{LABEL}{}", OPENED.fetch_add(1, Ordering::Relaxed));
    let folder = app.state::<Scratch>().folder_for(&label);
    let builder = WebviewWindowBuilder::new(app, label, WebviewUrl::App("capture.html".into()))
        .title("Keepsake capture")
        .inner_size(WIDTH, HEIGHT)
        .resizable(false)
        .maximizable(false)
        .minimizable(false)
        .decorations(false)
        .always_on_top(true)
        .visible_on_all_workspaces(true)
        .skip_taskbar(true)
        .center()
        .visible(false);
    window::guarded(builder, folder).build()
}

/// Shows it over everything, ready to be typed into.
pub(crate) fn show(app: &AppHandle) {
    let app = app.clone();
    let _ = app.clone().run_on_main_thread(move || {
        let Some(window) = current(&app).or_else(|| prepare(&app).ok()) else { return };
        let _ = window.center();
        let _ = window.show();
        let _ = window.set_focus();
        let _ = app.emit_to(window.label(), "capture_shown", ());
    });
}

/// Takes it out of sight; the window that had the focus before gets it back from the desktop.
pub(crate) fn hide(app: &AppHandle) {
    if let Some(window) = current(app) {
        let _ = window.hide();
    }
}

/// Ends the page's process, and what was typed with it, and makes a fresh one, out of sight.
///
/// Under a WebDriver the window stays, as it does with the main one.
pub(crate) fn replace(app: &AppHandle) {
    if window::is_automated() {
        return;
    }
    let app = app.clone();
    let _ = app.clone().run_on_main_thread(move || {
        let old = current(&app);
        let was_shown = old.as_ref().is_some_and(|old| old.is_visible().unwrap_or(false));
        if let Some(old) = old {
            let _ = old.destroy();
        }
        let _ = prepare(&app);
        if was_shown {
            show(&app);
        }
    });
}
