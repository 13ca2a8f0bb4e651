//! A plain text: what stands between blank lines is a memory, or the whole file is one. Must not take in what is clearly the
//! document of a program: that would keep brackets as memories.

use std::collections::HashSet;
use std::io::BufRead;

use crate::folder::whole_text;
use crate::gathering::Gathering;
use crate::identity::{comparable, name_of};
use crate::input::{Input, peek};
use crate::lines::{Lines, Unfit};
use crate::{Error, Format, Item, LeftOut, Reason};

pub(crate) fn read(input: &Input<'_>, gathering: &mut Gathering<'_>) -> Result<(), Error> {
    if input.is_folder() {
        return Err(Error::NeedsFile);
    }
    let (start, document) = peek(input.document(gathering)?)?;
    if start.contains(&0) {
        return Err(Error::NotText);
    }
    if is_json(&start) {
        return Err(Error::UnknownShape { expected: Format::PlainText.looks_like() });
    }
    if gathering.options.one_memory {
        return match whole_text(document, gathering, 0) {
            Ok(text) => keep(text, input.name(), input.external_id(), input, gathering).map(|_| ()),
            Err(reason) => {
                gathering.fail(input.name(), reason);
                Ok(())
            }
        };
    }
    read_paragraphs(input, document, gathering)
}

fn read_paragraphs(
    input: &Input<'_>,
    document: impl BufRead,
    gathering: &mut Gathering<'_>,
) -> Result<(), Error> {
    let limit_bytes = gathering.limits().item_bytes;
    let mut lines = Lines::new(document, limit_bytes);
    let mut seen = HashSet::new();
    let mut paragraph = Paragraph::default();
    loop {
        let line = lines.next_text().map_err(|error| Error::io("the file", &error))?;
        gathering.tick_at(lines.count)?;
        let ends = match &line {
            None => true,
            Some(Ok(line)) => line.trim().is_empty(),
            Some(Err(Unfit::NotText)) => return Err(Error::NotText),
            Some(Err(Unfit::TooLong)) => false,
        };
        if ends {
            let whole = std::mem::take(&mut paragraph);
            whole.finish(input, &mut seen, gathering)?;
        } else if let Some(line) = &line {
            paragraph.first_line.get_or_insert(lines.count);
            match line {
                Ok(line) if paragraph.text.len() + line.len() <= limit_bytes => {
                    if !paragraph.text.is_empty() {
                        paragraph.text.push('\n');
                    }
                    paragraph.text.push_str(line);
                }
                _ => paragraph.too_long = true,
            }
        }
        if line.is_none() {
            return Ok(());
        }
    }
}

#[derive(Default)]
struct Paragraph {
    text: String,
    first_line: Option<usize>,
    too_long: bool,
}

impl Paragraph {
    fn finish(
        self,
        input: &Input<'_>,
        seen: &mut HashSet<String>,
        gathering: &mut Gathering<'_>,
    ) -> Result<(), Error> {
        let Some(line) = self.first_line else { return Ok(()) };
        let place = format!("line {line}");
        if self.too_long {
            gathering.fail(place, Reason::TooLong { limit_bytes: gathering.limits().item_bytes });
            return Ok(());
        }
        let id = name_of(&["text", &comparable(&self.text)]);
        if !seen.insert(id.clone()) {
            gathering.leave_out(LeftOut::Duplicate, 1);
            return Ok(());
        }
        keep(self.text, place, id, input, gathering)
    }
}

fn keep(
    text: String,
    place: String,
    external_id: String,
    input: &Input<'_>,
    gathering: &mut Gathering<'_>,
) -> Result<(), Error> {
    let item = Item {
        place,
        content: text.trim().to_owned(),
        created_at_ms: input.modified_ms(),
        source: Some(Format::PlainText.source().to_owned()),
        external_id: Some(external_id),
        ..Item::default()
    };
    gathering.keep(item).map(|_| ())
}

/// Whether it begins as the documents of programs do. `[ ] buy milk` is a line that people write.
pub(crate) fn is_json(start: &[u8]) -> bool {
    let mut marks = start.iter().copied().filter(|byte| !byte.is_ascii_whitespace());
    matches!((marks.next(), marks.next()), (Some(b'{'), Some(b'"' | b'}')) | (Some(b'['), Some(b'{')))
}
