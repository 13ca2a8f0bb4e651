//! Writes `vectors/`. Run it only to freeze a new format version:
//! `cargo test -p keepsake-seal --test write_vectors -- --ignored`

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixed;

use std::fs;

use fixed::{FixedEntropy, PASSPHRASE, hex, path, strict, text, vault};
use keepsake_seal::*;
use serde_json::{Value, json};

const PASSPHRASE_DECOMPOSED: &str = "velvet otter ladder cafe\u{301}";

#[test]
#[ignore = "run it only to freeze a new format version"]
fn write_all() {
    write_keyslots();
    write_strict();
    write_envelopes();
    write_recovery();
    write_macs();
}

fn write_keyslots() {
    let (keyslots, keys, device, code) = vault();
    let file = String::from_utf8(keyslots.to_bytes().to_vec()).unwrap();
    let device = hex(device.dangerously_expose());
    let code = code.display().to_string();
    let body: Value = serde_json::from_str(file.lines().next().unwrap()).unwrap();
    let mac_line = file.lines().nth(1).unwrap();
    let slot = |at: usize, field: &str| text(&body["slots"][at][field]).to_owned();
    let other_code = RecoveryCode::random(&mut FixedEntropy::new("another code")).unwrap();
    let swap = |one: &str, other: &str| {
        let marked = file.replacen(one, "MARK", 1);
        marked.replacen(other, one, 1).replacen("MARK", other, 1)
    };
    let first_byte = |of: &str| {
        let changed = if of.starts_with('0') { "1" } else { "0" };
        file.replacen(of, &format!("{changed}{}", &of[1..]), 1)
    };
    let (epoch_2, epoch_1) = (text(&body["epochs"][0]["wrapped"]), text(&body["epochs"][1]["wrapped"]));
    let vault_id = text(&body["vault_id"]);
    let refused = [
        ("another device key", file.clone(), "device", "00".repeat(32), "wrong_secret"),
        ("another passphrase", file.clone(), "passphrase", "velvet otter ladder cafe".into(), "wrong_secret"),
        ("another recovery code", file.clone(), "recovery", other_code.display().to_string(), "wrong_secret"),
        (
            "a mistyped recovery code",
            file.clone(),
            "recovery",
            code.replacen(&code[..1], "U", 1),
            "bad_recovery_code",
        ),
        ("device wrapped key changed", first_byte(&slot(0, "wrapped")), "device", device.clone(), "damaged"),
        ("device nonce changed", first_byte(&slot(0, "nonce")), "device", device.clone(), "damaged"),
        ("device salt changed", first_byte(&slot(0, "salt")), "device", device.clone(), "damaged"),
        ("device slot id changed", first_byte(&slot(0, "id")), "device", device.clone(), "damaged"),
        (
            "device commitment changed",
            first_byte(&slot(0, "commitment")),
            "device",
            device.clone(),
            "wrong_secret",
        ),
        (
            "passphrase wrapped key changed",
            first_byte(&slot(1, "wrapped")),
            "passphrase",
            PASSPHRASE.into(),
            "damaged",
        ),
        (
            "passphrase salt changed",
            first_byte(&slot(1, "salt")),
            "passphrase",
            PASSPHRASE.into(),
            "wrong_secret",
        ),
        (
            "another slot changed, seen through the file's MAC",
            first_byte(&slot(1, "salt")),
            "device",
            device.clone(),
            "damaged",
        ),
        (
            "wrapped keys swapped between slots",
            swap(&slot(0, "wrapped"), &slot(2, "wrapped")),
            "recovery",
            code.clone(),
            "damaged",
        ),
        ("vault id changed", first_byte(vault_id), "device", device.clone(), "wrong_secret"),
        ("epochs' wrapped secrets swapped", swap(epoch_2, epoch_1), "device", device.clone(), "damaged"),
        (
            "lifetime root changed",
            first_byte(text(&body["root"]["wrapped"])),
            "device",
            device.clone(),
            "damaged",
        ),
        (
            "generation raised",
            file.replacen("\"generation\":2", "\"generation\":3", 1),
            "device",
            device.clone(),
            "damaged",
        ),
        (
            "a space added to the body",
            file.replacen("\"suite\":1", "\"suite\": 1", 1),
            "device",
            device.clone(),
            "damaged",
        ),
        (
            "an unknown field added",
            file.replacen("\"suite\":1", "\"suite\":1,\"x\":1", 1),
            "device",
            device.clone(),
            "damaged",
        ),
        (
            "a field twice",
            file.replacen("\"suite\":1", "\"suite\":1,\"suite\":1", 1),
            "device",
            device.clone(),
            "damaged",
        ),
        (
            "MAC in capitals",
            file.replacen(mac_line, &format!("mac {}", mac_line[4..].to_uppercase()), 1),
            "device",
            device.clone(),
            "damaged",
        ),
        ("MAC changed", first_byte(&mac_line[4..]), "device", device.clone(), "damaged"),
        ("MAC missing", file.lines().next().unwrap().to_owned() + "\n", "device", device.clone(), "damaged"),
        ("a third line", format!("{file}\n"), "device", device.clone(), "damaged"),
        ("line feed missing at the end", file.trim_end().to_owned(), "device", device.clone(), "damaged"),
        ("carriage returns", file.replace('\n', "\r\n"), "device", device.clone(), "damaged"),
        ("cut in half", file[..file.len() / 2].to_owned(), "device", device.clone(), "damaged"),
        ("empty", String::new(), "device", device.clone(), "damaged"),
        ("a SQLite file", "SQLite format 3\0".into(), "device", device.clone(), "damaged"),
        (
            "another format",
            file.replacen("keepsake-keyslots", "keepsake-something", 1),
            "device",
            device.clone(),
            "damaged",
        ),
        (
            "a newer version",
            file.replacen("\"version\":1", "\"version\":2", 1),
            "device",
            device.clone(),
            "too_new",
        ),
        (
            "a newer version of another shape",
            "{\"format\":\"keepsake-keyslots\",\"version\":9,\"suite\":3,\"ways\":[]}\nmac ".to_owned()
                + &"0".repeat(64)
                + "\n",
            "device",
            device.clone(),
            "too_new",
        ),
        (
            "an unknown suite",
            file.replacen("\"suite\":1", "\"suite\":2", 1),
            "device",
            device.clone(),
            "too_new",
        ),
        (
            "an unknown slot",
            file.replacen("\"type\":\"device\"", "\"type\":\"smartcard\"", 1),
            "recovery",
            code.clone(),
            "too_new",
        ),
        ("an unknown KDF", file.replacen("argon2id", "scrypt", 1), "device", device.clone(), "too_new"),
        (
            "an older Argon2",
            file.replacen("\"name\":\"argon2id\",\"version\":19", "\"name\":\"argon2id\",\"version\":16", 1),
            "passphrase",
            PASSPHRASE.into(),
            "weak_parameters",
        ),
        (
            "memory lowered",
            file.replacen("65536", "8192", 1),
            "passphrase",
            PASSPHRASE.into(),
            "weak_parameters",
        ),
        (
            "memory raised beyond reason",
            file.replacen("65536", "4294967295", 1),
            "passphrase",
            PASSPHRASE.into(),
            "weak_parameters",
        ),
        (
            "passes lowered",
            file.replacen("\"passes\":3", "\"passes\":1", 1),
            "passphrase",
            PASSPHRASE.into(),
            "weak_parameters",
        ),
        (
            "lanes gone",
            file.replacen("\"lanes\":4", "\"lanes\":0", 1),
            "passphrase",
            PASSPHRASE.into(),
            "weak_parameters",
        ),
        (
            "passphrase without a KDF",
            file.replacen("\"name\":\"argon2id\"", "\"name\":\"hkdf-sha256\"", 1),
            "passphrase",
            PASSPHRASE.into(),
            "weak_parameters",
        ),
        (
            "two slots of one kind",
            file.replacen("\"type\":\"recovery\"", "\"type\":\"device\"", 1),
            "device",
            device.clone(),
            "damaged",
        ),
        (
            "two slots of one id",
            file.replacen(&slot(0, "id"), &slot(2, "id"), 1),
            "device",
            device.clone(),
            "damaged",
        ),
        ("epoch 0", file.replacen("\"number\":1", "\"number\":0", 1), "device", device.clone(), "damaged"),
        (
            "one epoch twice",
            file.replacen("\"number\":1", "\"number\":2", 1),
            "device",
            device.clone(),
            "damaged",
        ),
        (
            "epochs in the wrong order",
            file.replacen("\"number\":1", "\"number\":3", 1),
            "device",
            device.clone(),
            "damaged",
        ),
        (
            "generation 0",
            file.replacen("\"generation\":2", "\"generation\":0", 1),
            "device",
            device.clone(),
            "damaged",
        ),
        (
            "a negative generation",
            file.replacen("\"generation\":2", "\"generation\":-2", 1),
            "device",
            device.clone(),
            "damaged",
        ),
        (
            "a short nonce",
            file.replacen(&slot(0, "nonce"), &slot(0, "nonce")[2..], 1),
            "device",
            device.clone(),
            "damaged",
        ),
        (
            "hexadecimal in capitals",
            file.replacen(vault_id, &vault_id.to_uppercase(), 1),
            "device",
            device.clone(),
            "damaged",
        ),
    ];
    let refused: Vec<Value> = refused
        .into_iter()
        .map(|(why, changed, with, secret, code)| {
            let original = changed == file;
            assert!(
                !original || code == "wrong_secret" || code == "bad_recovery_code",
                "{why} changed nothing"
            );
            json!({ "why": why, "file": changed, "with": with, "secret": secret, "code": code })
        })
        .collect();
    let keys_of = |key: fn(&Keys, u32) -> Secret<32>| {
        let mut found = serde_json::Map::new();
        for epoch in keys.epochs() {
            found.insert(epoch.to_string(), json!(hex(key(&keys, epoch).dangerously_expose())));
        }
        found
    };
    let value = json!({
        "what": "a keyslot file, who opens it, and files that must not open",
        "entropy": "SHA-256 over `keepsake vectors 1` and a block number (u64), block after block; see tests/fixed",
        "file": file,
        "vault_id": keys.vault_id().to_string(),
        "generation": keys.generation(),
        "epochs": keys.epochs(),
        "database_keys": keys_of(|keys, epoch| keys.database_key(epoch).unwrap()),
        "inbox_keys": keys_of(|keys, epoch| keys.inbox_key(epoch).unwrap()),
        "opens": [
            { "with": "device", "secret": device },
            { "with": "passphrase", "secret": PASSPHRASE },
            { "with": "passphrase", "secret": PASSPHRASE_DECOMPOSED },
            { "with": "recovery", "secret": code },
            { "with": "recovery", "secret": code.to_lowercase().replace('-', " ") },
        ],
        "refused": refused,
    });
    write("keyslots.json", &value);
}

