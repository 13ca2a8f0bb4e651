//! The meaning model in the window: loaded in the background, handed to the open vault, changed to another step by step.
//! Must not hold a rule: which model counts, and what a change is, the vault says.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use keepsake_embed::{Assets, Embedder, Manifest, Model, Sessions};
use keepsake_vault::{Code, ModelRecord, ReembedProgress, UseModel, Vault};

use crate::contract::{ModelBuilding, ModelState, ModelView, Problem};
use crate::shell::{Shell, lock, of};

/// Memories that get their vector before others may use the vault again.
const EMBED_AT_ONCE: usize = 2;
/// Memories of a step towards another model: they are embedded while others use the vault.
const REEMBED_AT_ONCE: usize = 16;
/// How long others get the vault between two such steps.
const EMBED_PAUSE: Duration = Duration::from_millis(10);
/// Parts of the index that are read, and segments of its snapshot that are written, before others may use the vault again.
const LOAD_AT_ONCE: usize = 4;
const WRITE_AT_ONCE: usize = 1;
/// How long others get the vault between two parts that are read, and when reading has failed.
const LOAD_PAUSE: Duration = Duration::from_millis(1);
const LOAD_AGAIN: Duration = Duration::from_secs(1);
/// How long another program gets that holds the vault.
const BUSY_PAUSE: Duration = Duration::from_millis(500);
/// How often the page is told how far a change is.
const TELL_EVERY: Duration = Duration::from_secs(1);
/// Work that must have been seen before the rest is estimated.
const ESTIMATE_AFTER: Duration = Duration::from_secs(5);

type Loaded = Arc<dyn Embedder>;

/// The models at hand, and how far a change is.
pub(crate) struct Meaning {
    built_in: Mutex<(ModelState, Option<Loaded>)>,
    of_vault: Mutex<OfVault>,
    /// Held by the one thread that loads, fills in and changes.
    at_work: Mutex<()>,
}

/// What belongs to the vault that is open.
#[derive(Default)]
struct OfVault {
    /// The person's own model that could not be loaded, and why.
    failed: Option<(String, Problem)>,
    /// The model that is being built, loaded.
    new: Option<(String, Loaded)>,
    /// Why the change to this model does not go on.
    stopped: Option<(String, Problem)>,
    progress: Option<Seen>,
}

/// How far a change was when, to say how long it will take.
#[derive(Clone, Copy)]
struct Seen {
    since: Instant,
    done_then: usize,
    now: ReembedProgress,
    told: Instant,
}

impl Default for Meaning {
    fn default() -> Meaning {
        Meaning {
            built_in: Mutex::new((ModelState::Loading, None)),
            of_vault: Mutex::new(OfVault::default()),
            at_work: Mutex::new(()),
        }
    }
}

impl Meaning {
    /// The model that ships with Keepsake, once it is loaded.
    pub(crate) fn built_in(&self) -> Option<Loaded> {
        lock(&self.built_in).1.clone()
    }

    /// How the model of the open vault is doing; without one, how the built-in model is.
    pub(crate) fn state(&self, vault: Option<&Vault>) -> ModelState {
        let built_in = lock(&self.built_in).0;
        let Some(vault) = vault else { return built_in };
        match vault.model_to_load() {
            Ok(Some(wanted)) if wanted.folder.is_some() => {
                let failed = lock(&self.of_vault).failed.as_ref().is_some_and(|(id, _)| *id == wanted.id);
                if failed { ModelState::Failed } else { ModelState::Loading }
            }
            Ok(None) if vault.has_embedder() => ModelState::Ready,
            _ => built_in,
        }
    }

    /// True if there is a model to load or a change to go on with, and neither was tried in vain.
    pub(crate) fn is_due(&self, vault: &Vault) -> bool {
        let of_vault = lock(&self.of_vault);
        let open = |vain: &Option<(String, Problem)>, found: Option<ModelRecord>| {
            found.is_some_and(|found| vain.as_ref().is_none_or(|(id, _)| *id != found.id))
        };
        open(&of_vault.failed, vault.model_to_load().ok().flatten())
            || open(&of_vault.stopped, vault.model_being_built().ok().flatten())
    }

    /// What belonged to the vault goes with it.
    pub(crate) fn vault_closed(&self) {
        *lock(&self.of_vault) = OfVault::default();
    }
}

