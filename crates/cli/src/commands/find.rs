//! `search`, `list`, `show`: memories come out.

use std::io::{BufRead, BufReader, Write};

use keepsake_embed::Sessions;
use keepsake_vault::{
    Code, Error, Filters, MemoryView, Reader, SearchRequest, SearchResponse, Selection, Vault, parse_time,
};
use serde_json::{Value, json};

use crate::arguments::{Arguments, FilterArguments, SearchArguments};
use crate::failure::Failure;
use crate::output;
use crate::session::{self, Meaning};

/// The most hits that one question may ask for.
const LIMIT: usize = 1000;
/// Memories without a vector that a search gives theirs first, so that it stays quick.
const EMBED_FIRST: usize = 64;
/// Segments of the snapshot that a search writes once it has answered: some tenths of a second at most.
const SEGMENTS_AFTER: usize = 16;

pub(super) fn search(arguments: &Arguments, search: &SearchArguments) -> Result<(), Failure> {
    let filters = filters(&search.filters)?;
    let mut vault = session::open(arguments, Meaning::Needed(Sessions::OneText))?;
    // A full disk or a busy vault must not stand in the way of an answer.
    let _ = vault.embed_waiting(EMBED_FIRST);
    let answered = match (&search.batch, &search.query) {
        (Some(path), _) => batch(arguments, &mut vault, path, search.limit, &filters),
        (None, query) => {
            let text = query.clone().unwrap_or_default();
            let answer = vault.search(&SearchRequest {
                text,
                filters,
                limit: search.limit.min(LIMIT),
                reader: Reader::Program,
            })?;
            if arguments.json {
                output::json(&answer_json(&answer));
            } else {
                if vault.damaged_memories() > 0 {
                    output::error_line(
                        "keepsake: damaged memories are left out: `keepsake verify` names them",
                    );
                }
                print_hits(&answer);
            }
            Ok(())
        }
    };
    // The next search finds the index as it is now; without it, it takes longer and nothing else.
    let _ = vault.write_snapshot(SEGMENTS_AFTER);
    answered
}

/// One answer a line, in order; a bad line answers an error in its place.
fn batch(
    arguments: &Arguments,
    vault: &mut Vault,
    path: &std::path::Path,
    limit: usize,
    filters: &Filters,
) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::file("the questions", &error);
    let input: Box<dyn BufRead> = if path.as_os_str() == "-" {
        Box::new(std::io::stdin().lock())
    } else {
        Box::new(BufReader::new(std::fs::File::open(path).map_err(failed)?))
    };
    let mut out = output::standard_output();
    let mut tried = vault.model_to_load()?.map(|model| model.id);
    for line in input.split(b'\n') {
        let line = line.map_err(failed)?;
        // Another program may have changed the model since the last question.
        let wanted = vault.model_to_load()?.map(|model| model.id);
        if wanted != tried {
            session::load_chosen(arguments, vault, Sessions::OneText);
            tried = wanted;
        }
        let answer = question(&line, limit, filters).and_then(|request| vault.search(&request));
        let answer = match answer {
            Ok(answer) => answer_json(&answer),
            Err(error) => json!({ "error": { "code": error.code.name(), "message": error.to_string() } }),
        };
        // An assistant may wait for each answer before it asks on.
        writeln!(out, "{answer}").and_then(|()| out.flush()).map_err(failed)?;
    }
    Ok(())
}

fn question(line: &[u8], limit: usize, filters: &Filters) -> Result<SearchRequest, Error> {
    let bad = || {
        Error::new(Code::BadInput, "this line is no question", "write {\"query\": \"...\", \"limit\": 10}")
    };
    let value: Value = serde_json::from_slice(line).map_err(|_| bad())?;
    let text = value.get("query").and_then(Value::as_str).ok_or_else(bad)?.to_owned();
    let limit = match value.get("limit") {
        None | Some(Value::Null) => limit,
        Some(limit) => limit.as_u64().and_then(|limit| usize::try_from(limit).ok()).ok_or_else(bad)?,
    };
    Ok(SearchRequest { text, filters: filters.clone(), limit: limit.min(LIMIT), reader: Reader::Program })
}

