//! Which memory has taken the place of which. The older one is kept and linked, and found below the newer one; must not drop
//! any.

use keepsake_embed::WindowVector;
use keepsake_recall::{Index, Relation, relation};
use keepsake_seal::{Keys, RecordId};
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};

use crate::audit::{self, Action, Entry};
use crate::clock::format_time;
use crate::index::Extent;
use crate::memory::MemoryView;
use crate::open::Vault;
use crate::remember::embed;
use crate::store::records;
use crate::{Code, Error};

/// Memories by meaning that a new text is compared with.
const COMPARED: usize = 12;
/// The most that are offered for one text.
const OFFERED: usize = 3;

/// What to do with a capture that contradicts or updates an older memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnConflict {
    /// Nothing: both hold.
    #[default]
    KeepBoth,
    /// The newer one takes the older one's place.
    LatestWins,
}

/// A kept memory that a text repeats or may replace.
#[derive(Clone)]
pub struct Similar {
    /// The memory.
    pub memory: MemoryView,
    /// What the text would be to it.
    pub relation: Relation,
}

impl Vault {
    /// The kept memories that say the same as `text` or that it may replace, at most three, what says the same first.
    /// `except` is left out: the memory that is being edited. None without a model.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn similar(&mut self, text: &str, except: Option<&RecordId>) -> Result<Vec<Similar>, Error> {
        let windows = embed(&self.db, &self.surroundings, text);
        match windows.and_then(|windows| windows.into_iter().next()) {
            Some(window) => self.similar_to(text, &window.vector, except),
            None => Ok(Vec::new()),
        }
    }

    pub(crate) fn similar_to(
        &mut self,
        text: &str,
        vector: &[f32],
        except: Option<&RecordId>,
    ) -> Result<Vec<Similar>, Error> {
        let live = self.index_of(Extent::Whole)?;
        // Another program may have changed the model since the text was embedded.
        if !live.by_meaning {
            return Ok(Vec::new());
        }
        let near = live.index.nearest(vector, COMPARED);
        let mut similar = Vec::new();
        for near in near {
            let id = RecordId::from_bytes(near.id);
            if except == Some(&id) {
                continue;
            }
            let Ok(memory) = self.show_current(&id) else { continue };
            // What was replaced already is no longer what a new text is held against.
            if memory.replaced_by.is_some() {
                continue;
            }
            if let Some(relation) = relation(&memory.content, text, near.cosine) {
                similar.push(Similar { memory, relation });
            }
        }
        similar.sort_by_key(|similar| similar.relation != Relation::SaysTheSame);
        similar.truncate(OFFERED);
        Ok(similar)
    }

    /// The memories that a text of this age (date and capture sequence) may replace: older ones alone.
    pub(crate) fn conflicting(
        &mut self,
        text: &str,
        windows: &[WindowVector],
        age: (i64, i64),
    ) -> Result<Vec<RecordId>, Error> {
        let Some(window) = windows.first() else { return Ok(Vec::new()) };
        let mut conflicting = Vec::new();
        for similar in self.similar_to(text, &window.vector, None)? {
            let id: RecordId = similar.memory.id.parse().map_err(|_| Error::not_found())?;
            let row = records::memory_row(&self.db, &id)?;
            let is_older = row.is_some_and(|row| (row.created_at_ms, row.sequence) < age);
            if is_older && similar.relation == Relation::MayReplace {
                conflicting.push(id);
            }
        }
        Ok(conflicting)
    }

    /// Links what was just kept to what it replaces; `kept` are ids with the windows of their texts.
    pub(crate) fn let_latest_win(&mut self, kept: &[(RecordId, Vec<WindowVector>)]) -> Result<usize, Error> {
        let mut links = Vec::new();
        for (id, windows) in kept {
            let Some(row) = records::memory_row(&self.db, id)? else { continue };
            let version = records::open_version(&self.db, &self.keys, id, &row.version)?;
            let age = (row.created_at_ms, row.sequence);
            let older = self.conflicting(&version.payload.content, windows, age)?;
            links.extend(older.into_iter().map(|older| (older, *id)));
        }
        let now_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Of several that may take one memory's place, the last in the list does.
        let mut replaced: Vec<RecordId> = Vec::new();
        for (older, newer) in links {
            match link(&transaction, &self.keys, &older, &newer, now_ms) {
                Ok(()) => replaced.push(older),
                // Forgotten meanwhile, or the person had said the opposite.
                Err(error) if matches!(error.code, Code::NotFound | Code::BadInput) => {}
                Err(error) => return Err(error),
            }
        }
        transaction.commit()?;
        replaced.sort_unstable();
        replaced.dedup();
        Ok(replaced.len())
    }

    /// Lets `newer` take the place of `older`, which is kept, linked and found below it.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::BadInput`] if the two are one, or if `newer` was replaced by `older` itself.
    pub fn replace(&mut self, older: &RecordId, newer: &RecordId) -> Result<(), Error> {
        self.expect_memory(older)?;
        self.expect_memory(newer)?;
        let now_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        link(&transaction, &self.keys, older, newer, now_ms)?;
        transaction.commit()?;
        self.committed();
        Ok(())
    }

    /// Undoes [`Vault::replace`]: `older` holds again beside what had replaced it.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::BadInput`] if nothing has replaced it.
    pub fn hold_both(&mut self, older: &RecordId) -> Result<(), Error> {
        self.expect_memory(older)?;
        let at_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let removed = transaction.execute("DELETE FROM replacement WHERE older = ?1", [older.as_bytes()])?;
        if removed == 0 {
            return Err(Error::new(
                Code::BadInput,
                "nothing has replaced this memory",
                "`keepsake show` says what has replaced a memory",
            ));
        }
        records::note_change(&transaction, older)?;
        let subject = Some(older.as_bytes());
        let entry =
            Entry { at_ms, action: Action::ReplacementUndone, subject, count: 1, envelope_digest: None };
        audit::append(&transaction, &self.keys, &entry)?;
        transaction.commit()?;
        self.committed();
        Ok(())
    }
}

