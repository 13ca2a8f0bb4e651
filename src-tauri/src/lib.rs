//! The desktop shell: windows, dialogs, commands. An adapter: it holds no rule of the vault's.
//!
//! Must not keep content anywhere but on its way between page and vault, and must not log it.

#[cfg(keepsake_plain_for_measuring)]
compile_error!(
    "this is for measuring what encryption costs: a program that people use is never built without it"
);

#[cfg(test)]
mod bindings;
mod capture;
mod clipboard;
mod commands;
mod contract;
#[cfg(target_os = "linux")]
mod desktop;
mod excerpt;
mod hotkey;
mod meaning;
mod problem;
mod settings;
mod shell;
mod tray;
mod try_out;
mod window;
#[cfg(target_os = "linux")]
mod x11;

use std::process::ExitCode;

use clipboard::Clipboard;
pub use contract::*;
use hotkey::Hotkey;
use shell::Shell;
use tauri::Manager;
use tray::Tray;
use window::Scratch;

/// Whether the app was started to capture something: by one fixed flag alone. Nothing else that another start says is listened to.
fn asks_to_capture(arguments: &[String]) -> bool {
    matches!(arguments, [_, flag] if flag == "--capture")
}

/// What the system starts at login.
const AT_LOGIN: &str = "--hidden";

fn asks_to_stay_out_of_sight(arguments: &[String]) -> bool {
    matches!(arguments, [_, flag] if flag == AT_LOGIN)
}

/// Closing the main window leaves Keepsake in the panel, if it is there; else it ends.
fn closing(window: &tauri::Window, event: &tauri::WindowEvent) {
    let app = window.app_handle();
    match event {
        tauri::WindowEvent::CloseRequested { api, .. } if window::is_main(window.label()) => {
            if tray::is_shown(app) {
                api.prevent_close();
                let _ = window.hide();
            } else {
                app.exit(0);
            }
        }
        // The window that waits for captures is no reason to stay.
        tauri::WindowEvent::Destroyed
            if window::is_main(window.label()) && window::current(app).is_none() && !tray::is_shown(app) =>
        {
            app.exit(0);
        }
        tauri::WindowEvent::CloseRequested { api, .. } if capture::is_capture(window.label()) => {
            api.prevent_close();
            capture::hide(app);
        }
        tauri::WindowEvent::ThemeChanged(_) => tray::follow(app),
        _ => {}
    }
}

