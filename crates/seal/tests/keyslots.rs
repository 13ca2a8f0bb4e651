//! The ways into a vault, from outside: making, opening, changing, storing.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;

use keepsake_seal::*;

const KDF: KdfParameters = KdfParameters::DEFAULT;

fn device() -> DeviceKey {
    DeviceKey::random(&mut SystemEntropy).unwrap()
}

fn new_vault(device: Option<&DeviceKey>, passphrase: Option<&Passphrase>) -> (Keyslots, Keys, RecoveryCode) {
    let vault = VaultId::random(&mut SystemEntropy).unwrap();
    Keyslots::create(vault, device, passphrase, KDF, &mut SystemEntropy).unwrap()
}

fn same_keys(one: &Keys, other: &Keys) {
    assert_eq!(one.vault_id(), other.vault_id());
    assert_eq!(one.epochs(), other.epochs());
    for epoch in one.epochs() {
        assert!(one.database_key(epoch).unwrap() == other.database_key(epoch).unwrap());
        assert!(one.inbox_key(epoch).unwrap() == other.inbox_key(epoch).unwrap());
    }
    assert_eq!(one.audit_mac(b"x"), other.audit_mac(b"x"));
    assert_eq!(one.token("us_ssn", b"x"), other.token("us_ssn", b"x"));
}

fn code(result: Result<impl Sized, Error>) -> ErrorCode {
    match result {
        Ok(_) => panic!("it worked"),
        Err(error) => error.code(),
    }
}

#[test]
fn every_way_opens_the_same_vault() {
    let device = device();
    let nfc = Passphrase::new("grüße aus caf\u{e9}").unwrap();
    let nfd = Passphrase::new("gru\u{308}ße aus cafe\u{301}").unwrap();
    let (made, keys, recovery) = new_vault(Some(&device), Some(&nfc));
    let keyslots = Keyslots::parse(made.to_bytes()).unwrap();
    assert_eq!(keyslots.to_bytes(), made.to_bytes());
    let written_down = RecoveryCode::parse(&recovery.display().to_lowercase()).unwrap();
    for way in [
        Unlock::Device(&device),
        Unlock::Passphrase(&nfc),
        Unlock::Passphrase(&nfd),
        Unlock::Recovery(&recovery),
        Unlock::Recovery(&written_down),
    ] {
        let opened = keyslots.unlock(way).unwrap();
        same_keys(&opened, &keys);
        assert_eq!(opened.generation(), 1);
    }
    let kinds: Vec<SlotKind> = keyslots.slots().iter().map(|slot| slot.kind).collect();
    assert_eq!(kinds, [SlotKind::Device, SlotKind::Passphrase, SlotKind::Recovery]);
    assert_eq!(keyslots.passphrase_kdf(), Some(KDF));

    let wrong = Passphrase::new("gruße aus café").unwrap();
    let refused = keyslots.unlock(Unlock::Passphrase(&wrong));
    assert!(refused.as_ref().unwrap_err().to_string().contains("does not open this vault"));
    assert_eq!(code(refused), ErrorCode::WrongSecret);
}

#[test]
fn wrong_secrets_and_missing_slots() {
    let key = device();
    let (keyslots, _, _) = new_vault(Some(&key), None);
    let other_code = RecoveryCode::random(&mut SystemEntropy).unwrap();
    assert_eq!(code(keyslots.unlock(Unlock::Device(&device()))), ErrorCode::WrongSecret);
    assert_eq!(code(keyslots.unlock(Unlock::Recovery(&other_code))), ErrorCode::WrongSecret);
    let passphrase = Passphrase::new("there is no such slot").unwrap();
    assert_eq!(code(keyslots.unlock(Unlock::Passphrase(&passphrase))), ErrorCode::WrongSecret);
}

#[test]
fn two_slots_always() {
    let vault = VaultId::from_bytes([3; 16]);
    let none = Keyslots::create(vault, None, None, KDF, &mut SystemEntropy);
    assert_eq!(code(none), ErrorCode::TooFewSlots);
    let key = device();
    let (keyslots, keys, _) = new_vault(Some(&key), None);
    for slot in keyslots.slots() {
        assert_eq!(code(keyslots.without(&keys, slot.id)), ErrorCode::TooFewSlots);
    }
    let unknown = SlotId::from_bytes([0; 16]);
    assert_eq!(code(keyslots.without(&keys, unknown)), ErrorCode::BadInput);
}

