//! What can only be tested from inside: the raw pages, a tampered row, a full disk, a newer schema.

use std::path::Path;
use std::sync::Arc;

use keepsake_embed::{Embedder, Error as EmbedError, ModelInfo, WindowVector};
use keepsake_seal::{MemoryKeychain, RecordId, SystemEntropy};

use crate::{
    Code, CreateRequest, EditRequest, Home, ModelRecord, RememberRequest, Surroundings, SystemClock,
    UnlockSecret, Vault,
};

struct Flat(ModelInfo);

/// A vector that stands out in a page: no two of its bytes' neighbours are alike by chance.
pub(crate) fn telltale() -> Vec<f32> {
    (0..16).map(|i| 0.123_456 + i as f32 * 0.031_7).collect()
}

impl Embedder for Flat {
    fn info(&self) -> &ModelInfo {
        &self.0
    }

    fn embed(&self, text: &str) -> Result<Vec<WindowVector>, EmbedError> {
        let vector = if text.contains("telltale") { telltale() } else { vec![0.25; 16] };
        Ok(vec![WindowVector { start: 0, end: text.len(), vector }])
    }
}

pub(crate) fn surroundings(keychain: &Arc<MemoryKeychain>) -> Surroundings {
    Surroundings {
        clock: Arc::new(SystemClock),
        entropy: Box::new(SystemEntropy),
        keychain: keychain.clone(),
        embedder: Some(Arc::new(Flat(ModelInfo { id: "flat".to_owned(), dimensions: 16 }))),
    }
}

pub(crate) fn vault(folder: &Path) -> (Vault, Arc<MemoryKeychain>) {
    let keychain = Arc::new(MemoryKeychain::new());
    let request = CreateRequest::new(None, true).unwrap();
    (Vault::create(Home::new(folder), request, surroundings(&keychain)).unwrap().vault, keychain)
}

pub(crate) fn keep(vault: &mut Vault, text: &str) -> RecordId {
    let request = RememberRequest { content: text.to_owned(), ..Default::default() };
    vault.remember(request).unwrap().id.parse().unwrap()
}

/// True if any page of the opened database, free ones included, holds these bytes.
pub(crate) fn pages_hold(vault: &Vault, needle: &[u8]) -> bool {
    let mut statement = vault.db.prepare("SELECT data FROM sqlite_dbpage").unwrap();
    let mut rows = statement.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let page = row.get_ref(0).unwrap().as_blob().unwrap();
        if page.windows(needle.len()).any(|window| window == needle) {
            return true;
        }
    }
    false
}

#[test]
fn forgetting_leaves_no_vector_envelope_or_key_in_any_page() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    for i in 0..40 {
        keep(&mut vault, &format!("an ordinary thought, number {i}"));
    }
    let id = keep(&mut vault, "the telltale thought");
    vault
        .edit(
            &id,
            EditRequest { content: Some("the telltale thought, again".to_owned()), ..Default::default() },
        )
        .unwrap();
    let mut traces: Vec<Vec<u8>> = vec![telltale().iter().flat_map(|x| x.to_le_bytes()).collect()];
    {
        let mut statement =
            vault.db.prepare("SELECT payload, wrapped_key FROM version WHERE memory = ?1").unwrap();
        let mut rows = statement.query([id.as_bytes()]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            traces.push(row.get(0).unwrap());
            traces.push(row.get(1).unwrap());
        }
    }
    assert_eq!(traces.len(), 5);
    for trace in &traces {
        assert!(pages_hold(&vault, trace), "the scan finds what is there");
    }
    for plain in ["telltale", "ordinary thought"] {
        assert!(!pages_hold(&vault, plain.as_bytes()), "content is sealed even inside the opened database");
    }
    vault.forget(&[id]).unwrap();
    for trace in &traces {
        assert!(!pages_hold(&vault, trace));
    }
}

pub(crate) fn sharp() -> ModelRecord {
    ModelRecord { id: "sharp".to_owned(), dimensions: 16, folder: None, fingerprint: Some([7; 32]) }
}

/// The other model: every vector of its own, none like the first one's.
pub(crate) struct Sharp(ModelInfo);

impl Sharp {
    pub(crate) fn new() -> Sharp {
        Sharp(ModelInfo { id: "sharp".to_owned(), dimensions: 16 })
    }

    fn vector(text: &str) -> Vec<f32> {
        (0..16).map(|i| 0.654_321 + (i + text.len()) as f32 * 0.017_3).collect()
    }
}

