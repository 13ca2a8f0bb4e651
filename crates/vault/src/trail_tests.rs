//! The audit trail from inside: edits of every sort, older formats, cutting, and what an unlocking writes.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use keepsake_seal::{
    Envelope, FIELD_PAYLOAD, Keyslots, MemoryKeychain, Passphrase, Place, RecordId, Unlock, VersionId,
};
use rusqlite::{Connection, params};

use crate::audit::{self, Extent, Head};
use crate::inside_tests::{keep, surroundings, vault};
use crate::{Clock, Code, CreateRequest, Home, Surroundings, UnlockSecret, Vault};

/// A generator that gives the same numbers at every run (xorshift64*).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit
    }
}

struct Hand(AtomicI64);

impl Clock for Hand {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}

const DAY: i64 = 86_400_000;

fn open(folder: &Path, keychain: &Arc<MemoryKeychain>, at: &Arc<Hand>) -> Vault {
    let around = Surroundings { clock: at.clone(), ..surroundings(keychain) };
    Vault::open(Home::new(folder), &UnlockSecret::Keychain, around).unwrap()
}

fn without_triggers(db: &Connection) {
    db.execute_batch(
        "DROP TRIGGER audit_never_changes; DROP TRIGGER audit_shrinks_to_a_checkpoint;
         DROP TRIGGER checkpoint_never_changes; DROP TRIGGER checkpoint_never_goes; DROP TRIGGER checkpoint_goes_forward",
    )
    .unwrap();
}

/// True if the trail is whole and holds what was last seen of it.
fn holds(vault: &Vault, anchor: &Head) -> bool {
    audit::check(&vault.db, &vault.keys, Extent::Whole).unwrap().is_ok()
        && audit::contains(&vault.db, anchor).unwrap()
        && audit::head(&vault.db).unwrap().is_some_and(|head| head.sequence >= anchor.sequence)
}

fn actions(vault: &Vault) -> Vec<String> {
    let entries = vault.audit_entries(99).unwrap();
    entries.into_iter().rev().map(|entry| format!("{} {}", entry.action, entry.count)).collect()
}

#[test]
fn ten_thousand_random_edits_of_the_trail_are_all_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    for i in 0..20 {
        let id = keep(&mut vault, &format!("thought {i}"));
        if i % 4 == 0 {
            vault.forget(&[id]).unwrap();
        }
    }
    // Two entries as they were written before it was kept who acted.
    let anchor = audit::head(&vault.db).unwrap().unwrap();
    assert!(holds(&vault, &anchor));
    without_triggers(&vault.db);
    let rows = anchor.sequence as usize;
    let mut random = Random(42);
    let mut kinds = [0; 7];
    for round in 0..10_000 {
        let (row, other) = (1 + random.below(rows) as i64, 1 + random.below(rows) as i64);
        let kind = random.below(7);
        vault.db.execute_batch("SAVEPOINT edit").unwrap();
        let (byte, bit) = (random.below(32), 1_u8 << random.below(8));
        let changed = match kind {
            0 => {
                let column = ["at_ms", "count"][random.below(2)];
                let sql = format!("UPDATE audit SET {column} = {column} + ?2 WHERE sequence = ?1");
                vault.db.execute(&sql, params![row, 1 + random.below(1000) as i64])
            }
            1 => {
                let (column, value) =
                    [("action", "revealed2"), ("outcome", "failed"), ("actor", "window")][random.below(3)];
                let sql = format!("UPDATE audit SET {column} = ?2 WHERE sequence = ?1");
                vault.db.execute(&sql, params![row, value])
            }
            2 => vault.db.execute("UPDATE audit SET outcome = NULL, actor = NULL WHERE sequence = ?1", [row]),
            3 => {
                let column = ["chain", "subject", "envelope_digest"][random.below(3)];
                let bytes: Option<Vec<u8>> = vault
                    .db
                    .query_row(&format!("SELECT {column} FROM audit WHERE sequence = ?1"), [row], |row| {
                        row.get(0)
                    })
                    .unwrap();
                let mut bytes = bytes.unwrap_or_else(|| vec![0; 32]);
                let at = byte % bytes.len();
                bytes[at] ^= bit;
                vault.db.execute(
                    &format!("UPDATE audit SET {column} = ?2 WHERE sequence = ?1"),
                    params![row, bytes],
                )
            }
            4 => vault.db.execute("DELETE FROM audit WHERE sequence = ?1", [row]),
            5 => vault.db.execute("DELETE FROM audit WHERE sequence >= ?1", [row]),
            _ if row == other => Ok(0),
            _ => {
                // Two change places; the numbers stay in order.
                vault.db.execute("UPDATE audit SET sequence = 9999 WHERE sequence = ?1", [row]).unwrap();
                vault.db.execute("UPDATE audit SET sequence = ?1 WHERE sequence = ?2", [row, other]).unwrap();
                vault.db.execute("UPDATE audit SET sequence = ?1 WHERE sequence = 9999", [other])
            }
        };
        if changed.unwrap() > 0 {
            kinds[kind] += 1;
            assert!(!holds(&vault, &anchor), "round {round}, kind {kind}, entry {row}");
        }
        vault.db.execute_batch("ROLLBACK TO edit; RELEASE edit").unwrap();
    }
    assert!(kinds.iter().all(|count| *count > 1000), "{kinds:?}");
    assert!(holds(&vault, &anchor), "and nothing else is");
}

