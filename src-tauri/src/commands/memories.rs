//! Memories in and out of the open vault.

use keepsake_filter::{Class, Finding, label, utf16_offsets};
use keepsake_seal::RecordId;
use keepsake_vault::{
    CODE_LIFETIME_MS, Choice, EditRequest, Error, Filters, ForgetRequest, MemoryView as Opened, Reader,
    Receipt, RememberRequest, SearchRequest, Selection, Tier, Vault, name_of, parse_local_day,
};
use tauri::{AppHandle, State};
use tauri_plugin_clipboard_manager::ClipboardExt;

use crate::commands::filter::choices;
use crate::commands::links::linked_to;
use crate::contract::{
    Arrival, CaptureRequest, Count, EarlierVersion, Facets, FindingChoice, FindingView, ForgetCounts,
    ForgetTier, ForgetView, ListFilters, ListPage, MemoryRow, MemoryView, PlaceholderView, Preview, Problem,
    Shelf, WhyFound,
};
use crate::excerpt::{Excerpt, excerpt};
use crate::shell::Shell;

/// The most hits that a search in the window shows.
const HITS_LIMIT: usize = 300;
/// The most rows a page of a list may have.
const ROWS_LIMIT: usize = 500;
/// Parts of the index that a question reads first while not all are read: some hundredths of a second.
const LOAD_FIRST: usize = 8;
/// Where what is typed into Keepsake comes from.
pub(super) const SOURCE: &str = "quick capture";
const HOUR_MS: i64 = 3_600_000;
/// Ten years.
const MOST_HOURS: u32 = 87_660;
/// Characters of a token that the page shows: enough to tell two values apart.
const SHORT_TOKEN: usize = 4;

#[tauri::command(async)]
pub(crate) fn preview(
    shell: State<'_, Shell>,
    text: String,
    choices: Vec<FindingChoice>,
    id: Option<String>,
) -> Result<Preview, Problem> {
    shell.with_vault(|vault| preview_of(vault, &text, choices, id))
}

pub(super) fn preview_of(
    vault: &mut Vault,
    text: &str,
    choices: Vec<FindingChoice>,
    id: Option<String>,
) -> Result<Preview, Error> {
    let of = id.map(|id| vault.find_id(&id)).transpose()?;
    let preview = vault.preview(text, &chosen(choices, false), None, of.as_ref())?;
    Ok(Preview {
        findings: findings(text, &preview.findings),
        blocked: preview.blocked,
        offers_an_hour: preview.offers_an_hour && of.is_none(),
        placeholders: placeholders(&preview.kept_text, &preview.placeholders),
        kept_text: preview.kept_text,
        size_bytes: text.len(),
    })
}

#[tauri::command(async)]
pub(crate) fn remember(shell: State<'_, Shell>, request: CaptureRequest) -> Result<MemoryView, Problem> {
    let view = shell.with_settled_vault(|vault| {
        let id = keep(vault, request)?;
        opened(vault, &id)
    })?;
    shell.announce_memories();
    Ok(view)
}

/// For how long what was typed is kept; for good if absent.
pub(super) fn lifetime_ms(request: &CaptureRequest) -> Option<i64> {
    match request.expires_in_hours {
        _ if request.for_an_hour => Some(CODE_LIFETIME_MS),
        Some(hours) => Some(i64::from(hours.clamp(1, MOST_HOURS)) * HOUR_MS),
        None => None,
    }
}

/// Keeps what was typed, and answers its id.
pub(super) fn keep(vault: &mut Vault, request: CaptureRequest) -> Result<String, Error> {
    let lifetime_ms = lifetime_ms(&request);
    let kept = vault.remember(RememberRequest {
        content: request.content,
        kind: request.kind.as_deref().map(str::parse).transpose()?.unwrap_or_default(),
        topics: request.topics,
        source: Some(SOURCE.to_owned()),
        expires_at_ms: lifetime_ms.map(|lifetime_ms| vault.expires_after(lifetime_ms)),
        choices: chosen(request.choices, request.for_an_hour),
        replaces: request.replaces.iter().map(|id| vault.find_id(id)).collect::<Result<Vec<_>, Error>>()?,
        ..Default::default()
    })?;
    Ok(kept.id)
}

