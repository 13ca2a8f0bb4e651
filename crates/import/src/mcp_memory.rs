//! `memory.jsonl` of the reference MCP memory server: entities with observations, and relations. Must not drop a line without
//! counting it.

use std::collections::HashSet;

use serde::Deserialize;

use crate::gathering::Gathering;
use crate::identity::{comparable, name_of};
use crate::input::Input;
use crate::json::{LenientText, reason};
use crate::lines::{Lines, Unfit};
use crate::{Error, Format, Item, Kind, LeftOut, Reason};

/// A line may hold many observations.
const LONGEST_LINE_MEMORIES: usize = 16;

#[derive(Deserialize)]
struct Record {
    #[serde(rename = "type", default)]
    kind: LenientText,
    name: Option<String>,
    #[serde(default)]
    observations: Option<Vec<LenientText>>,
    from: Option<String>,
    to: Option<String>,
    #[serde(rename = "relationType")]
    relation: Option<String>,
}

pub(crate) fn read(input: &Input<'_>, gathering: &mut Gathering<'_>) -> Result<(), Error> {
    if input.is_folder() {
        return Err(Error::NeedsFile);
    }
    let limit_bytes = gathering.limits().item_bytes.saturating_mul(LONGEST_LINE_MEMORIES);
    let mut lines = Lines::new(input.document(gathering)?, limit_bytes);
    let mut reader = Reader { seen: HashSet::new(), known: false };
    while let Some(line) = lines.next_text().map_err(|error| Error::io("the file", &error))? {
        gathering.tick_at(lines.count)?;
        let place = format!("line {}", lines.count);
        match line {
            Ok(line) if line.trim().is_empty() => {}
            Ok(line) => reader.take(place, &line, gathering)?,
            Err(Unfit::NotText) => gathering.fail(place, Reason::NotText),
            Err(Unfit::TooLong) => gathering.fail(place, Reason::TooLong { limit_bytes }),
        }
    }
    // An empty file is one that knows nothing yet; a file of other lines is another file.
    if !reader.known && lines.count > 0 {
        return Err(Error::UnknownShape { expected: Format::McpMemory.looks_like() });
    }
    Ok(())
}

struct Reader {
    seen: HashSet<String>,
    /// Whether any line was an entity or a relation.
    known: bool,
}

impl Reader {
    fn take(&mut self, place: String, line: &str, gathering: &mut Gathering<'_>) -> Result<(), Error> {
        let record: Record = match serde_json::from_str(line) {
            Ok(record) => record,
            Err(error) => {
                gathering.fail(place, reason(&error));
                return Ok(());
            }
        };
        match (record.kind.0.as_deref(), record.name, record.from, record.to, record.relation) {
            (Some("entity"), Some(name), ..) => {
                self.known = true;
                let observations = record.observations.unwrap_or_default();
                if observations.is_empty() {
                    gathering.leave_out(LeftOut::Empty, 1);
                }
                for observation in observations {
                    let Some(observation) = observation.0 else {
                        gathering.fail(place.clone(), Reason::UnexpectedFields);
                        continue;
                    };
                    let content = observed(&name, &observation);
                    let id = name_of(&["observation", &name, observation.trim()]);
                    self.keep(&place, content, vec![name.clone()], id, gathering)?;
                }
            }
            (Some("relation"), _, Some(from), Some(to), Some(relation)) => {
                self.known = true;
                let content = format!("{} {} {}.", from.trim(), in_words(&relation), to.trim());
                let id = name_of(&["relation", &from, &relation, &to]);
                self.keep(&place, content, vec![from, to], id, gathering)?;
            }
            (Some("entity" | "relation"), ..) => {
                self.known = true;
                gathering.fail(place, Reason::UnexpectedFields);
            }
            _ => gathering.fail(place, Reason::UnexpectedFields),
        }
        Ok(())
    }

    fn keep(
        &mut self,
        place: &str,
        content: String,
        topics: Vec<String>,
        external_id: String,
        gathering: &mut Gathering<'_>,
    ) -> Result<(), Error> {
        if !self.seen.insert(external_id.clone()) {
            gathering.leave_out(LeftOut::Duplicate, 1);
            return Ok(());
        }
        let item = Item {
            place: place.to_owned(),
            content,
            kind: Kind::Fact,
            topics,
            source: Some(Format::McpMemory.source().to_owned()),
            external_id: Some(external_id),
            ..Item::default()
        };
        gathering.keep(item).map(|_| ())
    }
}

/// `Ines: likes the window seat`; an observation that names the entity itself stands alone.
fn observed(name: &str, observation: &str) -> String {
    let (name, observation) = (name.trim(), observation.trim());
    if observation.is_empty() || name.is_empty() || comparable(observation).starts_with(&comparable(name)) {
        return observation.to_owned();
    }
    // Names are often written for programs.
    format!("{}: {observation}", name.replace('_', " "))
}

/// `works_at` and `worksAt` as words.
fn in_words(relation: &str) -> String {
    let mut out = String::with_capacity(relation.len() + 4);
    let mut before = ' ';
    for character in relation.trim().chars() {
        if character.is_uppercase() && before.is_lowercase() {
            out.push(' ');
        }
        match character {
            '_' | '-' => out.push(' '),
            _ if before.is_lowercase() || before == '_' => out.extend(character.to_lowercase()),
            _ => out.push(character),
        }
        before = character;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_read_as_words() {
        for (written, reads) in
            [("works_at", "works at"), ("worksAt", "works at"), ("is sister of", "is sister of")]
        {
            assert_eq!(in_words(written), reads);
        }
    }

    #[test]
    fn an_observation_names_its_entity_once() {
        assert_eq!(observed("Ines_Ott", "likes tea"), "Ines Ott: likes tea");
        assert_eq!(observed("Ines", "ines likes tea"), "ines likes tea");
    }
}
