//! What locks the vault besides the person: the desktop's screen lock, and nobody being there.

use std::fs;

use zbus::blocking::Connection;

use crate::desk::PASSPHRASE;
use crate::driver::Page;
use crate::main_job::capture;
use crate::seat::Seat;

fn unlock(page: &Page) {
    page.click("unlock-passphrase");
    page.fill("unlock-secret", PASSPHRASE);
    page.click("unlock-go");
    page.expect_text("result-row", "quartz marmalade");
}

/// Waits for the lock screen, and that nothing of what was shown is in the page.
fn expect_locked(page: &Page) {
    page.expect("lock-screen");
    let whole = page.run("return document.documentElement.outerHTML");
    assert!(!whole.as_str().unwrap_or_default().contains("marmalade"), "the page still holds what was shown");
}

/// Says what a desktop says when its screen is locked or unlocked.
fn screen_saver(bus: &Connection, interface: &str, is_active: bool) {
    let path = format!("/{}", interface.replace('.', "/"));
    bus.emit_signal(None::<&str>, path.as_str(), interface, "ActiveChanged", &is_active).unwrap();
}

#[test]
fn the_vault_locks_with_the_screen_and_when_nobody_is_there() {
    let Some(seat) = Seat::take() else { return };
    let bus = Connection::session().unwrap();
    let page = seat.open_new_vault();
    capture(&page, "quartz marmalade under the stairs");
    page.expect_text("result-row", "quartz marmalade");
    for interface in ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"] {
        // That it is unlocked again is no reason to lock.
        screen_saver(&bus, interface, false);
        std::thread::sleep(std::time::Duration::from_secs(1));
        page.expect("main");
        screen_saver(&bus, interface, true);
        expect_locked(&page);
        unlock(&page);
    }
    let settings = seat.desk.vault().join("settings.json");
    let quick = r#"{"theme": "system", "idle_lock_minutes": 1, "lock_when_away": false}"#;
    fs::write(&settings, quick).unwrap();
    screen_saver(&bus, "org.freedesktop.ScreenSaver", true);
    std::thread::sleep(std::time::Duration::from_secs(1));
    page.expect("main");
    // A minute without a key or a click.
    std::thread::sleep(std::time::Duration::from_secs(55));
    expect_locked(&page);
    unlock(&page);
    page.close();
}
