//! Gives a memory a new version; the earlier one stays sealed and unindexed until forgotten.

use keepsake_embed::ModelInfo;
use keepsake_seal::{Entropy, Keys, Place, RecordId, VersionId};
use rusqlite::{Connection, TransactionBehavior, params};
use zeroize::Zeroizing;

use crate::audit::{self, Action, Entry};
use crate::carry::carried;
use crate::content::{Hidden, Passed, Preview};
use crate::memory::{Kind, Payload};
use crate::open::{Surroundings, Vault};
use crate::remember::{RememberResponse, embed, parted};
use crate::rules::{self, Choice};
use crate::store::records::{self, MemoryRow, NewVersion, Original};
use crate::store::{models, originals, vectors};
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
    /// What the person chose for what the filter finds in the new text.
    pub choices: Vec<Choice>,
}

impl Vault {
    /// What would happen to `text` if it were kept now, as a new memory or, with an id, in the place of a memory's text.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::BadInput`] for a choice that the filter cannot make.
    pub fn preview(
        &mut self,
        text: &str,
        choices: &[Choice],
        expires_at_ms: Option<i64>,
        of: Option<&RecordId>,
    ) -> Result<Preview, Error> {
        let carried = match of {
            None => Vec::new(),
            Some(id) => {
                let row = self.expect_memory(id)?;
                let payload = records::open_version(&self.db, &self.keys, id, &row.version)?.payload;
                self.carried(&row, &payload, text)?
            }
        };
        let policy = self.policy_for(choices, expires_at_ms)?;
        Ok(self.sieve(&policy).preview(text, &carried))
    }

    /// Keeps a new version of a memory. What its text hides stays hidden where the new text leaves its place alone.
    ///
    /// # Errors
    /// [`Code::NotFound`], and as [`Vault::remember`]: then the memory is as it was.
    pub fn edit(&mut self, id: &RecordId, request: EditRequest) -> Result<RememberResponse, Error> {
        let row = self.expect_memory(id)?;
        self.revise(&row, &row, request)
    }

    /// Makes an earlier version hold again, as a new one: it passes today's filter, and what it hides stays hidden.
    ///
    /// # Errors
    /// [`Code::NotFound`] if this memory has no such version any more, and as [`Vault::edit`].
    pub fn restore_version(
        &mut self,
        id: &RecordId,
        version: &str,
        choices: Vec<Choice>,
    ) -> Result<RememberResponse, Error> {
        let row = self.expect_memory(id)?;
        let version: VersionId = version.parse().map_err(|_| Error::not_found())?;
        if records::sealed_version(&self.db, id, &version)?.is_none() {
            return Err(Error::not_found());
        }
        let earlier = MemoryRow { version, ..row };
        let content = records::open_version(&self.db, &self.keys, id, &version)?.payload.content.clone();
        self.revise(&row, &earlier, EditRequest { content: Some(content), choices, ..EditRequest::default() })
    }

    /// Puts a new version, made of what `base` says and the request, in the place of `row`.
    fn revise(
        &mut self,
        row: &MemoryRow,
        base: &MemoryRow,
        request: EditRequest,
    ) -> Result<RememberResponse, Error> {
        let id = &row.id;
        let mut payload = records::open_version(&self.db, &self.keys, id, &base.version)?.payload;
        let text = Zeroizing::new(request.content.clone().unwrap_or_else(|| payload.content.clone()));
        let choices = request.choices.clone();
        let Passed { findings, hidden, .. } = match self.apply(base, &mut payload, request) {
            Err(error) if error.code == Code::Blocked => {
                // The refusal counts, whether its trace could be kept or not.
                let _ = self.note_blocked(1);
                return Err(error);
            }
            outcome => outcome?,
        };
        let (placeholders, originals) = parted(hidden);
        payload.placeholders = placeholders;
        let windows = embed(&self.db, &self.surroundings, &payload.content);
        let now_ms = self.now_ms();
        let Vault { db, keys, surroundings, .. } = self;
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let current = expect_unchanged(&transaction, row)?;
        let new = Revision { payload: &payload, originals: &originals, windows: windows.as_deref(), now_ms };
        replace_version(&transaction, keys, surroundings.writer(), &current, &new)?;
        rules::allow_always(&transaction, keys, &choices, &text, &findings, now_ms)?;
        transaction.commit()?;
        self.committed();
        Ok(RememberResponse {
            id: id.to_string(),
            findings,
            embedded: windows.is_some(),
            replaced: Vec::new(),
        })
    }

