//! No key and no content in any file that the app writes, while it runs and after, without a keychain.
//!
//! The app runs as a person runs it, steered by the keyboard: under a WebDriver the window would have a profile.
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::desk::{Desk, PASSPHRASE, Running, in_session, program, wait_for, window_named, xdotool};
use data_encoding::{BASE64_NOPAD, BASE64URL_NOPAD, HEXLOWER, HEXUPPER};
use keepsake_embed::{Assets, Embedder, Model, Sessions};
use keepsake_seal::{Keyslots, Passphrase, Unlock};

const CANARY: &str = "heliotrope zanzibar quincunx";

/// One value of each class that may be kept, hidden or not, and the words around it.
const KEPT: &[(&str, &str)] = &[
    ("the ferry card is ", "4242 4242 4242 4242"),
    ("rent goes to ", "DE91 1000 0000 0123 4567 89"),
    ("my SSN is ", "512-44-9073"),
    ("passport number ", "C01X00T47"),
    ("call Ana at ", "+49 171 2345678"),
    ("Ana was born on ", "4 March 1981"),
    ("write to ", "ines.halvorsen@tide.example"),
    ("the printer is at ", "203.0.113.77"),
    ("the van's VIN is ", "1HGCM82633A004352"),
];

/// One value of each class that must not be kept.
const REFUSED: &[(&str, &str)] = &[
    ("my wifi password: ", "Tr0ub4dor&3xyz"),
    ("use ", concat!("ghp", "_4kTq9VnZ2mXb7RsWc1YpLd8HfJg5Ka0QeUiO")),
    ("your verification code is ", "482913"),
    ("wallet: ", "legal winner thank year wave sausage worth useful legal winner thank yellow"),
];

/// A name for what must not be found, and its bytes.
type Trace = (String, Vec<u8>);

/// Bytes in every form in which a program may come to write them.
fn forms(name: &str, bytes: &[u8]) -> Vec<Trace> {
    let mut forms = vec![
        (format!("{name}, raw"), bytes.to_vec()),
        (format!("{name}, hex"), HEXLOWER.encode(bytes).into_bytes()),
        (format!("{name}, HEX"), HEXUPPER.encode(bytes).into_bytes()),
    ];
    // Base64 looks different at each of three alignments; the edges depend on the neighbours.
    for shift in 0..3 {
        let mut shifted = vec![0; shift];
        shifted.extend_from_slice(bytes);
        for (alphabet, encoding) in [("base64", &BASE64_NOPAD), ("base64url", &BASE64URL_NOPAD)] {
            let text = encoding.encode(&shifted);
            let middle = &text.as_bytes()[4..text.len() - 4];
            // Of a short value so little is sure that it could stand anywhere by chance.
            if middle.len() >= 8 {
                forms.push((format!("{name}, {alphabet}+{shift}"), middle.to_vec()));
            }
        }
    }
    forms
}

fn text_forms(name: &str, text: &str) -> Vec<Trace> {
    let wide: Vec<u16> = text.encode_utf16().collect();
    let mut traces = forms(name, text.as_bytes());
    traces.push((format!("{name}, UTF-16LE"), wide.iter().flat_map(|unit| unit.to_le_bytes()).collect()));
    traces.push((format!("{name}, UTF-16BE"), wide.iter().flat_map(|unit| unit.to_be_bytes()).collect()));
    traces
}

pub fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => files(&entry.path(), into),
            Ok(kind) if kind.is_file() => into.push(entry.path()),
            _ => {}
        }
    }
}

/// What was found where, in every file under the folders that the app may write to.
fn scan(desk: &Desk, traces: &[Trace]) -> Vec<String> {
    let mut all = Vec::new();
    for folder in ["home", "data", "config", "cache", "state", "tmp", "run"] {
        files(&desk.path(folder), &mut all);
    }
    assert!(all.iter().any(|path| path.ends_with("vault.db")), "the scan looks in the right place");
    let mut found = Vec::new();
    for path in all {
        // A file that went away between listing and reading holds nothing any more.
        let bytes = fs::read(&path).unwrap_or_default();
        for (name, trace) in traces {
            if bytes.windows(trace.len()).any(|window| window == trace) {
                found.push(format!("{name} in {}", path.display()));
            }
        }
    }
    found
}

