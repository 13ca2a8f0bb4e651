//! A growing array that overwrites what it leaves behind. Must not know what it holds.

use std::ops::Deref;

use zeroize::Zeroize;

/// Like `Vec`, but the old allocation is zeroed when it grows and the freed tail when it shrinks: `Vec` hands both back to
/// the allocator as they are.
pub(crate) struct ErasingVec<T: Copy + Default + Zeroize>(Vec<T>);

/// From how many values on a list is long.
const LONG: usize = 4096;

impl<T: Copy + Default + Zeroize> ErasingVec<T> {
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    pub(crate) fn push(&mut self, value: T) {
        self.make_room();
        self.0.push(value);
    }

    pub(crate) fn insert(&mut self, at: usize, value: T) {
        self.make_room();
        self.0.insert(at, value);
    }

    pub(crate) fn remove(&mut self, at: usize) {
        self.0.copy_within(at + 1.., at);
        if let Some(last) = self.0.last_mut() {
            *last = T::default();
        }
        self.0.pop();
    }

    pub(crate) fn capacity(&self) -> usize {
        self.0.capacity()
    }

    /// Makes room for `more` values at once, and at least as much as growing one by one would.
    pub(crate) fn make_room_for(&mut self, more: usize) {
        if self.0.capacity() - self.0.len() < more {
            self.grow(self.next_capacity().max(self.0.len() + more));
        }
    }

    /// Grows by a quarter, long ones by a sixteenth: postings are many and memory is the tighter limit.
    fn make_room(&mut self) {
        if self.0.len() < self.0.capacity() {
            return;
        }
        self.grow(self.next_capacity());
    }

    fn next_capacity(&self) -> usize {
        let capacity = self.0.capacity();
        let more = if capacity < LONG { capacity / 4 } else { capacity / 16 };
        capacity + more.max(2)
    }

    fn grow(&mut self, capacity: usize) {
        let mut grown = Vec::with_capacity(capacity);
        grown.extend_from_slice(&self.0);
        self.0.zeroize();
        self.0 = grown;
    }
}

impl<T: Copy + Default + Zeroize> Deref for ErasingVec<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Copy + Default + Zeroize> Drop for ErasingVec<T> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::ErasingVec;

    #[test]
    fn keeps_order_through_growth_and_removal() {
        let mut list = ErasingVec::new();
        for n in 0..40_u32 {
            list.push(n);
        }
        list.insert(3, 99);
        list.remove(0);
        list.remove(list.len() - 1);
        assert_eq!(&list[..4], &[1, 2, 99, 3]);
        assert_eq!(list.len(), 39);
        assert!(!list.contains(&0) && !list.contains(&39));
    }
}
