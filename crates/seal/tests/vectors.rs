//! The formats, frozen: what once was written must open for ever, and what must not open must never. A change here
//! is a new format version, not a new vector.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod fixed;

use std::fs;

use data_encoding::HEXLOWER;
use fixed::{hex, path, text, vault};
use keepsake_seal::*;
use serde_json::{Value, json};

fn read(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(path(name)).unwrap()).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn bytes<const N: usize>(value: &Value) -> [u8; N] {
    HEXLOWER.decode(text(value).as_bytes()).unwrap().try_into().unwrap()
}

fn unlock(file: &str, way: &str, secret: &str) -> Result<Keys, Error> {
    let keyslots = Keyslots::parse(file.as_bytes())?;
    match way {
        "device" => {
            let key = DeviceKey::from_bytes(&HEXLOWER.decode(secret.as_bytes()).unwrap()).unwrap();
            keyslots.unlock(Unlock::Device(&key))
        }
        "passphrase" => keyslots.unlock(Unlock::Passphrase(&Passphrase::new(secret)?)),
        "recovery" => keyslots.unlock(Unlock::Recovery(&RecoveryCode::parse(secret)?)),
        other => panic!("no way in called {other}"),
    }
}

/// The first line of a keyslot file as it was written before there was an inbox: these files are frozen, and still open.
fn line_from_before(bytes: &[u8]) -> String {
    let line = std::str::from_utf8(bytes).unwrap().lines().next().unwrap();
    let at = line.find(",\"inbox\":{").unwrap();
    let end = line[at..].find('}').unwrap();
    format!("{}{}", &line[..at], &line[at + end + 1..])
}

#[test]
fn keyslots() {
    let frozen = read("keyslots.json");
    let file = text(&frozen["file"]);
    let (made, ..) = vault();
    assert_eq!(line_from_before(made.to_bytes()), file.lines().next().unwrap());
    let today = read("inbox.json");
    assert!(
        made.to_bytes() == text(&today["keyslots"]).as_bytes(),
        "the same randomness writes the same file"
    );
    let opens = list(&frozen["opens"]);
    for vector in opens {
        let keys = unlock(file, text(&vector["with"]), text(&vector["secret"])).unwrap();
        assert_eq!(keys.vault_id().to_string(), text(&frozen["vault_id"]));
        assert_eq!(keys.generation(), frozen["generation"].as_u64().unwrap());
        assert_eq!(json!(keys.epochs()), frozen["epochs"]);
        for epoch in keys.epochs() {
            let database = keys.database_key(epoch).unwrap();
            assert_eq!(hex(database.dangerously_expose()), frozen["database_keys"][epoch.to_string()]);
            let inbox = keys.inbox_key(epoch).unwrap();
            assert_eq!(hex(inbox.dangerously_expose()), frozen["inbox_keys"][epoch.to_string()]);
        }
    }
    let refused = list(&frozen["refused"]);
    for vector in refused {
        let result = unlock(text(&vector["file"]), text(&vector["with"]), text(&vector["secret"]));
        let error = result.map(|_| ()).unwrap_err();
        assert_eq!(error.code().as_str(), text(&vector["code"]), "{}: {error}", vector["why"]);
    }
    assert!(opens.len() >= 4 && refused.len() >= 2 * opens.len());
    println!("keyslots: {} open, {} refused", opens.len(), refused.len());
}

#[test]
fn strict_mode() {
    let frozen = read("strict.json");
    let file = text(&frozen["file"]);
    let (made, device) = fixed::strict();
    assert_eq!(line_from_before(made.to_bytes()), file.lines().next().unwrap());
    let keyslots = Keyslots::parse(file.as_bytes()).unwrap();
    let passphrase = Passphrase::new(text(&frozen["passphrase"])).unwrap();
    assert_eq!(hex(device.dangerously_expose()), frozen["device"]);
    let keys = keyslots.unlock(Unlock::Strict(&passphrase, &device)).unwrap();
    assert_eq!(keys.generation(), 3);
    let other = DeviceKey::from_bytes(&[0; 32]).unwrap();
    let refused = keyslots.unlock(Unlock::Strict(&passphrase, &other)).map(drop).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::WrongSecret);
    for (changed, code) in [
        (file.replacen("strict", "passphrase", 1), ErrorCode::WrongSecret),
        (file.replacen("\"passes\":3", "\"passes\":4", 1), ErrorCode::WrongSecret),
        (file.replacen("argon2id", "hkdf-sha256", 1), ErrorCode::WeakParameters),
        (file.replacen("\"generation\":3", "\"generation\":4", 1), ErrorCode::Damaged),
    ] {
        assert_ne!(changed, file);
        let opened = Keyslots::parse(changed.as_bytes())
            .and_then(|keyslots| keyslots.unlock(Unlock::Strict(&passphrase, &device)));
        assert_eq!(opened.map(drop).unwrap_err().code(), code);
    }
}

