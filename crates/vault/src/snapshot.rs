//! Writes the search index into the vault, sealed, in segments, so that unlocking need not build it anew. Must not write a segment
//! that the database has moved on from.

use std::time::Duration;

use keepsake_recall::{Mark, SEGMENT_FORMAT};
use rusqlite::TransactionBehavior;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::index::newest_change;
use crate::models::fitting;
use crate::open::Vault;
use crate::store::connection::BUSY_WAIT;
use crate::store::records::{self, MemoryRow};
use crate::store::segments::{self, Listed};
use crate::{Code, Error};

/// Memories in a segment: the more, the fewer words are written twice; the fewer, the less a forget has to overwrite.
pub(crate) const MEMORIES_IN_A_SEGMENT: usize = 1024;
/// Fewer than this are not worth a segment: they are read from their versions in some milliseconds.
const FEWEST_IN_A_SEGMENT: usize = 512;
/// A vault with fewer memories is read in a blink anyway.
const FEWEST_IN_A_VAULT: usize = 4096;

/// From how many memories on what is written.
#[derive(Clone, Copy)]
pub(crate) struct Sizes {
    pub(crate) most_in_a_segment: usize,
    pub(crate) fewest_in_a_segment: usize,
    pub(crate) fewest_in_a_vault: usize,
}

impl Sizes {
    const USUAL: Sizes = Sizes {
        most_in_a_segment: MEMORIES_IN_A_SEGMENT,
        fewest_in_a_segment: FEWEST_IN_A_SEGMENT,
        fewest_in_a_vault: FEWEST_IN_A_VAULT,
    };
}

/// What stands before the index's own bytes in a segment.
#[derive(Serialize, Deserialize)]
pub(crate) struct Head {
    /// Whose vectors they are.
    pub(crate) model: String,
    /// The kinds that have tokens: of these a question's values are looked for.
    pub(crate) hidden_kinds: Vec<String>,
}

/// Head and index bytes, the head after its length as a little-endian u32.
fn joined(head: &Head, bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let head = serde_json::to_vec(head).ok()?;
    let mut plain = Zeroizing::new(Vec::with_capacity(4 + head.len() + bytes.len()));
    plain.extend_from_slice(&u32::try_from(head.len()).ok()?.to_le_bytes());
    plain.extend_from_slice(&head);
    plain.extend_from_slice(bytes);
    Some(plain)
}

/// What [`joined`] put together.
pub(crate) fn parted(plain: &[u8]) -> Option<(Head, &[u8])> {
    let (length, rest) = plain.split_first_chunk()?;
    let (head, bytes) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    Some((serde_json::from_slice(head).ok()?, bytes))
}

impl Vault {
    /// Writes up to `limit` segments of the search index for memories that are in none, a transaction each, and says how many.
    /// None for a small vault, while few memories are in none, without a model, or when another program is writing or the disk is
    /// full: the next unlocking then takes longer, and nothing else.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn write_snapshot(&mut self, limit: usize) -> Result<usize, Error> {
        self.write_segments(limit, Sizes::USUAL)
    }

    pub(crate) fn write_segments(&mut self, limit: usize, sizes: Sizes) -> Result<usize, Error> {
        // A segment holds vectors of the vault's own model, or nothing.
        if fitting(&self.db, &self.surroundings).is_none() {
            return Ok(0);
        }
        self.index()?;
        let worth_it = |live: &crate::index::LiveIndex| {
            live.outside >= sizes.fewest_in_a_segment && live.index.len() >= sizes.fewest_in_a_vault
        };
        if limit == 0 || !self.live.as_ref().is_some_and(worth_it) {
            return Ok(0);
        }
        // Nobody should wait for this.
        self.db.busy_timeout(Duration::ZERO)?;
        let written = self.write_outside(limit, sizes);
        self.db.busy_timeout(BUSY_WAIT)?;
        written
    }

    pub(crate) fn write_outside(&mut self, limit: usize, sizes: Sizes) -> Result<usize, Error> {
        let Vault { db, keys, surroundings, live, unreadable_for_model, .. } = self;
        let (Some(live), Some(embedder)) = (live, &surroundings.embedder) else { return Ok(0) };
        let model = embedder.info().id.clone();
        let mut listed = segments::list(db)?;
        let useless = |number: &i64, listed: &Listed| {
            listed.model != model
                || listed.format != i64::from(SEGMENT_FORMAT)
                || live.useless_segments.contains(number)
        };
        for (number, _) in listed.extract_if(|number, listed| useless(number, listed)) {
            match segments::remove(db, number) {
                Err(error) if may_wait(&error) => return Ok(0),
                outcome => outcome?,
            }
        }
        live.useless_segments.clear();
        let outside: Vec<MemoryRow> = records::memory_rows_in_segments(db)?
            .into_iter()
            .filter(|(_, segment)| segment.is_none_or(|number| !listed.contains_key(&number)))
            .map(|(row, _)| row)
            // What goes by itself is in no segment, so that its going has nothing to take along.
            .filter(|row| row.expires_at_ms.is_none() && live.index.contains(row.id.as_bytes()))
            .filter(|row| {
                live.index.has_vector(row.id.as_bytes()) || unreadable_for_model.contains(row.id.as_bytes())
            })
            .collect();
        let mut hidden_kinds: Vec<String> = live.hidden_kinds.iter().cloned().collect();
        hidden_kinds.sort_unstable();
        let head = Head { model: model.clone(), hidden_kinds };
        let (mut written, mut left) = (0, outside.len());
        for memories in outside.chunks(sizes.most_in_a_segment).take(limit) {
            if memories.len() < sizes.fewest_in_a_segment {
                break;
            }
            let marks: Vec<([u8; 16], Mark)> =
                memories.iter().map(|row| (*row.id.as_bytes(), *row.version.as_bytes())).collect();
            let Some(bytes) = live.index.write_segment(&marks) else { break };
            let Some(plain) = joined(&head, &bytes) else { break };
            let listed =
                Listed { model: model.clone(), format: i64::from(SEGMENT_FORMAT), memories: memories.len() };
            let written_now = (|| -> Result<bool, Error> {
                let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
                let entropy = surroundings.entropy.as_mut();
                // What was written since the index last looked may be about one of these memories.
                let as_it_was = newest_change(&transaction)? == live.last_change
                    && segments::insert(&transaction, keys, entropy, memories, &listed, &plain)?;
                if as_it_was {
                    transaction.commit()?;
                }
                Ok(as_it_was)
            })();
            match written_now {
                Ok(true) => (written, left) = (written + 1, left - memories.len()),
                Ok(false) => break,
                Err(error) if may_wait(&error) => break,
                Err(error) => return Err(error),
            }
        }
        live.outside = left;
        Ok(written)
    }
}

/// Whether another time will do.
fn may_wait(error: &Error) -> bool {
    matches!(error.code, Code::Busy | Code::DiskFull)
}
