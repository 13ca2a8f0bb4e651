//! `init`, `verify`, `status`: the vault itself.

use std::sync::Arc;

use keepsake_embed::Sessions;
use keepsake_seal::SystemKeychain;
use keepsake_vault::{Code, CreateRequest, Vault};
use serde_json::json;

use super::export::export_passphrase;
use crate::arguments::{Arguments, InitArguments};
use crate::failure::{FAILED, Failure};
use crate::output;
use crate::secrets;
use crate::session::{self, Meaning};

pub(super) fn init(arguments: &Arguments, init: &InitArguments) -> Result<(), Failure> {
    let no_keychain = init.no_keychain;
    let passphrase = arguments.passphrase_file.as_deref().map(secrets::read).transpose()?;
    if no_keychain && passphrase.is_none() {
        return Err(Failure::wrong_use(
            "without the keychain a passphrase is needed: give it with --passphrase-file FILE",
        ));
    }
    let request = CreateRequest::new(passphrase.as_ref().map(|text| text.as_str()), !no_keychain)?;
    let keychain = if no_keychain { session::no_keychain() } else { Arc::new(SystemKeychain) };
    let (home, surroundings) = (session::home(arguments)?, session::surroundings(keychain));
    let created = match &init.from {
        Some(export) => {
            let passphrase = export_passphrase(init.export_passphrase_file.as_deref())?.ok_or_else(|| {
                Failure::wrong_use("an encrypted export needs its passphrase: --export-passphrase-file FILE")
            })?;
            let brought =
                Vault::create_from_export(home, request, surroundings, export, &passphrase, &mut |_| true);
            brought.map(|(created, _)| created)
        }
        None => Vault::create(home, request, surroundings),
    };
    let created = created.map_err(|error| match error.code {
        // The vault's own advice is for one that is there already.
        Code::Keychain => Failure {
            message: format!("{}: use --no-keychain with --passphrase-file FILE", error.message),
            ..Failure::from(error)
        },
        _ => Failure::from(error),
    })?;
    let code = created.recovery_code.display();
    let said = if arguments.json {
        json!({ "vault_id": created.vault.id(), "recovery_code": code.as_str() }).to_string()
    } else {
        format!(
            "A vault was made in {}\n\nYour recovery code, shown this once. Write it down and keep it away from this \
             computer:\n\n{}\n\nThen show that you have it: keepsake --recovery-code-file FILE confirm-recovery-code",
            created.vault.home().folder().display(),
            code.as_str()
        )
    };
    output::line_or_fail(&said).map_err(|error| Failure {
        exit_code: FAILED,
        code: "failed",
        message: format!(
            "the recovery code could not be printed ({}): the vault in {} has one that nobody saw; remove that folder and run init again",
            error.kind(),
            created.vault.home().folder().display()
        ),
    })
}

pub(super) fn confirm_recovery_code(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.recovery_code_file.is_none() {
        return Err(Failure::wrong_use("give the recovery code with --recovery-code-file FILE"));
    }
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    vault.confirm_recovery_code()?;
    if arguments.json {
        output::json(&json!({ "recovery_confirmed": true }));
    } else {
        output::line("The recovery code opens this vault.");
    }
    Ok(())
}

pub(super) fn verify(arguments: &Arguments, accept_restored: bool, residue: bool) -> Result<(), Failure> {
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    if accept_restored {
        vault.accept_restored();
    }
    let report = if residue { vault.verify_with_residue()? } else { vault.verify()? };
    if arguments.json {
        output::json(&json!(report));
    } else {
        for check in &report.checks {
            output::line(&format!(
                "{}  {:<10} {}",
                if check.ok { "ok " } else { "BAD" },
                check.name,
                check.detail
            ));
        }
    }
    if report.ok {
        Ok(())
    } else {
        let message =
            "the vault is not whole: restore it from a backup, or export what still opens".to_owned();
        Err(Failure { exit_code: FAILED, code: "damaged", message })
    }
}

pub(super) fn status(arguments: &Arguments) -> Result<(), Failure> {
    let mut vault = session::open(arguments, Meaning::Needed(Sessions::OneText))?;
    // Looks at every record, so that damaged ones are said.
    vault.facets()?;
    let status = vault.status()?;
    if arguments.json {
        output::json(&json!(status));
        return Ok(());
    }
    output::line(&format!("Vault         {}", status.home));
    output::line(&format!(
        "Memories      {} ({} earlier versions)",
        status.memories, status.earlier_versions
    ));
    output::line(&format!("Vectors       {} ({} memories wait)", status.vectors, status.waiting_for_vector));
    output::line(&format!("Size on disk  {:.1} MB", status.size_on_disk_bytes as f64 / 1e6));
    output::line(&format!("Protection    {}", status.protection));
    output::line(&format!("Receipt key   {}", status.receipt_key));
    output::line(&format!("Ways in       {}", status.ways_in.join(", ")));
    output::line(&format!(
        "Model         {} ({})",
        status.model.as_deref().unwrap_or("not loaded"),
        status.model_from
    ));
    if let Some(new) = &status.model_building {
        output::line(&format!("New model     {}: {} of {} memories", new.id, new.done, new.total));
    }
    for notice in &status.notices {
        output::line(&format!("Note: {notice}"));
    }
    Ok(())
}
