//! `erase`: the whole vault, in seven days or now. Must not delete anything itself.

use std::path::Path;

use keepsake_vault::{EraseOrder, Erased};
use serde_json::json;

use crate::arguments::{Arguments, EraseCommand};
use crate::confirm;
use crate::failure::Failure;
use crate::output;
use crate::session::{self, Meaning};

/// Carries out one call of `erase`.
pub(super) fn run(arguments: &Arguments, command: &EraseCommand) -> Result<(), Failure> {
    match command {
        EraseCommand::Order { statements, yes } => order(arguments, statements.as_deref(), *yes),
        EraseCommand::Cancel => {
            let was_ordered = session::open_as_it_is(arguments, Meaning::NotNeeded)?.cancel_erase()?;
            if arguments.json {
                output::json(&json!({ "cancelled": was_ordered }));
            } else {
                output::line(if was_ordered {
                    "The vault stays."
                } else {
                    "Nothing was ordered: the vault stays."
                });
            }
            Ok(())
        }
        EraseCommand::Status => {
            let order = session::open_as_it_is(arguments, Meaning::NotNeeded)?.erase_order()?;
            if arguments.json {
                output::json(&json!({ "order": order }));
            } else {
                output::line(&order.as_ref().map_or_else(|| "Nothing is ordered.".to_owned(), say));
            }
            Ok(())
        }
        EraseCommand::Now { phrase, statements } => {
            let phrase = phrase.as_deref().ok_or_else(|| {
                Failure::wrong_use(
                    "this erases the whole vault: add --phrase \"erase everything\" to say that you mean it",
                )
            })?;
            let vault = session::open_as_it_is(arguments, Meaning::NotNeeded)?;
            let erased = vault.erase_now(phrase, statements.as_deref(), &[])?;
            done(arguments, &erased);
            Ok(())
        }
    }
}

fn order(arguments: &Arguments, statements: Option<&Path>, yes: bool) -> Result<(), Failure> {
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    let told = [
        format!("{} memories would be erased in seven days, with every backup in the chosen folder.", vault.status()?.memories),
        "Until then the vault can be read and exported, nothing in it changes, and `keepsake erase cancel` undoes it.".to_owned(),
    ];
    confirm::expect_yes(yes, &told, "nothing was ordered")?;
    let order = vault.order_erase(statements)?;
    if arguments.json {
        output::json(&json!({ "order": order }));
    } else {
        output::line(&say(&order));
    }
    Ok(())
}

fn say(order: &EraseOrder) -> String {
    let undo = "`keepsake erase cancel` undoes it, `keepsake export` takes everything out";
    if order.waits_for_confirmation {
        return format!(
            "Due since {} by this computer's clock, which has jumped: `keepsake expiry confirm-clock` if it is right. {undo}.",
            order.due_at
        );
    }
    format!(
        "Ordered at {}; from {} on the next opening erases everything. {undo}.",
        order.ordered_at, order.due_at
    )
}

/// Says what was erased.
pub(crate) fn done(arguments: &Arguments, erased: &Erased) {
    if arguments.json {
        output::json(&json!(erased));
        return;
    }
    output::line(&format!(
        "The vault is erased, keys first, and {} backups with it.",
        erased.backups_deleted
    ));
    for left in &erased.left {
        output::line(&format!("Could not be deleted, and opens with nothing any more: {}", left.display()));
    }
    for left in &erased.backups_left {
        output::line(&format!(
            "Could not be reached or deleted, and may still open with the passphrase or recovery code of its day: {}",
            left.display()
        ));
    }
    output::line("Copies that left this computer are not reached.");
}
