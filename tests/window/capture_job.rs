//! Capturing by starting the app once more, in the real window: at once while the vault is open, after the next unlocking while it is
//! locked, and by one fixed word alone.

use crate::desk::{PASSPHRASE, program};
use crate::seat::Seat;

/// Starts the app once more, as a shortcut of the desktop would; it hands over to the one that runs, and ends.
fn start_again(seat: &Seat, arguments: &[&str]) {
    let started = seat.desk.command(program("keepsake-desktop")).args(arguments).output().unwrap();
    assert!(started.status.success(), "{}", String::from_utf8_lossy(&started.stderr));
}

#[test]
fn starting_the_app_once_more_captures_in_the_one_that_runs() {
    let Some(seat) = Seat::take() else { return };
    let page = seat.open_new_vault();
    for nothing in
        [&[][..], &["--capture", "now"], &["--CAPTURE"], &["capture"], &["--lock"], &["--home", "/"]]
    {
        start_again(&seat, nothing);
    }
    page.expect_gone("capture-text");
    start_again(&seat, &["--capture"]);
    page.expect("capture-text");
    page.fill("capture-text", "The lamp by the door needs a new bulb");
    page.keys("\u{e007}");
    page.expect_gone("capture-text");
    page.expect_text("result-row", "The lamp by the door");

    page.click("lock");
    page.expect("lock-screen");
    start_again(&seat, &["--capture"]);
    page.expect("lock-screen");
    page.click("unlock-passphrase");
    page.fill("unlock-secret", PASSPHRASE);
    page.click("unlock-go");
    page.expect("capture-text");
    page.keys("\u{e00c}");
    page.expect_gone("capture-text");
    page.close();
}
