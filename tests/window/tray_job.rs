//! The icon in the panel, seen by a panel that the test itself is: its menu, what it says of the vault, and that closing the window
//! leaves Keepsake there.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use zbus::blocking::{Connection, Proxy, connection};
use zbus::message::Header;
use zbus::zvariant::{OwnedValue, Structure, Value};

use crate::desk::{wait_for, window_named};
use crate::seat::Seat;

const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const MENU: &str = "com.canonical.dbusmenu";

type Items = Arc<Mutex<Vec<(String, String)>>>;

/// The part of a panel that programs tell of their icons.
struct Watcher {
    /// Who has an icon, and under which path.
    items: Items,
}

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: String, #[zbus(header)] header: Header<'_>) {
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        let path = if service.starts_with('/') { service } else { "/StatusNotifierItem".to_owned() };
        self.items.lock().unwrap().push((sender, path));
    }

    fn register_status_notifier_host(&self, _service: String) {}

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        self.items.lock().unwrap().iter().map(|(sender, path)| format!("{sender}{path}")).collect()
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

/// A panel, and the icon that was put into it.
struct Panel {
    bus: Connection,
    items: Items,
}

/// A line of the menu: its number, its words, and whether it can be chosen.
struct Line {
    id: i32,
    words: String,
    is_enabled: bool,
}

impl Panel {
    fn open() -> Panel {
        let items = Items::default();
        let bus = connection::Builder::session()
            .unwrap()
            .name(WATCHER)
            .unwrap()
            .serve_at("/StatusNotifierWatcher", Watcher { items: items.clone() })
            .unwrap()
            .build()
            .unwrap();
        Panel { bus, items }
    }

    fn menu(&self) -> Proxy<'static> {
        let (sender, path) = wait_for("the icon", || self.items.lock().unwrap().first().cloned());
        let item = Proxy::new(&self.bus, sender.clone(), path, "org.kde.StatusNotifierItem").unwrap();
        let menu: zbus::zvariant::OwnedObjectPath = item.get_property("Menu").unwrap();
        Proxy::new(&self.bus, sender, menu, MENU).unwrap()
    }

    fn lines(&self) -> Vec<Line> {
        type Layout = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);
        let (_, layout): (u32, Layout) =
            self.menu().call("GetLayout", &(0i32, -1i32, Vec::<String>::new())).unwrap();
        layout.2.iter().filter_map(line).collect()
    }

    fn line(&self, words: &str) -> Line {
        wait_for(words, || self.lines().into_iter().find(|line| line.words == words))
    }

    fn choose(&self, words: &str) {
        let line = self.line(words);
        let nothing = Value::I32(0);
        self.menu().call::<_, _, ()>("Event", &(line.id, "clicked", nothing, 0u32)).unwrap();
    }
}

fn line(child: &OwnedValue) -> Option<Line> {
    let parts: &Structure = child.downcast_ref().ok()?;
    let [Value::I32(id), Value::Dict(properties), _] = parts.fields() else { return None };
    let words: String = properties.get(&"label").ok()??;
    let is_enabled: Option<bool> = properties.get(&"enabled").ok()?;
    // A mnemonic's mark is no part of the words.
    Some(Line { id: *id, words: words.replace('_', ""), is_enabled: is_enabled.unwrap_or(true) })
}

#[test]
fn the_panel_has_a_menu_that_does_what_it_says() {
    let Some(seat) = Seat::take() else { return };
    let panel = Panel::open();
    let page = seat.open_new_vault();
    let words: Vec<String> = panel.lines().into_iter().map(|line| line.words).collect();
    assert_eq!(words, ["Capture…", "Open Keepsake", "Lock", "Pause captures from programs", "Quit"]);

    wait_for("a menu that can lock", || panel.line("Lock").is_enabled.then_some(()));
    panel.choose("Capture…");
    wait_for("the capture window", || window_named("Keepsake capture"));

    panel.choose("Pause captures from programs");
    wait_for("the pause", || seat.desk.vault().join("vault.paused").exists().then_some(()));
    let file = seat.desk.path("passphrase");
    let refused = seat.desk.keepsake(&["--passphrase-file", file.to_str().unwrap(), "add", "Not now"]);
    assert_eq!(refused.status.code(), Some(1), "{}", String::from_utf8_lossy(&refused.stderr));
    panel.choose("Pause captures from programs");
    wait_for("the end of the pause", || (!seat.desk.vault().join("vault.paused").exists()).then_some(()));
    seat.desk.keepsake_ok(&["add", "Now"]);

    panel.choose("Lock");
    page.expect("lock-screen");
    wait_for("a menu that cannot lock", || (!panel.line("Lock").is_enabled).then_some(()));
    page.close();
}
