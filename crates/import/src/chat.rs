//! Chats: from an export's documents to proposals, and to whole conversations if they are asked for. Must not keep what the
//! person did not say themselves, unless they ask for the whole conversation.

mod branch;
mod chatgpt;
mod claude;
mod passages;
mod patterns;
mod propose;
mod rules;
mod sentences;

use std::collections::{HashMap, HashSet};
use std::io::Read;

use crate::archive::{Archive, ZIP_START};
use crate::gathering::Gathering;
use crate::identity::{comparable, name_of};
use crate::input::Input;
use crate::json::for_each_element;
use crate::{Error, Format, Item, LeftOut, Reason, Speaker};

pub(crate) use self::rules::Rules;

/// One conversation as the person saw it.
pub(crate) struct Conversation {
    pub(crate) id: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) messages: Vec<Message>,
}

/// One message of it, in words only.
pub(crate) struct Message {
    pub(crate) id: Option<String>,
    pub(crate) speaker: Speaker,
    pub(crate) text: String,
    pub(crate) created_at_ms: Option<i64>,
}

/// What one element of the array turned out to be.
pub(crate) enum Element {
    Conversation(Conversation),
    /// It belongs to the other program.
    OtherFormat(Format),
    /// It belongs to neither.
    Unknown,
    Unreadable(Reason),
}

pub(crate) fn read(input: &Input<'_>, format: Format, gathering: &mut Gathering<'_>) -> Result<(), Error> {
    let mut reader = Reader {
        format,
        rules: Rules::shared(),
        sentences: HashMap::new(),
        conversations: HashSet::new(),
        count: 0,
    };
    if let Input::Path(folder) = input
        && folder.is_dir()
    {
        // Some browsers unpack what they download.
        let entries = std::fs::read_dir(folder)
            .map_err(|error| Error::Unreadable { what: "the folder", kind: error.kind() })?;
        let paths = entries.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
        let mut paths: Vec<_> = paths.map(|entry| entry.path()).collect();
        paths.retain(|path| path.file_name().is_some_and(|name| is_conversations(&name.to_string_lossy())));
        paths.sort();
        if paths.is_empty() {
            return Err(Error::UnknownShape { expected: format.looks_like() });
        }
        for path in &paths {
            reader.read_document(Input::Path(path).document(gathering)?, gathering)?;
        }
        return Ok(());
    }
    let (mut file, _) = input.open("the file", gathering.limits().archive_bytes)?;
    let mut start = Vec::new();
    let peek = file.by_ref().take(4).read_to_end(&mut start);
    peek.map_err(|error| Error::io("the file", &error))?;
    drop(file);
    if !start.starts_with(ZIP_START) {
        return reader.read_document(input.document(gathering)?, gathering);
    }
    let mut archive = Archive::open(input, gathering)?;
    let mut entries = archive.entries(gathering)?;
    entries.retain(|entry| is_conversations(entry.file_name()));
    if entries.is_empty() {
        return Err(Error::UnknownShape { expected: format.looks_like() });
    }
    for entry in &entries {
        let document = archive.document(entry, gathering)?;
        reader.read_document(document, gathering)?;
    }
    Ok(())
}

