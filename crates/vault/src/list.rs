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
    /// A part of the vault that is listed by itself.
    pub shelf: Option<Shelf>,
    /// What is pinned stands before the rest.
    pub pinned_first: bool,
}

/// A part of the vault that is listed by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// What the person pinned.
    Pinned,
    /// What goes by itself within [`EXPIRES_SOON_MS`].
    ExpiringSoon,
}

/// What goes within this many milliseconds goes soon: two weeks.
pub const EXPIRES_SOON_MS: i64 = 14 * 24 * 60 * 60 * 1000;

/// Part of the list.
#[derive(Clone)]
pub struct Listing {
    /// How many the whole list has.
    pub total: usize,
    /// How many of the whole list stand before the rest, as they are pinned.
    pub pinned: usize,
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
        let Selection { offset, limit, .. } = *selection;
        let mut filters = self.narrowed_to(selection.filters.clone(), selection.shelf)?;
        let on_top = if selection.pinned_first { self.on_shelf(Shelf::Pinned)? } else { Vec::new() };
        let live = self.index_of(extent)?;
        let loaded = live.loaded();
        let (pinned, mut ids) = if on_top.is_empty() {
            (0, Vec::new())
        } else {
            let above = Filters { among: Some(on_top.clone()), ..filters.clone() };
            live.index.order(&above, offset, limit)
        };
        filters.except = on_top;
        let left = limit - ids.len();
        let (below, rest) = live.index.order(&filters, offset.saturating_sub(pinned), left);
        ids.extend(rest);
        let total = pinned + below;
        let memories =
            ids.into_iter().filter_map(|id| self.show_current(&RecordId::from_bytes(id)).ok()).collect();
        Ok(Listing { total, pinned, memories, loaded })
    }

    /// Filters that let pass what lies on this shelf alone, if there is one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn narrowed_to(&self, mut filters: Filters, shelf: Option<Shelf>) -> Result<Filters, Error> {
        if let Some(shelf) = shelf {
            filters.among = Some(self.on_shelf(shelf)?);
        }
        Ok(filters)
    }

    /// The ids of what lies on a shelf. What has expired is still among them; the index leaves it out.
    pub(crate) fn on_shelf(&self, shelf: Shelf) -> Result<Vec<[u8; 16]>, Error> {
        let soon_ms = self.effective_ms().saturating_add(EXPIRES_SOON_MS);
        let (sql, to_ms) = match shelf {
            Shelf::Pinned => ("SELECT id FROM memory WHERE pinned = 1 AND ?1 IS NOT NULL", soon_ms),
            Shelf::ExpiringSoon => ("SELECT id FROM memory WHERE expires_at_ms <= ?1", soon_ms),
        };
        Ok(self.db.prepare_cached(sql)?.query_map([to_ms], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// How many memories lie on a shelf.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn count_on_shelf(&mut self, shelf: Shelf) -> Result<usize, Error> {
        let filters = Filters { among: Some(self.on_shelf(shelf)?), ..Filters::default() };
        Ok(self.index()?.order(&filters, 0, 0).0)
    }

    /// How many memories were made between each of these moments and the next (ascending, milliseconds since 1970-01-01 UTC).
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn counts_between(&mut self, bounds_ms: &[i64]) -> Result<Vec<usize>, Error> {
        Ok(self.index()?.counts_between(bounds_ms))
    }

    /// How many memories there are of each kind and topic.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn facets(&mut self) -> Result<Facets, Error> {
        Ok(self.index()?.facets())
    }
}