impl Embedder for Sharp {
    fn info(&self) -> &ModelInfo {
        &self.0
    }

    fn embed(&self, text: &str) -> Result<Vec<WindowVector>, EmbedError> {
        Ok(vec![WindowVector { start: 0, end: text.len(), vector: Sharp::vector(text) }])
    }
}

fn bytes(vector: &[f32]) -> Vec<u8> {
    vector.iter().flat_map(|x| x.to_le_bytes()).collect()
}

#[test]
fn a_change_of_model_leaves_no_old_vector_in_any_page_and_a_cancelled_one_no_new_vector() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    for i in 0..300 {
        keep(&mut vault, &format!("an ordinary thought, number {i}"));
    }
    let text = "the telltale thought, longer than all others";
    keep(&mut vault, text);
    let (old, new) = (bytes(&telltale()), bytes(&Sharp::vector(text)));
    assert!(pages_hold(&vault, &old) && !pages_hold(&vault, &new), "the scan finds what is there");

    let change = |vault: &mut Vault| {
        vault.use_model(&sharp()).unwrap();
        while vault.reembed_step(&Sharp::new(), 64).unwrap().done < 301 {}
    };
    change(&mut vault);
    assert!(pages_hold(&vault, &old) && pages_hold(&vault, &new), "both are there until the change");
    assert!(vault.cancel_reembedding().unwrap());
    assert!(pages_hold(&vault, &old) && !pages_hold(&vault, &new));

    change(&mut vault);
    assert!(vault.reembed_step(&Sharp::new(), 64).unwrap().finished);
    assert!(!pages_hold(&vault, &old) && pages_hold(&vault, &new));
    let plain: Vec<u8> = bytes(&[0.25; 16]);
    assert!(!pages_hold(&vault, &plain), "nor any of the others");
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn a_full_disk_stops_a_change_of_model_and_it_can_be_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    for i in 0..200 {
        keep(&mut vault, &format!("an ordinary thought, number {i}"));
    }
    vault.use_model(&sharp()).unwrap();
    let pages: i64 = vault.db.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    vault.db.pragma_update_and_check(None, "max_page_count", pages + 1, |_| Ok(())).unwrap();
    let stopped = (0..10).find_map(|_| vault.reembed_step(&Sharp::new(), 64).err()).unwrap();
    // The `vec0` table does not pass on why its own insert failed.
    assert!(matches!(stopped.code, Code::DiskFull | Code::Failed));
    assert_eq!(vault.models().unwrap().current.unwrap().id, "flat");
    vault.db.pragma_update_and_check(None, "max_page_count", pages + 1000, |_| Ok(())).unwrap();
    while !vault.reembed_step(&Sharp::new(), 64).unwrap().finished {}
    assert_eq!(vault.models().unwrap().current.unwrap().id, "sharp");
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn a_table_of_vectors_without_its_model_is_a_finding() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    keep(&mut vault, "one");
    assert!(vault.verify().unwrap().ok);
    vault.db.execute_batch("CREATE VIRTUAL TABLE vector_9 USING vec0(embedding float[4])").unwrap();
    let report = vault.verify().unwrap();
    assert!(report.checks.iter().any(|check| check.name == "models" && !check.ok));
}

#[test]
fn the_residue_scan_can_fail() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    vault.db.pragma_update_and_check(None, "secure_delete", "OFF", |_| Ok(())).unwrap();
    let id = keep(&mut vault, &"long enough to have a page of its own ".repeat(400));
    let payload: Vec<u8> = vault
        .db
        .query_row("SELECT payload FROM version WHERE memory = ?1", [id.as_bytes()], |row| row.get(0))
        .unwrap();
    vault.forget(&[id]).unwrap();
    assert!(pages_hold(&vault, &payload[payload.len() / 2..payload.len() / 2 + 64]));
}

#[test]
fn the_audit_trail_refuses_change_and_tells_of_tampering() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    keep(&mut vault, "one");
    keep(&mut vault, "two");
    for sql in ["UPDATE audit SET at_ms = 0", "DELETE FROM audit", "DELETE FROM audit WHERE sequence = 1"] {
        assert!(vault.db.execute(sql, []).is_err(), "{sql}");
    }
    assert!(vault.verify().unwrap().ok);
    for (sql, broken_from) in [
        ("UPDATE audit SET at_ms = at_ms + 1 WHERE sequence = 2", "entry 2"),
        ("UPDATE audit SET subject = NULL WHERE sequence = 3", "entry 2"),
        ("DELETE FROM audit WHERE sequence = 1", "entry 1"),
    ] {
        vault
            .db
            .execute_batch(
                "DROP TRIGGER IF EXISTS audit_never_changes; DROP TRIGGER IF EXISTS audit_shrinks_to_a_checkpoint",
            )
            .unwrap();
        vault.db.execute(sql, []).unwrap();
        let report = vault.verify().unwrap();
        let audit = report.checks.iter().find(|check| check.name == "audit").unwrap();
        assert!(!audit.ok && audit.detail.contains(broken_from), "{}", audit.detail);
    }
}

