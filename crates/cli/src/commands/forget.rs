//! `forget`, `edit --forget-earlier`, `compact`: memories go for good.

use std::io::{BufRead, IsTerminal};

use keepsake_vault::{
    ForgetChoice, ForgetPlan, ForgetPreview, ForgetRequest, Forgotten, Planned, Scan, Tier, Vault,
};
use serde_json::{Value, json};

use super::find::filters;
use crate::arguments::{Arguments, ForgetArguments, TierName};
use crate::failure::{FAILED, Failure};
use crate::output;
use crate::session::{self, Meaning};

/// Memories that a question on the terminal names; `--dry-run` names all.
const NAMED: usize = 20;

pub(super) fn run(arguments: &Arguments, forget: &ForgetArguments) -> Result<(), Failure> {
    if let Some(id) = &forget.earlier_versions_only {
        if forget.dry_run {
            return Err(Failure::wrong_use(
                "`keepsake show` lists a memory's earlier texts: leave out --dry-run",
            ));
        }
        expect_meant(forget.yes)?;
        return earlier_as(arguments, id, request(forget));
    }
    let choice = ForgetChoice { text: forget.query.clone(), filters: filters(&forget.filters)? };
    if !forget.dry_run {
        expect_meant(forget.yes)?;
    }
    if forget.ids.is_empty() && forget.query.is_none() && choice.filters == keepsake_vault::Filters::default()
    {
        return Err(Failure::wrong_use(
            "nothing says what to forget: give ids, --query, --topic, --source, --thread, --after or --before",
        ));
    }
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    let plan = if forget.ids.is_empty() {
        vault.plan_forget(&choice)?
    } else {
        let ids = forget.ids.iter().map(|id| vault.find_id(id)).collect::<Result<Vec<_>, _>>()?;
        vault.plan_forget_ids(&ids)?
    };
    if forget.dry_run {
        show_plan(arguments, &plan);
        return Ok(());
    }
    if plan.memories.is_empty() {
        return Err(Failure {
            exit_code: crate::failure::NOT_FOUND,
            code: "not_found",
            message: "no memory fits, so nothing was forgotten".to_owned(),
        });
    }
    if !forget.yes {
        plan.memories.iter().take(NAMED).for_each(|memory| output::error_line(&line(memory)));
        if plan.memories.len() > NAMED {
            output::error_line(&format!("and {} more (--dry-run lists all)", plan.memories.len() - NAMED));
        }
        ask(&format!("{} will be gone for good.", counted(&plan.counts)))?;
    }
    answer(arguments, &vault.forget_with(&plan.ids(), request(forget))?)
}

/// `edit --forget-earlier`: the edit is done already.
pub(super) fn earlier(arguments: &Arguments, id: &str) -> Result<(), Failure> {
    earlier_as(arguments, id, ForgetRequest::default())
}

pub(super) fn compact(arguments: &Arguments) -> Result<(), Failure> {
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    let size = |vault: &Vault| vault.home().files().iter().map(|file| file.size_bytes).sum::<u64>();
    let before = size(&vault);
    vault.compact()?;
    let after = size(&vault);
    if arguments.json {
        output::json(&json!({ "size_before_bytes": before, "size_bytes": after }));
    } else {
        output::line(&format!(
            "The database was written anew: {:.1} MB, before {:.1} MB",
            after as f64 / 1e6,
            before as f64 / 1e6
        ));
    }
    Ok(())
}

fn earlier_as(arguments: &Arguments, id: &str, request: ForgetRequest) -> Result<(), Failure> {
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    let id = vault.find_id(id)?;
    answer(arguments, &vault.forget_earlier(&id, request)?)
}

fn request(forget: &ForgetArguments) -> ForgetRequest {
    let tier = match forget.tier {
        TierName::Removed => Tier::Removed,
        TierName::Compacted => Tier::Compacted,
        TierName::Shredded => Tier::Shredded,
    };
    let scan = if forget.residue { Scan::Always } else { Scan::IfSmall };
    ForgetRequest { tier, scan, ..ForgetRequest::default() }
}

