//! Takes everything out, one file a form: JSON and Markdown on one page, a zip of all there is, the same encrypted, a page that
//! opens itself. Must leave nothing half-written behind, and must not hold more than one memory at a time.
//!
//! One read transaction gives all of it one moment's state; [`Walk`] hands out what is read, the forms write it.

mod archive;
mod json;
mod markdown;
pub(crate) mod opened;
mod page;
pub(crate) mod record;

use std::collections::HashSet;
use std::io::{BufWriter, Write};
use std::path::Path;

use keepsake_seal::{AgeError, AgeWriter, Passphrase, PortableSealer, RecordId};
use rusqlite::TransactionBehavior;

use self::record::{MemoryRecord, Opener};
use crate::audit::{self, Action, Entry};
use crate::clock::format_time;
use crate::home::write_private;
use crate::open::{Vault, expect_strong};
use crate::store::records;
use crate::{Code, Error};

/// The newest form of `memories.json`. 1 had no version ids, so that nothing can be brought back from it.
pub(crate) const EXPORT_VERSION: u32 = 2;

/// The page cache while an export runs, and SQLite's own otherwise.
const CACHE_KIB: i64 = 32 * 1024;
const USUAL_CACHE_KIB: i64 = 2000;

/// Which form an export takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// Every memory with its earlier versions, for programs.
    Json,
    /// What is current, on one page, to read.
    Markdown,
    /// Everything, to read: the JSON, a Markdown file a memory, the audit trail, receipts and settings.
    Zip,
    /// The same with originals and keys in an age file: another vault can go on from it.
    Encrypted,
    /// A page that asks for its passphrase and opens itself, without a network.
    Html,
}

/// What an export does with originals that the filter sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Originals {
    /// Their placeholders are written.
    Leave,
    /// They stand where they stood when they were captured. For the owner alone.
    Include,
}

/// What is to be written.
#[derive(Debug)]
pub struct ExportRequest {
    format: ExportFormat,
    originals: Originals,
    passphrase: Option<Passphrase>,
    /// These alone, if not all.
    only: Option<HashSet<[u8; 16]>>,
}

impl ExportRequest {
    /// A request in the clear, or with the passphrase that a form needs which is encrypted. An encrypted export always holds the
    /// originals.
    ///
    /// # Errors
    /// [`Code::WeakPassphrase`]; [`Code::BadInput`] when a passphrase is missing, or one is given for what is not encrypted.
    pub fn new(
        format: ExportFormat,
        originals: Originals,
        passphrase: Option<&str>,
    ) -> Result<ExportRequest, Error> {
        let encrypted = matches!(format, ExportFormat::Encrypted | ExportFormat::Html);
        let passphrase = match (passphrase, encrypted) {
            (Some(text), true) => {
                expect_strong(text)?;
                Some(Passphrase::new(text)?)
            }
            (None, false) => None,
            (None, true) => {
                return Err(Error::new(
                    Code::BadInput,
                    "this form of export is encrypted and needs a passphrase of its own",
                    "give one with --export-passphrase-file FILE",
                ));
            }
            (Some(_), false) => {
                return Err(Error::new(
                    Code::BadInput,
                    "this form of export is not encrypted, so a passphrase would protect nothing",
                    "choose the encrypted form or the page, or leave the passphrase out",
                ));
            }
        };
        Ok(ExportRequest { format, originals, passphrase, only: None })
    }
}

/// What an export wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ExportReport {
    /// Memories written.
    pub memories: usize,
    /// Memories that are damaged and could not be opened.
    pub damaged: usize,
    /// Earlier versions that are damaged, of memories that were written without them.
    pub versions_damaged: usize,
    /// Sealed originals that were written out.
    pub originals: usize,
    /// Sealed originals that were left in the vault: all of them, or where they were to be taken along those that are damaged and
    /// could not be opened. Their placeholders stand in the export.
    pub originals_left: usize,
}

/// How far an export is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ExportProgress {
    /// Steps done; a memory is one step for each file that it goes to.
    pub done: usize,
    /// All steps.
    pub total: usize,
}

/// What a record says of what is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// That something is.
    Placeholders,
    /// The originals stand in the text.
    OriginalsInPlace,
    /// Placeholders stay, with tokens and originals beside them.
    Whole,
}