#[test]
fn ten_thousand_random_edits_of_envelopes_and_keyslots_are_all_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    let id = keep(&mut vault, "a thought that is sealed");
    let (version, sealed): ([u8; 16], Envelope) = vault
        .db
        .query_row("SELECT id, epoch, wrap_nonce, wrapped_key, nonce, payload FROM version", [], |row| {
            let envelope = Envelope {
                epoch: row.get(1)?,
                wrap_nonce: row.get(2)?,
                wrapped_key: row.get(3)?,
                nonce: row.get(4)?,
                payload: row.get(5)?,
            };
            Ok((row.get(0)?, envelope))
        })
        .unwrap();
    let place = Place { record: id, field: FIELD_PAYLOAD, version: VersionId::from_bytes(version) };
    assert!(vault.keys.open(&place, &sealed).is_ok());
    let mut random = Random(3);
    for _ in 0..10_000 {
        let (mut edited, mut place, bit) = (sealed.clone(), place, 1_u8 << random.below(8));
        match random.below(7) {
            0 => edited.epoch ^= u32::from(bit),
            1 => edited.wrap_nonce[random.below(12)] ^= bit,
            2 => edited.wrapped_key[random.below(48)] ^= bit,
            3 => edited.nonce[random.below(12)] ^= bit,
            4 => {
                let at = random.below(edited.payload.len());
                edited.payload[at] ^= bit;
            }
            5 => edited.payload.truncate(random.below(sealed.payload.len())),
            _ => {
                let mut other = *place.record.as_bytes();
                other[random.below(16)] ^= bit;
                place.record = RecordId::from_bytes(other);
            }
        }
        assert!(vault.keys.open(&place, &edited).is_err());
    }
    let passphrase = Passphrase::new("a quiet desk with nine drawers").unwrap();
    vault.set_passphrase("a quiet desk with nine drawers").unwrap();
    let bytes = std::fs::read(vault.home.keyslots()).unwrap();
    let device = vault
        .surroundings
        .keychain
        .get(&vault.keyslots.vault_id(), keepsake_seal::KeychainItem::DeviceKey)
        .unwrap()
        .unwrap();
    let device = keepsake_seal::DeviceKey::from_bytes(&device).unwrap();
    let path = folder.path().join("edited.json");
    let whole = Keyslots::load(vault.home.keyslots()).unwrap();
    assert!(
        whole.unlock(Unlock::Device(&device)).is_ok()
            && whole.unlock(Unlock::Passphrase(&passphrase)).is_ok()
    );
    for round in 0..10_000 {
        let mut edited = bytes.clone();
        let at = random.below(edited.len());
        match random.below(3) {
            0 => edited[at] ^= 1 << random.below(8),
            1 => drop(edited.remove(at)),
            _ => edited.insert(at, b" 0a,}\""[random.below(6)]),
        }
        if edited == bytes {
            continue;
        }
        std::fs::write(&path, &edited).unwrap();
        let opened =
            Keyslots::load(&path).and_then(|keyslots| keyslots.unlock(Unlock::Device(&device)).map(|_| ()));
        assert!(opened.is_err(), "round {round}");
    }
}

