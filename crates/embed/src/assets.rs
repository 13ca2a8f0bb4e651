//! Where the model and the ONNX Runtime library lie. Must not load either.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::Error;

/// The runtime library's file name on this system.
pub const RUNTIME_FILE: &str = if cfg!(target_os = "windows") {
    "onnxruntime.dll"
} else if cfg!(target_os = "macos") {
    "libonnxruntime.dylib"
} else {
    "libonnxruntime.so"
};

/// The bundled model's id: its name and the start of its hash.
pub const BUNDLED_ID: &str = "all-MiniLM-L6-v2-int8-db0aa7bb";

/// SHA-256 of the files whose change would change vectors (from `assets/model/README.md`).
const HASHES: [(&str, &str); 5] = [
    ("model.onnx", "db0aa7bba0cfe5da5f4a159bf139fc3404b3aba06431c945cd8f2c4d69ce43fb"),
    ("tokenizer.json", "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"),
    ("config.json", "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41"),
    ("special_tokens_map.json", "303df45a03609e4ead04bc3dc1536d0ab19b5358db685b6f3da123d05ec200e3"),
    ("tokenizer_config.json", "acb92769e8195aabd29b7b2137a9e6d6e25c476a4f15aa4355c233426c61576b"),
];

/// The two things that embedding needs from disk.
#[derive(Debug, Clone)]
pub struct Assets {
    /// The ONNX Runtime library.
    pub runtime: PathBuf,
    /// The folder of the model.
    pub model: PathBuf,
}

impl Assets {
    /// Looks beside the running program, then where packages put libraries and resources.
    ///
    /// # Errors
    /// [`Error::Missing`] names what was not found.
    pub fn locate() -> Result<Assets, Error> {
        let program = std::env::current_exe().and_then(|path| path.canonicalize());
        let folder = program.ok().and_then(|path| path.parent().map(Path::to_path_buf)).unwrap_or_default();
        Assets::locate_from(&folder)
    }

    /// [`Assets::locate`] for a program that lies in `folder`.
    ///
    /// # Errors
    /// [`Error::Missing`] names what was not found.
    pub fn locate_from(folder: &Path) -> Result<Assets, Error> {
        // A test program lies in `deps/`, one below the programs; packages split programs from resources.
        let places = ["", "..", "../lib/keepsake", "../lib/Keepsake", "../Resources", "resources"];
        let find = |name: &str| {
            let path = places.iter().map(|place| folder.join(place).join(name)).find(|path| path.exists());
            path.ok_or_else(|| Error::Missing { what: name.to_owned() })
        };
        let model = find("model/model.onnx")?;
        Ok(Assets {
            runtime: find(RUNTIME_FILE)?,
            model: model.parent().map(Path::to_path_buf).unwrap_or_default(),
        })
    }

    /// Reads one of the model's files and compares its hash with the one that Keepsake ships.
    pub(crate) fn read_checked(&self, name: &str) -> Result<Vec<u8>, Error> {
        let bytes = std::fs::read(self.model.join(name))
            .map_err(|source| Error::Unreadable { file: name.to_owned(), source })?;
        let expected = HASHES.iter().find(|(file, _)| *file == name).map(|(_, hash)| *hash);
        let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if expected != Some(found.as_str()) {
            return Err(Error::WrongHash { file: name.to_owned() });
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_the_model_is_named_as_missing() {
        let folder = tempfile::tempdir().unwrap();
        let error = Assets::locate_from(folder.path()).unwrap_err();
        assert!(matches!(error, Error::Missing { what } if what == "model/model.onnx"));
    }

    #[test]
    fn a_package_keeps_them_in_its_library_folder() {
        let root = tempfile::tempdir().unwrap();
        let programs = root.path().join("usr/bin");
        let library = root.path().join("usr/lib/keepsake");
        std::fs::create_dir_all(&programs).unwrap();
        std::fs::create_dir_all(library.join("model")).unwrap();
        std::fs::write(library.join("model/model.onnx"), b"").unwrap();
        let error = Assets::locate_from(&programs).unwrap_err();
        assert!(matches!(error, Error::Missing { what } if what == RUNTIME_FILE));
        std::fs::write(library.join(RUNTIME_FILE), b"").unwrap();
        let assets = Assets::locate_from(&programs).unwrap();
        assert_eq!(assets.model.canonicalize().unwrap(), library.join("model").canonicalize().unwrap());
        assert!(assets.runtime.starts_with(&programs));
    }

    #[test]
    fn a_changed_model_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("config.json"), b"{}").unwrap();
        let assets = Assets { runtime: PathBuf::new(), model: folder.path().to_path_buf() };
        assert!(matches!(assets.read_checked("config.json"), Err(Error::WrongHash { .. })));
        assert!(matches!(assets.read_checked("tokenizer.json"), Err(Error::Unreadable { .. })));
    }
}