impl ExportRequest {
    /// Of these memories alone, with their versions.
    ///
    /// # Errors
    /// [`Code::BadInput`] for a form that holds the whole vault: the archives, which carry settings, trail and receipts.
    pub fn only(mut self, ids: &[RecordId]) -> Result<ExportRequest, Error> {
        if matches!(self.format, ExportFormat::Zip | ExportFormat::Encrypted) {
            return Err(Error::new(
                Code::BadInput,
                "an archive holds the whole vault",
                "choose Markdown, JSON or the page that opens itself for a selection",
            ));
        }
        self.only = Some(ids.iter().map(|id| *id.as_bytes()).collect());
        Ok(self)
    }
}

/// What is to be walked through, and who is told.
struct Walk<'a> {
    vault: &'a Vault,
    depth: Depth,
    now_ms: i64,
    progress: &'a mut dyn FnMut(ExportProgress) -> bool,
    so_far: ExportProgress,
    memories: usize,
    only: Option<&'a HashSet<[u8; 16]>>,
}

impl Walk<'_> {
    /// Opens every memory in capture order, without those whose time has come.
    ///
    /// # Errors
    /// [`Code::Stopped`] when told to; what `each` answers; when the database cannot be read.
    fn memories(
        &mut self,
        each: &mut dyn FnMut(MemoryRecord) -> Result<(), Error>,
    ) -> Result<ExportReport, Error> {
        let db = &self.vault.db;
        let any_links = db.query_row("SELECT EXISTS (SELECT 1 FROM replacement)", [], |row| row.get(0))?;
        let opener = Opener { db, keys: &self.vault.keys, depth: self.depth, any_links };
        let (mut report, now_ms, only) = (ExportReport::default(), self.now_ms, self.only);
        records::for_each_memory(db, &mut |memory| {
            self.so_far.done += 1;
            if !(self.progress)(self.so_far) {
                return Err(Error::new(
                    Code::Stopped,
                    "the export was stopped",
                    "no file was written; one that was there before is as it was",
                ));
            }
            let is_asked_for = only.is_none_or(|only| only.contains(memory.row.id.as_bytes()));
            if !is_asked_for || memory.row.expires_at_ms.is_some_and(|at_ms| at_ms <= now_ms) {
                return Ok(());
            }
            opener.open(&memory, &mut report)?.map_or(Ok(()), &mut *each)
        })?;
        Ok(report)
    }

    /// The first fields of `memories.json`, without the closing brace.
    fn head(&self) -> String {
        format!(
            "{{\"format\":\"keepsake-export\",\"version\":{EXPORT_VERSION},\"exported_at\":\"{}\",\"vault_id\":\"{}\",\"memory_count\":{},",
            format_time(self.now_ms),
            self.vault.id(),
            self.memories
        )
    }
}

impl Vault {
    /// Writes everything to a new file that only its owner can read, replacing one that is there once it is whole.
    ///
    /// # Errors
    /// [`Code::DiskFull`] or [`Code::Failed`]: then no file was left and an old one is as it was.
    pub fn export_to_file(
        &mut self,
        path: &Path,
        format: ExportFormat,
        originals: Originals,
    ) -> Result<ExportReport, Error> {
        self.export_request_to_file(path, &ExportRequest::new(format, originals, None)?, &mut |_| true)
    }

    /// [`Vault::export_to_file`] for every form. `progress` is told before each memory and may answer `false` to stop.
    ///
    /// # Errors
    /// As above, and [`Code::Stopped`].
    pub fn export_request_to_file(
        &mut self,
        path: &Path,
        request: &ExportRequest,
        progress: &mut dyn FnMut(ExportProgress) -> bool,
    ) -> Result<ExportReport, Error> {
        if path.file_name().is_none() {
            return Err(Error::new(
                Code::BadInput,
                "the export needs a file's name",
                "give one, such as keepsake-export.zip",
            ));
        }
        // Among the vault's own files an export could take the place of one of them.
        if self.home.would_hold(path) {
            return Err(Error::new(
                Code::BadInput,
                "that is the vault's own folder",
                "choose another place for the file",
            ));
        }
        write_private(path, failed, |file| {
            let mut writer = BufWriter::new(file);
            let report = self.export_request(&mut writer, request, progress)?;
            writer.flush().map_err(failed)?;
            Ok(report)
        })
    }

    /// Writes everything in the clear.
    ///
    /// # Errors
    /// When `out` fails or the database cannot be read.
    pub fn export(
        &mut self,
        out: &mut dyn Write,
        format: ExportFormat,
        originals: Originals,
    ) -> Result<ExportReport, Error> {
        self.export_request(out, &ExportRequest::new(format, originals, None)?, &mut |_| true)
    }

