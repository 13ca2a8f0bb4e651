//! What a forget leaves behind, from inside: canaries in every store, and that the search for them can fail.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use keepsake_embed::{Embedder, Error as EmbedError, ModelInfo, WindowVector};
use keepsake_seal::{MemoryKeychain, RecordId};
use rusqlite::params;
use sha2::{Digest, Sha256};

use crate::inside_tests::{keep, pages_hold, surroundings, vault};
use crate::snapshot::Sizes;
use crate::store::vectors::{self, ModelNumber};
use crate::{
    Code, CreateRequest, EditRequest, ForgetChoice, ForgetRequest, Home, Reason, Receipt, RememberRequest,
    Scan, Selection, Surroundings, Tier, UnlockSecret, Vault,
};

/// A vector of its own for every text.
struct Own(ModelInfo);

impl Embedder for Own {
    fn info(&self) -> &ModelInfo {
        &self.0
    }

    fn embed(&self, text: &str) -> Result<Vec<WindowVector>, EmbedError> {
        Ok(vec![WindowVector { start: 0, end: text.len(), vector: vector_of(text) }])
    }
}

fn vector_of(text: &str) -> Vec<f32> {
    (0..12u8)
        .flat_map(|block| Sha256::new().chain_update([block]).chain_update(text).finalize().to_vec())
        .map(|byte| f32::from(byte) / 255.0 + 0.001)
        .take(384)
        .collect()
}

fn own() -> Surroundings {
    let embedder = Own(ModelInfo { id: "own".to_owned(), dimensions: 384 });
    Surroundings { embedder: Some(Arc::new(embedder)), ..surroundings(&Arc::new(MemoryKeychain::new())) }
}

fn text(i: usize) -> String {
    let hash = Sha256::digest(format!("canary {i}"));
    let words = data_encoding::BASE32_NOPAD.encode(&hash).to_lowercase();
    format!("Canary number {i} sings of {} and {} in the quiet garden.", &words[..12], &words[12..24])
}

/// A thousand memories: some edited, some with a hidden original, some linked, all in segments.
fn thousand(folder: &std::path::Path) -> (Vault, Vec<RecordId>) {
    let request = CreateRequest::new(None, true).unwrap();
    let mut vault = Vault::create(Home::new(folder), request, own()).unwrap().vault;
    // Without waiting for the disk: what is tested is what lies there.
    vault.db.pragma_update(None, "synchronous", "OFF").unwrap();
    let mut ids: Vec<RecordId> = Vec::new();
    for i in 0..1000 {
        let mut content = text(i);
        if i % 10 == 3 {
            content.push_str(" Card 4111 1111 1111 1111.");
        }
        let topics = vec![format!("topic {}", i % 7)];
        let replaces = if i % 50 == 49 { vec![ids[i - 1]] } else { Vec::new() };
        let request = RememberRequest { content, topics, replaces, ..Default::default() };
        ids.push(vault.remember(request).unwrap().id.parse().unwrap());
        if i % 20 == 9 {
            let content = Some(format!("{} Sung again.", text(i)));
            vault.edit(&ids[i], EditRequest { content, ..Default::default() }).unwrap();
        }
    }
    vault
        .write_segments(99, Sizes { most_in_a_segment: 128, fewest_in_a_segment: 4, fewest_in_a_vault: 1 })
        .unwrap();
    (vault, ids)
}

/// Bytes of one memory that an opened database holds: its vector, its keys, its sealed text.
fn bytes_of(vault: &Vault, id: &RecordId) -> Vec<Vec<u8>> {
    let mut statement = vault
        .db
        .prepare(
            "SELECT wrapped_key, payload FROM version WHERE memory = ?1
             UNION ALL SELECT wrapped_key, payload FROM original WHERE memory = ?1",
        )
        .unwrap();
    let mut all = Vec::new();
    let mut rows = statement.query([id.as_bytes()]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        all.push(row.get::<_, Vec<u8>>(0).unwrap());
        all.push(row.get::<_, Vec<u8>>(1).unwrap()[..32].to_vec());
    }
    for vector in vectors::of_memory(&vault.db, ModelNumber(1), id.as_bytes()).unwrap() {
        let bytes: Vec<u8> = vector.iter().flat_map(|x| x.to_le_bytes()).collect();
        all.extend(bytes.chunks_exact(64).map(<[u8]>::to_vec));
    }
    all
}

