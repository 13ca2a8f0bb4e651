//! Keeps one memory. Must not keep anything that the filter has not passed.

use keepsake_embed::WindowVector;
use keepsake_filter::Finding;
use keepsake_seal::{RecordId, VersionId};
use rusqlite::{Connection, TransactionBehavior, params};
use serde_json::Map;
use zeroize::Zeroizing;

use crate::audit::{self, Action, Entry};
use crate::content::{Hidden, Sieve};
use crate::memory::{Kind, PAYLOAD_FORMAT, Payload, Placeholder};
use crate::models::fitting;
use crate::open::{Surroundings, Vault};
use crate::replace::{OnConflict, link};
use crate::rules::{self, Choice};
use crate::seen;
use crate::store::records::{self, NewVersion, Original};
use crate::store::{models, vectors};
use crate::{Code, Error};

/// A text offered for keeping.
#[derive(Clone, Default)]
pub struct RememberRequest {
    /// The text.
    pub content: String,
    /// Its kind.
    pub kind: Kind,
    /// Its topics.
    pub topics: Vec<String>,
    /// Where it comes from.
    pub source: Option<String>,
    /// The sitting it belongs to.
    pub thread: Option<String>,
    /// When it is from, in milliseconds since 1970; now if absent.
    pub created_at_ms: Option<i64>,
    /// When it goes by itself.
    pub expires_at_ms: Option<i64>,
    /// What the person chose for what the filter finds in it.
    pub choices: Vec<Choice>,
    /// The memories whose place it takes.
    pub replaces: Vec<RecordId>,
    /// What to do if it contradicts or updates others.
    pub on_conflict: OnConflict,
}

/// What was kept.
#[derive(Debug, Clone)]
pub struct RememberResponse {
    /// The new memory's id, 32 hexadecimal characters.
    pub id: String,
    /// What the filter found, in bytes of the text offered.
    pub findings: Vec<Finding>,
    /// False if it waits for its vector, as no model is loaded.
    pub embedded: bool,
    /// The memories whose place it has taken, 32 hexadecimal characters each.
    pub replaced: Vec<String>,
}

/// A memory that has passed the filter.
pub(crate) struct Admitted {
    pub(crate) payload: Payload,
    pub(crate) originals: Vec<Original>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) created_at_ms: Option<i64>,
    pub(crate) expires_at_ms: Option<i64>,
}

impl Vault {
    /// Filters, embeds, seals and keeps one memory. When this returns, it is on the disk.
    ///
    /// # Errors
    /// [`Code::Empty`], [`Code::TooLarge`], [`Code::Blocked`], [`Code::BadInput`], [`Code::DiskFull`], [`Code::Busy`]:
    /// then nothing was kept.
    pub fn remember(&mut self, request: RememberRequest) -> Result<RememberResponse, Error> {
        self.expect_no_pause()?;
        let now_ms = self.now_ms();
        let policy = self.policy_for(&request.choices, request.expires_at_ms)?;
        for older in &request.replaces {
            self.expect_memory(older)?;
        }
        let (mut replaces, on_conflict) = (request.replaces.clone(), request.on_conflict);
        let (text, choices) = (Zeroizing::new(request.content.clone()), request.choices.clone());
        let counting_ms = self.effective_ms();
        let mut admitted = match admit_request(request, None, &self.sieve(&policy), counting_ms) {
            Err(error) if error.code == Code::Blocked => {
                // The refusal counts, whether its trace could be kept or not.
                let _ = self.note_blocked(1);
                return Err(error);
            }
            outcome => outcome?,
        };
        self.expire_by_rules(&mut admitted, counting_ms)?;
        let windows = embed(&self.db, &self.surroundings, &admitted.payload.content);
        if on_conflict == OnConflict::LatestWins {
            // Of those of the same date it is the last.
            let age = (admitted.created_at_ms.unwrap_or(now_ms), i64::MAX);
            let windows = windows.as_deref().unwrap_or_default();
            replaces.extend(self.conflicting(&admitted.payload.content, windows, age)?);
        }
        replaces.sort_unstable();
        replaces.dedup();
        let Vault { db, keys, surroundings, .. } = self;
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let id = insert(&transaction, keys, surroundings, &admitted, windows.as_deref(), None, now_ms)?;
        rules::allow_always(&transaction, keys, &choices, &text, &admitted.findings, now_ms)?;
        for older in &replaces {
            link(&transaction, keys, older, &id, now_ms)?;
        }
        transaction.commit()?;
        self.committed();
        Ok(RememberResponse {
            id: id.to_string(),
            findings: admitted.findings,
            embedded: windows.is_some(),
            replaced: replaces.iter().map(RecordId::to_string).collect(),
        })
    }

    /// A refusal leaves its trace, never its text.
    pub(crate) fn note_blocked(&mut self, count: u64) -> Result<(), Error> {
        let at_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let entry = Entry { at_ms, action: Action::Blocked, subject: None, count, envelope_digest: None };
        audit::append(&transaction, &self.keys, &entry)?;
        transaction.commit()?;
        self.committed();
        Ok(())
    }

