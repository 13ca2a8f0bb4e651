//! Declares every command, so that each needs a permission: undeclared ones would be open to every window.

const COMMANDS: &[&str] = &[
    "app_state",
    "passphrase_strength",
    "vault_create",
    "recovery_confirm",
    "recovery_show",
    "recovery_save",
    "print_page",
    "unlock",
    "lock",
    "note_activity",
    "try_out_start",
    "try_out_end",
    "preview",
    "remember",
    "edit",
    "search",
    "list",
    "show",
    "facets",
    "forget",
    "similar",
    "replace",
    "hold_both",
    "copy_text",
    "your_data",
    "check_vault",
    "export_all",
    "transfer_cancel",
    "bring_back",
    "export_choose",
    "vault_from_export",
    "forget_counts",
    "forget_earlier",
    "expiry_add",
    "expiry_remove",
    "keys_renew",
    "keys_renew_everything",
    "care_view",
    "backup_choose",
    "backup_now",
    "restore_choose",
    "restore_run",
    "erase_order",
    "erase_cancel",
    "erase_now",
    "clock_confirm",
    "model_view",
    "model_choose",
    "model_built_in",
    "model_cancel",
    "settings_get",
    "settings_set",
    "passphrase_set",
    "recovery_renew",
    "keychain_add",
    "strict_set",
    "strict_leave",
    "way_in_remove",
    "filter_settings",
    "filter_preset_set",
    "filter_class_set",
    "filter_rule_add",
    "filter_rule_remove",
    "filter_allowed_forget",
    "reveal_asks_set",
    "reveal",
    "vault_scan",
    "vault_scan_apply",
    "import_preview",
    "import_run",
    "import_cancel",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("src-tauri/capabilities/*.json")
        .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    tauri_build::try_build(attributes)?;
    // Tauri watches its usual folder only.
    #[allow(clippy::print_stdout)]
    {
        println!("cargo:rerun-if-changed=src-tauri/capabilities");
    }
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        // WebKitGTK loads the system's libsqlite3 into our process: without this its calls would land in our SQLCipher.
        #[allow(clippy::print_stdout)]
        {
            println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
        }
    }
    Ok(())
}