#[test]
fn an_unlocking_notices_what_was_done_to_the_trail_and_says_so_plainly() {
    for (what, sql) in [
        ("edited", "UPDATE audit SET at_ms = at_ms + 1 WHERE sequence = 2"),
        ("cut inside", "DELETE FROM audit WHERE sequence = 3"),
        ("cut at its end", "DELETE FROM audit WHERE sequence > 3"),
        ("reordered", "UPDATE audit SET sequence = CASE sequence WHEN 2 THEN 30 ELSE sequence END"),
        ("emptied", "DELETE FROM audit"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (mut vault, keychain) = vault(folder.path());
        for i in 0..5 {
            keep(&mut vault, &format!("thought {i}"));
        }
        vault.forget_preview(&[]).unwrap();
        drop(vault);
        let at = Arc::new(Hand(AtomicI64::new(1_800_000_000_000)));
        let vault = open(folder.path(), &keychain, &at);
        assert!(vault.notices().is_empty(), "{:?}", vault.notices());
        let anchor = audit::head(&vault.db).unwrap().unwrap();
        without_triggers(&vault.db);
        vault.db.execute(sql, []).unwrap();
        drop(vault);
        let vault = open(folder.path(), &keychain, &at);
        let said = vault.notices().join(" ");
        assert!(said.contains("audit trail") || said.contains("older than it was"), "{what}: {said}");
        assert!(said.contains("backup"), "{what}: with what may be behind it: {said}");
        let report = vault.audit_verify().unwrap();
        assert!(!report.ok && !report.findings.is_empty(), "{what}");
        assert_ne!(
            audit::head(&vault.db).unwrap().map(|head| head.sequence),
            Some(anchor.sequence + 1),
            "{what}: nothing is written on top"
        );
    }
}

#[test]
fn entries_from_before_keep_their_chain() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    without_triggers(&vault.db);
    // As the first schema wrote them: no outcome, no actor, chained by the first format.
    vault.db.execute("DELETE FROM audit", []).unwrap();
    let mut before = [0; 32];
    for sequence in 1..4_i64 {
        let mut bytes = b"keepsake/audit/v1".to_vec();
        bytes.extend_from_slice(&before);
        for number in [sequence, 77, 1] {
            bytes.extend_from_slice(&number.to_be_bytes());
        }
        bytes.extend_from_slice(&8_u32.to_be_bytes());
        bytes.extend_from_slice(b"imported");
        bytes.extend_from_slice(&[255; 8]);
        before = vault.keys.audit_mac(&bytes);
        vault
            .db
            .execute("INSERT INTO audit (sequence, at_ms, action, count, chain) VALUES (?1, 77, 'imported', 1, ?2)", params![sequence, before])
            .unwrap();
    }
    keep(&mut vault, "one more");
    assert_eq!(audit::check(&vault.db, &vault.keys, Extent::Whole).unwrap(), Ok(4));
    let entries = vault.audit_entries(9).unwrap();
    assert_eq!((entries[0].actor.as_deref(), entries[3].actor.as_deref()), (Some("program"), None));
    for sql in [
        "UPDATE audit SET outcome = 'done', actor = 'program' WHERE sequence = 2",
        "UPDATE audit SET outcome = '', actor = '' WHERE sequence = 2",
        "UPDATE audit SET outcome = NULL, actor = NULL WHERE sequence = 4",
    ] {
        vault.db.execute_batch("SAVEPOINT edit").unwrap();
        vault.db.execute(sql, []).unwrap();
        assert!(audit::check(&vault.db, &vault.keys, Extent::Whole).unwrap().is_err(), "{sql}");
        vault.db.execute_batch("ROLLBACK TO edit; RELEASE edit").unwrap();
    }
    for half in [
        "UPDATE audit SET actor = 'window' WHERE sequence = 2",
        "UPDATE audit SET outcome = NULL WHERE sequence = 4",
    ] {
        assert!(vault.db.execute(half, []).is_err(), "one without the other is refused");
    }
}

