//! What a capture repeats or replaces, and what has replaced a memory.

use keepsake_vault::{Error, MemoryView as Opened, Relation, Vault};
use tauri::State;

use crate::commands::memories::{opened, row};
use crate::contract::{LinkedMemory, MemoryView, Problem, SimilarMemory, Similarity};
use crate::shell::Shell;

/// Kept memories that the text repeats or may replace. `text` is as the filter would keep it; `id` is the memory that is
/// being edited.
#[tauri::command(async)]
pub(crate) fn similar(
    shell: State<'_, Shell>,
    text: String,
    id: Option<String>,
) -> Result<Vec<SimilarMemory>, Problem> {
    shell.with_vault(|vault| {
        let except = id.map(|id| vault.find_id(&id)).transpose()?;
        let found = vault.similar(&text, except.as_ref())?;
        Ok(found
            .into_iter()
            .map(|similar| SimilarMemory {
                similarity: match similar.relation {
                    Relation::SaysTheSame => Similarity::SaysTheSame,
                    Relation::MayReplace => Similarity::MayReplace,
                },
                memory: linked(similar.memory),
            })
            .collect())
    })
}

#[tauri::command(async)]
pub(crate) fn replace(shell: State<'_, Shell>, older: String, newer: String) -> Result<MemoryView, Problem> {
    let view = shell.with_settled_vault(|vault| {
        let (older_id, newer_id) = (vault.find_id(&older)?, vault.find_id(&newer)?);
        vault.replace(&older_id, &newer_id)?;
        opened(vault, &older)
    })?;
    shell.announce_memories();
    Ok(view)
}

#[tauri::command(async)]
pub(crate) fn hold_both(shell: State<'_, Shell>, older: String) -> Result<MemoryView, Problem> {
    let view = shell.with_settled_vault(|vault| {
        let id = vault.find_id(&older)?;
        vault.hold_both(&id)?;
        opened(vault, &older)
    })?;
    shell.announce_memories();
    Ok(view)
}

/// The memories with these ids, as links. One that is gone meanwhile is left out.
pub(crate) fn linked_to(vault: &Vault, ids: &[String]) -> Vec<LinkedMemory> {
    let open = |id: &String| -> Result<Opened, Error> { vault.show(&vault.find_id(id)?) };
    ids.iter().filter_map(|id| open(id).ok()).map(linked).collect()
}

pub(crate) fn linked(memory: Opened) -> LinkedMemory {
    let row = row(memory, &[], None);
    LinkedMemory {
        id: row.id,
        excerpt: row.excerpt,
        placeholders: row.placeholders,
        created_at: row.created_at,
    }
}