    /// Writes everything. What was written before an error is of no use.
    ///
    /// # Errors
    /// When `out` fails, the database cannot be read, or `progress` said stop ([`Code::Stopped`]).
    pub fn export_request(
        &mut self,
        out: &mut dyn Write,
        request: &ExportRequest,
        progress: &mut dyn FnMut(ExportProgress) -> bool,
    ) -> Result<ExportReport, Error> {
        let now_ms = self.effective_ms();
        let entropy = self.surroundings.entropy.as_mut();
        let target = match (&request.passphrase, request.format) {
            (Some(passphrase), ExportFormat::Html) => {
                Target::Page(out, Box::new(PortableSealer::new(passphrase, entropy)?))
            }
            (Some(passphrase), _) => {
                Target::Age(Box::new(AgeWriter::new(out, passphrase, entropy).map_err(age_failed)?))
            }
            (None, ExportFormat::Markdown) => Target::Markdown(out),
            (None, ExportFormat::Zip) => Target::Zip(out),
            (None, _) => Target::Json(out),
        };
        // Versions are found by random ids: pages of that index that fell out of the cache would be decrypted again and again.
        self.db.pragma_update(None, "cache_size", -CACHE_KIB)?;
        let report = self.write_to(target, request, now_ms, progress);
        self.db.pragma_update(None, "cache_size", -USUAL_CACHE_KIB)?;
        let report = report?;
        // On a full disk a person must still be able to take their memories out: the trail can do without the entry.
        if self.note_export(&report, now_ms).is_ok() {
            self.committed();
            self.write_anchor();
        }
        Ok(report)
    }

    fn write_to(
        &self,
        target: Target<'_>,
        request: &ExportRequest,
        now_ms: i64,
        progress: &mut dyn FnMut(ExportProgress) -> bool,
    ) -> Result<ExportReport, Error> {
        // Everything below is read from one moment's state.
        let snapshot = self.db.unchecked_transaction()?;
        let memories: i64 = snapshot.query_row("SELECT count(*) FROM memory", [], |row| row.get(0))?;
        let memories = usize::try_from(memories).unwrap_or_default();
        let files = if matches!(request.format, ExportFormat::Zip | ExportFormat::Encrypted) { 2 } else { 1 };
        let mut walk = Walk {
            vault: self,
            depth: match (request.format, request.originals) {
                (ExportFormat::Encrypted, _) => Depth::Whole,
                (_, Originals::Include) => Depth::OriginalsInPlace,
                (_, Originals::Leave) => Depth::Placeholders,
            },
            now_ms,
            progress,
            so_far: ExportProgress { done: 0, total: memories * files },
            memories: request.only.as_ref().map_or(memories, HashSet::len),
            only: request.only.as_ref(),
        };
        match target {
            Target::Json(out) => json::write(&mut walk, out),
            Target::Markdown(out) => markdown::write(&mut walk, out),
            Target::Zip(out) => archive::write(&mut walk, out),
            Target::Age(age) => archive::write_encrypted(&mut walk, *age),
            Target::Page(out, sealer) => page::write(&mut walk, out, *sealer),
        }
    }

    fn note_export(&mut self, report: &ExportReport, at_ms: i64) -> Result<(), Error> {
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (action, count) in [(Action::Exported, report.memories), (Action::Revealed, report.originals)] {
            if action == Action::Exported || count > 0 {
                let count = count as u64;
                let entry = Entry { at_ms, action, subject: None, count, envelope_digest: None };
                audit::append(&transaction, &self.keys, &entry)?;
            }
        }
        Ok(transaction.commit()?)
    }
}

/// Where it goes, with the keys that it takes: stretched before anything is read.
enum Target<'a> {
    Json(&'a mut dyn Write),
    Markdown(&'a mut dyn Write),
    Zip(&'a mut dyn Write),
    Age(Box<AgeWriter<&'a mut dyn Write>>),
    Page(&'a mut dyn Write, Box<PortableSealer>),
}

fn failed(error: std::io::Error) -> Error {
    Error::io("the export", &error)
}

fn age_failed(error: AgeError) -> Error {
    match error {
        AgeError::Age(error) => error.into(),
        AgeError::Io(error) => failed(error),
    }
}

/// As JSON on one line.
fn line_of(value: &impl serde::Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| Error::damaged("a memory's own form"))
}
