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
    let Some(seen) = last(db)? else { return Ok(Now { at_ms: now_ms, unexplained_ms: None }) };
    let step_ms = now_ms - seen.at_ms;
    let explained = step_ms <= JUMP_MS
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
