//! One file a group of verbs: arguments in, answer out. Must not hold a rule of the vault's.

mod backup;
mod capture;
pub(crate) mod erase;
mod expiry;
mod export;
mod find;
mod forget;
mod import;
mod keep;
mod keys;
mod manual;
mod model;
mod rules;
mod scan;
mod trail;

use serde_json::{Value, json};

use crate::arguments::{Arguments, Command};
use crate::failure::Failure;

/// Carries out one call.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    match &arguments.command {
        Command::Init(init) => keep::init(arguments, init),
        Command::Add(add) => capture::add(arguments, add),
        Command::Import(import) => import::run(arguments, import),
        Command::ImportPrompt => {
            let prompt = keepsake_vault::assistant_prompt();
            match arguments.json {
                true => crate::output::json(&serde_json::json!({ "prompt": prompt })),
                false => crate::output::line(prompt),
            }
            Ok(())
        }
        Command::Search(search) => find::search(arguments, search),
        Command::List { filters, limit, offset } => find::list(arguments, filters, *offset, *limit),
        Command::Show { id } => find::show(arguments, id),
        Command::Edit { id, text, kind, topics, forget_earlier, choices } => {
            capture::edit(arguments, id, text.as_deref(), kind.as_deref(), topics, choices)?;
            if *forget_earlier { forget::earlier(arguments, id) } else { Ok(()) }
        }
        Command::Replace { older, newer, undo: _ } => capture::replace(arguments, older, newer.as_deref()),
        Command::Forget(forget) => forget::run(arguments, forget),
        Command::Receipt { receipt } => trail::receipt(arguments, receipt),
        Command::Audit { audit } => trail::audit(arguments, audit),
        Command::Compact => forget::compact(arguments),
        Command::Export(export) => export::run(arguments, export),
        Command::Scan { file, jsonl: _, choices } => match file {
            Some(file) => scan::file(arguments, file, choices),
            None => scan::lines(choices),
        },
        Command::Model { model } => model::run(arguments, model),
        Command::Rules { rules } => rules::run(arguments, rules),
        Command::Backup { backup } => backup::run(arguments, backup),
        Command::Keys { keys } => keys::run(arguments, keys),
        Command::Expiry { expiry } => expiry::run(arguments, expiry),
        Command::Erase { erase } => erase::run(arguments, erase),
        Command::Verify { accept_restored, residue } => keep::verify(arguments, *accept_restored, *residue),
        Command::Status => keep::status(arguments),
        Command::ConfirmRecoveryCode => keep::confirm_recovery_code(arguments),
        Command::Completions { shell } => {
            manual::completions(arguments, *shell);
            Ok(())
        }
        Command::Man { out } => manual::man(arguments, out.as_deref()),
    }
}

/// Findings as every call answers them: offsets in Unicode characters.
fn findings_json(text: &str, findings: &[keepsake_filter::Finding]) -> Value {
    let offsets = keepsake_filter::character_offsets(text, findings);
    findings
        .iter()
        .zip(offsets)
        .map(|(finding, (start, end))| {
            json!({ "type": finding.kind, "start": start, "end": end, "action": finding.action })
        })
        .collect()
}
