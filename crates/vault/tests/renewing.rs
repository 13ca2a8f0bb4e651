//! New keys: the vault stays what it was, old keys and copies open nothing of it, and a cut leaves the old vault or the new one.
#![allow(clippy::unwrap_used)]

mod surroundings;

use std::fs;
use std::path::Path;

use keepsake_seal::{Keychain, KeychainItem, RecoveryCode};
use keepsake_vault::{Code, Home, RememberRequest, UnlockSecret, Vault};
use surroundings::{World, found, keep, passphrase};

const PASSPHRASE: &str = "violet harbour quilt seventeen";

fn filled(world: &World, folder: &Path) -> (Vault, RecoveryCode) {
    let created = world.create(folder);
    let mut vault = created.vault;
    vault.set_passphrase(PASSPHRASE).unwrap();
    vault.confirm_recovery_code().unwrap();
    for i in 0..20 {
        keep(&mut vault, &format!("an ordinary thought, number {i}"));
    }
    keep(&mut vault, "the kettle whistles in the attic");
    let request = RememberRequest {
        content: "call the bakery at +49 30 901820 tomorrow".to_owned(),
        ..RememberRequest::default()
    };
    assert!(!vault.remember(request).unwrap().findings.is_empty());
    (vault, created.recovery_code)
}

/// What can be seen of a vault, in full.
fn contents(vault: &mut Vault) -> String {
    let mut out = Vec::new();
    vault.export(&mut out, keepsake_vault::ExportFormat::Json, keepsake_vault::Originals::Include).unwrap();
    let text = String::from_utf8(out).unwrap();
    text.lines().filter(|line| !line.contains("exported_at")).collect::<Vec<_>>().join("\n")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

fn opens(world: &World, folder: &Path, secret: &UnlockSecret) -> Result<Vault, keepsake_vault::Error> {
    Vault::open(Home::new(folder), secret, world.surroundings())
}

#[test]
fn a_new_epoch_changes_every_key_and_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let (own, old) = (folder.path().join("own"), folder.path().join("old"));
    let world = World::new();
    let (mut vault, code) = filled(&world, &own);
    let before = contents(&mut vault);
    vault.empty_write_ahead_log();
    copy(&own, &old);
    let old_device = device_key(&world, &vault).unwrap();

    let new = vault.new_epoch().unwrap();
    assert!(new.code.is_none());
    let renewed = vault.adopt_new_keys(new).unwrap();
    assert!(renewed.envelopes >= 23 && renewed.damaged == 0, "{renewed:?}");
    assert_eq!(contents(&mut vault), before);
    assert_eq!(found(&mut vault, "kettle in the attic")[0], "the kettle whistles in the attic");
    keep(&mut vault, "kept after the renewal");
    assert!(vault.verify().unwrap().ok, "{:?}", vault.verify().unwrap());
    drop(vault);

    assert_ne!(world.keychain.get(&id(&own), KeychainItem::DeviceKey).unwrap().unwrap(), old_device);
    assert!(world.keychain.get(&id(&own), KeychainItem::NextDeviceKey).unwrap().is_none());
    for secret in [UnlockSecret::Keychain, passphrase(PASSPHRASE), UnlockSecret::RecoveryCode(code)] {
        let mut vault = opens(&world, &own, &secret).unwrap();
        assert!(vault.notices().is_empty(), "{:?}", vault.notices());
        assert!(vault.recovery_confirmed().unwrap());
        assert_eq!(found(&mut vault, "kept after the renewal")[0], "kept after the renewal");
    }

    // Today's keys open no older copy of the database, and an older copy's keys none of today's.
    let mixed = folder.path().join("mixed");
    copy(&own, &mixed);
    fs::copy(old.join("vault.db"), mixed.join("vault.db")).unwrap();
    assert_eq!(opens(&world, &mixed, &passphrase(PASSPHRASE)).err().unwrap().code, Code::Damaged);
    fs::copy(own.join("vault.db"), mixed.join("vault.db")).unwrap();
    fs::copy(old.join("keyslots.json"), mixed.join("keyslots.json")).unwrap();
    assert_eq!(opens(&world, &mixed, &passphrase(PASSPHRASE)).err().unwrap().code, Code::Damaged);
    // The old pair still opens with what the person knows, and no longer by this computer's keychain: both are said.
    assert!(opens(&world, &old, &passphrase(PASSPHRASE)).is_ok());
    assert_eq!(opens(&world, &old, &UnlockSecret::Keychain).err().unwrap().code, Code::WrongSecret);
}

