//! Bringing many memories in, in the real window: it goes on while others are searched and captured, is cancelled, gone on with,
//! and cut off by a lock; what was kept is in the vault each time, once.

use crate::desk::wait_for;
use crate::dialogs;
use crate::driver::Page;
use crate::main_job::capture;
use crate::seat::Seat;

/// So many that the model needs many seconds for them.
const LINES: usize = 6000;
const CHOOSER: &str = "Choose what to bring in";

/// Answers the system's file chooser with a path.
fn choose_file(page: &Page, path: &str) {
    page.click("import-file");
    dialogs::choose(CHOOSER, path);
    page.expect("import-dialog");
}

/// How many of the file are done, as the line on the page says.
fn done_so_far(page: &Page) -> Option<u64> {
    let number = page.run(
        "const bar = document.querySelector('[data-testid=\"import-line\"] [role=progressbar]'); \
         return bar ? Number(bar.getAttribute('aria-valuenow')) : null",
    );
    number.as_u64()
}

fn wait_until_some_are_in(page: &Page, more_than: u64) -> u64 {
    wait_for("memories to come in", || done_so_far(page).filter(|done| *done > more_than))
}

fn numbers(seat: &Seat) -> Vec<usize> {
    let listed = seat.desk.keepsake_ok(&["list", "--json", "--limit", "100000", "--source", "old diary"]);
    let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
    let number = |memory: &serde_json::Value| {
        memory["content"].as_str().unwrap().rsplit(' ').next().unwrap().parse().unwrap()
    };
    let mut numbers: Vec<usize> = listed["memories"].as_array().unwrap().iter().map(number).collect();
    numbers.sort_unstable();
    numbers
}

#[test]
fn an_import_goes_on_in_the_background_and_keeps_what_is_done() {
    let Some(seat) = Seat::take() else { return };
    let file = seat.desk.path("home/diary.jsonl");
    // Without ids of their own: nothing but its place in the file keeps a line from coming twice.
    let line = |i: usize| {
        format!("{{\"content\":\"Diary page about walnut trees, number {i}\",\"source\":\"old diary\"}}\n")
    };
    let mut lines: String = (0..LINES).map(line).collect();
    lines.push_str("{\"content\":\"ok, thanks!\",\"source\":\"chat\"}\n");
    std::fs::write(&file, lines).unwrap();
    let page = seat.open_new_vault();
    capture(&page, "Pavel's rye bread needs two risings");

    page.click("nav-data");
    choose_file(&page, file.to_str().unwrap());
    page.expect_text("import-says", "6,001 memories");
    page.expect_text("import-short", "1 short reply");
    page.click("import-leave-out");
    page.expect_text("import-confirm", "Bring in 6,000 memories");
    page.click("import-confirm");
    page.expect_gone("import-dialog");

    // Meanwhile everything else goes on.
    wait_until_some_are_in(&page, 0);
    page.expect_text("import-progress", "memories a second");
    page.click("nav-memories");
    page.fill("search", "rye bread");
    page.expect_text("result-row", "Pavel's rye bread");
    page.fill("search", "walnut");
    page.expect_text("result-row", "Diary page");
    capture(&page, "Kept while the diary came in");
    assert!(done_so_far(&page).is_some(), "it is still at work");

    page.click("import-stop");
    page.expect("import-go-on");
    page.expect_text("import-line", "Stopped at");
    page.close();
    let kept = numbers(&seat);
    assert!(!kept.is_empty() && kept.len() < LINES);
    assert_eq!(kept, (0..kept.len()).collect::<Vec<_>>(), "the first of them, each once");
}

#[test]
fn an_import_is_gone_on_with_and_cut_off_by_a_lock() {
    let Some(seat) = Seat::take() else { return };
    let file = seat.desk.path("home/diary.jsonl");
    let line = |i: usize| {
        format!("{{\"content\":\"Diary page about plum trees, number {i}\",\"source\":\"old diary\"}}\n")
    };
    std::fs::write(&file, (0..LINES).map(line).collect::<String>()).unwrap();
    let page = seat.open_new_vault();
    page.click("nav-data");
    choose_file(&page, file.to_str().unwrap());
    page.click("import-confirm");
    wait_until_some_are_in(&page, 0);
    page.click("import-stop");
    page.expect("import-go-on");
    page.click("import-go-on");
    let before = done_so_far(&page).unwrap_or(0);
    wait_until_some_are_in(&page, before.max(64));
    page.click("lock");
    page.expect("lock-screen");
    page.expect_gone("import-line");
    page.close();
    let kept = numbers(&seat);
    assert!(kept.len() > 64 && kept.len() < LINES, "{}", kept.len());
    assert_eq!(kept, (0..kept.len()).collect::<Vec<_>>(), "the first of them, each once");
    assert!(seat.desk.keepsake_ok(&["verify", "--json"]).contains("\"ok\":true"));
}

/// Chooses a file or folder, sees how many memories would come in, and brings them in.
fn bring_in(page: &Page, from: &str, path: &std::path::Path, expected: &str) {
    page.click(from);
    dialogs::choose(CHOOSER, path.to_str().unwrap());
    wait_for("what would come in", || {
        let said = page.run("return document.querySelector('[data-testid=problem]')?.textContent ?? ''");
        let said = said.as_str().unwrap_or_default();
        assert!(said.is_empty(), "{}: {said}", path.display());
        page.run("return document.querySelector('[data-testid=import-dialog]') !== null")
            .as_bool()?
            .then_some(())
    });
    page.expect_text("import-confirm", expected);
    page.click("import-confirm");
    page.expect_text("import-line", "brought in");
    page.click("import-close");
    page.expect_gone("import-line");
}

#[test]
fn exports_of_other_programs_come_in_told_by_their_shape() {
    let Some(seat) = Seat::take() else { return };
    let folder = seat.desk.path("home/exports");
    std::fs::create_dir_all(folder.join("notes")).unwrap();
    std::fs::create_dir_all(folder.join("joplin")).unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let table =
        write("table.csv", "content;topics\nThe ferry leaves at nine;travel\nTea at Doro's;tea,home\n");
    let memory = write(
        "memory.jsonl",
        "{\"type\":\"entity\",\"name\":\"Doro\",\"entityType\":\"person\",\"observations\":[\"has a red bicycle\"]}\n",
    );
    let text = write("thoughts.txt", "Oak lasts.\n\nPine is quick.\n\nWalnut is for chairs.\n");
    write("notes/bread.md", "---\ntags: [kitchen]\n---\nRye needs two risings.\n");
    let joplin = "Roof\n\nThe roof was mended in May.\n\nid: 0123456789abcdef0123456789abcdef\ncreated_time: 2026-05-04T10:00:00.000Z\ntype_: 1";
    write("joplin/0123456789abcdef0123456789abcdef.md", joplin);
    let page = seat.open_new_vault();
    page.click("nav-data");
    bring_in(&page, "import-file", &table, "Bring in 2 memories");
    bring_in(&page, "import-file", &memory, "Bring in 1 memory");
    bring_in(&page, "import-file", &text, "Bring in 3 memories");
    bring_in(&page, "import-folder", &folder.join("notes"), "Bring in 1 memory");
    bring_in(&page, "import-folder", &folder.join("joplin"), "Bring in 1 memory");

    page.close();
    let listed: serde_json::Value =
        serde_json::from_str(&seat.desk.keepsake_ok(&["list", "--json", "--limit", "100"])).unwrap();
    assert_eq!(listed["memories"].as_array().unwrap().len(), 8);
}
