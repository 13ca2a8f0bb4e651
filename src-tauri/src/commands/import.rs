//! Bringing memories in: a look first, then in the background, with the vault borrowed for moments only, so that the person
//! goes on searching, capturing and locking. Must not pass content on.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use keepsake_embed::Embedder;
use keepsake_vault::{
    Code, Error, FILLER_SALIENCE, ImportFormat, ImportJob, ImportReport, Lend, Pace, Taking, Vault,
};
use tauri::{AppHandle, Emitter, State};
use tauri_plugin_dialog::DialogExt;
use zeroize::Zeroizing;

use super::filter::counts;
use crate::contract::{ImportDone, ImportFrom, ImportPreview, ImportProgress, ImportProposal, Problem};
use crate::shell::{self, Inner, Shell};

/// Memories that are filtered or kept while nobody else has the vault.
const MEMORIES_A_STEP: usize = 64;
/// How long others get the vault between two steps.
const PAUSE: Duration = Duration::from_millis(2);
/// How often the lists on the page follow.
const LISTS_FOLLOW_EVERY: Duration = Duration::from_secs(2);
/// How long the end of the program waits for an import to let go of the model.
const LETS_GO_WITHIN: Duration = Duration::from_secs(2);

/// What was looked at, or stopped half way, and waits to be imported.
pub(crate) struct PendingImport {
    from: Origin,
    /// Of a chat's proposals those that were ticked.
    chosen: Option<Vec<usize>>,
    /// What was chosen at its beginning; the rest keeps to it.
    leave_out_short: Option<bool>,
    /// Items of it that are done, and the file's length and time then: one that has changed since has no such place any more.
    done: usize,
    file: Option<(u64, SystemTime)>,
}

/// Where it comes from.
enum Origin {
    File {
        path: PathBuf,
        format: ImportFormat,
    },
    /// An assistant's answer, pasted.
    Answer(Zeroizing<String>),
}

/// An import under way.
pub(crate) struct RunningImport {
    /// Stops after the step under way.
    stop: Arc<AtomicBool>,
    /// Stops the model too: the vault is gone.
    closed: Arc<AtomicBool>,
}

impl RunningImport {
    /// The vault is being closed: what was kept stays, nothing more is kept.
    pub(crate) fn close(&self) {
        self.stop.store(true, Ordering::Relaxed);
        self.closed.store(true, Ordering::Relaxed);
    }
}

/// Waits for an import that was told to stop, as the model must not be at work when the program ends.
pub(crate) fn wait_for_end(shell: &Shell) {
    let started = Instant::now();
    while shell.held().running_import.is_some() && started.elapsed() < LETS_GO_WITHIN {
        thread::sleep(Duration::from_millis(10));
    }
}

#[tauri::command(async)]
pub(crate) fn import_preview(
    app: AppHandle,
    shell: State<'_, Shell>,
    what: ImportFrom,
) -> Result<ImportPreview, Problem> {
    expect_none_running(&shell)?;
    let vault_id = shell.with_vault(|vault| Ok(vault.id()))?;
    let dialog = app.dialog().file().set_title("Choose what to bring in");
    let chosen = match what {
        ImportFrom::Folder => dialog.blocking_pick_folder(),
        ImportFrom::File => dialog
            .add_filter(
                "Exports and notes",
                &["json", "jsonl", "zip", "md", "markdown", "jex", "csv", "tsv", "txt", "gz"],
            )
            .add_filter("All files", &["*"])
            .blocking_pick_file(),
    };
    let Some(path) = chosen.and_then(|path| path.into_path().ok()) else {
        return Ok(ImportPreview::default());
    };
    let format = ImportFormat::detect(&path)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let proposals = ImportJob::proposals(&path, format)?.into_iter().map(proposal).collect();
    let job = ImportJob::read(&path, format)?;
    let file = file_now(&path);
    let from = Origin::File { path, format };
    look(
        &shell,
        vault_id,
        job,
        ImportPreview { name: Some(name), proposals, ..ImportPreview::default() },
        |held| {
            held.pending_import =
                Some(PendingImport { from, chosen: None, leave_out_short: None, done: 0, file });
        },
    )
}

