//! Making, opening and locking the vault; recovery code, passphrase and keychain.

use std::io::Write;
use std::sync::atomic::Ordering;

use keepsake_seal::{
    Entropy, Passphrase, RecoveryCode, SlotKind, SystemEntropy, passphrase_strength as strength,
};
use keepsake_vault::{CreateRequest, Error, Standing, UnlockSecret, Vault, write_private};
use tauri::{AppHandle, State};
use tauri_plugin_dialog::{DialogExt, MessageDialogButtons, MessageDialogKind};
use zeroize::Zeroizing;

use super::care::settle;
use crate::contract::{AppState, NewRecoveryCode, PassphraseStrength, Problem, Saved, UnlockMethod};
use crate::shell::{PendingCode, Shell, UnconfirmedCode};
use crate::{try_out, window};

/// Groups of four characters in a recovery code.
const GROUPS: usize = 14;

#[tauri::command(async)]
pub(crate) fn app_state(shell: State<'_, Shell>) -> AppState {
    shell.look_at_keychain_again();
    let state = shell.state();
    shell.was_looked_at.store(true, Ordering::Relaxed);
    state
}

#[tauri::command(async)]
pub(crate) fn passphrase_strength(passphrase: String) -> PassphraseStrength {
    let passphrase = Zeroizing::new(passphrase);
    let strength = strength(&passphrase);
    PassphraseStrength { score: strength.score, acceptable: strength.acceptable, advice: strength.advice }
}

#[tauri::command(async)]
pub(crate) fn vault_create(
    shell: State<'_, Shell>,
    passphrase: Option<String>,
    use_keychain: bool,
) -> Result<NewRecoveryCode, Problem> {
    let passphrase = passphrase.map(Zeroizing::new);
    let request = CreateRequest::new(passphrase.as_ref().map(|text| text.as_str()), use_keychain)?;
    let created = Vault::create(shell.home().clone(), request, shell.surroundings(shell.keychain()))?;
    let pending = pending(UnconfirmedCode::First(created.recovery_code))?;
    let view = view(&pending);
    shell.opened(created.vault, Some(pending), false);
    Ok(view)
}

#[tauri::command(async)]
pub(crate) fn recovery_confirm(shell: State<'_, Shell>, groups: [String; 2]) -> Result<AppState, Problem> {
    {
        let mut held = shell.held();
        let pending = held.pending_code.as_ref().ok_or_else(nothing_pending)?;
        let code = pending.code.code().display();
        let expected: Vec<&str> = code.split('-').collect();
        let typed_right =
            pending.confirm.iter().zip(&groups).all(|(at, typed)| same_group(expected[*at], typed));
        if !typed_right {
            return Err(Problem::new(
                "recovery_mismatch",
                "These groups are not the ones asked for.",
                "Look at what you wrote down and type them again.",
            ));
        }
        let pending = held.pending_code.take().ok_or_else(nothing_pending)?;
        let vault = held.vault.as_mut().ok_or_else(Problem::locked)?;
        match pending.code {
            UnconfirmedCode::First(_) => vault.confirm_recovery_code()?,
            UnconfirmedCode::Renewed(new) => vault.adopt_recovery_code(*new)?,
            UnconfirmedCode::WithNewKeys { keys, .. } => {
                vault.adopt_new_keys(*keys)?;
                vault.confirm_recovery_code()?;
            }
        }
    }
    Ok(shell.announce())
}

#[tauri::command(async)]
pub(crate) fn recovery_show(shell: State<'_, Shell>) -> Result<NewRecoveryCode, Problem> {
    let inner = shell.held();
    inner.pending_code.as_ref().map(view).ok_or_else(nothing_pending)
}

