//! A model in memory, through fastembed: the bundled one, or one from a person's own folder. Must not know where its
//! files lie beyond [`Assets`] and a folder that is handed in.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use fastembed::{InitOptionsUserDefined, TextEmbedding, TokenizerFiles, UserDefinedEmbeddingModel};

use crate::assets::BUNDLED_ID;
use crate::manifest::{Manifest, Pooling};
use crate::window::{SMALLEST_WINDOW_TOKENS, whole, windows};
use crate::{Assets, Embedder, Error, ModelInfo, WindowVector};

/// Tokens the bundled model takes, its two special ones included.
const MAX_TOKENS: usize = 256;
const DIMENSIONS: usize = 384;
/// The most tokens that a window gets: longer ones blur what stands in them, and cost the square of their length.
const MAX_TOKENS_USED: usize = 512;
/// What every model must be able to embed before it is taken.
const TRIAL: &str = "The spare key is with the neighbour in number nine.";

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
    /// Tokens of a text in one window: what special ones and the longer prefix leave.
    window_tokens: usize,
    /// A text up to this long fits one window without being tokenised first.
    surely_one_window_bytes: usize,
    question_prefix: String,
    memory_prefix: String,
}

/// What the sessions are made from.
struct Parts {
    onnx: Vec<u8>,
    tokenizer_files: TokenizerFiles,
    pooling: Pooling,
    max_tokens: usize,
}

impl Parts {
    fn read(
        pooling: Pooling,
        max_tokens: usize,
        file: impl Fn(&str) -> Result<Vec<u8>, Error>,
    ) -> Result<Parts, Error> {
        Ok(Parts {
            onnx: file("model.onnx")?,
            tokenizer_files: TokenizerFiles {
                tokenizer_file: file("tokenizer.json")?,
                config_file: file("config.json")?,
                special_tokens_map_file: file("special_tokens_map.json")?,
                tokenizer_config_file: file("tokenizer_config.json")?,
            },
            pooling,
            max_tokens,
        })
    }

    fn sessions(self, runtime: &Path, sessions: Sessions) -> Result<Vec<Mutex<TextEmbedding>>, Error> {
        let environment = environment(runtime)?;
        let (count, threads) = match sessions {
            Sessions::OneText => {
                (1, std::thread::available_parallelism().map_or(1, |cores| cores.get().min(4)))
            }
            Sessions::Import => (2, 1),
        };
        (0..count)
            .map(|_| {
                let model = UserDefinedEmbeddingModel::new(self.onnx.clone(), self.tokenizer_files.clone())
                    .with_pooling(match self.pooling {
                        Pooling::Mean => fastembed::Pooling::Mean,
                        Pooling::Cls => fastembed::Pooling::Cls,
                    });
                let options = InitOptionsUserDefined::new()
                    .with_environment(environment.clone())
                    .with_max_length(self.max_tokens)
                    .with_intra_threads(threads);
                TextEmbedding::try_new_from_user_defined(model, options).map(Mutex::new)
            })
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| Error::Load(error.to_string()))
    }
}

impl Model {
    /// Loads the runtime library (once a process) and the bundled model, after checking the model's hash.
    ///
    /// # Errors
    /// When a file is missing, is not the one shipped, or does not load.
    pub fn load(assets: &Assets, sessions: Sessions) -> Result<Model, Error> {
        let parts = Parts::read(Pooling::Mean, MAX_TOKENS, |name| assets.read_checked(name))?;
        Ok(Model {
            info: ModelInfo { id: BUNDLED_ID.to_owned(), dimensions: DIMENSIONS },
            sessions: parts.sessions(&assets.runtime, sessions)?,
            window_tokens: crate::WINDOW_TOKENS,
            // One of its tokens is at least one byte.
            surely_one_window_bytes: crate::WINDOW_TOKENS,
            question_prefix: String::new(),
            memory_prefix: String::new(),
        })
    }

