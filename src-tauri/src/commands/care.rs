//! Backups, restoring, and erasing everything. Folders come from the system's dialog, and what cannot be undone is confirmed there
//! too, never by the page alone.

use std::path::PathBuf;

use keepsake_vault::{BackupView, EraseOrder, Erased, ExpiryRule, Swept, Vault};
use tauri::{AppHandle, State};
use tauri_plugin_dialog::{DialogExt, MessageDialogButtons, MessageDialogKind};
use zeroize::Zeroizing;

use super::ways_in::{pending, view as code_view};
use crate::contract::{
    AppState, BackupRow, CareView, EraseView, ExpiryRow, NewRecoveryCode, Problem, RestoreDone, RestoreView,
};
use crate::shell::{Shell, UnconfirmedCode};

const HOUR_MS: i64 = 60 * 60 * 1000;

#[tauri::command(async)]
pub(crate) fn care_view(shell: State<'_, Shell>) -> Result<CareView, Problem> {
    shell.with_vault(view)
}

#[tauri::command(async)]
pub(crate) fn backup_choose(app: AppHandle, shell: State<'_, Shell>) -> Result<CareView, Problem> {
    let asked_of = expect_own_vault(&shell)?;
    let Some(folder) = pick_folder(&app, "Choose a folder for backups, at best on another disk") else {
        return shell.with_vault(view);
    };
    expect_same(&shell, &asked_of)?;
    shell.with_vault(|vault| {
        vault.set_backup_folder(&folder, true)?;
        vault.back_up(None)?;
        view(vault)
    })
}

#[tauri::command(async)]
pub(crate) fn backup_now(shell: State<'_, Shell>) -> Result<CareView, Problem> {
    expect_own_vault(&shell)?;
    shell.with_vault(|vault| {
        vault.back_up(None)?;
        view(vault)
    })
}

