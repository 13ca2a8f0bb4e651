//! A reading of a text (normalised, decoded, masked) that knows where each piece came from. It must not know detectors.

use std::ops::Range;

/// One stretch of a view and the stretch it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Segment {
    at: usize,
    len: usize,
    source: usize,
    source_len: usize,
    /// Byte for byte the same as the source, so that places inside map exactly; otherwise any part stands for the whole.
    copied: bool,
}

/// Where each byte of a view came from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Map {
    segments: Vec<Segment>,
}

impl Map {
    /// The source range that a range of the view stands for; the smallest that covers it.
    pub fn source(&self, range: &Range<usize>) -> Range<usize> {
        if range.is_empty() {
            let start = self.segment(range.start).map_or(0, |segment| segment.source);
            return start..start;
        }
        let start = self.segment(range.start).map_or(0, |segment| match segment.copied {
            true => segment.source + (range.start - segment.at),
            false => segment.source,
        });
        let end = self.segment(range.end - 1).map_or(start, |segment| match segment.copied {
            true => segment.source + (range.end - segment.at).min(segment.len),
            false => segment.source + segment.source_len,
        });
        start..end.max(start)
    }

    fn segment(&self, at: usize) -> Option<&Segment> {
        let after = self.segments.partition_point(|segment| segment.at <= at);
        self.segments.get(after.checked_sub(1)?)
    }
}

/// A text and its map, built piece by piece from left to right.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    text: String,
    map: Map,
}

impl Builder {
    /// How many bytes there are so far.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Appends a piece of the source as it stands.
    pub fn copy(&mut self, source: usize, piece: &str) {
        if piece.is_empty() {
            return;
        }
        match self.map.segments.last_mut() {
            Some(last) if last.copied && last.source + last.len == source => {
                last.len += piece.len();
                last.source_len += piece.len();
            }
            _ => self.map.segments.push(Segment {
                at: self.text.len(),
                len: piece.len(),
                source,
                source_len: piece.len(),
                copied: true,
            }),
        }
        self.text.push_str(piece);
    }

    /// Appends something else in the place of a stretch of the source.
    pub fn replace(&mut self, source: Range<usize>, piece: &str) {
        if piece.is_empty() {
            return;
        }
        let segment = Segment {
            at: self.text.len(),
            len: piece.len(),
            source: source.start,
            source_len: source.len(),
            copied: false,
        };
        self.map.segments.push(segment);
        self.text.push_str(piece);
    }

    /// The text and its map.
    pub fn finish(self) -> (String, Map) {
        (self.text, self.map)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copied_pieces_map_exactly_and_replaced_ones_as_a_whole() {
        let mut builder = Builder::default();
        builder.copy(0, "ab");
        builder.replace(2..5, "@");
        builder.copy(9, "cd");
        let (text, map) = builder.finish();
        assert_eq!(text, "ab@cd");
        assert_eq!(map.source(&(1..2)), 1..2);
        assert_eq!(map.source(&(2..3)), 2..5);
        assert_eq!(map.source(&(1..4)), 1..10);
        assert_eq!(map.source(&(4..5)), 10..11);
    }
}