    /// Loads a model from a person's own folder, after checking every file's hash, and tries it on a text of ours.
    /// `chosen` is the fingerprint that the vault keeps; without one the folder is taken as it is now.
    ///
    /// The files are read by ONNX Runtime and the tokenizer in this process: hashes say that they are the ones that
    /// were chosen, not that they are harmless.
    ///
    /// # Errors
    /// As [`Manifest::read`]; [`Error::ChangedModel`], [`Error::ChangedFile`], [`Error::NotAFile`], [`Error::TooLarge`],
    /// [`Error::ExternalData`]; [`Error::Load`]; [`Error::WrongOutput`] when the trial does not give what the manifest says.
    pub fn load_folder(
        assets: &Assets,
        folder: &Path,
        chosen: Option<&[u8; 32]>,
        sessions: Sessions,
    ) -> Result<Model, Error> {
        let manifest = Manifest::read(folder)?;
        if chosen.is_some_and(|chosen| *chosen != manifest.fingerprint()) {
            return Err(Error::ChangedModel);
        }
        let most = manifest.max_tokens().min(MAX_TOKENS_USED);
        let mut parts = Parts::read(manifest.pooling(), most, |name| manifest.read_checked(folder, name))?;
        // fastembed cuts a text off there without a word.
        parts.max_tokens = most.min(tokenizer_limit(&parts.tokenizer_files));
        let max_tokens = parts.max_tokens;
        if has_external_data(&parts.onnx) {
            return Err(Error::ExternalData);
        }
        let (question_prefix, memory_prefix) = manifest.prefixes();
        let loaded = caught(|| {
            let sessions = parts.sessions(&assets.runtime, sessions)?;
            let longest = overhead(&sessions, question_prefix)?.max(overhead(&sessions, memory_prefix)?);
            Ok((sessions, longest))
        });
        let (sessions, overhead) = loaded
            .unwrap_or_else(|| Err(Error::Load("its files are not of the form that is read".to_owned())))?;
        let window_tokens = max_tokens.saturating_sub(overhead);
        if window_tokens < SMALLEST_WINDOW_TOKENS {
            return Err(Error::BadManifest { why: "a prefix leaves no room for the text".to_owned() });
        }
        let model = Model {
            info: ModelInfo { id: manifest.id(), dimensions: manifest.dimensions() },
            sessions,
            window_tokens,
            // A foreign tokenizer may make more tokens than bytes: it normalises first.
            surely_one_window_bytes: 0,
            question_prefix: question_prefix.to_owned(),
            memory_prefix: memory_prefix.to_owned(),
        };
        model.try_out(TRIAL)?;
        if chosen.is_none() {
            // More than a window holds: a model that takes fewer tokens than it says fails here, not on a memory.
            model.try_out(&format!("{TRIAL} ").repeat(max_tokens.div_ceil(8)))?;
        }
        Ok(model)
    }

    /// Embeds a text of ours as a memory and as a question.
    fn try_out(&self, text: &str) -> Result<(), Error> {
        for prefix in [&self.memory_prefix, &self.question_prefix] {
            let raw = self
                .run(&mut self.session(), prefix, text)
                .map_err(|_| Error::WrongOutput { why: "it failed on a plain sentence".to_owned() })?;
            if raw.len() != self.info.dimensions {
                let why = format!("{} dimensions, not {}", raw.len(), self.info.dimensions);
                return Err(Error::WrongOutput { why });
            }
            if !raw.iter().all(|x| x.is_finite()) || raw.iter().all(|x| *x == 0.0) {
                return Err(Error::WrongOutput { why: "its numbers are not usable".to_owned() });
            }
        }
        Ok(())
    }

    /// The first session that is free, or the first one once it is.
    fn session(&self) -> MutexGuard<'_, TextEmbedding> {
        let free = self.sessions.iter().find_map(|session| session.try_lock().ok());
        free.unwrap_or_else(|| self.sessions[0].lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What comes out for one window, as it comes.
    fn run(&self, session: &mut TextEmbedding, prefix: &str, window: &str) -> Result<Vec<f32>, Error> {
        let with_prefix;
        let input = if prefix.is_empty() {
            window
        } else {
            with_prefix = format!("{prefix}{window}");
            &with_prefix
        };
        let vectors = caught(|| session.embed([input], None).map_err(|_| Error::Run)).ok_or(Error::Run)??;
        vectors.into_iter().next().ok_or(Error::Run)
    }

    fn embed_with(&self, prefix: &str, text: &str) -> Result<Vec<WindowVector>, Error> {
        if text.trim().is_empty() {
            return Ok(Vec::new());
        }
        let mut session = self.session();
        let ranges = if text.len() <= self.surely_one_window_bytes {
            whole(text)
        } else {
            windows(text, &token_spans(&session, text)?, self.window_tokens)
        };
        ranges
            .into_iter()
            .map(|range| {
                let vector = self.run(&mut session, prefix, &text[range.clone()])?;
                // What passed the trial may still fail on a text of its own.
                if vector.len() != self.info.dimensions || !vector.iter().all(|x| x.is_finite()) {
                    return Err(Error::Run);
                }
                Ok(WindowVector { start: range.start, end: range.end, vector: normalised(vector) })
            })
            .collect()
    }
}

impl Embedder for Model {
    fn info(&self) -> &ModelInfo {
        &self.info
    }

