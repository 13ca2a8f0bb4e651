//! What must never open, tried 10,000 times each with random places, bits and files.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::LazyLock;

use keepsake_seal::*;
use proptest::prelude::*;

struct Vault {
    keyslots: Keyslots,
    keys: Keys,
    device: DeviceKey,
    recovery: RecoveryCode,
}

/// Two epochs, a device slot and a recovery slot.
fn vault() -> Vault {
    let entropy = &mut SystemEntropy;
    let device = DeviceKey::random(entropy).unwrap();
    let id = VaultId::random(entropy).unwrap();
    let (keyslots, keys, recovery) =
        Keyslots::create(id, Some(&device), None, KdfParameters::DEFAULT, entropy).unwrap();
    let (keyslots, keys) = keyslots.with_next_epoch(&keys, entropy).unwrap();
    Vault { keyslots, keys, device, recovery }
}

static OURS: LazyLock<Vault> = LazyLock::new(vault);
static THEIRS: LazyLock<Vault> = LazyLock::new(vault);

/// With a passphrase slot too; made once, since Argon2 takes its time.
static WITH_PASSPHRASE: LazyLock<(String, DeviceKey)> = LazyLock::new(|| {
    let passphrase = Passphrase::new("velvet otter ladder").unwrap();
    let (keys, kdf) = (&OURS.keys, KdfParameters::DEFAULT);
    let keyslots = OURS.keyslots.with_passphrase(keys, &passphrase, kdf, &mut SystemEntropy).unwrap();
    let device = DeviceKey::from_bytes(OURS.device.dangerously_expose()).unwrap();
    (String::from_utf8(keyslots.to_bytes().to_vec()).unwrap(), device)
});

fn places() -> impl Strategy<Value = Place> {
    (any::<[u8; 16]>(), any::<u16>(), any::<[u8; 16]>()).prop_map(|(record, field, version)| Place {
        record: RecordId::from_bytes(record),
        field,
        version: VersionId::from_bytes(version),
    })
}

fn code<T>(result: Result<T, Error>) -> Option<ErrorCode> {
    result.err().map(|error| error.code())
}

/// Every part of an envelope as one run of bytes, to flip any bit of it.
fn flip(envelope: &mut Envelope, bit: usize) {
    let mut epoch = envelope.epoch.to_be_bytes();
    let parts: [&mut [u8]; 5] = [
        &mut epoch,
        &mut envelope.wrap_nonce,
        &mut envelope.wrapped_key,
        &mut envelope.nonce,
        &mut envelope.payload,
    ];
    let mut at = bit / 8;
    for part in parts {
        if at < part.len() {
            part[at] ^= 1 << (bit % 8);
            break;
        }
        at -= part.len();
    }
    envelope.epoch = u32::from_be_bytes(epoch);
}

fn opens(file: &[u8]) -> bool {
    let Ok(keyslots) = Keyslots::parse(file) else { return false };
    let ways = [Unlock::Device(&OURS.device), Unlock::Recovery(&OURS.recovery)];
    ways.into_iter().any(|way| keyslots.unlock(way).is_ok())
}

