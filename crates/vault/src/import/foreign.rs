//! What other programs have exported, as items to import. Must not know their formats: `keepsake-import` reads them.

use std::path::Path;

use keepsake_import::{Found, Item as Read, Limits, Options, Speaker};

use super::Item;
use crate::memory::Kind;
use crate::remember::RememberRequest;
use crate::{Code, Error};

/// What is taken of an export that can be taken in more than one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taking {
    /// Of chats: every sentence that may say something about the person, not only those that most likely do.
    pub every_proposal: bool,
    /// Of chats: the conversations themselves, a message a memory.
    pub conversations: bool,
    /// Of a text: one memory for all of it, not one a paragraph.
    pub one_memory: bool,
}

impl Taking {
    fn options(self) -> Options {
        Options {
            whole_conversations: self.conversations,
            one_memory: self.one_memory,
            limits: Limits::default(),
        }
    }
}

/// Which format a file or folder has, by its shape; none if it is not another program's.
pub(super) fn detect(path: &Path) -> Result<keepsake_import::Format, Error> {
    keepsake_import::detect(path).map_err(refused)
}

/// Reads a file or folder.
pub(super) fn read(path: &Path, format: keepsake_import::Format, taking: Taking) -> Result<Found, Error> {
    keepsake_import::read(path, format, &taking.options(), &mut |_| true).map_err(refused)
}

/// Reads a text that was pasted.
pub(super) fn read_text(text: &str, format: keepsake_import::Format, taking: Taking) -> Result<Found, Error> {
    let bytes = text.as_bytes();
    keepsake_import::read_bytes("pasted", bytes, format, &taking.options(), &mut |_| true).map_err(refused)
}

/// What is imported of it, and what of it was left out, by name and count. `chosen` are the numbers of items that were ticked;
/// without it of a chat's proposals those come that most likely say something about the person, or all.
pub(super) fn items(
    found: Found,
    taking: Taking,
    chosen: Option<&[usize]>,
) -> (Vec<Item>, Vec<(&'static str, usize)>) {
    let Found { items: read, left_out, failures, failed, .. } = found;
    let described = failures.len();
    let mut items: Vec<Item> = failures
        .into_iter()
        .map(|failure| {
            let error = Error::new(Code::BadInput, failure.reason.to_string(), "the rest is not touched");
            Item { place: failure.place, read: Err(error) }
        })
        .collect();
    items.extend((described..failed).map(|_| Item {
        place: "one of the rest".to_owned(),
        read: Err(Error::new(Code::BadInput, "it cannot be read", "the rest is not touched")),
    }));
    let (mut left_out, mut unlikely): (Vec<_>, _) =
        (left_out.into_iter().map(|(cause, count)| (cause.name(), count)).collect(), 0);
    for (number, item) in read.into_iter().enumerate() {
        let comes = match (chosen, item.proposed) {
            (Some(chosen), _) => chosen.binary_search(&number).is_ok(),
            (None, Some(proposed)) => taking.every_proposal || proposed.is_worth_ticking(),
            (None, None) => true,
        };
        if comes { items.push(item_of(item)) } else { unlikely += 1 }
    }
    if unlikely > 0 {
        left_out.push((if chosen.is_some() { "not_chosen" } else { "unlikely" }, unlikely));
    }
    (items, left_out)
}

fn item_of(item: Read) -> Item {
    let Read { place, content, kind, topics, created_at_ms, source, thread, speaker, external_id, .. } = item;
    // Whose words they are would be lost otherwise.
    let content = match speaker {
        Some(Speaker::Assistant) => format!("Assistant: {content}"),
        _ => content,
    };
    let request = RememberRequest {
        content,
        kind: kind.name().parse().unwrap_or(Kind::Note),
        topics,
        source,
        thread,
        created_at_ms,
        ..RememberRequest::default()
    };
    Item { place, read: Ok((request, external_id)) }
}

fn refused(error: keepsake_import::Error) -> Error {
    use keepsake_import::Error as Reading;
    let code = match error {
        Reading::Unreadable { .. } => Code::Failed,
        Reading::TooLarge { .. } | Reading::UnpacksTooFar { .. } | Reading::TooMany { .. } => Code::TooLarge,
        Reading::NotText => Code::NotText,
        Reading::Damaged { .. } | Reading::DamagedArchive => Code::Damaged,
        Reading::Stopped => Code::Stopped,
        _ => Code::BadInput,
    };
    Error::new(code, error.to_string(), error.hint())
}
