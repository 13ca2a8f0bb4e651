//! `backup`: copies that open by themselves, and putting one in the vault's place. Must not copy a file itself.

use std::path::Path;

use keepsake_seal::{Passphrase, RecoveryCode};
use keepsake_vault::{BackupView, Error, RestorePlan, Standing, UnlockSecret, restore_into_empty};
use serde_json::json;

use crate::arguments::{Arguments, BackupCommand, RestoreArguments};
use crate::confirm;
use crate::failure::Failure;
use crate::output;
use crate::secrets;
use crate::session::{self, Meaning};

/// Carries out one call of `backup`.
pub(super) fn run(arguments: &Arguments, command: &BackupCommand) -> Result<(), Failure> {
    match command {
        BackupCommand::Now { to } => now(arguments, to.as_deref()),
        BackupCommand::List { from } => list(arguments, from.as_deref()),
        BackupCommand::Verify { backup } => verify(arguments, backup),
        BackupCommand::Folder { folder, only_when_asked } => set_folder(arguments, folder, !only_when_asked),
        BackupCommand::Restore(restore) => self::restore(arguments, restore),
    }
}

fn now(arguments: &Arguments, to: Option<&Path>) -> Result<(), Failure> {
    let made = session::open(arguments, Meaning::NotNeeded)?.back_up(to)?;
    if arguments.json {
        output::json(&json!(made));
    } else {
        output::line(&format!("Backed up, opened again and checked: {}", row(&made)));
    }
    Ok(())
}

fn list(arguments: &Arguments, from: Option<&Path>) -> Result<(), Failure> {
    let vault = session::open(arguments, Meaning::NotNeeded)?;
    let (backups, settings) = (vault.backups(from)?, vault.backup_settings()?);
    if arguments.json {
        output::json(
            &json!({ "backups": backups, "folder": settings.folder, "automatic": settings.automatic }),
        );
        return Ok(());
    }
    match &settings.folder {
        None => output::line("No folder for backups is chosen: `keepsake backup folder FOLDER`"),
        Some(folder) => {
            let when = if settings.automatic { "one a day while the app is open" } else { "only when asked" };
            output::line(&format!("Backups go to {}, {when}.", folder.display()));
        }
    }
    for backup in &backups {
        output::line(&row(backup));
    }
    Ok(())
}

fn row(backup: &BackupView) -> String {
    let size = backup.size_bytes as f64 / 1e6;
    format!("{}  {size:.1} MB  {}", backup.made_at, backup.folder.display())
}

fn verify(arguments: &Arguments, folder: &Path) -> Result<(), Failure> {
    let check = session::open(arguments, Meaning::NotNeeded)?.verify_backup(folder)?;
    if arguments.json {
        output::json(&json!({ "ok": true, "memories": check.memories }));
    } else {
        output::line(&format!("It opens, and every page of it is whole: {} memories.", check.memories));
    }
    Ok(())
}

fn set_folder(arguments: &Arguments, folder: &Path, automatic: bool) -> Result<(), Failure> {
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    vault.set_backup_folder(folder, automatic)?;
    let settings = vault.backup_settings()?;
    if arguments.json {
        output::json(&json!(settings));
    } else {
        output::line(
            "Backups go there from now on. What is forgotten later stays in a backup until that one goes.",
        );
    }
    Ok(())
}

fn restore(arguments: &Arguments, restore: &RestoreArguments) -> Result<(), Failure> {
    let home = session::home(arguments)?;
    if home.standing() == Standing::Empty {
        if restore.dry_run {
            return Err(Failure::wrong_use("there is no vault, so nothing would be lost"));
        }
        let secret = session::unlock_secret(arguments)?;
        let surroundings = session::surroundings(std::sync::Arc::new(keepsake_seal::SystemKeychain));
        let mut vault = restore_into_empty(home, &restore.backup, &secret, surroundings)?;
        let memories = vault.facets()?.total;
        if arguments.json {
            output::json(&json!({ "memories": memories }));
        } else {
            output::line(&format!("The backup is the vault now: {memories} memories."));
            output::line(
                "What was forgotten after it was made is in it again: without the vault of then, nobody knows what that was.",
            );
        }
        return Ok(());
    }
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    let secret = backup_secret(restore)?;
    let plan = vault.restore_plan(&restore.backup, secret.as_ref())?;
    if restore.dry_run {
        if arguments.json {
            output::json(&json!(plan));
        } else {
            say(&plan).iter().for_each(|line| output::line(line));
        }
        return Ok(());
    }
    confirm::expect_yes(restore.yes, &say(&plan), "nothing was restored")?;
    let restored = vault.restore(&restore.backup, secret.as_ref())?;
    if arguments.json {
        output::json(&json!(restored));
    } else {
        output::line(&format!("Restored: {} memories.", restored.plan.memories));
        output::line(&format!("The vault as it was is kept in {}", restored.kept_as.display()));
    }
    Ok(())
}

fn say(plan: &RestorePlan) -> Vec<String> {
    vec![
        format!("The backup ends at {} and holds {} memories.", plan.backup_of, plan.memories),
        format!("Gone from the vault: {} memories and the later text of {}.", plan.lost, plan.edits_lost),
        format!(
            "Back in the vault: {}. Forgotten since, and in it as well: {}.",
            plan.returning, plan.forgotten_again
        ),
    ]
}

fn backup_secret(restore: &RestoreArguments) -> Result<Option<UnlockSecret>, Failure> {
    if let Some(path) = &restore.backup_passphrase_file {
        let passphrase = Passphrase::new(&secrets::read(path)?).map_err(Error::from)?;
        return Ok(Some(UnlockSecret::Passphrase(passphrase)));
    }
    if let Some(path) = &restore.backup_recovery_code_file {
        let code = RecoveryCode::parse(&secrets::read(path)?).map_err(Error::from)?;
        return Ok(Some(UnlockSecret::RecoveryCode(code)));
    }
    Ok(None)
}