fn expect_meant(yes: bool) -> Result<(), Failure> {
    if yes || (std::io::stdin().is_terminal() && std::io::stderr().is_terminal()) {
        return Ok(());
    }
    Err(Failure::wrong_use(
        "forgetting cannot be undone: add --yes to say that you mean it, or --dry-run to look first",
    ))
}

fn ask(what: &str) -> Result<(), Failure> {
    output::error_line(&format!("{what} Type yes to go on:"));
    let mut answer = String::new();
    let read = std::io::stdin().lock().read_line(&mut answer);
    if read.is_ok() && answer.trim() == "yes" {
        return Ok(());
    }
    let message = "nothing was forgotten".to_owned();
    Err(Failure { exit_code: FAILED, code: "cancelled", message })
}

fn show_plan(arguments: &Arguments, plan: &ForgetPlan) {
    if arguments.json {
        let memories: Vec<Value> = plan
            .memories
            .iter()
            .map(|memory| {
                json!({
                    "id": memory.id.to_string(),
                    "created_at": memory.created_at,
                    "kind": memory.kind,
                    "content": memory.content,
                })
            })
            .collect();
        output::json(&json!({
            "dry_run": true,
            "would_forget": memories,
            "counts": plan.counts,
            "in_earlier_text_only": plan.in_earlier_text_only,
            "damaged": plan.damaged,
        }));
        return;
    }
    plan.memories.iter().for_each(|memory| output::line(&line(memory)));
    output::line(&format!("{} would be forgotten. Nothing was.", counted(&plan.counts)));
    if plan.in_earlier_text_only > 0 {
        output::line(&format!(
            "{} more say it in an earlier text alone: they would stay.",
            plan.in_earlier_text_only
        ));
    }
    if plan.damaged > 0 {
        output::line(&format!("{} are damaged, so nobody can tell what they say.", plan.damaged));
    }
}

fn answer(arguments: &Arguments, done: &Forgotten) -> Result<(), Failure> {
    let receipt = &done.receipt;
    if arguments.json {
        output::line(&receipt.to_line()?);
    } else {
        let reached = match receipt.tier {
            Tier::Removed => "Removed: zeroed in the vault's live files",
            Tier::Compacted => "Compacted: the database was written anew, no page has room for it",
            Tier::Shredded => "Shredded: today's keys open no older copy",
        };
        output::line(&format!("Forgotten: {}.", counted(&receipt.counts)));
        output::line(&format!(
            "{reached}{}.",
            if receipt.pending {
                "; pending: the write-ahead log is emptied when the other program is done"
            } else {
                ""
            }
        ));
        if let Some(why) = &receipt.fell_short {
            output::line(&format!(
                "The database could not be written anew ({why}): `keepsake compact` tries again."
            ));
        }
        if receipt.residue.scanned {
            let (pages, files) = (receipt.residue.pages, receipt.residue.files);
            output::line(&format!(
                "Searched {pages} pages and {files} files for leftovers: {} found.",
                receipt.residue.found
            ));
        }
        output::line(&format!("Receipt {}", receipt.receipt_id));
        output::line("Copies that left this folder, such as backups and exports, are not reached.");
    }
    if receipt.residue.found == 0 {
        return Ok(());
    }
    let places: Vec<String> =
        done.residue.traces.iter().map(|trace| format!("{} in {}", trace.what, trace.place)).collect();
    Err(Failure {
        exit_code: FAILED,
        code: "residue",
        message: format!(
            "it was forgotten, but {} traces were found ({}): `keepsake compact` writes the database anew",
            receipt.residue.found,
            places.join(", ")
        ),
    })
}

fn counted(counts: &ForgetPreview) -> String {
    let ForgetPreview { memories, versions, vectors, originals, .. } = counts;
    format!("{memories} memories, {versions} versions, {vectors} vectors, {originals} hidden originals")
}

/// One memory on one line.
fn line(memory: &Planned) -> String {
    const SHOWN_CHARACTERS: usize = 96;
    let text = memory.content.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut shown: String = text.chars().take(SHOWN_CHARACTERS).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    let date = memory.created_at.get(..10).unwrap_or(&memory.created_at);
    format!("{}  {date}  {:<10} {shown}", memory.id, memory.kind.name())
}