impl Shell {
    /// Loads the model that ships with Keepsake; the open vault gets it.
    pub(crate) fn load_built_in_model(&self) {
        let loaded = Assets::locate().and_then(|assets| Model::load(&assets, Sessions::OneText));
        *lock(&self.meaning.built_in) = match loaded {
            Ok(model) => (ModelState::Ready, Some(Arc::new(model) as Loaded)),
            Err(_) => (ModelState::Failed, None),
        };
        self.hand_over_model();
        self.announce();
    }

    /// Gives the open vault the built-in model, if both are there, and starts in the background what else is to be done.
    pub(crate) fn hand_over_model(&self) {
        if let Some(model) = self.meaning.built_in()
            && let Some(vault) = self.held().vault.as_mut().filter(|vault| !vault.has_embedder())
        {
            vault.set_embedder(model);
        }
        self.work_in_background();
    }

    /// In the background: loads a model of the person's own, reads the index, gives what waits for its vector one, goes on
    /// with a change of model, and keeps the index's snapshot.
    pub(crate) fn work_in_background(&self) {
        let app = self.app().clone();
        let _ = thread::Builder::new().spawn(move || of(&app).work_on_meaning());
    }

    /// Reads the whole index in small steps; whoever wants the vault meanwhile gets it between two.
    ///
    /// An error only once the vault is closed: what cannot be read now is tried again.
    pub(crate) fn load_whole(&self) -> Result<(), Problem> {
        loop {
            match self.with_vault(|vault| vault.load_some(LOAD_AT_ONCE)) {
                Ok(loaded) if loaded.is_whole() => return Ok(()),
                Ok(_) => thread::sleep(LOAD_PAUSE),
                Err(problem) if self.held().vault.is_none() => return Err(problem),
                Err(_) => thread::sleep(LOAD_AGAIN),
            }
        }
    }

    /// In small steps: between them the person may search, capture or lock. One thread at a time; whoever comes
    /// meanwhile finds it done, or is called again soon.
    fn work_on_meaning(&self) {
        let Ok(_alone) = self.meaning.at_work.try_lock() else { return };
        while self.load_wanted()
            || self.load_whole().is_err()
            || self.with_vault(|vault| vault.embed_waiting(EMBED_AT_ONCE)).is_ok_and(|done| done > 0)
            || self.reembed_some()
            || self.with_vault(|vault| vault.write_snapshot(WRITE_AT_ONCE)).is_ok_and(|done| done > 0)
        {
            if self.held().vault.is_none() {
                return;
            }
            thread::sleep(EMBED_PAUSE);
        }
    }

    /// Two sessions of the vault's model for an import alone, so that a search never waits behind it; the window's own where
    /// they do not load.
    pub(crate) fn model_for_import(&self) -> Option<Loaded> {
        let wanted = self.with_vault(|vault| vault.current_model()).ok()?;
        let own = match wanted {
            Some(record) if record.folder.is_some() => load(&record, Sessions::Import).ok(),
            _ => {
                let model = Assets::locate().and_then(|assets| Model::load(&assets, Sessions::Import));
                model.ok().map(|model| Arc::new(model) as Loaded)
            }
        };
        own.or_else(|| self.meaning.built_in())
    }

    /// Loads the model that the vault wants, if it is another than the one it has. True if it got it.
    fn load_wanted(&self) -> bool {
        let Ok(Some(wanted)) = self.with_vault(|vault| vault.model_to_load()) else { return false };
        if wanted.folder.is_none() {
            let Some(built_in) = self.meaning.built_in() else { return false };
            let given = self.with_vault(|vault| {
                // This Keepsake ships another model than the one that the vectors are from.
                vault.replace_bundled_model(built_in.info())?;
                vault.set_embedder(built_in);
                Ok(vault.model_to_load()?.is_none())
            });
            return given.unwrap_or(false);
        }
        if lock(&self.meaning.of_vault).failed.as_ref().is_some_and(|(id, _)| *id == wanted.id) {
            return false;
        }
        let loaded = load(&wanted, Sessions::OneText);
        let given = match loaded {
            Ok(model) => self
                .with_vault(|vault| {
                    vault.set_embedder(model);
                    Ok(())
                })
                .is_ok(),
            Err(problem) => {
                lock(&self.meaning.of_vault).failed = Some((wanted.id, problem));
                false
            }
        };
        self.announce();
        self.tell_model();
        given
    }

