//! Keeps the search index in memory true to the database, whoever wrote to it. Must not write.

use std::collections::{HashMap, HashSet};

use keepsake_embed::Embedder;
use keepsake_recall::{Document, Index, Token};
use keepsake_seal::{Keys, RecordId};
use rusqlite::Connection;

use crate::Error;
use crate::content::token_of_text;
use crate::memory::Payload;
use crate::open::Vault;
use crate::store::models::{self, Fit};
use crate::store::records::{self, MemoryRow};
use crate::store::vectors::{self, ModelNumber};

/// Length of vectors while no model is loaded: the bundled model's, and none are there to disagree.
const DEFAULT_DIMENSIONS: usize = 384;

/// The index and how far it has followed the database.
pub(crate) struct LiveIndex {
    pub(crate) index: Index,
    /// Memories whose record does not open.
    pub(crate) damaged: HashSet<RecordId>,
    /// The kinds that have tokens.
    pub(crate) hidden_kinds: HashSet<String>,
    /// The model whose vectors are in the index.
    model: Option<ModelNumber>,
    /// False if the model at hand is not the one that the vault's vectors are from: questions go by words then.
    pub(crate) by_meaning: bool,
    last_change: i64,
    expires_at_ms: HashMap<RecordId, i64>,
}

impl Vault {
    /// The index as of this moment: built at first use, then brought up to date with every process's writes.
    pub(crate) fn index(&mut self) -> Result<&Index, Error> {
        let now_ms = self.now_ms();
        let Vault { db, keys, surroundings, live, .. } = self;
        let embedder = surroundings.embedder.as_deref();
        // One read transaction, so that another process's write is seen whole or not at all.
        let snapshot = db.unchecked_transaction()?;
        let followed = match live.take() {
            Some(followed) => follow(&snapshot, keys, embedder, followed)?,
            None => build(&snapshot, keys, embedder)?,
        };
        drop(snapshot);
        let followed = live.insert(followed);
        followed.drop_expired(now_ms);
        Ok(&followed.index)
    }

    /// True if another program has written since the last look.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn has_changed_elsewhere(&self) -> Result<bool, Error> {
        Ok(match &self.live {
            Some(live) => newest_change(&self.db)? != live.last_change,
            None => false,
        })
    }

    /// Memories that the last look could not open.
    pub fn damaged_memories(&self) -> usize {
        self.live.as_ref().map_or(0, |live| live.damaged.len())
    }
}

impl LiveIndex {
    /// Expired memories are never answered, even before they are swept.
    fn drop_expired(&mut self, now_ms: i64) {
        let expired: Vec<RecordId> =
            self.expires_at_ms.iter().filter(|(_, at_ms)| **at_ms <= now_ms).map(|(id, _)| *id).collect();
        for id in expired {
            self.index.remove(id.as_bytes());
            self.expires_at_ms.remove(&id);
        }
    }

    fn place(&mut self, db: &Connection, keys: &Keys, row: &MemoryRow, vectors: Vec<Vec<f32>>) {
        match records::open_version(db, keys, &row.id, &row.version) {
            Ok(version) => {
                let hidden = version.payload.placeholders.iter().filter(|hidden| !hidden.tokens.is_empty());
                for kind in hidden.map(|hidden| &hidden.kind) {
                    if !self.hidden_kinds.contains(kind) {
                        self.hidden_kinds.insert(kind.clone());
                    }
                }
                self.index.upsert(document(row, &version.payload, vectors));
                self.damaged.remove(&row.id);
                if let Some(at_ms) = row.expires_at_ms {
                    self.expires_at_ms.insert(row.id, at_ms);
                }
            }
            // One damaged record must not hide the others; `status` and `verify` name it.
            Err(_) => {
                self.index.remove(row.id.as_bytes());
                self.damaged.insert(row.id);
            }
        }
    }
}

