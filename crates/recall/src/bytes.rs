//! Numbers, texts and runs in and out of bytes. A reader never looks beyond its bytes; a writer leaves no copy behind when it
//! grows. Must not know what is written.

use zeroize::Zeroizing;

/// Reads from the front; `None` when the bytes end too soon or say what cannot be.
pub(crate) struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Option<&'b [u8; N]> {
        let (found, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(found)
    }

    pub(crate) fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (found, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(found)
    }

    pub(crate) fn u8(&mut self) -> Option<u8> {
        self.array().map(|&[byte]| byte)
    }

    pub(crate) fn u16(&mut self) -> Option<u16> {
        self.array().map(|bytes| u16::from_le_bytes(*bytes))
    }

    pub(crate) fn u32(&mut self) -> Option<u32> {
        self.array().map(|bytes| u32::from_le_bytes(*bytes))
    }

    pub(crate) fn i64(&mut self) -> Option<i64> {
        self.array().map(|bytes| i64::from_le_bytes(*bytes))
    }

    pub(crate) fn f32(&mut self) -> Option<f32> {
        self.array().map(|bytes| f32::from_le_bytes(*bytes))
    }

    /// LEB128, at most ten bytes.
    pub(crate) fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for place in 0..10 {
            let byte = self.u8()?;
            let bits = u64::from(byte & 0x7f);
            if place == 9 && bits > 1 {
                return None;
            }
            number |= bits << (7 * place);
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> Option<usize> {
        usize::try_from(self.number()?).ok().filter(|&number| number < limit)
    }

    pub(crate) fn text(&mut self) -> Option<&'b str> {
        let length = usize::try_from(self.number()?).ok()?;
        std::str::from_utf8(self.take(length)?).ok()
    }

    /// A number and so many items of `size` bytes.
    pub(crate) fn run(&mut self, size: usize) -> Option<&'b [u8]> {
        let count = usize::try_from(self.number()?).ok()?;
        self.take(count.checked_mul(size)?)
    }

    /// A number and so many items of at least a byte each.
    pub(crate) fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = usize::try_from(self.number()?).ok()?;
        let mut items = Vec::with_capacity(self.at_most(count));
        for _ in 0..count {
            items.push(item(self)?);
        }
        Some(items)
    }

    /// `count`, or what can be left at most: room is not made for what a wrong number promises.
    pub(crate) fn at_most(&self, count: usize) -> usize {
        count.min(self.rest.len())
    }
}

/// Writes to the back.
pub(crate) struct Writer(Zeroizing<Vec<u8>>);

impl Writer {
    pub(crate) fn new() -> Self {
        Self(Zeroizing::new(Vec::with_capacity(1 << 16)))
    }

    pub(crate) fn written(&self) -> &[u8] {
        &self.0
    }

    pub(crate) fn into_bytes(self) -> Zeroizing<Vec<u8>> {
        self.0
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        let length = self.0.len() + bytes.len();
        if length > self.0.capacity() {
            let mut grown = Zeroizing::new(Vec::with_capacity(length.max(self.0.capacity() * 2)));
            grown.extend_from_slice(&self.0);
            // The smaller one is zeroed as it is dropped.
            self.0 = grown;
        }
        self.0.extend_from_slice(bytes);
    }

    pub(crate) fn number(&mut self, number: usize) {
        let mut rest = number as u64;
        while rest >= 0x80 {
            self.bytes(&[rest as u8 | 0x80]);
            rest >>= 7;
        }
        self.bytes(&[rest as u8]);
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.number(text.len());
        self.bytes(text.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut to = Writer::new();
        let numbers = [0, 1, 127, 128, 300, 1 << 20, usize::MAX];
        numbers.iter().for_each(|&number| to.number(number));
        to.text("tea 茶");
        to.bytes(&[7; 100_000]);
        let bytes = to.into_bytes();
        let mut from = Reader::new(&bytes);
        for number in numbers {
            assert_eq!(from.number(), Some(number as u64));
        }
        assert_eq!(from.text(), Some("tea 茶"));
        assert_eq!(from.take(100_000).map(<[u8]>::len), Some(100_000));
        assert!(from.is_at_end() && from.u8().is_none());
    }

    #[test]
    fn what_cannot_be_is_refused() {
        assert_eq!(Reader::new(&[0xff; 11]).number(), None);
        assert_eq!(Reader::new(&[0x80]).number(), None);
        assert_eq!(Reader::new(&[5, b'a']).text(), None);
        assert_eq!(Reader::new(&[1, 0xff]).text(), None);
        assert_eq!(Reader::new(&[9]).below(9), None);
        let many = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1];
        assert_eq!(Reader::new(&many).run(16), None);
        assert!(Reader::new(&many).list(|from| from.u8()).is_none());
    }
}
