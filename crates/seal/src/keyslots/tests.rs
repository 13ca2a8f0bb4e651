//! What only the inside can show: that each box is bound to its place even under a good MAC.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::entropy::SystemEntropy;
use crate::error::ErrorCode;

fn vault() -> (Keyslots, Keys, DeviceKey) {
    let device = DeviceKey::random(&mut SystemEntropy).unwrap();
    let vault = VaultId::random(&mut SystemEntropy).unwrap();
    let (keyslots, keys, _) =
        Keyslots::create(vault, Some(&device), None, KdfParameters::DEFAULT, &mut SystemEntropy).unwrap();
    let (keyslots, keys) = keyslots.with_next_epoch(&keys, &mut SystemEntropy).unwrap();
    (keyslots, keys, device)
}

fn sentence(keyslots: &Keyslots, keys: &Keys, device: &DeviceKey, body: Body) -> String {
    let resigned = Keyslots::signed(&keys.vault_key, body).unwrap();
    assert_ne!(resigned.to_bytes(), keyslots.to_bytes());
    let error = resigned.unlock(Unlock::Device(device)).unwrap_err();
    assert_eq!(error.code(), ErrorCode::Damaged);
    error.to_string()
}

#[test]
fn epochs_and_root_cannot_take_each_others_place() {
    let (keyslots, keys, device) = vault();
    let good = &keyslots.body;

    let mut swapped = good.clone();
    let first = swapped.epochs[0].1.clone();
    swapped.epochs[0].1 = std::mem::replace(&mut swapped.epochs[1].1, first);
    assert!(sentence(&keyslots, &keys, &device, swapped).contains("epoch"));

    let renumbered =
        Body { epochs: vec![(7, good.epochs[0].1.clone()), good.epochs[1].clone()], ..good.clone() };
    assert!(sentence(&keyslots, &keys, &device, renumbered).contains("epoch"));

    let epoch_as_root = Body { root: good.epochs[0].1.clone(), ..good.clone() };
    assert!(sentence(&keyslots, &keys, &device, epoch_as_root).contains("lifetime root"));

    let root_as_epoch = Body { epochs: vec![(2, good.root.clone())], ..good.clone() };
    assert!(sentence(&keyslots, &keys, &device, root_as_epoch).contains("epoch"));
}

#[test]
fn a_slot_is_bound_to_its_id_salt_and_kind() {
    let (keyslots, keys, device) = vault();
    let change = |change: fn(&mut Slot)| {
        let mut body = keyslots.body.clone();
        change(&mut body.slots[0]);
        body
    };
    for body in [
        change(|slot| slot.id = SlotId::from_bytes([7; 16])),
        change(|slot| slot.salt[31] ^= 1),
        change(|slot| slot.nonce[0] ^= 1),
        change(|slot| slot.wrapped[47] ^= 1),
        change(|slot| slot.kdf = Some(KdfParameters::DEFAULT)),
    ] {
        let resigned = Keyslots::signed(&keys.vault_key, body).unwrap();
        let error = resigned.unlock(Unlock::Device(&device)).unwrap_err();
        assert!(error.to_string().contains("device slot"), "{error}");
    }
    let mut body = keyslots.body.clone();
    body.slots[0].kind = SlotKind::Recovery;
    let slot = Keyslots::signed(&keys.vault_key, body).unwrap();
    assert_eq!(slot.unlock(Unlock::Device(&device)).unwrap_err().code(), ErrorCode::WrongSecret);
    let mut body = keyslots.body.clone();
    body.slots[0].commitment[0] ^= 1;
    let slot = Keyslots::signed(&keys.vault_key, body).unwrap();
    assert_eq!(slot.unlock(Unlock::Device(&device)).unwrap_err().code(), ErrorCode::WrongSecret);
}

#[test]
fn a_file_others_changed_does_not_get_our_seal() {
    let (keyslots, keys, _) = vault();
    let mut changed = keyslots.clone();
    changed.bytes[40] ^= 1;
    let new = DeviceKey::random(&mut SystemEntropy).unwrap();
    let error = changed.with_device(&keys, &new, &mut SystemEntropy).unwrap_err();
    assert_eq!(error.code(), ErrorCode::Damaged);
}

#[test]
fn generation_does_not_wrap_around() {
    let (keyslots, keys, device) = vault();
    let last = Body { generation: u64::MAX, ..keyslots.body.clone() };
    let last = Keyslots::signed(&keys.vault_key, last).unwrap();
    assert_eq!(Keyslots::parse(last.to_bytes()).unwrap().generation(), u64::MAX);
    let error = last.with_device(&keys, &device, &mut SystemEntropy).unwrap_err();
    assert_eq!(error.code(), ErrorCode::Damaged);
}
