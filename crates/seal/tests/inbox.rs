//! Captures for a closed vault: only the vault whose key sealed them opens them, for the very item; one form is frozen.
#![allow(clippy::unwrap_used)]

#[allow(dead_code, reason = "the other tests use the rest")]
mod fixed;

use keepsake_seal::{
    Entropy, Error, KdfParameters, Keyslots, Passphrase, RecordId, SystemEntropy, Unlock, VaultId,
};
use proptest::prelude::*;

const PASSPHRASE: &str = "a quiet desk with nine drawers";

fn vault(entropy: &mut dyn Entropy) -> (Keyslots, keepsake_seal::Keys) {
    let id = VaultId::random(entropy).unwrap();
    let passphrase = Passphrase::new(PASSPHRASE).unwrap();
    let (keyslots, keys, _) =
        Keyslots::create(id, None, Some(&passphrase), KdfParameters::DEFAULT, entropy).unwrap();
    (keyslots, keys)
}

#[test]
fn what_is_sealed_without_a_secret_opens_with_the_vault_alone() {
    let (keyslots, keys) = vault(&mut SystemEntropy);
    let (_, others) = vault(&mut SystemEntropy);
    // As another process reads it from the disk.
    let read = Keyslots::parse(keyslots.to_bytes()).unwrap();
    let inbox = read.inbox().unwrap();
    let item = RecordId::random(&mut SystemEntropy).unwrap();
    let sealed = inbox.seal(&item, b"quartz marmalade", &mut SystemEntropy).unwrap();
    assert!(!sealed.windows(9).any(|part| part == b"marmalade"));
    assert_ne!(sealed, inbox.seal(&item, b"quartz marmalade", &mut SystemEntropy).unwrap());
    assert_eq!(keys.open_inbox(&item, &sealed).unwrap().as_slice(), b"quartz marmalade");
    let unlocked = read.unlock(Unlock::Passphrase(&Passphrase::new(PASSPHRASE).unwrap())).unwrap();
    assert_eq!(unlocked.open_inbox(&item, &sealed).unwrap().as_slice(), b"quartz marmalade");
    let other_item = RecordId::random(&mut SystemEntropy).unwrap();
    assert!(matches!(keys.open_inbox(&other_item, &sealed), Err(Error::Damaged(_))));
    assert!(matches!(others.open_inbox(&item, &sealed), Err(Error::Damaged(_))));
}

#[test]
fn each_epoch_has_a_pair_of_its_own() {
    let (keyslots, keys) = vault(&mut SystemEntropy);
    let item = RecordId::random(&mut SystemEntropy).unwrap();
    let sealed = keyslots.inbox().unwrap().seal(&item, b"before", &mut SystemEntropy).unwrap();
    let (both, keys_of_both) = keyslots.with_next_epoch(&keys, &mut SystemEntropy).unwrap();
    assert_ne!(both.inbox(), keyslots.inbox());
    assert_eq!(keys_of_both.open_inbox(&item, &sealed).unwrap().as_slice(), b"before");
    let (_, newest) = both.without_old_epochs(&keys_of_both, &mut SystemEntropy).unwrap();
    assert!(newest.open_inbox(&item, &sealed).is_err());
}

#[test]
fn another_key_in_the_file_is_refused_with_the_right_secret() {
    let (keyslots, _) = vault(&mut SystemEntropy);
    let (others, _) = vault(&mut SystemEntropy);
    let text = String::from_utf8(keyslots.to_bytes().to_vec()).unwrap();
    let public = |text: &str| {
        let at = text.find("\"public\":\"").unwrap() + 10;
        text[at..at + 64].to_owned()
    };
    let theirs = public(std::str::from_utf8(others.to_bytes()).unwrap());
    let swapped = Keyslots::parse(text.replace(&public(&text), &theirs).as_bytes()).unwrap();
    let passphrase = Passphrase::new(PASSPHRASE).unwrap();
    assert!(matches!(swapped.unlock(Unlock::Passphrase(&passphrase)), Err(Error::Damaged(_))));
    // A key that is no key of the curve's seals nothing: everyone could open it.
    let weak = Keyslots::parse(text.replace(&public(&text), &"0".repeat(64)).as_bytes()).unwrap();
    let item = RecordId::random(&mut SystemEntropy).unwrap();
    assert!(weak.inbox().unwrap().seal(&item, b"text", &mut SystemEntropy).is_err());
}

#[test]
fn a_file_from_before_has_none_and_gets_one() {
    let frozen: serde_json::Value = serde_json::from_str(include_str!("../vectors/keyslots.json")).unwrap();
    let old = Keyslots::parse(frozen["file"].as_str().unwrap().as_bytes()).unwrap();
    assert!(old.inbox().is_none());
    let (keyslots, keys) = vault(&mut SystemEntropy);
    let text = String::from_utf8(keyslots.to_bytes().to_vec()).unwrap();
    let next = keyslots.with_inbox(&keys).unwrap();
    assert_eq!(next.inbox(), keyslots.inbox());
    assert_eq!(next.generation(), keyslots.generation() + 1);
    assert!(text.contains("\"inbox\":{\"epoch\":1,"));
}

#[test]
fn frozen() {
    let frozen: serde_json::Value = serde_json::from_str(include_str!("../vectors/inbox.json")).unwrap();
    let text = |name: &str| frozen[name].as_str().unwrap();
    let keyslots = Keyslots::parse(text("keyslots").as_bytes()).unwrap();
    let keys = keyslots.unlock(Unlock::Passphrase(&Passphrase::new(text("passphrase")).unwrap())).unwrap();
    let item: RecordId = text("item").parse().unwrap();
    let sealed = data_encoding::HEXLOWER.decode(text("sealed").as_bytes()).unwrap();
    assert_eq!(keys.open_inbox(&item, &sealed).unwrap().as_slice(), text("plain").as_bytes());
    let mut entropy = fixed::FixedEntropy::new("keepsake vectors, inbox");
    let again = keyslots.inbox().unwrap().seal(&item, text("plain").as_bytes(), &mut entropy).unwrap();
    assert!(again == sealed, "what is written has changed its form");
    let mut newer = sealed.clone();
    newer[4] = 9;
    assert!(matches!(keys.open_inbox(&item, &newer), Err(Error::TooNew(_))));
}

proptest! {
    #[test]
    fn a_changed_byte_or_another_length_never_opens(at in 0usize..200, bit in 0u8..8, cut in 0usize..200) {
        use std::sync::OnceLock;
        static SEALED: OnceLock<(keepsake_seal::Keyslots, std::sync::Mutex<keepsake_seal::Keys>, RecordId, Vec<u8>)> =
            OnceLock::new();
        let (_, keys, item, sealed) = SEALED.get_or_init(|| {
            let (keyslots, keys) = vault(&mut SystemEntropy);
            let item = RecordId::random(&mut SystemEntropy).unwrap();
            let sealed = keyslots.inbox().unwrap().seal(&item, &[7; 127], &mut SystemEntropy).unwrap();
            (keyslots, std::sync::Mutex::new(keys), item, sealed)
        });
        let keys = keys.lock().unwrap();
        prop_assert_eq!(sealed.len(), 25 + 32 + 127 + 16);
        let mut changed = sealed.clone();
        changed[at] ^= 1 << bit;
        prop_assert!(keys.open_inbox(item, &changed).is_err());
        prop_assert!(keys.open_inbox(item, &sealed[..cut]).is_err());
    }
}
