//! Gives a memory a new version; the earlier one stays sealed and unindexed until forgotten.

use keepsake_filter::Finding;
use keepsake_seal::{RecordId, VersionId};
use rusqlite::{Connection, TransactionBehavior, params};

use crate::audit::{self, Action, Entry};
use crate::content::{admit, admit_topics};
use crate::memory::{Kind, Payload};
use crate::open::{Surroundings, Vault};
use crate::remember::{RememberResponse, embed};
use crate::store::records::{self, MemoryRow, NewVersion};
use crate::store::vectors;
use crate::{Code, Error};

/// What is to change; `None` leaves a part as it is.
#[derive(Clone, Default)]
pub struct EditRequest {
    /// The new text.
    pub content: Option<String>,
    /// The new kind.
    pub kind: Option<Kind>,
    /// The new topics.
    pub topics: Option<Vec<String>>,
}

impl Vault {
    /// Keeps a new version of a memory.
    ///
    /// # Errors
    /// [`Code::NotFound`], and as [`Vault::remember`]: then the memory is as it was.
    pub fn edit(&mut self, id: &RecordId, request: EditRequest) -> Result<RememberResponse, Error> {
        let row = self.expect_memory(id)?;
        let mut payload = records::open_version(&self.db, &self.keys, id, &row.version)?.payload;
        let findings = match self.apply(&mut payload, request) {
            Err(error) if error.code == Code::Blocked => {
                // The refusal counts, whether its trace could be kept or not.
                let _ = self.note_blocked(1);
                return Err(error);
            }
            outcome => outcome?,
        };
        let windows = embed(&self.surroundings, &payload.content);
        let now_ms = self.now_ms();
        let Vault { db, keys, surroundings, .. } = self;
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let current = records::memory_row(&transaction, id)?.ok_or_else(Error::not_found)?;
        if current.version != row.version {
            return Err(Error::new(
                Code::Busy,
                "another program has just changed this memory",
                "look at it again, then edit it",
            ));
        }
        let new = Revision { payload: &payload, windows: windows.as_deref(), now_ms };
        replace_version(&transaction, keys, surroundings, &current, &new)?;
        transaction.commit()?;
        self.committed();
        Ok(RememberResponse { id: id.to_string(), findings, embedded: windows.is_some() })
    }

    fn apply(&self, payload: &mut Payload, request: EditRequest) -> Result<Vec<Finding>, Error> {
        let mut findings = Vec::new();
        if let Some(content) = request.content {
            let passed = admit(&content, &self.policy)?;
            payload.content = passed.text;
            findings = passed.findings;
        }
        if let Some(kind) = request.kind {
            payload.kind = kind;
        }
        if let Some(topics) = request.topics {
            payload.topics = admit_topics(&topics, &self.policy)?;
        }
        Ok(findings)
    }
}

/// What a new version consists of.
pub(crate) struct Revision<'a> {
    pub(crate) payload: &'a Payload,
    pub(crate) windows: Option<&'a [keepsake_embed::WindowVector]>,
    pub(crate) now_ms: i64,
}

/// Puts a new version in the place of the current one, inside the caller's transaction.
pub(crate) fn replace_version(
    db: &Connection,
    keys: &keepsake_seal::Keys,
    surroundings: &mut Surroundings,
    current: &MemoryRow,
    revision: &Revision<'_>,
) -> Result<(), Error> {
    let entropy = surroundings.entropy.as_mut();
    let version = VersionId::random(entropy)?;
    let new = NewVersion {
        memory: current.id,
        id: version,
        replaces: Some(current.version),
        kept_at_ms: revision.now_ms,
        payload: revision.payload,
    };
    let digest = records::insert_version(db, keys, entropy, &new)?;
    db.prepare_cached("UPDATE memory SET version = ?2 WHERE id = ?1")?
        .execute(params![current.id.as_bytes(), version.as_bytes()])?;
    vectors::remove(db, current.id.as_bytes())?;
    if let (Some(windows), Some(embedder)) = (revision.windows, &surroundings.embedder) {
        let model = vectors::number_of(db, embedder.info())?;
        vectors::insert(db, model, current.id.as_bytes(), version.as_bytes(), windows)?;
    }
    records::note_change(db, &current.id)?;
    let entry = Entry {
        at_ms: revision.now_ms,
        action: Action::Edited,
        subject: Some(current.id.as_bytes()),
        count: 1,
        envelope_digest: Some(digest),
    };
    audit::append(db, keys, &entry)?;
    Ok(())
}
