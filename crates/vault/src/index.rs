//! Keeps the search index in memory true to the database, whoever wrote to it. Must not write.

use std::collections::{HashMap, HashSet};

use keepsake_embed::Embedder;
use keepsake_recall::{Document, Index, Segment, Token};
use keepsake_seal::RecordId;
use rusqlite::Connection;

use crate::Error;
use crate::content::token_of_text;
use crate::loading::{Part, Reading};
use crate::memory::{IndexedPayload, Placeholder};
use crate::open::Vault;
use crate::replace;
use crate::snapshot::{self, MEMORIES_IN_A_SEGMENT};
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
    pub(crate) last_change: i64,
    /// What is still to be read, the newest memories last.
    pub(crate) parts: Vec<Part>,
    /// Memories that changed while there are such parts: what the parts say of them no longer holds.
    pub(crate) settled: HashSet<RecordId>,
    /// About how many memories are in no segment.
    pub(crate) outside: usize,
    /// Segments that did not open or were not what they should be.
    pub(crate) useless_segments: Vec<i64>,
    expires_at_ms: HashMap<RecordId, i64>,
}

/// How much of the vault must be in the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// Every memory.
    Whole,
    /// What was read before, and so many more parts, newest first.
    Further(usize),
}

/// How many memories the index has read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loaded {
    /// Those that are read; of the rest nothing is found yet. The newest are read first.
    pub done: usize,
    /// All.
    pub total: usize,
}

impl Loaded {
    /// Whether every memory is read.
    pub fn is_whole(&self) -> bool {
        self.done >= self.total
    }
}

impl Vault {
    /// The index as of this moment: read at first use, then brought up to date with every process's writes.
    pub(crate) fn index(&mut self) -> Result<&Index, Error> {
        Ok(&self.index_of(Extent::Whole)?.index)
    }

    pub(crate) fn index_of(&mut self, extent: Extent) -> Result<&LiveIndex, Error> {
        let now_ms = self.effective_ms();
        let Vault { db, keys, surroundings, live, .. } = self;
        let embedder = surroundings.embedder.as_deref();
        // One read transaction, so that another process's write is seen whole or not at all.
        let snapshot = db.unchecked_transaction()?;
        let (number, by_meaning) = model_to_search(&snapshot, embedder)?;
        let model = embedder.map(|embedder| embedder.info().id.as_str());
        let reading = Reading { db: &snapshot, keys, model, number, by_meaning };
        let mut followed = match live.take() {
            Some(followed) => follow(&reading, embedder, followed)?,
            None => LiveIndex::new(&reading, embedder)?,
        };
        let parts_before = followed.parts.len();
        match extent {
            Extent::Whole => reading.everything(&mut followed)?,
            Extent::Further(parts) => (0..parts).try_for_each(|_| reading.next_part(&mut followed))?,
        }
        // Segments know nothing of links: what was just read is told of them.
        if followed.parts.len() != parts_before {
            replace::tell_all(&snapshot, &mut followed.index)?;
        }
        drop(snapshot);
        let followed = live.insert(followed);
        followed.drop_expired(now_ms);
        Ok(followed)
    }

    /// Reads `steps` parts of a few hundred memories into the index, newest first, and says how far it is. A program that has time
    /// between them can answer from what is read ([`Vault::search_so_far`]); all else reads the rest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load_some(&mut self, steps: usize) -> Result<Loaded, Error> {
        Ok(self.index_of(Extent::Further(steps))?.loaded())
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
    /// An index that holds nothing yet, and the plan for filling it.
    fn new(reading: &Reading<'_>, embedder: Option<&dyn Embedder>) -> Result<LiveIndex, Error> {
        let dimensions = embedder.map_or(DEFAULT_DIMENSIONS, |model| model.info().dimensions);
        Ok(LiveIndex {
            index: Index::new(dimensions),
            model: reading.number,
            by_meaning: reading.by_meaning,
            damaged: HashSet::new(),
            hidden_kinds: HashSet::new(),
            last_change: newest_change(reading.db)?,
            parts: reading.plan()?,
            settled: HashSet::new(),
            outside: 0,
            useless_segments: Vec::new(),
            expires_at_ms: HashMap::new(),
        })
    }

    /// How far the reading is.
    pub(crate) fn loaded(&self) -> Loaded {
        let left: usize = self.parts.iter().map(|part| part.memories().len()).sum();
        Loaded { done: self.index.len(), total: self.index.len() + left }
    }

    /// Expired memories are never answered, even before they are swept.
    fn drop_expired(&mut self, now_ms: i64) {
        let expired: Vec<RecordId> =
            self.expires_at_ms.iter().filter(|(_, at_ms)| **at_ms <= now_ms).map(|(id, _)| *id).collect();
        for id in expired {
            self.index.remove(id.as_bytes());
            self.expires_at_ms.remove(&id);
        }
    }

