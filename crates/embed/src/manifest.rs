//! `keepsake-model.json`: what a person's own model folder says of itself, and the hashes of its files.
//! Must not load a model, and must not read a file that it does not name.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::Error;
use crate::assets::BUNDLED_ID;

/// The manifest's file name in a model's folder.
pub const MANIFEST_FILE: &str = "keepsake-model.json";
/// The newest form of the manifest that this program reads.
const FORMAT: u64 = 1;

/// The files that a model consists of, every one of them named in the manifest.
pub(crate) const FILES: [&str; 5] =
    ["model.onnx", "tokenizer.json", "config.json", "special_tokens_map.json", "tokenizer_config.json"];

const MANIFEST_LIMIT_BYTES: u64 = 64 * 1024;
const ONNX_LIMIT_BYTES: u64 = 2 * 1024 * 1024 * 1024;
const OTHER_LIMIT_BYTES: u64 = 64 * 1024 * 1024;
const NAME_LIMIT: usize = 64;
const PREFIX_LIMIT_BYTES: usize = 256;
const DIMENSIONS: std::ops::RangeInclusive<usize> = 1..=8192;
const MAX_TOKENS: std::ops::RangeInclusive<usize> = 16..=8192;

/// How the vectors of a text's tokens become the text's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pooling {
    /// Their mean.
    Mean,
    /// The first token's.
    Cls,
}

/// What a model's folder says of itself. Made by [`Manifest::read`] or [`Manifest::describe`]: always within bounds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    format: u64,
    name: String,
    dimensions: usize,
    pooling: Pooling,
    max_tokens: usize,
    /// Put before a question, as E5 and BGE models want it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    question_prefix: String,
    /// Put before each window of a memory.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    memory_prefix: String,
    /// SHA-256 of each file, 64 hexadecimal characters.
    files: BTreeMap<String, String>,
}

/// What a person says of a model that has no manifest yet.
#[derive(Debug, Clone)]
pub struct Description {
    /// The model's name: letters, digits, `-`, `_` and `.`.
    pub name: String,
    /// Length of its vectors, 1 to 8192.
    pub dimensions: usize,
    /// How its tokens' vectors are pooled.
    pub pooling: Pooling,
    /// Tokens that it takes, special ones included, 16 to 8192.
    pub max_tokens: usize,
    /// Put before a question; may be empty.
    pub question_prefix: String,
    /// Put before a memory; may be empty.
    pub memory_prefix: String,
}

/// Only the part that every later form keeps.
#[derive(Deserialize)]
struct AnyForm {
    format: u64,
}

impl Manifest {
    /// Reads the manifest in `folder` and checks its bounds. No other file is looked at.
    ///
    /// # Errors
    /// [`Error::NoManifest`], [`Error::NewerManifest`], [`Error::BadManifest`].
    pub fn read(folder: &Path) -> Result<Manifest, Error> {
        let bytes = read_file(folder, MANIFEST_FILE, MANIFEST_LIMIT_BYTES).map_err(|error| match error {
            Error::Unreadable { source, .. } if source.kind() == std::io::ErrorKind::NotFound => {
                Error::NoManifest
            }
            error => error,
        })?;
        // serde's own words quote what stands in the file, so they are not passed on.
        let form: AnyForm =
            serde_json::from_slice(&bytes).map_err(|_| bad("it is no JSON object with a \"format\""))?;
        if form.format > FORMAT {
            return Err(Error::NewerManifest { found: form.format, known: FORMAT });
        }
        let manifest: Manifest = serde_json::from_slice(&bytes).map_err(|_| {
            bad("it needs name, dimensions, pooling (mean or cls), max_tokens and files, each once and of its kind")
        })?;
        manifest.check()?;
        Ok(manifest)
    }

    /// Makes a manifest for the files that lie in `folder`, and writes it there.
    ///
    /// # Errors
    /// When the description is out of bounds, a file is missing, or there is a manifest already.
    pub fn describe(folder: &Path, description: Description) -> Result<Manifest, Error> {
        let mut manifest = Manifest {
            format: FORMAT,
            name: description.name,
            dimensions: description.dimensions,
            pooling: description.pooling,
            max_tokens: description.max_tokens,
            question_prefix: description.question_prefix,
            memory_prefix: description.memory_prefix,
            files: FILES.iter().map(|name| ((*name).to_owned(), "0".repeat(64))).collect(),
        };
        // Bounds first: hashing two gigabytes takes its time.
        manifest.check()?;
        for name in FILES {
            let hash = hex(&Sha256::digest(read_file(folder, name, limit_of(name))?));
            manifest.files.insert(name.to_owned(), hash);
        }
        manifest.check()?;
        let text = serde_json::to_string_pretty(&manifest).map_err(|_| bad("it cannot be written"))?;
        let written = File::create_new(folder.join(MANIFEST_FILE))
            .and_then(|mut file| std::io::Write::write_all(&mut file, format!("{text}\n").as_bytes()));
        written.map_err(|source| Error::Unreadable { file: MANIFEST_FILE.to_owned(), source })?;
        Ok(manifest)
    }

