//! What is the person's own to take, put back and erase, in the real window with the system's own dialogs: an encrypted export makes
//! an equal vault and is known again, a backup is restored, an ordered erase waits, is called off, and at last is carried out.

use std::fs;

use serde_json::Value;

use crate::desk::{Desk, PASSPHRASE, wait_for};
use crate::dialogs;
use crate::driver::Page;
use crate::main_job::capture;
use crate::seat::Seat;

const EXPORT_PASSPHRASE: &str = "seven amber kettles hum quietly";
const CARD: &str = "4242 4242 4242 4242";

/// All that a vault holds, but for the moment that it was asked.
fn everything(desk: &Desk, home: &[&str]) -> Value {
    let all = [home, &["export", "--format", "json", "--with-originals"]].concat();
    let mut everything: Value = serde_json::from_str(&desk.keepsake_ok(&all)).unwrap();
    everything["exported_at"] = Value::Null;
    everything
}

fn go_to_data(page: &Page) {
    page.click("nav-data");
    page.expect("your-data");
}

#[test]
fn an_encrypted_export_makes_an_equal_vault_and_is_known_again() {
    let Some(seat) = Seat::take() else { return };
    let page = seat.open_new_vault();
    capture(&page, "Pavel's rye bread needs two risings");
    capture(&page, &format!("Mira's ferry card is {CARD}"));
    let file = seat.desk.path("home/everything.age");
    let path = file.to_str().unwrap();
    go_to_data(&page);
    page.click("export-open");
    page.click("export-encrypted");
    page.fill("passphrase", EXPORT_PASSPHRASE);
    page.fill("passphrase-repeat", EXPORT_PASSPHRASE);
    page.click("export-go");
    dialogs::save_as("Export everything, encrypted", path);
    page.expect_text("exported", "2 memories written");
    let bytes = fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1"));
    assert!(!bytes.windows(9).any(|part| part == b"rye bread"));

    let secret = seat.desk.path("export-passphrase");
    fs::write(&secret, EXPORT_PASSPHRASE).unwrap();
    let secret = secret.to_str().unwrap();
    let home = seat.desk.path("home/second");
    let second = ["--home", home.to_str().unwrap()];
    let init = ["init", "--no-keychain", "--from", path, "--export-passphrase-file", secret];
    seat.desk.keepsake_ok(&[&second[..], &init].concat());
    assert_eq!(everything(&seat.desk, &second), everything(&seat.desk, &[]));

    // Brought back where it came from, all of it is known.
    page.click("bring-back");
    dialogs::choose("Choose an export of Keepsake's", path);
    page.fill("reveal-passphrase", "eight amber kettles hum quietly");
    page.click("reveal-go");
    page.expect("problem");
    page.fill("reveal-passphrase", EXPORT_PASSPHRASE);
    page.click("reveal-go");
    page.expect_text("brought-back", "2 memories were here already");
    page.close();
}

#[test]
fn everything_gets_new_keys_and_an_export_makes_the_vault_at_the_first_start() {
    let Some(seat) = Seat::take() else { return };
    let page = seat.open_new_vault();
    capture(&page, "Pavel's rye bread needs two risings");
    let keys_before = fs::read(seat.desk.vault().join("keyslots.json")).unwrap();
    page.click("nav-settings");
    page.click("keys-renew");
    page.click("keys-everything");
    page.fill("passphrase", PASSPHRASE);
    page.fill("passphrase-repeat", PASSPHRASE);
    page.click("keys-go");
    dialogs::agree("New keys and a new recovery code?");
    page.expect("recovery-code");
    let unchanged = fs::read(seat.desk.vault().join("keyslots.json")).unwrap() == keys_before;
    assert!(unchanged, "nothing counts before the code is confirmed");
    seat.confirm_recovery_code(&page);
    assert!(fs::read(seat.desk.vault().join("keyslots.json")).unwrap() != keys_before);
    page.expect_text("result-row", "rye bread");
    assert!(seat.desk.keepsake_ok(&["verify", "--json"]).contains("\"ok\":true"));

    let file = seat.desk.path("home/everything.age");
    let path = file.to_str().unwrap();
    let secret = seat.desk.path("export-passphrase");
    fs::write(&secret, EXPORT_PASSPHRASE).unwrap();
    let secret = secret.to_str().unwrap();
    let export = ["export", "--format", "encrypted", "--export-passphrase-file", secret, "--out", path];
    seat.desk.keepsake_ok(&export);
    let before = everything(&seat.desk, &[]);
    go_to_data(&page);
    page.click("erase-now");
    page.fill("erase-phrase", "erase everything");
    page.click("erase-go");
    dialogs::agree("Erase everything now?");
    page.expect("first-run");

    page.click("first-from-export");
    dialogs::choose("Choose an encrypted export", path);
    page.click("use-passphrase");
    page.fill("passphrase", PASSPHRASE);
    page.fill("passphrase-repeat", PASSPHRASE);
    page.fill("export-passphrase", "eight amber kettles hum quietly");
    page.click("make-vault");
    page.expect("problem");
    assert!(!seat.desk.vault().join("vault.db").exists());
    page.fill("export-passphrase", EXPORT_PASSPHRASE);
    page.click("make-vault");
    seat.confirm_recovery_code(&page);
    page.expect_text("result-row", "rye bread");
    assert_eq!(everything(&seat.desk, &[]), before);
    page.close();
}

