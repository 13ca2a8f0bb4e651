//! What the app holds while it runs: the vault if it is open, the model once it is loaded, and who did what last.
//! Must not hold content.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use keepsake_seal::{
    Keychain, KeychainError, RecordId, RecoveryCode, SlotKind, SystemEntropy, SystemKeychain,
};
use keepsake_vault::{Home, NewKeys, NewRecoveryCode, Standing, Surroundings, SystemClock, Vault};
use tauri::{AppHandle, Emitter, Manager, State};
use zeroize::Zeroizing;

use crate::clipboard::Clipboard;
use crate::commands::capture::waiting;
use crate::commands::care;
use crate::commands::import::{PendingImport, RunningImport};
use crate::contract::{AppState, CaptureRequest, KeychainState, Phase, Problem, Settings};
use crate::meaning::Meaning;
use crate::{capture, settings, tray, try_out, window};

/// A clock that moves on this much more than our own waiting means that the computer slept.
const SLEPT: Duration = Duration::from_secs(60);
const TICK: Duration = Duration::from_secs(2);
/// How often what has expired is erased, and how long nobody must have typed before a backup is made.
const LOOK_AFTER: Duration = Duration::from_secs(60);

/// How often, and how long apart, it is looked whether the first page is there, and how long it then takes to be drawn.
const FIRST_PAGE_PATIENCE: usize = 100;
const FIRST_PAGE_PAUSE: Duration = Duration::from_millis(20);
const DRAWN_AFTER: Duration = Duration::from_millis(150);
/// How often, and how long apart, it is looked whether the capture window has handed over what was typed.
const DRAFT_PATIENCE: usize = 50;
const DRAFT_PAUSE: Duration = Duration::from_millis(10);

/// A recovery code that waits to be confirmed: the page has shown it, the shell remembers it.
pub(crate) struct PendingCode {
    pub(crate) code: UnconfirmedCode,
    pub(crate) confirm: [usize; 2],
}

/// Where an unconfirmed code comes from.
pub(crate) enum UnconfirmedCode {
    /// The vault was just made with it.
    First(RecoveryCode),
    /// It takes the old one's place once it is confirmed.
    Renewed(Box<NewRecoveryCode>),
    /// Every key of the vault changes with it once it is confirmed.
    WithNewKeys { keys: Box<NewKeys>, code: RecoveryCode },
}

impl UnconfirmedCode {
    pub(crate) fn code(&self) -> &RecoveryCode {
        match self {
            UnconfirmedCode::First(code) | UnconfirmedCode::WithNewKeys { code, .. } => code,
            UnconfirmedCode::Renewed(new) => &new.code,
        }
    }
}

/// Everything that changes.
pub(crate) struct Inner {
    pub(crate) vault: Option<Vault>,
    pub(crate) pending_code: Option<PendingCode>,
    pub(crate) try_out: bool,
    pub(crate) last_activity: Instant,
    pub(crate) last_check: Option<String>,
    /// What was typed into the capture window and left. In memory only.
    pub(crate) draft: Draft,
    /// The vault was open when the capture window was: what is typed there is not shown while it is closed.
    pub(crate) draft_was_open: bool,
    /// The person has agreed, since the last unlock, that originals are shown.
    pub(crate) reveal_agreed: bool,
    /// What was looked at and waits to be imported.
    pub(crate) pending_import: Option<PendingImport>,
    /// The vault that the last import went into and what it brought, to be forgotten as a whole if the person says so.
    pub(crate) undoable_import: Option<(String, Vec<RecordId>)>,
    /// The backup that was chosen and waits to be restored.
    pub(crate) pending_restore: Option<PathBuf>,
    /// The import under way.
    pub(crate) running_import: Option<RunningImport>,
    /// The export that was chosen and waits for its passphrase.
    pub(crate) pending_export: Option<PathBuf>,
}

/// What was typed into the capture window and left.
#[derive(Default)]
pub(crate) struct Draft {
    text: Zeroizing<String>,
    is_of_open_vault: bool,
}

/// The app's state.
pub(crate) struct Shell {
    app: AppHandle,
    home: Home,
    keychain: Arc<dyn Keychain>,
    keychain_state: Mutex<Option<KeychainState>>,
    pub(crate) meaning: Meaning,
    inner: Mutex<Inner>,
    /// Stops the export, or the bringing back, that is under way. Outside of what is locked: the work holds that.
    pub(crate) stop_transfer: AtomicBool,
    /// A page has asked where the app stands.
    pub(crate) was_looked_at: AtomicBool,
}

