//! One conversation of Claude's export: its messages in order, each of them blocks. Must not take in what a tool answered,
//! what the assistant thought, or the text of an attachment.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{Conversation, Element, Message};
use crate::gathering::Gathering;
use crate::json::{Capped, LenientText, Scalar, reason};
use crate::{Format, LeftOut, Reason, Speaker, times};

#[derive(Deserialize)]
struct Export {
    #[serde(default)]
    uuid: LenientText,
    #[serde(default)]
    name: LenientText,
    #[serde(default)]
    created_at: Scalar,
    chat_messages: Option<Capped<ChatMessage>>,
    mapping: Option<IgnoredAny>,
}

#[derive(Deserialize)]
struct ChatMessage {
    #[serde(default)]
    uuid: LenientText,
    #[serde(default)]
    sender: LenientText,
    #[serde(default)]
    text: LenientText,
    #[serde(default)]
    content: Option<Capped<Block>>,
    #[serde(default)]
    created_at: Scalar,
}

#[derive(Deserialize)]
struct Block {
    #[serde(rename = "type", default)]
    kind: LenientText,
    #[serde(default)]
    text: LenientText,
}

pub(super) fn read(text: &str, gathering: &mut Gathering<'_>) -> Element {
    let export: Export = match serde_json::from_str(text) {
        Ok(export) => export,
        Err(error) if !text.starts_with('{') && error.is_data() => return Element::Unknown,
        Err(error) => return Element::Unreadable(reason(&error)),
    };
    let Some(messages) = export.chat_messages else {
        return match export.mapping {
            Some(_) => Element::OtherFormat(Format::ChatGpt),
            None => Element::Unknown,
        };
    };
    if messages.too_many {
        return Element::Unreadable(Reason::TooManyMessages);
    }
    let begun = time(&export.created_at);
    let messages =
        messages.values.into_iter().filter_map(|written| message(written, begun, gathering)).collect();
    let id = export.uuid.0.filter(|id| !id.is_empty());
    let title = export.name.0.filter(|name| !name.trim().is_empty());
    Element::Conversation(Conversation { id, title, messages })
}

fn message(written: ChatMessage, begun: Option<i64>, gathering: &mut Gathering<'_>) -> Option<Message> {
    let blocks = written.content.into_iter().flat_map(|content| content.values);
    let texts: Vec<_> = blocks
        .filter(|block| block.kind.0.as_deref() == Some("text"))
        .filter_map(|block| block.text.0)
        .collect();
    // The blocks are the words alone; `text` also has stand-ins for what a device cannot show.
    let text = if texts.is_empty() { written.text.0.unwrap_or_default() } else { texts.join("\n\n") };
    if text.trim().is_empty() {
        return None;
    }
    let speaker = match written.sender.0.as_deref() {
        Some("human" | "user") => Speaker::Person,
        Some("assistant") => Speaker::Assistant,
        _ => {
            gathering.leave_out(LeftOut::NotThePerson, 1);
            return None;
        }
    };
    let created_at_ms = time(&written.created_at).or(begun);
    Some(Message { id: written.uuid.0, speaker, text, created_at_ms })
}

fn time(value: &Scalar) -> Option<i64> {
    match value {
        Scalar::Text(text) => times::parse(text),
        Scalar::Number(number) => times::of_number(*number),
        Scalar::Other => None,
    }
}
