//! Whether the window can be used by everyone: axe-core's rules on every screen of the real window, in light and dark, the order in
//! which Tab goes through it, and that what has the focus can always be seen.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::desk::{PASSPHRASE, xdotool};
use crate::driver::Page;
use crate::main_job::capture;
use crate::seat::Seat;

/// A change of look or a dialog that opens is drawn by then.
const DRAWN: Duration = Duration::from_millis(600);
/// More stops than any screen has.
const MOST_STOPS: usize = 80;

const RUN_AXE: &str = "
  const done = arguments[arguments.length - 1];
  axe.run(document, { resultTypes: ['violations'] }).then(
    ({ violations }) => done(
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, impact, nodes }) => `${impact} ${id}: ` + nodes.map(({ html, any }) =>
          html.slice(0, 160) + ' | ' + any.map(({ message }) => message).join('; ')).join(' / ')),
    ),
    (error) => done(['axe-core failed: ' + error]),
  );";

/// What has the focus: its place among all elements, its name, and whether it can be seen to have it.
const FOCUS: &str = "
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const looks = [one, one.closest('label'), one.parentElement, one.matches('[role=listbox]') && one.querySelector('.current')].filter(Boolean).map((part) => getComputedStyle(part));
  const seen = looks.some((look) => (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2)
    || look.boxShadow !== 'none');
  const box = one.getBoundingClientRect();
  return {
    at: [...document.querySelectorAll('*')].indexOf(one),
    name: one.dataset.testid || one.getAttribute('aria-label') || one.textContent.trim().slice(0, 30) || one.tagName,
    caret: one.matches('textarea, input:not([type=checkbox]):not([type=radio])'),
    seen,
    inside: box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
  };";

struct Judge<'a> {
    page: &'a Page,
    rules: String,
    found: Vec<String>,
    screens: usize,
}

impl Judge<'_> {
    /// Both looks of what is on the screen now.
    fn look_at(&mut self, screen: &str) {
        for look in ["light", "dark"] {
            self.page.run(&format!("document.documentElement.dataset.theme = '{look}'"));
            thread::sleep(DRAWN);
            if self.page.run("return typeof window.axe") != "object" {
                self.page.run(&self.rules);
            }
            let answer = self.page.run_later(RUN_AXE);
            let findings = answer.as_array().unwrap_or_else(|| panic!("{screen}: no answer: {answer}"));
            self.found.extend(findings.iter().map(|one| format!("{screen}, {look}: {one}")));
            self.screens += 1;
        }
    }
}

/// axe-core as the window runs it: its prototypes are frozen, so that a name of theirs is given with `defineProperty`.
fn rules() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
    format!("{}\nwindow.axe = window.axe || axe;", fs::read_to_string(file).unwrap())
}

#[test]
fn every_screen_passes_axe_in_light_and_dark() {
    let Some(seat) = Seat::take() else { return };
    let page = seat.driver.open();
    page.expect("first-run");
    let mut judge = Judge { page: &page, rules: rules(), found: Vec::new(), screens: 0 };
    judge.look_at("first run");
    page.click("use-passphrase");
    page.fill("passphrase", PASSPHRASE);
    page.fill("passphrase-repeat", PASSPHRASE);
    judge.look_at("a passphrase");
    page.click("make-vault");
    page.expect("recovery-group-0");
    judge.look_at("recovery code");
    seat.confirm_recovery_code(&page);
    judge.look_at("empty list");
    for text in [
        "Anna was born on 12 May #family",
        "The boiler man is on 030 901820 #home",
        "I prefer tea !preference",
    ] {
        capture(&page, text);
    }
    page.expect_text("result-row", "tea");
    judge.look_at("list");
    page.click("result-row");
    page.expect("detail");
    judge.look_at("detail");
    page.click("new-capture");
    page.fill("capture-text", "password: correct-horse-9 #home");
    thread::sleep(DRAWN);
    judge.look_at("capture, refused");
    page.keys("\u{e00c}");
    page.expect_gone("capture-text");
    page.fill("search", "zzzz");
    page.expect_gone("result-row");
    judge.look_at("nothing found");
    page.fill("search", "boiler");
    page.expect("result-row");
    judge.look_at("found");
    page.fill("search", "");
    for (keys, what) in [("\u{e009}k", "palette"), ("\u{e009}p", "goto")] {
        page.keys(keys);
        page.expect(what);
        judge.look_at(what);
        page.keys("\u{e00c}");
        page.expect_gone(what);
    }
    page.click("nav-data");
    page.expect("your-data");
    judge.look_at("your data");
    page.click("nav-settings");
    page.expect("settings");
    judge.look_at("settings");
    page.click("lock");
    page.expect("lock-screen");
    judge.look_at("locked");
    page.click("unlock-passphrase");
    page.fill("unlock-secret", "not the passphrase at all");
    page.click("unlock-go");
    page.expect("problem");
    judge.look_at("wrong passphrase");
    println!("axe-core looked at {} screens", judge.screens);
    assert!(judge.found.is_empty(), "{}", judge.found.join("\n"));
    page.close();
}

/// Goes through the page with Tab alone, once around, and answers the names of the stops.
fn stops(page: &Page) -> Vec<String> {
    let mut stops: Vec<String> = Vec::new();
    let mut places: Vec<i64> = Vec::new();
    for _ in 0..MOST_STOPS {
        xdotool(&["key", "Tab"]);
        thread::sleep(Duration::from_millis(60));
        let focus = page.run(FOCUS);
        let Some(at) = focus["at"].as_i64() else {
            // Past the last stop the window itself has it, once.
            if places.is_empty() { continue } else { break }
        };
        if places.contains(&at) {
            break;
        }
        let name = focus["name"].as_str().unwrap_or_default().to_owned();
        assert!(
            focus["seen"] == Value::Bool(true) || focus["caret"] == Value::Bool(true),
            "{name} does not show that it has the focus"
        );
        assert!(focus["inside"] == Value::Bool(true), "{name} has the focus out of sight");
        places.push(at);
        stops.push(name);
    }
    // In the order of the page: none is jumped over and come back to.
    let falls = places.windows(2).filter(|pair| pair[1] < pair[0]).count();
    assert!(falls <= 1, "Tab jumps about: {stops:?}");
    stops
}

#[test]
fn tab_goes_through_every_screen_in_order_and_the_focus_is_always_seen() {
    let Some(seat) = Seat::take() else { return };
    let page = seat.open_new_vault();
    capture(&page, "I prefer tea !preference");
    page.expect_text("result-row", "tea");
    page.run("document.activeElement?.blur()");
    crate::keyboard_job::switch_to_window();
    let main = stops(&page);
    for wanted in ["search", "new-capture", "nav-data", "nav-settings", "lock"] {
        assert!(main.iter().any(|stop| stop == wanted), "{wanted} cannot be reached: {main:?}");
    }
    for view in ["data", "settings"] {
        page.click(&format!("nav-{view}"));
        page.expect(if view == "data" { "your-data" } else { "settings" });
        assert!(stops(&page).len() > 8);
    }
    page.click("lock");
    page.expect("lock-screen");
    let locked = stops(&page);
    assert!(locked.iter().any(|stop| stop == "unlock-passphrase"), "{locked:?}");
    page.close();
}
