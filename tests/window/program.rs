//! The release programs from outside: what they export, and what lies on the disk.
use std::process::Command;

use crate::desk::{Desk, in_session, program};

#[test]
fn the_app_exports_no_sqlite_symbol() {
    if !in_session() {
        return;
    }
    // WebKitGTK loads the system's libsqlite3 into the same process: an exported symbol would catch its calls.
    for name in ["keepsake-desktop", "keepsake"] {
        let output = Command::new("nm").args(["-D", "--defined-only"]).arg(program(name)).output().unwrap();
        assert!(output.status.success());
        let symbols = String::from_utf8(output.stdout).unwrap();
        assert_eq!(symbols.lines().filter(|line| line.contains("sqlite3_")).count(), 0, "{name}");
    }
}

#[test]
fn stock_sqlite_sees_no_database_and_the_files_hold_no_content() {
    if !in_session() {
        return;
    }
    let desk = Desk::new();
    desk.keepsake_ok(&["init", "--no-keychain"]);
    desk.keepsake_ok(&["add", "an utterly recognisable sentence"]);
    let output = Command::new("sqlite3").arg(desk.vault().join("vault.db")).arg(".schema").output().unwrap();
    let said =
        String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("file is not a database"), "{said}");
    let bytes = std::fs::read(desk.vault().join("vault.db")).unwrap();
    assert!(!bytes.starts_with(b"SQLite format 3"));
    assert!(!bytes.windows(12).any(|window| window == b"recognisable"));
}

#[test]
fn the_programs_find_model_and_library_from_any_folder() {
    if !in_session() {
        return;
    }
    let desk = Desk::new();
    desk.keepsake_ok(&["init", "--no-keychain"]);
    let status = desk.keepsake_ok(&["status", "--json"]);
    assert!(status.contains("all-MiniLM-L6-v2"), "{status}");
}
