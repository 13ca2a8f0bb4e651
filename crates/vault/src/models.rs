//! Which meaning model the vault uses, and the change to another: every memory gets its vectors under the new one,
//! step by step, while questions go on under the old one. Must not load a model: it is handed in.
//!
//! How far a change is stands in the database: the vectors that are there. So it goes on after a lock, a crash, or in
//! another program, and what is captured, edited or forgotten meanwhile needs no list of its own.

use std::collections::HashSet;

use keepsake_embed::{Embedder, ModelInfo, WindowVector};
use keepsake_seal::{RecordId, VersionId};
use rusqlite::{Connection, TransactionBehavior, params};
use zeroize::Zeroizing;

use crate::audit::{self, Action, Entry};
use crate::open::{Surroundings, Vault};
use crate::store::models::{self, Fit, ModelRecord, Role};
use crate::store::records;
use crate::store::vectors::{self, ModelNumber};
use crate::{Code, Error};

/// The vault's models.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Models {
    /// The one that answers questions; none in a vault that never had a vector.
    pub current: Option<ModelRecord>,
    /// The one that memories are getting vectors for, and how far that is.
    pub building: Option<(ModelRecord, ReembedProgress)>,
}

/// How far a change of model is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReembedProgress {
    /// Memories that have their vectors under the new model, or that it cannot read.
    pub done: usize,
    /// All memories.
    pub total: usize,
    /// True once the new model answers questions.
    pub finished: bool,
}

/// What [`Vault::use_model`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UseModel {
    /// It answers questions already. A change to another one is cancelled.
    InUse,
    /// Memories are to get their vectors: [`Vault::reembed_step`].
    Building,
}

/// Memories on their way to their new vectors, outside of the vault.
pub struct ReembedBatch {
    model: String,
    items: Vec<Item>,
}

struct Item {
    sequence: i64,
    memory: [u8; 16],
    version: [u8; 16],
    /// None if the record does not open.
    text: Option<Zeroizing<String>>,
    windows: Option<Vec<WindowVector>>,
}

/// What is remembered between two steps; all of it can be found anew.
#[derive(Default)]
pub(crate) struct Reembedding {
    /// The model it is about.
    model: String,
    /// The last memory of this pass, by capture sequence.
    after: i64,
    done: usize,
    total: usize,
    /// Versions that the model cannot read, or that do not open.
    unreadable: HashSet<([u8; 16], [u8; 16])>,
}

