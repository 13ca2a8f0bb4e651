//! Lists memories, newest first, and counts them by kind and topic. Must not change anything.

use keepsake_recall::{Facets, Filters};
use keepsake_seal::RecordId;

use crate::Error;
use crate::index::{Extent, Loaded};
use crate::memory::MemoryView;
use crate::open::Vault;

/// Which memories to list.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// What narrows the list.
    pub filters: Filters,
    /// How many to leave out at the start.
    pub offset: usize,
    /// How many to answer at most.
    pub limit: usize,
}

/// Part of the list.
#[derive(Clone)]
pub struct Listing {
    /// How many the whole list has.
    pub total: usize,
    /// The part asked for.
    pub memories: Vec<MemoryView>,
    /// How many memories were looked through, and how many there are.
    pub loaded: Loaded,
}

impl Vault {
    /// Memories, newest first. One whose record is damaged is left out; `verify` names it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn list(&mut self, selection: &Selection) -> Result<Listing, Error> {
        self.listed(selection, Extent::Whole)
    }

    /// The same of what [`Vault::load_some`] has read so far, the newest memories; the answer says how many that are.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn list_so_far(&mut self, selection: &Selection) -> Result<Listing, Error> {
        self.listed(selection, Extent::Further(0))
    }

    fn listed(&mut self, selection: &Selection, extent: Extent) -> Result<Listing, Error> {
        let live = self.index_of(extent)?;
        let loaded = live.loaded();
        let (total, ids) = live.index.order(&selection.filters, selection.offset, selection.limit);
        let memories =
            ids.into_iter().filter_map(|id| self.show_current(&RecordId::from_bytes(id)).ok()).collect();
        Ok(Listing { total, memories, loaded })
    }

    /// How many memories there are of each kind and topic.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn facets(&mut self) -> Result<Facets, Error> {
        Ok(self.index()?.facets())
    }
}