    /// One step of a change of model. True if there may be more to do.
    fn reembed_some(&self) -> bool {
        let Ok(Some(building)) = self.with_vault(|vault| vault.model_being_built()) else { return false };
        if lock(&self.meaning.of_vault).stopped.as_ref().is_some_and(|(id, _)| *id == building.id) {
            return false;
        }
        let known = lock(&self.meaning.of_vault).new.clone().filter(|(id, _)| *id == building.id);
        let model = match known.map_or_else(|| self.load_to_build(&building), |(_, model)| Ok(model)) {
            Ok(model) => model,
            Err(problem) => return self.stop_building(building.id, problem),
        };
        let stepped = self.with_vault(|vault| vault.reembed_take(model.info(), REEMBED_AT_ONCE)).and_then(
            |mut batch| {
                batch.embed(model.as_ref());
                self.with_vault(|vault| {
                    let progress = vault.reembed_keep(batch)?;
                    if progress.finished {
                        vault.set_embedder(model.clone());
                    }
                    Ok(progress)
                })
            },
        );
        match stepped {
            Ok(progress) if progress.finished => {
                self.meaning.vault_closed();
                self.announce();
                self.announce_memories();
                self.tell_model();
            }
            Ok(progress) => self.note_progress(progress),
            Err(problem) if problem.code == Code::Busy.name() => thread::sleep(BUSY_PAUSE),
            Err(problem) => {
                // Cancelled, or another model was chosen: then there is nothing to be told.
                let still = self.with_vault(|vault| vault.model_being_built());
                if still.is_ok_and(|still| still.is_some_and(|still| still.id == building.id)) {
                    return self.stop_building(building.id, problem);
                }
            }
        }
        true
    }

    fn load_to_build(&self, building: &ModelRecord) -> Result<Loaded, Problem> {
        let model = match (&building.folder, self.meaning.built_in()) {
            (None, Some(built_in)) if built_in.info().id == building.id => built_in,
            (None, _) => return Err(not_loaded()),
            (Some(_), _) => load(building, Sessions::OneText)?,
        };
        lock(&self.meaning.of_vault).new = Some((building.id.clone(), model.clone()));
        Ok(model)
    }

    fn stop_building(&self, id: String, problem: Problem) -> bool {
        lock(&self.meaning.of_vault).stopped = Some((id, problem));
        self.tell_model();
        false
    }

    fn note_progress(&self, now: ReembedProgress) {
        let due = {
            let mut of_vault = lock(&self.meaning.of_vault);
            let first = Seen { since: Instant::now(), done_then: now.done, now, told: Instant::now() };
            let is_new = of_vault.progress.is_none();
            let seen = of_vault.progress.get_or_insert(first);
            seen.now = now;
            let due = is_new || seen.told.elapsed() >= TELL_EVERY;
            if due {
                seen.told = Instant::now();
            }
            due
        };
        if due {
            self.tell_model();
        }
    }

    fn tell_model(&self) {
        if let Ok(view) = self.model_view() {
            self.emit("model_changed", view);
        }
    }

    /// Which model the open vault uses, and how far a change is.
    pub(crate) fn model_view(&self) -> Result<ModelView, Problem> {
        let seen = lock(&self.meaning.of_vault).progress;
        let (current, building, state) = {
            let held = self.held();
            let vault = held.vault.as_ref().ok_or_else(Problem::locked)?;
            let building = match (vault.model_being_built()?, seen) {
                (None, _) => None,
                (Some(record), Some(seen)) => Some((record, seen.now)),
                // Counting takes a moment: only as long as no step has told.
                (Some(_), None) => vault.models()?.building,
            };
            (vault.current_model()?, building, self.meaning.state(Some(vault)))
        };
        let of_vault = lock(&self.meaning.of_vault);
        let why = |about: &Option<(String, Problem)>, id: &str| {
            about.as_ref().filter(|(of, _)| of == id).map(|(_, problem)| problem.clone())
        };
        let folder = |record: &ModelRecord| record.folder.as_ref().map(|path| path.display().to_string());
        let (id, own_folder) = match &current {
            Some(record) => (record.id.clone(), folder(record)),
            None => (keepsake_embed::BUNDLED_ID.to_owned(), None),
        };
        Ok(ModelView {
            problem: why(&of_vault.failed, &id).filter(|_| state == ModelState::Failed),
            id,
            folder: own_folder,
            state,
            building: building.map(|(record, progress)| ModelBuilding {
                folder: folder(&record),
                done: progress.done,
                total: progress.total,
                minutes_left: seen.and_then(minutes_left),
                problem: why(&of_vault.stopped, &record.id),
                id: record.id,
            }),
        })
    }

