//! `import`: many texts go in, with a bar while it takes and an end at Ctrl-C. Must not hold a rule of the vault's.

use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{HumanCount, HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};
use keepsake_embed::Sessions;
use keepsake_vault::{Code, ImportJob, ImportProgress, ImportReport, Pace, Taking};
use serde_json::json;
use signal_hook::consts::{SIGINT, SIGTERM};

use super::export::export_passphrase;
use super::rules::{choices, counts_json, print_counts};
use crate::arguments::{Arguments, ImportArguments, ImportFormat};
use crate::failure::Failure;
use crate::output;
use crate::session::{self, Meaning};

/// Work that is over sooner shows no bar.
const BAR_AFTER: Duration = Duration::from_secs(1);
/// Memories that get their vectors in one go.
const EMBED_AT_ONCE: usize = 256;
/// New memories from which on an import writes the search index down.
const MANY: usize = 512;
/// The exit code of a program that Ctrl-C ended on the spot.
const INTERRUPTED: i32 = 130;

pub(super) fn run(arguments: &Arguments, import: &ImportArguments) -> Result<(), Failure> {
    let is_own = match import.format {
        ImportFormat::Keepsake => true,
        ImportFormat::Auto => keepsake_vault::ImportFormat::is_own_export(&import.file),
        _ => false,
    };
    if is_own {
        return bring_back(arguments, import);
    }
    if import.dry_run { plan(arguments, import) } else { bring_in(arguments, import) }
}

fn job(import: &ImportArguments) -> Result<ImportJob, Failure> {
    use keepsake_import::Format;
    use keepsake_vault::ImportFormat as Known;
    let format = match import.format {
        ImportFormat::Auto => Known::detect(&import.file)?,
        ImportFormat::Jsonl => Known::Jsonl,
        ImportFormat::Markdown => Known::MARKDOWN,
        ImportFormat::Chatgpt => Known::Foreign(Format::ChatGpt),
        ImportFormat::Claude => Known::Foreign(Format::Claude),
        ImportFormat::McpMemory => Known::Foreign(Format::McpMemory),
        ImportFormat::Openmemory => Known::Foreign(Format::OpenMemory),
        ImportFormat::JoplinRaw => Known::Foreign(Format::JoplinRaw),
        ImportFormat::JoplinJex => Known::Foreign(Format::JoplinJex),
        ImportFormat::Csv => Known::Foreign(Format::Csv),
        ImportFormat::Text => Known::Foreign(Format::PlainText),
        ImportFormat::Assistant => Known::Foreign(Format::AssistantAnswer),
        ImportFormat::Keepsake => return Err(Failure::wrong_use("an export is brought in as a whole")),
    };
    let taking = Taking {
        every_proposal: import.every_proposal,
        conversations: import.conversations,
        one_memory: import.one_memory,
    };
    Ok(ImportJob::read_taking(&import.file, format, taking, None)?
        .with_choices(&choices(&import.choices)?)
        .with_min_salience(import.min_salience)
        .on_conflict(import.on_conflict.policy())
        .after(import.skip))
}

/// What Keepsake itself has written: ids, versions, dates and links come along, all of it or nothing.
fn bring_back(arguments: &Arguments, import: &ImportArguments) -> Result<(), Failure> {
    if import.dry_run {
        return Err(Failure::wrong_use("an export is brought in as a whole: leave --dry-run out"));
    }
    let passphrase = export_passphrase(import.export_passphrase_file.as_deref())?;
    let mut vault = session::open(arguments, Meaning::Needed(Sessions::Import))?;
    vault.expect_no_pause()?;
    let stop = told_to_stop();
    let report = vault.bring_in(&import.file, passphrase.as_ref(), &mut |_| !stop.load(Ordering::Relaxed))?;
    while vault.embed_waiting(EMBED_AT_ONCE)? > 0 {}
    if arguments.json {
        output::json(&json!({
            "imported": report.imported,
            "unchanged": report.unchanged,
            "revised": report.revised,
            "forgotten_here": report.forgotten_here,
            "masked": report.masked,
            "originals_missing": report.originals_missing,
        }));
    } else {
        output::line(&format!(
            "{} memories brought in, {} known already, {} with versions that were not here, {} forgotten here and left out.",
            report.imported, report.unchanged, report.revised, report.forgotten_here
        ));
        if report.masked > 0 {
            output::line(&format!("In {} of them the filter hides something now.", report.masked));
        }
    }
    Ok(())
}

fn plan(arguments: &Arguments, import: &ImportArguments) -> Result<(), Failure> {
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    let job = job(import)?;
    let passed_over = job.passed_over().to_vec();
    let plan = job.plan(&mut vault)?;
    if arguments.json {
        output::json(&json!({
            "items": plan.items,
            "unchanged": plan.unchanged,
            "blocked": plan.blocked,
            "failed": plan.failed,
            "fillers": plan.fillers,
            "found": counts_json(&plan.found),
            "passed_over": by_name(&passed_over),
        }));
        return Ok(());
    }
    output::line(&format!(
        "{} items: {} known already, {} would be blocked, {} cannot be read, {} are short replies such as greetings. Nothing was kept.",
        plan.items, plan.unchanged, plan.blocked, plan.failed, plan.fillers
    ));
    print_counts(&plan.found);
    say_passed_over(&passed_over);
    Ok(())
}

