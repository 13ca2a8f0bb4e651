//! The primitives against the vectors of their RFCs and of Wycheproof, none skipped, through the functions in use.

#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::panic)]

use aes_gcm_siv::Aes128GcmSiv;
use aes_gcm_siv::aead::{Aead, Payload};
use data_encoding::HEXLOWER;
use serde_json::Value;
use wycheproof::TestResult;
use wycheproof::{aead, hkdf as wycheproof_hkdf};

use super::*;

fn hex(value: &Value) -> Vec<u8> {
    HEXLOWER.decode(value.as_str().unwrap().as_bytes()).unwrap()
}

fn key(bytes: &[u8]) -> Secret<32> {
    Secret::from_bytes(bytes).unwrap()
}

#[test]
fn rfc_8452_aes_256_gcm_siv() {
    let file: Value = serde_json::from_str(include_str!("../../vectors/rfc8452.json")).unwrap();
    let vectors = file["vectors"].as_array().unwrap();
    assert_eq!(vectors.len(), 26);
    for vector in vectors {
        let (key, aad) = (key(&hex(&vector["key"])), hex(&vector["aad"]));
        let nonce: [u8; 12] = hex(&vector["nonce"]).try_into().unwrap();
        let (plain, sealed) = (hex(&vector["plain"]), hex(&vector["sealed"]));
        assert_eq!(encrypt(&key, &nonce, &aad, &plain).unwrap(), sealed);
        assert_eq!(*decrypt(&key, &nonce, &aad, &sealed).unwrap(), plain);
        for at in 0..sealed.len() {
            let mut wrong = sealed.clone();
            wrong[at] ^= 1;
            assert!(decrypt(&key, &nonce, &aad, &wrong).is_none());
        }
        assert!(decrypt(&key, &nonce, b"another place", &sealed).is_none());
    }
    println!("RFC 8452: {} vectors", vectors.len());
}

#[test]
fn wycheproof_aes_gcm_siv() {
    let set = aead::TestSet::load(aead::TestName::AesGcmSiv).unwrap();
    let (mut of_128, mut of_256, mut invalid) = (0, 0, 0);
    for group in &set.test_groups {
        for test in &group.tests {
            let sealed: Vec<u8> = [test.ct.as_slice(), test.tag.as_slice()].concat();
            let nonce: Result<[u8; 12], _> = test.nonce.as_slice().try_into();
            let (resealed, opened) = match (group.key_size, nonce) {
                (256, Ok(nonce)) => {
                    of_256 += 1;
                    let key = key(&test.key);
                    let resealed = encrypt(&key, &nonce, &test.aad, &test.pt).unwrap();
                    (resealed, decrypt(&key, &nonce, &test.aad, &sealed).map(|plain| plain.to_vec()))
                }
                (128, Ok(nonce)) => {
                    of_128 += 1;
                    let cipher = Aes128GcmSiv::new_from_slice(&test.key).unwrap();
                    let nonce = Nonce::from(nonce);
                    let plain = Payload { msg: &test.pt, aad: &test.aad };
                    let resealed = cipher.encrypt(&nonce, plain).unwrap();
                    (resealed, cipher.decrypt(&nonce, Payload { msg: &sealed, aad: &test.aad }).ok())
                }
                // A nonce of another length: our types have no way to say it.
                (_, Err(_)) => {
                    assert_eq!(test.result, TestResult::Invalid);
                    invalid += 1;
                    continue;
                }
                (other, _) => panic!("a key of {other} bits"),
            };
            match test.result {
                TestResult::Valid | TestResult::Acceptable => {
                    assert_eq!(resealed, sealed, "case {}: {}", test.tc_id, test.comment);
                    assert_eq!(opened.as_deref(), Some(test.pt.as_slice()), "case {}", test.tc_id);
                }
                TestResult::Invalid => {
                    invalid += 1;
                    assert_eq!(opened, None, "case {}: {}", test.tc_id, test.comment);
                }
            }
        }
    }
    assert!(of_256 > 0 && of_128 > 0 && invalid > 0);
    let run: usize = set.test_groups.iter().map(|group| group.tests.len()).sum();
    assert_eq!(run, set.number_of_tests, "none skipped");
    println!(
        "Wycheproof AES-GCM-SIV: {run} ({of_256} of 256 bits, {of_128} of 128, {invalid} invalid), 0 skipped"
    );
}

