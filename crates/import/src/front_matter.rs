//! The head of a Markdown file: topics, date and kind. Reads the few shapes that people and programs write, not all of YAML.

use crate::{Kind, times};

/// What a head says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) topics: Vec<String>,
    pub(crate) created_at_ms: Option<i64>,
    pub(crate) updated_at_ms: Option<i64>,
    pub(crate) kind: Kind,
    pub(crate) unknown_kind: bool,
    pub(crate) unreadable_date: bool,
}

/// The lines between two `---` at the start, and what follows.
pub(crate) fn split(text: &str) -> (&str, &str) {
    split_at_end(text).unwrap_or(("", text))
}

fn split_at_end(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n"))?;
    // A head without any line is closed at once.
    let (head, after) = match rest.strip_prefix("---") {
        Some(after) => ("", after),
        None => rest.split_once("\n---")?,
    };
    let (end_of_line, body) = after.split_once('\n').unwrap_or((after, ""));
    end_of_line.trim().is_empty().then_some((head, body))
}

/// Reads a head's lines.
pub(crate) fn read(head: &str) -> Head {
    let mut out = Head::default();
    let mut in_list = false;
    for line in head.lines() {
        if let (true, Some(topic)) = (in_list, line.trim_start().strip_prefix("- ")) {
            out.topics.push(unquoted(topic));
            continue;
        }
        let Some((key, value)) = line.split_once(':') else { continue };
        in_list = false;
        match key.trim().to_lowercase().as_str() {
            "tags" | "topics" | "tag" | "topic" => {
                in_list = value.trim().is_empty();
                out.topics.extend(inline_topics(value));
            }
            "date" | "created" | "created_at" => match times::parse(&unquoted(value)) {
                Some(time) => out.created_at_ms = Some(time),
                None => out.unreadable_date |= !value.trim().is_empty(),
            },
            "updated" | "updated_at" | "modified" => out.updated_at_ms = times::parse(&unquoted(value)),
            "kind" => match unquoted(value).parse() {
                Ok(kind) => out.kind = kind,
                Err(_) => out.unknown_kind |= !value.trim().is_empty(),
            },
            _ => {}
        }
    }
    out
}

/// `[home, "tea"]`, `home, tea` or `#home #tea`.
fn inline_topics(value: &str) -> Vec<String> {
    let value = value.trim().trim_start_matches('[').trim_end_matches(']');
    if value.starts_with('#') && !value.contains(',') {
        return value.split_whitespace().map(unquoted).filter(|topic| !topic.is_empty()).collect();
    }
    value.split(',').map(unquoted).filter(|topic| !topic.is_empty()).collect()
}

fn unquoted(text: &str) -> String {
    text.trim().trim_matches(['"', '\'']).trim_start_matches('#').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_split_off_only_when_it_is_closed() {
        assert_eq!(split("---\ntags: a\n---\nbody"), ("tags: a", "body"));
        assert_eq!(split("---\r\ntags: a\r\n---\r\nbody"), ("tags: a\r", "body"));
        assert_eq!(split("---\n---\nbody"), ("", "body"));
        assert_eq!(split("---\ntags: a\n---"), ("tags: a", ""));
        for whole in ["--- no\ntext", "---\nnever closed", "---\na\n---- no", "text\n---\n"] {
            assert_eq!(split(whole), ("", whole));
        }
    }

    #[test]
    fn topics_come_as_a_list_or_in_a_line() {
        for head in
            ["tags: [home, \"tea\"]", "Tags:\n  - home\n  - '#tea'", "topics: #home #tea", "tag: home, tea"]
        {
            assert_eq!(read(head).topics, ["home", "tea"], "{head}");
        }
        let head = read("aliases:\n  - other\nkind: poem\ndate: soon");
        assert!(head.topics.is_empty() && head.unknown_kind && head.unreadable_date);
        let head = read("kind: Decision\ncreated: 1970-01-02\nupdated: 1970-01-03");
        assert_eq!(
            (head.kind, head.created_at_ms, head.updated_at_ms),
            (Kind::Decision, Some(86_400_000), Some(172_800_000))
        );
    }
}