fn pages(vault: &Vault) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    vault
        .for_each_page(|_, page| {
            all.push(page.to_vec());
            Ok(())
        })
        .unwrap();
    all
}

/// How many of the needles stand in some page.
fn found(pages: &[Vec<u8>], needles: &[Vec<u8>]) -> usize {
    let mut by_first: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (number, needle) in needles.iter().enumerate() {
        by_first.entry(&needle[..16]).or_default().push(number);
    }
    let mut there: HashSet<usize> = HashSet::new();
    for page in pages {
        for (at, first) in page.windows(16).enumerate() {
            let hits = by_first.get(first).into_iter().flatten();
            there.extend(hits.filter(|number| page[at..].starts_with(&needles[**number])).copied());
        }
    }
    there.len()
}

#[test]
fn of_a_thousand_canaries_a_hundred_forgotten_leave_no_trace_at_any_tier() {
    for tier in [Tier::Removed, Tier::Compacted, Tier::Shredded] {
        let folder = tempfile::tempdir().unwrap();
        let (mut vault, ids) = thousand(folder.path());
        let forgotten: Vec<RecordId> =
            (0..1000).filter(|i| i % 10 == 9 || i % 50 == 3).map(|i| ids[i]).take(100).collect();
        assert_eq!(forgotten.len(), 100);
        let kept: Vec<RecordId> = ids.iter().filter(|id| !forgotten.contains(id)).copied().collect();
        let gone: Vec<Vec<u8>> = forgotten.iter().flat_map(|id| bytes_of(&vault, id)).collect();
        let before = pages(&vault);
        let there = found(&before, &gone);
        // Some lie across two pages.
        assert!(gone.len() > 2000 && there > gone.len() * 9 / 10, "{there} of {}", gone.len());
        let vectors_before: Vec<_> = kept
            .iter()
            .map(|id| vectors::of_memory(&vault.db, ModelNumber(1), id.as_bytes()).unwrap())
            .collect();

        let request = ForgetRequest { tier, scan: Scan::Always, ..Default::default() };
        let done = vault.forget_with(&forgotten, request).unwrap();
        assert_eq!((done.receipt.tier, done.receipt.asked, done.receipt.pending), (tier, tier, false));
        assert_eq!(done.receipt.counts.memories, 100);
        assert!(
            done.receipt.counts.originals > 0
                && done.receipt.counts.links > 0
                && done.receipt.counts.segments > 0
        );
        assert_eq!(done.residue.traces, []);
        let summary = &done.receipt.residue;
        assert!(summary.scanned && summary.found == 0 && summary.looked_for > 2000 && summary.pages > 100);

        let after = pages(&vault);
        assert_eq!(found(&after, &gone), 0);
        let texts: Vec<Vec<u8>> = (0..1000).map(|i| text(i).into_bytes()[..24].to_vec()).collect();
        assert_eq!(found(&after, &texts), 0, "no text in the clear, kept or not");
        let control: Vec<Vec<u8>> = kept.iter().flat_map(|id| bytes_of(&vault, id)).collect();
        let there = found(&after, &control);
        assert!(there > control.len() * 9 / 10, "what is kept is found: {there} of {}", control.len());
        let vectors_after: Vec<_> = kept
            .iter()
            .map(|id| vectors::of_memory(&vault.db, ModelNumber(1), id.as_bytes()).unwrap())
            .collect();
        assert!(vectors_before == vectors_after, "every vector is still its memory's");
        let listed = vault.list(&Selection { limit: 2000, ..Default::default() }).unwrap();
        assert!(
            listed.total == 900
                && listed
                    .memories
                    .iter()
                    .all(|memory| !forgotten.iter().any(|id| id.to_string() == memory.id))
        );
        assert_eq!(std::fs::metadata(folder.path().join("vault.db-wal")).map_or(0, |log| log.len()), 0);
        let report = vault.verify_with_residue().unwrap();
        assert!(report.ok, "{report:?}");
    }
}

