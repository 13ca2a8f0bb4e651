//! Readers that count: every byte of a document passes one, so that no size a file declares is ever trusted. Must not know
//! what the bytes mean.

use std::cell::Cell;
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;

use crate::Error;
use crate::gathering::Meter;

/// Reads at most so many bytes; one more is an error that says which limit it was.
pub(crate) struct Bounded<R> {
    inner: R,
    left: u64,
    beyond: Error,
    /// What several readers may read together, with the error that says so.
    shared: Option<(Rc<Cell<u64>>, Error)>,
    meter: Meter,
}

impl<R: Read> Bounded<R> {
    pub(crate) fn new(inner: R, limit: u64, beyond: Error, meter: Meter) -> Bounded<R> {
        Bounded { inner, left: limit, beyond, shared: None, meter }
    }

    /// All readers with this ration share it.
    pub(crate) fn sharing(mut self, ration: Rc<Cell<u64>>, beyond: Error) -> Bounded<R> {
        self.shared = Some((ration, beyond));
        self
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let bytes = count as u64;
        let Some(left) = self.left.checked_sub(bytes) else { return Err(self.beyond.clone().into_io()) };
        self.left = left;
        if let Some((ration, beyond)) = &self.shared {
            let Some(left) = ration.get().checked_sub(bytes) else { return Err(beyond.clone().into_io()) };
            ration.set(left);
        }
        self.meter.set(self.meter.get().saturating_add(bytes));
        Ok(count)
    }
}

/// A file of which only so much may be read until more is granted: the index of an archive is read before anything in it
/// can be counted.
pub(crate) struct Rationed<R> {
    pub(crate) inner: R,
    pub(crate) ration: Rc<Cell<u64>>,
}

impl<R: Read> Read for Rationed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        match self.ration.get().checked_sub(count as u64) {
            Some(left) => self.ration.set(left),
            None => return Err(io::ErrorKind::InvalidData.into()),
        }
        Ok(count)
    }
}

impl<R: Seek> Seek for Rationed<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}
