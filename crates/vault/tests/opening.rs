//! Opening a vault, and every way in which that must fail without changing anything.
#![allow(clippy::unwrap_used)]

mod surroundings;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use keepsake_seal::{Keychain, KeychainError, KeychainItem, RecoveryCode, SlotKind};
use keepsake_vault::{Code, CreateRequest, Created, Home, Standing, UnlockSecret, Vault};
use surroundings::{PASSPHRASE, World, found, keep, passphrase};

/// Every file but the lock, with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .filter(|(name, _)| name != "vault.lock" && !name.ends_with("-shm") && !name.ends_with("-wal"))
        .collect()
}

#[test]
fn each_way_in_opens_and_a_wrong_secret_changes_nothing() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let created = world.create(folder.path());
    let code = created.recovery_code;
    let mut vault = created.vault;
    keep(&mut vault, "here I am");
    drop(vault);
    let before = files(folder.path());
    let home = || Home::new(folder.path());
    for wrong in [
        passphrase("a quiet desk with ten drawers"),
        UnlockSecret::RecoveryCode(RecoveryCode::random(&mut keepsake_seal::SystemEntropy).unwrap()),
    ] {
        let error = Vault::open(home(), &wrong, world.surroundings()).err().unwrap();
        assert_eq!(error.code, Code::WrongSecret);
        assert!(error.message.contains("does not open this vault"), "{}", error.message);
    }
    let counted = std::fs::read_to_string(folder.path().join("unlocks.json")).unwrap();
    assert!(counted.contains("\"failed\":2") && !counted.contains("drawers"), "{counted}");
    std::fs::remove_file(folder.path().join("unlocks.json")).unwrap();
    assert_eq!(files(folder.path()), before);
    for right in [UnlockSecret::Keychain, passphrase(PASSPHRASE), UnlockSecret::RecoveryCode(code)] {
        let mut vault = Vault::open(home(), &right, world.surroundings()).unwrap();
        assert_eq!(found(&mut vault, "here"), ["here I am"]);
    }
}

#[test]
fn a_keychain_that_is_absent_locked_emptied_or_changed_asks_for_another_way_and_makes_no_key() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let vault = world.create(folder.path()).vault;
    let id = vault.id().parse().unwrap();
    drop(vault);
    for (trouble, code) in [
        (KeychainError::Absent, Code::Keychain),
        (KeychainError::Locked, Code::Keychain),
        (KeychainError::TimedOut, Code::Keychain),
    ] {
        world.keychain.fail_with(trouble);
        assert_eq!(world.open(folder.path()).err().unwrap().code, code);
        assert!(Vault::open(Home::new(folder.path()), &passphrase(PASSPHRASE), world.surroundings()).is_ok());
    }
    world.keychain.recover();
    world.keychain.set(&id, KeychainItem::DeviceKey, &[7; 32]).unwrap();
    assert_eq!(world.open(folder.path()).err().unwrap().code, Code::WrongSecret);
    world.keychain.delete(&id, KeychainItem::DeviceKey).unwrap();
    assert_eq!(world.open(folder.path()).err().unwrap().code, Code::SecretNeeded);
    assert!(world.keychain.get(&id, KeychainItem::DeviceKey).unwrap().is_none(), "no new key was made");
    let mut vault =
        Vault::open(Home::new(folder.path()), &passphrase(PASSPHRASE), world.surroundings()).unwrap();
    vault.add_keychain().unwrap();
    drop(vault);
    assert!(world.open(folder.path()).is_ok());
}

#[test]
fn parts_of_a_vault_are_refused_and_left_alone() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let home = Home::new(folder.path());
    assert_eq!(world.open(folder.path()).err().unwrap().code, Code::NoVault);
    drop(world.create(folder.path()));
    let again = CreateRequest::new(Some(PASSPHRASE), false).unwrap();
    assert_eq!(
        Vault::create(home.clone(), again, world.surroundings()).err().unwrap().code,
        Code::AlreadyThere
    );

    let aside = folder.path().join("aside");
    fs::rename(home.keyslots(), &aside).unwrap();
    assert_eq!(home.standing(), Standing::DatabaseOnly);
    assert_eq!(world.open(folder.path()).err().unwrap().code, Code::Inconsistent);
    let again = CreateRequest::new(Some(PASSPHRASE), false).unwrap();
    assert_eq!(
        Vault::create(home.clone(), again, world.surroundings()).err().unwrap().code,
        Code::Inconsistent
    );
    fs::rename(&aside, home.keyslots()).unwrap();

    fs::rename(home.database(), &aside).unwrap();
    assert_eq!(world.open(folder.path()).err().unwrap().code, Code::Inconsistent);
    assert!(!home.database().exists(), "no database was made");
    fs::rename(&aside, home.database()).unwrap();
    assert!(world.open(folder.path()).is_ok());
}

