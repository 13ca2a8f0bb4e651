//! The capture window, and the ways to it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Phase, Theme};

/// What the capture window shows when it is opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CaptureView {
    /// Where the app stands: a text that is kept while the vault is locked waits, sealed.
    pub phase: Phase,
    /// What is kept goes into the try-out vault.
    pub try_out: bool,
    /// The look.
    pub theme: Theme,
    /// What was typed and left last time.
    pub draft: String,
}

/// What became of a capture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct CaptureKept {
    /// It waits, sealed, until the vault is unlocked.
    pub waits: bool,
}

/// How it stands with the keys that open the capture window from anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Listening {
    /// No keys are wanted, or the answer is not there yet.
    Off,
    /// Keepsake listens.
    Works,
    /// The desktop listens for Keepsake, with these keys or with others that it was told.
    ByDesktop,
    /// Another program has these keys.
    Taken,
    /// This is nothing that can be listened for everywhere.
    NotAShortcut,
    /// The desktop lets no program listen: the person binds a command by hand.
    Unavailable,
}

/// The ways to the capture window, and what stands around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CaptureWays {
    /// The keys, such as `Mod+Shift+Space`; empty for none.
    pub keys: String,
    /// How it stands with them.
    pub listening: Listening,
    /// Windows are shown through Wayland.
    pub is_wayland: bool,
    /// What opens the capture window when it is started.
    pub command: String,
    /// The icon is in the panel; without it closing the window ends Keepsake.
    pub has_tray: bool,
    /// Keepsake starts when the person logs in.
    pub starts_at_login: bool,
    /// Programs may not keep anything for now.
    pub is_paused: bool,
}

/// A capture that waited while the vault was closed, and that the person's rules refuse: it goes on waiting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RefusedCapture {
    /// Its id.
    pub id: String,
    /// When it was captured, RFC 3339.
    pub at: String,
    /// The text as it was typed.
    pub content: String,
}
