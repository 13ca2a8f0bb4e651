//! `keys`: new keys for the vault. Must not hold a key.

use std::path::Path;

use serde_json::json;

use crate::arguments::{Arguments, KeysCommand};
use crate::failure::Failure;
use crate::output;
use crate::secrets;
use crate::session::{self, Meaning};

/// Carries out one call of `keys`.
pub(super) fn run(arguments: &Arguments, command: &KeysCommand) -> Result<(), Failure> {
    match command {
        KeysCommand::Renew { everything: false, .. } => new_epoch(arguments),
        KeysCommand::Renew { everything: true, new_passphrase_file } => {
            everything(arguments, new_passphrase_file.as_deref())
        }
    }
}

fn new_epoch(arguments: &Arguments) -> Result<(), Failure> {
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    let new = vault.new_epoch()?;
    let renewed = vault.adopt_new_keys(new)?;
    if arguments.json {
        output::json(&json!(renewed));
    } else {
        output::line(
            "The database and every record have new keys: today's keys open no older copy of vault.db.",
        );
        output::line("An old copy of keyslots.json and vault.db together still opens with its old secret.");
    }
    Ok(())
}

fn everything(arguments: &Arguments, new_passphrase: Option<&Path>) -> Result<(), Failure> {
    let passphrase =
        new_passphrase.or(arguments.passphrase_file.as_deref()).map(secrets::read).transpose()?;
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    let mut new = vault.new_keys_for_everything(passphrase.as_ref().map(|text| text.as_str()))?;
    let code = new.code.take().map(|code| code.display());
    // Shown before it counts: a code that nobody has seen must not be the only one.
    let shown = code.as_ref().map_or("", |code| code.as_str());
    let said = if arguments.json {
        json!({ "recovery_code": shown }).to_string()
    } else {
        format!("New recovery code, shown this once; the one of before counts no more:\n\n  {shown}\n")
    };
    output::line_or_fail(&said).map_err(|error| Failure::file("standard output", &error))?;
    vault.adopt_new_keys(new)?;
    if !arguments.json {
        output::line(
            "Every key of the vault is new. Old copies still open with their old secrets; nothing of today does.",
        );
    }
    Ok(())
}
