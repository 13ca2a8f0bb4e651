//! What the list and the detail show beside the memories themselves.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A part of the vault that is listed by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Shelf {
    /// What the person pinned.
    Pinned,
    /// What goes by itself within two weeks.
    ExpiringSoon,
}

/// How a memory came into the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Arrival {
    /// Through this window, or through another program; what is old does not say.
    pub by_window: Option<bool>,
    /// When, RFC 3339.
    pub at: String,
}

/// A search that the person saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedSearch {
    /// Its number; any for one that is not saved yet.
    #[ts(type = "number")]
    pub id: i64,
    /// What the person calls it.
    pub name: String,
    /// What was asked.
    pub query: String,
    /// Any of these kinds.
    pub kinds: Vec<String>,
    /// All of these topics.
    pub topics: Vec<String>,
    /// The time filter, by the page's own word for it.
    pub range: String,
}