    fn apply(
        &mut self,
        row: &MemoryRow,
        payload: &mut Payload,
        request: EditRequest,
    ) -> Result<Passed, Error> {
        let policy = self.policy_for(&request.choices, row.expires_at_ms)?;
        let passed = match request.content {
            Some(content) => {
                let carried = self.carried(row, payload, &content)?;
                self.sieve(&policy).admit(&content, &carried)?
            }
            None => Passed {
                text: payload.content.clone(),
                findings: Vec::new(),
                hidden: self.carried(row, payload, &payload.content)?,
            },
        };
        if let Some(kind) = request.kind {
            payload.kind = kind;
        }
        if let Some(topics) = request.topics {
            payload.topics = self.sieve(&policy).admit_topics(&topics)?;
        }
        payload.content.clone_from(&passed.text);
        Ok(passed)
    }

    /// What the current version hides and `text` still has, at its places there.
    pub(crate) fn carried(
        &self,
        row: &MemoryRow,
        payload: &Payload,
        text: &str,
    ) -> Result<Vec<Hidden>, Error> {
        carried_over(&self.db, &self.keys, row, payload, text)
    }
}

/// What a version hides and `text` still has, at its places there.
pub(crate) fn carried_over(
    db: &Connection,
    keys: &Keys,
    row: &MemoryRow,
    payload: &Payload,
    text: &str,
) -> Result<Vec<Hidden>, Error> {
    let places: Vec<_> = payload.placeholders.iter().map(|hidden| hidden.start..hidden.end).collect();
    let mut carried_over = Vec::new();
    for (placeholder, place) in payload.placeholders.iter().zip(carried(&payload.content, &places, text)) {
        let Some(place) = place else { continue };
        let original = match placeholder.field {
            Some(field) => {
                let place = Place { record: row.id, version: row.version, field };
                Some(originals::open(db, keys, &place)?)
            }
            None => None,
        };
        let mut placeholder = placeholder.clone();
        (placeholder.start, placeholder.end) = (place.start, place.end);
        carried_over.push(Hidden { placeholder, original });
    }
    Ok(carried_over)
}

/// The memory's row, if nobody has given it another version meanwhile.
pub(crate) fn expect_unchanged(db: &Connection, row: &MemoryRow) -> Result<MemoryRow, Error> {
    let current = records::memory_row(db, &row.id)?.ok_or_else(Error::not_found)?;
    if current.version != row.version {
        return Err(Error::new(
            Code::Busy,
            "another program has just changed this memory",
            "look at it again, then edit it",
        ));
    }
    Ok(current)
}

/// What a new version consists of.
pub(crate) struct Revision<'a> {
    pub(crate) payload: &'a Payload,
    pub(crate) originals: &'a [Original],
    pub(crate) windows: Option<&'a [keepsake_embed::WindowVector]>,
    pub(crate) now_ms: i64,
}

/// What writing a version takes from outside: random bytes, and the model that its vectors are from.
pub(crate) struct Writer<'a> {
    pub(crate) entropy: &'a mut dyn Entropy,
    pub(crate) model: Option<&'a ModelInfo>,
}

impl Surroundings {
    pub(crate) fn writer(&mut self) -> Writer<'_> {
        let model = self.embedder.as_ref().map(|embedder| embedder.info());
        Writer { entropy: self.entropy.as_mut(), model }
    }
}

/// Puts a new version in the place of the current one, inside the caller's transaction.
pub(crate) fn replace_version(
    db: &Connection,
    keys: &Keys,
    writer: Writer<'_>,
    current: &MemoryRow,
    revision: &Revision<'_>,
) -> Result<(), Error> {
    let Writer { entropy, model } = writer;
    let version = VersionId::random(entropy)?;
    let new = NewVersion {
        memory: current.id,
        id: version,
        replaces: Some(current.version),
        kept_at_ms: revision.now_ms,
        payload: revision.payload,
        originals: revision.originals,
    };
    let digest = records::insert_version(db, keys, entropy, &new)?;
    db.prepare_cached("UPDATE memory SET version = ?2 WHERE id = ?1")?
        .execute(params![current.id.as_bytes(), version.as_bytes()])?;
    vectors::remove(db, current.id.as_bytes())?;
    if let (Some(windows), Some(model)) = (revision.windows, model) {
        // Another program may have changed the model meanwhile: then the memory waits for the new one's vectors.
        if let Some(model) = models::to_write(db, model)? {
            vectors::insert(db, model, current.id.as_bytes(), version.as_bytes(), windows)?;
        }
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