#[test]
fn without_overwriting_the_scan_finds_what_was_left_and_says_so_on_the_receipt() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, ids) = thousand(folder.path());
    vault.db.pragma_update_and_check(None, "secure_delete", "OFF", |_| Ok(())).unwrap();
    let done = vault.forget_with(&ids[300..400], ForgetRequest::default()).unwrap();
    assert!(done.receipt.residue.found > 0);
    assert!(
        done.residue.traces.iter().any(|trace| trace.what == "sealed bytes" || trace.what == "a wrapped key")
    );
    let report = vault.verify_with_residue().unwrap();
    assert!(
        !report.ok && report.checks.iter().any(|check| check.name == "residue" && !check.ok),
        "{report:?}"
    );
    vault.db.pragma_update_and_check(None, "secure_delete", "ON", |_| Ok(())).unwrap();
    vault.compact().unwrap();
    assert!(vault.verify_with_residue().unwrap().ok);
}

#[test]
fn what_is_planted_is_found() {
    type Plant<'p> = &'p dyn Fn(&Vault, &std::path::Path, &str);
    let plants: [(&str, Plant<'_>); 8] = [
        ("a vector", &|vault, _, text| {
            let bytes: Vec<u8> = vector_of(text).iter().flat_map(|x| x.to_le_bytes()).collect();
            vault
                .db
                .execute(
                    "INSERT INTO filter_settings VALUES (1, 1, ?1)",
                    [data_encoding::HEXLOWER.encode(&bytes)],
                )
                .unwrap();
            vault.db.execute_batch("CREATE TABLE planted (bytes BLOB)").unwrap();
            vault.db.execute("INSERT INTO planted VALUES (?1)", [bytes]).unwrap();
        }),
        ("text", &|vault, _, text| {
            vault.db.execute_batch("CREATE TABLE planted (words TEXT)").unwrap();
            vault.db.execute("INSERT INTO planted VALUES (?1)", [format!("x{text}")]).unwrap();
        }),
        ("text", &|vault, _, text| {
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            vault.db.execute_batch("CREATE TABLE planted (bytes BLOB)").unwrap();
            vault.db.execute("INSERT INTO planted VALUES (?1)", [wide]).unwrap();
        }),
        ("a word's stem", &|vault, _, _| {
            vault.db.execute_batch("CREATE TABLE planted (words TEXT)").unwrap();
            vault.db.execute("INSERT INTO planted VALUES ('xx quietneph xx')", []).unwrap();
        }),
        ("a wrapped key", &|vault, _, _| {
            vault.db.execute_batch("CREATE TABLE planted AS SELECT wrapped_key FROM version").unwrap();
        }),
        ("sealed bytes", &|vault, _, _| {
            vault.db.execute_batch("CREATE TABLE planted AS SELECT payload FROM version").unwrap();
        }),
        ("text", &|_, folder, text| {
            std::fs::write(folder.join("window.log"), format!("said: {text}\n")).unwrap()
        }),
        ("a vector", &|_, folder, text| {
            let bytes: Vec<u8> = vector_of(text).iter().flat_map(|x| x.to_le_bytes()).collect();
            std::fs::write(folder.join("vectors.cache"), bytes).unwrap();
        }),
    ];
    for (number, (what, plant)) in plants.iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        let request = CreateRequest::new(None, true).unwrap();
        let mut vault = Vault::create(Home::new(folder.path()), request, own()).unwrap().vault;
        keep(&mut vault, "another thought that stays where it is");
        let text = "The quietnephs were walking past the river at noon";
        let id = keep(&mut vault, text);
        plant(&vault, folder.path(), text);
        let done = vault.forget_with(&[id], ForgetRequest::default()).unwrap();
        assert!(
            done.residue.traces.iter().any(|trace| trace.what == *what),
            "plant {number}: {:?}",
            done.residue.traces
        );
        assert!(done.receipt.residue.found > 0);
    }
}

