//! The bundled model in memory, through fastembed. Must not know where its files lie beyond [`Assets`].

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use fastembed::{InitOptionsUserDefined, Pooling, TextEmbedding, TokenizerFiles, UserDefinedEmbeddingModel};

use crate::window::{whole, windows};
use crate::{Assets, Embedder, Error, ModelInfo, WindowVector};

/// Tokens the model takes, its two special ones included.
const MAX_TOKENS: usize = 256;
/// A token is at least one byte, so a text this short fits one window without being tokenised first.
const SURELY_ONE_WINDOW_BYTES: usize = crate::WINDOW_TOKENS;
const DIMENSIONS: usize = 384;
const MODEL_ID: &str = "all-MiniLM-L6-v2-int8-db0aa7bb";

/// How the processor's cores are shared out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sessions {
    /// One session over all cores: the shortest wait for one text.
    OneText,
    /// Two sessions of one thread each: the most texts a second.
    Import,
}

/// A loaded model.
pub struct Model {
    info: ModelInfo,
    sessions: Vec<Mutex<TextEmbedding>>,
}

impl Model {
    /// Loads the runtime library (once a process) and the model, after checking the model's hash.
    ///
    /// # Errors
    /// When a file is missing, is not the one shipped, or does not load.
    pub fn load(assets: &Assets, sessions: Sessions) -> Result<Model, Error> {
        let environment = environment(&assets.runtime)?;
        let onnx = assets.read_checked("model.onnx")?;
        let tokenizer_files = TokenizerFiles {
            tokenizer_file: assets.read_checked("tokenizer.json")?,
            config_file: assets.read_checked("config.json")?,
            special_tokens_map_file: assets.read_checked("special_tokens_map.json")?,
            tokenizer_config_file: assets.read_checked("tokenizer_config.json")?,
        };
        let (count, threads) = match sessions {
            Sessions::OneText => {
                (1, std::thread::available_parallelism().map_or(1, |cores| cores.get().min(4)))
            }
            Sessions::Import => (2, 1),
        };
        let sessions = (0..count)
            .map(|_| {
                let model = UserDefinedEmbeddingModel::new(onnx.clone(), tokenizer_files.clone())
                    .with_pooling(Pooling::Mean);
                let options = InitOptionsUserDefined::new()
                    .with_environment(environment.clone())
                    .with_max_length(MAX_TOKENS)
                    .with_intra_threads(threads);
                TextEmbedding::try_new_from_user_defined(model, options).map(Mutex::new)
            })
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| Error::Load(error.to_string()))?;
        Ok(Model { info: ModelInfo { id: MODEL_ID.to_owned(), dimensions: DIMENSIONS }, sessions })
    }

    /// The first session that is free, or the first one once it is.
    fn session(&self) -> MutexGuard<'_, TextEmbedding> {
        let free = self.sessions.iter().find_map(|session| session.try_lock().ok());
        free.unwrap_or_else(|| self.sessions[0].lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Embedder for Model {
    fn info(&self) -> &ModelInfo {
        &self.info
    }

    fn embed(&self, text: &str) -> Result<Vec<WindowVector>, Error> {
        if text.trim().is_empty() {
            return Ok(Vec::new());
        }
        let mut session = self.session();
        let ranges = if text.len() <= SURELY_ONE_WINDOW_BYTES {
            whole(text)
        } else {
            windows(text, &token_spans(&session, text)?)
        };
        ranges
            .into_iter()
            .map(|range| {
                let vectors = session.embed([&text[range.clone()]], None).map_err(|_| Error::Run)?;
                let vector = vectors.into_iter().next().ok_or(Error::Run)?;
                Ok(WindowVector { start: range.start, end: range.end, vector: normalised(vector) })
            })
            .collect()
    }

    fn parallel(&self) -> usize {
        self.sessions.len()
    }
}

/// Byte spans of the whole text's tokens, nothing cut off.
fn token_spans(session: &TextEmbedding, text: &str) -> Result<Vec<(usize, usize)>, Error> {
    let mut tokenizer = session.tokenizer.clone();
    tokenizer.with_truncation(None).map_err(|_| Error::Run)?;
    tokenizer.with_padding(None);
    let encoding = tokenizer.encode(text, false).map_err(|_| Error::Run)?;
    Ok(encoding.get_offsets().to_vec())
}

/// Scales to unit length; a vector of zeros stays one.
fn normalised(mut vector: Vec<f32>) -> Vec<f32> {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
    if length > 0.0 {
        vector.iter_mut().for_each(|x| *x /= length);
    }
    vector
}

/// The process's one ONNX Runtime environment. fastembed's own search for the library panics, so ours comes first.
fn environment(runtime: &Path) -> Result<ort::environment::Environment, Error> {
    static LOADED: Mutex<Option<ort::environment::Environment>> = Mutex::new(None);
    let mut loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(environment) = loaded.as_ref() {
        return Ok(environment.clone());
    }
    let environment = ort::init_from(runtime)
        .map_err(|error| Error::Load(error.to_string()))?
        .with_telemetry(false)
        .build()
        .map_err(|error| Error::Load(error.to_string()))?;
    *loaded = Some(environment.clone());
    Ok(environment)
}
