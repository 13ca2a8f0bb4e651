//! The least that Tauri can show: one window with one line of text. What Keepsake's start is measured beside
//! (`cargo xtask bench start`).

use std::borrow::Cow;

use tauri::http::{HeaderValue, Response};
use tauri::{WebviewUrl, WebviewWindowBuilder};

/// The text stands where the screen is looked at.
const PAGE: &str = "<!doctype html><title>Empty</title>\
    <body style='margin:0;background:#1f6f5c;color:#fff;font:60px serif;padding:240px 380px'>Empty window";

#[allow(clippy::disallowed_methods, reason = "Tauri's own macro ends the program when its assets are broken")]
fn main() -> Result<(), tauri::Error> {
    tauri::Builder::default()
        .register_uri_scheme_protocol("empty", |_, _| {
            let mut response = Response::new(Cow::Borrowed(PAGE.as_bytes()));
            response.headers_mut().insert("Content-Type", HeaderValue::from_static("text/html"));
            response
        })
        .setup(|app| {
            let url = "empty://localhost/".parse().map(WebviewUrl::CustomProtocol)?;
            WebviewWindowBuilder::new(app, "empty", url).title("Empty").inner_size(1280.0, 800.0).build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
