//! The meaning model: which one is used, and the change to another. Folders come from the system's dialog, never from the page.

use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;

use crate::contract::{ModelView, Problem};
use crate::shell::Shell;

#[tauri::command(async)]
pub(crate) fn model_view(shell: State<'_, Shell>) -> Result<ModelView, Problem> {
    shell.model_view()
}

#[tauri::command(async)]
pub(crate) fn model_choose(app: AppHandle, shell: State<'_, Shell>) -> Result<ModelView, Problem> {
    let asked_of = expect_own_vault(&shell)?;
    let chosen = app
        .dialog()
        .file()
        .set_title("Choose a model's folder: Keepsake will read its files, so only use one you trust")
        .blocking_pick_folder();
    let Some(folder) = chosen.and_then(|folder| folder.into_path().ok()) else {
        return shell.model_view();
    };
    // The vault may have been locked, or another opened, while the dialog was open.
    if expect_own_vault(&shell)? != asked_of {
        return Err(Problem::locked());
    }
    shell.use_own_model(folder)
}

#[tauri::command(async)]
pub(crate) fn model_built_in(shell: State<'_, Shell>) -> Result<ModelView, Problem> {
    expect_own_vault(&shell)?;
    shell.use_built_in_model()
}

#[tauri::command(async)]
pub(crate) fn model_cancel(shell: State<'_, Shell>) -> Result<ModelView, Problem> {
    shell.cancel_model()
}

/// The open vault's id; the try-out vault is too short-lived to be embedded twice.
fn expect_own_vault(shell: &Shell) -> Result<String, Problem> {
    let is_try_out = shell.held().try_out;
    if is_try_out {
        return Err(Problem::new(
            "bad_input",
            "The try-out vault keeps its model.",
            "Make a vault of your own first.",
        ));
    }
    shell.with_vault(|vault| Ok(vault.id()))
}