    fn check(&self) -> Result<(), Error> {
        if self.format == 0 {
            return Err(bad("format 0 was never used"));
        }
        let named = |character: char| character.is_ascii_alphanumeric() || "-_.".contains(character);
        let begins = self.name.starts_with(|first: char| first.is_ascii_alphanumeric());
        if !begins
            || self.name.len() > NAME_LIMIT
            || !self.name.chars().all(named)
            || self.name.contains("..")
        {
            return Err(bad(
                "the name may have up to 64 letters, digits, \"-\", \"_\" and \".\", and begins with a letter or digit",
            ));
        }
        if !DIMENSIONS.contains(&self.dimensions) {
            return Err(bad("dimensions must be from 1 to 8192"));
        }
        if !MAX_TOKENS.contains(&self.max_tokens) {
            return Err(bad("max_tokens must be from 16 to 8192"));
        }
        if self.question_prefix.len().max(self.memory_prefix.len()) > PREFIX_LIMIT_BYTES {
            return Err(bad("a prefix may have up to 256 bytes"));
        }
        // Exactly these names: so no path, inside the folder or out of it, is ever taken from the manifest.
        if self.files.len() != FILES.len() || !FILES.iter().all(|name| self.files.contains_key(*name)) {
            return Err(bad(
                "files must name model.onnx, tokenizer.json, config.json, special_tokens_map.json and tokenizer_config.json, and nothing else",
            ));
        }
        let is_hash = |hash: &String| {
            hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        };
        if !self.files.values().all(is_hash) {
            return Err(bad("each file needs its SHA-256 as 64 small hexadecimal characters"));
        }
        if self.id() == BUNDLED_ID {
            return Err(Error::IsBundled);
        }
        Ok(())
    }

    /// The model's id: its name and the first eight characters of the hash of `model.onnx`.
    pub fn id(&self) -> String {
        let hash = self.files.get("model.onnx").and_then(|hash| hash.get(..8)).unwrap_or_default();
        format!("{}-{hash}", self.name)
    }

    /// SHA-256 over everything in the manifest that a vector depends on. Kept in the vault, it holds the folder to the
    /// model that was chosen: whoever changes a file there can change its hash in the manifest too.
    pub fn fingerprint(&self) -> [u8; 32] {
        let mut hash = Sha256::new_with_prefix(b"keepsake/model/v1");
        let mut part = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        part(self.name.as_bytes());
        part(&(self.dimensions as u64).to_be_bytes());
        part(&(self.max_tokens as u64).to_be_bytes());
        part(match self.pooling {
            Pooling::Mean => b"mean",
            Pooling::Cls => b"cls",
        });
        part(self.question_prefix.as_bytes());
        part(self.memory_prefix.as_bytes());
        for (name, digest) in &self.files {
            part(name.as_bytes());
            part(digest.as_bytes());
        }
        hash.finalize().into()
    }

    /// Length of the model's vectors.
    pub fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// How its tokens' vectors are pooled.
    pub fn pooling(&self) -> Pooling {
        self.pooling
    }

    /// Tokens that it takes, special ones included.
    pub fn max_tokens(&self) -> usize {
        self.max_tokens
    }

    /// What is put before a question and before a memory.
    pub(crate) fn prefixes(&self) -> (&str, &str) {
        (&self.question_prefix, &self.memory_prefix)
    }

    /// Reads one of the model's files and compares its hash with the manifest's.
    pub(crate) fn read_checked(&self, folder: &Path, name: &str) -> Result<Vec<u8>, Error> {
        let bytes = read_file(folder, name, limit_of(name))?;
        if self.files.get(name) != Some(&hex(&Sha256::digest(&bytes))) {
            return Err(Error::ChangedFile { file: name.to_owned() });
        }
        Ok(bytes)
    }
}

fn limit_of(name: &str) -> u64 {
    if name == "model.onnx" { ONNX_LIMIT_BYTES } else { OTHER_LIMIT_BYTES }
}

