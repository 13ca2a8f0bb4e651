//! What stands around the list and the detail: pins, saved searches, captures by week, what is related, addresses.

use keepsake_vault::parse_local_day;
use tauri::{AppHandle, State};
use tauri_plugin_clipboard_manager::ClipboardExt;

use crate::commands::links::linked;
use crate::commands::memories::{chosen, ids_of, opened};
use crate::contract::{FindingChoice, LinkedMemory, MemoryView, Problem, SavedSearch};
use crate::shell::Shell;

/// The most related memories that are shown.
const RELATED: usize = 5;
/// The most weeks that are counted at once.
const WEEKS_LIMIT: usize = 400;
/// The longest text that the page may put on the clipboard, in bytes.
const COPY_LIMIT: usize = 256 * 1024;
/// The longest address that is opened.
const ADDRESS_LIMIT: usize = 2048;

/// How many memories were made from each of these days (YYYY-MM-DD, ascending) to the next: one count fewer than days.
#[tauri::command(async)]
pub(crate) fn captures_by_week(shell: State<'_, Shell>, days: Vec<String>) -> Result<Vec<usize>, Problem> {
    // Counts of a part would pass for counts of all.
    shell.load_whole()?;
    shell.with_vault(|vault| {
        let days = days.iter().take(WEEKS_LIMIT + 1);
        let bounds = days.map(|day| parse_local_day(day)).collect::<Result<Vec<_>, _>>()?;
        vault.counts_between(&bounds)
    })
}

/// The memories that are about the same, nearest first.
#[tauri::command(async)]
pub(crate) fn related(shell: State<'_, Shell>, id: String) -> Result<Vec<LinkedMemory>, Problem> {
    shell.load_whole()?;
    shell.with_vault(|vault| {
        let id = vault.find_id(&id)?;
        Ok(vault.related(&id, RELATED)?.into_iter().map(linked).collect())
    })
}

/// Makes an earlier version hold again, as a new one.
#[tauri::command(async)]
pub(crate) fn version_restore(
    shell: State<'_, Shell>,
    id: String,
    version: String,
    choices: Vec<FindingChoice>,
) -> Result<MemoryView, Problem> {
    let view = shell.with_settled_vault(|vault| {
        let memory = vault.find_id(&id)?;
        vault.restore_version(&memory, &version, chosen(choices, false))?;
        opened(vault, &id)
    })?;
    shell.announce_memories();
    Ok(view)
}

/// Pins memories or takes their pins off; answers how many were changed.
#[tauri::command(async)]
pub(crate) fn memories_pin(
    shell: State<'_, Shell>,
    ids: Vec<String>,
    pinned: bool,
) -> Result<usize, Problem> {
    let changed = shell.with_settled_vault(|vault| {
        let ids = ids_of(vault, &ids)?;
        vault.set_pinned(&ids, pinned)
    })?;
    shell.announce_memories();
    Ok(changed)
}

#[tauri::command(async)]
pub(crate) fn saved_searches(shell: State<'_, Shell>) -> Result<Vec<SavedSearch>, Problem> {
    shell.with_vault(all_saved)
}

/// Saves a search; answers all of them, as do the two below.
#[tauri::command(async)]
pub(crate) fn search_save(shell: State<'_, Shell>, search: SavedSearch) -> Result<Vec<SavedSearch>, Problem> {
    shell.with_settled_vault(|vault| {
        let SavedSearch { id, name, query, kinds, topics, range } = search;
        vault.save_search(keepsake_vault::SavedSearch { id, name, query, kinds, topics, range })?;
        all_saved(vault)
    })
}

#[tauri::command(async)]
pub(crate) fn search_rename(
    shell: State<'_, Shell>,
    id: i64,
    name: String,
) -> Result<Vec<SavedSearch>, Problem> {
    shell.with_settled_vault(|vault| {
        vault.rename_search(id, &name)?;
        all_saved(vault)
    })
}