#[test]
fn wycheproof_hkdf() {
    fn check<H: hkdf::HmacImpl>(test: &wycheproof_hkdf::Test) {
        let mut okm = vec![0; test.size];
        let expanded = hkdf::GenericHkdf::<H>::new(Some(&test.salt), &test.ikm).expand(&test.info, &mut okm);
        match test.result {
            TestResult::Valid | TestResult::Acceptable => {
                expanded.unwrap();
                assert_eq!(okm, test.okm.as_slice(), "case {}", test.tc_id);
            }
            TestResult::Invalid => assert!(expanded.is_err(), "case {}", test.tc_id),
        }
    }
    let (mut all, mut through_ours) = (0, 0);
    for name in wycheproof_hkdf::TestName::all() {
        use wycheproof_hkdf::TestName;
        let set = wycheproof_hkdf::TestSet::load(name).unwrap();
        let mut run = 0;
        for test in set.test_groups.iter().flat_map(|group| &group.tests) {
            match name {
                TestName::HkdfSha1 => check::<Hmac<sha1::Sha1>>(test),
                TestName::HkdfSha256 => check::<Hmac<Sha256>>(test),
                TestName::HkdfSha384 => check::<Hmac<sha2::Sha384>>(test),
                TestName::HkdfSha512 => check::<Hmac<sha2::Sha512>>(test),
            }
            // Ours has one length; a shorter output is the beginning of it.
            if name == TestName::HkdfSha256 && test.size <= 32 {
                let mut ours = [0; 32];
                hkdf_sha256(&test.salt, &test.ikm, &test.info, &mut ours);
                assert_eq!(ours[..test.size], test.okm[..], "case {}", test.tc_id);
                through_ours += 1;
            }
            run += 1;
        }
        assert_eq!(run, set.number_of_tests, "none skipped");
        println!("Wycheproof {name:?}: {run}, 0 skipped");
        all += run;
    }
    assert!(all > 0 && through_ours > 0);
    println!("Wycheproof HKDF: {all}, {through_ours} of them also through our own function");
}

#[test]
fn rfc_9106_argon2id() {
    use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};
    let file: Value = serde_json::from_str(include_str!("../../vectors/rfc9106.json")).unwrap();
    let number = |name: &str| u32::try_from(file[name].as_u64().unwrap()).unwrap();
    let mut params = ParamsBuilder::new();
    params.m_cost(number("memory_kib")).t_cost(number("passes")).p_cost(number("lanes"));
    params.data(AssociatedData::new(&hex(&file["associated_data"])).unwrap());
    let secret = hex(&file["secret"]);
    let argon2 =
        Argon2::new_with_secret(&secret, Algorithm::Argon2id, Version::V0x13, params.build().unwrap())
            .unwrap();
    let mut tag = [0; 32];
    argon2.hash_password_into(&hex(&file["password"]), &hex(&file["salt"]), &mut tag).unwrap();
    assert_eq!(tag.as_slice(), hex(&file["tag"]));
    // The older version's tag for the same input, as a negative.
    assert_ne!(HEXLOWER.encode(&tag)[..8], *"b64615f0");
}

#[test]
fn hmac_pads_its_key_as_the_rfc_says() {
    let key = key(&[0x0b; 32]);
    let theirs = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key.dangerously_expose()).unwrap();
    let tag: [u8; 32] = theirs.chain_update(b"Hi There").finalize().into_bytes().into();
    assert_eq!(hmac(&key, b"Hi There"), tag);
    assert!(hmac_matches(&key, b"Hi There", &tag));
    assert!(!hmac_matches(&key, b"Hi there", &tag));
    for bit in 0..256 {
        let mut wrong = tag;
        wrong[bit / 8] ^= 1 << (bit % 8);
        assert!(!hmac_matches(&key, b"Hi There", &wrong));
    }
}

