//! Memories in and out of the open vault.

use keepsake_filter::{Action, Finding, label, utf16_offsets};
use keepsake_vault::{
    EditRequest, Error, Filters, MemoryView as Opened, RememberRequest, SearchRequest, Selection, Vault,
    parse_local_day,
};
use tauri::{AppHandle, State};
use tauri_plugin_clipboard_manager::ClipboardExt;

use crate::contract::{
    CaptureRequest, Count, EarlierVersion, Facets, FindingAction, FindingView, ForgetView, ListFilters,
    ListPage, MemoryRow, MemoryView, Preview, Problem, WhyFound,
};
use crate::excerpt::{Excerpt, excerpt};
use crate::shell::Shell;

/// The most hits that a search in the window shows.
const HITS_LIMIT: usize = 300;
/// The most rows a page of a list may have.
const ROWS_LIMIT: usize = 500;

#[tauri::command(async)]
pub(crate) fn preview(shell: State<'_, Shell>, text: String) -> Result<Preview, Problem> {
    shell.with_vault(|vault| {
        let preview = vault.preview(&text);
        Ok(Preview {
            findings: findings(&text, &preview.findings),
            blocked: preview.blocked,
            kept_text: preview.kept_text,
            size_bytes: text.len(),
        })
    })
}

#[tauri::command(async)]
pub(crate) fn remember(shell: State<'_, Shell>, request: CaptureRequest) -> Result<MemoryView, Problem> {
    let view = shell.with_settled_vault(|vault| {
        let kept = vault.remember(RememberRequest {
            content: request.content,
            kind: request.kind.as_deref().map(str::parse).transpose()?.unwrap_or_default(),
            topics: request.topics,
            source: Some("quick capture".to_owned()),
            ..Default::default()
        })?;
        opened(vault, &kept.id)
    })?;
    shell.announce_memories();
    Ok(view)
}

#[tauri::command(async)]
pub(crate) fn edit(
    shell: State<'_, Shell>,
    id: String,
    request: CaptureRequest,
) -> Result<MemoryView, Problem> {
    let view = shell.with_settled_vault(|vault| {
        let kind = request.kind.as_deref().map(str::parse).transpose()?;
        let edit = EditRequest { content: Some(request.content), kind, topics: Some(request.topics) };
        vault.edit(&vault.find_id(&id)?, edit)?;
        opened(vault, &id)
    })?;
    shell.announce_memories();
    Ok(view)
}

#[tauri::command(async)]
pub(crate) fn search(
    shell: State<'_, Shell>,
    query: String,
    filters: ListFilters,
    offset: usize,
    limit: usize,
) -> Result<ListPage, Problem> {
    shell.with_vault(|vault| {
        let request = SearchRequest { text: query, filters: vault_filters(&filters)?, limit: HITS_LIMIT };
        let answer = vault.search(&request)?;
        let total = answer.hits.len();
        let hits = answer.hits.into_iter().skip(offset).take(limit.min(ROWS_LIMIT));
        let rows = hits.map(|hit| row(hit.memory, &hit.matched, Some(why(hit.why)))).collect();
        Ok(ListPage { total, offset, rows, by_meaning: answer.by_meaning })
    })
}

#[tauri::command(async)]
pub(crate) fn list(
    shell: State<'_, Shell>,
    filters: ListFilters,
    offset: usize,
    limit: usize,
) -> Result<ListPage, Problem> {
    shell.with_vault(|vault| {
        let filters = vault_filters(&filters)?;
        let listing = vault.list(&Selection { filters, offset, limit: limit.min(ROWS_LIMIT) })?;
        let rows = listing.memories.into_iter().map(|memory| row(memory, &[], None)).collect();
        Ok(ListPage { total: listing.total, offset, rows, by_meaning: true })
    })
}

#[tauri::command(async)]
pub(crate) fn show(shell: State<'_, Shell>, id: String) -> Result<MemoryView, Problem> {
    shell.with_vault(|vault| opened(vault, &id))
}

