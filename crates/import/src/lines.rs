//! Lines of a document, one at a time: a line that has no end does not fill the memory. Must not know any format.

use std::io::{self, BufRead};

/// One line, without its end.
pub(crate) enum Line {
    /// Its bytes.
    Read(Vec<u8>),
    /// It is longer than allowed and was passed over.
    TooLong,
}

/// Reads lines of at most `longest` bytes.
pub(crate) struct Lines<R> {
    reader: R,
    longest: usize,
    /// Lines read until now.
    pub(crate) count: usize,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(reader: R, longest: usize) -> Lines<R> {
        Lines { reader, longest, count: 0 }
    }

    /// The next line; none at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<Line>> {
        let (mut line, mut any, mut too_long) = (Vec::new(), false, false);
        loop {
            let buffer = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                buffer => buffer?,
            };
            if buffer.is_empty() {
                break;
            }
            any = true;
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let part = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
            if line.len() + part.len() > self.longest {
                too_long = true;
                line = Vec::new();
            }
            if !too_long {
                line.extend_from_slice(part);
            }
            let used = part.len() + usize::from(end.is_some());
            self.reader.consume(used);
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        self.count += 1;
        if too_long {
            return Ok(Some(Line::TooLong));
        }
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        Ok(Some(Line::Read(line)))
    }

    /// The next line as text.
    pub(crate) fn next_text(&mut self) -> io::Result<Option<Result<String, Unfit>>> {
        Ok(self.next()?.map(|line| match line {
            Line::TooLong => Err(Unfit::TooLong),
            Line::Read(bytes) => String::from_utf8(bytes).map_err(|_| Unfit::NotText),
        }))
    }
}

/// Why a line is not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    TooLong,
    NotText,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let mut lines = Lines::new(&b"one\r\ntwo is too long\n\nend"[..], 5);
        let mut seen = Vec::new();
        while let Some(line) = lines.next_text().unwrap() {
            seen.push(line);
        }
        let wanted = [Ok("one".to_owned()), Err(Unfit::TooLong), Ok(String::new()), Ok("end".to_owned())];
        assert_eq!(seen, wanted);
        assert_eq!(lines.count, 4);
    }
}
