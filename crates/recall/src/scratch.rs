//! Memory that one search after another uses, so that none has to ask the system for it. What a search leaves in it tells of
//! contents and questions, so it is overwritten before it is put back.

use std::ops::{Deref, DerefMut};
use std::sync::{Mutex, TryLockError};

use zeroize::Zeroize;

/// One value a slot, each 0 between searches.
#[derive(Default)]
pub(crate) struct Sheets {
    /// Cosines in steps.
    pub(crate) cosines: Vec<i16>,
    /// Sums of what words add.
    pub(crate) words: Vec<f32>,
    /// What dates add; empty unless the question names one.
    pub(crate) dates: Vec<f32>,
}

/// The sheets of an index while no search has them.
#[derive(Default)]
pub(crate) struct Scratch(Mutex<Sheets>);

impl Scratch {
    /// Sheets for `slots` slots; new ones if another search has those that are kept.
    pub(crate) fn lend(&self, slots: usize) -> Lent<'_> {
        let mut sheets = match self.0.try_lock() {
            Ok(mut kept) => std::mem::take(&mut *kept),
            Err(TryLockError::Poisoned(kept)) => std::mem::take(&mut *kept.into_inner()),
            Err(TryLockError::WouldBlock) => Sheets::default(),
        };
        sheets.cosines.resize(slots, 0);
        sheets.words.resize(slots, 0.0);
        Lent { from: self, sheets }
    }

    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        self.0.try_lock().map_or(0, |kept| {
            kept.cosines.capacity() * 2 + (kept.words.capacity() + kept.dates.capacity()) * 4
        })
    }

    #[cfg(test)]
    pub(crate) fn is_blank(&self) -> bool {
        self.0.lock().is_ok_and(|kept| {
            kept.cosines.iter().all(|&cosine| cosine == 0)
                && kept.words.iter().all(|&words| words == 0.0)
                && kept.dates.is_empty()
        })
    }

    /// Forgets the sheets; they are zero already.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }
}

/// Sheets in use by one search; overwritten and put back when it ends.
pub(crate) struct Lent<'s> {
    from: &'s Scratch,
    sheets: Sheets,
}

impl Deref for Lent<'_> {
    type Target = Sheets;

    fn deref(&self) -> &Sheets {
        &self.sheets
    }
}

impl DerefMut for Lent<'_> {
    fn deref_mut(&mut self) -> &mut Sheets {
        &mut self.sheets
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let Sheets { cosines, words, dates } = &mut self.sheets;
        // The next search reads these zeros, so they are written; what is given up instead is zeroized.
        cosines.fill(0);
        words.fill(0.0);
        dates.zeroize();
        match self.from.0.try_lock() {
            Ok(mut kept) => *kept = std::mem::take(&mut self.sheets),
            Err(_) => {
                cosines.zeroize();
                words.zeroize();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Scratch;

    #[test]
    fn sheets_come_back_zero_and_two_searches_have_their_own() {
        let scratch = Scratch::default();
        {
            let (mut one, mut two) = (scratch.lend(3), scratch.lend(3));
            one.cosines.fill(7);
            two.words.fill(7.0);
            two.dates.resize(3, 7.0);
        }
        let again = scratch.lend(5);
        assert_eq!((&again.cosines[..], &again.words[..]), (&[0; 5][..], &[0.0; 5][..]));
        assert!(again.dates.is_empty());
    }
}
