//! What the page may ask for: each command turns the contract's types into the vault's and back.
//! Must not hold a rule. All run off the main thread.

pub(crate) mod capture;
pub(crate) mod care;
pub(crate) mod data;
pub(crate) mod filter;
pub(crate) mod import;
pub(crate) mod links;
pub(crate) mod list;
pub(crate) mod memories;
pub(crate) mod model;
pub(crate) mod taking;
pub(crate) mod ways_in;