/// Apart from the others, which were frozen before there was an inbox.
#[test]
#[ignore = "run it only to freeze a new format version"]
fn write_inbox() {
    let (keyslots, ..) = vault();
    let item = RecordId::from_bytes([0x5a; 16]);
    let plain = "Quartz marmalade under the stairs";
    let mut entropy = FixedEntropy::new("keepsake vectors, inbox");
    let sealed = keyslots.inbox().unwrap().seal(&item, plain.as_bytes(), &mut entropy).unwrap();
    let value = json!({
        "what": "A capture that was left while the vault was closed, and the keyslot file with its inbox key. Made with the randomness of tests/fixed.",
        "keyslots": String::from_utf8(keyslots.to_bytes().to_vec()).unwrap(),
        "passphrase": PASSPHRASE,
        "item": item.to_string(),
        "plain": plain,
        "sealed": hex(&sealed),
    });
    fs::write(path("inbox.json"), format!("{value:#}\n")).unwrap();
}

fn write_strict() {
    let (keyslots, device) = strict();
    let value = json!({
        "what": "A keyslot file in strict mode: passphrase and device key together. Made with the randomness of tests/fixed.",
        "file": String::from_utf8(keyslots.to_bytes().to_vec()).unwrap(),
        "passphrase": PASSPHRASE,
        "device": hex(device.dangerously_expose()),
    });
    fs::write(path("strict.json"), format!("{value:#}\n")).unwrap();
}