#[tauri::command(async)]
pub(crate) fn edit(
    shell: State<'_, Shell>,
    id: String,
    request: CaptureRequest,
) -> Result<MemoryView, Problem> {
    let view = shell.with_settled_vault(|vault| {
        let kind = request.kind.as_deref().map(str::parse).transpose()?;
        let edit = EditRequest {
            content: Some(request.content),
            kind,
            topics: Some(request.topics),
            choices: chosen(request.choices, false),
        };
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
        let filters = vault.narrowed_to(vault_filters(&filters)?, filters.shelf.map(shelf_of))?;
        let request = SearchRequest { text: query, filters, limit: HITS_LIMIT, reader: Reader::Owner };
        vault.load_some(LOAD_FIRST)?;
        let answer = vault.search_so_far(&request)?;
        let loaded = answer.loaded;
        let total = answer.hits.len();
        let hits = answer.hits.into_iter().skip(offset).take(limit.min(ROWS_LIMIT));
        let rows = hits.map(|hit| row(hit.memory, &hit.matched, Some(why(hit.why)))).collect();
        let by_meaning = answer.by_meaning;
        Ok(ListPage {
            total,
            offset,
            pinned: 0,
            rows,
            by_meaning,
            loaded: loaded.done,
            memories: loaded.total,
        })
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
        let shelf = filters.shelf.map(shelf_of);
        // What is pinned leads the list of everything alone.
        let pinned_first = filters == ListFilters::default();
        let filters = vault_filters(&filters)?;
        vault.load_some(LOAD_FIRST)?;
        let limit = limit.min(ROWS_LIMIT);
        let listing = vault.list_so_far(&Selection { filters, offset, limit, shelf, pinned_first })?;
        let pinned = listing.pinned;
        let loaded = listing.loaded;
        let rows = listing.memories.into_iter().map(|memory| row(memory, &[], None)).collect();
        let total = listing.total;
        Ok(ListPage {
            total,
            offset,
            pinned,
            rows,
            by_meaning: true,
            loaded: loaded.done,
            memories: loaded.total,
        })
    })
}

#[tauri::command(async)]
pub(crate) fn show(shell: State<'_, Shell>, id: String) -> Result<MemoryView, Problem> {
    shell.with_vault(|vault| opened(vault, &id))
}

#[tauri::command(async)]
pub(crate) fn facets(shell: State<'_, Shell>) -> Result<Facets, Problem> {
    // Counts of a part would pass for counts of all.
    shell.load_whole()?;
    shell.with_vault(|vault| {
        let facets = vault.facets()?;
        let counts = |pairs: Vec<(String, usize)>| {
            pairs.into_iter().map(|(name, count)| Count { name, count }).collect()
        };
        let pinned = vault.count_on_shelf(keepsake_vault::Shelf::Pinned)?;
        let expiring_soon = vault.count_on_shelf(keepsake_vault::Shelf::ExpiringSoon)?;
        Ok(Facets {
            total: facets.total,
            pinned,
            expiring_soon,
            kinds: counts(facets.kinds),
            topics: counts(facets.topics),
        })
    })
}

/// Takes topics off memories and puts others on; answers how many were changed.
#[tauri::command(async)]
pub(crate) fn memories_tag(
    shell: State<'_, Shell>,
    ids: Vec<String>,
    add: Vec<String>,
    remove: Vec<String>,
) -> Result<usize, Problem> {
    let changed = shell.with_settled_vault(|vault| {
        let ids = ids_of(vault, &ids)?;
        vault.retag(&ids, &add, &remove)
    })?;
    shell.announce_memories();
    Ok(changed)
}

