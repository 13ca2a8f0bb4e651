//! The icon in the panel and its menu. Its picture says whether the vault is open. Must not name a memory.

use std::sync::Mutex;

use tauri::image::Image;
use tauri::menu::{CheckMenuItem, Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::{TrayIcon, TrayIconBuilder};
use tauri::{AppHandle, Manager, Theme, Wry};

use crate::shell::{self, of};
use crate::{capture, window};

const ID: &str = "keepsake";

/// What the picture says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// The vault is closed.
    Locked,
    /// The vault is open.
    Unlocked,
    /// Memories are being brought in or written out.
    Working,
}

/// The icon while there is one.
#[derive(Default)]
pub(crate) struct Tray(Mutex<Option<Shown>>);

struct Shown {
    icon: TrayIcon<Wry>,
    lock: MenuItem<Wry>,
    pause: CheckMenuItem<Wry>,
    /// What the picture says now, and whether it is for a dark panel.
    now: Option<(Standing, bool)>,
}

/// True while the icon is there.
pub(crate) fn is_shown(app: &AppHandle) -> bool {
    shell::lock(&app.state::<Tray>().0).is_some()
}

/// Puts the icon into the panel if there is a panel that takes it. To be called on the main thread.
pub(crate) fn put(app: &AppHandle) {
    if is_shown(app) || !can_be_shown() {
        return;
    }
    let Ok(shown) = make(app) else { return };
    *shell::lock(&app.state::<Tray>().0) = Some(shown);
    follow(app);
}

/// Takes the icon away: the panel that had it is gone. To be called on the main thread.
#[cfg(target_os = "linux")]
pub(crate) fn take_away(app: &AppHandle) {
    let gone = shell::lock(&app.state::<Tray>().0).take();
    if gone.is_some() {
        let _ = app.remove_tray_by_id(ID);
        // Without it nobody could reach a window that was closed into it.
        if !window::current(app).is_some_and(|window| window.is_visible().unwrap_or(true)) {
            window::bring_forward(app);
        }
    }
}

fn make(app: &AppHandle) -> tauri::Result<Shown> {
    let item = |id: &str, words: &str| MenuItem::with_id(app, id, words, true, None::<&str>);
    let capture = item("capture", "Capture…")?;
    let open = item("open", "Open Keepsake")?;
    let lock = item("lock", "Lock")?;
    let is_paused = of(app).home().captures_paused();
    let pause =
        CheckMenuItem::with_id(app, "pause", "Pause captures from programs", true, is_paused, None::<&str>)?;
    let quit = item("quit", "Quit")?;
    let (first, second) = (PredefinedMenuItem::separator(app)?, PredefinedMenuItem::separator(app)?);
    let menu = Menu::with_items(app, &[&capture, &open, &first, &lock, &pause, &second, &quit])?;
    let icon = TrayIconBuilder::with_id(ID)
        .icon(picture(Standing::Locked, false))
        .tooltip("Keepsake")
        .menu(&menu)
        .show_menu_on_left_click(true)
        .on_menu_event(|app, event| chosen(app, event.id().as_ref()))
        .build(app)?;
    Ok(Shown { icon, lock, pause, now: None })
}

fn chosen(app: &AppHandle, id: &str) {
    match id {
        "capture" => capture::show(app),
        "open" => window::bring_forward(app),
        "quit" => app.exit(0),
        // Both may wait for the vault, and the menu's thread draws the windows.
        "lock" => in_background(app, |app| {
            of(app).lock_vault();
        }),
        "pause" => in_background(app, |app| {
            let home = of(app).home().clone();
            let _ = home.pause_captures(!home.captures_paused());
            follow(app);
        }),
        _ => {}
    }
}

fn in_background(app: &AppHandle, work: impl FnOnce(&AppHandle) + Send + 'static) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || work(&app));
}

/// Draws what is true now.
pub(crate) fn follow(app: &AppHandle) {
    let app = app.clone();
    let standing = of(&app).tray_standing();
    let is_paused = of(&app).home().captures_paused();
    let _ = app.clone().run_on_main_thread(move || {
        let is_dark = window::current(&app).is_some_and(|window| matches!(window.theme(), Ok(Theme::Dark)));
        let tray = app.state::<Tray>();
        let mut held = shell::lock(&tray.0);
        let Some(shown) = held.as_mut() else { return };
        let _ = shown.lock.set_enabled(standing != Standing::Locked);
        let _ = shown.pause.set_checked(is_paused);
        let now = Some((standing, is_dark));
        if shown.now != now {
            shown.now = now;
            let _ = shown.icon.set_icon(Some(picture(standing, is_dark)));
            let words = match standing {
                Standing::Locked => "Keepsake, locked",
                Standing::Unlocked => "Keepsake, unlocked",
                Standing::Working => "Keepsake, working",
            };
            let _ = shown.icon.set_tooltip(Some(words));
        }
    });
}

fn picture(standing: Standing, is_dark: bool) -> Image<'static> {
    match (standing, is_dark) {
        (Standing::Locked, false) => tauri::include_image!("assets/icons/tray/locked-light.png"),
        (Standing::Locked, true) => tauri::include_image!("assets/icons/tray/locked-dark.png"),
        (Standing::Unlocked, false) => tauri::include_image!("assets/icons/tray/unlocked-light.png"),
        (Standing::Unlocked, true) => tauri::include_image!("assets/icons/tray/unlocked-dark.png"),
        (Standing::Working, false) => tauri::include_image!("assets/icons/tray/working-light.png"),
        (Standing::Working, true) => tauri::include_image!("assets/icons/tray/working-dark.png"),
    }
}

/// Whether a panel takes icons, and the library that speaks to it is there: without it the icon would end the app.
#[cfg(target_os = "linux")]
fn can_be_shown() -> bool {
    const LIBRARIES: [&str; 4] = [
        "libayatana-appindicator3.so.1",
        "libappindicator3.so.1",
        "libayatana-appindicator3.so",
        "libappindicator3.so",
    ];
    crate::desktop::has_tray_host() && LIBRARIES.iter().any(|name| crate::desktop::has_library(name))
}

#[cfg(not(target_os = "linux"))]
fn can_be_shown() -> bool {
    true
}
