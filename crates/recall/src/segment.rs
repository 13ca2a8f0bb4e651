//! A run of memories as bytes, as the index holds them: what is read back needs no cutting into words and no rounding. Must not
//! know where the bytes lie or what keeps them secret.
//!
//! Format 1, little-endian; a *number* is LEB128, a *text* a number of bytes and that many bytes of UTF-8:
//!
//! | part | bytes |
//! | --- | --- |
//! | head | `"KRS"`, format u8, dimensions u32, memories u32 |
//! | labels | a number, then so many texts |
//! | each memory | id 16, mark 16, created at i64, sequence i64, words u16, numbers: kind, source + 1, thread + 1 (labels; 0 is none), a number of topics and their labels, a number of tokens and 10 bytes each, the content's text, a number of vectors |
//! | each vector | scale f32, factor f32, a u64 for each 64 signs, an i8 a dimension |
//! | terms | a number, then for each: its stem's text, a number of postings, and for each the memory's distance from the one before as a number, and a count u8 |
//! | words | a number, then for each: its text, its term's number, how often it stands there as a number |
//!
//! Whoever changes how words are cut, stemmed or counted, or how vectors are rounded, raises [`FORMAT`]: a segment of before
//! would answer otherwise. A test holds the bytes of a known segment.

use std::collections::{BTreeMap, HashMap};

use zeroize::Zeroizing;

use crate::bytes::{Reader, Writer};
use crate::document::{Id, Token};
use crate::index::{Entry, Index};
use crate::labels::{Labels, NONE as NO_LABEL};
use crate::lexicon::{SLOTS_MAX, posting};
use crate::worded::each_word;

const MAGIC: &[u8; 3] = b"KRS";
/// The format that is written, and the only one that is read.
pub const FORMAT: u8 = 1;
/// The most memories of a segment.
const MOST: usize = 1 << 16;

/// What the caller knows a memory's state by; the index does not look at it.
pub type Mark = [u8; 16];

/// Why a segment was not taken in. The index is then as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentError {
    /// The bytes are not what this format says.
    Malformed,
    /// Another format, or vectors of another length.
    Foreign,
    /// One of its memories is in the index already, or there is no room for all.
    Taken,
}

/// A segment that was read and is whole in itself.
pub struct Segment<'b> {
    dimensions: usize,
    labels: Vec<&'b str>,
    memories: Vec<Stored<'b>>,
    terms: Vec<Term<'b>>,
    /// Of all terms, one after the other: the memory's place in the upper 24 bits, the count in the lower 8.
    postings: Zeroizing<Vec<u32>>,
    words: Vec<Word<'b>>,
}

struct Stored<'b> {
    id: &'b Id,
    mark: &'b Mark,
    created_at_ms: i64,
    sequence: i64,
    length: u16,
    kind: usize,
    source: Option<usize>,
    thread: Option<usize>,
    topics: Vec<usize>,
    tokens: &'b [u8],
    content: &'b str,
    /// The vectors' bytes, each of the same length.
    windows: &'b [u8],
}

struct Term<'b> {
    stem: &'b str,
    postings: std::ops::Range<usize>,
}

struct Word<'b> {
    text: &'b str,
    term: usize,
    uses: u32,
}