#[test]
fn changing_the_ways_in() {
    let (old_key, new_key) = (device(), device());
    let (first, keys, old_code) = new_vault(Some(&old_key), None);

    let second = first.with_device(&keys, &new_key, &mut SystemEntropy).unwrap();
    assert_eq!((second.generation(), second.slots().len()), (2, 2));
    assert_eq!(code(second.unlock(Unlock::Device(&old_key))), ErrorCode::WrongSecret);
    same_keys(&second.unlock(Unlock::Device(&new_key)).unwrap(), &keys);

    let (third, new_code) = second.with_recovery(&keys, &mut SystemEntropy).unwrap();
    assert_eq!(code(third.unlock(Unlock::Recovery(&old_code))), ErrorCode::WrongSecret);
    same_keys(&third.unlock(Unlock::Recovery(&new_code)).unwrap(), &keys);

    let passphrase = Passphrase::new("velvet otter ladder").unwrap();
    let fourth = third.with_passphrase(&keys, &passphrase, KDF, &mut SystemEntropy).unwrap();
    assert!(fourth.has(SlotKind::Passphrase) && !third.has(SlotKind::Passphrase));
    let replaced = Passphrase::new("another one").unwrap();
    let fifth = fourth.with_passphrase(&keys, &replaced, KDF, &mut SystemEntropy).unwrap();
    assert_eq!((fifth.generation(), fifth.slots().len()), (5, 3));
    assert_eq!(code(fifth.unlock(Unlock::Passphrase(&passphrase))), ErrorCode::WrongSecret);
    let opened = fifth.unlock(Unlock::Passphrase(&replaced)).unwrap();
    assert_eq!(opened.generation(), 5);

    let device_slot = fifth.slots().iter().find(|slot| slot.kind == SlotKind::Device).unwrap().id;
    let sixth = fifth.without(&opened, device_slot).unwrap();
    assert_eq!(code(sixth.unlock(Unlock::Device(&new_key))), ErrorCode::WrongSecret);
    same_keys(&sixth.unlock(Unlock::Recovery(&new_code)).unwrap(), &keys);
    same_keys(&first.unlock(Unlock::Device(&old_key)).unwrap(), &keys); // what `without` warns of
}

#[test]
fn in_strict_mode_both_are_needed_and_the_recovery_code_alone_opens() {
    let (key, other_key) = (device(), device());
    let [passphrase, other] =
        ["velvet otter ladder", "velvet otter lantern"].map(|text| Passphrase::new(text).unwrap());
    let (first, keys, recovery) = new_vault(Some(&key), Some(&passphrase));
    let strict = first.with_strict(&keys, &passphrase, &key, KDF, &mut SystemEntropy).unwrap();
    let strict = Keyslots::parse(strict.to_bytes()).unwrap();
    let kinds: Vec<SlotKind> = strict.slots().iter().map(|slot| slot.kind).collect();
    assert_eq!(kinds, [SlotKind::Strict, SlotKind::Recovery]);
    assert!(strict.uses_device_key() && strict.uses_passphrase() && strict.passphrase_kdf() == Some(KDF));
    same_keys(&strict.unlock(Unlock::Strict(&passphrase, &key)).unwrap(), &keys);
    same_keys(&strict.unlock(Unlock::Recovery(&recovery)).unwrap(), &keys);
    for wrong in [
        Unlock::Strict(&passphrase, &other_key),
        Unlock::Strict(&other, &key),
        Unlock::Passphrase(&passphrase),
        Unlock::Device(&key),
    ] {
        assert_eq!(code(strict.unlock(wrong)), ErrorCode::WrongSecret);
    }
    // Nothing may slip back beside it.
    assert_eq!(code(strict.with_device(&keys, &key, &mut SystemEntropy)), ErrorCode::BadInput);
    assert_eq!(code(strict.with_passphrase(&keys, &other, KDF, &mut SystemEntropy)), ErrorCode::BadInput);
    let slot = strict.slots()[0].id;
    assert_eq!(code(strict.without(&keys, slot)), ErrorCode::TooFewSlots);
    // Another passphrase, another code, another epoch, new keys: it stays strict.
    let changed = strict.with_strict(&keys, &other, &key, KDF, &mut SystemEntropy).unwrap();
    assert_eq!(code(changed.unlock(Unlock::Strict(&passphrase, &key))), ErrorCode::WrongSecret);
    same_keys(&changed.unlock(Unlock::Strict(&other, &key)).unwrap(), &keys);
    let (renewed, _) = changed.with_recovery(&keys, &mut SystemEntropy).unwrap();
    let (next, next_keys) = renewed.with_next_epoch(&keys, &mut SystemEntropy).unwrap();
    same_keys(&next.unlock(Unlock::Strict(&other, &key)).unwrap(), &next_keys);
    let everything =
        |device, passphrase| next.renewed(&next_keys, device, passphrase, KDF, &mut SystemEntropy);
    assert_eq!(code(everything(Some(&other_key), None)), ErrorCode::BadInput);
    assert_eq!(code(everything(None, Some(&other))), ErrorCode::BadInput);
    let (all_new, new_keys, _) = everything(Some(&other_key), Some(&other)).unwrap();
    assert_eq!(all_new.slots().len(), 2);
    same_keys(&all_new.unlock(Unlock::Strict(&other, &other_key)).unwrap(), &new_keys);
    // And out of it.
    let left = strict.without_strict(&keys, &passphrase, &key, KDF, &mut SystemEntropy).unwrap();
    for way in [Unlock::Device(&key), Unlock::Passphrase(&passphrase), Unlock::Recovery(&recovery)] {
        same_keys(&left.unlock(way).unwrap(), &keys);
    }
    let twice = left.without_strict(&keys, &passphrase, &key, KDF, &mut SystemEntropy);
    assert_eq!(code(twice), ErrorCode::BadInput);
}

