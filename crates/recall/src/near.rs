//! The memories nearest to a vector, whatever their words. Must not know what is done with them.

use crate::document::Id;
use crate::index::Index;
use crate::lanes::{COSINE_STEPS, NO_COSINE};

/// Memories that are compared from their bytes, for each one wanted: the signs alone are not sure of the order.
const COMPARED: usize = 16;

/// A memory and how near it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// The memory's id.
    pub id: Id,
    /// Cosine of the vector and the memory's best window, −1 to 1.
    pub cosine: f32,
}

impl Index {
    /// The `limit` memories whose best window is nearest to `vector` (of unit length), nearest first. None if the vector
    /// does not fit this index.
    pub fn nearest(&self, vector: &[f32], limit: usize) -> Vec<Near> {
        if limit == 0 || !self.codes.fits(vector) {
            return Vec::new();
        }
        let asked = self.codes.asked(vector);
        let mut sheets = self.scratch.lend(self.live.len());
        self.codes.estimate(&asked, &mut sheets.cosines);
        let mut slots: Vec<u32> = (0..self.live.len() as u32)
            .filter(|&slot| self.live[slot as usize] && sheets.cosines[slot as usize] != NO_COSINE)
            .collect();
        let compared = limit.saturating_mul(COMPARED).max(64);
        if compared < slots.len() {
            slots.select_nth_unstable_by(compared, |&a, &b| {
                sheets.cosines[b as usize].cmp(&sheets.cosines[a as usize]).then_with(|| self.newer(a, b))
            });
            slots.truncate(compared);
        }
        let mut near: Vec<(i16, u32)> =
            slots.into_iter().map(|slot| (self.codes.cosine(&asked, slot), slot)).collect();
        near.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| self.newer(a.1, b.1)));
        near.truncate(limit);
        let cosine = |steps: i16| f32::from(steps) / COSINE_STEPS;
        near.into_iter()
            .map(|(steps, slot)| Near { id: self.entries[slot as usize].id, cosine: cosine(steps) })
            .collect()
    }
}
