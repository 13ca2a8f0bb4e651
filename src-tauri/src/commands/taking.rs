//! Taking everything out through the system's save dialog, and bringing an export back. Holds no rule of the vault's, and keeps a
//! passphrase no longer than the work takes.

use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use keepsake_seal::Passphrase;
use keepsake_vault::{CreateRequest, Error, ExportRequest, Originals, Vault};
use tauri::{AppHandle, Emitter, State};
use tauri_plugin_dialog::DialogExt;
use zeroize::Zeroizing;

use super::filter::typed;
use super::memories::ids_of;
use super::ways_in::{pending, view};
use crate::contract::{
    BroughtBack, ExportForm, ExportFormat, Exported, NewRecoveryCode, Problem, TransferProgress,
};
use crate::shell::{Shell, UnconfirmedCode};

/// How often the page hears how far it is.
const TELL_EVERY: Duration = Duration::from_millis(100);

#[tauri::command(async)]
pub(crate) fn export_all(
    app: AppHandle,
    shell: State<'_, Shell>,
    form: ExportForm,
    passphrase: Option<String>,
) -> Result<Exported, Problem> {
    export(&app, &shell, form, passphrase, None)
}

/// The same for these memories alone.
#[tauri::command(async)]
pub(crate) fn export_selected(
    app: AppHandle,
    shell: State<'_, Shell>,
    ids: Vec<String>,
    form: ExportForm,
    passphrase: Option<String>,
) -> Result<Exported, Problem> {
    export(&app, &shell, form, passphrase, Some(&ids))
}

fn export(
    app: &AppHandle,
    shell: &Shell,
    form: ExportForm,
    passphrase: Option<String>,
    only: Option<&[String]>,
) -> Result<Exported, Problem> {
    let export_passphrase = form.export_passphrase.map(Zeroizing::new);
    let passphrase = typed(passphrase)?;
    let carries_hidden = form.with_hidden || form.format == ExportFormat::Encrypted;
    let originals = if carries_hidden { Originals::Include } else { Originals::Leave };
    let (format, name, title) = form_of(form.format);
    let mut request =
        ExportRequest::new(format, originals, export_passphrase.as_deref().map(String::as_str))?;
    if let Some(ids) = only {
        let ids = shell.with_vault(|vault| ids_of(vault, ids))?;
        request = request.only(&ids)?;
    }
    let asked_of = shell.with_vault(|vault| {
        if carries_hidden {
            // The file will hold what is hidden: it is asked for as when one value is shown.
            vault.may_reveal(passphrase.as_ref())?;
        }
        Ok(vault.id())
    })?;
    let chosen = app.dialog().file().set_title(title).set_file_name(name).blocking_save_file();
    let Some(path) = chosen.and_then(|path| path.into_path().ok()) else {
        return Ok(Exported::default());
    };
    let mut progress = begin(app, shell);
    let report = shell.with_vault(|vault| {
        // The vault may have been locked, or another opened, while the dialog was open.
        if vault.id() != asked_of {
            return Ok(None);
        }
        let mut tell = |now: keepsake_vault::ExportProgress| progress(now.done, now.total);
        vault.export_request_to_file(&path, &request, &mut tell).map(Some)
    })?;
    let report = report.ok_or_else(Problem::locked)?;
    Ok(Exported {
        path: Some(path.display().to_string()),
        memories: report.memories,
        damaged: report.damaged,
        originals_left: report.originals_left,
    })
}

/// Stops the export, or the bringing back, that is under way: nothing of it stays.
///
/// On the main thread, as the threads for other commands may all be waiting for the vault that the work holds.
#[tauri::command]
pub(crate) fn transfer_cancel(shell: State<'_, Shell>) {
    shell.stop_transfer.store(true, Ordering::Relaxed);
}

/// Brings an export of Keepsake's back into the open vault, all of it or nothing. Without a passphrase the file is chosen first; with
/// one it is the file that was chosen last.
#[tauri::command(async)]
pub(crate) fn bring_back(
    app: AppHandle,
    shell: State<'_, Shell>,
    passphrase: Option<String>,
) -> Result<BroughtBack, Problem> {
    let passphrase = typed(passphrase)?;
    let asked_of = shell.with_settled_vault(|vault| Ok(vault.id()))?;
    let path = match (&passphrase, shell.held().pending_export.take()) {
        (Some(_), Some(path)) => Some(path),
        _ => None,
    };
    let Some(path) = path.or_else(|| choose(&app)) else { return Ok(BroughtBack::default()) };
    let mut progress = begin(&app, &shell);
    let outcome = shell.with_settled_vault(|vault| {
        if vault.id() != asked_of {
            return Ok(None);
        }
        let mut tell = |now: keepsake_vault::ImportProgress| progress(now.done, now.total);
        vault.bring_in(&path, passphrase.as_ref(), &mut tell).map(Some)
    });
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    if matches!(&outcome, Err(problem) if ["secret_needed", "wrong_secret"].contains(&problem.code.as_str()))
    {
        shell.held().pending_export = Some(path);
    }
    let report = outcome?.ok_or_else(Problem::locked)?;
    shell.announce_memories();
    shell.work_in_background();
    Ok(BroughtBack {
        name: Some(name.unwrap_or_default()),
        imported: report.imported,
        unchanged: report.unchanged,
        revised: report.revised,
        forgotten_here: report.forgotten_here,
        masked: report.masked,
        originals_missing: report.originals_missing,
    })
}

