//! Captures many: reads a file or a folder (other programs' exports by way of `keepsake-import`), filters and embeds, and keeps a few hundred in each transaction. Must not echo a
//! line's content in any report, and must not stop at a bad line.
//!
//! An [`ImportJob`] borrows the vault only for two short steps, to let a batch through the filter and to keep one
//! ([`Lend`]); the model works in between, on threads of its own (`pipeline`).

mod batch;
mod foreign;
mod keepsake;
mod pace;
mod pipeline;
mod plan;
mod sources;

use std::path::Path;
use std::sync::Arc;

use keepsake_embed::{Embedder, ModelInfo};
use keepsake_seal::RecordId;

pub(crate) use self::batch::{external_mac, known_memory};
pub use self::foreign::Taking;
pub use self::keepsake::BroughtBack;
pub use self::pace::{Pace, Speed};
pub use self::plan::{FILLER_SALIENCE, ImportPlan};

use crate::open::Vault;
use crate::remember::RememberRequest;
use crate::replace::OnConflict;
use crate::rules::Choice;
use crate::{Code, Error};

/// Memories a transaction, unless the job says otherwise.
const MEMORIES_A_STEP: usize = 256;
/// Bytes of content that fill a step as one memory does: a folder of long pages must not be one transaction of minutes.
const BYTES_A_MEMORY: usize = 1024;
/// The largest file of lines that is read.
const FILE_LIMIT_BYTES: u64 = 512 * 1024 * 1024;
/// The most failures that are described; the rest are counted.
const DESCRIBED_FAILURES: usize = 100;

/// What an import reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportFormat {
    /// One JSON object a line.
    Jsonl,
    /// What another program has exported, notes in Markdown among them.
    Foreign(keepsake_import::Format),
}

impl ImportFormat {
    /// A folder of Markdown files, or one file.
    pub const MARKDOWN: ImportFormat = ImportFormat::Foreign(keepsake_import::Format::Markdown);

    /// Says which one a file or folder is, by its shape.
    ///
    /// # Errors
    /// [`Code::BadInput`] for what is none: an unknown shape is never taken for a text.
    pub fn detect(path: &Path) -> Result<ImportFormat, Error> {
        if ImportFormat::is_own_export(path) {
            return Err(Error::new(
                Code::BadInput,
                "this is an export of Keepsake's own",
                "bring it back as one: *From a Keepsake export…* in the window, or `keepsake import --format keepsake`",
            ));
        }
        match foreign::detect(path) {
            Ok(format) => Ok(ImportFormat::Foreign(format)),
            Err(_) if sources::looks_like_jsonl(path) => Ok(ImportFormat::Jsonl),
            Err(error) => Err(error),
        }
    }

    /// Whether it is what Keepsake itself has written, which comes back another way: [`Vault::bring_in`].
    pub fn is_own_export(path: &Path) -> bool {
        crate::export::opened::is_own_export(path)
    }

    /// Its short name.
    pub fn name(self) -> &'static str {
        match self {
            ImportFormat::Jsonl => "jsonl",
            ImportFormat::Foreign(format) => format.name(),
        }
    }
}

/// A sentence of a chat that may be worth keeping.
#[derive(Clone)]
pub struct Proposal {
    /// Its number, to choose it by.
    pub number: usize,
    /// The sentence.
    pub content: String,
    /// Its kind.
    pub kind: &'static str,
    /// When it was said.
    pub created_at_ms: Option<i64>,
    /// Why it is proposed.
    pub reason: &'static str,
    /// Whether it most likely says something about the person.
    pub is_likely: bool,
}

/// Counts of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct ImportSummary {
    /// New memories.
    pub imported: usize,
    /// Known already, with the same content.
    pub unchanged: usize,
    /// Known already, with other content: a new version was kept.
    pub revised: usize,
    /// Refused by the filter.
    pub blocked: usize,
    /// Kept with something masked.
    pub masked: usize,
    /// Could not be read.
    pub failed: usize,
    /// Said too little, where it was asked that such be left out.
    #[serde(skip)]
    pub left_out: usize,
    /// Older memories that were replaced, where it was asked that the latest win.
    #[serde(skip)]
    pub replaced: usize,
}