    /// Begins the change to the model in `folder`, which is loaded and tried first.
    pub(crate) fn use_own_model(&self, folder: PathBuf) -> Result<ModelView, Problem> {
        let folder = folder.canonicalize().map_err(|_| {
            Problem::new("failed", "The folder cannot be opened.", "Check whether it is still there.")
        })?;
        let fingerprint = Manifest::read(&folder).map_err(problem)?.fingerprint();
        let assets = Assets::locate().map_err(problem)?;
        let model = Model::load_folder(&assets, &folder, None, Sessions::OneText).map_err(problem)?;
        let info = model.info();
        let record = ModelRecord {
            id: info.id.clone(),
            dimensions: info.dimensions,
            folder: Some(folder),
            fingerprint: Some(fingerprint),
        };
        self.begin(&record, Arc::new(model))
    }

    /// Begins the change to the model that ships with Keepsake.
    pub(crate) fn use_built_in_model(&self) -> Result<ModelView, Problem> {
        let model = self.meaning.built_in().ok_or_else(not_loaded)?;
        let info = model.info();
        let (id, dimensions) = (info.id.clone(), info.dimensions);
        self.begin(&ModelRecord { id, dimensions, folder: None, fingerprint: None }, model)
    }

    fn begin(&self, record: &ModelRecord, model: Loaded) -> Result<ModelView, Problem> {
        let begun = self.with_vault(|vault| {
            let begun = vault.use_model(record)?;
            if begun == UseModel::InUse {
                vault.set_embedder(model.clone());
            }
            Ok(begun)
        })?;
        let of_vault = match begun {
            UseModel::InUse => OfVault::default(),
            UseModel::Building => OfVault {
                new: Some((record.id.clone(), model)),
                failed: lock(&self.meaning.of_vault).failed.take(),
                ..OfVault::default()
            },
        };
        *lock(&self.meaning.of_vault) = of_vault;
        self.hand_over_model();
        self.announce();
        self.model_view()
    }

    /// Gives up a change; search has used the model from before all along.
    pub(crate) fn cancel_model(&self) -> Result<ModelView, Problem> {
        self.with_vault(|vault| vault.cancel_reembedding())?;
        {
            let mut of_vault = lock(&self.meaning.of_vault);
            (of_vault.new, of_vault.stopped, of_vault.progress) = (None, None, None);
        }
        self.model_view()
    }
}

fn load(record: &ModelRecord, sessions: Sessions) -> Result<Loaded, Problem> {
    let folder = record.folder.as_deref().ok_or_else(not_loaded)?;
    let assets = Assets::locate().map_err(problem)?;
    let model = Model::load_folder(&assets, folder, record.fingerprint.as_ref(), sessions);
    Ok(Arc::new(model.map_err(problem)?))
}

/// The rest at the speed seen so far, rounded up.
fn minutes_left(seen: Seen) -> Option<u32> {
    let worked = seen.since.elapsed();
    let done = seen.now.done.saturating_sub(seen.done_then);
    if worked < ESTIMATE_AFTER || done == 0 {
        return None;
    }
    let left = seen.now.total.saturating_sub(seen.now.done) as f64;
    Some((left * worked.as_secs_f64() / done as f64 / 60.0).ceil() as u32)
}

fn not_loaded() -> Problem {
    Problem::new("bad_model", "The built-in model is not loaded.", "Install Keepsake again.")
}

/// "What happened: what to do", as the window says it.
fn problem(error: keepsake_embed::Error) -> Problem {
    let sentence = error.to_string();
    let (message, hint) = sentence.split_once(": ").unwrap_or((&sentence, ""));
    Problem::from(keepsake_vault::Error::new(Code::Failed, message, hint)).with_code("bad_model")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_is_told_once_there_is_something_to_tell_it_from() {
        let seen = |seconds: u64, done: usize, total: usize| {
            let now = ReembedProgress { done, total, finished: false };
            let since = Instant::now().checked_sub(Duration::from_secs(seconds)).unwrap();
            Seen { since, done_then: 100, now, told: Instant::now() }
        };
        assert_eq!(minutes_left(seen(1, 150, 1000)), None);
        assert_eq!(minutes_left(seen(60, 100, 1000)), None);
        assert_eq!(minutes_left(seen(60, 1000, 1000)), Some(0));
        assert_eq!(minutes_left(seen(60, 400, 1000)), Some(3));
        assert_eq!(minutes_left(seen(60, 400, 300)), Some(0));
    }

    #[test]
    fn a_model_s_refusal_is_two_sentences() {
        let problem = problem(keepsake_embed::Error::ExternalData);
        assert_eq!(problem.code, "bad_model");
        assert_eq!(problem.message, "Model.onnx keeps weights in other files, which are not read.");
        assert_eq!(problem.hint, "Export it as one file.");
    }
}
