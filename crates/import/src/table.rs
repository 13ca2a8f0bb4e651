//! Tables with a header (CSV, also with semicolons or tabs). Must not take a table without a column of contents.

use std::cell::Cell;
use std::collections::HashSet;
use std::io::{self, Read};
use std::rc::Rc;

use csv::{ByteRecord, ReaderBuilder};

use crate::gathering::Gathering;
use crate::identity::name_of;
use crate::input::{Input, peek};
use crate::{Error, Format, Item, Kind, LeftOut, Reason, times};

/// The columns that are read, and their names in order of preference.
const CONTENT: &[&str] = &["content", "text", "memory", "note", "body"];
const KIND: &[&str] = &["kind", "type"];
const TOPICS: &[&str] = &["topics", "tags", "topic", "tag"];
const CREATED: &[&str] = &["created_at", "created", "date"];
const SOURCE: &[&str] = &["source"];
const THREAD: &[&str] = &["thread"];
const EXTERNAL_ID: &[&str] = &["external_id", "id"];

/// What a row may have beside its content.
const ROW_BYTES: usize = 1024 * 1024;
/// A header is not longer than this.
const HEADER_BYTES: usize = 64 * 1024;

pub(crate) fn read(input: &Input<'_>, gathering: &mut Gathering<'_>) -> Result<(), Error> {
    if input.is_folder() {
        return Err(Error::NeedsFile);
    }
    let (start, document) = peek(input.document(gathering)?)?;
    let first_line = start.split(|byte| *byte == b'\n' || *byte == b'\r').next().unwrap_or_default();
    let delimiter =
        delimiter_of(first_line).ok_or(Error::UnknownShape { expected: Format::Csv.looks_like() })?;
    let allowance = Rc::new(Cell::new(HEADER_BYTES));
    let guarded = RowGuard { inner: document, allowance: Rc::clone(&allowance) };
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(guarded);
    let header = match reader.byte_headers() {
        Ok(header) => header.clone(),
        // A first line without an end names no columns.
        Err(_) if allowance.get() == 0 => {
            return Err(Error::UnknownShape { expected: Format::Csv.looks_like() });
        }
        Err(error) => return Err(failed(&error)),
    };
    let columns = Columns::of(&header).ok_or(Error::UnknownShape { expected: Format::Csv.looks_like() })?;
    let row_bytes = gathering.limits().item_bytes.saturating_add(ROW_BYTES);
    let (mut row, mut number, mut seen) = (ByteRecord::new(), 0, HashSet::new());
    loop {
        allowance.set(row_bytes);
        let place = format!("line {}", reader.position().line());
        match reader.read_byte_record(&mut row) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(error) if allowance.get() == 0 => {
                // The rest of the file is inside the quotes: what it would say cannot be known.
                drop(error);
                gathering.fail(place, Reason::OpenQuote);
                return Ok(());
            }
            Err(error) => return Err(failed(&error)),
        }
        number += 1;
        gathering.tick_at(number)?;
        // The reader is ahead of the row by a buffer; where the row itself begins is kept in it.
        let place = row.position().map_or(place, |at| format!("line {}", at.line()));
        columns.take(&row, place, &mut seen, gathering)?;
    }
}

/// Where each column stands.
struct Columns {
    content: usize,
    kind: Option<usize>,
    topics: Option<usize>,
    created: Option<usize>,
    source: Option<usize>,
    thread: Option<usize>,
    external_id: Option<usize>,
}

impl Columns {
    /// None without a column of contents.
    fn of(header: &ByteRecord) -> Option<Columns> {
        let names: Vec<String> = header.iter().map(column_name).collect();
        let find =
            |wanted: &[&str]| wanted.iter().find_map(|wanted| names.iter().position(|name| name == wanted));
        Some(Columns {
            content: find(CONTENT)?,
            kind: find(KIND),
            topics: find(TOPICS),
            created: find(CREATED),
            source: find(SOURCE),
            thread: find(THREAD),
            external_id: find(EXTERNAL_ID),
        })
    }

    fn take(
        &self,
        row: &ByteRecord,
        place: String,
        seen: &mut HashSet<String>,
        gathering: &mut Gathering<'_>,
    ) -> Result<(), Error> {
        let Some(cells) = row.iter().map(|cell| std::str::from_utf8(cell).ok()).collect::<Option<Vec<_>>>()
        else {
            gathering.fail(place, Reason::NotText);
            return Ok(());
        };
        let cell = |column: Option<usize>| {
            let text = column.and_then(|column| cells.get(column)).copied().unwrap_or_default().trim();
            (!text.is_empty()).then_some(text)
        };
        let content = cell(Some(self.content)).unwrap_or_default();
        let source = cell(self.source).unwrap_or(Format::Csv.source());
        let external_id = cell(self.external_id).map_or_else(|| name_of(&["csv", content]), str::to_owned);
        if !content.is_empty() && !seen.insert(format!("{source}\0{external_id}")) {
            gathering.leave_out(LeftOut::Duplicate, 1);
            return Ok(());
        }
        let kind = cell(self.kind).map(str::parse::<Kind>);
        gathering.leave_out(LeftOut::UnknownKind, usize::from(matches!(kind, Some(Err(_)))));
        let created_at_ms = cell(self.created).map(times::parse);
        gathering.leave_out(LeftOut::UnreadableDate, usize::from(created_at_ms == Some(None)));
        let topics = cell(self.topics).unwrap_or_default();
        let topics = topics.trim_matches(['[', ']']).split([',', ';']);
        let topics =
            topics.map(|topic| topic.trim().trim_matches(['"', '\'']).trim_start_matches('#').to_owned());
        let item = Item {
            place,
            content: content.to_owned(),
            kind: kind.and_then(Result::ok).unwrap_or_default(),
            topics: topics.collect(),
            created_at_ms: created_at_ms.flatten(),
            source: Some(source.to_owned()),
            thread: cell(self.thread).map(str::to_owned),
            external_id: Some(external_id),
            ..Item::default()
        };
        gathering.keep(item).map(|_| ())
    }
}

/// A header's cell as it is compared.
fn column_name(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).trim().to_lowercase().replace([' ', '-'], "_")
}

/// The delimiter under which a first line has a column of contents.
pub(crate) fn delimiter_of(line: &[u8]) -> Option<u8> {
    [b',', b';', b'\t'].into_iter().find(|delimiter| {
        let mut reader = ReaderBuilder::new().delimiter(*delimiter).has_headers(false).from_reader(line);
        let mut header = ByteRecord::new();
        let read = reader.read_byte_record(&mut header).is_ok_and(|any| any);
        read && Columns::of(&header).is_some()
    })
}

fn failed(error: &csv::Error) -> Error {
    match error.kind() {
        csv::ErrorKind::Io(error) => Error::io("the file", error),
        _ => Error::NotText,
    }
}

/// Ends a row that never ends: a quotation mark that is not closed would take the rest of the file as one cell.
struct RowGuard<R> {
    inner: R,
    allowance: Rc<Cell<usize>>,
}

impl<R: Read> Read for RowGuard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let left = self.allowance.get().saturating_sub(count);
        self.allowance.set(left);
        if left == 0 && count > 0 { Err(io::ErrorKind::InvalidData.into()) } else { Ok(count) }
    }
}
