//! Folders of Markdown files, Obsidian's among them, and single files. The names by which files are recognised are the ones
//! that earlier imports used: a file that was brought in before is the same memory.

use std::path::Path;

use crate::folder::{self, is_markdown, place_in};
use crate::gathering::Gathering;
use crate::input::{Input, folder_name};
use crate::{Error, Format, Item, LeftOut, front_matter, links, times};

/// What a file may have beside its content.
const HEAD_BYTES: usize = 64 * 1024;

pub(crate) fn read(input: &Input<'_>, gathering: &mut Gathering<'_>) -> Result<(), Error> {
    match input {
        Input::Path(path) if path.is_dir() => read_folder(path, gathering),
        _ => read_single(input, gathering),
    }
}

fn read_folder(root: &Path, gathering: &mut Gathering<'_>) -> Result<(), Error> {
    let name = folder_name(root);
    let files = folder::files(root, is_markdown, gathering)?;
    if files.is_empty() {
        return Err(Error::UnknownShape { expected: Format::Markdown.looks_like() });
    }
    for (index, file) in files.iter().enumerate() {
        gathering.tick_at(index)?;
        let place = place_in(root, file);
        // Two folders may each have a README.md.
        let external_id = format!("{name}/{place}");
        match folder::small_text(file, gathering, HEAD_BYTES) {
            Ok(text) => {
                let modified = std::fs::metadata(file).ok().and_then(|metadata| times::of_file(&metadata));
                keep_note(&text, place, external_id, modified, gathering)?;
            }
            Err(reason) => gathering.fail(place, reason),
        }
    }
    Ok(())
}

fn read_single(input: &Input<'_>, gathering: &mut Gathering<'_>) -> Result<(), Error> {
    let document = input.document(gathering)?;
    let place = input.name();
    match folder::whole_text(document, gathering, HEAD_BYTES) {
        Ok(text) => keep_note(&text, place, input.external_id(), input.modified_ms(), gathering),
        Err(reason) => {
            gathering.fail(place, reason);
            Ok(())
        }
    }
}

fn keep_note(
    text: &str,
    place: String,
    external_id: String,
    modified_ms: Option<i64>,
    gathering: &mut Gathering<'_>,
) -> Result<(), Error> {
    let (head, body) = front_matter::split(text);
    let head = front_matter::read(head);
    gathering.leave_out(LeftOut::UnknownKind, usize::from(head.unknown_kind));
    gathering.leave_out(LeftOut::UnreadableDate, usize::from(head.unreadable_date));
    let (content, tags) = links::read(body.trim());
    let mut topics = head.topics;
    topics.extend(tags);
    let item = Item {
        place,
        content: content.trim().to_owned(),
        kind: head.kind,
        topics,
        created_at_ms: head.created_at_ms.or(modified_ms),
        updated_at_ms: head.updated_at_ms,
        source: Some(Format::Markdown.source().to_owned()),
        external_id: Some(external_id),
        ..Item::default()
    };
    gathering.keep(item).map(|_| ())
}
