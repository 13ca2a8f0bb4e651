//! What the index is given for one memory. Must not know where it came from.

use std::fmt;

use zeroize::Zeroize;

/// A memory's identity: 16 random bytes, no time in them.
pub type Id = [u8; 16];

/// Stands for a private value that is not in the text: 80 bits of a keyed hash, equal for equal values of one vault.
pub type Token = [u8; 10];

/// One memory, as the index takes it. Its buffers are overwritten once they are taken in.
#[derive(Clone)]
pub struct Document {
    /// The memory's id; a second document with the same id replaces the first.
    pub id: Id,
    /// The text that is searched and in which matches are marked.
    pub content: String,
    /// Its kind (`note fact preference decision style event`), taken as it is.
    pub kind: String,
    /// Its topics; searchable as words, and a filter.
    pub topics: Vec<String>,
    /// Where it came from; searchable as words, and a filter.
    pub source: Option<String>,
    /// The sitting it was captured in. Memories of one thread lift each other.
    pub thread: Option<String>,
    /// When it was made, in milliseconds since 1970-01-01 UTC.
    pub created_at_ms: i64,
    /// The capture sequence: orders memories that share a date.
    pub sequence: i64,
    /// The private values that are hidden in it: a question that asks for one of them finds it.
    pub tokens: Vec<Token>,
    /// One vector a window of the text, each as long as the index's dimensions and of unit length. Empty while the model
    /// has not answered yet; a vector of another length, or with a value that is not finite, is left out.
    pub vectors: Vec<Vec<f32>>,
}

/// Content must not reach a log by accident: the id and the shapes are all that is shown.
impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("id", &self.id)
            .field("content_bytes", &self.content.len())
            .field("vectors", &self.vectors.len())
            .finish_non_exhaustive()
    }
}

impl Zeroize for Document {
    fn zeroize(&mut self) {
        self.content.zeroize();
        self.kind.zeroize();
        self.topics.zeroize();
        self.source.zeroize();
        self.thread.zeroize();
        self.tokens.zeroize();
        self.vectors.zeroize();
    }
}
