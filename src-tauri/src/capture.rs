//! The small window over everything that takes one thought. It is made at the start and kept out of sight, so that
//! it can be typed into at once. Must not show a memory: it is there while the vault is closed, too.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Emitter, Manager, PhysicalPosition, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::window::{self, Scratch};
use crate::{shell, tray};

/// How the names of capture windows begin: the capability file allows `capture-*`.
const LABEL: &str = "capture-";
/// When it is looked again whether a window that is shown has the keyboard.
const KNOWN_AFTER: [Duration; 3] =
    [Duration::from_millis(20), Duration::from_millis(60), Duration::from_millis(150)];
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
        .visible(false);
    window::guarded(builder, folder).build()
}

/// The same, unless somebody has asked for one meanwhile.
pub(crate) fn prepare_if_none(app: &AppHandle) {
    let app = app.clone();
    let _ = app.clone().run_on_main_thread(move || {
        if current(&app).is_none() {
            let _ = prepare(&app);
        }
    });
}

/// Shows it over everything, ready to be typed into.
pub(crate) fn show(app: &AppHandle) {
    let app = app.clone();
    let _ = app.clone().run_on_main_thread(move || {
        let Some(window) = current(&app).or_else(|| prepare(&app).ok()) else { return };
        put_in_place(&app, &window);
        let _ = window.show();
        take_keyboard(&app, &window);
        let _ = app.emit_to(window.label(), "capture_shown", ());
        // A window manager may take a moment to know of the window, and nothing is heard before.
        thread::spawn(move || {
            for pause in KNOWN_AFTER {
                thread::sleep(pause);
                let at = app.clone();
                let _ = app.run_on_main_thread(move || {
                    let shown = current(&at).filter(|window| window.is_visible().unwrap_or(false));
                    if let Some(window) = shown.filter(|window| !window.is_focused().unwrap_or(true)) {
                        take_keyboard(&at, &window);
                    }
                });
            }
        });
    });
}

fn take_keyboard(app: &AppHandle, window: &WebviewWindow) {
    put_in_place(app, window);
    let _ = window.set_focus();
    #[cfg(target_os = "linux")]
    crate::x11::activate(window);
}

/// In the middle of the screen that the pointer is on, a quarter from its top.
fn put_in_place(app: &AppHandle, window: &WebviewWindow) {
    let pointed_at =
        app.cursor_position().ok().and_then(|at| app.monitor_from_point(at.x, at.y).ok().flatten());
    let Some(monitor) = pointed_at.or_else(|| window.primary_monitor().ok().flatten()) else {
        let _ = window.center();
        return;
    };
    let (at, size) = (monitor.position(), monitor.size());
    let width_px = WIDTH * monitor.scale_factor();
    let left_px = f64::from(at.x) + (f64::from(size.width) - width_px) / 2.0;
    let top_px = f64::from(at.y) + f64::from(size.height) / 4.0;
    let _ = window.set_position(PhysicalPosition::new(left_px, top_px));
}

/// True while it is in sight.
pub(crate) fn is_shown(app: &AppHandle) -> bool {
    current(app).is_some_and(|window| window.is_visible().unwrap_or(false))
}

/// Takes it out of sight; the window that had the focus before gets it back from the desktop.
pub(crate) fn hide(app: &AppHandle) {
    if let Some(window) = current(app) {
        let _ = window.hide();
    }
    // Started for a capture alone, where no panel keeps it: nobody could reach it any more, nor what was left in it.
    if window::current(app).is_none() && !tray::is_shown(app) {
        if shell::of(app).has_draft() {
            window::bring_forward(app);
        } else {
            app.exit(0);
        }
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