/// `conversations.json` or a part of it, `conversations-007.json`.
pub(crate) fn is_conversations(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let Some(middle) = name.strip_prefix("conversations").and_then(|rest| rest.strip_suffix(".json")) else {
        return false;
    };
    let digits = middle.trim_start_matches(['-', '_']);
    middle.is_empty() || (digits.len() < middle.len() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

struct Reader {
    format: Format,
    rules: &'static Rules,
    /// Sentences that were proposed, as they are compared, and where they lie.
    sentences: HashMap<String, usize>,
    /// Conversations that were read: parts of an export may overlap.
    conversations: HashSet<String>,
    count: usize,
}

impl Reader {
    fn read_document(&mut self, document: impl Read, gathering: &mut Gathering<'_>) -> Result<(), Error> {
        let expected = self.format.looks_like();
        for_each_element(document, "the export", expected, &mut |number, text| {
            self.take(number, text, gathering)
        })
    }

    fn take(&mut self, number: usize, text: &str, gathering: &mut Gathering<'_>) -> Result<(), Error> {
        gathering.tick()?;
        self.count += 1;
        let place = format!("conversation {}", self.count);
        let limit_bytes = gathering.limits().conversation_bytes;
        if text.len() > limit_bytes {
            gathering.fail(place, Reason::TooLong { limit_bytes });
            return Ok(());
        }
        let element = match self.format {
            Format::Claude => claude::read(text, gathering),
            _ => chatgpt::read(text, gathering),
        };
        match element {
            Element::Conversation(conversation) => self.take_conversation(&place, conversation, gathering)?,
            Element::OtherFormat(found) => return Err(Error::OtherFormat { expected: self.format, found }),
            // The first says what the document is; a later one is one that cannot be read.
            Element::Unknown if number == 1 => {
                return Err(Error::UnknownShape { expected: self.format.looks_like() });
            }
            Element::Unknown => gathering.fail(place, Reason::UnexpectedFields),
            Element::Unreadable(reason) => gathering.fail(place, reason),
        }
        Ok(())
    }

    fn take_conversation(
        &mut self,
        place: &str,
        conversation: Conversation,
        gathering: &mut Gathering<'_>,
    ) -> Result<(), Error> {
        let Conversation { id, title, messages } = conversation;
        if let Some(id) = &id
            && !self.conversations.insert(id.clone())
        {
            gathering.leave_out(LeftOut::Duplicate, 1);
            return Ok(());
        }
        for (index, message) in messages.iter().enumerate() {
            let place = format!("{place}, message {}", index + 1);
            let item = Item {
                place,
                created_at_ms: message.created_at_ms,
                source: Some(self.format.source().to_owned()),
                thread: id.clone(),
                thread_title: title.clone(),
                ..Item::default()
            };
            if message.speaker == Speaker::Person {
                self.propose(message, &item, gathering)?;
            } else if !gathering.options.whole_conversations {
                gathering.leave_out(LeftOut::NotThePerson, 1);
            }
            if gathering.options.whole_conversations {
                self.keep_message(message, item, gathering)?;
            }
        }
        Ok(())
    }

    fn propose(&mut self, message: &Message, at: &Item, gathering: &mut Gathering<'_>) -> Result<(), Error> {
        let outcome = propose::propose(&message.text, self.rules);
        for (cause, count) in outcome.left_out {
            gathering.leave_out(cause, count);
        }
        for proposal in outcome.proposals {
            let compared = comparable(&proposal.text);
            if let Some(index) = self.sentences.get(&compared) {
                gathering.leave_out(LeftOut::Duplicate, 1);
                gathering.keep_earlier(*index, at);
                continue;
            }
            let item = Item {
                content: proposal.text,
                kind: proposal.kind,
                external_id: Some(name_of(&["proposal", &compared])),
                proposed: Some(proposal.proposed),
                ..at.clone()
            };
            if let Some(index) = gathering.keep(item)? {
                self.sentences.insert(compared, index);
            }
        }
        Ok(())
    }

    fn keep_message(&self, message: &Message, at: Item, gathering: &mut Gathering<'_>) -> Result<(), Error> {
        let thread = at.thread.as_deref().unwrap_or_default();
        let text = message.text.trim();
        let external_id = match message.id.as_deref() {
            Some(id) if !id.is_empty() => format!("{thread}/{id}"),
            _ => name_of(&["message", thread, text]),
        };
        let content = text.to_owned();
        let speaker = Some(message.speaker);
        gathering.keep(Item { content, speaker, external_id: Some(external_id), ..at }).map(|_| ())
    }
}
