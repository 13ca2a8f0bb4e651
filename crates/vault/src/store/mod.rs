//! The encrypted database: opening it, its schema, its vectors. Must not know what a payload means.

pub(crate) mod connection;
pub(crate) mod lock_file;
pub(crate) mod migrate;
pub(crate) mod models;
pub(crate) mod originals;
pub(crate) mod records;
pub(crate) mod segments;
pub(crate) mod swap;
pub(crate) mod tables;
pub(crate) mod vectors;
