//! How long Keepsake takes to be there, beside the least that Tauri can show, and how long its capture window takes to be ready.
//!
//! Only `cargo xtask bench start` measures; how long something takes depends on who else uses the computer, so nothing here judges.

use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, ImageFormat, Window};
use x11rb::rust_connection::RustConnection;

use crate::desk::{Desk, PASSPHRASE, Running, program, wait_for, window_named, xdotool};

/// Set by the bench; how many memories the vault has whose size in memory is told.
const MEMORIES: &str = "KEEPSAKE_BENCH_MEMORIES";
const RUNS: usize = 11;
const CAPTURES: usize = 11;
/// Where the window is looked at: a strip through its middle.
const STRIP: (i16, i16, u16, u16) = (340, 200, 600, 400);
/// So many different colours are text on a ground.
const DRAWN_COLOURS: usize = 8;

struct Screen {
    connection: RustConnection,
    root: Window,
}

impl Screen {
    fn open() -> Screen {
        let (connection, number) = x11rb::connect(None).unwrap();
        let root = connection.setup().roots[number].root;
        Screen { connection, root }
    }

    /// The colours of the strip, each once.
    fn colours(&self) -> usize {
        let (x, y, width, height) = STRIP;
        let image =
            self.connection.get_image(ImageFormat::Z_PIXMAP, self.root, x, y, width, height, !0).unwrap();
        let mut pixels: Vec<[u8; 3]> =
            image.reply().unwrap().data.chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        pixels.sort_unstable();
        pixels.dedup();
        pixels.len()
    }

    fn focus(&self) -> Window {
        self.connection.get_input_focus().unwrap().reply().unwrap().focus
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Milliseconds from the start of a program until its page is drawn.
fn until_drawn_ms(screen: &Screen, desk: &Desk, name: &str, colours: usize) -> f64 {
    wait_for("an empty screen", || (screen.colours() < 3).then_some(()));
    let started = Instant::now();
    let running = Running::start(desk.command(program(name)).stdout(Stdio::null()).stderr(Stdio::null()));
    while screen.colours() < colours {
        assert!(started.elapsed() < Duration::from_secs(60), "{name} was never drawn");
        thread::sleep(Duration::from_millis(2));
    }
    let took = started.elapsed().as_secs_f64() * 1000.0;
    drop(running);
    took
}

/// What a program and its children alone hold in memory, in MiB: shared pages by their share.
fn held_mib(root: u32) -> f64 {
    let mut all = vec![root];
    let mut at = 0;
    while at < all.len() {
        let children =
            fs::read_to_string(format!("/proc/{0}/task/{0}/children", all[at])).unwrap_or_default();
        let mut threads: Vec<u32> = children.split_whitespace().filter_map(|id| id.parse().ok()).collect();
        for task in fs::read_dir(format!("/proc/{}/task", all[at])).into_iter().flatten().flatten() {
            let children = fs::read_to_string(task.path().join("children")).unwrap_or_default();
            threads.extend(children.split_whitespace().filter_map(|id| id.parse::<u32>().ok()));
        }
        threads.retain(|id| !all.contains(id));
        threads.sort_unstable();
        threads.dedup();
        all.extend(threads);
        at += 1;
    }
    let of_one = |id: &u32| {
        let text = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with("Pss:"))?;
        line.split_whitespace().nth(1)?.parse::<f64>().ok()
    };
    all.iter().filter_map(of_one).sum::<f64>() / 1024.0
}

#[test]
fn starting_beside_an_empty_window() {
    let Some(memories) = std::env::var(MEMORIES).ok().and_then(|text| text.parse::<usize>().ok()) else {
        println!("left out: `cargo xtask bench start` measures");
        return;
    };
    let desk = Desk::new();
    let screen = Screen::open();
    let _manager = Running::start(&mut desk.command("openbox"));
    let (mut ours, mut empty) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        empty.push(until_drawn_ms(&screen, &desk, "examples/empty", 2));
        ours.push(until_drawn_ms(&screen, &desk, "keepsake-desktop", DRAWN_COLOURS));
    }
    let (ours_ms, empty_ms) = (median(ours), median(empty));
    println!(
        "start until the page is drawn: {ours_ms:.0} ms, an empty Tauri window {empty_ms:.0} ms, {:.2} times; {RUNS} runs each, in turn",
        ours_ms / empty_ms
    );

    let file = desk.path("memories.jsonl");
    let lines: String = (0..memories)
        .map(|at| format!("{{\"content\": \"The grey heron stood at weir number {at} again\"}}\n"))
        .collect();
    fs::write(&file, lines).unwrap();
    desk.keepsake_ok(&["init", "--no-keychain"]);
    desk.keepsake_ok(&["import", "--format", "jsonl", file.to_str().unwrap()]);
    let nothing = Running::start(desk.command(program("examples/empty")).stderr(Stdio::null()));
    thread::sleep(Duration::from_secs(4));
    let empty_mib = held_mib(nothing.0.id());
    drop(nothing);
    let app = Running::start(desk.command(program("keepsake-desktop")).stderr(Stdio::null()));
    wait_for("the window", || window_named("^Keepsake$"));
    thread::sleep(Duration::from_secs(3));
    let locked_mib = held_mib(app.0.id());
    xdotool(&["type", "--delay", "10", PASSPHRASE]);
    xdotool(&["key", "Return"]);
    thread::sleep(Duration::from_secs(8));
    println!(
        "in memory with its page's processes: {:.0} MiB with {memories} memories and the model, {locked_mib:.0} locked; an empty Tauri window {empty_mib:.0}",
        held_mib(app.0.id())
    );

    let mut ready = Vec::new();
    for _ in 0..CAPTURES {
        let before = screen.focus();
        let pressed = Instant::now();
        xdotool(&["key", "ctrl+shift+space"]);
        while screen.focus() == before {
            assert!(pressed.elapsed() < Duration::from_secs(30), "the capture window never had the keyboard");
            thread::sleep(Duration::from_millis(1));
        }
        ready.push(pressed.elapsed().as_secs_f64() * 1000.0);
        thread::sleep(Duration::from_millis(400));
        xdotool(&["key", "Escape"]);
        wait_for("the capture window to go", || window_named("Keepsake capture").is_none().then_some(()));
        thread::sleep(Duration::from_millis(400));
    }
    let worst = ready.iter().copied().fold(0.0, f64::max);
    println!(
        "keys pressed until the capture window has the keyboard: median {:.0} ms, worst {worst:.0} ms of {CAPTURES}, starting xdotool included",
        median(ready)
    );
}
