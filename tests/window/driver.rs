//! A WebDriver client for the few things these tests do (W3C WebDriver, 2018). Must not know Keepsake's screens.

use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::desk::{Desk, Running, program, wait_for};

/// The key that WebDriver gives an element's id under.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
const PATIENCE: Duration = Duration::from_secs(60);

/// `tauri-driver`, running.
pub struct Driver {
    _process: Running,
    agent: ureq::Agent,
    port: u16,
}

/// One run of the app.
pub struct Page {
    agent: ureq::Agent,
    session: String,
}

impl Driver {
    pub fn start(desk: &Desk) -> Driver {
        let (port, native_port) = (free_port(), free_port());
        let process = Running::start(
            desk.command("tauri-driver")
                .args(["--port", &port.to_string(), "--native-port", &native_port.to_string()])
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        );
        // Nothing answers for longer than a slow machine's start of the app.
        let agent =
            ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(60))).build().into();
        let driver = Driver { _process: process, agent, port };
        wait_for("tauri-driver", || driver.agent.get(format!("http://127.0.0.1:{port}/status")).call().ok());
        driver
    }

    /// Starts the app and waits for its page.
    pub fn open(&self) -> Page {
        let base = format!("http://127.0.0.1:{}/session", self.port);
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "tauri:options": { "application": program("keepsake-desktop") }
        } } });
        let answer: Value = self.agent.post(&base).send_json(wanted).unwrap().body_mut().read_json().unwrap();
        let id = answer["value"]["sessionId"].as_str().expect("a session").to_owned();
        Page { agent: self.agent.clone(), session: format!("{base}/{id}") }
    }
}

impl Page {
    fn post(&self, path: &str, body: &Value) -> Option<Value> {
        let answer = self.agent.post(format!("{}/{path}", self.session)).send_json(body);
        let mut answer: Value = answer.ok()?.body_mut().read_json().ok()?;
        Some(answer["value"].take())
    }

    fn get(&self, path: &str) -> Option<Value> {
        let mut answer: Value =
            self.agent.get(format!("{}/{path}", self.session)).call().ok()?.body_mut().read_json().ok()?;
        Some(answer["value"].take())
    }

    /// Closes the app.
    pub fn close(self) {
        let _ = self.agent.delete(&self.session).call();
        // The app needs a moment to write its last and go.
        thread::sleep(Duration::from_millis(800));
    }

    fn look(&self, name: &str) -> Option<String> {
        let body = json!({ "using": "css selector", "value": format!("[data-testid=\"{name}\"]") });
        Some(self.post("element", &body)?[ELEMENT].as_str()?.to_owned())
    }

    fn find(&self, name: &str) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(element) = self.look(name) {
                return element;
            }
            assert!(Instant::now() < end, "waited too long for {name}; there is: {}", self.names());
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// What can be found at all, for the message of a test that failed.
    fn names(&self) -> String {
        let script =
            "return [...document.querySelectorAll('[data-testid]')].map(e => e.dataset.testid).join(' ')";
        self.run(script).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until an element is there.
    pub fn expect(&self, name: &str) {
        self.find(name);
    }

    /// Waits until no such element is there.
    pub fn expect_gone(&self, name: &str) {
        wait_for(&format!("{name} to go"), || self.look(name).is_none().then_some(()));
    }

    /// A click on what cannot be clicked yet would be lost without a word, so it waits until it can be.
    pub fn click(&self, name: &str) {
        wait_for(&format!("a click on {name}"), || {
            let element = self.find(name);
            let disabled =
                format!("return document.querySelector('[data-testid=\"{name}\"]')?.disabled === true");
            (self.run(&disabled) == Value::Bool(false)).then_some(())?;
            self.post(&format!("element/{element}/click"), &json!({}))
        });
    }

    /// Replaces a field's text. The page may draw the field anew meanwhile, and a busy machine loses keys now and
    /// then: what then stands in the field is read back, and typed again if it is something else.
    pub fn fill(&self, name: &str, text: &str) {
        let read_back = format!("return document.querySelector('[data-testid=\"{name}\"]')?.value ?? null");
        wait_for(&format!("typing into {name}"), || {
            let element = self.find(name);
            self.post(&format!("element/{element}/clear"), &json!({}))?;
            if !text.is_empty() {
                self.post(&format!("element/{element}/value"), &json!({ "text": text }))?;
            }
            let stands = self.run(&read_back);
            (stands.is_null() || stands == text).then_some(())
        });
    }

    /// Types into whatever has the focus.
    pub fn keys(&self, text: &str) {
        let active = self.get("element/active").and_then(|value| Some(value[ELEMENT].as_str()?.to_owned()));
        self.post(&format!("element/{}/value", active.expect("a focus")), &json!({ "text": text }))
            .expect("typing");
    }

    /// An element's text. The driver's own reading leaves out text that may be cut short with an ellipsis.
    pub fn text(&self, name: &str) -> String {
        self.find(name);
        let script = format!("return document.querySelector('[data-testid=\"{name}\"]')?.innerText");
        self.run(&script).as_str().unwrap_or_default().to_owned()
    }

    /// An element as it stands in the page, for the message of a test that failed.
    fn markup(&self, name: &str) -> String {
        let script = format!("return document.querySelector('[data-testid=\"{name}\"]')?.outerHTML");
        self.run(&script).as_str().unwrap_or("nothing").to_owned()
    }

    /// Waits until an element's text holds `part`.
    pub fn expect_text(&self, name: &str, part: &str) {
        let end = Instant::now() + PATIENCE;
        while !self.text(name).contains(part) {
            assert!(Instant::now() < end, "{name} never said {part:?}, but {:?}", self.markup(name));
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// Runs a script that answers later, by calling the last of its arguments.
    pub fn run_later(&self, script: &str) -> Value {
        self.post("execute/async", &json!({ "script": script, "args": [] })).unwrap_or_default()
    }

    /// Runs a script in the page.
    pub fn run(&self, script: &str) -> Value {
        self.post("execute/sync", &json!({ "script": script, "args": [] })).unwrap_or_default()
    }
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}
