//! The whole app from outside: the real window, the real keychain, the files on the disk.
//!
//! Needs a display, a D-Bus session and the release programs; `cargo xtask test --only window` gives all three,
//! and elsewhere these tests say that they were left out.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod axe_job;
mod canary;
mod capture_job;
mod care_job;
mod desk;
mod dialogs;
mod driver;
mod filter_job;
mod import_job;
mod keyboard_job;
mod keychain;
mod lock_job;
mod main_job;
mod model_job;
mod program;
mod seat;
mod start_job;
mod tray_job;
mod typing;