#[test]
fn a_database_in_the_clear_truncated_or_from_another_vault_is_refused() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let other = tempfile::tempdir().unwrap();
    drop(world.create(folder.path()));
    drop(world.create(other.path()));
    let home = Home::new(folder.path());
    let whole = fs::read(home.database()).unwrap();
    let refused = |bytes: &[u8], code: Code| {
        fs::write(home.database(), bytes).unwrap();
        assert_eq!(world.open(folder.path()).err().unwrap().code, code);
        assert_eq!(fs::read(home.database()).unwrap(), bytes, "untouched");
    };
    let mut plain = b"SQLite format 3\0".to_vec();
    plain.resize(4096, 0);
    refused(&plain, Code::Inconsistent);
    refused(b"", Code::Damaged);
    refused(&whole[..10], Code::Damaged);
    refused(&[0x55; 8192], Code::Damaged);
    refused(&fs::read(Home::new(other.path()).database()).unwrap(), Code::Damaged);
    let mut flipped = whole.clone();
    flipped[200] ^= 1;
    refused(&flipped, Code::Damaged);
    fs::write(home.database(), &whole).unwrap();
    assert!(world.open(folder.path()).is_ok());
}

#[test]
fn a_damaged_keyslot_file_is_named_and_left_alone() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    drop(world.create(folder.path()));
    let path = Home::new(folder.path()).keyslots();
    let whole = fs::read(&path).unwrap();
    for bytes in [Vec::new(), whole[..whole.len() / 2].to_vec(), b"hello\n".to_vec()] {
        fs::write(&path, &bytes).unwrap();
        let error = world.open(folder.path()).err().unwrap();
        assert_eq!(error.code, Code::Damaged, "{error}");
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
}

#[test]
fn a_making_that_was_cut_off_starts_anew() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    fs::write(folder.path().join("vault.making"), b"").unwrap();
    fs::write(folder.path().join("vault.db"), b"half a database").unwrap();
    assert_eq!(Home::new(folder.path()).standing(), Standing::Empty);
    drop(world.create(folder.path()));
    assert!(world.open(folder.path()).unwrap().verify().unwrap().ok);
}

#[test]
fn a_finished_vault_is_never_taken_for_an_unfinished_one() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    keep(&mut vault, "still here");
    drop(vault);
    for marker in ["", "00000000000000000000000000000000"] {
        fs::write(folder.path().join("vault.making"), marker).unwrap();
        let again = CreateRequest::new(None, true).unwrap();
        let refused = Vault::create(Home::new(folder.path()), again, world.surroundings()).err().unwrap();
        assert_eq!(refused.code, Code::AlreadyThere);
        assert_eq!(found(&mut world.open(folder.path()).unwrap(), "here"), ["still here"]);
    }
}

#[test]
fn two_makings_at_once_leave_one_vault() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let outcomes: Vec<_> = std::thread::scope(|scope| {
        let make = || {
            let request = CreateRequest::new(None, true).unwrap();
            Vault::create(Home::new(folder.path()), request, world.surroundings())
                .map(|_| ())
                .map_err(|e| e.code)
        };
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(make)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
    assert!(
        outcomes.iter().flat_map(|outcome| outcome.as_ref().err()).all(|code| *code == Code::AlreadyThere)
    );
    assert!(world.open(folder.path()).unwrap().verify().unwrap().ok);
}

#[test]
fn a_vault_needs_a_passphrase_or_the_keychain_and_a_strong_passphrase() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    assert_eq!(CreateRequest::new(Some("hunter2"), true).err().unwrap().code, Code::WeakPassphrase);
    let neither = CreateRequest::new(None, false).unwrap();
    let refused = Vault::create(Home::new(folder.path()), neither, world.surroundings()).err().unwrap();
    assert_eq!(refused.code, Code::BadInput);
    world.keychain.fail_with(KeychainError::Absent);
    let keychain = CreateRequest::new(None, true).unwrap();
    let refused = Vault::create(Home::new(folder.path()), keychain, world.surroundings()).err().unwrap();
    assert_eq!(refused.code, Code::Keychain);
    assert!(!Home::new(folder.path()).keyslots().exists());
    world.keychain.recover();
    drop(world.create(folder.path()));
}