fn write_envelopes() {
    let (keyslots, keys, device, _) = vault();
    let mut entropy = FixedEntropy::new("keepsake vectors, envelopes");
    let places: Vec<Place> = (0..3)
        .map(|field| Place {
            record: RecordId::random(&mut entropy).unwrap(),
            field: FIELD_PAYLOAD + field,
            version: VersionId::random(&mut entropy).unwrap(),
        })
        .collect();
    let plains = ["{\"v\":1,\"content\":\"I take my coffee black\"}", "", "grüße \u{1f5dd}\u{fe0f}"];
    let sealed: Vec<Envelope> = places
        .iter()
        .zip(plains)
        .map(|(place, plain)| keys.seal(place, plain.as_bytes(), &mut entropy).unwrap())
        .collect();
    let opens: Vec<Value> = places
        .iter()
        .zip(plains)
        .zip(&sealed)
        .map(|((place, plain), envelope)| {
            let mut value = envelope_json(place, envelope);
            value["plain"] = json!(plain);
            value["digest"] = json!(hex(envelope.digest()));
            value
        })
        .collect();
    let (place, good) = (places[0], &sealed[0]);
    let mut refused = Vec::new();
    let mut refuse = |why: &str, place: Place, envelope: Envelope| {
        let mut value = envelope_json(&place, &envelope);
        value["why"] = json!(why);
        assert!(keys.open(&place, &envelope).is_err());
        refused.push(value);
    };
    refuse("another record", Place { record: places[1].record, ..place }, good.clone());
    refuse("another field", Place { field: 2, ..place }, good.clone());
    refuse("another version", Place { version: places[1].version, ..place }, good.clone());
    refuse(
        "record and version swapped",
        Place {
            record: RecordId::from_bytes(*place.version.as_bytes()),
            version: VersionId::from_bytes(*place.record.as_bytes()),
            ..place
        },
        good.clone(),
    );
    refuse("the epoch before", place, Envelope { epoch: 1, ..good.clone() });
    refuse("an epoch never made", place, Envelope { epoch: 3, ..good.clone() });
    refuse("another's wrapped key", place, Envelope { wrapped_key: sealed[1].wrapped_key, ..good.clone() });
    refuse(
        "another's key and nonce",
        place,
        Envelope { wrapped_key: sealed[1].wrapped_key, wrap_nonce: sealed[1].wrap_nonce, ..good.clone() },
    );
    refuse("another's payload", place, Envelope { payload: sealed[1].payload.clone(), ..good.clone() });
    refuse("another's nonce", place, Envelope { nonce: sealed[1].nonce, ..good.clone() });
    refuse(
        "nonces swapped",
        place,
        Envelope { nonce: good.wrap_nonce, wrap_nonce: good.nonce, ..good.clone() },
    );
    refuse(
        "cut by a byte",
        place,
        Envelope { payload: good.payload[..good.payload.len() - 1].to_vec(), ..good.clone() },
    );
    refuse(
        "a byte longer",
        place,
        Envelope { payload: [good.payload.as_slice(), &[0]].concat(), ..good.clone() },
    );
    refuse("shorter than a tag", place, Envelope { payload: vec![0; 15], ..good.clone() });
    refuse("no payload", place, Envelope { payload: Vec::new(), ..good.clone() });
    refuse(
        "the wrapped key as payload",
        place,
        Envelope { payload: good.wrapped_key.to_vec(), ..good.clone() },
    );
    let foreign_vault = VaultId::from_bytes([9; 16]);
    let (_, foreign, _) =
        Keyslots::create(foreign_vault, Some(&device), None, KdfParameters::DEFAULT, &mut entropy).unwrap();
    refuse("another vault's", place, foreign.seal(&place, b"theirs", &mut entropy).unwrap());
    let value = json!({
        "what": "envelopes of the vault in keyslots.json: who opens, and what must not",
        "vault_id": keyslots.vault_id().to_string(),
        "opens": opens,
        "refused": refused,
    });
    write("envelopes.json", &value);
}