#[tauri::command(async)]
pub(crate) fn recovery_save(app: AppHandle, shell: State<'_, Shell>) -> Result<Saved, Problem> {
    let code = shell
        .held()
        .pending_code
        .as_ref()
        .map(|pending| pending.code.code().display())
        .ok_or_else(nothing_pending)?;
    let agreed = app
        .dialog()
        .message("The file will hold the code in the clear: whoever reads it can open a copy of your vault. Keep it away from this computer, on a stick or in a safe.")
        .title("Save the recovery code?")
        .kind(MessageDialogKind::Warning)
        .buttons(MessageDialogButtons::OkCancelCustom("Choose a file".to_owned(), "Cancel".to_owned()))
        .blocking_show();
    if !agreed {
        return Ok(Saved { path: None });
    }
    let chosen = app.dialog().file().set_file_name("keepsake-recovery-code.txt").blocking_save_file();
    let Some(path) = chosen.and_then(|path| path.into_path().ok()) else {
        return Ok(Saved { path: None });
    };
    if shell.home().would_hold(&path) {
        return Err(Problem::new(
            "bad_input",
            "That is the vault's own folder.",
            "Choose another place: away from this computer.",
        ));
    }
    // The vault may have been locked, or the code renewed, while the dialog was open.
    let still =
        shell.held().pending_code.as_ref().is_some_and(|pending| *pending.code.code().display() == *code);
    if !still {
        return Err(nothing_pending());
    }
    let text = Zeroizing::new(format!(
        "Keepsake recovery code\n\n{}\n\nWhoever has this code and a copy of the vault can open it.\n",
        code.as_str()
    ));
    let failed = |error: std::io::Error| {
        Problem::new(
            "failed",
            &format!("The file could not be written: {}.", error.kind()),
            "Choose another place.",
        )
    };
    write_private(&path, failed, |file| file.write_all(text.as_bytes()).map_err(failed))?;
    Ok(Saved { path: Some(path.display().to_string()) })
}

#[tauri::command(async)]
pub(crate) fn print_page(app: AppHandle) -> Result<(), Problem> {
    let failed =
        || Problem::new("failed", "The system's print dialog did not open.", "Write the code down instead.");
    let page = window::current(&app).ok_or_else(failed)?;
    page.print().map_err(|_| failed())
}

#[tauri::command(async)]
pub(crate) fn unlock(
    shell: State<'_, Shell>,
    method: UnlockMethod,
    secret: Option<String>,
) -> Result<AppState, Problem> {
    let typed = Zeroizing::new(secret.unwrap_or_default());
    let secret = match method {
        UnlockMethod::Keychain => UnlockSecret::Keychain,
        UnlockMethod::Passphrase => UnlockSecret::Passphrase(Passphrase::new(&typed).map_err(Error::from)?),
        UnlockMethod::RecoveryCode => {
            UnlockSecret::RecoveryCode(RecoveryCode::parse(&typed).map_err(Error::from)?)
        }
    };
    let vault = Vault::open(shell.home().clone(), &secret, shell.surroundings(shell.keychain()))?;
    let Some(mut vault) = settle(&shell, vault)? else { return Ok(shell.state()) };
    // A code that was never confirmed cannot be shown again, but whoever has just typed it has it.
    if matches!(method, UnlockMethod::RecoveryCode) && !vault.recovery_confirmed()? {
        vault.confirm_recovery_code()?;
    }
    // The making was cut off before the code was confirmed, and nothing is kept yet: show a new code.
    let renewed = if !vault.recovery_confirmed()? && vault.status()?.memories == 0 {
        Some(pending(UnconfirmedCode::Renewed(Box::new(vault.new_recovery_code()?)))?)
    } else {
        None
    };
    Ok(shell.opened(vault, renewed, false))
}

#[tauri::command(async)]
pub(crate) fn lock(shell: State<'_, Shell>) -> AppState {
    shell.lock_vault()
}

#[tauri::command(async)]
pub(crate) fn note_activity(shell: State<'_, Shell>) {
    shell.note_that_someone_is_here();
}

#[tauri::command(async)]
pub(crate) fn try_out_start(shell: State<'_, Shell>) -> Result<AppState, Problem> {
    if shell.held().vault.is_some() || shell.home().standing() != Standing::Empty {
        return Err(Problem::new(
            "failed",
            "You have a vault already.",
            "The try-out is for before there is one.",
        ));
    }
    let vault = try_out::make(&shell)?;
    Ok(shell.opened(vault, None, true))
}

#[tauri::command(async)]
pub(crate) fn try_out_end(shell: State<'_, Shell>) -> Result<AppState, Problem> {
    if !shell.held().try_out {
        return Err(Problem::new("failed", "The try-out vault is not open.", "Nothing was erased."));
    }
    shell.close();
    Ok(shell.announce())
}

