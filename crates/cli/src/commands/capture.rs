//! `add`, `edit`, `import`: text goes in.

use std::io::{IsTerminal, Read};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use keepsake_embed::Sessions;
use keepsake_filter::{Action, Finding};
use keepsake_vault::{Code, EditRequest, Error, RememberRequest, RememberResponse, parse_duration};
use serde_json::json;

use super::findings_json;
use super::rules::{choices, counts_json, print_counts};
use crate::arguments::{AddArguments, Arguments, ChoiceArguments, ImportFormat};
use crate::failure::Failure;
use crate::output;
use crate::session::{self, Meaning};

/// Bytes of standard input that are surely more than a memory holds; the size is told from the whole.
const READ_LIMIT_BYTES: u64 = 64 * 1024 * 1024;

/// New memories from which on an import writes the search index down.
const MANY: usize = 512;

pub(super) fn add(arguments: &Arguments, add: &AddArguments) -> Result<(), Failure> {
    let kind = add.kind.parse()?;
    let text = text_or_standard_input(add.text.as_deref())?;
    let lifetime_ms = add.expires.as_deref().map(parse_duration).transpose()?;
    let mut vault = session::open(arguments, Meaning::Needed(Sessions::OneText))?;
    let request = RememberRequest {
        content: text.clone(),
        kind,
        topics: add.topics.clone(),
        source: Some(add.source.clone().unwrap_or_else(|| "command line".to_owned())),
        thread: add.thread.clone(),
        created_at_ms: None,
        expires_at_ms: lifetime_ms.map(|ms| keepsake_vault::Clock::now_ms(&keepsake_vault::SystemClock) + ms),
        choices: choices(&add.choices)?,
    };
    let kept = vault.remember(request)?;
    answer(arguments, "Kept", &text, &kept);
    Ok(())
}

pub(super) fn edit(
    arguments: &Arguments,
    id: &str,
    text: Option<&str>,
    kind: Option<&str>,
    topics: &[String],
    chosen: &ChoiceArguments,
) -> Result<(), Failure> {
    let kind = kind.map(str::parse).transpose()?;
    let content = match text {
        None if kind.is_some() || !topics.is_empty() => None,
        text => Some(text_or_standard_input(text)?),
    };
    let mut vault = session::open(arguments, Meaning::Needed(Sessions::OneText))?;
    let id = vault.find_id(id)?;
    let topics = (!topics.is_empty()).then(|| topics.to_vec());
    let request = EditRequest { content: content.clone(), kind, topics, choices: choices(chosen)? };
    let kept = vault.edit(&id, request)?;
    answer(arguments, "Edited", &content.unwrap_or_default(), &kept);
    Ok(())
}

fn vault_format(format: ImportFormat) -> keepsake_vault::ImportFormat {
    match format {
        ImportFormat::Jsonl => keepsake_vault::ImportFormat::Jsonl,
        ImportFormat::Markdown => keepsake_vault::ImportFormat::Markdown,
    }
}

pub(super) fn import_plan(
    arguments: &Arguments,
    format: ImportFormat,
    file: &Path,
    chosen: &ChoiceArguments,
) -> Result<(), Failure> {
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    let plan = vault.import_plan(file, vault_format(format), &choices(chosen)?)?;
    if arguments.json {
        output::json(&json!({
            "items": plan.items,
            "unchanged": plan.unchanged,
            "blocked": plan.blocked,
            "failed": plan.failed,
            "found": counts_json(&plan.found),
        }));
        return Ok(());
    }
    output::line(&format!(
        "{} items: {} known already, {} would be blocked, {} cannot be read. Nothing was kept.",
        plan.items, plan.unchanged, plan.blocked, plan.failed
    ));
    print_counts(&plan.found);
    Ok(())
}

pub(super) fn import(
    arguments: &Arguments,
    format: ImportFormat,
    file: &Path,
    chosen: &ChoiceArguments,
) -> Result<(), Failure> {
    let (format, chosen) = (vault_format(format), choices(chosen)?);
    let mut vault = session::open(arguments, Meaning::Needed(Sessions::Import))?;
    let bar = progress_bar();
    let report = vault.import(file, format, &chosen, &mut |progress| {
        bar.set_length(progress.total as u64);
        bar.set_position(progress.done as u64);
        true
    })?;
    bar.finish_and_clear();
    let summary = report.summary;
    if arguments.json {
        output::json(&json!(summary));
    } else {
        output::line(&format!(
            "{} imported, {} unchanged, {} revised, {} blocked, {} masked, {} failed",
            summary.imported,
            summary.unchanged,
            summary.revised,
            summary.blocked,
            summary.masked,
            summary.failed
        ));
    }
    if !arguments.json {
        for (place, reason) in &report.failures {
            output::error_line(&format!("{place}: {reason}"));
        }
        let unnamed = (summary.failed + summary.blocked).saturating_sub(report.failures.len());
        if unnamed > 0 {
            output::error_line(&format!("and {unnamed} more"));
        }
    }
    if summary.imported + summary.revised >= MANY && report.stopped.is_none() {
        // Beside the time that so many take to be embedded this is nothing, and the first search finds it done.
        let _ = vault.write_snapshot(usize::MAX);
    }
    report.stopped.map_or(Ok(()), |error| Err(error.into()))
}

/// Shown only on a terminal, and only once the work takes longer than a second.
fn progress_bar() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len}  {per_sec}  {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(0).with_style(style)
}

fn answer(arguments: &Arguments, verb: &str, text: &str, kept: &RememberResponse) {
    if arguments.json {
        output::json(&json!({ "id": kept.id, "findings": findings_json(text, &kept.findings) }));
        return;
    }
    output::line(&format!("{verb} {}", kept.id));
    let changed = kept.findings.iter().filter(|finding| finding.action != Action::Allow);
    for Finding { kind, action, .. } in changed {
        let done = match action {
            Action::Seal => "sealed",
            Action::Token => "swapped for a token",
            _ => "masked",
        };
        output::line(&format!("  {done}: {}", keepsake_filter::label(kind)));
    }
    if !kept.embedded {
        output::error_line(
            "keepsake: the meaning model is not loaded, so this memory is found by its words for now",
        );
    }
}

pub(super) fn text_or_standard_input(text: Option<&str>) -> Result<String, Failure> {
    match text {
        Some(text) if text != "-" => Ok(text.to_owned()),
        None if std::io::stdin().is_terminal() => Err(Failure::wrong_use(
            "no text was given: write it after the command, or `-` to read standard input",
        )),
        _ => {
            let mut bytes = Vec::new();
            let input = std::io::stdin().lock();
            input
                .take(READ_LIMIT_BYTES)
                .read_to_end(&mut bytes)
                .map_err(|error| Failure::file("standard input", &error))?;
            // What ends the last line on the way in is not part of the thought.
            if bytes.last() == Some(&b'\n') {
                bytes.pop();
                if bytes.last() == Some(&b'\r') {
                    bytes.pop();
                }
            }
            let not_text = |_| Error::new(Code::NotText, "the text is not valid UTF-8", "convert it first");
            Ok(String::from_utf8(bytes).map_err(not_text)?)
        }
    }
}