    fn embed(&self, text: &str) -> Result<Vec<WindowVector>, Error> {
        self.embed_with(&self.memory_prefix, text)
    }

    fn embed_question(&self, text: &str) -> Result<Vec<WindowVector>, Error> {
        self.embed_with(&self.question_prefix, text)
    }

    fn parallel(&self) -> usize {
        self.sessions.len()
    }
}

/// Runs what a foreign model's files can make panic in the libraries that read them.
fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// Tokens that the tokenizer's own settings let pass; without a number fastembed refuses them by itself.
fn tokenizer_limit(files: &TokenizerFiles) -> usize {
    let settings: Option<serde_json::Value> = serde_json::from_slice(&files.tokenizer_config_file).ok();
    let limit = settings.as_ref().and_then(|settings| settings.get("model_max_length")?.as_f64());
    limit.map_or(usize::MAX, |limit| limit as usize)
}

/// True if a tensor lies in another file: then the ONNX file holds an entry with the key `location`. No hash of ours
/// would cover that file, and its path is free to lead anywhere.
///
/// The byte before a key of eight letters is the last one of its length: 8, or 0 where a protobuf writes it longer than
/// it needs to be. A name that merely contains the word has another letter or another length there.
fn has_external_data(onnx: &[u8]) -> bool {
    const KEY: &[u8] = b"location";
    onnx.windows(1 + KEY.len()).any(|bytes| bytes.ends_with(KEY) && matches!(bytes.first(), Some(0 | 8)))
}

/// Tokens that a window gives away: the special ones, and those of `prefix`.
fn overhead(sessions: &[Mutex<TextEmbedding>], prefix: &str) -> Result<usize, Error> {
    let Some(session) = sessions.first() else { return Err(Error::Run) };
    let session = session.lock().unwrap_or_else(PoisonError::into_inner);
    let mut tokenizer = session.tokenizer.clone();
    tokenizer.with_padding(None);
    tokenizer.with_truncation(None).map_err(|_| Error::Load("its tokenizer does not run".to_owned()))?;
    let encoding =
        tokenizer.encode(prefix, true).map_err(|_| Error::Load("its tokenizer does not run".to_owned()))?;
    Ok(encoding.get_ids().len())
}

/// Byte spans of the whole text's tokens, nothing cut off.
fn token_spans(session: &TextEmbedding, text: &str) -> Result<Vec<(usize, usize)>, Error> {
    let mut tokenizer = session.tokenizer.clone();
    tokenizer.with_truncation(None).map_err(|_| Error::Run)?;
    tokenizer.with_padding(None);
    let encoding = tokenizer.encode(text, false).map_err(|_| Error::Run)?;
    let spans = encoding.get_offsets().to_vec();
    // A tokenizer of unknown make: a span that is none of the text's must not cut it.
    let in_text = |&(start, end): &(usize, usize)| {
        start <= end && text.is_char_boundary(start) && text.is_char_boundary(end)
    };
    if !spans.iter().all(in_text) || !spans.is_sorted_by_key(|&(start, _)| start) {
        return Err(Error::Run);
    }
    Ok(spans)
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
    // Programs did this when they began; tests and measurements come by here alone.
    crate::quiet::silence_runtime();
    let environment = ort::init_from(runtime)
        .map_err(|error| Error::Load(error.to_string()))?
        .with_telemetry(false)
        .build()
        .map_err(|error| Error::Load(error.to_string()))?;
    *loaded = Some(environment.clone());
    Ok(environment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_in_another_file_are_noticed_however_they_are_written() {
        for written in [&b"\x0a\x08location"[..], b"\x0a\x88\x00location", b"\x8a\x00\x88\x80\x00location"] {
            assert!(has_external_data(&[b"before", written, b"\x12\x04data"].concat()), "{written:?}");
        }
        for harmless in
            [&b"location"[..], b"\x0a\x12location_embedding.", b"\x0a\x0arelocation", b"", b"\x08"]
        {
            assert!(!has_external_data(harmless), "{harmless:?}");
        }
    }
}
