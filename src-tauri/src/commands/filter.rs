//! The filter's settings, what is kept already against today's rules, and showing what was sealed.

use keepsake_filter::{Action, Class, What, kinds, label};
use keepsake_seal::Passphrase;
use keepsake_vault::{Code, Error, Preset, Vault, name_of, named};
use tauri::{AppHandle, State};
use tauri_plugin_dialog::{DialogExt, MessageDialogButtons, MessageDialogKind};
use zeroize::Zeroizing;

use super::memories::row;
use crate::clipboard::Clipboard;
use crate::contract::{
    ClassSetting, FilterPreset, FilterSettings, FindingAction, KindCount, Problem, RevealAsks, RuleForm,
    RuleView, VaultScan, VaultScanDone,
};
use crate::shell::Shell;

/// Memories that the preview of a scan shows.
const SCAN_ROWS: usize = 200;
/// Kinds that a class names as examples.
const EXAMPLES: usize = 6;

#[tauri::command(async)]
pub(crate) fn filter_settings(shell: State<'_, Shell>) -> Result<FilterSettings, Problem> {
    shell.with_vault(settings)
}

#[tauri::command(async)]
pub(crate) fn filter_preset_set(
    shell: State<'_, Shell>,
    preset: FilterPreset,
) -> Result<FilterSettings, Problem> {
    shell.with_vault(|vault| {
        match preset {
            FilterPreset::Personal => vault.set_filter_preset(Preset::Personal)?,
            FilterPreset::Careful => vault.set_filter_preset(Preset::Careful)?,
            FilterPreset::Strict => vault.set_filter_preset(Preset::Strict)?,
            // What the person has changed is not a thing to go back to.
            FilterPreset::Own => {}
        }
        settings(vault)
    })
}

#[tauri::command(async)]
pub(crate) fn filter_class_set(
    shell: State<'_, Shell>,
    class: String,
    action: FindingAction,
) -> Result<FilterSettings, Problem> {
    shell.with_vault(|vault| {
        let class = named(&class).ok_or_else(|| {
            Error::new(Code::BadInput, "there is no such group of findings", "choose one from the list")
        })?;
        vault.set_filter_class(class, action.into())?;
        settings(vault)
    })
}

#[tauri::command(async)]
pub(crate) fn filter_rule_add(
    shell: State<'_, Shell>,
    form: RuleForm,
    text: String,
    action: FindingAction,
) -> Result<FilterSettings, Problem> {
    shell.with_vault(|vault| {
        let what = match form {
            RuleForm::Word => What::Word(text),
            RuleForm::Pattern => What::Pattern(text),
        };
        vault.add_filter_rule(what, action.into())?;
        settings(vault)
    })
}

#[tauri::command(async)]
pub(crate) fn filter_rule_remove(shell: State<'_, Shell>, id: u32) -> Result<FilterSettings, Problem> {
    shell.with_vault(|vault| {
        vault.remove_filter_rule(id)?;
        settings(vault)
    })
}

#[tauri::command(async)]
pub(crate) fn filter_allowed_forget(shell: State<'_, Shell>) -> Result<FilterSettings, Problem> {
    shell.with_vault(|vault| {
        vault.forget_allowed_values()?;
        settings(vault)
    })
}

#[tauri::command(async)]
pub(crate) fn reveal_asks_set(
    shell: State<'_, Shell>,
    asks: RevealAsks,
    passphrase: Option<String>,
) -> Result<FilterSettings, Problem> {
    let passphrase = typed(passphrase)?;
    shell.with_vault(|vault| {
        let asks = match asks {
            RevealAsks::Once => keepsake_vault::RevealAsks::Once,
            RevealAsks::Passphrase => keepsake_vault::RevealAsks::Passphrase,
        };
        // Who sits at an open window must not be able to take the question away.
        if asks == keepsake_vault::RevealAsks::Once {
            vault.may_reveal(passphrase.as_ref())?;
        }
        vault.set_reveal_asks(asks)?;
        settings(vault)
    })
}

/// Shows an original. The page asks; whether it is shown is decided here: by the passphrase, or by a question of the system's
/// that the page cannot answer, once after each unlock.
#[tauri::command(async)]
pub(crate) fn reveal(
    app: AppHandle,
    shell: State<'_, Shell>,
    id: String,
    original: u16,
    passphrase: Option<String>,
) -> Result<String, Problem> {
    let passphrase = typed(passphrase)?;
    // The vault may be locked, or another opened, while the question stands.
    let (asked_of, asks) =
        shell.with_vault(|vault| Ok((vault.id(), vault.may_reveal(passphrase.as_ref())?)))?;
    if asks == keepsake_vault::RevealAsks::Once && !shell.held().reveal_agreed {
        let agreed = app
            .dialog()
            .message("Show what Keepsake has hidden? It asks once until the vault is locked.")
            .title("Show what is hidden")
            .kind(MessageDialogKind::Info)
            .buttons(MessageDialogButtons::OkCancelCustom("Show".to_owned(), "Cancel".to_owned()))
            .blocking_show();
        if !agreed {
            return Err(Problem::new("cancelled", "Nothing was shown.", ""));
        }
        let still = shell.with_vault(|vault| Ok(vault.id()))?;
        if still != asked_of {
            return Err(Problem::locked());
        }
        shell.held().reveal_agreed = true;
    }
    shell.with_vault(|vault| {
        let id = vault.find_id(&id)?;
        Ok(vault.reveal(&id, original)?.to_string())
    })
}

