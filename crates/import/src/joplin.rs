//! Joplin's RAW folder and JEX archive: one item a `.md` file, its properties in the last lines, after a blank one. An item
//! is written by `BaseItem.serialize` of Joplin (packages/lib/models/BaseItem.ts). Must not unpack pictures.

use std::collections::HashMap;

use crate::archive::is_safe;
use crate::folder::{self, is_markdown, place_in};
use crate::gathering::Gathering;
use crate::input::Input;
use crate::{Error, Format, Item, LeftOut, Reason, identity, times};

/// What an item may have beside its text.
const PROPERTY_BYTES: usize = 64 * 1024;

const NOTE: &str = "1";
const FOLDER: &str = "2";
const TAG: &str = "5";
const NOTE_TAG: &str = "6";

pub(crate) fn read_folder(input: &Input<'_>, gathering: &mut Gathering<'_>) -> Result<(), Error> {
    let Input::Path(root) = input else { return Err(Error::NeedsFolder) };
    if !root.is_dir() {
        return Err(Error::NeedsFolder);
    }
    let mut library = Library::default();
    for (index, file) in folder::files(root, is_markdown, gathering)?.iter().enumerate() {
        gathering.tick_at(index)?;
        let place = place_in(root, file);
        let text = folder::small_text(file, gathering, PROPERTY_BYTES);
        library.take(place, text, gathering)?;
    }
    library.finish(Format::JoplinRaw, gathering)
}

pub(crate) fn read_archive(input: &Input<'_>, gathering: &mut Gathering<'_>) -> Result<(), Error> {
    const WHAT: &str = "the archive";
    if input.is_folder() {
        return Err(Error::NeedsFile);
    }
    let limits = gathering.limits();
    let (reader, bytes) = input.open(WHAT, limits.archive_bytes)?;
    gathering.expect_bytes(bytes);
    let mut archive = tar::Archive::new(reader);
    // Raw: Joplin's names are short, so what would lengthen a name or a size (and is read whole) is passed over.
    let entries = archive.entries_with_seek().map_err(|error| Error::io(WHAT, &error))?.raw(true);
    let mut library = Library::default();
    for (index, entry) in entries.enumerate() {
        gathering.tick_at(index)?;
        if index >= limits.entries {
            return Err(Error::TooMany { of_what: "entries in the archive", limit: limits.entries });
        }
        let mut entry = match entry {
            Ok(entry) => entry,
            Err(_) if index == 0 => {
                return Err(Error::UnknownShape { expected: Format::JoplinJex.looks_like() });
            }
            Err(_) => return Err(Error::DamagedArchive),
        };
        let kind = entry.header().entry_type();
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if kind.is_symlink() || kind.is_hard_link() {
            gathering.leave_out(LeftOut::Link, 1);
        } else if !is_safe(&name) {
            gathering.leave_out(LeftOut::UnsafeName, 1);
        } else if kind.is_file() && is_markdown(name.as_ref()) {
            let mut counted = Counted { inner: &mut entry, bytes: 0 };
            let text = folder::whole_text(&mut counted, gathering, PROPERTY_BYTES);
            let bytes = counted.bytes;
            if text.is_ok() && bytes < entry.size() {
                return Err(Error::DamagedArchive);
            }
            library.take(name, text, gathering)?;
        } else if !kind.is_dir() {
            gathering.leave_out(LeftOut::Other, 1);
        }
    }
    library.finish(Format::JoplinJex, gathering)
}

/// Counts what was there of an entry: one that was cut off has less than it says.
struct Counted<R> {
    inner: R,
    bytes: u64,
}

impl<R: std::io::Read> std::io::Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.bytes += count as u64;
        Ok(count)
    }
}

/// Whether a file is an item of Joplin's.
pub(crate) fn is_item(text: &str) -> bool {
    Written::read(text).is_some_and(|written| written.properties.contains_key("id"))
}

/// One item as it is written.
struct Written<'a> {
    /// Its title, a blank line and its body.
    text: &'a str,
    properties: HashMap<&'a str, &'a str>,
}

impl<'a> Written<'a> {
    /// None if there are no properties at its end.
    fn read(whole: &'a str) -> Option<Written<'a>> {
        let whole = whole.trim_end();
        let mut properties = HashMap::new();
        let mut rest = whole;
        while !rest.is_empty() {
            let (before, line) = rest.rsplit_once('\n').unwrap_or(("", rest));
            rest = before;
            if line.trim().is_empty() {
                break;
            }
            let (key, value) = line.split_once(':')?;
            properties.insert(key.trim(), value.trim());
        }
        properties.contains_key("type_").then_some(Written { text: rest, properties })
    }

    fn property(&self, name: &str) -> &'a str {
        self.properties.get(name).copied().unwrap_or_default()
    }