pub(super) fn list(
    arguments: &Arguments,
    by: &FilterArguments,
    offset: usize,
    limit: usize,
) -> Result<(), Failure> {
    let filters = filters(by)?;
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    let listing = vault.list(&Selection { filters, offset, limit, ..Selection::default() })?;
    let damaged = vault.damaged_memories();
    if arguments.json {
        output::json(&json!({ "total": listing.total, "memories": listing.memories, "damaged": damaged }));
        return Ok(());
    }
    if damaged > 0 {
        output::error_line(&format!(
            "keepsake: {damaged} memories are damaged and left out: `keepsake verify` names them"
        ));
    }
    for memory in &listing.memories {
        output::line(&row(memory));
    }
    output::line(&format!("{} of {}", listing.memories.len(), listing.total));
    Ok(())
}

pub(super) fn show(arguments: &Arguments, id: &str) -> Result<(), Failure> {
    let vault = session::open(arguments, Meaning::NotNeeded)?;
    let memory = vault.show(&vault.find_id(id)?)?;
    if arguments.json {
        output::json(&json!(memory));
        return Ok(());
    }
    output::line(&memory.content);
    output::line("");
    output::line(&format!("id       {}", memory.id));
    output::line(&format!("kind     {}", memory.kind.name()));
    output::line(&format!("created  {}", memory.created_at));
    for (name, value) in [
        ("topics", Some(memory.topics.join(", ")).filter(|topics| !topics.is_empty())),
        ("from", memory.source.clone()),
        ("thread", memory.thread.clone()),
        ("expires", memory.expires_at.clone()),
        ("replaced", memory.replaced_by.as_ref().map(|newer| format!("by {newer}"))),
        ("replaces", Some(memory.replaces.join(", ")).filter(|older| !older.is_empty())),
    ] {
        if let Some(value) = value {
            output::line(&format!("{name:<8} {value}"));
        }
    }
    for version in &memory.earlier_versions {
        output::line(&format!("\nearlier, kept {}:\n{}", version.kept_at, version.content));
    }
    Ok(())
}

pub(super) fn filters(by: &FilterArguments) -> Result<Filters, Failure> {
    for kind in &by.kinds {
        kind.parse::<keepsake_vault::Kind>()?;
    }
    Ok(Filters {
        kinds: by.kinds.clone(),
        topics: by.topics.clone(),
        sources: by.sources.clone(),
        threads: by.threads.clone(),
        after_ms: by.after.as_deref().map(parse_time).transpose()?,
        before_ms: by.before.as_deref().map(parse_time).transpose()?,
        ..Filters::default()
    })
}

fn answer_json(answer: &SearchResponse) -> Value {
    let hits: Vec<Value> = answer
        .hits
        .iter()
        .map(|hit| {
            let mut value = json!(hit.memory);
            value["score"] = json!(hit.score);
            value["why"] = json!(hit.why);
            value
        })
        .collect();
    json!({ "hits": hits, "by_meaning": answer.by_meaning })
}

fn print_hits(answer: &SearchResponse) {
    for hit in &answer.hits {
        output::line(&row(&hit.memory));
    }
    if answer.hits.is_empty() {
        output::line("Nothing was found.");
    }
    if !answer.by_meaning {
        output::error_line("keepsake: the meaning model is not loaded, so only words were searched");
    }
}

/// One memory on one line.
fn row(memory: &MemoryView) -> String {
    const SHOWN_CHARACTERS: usize = 96;
    let line = memory.content.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut shown: String = line.chars().take(SHOWN_CHARACTERS).collect();
    if shown.len() < line.len() {
        shown.push('…');
    }
    format!("{}  {}  {:<10} {shown}", &memory.id[..8], &memory.created_at[..10], memory.kind.name())
}
