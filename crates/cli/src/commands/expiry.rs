//! `expiry`: which memories go by themselves, and when. Must not look at a clock.

use keepsake_vault::{Error, ExpiryRule, Swept, parse_duration};
use serde_json::json;

use crate::arguments::{Arguments, ExpiryCommand};
use crate::confirm;
use crate::failure::Failure;
use crate::output;
use crate::session::{self, Meaning};

/// Carries out one call of `expiry`.
pub(super) fn run(arguments: &Arguments, command: &ExpiryCommand) -> Result<(), Failure> {
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    let mut rules = vault.expiry_rules()?;
    match command {
        ExpiryCommand::List => {}
        ExpiryCommand::Add { kind, source, topic, after } => {
            let kind = kind.as_deref().map(str::parse).transpose().map_err(Failure::from)?;
            let (source, topic) = (source.clone(), topic.clone());
            rules.push(ExpiryRule { kind, source, topic, lifetime_ms: parse_duration(after)? }.checked()?);
            vault.set_expiry_rules(rules.clone())?;
        }
        ExpiryCommand::Remove { number } => {
            if *number == 0 || *number > rules.len() {
                let error = Error::new(
                    keepsake_vault::Code::BadInput,
                    "there is no rule of this number",
                    "`keepsake expiry list` shows them",
                );
                return Err(error.into());
            }
            rules.remove(number - 1);
            vault.set_expiry_rules(rules.clone())?;
        }
        ExpiryCommand::Sweep => return swept(arguments, vault.sweep_expired()?),
        ExpiryCommand::ConfirmClock { yes } => {
            if vault.erase_order()?.is_some_and(|order| order.waits_for_confirmation) {
                let told = [
                    "By this clock the seven days are over: the next opening erases the whole vault, as it was ordered.".to_owned(),
                    "`keepsake erase cancel` keeps it.".to_owned(),
                ];
                confirm::expect_yes(*yes, &told, "the clock was not confirmed, and nothing is erased")?;
            }
            vault.confirm_time()?;
            return swept(arguments, vault.sweep_expired()?);
        }
    }
    if arguments.json {
        output::json(&json!({ "rules": rules }));
        return Ok(());
    }
    if rules.is_empty() {
        output::line("Nothing goes by itself, but what was captured with --expires.");
    }
    for (number, rule) in rules.iter().enumerate() {
        output::line(&format!("{}  {}", number + 1, say(rule)));
    }
    Ok(())
}

fn say(rule: &ExpiryRule) -> String {
    let mut words = Vec::new();
    words.extend(rule.kind.map(|kind| format!("kind {}", kind.name())));
    words.extend(rule.source.as_ref().map(|source| format!("source {source}")));
    words.extend(rule.topic.as_ref().map(|topic| format!("topic {topic}")));
    let hours = rule.lifetime_ms as f64 / 3_600_000.0;
    let after = if hours >= 48.0 { format!("{:.0} days", hours / 24.0) } else { format!("{hours:.1} hours") };
    format!("{}: after {after}", words.join(", "))
}

fn swept(arguments: &Arguments, swept: Swept) -> Result<(), Failure> {
    let (erased, held) = match &swept {
        Swept::Nothing => (0, 0),
        Swept::Erased(receipt) => (receipt.counts.memories, 0),
        Swept::Held(count) => (0, *count),
    };
    if arguments.json {
        output::json(&json!({ "erased": erased, "held": held }));
    } else if held > 0 {
        output::line(&format!(
            "{held} memories have expired and are hidden, but the clock has jumped: `keepsake expiry confirm-clock` if it is right."
        ));
    } else {
        output::line(&format!("{erased} memories had expired and are erased."));
    }
    Ok(())
}