#[test]
fn new_keys_for_everything_end_what_an_old_keyslot_file_could_do() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    let world = World::new();
    let (mut vault, code) = filled(&world, &own);
    let before = contents(&mut vault);
    let old_keyslots = fs::read(own.join("keyslots.json")).unwrap();

    assert_eq!(
        vault.new_keys_for_everything(None).err().unwrap().code,
        Code::BadInput,
        "it has a passphrase"
    );
    assert_eq!(vault.new_keys_for_everything(Some("secret")).err().unwrap().code, Code::WeakPassphrase);
    let mut new = vault.new_keys_for_everything(Some("copper lantern ferry eleven")).unwrap();
    let new_code = new.code.take().unwrap();
    assert_eq!(fs::read(own.join("keyslots.json")).unwrap(), old_keyslots, "nothing counts yet");
    vault.adopt_new_keys(new).unwrap();
    assert!(!vault.recovery_confirmed().unwrap(), "the new code was not shown to be written down");
    assert_eq!(contents(&mut vault), before);
    drop(vault);
    assert!(opens(&world, &own, &UnlockSecret::Keychain).is_ok());
    assert!(opens(&world, &own, &passphrase("copper lantern ferry eleven")).is_ok());
    assert!(opens(&world, &own, &UnlockSecret::RecoveryCode(new_code)).is_ok());
    assert_eq!(opens(&world, &own, &passphrase(PASSPHRASE)).err().unwrap().code, Code::WrongSecret);

    fs::write(own.join("keyslots.json"), old_keyslots).unwrap();
    for secret in [passphrase(PASSPHRASE), UnlockSecret::RecoveryCode(code)] {
        assert_eq!(opens(&world, &own, &secret).err().unwrap().code, Code::Damaged, "its epoch is gone");
    }
}

#[test]
fn while_another_program_has_the_vault_open_nothing_changes() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let (mut vault, _) = filled(&world, folder.path());
    let before = fs::read(folder.path().join("keyslots.json")).unwrap();
    let device = device_key(&world, &vault);
    let mut other = world.open(folder.path()).unwrap();
    let new = vault.new_epoch().unwrap();
    assert_eq!(vault.adopt_new_keys(new).unwrap_err().code, Code::Busy);
    assert_eq!(fs::read(folder.path().join("keyslots.json")).unwrap(), before);
    assert_eq!(device_key(&world, &vault), device);
    assert!(world.keychain.get(&id(folder.path()), KeychainItem::NextDeviceKey).unwrap().is_none());
    keep(&mut vault, "both go on");
    assert_eq!(found(&mut other, "both go on")[0], "both go on");
    drop(other);
    let new = vault.new_epoch().unwrap();
    vault.adopt_new_keys(new).unwrap();
    assert_eq!(found(&mut vault, "both go on")[0], "both go on");
}