#[test]
fn a_backup_is_restored() {
    let Some(seat) = Seat::take() else { return };
    let backups = seat.desk.path("home/backups");
    fs::create_dir(&backups).unwrap();
    let page = seat.open_new_vault();
    capture(&page, "Pavel's rye bread needs two risings");
    go_to_data(&page);
    page.click("backup-folder");
    dialogs::choose("Choose a folder for backups", backups.to_str().unwrap());
    page.expect("backup-now");
    let own = wait_for("the backup", || {
        let mut found = fs::read_dir(&backups).unwrap().filter_map(Result::ok);
        found.find(|entry| entry.path().join("vault.db").exists()).map(|entry| entry.path())
    });
    page.click("nav-memories");
    capture(&page, "Tyres want four bar");
    go_to_data(&page);
    page.click("restore-choose");
    dialogs::choose("Choose a backup's own folder", own.to_str().unwrap());
    page.expect_text("restore-dialog", "1 memory captured since would be gone");
    page.click("restore-go");
    page.expect_text("backup-told", "Restored: 1 memory");
    page.click("nav-memories");
    page.expect_text("result-row", "rye bread");
    page.close();
    let all = everything(&seat.desk, &[]);
    assert_eq!(all["memory_count"], 1);
    assert!(seat.desk.keepsake_ok(&["verify", "--json"]).contains("\"ok\":true"));
}

#[test]
fn an_ordered_erase_waits_is_called_off_and_at_last_is_carried_out() {
    let Some(seat) = Seat::take() else { return };
    let page = seat.open_new_vault();
    capture(&page, "Pavel's rye bread needs two risings");
    go_to_data(&page);
    page.click("erase-order");
    dialogs::agree("Erase everything?");
    dialogs::leave("Choose a folder for the statement");
    page.expect_text("erase-banner", "erased in 7 days");

    // Until then it is read, and nothing in it changes: by the window or by a program.
    page.click("nav-memories");
    page.expect_text("result-row", "rye bread");
    page.click("new-capture");
    page.fill("capture-text", "Tyres want four bar");
    page.click("capture-keep");
    page.expect("problem");
    assert_eq!(everything(&seat.desk, &[])["memory_count"], 1);
    let secret = seat.desk.path("passphrase");
    let added =
        seat.desk.keepsake(&["--passphrase-file", secret.to_str().unwrap(), "add", "Doro likes quinces"]);
    assert!(!added.status.success());
    page.keys("\u{e00c}");
    page.close();

    // It holds over a restart, and one click keeps the vault.
    let page = seat.driver.open();
    page.expect("lock-screen");
    page.click("unlock-keychain");
    page.expect("erase-banner");
    page.click("erase-keep");
    page.expect_gone("erase-banner");
    capture(&page, "Tyres want four bar");
    assert_eq!(everything(&seat.desk, &[])["memory_count"], 2);

    go_to_data(&page);
    page.click("erase-now");
    page.fill("erase-phrase", "erase everything");
    page.click("erase-go");
    dialogs::leave("Erase everything now?");
    page.expect_gone("erase-dialog");
    assert!(seat.desk.vault().join("vault.db").exists(), "asked, and not agreed to");
    page.click("erase-now");
    page.fill("erase-phrase", "erase everything");
    page.click("erase-go");
    dialogs::agree("Erase everything now?");
    page.expect("first-run");
    for name in ["vault.db", "vault.db-wal", "vault.keys", "settings.json"] {
        assert!(!seat.desk.vault().join(name).exists(), "{name}");
    }
    page.close();
}
