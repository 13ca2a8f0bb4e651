//! What the vault has seen of the clock: time never runs backwards in it, and a clock that jumps on hides what has expired and
//! destroys nothing until the person has confirmed it. Must not know what expires.

use rusqlite::{Connection, OptionalExtension, params};

use crate::Error;
use crate::clock::Clock;

/// A step of more than this between two looks needs an explanation.
const JUMP_MS: i64 = 24 * 60 * 60 * 1000;
/// How far the clock and the time that the computer has been running may drift apart.
const DRIFT_MS: i64 = 60 * 60 * 1000;
/// Looking is noted at most this often.
const NOTE_EVERY_MS: i64 = 60 * 1000;

/// The time that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Now {
    /// Never before a time that was seen.
    pub(crate) at_ms: i64,
    /// How far the clock has moved on without an explanation; then nothing may be destroyed by its word.
    pub(crate) unexplained_ms: Option<i64>,
}

struct Seen {
    at_ms: i64,
    boot: Option<String>,
    running_ms: Option<i64>,
}

/// Looks at the clock.
pub(crate) fn now(db: &Connection, clock: &dyn Clock) -> Result<Now, Error> {
    let now_ms = clock.now_ms();
    let Some(seen) = last(db)? else {
        // Nothing to compare it with: nothing may be destroyed by it.
        return Ok(Now { at_ms: now_ms, unexplained_ms: Some(0) });
    };
    let step_ms = now_ms - seen.at_ms;
    let explained = (-DRIFT_MS..=JUMP_MS).contains(&step_ms)
        || match (clock.running(), &seen.boot, seen.running_ms) {
            (Some((boot, running_ms)), Some(seen_boot), Some(seen_ms)) => {
                boot == *seen_boot && (running_ms - seen_ms - step_ms).abs() <= DRIFT_MS
            }
            _ => false,
        };
    Ok(Now { at_ms: now_ms.max(seen.at_ms), unexplained_ms: (!explained).then_some(step_ms) })
}

/// Notes that this time was seen, unless the last note is fresh; after a jump only the person's word does.
pub(crate) fn note(db: &Connection, clock: &dyn Clock) -> Result<(), Error> {
    let now_ms = clock.now_ms();
    let seen = last(db)?;
    let is_fresh = seen.as_ref().is_some_and(|seen| now_ms - seen.at_ms < NOTE_EVERY_MS);
    if is_fresh || now(db, clock)?.unexplained_ms.is_some() {
        return Ok(());
    }
    confirm(db, clock)
}

/// Notes this time, whatever was seen before, unless the last note is fresh: only where nothing goes by the clock.
pub(crate) fn note_any(db: &Connection, clock: &dyn Clock) -> Result<(), Error> {
    let is_fresh = last(db)?.is_some_and(|seen| (clock.now_ms() - seen.at_ms).abs() < NOTE_EVERY_MS);
    if is_fresh { Ok(()) } else { confirm(db, clock) }
}

/// From now on something goes by the clock. If nothing did before, no time that was seen counts for anything: it begins now.
pub(crate) fn begin(db: &Connection, clock: &dyn Clock) -> Result<(), Error> {
    if is_needed(db)? { note(db, clock) } else { confirm(db, clock) }
}

/// Whether anything goes by the clock: a memory with a date to go, or an order to erase.
pub(crate) fn is_needed(db: &Connection) -> Result<bool, Error> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM memory WHERE expires_at_ms IS NOT NULL) OR EXISTS (SELECT 1 FROM erase_order)",
        )?
        .query_row([], |row| row.get(0))?)
}

/// Takes over the time that another database has seen.
pub(crate) fn carry(from: &Connection, to: &Connection) -> Result<(), Error> {
    if let Some(Seen { at_ms, boot, running_ms }) = last(from)? {
        to.execute(
            "INSERT INTO time_seen (only_row, at_ms, boot, running_ms) VALUES (1, ?1, ?2, ?3)
             ON CONFLICT (only_row) DO UPDATE SET at_ms = ?1, boot = ?2, running_ms = ?3",
            params![at_ms, boot, running_ms],
        )?;
    }
    Ok(())
}

/// A database from before times were noted begins with the last one that its trail knows.
pub(crate) fn begin_with_trail(db: &Connection) -> Result<(), Error> {
    if last(db)?.is_none() {
        db.execute(
            "INSERT INTO time_seen (only_row, at_ms) SELECT 1, max(at_ms) FROM audit HAVING max(at_ms) IS NOT NULL",
            [],
        )?;
    }
    Ok(())
}

/// The person says that the clock is right.
pub(crate) fn confirm(db: &Connection, clock: &dyn Clock) -> Result<(), Error> {
    let (boot, running_ms) = clock.running().unzip();
    db.execute(
        "INSERT INTO time_seen (only_row, at_ms, boot, running_ms) VALUES (1, ?1, ?2, ?3)
         ON CONFLICT (only_row) DO UPDATE SET at_ms = ?1, boot = ?2, running_ms = ?3",
        params![clock.now_ms(), boot, running_ms],
    )?;
    Ok(())
}

fn last(db: &Connection) -> Result<Option<Seen>, Error> {
    let row = db
        .prepare_cached("SELECT at_ms, boot, running_ms FROM time_seen")?
        .query_row([], |row| Ok(Seen { at_ms: row.get(0)?, boot: row.get(1)?, running_ms: row.get(2)? }))
        .optional()?;
    Ok(row)
}