/// Runs the app until its window is closed.
#[allow(clippy::disallowed_methods, reason = "Tauri's own macro ends the program when its assets are broken")]
pub fn run() -> ExitCode {
    keepsake_vault::harden_process();
    keepsake_vault::Actor::Window.is_this_process();
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, arguments, _folder| {
            if asks_to_capture(&arguments) {
                capture::show(app);
            } else {
                window::bring_forward(app);
            }
        }))
        .plugin(tauri_plugin_autostart::Builder::new().arg(AT_LOGIN).app_name("Keepsake").build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .invoke_handler(tauri::generate_handler![
            commands::ways_in::app_state,
            commands::ways_in::passphrase_strength,
            commands::ways_in::vault_create,
            commands::ways_in::recovery_confirm,
            commands::ways_in::recovery_show,
            commands::ways_in::recovery_save,
            commands::ways_in::print_page,
            commands::ways_in::unlock,
            commands::ways_in::lock,
            commands::ways_in::note_activity,
            commands::ways_in::try_out_start,
            commands::ways_in::try_out_end,
            commands::ways_in::passphrase_set,
            commands::ways_in::recovery_renew,
            commands::ways_in::keychain_add,
            commands::ways_in::strict_set,
            commands::ways_in::strict_leave,
            commands::ways_in::way_in_remove,
            commands::memories::preview,
            commands::memories::remember,
            commands::memories::edit,
            commands::memories::search,
            commands::memories::list,
            commands::memories::show,
            commands::memories::facets,
            commands::memories::forget,
            commands::memories::copy_text,
            commands::links::similar,
            commands::links::replace,
            commands::links::hold_both,
            commands::data::your_data,
            commands::data::check_vault,
            commands::taking::export_all,
            commands::taking::export_selected,
            commands::taking::transfer_cancel,
            commands::taking::bring_back,
            commands::taking::export_choose,
            commands::taking::vault_from_export,
            commands::memories::memories_tag,
            commands::memories::memories_expire,
            commands::memories::forget_counts,
            commands::memories::forget_earlier,
            commands::care::expiry_add,
            commands::care::expiry_remove,
            commands::care::keys_renew,
            commands::care::keys_renew_everything,
            commands::model::model_view,
            commands::model::model_choose,
            commands::model::model_built_in,
            commands::model::model_cancel,
            commands::data::settings_get,
            commands::data::settings_set,
            commands::data::keys_view,
            commands::data::keys_set,
            commands::filter::filter_settings,
            commands::filter::filter_preset_set,
            commands::filter::filter_class_set,
            commands::filter::filter_rule_add,
            commands::filter::filter_rule_remove,
            commands::filter::filter_allowed_forget,
            commands::filter::reveal_asks_set,
            commands::filter::reveal,
            commands::filter::copy_original,
            commands::filter::vault_scan,
            commands::filter::vault_scan_apply,
            commands::care::care_view,
            commands::care::backup_choose,
            commands::care::backup_now,
            commands::care::restore_choose,
            commands::care::restore_run,
            commands::care::erase_order,
            commands::care::erase_cancel,
            commands::care::erase_now,
            commands::care::clock_confirm,
            commands::import::import_preview,
            commands::import::import_answer,
            commands::import::import_prompt,
            commands::import::import_undo,
            commands::import::import_run,
            commands::import::import_cancel,
            commands::capture::capture_view,
            commands::capture::capture_preview,
            commands::capture::capture_keep,
            commands::capture::capture_leave,
            commands::capture::capture_open_main,
            commands::capture::capture_ways,
            commands::capture::capture_keys_set,
            commands::capture::capture_try,
            commands::capture::start_at_login_set,
            commands::capture::captures_pause,
            commands::capture::captures_refused,
            commands::capture::capture_drop,
            commands::list::captures_by_week,
            commands::list::related,
            commands::list::version_restore,
            commands::list::memories_pin,
            commands::list::saved_searches,
            commands::list::search_save,
            commands::list::search_rename,
            commands::list::search_delete,
            commands::list::text_copy,
            commands::list::link_open,
        ])
        .setup(|app| {
            app.manage(Scratch::make()?);
            let app = app.handle();
            app.manage(Hotkey::default());
            app.manage(Clipboard::default());
            app.manage(Tray::default());
            Shell::start(app)?;
            let arguments: Vec<String> = std::env::args().collect();
            // On Linux the desktop is asked on a thread of its own, but for a start at login, which depends on the answer.
            if !cfg!(target_os = "linux") || asks_to_stay_out_of_sight(&arguments) {
                tray::put(app);
            }
            // Started at login it waits in the panel; where there is none it is shown, or nobody could reach it.
            let out_of_sight = asks_to_stay_out_of_sight(&arguments) && tray::is_shown(app);
            if !out_of_sight && !asks_to_capture(&arguments) {
                window::open(app)?;
            }
            if asks_to_capture(&arguments) {
                capture::show(app);
            } else {
                // Out of sight, so it can wait for the window that is looked at.
                let app = app.clone();
                std::thread::Builder::new().spawn(move || {
                    shell::of(&app).wait_for_first_page();
                    capture::prepare_if_none(&app);
                })?;
            }
            hotkey::listen(app, &shell::of(app).settings().capture_keys);
            #[cfg(target_os = "linux")]
            desktop::listen(app);
            Ok(())
        })
        .on_window_event(closing)
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(|handle, event| {
                if let tauri::RunEvent::Exit = event {
                    let shell = shell::of(handle);
                    shell.close();
                    handle.state::<Clipboard>().take_away();
                    commands::import::wait_for_end(&shell);
                    handle.state::<Scratch>().clear();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            #[allow(clippy::print_stderr, reason = "there is no window to say it in")]
            {
                eprintln!("keepsake-desktop could not start: {error}");
            }
            ExitCode::FAILURE
        }
    }
}