/// Has a backup's folder chosen and says what restoring it would do; nothing if the dialog was cancelled.
#[tauri::command(async)]
pub(crate) fn restore_choose(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Result<Option<RestoreView>, Problem> {
    let asked_of = expect_own_vault(&shell)?;
    let Some(folder) = pick_folder(&app, "Choose a backup's own folder") else { return Ok(None) };
    expect_same(&shell, &asked_of)?;
    let plan = shell.with_vault(|vault| vault.restore_plan(&folder, None))?;
    let view = RestoreView {
        folder: folder.display().to_string(),
        backup_of: plan.backup_of,
        memories: plan.memories,
        lost: plan.lost,
        edits_lost: plan.edits_lost,
        returning: plan.returning,
        forgotten_again: plan.forgotten_again,
    };
    shell.held().pending_restore = Some(folder);
    Ok(Some(view))
}

#[tauri::command(async)]
pub(crate) fn restore_run(shell: State<'_, Shell>) -> Result<RestoreDone, Problem> {
    expect_own_vault(&shell)?;
    let folder = shell
        .held()
        .pending_restore
        .take()
        .ok_or_else(|| Problem::new("failed", "No backup was chosen.", "Choose one again."))?;
    let restored = shell.with_vault(|vault| vault.restore(&folder, None))?;
    shell.announce();
    shell.announce_memories();
    shell.work_in_background();
    Ok(RestoreDone { memories: restored.plan.memories, kept_as: restored.kept_as.display().to_string() })
}

#[tauri::command(async)]
pub(crate) fn erase_order(app: AppHandle, shell: State<'_, Shell>) -> Result<AppState, Problem> {
    let asked_of = expect_own_vault(&shell)?;
    let agreed = app
        .dialog()
        .message("In seven days the vault, its keys and the backups in the chosen folder are erased. Until then you can read and export everything, nothing in it changes, and one click keeps it.")
        .title("Erase everything?")
        .kind(MessageDialogKind::Warning)
        .buttons(MessageDialogButtons::OkCancelCustom("Erase in seven days".to_owned(), "Keep my vault".to_owned()))
        .blocking_show();
    if !agreed {
        return Ok(shell.state());
    }
    let statements = pick_folder(&app, "Choose a folder for the statement of the erase, or cancel for none");
    expect_same(&shell, &asked_of)?;
    shell.with_vault(|vault| vault.order_erase(statements.as_deref()))?;
    Ok(shell.announce())
}

#[tauri::command(async)]
pub(crate) fn erase_cancel(shell: State<'_, Shell>) -> Result<AppState, Problem> {
    shell.with_vault(Vault::cancel_erase)?;
    shell.announce_memories();
    Ok(shell.announce())
}

/// Erases everything now: by the typed phrase, and after the system's own question.
#[tauri::command(async)]
pub(crate) fn erase_now(
    app: AppHandle,
    shell: State<'_, Shell>,
    phrase: String,
) -> Result<AppState, Problem> {
    let asked_of = expect_own_vault(&shell)?;
    if phrase.trim() != keepsake_vault::ERASE_PHRASE {
        return Err(Problem::new(
            "bad_input",
            "The phrase is another one, so nothing was erased.",
            "Type: erase everything",
        ));
    }
    let agreed = app
        .dialog()
        .message("The vault, its keys and the backups in the chosen folder are erased now. Nobody can bring them back.")
        .title("Erase everything now?")
        .kind(MessageDialogKind::Warning)
        .buttons(MessageDialogButtons::OkCancelCustom("Erase now".to_owned(), "Keep my vault".to_owned()))
        .blocking_show();
    if !agreed {
        return Ok(shell.state());
    }
    expect_same(&shell, &asked_of)?;
    let Some(vault) = shell.held().vault.take() else { return Err(Problem::locked()) };
    carry_out(&shell, |others| vault.erase_now(&phrase, None, others))
}

/// The person says that the clock is right: what has expired is erased, and an order that is due by it is carried out, after the
/// system's own question.
#[tauri::command(async)]
pub(crate) fn clock_confirm(app: AppHandle, shell: State<'_, Shell>) -> Result<AppState, Problem> {
    let asked_of = expect_own_vault(&shell)?;
    let waits =
        |vault: &mut Vault| Ok(vault.erase_order()?.is_some_and(|order| order.waits_for_confirmation));
    let erases = shell.with_vault(waits)?;
    if erases {
        let agreed = app
            .dialog()
            .message("If this computer's clock is right, the seven days are over: the vault, its keys and the backups in the chosen folder are erased now. Nobody can bring them back.")
            .title("Erase everything now?")
            .kind(MessageDialogKind::Warning)
            .buttons(MessageDialogButtons::OkCancelCustom("Erase now".to_owned(), "Not yet".to_owned()))
            .blocking_show();
        if !agreed {
            return Ok(shell.state());
        }
        expect_same(&shell, &asked_of)?;
    }
    let is_due = shell.with_vault(|vault| {
        // Ordered while the question of something else was answered: that one was not asked.
        if !erases && waits(vault)? {
            return Ok(false);
        }
        vault.confirm_time()?;
        vault.sweep_expired()?;
        vault.is_due_for_erase()
    })?;
    if is_due {
        let Some(vault) = shell.held().vault.take() else { return Err(Problem::locked()) };
        return carry_out(&shell, |others| vault.carry_out_erase(others));
    }
    shell.announce_memories();
    Ok(shell.announce())
}

/// Erases the vault that was taken out of the shell, and what the app itself keeps of it.
pub(crate) fn carry_out(
    shell: &Shell,
    erase: impl FnOnce(&[PathBuf]) -> Result<Erased, keepsake_vault::Error>,
) -> Result<AppState, Problem> {
    // The window's own folder is a temporary one, and goes with the app.
    let outcome = erase(&[]);
    // Whatever came of it, that vault is closed.
    shell.lock_vault();
    outcome?;
    Ok(shell.announce())
}

/// What is done by itself while a vault is open: erasing what has expired, and a backup a day once nobody types.
pub(crate) fn look_after(shell: &Shell, is_idle: bool) {
    if let Ok(Swept::Erased(_)) = shell.with_vault(Vault::sweep_expired) {
        shell.announce_memories();
    }
    if is_idle {
        // A folder that is away for now is tried again; *Your data* shows how old the newest one is.
        let _ = shell.with_vault(Vault::back_up_if_due);
    }
}

/// How an order to erase is shown.
pub(crate) fn erase_view(order: &EraseOrder) -> EraseView {
    EraseView {
        due_at: order.due_at.clone(),
        hours_left: u32::try_from((order.left_ms + HOUR_MS - 1) / HOUR_MS).unwrap_or(u32::MAX),
        waits_for_confirmation: order.waits_for_confirmation,
    }
}

fn view(vault: &mut Vault) -> Result<CareView, keepsake_vault::Error> {
    let settings = vault.backup_settings()?;
    let expired_held = match vault.sweep_expired() {
        Ok(Swept::Held(count)) => count,
        _ => 0,
    };
    Ok(CareView {
        folder: settings.folder.map(|folder| folder.display().to_string()),
        automatic: settings.automatic,
        backups: vault.backups(None)?.into_iter().map(row).collect(),
        expired_held,
        backups_held: vault.backups_held()?,
        rules: vault.expiry_rules()?.into_iter().map(rule_row).collect(),
    })
}

fn rule_row(rule: ExpiryRule) -> ExpiryRow {
    ExpiryRow {
        kind: rule.kind.map(|kind| kind.name().to_owned()),
        source: rule.source,
        topic: rule.topic,
        hours: (rule.lifetime_ms + HOUR_MS - 1) / HOUR_MS,
    }
}

/// Adds a rule for what goes by itself.
#[tauri::command(async)]
pub(crate) fn expiry_add(shell: State<'_, Shell>, rule: ExpiryRow) -> Result<CareView, Problem> {
    let said = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    shell.with_vault(|vault| {
        let mut rules = vault.expiry_rules()?;
        rules.push(ExpiryRule {
            kind: said(rule.kind).as_deref().map(str::parse).transpose()?,
            source: said(rule.source),
            topic: said(rule.topic),
            lifetime_ms: rule.hours.saturating_mul(HOUR_MS),
        });
        vault.set_expiry_rules(rules)?;
        view(vault)
    })
}

/// Removes a rule; memories keep the dates they have.
#[tauri::command(async)]
pub(crate) fn expiry_remove(shell: State<'_, Shell>, rule: ExpiryRow) -> Result<CareView, Problem> {
    shell.with_vault(|vault| {
        let mut rules = vault.expiry_rules()?;
        // Another program may have changed them since they were shown.
        if let Some(at) = rules.iter().position(|kept| rule_row(kept.clone()) == rule) {
            rules.remove(at);
            vault.set_expiry_rules(rules)?;
        }
        view(vault)
    })
}

/// New keys for the database, every record and this computer, after the system's own question. Passphrase and recovery code stay.
/// False if it was not agreed to.
#[tauri::command(async)]
pub(crate) fn keys_renew(app: AppHandle, shell: State<'_, Shell>) -> Result<bool, Problem> {
    let asked_of = expect_own_vault(&shell)?;
    let agreed = app
        .dialog()
        .message("The database is written anew under fresh keys; passphrase and recovery code stay. Today's keys then open no older copy of the database. An older copy of the whole folder still opens with the secrets of its day.")
        .title("New keys?")
        .kind(MessageDialogKind::Warning)
        .buttons(MessageDialogButtons::OkCancelCustom("Make new keys".to_owned(), "Cancel".to_owned()))
        .blocking_show();
    if !agreed {
        return Ok(false);
    }
    expect_same(&shell, &asked_of)?;
    shell.with_vault(|vault| {
        let new = vault.new_epoch()?;
        vault.adopt_new_keys(new)
    })?;
    shell.work_in_background();
    Ok(true)
}

/// New keys for everything and a new recovery code, after the system's own question; none if it was not agreed to. Nothing changes
/// before the code is confirmed.
#[tauri::command(async)]
pub(crate) fn keys_renew_everything(
    app: AppHandle,
    shell: State<'_, Shell>,
    passphrase: Option<String>,
) -> Result<Option<NewRecoveryCode>, Problem> {
    let passphrase = passphrase.map(Zeroizing::new);
    let asked_of = expect_own_vault(&shell)?;
    let agreed = app
        .dialog()
        .message("Every key of the vault changes, and it gets a new recovery code, which you confirm before anything counts. Old copies still open with their old secrets; their keys and recovery code open nothing of the vault from then on.")
        .title("New keys and a new recovery code?")
        .kind(MessageDialogKind::Warning)
        .buttons(MessageDialogButtons::OkCancelCustom("Show the new code".to_owned(), "Cancel".to_owned()))
        .blocking_show();
    if !agreed {
        return Ok(None);
    }
    let view = {
        let mut held = shell.held();
        // The vault may have been locked, or another opened, while the dialog was open.
        let vault = held.vault.as_mut().filter(|vault| vault.id() == asked_of).ok_or_else(Problem::locked)?;
        let mut keys = vault.new_keys_for_everything(passphrase.as_ref().map(|text| text.as_str()))?;
        let code = keys.code.take().ok_or_else(Problem::locked)?;
        let pending = pending(UnconfirmedCode::WithNewKeys { keys: Box::new(keys), code })?;
        let view = code_view(&pending);
        held.pending_code = Some(pending);
        view
    };
    shell.announce();
    Ok(Some(view))
}

fn row(backup: BackupView) -> BackupRow {
    BackupRow {
        folder: backup.folder.display().to_string(),
        made_at: backup.made_at,
        size_bytes: backup.size_bytes,
        kept_until: backup.kept_until,
    }
}

fn pick_folder(app: &AppHandle, title: &str) -> Option<PathBuf> {
    let chosen = app.dialog().file().set_title(title).blocking_pick_folder();
    chosen.and_then(|folder| folder.into_path().ok())
}

/// The open vault's id; the try-out vault goes by itself.
fn expect_own_vault(shell: &Shell) -> Result<String, Problem> {
    if shell.held().try_out {
        return Err(Problem::new(
            "bad_input",
            "This is the try-out vault.",
            "Make a vault of your own first.",
        ));
    }
    shell.with_vault(|vault| Ok(vault.id()))
}

/// The vault may have been locked, or another opened, while a dialog was open.
fn expect_same(shell: &Shell, asked_of: &str) -> Result<(), Problem> {
    if expect_own_vault(shell)? == asked_of { Ok(()) } else { Err(Problem::locked()) }
}

/// Does what is due by the vault's own orders before it is handed to the window; nothing if it is to be erased and now is.
pub(crate) fn settle(shell: &Shell, vault: Vault) -> Result<Option<Vault>, Problem> {
    if !vault.is_due_for_erase()? {
        return Ok(Some(vault));
    }
    carry_out(shell, |others| vault.carry_out_erase(others))?;
    Ok(None)
}
