//! Finds memories by meaning and by words. Must not keep or log what was asked.

use keepsake_filter::{Filter, Verdict};
use keepsake_recall::{Filters, Query};
use keepsake_seal::RecordId;
use serde::Serialize;

use crate::Error;
use crate::memory::MemoryView;
use crate::open::Vault;

/// A cosine from which a hit counts as found by its meaning.
const MEANINGFUL_COSINE: f32 = 0.25;

/// A question.
#[derive(Clone, Default)]
pub struct SearchRequest {
    /// What was typed, with its own filters (`topic:health before:2026`).
    pub text: String,
    /// Filters from elsewhere; added to those in the text.
    pub filters: Filters,
    /// The most hits wanted.
    pub limit: usize,
}

/// What carried a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyFound {
    /// It shares no word with the question.
    Meaning,
    /// Words carried it.
    Words,
    /// Both did.
    Both,
    /// Its neighbours in the thread did.
    Thread,
}

/// A memory that was found.
#[derive(Clone)]
pub struct SearchHit {
    /// The memory.
    pub memory: MemoryView,
    /// Higher is better; comparable within one answer only.
    pub score: f32,
    /// What carried it.
    pub why: WhyFound,
    /// Byte spans of matched words in the content.
    pub matched: Vec<(usize, usize)>,
}

/// An answer.
#[derive(Clone)]
pub struct SearchResponse {
    /// Best first.
    pub hits: Vec<SearchHit>,
    /// False when only words were searched, as no model is loaded.
    pub by_meaning: bool,
}

impl Vault {
    /// Searches every live memory. Sees what every process has committed before.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn search(&mut self, request: &SearchRequest) -> Result<SearchResponse, Error> {
        // A number that captures would mask is masked in the question too, so that both look alike.
        let text = match Filter::shared().gate(&request.text, &self.policy) {
            Verdict::Keep { text, .. } => text,
            Verdict::Blocked { .. } => request.text.clone(),
        };
        let mut query = Query::parse(&text);
        query.limit = request.limit;
        merge(&mut query.filters, &request.filters);
        let embeddable = query.embeddable_text();
        if !embeddable.trim().is_empty() {
            let windows = self.surroundings.embedder.as_ref().and_then(|model| model.embed(&embeddable).ok());
            query.vector = windows.and_then(|windows| windows.into_iter().next()).map(|window| window.vector);
        }
        let by_meaning = query.vector.is_some();
        let found = self.index()?.search(&query);
        let mut hits = Vec::with_capacity(found.len());
        for hit in found {
            let Ok(memory) = self.show_current(&RecordId::from_bytes(hit.id)) else { continue };
            let meaningful = hit.meaning >= MEANINGFUL_COSINE;
            let why = match (meaningful, hit.matched.is_empty()) {
                (true, true) => WhyFound::Meaning,
                (true, false) => WhyFound::Both,
                (false, false) => WhyFound::Words,
                (false, true) => WhyFound::Thread,
            };
            hits.push(SearchHit { memory, score: hit.score, why, matched: hit.matched });
        }
        Ok(SearchResponse { hits, by_meaning })
    }
}

fn merge(into: &mut Filters, from: &Filters) {
    into.kinds.extend(from.kinds.iter().cloned());
    into.topics.extend(from.topics.iter().cloned());
    into.sources.extend(from.sources.iter().cloned());
    into.threads.extend(from.threads.iter().cloned());
    into.after_ms = into.after_ms.max(from.after_ms);
    into.before_ms = match (into.before_ms, from.before_ms) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
}