impl Vault {
    /// The models, and how far a change is.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn models(&self) -> Result<Models, Error> {
        let current = models::of_role(&self.db, Role::Current)?.map(|(_, record)| record);
        let building = match models::of_role(&self.db, Role::Building)? {
            Some((number, record)) => {
                let progress = self.progress(number, &record.id)?;
                Some((record, progress))
            }
            None => None,
        };
        Ok(Models { current, building })
    }

    /// The model that answers questions; none in a vault that never had a vector.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn current_model(&self) -> Result<Option<ModelRecord>, Error> {
        Ok(models::of_role(&self.db, Role::Current)?.map(|(_, record)| record))
    }

    /// The model that is being built, without counting how far it is.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn model_being_built(&self) -> Result<Option<ModelRecord>, Error> {
        Ok(models::of_role(&self.db, Role::Building)?.map(|(_, record)| record))
    }

    /// The model that answers questions, if it is another than the one handed in: until it is loaded and handed in,
    /// search goes by words, and new memories wait for their vectors.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn model_to_load(&self) -> Result<Option<ModelRecord>, Error> {
        let loaded = self.surroundings.embedder.as_ref().map(|embedder| &embedder.info().id);
        let current = models::of_role(&self.db, Role::Current)?.map(|(_, record)| record);
        Ok(current.filter(|current| Some(&current.id) != loaded))
    }

    /// Begins or goes on with the change to `model`, which the caller has loaded and tried. Nothing that answers
    /// questions changes before the last [`Vault::reembed_step`].
    ///
    /// # Errors
    /// [`Code::BadInput`] when another model of the same id is in use, or the folder's path is no Unicode;
    /// [`Code::Busy`], [`Code::DiskFull`]: then nothing was changed.
    pub fn use_model(&mut self, model: &ModelRecord) -> Result<UseModel, Error> {
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if let Some((number, current)) = models::of_role(&transaction, Role::Current)?
            && current.id == model.id
        {
            if current.fingerprint != model.fingerprint {
                return Err(Error::new(
                    Code::BadInput,
                    "the model in use has this name and these weights, but other settings",
                    "give this one another name in keepsake-model.json",
                ));
            }
            models::set_folder(&transaction, number, model)?;
            models::leave_building(&transaction)?;
            models::drop_left(&transaction)?;
            transaction.commit()?;
            self.reembedding = Reembedding::default();
            return Ok(UseModel::InUse);
        }
        match models::of_role(&transaction, Role::Building)? {
            Some((number, building))
                if building.id == model.id && building.fingerprint == model.fingerprint =>
            {
                models::set_folder(&transaction, number, model)?;
            }
            _ => {
                models::leave_building(&transaction)?;
                models::insert(&transaction, model, Role::Building)?;
            }
        }
        transaction.commit()?;
        self.reembedding = Reembedding::default();
        Ok(UseModel::Building)
    }

    /// Gives up a change of model; what was built for it is overwritten. Says whether there was one.
    ///
    /// # Errors
    /// [`Code::Busy`], [`Code::DiskFull`]: then it can be gone on with.
    pub fn cancel_reembedding(&mut self) -> Result<bool, Error> {
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let was_building = models::leave_building(&transaction)?;
        models::drop_left(&transaction)?;
        transaction.commit()?;
        self.reembedding = Reembedding::default();
        self.empty_write_ahead_log();
        Ok(was_building)
    }

    /// Gives up to `limit` memories their vectors under the model that is being built, oldest first. The step that finds
    /// nothing left to do makes that model the one that answers, and overwrites the old one's vectors.
    ///
    /// # Errors
    /// [`Code::Failed`] when `embedder` is not being built (any more); [`Code::Busy`], [`Code::DiskFull`]. What was done
    /// before stays done.
    pub fn reembed_step(&mut self, embedder: &dyn Embedder, limit: usize) -> Result<ReembedProgress, Error> {
        let mut batch = self.reembed_take(embedder.info(), limit)?;
        batch.embed(embedder);
        self.reembed_keep(batch)
    }

    /// The first third of a step: what is to be embedded next, so that embedding needs no hold on the vault.
    ///
    /// # Errors
    /// As [`Vault::reembed_step`].
    pub fn reembed_take(&mut self, model: &ModelInfo, limit: usize) -> Result<ReembedBatch, Error> {
        let mut batch = ReembedBatch { model: model.id.clone(), items: Vec::new() };
        let number = match self.building(&model.id)? {
            Building::This(number, record) => {
                models::expect_dimensions(&record, model)?;
                number
            }
            Building::Done => return Ok(batch),
        };
        if self.reembedding.model != model.id {
            self.reembedding = Reembedding { model: model.id.clone(), ..Reembedding::default() };
        }
        if self.reembedding.after == 0 {
            let counted = self.progress(number, &model.id)?;
            (self.reembedding.done, self.reembedding.total) = (counted.done, counted.total);
        }
        while batch.items.is_empty() {
            let waiting = waiting(&self.db, number, self.reembedding.after, limit.max(1))?;
            let Some(last) = waiting.last() else { break };
            self.reembedding.after = last.0;
            for (sequence, memory, version) in waiting {
                if self.reembedding.unreadable.contains(&(memory, version)) {
                    continue;
                }
                let (memory_id, version_id) = (RecordId::from_bytes(memory), VersionId::from_bytes(version));
                let opened = records::open_version(&self.db, &self.keys, &memory_id, &version_id).ok();
                let text =
                    opened.map(|mut opened| Zeroizing::new(std::mem::take(&mut opened.payload.content)));
                batch.items.push(Item { sequence, memory, version, text, windows: None });
            }
        }
        Ok(batch)
    }

    /// The last third of a step: keeps what was embedded, or, when there was nothing left, makes the change.
    ///
    /// # Errors
    /// As [`Vault::reembed_step`].
    pub fn reembed_keep(&mut self, batch: ReembedBatch) -> Result<ReembedProgress, Error> {
        if let Building::Done = self.building(&batch.model)? {
            let total = memories(&self.db)?;
            return Ok(ReembedProgress { done: total, total, finished: true });
        }
        if batch.items.is_empty() {
            return self.change_model(&batch.model);
        }
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let Some((number, _)) =
            models::of_role(&transaction, Role::Building)?.filter(|(_, record)| record.id == batch.model)
        else {
            return Err(stopped());
        };
        let mut unreadable = Vec::new();
        let mut done = 0;
        for item in &batch.items {
            let Some(windows) = item.windows.as_ref().filter(|windows| !windows.is_empty()) else {
                unreadable.push((item.memory, item.version));
                continue;
            };
            // It may have been edited, forgotten or embedded by another program meanwhile.
            let current = records::memory_row(&transaction, &RecordId::from_bytes(item.memory))?;
            let is_current = current.is_some_and(|row| *row.version.as_bytes() == item.version);
            if is_current && !vectors::has(&transaction, number, &item.memory)? {
                vectors::insert(&transaction, number, &item.memory, &item.version, windows)?;
                done += 1;
            }
        }
        transaction.commit()?;
        let state = &mut self.reembedding;
        state.done += done + unreadable.len();
        state.unreadable.extend(unreadable);
        if let Some(last) = batch.items.last() {
            state.after = state.after.max(last.sequence);
        }
        Ok(ReembedProgress { done: state.done.min(state.total), total: state.total, finished: false })
    }

    /// A newer Keepsake ships another model than the one whose vectors are kept: nothing can put a question to those any
    /// more, so they go, and memories wait for new ones. Says whether that was so.
    ///
    /// # Errors
    /// [`Code::Busy`], [`Code::DiskFull`]: then nothing was changed.
    pub fn replace_bundled_model(&mut self, bundled: &ModelInfo) -> Result<bool, Error> {
        let now_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let outdated = models::of_role(&transaction, Role::Current)?
            .is_some_and(|(_, current)| current.folder.is_none() && current.id != bundled.id);
        // If the new one is being built already, that goes on.
        let building = models::of_role(&transaction, Role::Building)?;
        if !outdated || building.is_some_and(|(_, building)| building.id == bundled.id) {
            return Ok(false);
        }
        let (id, dimensions) = (bundled.id.clone(), bundled.dimensions);
        let record = ModelRecord { id, dimensions, folder: None, fingerprint: None };
        models::leave_current(&transaction)?;
        models::insert(&transaction, &record, Role::Current)?;
        note_model_changed(&transaction, &self.keys, now_ms, 0)?;
        transaction.commit()?;
        self.model_changed();
        Ok(true)
    }

    /// One transaction: the new model answers, the old one's vectors are overwritten. If memories came or changed since
    /// the last pass, another pass begins instead.
    fn change_model(&mut self, model: &str) -> Result<ReembedProgress, Error> {
        let now_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let Some((number, _)) =
            models::of_role(&transaction, Role::Building)?.filter(|(_, record)| record.id == model)
        else {
            return Err(stopped());
        };
        let total = memories(&transaction)?;
        let waiting = waiting(&transaction, number, 0, usize::MAX >> 1)?;
        let state = &mut self.reembedding;
        let left =
            waiting.iter().filter(|(_, memory, version)| !state.unreadable.contains(&(*memory, *version)));
        let left = left.count();
        if left > 0 {
            state.after = 0;
            return Ok(ReembedProgress { done: total.saturating_sub(left), total, finished: false });
        }
        models::make_current(&transaction, number)?;
        models::drop_left(&transaction)?;
        note_model_changed(&transaction, &self.keys, now_ms, total as u64)?;
        transaction.commit()?;
        self.unreadable_for_model = state.unreadable.drain().map(|(memory, _)| memory).collect();
        self.model_changed();
        Ok(ReembedProgress { done: total, total, finished: true })
    }

    /// The old vectors must not stay in memory or in the write-ahead log either.
    fn model_changed(&mut self) {
        self.live = None;
        self.reembedding = Reembedding::default();
        self.empty_write_ahead_log();
        self.committed();
    }

    fn building(&self, model: &str) -> Result<Building, Error> {
        if let Some((number, record)) = models::of_role(&self.db, Role::Building)?
            && record.id == model
        {
            return Ok(Building::This(number, record));
        }
        // Another program may have done the rest.
        match models::of_role(&self.db, Role::Current)? {
            Some((_, current)) if current.id == model => Ok(Building::Done),
            _ => Err(stopped()),
        }
    }

    fn progress(&self, number: ModelNumber, model: &str) -> Result<ReembedProgress, Error> {
        let ModelNumber(number) = number;
        let embedded = self.db.query_row(
            "SELECT count(DISTINCT memory) FROM vector_window WHERE model = ?1",
            [number],
            |row| row.get::<_, i64>(0),
        )? as usize;
        let same = self.reembedding.model == model;
        let unreadable = if same { self.reembedding.unreadable.len() } else { 0 };
        let total = memories(&self.db)?;
        Ok(ReembedProgress { done: (embedded + unreadable).min(total), total, finished: false })
    }
}

