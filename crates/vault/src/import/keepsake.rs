//! Brings an export of Keepsake's own back: into a vault that is there, or as a new one that is equal to the one it came from.
//! Ids, versions, dates and links stay. Must not overwrite a version, nor bring back what was forgotten here.
//!
//! What an export brings into a vault passes that vault's filter, as every capture does. A vault that is made of an export is equal
//! to the one it came from, so nothing is judged again there.

use std::collections::HashSet;
use std::path::Path;

use keepsake_seal::{Keys, Passphrase, RecordId, VersionId};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use zeroize::Zeroizing;

use super::ImportProgress;
use crate::audit::{self, Action, Entry, Extent};
use crate::clock::parse_time;
use crate::content::{token_text, tokens};
use crate::export::opened::{OpenedExport, damaged};
use crate::export::record::{MemoryRecord, VersionRecord};
use crate::forgotten::{self, Forgotten};
use crate::home::Home;
use crate::memory::{PAYLOAD_FORMAT, Payload, Placeholder};
use crate::open::{CreateRequest, Created, Origin, Surroundings, Vault};
use crate::recheck::Rechecking;
use crate::replace;
use crate::saved;
use crate::store::records::{self, NewVersion, Original};
use crate::store::tables::{self, Table};
use crate::store::{originals, vectors};
use crate::{Code, Error};

/// Longer than any memory can be, with room for originals that were put back in their places.
const CONTENT_LIMIT: usize = 1024 * 1024;

/// What bringing an export back came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct BroughtBack {
    /// Memories that were not here.
    pub imported: usize,
    /// Memories that are here with all these versions.
    pub unchanged: usize,
    /// Memories that are here and got versions that were not.
    pub revised: usize,
    /// Memories that were forgotten in this vault: they stay forgotten.
    pub forgotten_here: usize,
    /// Memories in which today's rules for the filter hide something that the export shows.
    pub masked: usize,
    /// Hidden values whose original is not in this export.
    pub originals_missing: usize,
}

/// A link to be made once both memories are there.
struct Link {
    older: RecordId,
    newer: RecordId,
    since_ms: i64,
}

/// Puts records into a vault's tables, inside the caller's transaction.
struct Bringing<'a> {
    db: &'a Connection,
    keys: &'a Keys,
    surroundings: &'a mut Surroundings,
    /// Tokens and hashes were made with this vault's own keys.
    same_keys: bool,
    /// The vault is new: the order of capture stays too.
    new_vault: bool,
    now_ms: i64,
    /// None in a new vault, which goes on with the trail of the one it comes from.
    forgotten: Option<Forgotten>,
    /// Today's rules; none in a new vault, which is to be equal to the one it comes from.
    rechecking: Option<Rechecking<'a>>,
    report: BroughtBack,
    links: Vec<Link>,
}

impl Vault {
    /// Brings an export into this vault, all of it or nothing. `progress` is told before each memory and may answer `false` to
    /// stop.
    ///
    /// # Errors
    /// [`Code::SecretNeeded`], [`Code::WrongSecret`], [`Code::Damaged`], [`Code::TooNew`], [`Code::BadInput`], [`Code::Stopped`],
    /// [`Code::Busy`], [`Code::DiskFull`]; then nothing was changed.
    pub fn bring_in(
        &mut self,
        path: &Path,
        passphrase: Option<&Passphrase>,
        progress: &mut dyn FnMut(ImportProgress) -> bool,
    ) -> Result<BroughtBack, Error> {
        let mut export = OpenedExport::open(path, passphrase)?;
        let now_ms = self.now_ms();
        let same_keys = export.keys.as_ref().is_some_and(|keys| {
            keys.vault == self.keys.vault_id() && keys.root == *self.keys.dangerously_expose_root()
        });
        let policy = self.policy_for_what_is_kept()?;
        let effective_ms = self.effective_ms();
        let Vault { db, keys, surroundings, guard, .. } = self;
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let allowed = &guard.allowed;
        let rechecking = Rechecking { policy: &policy, keys, allowed, now_ms: effective_ms };
        let forgotten = Forgotten::read(&transaction)?;
        let mut bringing = Bringing {
            db: &transaction,
            keys,
            surroundings,
            same_keys,
            new_vault: false,
            now_ms,
            forgotten: Some(forgotten),
            rechecking: Some(rechecking),
            report: BroughtBack::default(),
            links: Vec::new(),
        };
        bringing.bring(&mut export, progress)?;
        let report = bringing.report;
        transaction.commit()?;
        self.committed();
        Ok(report)
    }

