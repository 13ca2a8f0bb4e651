//! Captures many: reads a file or a folder, filters and embeds, and keeps a few hundred in each transaction. Must not echo a
//! line's content in any report, and must not stop at a bad line.
//!
//! An [`ImportJob`] borrows the vault only for two short steps, to let a batch through the filter and to keep one
//! ([`Lend`]); the model works in between, on threads of its own (`pipeline`).

mod batch;
mod keepsake;
mod pace;
mod pipeline;
mod plan;
mod sources;

use std::path::Path;
use std::sync::Arc;

use keepsake_embed::{Embedder, ModelInfo};

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
/// The most failures that are described; the rest are counted.
const DESCRIBED_FAILURES: usize = 100;

/// What an import reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportFormat {
    /// One JSON object a line.
    Jsonl,
    /// A folder of Markdown files, or one file.
    Markdown,
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
        Ok(ImportJob::of(match format {
            ImportFormat::Jsonl => {
                let bytes = std::fs::read(path).map_err(|error| Error::io("the file to import", &error))?;
                sources::jsonl(&bytes)
            }
            ImportFormat::Markdown => sources::markdown(path)?,
        }))
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