    fn is_set(&self, name: &str) -> bool {
        !matches!(self.property(name), "" | "0")
    }

    fn time(&self, name: &str) -> Option<i64> {
        times::parse(self.property(name)).filter(|time| *time > 0)
    }

    fn title(&self) -> &'a str {
        self.text.lines().next().unwrap_or_default().trim()
    }

    /// Title and body; a title that the body repeats is said once.
    fn content(&self) -> String {
        let (title, body) = self.text.split_once('\n').unwrap_or((self.text, ""));
        let (title, body) = (title.trim(), body.trim());
        let first_line = body.lines().next().unwrap_or_default().trim_start_matches('#').trim();
        match (title.is_empty(), body.is_empty()) {
            (true, _) => body.to_owned(),
            (_, true) => title.to_owned(),
            _ if first_line == title => body.to_owned(),
            _ => format!("{title}\n\n{body}"),
        }
    }
}

/// A note that was kept and waits for the names of its notebook and tags.
struct Waiting {
    index: usize,
    id: String,
    notebook: String,
}

/// All items of an export: a notebook may come after its notes.
#[derive(Default)]
struct Library {
    notes: Vec<Waiting>,
    notebooks: HashMap<String, String>,
    tags: HashMap<String, String>,
    tags_of_note: HashMap<String, Vec<String>>,
    seen: bool,
}

impl Library {
    fn take(
        &mut self,
        place: String,
        text: Result<String, Reason>,
        gathering: &mut Gathering<'_>,
    ) -> Result<(), Error> {
        let text = match text {
            Ok(text) => text,
            Err(reason) => {
                gathering.fail(place, reason);
                return Ok(());
            }
        };
        let Some(written) = Written::read(&text) else {
            gathering.fail(place, Reason::NoProperties);
            return Ok(());
        };
        self.seen = true;
        let id = written.property("id").to_owned();
        match written.property("type_") {
            NOTE | FOLDER | TAG | NOTE_TAG if written.property("encryption_applied") == "1" => {
                gathering.fail(place, Reason::Encrypted);
            }
            NOTE if written.is_set("deleted_time") => gathering.leave_out(LeftOut::Deleted, 1),
            NOTE if written.is_set("is_conflict") => gathering.leave_out(LeftOut::Conflict, 1),
            NOTE => self.take_note(place, id, &written, gathering)?,
            FOLDER => drop(self.notebooks.insert(id, written.title().to_owned())),
            TAG => drop(self.tags.insert(id, written.title().to_owned())),
            NOTE_TAG => {
                let tags = self.tags_of_note.entry(written.property("note_id").to_owned()).or_default();
                tags.push(written.property("tag_id").to_owned());
            }
            _ => gathering.leave_out(LeftOut::Other, 1),
        }
        Ok(())
    }

    fn take_note(
        &mut self,
        place: String,
        id: String,
        written: &Written<'_>,
        gathering: &mut Gathering<'_>,
    ) -> Result<(), Error> {
        let content = written.content();
        let external_id = if id.is_empty() { identity::name_of(&["joplin", &content]) } else { id.clone() };
        let item = Item {
            place,
            content,
            created_at_ms: written.time("user_created_time").or_else(|| written.time("created_time")),
            updated_at_ms: written.time("user_updated_time").or_else(|| written.time("updated_time")),
            source: Some(Format::JoplinRaw.source().to_owned()),
            external_id: Some(external_id),
            ..Item::default()
        };
        if let Some(index) = gathering.keep(item)? {
            self.notes.push(Waiting { index, id, notebook: written.property("parent_id").to_owned() });
        }
        Ok(())
    }

    /// Gives the notes their topics.
    fn finish(self, format: Format, gathering: &mut Gathering<'_>) -> Result<(), Error> {
        if !self.seen {
            return Err(Error::UnknownShape { expected: format.looks_like() });
        }
        for note in &self.notes {
            let tags = self.tags_of_note.get(&note.id).into_iter().flatten();
            let tags = tags.filter_map(|tag| self.tags.get(tag));
            let topics: Vec<_> =
                self.notebooks.get(&note.notebook).into_iter().chain(tags).cloned().collect();
            gathering.set_topics(note.index, topics);
        }
        Ok(())
    }
}