/// Looks at an assistant's answer that was pasted.
#[tauri::command(async)]
pub(crate) fn import_answer(shell: State<'_, Shell>, text: String) -> Result<ImportPreview, Problem> {
    let text = Zeroizing::new(text);
    expect_none_running(&shell)?;
    let vault_id = shell.with_vault(|vault| Ok(vault.id()))?;
    let job = ImportJob::of_answer(&text)?;
    let preview = ImportPreview { name: Some("the answer".to_owned()), ..ImportPreview::default() };
    look(&shell, vault_id, job, preview, |held| {
        let from = Origin::Answer(text);
        held.pending_import =
            Some(PendingImport { from, chosen: None, leave_out_short: None, done: 0, file: None });
    })
}

/// What to ask an assistant for.
#[tauri::command(async)]
pub(crate) fn import_prompt() -> &'static str {
    keepsake_vault::assistant_prompt()
}

/// Forgets everything new that the last import brought, with a receipt.
#[tauri::command(async)]
pub(crate) fn import_undo(shell: State<'_, Shell>) -> Result<usize, Problem> {
    expect_none_running(&shell)?;
    let (vault_id, ids) = shell.held().undoable_import.take().ok_or_else(nothing_to_undo)?;
    let undone = shell.with_vault(|vault| {
        if vault.id() != vault_id {
            return Ok(None);
        }
        // What was forgotten one by one since is gone already.
        let there: Vec<_> = ids.iter().copied().filter(|id| vault.show(id).is_ok()).collect();
        if there.is_empty() {
            return Ok(Some(0));
        }
        vault.forget(&there).map(|receipt| Some(receipt.counts.memories))
    });
    if undone.is_err() {
        shell.held().undoable_import = Some((vault_id, ids));
    }
    let count = undone?.ok_or_else(nothing_to_undo)?;
    shell.announce_memories();
    Ok(count)
}

fn nothing_to_undo() -> Problem {
    Problem::new(
        "bad_input",
        "There is no import to undo.",
        "Forget its memories one by one, or by their source.",
    )
}

fn proposal(proposal: keepsake_vault::Proposal) -> ImportProposal {
    ImportProposal {
        number: proposal.number,
        content: proposal.content,
        kind: proposal.kind.to_owned(),
        said_at: proposal.created_at_ms.map(keepsake_vault::format_time),
        reason: proposal.reason.to_owned(),
        is_likely: proposal.is_likely,
    }
}

fn look(
    shell: &Shell,
    vault_id: String,
    job: ImportJob,
    preview: ImportPreview,
    remember: impl FnOnce(&mut Inner),
) -> Result<ImportPreview, Problem> {
    let job = job.in_steps_of(MEMORIES_A_STEP);
    let passed_over = job.passed_over().iter().map(|(_, count)| count).sum();
    let closed = Arc::new(AtomicBool::new(false));
    let plan = job.plan(&mut OfShell { shell, vault_id, closed })?;
    remember(&mut shell.held());
    Ok(ImportPreview {
        passed_over,
        memories: plan.items - plan.failed,
        unchanged: plan.unchanged,
        blocked: plan.blocked,
        failed: plan.failed,
        short_replies: plan.fillers,
        found: counts(&plan.found),
        ..preview
    })
}

/// Brings in what was looked at, or the rest of what was stopped. Answers at its end; `import_progress` tells how far it is.
#[tauri::command]
pub(crate) async fn import_run(
    app: AppHandle,
    leave_out_short: bool,
    chosen: Option<Vec<usize>>,
) -> Result<ImportDone, Problem> {
    let in_background = app.clone();
    let work = move || bring_in(&in_background, leave_out_short, chosen);
    let ended = tauri::async_runtime::spawn_blocking(work).await;
    ended.unwrap_or_else(|_| Err(Problem::new("failed", "The import ended early.", "What was kept stays.")))
}