/// Has an encrypted export chosen that a vault is to be made of: the file's name without its folder, or none when the dialog was
/// cancelled.
#[tauri::command(async)]
pub(crate) fn export_choose(app: AppHandle, shell: State<'_, Shell>) -> Option<String> {
    let path = app
        .dialog()
        .file()
        .set_title("Choose an encrypted export of Keepsake's")
        .add_filter("Keepsake's encrypted exports", &["age"])
        .blocking_pick_file()
        .and_then(|path| path.into_path().ok())?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    shell.held().pending_export = Some(path);
    Some(name.unwrap_or_default())
}

/// Makes a vault that is equal to the one the chosen export came from. The file stays chosen until that has worked.
#[tauri::command(async)]
pub(crate) fn vault_from_export(
    app: AppHandle,
    shell: State<'_, Shell>,
    passphrase: Option<String>,
    use_keychain: bool,
    export_passphrase: String,
) -> Result<NewRecoveryCode, Problem> {
    let (passphrase, export_passphrase) = (passphrase.map(Zeroizing::new), Zeroizing::new(export_passphrase));
    let request = CreateRequest::new(passphrase.as_ref().map(|text| text.as_str()), use_keychain)?;
    let secret = Passphrase::new(&export_passphrase).map_err(Error::from)?;
    let path = shell
        .held()
        .pending_export
        .clone()
        .ok_or_else(|| Problem::new("failed", "No export was chosen.", "Choose one again."))?;
    let mut progress = begin(&app, &shell);
    let mut tell = |now: keepsake_vault::ImportProgress| progress(now.done, now.total);
    let (home, around) = (shell.home().clone(), shell.surroundings(shell.keychain()));
    let (created, _) = Vault::create_from_export(home, request, around, &path, &secret, &mut tell)?;
    shell.held().pending_export = None;
    let pending = pending(UnconfirmedCode::First(created.recovery_code))?;
    let view = view(&pending);
    shell.opened(created.vault, Some(pending), false);
    Ok(view)
}

fn choose(app: &AppHandle) -> Option<PathBuf> {
    app.dialog()
        .file()
        .set_title("Choose an export of Keepsake's")
        .add_filter("Keepsake's exports", &["age", "zip", "json"])
        .blocking_pick_file()
        .and_then(|path| path.into_path().ok())
}

/// Tells the page how far it is, and answers whether to go on.
fn begin<'a>(app: &'a AppHandle, shell: &'a Shell) -> impl FnMut(usize, usize) -> bool + 'a {
    shell.stop_transfer.store(false, Ordering::Relaxed);
    let mut told: Option<Instant> = None;
    move |done, total| {
        if told.is_none_or(|told| told.elapsed() >= TELL_EVERY) {
            told = Some(Instant::now());
            let _ = app.emit("transfer_progress", TransferProgress { done, total });
        }
        !shell.stop_transfer.load(Ordering::Relaxed)
    }
}

/// As the vault calls it; the file's name and the dialog's title.
fn form_of(format: ExportFormat) -> (keepsake_vault::ExportFormat, &'static str, &'static str) {
    use keepsake_vault::ExportFormat as Form;
    const READABLE: &str = "Export everything, readable by anyone who has the file";
    const ENCRYPTED: &str = "Export everything, encrypted";
    match format {
        ExportFormat::Zip => (Form::Zip, "keepsake-export.zip", READABLE),
        ExportFormat::Encrypted => (Form::Encrypted, "keepsake-export.age", ENCRYPTED),
        ExportFormat::Html => (Form::Html, "keepsake-export.html", ENCRYPTED),
        ExportFormat::Json => (Form::Json, "keepsake-export.json", READABLE),
        ExportFormat::Markdown => (Form::Markdown, "keepsake-export.md", READABLE),
    }
}