#[test]
fn a_damaged_record_is_named_and_the_others_still_open() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    let good = keep(&mut vault, "the good one");
    let bad = keep(&mut vault, "the bad one");
    let swapped = keep(&mut vault, "the swapped one");
    vault
        .db
        .execute("UPDATE version SET payload = zeroblob(40) WHERE memory = ?1", [bad.as_bytes()])
        .unwrap();
    vault
        .db
        .execute(
            "UPDATE version SET (epoch, wrap_nonce, wrapped_key, nonce, payload) =
             (SELECT epoch, wrap_nonce, wrapped_key, nonce, payload FROM version WHERE memory = ?1) WHERE memory = ?2",
            [good.as_bytes(), swapped.as_bytes()],
        )
        .unwrap();
    assert_eq!(vault.show(&good).unwrap().content, "the good one");
    for id in [bad, swapped] {
        let error = vault.show(&id).unwrap_err();
        assert_eq!(error.code, Code::Damaged);
        assert!(error.message.contains(&id.to_string()), "{}", error.message);
    }
    let listing = vault.list(&crate::Selection { limit: 10, ..Default::default() }).unwrap();
    assert_eq!(listing.memories.len(), 1);
    let report = vault.verify().unwrap();
    let records = report.checks.iter().find(|check| check.name == "records").unwrap();
    assert!(
        !records.ok
            && records.detail.contains(&bad.to_string())
            && records.detail.contains(&swapped.to_string())
    );
    let mut out = Vec::new();
    let exported = vault.export(&mut out, crate::ExportFormat::Json, crate::Originals::Leave).unwrap();
    assert_eq!((exported.memories, exported.damaged), (1, 2));
    assert_eq!(vault.forget(&[bad]).unwrap().counts.memories, 1, "what is damaged can still be forgotten");
}

#[test]
fn a_damaged_original_leaves_its_placeholder_in_the_export_and_the_others_come_out() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    let id = keep(&mut vault, "Cards: 4242 4242 4242 4242, then 5555 5555 5555 4444, then 378282246310005.");
    let fields: Vec<u16> =
        vault.show(&id).unwrap().placeholders.iter().map(|hidden| hidden.original.unwrap()).collect();
    let other = keep(&mut vault, "And 4111 1111 1111 1111.");
    let exported = |vault: &mut Vault| {
        let mut out = Vec::new();
        let report =
            vault.export(&mut out, crate::ExportFormat::Markdown, crate::Originals::Include).unwrap();
        (report, String::from_utf8(out).unwrap())
    };
    for (sql, field) in [
        ("UPDATE original SET payload = zeroblob(40) WHERE memory = ?1 AND field = ?2", fields[1]),
        ("DELETE FROM original WHERE memory = ?1 AND field = ?2", fields[0]),
    ] {
        assert_eq!(vault.db.execute(sql, rusqlite::params![id.as_bytes(), field]).unwrap(), 1);
        let (report, text) = exported(&mut vault);
        assert_eq!((report.memories, report.damaged), (2, 0));
        assert_eq!(report.originals + report.originals_left, 4);
        assert!(text.contains("then [card], then 378282246310005."), "{text}");
        assert!(text.contains("And 4111 1111 1111 1111."), "{text}");
    }
    let (report, text) = exported(&mut vault);
    assert_eq!((report.originals, report.originals_left), (2, 2));
    assert!(text.contains("Cards: [card], then [card], then 378282246310005."), "{text}");
    assert_eq!(vault.reveal(&id, fields[1]).unwrap_err().code, Code::Damaged);
    assert!(vault.show(&other).is_ok());
}