/// Stops the import under way; what was kept stays.
#[tauri::command(async)]
pub(crate) fn import_cancel(shell: State<'_, Shell>) {
    if let Some(running) = &shell.held().running_import {
        running.stop.store(true, Ordering::Relaxed);
    }
}

fn bring_in(
    app: &AppHandle,
    leave_out_short: bool,
    chosen: Option<Vec<usize>>,
) -> Result<ImportDone, Problem> {
    let shell = shell::of(app);
    let (vault_id, has_model) = shell.with_settled_vault(|vault| Ok((vault.id(), vault.has_embedder())))?;
    let (stop, closed) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
    let mut pending = {
        let mut held = shell.held();
        if held.running_import.is_some() {
            return Err(already_running());
        }
        let Some(pending) = held.pending_import.take() else {
            return Err(Problem::new("bad_input", "There is nothing to bring in.", "Choose a file first."));
        };
        held.running_import = Some(RunningImport { stop: stop.clone(), closed: closed.clone() });
        pending
    };
    pending.leave_out_short.get_or_insert(leave_out_short);
    if let Some(mut chosen) = chosen.filter(|_| pending.done == 0) {
        chosen.sort_unstable();
        pending.chosen = Some(chosen);
    }
    let outcome = read(&pending).map(|job| {
        let embedder = if has_model { model(&shell, &closed) } else { None };
        let mut progress = progress(app, &shell, &stop, job.progress());
        let mut vault = OfShell { shell: &shell, vault_id: vault_id.clone(), closed: closed.clone() };
        job.run(&mut vault, embedder.as_ref(), &mut progress)
    });
    let mut held = shell.held();
    held.running_import = None;
    let is_open = held.vault.as_ref().is_some_and(|vault| vault.id() == vault_id);
    let ended = outcome.as_ref().is_ok_and(|report| report.stopped.is_none());
    if let (Ok(report), true) = (&outcome, is_open) {
        // Going on with one that was stopped is the same import.
        let before = held.undoable_import.take().filter(|(id, _)| pending.done > 0 && *id == vault_id);
        let ids =
            before.map(|(_, ids)| ids).unwrap_or_default().into_iter().chain(report.new.clone()).collect();
        held.undoable_import = Some((vault_id.clone(), ids));
    }
    if !ended && is_open && !closed.load(Ordering::Relaxed) {
        pending.done = outcome.as_ref().map_or(pending.done, |report| report.progress.done);
        held.pending_import = Some(pending);
    }
    drop(held);
    shell.announce_memories();
    shell.work_in_background();
    outcome.map(done)
}

/// Tells the page how far it is, lets its lists follow, and answers whether to go on.
fn progress<'a>(
    app: &'a AppHandle,
    shell: &'a Shell,
    stop: &'a AtomicBool,
    begin: keepsake_vault::ImportProgress,
) -> impl FnMut(keepsake_vault::ImportProgress) -> bool + 'a {
    let (started, mut pace, mut lists) = (Instant::now(), Pace::default(), Instant::now());
    pace.note(Duration::ZERO, begin);
    move |progress| {
        let speed = pace.note(started.elapsed(), progress);
        let now = ImportProgress {
            done: progress.done,
            total: progress.total,
            per_second: speed.map(|speed| speed.per_second.round() as u32),
            seconds_left: speed.map(|speed| u32::try_from(speed.left.as_secs()).unwrap_or(u32::MAX)),
        };
        let _ = app.emit("import_progress", now);
        if lists.elapsed() >= LISTS_FOLLOW_EVERY {
            lists = Instant::now();
            shell.announce_memories();
        }
        !stop.load(Ordering::Relaxed)
    }
}

