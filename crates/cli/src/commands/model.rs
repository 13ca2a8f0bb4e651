//! `model`: which meaning model the vault uses, and the change to another. Must not judge a model: that is `embed`'s.

use std::io::IsTerminal;
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use keepsake_embed::{
    Assets, BUNDLED_ID, Description, Embedder, MANIFEST_FILE, Manifest, Model, Pooling, Sessions,
};
use keepsake_vault::{ModelRecord, ReembedProgress, UseModel};
use serde_json::{Value, json};

use crate::arguments::{Arguments, ManifestArguments, ModelCommand, PoolingName};
use crate::failure::{FAILED, Failure};
use crate::output;
use crate::session::{self, Meaning};

/// Memories a transaction.
const STEP: usize = 64;
/// The word that names the model that ships with Keepsake; a folder of that name is `./bundled`.
const BUNDLED: &str = "bundled";
/// Length of the built-in model's vectors, for a list in a vault that has none yet.
const BUNDLED_DIMENSIONS: usize = 384;

/// Carries out one call of `model`.
pub(super) fn run(arguments: &Arguments, command: &ModelCommand) -> Result<(), Failure> {
    match command {
        ModelCommand::List => list(arguments),
        ModelCommand::Use { model } => use_model(arguments, model),
        ModelCommand::Cancel => cancel(arguments),
        ModelCommand::Manifest(of) => manifest(arguments, of),
    }
}

fn list(arguments: &Arguments) -> Result<(), Failure> {
    let models = session::open(arguments, Meaning::NotNeeded)?.models()?;
    let bundled = ModelRecord {
        id: BUNDLED_ID.to_owned(),
        dimensions: BUNDLED_DIMENSIONS,
        folder: None,
        fingerprint: None,
    };
    let current = models.current.unwrap_or_else(|| bundled.clone());
    let building = models.building;
    let mut listed = Vec::new();
    let is_listed =
        current.id == BUNDLED_ID || building.as_ref().is_some_and(|(new, _)| new.id == BUNDLED_ID);
    listed.push((current, "current", None));
    if let Some((new, progress)) = building {
        listed.push((new, "building", Some(progress)));
    }
    if !is_listed {
        listed.push((bundled, "available", None));
    }
    if arguments.json {
        let models: Value =
            listed.iter().map(|(model, state, done)| model_json(model, state, *done)).collect();
        output::json(&json!({ "models": models }));
        return Ok(());
    }
    for (model, state, progress) in &listed {
        let state = match progress {
            Some(progress) => format!("{} of {} memories", progress.done, progress.total),
            None => (*state).to_owned(),
        };
        output::line(&format!("{}  {} dimensions  {}  {state}", model.id, model.dimensions, from(model)));
    }
    if listed.iter().any(|(_, state, _)| *state == "building") {
        output::line(
            "Search uses the current model until then. `keepsake model use` with the same folder goes on.",
        );
    }
    Ok(())
}

fn model_json(model: &ModelRecord, state: &str, progress: Option<ReembedProgress>) -> Value {
    let mut value =
        json!({ "id": model.id, "dimensions": model.dimensions, "from": from(model), "state": state });
    if let Some(progress) = progress {
        value["done"] = json!(progress.done);
        value["total"] = json!(progress.total);
    }
    value
}

fn from(model: &ModelRecord) -> String {
    model.folder.as_ref().map_or_else(|| "built in".to_owned(), |folder| folder.display().to_string())
}

fn use_model(arguments: &Arguments, named: &Path) -> Result<(), Failure> {
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    // Loaded and tried before anything is changed.
    let (record, model) = if named.as_os_str() == BUNDLED { bundled()? } else { own(named)? };
    if vault.use_model(&record)? == UseModel::Building {
        let bar = progress_bar();
        loop {
            let progress = vault.reembed_step(&model, STEP)?;
            bar.set_length(progress.total as u64);
            bar.set_position(progress.done as u64);
            if progress.finished {
                break;
            }
        }
        bar.finish_and_clear();
    }
    if arguments.json {
        output::json(&model_json(&record, "current", None));
    } else {
        output::line(&format!("Meaning is searched by {} ({}).", record.id, from(&record)));
    }
    Ok(())
}

