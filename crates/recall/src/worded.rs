//! By which words a memory is found. Must not know questions or scores.

use std::cmp::Reverse;

use crate::index::Index;
use crate::tokens::{Form, each_token};
use crate::weights::TOPIC_COUNT;

impl Index {
    /// Notes the words of the memory in `slot`.
    pub(crate) fn post(&mut self, slot: u32) {
        let entry = &self.entries[slot as usize];
        let topics: Vec<_> = entry.topics.iter().filter_map(|&t| self.topics.text(t)).collect();
        let source = self.sources.text(entry.source);
        let thread = self.threads.labels().text(self.thread_of[slot as usize]);
        let mut counts: Vec<(u32, u32)> = Vec::new();
        let mut length = 0_u16;
        let lexicon = &mut self.lexicon;
        each_word(
            &entry.content,
            topics.iter().map(|t| &**t),
            source.as_deref(),
            thread.as_deref(),
            |word, field| {
                let count = if field == Field::Topic { TOPIC_COUNT } else { 1 };
                length = length.saturating_add(u16::from(field == Field::Word));
                counts.push((lexicon.take(word), count));
            },
        );
        counts.sort_unstable_by_key(|&(term, count)| (term, Reverse(count)));
        counts.chunk_by(|a, b| a.0 == b.0).for_each(|same| {
            self.lexicon.post(same[0].0, slot, same.iter().map(|(_, count)| count).sum());
        });
        self.lengths[slot as usize] = length;
        self.length_sum += u64::from(length);
    }
}

/// Where a word stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    /// A word or letter of the content: makes up its length.
    Word,
    /// Lies over words of the content.
    Over,
    Topic,
    Origin,
}

/// Every word by which a memory is found, the same on the way in and on the way out. Of a thread only its whole name: the
/// parts of a made-up id ("session 1") would be found in questions that mean something else.
pub(crate) fn each_word<'a>(
    content: &str,
    topics: impl Iterator<Item = &'a str>,
    source: Option<&str>,
    thread: Option<&str>,
    mut each: impl FnMut(&str, Field),
) {
    each_token(content, |t| each(t.text, if t.form.has_place() { Field::Word } else { Field::Over }));
    for topic in topics {
        each_token(topic, |t| each(t.text, Field::Topic));
    }
    if let Some(source) = source {
        each_token(source, |t| each(t.text, Field::Origin));
    }
    if let Some(thread) = thread {
        each_token(thread, |t| {
            if t.form != Form::Pair && t.span == (0, thread.len()) {
                each(t.text, Field::Origin);
            }
        });
    }
}

/// Whether a content ends with a question mark, an aside in brackets after it left out.
pub(crate) fn only_asks(content: &str) -> bool {
    let end = content.trim_end();
    let end = if end.ends_with(']') { end.rfind('[').map_or(end, |at| end[..at].trim_end()) } else { end };
    end.ends_with(['?', '？'])
}

#[cfg(test)]
mod tests {
    use super::only_asks;

    #[test]
    fn a_question_mark_at_the_end_asks() {
        for text in ["Why?", "Why? ", "なぜ？", "Why? [photo]"] {
            assert!(only_asks(text), "{text}");
        }
        for text in ["Why? Because.", "", "[why?]", "a ] b"] {
            assert!(!only_asks(text), "{text}");
        }
    }
}
