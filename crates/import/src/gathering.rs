//! Where the readers put what they find: keeps what is fit, counts the rest, tells how far it is. Must not know any format.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::{Error, Failure, Format, Found, Item, LeftOut, Limits, Options, Progress, Reason};

/// Bytes read until now, counted wherever they are read.
pub(crate) type Meter = Rc<Cell<u64>>;

/// What the readers find.
pub(crate) struct Gathering<'a> {
    pub(crate) options: &'a Options,
    pub(crate) meter: Meter,
    total_bytes: Option<u64>,
    progress: &'a mut dyn FnMut(Progress) -> bool,
    items: Vec<Item>,
    kept_bytes: usize,
    left_out: BTreeMap<LeftOut, usize>,
    failures: Vec<Failure>,
    failed: usize,
    format: Format,
}

impl<'a> Gathering<'a> {
    pub(crate) fn new(
        format: Format,
        options: &'a Options,
        progress: &'a mut dyn FnMut(Progress) -> bool,
    ) -> Gathering<'a> {
        Gathering {
            options,
            meter: Meter::default(),
            total_bytes: None,
            progress,
            items: Vec::new(),
            kept_bytes: 0,
            left_out: BTreeMap::new(),
            failures: Vec::new(),
            failed: 0,
            format,
        }
    }

    pub(crate) fn limits(&self) -> &'a Limits {
        &self.options.limits
    }

    /// About this many bytes are to be read.
    pub(crate) fn expect_bytes(&mut self, bytes: u64) {
        self.total_bytes = Some(self.total_bytes.unwrap_or(0).saturating_add(bytes));
    }

    /// Keeps an item that says something and is not too long; answers where it lies, if it was kept.
    pub(crate) fn keep(&mut self, mut item: Item) -> Result<Option<usize>, Error> {
        if item.content.trim().is_empty() {
            self.leave_out(LeftOut::Empty, 1);
            return Ok(None);
        }
        if item.content.len() > self.limits().item_bytes {
            self.fail(item.place, Reason::TooLong { limit_bytes: self.limits().item_bytes });
            return Ok(None);
        }
        if self.items.len() >= self.limits().items {
            return Err(Error::TooMany { of_what: "memories", limit: self.limits().items });
        }
        self.kept_bytes += item.content.len();
        if self.kept_bytes > self.limits().kept_bytes {
            let limit_bytes = self.limits().kept_bytes as u64;
            return Err(Error::TooLarge { what: "all that would be kept", limit_bytes });
        }
        unique_topics(&mut item.topics);
        self.items.push(item);
        Ok(Some(self.items.len() - 1))
    }

    /// The same was said at another place: the first time counts.
    pub(crate) fn keep_earlier(&mut self, index: usize, at: &Item) {
        let Some(item) = self.items.get_mut(index) else { return };
        let earlier = match (item.created_at_ms, at.created_at_ms) {
            (Some(known), Some(time)) => time < known,
            (None, Some(_)) => true,
            _ => false,
        };
        if earlier {
            item.place.clone_from(&at.place);
            item.created_at_ms = at.created_at_ms;
            item.thread.clone_from(&at.thread);
            item.thread_title.clone_from(&at.thread_title);
        }
    }

    /// Gives an item its topics, where their names come later in the file.
    pub(crate) fn set_topics(&mut self, index: usize, mut topics: Vec<String>) {
        unique_topics(&mut topics);
        if let Some(item) = self.items.get_mut(index) {
            item.topics = topics;
        }
    }

    pub(crate) fn fail(&mut self, place: String, reason: Reason) {
        self.failed += 1;
        if self.failures.len() < Found::DESCRIBED_FAILURES {
            self.failures.push(Failure { place, reason });
        }
    }

    pub(crate) fn leave_out(&mut self, cause: LeftOut, count: usize) {
        if count > 0 {
            *self.left_out.entry(cause).or_default() += count;
        }
    }

    /// Tells how far it is.
    pub(crate) fn tick(&mut self) -> Result<(), Error> {
        let progress =
            Progress { read_bytes: self.meter.get(), total_bytes: self.total_bytes, found: self.items.len() };
        if (self.progress)(progress) { Ok(()) } else { Err(Error::Stopped) }
    }

    /// As [`Gathering::tick`], for what is small: once in a few hundred.
    pub(crate) fn tick_at(&mut self, count: usize) -> Result<(), Error> {
        if count.is_multiple_of(256) { self.tick() } else { Ok(()) }
    }

    pub(crate) fn finish(mut self) -> Result<Found, Error> {
        self.tick()?;
        let mut left_out: Vec<_> = self.left_out.into_iter().collect();
        left_out.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Ok(Found {
            format: self.format,
            items: self.items,
            left_out,
            failures: self.failures,
            failed: self.failed,
        })
    }
}

/// Trimmed, none empty, each once: programs list a tag in the head and in the text.
fn unique_topics(topics: &mut Vec<String>) {
    let mut seen = std::collections::HashSet::new();
    topics.retain_mut(|topic| {
        let trimmed = topic.trim();
        if trimmed.len() != topic.len() {
            *topic = trimmed.to_owned();
        }
        !topic.is_empty() && seen.insert(topic.to_lowercase())
    });
}