#[test]
fn what_others_still_have_is_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let request = CreateRequest::new(None, true).unwrap();
    let mut vault = Vault::create(Home::new(folder.path()), request, own()).unwrap().vault;
    // The same text twice, words that name tables, and what is too short to be looked for.
    for text in
        ["The same words twice over", "replacement wrapped_key recovery_confirmed filter_settings audit", "x"]
    {
        let id = keep(&mut vault, text);
        let twin = keep(&mut vault, text);
        let done = vault.forget_with(&[id], ForgetRequest::default()).unwrap();
        assert!(done.receipt.residue.scanned);
        assert_eq!(done.residue.traces, [], "{text}");
        assert_eq!(vault.show(&twin).unwrap().content, text);
    }
}

#[test]
fn an_earlier_text_goes_and_the_current_one_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    let id = keep(&mut vault, "My card is 4242 4242 4242 4242 as of today");
    let nothing = vault.forget_earlier(&id, ForgetRequest::default()).unwrap_err();
    assert_eq!(nothing.code, Code::BadInput);
    let earlier = bytes_of(&vault, &id);
    let content = Some("My card was lost".to_owned());
    vault.edit(&id, EditRequest { content, ..Default::default() }).unwrap();
    assert!(pages_hold(&vault, &earlier[0]), "the scan finds what is there");
    let done = vault.forget_earlier(&id, ForgetRequest::default()).unwrap();
    let counts = done.receipt.counts;
    assert_eq!((counts.memories, counts.versions, counts.originals), (0, 1, 1));
    assert_eq!((done.receipt.reason, done.residue.traces.len()), (Reason::EarlierText, 0));
    for bytes in earlier.iter().take(4) {
        assert!(!pages_hold(&vault, bytes));
    }
    let shown = vault.show(&id).unwrap();
    assert!(shown.content == "My card was lost" && shown.earlier_versions.is_empty());
    assert!(vault.verify_with_residue().unwrap().ok);
}

#[test]
fn a_plan_takes_what_it_says_and_a_forget_takes_the_plan() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    let mut add = |content: &str, topic: &str, source: &str, day: i64| -> RecordId {
        let request = RememberRequest {
            content: content.to_owned(),
            topics: vec![topic.to_owned()],
            source: Some(source.to_owned()),
            thread: Some(format!("sitting {day}")),
            created_at_ms: Some(day * 86_400_000),
            expires_at_ms: None,
            ..Default::default()
        };
        vault.remember(request).unwrap().id.parse().unwrap()
    };
    let (oak, oaks) = (add("The old oak", "Trees", "web", 1), add("Old oaks", "trees", "mail", 2));
    let tea = add("Green tea by the oak", "tea", "web", 3);
    vault
        .edit(&tea, EditRequest { content: Some("Black tea by the elm".to_owned()), ..Default::default() })
        .unwrap();
    let words = |text: &str| ForgetChoice { text: Some(text.to_owned()), ..Default::default() };
    let by = |change: &dyn Fn(&mut keepsake_recall::Filters)| {
        let mut choice = ForgetChoice::default();
        change(&mut choice.filters);
        choice
    };
    for (choice, wanted) in [
        (words("oak"), vec![oak]),
        (words("\"old oak\""), vec![oak]),
        (words("old -oaks"), vec![oak]),
        (words("nothing of it"), vec![]),
        (by(&|f| f.topics = vec!["TREES".to_owned()]), vec![oak, oaks]),
        (by(&|f| f.sources = vec!["web".to_owned()]), vec![oak, tea]),
        (by(&|f| f.threads = vec!["sitting 2".to_owned()]), vec![oaks]),
        (by(&|f| f.after_ms = Some(2 * 86_400_000)), vec![oaks, tea]),
        (by(&|f| f.before_ms = Some(2 * 86_400_000)), vec![oak]),
        (by(&|f| f.kinds = vec!["fact".to_owned()]), vec![]),
    ] {
        assert_eq!(vault.plan_forget(&choice).unwrap().ids(), wanted);
    }
    assert_eq!(vault.plan_forget(&words("oak")).unwrap().in_earlier_text_only, 1);
    for empty in [ForgetChoice::default(), words("  ")] {
        assert_eq!(vault.plan_forget(&empty).err().unwrap().code, Code::BadInput, "never everything");
    }
    let plan = vault.plan_forget(&words("oak")).unwrap();
    assert_eq!((plan.counts.memories, plan.memories[0].content.as_str()), (1, "The old oak"));
    vault.forget(&plan.ids()).unwrap();
    assert!(vault.show(&oak).is_err() && vault.show(&oaks).is_ok() && vault.show(&tea).is_ok());
}