#[tauri::command(async)]
pub(crate) fn search_delete(shell: State<'_, Shell>, id: i64) -> Result<Vec<SavedSearch>, Problem> {
    shell.with_settled_vault(|vault| {
        vault.delete_search(id)?;
        all_saved(vault)
    })
}

fn all_saved(vault: &mut keepsake_vault::Vault) -> Result<Vec<SavedSearch>, keepsake_vault::Error> {
    let saved = vault.saved_searches()?.into_iter().map(|search| {
        let keepsake_vault::SavedSearch { id, name, query, kinds, topics, range } = search;
        SavedSearch { id, name, query, kinds, topics, range }
    });
    Ok(saved.collect())
}

/// Puts a text of the page's own on the clipboard: an address, or the profile. What is sealed is in neither.
#[tauri::command(async)]
pub(crate) fn text_copy(app: AppHandle, text: String) -> Result<(), Problem> {
    if text.len() > COPY_LIMIT {
        return Err(Problem::new("bad_input", "This is too much for the clipboard.", "Copy a part of it."));
    }
    app.clipboard().write_text(text).map_err(|_| {
        Problem::new("failed", "The clipboard did not take the text.", "Select the text and copy it.")
    })
}

/// Opens an address in the person's browser or mail program. The page has asked before.
#[tauri::command(async)]
pub(crate) fn link_open(address: String) -> Result<(), Problem> {
    if !may_be_opened(&address) {
        return Err(Problem::new(
            "bad_input",
            "Keepsake does not open this address.",
            "Copy it, and look at it well before you open it elsewhere.",
        ));
    }
    tauri_plugin_opener::open_url(address, None::<&str>).map_err(|_| {
        Problem::new("failed", "The address could not be opened.", "Copy it and open it in your browser.")
    })
}

/// Whether an address is one of the web's or a mail address, in a form that no program takes for something else.
fn may_be_opened(address: &str) -> bool {
    let plain = |byte: u8| {
        byte.is_ascii_graphic()
            && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'`' | b'^' | b'{' | b'}' | b'|')
    };
    if address.len() > ADDRESS_LIMIT || !address.bytes().all(plain) {
        return false;
    }
    let lower = address.to_ascii_lowercase();
    if let Some(mail) = lower.strip_prefix("mailto:") {
        // Some mail programs attach files that an address names.
        let fields = mail.split_once('?').map_or("", |(_, fields)| fields);
        let harmless =
            |field: &str| ["subject=", "body=", "cc=", "bcc="].iter().any(|name| field.starts_with(name));
        return !mail.is_empty()
            && !mail.starts_with('?')
            && (fields.is_empty() || fields.split('&').all(harmless));
    }
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '['))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_web_and_of_mail_are_opened() {
        for address in [
            "https://example.org",
            "HTTP://example.org/a?b=c#d",
            "https://[::1]/",
            "http://127.0.0.1:8080/x",
            "mailto:mira@example.org",
            "mailto:mira@example.org?subject=Tea&body=At%20four",
        ] {
            assert!(may_be_opened(address), "{address}");
        }
    }

    #[test]
    fn nothing_else_is_opened() {
        let long = format!("https://example.org/{}", "a".repeat(ADDRESS_LIMIT));
        for address in [
            "",
            "example.org",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "ftp://example.org",
            "data:text/html,x",
            "tauri://localhost",
            "https:",
            "https://",
            "https:///etc/passwd",
            "https://-x",
            " https://example.org",
            "https://example.org/ --flag",
            "https://example.org/\n",
            "https://exa\u{202e}mple.org",
            "https://example.org/\"&calc",
            "https:\\\\example.org",
            "mailto:",
            "mailto:?attach=/etc/passwd",
            "mailto:a@b.c?attach=/etc/passwd",
            "mailto:a@b.c?subject=x&ATTACHMENT=/etc/passwd",
            "vscode://file/x",
            "ms-msdt:/id",
            &long,
        ] {
            assert!(!may_be_opened(address), "{address}");
        }
    }
}
