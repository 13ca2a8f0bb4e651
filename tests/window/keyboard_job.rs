//! From the first start to a found memory and through every screen without a pointer: real keys, and Tab as far as it takes.

use std::thread;
use std::time::Duration;

use crate::desk::{PASSPHRASE, wait_for, window_named, xdotool};
use crate::driver::Page;
use crate::seat::Seat;

const SETTLES: Duration = Duration::from_millis(250);
const MOST_STOPS: usize = 60;

/// Gives the window the keyboard, as switching to it would.
pub fn switch_to_window() {
    let window = wait_for("the window", || window_named("^Keepsake$"));
    xdotool(&["windowfocus", "--sync", &window]);
    thread::sleep(SETTLES);
}

fn press(keys: &str) {
    xdotool(&["key", keys]);
    thread::sleep(SETTLES);
}

fn type_keys(text: &str) {
    xdotool(&["type", "--delay", "20", text]);
    thread::sleep(SETTLES);
}

fn focused(page: &Page) -> String {
    page.run("return document.activeElement?.dataset?.testid ?? ''").as_str().unwrap_or_default().to_owned()
}

/// Goes on with Tab until this has the focus.
fn tab_to(page: &Page, name: &str) {
    page.expect(name);
    let mut passed = Vec::new();
    for _ in 0..MOST_STOPS {
        let now = focused(page);
        if now == name {
            return;
        }
        passed.push(now);
        xdotool(&["key", "Tab"]);
        thread::sleep(Duration::from_millis(80));
    }
    panic!("Tab never came to {name}: {passed:?}");
}

/// Does what the palette finds under these words.
fn by_palette(page: &Page, words: &str) {
    press("ctrl+k");
    page.expect("palette");
    type_keys(words);
    press("Return");
    page.expect_gone("palette");
}

#[test]
fn everything_is_done_with_the_keyboard_alone() {
    let Some(seat) = Seat::take() else { return };
    let page = seat.driver.open();
    page.expect("first-run");
    switch_to_window();
    tab_to(&page, "use-passphrase");
    press("space");
    tab_to(&page, "passphrase");
    type_keys(PASSPHRASE);
    tab_to(&page, "passphrase-repeat");
    type_keys(PASSPHRASE);
    press("Return");
    page.expect("recovery-code");
    let groups = wait_for("the recovery code", || {
        let groups: Vec<String> = (0..14).map(|at| page.text(&format!("recovery-group-{at}"))).collect();
        groups.iter().all(|group| group.len() == 4).then_some(groups)
    });
    tab_to(&page, "recovery-continue");
    press("Return");
    for name in ["confirm-0", "confirm-1"] {
        tab_to(&page, name);
        let asked = page
            .run(&format!("return Number(document.querySelector('[data-testid=\"{name}\"]').dataset.group)"));
        type_keys(&groups[usize::try_from(asked.as_u64().unwrap()).unwrap()]);
    }
    press("Return");
    page.expect("main");

    for text in ["The grey heron stands at the weir", "The kettle is in the attic", "I prefer tea to coffee"]
    {
        press("ctrl+n");
        page.expect("capture-text");
        type_keys(text);
        press("Return");
        page.expect_gone("capture-text");
    }
    press("ctrl+f");
    type_keys("heron");
    page.expect_text("result-row", "grey heron");
    press("Return");
    page.expect_text("detail-content", "grey heron");
    press("ctrl+f");
    press("ctrl+a");
    press("BackSpace");
    by_palette(&page, "go to settings");
    page.expect("settings");
    by_palette(&page, "go to your data");
    page.expect("your-data");
    by_palette(&page, "go to memories");
    let asked = page.run("return document.querySelector('[data-testid=search]').value");
    assert_eq!(asked, "", "the search was emptied");
    page.expect("result-row");
    press("ctrl+p");
    page.expect("goto");
    type_keys("kettle");
    thread::sleep(SETTLES);
    press("Return");
    page.expect_gone("goto");
    page.expect_text("detail-content", "kettle");
    press("ctrl+l");
    page.expect("lock-screen");
    tab_to(&page, "unlock-passphrase");
    press("Return");
    tab_to(&page, "unlock-secret");
    type_keys(PASSPHRASE);
    press("Return");
    page.expect_text("result-row", "tea");
    page.close();
}
