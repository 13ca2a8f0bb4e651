//! Bytes to UTF-8: drops a byte order mark and turns UTF-16 with one into UTF-8, as it is read. Must not guess any other
//! encoding: what is not UTF-8 is refused by whoever makes text of it.

use std::io::{self, Read};

use crate::Error;

/// Bytes taken at once.
const CHUNK_BYTES: usize = 16 * 1024;

enum Encoding {
    Utf8,
    Utf16 { big_endian: bool },
}

/// A reader of UTF-8.
pub(crate) struct TextReader<R> {
    inner: R,
    encoding: Option<Encoding>,
    /// UTF-8 that was made and not yet taken, from `taken` on.
    ready: Vec<u8>,
    taken: usize,
    /// Bytes of UTF-16 that are not a whole character yet: at most three.
    pending: Vec<u8>,
}

impl<R: Read> TextReader<R> {
    pub(crate) fn new(inner: R) -> TextReader<R> {
        TextReader { inner, encoding: None, ready: Vec::new(), taken: 0, pending: Vec::new() }
    }

    fn begin(&mut self) -> io::Result<()> {
        let mut start = Vec::with_capacity(3);
        self.inner.by_ref().take(3).read_to_end(&mut start)?;
        self.encoding = Some(match start.as_slice() {
            [0xef, 0xbb, 0xbf] => Encoding::Utf8,
            [0xff, 0xfe, rest @ ..] => {
                self.pending = rest.to_vec();
                Encoding::Utf16 { big_endian: false }
            }
            [0xfe, 0xff, rest @ ..] => {
                self.pending = rest.to_vec();
                Encoding::Utf16 { big_endian: true }
            }
            _ => {
                self.ready = start;
                Encoding::Utf8
            }
        });
        Ok(())
    }

    /// Takes the next chunk of UTF-16; nothing is ready afterwards only at the end.
    fn transcode(&mut self, big_endian: bool) -> io::Result<()> {
        self.ready.clear();
        self.taken = 0;
        while self.ready.is_empty() {
            let before = self.pending.len();
            let read = self.inner.by_ref().take(CHUNK_BYTES as u64).read_to_end(&mut self.pending)?;
            let at_end = read < CHUNK_BYTES;
            if at_end && before + read == 0 {
                return Ok(());
            }
            let units = self.pending.chunks_exact(2).map(|pair| match *pair {
                [high, low] if big_endian => u16::from_be_bytes([high, low]),
                [low, high] => u16::from_le_bytes([low, high]),
                _ => 0,
            });
            let mut units: Vec<u16> = units.collect();
            // The first half of a pair waits for the second.
            let waits = !at_end && units.last().is_some_and(|unit| (0xd800..0xdc00).contains(unit));
            if waits {
                units.pop();
            }
            let odd = self.pending.len() % 2;
            if at_end && odd == 1 {
                return Err(Error::NotText.into_io());
            }
            let kept = self.pending.len() - odd - if waits { 2 } else { 0 };
            self.pending.drain(..kept);
            let mut buffer = [0; 4];
            for character in char::decode_utf16(units) {
                let character = character.map_err(|_| Error::NotText.into_io())?;
                self.ready.extend_from_slice(character.encode_utf8(&mut buffer).as_bytes());
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for TextReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.encoding.is_none() {
            self.begin()?;
        }
        if self.taken >= self.ready.len() {
            match self.encoding {
                Some(Encoding::Utf16 { big_endian }) => self.transcode(big_endian)?,
                _ => return self.inner.read(buffer),
            }
        }
        let mut ready = self.ready.get(self.taken..).unwrap_or_default();
        let count = ready.read(buffer)?;
        self.taken += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> Option<String> {
        let mut out = Vec::new();
        TextReader::new(bytes).read_to_end(&mut out).ok()?;
        String::from_utf8(out).ok()
    }

    fn utf16(text: &str, big_endian: bool) -> Vec<u8> {
        let unit = |unit: u16| if big_endian { unit.to_be_bytes() } else { unit.to_le_bytes() };
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(unit).collect()
    }

    #[test]
    fn utf16_with_a_mark_is_read_wherever_a_chunk_ends() {
        for length in [0, 1, 2, CHUNK_BYTES / 2 - 2, CHUNK_BYTES / 2 - 1, CHUNK_BYTES / 2, CHUNK_BYTES] {
            let text = format!("{}🎈ü", "a".repeat(length));
            for big_endian in [false, true] {
                assert_eq!(decoded(&utf16(&text, big_endian)).as_deref(), Some(text.as_str()), "{length}");
            }
        }
        assert_eq!(decoded(b"\xef\xbb\xbfa").as_deref(), Some("a"));
        assert_eq!(decoded(b"ab").as_deref(), Some("ab"));
    }

    #[test]
    fn half_a_character_is_no_text() {
        assert_eq!(decoded(b"\xff\xfea"), None);
        assert_eq!(decoded(b"\xff\xfe\x00\xd8"), None);
        assert_eq!(decoded(b"\xff\xfe\x00\xdc\x41\x00"), None);
        assert_eq!(decoded(b"\xffa\xfe"), None);
    }
}
