//! The keyboard for a window of ours under X11. Window managers keep it from a program that was not just used, but for
//! what asks as a pager does: on the person's behalf. Elsewhere nothing is done.

use raw_window_handle::{HasWindowHandle, RawWindowHandle};
use tauri::WebviewWindow;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt, EventMask};

/// EWMH, `_NET_ACTIVE_WINDOW`: asked by a pager.
const FROM_A_PAGER: u32 = 2;

/// Asks the window manager to give the window the keyboard.
pub(crate) fn activate(window: &WebviewWindow) {
    let _ = ask(window);
}

fn ask(window: &WebviewWindow) -> Option<()> {
    let RawWindowHandle::Xlib(handle) = window.window_handle().ok()?.as_raw() else { return None };
    let id = u32::try_from(handle.window).ok()?;
    let (connection, screen) = x11rb::connect(None).ok()?;
    let root = connection.setup().roots.get(screen)?.root;
    let atom = connection.intern_atom(false, b"_NET_ACTIVE_WINDOW").ok()?.reply().ok()?.atom;
    let message = ClientMessageEvent::new(32, id, atom, [FROM_A_PAGER, 0, 0, 0, 0]);
    let mask = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
    connection.send_event(false, root, mask, message).ok()?.check().ok()
}
