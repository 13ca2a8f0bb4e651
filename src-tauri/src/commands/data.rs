//! *Your data*: what is stored, the check, what happened last; and the settings.

use keepsake_vault::{AuditEntry, Error, Vault};
use tauri::State;

use crate::contract::{ActivityRow, Count, DataRow, FileView, KeyBinding, Problem, Settings, YourData};
use crate::settings;
use crate::shell::Shell;

/// Entries of the trail that are shown.
const SHOWN_ENTRIES: usize = 10;

/// More than there are actions.
const MOST_BINDINGS: usize = 200;
const BINDING_LIMIT_BYTES: usize = 200;

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
pub(crate) fn settings_get(shell: State<'_, Shell>) -> Settings {
    shell.settings()
}

/// The keys that the person chose for actions.
#[tauri::command(async)]
pub(crate) fn keys_view(shell: State<'_, Shell>) -> Vec<KeyBinding> {
    settings::read(shell.home().folder()).keys
}

/// Keeps these in the place of all that were chosen before; answers what is kept.
#[tauri::command(async)]
pub(crate) fn keys_set(
    shell: State<'_, Shell>,
    bindings: Vec<KeyBinding>,
) -> Result<Vec<KeyBinding>, Problem> {
    let too_long = |binding: &KeyBinding| binding.action.len() + binding.keys.len() > BINDING_LIMIT_BYTES;
    if bindings.len() > MOST_BINDINGS || bindings.iter().any(too_long) {
        return Err(Problem::new("bad_input", "These are too many keys.", "Reset some first."));
    }
    let folder = shell.home().folder();
    let stored = Settings { keys: bindings, ..settings::read(folder) };
    Ok(settings::write(folder, &stored)?.keys)
}

#[tauri::command(async)]
pub(crate) fn settings_set(shell: State<'_, Shell>, settings: Settings) -> Result<Settings, Problem> {
    let folder = shell.home().folder();
    // Keys are set by calls of their own.
    let Settings { keys, capture_keys, .. } = settings::read(folder);
    settings::write(folder, &Settings { keys, capture_keys, ..settings })
}

fn activity(entry: AuditEntry) -> ActivityRow {
    ActivityRow {
        at: entry.at,
        action: entry.action,
        count: entry.count,
        by_window: entry.actor.map(|actor| actor == "window"),
        refused: entry.outcome.is_some_and(|outcome| outcome == "refused"),
    }
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
            "passphrase_with_keychain" => "Your passphrase and the key in this computer's keychain, together",
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
        activity: vault.audit_entries(SHOWN_ENTRIES)?.into_iter().map(activity).collect(),
    })
}