    /// Makes a vault that is equal to the one an encrypted export came from: the same vault id, ids, versions, dates, links, tokens,
    /// settings and trail, under a new recovery code and new keys. Its memories wait for their vectors.
    ///
    /// # Errors
    /// As [`Vault::create`] and [`Vault::bring_in`]; [`Code::BadInput`] for an export that is not encrypted.
    pub fn create_from_export(
        home: Home,
        request: CreateRequest,
        surroundings: Surroundings,
        path: &Path,
        passphrase: &Passphrase,
        progress: &mut dyn FnMut(ImportProgress) -> bool,
    ) -> Result<(Created, BroughtBack), Error> {
        let mut export = OpenedExport::open(path, Some(passphrase))?;
        let Some(keys) = export.keys.take() else {
            return Err(Error::new(
                Code::BadInput,
                "only an encrypted export holds the keys that a vault goes on with",
                "make a vault with `keepsake init`, then `keepsake import --format keepsake FILE`",
            ));
        };
        let origin = Origin { vault: keys.vault, root: keys.root };
        let allowed_values = keys.allowed_values;
        let mut report = BroughtBack::default();
        let mut fill = |db: &Connection, keys: &Keys, surroundings: &mut Surroundings, now_ms: i64| {
            bring_trail(db, keys, &mut export)?;
            for row in export.rows(Table::Receipt)? {
                tables::insert_row(db, Table::Receipt, &row)?;
            }
            for row in &allowed_values {
                tables::insert_row(db, Table::AllowedValue, row)?;
            }
            let settings = export.settings()?;
            if let Some(body) = settings.filter {
                db.execute(
                    "INSERT INTO filter_settings (only_row, revision, body) VALUES (1, 1, ?1)",
                    [body.to_string()],
                )?;
            }
            if let Some(body) = settings.expiry {
                db.execute(
                    "INSERT INTO expiry_settings (only_row, body) VALUES (1, ?1)",
                    [body.to_string()],
                )?;
            }
            saved::put_back(db, settings.saved_searches)?;
            let mut bringing = Bringing {
                db,
                keys,
                surroundings,
                same_keys: true,
                new_vault: true,
                now_ms,
                forgotten: None,
                rechecking: None,
                report: BroughtBack::default(),
                links: Vec::new(),
            };
            bringing.bring(&mut export, progress)?;
            report = bringing.report;
            Ok(())
        };
        let created = Vault::make(home, request, surroundings, Some(origin), &mut fill)?;
        Ok((created, report))
    }
}

/// The audit trail as it was, from its last checkpoint on.
fn bring_trail(db: &Connection, keys: &Keys, export: &mut OpenedExport) -> Result<(), Error> {
    if let Some(cut) = export.rows(Table::Checkpoint)?.pop() {
        // A checkpoint is only taken for an entry that is there, and then the entry may go.
        let mut entry = cut.clone();
        entry.insert("action".to_owned(), "trail_cut".into());
        tables::insert_row(db, Table::Audit, &entry)?;
        tables::insert_row(db, Table::Checkpoint, &cut)?;
        db.execute("DELETE FROM audit", [])?;
    }
    for row in export.rows(Table::Audit)? {
        tables::insert_row(db, Table::Audit, &row)?;
    }
    // A trail that was changed on its way must not be continued as if it were whole.
    if audit::check(db, keys, Extent::Whole)?.is_err() {
        return Err(damaged());
    }
    Ok(())
}

