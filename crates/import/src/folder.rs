//! Files under a folder. Must not follow a link: it may lead out of the folder, or round in a circle.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::gathering::Gathering;
use crate::text::TextReader;
use crate::{Error, LeftOut, Reason};

/// Every file under `root` that `wanted` says yes to, by name. Hidden ones, links and others are counted.
pub(crate) fn files(
    root: &Path,
    wanted: fn(&Path) -> bool,
    gathering: &mut Gathering<'_>,
) -> Result<Vec<PathBuf>, Error> {
    const WHAT: &str = "a folder";
    let (mut files, mut folders) = (Vec::new(), vec![root.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if folder == root => return Err(Error::Unreadable { what: WHAT, kind: error.kind() }),
            Err(_) => {
                gathering.fail(place_in(root, &folder), Reason::Unreadable);
                continue;
            }
        };
        for entry in entries.flatten() {
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_symlink() => gathering.leave_out(LeftOut::Link, 1),
                // A hidden Markdown file was always read: what is hidden is the folders of programs.
                Ok(kind) if kind.is_dir() && hidden => gathering.leave_out(LeftOut::Hidden, 1),
                Ok(kind) if kind.is_dir() => folders.push(path),
                Ok(kind) if kind.is_file() && wanted(&path) => files.push(path),
                _ => gathering.leave_out(LeftOut::Other, 1),
            }
            if files.len() + folders.len() > gathering.limits().entries {
                return Err(Error::TooMany { of_what: "files", limit: gathering.limits().entries });
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Where a file lies in the folder, with `/`.
pub(crate) fn place_in(root: &Path, file: &Path) -> String {
    file.strip_prefix(root).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

/// Whether it is Markdown by its name.
pub(crate) fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("md") || end.eq_ignore_ascii_case("markdown"))
}

/// A small file's whole text, or why not. `slack` is what a note may have beside its content.
pub(crate) fn small_text(path: &Path, gathering: &Gathering<'_>, slack: usize) -> Result<String, Reason> {
    let file = File::open(path).map_err(|_| Reason::Unreadable)?;
    whole_text(file, gathering, slack)
}

/// All of a reader's text, if it is not longer than one memory and `slack`.
pub(crate) fn whole_text(
    reader: impl Read,
    gathering: &Gathering<'_>,
    slack: usize,
) -> Result<String, Reason> {
    let limit_bytes = gathering.limits().item_bytes;
    let limit = limit_bytes.saturating_add(slack) as u64;
    let mut bytes = Vec::new();
    let read = TextReader::new(reader).take(limit.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| match Error::io("a file", &error) {
        Error::NotText => Reason::NotText,
        _ => Reason::Unreadable,
    })?;
    gathering.meter.set(gathering.meter.get().saturating_add(bytes.len() as u64));
    if bytes.len() as u64 > limit {
        return Err(Reason::TooLong { limit_bytes });
    }
    String::from_utf8(bytes).map_err(|_| Reason::NotText)
}
