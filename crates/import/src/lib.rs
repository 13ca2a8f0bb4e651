//! Reads what other programs export and answers what could be kept. It must not know a vault, a key, a filter or a database:
//! a path or bytes go in, [`Item`]s come out. It writes nothing and unpacks nothing to the disk, and what it says about a
//! file never quotes the file.
//!
//! The way through the crate: [`detect`] tells the [`Format`] by the shape of what is there → [`read`] opens it (`input`,
//! `archive`; every byte passes a limit in `bounded`, and UTF-16 becomes UTF-8 in `text`) → the format's own module takes it
//! apart → `gathering` keeps what is fit and counts the rest.
//!
//! A chat is not kept as it stands. What comes of it are proposals, sentences in which the person says something about
//! themselves (`chat/`), each with a score and a reason; the whole conversation comes only if [`Options`] ask for it.
//!
//! ```
//! use keepsake_import::{Format, Options, read_bytes};
//!
//! let pasted = b"Here is what I know:\n- [preference] (2026-02-03) Likes the window seat. #travel";
//! let found = read_bytes("answer.txt", pasted, Format::AssistantAnswer, &Options::default(), &mut |_| true)?;
//! assert_eq!(found.items[0].content, "Likes the window seat.");
//! assert_eq!(found.items[0].topics, ["travel"]);
//! # Ok::<(), keepsake_import::Error>(())
//! ```

mod archive;
mod assistant;
mod bounded;
mod chat;
mod detect;
mod error;
mod folder;
mod format;
mod found;
mod front_matter;
mod gathering;
mod identity;
mod input;
mod item;
mod joplin;
mod json;
mod lines;
mod links;
mod markdown;
mod mcp_memory;
mod open_memory;
mod options;
mod plain_text;
mod table;
mod text;
mod times;

use std::path::Path;

pub use assistant::prompt;
pub use detect::{detect, detect_bytes};
pub use error::Error;
pub use format::Format;
pub use found::{Failure, Found, LeftOut, Reason};
pub use item::{Item, Kind, Proposed, Speaker};
pub use options::{Limits, Options, Progress};

use gathering::Gathering;
use input::Input;

/// Reads a file or folder as `format`. `progress` is told now and then, and may answer `false` to stop.
///
/// # Errors
/// When it cannot be read at all, has another shape than `format`, or goes past a limit. A single note, line or
/// conversation that cannot be read is in [`Found::failures`] instead.
pub fn read(
    path: &Path,
    format: Format,
    options: &Options,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Found, Error> {
    read_input(&Input::Path(path), format, options, progress)
}

/// Reads a document that is in memory already, such as a pasted answer. `name` is its file name: it says where things
/// were found, and notes are recognised by it the next time.
///
/// # Errors
/// As [`read`]; and [`Error::NeedsFolder`] for a format that is a folder.
pub fn read_bytes(
    name: &str,
    bytes: &[u8],
    format: Format,
    options: &Options,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Found, Error> {
    read_input(&Input::Bytes { name, bytes }, format, options, progress)
}

fn read_input(
    input: &Input<'_>,
    format: Format,
    options: &Options,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Found, Error> {
    let mut gathering = Gathering::new(format, options, progress);
    match format {
        Format::ChatGpt | Format::Claude => chat::read(input, format, &mut gathering)?,
        Format::McpMemory => mcp_memory::read(input, &mut gathering)?,
        Format::OpenMemory => open_memory::read(input, &mut gathering)?,
        Format::Markdown => markdown::read(input, &mut gathering)?,
        Format::JoplinRaw => joplin::read_folder(input, &mut gathering)?,
        Format::JoplinJex => joplin::read_archive(input, &mut gathering)?,
        Format::Csv => table::read(input, &mut gathering)?,
        Format::PlainText => plain_text::read(input, &mut gathering)?,
        Format::AssistantAnswer => assistant::read(input, &mut gathering)?,
    }
    gathering.finish()
}
