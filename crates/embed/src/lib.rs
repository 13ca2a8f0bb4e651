//! Text to vector, with a sentence model on this computer. The only crate that knows ONNX.
//!
//! Must not know vaults, memories, keys or the network. The model and the ONNX Runtime library are files that
//! ship with Keepsake ([`Assets`]); a person may choose another model from a folder of their own, which says in a
//! [`Manifest`] what it is. A model's hashes are checked each time it is loaded.
//!
//! A text goes through the model alone, never in a batch: the bundled model's quantisation ranges are worked out
//! per run, so a text's vector would otherwise depend on its neighbours.

mod assets;
mod manifest;
mod model;
mod quiet;
mod window;

pub use assets::{Assets, BUNDLED_ID, RUNTIME_FILE};
pub use manifest::{Description, MANIFEST_FILE, Manifest, Pooling};
pub use model::{Model, Sessions};
pub use quiet::silence_runtime;
pub use window::{WINDOW_OVERLAP_TOKENS, WINDOW_TOKENS};

/// Which model made a vector, so that a later model can replace it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelInfo {
    /// The model's name and the start of its hash, such as `all-MiniLM-L6-v2-int8-db0aa7bb`.
    pub id: String,
    /// Length of its vectors.
    pub dimensions: usize,
}

/// The vector of one window of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct WindowVector {
    /// First byte of the window in the text, on a character boundary.
    pub start: usize,
    /// Byte after the window's last.
    pub end: usize,
    /// Unit length, `ModelInfo::dimensions` long.
    pub vector: Vec<f32>,
}

/// Whatever turns text into vectors; handed in, so that tests can hand in another.
pub trait Embedder: Send + Sync {
    /// Which model this is.
    fn info(&self) -> &ModelInfo;

    /// One vector for each window of `text`, in order; at least one for any text that is not blank.
    ///
    /// # Errors
    /// When the model cannot run. The text is in no error.
    fn embed(&self, text: &str) -> Result<Vec<WindowVector>, Error>;

    /// The same for a question. Some models want other words before a question than before what is kept.
    ///
    /// # Errors
    /// As [`Embedder::embed`].
    fn embed_question(&self, text: &str) -> Result<Vec<WindowVector>, Error> {
        self.embed(text)
    }

    /// How many texts can usefully be embedded at the same time, from as many threads.
    fn parallel(&self) -> usize {
        1
    }
}

/// Why a model could not be loaded or run. Never holds text that was to be embedded.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No folder beside the program holds the model or the runtime library.
    #[error(
        "{what} was not found beside the program: reinstall Keepsake, or run `cargo xtask build` in a checkout"
    )]
    Missing {
        /// Which file.
        what: String,
    },
    /// A file is not the one that Keepsake ships.
    #[error("{file} is not the one that Keepsake ships: reinstall Keepsake")]
    WrongHash {
        /// Which file.
        file: String,
    },
    /// A file could not be read.
    #[error("{file} could not be read: {source}")]
    Unreadable {
        /// Which file.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A person's own folder says nothing of itself.
    #[error(
        "the folder has no keepsake-model.json: choose a model's folder, or write one with `keepsake model manifest`"
    )]
    NoManifest,
    /// The manifest is out of its bounds.
    #[error("keepsake-model.json cannot be used: {why}")]
    BadManifest {
        /// What is wrong, without the file's own words.
        why: String,
    },
    /// The manifest is of a later form.
    #[error(
        "keepsake-model.json has format {found}, and this Keepsake knows {known}: install the newer Keepsake"
    )]
    NewerManifest {
        /// The form found.
        found: u64,
        /// The newest one known.
        known: u64,
    },
    /// A folder that calls itself the bundled model.
    #[error(
        "this is the name of the built-in model: choose that one, or give the folder's model another name"
    )]
    IsBundled,
    /// A link, a folder or a device in the place of a file.
    #[error("{file} is no ordinary file: copy the file itself into the folder")]
    NotAFile {
        /// Which file.
        file: String,
    },
    /// A file over the limit.
    #[error("{file} is too large for a model's: at most 2 GB for model.onnx, 64 MB for the others")]
    TooLarge {
        /// Which file.
        file: String,
    },
    /// A file is not the one that the manifest names.
    #[error("{file} has another hash than keepsake-model.json says: it was changed, or not copied whole")]
    ChangedFile {
        /// Which file.
        file: String,
    },
    /// The folder holds another model than the one that was chosen.
    #[error("the folder holds another model than the one that was chosen: put it back, or choose anew")]
    ChangedModel,
    /// The weights lie in files that no hash covers.
    #[error("model.onnx keeps weights in other files, which are not read: export it as one file")]
    ExternalData,
    /// What comes out is not what the manifest says.
    #[error("the model does not give what keepsake-model.json says: {why}")]
    WrongOutput {
        /// In which way.
        why: String,
    },
    /// The runtime library or the model refused to load.
    #[error("the model could not be loaded: {0}")]
    Load(String),
    /// The model failed on a text.
    #[error("the model could not read this text")]
    Run,
}