/// Sets when memories go by themselves, or that they stay; answers how many were changed.
#[tauri::command(async)]
pub(crate) fn memories_expire(
    shell: State<'_, Shell>,
    ids: Vec<String>,
    expires_at: Option<String>,
) -> Result<usize, Problem> {
    let expires_at_ms = expires_at.as_deref().map(keepsake_vault::parse_time).transpose()?;
    let changed = shell.with_settled_vault(|vault| {
        let ids = ids_of(vault, &ids)?;
        vault.set_expiry(&ids, expires_at_ms)
    })?;
    shell.announce_memories();
    Ok(changed)
}

pub(super) fn ids_of(vault: &Vault, ids: &[String]) -> Result<Vec<RecordId>, Error> {
    ids.iter().map(|id| vault.find_id(id)).collect()
}

#[tauri::command(async)]
pub(crate) fn forget_counts(shell: State<'_, Shell>, ids: Vec<String>) -> Result<ForgetCounts, Problem> {
    shell.with_vault(|vault| {
        let counts = vault.forget_preview(&found(vault, &ids)?)?;
        let backups = vault.backups(None)?;
        Ok(ForgetCounts {
            versions: counts.versions,
            vectors: counts.vectors,
            originals: counts.originals,
            backups: backups.len(),
            backups_until: backups.into_iter().map(|backup| backup.kept_until).max(),
        })
    })
}

#[tauri::command(async)]
pub(crate) fn forget(
    shell: State<'_, Shell>,
    ids: Vec<String>,
    tier: ForgetTier,
) -> Result<ForgetView, Problem> {
    let view = shell.with_vault(|vault| {
        let ids = found(vault, &ids)?;
        Ok(forgotten(vault.forget_with(&ids, request(tier))?.receipt))
    })?;
    shell.announce_memories();
    Ok(view)
}

/// Forgets what a memory said before it was edited.
#[tauri::command(async)]
pub(crate) fn forget_earlier(
    shell: State<'_, Shell>,
    id: String,
    tier: ForgetTier,
) -> Result<ForgetView, Problem> {
    let view = shell.with_vault(|vault| {
        let id = vault.find_id(&id)?;
        Ok(forgotten(vault.forget_earlier(&id, request(tier))?.receipt))
    })?;
    shell.announce_memories();
    Ok(view)
}

fn found(vault: &Vault, ids: &[String]) -> Result<Vec<RecordId>, Error> {
    ids.iter().map(|id| vault.find_id(id)).collect()
}

fn request(tier: ForgetTier) -> ForgetRequest {
    let tier = match tier {
        ForgetTier::Removed => Tier::Removed,
        ForgetTier::Compacted => Tier::Compacted,
        ForgetTier::Shredded => Tier::Shredded,
    };
    ForgetRequest { tier, ..ForgetRequest::default() }
}

fn forgotten(receipt: Receipt) -> ForgetView {
    let counts = receipt.counts;
    ForgetView {
        memories: counts.memories,
        versions: counts.versions,
        vectors: counts.vectors,
        pending: receipt.pending,
        tier: match receipt.tier {
            Tier::Removed => ForgetTier::Removed,
            Tier::Compacted => ForgetTier::Compacted,
            Tier::Shredded => ForgetTier::Shredded,
        },
        fell_short: receipt.fell_short,
        backups_holding: receipt.backups_holding.len() + receipt.backups_unreachable.len(),
        receipt: receipt.receipt_id,
    }
}

#[tauri::command(async)]
pub(crate) fn copy_text(app: AppHandle, shell: State<'_, Shell>, id: String) -> Result<(), Problem> {
    let view = shell.with_vault(|vault| opened(vault, &id))?;
    app.clipboard().write_text(view.content).map_err(|_| {
        Problem::new("failed", "The clipboard did not take the text.", "Select the text and copy it.")
    })
}