#[test]
fn a_busy_log_leaves_the_receipt_pending_until_it_is_empty() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, keychain) = vault(folder.path());
    let id = keep(&mut vault, "gone soon");
    let other =
        Vault::open(Home::new(folder.path()), &UnlockSecret::Keychain, surroundings(&keychain)).unwrap();
    other.db.execute_batch("BEGIN; SELECT count(*) FROM memory").unwrap();
    let reading = other.db.query_row("SELECT count(*) FROM memory", [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(reading, 1);
    vault.db.busy_timeout(std::time::Duration::from_millis(20)).unwrap();
    let request = ForgetRequest { tier: Tier::Compacted, ..Default::default() };
    let done = vault.forget_with(&[id], request).unwrap();
    assert!(
        done.receipt.pending && done.receipt.tier == Tier::Removed && done.receipt.asked == Tier::Compacted
    );
    assert_eq!(done.receipt.fell_short.as_deref(), Some("busy"));
    let handed_out = done.receipt.to_line().unwrap();
    assert!(Receipt::check(handed_out.as_bytes(), None).unwrap().receipt.pending);
    assert_eq!(vault.retry_pending().unwrap(), 1);
    other.db.execute_batch("COMMIT").unwrap();
    assert_eq!(vault.retry_pending().unwrap(), 0);
    let stored = vault.receipt(&done.receipt.receipt_id[..8]).unwrap();
    let now = Receipt::check(stored.line.as_bytes(), Some(&vault.receipt_fingerprint())).unwrap();
    assert!(now.signer_known && !now.receipt.pending);
    assert_eq!(now.receipt.revision, done.receipt.revision + 1);
    assert_eq!(std::fs::metadata(folder.path().join("vault.db-wal")).map_or(0, |log| log.len()), 0);
    assert_eq!(now.receipt.receipt_id, done.receipt.receipt_id);
}

/// A forget that was killed between erasing and its last word still names the backups, and no two revisions have one number.
#[test]
fn a_receipt_that_is_signed_again_names_the_backups_and_has_the_next_number() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(&folder.path().join("own"));
    let id = keep(&mut vault, "gone soon");
    vault.back_up(Some(&folder.path().join("own/backups"))).unwrap();
    let done = vault.forget(&[id]).unwrap();
    assert_eq!(done.backups_holding.len(), 1);
    // As the first signature left it.
    let mut first = done.clone();
    (first.pending, first.revision, first.backups_holding) = (true, 1, Vec::new());
    let line = first.sign(&vault.keys).unwrap();
    let id: [u8; 16] =
        data_encoding::HEXLOWER.decode(first.receipt_id.as_bytes()).unwrap().try_into().unwrap();
    crate::receipt::update(&vault.db, &id, &line, true).unwrap();
    assert_eq!(vault.retry_pending().unwrap(), 0);
    let stored = vault.receipt(&first.receipt_id).unwrap();
    let now = Receipt::check(stored.line.as_bytes(), None).unwrap().receipt;
    assert_eq!((now.revision, now.backups_holding), (2, done.backups_holding.clone()));
    // Whoever comes with an older one in hand signs the next, not the same.
    let mut late = first;
    vault.sign_again(&id, &mut late).unwrap();
    assert_eq!(late.revision, 3);
}

#[test]
fn a_database_that_was_written_anew_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    let ids: Vec<RecordId> = (0..200).map(|i| keep(&mut vault, &text(i))).collect();
    let request = ForgetRequest { tier: Tier::Compacted, ..Default::default() };
    let done = vault.forget_with(&ids[..100], request).unwrap();
    assert_eq!((done.receipt.tier, vault.status().unwrap().memories), (Tier::Compacted, 100));
    assert!(vault.verify_with_residue().unwrap().ok);
}

