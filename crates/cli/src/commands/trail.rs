//! `receipt`, `audit`: what happened, and whether it is still what was written.

use std::io::Read;
use std::path::Path;

use keepsake_vault::{EraseStatement, Receipt};
use serde_json::{Value, json};

use crate::arguments::{Arguments, AuditCommand, ReceiptCommand};
use crate::failure::{FAILED, Failure};
use crate::output;
use crate::session::{self, Meaning};

/// More than any receipt of a million memories has.
const RECEIPT_LIMIT_BYTES: u64 = 128 * 1024 * 1024;

pub(super) fn receipt(arguments: &Arguments, command: &ReceiptCommand) -> Result<(), Failure> {
    match command {
        ReceiptCommand::Verify { file, key } => verify_receipt(arguments, file, key.as_deref()),
        ReceiptCommand::Show { id } => {
            let vault = session::open(arguments, Meaning::NotNeeded)?;
            let receipt = vault.receipt(id)?;
            // As it was signed, so that it can be checked wherever it goes.
            output::line(&receipt.line);
            if !receipt.signed {
                output::error_line("keepsake: this receipt is from before they were signed");
            }
            Ok(())
        }
        ReceiptCommand::List => {
            let vault = session::open(arguments, Meaning::NotNeeded)?;
            let (receipts, fingerprint) = (vault.receipts()?, vault.receipt_fingerprint());
            let body = |line: &str| serde_json::from_str::<Value>(line).unwrap_or_default();
            if arguments.json {
                let list: Vec<Value> = receipts
                    .iter()
                    .map(|receipt| json!({ "id": receipt.id, "signed": receipt.signed, "receipt": body(&receipt.line) }))
                    .collect();
                output::json(&json!({ "receipts": list, "key": fingerprint }));
                return Ok(());
            }
            for receipt in &receipts {
                let body = body(&receipt.line);
                let text = |field: &str| body[field].as_str().unwrap_or_default().to_owned();
                output::line(&format!(
                    "{}  {:<24} {:<10} {} memories{}{}",
                    receipt.id,
                    text("at"),
                    text("tier"),
                    body["memories"].as_u64().unwrap_or_default(),
                    if body["pending"] == json!(true) { ", pending" } else { "" },
                    if receipt.signed { "" } else { ", not signed" },
                ));
            }
            output::line(&format!("{} receipts; signed with key {fingerprint}", receipts.len()));
            Ok(())
        }
    }
}

fn verify_receipt(arguments: &Arguments, file: &Path, key: Option<&str>) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::file("the receipt", &error);
    let mut input: Box<dyn Read> = if file == Path::new("-") {
        Box::new(std::io::stdin().lock())
    } else {
        Box::new(std::fs::File::open(file).map_err(failed)?)
    };
    let mut bytes = Vec::new();
    input.by_ref().take(RECEIPT_LIMIT_BYTES).read_to_end(&mut bytes).map_err(failed)?;
    let (signer_known, fingerprint, said) = if EraseStatement::is_one(&bytes) {
        let checked = EraseStatement::check(&bytes, key)?;
        let statement = checked.statement;
        (
            checked.signer_known,
            checked.fingerprint,
            json!({
                "vault_id": statement.vault_id,
                "ordered_at": statement.ordered_at,
                "begun_at": statement.begun_at,
                "memories": statement.memories,
            }),
        )
    } else {
        let checked = Receipt::check(&bytes, key)?;
        let receipt = checked.receipt;
        (
            checked.signer_known,
            checked.fingerprint,
            json!({
                "receipt_id": receipt.receipt_id,
                "tier": receipt.tier,
                "pending": receipt.pending,
            }),
        )
    };
    if arguments.json {
        let mut answer = json!({ "intact": true, "signer_known": signer_known, "key": fingerprint });
        if let (Some(answer), Value::Object(said)) = (answer.as_object_mut(), said) {
            answer.extend(said);
        }
        output::json(&answer);
    } else if signer_known {
        output::line(&format!("Intact, signed with key {fingerprint}."));
    } else {
        output::line(&format!(
            "Intact, signer unknown: signed with key {fingerprint}. --key with the fingerprint that `keepsake status` shows says whether that is yours."
        ));
    }
    Ok(())
}

pub(super) fn audit(arguments: &Arguments, command: &AuditCommand) -> Result<(), Failure> {
    let vault = session::open(arguments, Meaning::NotNeeded)?;
    match command {
        AuditCommand::List { limit } => {
            let entries = vault.audit_entries(*limit)?;
            if arguments.json {
                output::json(&json!({ "entries": entries }));
                return Ok(());
            }
            for entry in &entries {
                let times = if entry.count == 1 { String::new() } else { format!(" ×{}", entry.count) };
                output::line(&format!(
                    "{:>7}  {:<24} {:<8} {}{times}{}{}",
                    entry.sequence,
                    entry.at,
                    entry.actor.as_deref().unwrap_or("-"),
                    entry.action,
                    if entry.outcome.as_deref() == Some("refused") { ", refused" } else { "" },
                    entry.target.as_ref().map(|id| format!("  {id}")).unwrap_or_default(),
                ));
            }
            Ok(())
        }
        AuditCommand::Verify => {
            let report = vault.audit_verify()?;
            if arguments.json {
                output::json(&json!(report));
            } else {
                output::line(&format!("{} entries", report.entries));
                if let Some(cut) = report.cut_up_to {
                    output::line(&format!(
                        "Entries up to {cut} were cut after a year, under a signed checkpoint."
                    ));
                }
                if !report.anchored {
                    output::line(
                        "The keychain holds nothing to compare with: a trail that was cut at its end would go unnoticed.",
                    );
                }
                report.findings.iter().for_each(|finding| output::line(finding));
                if report.ok {
                    output::line("The trail is whole: nothing was changed, taken out or put back.");
                }
            }
            if report.ok {
                return Ok(());
            }
            let message = "the audit trail is not as it was written: see what was found above".to_owned();
            Err(Failure { exit_code: FAILED, code: "damaged", message })
        }
    }
}
