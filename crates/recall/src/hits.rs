//! What a search gives back. Must not hold content.

use crate::document::Id;

/// One memory found. Holds no text: the caller opens the memory itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The memory's id.
    pub id: Id,
    /// What the hits are sorted by, best first. Comparable within one search only.
    pub score: f32,
    /// Cosine of the question and the memory's best window, −1 to 1; 0 if either has no vector.
    pub meaning: f32,
    /// The word part, 0 to 1; 0 if no word was found.
    pub words: f32,
    /// True if it hides a private value that was asked for.
    pub by_token: bool,
    /// Byte spans of the matched words in the content, in order and apart, for marking.
    pub matched: Vec<(usize, usize)>,
}
