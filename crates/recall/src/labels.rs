//! Small numbers for strings that repeat: kinds, topics, sources, threads. Must not know what they label.

use std::collections::HashMap;
use std::sync::Arc;

use zeroize::Zeroize;

use crate::fold::folded;

/// No label.
pub(crate) const NONE: u32 = u32::MAX;

/// Labels in use, each with a number and a count. A label that nothing uses any more is overwritten.
#[derive(Default)]
pub(crate) struct Labels {
    numbers: HashMap<Arc<str>, u32>,
    used: Vec<(Arc<str>, usize)>,
    free: Vec<u32>,
}

impl Labels {
    /// The label's number, and one more use of it.
    pub(crate) fn take(&mut self, label: &str) -> u32 {
        if let Some(&number) = self.numbers.get(label) {
            self.used[number as usize].1 += 1;
            return number;
        }
        let text: Arc<str> = label.into();
        let number = if let Some(number) = self.free.pop() {
            self.used[number as usize] = (text.clone(), 1);
            number
        } else {
            self.used.push((text.clone(), 1));
            (self.used.len() - 1) as u32
        };
        self.numbers.insert(text, number);
        number
    }

    /// One more use of a label that is in use.
    pub(crate) fn take_again(&mut self, number: u32) {
        self.used[number as usize].1 += 1;
    }

    /// One use less; true if it was the last.
    pub(crate) fn release(&mut self, number: u32) -> bool {
        let Some(used) = self.used.get_mut(number as usize) else { return false };
        used.1 -= 1;
        if used.1 > 0 {
            return false;
        }
        let text = std::mem::replace(&mut used.0, "".into());
        self.numbers.remove(&text);
        overwrite(text);
        self.free.push(number);
        true
    }

    /// The label with this number.
    pub(crate) fn text(&self, number: u32) -> Option<Arc<str>> {
        self.used.get(number as usize).map(|(text, _)| text.clone())
    }

    /// The same, borrowed.
    pub(crate) fn as_text(&self, number: u32) -> Option<&str> {
        self.used.get(number as usize).map(|(text, _)| &**text)
    }

    /// The numbers of the labels that equal `wanted` but for case and accents.
    pub(crate) fn like(&self, wanted: &str) -> Vec<u32> {
        let wanted = folded(wanted.trim());
        self.numbers
            .iter()
            .filter(|(label, _)| folded(label.trim()) == wanted)
            .map(|(_, &number)| number)
            .collect()
    }

    /// Labels and how many use each: most first, then by name.
    pub(crate) fn counted(&self) -> Vec<(String, usize)> {
        let mut counted: Vec<_> = self
            .used
            .iter()
            .filter(|(_, uses)| *uses > 0)
            .map(|(label, uses)| (label.to_string(), *uses))
            .collect();
        counted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        counted
    }

    /// Bytes held, roughly.
    pub(crate) fn bytes(&self) -> usize {
        self.numbers.keys().map(|label| label.len() + 16).sum::<usize>()
            + self.numbers.capacity() * 25
            + self.used.capacity() * 24
    }

    /// Overwrites and forgets every label.
    pub(crate) fn clear(&mut self) {
        self.numbers.clear();
        for (text, _) in self.used.drain(..) {
            overwrite(text);
        }
        self.free.clear();
    }
}

/// Overwrites a text that nothing else holds any more.
pub(crate) fn overwrite(mut text: Arc<str>) {
    if let Some(only) = Arc::get_mut(&mut text) {
        only.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::Labels;

    #[test]
    fn the_last_release_frees_the_number() {
        let mut labels = Labels::default();
        let (rust, other) = (labels.take("Rust"), labels.take("rust"));
        assert_ne!(rust, other);
        assert_eq!(labels.take("Rust"), rust);
        let mut like = labels.like(" RUST ");
        like.sort_unstable();
        assert_eq!(like, [rust, other]);
        assert_eq!(labels.counted(), [("Rust".to_owned(), 2), ("rust".to_owned(), 1)]);
        assert!(!labels.release(rust));
        assert!(labels.release(rust));
        assert_eq!(labels.like("rust"), [other]);
        assert_eq!(labels.take("tea"), rust);
    }
}