#[tauri::command(async)]
pub(crate) fn facets(shell: State<'_, Shell>) -> Result<Facets, Problem> {
    shell.with_vault(|vault| {
        let facets = vault.facets()?;
        let counts = |pairs: Vec<(String, usize)>| {
            pairs.into_iter().map(|(name, count)| Count { name, count }).collect()
        };
        Ok(Facets { total: facets.total, kinds: counts(facets.kinds), topics: counts(facets.topics) })
    })
}

#[tauri::command(async)]
pub(crate) fn forget(shell: State<'_, Shell>, ids: Vec<String>) -> Result<ForgetView, Problem> {
    let view = shell.with_vault(|vault| {
        let ids = ids.iter().map(|id| vault.find_id(id)).collect::<Result<Vec<_>, Error>>()?;
        let receipt = vault.forget(&ids)?;
        let counts = receipt.counts;
        Ok(ForgetView {
            memories: counts.memories,
            versions: counts.versions,
            vectors: counts.vectors,
            pending: receipt.pending,
        })
    })?;
    shell.announce_memories();
    Ok(view)
}

#[tauri::command(async)]
pub(crate) fn copy_text(app: AppHandle, shell: State<'_, Shell>, id: String) -> Result<(), Problem> {
    let view = shell.with_vault(|vault| opened(vault, &id))?;
    app.clipboard().write_text(view.content).map_err(|_| {
        Problem::new("failed", "The clipboard did not take the text.", "Select the text and copy it.")
    })
}

fn opened(vault: &Vault, id: &str) -> Result<MemoryView, Error> {
    let memory = vault.show(&vault.find_id(id)?)?;
    let earlier = memory
        .earlier_versions
        .into_iter()
        .map(|version| EarlierVersion { kept_at: version.kept_at, content: version.content })
        .collect();
    Ok(MemoryView {
        id: memory.id,
        content: memory.content,
        kind: memory.kind.name().to_owned(),
        topics: memory.topics,
        source: memory.source,
        thread: memory.thread,
        created_at: memory.created_at,
        kept_at: memory.kept_at,
        expires_at: memory.expires_at,
        earlier,
    })
}

fn row(memory: Opened, matched: &[(usize, usize)], why: Option<WhyFound>) -> MemoryRow {
    let Excerpt { text, matched } = excerpt(&memory.content, matched);
    MemoryRow {
        id: memory.id,
        excerpt: text,
        kind: memory.kind.name().to_owned(),
        topics: memory.topics,
        created_at: memory.created_at,
        matched,
        why,
    }
}

fn why(why: keepsake_vault::WhyFound) -> WhyFound {
    match why {
        keepsake_vault::WhyFound::Meaning => WhyFound::Meaning,
        keepsake_vault::WhyFound::Words => WhyFound::Words,
        keepsake_vault::WhyFound::Both => WhyFound::Both,
        keepsake_vault::WhyFound::Thread => WhyFound::Thread,
    }
}

fn findings(text: &str, found: &[Finding]) -> Vec<FindingView> {
    let offsets = utf16_offsets(text, found);
    found
        .iter()
        .zip(offsets)
        .map(|(finding, (start, end))| FindingView {
            kind: finding.kind.to_owned(),
            label: label(finding.kind).to_owned(),
            start,
            end,
            action: match finding.action {
                Action::Block => FindingAction::Block,
                Action::Mask => FindingAction::Mask,
                Action::Token => FindingAction::Token,
                Action::Seal => FindingAction::Seal,
                Action::Allow => FindingAction::Allow,
            },
        })
        .collect()
}

fn vault_filters(filters: &ListFilters) -> Result<Filters, Error> {
    Ok(Filters {
        kinds: filters.kinds.clone(),
        topics: filters.topics.clone(),
        after_ms: filters.after.as_deref().map(parse_local_day).transpose()?,
        before_ms: filters.before.as_deref().map(parse_local_day).transpose()?,
        ..Filters::default()
    })
}