#[test]
fn a_newer_schema_is_refused_and_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let (vault, keychain) = vault(folder.path());
    vault.db.pragma_update(None, "user_version", 99).unwrap();
    vault.empty_write_ahead_log();
    drop(vault);
    let path = Home::new(folder.path()).database();
    let before = std::fs::read(&path).unwrap();
    let refused = Vault::open(Home::new(folder.path()), &UnlockSecret::Keychain, surroundings(&keychain));
    assert_eq!(refused.err().unwrap().code, Code::TooNew);
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_capture_on_a_full_disk_is_not_acknowledged_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, keychain) = vault(folder.path());
    let id = keep(&mut vault, "before");
    let pages: i64 = vault.db.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    vault.db.pragma_update_and_check(None, "max_page_count", pages + 1, |_| Ok(())).unwrap();
    let large = RememberRequest { content: "too much ".repeat(6000), ..Default::default() };
    assert_eq!(vault.remember(large).unwrap_err().code, Code::DiskFull);
    assert_eq!(vault.show(&id).unwrap().content, "before");
    drop(vault);
    let vault =
        Vault::open(Home::new(folder.path()), &UnlockSecret::Keychain, surroundings(&keychain)).unwrap();
    assert_eq!(vault.status().unwrap().memories, 1);
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn the_pragmas_are_in_force_on_every_opening() {
    let folder = tempfile::tempdir().unwrap();
    let (vault, keychain) = vault(folder.path());
    drop(vault);
    let vault =
        Vault::open(Home::new(folder.path()), &UnlockSecret::Keychain, surroundings(&keychain)).unwrap();
    let text = |name: &str| vault.db.pragma_query_value(None, name, |row| row.get::<_, String>(0)).unwrap();
    let number = |name: &str| vault.db.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(text("journal_mode"), "wal");
    assert_eq!(
        ["synchronous", "secure_delete", "temp_store", "trusted_schema", "foreign_keys"].map(number),
        [2, 1, 2, 0, 1]
    );
    assert!(!text("cipher_version").is_empty());
}

#[test]
fn a_damaged_page_is_a_finding_and_not_the_end_of_the_check() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, keychain) = vault(folder.path());
    for i in 0..30 {
        keep(&mut vault, &format!("thought {i}, {}", "long enough for several pages ".repeat(20)));
    }
    vault.empty_write_ahead_log();
    drop(vault);
    // Notes that it was opened, once an hour.
    drop(Vault::open(Home::new(folder.path()), &UnlockSecret::Keychain, surroundings(&keychain)).unwrap());
    let path = Home::new(folder.path()).database();
    let whole = std::fs::read(&path).unwrap();
    let (pages, mut found) = (whole.len() / 4096, 0);
    for page in 1..pages {
        let mut bytes = whole.clone();
        bytes[page * 4096 + 100] ^= 1;
        std::fs::write(&path, &bytes).unwrap();
        let opened = Vault::open(Home::new(folder.path()), &UnlockSecret::Keychain, surroundings(&keychain));
        match opened {
            Ok(vault) => assert!(!vault.verify().unwrap().ok, "page {page}"),
            Err(error) => assert_eq!(error.code, Code::Damaged, "page {page}"),
        }
        found += 1;
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "nothing was repaired or deleted");
    }
    assert!(found > 10);
}

/// A vault from before there were orders and dates is backed up, brought up to date and opened.
#[test]
fn a_vault_of_an_earlier_schema_opens() {
    let folder = tempfile::tempdir().unwrap();
    let (mut earlier, keychain) = vault(folder.path());
    keep(&mut earlier, "kept long ago");
    let since = [
        include_str!("../../../migrations/0009_list.sql"),
        include_str!("../../../migrations/0008_erase_and_expiry.sql"),
    ];
    for line in since.iter().flat_map(|sql| sql.lines()) {
        let mut words = line.split_whitespace();
        if let (Some("CREATE"), Some(what @ ("TABLE" | "TRIGGER" | "INDEX")), Some(name)) =
            (words.next(), words.next(), words.next())
        {
            earlier.db.execute_batch(&format!("DROP {what} IF EXISTS {name}")).unwrap();
        }
    }
    earlier.db.execute_batch("ALTER TABLE memory DROP COLUMN pinned").unwrap();
    earlier.db.pragma_update(None, "user_version", 7).unwrap();
    drop(earlier);
    let mut now =
        Vault::open(Home::new(folder.path()), &UnlockSecret::Keychain, surroundings(&keychain)).unwrap();
    assert_eq!(now.backups(None).unwrap().len(), 1, "a backup from before the migration");
    assert_eq!(now.erase_order().unwrap(), None);
    assert!(now.verify().unwrap().ok);
    keep(&mut now, "kept now");
    assert_eq!(now.status().unwrap().memories, 2);
}