impl<'b> Segment<'b> {
    /// Reads a segment and checks every number in it.
    ///
    /// # Errors
    /// [`SegmentError::Malformed`], or [`SegmentError::Foreign`] for another format.
    pub fn read(bytes: &'b [u8]) -> Result<Segment<'b>, SegmentError> {
        let mut from = Reader::new(bytes);
        let malformed = SegmentError::Malformed;
        if from.array::<3>().ok_or(malformed)? != MAGIC {
            return Err(malformed);
        }
        if from.u8().ok_or(malformed)? != FORMAT {
            return Err(SegmentError::Foreign);
        }
        Segment::read_parts(&mut from).filter(|_| from.is_at_end()).ok_or(malformed)
    }

    fn read_parts(from: &mut Reader<'b>) -> Option<Segment<'b>> {
        let dimensions = from.u32()? as usize;
        let count = from.u32()? as usize;
        if !(1..=MOST).contains(&count) || !(1..=MOST).contains(&dimensions) {
            return None;
        }
        let labels = from.list(|from| from.text())?;
        let window = window_bytes(dimensions);
        let mut memories = Vec::with_capacity(from.at_most(count));
        for _ in 0..count {
            let label = |from: &mut Reader<'b>| from.below(labels.len());
            let perhaps = |from: &mut Reader<'b>| Some(from.below(labels.len() + 1)?.checked_sub(1));
            memories.push(Stored {
                id: from.array()?,
                mark: from.array()?,
                created_at_ms: from.i64()?,
                sequence: from.i64()?,
                length: from.u16()?,
                kind: label(from)?,
                source: perhaps(from)?,
                thread: perhaps(from)?,
                topics: from.list(label)?,
                tokens: from.run(size_of::<Token>())?,
                content: from.text()?,
                windows: from.run(window)?,
            });
        }
        let mut ids: Vec<&Id> = memories.iter().map(|memory| memory.id).collect();
        ids.sort_unstable();
        let all_fit = memories.iter().flat_map(|m| m.windows.chunks_exact(window)).all(is_a_vector);
        if !all_fit || ids.windows(2).any(|two| two[0] == two[1]) {
            return None;
        }
        let mut postings = Zeroizing::new(Vec::with_capacity(from.at_most(count * 32)));
        let terms = from.list(|from| {
            let (stem, first) = (from.text()?, postings.len());
            let mut next = 0;
            for _ in 0..from.number()? {
                let memory = from.below(count)?.checked_add(next).filter(|&memory| memory < count)?;
                let times = from.u8().filter(|&times| times > 0)?;
                if postings.len() == postings.capacity() {
                    let mut grown = Zeroizing::new(Vec::with_capacity(postings.len() * 2 + 64));
                    grown.extend_from_slice(&postings);
                    postings = grown;
                }
                postings.push((memory as u32) << 8 | u32::from(times));
                next = memory + 1;
            }
            (postings.len() > first).then(|| Term { stem, postings: first..postings.len() })
        })?;
        let words = from.list(|from| {
            let (text, term) = (from.text()?, from.below(terms.len())?);
            let uses = u32::try_from(from.number()?).ok().filter(|&uses| uses > 0)?;
            Some(Word { text, term, uses })
        })?;
        Some(Segment { dimensions, labels, memories, terms, postings, words })
    }

    /// The memories in it, in the order in which they were written.
    pub fn memories(&self) -> impl ExactSizeIterator<Item = (&Id, &Mark)> {
        self.memories.iter().map(|memory| (memory.id, memory.mark))
    }
}

/// Scale, factor, signs and codes.
fn window_bytes(dimensions: usize) -> usize {
    8 + dimensions.div_ceil(64) * 8 + dimensions
}

/// Whether scale and factor are such as the index makes.
fn is_a_vector(window: &[u8]) -> bool {
    let mut from = Reader::new(window);
    from.f32().is_some_and(|scale| scale.is_finite() && scale > 0.0)
        && from.f32().is_some_and(|factor| factor > 0.0)
}

/// The labels of a segment and their numbers there.
#[derive(Default)]
struct Numbered<'i> {
    numbers: HashMap<&'i str, usize>,
    texts: Vec<&'i str>,
}

impl<'i> Numbered<'i> {
    fn of(&mut self, labels: &'i Labels, number: u32) -> Option<usize> {
        let text = labels.as_text(number)?;
        Some(*self.numbers.entry(text).or_insert_with(|| {
            self.texts.push(text);
            self.texts.len() - 1
        }))
    }
}

impl Index {
    /// Writes memories as one segment, in the given order, each with its mark; `None` if one of them is not held, if one comes
    /// twice, or if there are none or more than 65,536.
    pub fn write_segment(&self, memories: &[(Id, Mark)]) -> Option<Zeroizing<Vec<u8>>> {
        if memories.is_empty() || memories.len() > MOST {
            return None;
        }
        let slots: Vec<u32> =
            memories.iter().map(|(id, _)| self.slots.get(id).copied()).collect::<Option<_>>()?;
        let mut once = slots.clone();
        once.sort_unstable();
        once.dedup();
        if once.len() < slots.len() {
            return None;
        }
        let mut labels = Numbered::default();
        let mut to = Writer::new();
        let mut bodies = Writer::new();
        // By stem and by text, so that the bytes do not depend on how the tables are laid out.
        let mut terms: BTreeMap<&str, (u32, Vec<u32>)> = BTreeMap::new();
        let mut words: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        for (place, (&slot, (id, mark))) in slots.iter().zip(memories).enumerate() {
            let (entry, at) = (&self.entries[slot as usize], slot as usize);
            bodies.bytes(id);
            bodies.bytes(mark);
            bodies.bytes(&entry.created_at_ms.to_le_bytes());
            bodies.bytes(&entry.sequence.to_le_bytes());
            bodies.bytes(&self.lengths[at].to_le_bytes());
            bodies.number(labels.of(&self.kinds, entry.kind)?);
            bodies.number(labels.of(&self.sources, entry.source).map_or(0, |number| number + 1));
            let thread = labels.of(self.threads.labels(), self.thread_of[at]);
            bodies.number(thread.map_or(0, |number| number + 1));
            bodies.number(entry.topics.len());
            for &topic in &entry.topics {
                bodies.number(labels.of(&self.topics, topic)?);
            }
            let tokens = self.hidden.get(&slot).map_or(&[][..], |tokens| tokens);
            bodies.number(tokens.len());
            tokens.iter().for_each(|token| bodies.bytes(token));
            bodies.text(&entry.content);
            self.codes.write(slot, &mut bodies);

            let topics = entry.topics.iter().filter_map(|&topic| self.topics.as_text(topic));
            let thread = self.threads.labels().as_text(self.thread_of[at]);
            each_word(&entry.content, topics, self.sources.as_text(entry.source), thread, |word, _| {
                let Some((text, term)) = self.lexicon.known(word) else { return };
                words.entry(text).or_insert((term, 0)).1 += 1;
                let stem = self.lexicon.stem_of(term);
                let places = &mut terms.entry(stem).or_insert_with(|| (term, Vec::new())).1;
                if places.last() != Some(&(place as u32)) {
                    places.push(place as u32);
                }
            });
        }
        to.bytes(MAGIC);
        to.bytes(&[FORMAT]);
        to.bytes(&u32::try_from(self.codes.dimensions()).ok()?.to_le_bytes());
        to.bytes(&u32::try_from(memories.len()).ok()?.to_le_bytes());
        to.number(labels.texts.len());
        labels.texts.iter().for_each(|text| to.text(text));
        to.bytes(bodies.written());
        to.number(terms.len());
        let mut numbers = HashMap::with_capacity(terms.len());
        for (number, (stem, (term, places))) in terms.iter().enumerate() {
            numbers.insert(*term, number);
            to.text(stem);
            to.number(places.len());
            let (postings, mut next) = (self.lexicon.postings(*term), 0);
            for &place in places {
                let slot = slots[place as usize] as usize;
                let at = postings.binary_search_by_key(&slot, |&packed| posting(packed).0).ok()?;
                to.number((place - next) as usize);
                to.bytes(&[postings[at] as u8]);
                next = place + 1;
            }
        }
        to.number(words.len());
        for (text, (term, uses)) in &words {
            to.text(text);
            to.number(*numbers.get(term)?);
            to.number(*uses as usize);
        }
        Some(to.into_bytes())
    }

