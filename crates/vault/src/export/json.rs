//! `memories.json`: a head and every memory, one a line. Must not hold more than one memory at a time.

use std::io::Write;

use super::{ExportReport, Walk, failed, line_of};
use crate::Error;

pub(super) fn write(walk: &mut Walk<'_>, out: &mut dyn Write) -> Result<ExportReport, Error> {
    write!(out, "{}\n\"memories\": [", walk.head()).map_err(failed)?;
    let mut before = "\n";
    let report = walk.memories(&mut |memory| {
        let line = line_of(&memory)?;
        out.write_all(before.as_bytes()).and_then(|()| out.write_all(line.as_bytes())).map_err(failed)?;
        before = ",\n";
        Ok(())
    })?;
    out.write_all(b"\n]}\n").map_err(failed)?;
    Ok(report)
}