#[test]
fn ten_thousand_random_edits_of_a_receipt_are_all_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    let id = keep(&mut vault, "gone soon");
    let line = vault.forget(&[id]).unwrap().to_line().unwrap();
    let fingerprint = vault.receipt_fingerprint();
    assert!(Receipt::check(format!("{line}\r\n").as_bytes(), Some(&fingerprint)).unwrap().signer_known);
    assert!(!Receipt::check(line.as_bytes(), None).unwrap().signer_known);
    assert!(!line.contains("gone"));
    let mut random = crate::trail_tests::Random(7);
    for round in 0..10_000 {
        let mut bytes = line.clone().into_bytes();
        let at = random.below(bytes.len());
        match random.below(4) {
            0 => bytes[at] ^= 1 << random.below(8),
            1 => drop(bytes.remove(at)),
            2 => bytes.insert(at, b" 0,}\"x1f"[random.below(8)]),
            _ => {
                let other = random.below(bytes.len());
                bytes.swap(at, other);
            }
        }
        if bytes.trim_ascii_end() != line.as_bytes() {
            assert!(
                Receipt::check(&bytes, Some(&fingerprint)).is_err(),
                "round {round} {}",
                String::from_utf8_lossy(&bytes)
            );
        }
    }
    // Whole edits, as a person would make them.
    let value: serde_json::Value = serde_json::from_str(&line).unwrap();
    for (field, now) in
        [("memories", "9"), ("tier", "\"shredded\""), ("pending", "true"), ("reason", "\"expired\"")]
    {
        let before = format!("\"{field}\":{}", value[field]);
        let edited = line.replacen(&before, &format!("\"{field}\":{now}"), 1);
        assert!(edited != line && Receipt::check(edited.as_bytes(), None).is_err(), "{field}");
        let twice = line.replacen(&before, &format!("{before},{before}"), 1);
        assert!(Receipt::check(twice.as_bytes(), None).is_err(), "{field} twice");
    }
    // Signed anew by another vault it is intact, and not this one's.
    let elsewhere = tempfile::tempdir().unwrap();
    let (other, _) = crate::inside_tests::vault(elsewhere.path());
    let mut forged: Receipt = serde_json::from_str(&line).unwrap();
    let forged = forged.sign(&other.keys).unwrap();
    assert!(!Receipt::check(forged.as_bytes(), None).unwrap().signer_known);
    assert_eq!(Receipt::check(forged.as_bytes(), Some(&fingerprint)).unwrap_err().code, Code::Damaged);
    for no_receipt in ["", "{}", "[]", "\"receipt_id\"", "\u{0}"] {
        assert_eq!(
            Receipt::check(no_receipt.as_bytes(), None).unwrap_err().code,
            Code::BadInput,
            "{no_receipt}"
        );
    }
    let newer = line.replacen("\"keepsake_receipt\":1", "\"keepsake_receipt\":2", 1);
    assert_eq!(Receipt::check(newer.as_bytes(), None).unwrap_err().code, Code::TooNew);
}

#[test]
fn receipts_from_before_stay_readable_and_are_said_to_be_unsigned() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(folder.path());
    let body = r#"{"receipt_id":"00112233445566778899aabbccddeeff","tier":"removed","pending":true}"#;
    vault
        .db
        .execute(
            "INSERT INTO receipt (id, at_ms, body, pending) VALUES (?1, 5, ?2, 1)",
            params![[7_u8; 16], body],
        )
        .unwrap();
    let stored = vault.receipts().unwrap();
    assert!(stored.len() == 1 && !stored[0].signed && stored[0].line == body);
    assert_eq!(Receipt::check(body.as_bytes(), None).unwrap_err().code, Code::Damaged);
    assert_eq!(vault.retry_pending().unwrap(), 0);
    assert!(vault.receipts().unwrap()[0].line.contains("\"pending\":false"));
}