/// The app's shell.
pub(crate) fn of(app: &AppHandle) -> State<'_, Shell> {
    app.state::<Shell>()
}

/// A thread that panicked while it held a lock must not take the vault with it.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shell {
    /// Puts the shell in place; the model and the keychain are looked for in the background.
    pub(crate) fn start(app: &AppHandle) -> Result<(), Box<dyn std::error::Error>> {
        let home = match std::env::var_os("KEEPSAKE_HOME") {
            Some(folder) => Home::new(PathBuf::from(folder)),
            None => Home::platform_default()?,
        };
        try_out::clear_left_over(&home);
        app.manage(Shell {
            app: app.clone(),
            home,
            keychain: Arc::new(SystemKeychain),
            keychain_state: Mutex::new(None),
            meaning: Meaning::default(),
            inner: Mutex::new(Inner {
                vault: None,
                pending_code: None,
                try_out: false,
                last_activity: Instant::now(),
                last_check: None,
                draft: Draft::default(),
                draft_was_open: false,
                reveal_agreed: false,
                pending_import: None,
                undoable_import: None,
                pending_restore: None,
                running_import: None,
                pending_export: None,
            }),
            stop_transfer: AtomicBool::new(false),
            was_looked_at: AtomicBool::new(false),
        });
        for work in [Shell::load_built_in_model, Shell::watch] as [fn(&Shell); 2] {
            let app = app.clone();
            thread::Builder::new().spawn(move || {
                of(&app).wait_for_first_page();
                work(&of(&app));
            })?;
        }
        Ok(())
    }

    /// Waits until the first page has asked where the app stands and had a moment to be drawn: until then it gets the processor.
    pub(crate) fn wait_for_first_page(&self) {
        for _ in 0..FIRST_PAGE_PATIENCE {
            if self.was_looked_at.load(Ordering::Relaxed) {
                break;
            }
            thread::sleep(FIRST_PAGE_PAUSE);
        }
        thread::sleep(DRAWN_AFTER);
    }

    /// Where the person's vault lies.
    pub(crate) fn home(&self) -> &Home {
        &self.home
    }

    pub(crate) fn held(&self) -> MutexGuard<'_, Inner> {
        lock(&self.inner)
    }

    /// Runs `work` on the open vault.
    pub(crate) fn with_vault<T>(
        &self,
        work: impl FnOnce(&mut Vault) -> Result<T, keepsake_vault::Error>,
    ) -> Result<T, Problem> {
        let mut inner = self.held();
        let vault = inner.vault.as_mut().ok_or_else(Problem::locked)?;
        Ok(work(vault)?)
    }

    /// The same, but only once the recovery code is confirmed: before that nothing may be kept.
    pub(crate) fn with_settled_vault<T>(
        &self,
        work: impl FnOnce(&mut Vault) -> Result<T, keepsake_vault::Error>,
    ) -> Result<T, Problem> {
        let mut held = self.held();
        if held.pending_code.is_some() && !held.try_out {
            return Err(Problem::new(
                "confirm_recovery",
                "The recovery code is not confirmed yet.",
                "Confirm it first: then the first memory can be kept.",
            ));
        }
        let vault = held.vault.as_mut().ok_or_else(Problem::locked)?;
        Ok(work(vault)?)
    }

    /// What a vault is surrounded by here.
    pub(crate) fn surroundings(&self, keychain: Arc<dyn Keychain>) -> Surroundings {
        Surroundings {
            clock: Arc::new(SystemClock),
            entropy: Box::new(SystemEntropy),
            keychain,
            embedder: self.meaning.built_in(),
        }
    }

    /// The system's keychain.
    pub(crate) fn keychain(&self) -> Arc<dyn Keychain> {
        self.keychain.clone()
    }

    /// The state that every screen needs. Asks the keychain the first time, for up to five seconds.
    pub(crate) fn state(&self) -> AppState {
        let keychain = self.keychain_state();
        let (mut phase, mut problem, mut slots) = (Phase::Unlocked, None, Vec::new());
        let held = self.held();
        if let Some(vault) = &held.vault {
            slots = vault.ways_in_kinds();
            if held.pending_code.is_some() && !held.try_out {
                phase = Phase::ConfirmRecovery;
            }
        } else if self.home.standing() == Standing::Empty {
            phase = Phase::FirstRun;
        } else {
            match Vault::ways_into(&self.home) {
                Ok(found) => (phase, slots) = (Phase::Locked, found),
                Err(error) => (phase, problem) = (Phase::Broken, Some(Problem::from(error))),
            }
        }
        AppState {
            phase,
            try_out: held.try_out,
            keychain,
            has_device_slot: slots.contains(&SlotKind::Device),
            has_passphrase_slot: slots.contains(&SlotKind::Passphrase) || slots.contains(&SlotKind::Strict),
            is_strict: slots.contains(&SlotKind::Strict),
            model: self.meaning.state(held.vault.as_ref()),
            notices: held.vault.as_ref().map(|vault| vault.notices().to_vec()).unwrap_or_default(),
            erase: held
                .vault
                .as_ref()
                .and_then(|vault| vault.erase_order().ok().flatten())
                .map(|order| care::erase_view(&order)),
            problem,
            home: self.home.folder().display().to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    /// Holds what was typed until the capture window is opened again.
    pub(crate) fn hold_draft(&self, text: Zeroizing<String>) {
        let mut held = self.held();
        let is_of_open_vault = held.draft_was_open;
        held.draft = Draft { text, is_of_open_vault };
    }

    /// Whether something was typed and left.
    pub(crate) fn has_draft(&self) -> bool {
        !self.held().draft.text.trim().is_empty()
    }

    /// Hands over what is held. What was typed while the vault was open is not shown while it is closed.
    pub(crate) fn take_draft(&self) -> Zeroizing<String> {
        let mut held = self.held();
        held.draft_was_open = held.vault.is_some();
        if held.draft.is_of_open_vault && held.vault.is_none() {
            return Zeroizing::default();
        }
        std::mem::take(&mut held.draft).text
    }

    /// Seals a capture until the vault is unlocked.
    pub(crate) fn leave_in_inbox(&self, request: CaptureRequest) -> Result<(), Problem> {
        let waiting = waiting(request)?;
        Ok(keepsake_vault::leave(&self.home, &waiting, &SystemClock, &mut SystemEntropy)?)
    }

    /// Keeps what waited while the vault was closed; what does not fold in now waits for the next unlocking.
    fn fold_inbox(&self) {
        let folded = self.with_settled_vault(Vault::fold_inbox);
        if folded.is_ok_and(|folded| folded.kept > 0) {
            self.announce_memories();
        }
    }

    /// What the panel's icon says.
    pub(crate) fn tray_standing(&self) -> tray::Standing {
        // Whoever holds the vault for longer works with it; the icon waits for nobody.
        let Ok(held) = self.inner.try_lock() else { return tray::Standing::Working };
        match (&held.vault, &held.running_import) {
            (None, _) => tray::Standing::Locked,
            (Some(_), Some(_)) => tray::Standing::Working,
            (Some(_), None) => tray::Standing::Unlocked,
        }
    }

    /// A key or a click: the vault does not lock for idleness yet.
    pub(crate) fn note_that_someone_is_here(&self) {
        self.held().last_activity = Instant::now();
    }

    /// Locks because the screen was locked or the computer goes to sleep, if that is wanted.
    pub(crate) fn lock_when_away(&self) {
        if self.settings().lock_when_away && self.held().vault.is_some() {
            self.lock_vault();
        }
    }

    /// Where the window's browser and its log might leave something: a forget looks there too.
    fn window_folders(&self) -> Vec<PathBuf> {
        let paths = self.app.path();
        let folders = [paths.app_cache_dir(), paths.app_local_data_dir(), paths.app_log_dir()];
        let vault = self.home.folder();
        let apart = |folder: &PathBuf| !vault.starts_with(folder) && !folder.starts_with(vault);
        let mut folders: Vec<PathBuf> = folders.into_iter().filter_map(Result::ok).filter(apart).collect();
        folders.dedup();
        folders
    }

    /// Asks the keychain anew at the next look: it may have been unlocked since. While a vault is open nothing
    /// depends on it.
    pub(crate) fn look_at_keychain_again(&self) {
        if self.held().vault.is_none() {
            *lock(&self.keychain_state) = None;
        }
    }

    fn keychain_state(&self) -> KeychainState {
        let mut known = lock(&self.keychain_state);
        *known.get_or_insert_with(|| match self.keychain.probe() {
            Ok(()) => KeychainState::Available,
            Err(KeychainError::Locked | KeychainError::Dismissed) => KeychainState::Locked,
            Err(_) => KeychainState::Absent,
        })
    }

    /// Tells the page where the app stands now.
    pub(crate) fn announce(&self) -> AppState {
        let state = self.state();
        let _ = self.app.emit("state_changed", &state);
        tray::follow(&self.app);
        state
    }

    /// Says something to the page.
    pub(crate) fn emit(&self, event: &str, payload: impl serde::Serialize + Clone) {
        let _ = self.app.emit(event, payload);
    }

    /// The app that this is the shell of.
    pub(crate) fn app(&self) -> &AppHandle {
        &self.app
    }

    /// Tells the page that memories changed.
    pub(crate) fn announce_memories(&self) {
        let _ = self.app.emit("vault_changed", ());
    }

    /// Takes over a vault that was just opened, and gives waiting memories their vectors in the background.
    pub(crate) fn opened(
        &self,
        mut vault: Vault,
        pending_code: Option<PendingCode>,
        is_try_out: bool,
    ) -> AppState {
        vault.look_also_in(self.window_folders());
        {
            let mut inner = self.held();
            inner.vault = Some(vault);
            inner.pending_code = pending_code;
            inner.try_out = is_try_out;
            inner.last_activity = Instant::now();
            inner.last_check = None;
        }
        self.hand_over_model();
        let state = self.announce();
        let app = self.app.clone();
        // Beside the first look at the list: each capture asks the model.
        let _ = thread::Builder::new().spawn(move || of(&app).fold_inbox());
        state
    }

    /// Closes the vault: keys and index are zeroed, the page's process ends.
    pub(crate) fn lock_vault(&self) -> AppState {
        // First of all what can be seen: closing may have to wait for work that is under way.
        let _ = self.app.emit("hide_content", ());
        self.app.state::<Clipboard>().take_away();
        if self.close() {
            window::replace(&self.app);
            self.wait_for_draft();
            capture::replace(&self.app);
        }
        self.announce()
    }

    /// The capture window was told to put away what is typed in it: that comes back before its process ends.
    fn wait_for_draft(&self) {
        for _ in 0..DRAFT_PATIENCE {
            if !capture::is_shown(&self.app) {
                return;
            }
            thread::sleep(DRAFT_PAUSE);
        }
    }

    /// Closes the vault, and says whether one was open. A try-out vault goes with it.
    pub(crate) fn close(&self) -> bool {
        self.stop_transfer.store(true, Ordering::Relaxed);
        let (vault, was_try_out) = {
            let mut held = self.held();
            held.pending_code = None;
            held.pending_export = None;
            held.undoable_import = None;
            held.last_check = None;
            (held.reveal_agreed, held.pending_import, held.pending_restore) = (false, None, None);
            if let Some(import) = &held.running_import {
                import.close();
            }
            (held.vault.take(), std::mem::take(&mut held.try_out))
        };
        self.meaning.vault_closed();
        // Outside the lock: closing may wait for the keychain.
        let was_open = vault.is_some();
        drop(vault);
        if was_try_out {
            try_out::clear_left_over(&self.home);
        }
        was_open
    }

    /// The person's settings.
    pub(crate) fn settings(&self) -> Settings {
        settings::read(self.home.folder())
    }

    /// Locks after idleness and after sleep, and follows what other programs write.
    fn watch(&self) {
        let mut looked_after = Instant::now();
        loop {
            let (waited_from, wall_from) = (Instant::now(), SystemTime::now());
            thread::sleep(TICK);
            let wall = wall_from.elapsed().unwrap_or_default();
            let slept = wall.saturating_sub(waited_from.elapsed()) > SLEPT;
            let minutes = self.settings().idle_lock_minutes;
            let limit = Duration::from_secs(u64::from(minutes) * 60);
            let (is_open, is_wanted, idle, changed, due) = {
                let held = self.held();
                let changed =
                    held.vault.as_ref().is_some_and(|vault| vault.has_changed_elsewhere().unwrap_or(false));
                // Another program may have changed the model, or begun to.
                let due = held.vault.as_ref().is_some_and(|vault| self.meaning.is_due(vault));
                let is_wanted = held.vault.as_ref().is_some_and(Vault::is_wanted_alone);
                (held.vault.is_some(), is_wanted, held.last_activity.elapsed(), changed, due)
            };
            // Another program that must be alone with the vault was started by the person a moment ago.
            let is_idle = minutes > 0 && idle >= limit;
            if is_open && (is_wanted || is_idle || slept && self.settings().lock_when_away) {
                self.lock_vault();
            } else if is_open {
                if changed {
                    self.announce_memories();
                }
                if due {
                    self.hand_over_model();
                }
                if looked_after.elapsed() >= LOOK_AFTER {
                    looked_after = Instant::now();
                    care::look_after(self, idle >= LOOK_AFTER);
                }
                // A receipt may wait until another program has closed the vault.
                let _ = self.with_vault(|vault| vault.retry_pending());
            }
        }
    }
}
