//! Memories that are about the same as one that is kept. Must not change anything.

use std::collections::HashMap;

use keepsake_seal::RecordId;

use crate::Error;
use crate::index::{Extent, model_to_search};
use crate::memory::MemoryView;
use crate::open::Vault;
use crate::store::vectors;

/// Windows of a long memory that are compared: its beginning says what it is about.
const WINDOWS: usize = 4;
/// A cosine from which two memories count as related.
const RELATED_COSINE: f32 = 0.4;

impl Vault {
    /// The memories nearest in meaning to this one, at most `limit`, nearest first. What has replaced it or what it has
    /// replaced is left out, as is what was replaced by another. None without a model.
    ///
    /// # Errors
    /// [`crate::Code::NotFound`]; when the database cannot be read.
    pub fn related(&mut self, id: &RecordId, limit: usize) -> Result<Vec<MemoryView>, Error> {
        let own = self.show_current(id)?;
        let (model, by_meaning) = model_to_search(&self.db, self.surroundings.embedder.as_deref())?;
        let Some(model) = model.filter(|_| by_meaning) else { return Ok(Vec::new()) };
        let windows = vectors::of_memory(&self.db, model, id.as_bytes())?;
        let linked = own.replaces.len() + usize::from(own.replaced_by.is_some());
        let wanted = limit.saturating_mul(2).saturating_add(linked + 1);
        let live = self.index_of(Extent::Whole)?;
        let mut best: HashMap<[u8; 16], f32> = HashMap::new();
        for near in windows.iter().take(WINDOWS).flat_map(|window| live.index.nearest(window, wanted)) {
            let known = best.entry(near.id).or_insert(near.cosine);
            *known = known.max(near.cosine);
        }
        best.remove(id.as_bytes());
        let mut near: Vec<([u8; 16], f32)> =
            best.into_iter().filter(|(_, cosine)| *cosine >= RELATED_COSINE).collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let related = near
            .into_iter()
            .filter_map(|(id, _)| self.show_current(&RecordId::from_bytes(id)).ok())
            .filter(|memory| memory.replaced_by.is_none() && !own.replaces.contains(&memory.id))
            .filter(|memory| own.replaced_by.as_ref() != Some(&memory.id))
            .take(limit)
            .collect();
        Ok(related)
    }
}