fn write_recovery() {
    let code = RecoveryCode::random(&mut FixedEntropy::new("keepsake vectors, recovery")).unwrap();
    let shown = code.display().to_string();
    let plain = shown.replace('-', "");
    // Nothing but zeros and nothing but ones: the ends of the alphabet.
    struct Same(u8);
    impl Entropy for Same {
        fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
            bytes.fill(self.0);
            Ok(())
        }
    }
    let zeros = RecoveryCode::random(&mut Same(0)).unwrap().display().to_string();
    let ones = RecoveryCode::random(&mut Same(0xff)).unwrap().display().to_string();
    let same = [
        (shown.clone(), shown.clone()),
        (shown.to_lowercase(), shown.clone()),
        (plain.clone(), shown.clone()),
        (shown.replace('-', "  "), shown.clone()),
        (shown.replace('-', " \u{2014} "), shown.clone()),
        (zeros.clone(), zeros.clone()),
        (zeros.replace('0', "O").replace('1', "l"), zeros.clone()),
        (zeros.replace('0', "o").replace('1', "I"), zeros.clone()),
        (ones.clone(), ones.clone()),
    ];
    // The last character before the checksum holds one bit of the code and four of padding, all zero.
    let padded = |bit: u8| {
        let alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let digit = alphabet.find(&plain[51..52]).unwrap() | usize::from(bit);
        format!("{}{}{}", &plain[..51], &alphabet[digit..=digit], &plain[52..])
    };
    let other_last = if plain.ends_with('0') { "1" } else { "0" };
    let swapped = format!("{}{}{}", &plain[1..2], &plain[..1], &plain[2..]);
    let refused = [
        ("empty", String::new()),
        ("separators only", "- - -".into()),
        ("one character too few", plain[1..].to_owned()),
        ("one character too many", format!("{plain}0")),
        ("without its checksum", plain[..52].to_owned()),
        ("checksum changed", format!("{}{other_last}", &plain[..55])),
        ("checksum of another", format!("{}{}", &plain[..52], &ones.replace('-', "")[52..])),
        ("two characters swapped", swapped),
        ("two groups swapped", format!("{}{}{}", &plain[4..8], &plain[..4], &plain[8..])),
        ("padding bit 1", padded(1)),
        ("padding bit 2", padded(2)),
        ("padding bit 3", padded(4)),
        ("padding bit 4", padded(8)),
        ("the letter U", format!("U{}", &plain[1..])),
        ("a letter beyond ASCII", format!("é{}", &plain[1..])),
        ("an underscore between groups", shown.replace('-', "_")),
        ("nothing but zeros", "0".repeat(56)),
        ("nothing but Z", "Z".repeat(56)),
    ];
    let value = json!({
        "what": "recovery codes as people write them, and texts that are none",
        "same": same.map(|(written, shown)| json!({ "written": written, "shown": shown })),
        "refused": refused.map(|(why, written)| json!({ "why": why, "written": written })),
    });
    write("recovery.json", &value);
}

