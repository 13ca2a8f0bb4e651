//! Fills the search index at unlocking: from sealed segments where there are any, from sealed versions where not. One thread
//! reads the database and opens what it reads, another one takes it into the index: each has about half of the work. Must not
//! write.

use std::collections::{HashMap, HashSet};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use keepsake_recall::SEGMENT_FORMAT;
use keepsake_seal::{Keys, RecordId};
use rusqlite::Connection;
use zeroize::Zeroizing;

use crate::index::LiveIndex;
use crate::memory::IndexedPayload;
use crate::store::records::{self, MemoryRow, SealedVersion};
use crate::store::segments::{self, Listed};
use crate::store::vectors::{self, ModelNumber};
use crate::{Code, Error};

/// Memories that are read from their versions at once.
const VERSIONS_AT_ONCE: usize = 256;
/// From so many on, whole tables are read instead of single rows; looking up 100,000 rows takes several times as long.
const MANY: usize = 4096;
/// Batches that wait to be taken in: enough that neither thread waits for long, few enough that little memory is held.
const BATCHES_AHEAD: usize = 4;

/// A piece of what is still to be read. The rows are as the database had them when the plan was made.
pub(crate) enum Part {
    /// A segment and the memories that should be in it, in capture order.
    Segment(i64, Vec<MemoryRow>),
    /// Memories that are in none.
    Versions(Vec<MemoryRow>),
}

impl Part {
    pub(crate) fn memories(&self) -> &[MemoryRow] {
        match self {
            Part::Segment(_, memories) | Part::Versions(memories) => memories,
        }
    }
}

/// What was read and opened and is to be taken in.
enum Batch {
    Segment(OpenedSegment, Vec<MemoryRow>),
    /// Without a payload: it did not open.
    Versions(Vec<(MemoryRow, Option<IndexedPayload>, Vec<Vec<f32>>)>),
    /// More vectors of memories that are in.
    Vectors(Vec<(RecordId, Vec<f32>)>),
}

/// A segment that was there, and its bytes if it opened.
struct OpenedSegment {
    number: i64,
    plain: Option<Zeroizing<Vec<u8>>>,
}

/// Memories whose segment was of no use: they must be read from their versions.
type Left = Vec<MemoryRow>;

/// What reading needs.
pub(crate) struct Reading<'v> {
    pub(crate) db: &'v Connection,
    pub(crate) keys: &'v Keys,
    /// The model that is searched with; without one, any model's vectors do, as no question has any.
    pub(crate) model: Option<&'v str>,
    /// The same model's number, if it has vectors here.
    pub(crate) number: Option<ModelNumber>,
    /// Whether a question can be put to that model's vectors.
    pub(crate) by_meaning: bool,
}

