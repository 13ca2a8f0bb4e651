//! What the Linux desktop says: that the computer goes to sleep, that the screen is locked, that a panel takes icons.
//! Only listens; whoever can speak on these buses can lock the vault, and nothing else.

use std::thread;

use tauri::AppHandle;
use zbus::blocking::{Connection, MessageIterator, Proxy, fdo::DBusProxy};
use zbus::message::Type;
use zbus::names::BusName;
use zbus::zvariant::{OwnedFd, OwnedObjectPath};

use crate::shell::of;
use crate::tray;

const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const LOGIN: &str = "org.freedesktop.login1";
const LOGIN_PATH: &str = "/org/freedesktop/login1";
const LOGIN_MANAGER: &str = "org.freedesktop.login1.Manager";

/// Listens to both buses, each on a thread of its own. A bus that is not there is left alone.
pub(crate) fn listen(app: &AppHandle) {
    for (name, work) in
        [("session-bus", session as fn(&AppHandle) -> zbus::Result<()>), ("system-bus", system)]
    {
        let app = app.clone();
        let _ = thread::Builder::new().name(name.to_owned()).spawn(move || work(&app));
    }
}

fn session(app: &AppHandle) -> zbus::Result<()> {
    let bus = Connection::session()?;
    let rules = DBusProxy::new(&bus)?;
    for saver in ["freedesktop", "gnome", "cinnamon", "mate"] {
        let rule = format!("type='signal',interface='org.{saver}.ScreenSaver',member='ActiveChanged'");
        rules.add_match_rule(rule.as_str().try_into()?)?;
    }
    for rule in [
        format!("type='signal',interface='{WATCHER}'"),
        format!("type='signal',interface='org.freedesktop.DBus',member='NameOwnerChanged',arg0='{WATCHER}'"),
    ] {
        rules.add_match_rule(rule.as_str().try_into()?)?;
    }
    look_for_panel(app);
    for message in MessageIterator::from(bus) {
        let message = message?;
        if message.message_type() != Type::Signal {
            continue;
        }
        let header = message.header();
        match header.member().map(|member| member.as_str().to_owned()).as_deref() {
            Some("ActiveChanged") if message.body().deserialize::<bool>().unwrap_or(false) => away(app),
            Some("NameOwnerChanged" | "StatusNotifierHostRegistered" | "StatusNotifierHostUnregistered") => {
                look_for_panel(app)
            }
            _ => {}
        }
    }
    Ok(())
}

fn look_for_panel(app: &AppHandle) {
    let has_host = has_tray_host();
    let on_main = app.clone();
    let _ = app
        .run_on_main_thread(move || if has_host { tray::put(&on_main) } else { tray::take_away(&on_main) });
}

/// Whether a panel takes icons now.
pub(crate) fn has_tray_host() -> bool {
    let ask = || -> zbus::Result<bool> {
        let bus = Connection::session()?;
        // Asked first: looking for a name that nobody has would start whoever could take it.
        if !DBusProxy::new(&bus)?.name_has_owner(BusName::try_from(WATCHER)?)? {
            return Ok(false);
        }
        let watcher = Proxy::new(&bus, WATCHER, "/StatusNotifierWatcher", WATCHER)?;
        watcher.get_property("IsStatusNotifierHostRegistered")
    };
    ask().unwrap_or(false)
}

/// Whether a library of the system's can be loaded.
pub(crate) fn has_library(name: &str) -> bool {
    let folders = ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib"];
    let arch = format!("{}-linux-gnu", std::env::consts::ARCH);
    folders.iter().any(|folder| {
        let folder = std::path::Path::new(folder);
        folder.join(name).exists() || folder.join(&arch).join(name).exists()
    })
}

fn system(app: &AppHandle) -> zbus::Result<()> {
    let bus = Connection::system()?;
    let login = Proxy::new(&bus, LOGIN, LOGIN_PATH, LOGIN_MANAGER)?;
    // Locks of other people's sessions are not ours.
    let own: Option<OwnedObjectPath> = login.call("GetSessionByPID", &std::process::id()).ok();
    let rules = DBusProxy::new(&bus)?;
    for rule in [
        format!("type='signal',interface='{LOGIN_MANAGER}',member='PrepareForSleep'"),
        "type='signal',interface='org.freedesktop.login1.Session',member='Lock'".to_owned(),
    ] {
        rules.add_match_rule(rule.as_str().try_into()?)?;
    }
    let mut held_back = hold_back(&login);
    for message in MessageIterator::from(bus.clone()) {
        let message = message?;
        if message.message_type() != Type::Signal {
            continue;
        }
        let header = message.header();
        let path = header.path().map(|path| path.as_str().to_owned());
        match header.member().map(|member| member.as_str().to_owned()).as_deref() {
            Some("PrepareForSleep") if message.body().deserialize::<bool>().unwrap_or(false) => {
                away(app);
                // The computer may sleep now.
                held_back = None;
            }
            Some("PrepareForSleep") => held_back = hold_back(&login),
            Some("Lock") if own.as_ref().is_none_or(|own| path.as_deref() == Some(own.as_str())) => away(app),
            _ => {}
        }
    }
    drop(held_back);
    Ok(())
}

/// Asks that sleep waits (some seconds at most) until the vault is locked, for as long as the answer is held.
fn hold_back(login: &Proxy<'_>) -> Option<OwnedFd> {
    login.call("Inhibit", &("sleep", "Keepsake", "Locks the vault first", "delay")).ok()
}

fn away(app: &AppHandle) {
    of(app).lock_when_away();
}
