//! The capture window's calls, and the ways to it. Nothing here shows a memory: the window is there while the vault
//! is closed, too.

use std::time::Instant;

use keepsake_filter::{Filter, Policy, Verdict};
use tauri::{AppHandle, Manager, State};
use tauri_plugin_autostart::ManagerExt;
use zeroize::Zeroizing;

use keepsake_vault::Waiting;

use super::memories::{SOURCE, findings, keep, lifetime_ms, preview_of};
use crate::contract::{
    CaptureKept, CaptureRequest, CaptureView, CaptureWays, FindingChoice, Phase, Preview, Problem,
    RefusedCapture,
};
use crate::hotkey::{self, Hotkey};
use crate::shell::Shell;
use crate::{capture, settings, tray, window};

/// The longest text of keys that is stored.
const KEYS_LIMIT_BYTES: usize = 64;
/// What is longer was no draft of a memory.
const DRAFT_LIMIT_BYTES: usize = 1 << 20;

/// What the window shows when it is opened. The draft is handed over, and comes back when the window is left.
#[tauri::command(async)]
pub(crate) fn capture_view(shell: State<'_, Shell>) -> CaptureView {
    let state = shell.state();
    let draft = shell.take_draft().as_str().to_owned();
    CaptureView { phase: state.phase, try_out: state.try_out, theme: shell.settings().theme, draft }
}

/// What would happen to a text if it were kept now. While the vault is closed the filter's own settings answer.
#[tauri::command(async)]
pub(crate) fn capture_preview(
    shell: State<'_, Shell>,
    text: String,
    choices: Vec<FindingChoice>,
) -> Result<Preview, Problem> {
    {
        let mut held = shell.held();
        if held.vault.is_some() {
            held.last_activity = Instant::now();
        }
        if let Some(vault) = held.vault.as_mut() {
            return Ok(preview_of(vault, &text, choices, None)?);
        }
    }
    let (found, kept_text) = match Filter::shared().gate(&text, &Policy::personal()) {
        Verdict::Keep { findings, text, .. } => (findings, Some(text)),
        Verdict::Blocked { findings, .. } => (findings, None),
    };
    let mut found = findings(&text, &found);
    // What is chosen for a finding is chosen in the open vault.
    for finding in &mut found {
        finding.choices.clear();
        finding.can_allow_always = false;
    }
    Ok(Preview {
        findings: found,
        blocked: kept_text.is_none(),
        offers_an_hour: false,
        placeholders: Vec::new(),
        kept_text: kept_text.unwrap_or_default(),
        size_bytes: text.len(),
    })
}

/// Keeps what was typed; while the vault is closed it waits, sealed.
#[tauri::command(async)]
pub(crate) fn capture_keep(shell: State<'_, Shell>, request: CaptureRequest) -> Result<CaptureKept, Problem> {
    let phase = shell.state().phase;
    match phase {
        Phase::Locked => {
            shell.leave_in_inbox(request)?;
            Ok(CaptureKept { waits: true })
        }
        Phase::FirstRun | Phase::Broken => Err(Problem::new(
            "no_vault",
            "There is no vault to keep this in.",
            "Open Keepsake and make one. What you typed stays here.",
        )),
        Phase::ConfirmRecovery | Phase::Unlocked => {
            shell.with_settled_vault(|vault| keep(vault, request))?;
            shell.note_that_someone_is_here();
            shell.announce_memories();
            Ok(CaptureKept { waits: false })
        }
    }
}

/// Takes the window out of sight. What was typed is held until next time, in memory only.
#[tauri::command(async)]
pub(crate) fn capture_leave(shell: State<'_, Shell>, draft: String) {
    let draft = Zeroizing::new(draft);
    if draft.len() <= DRAFT_LIMIT_BYTES {
        shell.hold_draft(draft);
    }
    capture::hide(shell.app());
}

/// Opens the main window, with what was typed still held.
#[tauri::command(async)]
pub(crate) fn capture_open_main(shell: State<'_, Shell>, draft: String) {
    capture_leave(shell.clone(), draft);
    window::bring_forward(shell.app());
}

/// The ways to the capture window, and how it stands with them.
#[tauri::command(async)]
pub(crate) fn capture_ways(shell: State<'_, Shell>) -> CaptureWays {
    ways(&shell)
}

