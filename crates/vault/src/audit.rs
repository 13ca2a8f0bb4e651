//! The audit trail: what happened, chained from the first entry. Metadata only: must never see content.

use keepsake_seal::Keys;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Error;
use crate::actor::Actor;
use crate::checkpoint;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    Created,
    Remembered,
    Edited,
    Forgot,
    Imported,
    Exported,
    Blocked,
    WaysInChanged,
    RecoveryConfirmed,
    FilterChanged,
    Rechecked,
    Revealed,
    Replaced,
    ReplacementUndone,
    ModelChanged,
    KeysRenewed,
    BackupsSet,
    BackedUp,
    Restored,
    ExpiryChanged,
    EraseOrdered,
    EraseCancelled,
    ForgotEarlier,
    Unlocked,
    UnlockFailed,
    TrailCut,
    RestoredAccepted,
}

impl Action {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Action::Created => "created",
            Action::Remembered => "remembered",
            Action::Edited => "edited",
            Action::Forgot => "forgot",
            Action::Imported => "imported",
            Action::Exported => "exported",
            Action::Blocked => "blocked",
            Action::WaysInChanged => "ways_in_changed",
            Action::RecoveryConfirmed => "recovery_confirmed",
            Action::FilterChanged => "filter_changed",
            Action::Rechecked => "rechecked",
            Action::Revealed => "revealed",
            Action::Replaced => "replaced",
            Action::ReplacementUndone => "replacement_undone",
            Action::ModelChanged => "model_changed",
            Action::KeysRenewed => "keys_renewed",
            Action::BackupsSet => "backups_set",
            Action::BackedUp => "backed_up",
            Action::Restored => "restored",
            Action::ExpiryChanged => "expiry_changed",
            Action::EraseOrdered => "erase_ordered",
            Action::EraseCancelled => "erase_cancelled",
            Action::ForgotEarlier => "forgot_earlier",
            Action::Unlocked => "unlocked",
            Action::UnlockFailed => "unlock_failed",
            Action::TrailCut => "trail_cut",
            Action::RestoredAccepted => "restored_accepted",
        }
    }

    /// How it ends unless it is said otherwise.
    fn outcome(self) -> Outcome {
        match self {
            Action::Blocked | Action::UnlockFailed => Outcome::Refused,
            _ => Outcome::Done,
        }
    }
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Done,
    Refused,
}

impl Outcome {
    fn name(self) -> &'static str {
        match self {
            Outcome::Done => "done",
            Outcome::Refused => "refused",
        }
    }
}

/// The last entry: its number and its chain value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) sequence: u64,
    pub(crate) chain: [u8; 32],
}

/// An entry to append.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub(crate) at_ms: i64,
    pub(crate) action: Action,
    pub(crate) subject: Option<&'a [u8; 16]>,
    pub(crate) count: u64,
    pub(crate) envelope_digest: Option<[u8; 32]>,
}

/// Appends inside the caller's transaction, so that an act and its entry are kept together or not at all.
pub(crate) fn append(db: &Connection, keys: &Keys, entry: &Entry<'_>) -> Result<Head, Error> {
    append_with(db, keys, entry, entry.action.outcome())
}

/// [`append`] for what did not end as its action usually does.
pub(crate) fn append_with(
    db: &Connection,
    keys: &Keys,
    entry: &Entry<'_>,
    outcome: Outcome,
) -> Result<Head, Error> {
    let last = start_or_head(db)?;
    let sequence = last.sequence + 1;
    let stored = Stored {
        sequence: sequence as i64,
        at_ms: entry.at_ms,
        action: entry.action.name().to_owned(),
        subject: entry.subject.map(|id| id.to_vec()),
        count: entry.count as i64,
        envelope_digest: entry.envelope_digest.map(|digest| digest.to_vec()),
        ended: Some((outcome.name().to_owned(), Actor::current().name().to_owned())),
    };
    let chain = keys.audit_mac(&stored.link(last.chain));
    let (outcome, actor) = stored.ended.unzip();
    db.prepare_cached(
        "INSERT INTO audit (sequence, at_ms, action, subject, count, envelope_digest, chain, outcome, actor)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        stored.sequence,
        stored.at_ms,
        stored.action,
        stored.subject,
        stored.count,
        stored.envelope_digest,
        chain,
        outcome,
        actor
    ])?;
    Ok(Head { sequence, chain })
}