#[test]
fn after_a_year_entries_go_under_a_signed_checkpoint_and_not_before() {
    let folder = tempfile::tempdir().unwrap();
    let at = Arc::new(Hand(AtomicI64::new(1_700_000_000_000)));
    let keychain = Arc::new(MemoryKeychain::new());
    let around = Surroundings { clock: at.clone(), ..surroundings(&keychain) };
    let created = Vault::create(Home::new(folder.path()), CreateRequest::new(None, true).unwrap(), around);
    let mut vault = created.unwrap().vault;
    for i in 0..10 {
        keep(&mut vault, &format!("thought {i}"));
        at.0.fetch_add(30 * DAY, Ordering::Relaxed);
    }
    assert_eq!(vault.cut_trail(vault.now_ms()).unwrap(), 0, "not a year yet");
    at.0.fetch_add(250 * DAY, Ordering::Relaxed);
    let anchor = audit::head(&vault.db).unwrap().unwrap();
    let refused = vault.db.execute("DELETE FROM audit WHERE sequence = 1", []);
    assert!(refused.is_err(), "nothing goes without a checkpoint");
    let gone = vault.cut_trail(vault.now_ms()).unwrap();
    assert!((3..10).contains(&gone), "{gone}");
    assert!(holds(&vault, &anchor));
    let report = vault.audit_verify().unwrap();
    assert_eq!((report.ok, report.cut_up_to), (true, Some(gone)));
    assert!(vault.db.execute("DELETE FROM audit WHERE sequence = ?1", [gone as i64 + 1]).is_err());
    for sql in [
        "DELETE FROM checkpoint",
        "UPDATE checkpoint SET sequence = sequence + 1",
        "INSERT INTO checkpoint SELECT sequence - 1, chain, at_ms, signature FROM checkpoint",
        "INSERT INTO checkpoint SELECT 99, chain, at_ms, signature FROM checkpoint",
    ] {
        assert!(vault.db.execute(sql, []).is_err(), "{sql}");
    }
    keep(&mut vault, "and on it goes");
    drop(vault);
    let vault = open(folder.path(), &keychain, &at);
    assert!(vault.notices().is_empty() && vault.verify().unwrap().ok, "{:?}", vault.notices());
    // Whoever cuts more than was signed, or signs with nothing, is noticed.
    without_triggers(&vault.db);
    for sql in [
        "DELETE FROM audit WHERE sequence = (SELECT min(sequence) FROM audit)",
        "UPDATE checkpoint SET sequence = sequence + 1, chain = (SELECT chain FROM audit ORDER BY sequence LIMIT 1)",
        "UPDATE checkpoint SET signature = zeroblob(64)",
        "UPDATE checkpoint SET at_ms = 0",
        "DELETE FROM checkpoint",
    ] {
        vault.db.execute_batch("SAVEPOINT edit").unwrap();
        vault.db.execute(sql, []).unwrap();
        assert!(audit::check(&vault.db, &vault.keys, Extent::Whole).unwrap().is_err(), "{sql}");
        vault.db.execute_batch("ROLLBACK TO edit; RELEASE edit").unwrap();
    }
}

#[test]
fn unlockings_are_noted_once_an_hour_and_counted_between() {
    let folder = tempfile::tempdir().unwrap();
    let (vault, keychain) = vault(folder.path());
    assert_eq!(actions(&vault), ["created 1"]);
    drop(vault);
    let at = Arc::new(Hand(AtomicI64::new(1_800_000_000_000)));
    for _ in 0..5 {
        drop(open(folder.path(), &keychain, &at));
    }
    assert_eq!(actions(&open(folder.path(), &keychain, &at)), ["created 1", "unlocked 1"]);
    at.0.fetch_add(3_600_000, Ordering::Relaxed);
    let mut vault = open(folder.path(), &keychain, &at);
    assert_eq!(actions(&vault), ["created 1", "unlocked 1", "unlocked 6"]);
    vault.set_passphrase("a quiet desk with nine drawers").unwrap();
    drop(vault);
    for _ in 0..3 {
        let wrong = UnlockSecret::Passphrase(Passphrase::new("some other words that are wrong").unwrap());
        let around = Surroundings { clock: at.clone(), ..surroundings(&keychain) };
        let refused = Vault::open(Home::new(folder.path()), &wrong, around).err().unwrap();
        assert_eq!(refused.code, Code::WrongSecret);
        at.0.fetch_add(1000, Ordering::Relaxed);
    }
    let vault = open(folder.path(), &keychain, &at);
    let entries = vault.audit_entries(2).unwrap();
    assert_eq!((entries[0].action.as_str(), entries[1].action.as_str()), ("unlocked", "unlock_failed"));
    assert_eq!((entries[1].count, entries[1].outcome.as_deref()), (3, Some("refused")));
    drop(vault);
    assert_eq!(
        open(folder.path(), &keychain, &at).audit_entries(1).unwrap()[0].sequence,
        entries[0].sequence,
        "told once"
    );
}

#[test]
fn a_vault_that_cannot_be_written_opens_and_notes_it_later() {
    let folder = tempfile::tempdir().unwrap();
    let (vault, keychain) = vault(folder.path());
    let at = Arc::new(Hand(AtomicI64::new(1_800_000_000_000)));
    vault.db.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(actions(&open(folder.path(), &keychain, &at)), ["created 1"], "busy");
    vault.db.execute_batch("COMMIT").unwrap();
    std::fs::create_dir(folder.path().join("elsewhere")).unwrap();
    assert_eq!(actions(&open(folder.path(), &keychain, &at)), ["created 1", "unlocked 2"]);
}