impl Bringing<'_> {
    fn bring(
        &mut self,
        export: &mut OpenedExport,
        progress: &mut dyn FnMut(ImportProgress) -> bool,
    ) -> Result<(), Error> {
        let mut done = 0;
        export.for_each_memory(&mut |total, memory| {
            if !progress(ImportProgress { done, total }) {
                return Err(Error::new(
                    Code::Stopped,
                    "bringing the export in was stopped",
                    "nothing of it was kept; run it again when you like",
                ));
            }
            done += 1;
            self.one(memory)
        })?;
        for Link { older, newer, since_ms } in std::mem::take(&mut self.links) {
            replace::link_back(self.db, &older, &newer, since_ms)?;
        }
        let count = self.report.imported + self.report.revised;
        if count > 0 || self.new_vault {
            let entry = Entry {
                at_ms: self.now_ms,
                action: Action::Imported,
                subject: None,
                count: count as u64,
                envelope_digest: None,
            };
            audit::append(self.db, self.keys, &entry)?;
        }
        Ok(())
    }

    fn one(&mut self, mut memory: MemoryRecord) -> Result<(), Error> {
        let id: RecordId = memory.id.parse().map_err(|_| damaged())?;
        if self.forgotten.as_ref().is_some_and(|forgotten| forgotten.whole(id.as_bytes())) {
            self.report.forgotten_here += 1;
            return Ok(());
        }
        let gone_up_to_ms = self.forgotten.as_ref().and_then(|known| known.earlier_up_to(id.as_bytes()));
        if let (Some(newer), Some(since)) = (&memory.replaced_by, &memory.valid_to) {
            let newer = newer.parse().map_err(|_| damaged())?;
            self.links.push(Link { older: id, newer, since_ms: time(since)? });
        }
        let current: VersionId = memory.version.parse().map_err(|_| damaged())?;
        let row = records::memory_row(self.db, &id)?;
        if row.is_none()
            && let Some(up_to_ms) = gone_up_to_ms
            && time(&memory.kept_at)? <= up_to_ms
        {
            // Whether this is what was forgotten of it or what stayed cannot be told any more: it does not return.
            self.report.forgotten_here += 1;
            return Ok(());
        }
        let known = forgotten::versions_of(self.db, id.as_bytes())?;
        let (created_at_ms, expires_at_ms) =
            (time(&memory.created_at)?, memory.expires_at.as_deref().map(time).transpose()?);
        let mut versions = vec![memory.take_current()];
        versions.append(&mut memory.earlier_versions);
        let source = versions.first().and_then(|version| version.source.clone());
        let external_id = versions.first().and_then(|version| version.external_id.clone());
        let ahead = row.is_some_and(|row| {
            !known.contains(current.as_bytes())
                && versions.iter().any(|version| version.id == row.version.to_string())
        });
        if row.is_none() {
            let external = self.external(&memory, source.as_deref(), external_id.as_deref())?;
            let sequence = self.new_vault.then_some(memory.sequence);
            self.db
                .prepare_cached(
                    "INSERT INTO memory (sequence, id, version, created_at_ms, expires_at_ms, external, pinned)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                )?
                .execute(params![
                    sequence,
                    id.as_bytes(),
                    current.as_bytes(),
                    created_at_ms,
                    expires_at_ms,
                    external,
                    memory.pinned
                ])?;
        }
        // Oldest first, as they were kept.
        let (mut added, mut digest) = (0, None);
        for version in versions.into_iter().rev() {
            let is_current = version.id == memory.version;
            let version_id: VersionId = version.id.parse().map_err(|_| damaged())?;
            if known.contains(version_id.as_bytes()) {
                continue;
            }
            // It was forgotten here as an earlier text.
            if let Some(up_to_ms) = gone_up_to_ms
                && time(&version.kept_at)? <= up_to_ms
            {
                continue;
            }
            // Beside what is here already, an earlier text that today's rules hide something in is left out: a check may have taken it
            // out before.
            let is_beside = row.is_some() && !(ahead && is_current);
            let Some(kept) = self.keep(&id, version_id, version, is_beside.then_some(expires_at_ms))? else {
                continue;
            };
            digest = if is_current { Some(kept) } else { digest };
            added += 1;
        }
        let action = match row {
            None => Action::Remembered,
            Some(_) if added == 0 => {
                self.report.unchanged += 1;
                return Ok(());
            }
            Some(_) => Action::Edited,
        };
        if ahead {
            self.db
                .prepare_cached("UPDATE memory SET version = ?2 WHERE id = ?1")?
                .execute(params![id.as_bytes(), current.as_bytes()])?;
            vectors::remove(self.db, id.as_bytes())?;
        }
        let count = if row.is_none() { &mut self.report.imported } else { &mut self.report.revised };
        *count += 1;
        records::note_change(self.db, &id)?;
        if !self.new_vault {
            let subject = Some(id.as_bytes());
            let entry = Entry { at_ms: self.now_ms, action, subject, count: 1, envelope_digest: digest };
            audit::append(self.db, self.keys, &entry)?;
        }
        if row.is_none() || ahead { self.recheck(&id, &known) } else { Ok(()) }
    }

    /// What comes in passes the filter, as every capture does; what the rules would refuse is masked, as it was kept once.
    /// Versions that were here before are left as they are.
    fn recheck(&mut self, id: &RecordId, known: &HashSet<[u8; 16]>) -> Result<(), Error> {
        let Some(rechecking) = self.rechecking else { return Ok(()) };
        let Some(row) = records::memory_row(self.db, id)? else { return Ok(()) };
        let plan = rechecking.plan(self.db, row)?.leaving(known);
        if !plan.changes_nothing() {
            plan.carry_out(self.db, self.keys, self.surroundings.writer(), None, self.now_ms)?;
            self.report.masked += 1;
        }
        Ok(())
    }

    /// Seals one version under its own id. With `only_clean` (when the memory goes) only if today's rules leave it as it is.
    fn keep(
        &mut self,
        memory: &RecordId,
        id: VersionId,
        version: VersionRecord,
        only_clean: Option<Option<i64>>,
    ) -> Result<Option<[u8; 32]>, Error> {
        let elsewhere: bool = self
            .db
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM version WHERE id = ?1)")?
            .query_row([id.as_bytes()], |row| row.get(0))?;
        if elsewhere || version.content.len() > CONTENT_LIMIT {
            return Err(damaged());
        }
        let (kept_at_ms, replaces) = (time(&version.kept_at)?, version.replaces_version.as_deref());
        let replaces = replaces.map(str::parse).transpose().map_err(|_| damaged())?;
        let (payload, originals) = self.payload(version)?;
        if let (Some(rechecking), Some(expires_at_ms)) = (self.rechecking, only_clean)
            && !rechecking.passes(&payload, expires_at_ms)?
        {
            return Ok(None);
        }
        let new = NewVersion {
            memory: *memory,
            id,
            replaces,
            kept_at_ms,
            payload: &payload,
            originals: &originals,
        };
        records::insert_version(self.db, self.keys, self.surroundings.entropy.as_mut(), &new).map(Some)
    }

    fn payload(&mut self, version: VersionRecord) -> Result<(Payload, Vec<Original>), Error> {
        let (mut placeholders, mut sealed, mut end) = (Vec::new(), Vec::new(), 0);
        for hidden in version.placeholders {
            let place = hidden.start_byte..hidden.end_byte;
            if hidden.start_byte < end || place.is_empty() || version.content.get(place).is_none() {
                return Err(damaged());
            }
            end = hidden.end_byte;
            let original = hidden.original.map(Zeroizing::new);
            let tokens = match &original {
                // Another vault's tokens would match nothing here.
                Some(text) if !self.same_keys => {
                    tokens(self.keys, &hidden.kind, text).iter().map(token_text).collect()
                }
                _ if self.same_keys => hidden.tokens,
                _ => Vec::new(),
            };
            let is_sealed = hidden.action == keepsake_filter::Action::Seal;
            self.report.originals_missing += usize::from(is_sealed && original.is_none());
            let field = match original {
                Some(text) => {
                    let field = originals::field(sealed.len()).ok_or_else(damaged)?;
                    sealed.push(Original { field, text });
                    Some(field)
                }
                None => None,
            };
            placeholders.push(Placeholder {
                start: hidden.start_byte,
                end: hidden.end_byte,
                kind: hidden.kind,
                action: hidden.action,
                tokens,
                field,
            });
        }
        let payload = Payload {
            v: PAYLOAD_FORMAT,
            content: version.content,
            kind: version.kind,
            topics: version.topics,
            source: version.source,
            thread: version.thread,
            external_id: version.external_id,
            placeholders,
            unknown: version.more,
        };
        Ok((payload, sealed))
    }

    /// The keyed hash that a later import knows the memory by; none if another memory here has it already.
    fn external(
        &self,
        memory: &MemoryRecord,
        source: Option<&str>,
        external_id: Option<&str>,
    ) -> Result<Option<[u8; 32]>, Error> {
        let external: Option<[u8; 32]> = match &memory.external_key {
            Some(key) if self.same_keys => {
                let key = data_encoding::HEXLOWER.decode(key.as_bytes()).map_err(|_| damaged())?;
                Some(key.try_into().map_err(|_| damaged())?)
            }
            _ => external_id.map(|id| super::batch::external_mac(self.keys, source, id)),
        };
        let Some(external) = external else { return Ok(None) };
        let taken: Option<i64> = self
            .db
            .prepare_cached("SELECT 1 FROM memory WHERE external = ?1")?
            .query_row([external], |row| row.get(0))
            .optional()?;
        Ok(if taken.is_some() { None } else { Some(external) })
    }
}

fn time(text: &str) -> Result<i64, Error> {
    parse_time(text).map_err(|_| damaged())
}