#[tauri::command(async)]
pub(crate) fn passphrase_set(shell: State<'_, Shell>, passphrase: String) -> Result<AppState, Problem> {
    let passphrase = Zeroizing::new(passphrase);
    shell.with_vault(|vault| vault.set_passphrase(&passphrase))?;
    Ok(shell.announce())
}

#[tauri::command(async)]
pub(crate) fn recovery_renew(shell: State<'_, Shell>) -> Result<NewRecoveryCode, Problem> {
    let view = {
        let mut held = shell.held();
        let vault = held.vault.as_mut().ok_or_else(Problem::locked)?;
        let pending = pending(UnconfirmedCode::Renewed(Box::new(vault.new_recovery_code()?)))?;
        let view = view(&pending);
        held.pending_code = Some(pending);
        view
    };
    shell.announce();
    Ok(view)
}

#[tauri::command(async)]
pub(crate) fn keychain_add(shell: State<'_, Shell>) -> Result<AppState, Problem> {
    shell.with_vault(Vault::add_keychain)?;
    Ok(shell.announce())
}

/// Strict mode: the passphrase and the keychain only open together from now on.
#[tauri::command(async)]
pub(crate) fn strict_set(shell: State<'_, Shell>, passphrase: String) -> Result<AppState, Problem> {
    let passphrase = Zeroizing::new(passphrase);
    shell.with_vault(|vault| vault.set_strict(&passphrase))?;
    Ok(shell.announce())
}

/// Out of strict mode: each opens alone again.
#[tauri::command(async)]
pub(crate) fn strict_leave(shell: State<'_, Shell>, passphrase: String) -> Result<AppState, Problem> {
    let passphrase = Zeroizing::new(passphrase);
    shell.with_vault(|vault| vault.leave_strict(&passphrase))?;
    Ok(shell.announce())
}

/// Takes the keychain or the passphrase away as a way in; two always remain.
#[tauri::command(async)]
pub(crate) fn way_in_remove(shell: State<'_, Shell>, way: UnlockMethod) -> Result<AppState, Problem> {
    let kind = match way {
        UnlockMethod::Keychain => SlotKind::Device,
        UnlockMethod::Passphrase => SlotKind::Passphrase,
        UnlockMethod::RecoveryCode => SlotKind::Recovery,
    };
    shell.with_vault(|vault| vault.remove_way_in(kind))?;
    Ok(shell.announce())
}

fn nothing_pending() -> Problem {
    Problem::new("failed", "There is no new recovery code to show.", "Make a new one in Settings.")
}

/// Chooses two different groups to be typed.
pub(super) fn pending(code: UnconfirmedCode) -> Result<PendingCode, Problem> {
    let mut random = [0; 2];
    SystemEntropy.fill(&mut random).map_err(Error::from)?;
    let first = usize::from(random[0]) % GROUPS;
    let second = (first + 1 + usize::from(random[1]) % (GROUPS - 1)) % GROUPS;
    Ok(PendingCode { code, confirm: [first.min(second), first.max(second)] })
}

pub(super) fn view(pending: &PendingCode) -> NewRecoveryCode {
    let groups = pending.code.code().display().split('-').map(str::to_owned).collect();
    NewRecoveryCode { groups, confirm: pending.confirm }
}

/// Forgives what the code's own reading forgives: case, and the letters that look like digits.
fn same_group(expected: &str, typed: &str) -> bool {
    let plain = |text: &str| -> String {
        let kept = text.chars().filter(|c| c.is_ascii_alphanumeric());
        kept.map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
    };
    plain(expected) == plain(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_different_groups_are_asked_for() {
        for _ in 0..200 {
            let pending =
                pending(UnconfirmedCode::First(RecoveryCode::random(&mut SystemEntropy).unwrap())).unwrap();
            assert!(pending.confirm[0] < pending.confirm[1] && pending.confirm[1] < GROUPS);
            assert_eq!(view(&pending).groups.len(), GROUPS);
        }
    }

    #[test]
    fn groups_are_compared_as_a_person_types_them() {
        assert!(same_group("0ZC8", " ozc8 ") && same_group("1FGS", "lfgs"));
        assert!(!same_group("0ZC8", "0ZC9") && !same_group("0ZC8", ""));
    }
}
