//! What page and program say to each other about the meaning model. Must not know how a change is carried out.

use serde::Serialize;
use ts_rs::TS;

use super::{ModelState, Problem};

/// Which meaning model the vault uses, and the change to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ModelView {
    /// Its name and the start of its hash.
    pub id: String,
    /// The folder it is loaded from; none for the one that ships with Keepsake.
    pub folder: Option<String>,
    /// How it is doing.
    pub state: ModelState,
    /// Why it could not be loaded, if so.
    pub problem: Option<Problem>,
    /// The change to another one that is under way.
    pub building: Option<ModelBuilding>,
}

/// A change of the meaning model. Search uses the one from before until it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ModelBuilding {
    /// The new model.
    pub id: String,
    /// Its folder; none for the one that ships with Keepsake.
    pub folder: Option<String>,
    /// Memories that are done.
    pub done: usize,
    /// All memories.
    pub total: usize,
    /// About how many minutes are left; none until that can be said.
    pub minutes_left: Option<u32>,
    /// Why it does not go on, if it does not.
    pub problem: Option<Problem>,
}