#[test]
fn the_passphrase_and_the_recovery_code_can_be_changed() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let created = world.create(folder.path());
    let (mut vault, old_code) = (created.vault, created.recovery_code);
    assert!(!vault.recovery_confirmed().unwrap());
    vault.confirm_recovery_code().unwrap();
    assert!(vault.recovery_confirmed().unwrap());
    assert_eq!(vault.set_passphrase("abc").unwrap_err().code, Code::WeakPassphrase);
    vault.set_passphrase("seven herons over the harbour").unwrap();
    let never_confirmed = vault.new_recovery_code().unwrap().code;
    let new = vault.new_recovery_code().unwrap();
    let shown = new.code.display();
    vault.adopt_recovery_code(new).unwrap();
    assert!(vault.recovery_confirmed().unwrap());
    drop(vault);
    let code = RecoveryCode::parse(&shown).unwrap();
    let open = |secret: UnlockSecret| Vault::open(Home::new(folder.path()), &secret, world.surroundings());
    assert_eq!(open(passphrase(PASSPHRASE)).err().unwrap().code, Code::WrongSecret);
    for dead in [old_code, never_confirmed] {
        assert_eq!(open(UnlockSecret::RecoveryCode(dead)).err().unwrap().code, Code::WrongSecret);
    }
    assert!(open(passphrase("seven herons over the harbour")).is_ok());
    assert!(open(UnlockSecret::RecoveryCode(code)).unwrap().has_way_in(SlotKind::Passphrase));
}

#[test]
fn two_openings_see_each_other_s_writes() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut first = world.create(folder.path()).vault;
    let mut second = world.open(folder.path()).unwrap();
    assert!(found(&mut second, "lighthouse").is_empty());
    let id = keep(&mut first, "the lighthouse is open on Sundays");
    assert_eq!(found(&mut second, "lighthouse").len(), 1);
    second.forget(&[id]).unwrap();
    assert!(found(&mut first, "lighthouse").is_empty());
    keep(&mut second, "a second lighthouse");
    assert_eq!(found(&mut first, "lighthouse"), ["a second lighthouse"]);
    assert!(first.verify().unwrap().ok && second.verify().unwrap().ok);
}

#[test]
fn an_old_copy_of_the_database_is_said() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    keep(&mut vault, "first");
    drop(vault);
    let path = Home::new(folder.path()).database();
    let old = fs::read(&path).unwrap();
    let mut vault = world.open(folder.path()).unwrap();
    assert!(vault.notices().is_empty());
    keep(&mut vault, "second");
    drop(vault);
    fs::write(&path, old).unwrap();
    for _ in 0..2 {
        let mut vault = world.open(folder.path()).unwrap();
        assert_eq!(vault.notices().len(), 1, "{:?}", vault.notices());
        assert!(!vault.verify().unwrap().ok);
        keep(&mut vault, "a capture does not make the warning go away");
    }
    world.open(folder.path()).unwrap().accept_restored();
    assert!(world.open(folder.path()).unwrap().verify().unwrap().ok);
}

#[test]
fn keyslots_put_back_from_a_backup_are_said_and_can_be_changed_again() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let path = Home::new(folder.path()).keyslots();
    let old = fs::read(&path).unwrap();
    vault.set_passphrase("seven herons over the harbour").unwrap();
    drop(vault);
    fs::write(&path, old).unwrap();
    let mut vault = world.open(folder.path()).unwrap();
    assert!(
        vault.notices().iter().any(|notice| notice.contains("keyslots.json is older")),
        "{:?}",
        vault.notices()
    );
    vault.set_passphrase("nine herons over the harbour").unwrap();
    drop(vault);
    let open = Vault::open(
        Home::new(folder.path()),
        &passphrase("nine herons over the harbour"),
        world.surroundings(),
    );
    assert!(open.is_ok());
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_look() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let home = folder.path().join("new/vault");
    let mut vault = world.create(&home).vault;
    keep(&mut vault, "mine");
    assert_eq!(fs::metadata(&home).unwrap().permissions().mode() & 0o777, 0o700);
    for entry in fs::read_dir(&home).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", entry.file_name());
    }
}