    /// Takes in a whole segment, as if its documents were upserted one by one.
    ///
    /// # Errors
    /// [`SegmentError::Foreign`] if its vectors have another length, [`SegmentError::Taken`] if one of its memories is in the
    /// index or it has no room for all: then nothing was taken in.
    pub fn take_in(&mut self, segment: &Segment<'_>) -> Result<(), SegmentError> {
        if segment.dimensions != self.codes.dimensions() {
            return Err(SegmentError::Foreign);
        }
        let room = SLOTS_MAX as usize - self.entries.len() + self.free.len();
        if room < segment.memories.len() || segment.memories.iter().any(|memory| self.contains(memory.id)) {
            return Err(SegmentError::Taken);
        }
        let mut slots: Vec<u32> = segment.memories.iter().map_while(|_| self.free_slot()).collect();
        // In order, so that postings are put behind the others.
        slots.sort_unstable();
        let mut known = [(); 3].map(|()| vec![NO_LABEL; segment.labels.len()]);
        for (&slot, memory) in slots.iter().zip(&segment.memories) {
            let window = window_bytes(segment.dimensions);
            self.codes.restore(slot, memory.windows.chunks_exact(window));
            self.waiting += usize::from(memory.windows.is_empty());
            let [kinds, sources, topics] = &mut known;
            let kind = again(&mut self.kinds, kinds, &segment.labels, memory.kind);
            let source =
                memory.source.map_or(NO_LABEL, |at| again(&mut self.sources, sources, &segment.labels, at));
            let topics = memory
                .topics
                .iter()
                .map(|&at| again(&mut self.topics, topics, &segment.labels, at))
                .collect();
            let tokens: Vec<Token> = memory
                .tokens
                .chunks_exact(size_of::<Token>())
                .filter_map(|bytes| bytes.try_into().ok())
                .collect();
            let entry = Entry {
                id: *memory.id,
                content: memory.content.into(),
                created_at_ms: memory.created_at_ms,
                sequence: memory.sequence,
                kind,
                source,
                topics,
            };
            self.settle(slot, entry, &tokens, memory.thread.map(|at| segment.labels[at]));
            self.lengths[slot as usize] = memory.length;
            self.length_sum += u64::from(memory.length);
        }
        let mut terms = Vec::with_capacity(segment.terms.len());
        for term in &segment.terms {
            let number = self.lexicon.term_of_stem(term.stem);
            terms.push(number);
            let postings = &segment.postings[term.postings.clone()];
            self.lexicon.post_all(
                number,
                postings.iter().map(|packed| (slots[(packed >> 8) as usize], packed & 0xff)),
            );
        }
        for word in &segment.words {
            self.lexicon.take_known(word.text, terms[word.term], word.uses);
        }
        Ok(())
    }
}

/// The number of a segment's label, and one more use of it.
fn again(labels: &mut Labels, known: &mut [u32], texts: &[&str], at: usize) -> u32 {
    if known[at] == NO_LABEL {
        known[at] = labels.take(texts[at]);
    } else {
        labels.take_again(known[at]);
    }
    known[at]
}
