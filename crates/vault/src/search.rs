//! Finds memories by meaning and by words. Must not keep or log what was asked.

use std::ops::Range;

use keepsake_filter::{Action, Filter, Policy, Verdict, numbers_in};
use keepsake_recall::{Filters, Query, Token};
use keepsake_seal::RecordId;
use serde::Serialize;

use crate::Error;
use crate::content;
use crate::index::{Extent, Loaded};
use crate::memory::MemoryView;
use crate::open::Vault;

/// A cosine from which a hit counts as found by its meaning.
const MEANINGFUL_COSINE: f32 = 0.25;

/// Who asks. Programs never learn whether a value they guess is hidden somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reader {
    /// Another program, or a script.
    #[default]
    Program,
    /// The person, in the window: a private value that they ask for finds the memories that hide it.
    Owner,
}

/// A question.
#[derive(Clone, Default)]
pub struct SearchRequest {
    /// What was typed, with its own filters (`topic:health before:2026`).
    pub text: String,
    /// Filters from elsewhere; added to those in the text.
    pub filters: Filters,
    /// The most hits wanted.
    pub limit: usize,
    /// Who asks.
    pub reader: Reader,
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
    /// How many memories were searched, and how many there are.
    pub loaded: Loaded,
}

impl Vault {
    /// Searches every live memory. Sees what every process has committed before.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn search(&mut self, request: &SearchRequest) -> Result<SearchResponse, Error> {
        self.find(request, Extent::Whole)
    }

    /// Searches what [`Vault::load_some`] has read so far, the newest memories; the answer says how many that are.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn search_so_far(&mut self, request: &SearchRequest) -> Result<SearchResponse, Error> {
        self.find(request, Extent::Further(0))
    }

    fn find(&mut self, request: &SearchRequest, extent: Extent) -> Result<SearchResponse, Error> {
        // A number that captures would mask is masked in the question too, so that both look alike.
        self.guard.refresh(&self.db)?;
        let (text, tokens) = match request.reader {
            Reader::Owner => self.values_asked_for(&request.text, extent)?,
            Reader::Program => (request.text.clone(), Vec::new()),
        };
        // What is sealed stands in no text, so the question may keep it: it finds what was let pass.
        let masking = self
            .guard
            .policy_masking()
            .replacing(Action::Seal, Action::Allow)
            .replacing(Action::Token, Action::Allow);
        let text = match Filter::shared().gate(&text, &masking) {
            Verdict::Keep { text, .. } => text,
            Verdict::Blocked { .. } => text,
        };
        let mut query = Query::parse(&text);
        query.limit = request.limit;
        query.tokens = tokens;
        merge(&mut query.filters, &request.filters);
        let embeddable = query.embeddable_text();
        // First the index, which knows whose vectors it holds: it is not brought up to date again before the answer.
        if self.index_of(extent)?.by_meaning && !embeddable.trim().is_empty() {
            let embedder = self.surroundings.embedder.as_ref();
            let windows = embedder.and_then(|model| model.embed_question(&embeddable).ok());
            query.vector = windows.and_then(|windows| windows.into_iter().next()).map(|window| window.vector);
        }
        let by_meaning = query.vector.is_some();
        let Some(live) = &self.live else {
            return Ok(SearchResponse {
                hits: Vec::new(),
                by_meaning: false,
                loaded: Loaded { done: 0, total: 0 },
            });
        };
        let (found, loaded) = (live.index.search(&query), live.loaded());
        let mut hits = Vec::with_capacity(found.len());
        for hit in found {
            let Ok(memory) = self.show_current(&RecordId::from_bytes(hit.id)) else { continue };
            let meaningful = hit.meaning >= MEANINGFUL_COSINE;
            let why = match (meaningful, hit.matched.is_empty()) {
                _ if hit.by_token => WhyFound::Words,
                (true, true) => WhyFound::Meaning,
                (true, false) => WhyFound::Both,
                (false, false) => WhyFound::Words,
                (false, true) => WhyFound::Thread,
            };
            hits.push(SearchHit { memory, score: hit.score, why, matched: hit.matched });
        }
        Ok(SearchResponse { hits, by_meaning, loaded })
    }
}

impl Vault {
    /// The question without the private values in it that some memory hides, and their tokens.
    fn values_asked_for(&mut self, text: &str, extent: Extent) -> Result<(String, Vec<Token>), Error> {
        let found = Filter::shared().scan(text, &Policy::careful()).findings;
        let mut places: Vec<Range<usize>> = found.iter().map(|finding| finding.start..finding.end).collect();
        places.extend(numbers_in(text));
        self.index_of(extent)?;
        let Some(live) = &self.live else { return Ok((text.to_owned(), Vec::new())) };
        let (mut rest, mut tokens, mut taken) = (String::new(), Vec::new(), Vec::<Range<usize>>::new());
        // A value can be written in several groups: of overlapping places the longest that some memory hides counts.
        places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
        for place in places {
            if taken.iter().any(|taken| taken.start < place.end && place.start < taken.end) {
                continue;
            }
            let value = text.get(place.clone()).unwrap_or_default();
            let of_value = live.hidden_kinds.iter().flat_map(|kind| content::tokens(&self.keys, kind, value));
            let known: Vec<Token> = of_value.filter(|token| live.index.has_token(token)).collect();
            if !known.is_empty() {
                tokens.extend(known);
                taken.push(place);
            }
        }
        let mut at = 0;
        for place in taken {
            rest.push_str(text.get(at..place.start).unwrap_or_default());
            rest.push(' ');
            at = place.end;
        }
        rest.push_str(text.get(at..).unwrap_or_default());
        Ok((rest, tokens))
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
    // A question cannot say either of these.
    into.among.clone_from(&from.among);
    into.except.clone_from(&from.except);
}