    /// Gives up to `limit` waiting memories their vectors; answers how many got one.
    ///
    /// # Errors
    /// [`Code::Busy`], [`Code::DiskFull`]; what was done before stays done.
    pub fn embed_waiting(&mut self, limit: usize) -> Result<usize, Error> {
        let Some(embedder) = self.surroundings.embedder.clone() else { return Ok(0) };
        if fitting(&self.db, &self.surroundings).is_none() {
            return Ok(0);
        }
        let waiting: Vec<([u8; 16], [u8; 16])> = self
            .db
            .prepare_cached(
                "SELECT id, version FROM memory WHERE NOT EXISTS
                 (SELECT 1 FROM vector_window JOIN model ON model.number = vector_window.model
                  WHERE vector_window.memory = memory.id AND model.id = ?1) ORDER BY sequence LIMIT ?2",
            )?
            .query_map(
                params![embedder.info().id, (limit + self.unreadable_for_model.len()) as i64],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?
            .collect::<Result<_, _>>()?;
        let mut done = 0;
        for (memory, version) in waiting {
            if self.unreadable_for_model.contains(&memory) {
                continue;
            }
            let (memory_id, version_id) = (RecordId::from_bytes(memory), VersionId::from_bytes(version));
            let opened = records::open_version(&self.db, &self.keys, &memory_id, &version_id);
            let windows = opened.ok().and_then(|opened| embedder.embed(&opened.payload.content).ok());
            let Some(windows) = windows.filter(|windows| !windows.is_empty()) else {
                self.unreadable_for_model.insert(memory);
                continue;
            };
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            // Another program may have edited or forgotten it meanwhile.
            let current = records::memory_row(&transaction, &memory_id)?;
            let Some(model) = models::to_write(&transaction, embedder.info())? else { return Ok(done) };
            if current.is_some_and(|row| row.version == version_id) {
                vectors::remove_of_model(&transaction, model, &memory)?;
                vectors::insert(&transaction, model, &memory, &version, &windows)?;
                records::note_change(&transaction, &memory_id)?;
                done += 1;
            }
            transaction.commit()?;
        }
        Ok(done)
    }
}

/// Passes a request through the filter.
pub(crate) fn admit_request(
    request: RememberRequest,
    external_id: Option<String>,
    sieve: &Sieve<'_>,
    now_ms: i64,
) -> Result<Admitted, Error> {
    if request.expires_at_ms.is_some_and(|at_ms| at_ms <= now_ms) {
        return Err(Error::new(
            Code::BadInput,
            "it would have expired already",
            "give a time that is yet to come, and see that this computer's clock is right",
        ));
    }
    let label =
        |what: &str, text: Option<String>| text.map(|text| sieve.admit_label(what, &text)).transpose();
    let topics = sieve.admit_topics(&request.topics)?;
    let source = label("source", request.source)?;
    let thread = label("thread", request.thread)?;
    let external_id = label("external id", external_id)?;
    let passed = sieve.admit(&request.content, &[])?;
    let (placeholders, originals) = parted(passed.hidden);
    Ok(Admitted {
        payload: Payload {
            v: PAYLOAD_FORMAT,
            content: passed.text,
            kind: request.kind,
            topics,
            source,
            thread,
            external_id,
            placeholders,
            unknown: Map::new(),
        },
        originals,
        findings: passed.findings,
        created_at_ms: request.created_at_ms,
        expires_at_ms: request.expires_at_ms,
    })
}

/// The placeholders as the payload keeps them, and the originals that are sealed beside it.
pub(crate) fn parted(hidden: Vec<Hidden>) -> (Vec<Placeholder>, Vec<Original>) {
    let mut originals = Vec::new();
    let placeholders = hidden.into_iter().map(|Hidden { placeholder, original }| {
        if let (Some(field), Some(text)) = (placeholder.field, original) {
            originals.push(Original { field, text });
        }
        placeholder
    });
    (placeholders.collect(), originals)
}

/// The originals that are sealed beside a version, of what it hides.
pub(crate) fn originals_of(hidden: &[Hidden]) -> Vec<Original> {
    parted(hidden.to_vec()).1
}

/// The windows' vectors, or nothing when the vault's model is missing or fails: then the memory waits for them.
pub(crate) fn embed(db: &Connection, surroundings: &Surroundings, text: &str) -> Option<Vec<WindowVector>> {
    fitting(db, surroundings).and_then(|embedder| embedder.embed(text).ok())
}

/// Inserts a new memory inside the caller's transaction.
pub(crate) fn insert(
    db: &Connection,
    keys: &keepsake_seal::Keys,
    surroundings: &mut Surroundings,
    admitted: &Admitted,
    windows: Option<&[WindowVector]>,
    external: Option<[u8; 32]>,
    now_ms: i64,
) -> Result<RecordId, Error> {
    let entropy = surroundings.entropy.as_mut();
    let (id, version) = (RecordId::random(entropy)?, VersionId::random(entropy)?);
    if admitted.expires_at_ms.is_some() {
        seen::begin(db, surroundings.clock.as_ref())?;
    }
    db.prepare_cached(
        "INSERT INTO memory (id, version, created_at_ms, expires_at_ms, external) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        id.as_bytes(),
        version.as_bytes(),
        admitted.created_at_ms.unwrap_or(now_ms),
        admitted.expires_at_ms,
        external
    ])?;
    let new = NewVersion {
        memory: id,
        id: version,
        replaces: None,
        kept_at_ms: now_ms,
        payload: &admitted.payload,
        originals: &admitted.originals,
    };
    let digest = records::insert_version(db, keys, entropy, &new)?;
    if let (Some(windows), Some(embedder)) = (windows, &surroundings.embedder) {
        // Another program may have changed the model meanwhile: then the memory waits for the new one's vectors.
        if let Some(model) = models::to_write(db, embedder.info())? {
            vectors::insert(db, model, id.as_bytes(), version.as_bytes(), windows)?;
        }
    }
    records::note_change(db, &id)?;
    let entry = Entry {
        at_ms: now_ms,
        action: Action::Remembered,
        subject: Some(id.as_bytes()),
        count: 1,
        envelope_digest: Some(digest),
    };
    audit::append(db, keys, &entry)?;
    Ok(id)
}