fn bundled() -> Result<(ModelRecord, Model), Failure> {
    let model = Model::load(&Assets::locate().map_err(refused)?, Sessions::Import).map_err(refused)?;
    let info = model.info();
    let (id, dimensions) = (info.id.clone(), info.dimensions);
    Ok((ModelRecord { id, dimensions, folder: None, fingerprint: None }, model))
}

fn own(folder: &Path) -> Result<(ModelRecord, Model), Failure> {
    // Whole, so that it is found from any place later.
    let folder = folder.canonicalize().map_err(|error| Failure::file("the model's folder", &error))?;
    let fingerprint = Manifest::read(&folder).map_err(refused)?.fingerprint();
    let assets = Assets::locate().map_err(refused)?;
    let model = Model::load_folder(&assets, &folder, None, Sessions::Import).map_err(refused)?;
    let info = model.info();
    let record = ModelRecord {
        id: info.id.clone(),
        dimensions: info.dimensions,
        folder: Some(folder),
        fingerprint: Some(fingerprint),
    };
    Ok((record, model))
}

fn cancel(arguments: &Arguments) -> Result<(), Failure> {
    let cancelled = session::open(arguments, Meaning::NotNeeded)?.cancel_reembedding()?;
    if arguments.json {
        output::json(&json!({ "cancelled": cancelled }));
    } else if cancelled {
        output::line("The change of model was cancelled; what was built for it is erased.");
    } else {
        output::line("There was no change of model under way.");
    }
    Ok(())
}

fn manifest(arguments: &Arguments, of: &ManifestArguments) -> Result<(), Failure> {
    let dimensions = match of.dimensions {
        Some(dimensions) => dimensions,
        None => hidden_size(&of.folder)?,
    };
    let description = Description {
        name: of.name.clone(),
        dimensions,
        pooling: match of.pooling {
            PoolingName::Mean => Pooling::Mean,
            PoolingName::Cls => Pooling::Cls,
        },
        max_tokens: of.max_tokens,
        question_prefix: of.question_prefix.clone(),
        memory_prefix: of.memory_prefix.clone(),
    };
    let manifest = Manifest::describe(&of.folder, description).map_err(refused)?;
    if arguments.json {
        output::json(&json!({ "id": manifest.id(), "dimensions": manifest.dimensions() }));
    } else {
        output::line(&format!("{MANIFEST_FILE} was written for {}.", manifest.id()));
    }
    Ok(())
}

/// What `config.json` says of the vectors' length.
fn hidden_size(folder: &Path) -> Result<usize, Failure> {
    let unknown = || Failure::wrong_use("config.json names no hidden_size: give --dimensions");
    let text = std::fs::read(folder.join("config.json"))
        .map_err(|error| Failure::file("the model's config.json", &error))?;
    let config: Value = serde_json::from_slice(&text).map_err(|_| unknown())?;
    let size = config.get("hidden_size").and_then(Value::as_u64).ok_or_else(unknown)?;
    usize::try_from(size).map_err(|_| unknown())
}

/// A manifest that is missing or wrong is wrong use; files that are not what it says are a failure.
fn refused(error: keepsake_embed::Error) -> Failure {
    use keepsake_embed::Error as Embed;
    match error {
        Embed::NoManifest | Embed::BadManifest { .. } | Embed::IsBundled => {
            Failure::wrong_use(error.to_string())
        }
        Embed::NewerManifest { .. } => {
            Failure { exit_code: FAILED, code: "too_new", message: error.to_string() }
        }
        error => Failure { exit_code: FAILED, code: "bad_model", message: error.to_string() },
    }
}

/// Shown only on a terminal, and only once the work takes longer than a second.
fn progress_bar() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template(
        "{wide_bar} {pos}/{len}  {eta} left; stop it at any time and call it again to go on",
    )
    .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(0).with_style(style)
}