enum Building {
    This(ModelNumber, ModelRecord),
    Done,
}

impl ReembedBatch {
    /// Embeds what was taken, on as many threads as the model has sessions.
    pub fn embed(&mut self, embedder: &dyn Embedder) {
        if self.items.is_empty() || embedder.info().id != self.model {
            return;
        }
        let share = self.items.len().div_ceil(embedder.parallel().max(1));
        std::thread::scope(|scope| {
            for items in self.items.chunks_mut(share) {
                scope.spawn(|| {
                    for item in items {
                        item.windows = item.text.as_ref().and_then(|text| embedder.embed(text).ok());
                    }
                });
            }
        });
    }
}

/// The model that was handed in, if its vectors are the ones that are searched.
pub(crate) fn fitting<'a>(db: &Connection, surroundings: &'a Surroundings) -> Option<&'a dyn Embedder> {
    let embedder = surroundings.embedder.as_deref()?;
    models::fit(db, embedder.info()).is_ok_and(|fit| fit != Fit::Other).then_some(embedder)
}

/// Every open index follows: it asks which model answers, and this makes it look. No memory has this id.
fn note_model_changed(
    db: &Connection,
    keys: &keepsake_seal::Keys,
    at_ms: i64,
    count: u64,
) -> Result<(), Error> {
    records::note_change(db, &RecordId::from_bytes([0; 16]))?;
    let entry = Entry { at_ms, action: Action::ModelChanged, subject: None, count, envelope_digest: None };
    audit::append(db, keys, &entry)?;
    Ok(())
}

type Waiting = (i64, [u8; 16], [u8; 16]);

/// Memories after `after` that have no vectors under `model`: sequence, id, version.
fn waiting(db: &Connection, model: ModelNumber, after: i64, limit: usize) -> Result<Vec<Waiting>, Error> {
    let ModelNumber(number) = model;
    let rows = db
        .prepare_cached(
            "SELECT sequence, id, version FROM memory WHERE sequence > ?1 AND NOT EXISTS
             (SELECT 1 FROM vector_window WHERE vector_window.memory = memory.id AND model = ?2)
             ORDER BY sequence LIMIT ?3",
        )?
        .query_map(params![after, number, limit as i64], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    Ok(rows)
}

fn memories(db: &Connection) -> Result<usize, Error> {
    Ok(db.query_row("SELECT count(*) FROM memory", [], |row| row.get::<_, i64>(0))? as usize)
}

fn stopped() -> Error {
    Error::new(
        Code::Failed,
        "the change to this model was stopped, here or in another program",
        "begin it again if it is still wanted; search uses the model from before",
    )
}