/// Sets the keys that open the capture window from anywhere; none with an empty text.
#[tauri::command(async)]
pub(crate) fn capture_keys_set(shell: State<'_, Shell>, keys: String) -> Result<CaptureWays, Problem> {
    let is_usable = keys.is_empty() || hotkey::parse(&keys).is_some();
    if keys.len() > KEYS_LIMIT_BYTES || !is_usable {
        return Err(Problem::new(
            "bad_input",
            "These keys cannot be listened for everywhere.",
            "Choose a combination with Ctrl or Alt, or a function key.",
        ));
    }
    let folder = shell.home().folder();
    settings::write(
        folder,
        &crate::contract::Settings { capture_keys: keys.clone(), ..settings::read(folder) },
    )?;
    hotkey::listen(shell.app(), &keys);
    Ok(ways(&shell))
}

/// Opens the capture window, as its keys would.
#[tauri::command(async)]
pub(crate) fn capture_try(app: AppHandle) {
    capture::show(&app);
}

/// Starts Keepsake when the person logs in, or no longer.
#[tauri::command(async)]
pub(crate) fn start_at_login_set(shell: State<'_, Shell>, is_wanted: bool) -> Result<CaptureWays, Problem> {
    let autostart = shell.app().autolaunch();
    let outcome = if is_wanted { autostart.enable() } else { autostart.disable() };
    if outcome.is_err() && autostart.is_enabled().unwrap_or(!is_wanted) != is_wanted {
        return Err(Problem::new(
            "failed",
            "The system did not take this setting.",
            "Use the system's own settings for what starts at login.",
        ));
    }
    Ok(ways(&shell))
}

/// Begins or ends the pause in which programs keep nothing.
#[tauri::command(async)]
pub(crate) fn captures_pause(shell: State<'_, Shell>, is_paused: bool) -> Result<CaptureWays, Problem> {
    shell.home().pause_captures(is_paused)?;
    tray::follow(shell.app());
    Ok(ways(&shell))
}

/// Captures that waited and that the person's rules refuse.
#[tauri::command(async)]
pub(crate) fn captures_refused(shell: State<'_, Shell>) -> Result<Vec<RefusedCapture>, Problem> {
    shell.with_vault(|vault| {
        let refused = vault.refused_captures().into_iter();
        let view = |one: keepsake_vault::Refused| RefusedCapture {
            id: one.id,
            at: one.at,
            content: one.content.as_str().to_owned(),
        };
        Ok(refused.map(view).collect())
    })
}

/// Takes a capture that waits out of the inbox for good.
#[tauri::command(async)]
pub(crate) fn capture_drop(shell: State<'_, Shell>, id: String) -> Result<(), Problem> {
    shell.with_vault(|vault| vault.drop_capture(&id))
}

/// What is typed while the vault is closed, as it is to wait.
pub(crate) fn waiting(request: CaptureRequest) -> Result<Waiting, Problem> {
    let lifetime_ms = lifetime_ms(&request);
    let kind = request.kind.as_deref().map(str::parse).transpose().map_err(Problem::from)?;
    Ok(Waiting {
        content: request.content,
        kind: kind.unwrap_or_default(),
        topics: request.topics,
        source: Some(SOURCE.to_owned()),
        lifetime_ms,
    })
}

fn ways(shell: &Shell) -> CaptureWays {
    let app = shell.app();
    CaptureWays {
        keys: shell.settings().capture_keys,
        listening: app.state::<Hotkey>().listening(),
        is_wayland: hotkey::is_wayland(),
        command: command(),
        has_tray: tray::is_shown(app),
        starts_at_login: app.autolaunch().is_enabled().unwrap_or(false),
        is_paused: shell.home().captures_paused(),
    }
}

/// What a shortcut of the desktop starts. By its whole path, as a desktop may know no other.
fn command() -> String {
    let program = std::env::current_exe().unwrap_or_else(|_| "keepsake-desktop".into());
    let program = program.display().to_string();
    let is_plain = program.chars().all(|c| c.is_alphanumeric() || "/._-".contains(c));
    if is_plain { format!("{program} --capture") } else { format!("'{program}' --capture") }
}