#[test]
fn another_vaults_keys_change_nothing() {
    let key = device();
    let (keyslots, _, _) = new_vault(Some(&key), None);
    let (_, foreign, _) = new_vault(Some(&key), None);
    assert_eq!(code(keyslots.with_device(&foreign, &key, &mut SystemEntropy)), ErrorCode::BadInput);
    assert_eq!(code(keyslots.with_next_epoch(&foreign, &mut SystemEntropy)), ErrorCode::BadInput);
}

#[test]
fn a_rotation_needs_no_secret_from_the_person() {
    let key = device();
    let (first, old, recovery) = new_vault(Some(&key), None);
    let place = Place {
        record: RecordId::from_bytes([1; 16]),
        field: FIELD_PAYLOAD,
        version: VersionId::from_bytes([2; 16]),
    };
    let sealed = old.seal(&place, b"kept through the rotation", &mut SystemEntropy).unwrap();

    let (both, keys) = first.with_next_epoch(&old, &mut SystemEntropy).unwrap();
    assert_eq!((keys.epochs(), keys.current_epoch(), both.current_epoch()), (vec![2, 1], 2, 2));
    assert_eq!(both.generation(), keys.generation());
    assert!(keys.database_key(2).unwrap() != keys.database_key(1).unwrap());
    assert!(keys.database_key(1).unwrap() == old.database_key(1).unwrap());
    assert_eq!(keys.audit_mac(b"m"), old.audit_mac(b"m"), "the root outlives epochs");
    let moved = keys.rewrap(&place, &sealed, &mut SystemEntropy).unwrap();
    assert_eq!((moved.epoch, &moved.payload, moved.nonce), (2, &sealed.payload, sealed.nonce));
    assert_ne!(moved.wrapped_key, sealed.wrapped_key);

    let (after, only_new) = both.without_old_epochs(&keys, &mut SystemEntropy).unwrap();
    assert_eq!((after.generation(), only_new.epochs()), (3, vec![2]));
    let reopened = after.unlock(Unlock::Recovery(&recovery)).unwrap();
    assert_eq!(*reopened.open(&place, &moved).unwrap(), b"kept through the rotation");
    assert_eq!(code(reopened.open(&place, &sealed)), ErrorCode::Damaged);
    assert_eq!(code(reopened.database_key(1)), ErrorCode::Damaged);
}

#[test]
fn epochs_are_bounded() {
    let key = device();
    let (mut keyslots, mut keys, _) = new_vault(Some(&key), None);
    for _ in 1..64 {
        (keyslots, keys) = keyslots.with_next_epoch(&keys, &mut SystemEntropy).unwrap();
    }
    assert_eq!(Keyslots::parse(keyslots.to_bytes()).unwrap().current_epoch(), 64);
    assert_eq!(code(keyslots.with_next_epoch(&keys, &mut SystemEntropy)), ErrorCode::BadInput);
}

