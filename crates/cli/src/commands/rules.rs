//! `rules`: what the filter does in this vault. And the choices of a single call.

use keepsake_embed::Sessions;
use keepsake_filter::{Class, What, label};
use keepsake_vault::{Choice, Code, Error, KindCount, Preset, name_of, named};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::capture::text_or_standard_input;
use crate::arguments::{Arguments, ChoiceArguments, RulesCommand};
use crate::failure::Failure;
use crate::output;
use crate::session::{self, Meaning};

/// Carries out one call of `rules`.
pub(super) fn run(arguments: &Arguments, command: &RulesCommand) -> Result<(), Failure> {
    match command {
        RulesCommand::List => list(arguments),
        RulesCommand::Add { word, pattern, action } => {
            let what = match (word, pattern) {
                (Some(word), _) => What::Word(text_or_standard_input(Some(word))?),
                (None, pattern) => What::Pattern(text_or_standard_input(pattern.as_deref())?),
            };
            let action = expect_named(action, ACTIONS)?;
            let number = session::open(arguments, Meaning::NotNeeded)?.add_filter_rule(what, action)?;
            done(arguments, &json!({ "number": number }), &format!("Rule {number} was added."))
        }
        RulesCommand::Remove { number } => {
            session::open(arguments, Meaning::NotNeeded)?.remove_filter_rule(*number)?;
            done(arguments, &json!({ "removed": number }), &format!("Rule {number} was removed."))
        }
        RulesCommand::Set { what, action } => {
            let action = expect_named(action, ACTIONS)?;
            let mut vault = session::open(arguments, Meaning::NotNeeded)?;
            match named::<Class>(what) {
                Some(class) => vault.set_filter_class(class, action)?,
                None => vault.set_filter_kind(what, action)?,
            }
            done(
                arguments,
                &json!({ "set": what, "action": action }),
                &format!("{what}: {}", name_of(action)),
            )
        }
        RulesCommand::Preset { name } => {
            let preset: Preset = expect_named(name, "use personal, careful or strict")?;
            session::open(arguments, Meaning::NotNeeded)?.set_filter_preset(preset)?;
            done(arguments, &json!({ "preset": preset }), &format!("Preset: {name}"))
        }
        RulesCommand::ForgetAllowed => {
            session::open(arguments, Meaning::NotNeeded)?.forget_allowed_values()?;
            done(arguments, &json!({ "allowed_values": 0 }), "No exact value passes always any more.")
        }
        RulesCommand::Check { apply } => check(arguments, *apply),
    }
}

const ACTIONS: &str = "use block, mask, token, seal or allow";

/// The choices of a call: `TYPE=ACTION` each.
pub(super) fn choices(arguments: &ChoiceArguments) -> Result<Vec<Choice>, Failure> {
    let parsed = arguments.on_finding.iter().map(|choice| {
        let (kind, action) = choice.split_once('=').ok_or_else(|| {
            Failure::wrong_use("--on-finding needs a type and an action, such as credit_card=mask")
        })?;
        Ok(Choice {
            kind: kind.trim().to_owned(),
            action: expect_named(action.trim(), ACTIONS)?,
            always: false,
        })
    });
    parsed.collect()
}

/// Counts of kinds, as every call answers them.
pub(super) fn counts_json(found: &[KindCount]) -> Value {
    found
        .iter()
        .map(|found| json!({ "type": found.kind, "action": found.action, "count": found.count }))
        .collect()
}

/// The same for people.
pub(super) fn print_counts(found: &[KindCount]) {
    for found in found {
        output::line(&format!("{:>8}  {} ({})", found.count, label(found.kind), name_of(found.action)));
    }
}

fn list(arguments: &Arguments) -> Result<(), Failure> {
    let settings = session::open(arguments, Meaning::NotNeeded)?.filter_settings()?;
    let form = |what: &What| match what {
        What::Word(text) => ("word", text.clone()),
        What::Pattern(text) => ("pattern", text.clone()),
    };
    if arguments.json {
        let classes: Value = settings
            .classes
            .iter()
            .map(|(class, action)| json!({ "class": class, "action": action }))
            .collect();
        let kinds: Value =
            settings.kinds.iter().map(|(kind, action)| json!({ "type": kind, "action": action })).collect();
        let rules: Value = settings
            .rules
            .iter()
            .map(|rule| {
                let (form, text) = form(&rule.what);
                json!({ "number": rule.id.parse::<u32>().unwrap_or_default(), "form": form, "text": text, "action": rule.action })
            })
            .collect();
        output::json(&json!({
            "preset": settings.preset,
            "changed": settings.changed,
            "classes": classes,
            "types": kinds,
            "rules": rules,
            "allowed_values": settings.allowed_values,
        }));
        return Ok(());
    }
    let changed = if settings.changed { ", changed" } else { "" };
    output::line(&format!("Preset {}{changed}", name_of(settings.preset)));
    for (class, action) in &settings.classes {
        output::line(&format!("  {:<14} {}", name_of(class), name_of(action)));
    }
    for (kind, action) in &settings.kinds {
        output::line(&format!("  {kind:<14} {}", name_of(action)));
    }
    for rule in &settings.rules {
        let (form, text) = form(&rule.what);
        output::line(&format!("Rule {}: {form} {text:?}, {}", rule.id, name_of(rule.action)));
    }
    if settings.allowed_values > 0 {
        output::line(&format!("{} exact values always pass", settings.allowed_values));
    }
    Ok(())
}

fn check(arguments: &Arguments, apply: bool) -> Result<(), Failure> {
    let meaning = if apply { Meaning::Needed(Sessions::OneText) } else { Meaning::NotNeeded };
    let mut vault = session::open(arguments, meaning)?;
    if apply {
        let report = vault.recheck()?;
        let (changed, removed, left) = (report.changed, report.versions_removed, report.left);
        return done(
            arguments,
            &json!({ "changed": changed, "versions_removed": removed, "left": left }),
            &format!("{changed} changed, {removed} earlier versions removed, {left} left as they were"),
        );
    }
    let preview = vault.recheck_preview(0)?;
    if arguments.json {
        output::json(&json!({
            "checked": preview.checked,
            "would_change": preview.would_change,
            "earlier_only": preview.earlier_only,
            "found": counts_json(&preview.found),
        }));
        return Ok(());
    }
    output::line(&format!(
        "{} checked, {} would change, {} would lose earlier versions; `rules check --apply` does it",
        preview.checked, preview.would_change, preview.earlier_only
    ));
    print_counts(&preview.found);
    Ok(())
}

fn done(arguments: &Arguments, answer: &Value, said: &str) -> Result<(), Failure> {
    if arguments.json {
        output::json(answer);
    } else {
        output::line(said);
    }
    Ok(())
}

/// What a name stands for; `hint` says which there are.
fn expect_named<T: DeserializeOwned>(text: &str, hint: &str) -> Result<T, Failure> {
    named(text).ok_or_else(|| Error::new(Code::BadInput, "that name is not known here", hint).into())
}
