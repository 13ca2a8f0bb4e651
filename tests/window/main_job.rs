//! What a person does, in the real window: make a vault, keep, find, edit, take out, forget, lock, unlock.

use std::fs;

use serde_json::Value;

use crate::desk::{Desk, PASSPHRASE, wait_for};
use crate::dialogs;
use crate::driver::Page;
use crate::seat::Seat;

const KEPT: &str = "My last espresso is at one, or I lie awake half the night";
const EDITED: &str = "My last espresso is at noon, or I lie awake half the night";

#[test]
fn a_person_keeps_finds_edits_takes_out_and_forgets() {
    let Some(seat) = Seat::take() else { return };
    let page = seat.open_new_vault();
    capture(&page, "Pavel's rye bread needs two risings");
    capture(&page, KEPT);
    page.fill("search", "rye");
    page.expect_text("result-row", "rye bread");
    page.close();

    // A restart: the vault is locked, and the keychain opens it.
    let page = seat.driver.open();
    page.expect("lock-screen");
    page.click("unlock-keychain");
    page.expect("main");
    page.fill("search", "when do I stop having caffeine");
    page.expect_text("result-row", KEPT);
    page.click("result-row");
    page.expect_text("detail-content", KEPT);

    page.click("edit");
    page.fill("edit-text", EDITED);
    page.click("edit-save");
    page.expect_text("detail-content", "noon");

    let exported = export(&page, &seat.desk);
    let memories = exported["memories"].as_array().unwrap();
    assert_eq!(memories.len(), 2);
    let edited = memories.iter().find(|memory| memory["content"] == EDITED).expect("the edited memory");
    assert_eq!(edited["earlier_versions"][0]["content"], KEPT);

    page.click("nav-memories");
    page.fill("search", "caffeine espresso");
    page.expect_text("result-row", "espresso");
    page.click("result-row");
    page.click("forget");
    page.click("forget-confirm");
    page.fill("search", "\"espresso\"");
    page.expect("no-results");
    assert!(!page.run("return document.body.innerText").as_str().unwrap().contains("awake half the night"));

    page.click("lock");
    page.expect("lock-screen");
    let left = page.run("return document.documentElement.outerHTML");
    assert!(!left.as_str().unwrap().contains("rye bread"), "a locked window holds no content");
    page.click("unlock-passphrase");
    page.fill("unlock-secret", "not the passphrase at all");
    page.click("unlock-go");
    page.expect_text("problem", "does not open this vault");
    page.fill("unlock-secret", PASSPHRASE);
    page.click("unlock-go");
    page.expect("main");
    page.expect_text("result-row", "rye bread");
    page.close();
}

#[test]
fn what_the_filter_blocks_stays_in_the_box_and_out_of_the_vault() {
    let Some(seat) = Seat::take() else { return };
    let page = seat.driver.open();
    page.click("try-first");
    page.expect("main");
    page.expect("result-row");
    page.click("new-capture");
    page.fill("capture-text", "the card is 4242 4242 4242 4242");
    page.expect_text("capture-preview", "card number");
    page.fill("capture-text", "my password: Tr0ub4dor&3xyz");
    page.expect_text("capture-preview", "password");
    page.keys("\u{e007}");
    page.expect_text("capture-preview", "password");
    assert_eq!(
        page.run("return document.querySelector('[data-testid=\"capture-text\"]').value"),
        "my password: Tr0ub4dor&3xyz",
        "the text is still in the box"
    );
    page.keys("\u{e00c}");
    let try_out = seat.desk.path("data/keepsake-try-out");
    assert!(try_out.exists());
    page.click("try-out-end");
    page.expect("first-run");
    assert!(!try_out.exists(), "the try-out vault is erased");
    assert!(!seat.desk.vault().join("vault.db").exists(), "trying it out makes no vault");
    page.close();
}

pub fn capture(page: &Page, text: &str) {
    page.click("new-capture");
    page.fill("capture-text", text);
    page.click("capture-keep");
    page.expect_gone("capture-text");
}

/// Exports through the system's save dialog.
fn export(page: &Page, desk: &Desk) -> Value {
    let file = desk.path("home").join("everything.json");
    page.click("nav-data");
    page.expect("your-data");
    page.click("export-open");
    page.click("export-json");
    page.click("export-go");
    dialogs::save_as("Export everything", file.to_str().unwrap());
    let bytes =
        wait_for("the exported file", || fs::read(&file).ok().filter(|bytes| bytes.ends_with(b"]}\n")));
    serde_json::from_slice(&bytes).unwrap()
}
