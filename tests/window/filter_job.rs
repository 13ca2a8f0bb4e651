//! What the filter hides, in the real window: sealed as it is typed, found by its number, shown, edited around, refused.

use crate::desk::{wait_for, window_named};
use crate::dialogs;
use crate::main_job::capture;
use crate::seat::Seat;

const CARD: &str = "4242 4242 4242 4242";
/// The system's question, by its title.
const QUESTION: &str = "Show what is hidden";

#[test]
fn a_hidden_number_is_found_shown_and_edited_around() {
    let Some(seat) = Seat::take() else { return };
    let page = seat.open_new_vault();
    capture(&page, "Pavel's rye bread needs two risings");

    page.click("new-capture");
    page.fill("capture-text", &format!("Mira's ferry card is {CARD}"));
    page.expect_text("capture-preview", "card number");
    page.click("capture-keep");
    page.expect_gone("capture-text");
    page.expect_text("result-row", "Mira's ferry card");
    assert!(!page.text("result-row").contains("4242"), "the list shows no number");

    // Written in another way, the number still finds it.
    page.fill("search", "4242-4242-4242-4242");
    page.expect_text("result-row", "Mira's ferry card");
    page.click("result-row");
    page.expect_text("detail-content", "Mira's ferry card is");
    assert!(!page.text("detail-content").contains("4242"));

    // The first time the system asks, and the page cannot answer for the person.
    page.click("reveal");
    wait_for("the system's question", || window_named(QUESTION));
    assert!(!page.text("detail-content").contains("4242"), "nothing is shown while it asks");
    dialogs::agree(QUESTION);
    page.expect_text("revealed", CARD);
    page.click("reveal-hide");
    page.expect_gone("revealed");

    page.click("edit");
    page.fill("edit-text", "Mira's ferry card is still [card], until May");
    page.click("edit-save");
    page.expect_text("detail-content", "until May");
    assert!(!page.text("detail-content").contains("4242"));
    page.click("reveal");
    page.expect_text("revealed", CARD);

    // Typing what a placeholder looks like shows nothing.
    capture(&page, "Doro wrote [card] on the envelope");
    page.fill("search", "Doro envelope");
    page.expect_text("result-row", "Doro wrote");
    page.click("result-row");
    page.expect_text("detail-content", "Doro wrote");
    page.expect_gone("reveal");

    // Another choice for one capture, with the keyboard.
    page.click("new-capture");
    page.fill("capture-text", "The other card is 5555 5555 5555 4444");
    page.expect_text("capture-preview", "card number");
    page.click("change-credit_card");
    page.click("choose-mask");
    page.click("capture-keep");
    page.expect_gone("capture-text");
    page.fill("search", "other card");
    page.expect_text("result-row", "4444");
    page.click("result-row");
    page.expect_text("detail-content", "••••4444");
    page.expect_gone("reveal");

    page.click("lock");
    page.expect("lock-screen");
    let left = page.run("return document.documentElement.outerHTML");
    assert!(!left.as_str().unwrap().contains("4242"), "a locked window holds no number");
    page.close();

    // A program that reads the memory sees neither number nor token.
    let listed = seat.desk.keepsake_ok(&["list", "--json"]);
    assert!(listed.contains("ferry card is still [card]") && !listed.contains("4242"), "{listed}");
    let found = seat.desk.keepsake_ok(&["search", CARD, "--json"]);
    assert!(!found.contains("ferry"), "{found}");
}

#[test]
fn rules_of_ones_own_count_for_what_was_kept_before() {
    let Some(seat) = Seat::take() else { return };
    let page = seat.open_new_vault();
    capture(&page, "Lunch with the Heliotrope people on Friday");
    page.click("nav-settings");
    page.expect("filter-settings");
    page.fill("rule-text", "heliotrope");
    page.click("rule-add");
    page.expect_text("rule-row", "heliotrope");
    page.click("filter-scan");
    page.click("scan-open");
    page.expect("scan-dialog");
    page.expect_text("scan-says", "1");
    page.click("scan-confirm");
    page.expect("scan-done");
    page.click("scan-close");
    page.click("nav-memories");
    page.expect_text("result-row", "Lunch with the");
    assert!(!page.text("result-row").contains("Heliotrope"));
    page.close();
}
