//! `scan`: the filter alone. Must not open a vault, and must not show a value.

use std::io::{BufRead, Read, Write};
use std::path::Path;

use keepsake_filter::{Action, Filter, Finding, Policy, character_offsets, label};
use keepsake_vault::{Code, Error};
use serde_json::{Value, json};

use super::findings_json;
use super::rules::choices;
use crate::arguments::{Arguments, ChoiceArguments};
use crate::failure::Failure;
use crate::output;

/// One JSON object a line in, one a line out.
pub(super) fn lines(chosen: &ChoiceArguments) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::file("the texts", &error);
    let (filter, policy) = (Filter::shared(), policy(chosen)?);
    let mut out = output::standard_output();
    for line in std::io::stdin().lock().split(b'\n') {
        let line = line.map_err(failed)?;
        let value: Option<Value> = serde_json::from_slice(&line).ok();
        let answer = match value.as_ref().and_then(|value| value.get("text")).and_then(Value::as_str) {
            Some(text) => {
                let scan = filter.scan(text, &policy);
                let mut answer = json!({ "findings": findings_json(text, &scan.findings) });
                if scan.over_budget {
                    answer["over_budget"] = json!(true);
                }
                answer
            }
            None => {
                json!({ "error": { "code": "bad_input", "message": "this line is no {\"text\": \"...\"}" } })
            }
        };
        writeln!(out, "{answer}").map_err(failed)?;
    }
    out.flush().map_err(failed)
}

/// A whole file: where what stands, by line.
pub(super) fn file(arguments: &Arguments, path: &Path, chosen: &ChoiceArguments) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::file("the file to scan", &error);
    let policy = policy(chosen)?;
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(failed)?;
    } else {
        bytes = std::fs::read(path).map_err(failed)?;
    }
    let not_text = |_| Error::new(Code::NotText, "the file is not valid UTF-8", "convert it first");
    let text = String::from_utf8(bytes).map_err(not_text)?;
    let scan = Filter::shared().scan(&text, &policy);
    let line_of =
        |finding: &Finding| text.bytes().take(finding.start).filter(|byte| *byte == b'\n').count() + 1;
    if arguments.json {
        let offsets = character_offsets(&text, &scan.findings);
        let findings: Value = scan
            .findings
            .iter()
            .zip(offsets)
            .map(|(finding, (start, end))| {
                json!({ "type": finding.kind, "start": start, "end": end, "action": finding.action, "line": line_of(finding) })
            })
            .collect();
        output::json(&json!({ "findings": findings, "over_budget": scan.over_budget }));
    } else {
        for finding in &scan.findings {
            let action = json!(finding.action);
            let action = action.as_str().unwrap_or_default();
            output::line(&format!("line {:<6} {action:<6} {}", line_of(finding), label(finding.kind)));
        }
        if scan.findings.is_empty() && !scan.over_budget {
            output::line("Nothing private was found.");
        }
    }
    let blocks = scan.findings.iter().any(|finding| finding.action == Action::Block);
    if scan.over_budget {
        return Err(Error::new(
            Code::Blocked,
            "the file is too tangled to be checked to its end",
            "check it in smaller parts",
        )
        .into());
    }
    if blocks {
        return Err(Error::new(
            Code::Blocked,
            "the file holds what would not be kept",
            "the lines above with `block` say where",
        )
        .into());
    }
    Ok(())
}

fn policy(chosen: &ChoiceArguments) -> Result<Policy, Failure> {
    let mut policy = Policy::personal();
    for choice in choices(chosen)? {
        if !policy.set(choice.kind.as_str(), choice.action) {
            let message = format!("the filter cannot do that with {}", choice.kind);
            return Err(Error::new(Code::BadInput, message, "use a type that `scan` names").into());
        }
    }
    Ok(policy)
}
