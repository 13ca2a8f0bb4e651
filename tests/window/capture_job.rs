//! Capturing from anywhere, in the real windows: by starting the app once more, by keys that any program would lose to it, while the
//! vault is open and while it is locked; and what of a start's words is listened to.

use std::thread;
use std::time::Duration;

use crate::desk::{PASSPHRASE, program, wait_for, window_named, xdotool};
use crate::seat::Seat;

const WINDOW: &str = "Keepsake capture";
const SETTLES: Duration = Duration::from_millis(400);

/// Starts the app once more, as a shortcut of the desktop would; it hands over to the one that runs, and ends.
fn start_again(seat: &Seat, arguments: &[&str]) {
    let started = seat.desk.command(program("keepsake-desktop")).args(arguments).output().unwrap();
    assert!(started.status.success(), "{}", String::from_utf8_lossy(&started.stderr));
}

/// Waits for the capture window and types into it as a person would, without a click.
fn type_there(text: &str) {
    wait_for("the capture window", || window_named(WINDOW));
    thread::sleep(SETTLES);
    xdotool(&["type", "--delay", "15", text]);
    thread::sleep(SETTLES);
}

fn press(keys: &str) {
    xdotool(&["key", keys]);
}

fn expect_gone() {
    wait_for("the capture window to go", || window_named(WINDOW).is_none().then_some(()));
}

#[test]
fn what_comes_to_mind_is_kept_from_anywhere() {
    let Some(seat) = Seat::take() else { return };
    let page = seat.open_new_vault();
    for nothing in
        [&[][..], &["--capture", "now"], &["--CAPTURE"], &["capture"], &["--lock"], &["--home", "/"]]
    {
        start_again(&seat, nothing);
    }
    assert_eq!(window_named(WINDOW), None);

    start_again(&seat, &["--capture"]);
    type_there("The lamp by the door needs a new bulb #home");
    press("Return");
    expect_gone();
    page.expect_text("result-row", "The lamp by the door");

    // What is left is there again, by the keys as well.
    start_again(&seat, &["--capture"]);
    type_there("Half a thought");
    press("Escape");
    expect_gone();
    press("ctrl+shift+space");
    type_there(" and the other half");
    press("Return");
    expect_gone();
    page.expect_text("result-row", "Half a thought and the other half");

    // What opens something is refused there, too, and stays to be mended.
    press("ctrl+shift+space");
    type_there("password: correct-horse-9-battery");
    press("Return");
    thread::sleep(SETTLES);
    assert!(window_named(WINDOW).is_some());
    press("ctrl+a");
    type_there("The green door sticks");
    press("Return");
    expect_gone();
    page.expect_text("result-row", "The green door sticks");
    page.close();
}

#[test]
fn while_the_vault_is_locked_a_capture_waits_sealed_and_is_folded_in_once() {
    let Some(seat) = Seat::take() else { return };
    let page = seat.open_new_vault();
    page.click("lock");
    page.expect("lock-screen");
    start_again(&seat, &["--capture"]);
    type_there("Quartz marmalade under the stairs @30d");
    press("Return");
    expect_gone();
    page.expect("lock-screen");
    let inbox = seat.desk.vault().join("inbox");
    let waiting: Vec<_> = std::fs::read_dir(&inbox).unwrap().collect();
    assert_eq!(waiting.len(), 1);
    let mut files = Vec::new();
    crate::canary::files(&seat.desk.path("data"), &mut files);
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        assert!(!bytes.windows(9).any(|part| part == b"marmalade"), "in the clear in {}", file.display());
    }
    page.click("unlock-passphrase");
    page.fill("unlock-secret", PASSPHRASE);
    page.click("unlock-go");
    page.expect_text("result-row", "Quartz marmalade under the stairs");
    assert_eq!(std::fs::read_dir(&inbox).unwrap().count(), 0);
    page.click("lock");
    page.expect("lock-screen");
    page.click("unlock-passphrase");
    page.fill("unlock-secret", PASSPHRASE);
    page.click("unlock-go");
    page.expect_text("result-row", "Quartz marmalade");
    page.close();
    let listed = seat.desk.keepsake_ok(&["list", "--json"]);
    assert_eq!(listed.matches("marmalade").count(), 1, "{listed}");
}