const LABELS: [(Label<'static>, u32); 14] = [
    (Label::Database, 1),
    (Label::Database, 2),
    (Label::Record, 1),
    (Label::Inbox, 1),
    (Label::Wrap, 0),
    (Label::Keyslots, 0),
    (Label::Token("credit_card"), 0),
    (Label::Allow, 0),
    (Label::Audit, 0),
    (Label::Receipt, 0),
    (Label::Slot(SlotKind::Device), 0),
    (Label::Slot(SlotKind::Passphrase), 0),
    (Label::Slot(SlotKind::Recovery), 0),
    (Label::Commit, 0),
];

#[test]
fn frozen_labels() {
    let file: Value = serde_json::from_str(include_str!("../../vectors/labels.json")).unwrap();
    let vault = VaultId::from_bytes(hex(&file["vault_id"]).try_into().unwrap());
    let other_vault = VaultId::from_bytes([0xee; 16]);
    let from = key(&hex(&file["secret"]));
    let vectors = file["keys"].as_array().unwrap();
    assert_eq!(vectors.len(), LABELS.len());
    let mut seen = std::collections::HashSet::new();
    for ((label, epoch), vector) in LABELS.into_iter().zip(vectors) {
        assert_eq!(label.info(epoch), vector["info"].as_str().unwrap());
        let derived = derive(&vault, &from, label, epoch);
        assert_eq!(derived.dangerously_expose().as_slice(), hex(&vector["key"]), "{label:?}");
        assert!(seen.insert(*derived.dangerously_expose()), "{label:?} is a key of its own");
        for wrong in [
            derive(&other_vault, &from, label, epoch),
            derive(&vault, &from, label, epoch + 1000),
            derive(&vault, &key(&[9; 32]), label, epoch),
        ] {
            assert!(wrong != derived, "{label:?}");
        }
    }
    for refused in file["other_infos"].as_array().unwrap() {
        let mut other = [0; 32];
        let info = refused["info"].as_str().unwrap();
        hkdf_sha256(vault.as_bytes(), from.dangerously_expose(), info.as_bytes(), &mut other);
        assert_eq!(other.as_slice(), hex(&refused["key"]));
        assert!(!seen.contains(&other), "{info} is none of ours");
    }
}

#[test]
#[ignore = "writes vectors/labels.json; run it only to freeze a new format version"]
fn write_labels() {
    let vault = VaultId::from_bytes([0x11; 16]);
    let from = key(&[0x22; 32]);
    let keys: Vec<Value> = LABELS
        .into_iter()
        .map(|(label, epoch)| {
            let key = HEXLOWER.encode(derive(&vault, &from, label, epoch).dangerously_expose());
            serde_json::json!({ "info": label.info(epoch), "key": key })
        })
        .collect();
    let infos = [
        "",
        "keepsake/v1/db",
        "keepsake/v1/db/0",
        "keepsake/v2/db/1",
        "keepsake/v1/db/01",
        "db",
        "keepsake/v1/DB/1",
        "keepsake/v1/token/0",
        "keepsake/v1/token/us_ssn/0",
        "keepsake/v1/slot/strict/0",
        "keepsake/v1/slot/0",
        "keepsake/v1/commit/1",
        "keepsake/v1/audit/0/",
        " keepsake/v1/audit/0",
    ];
    let other: Vec<Value> = infos
        .into_iter()
        .map(|info| {
            let mut key = [0; 32];
            hkdf_sha256(vault.as_bytes(), from.dangerously_expose(), info.as_bytes(), &mut key);
            serde_json::json!({ "info": info, "key": HEXLOWER.encode(&key) })
        })
        .collect();
    let file = serde_json::json!({
        "what": "HKDF-SHA-256, salt = vault id, ikm = secret, 32 bytes; other_infos must be no key of ours",
        "vault_id": HEXLOWER.encode(vault.as_bytes()),
        "secret": HEXLOWER.encode(from.dangerously_expose()),
        "keys": keys,
        "other_infos": other,
    });
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors/labels.json");
    std::fs::write(path, serde_json::to_string_pretty(&file).unwrap() + "\n").unwrap();
}