fn build(db: &Connection, keys: &Keys, embedder: Option<&dyn Embedder>) -> Result<LiveIndex, Error> {
    let dimensions = embedder.map_or(DEFAULT_DIMENSIONS, |model| model.info().dimensions);
    let (model, by_meaning) = model_to_search(db, embedder)?;
    let mut live = LiveIndex {
        index: Index::new(dimensions),
        model,
        by_meaning,
        damaged: HashSet::new(),
        hidden_kinds: HashSet::new(),
        last_change: newest_change(db)?,
        expires_at_ms: HashMap::new(),
    };
    let mut by_memory: HashMap<[u8; 16], Vec<Vec<f32>>> = HashMap::new();
    if let Some(model) = model {
        vectors::for_each(db, model, |memory, vector| by_memory.entry(memory).or_default().push(vector))?;
    }
    for row in records::memory_rows(db)? {
        let vectors = by_memory.remove(row.id.as_bytes()).unwrap_or_default();
        live.place(db, keys, &row, vectors);
    }
    Ok(live)
}

fn follow(
    db: &Connection,
    keys: &Keys,
    embedder: Option<&dyn Embedder>,
    mut live: LiveIndex,
) -> Result<LiveIndex, Error> {
    // A change of model leaves nothing of the old index: its vectors are of another kind.
    let (model, by_meaning) = model_to_search(db, embedder)?;
    // In a vault that had no vectors yet, the first ones come as changes.
    let had_none_to_miss = live.model.is_none() && live.by_meaning;
    if live.model != model && !had_none_to_miss {
        drop(live);
        return build(db, keys, embedder);
    }
    (live.model, live.by_meaning) = (model, by_meaning);
    let newest = newest_change(db)?;
    if newest == live.last_change {
        return Ok(live);
    }
    let changed: Vec<[u8; 16]> = db
        .prepare_cached("SELECT DISTINCT memory FROM change WHERE sequence > ?1")?
        .query_map([live.last_change], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for id in changed.into_iter().map(RecordId::from_bytes) {
        live.expires_at_ms.remove(&id);
        match records::memory_row(db, &id)? {
            Some(row) => {
                let vectors = match model {
                    Some(model) => vectors::of_memory(db, model, id.as_bytes())?,
                    None => Vec::new(),
                };
                live.place(db, keys, &row, vectors);
            }
            None => {
                live.index.remove(id.as_bytes());
                live.damaged.remove(&id);
            }
        }
    }
    live.last_change = newest;
    Ok(live)
}

/// The model whose vectors can be searched, and whether a question can be put to them.
fn model_to_search(
    db: &Connection,
    embedder: Option<&dyn Embedder>,
) -> Result<(Option<ModelNumber>, bool), Error> {
    let Some(embedder) = embedder else { return Ok((None, false)) };
    Ok(match models::fit(db, embedder.info())? {
        Fit::Current(number) => (Some(number), true),
        Fit::Free => (None, true),
        Fit::Other => (None, false),
    })
}

fn newest_change(db: &Connection) -> Result<i64, Error> {
    Ok(db.prepare_cached("SELECT coalesce(max(sequence), 0) FROM change")?.query_row([], |row| row.get(0))?)
}

fn tokens(payload: &Payload) -> Vec<Token> {
    payload
        .placeholders
        .iter()
        .flat_map(|hidden| &hidden.tokens)
        .filter_map(|text| token_of_text(text))
        .collect()
}

fn document(row: &MemoryRow, payload: &Payload, vectors: Vec<Vec<f32>>) -> Document {
    Document {
        id: *row.id.as_bytes(),
        content: payload.content.clone(),
        kind: payload.kind.name().to_owned(),
        topics: payload.topics.clone(),
        source: payload.source.clone(),
        thread: payload.thread.clone(),
        created_at_ms: row.created_at_ms,
        sequence: row.sequence,
        tokens: tokens(payload),
        vectors,
    }
}
