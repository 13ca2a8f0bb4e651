//! *Your data*: what is stored, the check, the export; and the settings.

use keepsake_vault::{Error, Originals, Vault};
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;

use super::filter::typed;
use crate::contract::{Count, DataRow, ExportFormat, Exported, FileView, Problem, Settings, YourData};
use crate::settings;
use crate::shell::Shell;

#[tauri::command(async)]
pub(crate) fn your_data(shell: State<'_, Shell>) -> Result<YourData, Problem> {
    let last_check = shell.held().last_check.clone();
    shell.with_vault(|vault| gather(vault, last_check))
}

#[tauri::command(async)]
pub(crate) fn check_vault(shell: State<'_, Shell>) -> Result<YourData, Problem> {
    let report = shell.with_vault(|vault| vault.verify())?;
    let found = if report.ok {
        let details: Vec<&str> = report.checks.iter().map(|check| check.detail.as_str()).collect();
        format!("The vault is whole: {}.", details.join("; "))
    } else {
        let bad: Vec<&str> =
            report.checks.iter().filter(|check| !check.ok).map(|check| check.detail.as_str()).collect();
        format!("The vault is not whole: {}. Nothing was changed; export what still opens.", bad.join("; "))
    };
    shell.held().last_check = Some(found.clone());
    shell.with_vault(|vault| gather(vault, Some(found)))
}

#[tauri::command(async)]
pub(crate) fn export_all(
    app: AppHandle,
    shell: State<'_, Shell>,
    format: ExportFormat,
    passphrase: Option<String>,
) -> Result<Exported, Problem> {
    let passphrase = typed(passphrase)?;
    // The file will hold what is hidden: it is asked for as when one value is shown.
    let asked_of = shell.with_vault(|vault| vault.may_reveal(passphrase.as_ref()).map(|_| vault.id()))?;
    let (name, format) = match format {
        ExportFormat::Json => ("keepsake-export.json", keepsake_vault::ExportFormat::Json),
        ExportFormat::Markdown => ("keepsake-export.md", keepsake_vault::ExportFormat::Markdown),
    };
    let chosen = app
        .dialog()
        .file()
        .set_title("Export everything, readable by anyone who has the file")
        .set_file_name(name)
        .blocking_save_file();
    let Some(path) = chosen.and_then(|path| path.into_path().ok()) else {
        return Ok(Exported::default());
    };
    // The vault may have been locked, or another opened, while the dialog was open.
    if shell.with_vault(|vault| Ok(vault.id()))? != asked_of {
        return Err(Problem::locked());
    }
    let report = shell.with_vault(|vault| vault.export_to_file(&path, format, Originals::Include))?;
    Ok(Exported {
        path: Some(path.display().to_string()),
        memories: report.memories,
        damaged: report.damaged,
        originals_left: report.originals_left,
    })
}

#[tauri::command(async)]
pub(crate) fn settings_get(shell: State<'_, Shell>) -> Settings {
    shell.settings()
}

#[tauri::command(async)]
pub(crate) fn settings_set(shell: State<'_, Shell>, settings: Settings) -> Result<Settings, Problem> {
    settings::write(shell.home().folder(), &settings)
}

fn gather(vault: &mut Vault, last_check: Option<String>) -> Result<YourData, Error> {
    let facets = vault.facets()?;
    let status = vault.status()?;
    let files: Vec<FileView> = vault
        .home()
        .files()
        .into_iter()
        .map(|file| FileView { path: file.path.display().to_string(), size_bytes: file.size_bytes })
        .collect();
    let row = |what: &str, how_many: String, place: &str, protected_by: &str, kept: &str| DataRow {
        what: what.to_owned(),
        how_many,
        place: place.to_owned(),
        protected_by: protected_by.to_owned(),
        kept: kept.to_owned(),
    };
    let count = |number: usize| number.to_string();
    let rows = vec![
        row("Memories", count(status.memories), "vault.db", "file and record keys", "until you forget them"),
        row(
            "Earlier versions",
            count(status.earlier_versions),
            "vault.db",
            "file and record keys",
            "with their memory",
        ),
        row(
            "Hidden originals",
            count(status.originals),
            "vault.db",
            "file key, a key of its own each",
            "with their memory",
        ),
        row("Meaning vectors", count(status.vectors), "vault.db", "file key", "with their memory"),
        row("Search index", "in memory".to_owned(), "nowhere on disk", "gone at lock", "while unlocked"),
        row(
            "Search index, sealed",
            format!("{} segments", status.segments),
            "vault.db",
            "file key, a key of its own each",
            "until a memory in it changes",
        ),
        row(
            "Activity",
            count(status.audit_entries),
            "vault.db",
            "file key, chained",
            "for a year, without content",
        ),
        row("Receipts", count(status.receipts), "vault.db", "file key, signed", "for good, without content"),
        row(
            "Unlockings not in the activity yet",
            "counts".to_owned(),
            "unlocks.json",
            "nothing private in it",
            "until the next unlocking",
        ),
        row("Settings", "2".to_owned(), "settings.json", "nothing private in it", "until you change them"),
    ];
    let ways_in = status
        .ways_in
        .iter()
        .map(|way| match *way {
            "keychain" => "The key in this computer's keychain",
            "passphrase" => "Your passphrase",
            _ => "Your recovery code",
        })
        .map(str::to_owned)
        .collect();
    Ok(YourData {
        rows,
        kinds: facets.kinds.into_iter().map(|(name, count)| Count { name, count }).collect(),
        size_on_disk_bytes: files.iter().map(|file| file.size_bytes).sum(),
        files,
        ways_in,
        recovery_confirmed: status.recovery_confirmed,
        last_check,
    })
}
