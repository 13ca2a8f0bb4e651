//! The computer's own keychain, for real, and the ways in which it may be missing.
//!
//! What writes to a Secret Service runs with KEEPSAKE_TEST_KEYCHAIN=1 only, and locks it in the end:
//! `dbus-run-session -- sh -c 'echo -n test | gnome-keyring-daemon --unlock --components=secrets --daemonize;
//! KEEPSAKE_TEST_KEYCHAIN=1 cargo test -p keepsake-seal --test keychain'`

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use keepsake_seal::{
    DeviceKey, Keychain, KeychainError, KeychainItem, SystemEntropy, SystemKeychain, VaultId,
};

const WITH_KEYCHAIN: &str = "KEEPSAKE_TEST_KEYCHAIN";
/// Far above the five seconds that a call may take: a hang, not a slow machine, fails the test.
const NO_HANG: Duration = Duration::from_secs(20);
const ITEMS: [KeychainItem; 2] = [KeychainItem::DeviceKey, KeychainItem::Anchor];

#[test]
fn a_real_keychain() {
    if std::env::var_os(WITH_KEYCHAIN).is_none_or(|value| value != "1") {
        println!("skipped: {WITH_KEYCHAIN}=1 is not set, so there is no keychain that may be written to");
        return;
    }
    let ready = Instant::now() + Duration::from_secs(10);
    while SystemKeychain.probe().is_err() && Instant::now() < ready {
        std::thread::sleep(Duration::from_millis(100)); // a daemon that has just been started
    }
    // In this order: once locked, only a person can unlock it.
    keeps_gives_back_and_forgets();
    locked_it_answers_in_time();
}

fn keeps_gives_back_and_forgets() {
    let keychain = SystemKeychain;
    let vault = VaultId::random(&mut SystemEntropy).unwrap();
    let key = DeviceKey::random(&mut SystemEntropy).unwrap();
    assert_eq!(keychain.probe(), Ok(()));
    for item in ITEMS {
        assert_eq!(keychain.get(&vault, item), Ok(None));
        assert_eq!(keychain.delete(&vault, item), Ok(()), "what is not there is gone");
    }
    keychain.set(&vault, KeychainItem::DeviceKey, b"first").unwrap();
    keychain.set(&vault, KeychainItem::DeviceKey, key.dangerously_expose()).unwrap();
    keychain.set(&vault, KeychainItem::Anchor, &[0, 255, 10, 0]).unwrap();
    let found = keychain.get(&vault, KeychainItem::DeviceKey).unwrap().unwrap();
    assert!(DeviceKey::from_bytes(&found).unwrap() == key, "bytes come back whole, replaced not doubled");
    assert_eq!(*keychain.get(&vault, KeychainItem::Anchor).unwrap().unwrap(), vec![0, 255, 10, 0]);
    let other = VaultId::random(&mut SystemEntropy).unwrap();
    assert_eq!(keychain.get(&other, KeychainItem::DeviceKey), Ok(None));
    for item in ITEMS {
        keychain.delete(&vault, item).unwrap();
        assert_eq!(keychain.get(&vault, item), Ok(None));
    }
    keychain.probe().unwrap();
}

fn locked_it_answers_in_time() {
    use secret_service::EncryptionType;
    use secret_service::blocking::SecretService;

    let vault = VaultId::random(&mut SystemEntropy).unwrap();
    SystemKeychain.set(&vault, KeychainItem::DeviceKey, b"kept while locked").unwrap();
    let service = SecretService::connect(EncryptionType::Plain).unwrap();
    service.get_default_collection().unwrap().lock().unwrap();

    assert_eq!(SystemKeychain.probe(), Err(KeychainError::Locked));
    let begun = Instant::now();
    let got = SystemKeychain.get(&vault, KeychainItem::DeviceKey).unwrap_err();
    println!("a locked keychain without anyone to ask: {got:?} after {:?}", begun.elapsed());
    assert!(matches!(got, KeychainError::Dismissed | KeychainError::TimedOut | KeychainError::Locked));
    assert!(begun.elapsed() < NO_HANG);
}

/// Runs one of the ignored tests below in a child, since a bus is found through the environment.
fn child(test: &str, mut command: Command) {
    let ran = command.args(["--ignored", "--exact", test, "--nocapture"]).output().unwrap();
    assert!(
        ran.status.success(),
        "{}{}",
        String::from_utf8_lossy(&ran.stdout),
        String::from_utf8_lossy(&ran.stderr)
    );
}

/// A bus of its own that can start nothing, with this test program on it. `None` where there is no D-Bus at all.
fn on_an_empty_bus(folder: &Path) -> Option<Command> {
    let config = folder.join("bus.conf");
    let listen = folder.display();
    std::fs::write(
        &config,
        format!(
            "<busconfig><type>session</type><listen>unix:dir={listen}</listen>\
             <policy context=\"default\"><allow send_destination=\"*\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>"
        ),
    )
    .unwrap();
    if Command::new("dbus-run-session").arg("--version").output().is_err() {
        println!("skipped: there is no dbus-run-session here");
        return None;
    }
    let mut command = Command::new("dbus-run-session");
    command.arg("--config-file").arg(config).arg("--").arg(std::env::current_exe().unwrap());
    Some(command)
}

#[test]
fn without_a_bus_it_is_absent_at_once() {
    let empty = tempfile::tempdir().unwrap();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", empty.path().join("no-bus").display()))
        .env("XDG_RUNTIME_DIR", empty.path());
    child("child_all_absent", command);
}

#[test]
fn on_a_bus_without_a_keychain_it_is_absent_at_once() {
    let folder = tempfile::tempdir().unwrap();
    if let Some(command) = on_an_empty_bus(folder.path()) {
        child("child_all_absent", command);
    }
}

#[test]
fn a_keychain_that_never_answers_is_given_up_on() {
    let folder = tempfile::tempdir().unwrap();
    if let Some(command) = on_an_empty_bus(folder.path()) {
        child("child_with_a_mute_keychain", command);
    }
}

#[test]
#[ignore = "run as a child, with the environment it needs"]
fn child_all_absent() {
    let vault = VaultId::from_bytes([1; 16]);
    let begun = Instant::now();
    assert_eq!(SystemKeychain.probe(), Err(KeychainError::Absent));
    for item in ITEMS {
        assert_eq!(SystemKeychain.get(&vault, item), Err(KeychainError::Absent));
        assert_eq!(SystemKeychain.set(&vault, item, b"x"), Err(KeychainError::Absent));
        assert_eq!(SystemKeychain.delete(&vault, item), Err(KeychainError::Absent));
    }
    assert!(begun.elapsed() < NO_HANG, "{:?}", begun.elapsed());
}

#[test]
#[ignore = "run as a child, with the environment it needs"]
fn child_with_a_mute_keychain() {
    // It owns the name and reads no message.
    let name = "org.freedesktop.secrets";
    let mute = zbus::blocking::connection::Builder::session().unwrap().name(name).unwrap().build().unwrap();
    let vault = VaultId::from_bytes([1; 16]);
    let begun = Instant::now();
    assert_eq!(SystemKeychain.get(&vault, KeychainItem::DeviceKey), Err(KeychainError::TimedOut));
    assert!(begun.elapsed() >= Duration::from_millis(4900), "{:?}", begun.elapsed());
    assert!(begun.elapsed() < NO_HANG, "{:?}", begun.elapsed());
    drop(mute);
}