/// Reads an ordinary file of at most `limit_bytes`. A link is refused: it could lead out of the folder.
fn read_file(folder: &Path, name: &str, limit_bytes: u64) -> Result<Vec<u8>, Error> {
    let unreadable = |source| Error::Unreadable { file: name.to_owned(), source };
    let path = folder.join(name);
    if !std::fs::symlink_metadata(&path).map_err(unreadable)?.is_file() {
        return Err(Error::NotAFile { file: name.to_owned() });
    }
    let mut bytes = Vec::new();
    File::open(&path)
        .and_then(|file| file.take(limit_bytes + 1).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    if bytes.len() as u64 > limit_bytes {
        return Err(Error::TooLarge { file: name.to_owned() });
    }
    Ok(bytes)
}

fn bad(why: &str) -> Error {
    Error::BadManifest { why: why.to_owned() }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn good() -> Value {
        let files: BTreeMap<&str, String> = FILES.iter().map(|name| (*name, "ab".repeat(32))).collect();
        json!({ "format": 1, "name": "a-model", "dimensions": 384, "pooling": "cls", "max_tokens": 256, "files": files })
    }

    fn read(value: &Value) -> Result<Manifest, Error> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(MANIFEST_FILE), value.to_string()).unwrap();
        Manifest::read(folder.path())
    }

    #[test]
    fn a_manifest_is_read_and_unknown_fields_do_not_matter() {
        let mut value = good();
        let plain = read(&value).unwrap();
        assert_eq!(plain.id(), "a-model-abababab");
        value["homepage"] = json!("https://example.org");
        assert_eq!(read(&value).unwrap(), plain);
        value["question_prefix"] = json!("query: ");
        assert_ne!(read(&value).unwrap().fingerprint(), plain.fingerprint());
    }

    #[test]
    fn what_is_out_of_bounds_is_refused() {
        for (field, wrong) in [
            ("name", json!("")),
            ("name", json!("../escape")),
            ("name", json!("a/b")),
            ("name", json!("a\\b")),
            ("name", json!("a..b")),
            ("name", json!(".hidden")),
            ("name", json!("a".repeat(65))),
            ("name", json!("Modèle")),
            ("dimensions", json!(0)),
            ("dimensions", json!(8193)),
            ("dimensions", json!(-1)),
            ("dimensions", json!("384")),
            ("max_tokens", json!(15)),
            ("max_tokens", json!(8193)),
            ("pooling", json!("last")),
            ("format", json!(0)),
            ("memory_prefix", json!("p".repeat(257))),
            ("files", json!({})),
            ("files", json!([])),
        ] {
            let mut value = good();
            value[field] = wrong.clone();
            assert!(matches!(read(&value), Err(Error::BadManifest { .. })), "{field} {wrong}");
        }
    }

    #[test]
    fn only_the_five_files_may_be_named() {
        for (name, hash) in [
            ("../../etc/passwd", "ab".repeat(32)),
            ("/etc/passwd", "ab".repeat(32)),
            ("sub/model.onnx", "ab".repeat(32)),
            ("model.onnx_data", "ab".repeat(32)),
            ("model.onnx", "AB".repeat(32)),
            ("model.onnx", "ab".repeat(31)),
            ("model.onnx", "zz".repeat(32)),
        ] {
            let mut value = good();
            value["files"][name] = json!(hash);
            assert!(matches!(read(&value), Err(Error::BadManifest { .. })), "{name}");
        }
        let mut value = good();
        value["files"].as_object_mut().unwrap().remove("config.json");
        assert!(matches!(read(&value), Err(Error::BadManifest { .. })));
    }

    #[test]
    fn a_newer_form_is_told_from_a_broken_one() {
        let newer = json!({ "format": 2, "models": ["another shape altogether"] });
        assert!(matches!(read(&newer), Err(Error::NewerManifest { found: 2, known: 1 })));
        assert!(matches!(read(&json!({ "name": "no format" })), Err(Error::BadManifest { .. })));
        assert!(matches!(read(&json!([1])), Err(Error::BadManifest { .. })));
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(Manifest::read(folder.path()), Err(Error::NoManifest)));
        std::fs::write(folder.path().join(MANIFEST_FILE), " ".repeat(70_000)).unwrap();
        assert!(matches!(Manifest::read(folder.path()), Err(Error::TooLarge { .. })));
    }

    #[test]
    fn nobody_may_take_the_built_in_model_s_name() {
        let mut value = good();
        value["name"] = json!("all-MiniLM-L6-v2-int8");
        value["files"]["model.onnx"] = json!(format!("db0aa7bb{}", "0".repeat(56)));
        assert!(matches!(read(&value), Err(Error::IsBundled)));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = folder.path().join("elsewhere.json");
        std::fs::write(&elsewhere, good().to_string()).unwrap();
        std::os::unix::fs::symlink(&elsewhere, folder.path().join(MANIFEST_FILE)).unwrap();
        assert!(matches!(Manifest::read(folder.path()), Err(Error::NotAFile { .. })));
    }
}