proptest! {
    // A failing case is printed, shrunk; a file beside the tests would add nothing.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10_000) })]

    #[test]
    fn what_is_sealed_opens_in_its_place_only(
        place in places(),
        other in places(),
        plain in prop::collection::vec(any::<u8>(), 0..200),
        swap in 0..6,
    ) {
        prop_assume!(place.record != other.record && place.field != other.field && place.version != other.version);
        let mut envelope = OURS.keys.seal(&place, &plain, &mut SystemEntropy).unwrap();
        prop_assert_eq!(&*OURS.keys.open(&place, &envelope).unwrap(), &plain);
        let (mut keys, mut found_at) = (&OURS.keys, place);
        match swap {
            0 => keys = &THEIRS.keys,
            1 => found_at.record = other.record,
            2 => found_at.field = other.field,
            3 => found_at.version = other.version,
            4 => envelope.epoch = 1,
            _ => found_at = other,
        }
        prop_assert_eq!(code(keys.open(&found_at, &envelope)), Some(ErrorCode::Damaged));
        if swap != 4 {
            prop_assert_eq!(
                code(keys.rewrap(&found_at, &envelope, &mut SystemEntropy)),
                Some(ErrorCode::Damaged)
            );
        }
    }

    #[test]
    fn parts_of_two_envelopes_do_not_mix(place in places(), plain in any::<[u8; 20]>(), part in 0..4) {
        let keys = &OURS.keys;
        let mut one = keys.seal(&place, &plain, &mut SystemEntropy).unwrap();
        let two = keys.seal(&place, &plain, &mut SystemEntropy).unwrap();
        let before = one.digest();
        match part {
            0 => one.wrap_nonce = two.wrap_nonce,
            1 => one.wrapped_key = two.wrapped_key,
            2 => one.nonce = two.nonce,
            _ => one.payload = two.payload,
        }
        prop_assert_ne!(one.digest(), before);
        prop_assert_eq!(code(keys.open(&place, &one)), Some(ErrorCode::Damaged));
    }

    #[test]
    fn any_flipped_bit_of_an_envelope_is_noticed(
        place in places(),
        plain in prop::collection::vec(any::<u8>(), 0..64),
        at in any::<prop::sample::Index>(),
    ) {
        let mut envelope = OURS.keys.seal(&place, &plain, &mut SystemEntropy).unwrap();
        let before = envelope.digest();
        flip(&mut envelope, at.index((4 + 12 + 48 + 12 + plain.len() + 16) * 8));
        prop_assert_ne!(envelope.digest(), before);
        prop_assert_eq!(code(OURS.keys.open(&place, &envelope)), Some(ErrorCode::Damaged));
    }

    #[test]
    fn any_flipped_bit_of_a_keyslot_file_is_noticed(at in any::<prop::sample::Index>()) {
        let mut file = OURS.keyslots.to_bytes().to_vec();
        let bit = at.index(file.len() * 8);
        file[bit / 8] ^= 1 << (bit % 8);
        prop_assert!(!opens(&file), "bit {bit}");
    }

    #[test]
    fn any_cut_or_grown_keyslot_file_is_noticed(
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        how in 0..3,
    ) {
        let mut file = OURS.keyslots.to_bytes().to_vec();
        let at = at.index(file.len());
        match how {
            0 => file.truncate(at),
            1 => file.insert(at, byte),
            _ => { file.remove(at); }
        }
        // Doubling a byte beside its like writes the same file only when nothing changed.
        prop_assert!(file == OURS.keyslots.to_bytes() || !opens(&file));
    }

    #[test]
    fn slots_do_not_take_each_others_parts(
        part in prop::sample::select(vec!["id", "salt", "nonce", "wrapped", "commitment", "type"]),
        from_theirs in any::<bool>(),
    ) {
        let line = |vault: &Vault| -> serde_json::Value {
            let file = String::from_utf8(vault.keyslots.to_bytes().to_vec()).unwrap();
            serde_json::from_str(file.lines().next().unwrap()).unwrap()
        };
        let ours = line(&OURS);
        let giver = if from_theirs { line(&THEIRS) } else { ours.clone() };
        let [device, recovery] = [0, 1].map(|slot| ours["slots"][slot][part].as_str().unwrap());
        let file = String::from_utf8(OURS.keyslots.to_bytes().to_vec()).unwrap();
        let changed = if from_theirs {
            let theirs = giver["slots"][0][part].as_str().unwrap();
            prop_assume!(theirs != device);
            file.replacen(device, theirs, 1)
        } else {
            file.replacen(device, "MARK", 1).replacen(recovery, device, 1).replacen("MARK", recovery, 1)
        };
        prop_assert_ne!(&changed, &file);
        prop_assert!(!opens(changed.as_bytes()));
    }

    #[test]
    fn another_vaults_id_or_secret_opens_nothing(id in any::<[u8; 16]>(), key in any::<[u8; 32]>()) {
        let file = String::from_utf8(OURS.keyslots.to_bytes().to_vec()).unwrap();
        let id = VaultId::from_bytes(id).to_string();
        let moved = file.replacen(&OURS.keys.vault_id().to_string(), &id, 1);
        prop_assert!(!opens(moved.as_bytes()));
        let key = DeviceKey::from_bytes(&key).unwrap();
        prop_assert_eq!(code(OURS.keyslots.unlock(Unlock::Device(&key))), Some(ErrorCode::WrongSecret));
    }

    #[test]
    fn any_weaker_kdf_is_refused_before_it_runs(
        (memory, passes, lanes) in prop_oneof![
            (0u32..65_536, 1u32..=16, 1u32..=16),
            (65_536u32..=1_048_576, 0u32..3, 1u32..=16),
            (65_536u32..=1_048_576, 3u32..=16, Just(0u32)),
            (1_048_577u32.., 3u32..=16, 1u32..=16),
            (65_536u32..=1_048_576, 17u32.., 1u32..=16),
            (65_536u32..=1_048_576, 3u32..=16, 17u32..),
        ],
    ) {
        let (file, _) = &*WITH_PASSPHRASE;
        let changed = file.replacen(
            "\"memory_kib\":65536,\"passes\":3,\"lanes\":4",
            &format!("\"memory_kib\":{memory},\"passes\":{passes},\"lanes\":{lanes}"),
            1,
        );
        prop_assert_ne!(&changed, file);
        prop_assert_eq!(code(Keyslots::parse(changed.as_bytes())), Some(ErrorCode::WeakParameters));
        let kdf = KdfParameters { memory_kib: memory, passes, lanes };
        prop_assert_eq!(code(kdf.validate()), Some(ErrorCode::WeakParameters));
    }

    #[test]
    fn any_other_kdf_within_bounds_breaks_the_seal(
        memory in 65_536u32..=1_048_576,
        passes in 3u32..=16,
        lanes in 1u32..=16,
    ) {
        prop_assume!((memory, passes, lanes) != (65_536, 3, 4));
        let (file, device) = &*WITH_PASSPHRASE;
        let changed = file.replacen(
            "\"memory_kib\":65536,\"passes\":3,\"lanes\":4",
            &format!("\"memory_kib\":{memory},\"passes\":{passes},\"lanes\":{lanes}"),
            1,
        );
        let keyslots = Keyslots::parse(changed.as_bytes()).unwrap();
        prop_assert_eq!(code(keyslots.unlock(Unlock::Device(device))), Some(ErrorCode::Damaged));
    }

    #[test]
    fn any_recovery_code_is_read_back(lower in any::<bool>(), gap in "[ \t-]{0,3}") {
        let code = RecoveryCode::random(&mut SystemEntropy).unwrap();
        let shown = code.display();
        let mut written = shown.replace('-', &gap);
        if lower {
            written = written.to_lowercase();
        }
        prop_assert_eq!(RecoveryCode::parse(&written).unwrap().display(), shown);
    }

    #[test]
    fn any_text_is_refused_or_a_whole_code(text in "[0-9A-Za-z -]{0,70}") {
        if let Ok(code) = RecoveryCode::parse(&text) {
            let plain = code.display().replace('-', "");
            let typed: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
            prop_assert_eq!(plain, typed.to_uppercase().replace('O', "0").replace(['I', 'L'], "1"));
        }
    }

    #[test]
    fn any_bytes_are_refused_as_a_keyslot_file(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert_eq!(code(Keyslots::parse(&bytes)), Some(ErrorCode::Damaged));
    }

    #[test]
    fn any_passphrase_is_one_in_every_normal_form(text in "\\PC{1,40}") {
        use unicode_normalization::UnicodeNormalization;
        let [nfc, nfd]: [String; 2] = [text.nfc().collect(), text.nfd().collect()];
        let strength = passphrase_strength(&nfc);
        prop_assert_eq!(strength, passphrase_strength(&nfd));
        prop_assert!(Passphrase::new(&nfd).is_ok());
    }
}