fn by_name(passed_over: &[(&'static str, usize)]) -> serde_json::Map<String, serde_json::Value> {
    passed_over.iter().map(|(cause, count)| ((*cause).to_owned(), json!(count))).collect()
}

/// What of another program's export was never taken for a memory.
fn say_passed_over(passed_over: &[(&'static str, usize)]) {
    if passed_over.is_empty() {
        return;
    }
    let counts: Vec<String> =
        passed_over.iter().map(|(cause, count)| format!("{count} {}", cause.replace('_', " "))).collect();
    output::line(&format!("Passed over: {}.", counts.join(", ")));
}

fn bring_in(arguments: &Arguments, import: &ImportArguments) -> Result<(), Failure> {
    let mut vault = session::open(arguments, Meaning::Needed(Sessions::Import))?;
    vault.expect_no_pause()?;
    let job = job(import)?;
    let stop = told_to_stop();
    let mut bar = Bar::new(job.progress());
    let report = vault.import_job(job, &mut |progress| {
        bar.show(progress);
        !stop.load(Ordering::Relaxed)
    });
    bar.clear();
    answer(arguments, import, &report);
    if report.summary.imported + report.summary.revised >= MANY && report.stopped.is_none() {
        // Beside the time that so many take to be embedded this is nothing, and the first search finds it done.
        let _ = vault.write_snapshot(usize::MAX);
    }
    let Some(error) = &report.stopped else { return Ok(()) };
    let how_far = how_far(&report);
    if error.code == Code::Stopped {
        return Err(Failure { message: how_far, ..error.clone().into() });
    }
    if !arguments.json {
        output::error_line(&format!("keepsake: {how_far}"));
    }
    Err(error.clone().into())
}

fn answer(arguments: &Arguments, import: &ImportArguments, report: &ImportReport) {
    let summary = report.summary;
    if arguments.json {
        // What was not asked for and did not happen has no field: scripts hold on to the six counts.
        let mut answer = json!(summary);
        if import.min_salience > 0.0 {
            answer["left_out"] = json!(summary.left_out);
        }
        if !report.passed_over.is_empty() {
            answer["passed_over"] = json!(by_name(&report.passed_over));
        }
        if summary.replaced > 0 {
            answer["replaced"] = json!(summary.replaced);
        }
        if report.stopped.is_some() {
            answer["stopped"] = json!(true);
            answer["read"] = json!(report.progress.done);
            answer["of"] = json!(report.progress.total);
        }
        output::json(&answer);
        return;
    }
    let left_out = match import.min_salience > 0.0 {
        true => format!(", {} left out", summary.left_out),
        false => String::new(),
    };
    let replaced = match summary.replaced {
        0 => String::new(),
        count => format!(", {count} older ones replaced"),
    };
    output::line(&format!(
        "{} imported, {} unchanged, {} revised, {} blocked, {} masked, {} failed{left_out}{replaced}",
        summary.imported, summary.unchanged, summary.revised, summary.blocked, summary.masked, summary.failed
    ));
    say_passed_over(&report.passed_over);
    for (place, reason) in &report.failures {
        output::error_line(&format!("{place}: {reason}"));
    }
    let unnamed = (summary.failed + summary.blocked).saturating_sub(report.failures.len());
    if unnamed > 0 {
        output::error_line(&format!("and {unnamed} more"));
    }
}

/// How far an import came that did not come to its end, and how to go on. A line without an id cannot be known again: it must
/// be passed over by its place.
fn how_far(report: &ImportReport) -> String {
    let ImportProgress { done, total } = report.progress;
    let so_far = format!(
        "stopped: {} of {} read; what was counted is kept",
        HumanCount(done as u64),
        HumanCount(total as u64)
    );
    if report.without_id > 0 {
        return format!(
            "{so_far}; run it again with --skip {done} to go on, as {} without an external_id would come in twice",
            HumanCount(report.without_id as u64)
        );
    }
    format!("{so_far}; run it again to go on")
}

/// Set by Ctrl-C, and when the system asks the program to end; a second Ctrl-C ends it on the spot.
fn told_to_stop() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    // Where a signal cannot be listened to, it ends the program as ever: what was kept stays.
    let _ = signal_hook::flag::register_conditional_shutdown(SIGINT, INTERRUPTED, stop.clone());
    for signal in [SIGINT, SIGTERM] {
        let _ = signal_hook::flag::register(signal, stop.clone());
    }
    stop
}

/// A bar with the rate and the time left; on a terminal only, and only once the work takes longer than a second.
struct Bar {
    bar: ProgressBar,
    pace: Pace,
    started: Instant,
    to_show: bool,
}

impl Bar {
    fn new(progress: ImportProgress) -> Bar {
        let style = ProgressStyle::with_template("{wide_bar} {human_pos}/{human_len}  {msg}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::with_draw_target(Some(progress.total as u64), ProgressDrawTarget::hidden());
        let mut pace = Pace::default();
        pace.note(Duration::ZERO, progress);
        Bar {
            bar: bar.with_style(style),
            pace,
            started: Instant::now(),
            to_show: std::io::stderr().is_terminal(),
        }
    }

    fn show(&mut self, progress: ImportProgress) {
        let elapsed = self.started.elapsed();
        self.bar.set_position(progress.done as u64);
        if let Some(speed) = self.pace.note(elapsed, progress) {
            let (rate, left) = (HumanCount(speed.per_second.round() as u64), HumanDuration(speed.left));
            self.bar.set_message(format!("{rate} a second, {left} left"));
        }
        if self.to_show && elapsed >= BAR_AFTER {
            self.to_show = false;
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    fn clear(&self) {
        self.bar.finish_and_clear();
    }
}
