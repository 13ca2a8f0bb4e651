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

#[test]
fn keyslots() {
    let frozen = read("keyslots.json");
    let file = text(&frozen["file"]);
    let (made, ..) = vault();
    assert_eq!(made.to_bytes(), file.as_bytes(), "the same randomness writes the same file");
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