impl Reading<'_> {
    /// What there is to read, the newest memories last.
    pub(crate) fn plan(&self) -> Result<Vec<Part>, Error> {
        let listed = segments::list(self.db)?;
        let (mut in_segments, mut outside) = (HashMap::<i64, Vec<MemoryRow>>::new(), Vec::new());
        for (row, segment) in records::memory_rows_in_segments(self.db)? {
            match segment.filter(|number| listed.get(number).is_some_and(|listed| self.reads(listed))) {
                Some(number) => in_segments.entry(number).or_default().push(row),
                None => outside.push(row),
            }
        }
        let mut parts: Vec<Part> =
            in_segments.into_iter().map(|(number, memories)| Part::Segment(number, memories)).collect();
        parts.extend(outside.chunks(VERSIONS_AT_ONCE).map(|memories| Part::Versions(memories.to_vec())));
        parts.sort_by_key(|part| part.memories().last().map(|row| row.sequence));
        Ok(parts)
    }

    /// Whether a segment is one that this program and its model can use.
    pub(crate) fn reads(&self, listed: &Listed) -> bool {
        listed.format == i64::from(SEGMENT_FORMAT) && self.model.is_none_or(|model| model == listed.model)
    }

    /// Reads the newest part that is left, if any.
    pub(crate) fn next_part(&self, live: &mut LiveIndex) -> Result<(), Error> {
        let Some(part) = live.parts.pop() else { return Ok(()) };
        let settled = &live.settled;
        let (segment, mut memories) = self.read_part(part, settled)?;
        if let Some(segment) = segment {
            memories = take(self.model, live, Batch::Segment(segment, memories));
        }
        for memories in memories.chunks(VERSIONS_AT_ONCE) {
            let versions = self.versions(memories)?;
            take(self.model, live, versions);
        }
        if live.parts.is_empty() {
            live.settled.clear();
        }
        Ok(())
    }

    /// Reads all that is left.
    pub(crate) fn everything(&self, live: &mut LiveIndex) -> Result<(), Error> {
        let left: usize = live.parts.iter().map(|part| part.memories().len()).sum();
        if left < MANY {
            while !live.parts.is_empty() {
                self.next_part(live)?;
            }
            return Ok(());
        }
        let (parts, settled) = (std::mem::take(&mut live.parts), std::mem::take(&mut live.settled));
        let mut outside = Vec::new();
        let left = self.with_another_thread(live, |batches| {
            for part in parts.into_iter().rev() {
                let (segment, memories) = self.read_part(part, &settled)?;
                match segment {
                    Some(segment) => send(batches, Batch::Segment(segment, memories))?,
                    None => outside.extend(memories),
                }
            }
            Ok(())
        })?;
        outside.extend(left);
        self.with_another_thread(live, |batches| {
            if outside.len() < MANY {
                return outside
                    .chunks(VERSIONS_AT_ONCE)
                    .try_for_each(|memories| send(batches, self.versions(memories)?));
            }
            self.many_versions(outside, batches)
        })?;
        Ok(())
    }

    /// A part's segment, if there is one, and the part's memories that still are as planned.
    fn read_part(
        &self,
        part: Part,
        settled: &HashSet<RecordId>,
    ) -> Result<(Option<OpenedSegment>, Vec<MemoryRow>), Error> {
        match part {
            Part::Segment(number, memories) if memories.iter().all(|row| !settled.contains(&row.id)) => {
                let sealed = segments::read(self.db, number)?;
                Ok((sealed.map(|sealed| OpenedSegment { number, plain: sealed.open(self.keys) }), memories))
            }
            Part::Segment(_, mut memories) | Part::Versions(mut memories) => {
                memories.retain(|row| !settled.contains(&row.id));
                Ok((None, memories))
            }
        }
    }

    /// A few memories, row by row.
    fn versions(&self, memories: &[MemoryRow]) -> Result<Batch, Error> {
        let versions = memories.iter().map(|row| {
            let sealed = records::sealed_version(self.db, &row.id, &row.version)?;
            let vectors = match self.number {
                Some(model) => vectors::of_memory(self.db, model, row.id.as_bytes())?,
                None => Vec::new(),
            };
            Ok((*row, sealed.and_then(|sealed| self.payload(row, &sealed)), vectors))
        });
        Ok(Batch::Versions(versions.collect::<Result<_, Error>>()?))
    }

    /// Many memories: first every version, then every vector, as each lies in one piece on the disk.
    fn many_versions(&self, memories: Vec<MemoryRow>, batches: &SyncSender<Batch>) -> Result<(), Error> {
        let ids: HashSet<[u8; 16]> = memories.iter().map(|row| *row.id.as_bytes()).collect();
        let mut versions = Vec::with_capacity(VERSIONS_AT_ONCE);
        let without = records::for_each_current(self.db, memories, |row, sealed| {
            versions.push((row, self.payload(&row, &sealed), Vec::new()));
            if versions.len() == VERSIONS_AT_ONCE {
                let full = std::mem::replace(&mut versions, Vec::with_capacity(VERSIONS_AT_ONCE));
                send(batches, Batch::Versions(full))?;
            }
            Ok(())
        })?;
        versions.extend(without.into_iter().map(|row| (row, None, Vec::new())));
        send(batches, Batch::Versions(versions))?;
        let Some(model) = self.number else { return Ok(()) };
        let mut vectors = Vec::with_capacity(VERSIONS_AT_ONCE);
        vectors::for_each(self.db, model, &ids, |memory, vector| {
            vectors.push((RecordId::from_bytes(memory), vector));
            if vectors.len() == VERSIONS_AT_ONCE {
                let full = std::mem::replace(&mut vectors, Vec::with_capacity(VERSIONS_AT_ONCE));
                send(batches, Batch::Vectors(full))?;
            }
            Ok(())
        })?;
        send(batches, Batch::Vectors(vectors))
    }

    /// What the index needs of a version, if it opens.
    pub(crate) fn payload(&self, row: &MemoryRow, sealed: &SealedVersion) -> Option<IndexedPayload> {
        sealed.open_for_index(self.keys, &row.id).ok()
    }

    /// Runs `read` here while another thread takes in what it sends.
    fn with_another_thread(
        &self,
        live: &mut LiveIndex,
        read: impl FnOnce(&SyncSender<Batch>) -> Result<(), Error>,
    ) -> Result<Left, Error> {
        let model = self.model;
        thread::scope(|scope| {
            let (sender, batches) = sync_channel(BATCHES_AHEAD);
            let taking = move || {
                let mut left = Left::new();
                for batch in batches {
                    left.extend(take(model, live, batch));
                }
                left
            };
            let taking = thread::Builder::new().spawn_scoped(scope, taking).map_err(|_| stopped())?;
            let read = read(&sender);
            drop(sender);
            let left = taking.join().map_err(|_| stopped())?;
            read.map(|()| left)
        })
    }
}

/// Puts what was read into the index.
fn take(model: Option<&str>, live: &mut LiveIndex, batch: Batch) -> Left {
    match batch {
        Batch::Segment(segment, memories) => {
            if segment.plain.is_some_and(|plain| live.restore(model, &plain, &memories)) {
                return Left::new();
            }
            live.useless_segments.push(segment.number);
            return memories;
        }
        Batch::Versions(versions) => {
            for (row, payload, vectors) in versions {
                live.place(&row, payload, vectors);
            }
        }
        Batch::Vectors(vectors) => {
            for (memory, vector) in vectors {
                live.index.add_vector(memory.as_bytes(), &vector);
            }
        }
    }
    Left::new()
}

fn send(batches: &SyncSender<Batch>, batch: Batch) -> Result<(), Error> {
    batches.send(batch).map_err(|_| stopped())
}

fn stopped() -> Error {
    Error::new(Code::Failed, "the search index could not be filled", "try again")
}
