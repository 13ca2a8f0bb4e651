//! The audit trail: what happened, chained from the first entry. Metadata only: must never see content.

use keepsake_seal::Keys;
use rusqlite::{Connection, OptionalExtension, params};

use crate::Error;

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
}

impl Action {
    fn name(self) -> &'static str {
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
    let last = head(db)?;
    let sequence = last.map_or(0, |head| head.sequence) + 1;
    let stored = Stored {
        sequence: sequence as i64,
        at_ms: entry.at_ms,
        action: entry.action.name().to_owned(),
        subject: entry.subject.map(|id| id.to_vec()),
        count: entry.count as i64,
        envelope_digest: entry.envelope_digest.map(|digest| digest.to_vec()),
    };
    let chain = keys.audit_mac(&stored.link(last.map_or([0; 32], |head| head.chain)));
    db.prepare_cached(
        "INSERT INTO audit (sequence, at_ms, action, subject, count, envelope_digest, chain) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        stored.sequence,
        stored.at_ms,
        stored.action,
        stored.subject,
        stored.count,
        stored.envelope_digest,
        chain
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

/// True if the trail holds this very entry.
pub(crate) fn contains(db: &Connection, head: &Head) -> Result<bool, Error> {
    let chain: Option<[u8; 32]> = db
        .query_row("SELECT chain FROM audit WHERE sequence = ?1", [head.sequence as i64], |row| row.get(0))
        .optional()?;
    Ok(chain == Some(head.chain))
}

/// Recomputes the whole chain: the number of entries, or the first one that does not fit.
pub(crate) fn check(db: &Connection, keys: &Keys) -> Result<Result<u64, u64>, Error> {
    let mut statement = db.prepare(
        "SELECT sequence, at_ms, action, subject, count, envelope_digest, chain FROM audit ORDER BY sequence",
    )?;
    let mut rows = statement.query([])?;
    let (mut expected, mut last) = (1_i64, [0; 32]);
    while let Some(row) = rows.next()? {
        let stored = Stored {
            sequence: row.get(0)?,
            at_ms: row.get(1)?,
            action: row.get(2)?,
            subject: row.get(3)?,
            count: row.get(4)?,
            envelope_digest: row.get(5)?,
        };
        let chain: [u8; 32] = row.get(6)?;
        if stored.sequence != expected || keys.audit_mac(&stored.link(last)) != chain {
            return Ok(Err(expected as u64));
        }
        (expected, last) = (expected + 1, chain);
    }
    Ok(Ok(expected as u64 - 1))
}

struct Stored {
    sequence: i64,
    at_ms: i64,
    action: String,
    subject: Option<Vec<u8>>,
    count: i64,
    envelope_digest: Option<Vec<u8>>,
}

impl Stored {
    /// What the chain's MAC is computed over: the link before, then every field with its length.
    fn link(&self, before: [u8; 32]) -> Vec<u8> {
        let mut bytes = b"keepsake/audit/v1".to_vec();
        bytes.extend_from_slice(&before);
        for number in [self.sequence, self.at_ms, self.count] {
            bytes.extend_from_slice(&number.to_be_bytes());
        }
        for field in [Some(self.action.as_bytes()), self.subject.as_deref(), self.envelope_digest.as_deref()]
        {
            // An absent field must differ from an empty one.
            let length = field.map_or(u32::MAX, |field| field.len() as u32);
            bytes.extend_from_slice(&length.to_be_bytes());
            bytes.extend_from_slice(field.unwrap_or_default());
        }
        bytes
    }
}