/// What an import did.
#[derive(Debug, Clone, Default)]
pub struct ImportReport {
    /// The counts.
    pub summary: ImportSummary,
    /// The first hundred failures: where (`line 7`, `notes/a.md`) and why. Never content.
    pub failures: Vec<(String, String)>,
    /// Why it stopped before the end, if it did ([`Code::Stopped`]: because it was told to). What was counted is kept.
    pub stopped: Option<Error>,
    /// How far it came in the file.
    pub progress: ImportProgress,
    /// New memories without an external id: the same file would bring them again.
    pub without_id: usize,
    /// The new memories, so that the whole import can be undone.
    pub new: Vec<RecordId>,
    /// What of another program's export was left out, by name and count.
    pub passed_over: Vec<(&'static str, usize)>,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ImportProgress {
    /// Items of the file, from its start, that were kept, refused or passed over.
    pub done: usize,
    /// All items of the file.
    pub total: usize,
}

/// One thing to import, or why it cannot be read.
pub(crate) struct Item {
    pub(crate) place: String,
    pub(crate) read: Result<(RememberRequest, Option<String>), Error>,
}

/// Whoever holds a vault and lends it for one short step.
pub trait Lend {
    /// Runs `step` on the vault.
    ///
    /// # Errors
    /// The step's own, or that the vault is not there any more.
    fn lend<T>(&mut self, step: impl FnOnce(&mut Vault) -> Result<T, Error>) -> Result<T, Error>;
}

impl Lend for Vault {
    fn lend<T>(&mut self, step: impl FnOnce(&mut Vault) -> Result<T, Error>) -> Result<T, Error> {
        step(self)
    }
}

/// A file or folder that was read and is to be imported.
pub struct ImportJob {
    items: std::vec::IntoIter<Item>,
    choices: Vec<Choice>,
    min_salience: f32,
    on_conflict: OnConflict,
    memories_a_step: usize,
    /// The model that makes the vectors, once it runs.
    model: Option<ModelInfo>,
    report: ImportReport,
}

impl ImportJob {
    /// Reads a file or folder; no vault is needed yet.
    ///
    /// # Errors
    /// When it cannot be read at all. A single line or file that cannot is in the report.
    pub fn read(path: &Path, format: ImportFormat) -> Result<ImportJob, Error> {
        ImportJob::read_taking(path, format, Taking::default(), None)
    }

    /// As [`ImportJob::read`], with what is taken of it; `chosen` are the numbers of the [`ImportJob::proposals`] that were ticked, in
    /// order.
    ///
    /// # Errors
    /// As [`ImportJob::read`].
    pub fn read_taking(
        path: &Path,
        format: ImportFormat,
        taking: Taking,
        chosen: Option<&[usize]>,
    ) -> Result<ImportJob, Error> {
        Ok(match format {
            ImportFormat::Jsonl => {
                let size = std::fs::metadata(path).map_or(0, |file| file.len());
                if size > FILE_LIMIT_BYTES {
                    return Err(Error::new(
                        Code::TooLarge,
                        format!("the file has more than {} MB", FILE_LIMIT_BYTES / (1024 * 1024)),
                        "split it into several files",
                    ));
                }
                let bytes = std::fs::read(path).map_err(|error| Error::io("the file to import", &error))?;
                ImportJob::of(sources::jsonl(&bytes))
            }
            ImportFormat::Foreign(format) => {
                ImportJob::of_found(foreign::read(path, format, taking)?, taking, chosen)
            }
        })
    }

    /// What an assistant answered to [`assistant_prompt`], pasted.
    ///
    /// # Errors
    /// [`Code::BadInput`] if nothing in it is a memory.
    pub fn of_answer(text: &str) -> Result<ImportJob, Error> {
        let (format, taking) = (keepsake_import::Format::AssistantAnswer, Taking::default());
        Ok(ImportJob::of_found(foreign::read_text(text, format, taking)?, taking, None))
    }

    /// The sentences of a chat export that may be worth keeping, likely ones first; none in other formats.
    ///
    /// # Errors
    /// As [`ImportJob::read`].
    pub fn proposals(path: &Path, format: ImportFormat) -> Result<Vec<Proposal>, Error> {
        let ImportFormat::Foreign(format) = format else { return Ok(Vec::new()) };
        let found = foreign::read(path, format, Taking::default())?;
        let mut proposals: Vec<(u8, Proposal)> = Vec::new();
        for (number, item) in found.items.into_iter().enumerate() {
            let Some(proposed) = item.proposed else { continue };
            let proposal = Proposal {
                number,
                content: item.content,
                kind: item.kind.name(),
                created_at_ms: item.created_at_ms,
                reason: proposed.reason,
                is_likely: proposed.is_worth_ticking(),
            };
            proposals.push((proposed.score, proposal));
        }
        proposals.sort_by_key(|(score, proposal)| (std::cmp::Reverse(*score), proposal.number));
        Ok(proposals.into_iter().map(|(_, proposal)| proposal).collect())
    }

    fn of_found(found: keepsake_import::Found, taking: Taking, chosen: Option<&[usize]>) -> ImportJob {
        let (items, passed_over) = foreign::items(found, taking, chosen);
        let mut job = ImportJob::of(items);
        job.report.passed_over = passed_over;
        job
    }