/// The last entry, if there is any.
pub(crate) fn head(db: &Connection) -> Result<Option<Head>, Error> {
    let row = db
        .prepare_cached("SELECT sequence, chain FROM audit ORDER BY sequence DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 32]>(1)?)))
        .optional()?;
    Ok(row.map(|(sequence, chain)| Head { sequence: sequence as u64, chain }))
}

/// What the next entry is chained to: the last entry, or the checkpoint that everything was cut at, or nothing.
fn start_or_head(db: &Connection) -> Result<Head, Error> {
    match head(db)? {
        Some(head) => Ok(head),
        None => Ok(checkpoint::newest(db)?.map_or(START, |checkpoint| checkpoint.head)),
    }
}

const START: Head = Head { sequence: 0, chain: [0; 32] };

/// True if the trail holds this very entry, or was cut at it or after it.
pub(crate) fn contains(db: &Connection, head: &Head) -> Result<bool, Error> {
    let chain: Option<[u8; 32]> = db
        .query_row("SELECT chain FROM audit WHERE sequence = ?1", [head.sequence as i64], |row| row.get(0))
        .optional()?;
    if chain.is_some() {
        return Ok(chain == Some(head.chain));
    }
    Ok(checkpoint::newest(db)?.is_some_and(|cut| head.sequence < cut.head.sequence || head == &cut.head))
}

/// How much of the trail a check reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All of it.
    Whole,
    /// So many entries from the end.
    Last(u64),
}

/// Recomputes the chain: the number of entries read, or the first one that does not fit.
pub(crate) fn check(db: &Connection, keys: &Keys, extent: Extent) -> Result<Result<u64, u64>, Error> {
    let mut before = START;
    if let Some(cut) = checkpoint::newest(db)? {
        if !cut.is_signed_by(keys) {
            return Ok(Err(cut.head.sequence));
        }
        before = cut.head;
    }
    let newest = head(db)?.unwrap_or(before);
    if let Extent::Last(entries) = extent
        && let Some(from) = newest.sequence.checked_sub(entries).filter(|from| *from > before.sequence)
    {
        let chain: Option<[u8; 32]> = db
            .query_row("SELECT chain FROM audit WHERE sequence = ?1", [from as i64], |row| row.get(0))
            .optional()?;
        let Some(chain) = chain else { return Ok(Err(from)) };
        before = Head { sequence: from, chain };
    }
    let mac = keys.audit_macs();
    let mut statement = db.prepare(
        "SELECT sequence, at_ms, action, subject, count, envelope_digest, chain, outcome, actor
         FROM audit WHERE sequence > ?1 ORDER BY sequence",
    )?;
    let mut rows = statement.query([before.sequence as i64])?;
    let first = before.sequence;
    while let Some(row) = rows.next()? {
        let expected = before.sequence + 1;
        let stored = Stored::read(row)?;
        let chain: [u8; 32] = row.get(6)?;
        if stored.sequence != expected as i64 || mac(&stored.link(before.chain)) != chain {
            return Ok(Err(expected));
        }
        before = Head { sequence: expected, chain };
    }
    // What the checkpoint covers was cut in the same transaction: an older row is none of ours.
    let stray: bool = db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM audit WHERE sequence <= (SELECT max(sequence) FROM checkpoint))",
        )?
        .query_row([], |row| row.get(0))?;
    if stray {
        return Ok(Err(first));
    }
    Ok(Ok(before.sequence - first))
}

pub(crate) struct Stored {
    pub(crate) sequence: i64,
    pub(crate) at_ms: i64,
    pub(crate) action: String,
    pub(crate) subject: Option<Vec<u8>>,
    pub(crate) count: i64,
    envelope_digest: Option<Vec<u8>>,
    /// Outcome and actor; neither in entries from before they were kept.
    pub(crate) ended: Option<(String, String)>,
}

impl Stored {
    /// From the nine columns, the chain at place 6.
    pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
        let (outcome, actor): (Option<String>, Option<String>) = (row.get(7)?, row.get(8)?);
        Ok(Stored {
            sequence: row.get(0)?,
            at_ms: row.get(1)?,
            action: row.get(2)?,
            subject: row.get(3)?,
            count: row.get(4)?,
            envelope_digest: row.get(5)?,
            // One without the other is refused by the table; should it stand there all the same, it fits no chain.
            ended: match (outcome, actor) {
                (None, None) => None,
                (outcome, actor) => Some((outcome.unwrap_or_default(), actor.unwrap_or_default())),
            },
        })
    }

    /// What the chain's MAC is computed over: the link before, then every field with its length.
    fn link(&self, before: [u8; 32]) -> Vec<u8> {
        let mut bytes =
            if self.ended.is_some() { b"keepsake/audit/v2" } else { b"keepsake/audit/v1" }.to_vec();
        bytes.extend_from_slice(&before);
        for number in [self.sequence, self.at_ms, self.count] {
            bytes.extend_from_slice(&number.to_be_bytes());
        }
        let mut fields =
            vec![Some(self.action.as_bytes()), self.subject.as_deref(), self.envelope_digest.as_deref()];
        if let Some((outcome, actor)) = &self.ended {
            fields.extend([Some(outcome.as_bytes()), Some(actor.as_bytes())]);
        }
        for field in fields {
            // An absent field must differ from an empty one.
            let length = field.map_or(u32::MAX, |field| field.len() as u32);
            bytes.extend_from_slice(&length.to_be_bytes());
            bytes.extend_from_slice(field.unwrap_or_default());
        }
        bytes
    }
}
