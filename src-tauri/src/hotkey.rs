//! The keys that open the capture window from anywhere. Where a program may listen to the keyboard it asks the
//! system for them; under Wayland it asks the desktop's portal; elsewhere the person binds a command by hand.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use tauri::{AppHandle, Manager};
use tauri_plugin_global_shortcut::{GlobalShortcutExt, Shortcut, ShortcutState};

use crate::contract::Listening;
use crate::{capture, shell};

/// How it stands with the keys.
pub(crate) struct Hotkey {
    listening: Mutex<Listening>,
    /// Raised when other keys are wanted: a portal session of before ends then.
    turn: AtomicU64,
}

impl Default for Hotkey {
    fn default() -> Hotkey {
        Hotkey { listening: Mutex::new(Listening::Off), turn: AtomicU64::new(0) }
    }
}

impl Hotkey {
    /// How it stands.
    pub(crate) fn listening(&self) -> Listening {
        *shell::lock(&self.listening)
    }

    fn says(&self, turn: u64, listening: Listening) {
        if self.turn.load(Ordering::Relaxed) == turn {
            *shell::lock(&self.listening) = listening;
        }
    }
}

/// True where windows are shown through Wayland.
pub(crate) fn is_wayland() -> bool {
    cfg!(target_os = "linux")
        && std::env::var_os("WAYLAND_DISPLAY").is_some_and(|name| !name.is_empty())
        && std::env::var("GDK_BACKEND").map_or(true, |backend| !backend.starts_with("x11"))
}

/// Listens for these keys and no longer for others; empty for none. Written as in the settings: `Mod+Shift+Space`.
pub(crate) fn listen(app: &AppHandle, keys: &str) {
    let hotkey = app.state::<Hotkey>();
    let turn = hotkey.turn.fetch_add(1, Ordering::Relaxed) + 1;
    hotkey.says(turn, Listening::Off);
    if is_wayland() {
        #[cfg(target_os = "linux")]
        portal::listen(app, keys, turn);
        return;
    }
    if app.try_state::<tauri_plugin_global_shortcut::GlobalShortcut<tauri::Wry>>().is_none() {
        // Put in here and not at the start: without a display that it can ask, it would take the app with it.
        let plugin = tauri_plugin_global_shortcut::Builder::new()
            .with_handler(|app, _, event| {
                if event.state == ShortcutState::Pressed {
                    capture::show(app);
                }
            })
            .build();
        if app.plugin(plugin).is_err() {
            hotkey.says(turn, Listening::Unavailable);
            return;
        }
    }
    let shortcuts = app.global_shortcut();
    let _ = shortcuts.unregister_all();
    if keys.is_empty() {
        return;
    }
    let listening = match parse(keys) {
        None => Listening::NotAShortcut,
        Some(shortcut) if shortcuts.register(shortcut).is_ok() => Listening::Works,
        Some(_) => Listening::Taken,
    };
    hotkey.says(turn, listening);
}

/// The system's keys for those of the settings.
pub(crate) fn parse(keys: &str) -> Option<Shortcut> {
    let names: Vec<&str> = keys
        .split('+')
        .map(|name| match name {
            "Mod" => "CommandOrControl",
            "Ctrl" => "Control",
            other => other,
        })
        .collect();
    let shortcut: Shortcut = names.join("+").parse().ok()?;
    // A letter without Ctrl or Alt would be taken from everything that is typed anywhere.
    let is_function_key = names.last().is_some_and(|name| name.len() > 1 && name.starts_with('F'));
    let commanded = names.iter().any(|name| ["CommandOrControl", "Control", "Alt"].contains(name));
    (commanded || is_function_key).then_some(shortcut)
}

#[cfg(target_os = "linux")]
mod portal {
    use ashpd::desktop::CreateSessionOptions;
    use ashpd::desktop::global_shortcuts::{BindShortcutsOptions, GlobalShortcuts, NewShortcut};
    use futures_util::StreamExt;
    use tauri::{AppHandle, Manager};

    use super::{Hotkey, Listening, capture};

    const NAME: &str = "capture";

    /// Asks the desktop's portal for the keys; the desktop may ask the person, or give others.
    pub(super) fn listen(app: &AppHandle, keys: &str, turn: u64) {
        if keys.is_empty() {
            return;
        }
        let (app, keys) = (app.clone(), trigger(keys));
        tauri::async_runtime::spawn(async move {
            if bound(&app, &keys, turn).await.is_err() {
                app.state::<Hotkey>().says(turn, Listening::Unavailable);
            }
        });
    }

    async fn bound(app: &AppHandle, keys: &str, turn: u64) -> ashpd::Result<()> {
        let portal = GlobalShortcuts::new().await?;
        let session = portal.create_session(CreateSessionOptions::default()).await?;
        let wanted = NewShortcut::new(NAME, "Capture in Keepsake").preferred_trigger(keys);
        portal
            .bind_shortcuts(&session, &[wanted], None, BindShortcutsOptions::default())
            .await?
            .response()?;
        let hotkey = app.state::<Hotkey>();
        hotkey.says(turn, Listening::ByDesktop);
        let mut pressed = portal.receive_activated().await?;
        while let Some(one) = pressed.next().await {
            if hotkey.turn.load(std::sync::atomic::Ordering::Relaxed) != turn {
                break;
            }
            if one.shortcut_id() == NAME {
                capture::show(app);
            }
        }
        Ok(())
    }

    /// The portal's spelling: `CTRL+SHIFT+space`.
    fn trigger(keys: &str) -> String {
        let name = |name: &str| match name {
            "Mod" | "Ctrl" => "CTRL".to_owned(),
            "Alt" => "ALT".to_owned(),
            "Shift" => "SHIFT".to_owned(),
            "Space" => "space".to_owned(),
            one if one.len() == 1 => one.to_lowercase(),
            other => other.to_owned(),
        };
        keys.split('+').map(name).collect::<Vec<_>>().join("+")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_the_settings_are_the_systems() {
        for keys in ["Mod+Shift+Space", "Alt+K", "Mod+1", "F9", "Ctrl+Alt+ArrowUp", "Mod+Alt+Shift+C"] {
            assert!(parse(keys).is_some(), "{keys}");
        }
    }

    #[test]
    fn what_everyone_types_is_no_shortcut() {
        for keys in ["", "A", "Shift+A", "Space", "Shift+Space", "Mod", "Mod+", "Nonsense+Q", "Mod+Shift"] {
            assert!(parse(keys).is_none(), "{keys}");
        }
    }
}
