//! The numbers that ranking turns on. Must hold nothing but them and where they come from.
//!
//! Chosen on five long conversations (2,760 memories, 997 questions) with the bundled model, in the middle of a plateau: 60
//! random settings around these reached turn R@10 0.81 to 0.83, MRR 0.58 to 0.62 and session R@5 0.90 to 0.91; with each
//! conversation left out of the choosing in turn, 0.82, 0.61 and 0.90.

/// BM25: how soon another occurrence of a word stops counting.
pub(crate) const K1: f32 = 0.9;
/// BM25: how much a long memory is held against its words.
pub(crate) const B: f32 = 0.25;
/// A stop word's weight where the question has other words.
pub(crate) const STOP_WORD: f32 = 0.25;
/// How often a topic's word counts as if it stood in the content.
pub(crate) const TOPIC_COUNT: u32 = 2;
/// The words that the last, perhaps unfinished word begins: their weight if it is no word itself, and if it is one.
pub(crate) const UNFINISHED: f32 = 0.8;
pub(crate) const FINISHED: f32 = 0.2;
/// A prefix stands for at most so many terms.
pub(crate) const PREFIX_TERMS: usize = 24;
/// The weight of words that are written almost like one that no memory has, and how many of them count.
pub(crate) const MISTYPED: f32 = 0.7;
pub(crate) const MISTYPED_TERMS: usize = 4;
/// A term that can add no more than this share of the whole, over more than `COMMON` postings, is not worth the walk.
pub(crate) const NEGLIGIBLE: f32 = 0.01;
pub(crate) const COMMON: usize = 8192;

/// Words are divided by this share of what a memory with every word would score, and the rest by the best found.
pub(crate) const IDEAL_SHARE: f32 = 0.2;
/// The word part's weight beside meaning.
pub(crate) const WORDS: f32 = 1.2;

/// Meaning is a z-score over the memories that pass, not below −1, divided by this.
pub(crate) const DEVIATIONS: f32 = 6.5;
/// The mean and deviation of cosines that a small vault is taken to have, and how many memories that counts as.
pub(crate) const COSINE_MEAN: f32 = 0.15;
pub(crate) const COSINE_DEVIATION: f32 = 0.13;
pub(crate) const COSINE_COUNT: f32 = 50.0;
/// A memory without a matched word is found only from this cosine on.
pub(crate) const LEAST_MEANING: f32 = 0.15;

/// How much a memory made when the question says is lifted.
pub(crate) const DATE: f32 = 0.3;
/// A memory that only asks something seldom answers anything.
pub(crate) const ASKS: f32 = 0.2;

/// What another memory has replaced is seldom what is looked for.
pub(crate) const REPLACED: f32 = 0.4;

/// Shares of the neighbours' scores within a thread, of the thread's best, and of its own that a missing neighbour is taken
/// to have.
pub(crate) const PREVIOUS: f32 = 0.25;
pub(crate) const NEXT: f32 = 0.2;
pub(crate) const SECOND: f32 = 0.12;
pub(crate) const THREAD_BEST: f32 = 0.4;
pub(crate) const UNSEEN: f32 = 0.3;
/// Threads that are lifted, beyond four a hit: the others' best memory is too far from the first hits.
pub(crate) const THREADS: usize = 64;

/// Memories, of those that seem best by their signs and words, whose cosine is then taken from their bytes. More when more
/// hits are wanted.
pub(crate) const RESCORED: usize = 400;