    /// What of another program's export is left out, by name and count.
    pub fn passed_over(&self) -> &[(&'static str, usize)] {
        &self.report.passed_over
    }

    /// The text of a JSONL file.
    pub fn of_jsonl(bytes: &[u8]) -> ImportJob {
        ImportJob::of(sources::jsonl(bytes))
    }

    fn of(items: Vec<Item>) -> ImportJob {
        let progress = ImportProgress { done: 0, total: items.len() };
        ImportJob {
            items: items.into_iter(),
            choices: Vec::new(),
            min_salience: 0.0,
            on_conflict: OnConflict::KeepBoth,
            memories_a_step: MEMORIES_A_STEP,
            model: None,
            report: ImportReport { progress, ..ImportReport::default() },
        }
    }

    /// What the person chose for what the filter finds.
    #[must_use]
    pub fn with_choices(mut self, choices: &[Choice]) -> ImportJob {
        self.choices = choices.to_vec();
        self
    }

    /// Leaves out what says less than this (0 to 1, see [`crate::salience`]); 0 leaves out nothing.
    #[must_use]
    pub fn with_min_salience(mut self, min_salience: f32) -> ImportJob {
        self.min_salience = min_salience;
        self
    }

    /// What to do with memories that contradict or update older ones.
    #[must_use]
    pub fn on_conflict(mut self, policy: OnConflict) -> ImportJob {
        self.on_conflict = policy;
        self
    }

    /// Passes over the first items of the file: an import that was stopped says how many it had done.
    #[must_use]
    pub fn after(mut self, done: usize) -> ImportJob {
        let done = done.min(self.items.len());
        self.items.by_ref().take(done).for_each(drop);
        self.report.progress.done += done;
        self
    }

    /// How many memories a step takes at most: each step holds the vault once to filter and once to keep.
    #[must_use]
    pub fn in_steps_of(mut self, memories: usize) -> ImportJob {
        self.memories_a_step = memories.max(1);
        self
    }

    /// How far it is.
    pub fn progress(&self) -> ImportProgress {
        self.report.progress
    }

    /// Imports what was read, with `embedder` at work between the steps, on as many threads as it can use. `progress` is told
    /// after each step and may answer `false` to stop; what was kept until then stays.
    pub fn run(
        mut self,
        vault: &mut impl Lend,
        embedder: Option<&Arc<dyn Embedder>>,
        progress: &mut dyn FnMut(ImportProgress) -> bool,
    ) -> ImportReport {
        self.model = embedder.map(|embedder| embedder.info().clone());
        let outcome = pipeline::run(&mut self, vault, embedder.map(AsRef::as_ref), progress);
        self.report.stopped = outcome.err();
        self.report
    }

    /// The next items, as many as a step takes.
    fn next_items(&mut self) -> Vec<Item> {
        let (mut items, mut bytes) = (Vec::new(), 0);
        while items.len() < self.memories_a_step && bytes < self.memories_a_step * BYTES_A_MEMORY {
            let Some(item) = self.items.next() else { break };
            bytes += item.read.as_ref().map_or(0, |(request, _)| request.content.len());
            items.push(item);
        }
        items
    }

    fn stopped(&self) -> Error {
        let ImportProgress { done, total } = self.report.progress;
        Error::new(
            Code::Stopped,
            format!("the import was stopped at {done} of {total}"),
            "what was counted is kept; run it again to go on",
        )
    }
}

/// What to ask an assistant for, so that its answer can be brought in.
pub fn assistant_prompt() -> &'static str {
    keepsake_import::prompt()
}

impl Vault {
    /// Imports a file or folder. `progress` is told after each few hundred and may answer `false` to stop.
    ///
    /// # Errors
    /// When the file cannot be read at all; everything later is in the report.
    pub fn import(
        &mut self,
        path: &Path,
        format: ImportFormat,
        choices: &[Choice],
        progress: &mut dyn FnMut(ImportProgress) -> bool,
    ) -> Result<ImportReport, Error> {
        Ok(self.import_job(ImportJob::read(path, format)?.with_choices(choices), progress))
    }

    /// Imports the text of a JSONL file.
    pub fn import_jsonl(
        &mut self,
        bytes: &[u8],
        progress: &mut dyn FnMut(ImportProgress) -> bool,
    ) -> ImportReport {
        self.import_job(ImportJob::of_jsonl(bytes), progress)
    }

    /// Imports what was read, with this vault's own model.
    pub fn import_job(
        &mut self,
        job: ImportJob,
        progress: &mut dyn FnMut(ImportProgress) -> bool,
    ) -> ImportReport {
        let embedder = self.surroundings.embedder.clone();
        job.run(self, embedder.as_ref(), progress)
    }

    /// Looks at a file or folder as an import would, and keeps nothing.
    ///
    /// # Errors
    /// When the file cannot be read at all, or a choice is none that the filter can make.
    pub fn import_plan(
        &mut self,
        path: &Path,
        format: ImportFormat,
        choices: &[Choice],
    ) -> Result<ImportPlan, Error> {
        ImportJob::read(path, format)?.with_choices(choices).plan(self)
    }
}