/// Links two memories inside the caller's transaction. The newer one holds from its own date on.
pub(crate) fn link(
    db: &Connection,
    keys: &Keys,
    older: &RecordId,
    newer: &RecordId,
    now_ms: i64,
) -> Result<(), Error> {
    records::memory_row(db, older)?.ok_or_else(Error::not_found)?;
    let since_ms = records::memory_row(db, newer)?.ok_or_else(Error::not_found)?.created_at_ms;
    if in_a_ring(db, older, newer)? {
        return Err(Error::new(
            Code::BadInput,
            "these two memories would replace each other",
            "first let both hold: `keepsake replace --undo`",
        ));
    }
    db.prepare_cached("INSERT OR REPLACE INTO replacement (older, newer, since_ms) VALUES (?1, ?2, ?3)")?
        .execute(params![older.as_bytes(), newer.as_bytes(), since_ms])?;
    records::note_change(db, older)?;
    let subject = Some(older.as_bytes());
    let entry = Entry { at_ms: now_ms, action: Action::Replaced, subject, count: 1, envelope_digest: None };
    audit::append(db, keys, &entry)?;
    Ok(())
}

/// Whether `older` has taken, over however many links, the place of what has taken `newer`'s.
fn in_a_ring(db: &Connection, older: &RecordId, newer: &RecordId) -> Result<bool, Error> {
    let ring = db
        .prepare_cached(
            "WITH RECURSIVE chain (id) AS (SELECT ?1 UNION SELECT newer FROM replacement JOIN chain ON older = id)
             SELECT EXISTS (SELECT 1 FROM chain WHERE id = ?2)",
        )?
        .query_row(params![newer.as_bytes(), older.as_bytes()], |row| row.get(0))?;
    Ok(ring)
}

/// Makes a link of an export again, as it was. One that is here stays, and so does a memory whose newer one is not here.
pub(crate) fn link_back(
    db: &Connection,
    older: &RecordId,
    newer: &RecordId,
    since_ms: i64,
) -> Result<(), Error> {
    let both_here = records::memory_row(db, older)?.is_some() && records::memory_row(db, newer)?.is_some();
    if !both_here || in_a_ring(db, older, newer)? {
        return Ok(());
    }
    let made = db
        .prepare_cached("INSERT OR IGNORE INTO replacement (older, newer, since_ms) VALUES (?1, ?2, ?3)")?
        .execute(params![older.as_bytes(), newer.as_bytes(), since_ms])?;
    if made > 0 {
        records::note_change(db, older)?;
    }
    Ok(())
}

/// Takes a memory that is being forgotten out of every link. What it had replaced holds again.
pub(crate) fn unlink(db: &Connection, memory: &RecordId) -> Result<(), Error> {
    let freed: Vec<[u8; 16]> = db
        .prepare_cached("SELECT older FROM replacement WHERE newer = ?1")?
        .query_map([memory.as_bytes()], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    db.prepare_cached("DELETE FROM replacement WHERE older = ?1 OR newer = ?1")?
        .execute([memory.as_bytes()])?;
    for older in freed.into_iter().map(RecordId::from_bytes) {
        records::note_change(db, &older)?;
    }
    Ok(())
}

/// Tells the index every link.
pub(crate) fn tell_all(db: &Connection, index: &mut Index) -> Result<(), Error> {
    let mut statement = db.prepare_cached("SELECT older, newer FROM replacement")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        index.set_replaced(&row.get(0)?, Some(row.get(1)?));
    }
    Ok(())
}

/// Tells the index what has replaced one memory.
pub(crate) fn tell(db: &Connection, index: &mut Index, memory: &RecordId) -> Result<(), Error> {
    let by = db
        .prepare_cached("SELECT newer FROM replacement WHERE older = ?1")?
        .query_row([memory.as_bytes()], |row| row.get(0))
        .optional()?;
    index.set_replaced(memory.as_bytes(), by);
    Ok(())
}

/// Writes a memory's links into its view.
pub(crate) fn show_links(db: &Connection, view: &mut MemoryView, id: &RecordId) -> Result<(), Error> {
    let read = |row: &Row<'_>| Ok((RecordId::from_bytes(row.get(0)?), row.get::<_, i64>(1)?));
    let by = db
        .prepare_cached("SELECT newer, since_ms FROM replacement WHERE older = ?1")?
        .query_row([id.as_bytes()], read)
        .optional()?;
    view.replaced_by = by.as_ref().map(|(newer, _)| newer.to_string());
    view.valid_to = by.map(|(_, since_ms)| format_time(since_ms));
    let replaces: Vec<(RecordId, i64)> = db
        .prepare_cached("SELECT older, since_ms FROM replacement WHERE newer = ?1 ORDER BY since_ms, older")?
        .query_map([id.as_bytes()], read)?
        .collect::<Result<_, _>>()?;
    view.valid_from = replaces.first().map(|(_, since_ms)| format_time(*since_ms));
    view.replaces = replaces.into_iter().map(|(older, _)| older.to_string()).collect();
    Ok(())
}
