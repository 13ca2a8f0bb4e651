//! The search index in memory: finds memories by meaning and by word in one pass. Pure: it must not know SQL, keys, files,
//! the clock or the model; vectors and dates are handed in.
//!
//! [`Index::upsert`] takes a [`Document`], [`Index::search`] answers a [`Query`] with [`Hit`]s, best first. What is removed
//! is overwritten before its place is used again, and dropping the index overwrites the rest (best effort: copies that the
//! standard library's own tables leave behind when they grow hold words, never whole contents or vectors).
//!
//! [`Index::write_segment`] writes a run of memories as bytes, and [`Index::take_in`] takes them back in much faster than
//! documents. The bytes are as private as the memories: whoever keeps them seals them.
//!
//! Results depend on the documents that are in, never on the order in which they came.

mod bytes;
mod calendar;
mod codes;
mod dated;
mod document;
mod erasing;
mod exact;
mod facets;
mod fillers;
mod filters;
mod fold;
mod hits;
mod index;
mod labels;
mod lanes;
mod lexicon;
mod mark;
#[cfg(test)]
mod naive_tests;
mod near;
mod phrase;
mod plan;
mod query;
mod rank;
mod relation;
mod salience;
mod scratch;
mod search;
mod segment;
#[cfg(test)]
mod segment_tests;
mod stop;
mod syntax;
mod threads;
mod tokens;
mod weights;
mod worded;

pub use document::{Document, Id, Token};
pub use exact::{holds, same_label, stems};
pub use facets::Facets;
pub use filters::Filters;
pub use hits::Hit;
pub use index::Index;
pub use near::Near;
pub use query::Query;
pub use relation::{Relation, relation};
pub use salience::salience;
pub use segment::{FORMAT as SEGMENT_FORMAT, Mark, Segment, SegmentError};