pub(crate) fn opened(vault: &Vault, id: &str) -> Result<MemoryView, Error> {
    let found = vault.find_id(id)?;
    let memory = vault.show(&found)?;
    let arrival = vault.origin(&found)?.map(|origin| Arrival {
        by_window: origin.actor.map(|actor| actor == keepsake_vault::Actor::Window.name()),
        at: origin.at,
    });
    let replaces = linked_to(vault, &memory.replaces);
    let replaced_by = memory.replaced_by.as_slice();
    let replaced_by = linked_to(vault, replaced_by).into_iter().next();
    let earlier = memory
        .earlier_versions
        .into_iter()
        .map(|version| {
            let mut hidden = placeholders(&version.content, &version.placeholders);
            hidden.iter_mut().for_each(|hidden| hidden.original = None);
            EarlierVersion {
                id: version.id,
                kept_at: version.kept_at,
                placeholders: hidden,
                content: version.content,
            }
        })
        .collect();
    Ok(MemoryView {
        id: memory.id,
        placeholders: placeholders(&memory.content, &memory.placeholders),
        content: memory.content,
        kind: memory.kind.name().to_owned(),
        topics: memory.topics,
        source: memory.source,
        thread: memory.thread,
        created_at: memory.created_at,
        kept_at: memory.kept_at,
        expires_at: memory.expires_at,
        arrival,
        pinned: memory.pinned,
        replaced_by,
        replaces,
        earlier,
    })
}

pub(crate) fn row(memory: Opened, matched: &[(usize, usize)], why: Option<WhyFound>) -> MemoryRow {
    let hidden: Vec<(usize, usize)> =
        memory.placeholders.iter().map(|hidden| (hidden.start, hidden.end)).collect();
    let Excerpt { text, matched, hidden } = excerpt(&memory.content, matched, &hidden);
    MemoryRow {
        id: memory.id,
        excerpt: text,
        kind: memory.kind.name().to_owned(),
        topics: memory.topics,
        created_at: memory.created_at,
        matched,
        placeholders: hidden,
        why,
        replaced: memory.replaced_by.is_some(),
        pinned: memory.pinned,
        expires_at: memory.expires_at,
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

pub(super) fn findings(text: &str, found: &[Finding]) -> Vec<FindingView> {
    let offsets = utf16_offsets(text, found);
    found
        .iter()
        .zip(offsets)
        .map(|(finding, (start, end))| FindingView {
            kind: finding.kind.to_owned(),
            label: label(finding.kind).to_owned(),
            start,
            end,
            class: name_of(finding.class),
            choices: choices(finding.class),
            can_allow_always: !finding.class.is_credential() && finding.class != Class::Own,
            action: finding.action.into(),
        })
        .collect()
}

/// Placeholders with their places counted as the page counts.
fn placeholders(text: &str, hidden: &[keepsake_vault::PlaceholderView]) -> Vec<PlaceholderView> {
    let units = |byte: usize| text.get(..byte).unwrap_or_default().encode_utf16().count();
    hidden
        .iter()
        .map(|hidden| PlaceholderView {
            start: units(hidden.start),
            end: units(hidden.end),
            kind: hidden.kind.clone(),
            label: label(&hidden.kind).to_owned(),
            action: hidden.action.into(),
            token: hidden.token.chars().take(SHORT_TOKEN).collect(),
            original: hidden.original,
        })
        .collect()
}

/// The person's choices; for an hour, one-time codes pass too.
pub(super) fn chosen(choices: Vec<FindingChoice>, for_an_hour: bool) -> Vec<Choice> {
    let codes = for_an_hour.then(|| Choice {
        kind: "one_time_code".to_owned(),
        action: keepsake_filter::Action::Allow,
        always: false,
    });
    choices
        .into_iter()
        .map(|choice| Choice { kind: choice.kind, action: choice.action.into(), always: choice.always })
        .chain(codes)
        .collect()
}

fn shelf_of(shelf: Shelf) -> keepsake_vault::Shelf {
    match shelf {
        Shelf::Pinned => keepsake_vault::Shelf::Pinned,
        Shelf::ExpiringSoon => keepsake_vault::Shelf::ExpiringSoon,
    }
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