/// The file as it is now, from the place where it was stopped.
fn read(pending: &PendingImport) -> Result<ImportJob, Problem> {
    let (path, format) = match &pending.from {
        Origin::Answer(text) => {
            return Ok(ImportJob::of_answer(text)?.in_steps_of(MEMORIES_A_STEP).after(pending.done));
        }
        Origin::File { path, format } => (path, *format),
    };
    if (pending.done > 0 || pending.chosen.is_some()) && file_now(path) != pending.file {
        return Err(Problem::new(
            "bad_input",
            "The file has changed since it was begun, so its rest cannot be told apart.",
            "Choose it again to see what it would bring.",
        ));
    }
    let job = ImportJob::read_taking(path, format, Taking::default(), pending.chosen.as_deref())?;
    let job = job.in_steps_of(MEMORIES_A_STEP).after(pending.done);
    Ok(if pending.leave_out_short == Some(true) { job.with_min_salience(FILLER_SALIENCE) } else { job })
}

fn file_now(path: &Path) -> Option<(u64, SystemTime)> {
    let metadata = std::fs::metadata(path).ok()?;
    Some((metadata.len(), metadata.modified().ok()?))
}

fn expect_none_running(shell: &Shell) -> Result<(), Problem> {
    if shell.held().running_import.is_some() { Err(already_running()) } else { Ok(()) }
}

fn already_running() -> Problem {
    Problem::new(
        "busy",
        "Memories are being brought in already.",
        "Wait until they are in, or cancel that first.",
    )
}

fn done(report: ImportReport) -> ImportDone {
    let summary = report.summary;
    ImportDone {
        can_be_undone: !report.new.is_empty(),
        imported: summary.imported,
        revised: summary.revised,
        unchanged: summary.unchanged,
        blocked: summary.blocked,
        hidden: summary.masked,
        failed: summary.failed,
        left_out: summary.left_out,
        read: report.progress.done,
        total: report.progress.total,
        // To have been told to stop is no problem.
        problem: report.stopped.filter(|error| error.code != Code::Stopped).map(Problem::from),
    }
}

/// The open vault, for a moment at a time; none any more once another one, or none, is open.
struct OfShell<'a> {
    shell: &'a Shell,
    vault_id: String,
    /// Set with the lock that the vault is taken with: one that is opened again at once is not this one.
    closed: Arc<AtomicBool>,
}

impl Lend for OfShell<'_> {
    fn lend<T>(&mut self, step: impl FnOnce(&mut Vault) -> Result<T, Error>) -> Result<T, Error> {
        let answer = {
            let mut held = self.shell.held();
            let is_closed = self.closed.load(Ordering::Relaxed);
            let vault = held.vault.as_mut().filter(|vault| !is_closed && vault.id() == self.vault_id);
            step(vault.ok_or_else(|| {
                Error::new(Code::Stopped, "the vault was locked", "what was counted is kept")
            })?)
        };
        // Whoever waits for the vault would else be overtaken by the next step.
        thread::sleep(PAUSE);
        answer
    }
}

/// Two sessions of its own, so that a search never waits behind the import; the window's own where they do not load.
fn model(shell: &Shell, closed: &Arc<AtomicBool>) -> Option<Arc<dyn Embedder>> {
    let model = shell.model_for_import()?;
    Some(Arc::new(UntilClosed { model, closed: closed.clone() }))
}

/// A model that stops when the vault is closed.
struct UntilClosed {
    model: Arc<dyn Embedder>,
    closed: Arc<AtomicBool>,
}

impl Embedder for UntilClosed {
    fn info(&self) -> &keepsake_embed::ModelInfo {
        self.model.info()
    }

    fn embed(&self, text: &str) -> Result<Vec<keepsake_embed::WindowVector>, keepsake_embed::Error> {
        if self.closed.load(Ordering::Relaxed) {
            return Err(keepsake_embed::Error::Run);
        }
        self.model.embed(text)
    }

    fn parallel(&self) -> usize {
        self.model.parallel()
    }
}
