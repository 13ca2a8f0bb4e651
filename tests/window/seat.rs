//! A person's place at their computer: a desk with an unlocked keyring, a window manager and a driver of the window.

use crate::desk::{Desk, PASSPHRASE, Running, in_session, start_keyring, wait_for};
use crate::driver::{Driver, Page};

/// What it is made of ends in this order.
pub struct Seat {
    pub driver: Driver,
    // The system's dialogs need a window manager to get the keyboard.
    _manager: Running,
    _keyring: Running,
    pub desk: Desk,
}

impl Seat {
    /// None where there is no display, as [`in_session`] says.
    pub fn take() -> Option<Seat> {
        if !in_session() {
            return None;
        }
        let desk = Desk::new();
        let keyring = start_keyring(&desk);
        let manager = Running::start(&mut desk.command("openbox"));
        let driver = Driver::start(&desk);
        Some(Seat { driver, _manager: manager, _keyring: keyring, desk })
    }

    /// Opens the window for the first time and makes a vault.
    pub fn open_new_vault(&self) -> Page {
        let page = self.driver.open();
        page.expect("first-run");
        page.click("use-passphrase");
        page.fill("passphrase", PASSPHRASE);
        page.fill("passphrase-repeat", PASSPHRASE);
        page.click("make-vault");
        self.confirm_recovery_code(&page);
        page
    }

    /// Writes down the recovery code that is shown, and types the two groups that are asked for.
    pub fn confirm_recovery_code(&self, page: &Page) {
        page.expect("recovery-code");
        // The screen may be there a moment before the code is.
        let groups = wait_for("the recovery code", || {
            let groups: Vec<String> = (0..14).map(|at| page.text(&format!("recovery-group-{at}"))).collect();
            groups.iter().all(|group| group.len() == 4).then_some(groups)
        });
        page.click("recovery-continue");
        let asked = page.run(
            "return ['confirm-0', 'confirm-1'].map(name => Number(document.querySelector(`[data-testid=\"${name}\"]`).dataset.group))",
        );
        for (at, name) in ["confirm-0", "confirm-1"].into_iter().enumerate() {
            let group = usize::try_from(asked[at].as_u64().expect("which group is asked for")).unwrap();
            page.fill(name, &groups[group]);
        }
        page.click("confirm-done");
        page.expect("main");
    }
}