fn envelope_of(value: &Value) -> (Place, Envelope) {
    let place = Place {
        record: text(&value["record"]).parse().unwrap(),
        field: u16::try_from(value["field"].as_u64().unwrap()).unwrap(),
        version: text(&value["version"]).parse().unwrap(),
    };
    let envelope = Envelope {
        epoch: u32::try_from(value["epoch"].as_u64().unwrap()).unwrap(),
        wrap_nonce: bytes(&value["wrap_nonce"]),
        wrapped_key: bytes(&value["wrapped_key"]),
        nonce: bytes(&value["nonce"]),
        payload: HEXLOWER.decode(text(&value["payload"]).as_bytes()).unwrap(),
    };
    (place, envelope)
}

#[test]
fn envelopes() {
    let frozen = read("envelopes.json");
    let (_, keys, ..) = vault();
    let opens = list(&frozen["opens"]);
    for vector in opens {
        let (place, envelope) = envelope_of(vector);
        assert_eq!(*keys.open(&place, &envelope).unwrap(), text(&vector["plain"]).as_bytes());
        let owned = keys.open_owned(&place, envelope.clone());
        assert_eq!(*owned.unwrap(), text(&vector["plain"]).as_bytes());
        assert_eq!(hex(envelope.digest()), text(&vector["digest"]));
    }
    let refused = list(&frozen["refused"]);
    for vector in refused {
        let (place, envelope) = envelope_of(vector);
        let error = keys.open(&place, &envelope).unwrap_err();
        assert_eq!(error.code(), ErrorCode::Damaged, "{}", vector["why"]);
        assert!(keys.open_owned(&place, envelope).is_err(), "{}", vector["why"]);
    }
    assert!(opens.len() >= 3 && refused.len() >= opens.len());
    for field in [FIELD_PAYLOAD, FIELD_SEGMENT] {
        assert!(opens.iter().any(|vector| vector["field"] == field), "an example of field {field}");
    }
    println!("envelopes: {} open, {} refused", opens.len(), refused.len());
}

#[test]
fn recovery_codes() {
    let frozen = read("recovery.json");
    let same = list(&frozen["same"]);
    for vector in same {
        let code = RecoveryCode::parse(text(&vector["written"])).unwrap();
        assert_eq!(*code.display(), text(&vector["shown"]));
    }
    let refused = list(&frozen["refused"]);
    for vector in refused {
        let error = RecoveryCode::parse(text(&vector["written"])).unwrap_err();
        assert_eq!(error.code(), ErrorCode::BadRecoveryCode, "{}", vector["why"]);
    }
    assert!(same.len() >= 3 && refused.len() >= same.len());
    println!("recovery codes: {} read, {} refused", same.len(), refused.len());
}

#[test]
fn macs() {
    let frozen = read("macs.json");
    let (_, keys, ..) = vault();
    let mac = |vector: &Value| {
        let message = text(&vector["message"]).as_bytes();
        hex(match text(&vector["of"]) {
            "audit" => keys.audit_mac(message),
            "receipt" => keys.receipt_mac(message),
            "allow" => keys.allow_mac(message),
            other => keys.token(other.strip_prefix("token/").unwrap(), message),
        })
    };
    let (right, wrong) = (list(&frozen["right"]), list(&frozen["wrong"]));
    for vector in right {
        assert_eq!(mac(vector), text(&vector["mac"]));
    }
    for vector in wrong {
        assert_ne!(mac(vector), text(&vector["mac"]), "{}", vector["why"]);
    }
    assert!(right.len() >= 4 && wrong.len() >= right.len());
    println!("macs: {} right, {} wrong", right.len(), wrong.len());
}

#[test]
fn signatures() {
    let (_, keys, ..) = vault();
    let key = keys.receipt_key();
    let seen = [
        key.to_string(),
        key.fingerprint(),
        hex(keys.sign(Statement::Receipt, b"{}")),
        hex(keys.sign(Statement::Checkpoint, b"{}")),
    ];
    assert_eq!(seen, SIGNATURES);
    let signature: [u8; 64] = keys.sign(Statement::Receipt, b"{}");
    assert!(key.verifies(Statement::Receipt, b"{}", &signature));
    for (statement, body) in [
        (Statement::Checkpoint, &b"{}"[..]),
        (Statement::Receipt, b"{} "),
        (Statement::Receipt, b""),
        (Statement::Receipt, b"}{"),
    ] {
        assert!(!key.verifies(statement, body, &signature));
    }
    for bit in 0..512 {
        let mut changed = signature;
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(!key.verifies(Statement::Receipt, b"{}", &changed), "bit {bit}");
    }
}

/// Public key, fingerprint, and the signatures under `{}` as a receipt and as a checkpoint.
const SIGNATURES: [&str; 4] = [
    "0b5c797feb2bf95d47ccc06b685ee93e15841809b2906fd948abf45e2e54d26e",
    "e1e4-0f3c-33ac-f95a-f92f-6e61-67a8-0e53",
    "40d667c27ad2aaf19aed5856f7fcd60c69d257153d20e19d8a1c2986c959a3ba20d59ca625db124e054d2f65506f9245bc03f17fd884f75e24aea4f0fddf8a01",
    "b565a7c0cff56e5f44ee67dec60df44ae44f3e489dc6b0d75110101bf555467660a21401cbbcd2cd3b93407642b098a2f3fd1aea1e2fd4496f4260693cda3d06",
];