#[test]
fn stored_and_loaded() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keyslots.json");
    let key = device();
    let (keyslots, keys, _) = new_vault(Some(&key), None);
    keyslots.store(&path).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(Keyslots::load(&path).unwrap().to_bytes(), keyslots.to_bytes());

    // What a crash between writing and renaming leaves does no harm.
    fs::write(folder.path().join("keyslots.json.new"), b"half a fi").unwrap();
    let next = keyslots.with_device(&keys, &key, &mut SystemEntropy).unwrap();
    next.store(&path).unwrap();
    assert_eq!(Keyslots::load(&path).unwrap().generation(), 2);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing left beside it");

    let (other, _, _) = new_vault(Some(&key), None);
    assert_eq!(code(other.store(&path)), ErrorCode::BadInput);
    assert_eq!(Keyslots::load(&path).unwrap().vault_id(), keyslots.vault_id());

    fs::write(&path, b"damaged").unwrap();
    assert_eq!(code(Keyslots::load(&path)), ErrorCode::Damaged);
    keyslots.store(&path).unwrap();
    Keyslots::load(&path).unwrap();
}

#[test]
fn storing_where_it_cannot() {
    let folder = tempfile::tempdir().unwrap();
    let key = device();
    let (keyslots, _, _) = new_vault(Some(&key), None);
    assert_eq!(code(keyslots.store(folder.path().join("no/such/keyslots.json"))), ErrorCode::Io);
    assert_eq!(code(Keyslots::load(folder.path().join("keyslots.json"))), ErrorCode::Io);
    let taken = folder.path().join("keyslots.json");
    fs::create_dir(&taken).unwrap();
    assert_eq!(code(keyslots.store(&taken)), ErrorCode::Io);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing left beside it");
}

#[test]
fn a_file_too_large_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keyslots.json");
    let file = fs::File::create(&path).unwrap();
    file.set_len(1 << 40).unwrap(); // sparse
    assert_eq!(code(Keyslots::load(&path)), ErrorCode::Damaged);
    assert_eq!(code(Keyslots::parse(&vec![b' '; (1 << 20) + 1])), ErrorCode::Damaged);
}

#[test]
fn no_entropy_no_keys() {
    struct Empty;
    impl Entropy for Empty {
        fn fill(&mut self, _: &mut [u8]) -> Result<(), Error> {
            Err(Error::NoEntropy)
        }
    }
    let key = device();
    let (keyslots, keys, _) = new_vault(Some(&key), None);
    let vault = VaultId::from_bytes([1; 16]);
    assert_eq!(code(Keyslots::create(vault, Some(&key), None, KDF, &mut Empty)), ErrorCode::NoEntropy);
    assert_eq!(code(keyslots.with_recovery(&keys, &mut Empty)), ErrorCode::NoEntropy);
    let place = Place {
        record: RecordId::from_bytes([1; 16]),
        field: FIELD_PAYLOAD,
        version: VersionId::from_bytes([2; 16]),
    };
    assert_eq!(code(keys.seal(&place, b"x", &mut Empty)), ErrorCode::NoEntropy);
    assert_eq!(code(VaultId::random(&mut Empty)), ErrorCode::NoEntropy);
}

#[test]
fn debug_shows_no_secret() {
    let key = DeviceKey::from_bytes(&[0xd7; 32]).unwrap();
    let passphrase = Passphrase::new("sesame").unwrap();
    let (keyslots, keys, recovery) = new_vault(Some(&key), None);
    let database = keys.database_key(1).unwrap();
    let shown = format!(
        "{keyslots:?} {keys:?} {recovery:?} {database:?} {passphrase:?} {:?} {:?} {:?}",
        Unlock::Device(&key),
        Unlock::Passphrase(&passphrase),
        Unlock::Recovery(&recovery),
    );
    assert_eq!(shown.matches("redacted").count(), 7, "{shown}");
    for leak in ["sesame", "215", "d7d7", &recovery.display()[..4]] {
        assert!(!shown.contains(leak), "{leak} in {shown}");
    }
}