    /// Puts a memory in; without a payload, as its version did not open, it counts as damaged.
    pub(crate) fn place(&mut self, row: &MemoryRow, payload: Option<IndexedPayload>, vectors: Vec<Vec<f32>>) {
        self.outside += if self.index.contains(row.id.as_bytes()) { MEMORIES_IN_A_SEGMENT } else { 1 };
        match payload {
            Some(payload) => {
                for kind in payload.placeholders.iter().filter(|hidden| !hidden.tokens.is_empty()) {
                    if !self.hidden_kinds.contains(&kind.kind) {
                        self.hidden_kinds.insert(kind.kind.clone());
                    }
                }
                self.index.upsert(document(row, payload, vectors));
                self.damaged.remove(&row.id);
                if let Some(at_ms) = row.expires_at_ms {
                    self.expires_at_ms.insert(row.id, at_ms);
                }
            }
            // One damaged record must not hide the others; `status` and `verify` name it.
            None => {
                self.index.remove(row.id.as_bytes());
                self.damaged.insert(row.id);
            }
        }
    }

    /// Puts a segment's memories in; false if it is not what it should be: then none of them is in.
    pub(crate) fn restore(&mut self, model: Option<&str>, plain: &[u8], memories: &[MemoryRow]) -> bool {
        let Some((head, bytes)) = snapshot::parted(plain) else { return false };
        if model.is_some_and(|model| model != head.model) {
            return false;
        }
        let Ok(segment) = Segment::read(bytes) else { return false };
        let as_now = |((id, mark), row): ((&[u8; 16], &[u8; 16]), &MemoryRow)| {
            id == row.id.as_bytes() && mark == row.version.as_bytes()
        };
        let all_as_now =
            segment.memories().len() == memories.len() && segment.memories().zip(memories).all(as_now);
        if !all_as_now || self.index.take_in(&segment).is_err() {
            return false;
        }
        self.hidden_kinds.extend(head.hidden_kinds);
        let expiring = memories.iter().filter_map(|row| Some((row.id, row.expires_at_ms?)));
        self.expires_at_ms.extend(expiring);
        true
    }

    fn forget(&mut self, id: &RecordId) {
        if self.index.remove(id.as_bytes()) {
            self.outside += MEMORIES_IN_A_SEGMENT;
        }
        self.damaged.remove(id);
    }
}

fn follow(
    reading: &Reading<'_>,
    embedder: Option<&dyn Embedder>,
    mut live: LiveIndex,
) -> Result<LiveIndex, Error> {
    let Reading { db, number, .. } = reading;
    // In a vault that had no vectors yet, the first ones come as changes. Any other change of model leaves nothing of the
    // old index: its vectors are of another kind.
    let had_none_to_miss = live.model.is_none() && live.by_meaning;
    if live.model != *number && !had_none_to_miss {
        drop(live);
        return LiveIndex::new(reading, embedder);
    }
    (live.model, live.by_meaning) = (*number, reading.by_meaning);
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
        if !live.parts.is_empty() {
            live.settled.insert(id);
        }
        match records::memory_row(db, &id)? {
            Some(row) => {
                let sealed = records::sealed_version(db, &row.id, &row.version)?;
                let vectors = match number {
                    Some(model) => vectors::of_memory(db, *model, id.as_bytes())?,
                    None => Vec::new(),
                };
                let payload = sealed.and_then(|sealed| reading.payload(&row, &sealed));
                live.place(&row, payload, vectors);
                replace::tell(db, &mut live.index, &id)?;
            }
            None => live.forget(&id),
        }
    }
    live.last_change = newest;
    Ok(live)
}

/// The model whose vectors can be searched, and whether a question can be put to them.
pub(crate) fn model_to_search(
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

pub(crate) fn newest_change(db: &Connection) -> Result<i64, Error> {
    Ok(db.prepare_cached("SELECT coalesce(max(sequence), 0) FROM change")?.query_row([], |row| row.get(0))?)
}

fn tokens(placeholders: &[Placeholder]) -> Vec<Token> {
    placeholders.iter().flat_map(|hidden| &hidden.tokens).filter_map(|text| token_of_text(text)).collect()
}

fn document(row: &MemoryRow, mut payload: IndexedPayload, vectors: Vec<Vec<f32>>) -> Document {
    Document {
        id: *row.id.as_bytes(),
        content: std::mem::take(&mut payload.content),
        kind: payload.kind.name().to_owned(),
        topics: std::mem::take(&mut payload.topics),
        source: payload.source.take(),
        thread: payload.thread.take(),
        created_at_ms: row.created_at_ms,
        sequence: row.sequence,
        tokens: tokens(&payload.placeholders),
        vectors,
    }
}