#[test]
fn in_strict_mode_the_passphrase_opens_only_with_this_computers_keychain() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let Created { mut vault, recovery_code } = world.create(folder.path());
    keep(&mut vault, "the kettle whistles");
    assert_eq!(
        vault.set_strict(surroundings::PASSPHRASE).unwrap_err().code,
        Code::BadInput,
        "who has the code?"
    );
    vault.confirm_recovery_code().unwrap();
    let open_with = |world: &World, secret: &UnlockSecret| {
        Vault::open(Home::new(folder.path()), secret, world.surroundings())
    };
    let [old, new] = [surroundings::PASSPHRASE, "copper lantern ferry eleven"].map(passphrase);
    assert_eq!(vault.set_strict("1234").unwrap_err().code, Code::WeakPassphrase);
    assert_eq!(vault.leave_strict(surroundings::PASSPHRASE).unwrap_err().code, Code::BadInput);
    vault.set_strict("copper lantern ferry eleven").unwrap();
    assert_eq!(vault.status().unwrap().ways_in, ["passphrase_with_keychain", "recovery_code"]);
    for kind in [SlotKind::Device, SlotKind::Passphrase, SlotKind::Strict, SlotKind::Recovery] {
        assert_eq!(vault.remove_way_in(kind).unwrap_err().code, Code::BadInput, "{kind:?}");
    }
    assert!(vault.add_keychain().is_err(), "it would open alone");
    drop(vault);
    assert_eq!(world.open(folder.path()).err().unwrap().code, Code::SecretNeeded);
    assert_eq!(open_with(&world, &old).err().unwrap().code, Code::WrongSecret);
    let mut vault = open_with(&world, &new).unwrap();
    assert!(vault.notices().is_empty(), "its last state is known");
    assert_eq!(found(&mut vault, "kettle"), ["the kettle whistles"]);
    // New keys, and a renewal that was cut off before the keychain had them in place.
    let keys = vault.new_epoch().unwrap();
    vault.adopt_new_keys(keys).unwrap();
    let mut keys = vault.new_keys_for_everything(Some("copper lantern ferry eleven")).unwrap();
    let code = keys.code.take().unwrap();
    let before = world.keychain.get(&vault.id().parse().unwrap(), KeychainItem::DeviceKey).unwrap().unwrap();
    vault.adopt_new_keys(keys).unwrap();
    let id = vault.id().parse().unwrap();
    drop(vault);
    let after = world.keychain.get(&id, KeychainItem::DeviceKey).unwrap().unwrap();
    assert!(before != after);
    world.keychain.set(&id, KeychainItem::NextDeviceKey, &after).unwrap();
    world.keychain.set(&id, KeychainItem::DeviceKey, &before).unwrap();
    drop(open_with(&world, &new).unwrap());
    assert!(world.keychain.get(&id, KeychainItem::NextDeviceKey).unwrap().is_none());
    // On another computer the passphrase opens nothing, the recovery code does.
    let elsewhere = World::new();
    assert_eq!(open_with(&elsewhere, &new).err().unwrap().code, Code::SecretNeeded);
    assert!(open_with(&elsewhere, &UnlockSecret::RecoveryCode(recovery_code)).is_err());
    drop(open_with(&elsewhere, &UnlockSecret::RecoveryCode(code)).unwrap());
    let mut vault = open_with(&world, &new).unwrap();
    vault.confirm_recovery_code().unwrap();
    vault.set_passphrase(surroundings::PASSPHRASE).unwrap();
    drop(vault);
    let mut vault = open_with(&world, &old).unwrap();
    vault.leave_strict(surroundings::PASSPHRASE).unwrap();
    drop(vault);
    assert!(world.open(folder.path()).is_ok() && open_with(&world, &old).is_ok());
}

#[test]
fn a_way_in_is_taken_away_while_two_are_left() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let mut vault = world.create(folder.path()).vault;
    let id = vault.id().parse().unwrap();
    assert_eq!(vault.remove_way_in(SlotKind::Device).unwrap_err().code, Code::BadInput, "who has the code?");
    vault.confirm_recovery_code().unwrap();
    assert_eq!(vault.remove_way_in(SlotKind::Recovery).unwrap_err().code, Code::BadInput);
    vault.remove_way_in(SlotKind::Device).unwrap();
    for item in KeychainItem::ALL {
        assert!(world.keychain.get(&id, item).unwrap().is_none());
    }
    assert!(vault.remove_way_in(SlotKind::Passphrase).is_err(), "the last beside the code");
    drop(vault);
    assert_eq!(world.open(folder.path()).err().unwrap().code, Code::SecretNeeded);
    let home = Home::new(folder.path());
    let mut vault = Vault::open(home, &passphrase(surroundings::PASSPHRASE), world.surroundings()).unwrap();
    vault.add_keychain().unwrap();
    vault.remove_way_in(SlotKind::Passphrase).unwrap();
    assert_eq!(vault.status().unwrap().ways_in, ["keychain", "recovery_code"]);
    drop(vault);
    assert!(world.open(folder.path()).is_ok());
}