/// Every state in which a renewal can be cut off, put together from the files before and after one.
#[test]
fn a_renewal_that_was_cut_off_leaves_the_old_vault_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let (own, old) = (folder.path().join("own"), folder.path().join("old"));
    let world = World::new();
    let (mut vault, _) = filled(&world, &own);
    let vault_id = vault.id();
    let before = contents(&mut vault);
    vault.empty_write_ahead_log();
    copy(&own, &old);
    let old_device = device_key(&world, &vault).unwrap();
    let new = vault.new_epoch().unwrap();
    vault.adopt_new_keys(new).unwrap();
    drop(vault);
    let new_device = world.keychain.get(&id(&own), KeychainItem::DeviceKey).unwrap().unwrap();

    // (database, keyslots, staged database, staged keyslots, marker, whether the new one counts)
    let states = [
        (&old, &old, None, None, false, false),
        (&old, &old, Some(&b"half"[..]), None, false, false),
        (&old, &old, Some(&b""[..]), Some(&b"half"[..]), false, false),
        (&old, &old, Some(&b"new"[..]), Some(&b"new"[..]), false, false),
        (&old, &old, Some(&b"new"[..]), Some(&b"new"[..]), true, true),
        (&old, &own, Some(&b"new"[..]), None, true, true),
        (&own, &own, None, None, true, true),
        (&own, &own, None, None, false, true),
    ];
    for (number, (database, keyslots, staged, staged_keyslots, marker, is_new)) in states.iter().enumerate() {
        for promoted in [false, true] {
            let cut = folder.path().join(format!("cut-{number}-{promoted}"));
            fs::create_dir_all(&cut).unwrap();
            fs::copy(database.join("vault.db"), cut.join("vault.db")).unwrap();
            fs::copy(keyslots.join("keyslots.json"), cut.join("keyslots.json")).unwrap();
            let place = |bytes: Option<&[u8]>, from: &str, to: &str| match bytes {
                Some(b"new") => drop(fs::copy(own.join(from), cut.join(to)).unwrap()),
                Some(bytes) => fs::write(cut.join(to), bytes).unwrap(),
                None => {}
            };
            place(*staged, "vault.db", "vault.db.next");
            place(*staged_keyslots, "keyslots.json", "keyslots.json.next");
            if *marker {
                fs::write(cut.join("vault.swapping"), &vault_id).unwrap();
            }
            if promoted && !is_new {
                continue; // The device key is promoted last.
            }
            let (now, next) = if promoted { (&new_device, None) } else { (&old_device, Some(&new_device)) };
            world.keychain.set(&id(&own), KeychainItem::DeviceKey, now).unwrap();
            match next {
                Some(next) => world.keychain.set(&id(&own), KeychainItem::NextDeviceKey, next).unwrap(),
                None => world.keychain.delete(&id(&own), KeychainItem::NextDeviceKey).unwrap(),
            }
            let mut vault = opens(&world, &cut, &UnlockSecret::Keychain).unwrap();
            assert_eq!(contents(&mut vault), before, "{number}");
            assert!(vault.verify().unwrap().checks.iter().all(|check| check.ok || check.name == "age"));
            keep(&mut vault, "kept after the cut");
            drop(vault);
            let counts = world.keychain.get(&id(&own), KeychainItem::DeviceKey).unwrap().unwrap();
            assert_eq!(counts == new_device, *is_new, "{number}");
            for left in ["vault.db.next", "keyslots.json.next", "vault.swapping", "vault.wanted"] {
                assert!(!cut.join(left).exists(), "{number}: {left}");
            }
            let mut vault = opens(&world, &cut, &passphrase(PASSPHRASE)).unwrap();
            assert_eq!(found(&mut vault, "kept after the cut")[0], "kept after the cut");
        }
    }
}

#[test]
fn a_replacement_by_another_vault_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let (vault, _) = filled(&world, folder.path());
    drop(vault);
    let database = fs::read(folder.path().join("vault.db")).unwrap();
    fs::write(folder.path().join("vault.swapping"), "0".repeat(32)).unwrap();
    fs::write(folder.path().join("vault.db.next"), "another vault's").unwrap();
    assert_eq!(world.open(folder.path()).err().unwrap().code, Code::Inconsistent);
    assert_eq!(fs::read(folder.path().join("vault.db")).unwrap(), database);
    fs::remove_file(folder.path().join("vault.swapping")).unwrap();
    assert!(world.open(folder.path()).is_ok());
}

#[test]
fn no_room_for_the_new_database_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let (mut vault, _) = filled(&world, folder.path());
    // What cannot be made: something is in its place that is no file.
    fs::create_dir(folder.path().join("keyslots.json.next.new")).unwrap();
    let new = vault.new_epoch().unwrap();
    assert!(vault.adopt_new_keys(new).is_err());
    keep(&mut vault, "and the old one goes on");
    assert!(!folder.path().join("vault.db.next").exists());
    assert!(vault.verify().unwrap().ok);
    drop(vault);
    assert_eq!(found(&mut world.open(folder.path()).unwrap(), "the old one goes on").len(), 20);
}

fn id(folder: &Path) -> keepsake_seal::VaultId {
    keepsake_seal::Keyslots::load(folder.join("keyslots.json")).unwrap().vault_id()
}

fn device_key(world: &World, vault: &Vault) -> Option<zeroize::Zeroizing<Vec<u8>>> {
    world.keychain.get(&id(vault.home().folder()), KeychainItem::DeviceKey).unwrap()
}
