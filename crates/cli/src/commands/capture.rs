//! `add`, `edit`: one text goes in.

use std::io::{IsTerminal, Read};

use keepsake_embed::Sessions;
use keepsake_filter::{Action, Finding};
use keepsake_vault::{Code, EditRequest, Error, RememberRequest, RememberResponse, parse_duration};
use serde_json::json;

use super::findings_json;
use super::rules::choices;
use crate::arguments::{AddArguments, Arguments, ChoiceArguments};
use crate::failure::Failure;
use crate::output;
use crate::session::{self, Meaning};

/// Bytes of standard input that are surely more than a memory holds; the size is told from the whole.
const READ_LIMIT_BYTES: u64 = 64 * 1024 * 1024;

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
        expires_at_ms: lifetime_ms.map(|ms| vault.expires_after(ms)),
        choices: choices(&add.choices)?,
        replaces: Vec::new(),
        on_conflict: add.on_conflict.policy(),
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

pub(super) fn replace(arguments: &Arguments, older: &str, newer: Option<&str>) -> Result<(), Failure> {
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    let older = vault.find_id(older)?;
    match newer {
        Some(newer) => {
            let newer = vault.find_id(newer)?;
            vault.replace(&older, &newer)?;
        }
        None => vault.hold_both(&older)?,
    }
    let memory = vault.show(&older)?;
    if arguments.json {
        output::json(&json!({ "id": memory.id, "replaced_by": memory.replaced_by }));
        return Ok(());
    }
    match memory.replaced_by {
        Some(newer) => output::line(&format!("{} is replaced by {newer}", memory.id)),
        None => output::line(&format!("{} holds again", memory.id)),
    }
    Ok(())
}

fn answer(arguments: &Arguments, verb: &str, text: &str, kept: &RememberResponse) {
    if arguments.json {
        let mut value = json!({ "id": kept.id, "findings": findings_json(text, &kept.findings) });
        if !kept.replaced.is_empty() {
            value["replaced"] = json!(kept.replaced);
        }
        output::json(&value);
        return;
    }
    output::line(&format!("{verb} {}", kept.id));
    for older in &kept.replaced {
        output::line(&format!("  replaces {older}"));
    }
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
