//! One conversation of ChatGPT's export: a tree of messages, of which the branch that ends at `current_node` is what the
//! person sees. Must not take in what is hidden, what a tool said, or what is no text.

use std::collections::HashMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

use super::branch::{Node, branch};
use super::{Conversation, Element, Message};
use crate::gathering::Gathering;
use crate::json::{Capped, LenientText, Scalar, reason};
use crate::{Format, LeftOut, Reason, Speaker, times};

/// A conversation has a few hundred messages; a tree of more is not held in memory.
const MOST_NODES: usize = 100_000;

#[derive(Deserialize)]
struct Export {
    #[serde(default)]
    conversation_id: LenientText,
    #[serde(default)]
    id: LenientText,
    #[serde(default)]
    title: LenientText,
    #[serde(default)]
    create_time: Scalar,
    #[serde(default)]
    current_node: LenientText,
    mapping: Option<Mapping>,
    chat_messages: Option<IgnoredAny>,
}

struct Mapping {
    nodes: HashMap<String, TreeNode>,
    too_many: bool,
}

#[derive(Deserialize)]
struct TreeNode {
    #[serde(default)]
    parent: LenientText,
    message: Option<TreeMessage>,
}

#[derive(Deserialize)]
struct TreeMessage {
    #[serde(default)]
    id: LenientText,
    author: Option<Author>,
    #[serde(default)]
    create_time: Scalar,
    content: Option<Content>,
    metadata: Option<Metadata>,
    #[serde(default)]
    recipient: LenientText,
}

#[derive(Deserialize)]
struct Author {
    #[serde(default)]
    role: LenientText,
}

#[derive(Deserialize)]
struct Content {
    #[serde(default)]
    content_type: LenientText,
    parts: Option<Capped<LenientText>>,
}

#[derive(Deserialize)]
struct Metadata {
    is_visually_hidden_from_conversation: Option<bool>,
}

impl Node for TreeNode {
    fn parent(&self) -> Option<&str> {
        self.parent.0.as_deref()
    }

    fn time(&self) -> f64 {
        self.message.as_ref().and_then(|message| seconds(&message.create_time)).unwrap_or(0.0)
    }
}

pub(super) fn read(text: &str, gathering: &mut Gathering<'_>) -> Element {
    let export: Export = match serde_json::from_str(text) {
        Ok(export) => export,
        // Something else than an object, such as a list of numbers.
        Err(error) if !text.starts_with('{') && error.is_data() => return Element::Unknown,
        Err(error) => return Element::Unreadable(reason(&error)),
    };
    let Some(mapping) = export.mapping else {
        return match export.chat_messages {
            Some(_) => Element::OtherFormat(Format::Claude),
            None => Element::Unknown,
        };
    };
    if mapping.too_many {
        return Element::Unreadable(Reason::TooManyMessages);
    }
    let Some(nodes) = branch(mapping.nodes, export.current_node.0.as_deref()) else {
        return Element::Unreadable(Reason::BrokenTree);
    };
    let begun = seconds(&export.create_time);
    let messages = nodes.into_iter().filter_map(|node| message(node.message?, begun, gathering)).collect();
    let id = export.conversation_id.0.or(export.id.0).filter(|id| !id.is_empty());
    let title = export.title.0.filter(|title| !title.trim().is_empty());
    Element::Conversation(Conversation { id, title, messages })
}

/// None if the person did not see it as words of one of the two.
fn message(message: TreeMessage, begun: Option<f64>, gathering: &mut Gathering<'_>) -> Option<Message> {
    let hidden = message.metadata.and_then(|metadata| metadata.is_visually_hidden_from_conversation);
    let to_tool = message.recipient.0.as_deref().is_some_and(|recipient| recipient != "all");
    let speaker = match message.author.and_then(|author| author.role.0).as_deref() {
        Some("user") => Some(Speaker::Person),
        Some("assistant") if !to_tool => Some(Speaker::Assistant),
        _ => None,
    };
    let content = message.content?;
    let in_words = matches!(content.content_type.0.as_deref(), None | Some("text" | "multimodal_text"));
    let parts = content.parts.into_iter().flat_map(|parts| parts.values);
    let parts: Vec<_> = parts.filter_map(|part| part.0).collect();
    let text = parts.join("\n\n");
    if text.trim().is_empty() {
        return None;
    }
    let Some(speaker) = speaker.filter(|_| in_words && hidden != Some(true)) else {
        gathering.leave_out(LeftOut::NotThePerson, 1);
        return None;
    };
    let created_at_ms = seconds(&message.create_time).or(begun).and_then(times::of_seconds);
    Some(Message { id: message.id.0, speaker, text, created_at_ms })
}

fn seconds(value: &Scalar) -> Option<f64> {
    match value {
        Scalar::Number(seconds) => Some(*seconds),
        _ => None,
    }
}

impl<'de> Deserialize<'de> for Mapping {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Mapping, D::Error> {
        struct MappingVisitor;
        impl<'de> Visitor<'de> for MappingVisitor {
            type Value = Mapping;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a tree of messages")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Mapping, A::Error> {
                let mut mapping = Mapping { nodes: HashMap::new(), too_many: false };
                while !mapping.too_many {
                    let Some((id, node)) = map.next_entry()? else { return Ok(mapping) };
                    mapping.nodes.insert(id, node);
                    mapping.too_many = mapping.nodes.len() > MOST_NODES;
                }
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(mapping)
            }
        }
        deserializer.deserialize_map(MappingVisitor)
    }
}