#[test]
fn no_key_and_no_content_is_in_any_file() {
    if !in_session() {
        return;
    }
    let desk = Desk::new();
    let made: serde_json::Value =
        serde_json::from_str(&desk.keepsake_ok(&["init", "--no-keychain", "--json"])).unwrap();
    let code = made["recovery_code"].as_str().unwrap();
    // The window asks for a new code when the first one was never confirmed and nothing is kept yet.
    fs::write(desk.path("code"), code).unwrap();
    let code_file = desk.path("code");
    assert!(
        desk.keepsake(&["--recovery-code-file", code_file.to_str().unwrap(), "confirm-recovery-code"])
            .status
            .success()
    );

    let keys = Keyslots::load(desk.vault().join("keyslots.json"))
        .unwrap()
        .unlock(Unlock::Passphrase(&Passphrase::new(PASSPHRASE).unwrap()))
        .unwrap();
    let database_key = keys.database_key(keys.current_epoch()).unwrap();
    let assets = Assets::locate_from(program("keepsake").parent().unwrap()).unwrap();
    let vector = Model::load(&assets, Sessions::OneText).unwrap().embed(CANARY).unwrap().remove(0).vector;
    let vector_bytes: Vec<u8> = vector[..8].iter().flat_map(|x| x.to_le_bytes()).collect();
    let mut traces = text_forms("the memory", CANARY);
    traces.extend(text_forms("the passphrase", PASSPHRASE));
    traces.extend(text_forms("the recovery code", code));
    traces.extend(forms("the database key", database_key.dangerously_expose()));
    traces.extend(forms("the memory's vector", &vector_bytes));
    let typed: Vec<Trace> =
        KEPT.iter().chain(REFUSED).flat_map(|(_, value)| text_forms(value, value)).collect();

    let _manager = Running::start(&mut desk.command("openbox"));
    let mut app = Running::start(
        desk.command_without_keychain(program("keepsake-desktop")).env_remove("TAURI_WEBVIEW_AUTOMATION"),
    );
    let window = wait_for("the window", || window_named("Keepsake"));
    let count = || desk.keepsake_ok(&["list", "--json"]);
    xdotool(&["windowfocus", "--sync", &window]);
    // The page needs a moment after its window; the keychain's absence is asked for first.
    std::thread::sleep(Duration::from_secs(7));
    xdotool(&["type", "--delay", "15", PASSPHRASE]);
    xdotool(&["key", "Return"]);
    std::thread::sleep(Duration::from_secs(7));
    xdotool(&["key", "ctrl+n"]);
    std::thread::sleep(Duration::from_secs(1));
    xdotool(&["type", "--delay", "15", CANARY]);
    std::thread::sleep(Duration::from_millis(500));
    xdotool(&["key", "Return"]);
    wait_for("the capture", || count().contains(CANARY).then_some(()));
    xdotool(&["key", "ctrl+f"]);
    xdotool(&["type", "--delay", "15", CANARY]);
    std::thread::sleep(Duration::from_secs(1));
    for (words, value) in KEPT.iter().chain(REFUSED) {
        xdotool(&["key", "ctrl+n"]);
        std::thread::sleep(Duration::from_millis(700));
        // What was refused is still in the box.
        xdotool(&["key", "ctrl+a"]);
        xdotool(&["type", "--delay", "12", &format!("{words}{value}")]);
        std::thread::sleep(Duration::from_millis(700));
        xdotool(&["key", "Return"]);
        std::thread::sleep(Duration::from_millis(700));
        xdotool(&["key", "Escape"]);
        std::thread::sleep(Duration::from_millis(300));
    }
    let kept = wait_for("the kept ones", || {
        let kept: serde_json::Value = serde_json::from_str(&count()).ok()?;
        (kept["total"].as_u64()? as usize > KEPT.len()).then_some(kept)
    });
    assert_eq!(kept["total"], KEPT.len() + 1, "what must not be kept was not");
    assert_eq!(scan(&desk, &traces), Vec::<String>::new(), "while it runs");
    assert_eq!(scan(&desk, &typed), Vec::<String>::new(), "while it runs");

    // Locking replaces the window, which no WebDriver survives: so it is tried here.
    xdotool(&["key", "ctrl+l"]);
    std::thread::sleep(Duration::from_secs(7));
    assert!(app.0.try_wait().unwrap().is_none(), "locking must not end the app");
    let window = wait_for("the new window", || window_named("Keepsake"));
    xdotool(&["windowfocus", "--sync", &window]);
    xdotool(&["type", "--delay", "15", PASSPHRASE]);
    xdotool(&["key", "Return"]);
    std::thread::sleep(Duration::from_secs(3));
    xdotool(&["key", "ctrl+n"]);
    std::thread::sleep(Duration::from_secs(1));
    xdotool(&["type", "--delay", "15", "kept after the lock"]);
    std::thread::sleep(Duration::from_millis(500));
    xdotool(&["key", "Return"]);
    wait_for("the second capture", || count().contains("kept after the lock").then_some(()));
    assert_eq!(scan(&desk, &traces), Vec::<String>::new(), "after the lock");
    assert_eq!(scan(&desk, &typed), Vec::<String>::new(), "after the lock");

    xdotool(&["key", "alt+F4"]);
    wait_for("the app's end", || app.0.try_wait().unwrap());
    assert_eq!(scan(&desk, &traces), Vec::<String>::new(), "after it ran");
    assert_eq!(scan(&desk, &typed), Vec::<String>::new(), "after it ran");
    traces.extend(typed.into_iter().take(3));

    // The scan must be able to find what it looks for.
    for (name, trace) in &traces {
        let planted = desk.path("cache").join("planted");
        fs::write(&planted, [b"before ", trace.as_slice(), b" after"].concat()).unwrap();
        assert!(scan(&desk, &traces).iter().any(|found| found.starts_with(name.as_str())), "{name}");
        fs::remove_file(planted).unwrap();
    }
}
