//! Typing in a large vault: what is found belongs to what was typed last, and nothing holds the page up.
//!
//! `cargo xtask bench window` runs it at 100,000 memories and prints how long the page's main thread was ever busy without a
//! pause. The suite runs it smaller, for the answers alone: how long something takes depends on who else uses the computer.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::desk::{Desk, PASSPHRASE};
use crate::driver::Page;
use crate::seat::Seat;

/// How many memories the vault has.
const MEMORIES: &str = "KEEPSAKE_BENCH_MEMORIES";
/// A folder that keeps the vault between runs, as filling it takes minutes.
const KEPT_IN: &str = "KEEPSAKE_BENCH_FOLDER";
/// In the suite.
const FEW: usize = 600;
/// A quick typist's pause between two keys.
const KEY_PAUSE: Duration = Duration::from_millis(70);

/// Notes every stretch in which a timer of the page's was not served: a timer that is due at once comes after 4 ms or so.
const WATCH: &str = "
  const watch = (window.busy = { longest_ms: 0, over: 0, count: 0, on: true });
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    watch.longest_ms = Math.max(watch.longest_ms, now - last);
    if (now - last > 50) watch.over += 1;
    watch.count += 1;
    last = now;
    if (watch.on) setTimeout(tick, 0);
  };
  setTimeout(tick, 0);";

/// Notes for each key how long it takes until the list that it brings is drawn.
const WATCH_RESULTS: &str = "
  const shown = (window.shown = []);
  let pressed = null;
  document.querySelector('[data-testid=search]').addEventListener('input', () => (pressed = performance.now()));
  new MutationObserver(() => {
    if (pressed === null) return;
    const at = pressed;
    pressed = null;
    requestAnimationFrame(() => shown.push(performance.now() - at));
  }).observe(document.querySelector('[role=listbox]').parentElement, { subtree: true, childList: true, characterData: true });";

/// Empties the search field and gives it the focus.
const SEARCH_ANEW: &str = "
  const field = document.querySelector('[data-testid=search]');
  field.value = '';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();";

#[test]
fn what_is_found_belongs_to_what_was_typed_last() {
    let Some(seat) = Seat::take() else { return };
    let memories = std::env::var(MEMORIES).ok().and_then(|text| text.parse().ok()).unwrap_or(FEW);
    fill(&seat.desk, memories);
    let page = seat.driver.open();
    page.expect("lock-screen");
    page.fill("unlock-secret", PASSPHRASE);
    page.click("unlock-go");
    page.expect("main");
    page.expect_text("result-count", &thousands(memories + 1));

    let idle = busy_while(&page, || thread::sleep(Duration::from_secs(3)));
    let searching = busy_while(&page, || {
        for question in ["the blue heron at the weir", "where does the train to", "heron wei"] {
            page.run(SEARCH_ANEW);
            type_slowly(&page, question);
        }
    });
    page.expect_text("result-row", "blue heron");
    page.run(SEARCH_ANEW);
    thread::sleep(Duration::from_secs(1));
    page.run(WATCH_RESULTS);
    type_slowly(&page, "the grey heron who stands beside the old weir");
    let mut shown_ms: Vec<f64> = serde_json::from_value(page.run("return window.shown")).unwrap();
    shown_ms.sort_by(f64::total_cmp);
    assert!(shown_ms.len() > 5, "no list was drawn while it was typed: {shown_ms:?}");
    println!(
        "{memories} memories, key press to shown results: median {:.0} ms, 95th {:.0} ms, worst {:.0} ms of {} keys",
        shown_ms[shown_ms.len() / 2],
        shown_ms[shown_ms.len() * 95 / 100],
        shown_ms[shown_ms.len() - 1],
        shown_ms.len()
    );
    let scrolling = busy_while(&page, || {
        page.run(SEARCH_ANEW);
        page.run(
            "const list = document.querySelector('[role=listbox]');
             let at = 0;
             window.scroller = setInterval(() => (list.scrollTop = at += 900), 30);",
        );
        thread::sleep(Duration::from_secs(3));
        page.run("clearInterval(window.scroller)");
    });
    let capturing = busy_while(&page, || {
        page.click("new-capture");
        type_slowly(&page, "The blue heron at the weir was grey after all");
    });
    let kept = page.run("return document.querySelector('[data-testid=capture-text]').value");
    assert_eq!(kept, "The blue heron at the weir was grey after all");
    for (what, busy) in
        [("idle", idle), ("searching", searching), ("scrolling", scrolling), ("capturing", capturing)]
    {
        println!(
            "{memories} memories, {what}: longest stretch of the page's main thread {:.1} ms, {} over 50 ms",
            busy["longest_ms"].as_f64().unwrap_or_default(),
            busy["over"]
        );
        assert!(busy["count"].as_f64().unwrap_or_default() > 10.0, "nothing was watched: {busy}");
    }
    page.close();
}

/// What [`WATCH`] saw while something was done.
fn busy_while(page: &Page, work: impl FnOnce()) -> Value {
    page.run(WATCH);
    work();
    page.run("window.busy.on = false; return window.busy")
}

fn type_slowly(page: &Page, text: &str) {
    for letter in text.chars() {
        page.keys(&letter.to_string());
        thread::sleep(KEY_PAUSE);
    }
    thread::sleep(Duration::from_millis(300));
}

/// Puts a vault of so many memories, and one that is looked for, onto the desk.
fn fill(desk: &Desk, memories: usize) {
    let kept = std::env::var_os(KEPT_IN).map(|folder| PathBuf::from(folder).join(memories.to_string()));
    if let Some(kept) = kept.as_ref().filter(|kept| kept.join("vault.db").exists()) {
        copy(kept, &desk.vault());
        return;
    }
    let (file, home) = (desk.path("memories.jsonl"), desk.vault());
    fs::write(&file, texts(memories)).unwrap();
    desk.keepsake_ok(&["--home", home.to_str().unwrap(), "init", "--no-keychain"]);
    let home = ["--home", home.to_str().unwrap()];
    desk.keepsake_ok(&[home[0], home[1], "import", "--format", "jsonl", file.to_str().unwrap()]);
    desk.keepsake_ok(&[home[0], home[1], "add", "A blue heron stands at the weir every morning"]);
    if let Some(kept) = kept {
        copy(&desk.vault(), &kept);
    }
}

/// Memories made of halves of the sample's, as JSON lines.
fn texts(count: usize) -> String {
    let sample = include_str!("../../assets/sample/memories.jsonl");
    let contents: Vec<String> = sample
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok()?["content"].as_str().map(str::to_owned))
        // What the filter refuses would be missing from the count.
        .filter(|content| content.split_whitespace().all(|word| word.len() < 16) && !content.contains("```"))
        .collect();
    let halves: Vec<(String, String)> = contents
        .iter()
        .map(|content| {
            let words: Vec<&str> = content.split_whitespace().collect();
            let (first, second) = words.split_at(words.len() / 2);
            (first.join(" "), second.join(" "))
        })
        .collect();
    let mut lines = String::new();
    for at in 0..count {
        let (first, _) = &halves[at % halves.len()];
        let (_, second) = &halves[(at / halves.len() + at * 7) % halves.len()];
        let content = format!("{first} {second} ({at})");
        let day = 1 + at % 28;
        let created_at = format!("202{}-{:02}-{day:02}T08:00:00Z", at % 6, 1 + at / 28 % 12);
        let line = serde_json::json!({ "content": content, "created_at": created_at, "source": "made" });
        lines.push_str(&format!("{line}\n"));
    }
    lines
}

/// `100,000`, as the page writes it.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
    groups.join(",")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}