/// Copies an original that is shown, for half a minute. The page hands it back: it was shown a moment ago.
#[tauri::command(async)]
pub(crate) fn copy_original(app: AppHandle, text: String) -> Result<(), Problem> {
    Clipboard::copy_for_a_while(&app, Zeroizing::new(text))
}

/// A passphrase that came from the page.
pub(crate) fn typed(passphrase: Option<String>) -> Result<Option<Passphrase>, Problem> {
    let text = passphrase.map(Zeroizing::new);
    Ok(text.map(|text| Passphrase::new(&text)).transpose().map_err(Error::from)?)
}

#[tauri::command(async)]
pub(crate) fn vault_scan(shell: State<'_, Shell>) -> Result<VaultScan, Problem> {
    shell.with_vault(|vault| {
        let preview = vault.recheck_preview(SCAN_ROWS)?;
        Ok(VaultScan {
            checked: preview.checked,
            would_change: preview.would_change,
            earlier_only: preview.earlier_only,
            found: counts(&preview.found),
            rows: preview.memories.into_iter().map(|memory| row(memory, &[], None)).collect(),
        })
    })
}

#[tauri::command(async)]
pub(crate) fn vault_scan_apply(shell: State<'_, Shell>) -> Result<VaultScanDone, Problem> {
    let report = shell.with_settled_vault(Vault::recheck)?;
    shell.announce_memories();
    Ok(VaultScanDone {
        changed: report.changed,
        versions_removed: report.versions_removed,
        left: report.left,
    })
}

fn settings(vault: &mut Vault) -> Result<FilterSettings, Error> {
    let set = vault.filter_settings()?;
    let classes = set.classes.iter().map(|(class, action)| {
        let of_class: Vec<&str> =
            kinds().filter(|(_, of)| of == class).map(|(kind, _)| label(kind)).collect();
        ClassSetting {
            class: name_of(class),
            label: class.label().to_owned(),
            examples: of_class.iter().take(EXAMPLES).map(|label| (*label).to_owned()).collect(),
            kinds: of_class.len(),
            action: (*action).into(),
            choices: choices(*class),
        }
    });
    let rules = set.rules.iter().map(|rule| {
        let (form, text) = match &rule.what {
            What::Word(text) => (RuleForm::Word, text),
            What::Pattern(text) => (RuleForm::Pattern, text),
        };
        let id = rule.id.parse().unwrap_or_default();
        RuleView { id, form, text: text.clone(), action: rule.action.into() }
    });
    Ok(FilterSettings {
        preset: match set.preset {
            _ if set.changed => FilterPreset::Own,
            Preset::Personal => FilterPreset::Personal,
            Preset::Careful => FilterPreset::Careful,
            Preset::Strict => FilterPreset::Strict,
        },
        classes: classes.collect(),
        rules: rules.collect(),
        allowed_values: set.allowed_values,
        reveal_asks: match set.reveal_asks {
            keepsake_vault::RevealAsks::Passphrase if vault.has_passphrase() => RevealAsks::Passphrase,
            _ => RevealAsks::Once,
        },
    })
}

/// What may be done with findings of a class.
pub(crate) fn choices(class: Class) -> Vec<FindingAction> {
    if class.is_credential() {
        return vec![FindingAction::Block, FindingAction::Mask];
    }
    let mut choices =
        vec![FindingAction::Seal, FindingAction::Token, FindingAction::Mask, FindingAction::Block];
    // A rule of one's own that lets everything stay would be no rule.
    if class != Class::Own {
        choices.push(FindingAction::Allow);
    }
    choices
}

pub(super) fn counts(found: &[keepsake_vault::KindCount]) -> Vec<KindCount> {
    found
        .iter()
        .map(|found| KindCount {
            kind: found.kind.to_owned(),
            label: label(found.kind).to_owned(),
            action: found.action.into(),
            count: found.count,
        })
        .collect()
}

impl From<Action> for FindingAction {
    fn from(action: Action) -> FindingAction {
        match action {
            Action::Block => FindingAction::Block,
            Action::Mask => FindingAction::Mask,
            Action::Token => FindingAction::Token,
            Action::Seal => FindingAction::Seal,
            Action::Allow => FindingAction::Allow,
        }
    }
}

impl From<FindingAction> for Action {
    fn from(action: FindingAction) -> Action {
        match action {
            FindingAction::Block => Action::Block,
            FindingAction::Mask => Action::Mask,
            FindingAction::Token => Action::Token,
            FindingAction::Seal => Action::Seal,
            FindingAction::Allow => Action::Allow,
        }
    }
}
