//! What was ever forgotten here, for whatever brings memories back: a restored backup, an export. The trail names it by id for a year;
//! after that the receipts know it by hash, for good. Must never let it return.

use std::collections::{HashMap, HashSet};

use data_encoding::HEXLOWER;
use rusqlite::{Connection, Transaction, params};
use sha2::{Digest, Sha256};

use crate::Error;
use crate::audit::Action;
use crate::receipt::{Reason, Receipt};

type Id = [u8; 16];

/// Memories that were forgotten, whole or what they said before some time.
pub(crate) struct Forgotten {
    whole: HashSet<Id>,
    /// When the earlier text went, last.
    earlier: HashMap<Id, i64>,
    /// Checked against the filter's rules and changed, and how often: clocks may have been wrong.
    rechecked: HashMap<Id, u64>,
    /// Those that the trail no longer speaks of.
    receipts: Vec<OldReceipt>,
}

struct OldReceipt {
    salt: Vec<u8>,
    hashes: HashSet<Vec<u8>>,
    at_ms: i64,
    reason: Reason,
}

impl Forgotten {
    /// Reads the trail, and the receipts of which it no longer speaks.
    pub(crate) fn read(db: &Connection) -> Result<Forgotten, Error> {
        let mut forgotten = Forgotten {
            whole: HashSet::new(),
            earlier: HashMap::new(),
            rechecked: HashMap::new(),
            receipts: Vec::new(),
        };
        let mut statement = db.prepare(
            "SELECT action, subject, at_ms FROM audit WHERE action IN (?1, ?2, ?3) AND length(subject) = 16 ORDER BY sequence",
        )?;
        let names = [Action::Forgot.name(), Action::ForgotEarlier.name()];
        let mut rows = statement.query([names[0], names[1], Action::Rechecked.name()])?;
        while let Some(row) = rows.next()? {
            let (id, action): (Id, String) = (row.get(1)?, row.get(0)?);
            if action == names[0] {
                forgotten.whole.insert(id);
            } else if action == names[1] {
                let at_ms: i64 = row.get(2)?;
                let last = forgotten.earlier.entry(id).or_insert(at_ms);
                *last = at_ms.max(*last);
            } else {
                *forgotten.rechecked.entry(id).or_insert(0) += 1;
            }
        }
        // One that the trail speaks of needs no hashing.
        let mut statement = db.prepare(
            "SELECT body, at_ms FROM receipt WHERE at_ms NOT IN (SELECT at_ms FROM audit WHERE action IN (?1, ?2))",
        )?;
        let mut rows = statement.query(names)?;
        while let Some(row) = rows.next()? {
            let Ok(receipt) = serde_json::from_str::<Receipt>(&row.get::<_, String>(0)?) else { continue };
            let decoded = |text: &String| HEXLOWER.decode(text.as_bytes()).unwrap_or_default();
            forgotten.receipts.push(OldReceipt {
                salt: decoded(&receipt.salt),
                hashes: receipt.memory_hashes.iter().map(decoded).collect(),
                at_ms: row.get(1)?,
                reason: receipt.reason,
            });
        }
        Ok(forgotten)
    }

    /// True if the memory was forgotten as a whole.
    pub(crate) fn whole(&self, id: &Id) -> bool {
        self.whole.contains(id) || self.of(id).any(|receipt| receipt.reason != Reason::EarlierText)
    }

    /// Up to when the memory's earlier text was forgotten.
    pub(crate) fn earlier_up_to(&self, id: &Id) -> Option<i64> {
        let by_receipt = self.of(id).filter(|receipt| receipt.reason == Reason::EarlierText);
        by_receipt.map(|receipt| receipt.at_ms).chain(self.earlier.get(id).copied()).max()
    }

    fn of<'a>(&'a self, id: &'a Id) -> impl Iterator<Item = &'a OldReceipt> {
        self.receipts.iter().filter(move |receipt| {
            let hash = Sha256::new().chain_update(&receipt.salt).chain_update(id).finalize();
            receipt.hashes.contains(hash.as_slice())
        })
    }

    /// What the trail names and another one does not.
    pub(crate) fn not_in(&self, other: &Forgotten) -> (Vec<Id>, Vec<Id>) {
        let mut whole: Vec<Id> = self.whole.difference(&other.whole).copied().collect();
        let later = |(id, at_ms): &(&Id, &i64)| other.earlier.get(*id).is_none_or(|known| known < *at_ms);
        let mut earlier: Vec<Id> = self.earlier.iter().filter(later).map(|(id, _)| *id).collect();
        whole.sort_unstable();
        earlier.sort_unstable();
        (whole, earlier)
    }
}

impl Forgotten {
    /// Memories that were checked against the filter's rules more often than another trail knows, in order.
    pub(crate) fn rechecked_not_in(&self, other: &Forgotten) -> Vec<Id> {
        let more = |(id, count): &(&Id, &u64)| other.rechecked.get(*id).is_none_or(|known| known < *count);
        let mut ids: Vec<Id> = self.rechecked.iter().filter(more).map(|(id, _)| *id).collect();
        ids.sort_unstable();
        ids
    }
}

/// Takes over the receipts that a restored database does not have.
pub(crate) fn carry_receipts(from: &Connection, to: &Transaction<'_>) -> Result<(), Error> {
    let mut statement = from.prepare("SELECT id, at_ms, body, pending FROM receipt")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        to.execute(
            "INSERT INTO receipt (id, at_ms, body, pending) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET body = excluded.body, pending = excluded.pending",
            params![
                row.get::<_, Id>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, i64>(3)?
            ],
        )?;
    }
    Ok(())
}

/// The versions that are there, by memory.
pub(crate) fn versions_of(db: &Connection, memory: &Id) -> Result<HashSet<Id>, Error> {
    let mut statement = db.prepare_cached("SELECT id FROM version WHERE memory = ?1")?;
    let found = statement.query_map([memory], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Takes out the versions of a memory that were kept up to a time, but for those that are named. Its current version must be none of
/// them.
pub(crate) fn remove_versions(
    db: &Connection,
    memory: &Id,
    up_to_ms: i64,
    but: &HashSet<Id>,
) -> Result<(), Error> {
    for version in versions_of(db, memory)?.difference(but) {
        let is_old: bool = db
            .prepare_cached("SELECT kept_at_ms <= ?2 FROM version WHERE id = ?1")?
            .query_row(params![version, up_to_ms], |row| row.get(0))?;
        if is_old {
            db.prepare_cached("DELETE FROM original WHERE version = ?1")?.execute([version])?;
            db.prepare_cached("DELETE FROM version WHERE id = ?1")?.execute([version])?;
        }
    }
    Ok(())
}
