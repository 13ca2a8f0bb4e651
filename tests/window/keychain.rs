//! The real Secret Service: absent, locked, emptied. Needs a D-Bus session of its own, which `cargo xtask test` gives.
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::desk::{Desk, in_session, program, start_keyring};
use serde_json::Value;

/// Longer than the program may wait for a keychain, with room for a slow machine.
const PATIENCE: Duration = Duration::from_secs(12);

/// How many keys Keepsake has in the keyring.
fn keys_kept(desk: &Desk) -> usize {
    let output = desk
        .command("secret-tool")
        .args(["search", "--all", "service", "app.keepsake.desktop"])
        .output()
        .unwrap();
    let text =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    text.lines().filter(|line| line.starts_with("attribute.service")).count()
}

#[test]
fn the_vault_opens_another_way_when_the_keychain_does_not_help() {
    if !in_session() {
        return;
    }
    let desk = Desk::new();
    let keyring = start_keyring(&desk);
    let made: Value = serde_json::from_str(&desk.keepsake_ok(&["init", "--json"])).unwrap();
    let code_file = desk.path("code");
    std::fs::write(&code_file, made["recovery_code"].as_str().unwrap()).unwrap();
    assert!(desk.keepsake(&["add", "kept by the keychain"]).status.success(), "the keychain alone opens it");
    assert_eq!(keys_kept(&desk), 1);
    let keyslots = std::fs::read(desk.vault().join("keyslots.json")).unwrap();

    let opens_otherwise = |how: &str, command: &dyn Fn() -> Command| {
        let started = Instant::now();
        let by_keychain = command().args(["list", "--json"]).output().unwrap();
        assert_eq!(
            by_keychain.status.code(),
            Some(3),
            "{how}: {}",
            String::from_utf8_lossy(&by_keychain.stderr)
        );
        assert!(started.elapsed() < PATIENCE, "{how}: the keychain was waited for too long");
        for (secret, file) in
            [("--passphrase-file", desk.path("passphrase")), ("--recovery-code-file", code_file.clone())]
        {
            let output = command().arg(secret).arg(file).arg("list").output().unwrap();
            assert!(
                String::from_utf8_lossy(&output.stdout).contains("kept by the keychain"),
                "{how}: {secret}"
            );
        }
        assert_eq!(
            std::fs::read(desk.vault().join("keyslots.json")).unwrap(),
            keyslots,
            "{how}: nothing changed"
        );
    };

    // Locked: nobody answers the question for the keyring's password here.
    let locked = Command::new("dbus-send")
        .args(["--session", "--print-reply", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets"])
        .args([
            "org.freedesktop.Secret.Service.Lock",
            "array:objpath:/org/freedesktop/secrets/collection/login",
        ])
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(locked.success());
    let here = || desk.command(program("keepsake"));
    opens_otherwise("locked", &here);
    opens_otherwise("absent", &|| desk.command_without_keychain(program("keepsake")));

    drop(keyring);
    let _keyring = start_keyring(&desk);
    assert_eq!(keys_kept(&desk), 1, "no new key was made meanwhile");
    let cleared =
        desk.command("secret-tool").args(["clear", "service", "app.keepsake.desktop"]).status().unwrap();
    assert!(cleared.success());
    opens_otherwise("emptied", &here);
    assert_eq!(keys_kept(&desk), 0, "no key was made over an existing vault");
}