fn write_macs() {
    let (_, keys, ..) = vault();
    let mac = |of: &str, message: &str| {
        hex(match of {
            "audit" => keys.audit_mac(message.as_bytes()),
            "receipt" => keys.receipt_mac(message.as_bytes()),
            "allow" => keys.allow_mac(message.as_bytes()),
            token => keys.token(token.strip_prefix("token/").unwrap(), message.as_bytes()),
        })
    };
    let right = [
        ("audit", ""),
        ("audit", "entry 1"),
        ("receipt", "entry 1"),
        ("allow", "entry 1"),
        ("token/credit_card", "4111111111111111"),
        ("token/us_ssn", "078051120"),
    ];
    let wrong = [
        ("another message", "audit", "entry 2", mac("audit", "entry 1")),
        ("a receipt's for the trail", "audit", "entry 1", mac("receipt", "entry 1")),
        ("the trail's for a receipt", "receipt", "entry 1", mac("audit", "entry 1")),
        ("the trail's for the allow list", "allow", "entry 1", mac("audit", "entry 1")),
        (
            "another type's token",
            "token/us_ssn",
            "4111111111111111",
            mac("token/credit_card", "4111111111111111"),
        ),
        ("another value's token", "token/us_ssn", "078051121", mac("token/us_ssn", "078051120")),
        ("a token type that begins alike", "token/us_ssn2", "078051120", mac("token/us_ssn", "078051120")),
        ("zeros", "audit", "", "00".repeat(32)),
    ];
    let value = json!({
        "what": "HMAC-SHA-256 under the lifetime keys of the vault in keyslots.json",
        "right": right.map(|(of, message)| json!({ "of": of, "message": message, "mac": mac(of, message) })),
        "wrong": wrong.map(|(why, of, message, mac)| json!({ "why": why, "of": of, "message": message, "mac": mac })),
    });
    write("macs.json", &value);
}

fn write(name: &str, value: &Value) {
    fs::write(path(name), serde_json::to_string_pretty(value).unwrap() + "\n").unwrap();
}

fn envelope_json(place: &Place, envelope: &Envelope) -> Value {
    json!({
        "record": place.record.to_string(),
        "field": place.field,
        "version": place.version.to_string(),
        "epoch": envelope.epoch,
        "wrap_nonce": hex(envelope.wrap_nonce),
        "wrapped_key": hex(envelope.wrapped_key),
        "nonce": hex(envelope.nonce),
        "payload": hex(&envelope.payload),
    })
}
