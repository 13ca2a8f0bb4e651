//! Answers the system's own dialogs as a person would: with the keyboard. GTK's file dialogs take a path that is typed.

use std::thread;
use std::time::Duration;

use crate::desk::{wait_for, window_named, xdotool};

const SETTLES: Duration = Duration::from_millis(700);

/// Waits for the dialog of this title and gives it the keyboard.
fn focus(title: &str) {
    let dialog = wait_for(title, || window_named(title));
    xdotool(&["windowfocus", "--sync", &dialog]);
    thread::sleep(SETTLES);
}

/// Chooses a file or a folder that is there.
pub fn choose(title: &str, path: &str) {
    focus(title);
    // Away from what was used last, where the dialog takes no folder.
    xdotool(&["key", "alt+Home"]);
    thread::sleep(SETTLES);
    // GTK's own key for a field that takes a path.
    xdotool(&["key", "ctrl+l"]);
    thread::sleep(SETTLES);
    take(title, path);
}

/// Names a file that is to be written.
pub fn save_as(title: &str, path: &str) {
    focus(title);
    take(title, path);
}

/// Says yes: the first button is the one that Return presses.
pub fn agree(title: &str) {
    focus(title);
    wait_until_gone(title, || xdotool(&["key", "Return"]));
}

/// Closes it without an answer.
pub fn leave(title: &str) {
    focus(title);
    wait_until_gone(title, || xdotool(&["key", "Escape"]));
}

fn take(title: &str, path: &str) {
    xdotool(&["key", "ctrl+a"]);
    xdotool(&["type", "--delay", "15", path]);
    // The first Return may only take over what the dialog itself has completed.
    wait_until_gone(title, || xdotool(&["key", "Return"]));
}

fn wait_until_gone(title: &str, press: impl Fn()) {
    wait_for(&format!("“{title}” to close"), || {
        press();
        thread::sleep(SETTLES);
        window_named(title).is_none().then_some(())
    });
}
