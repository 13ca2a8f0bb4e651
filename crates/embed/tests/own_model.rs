//! A model from a person's own folder, from outside. The bundled model's files under another name and with another
//! pooling are another model: other vectors, another id.

#![allow(clippy::unwrap_used)]

use std::path::Path;

use keepsake_embed::{
    Assets, Description, Embedder, Error, MANIFEST_FILE, Manifest, Model, Pooling, Sessions,
};
use tempfile::TempDir;

fn description() -> Description {
    Description {
        name: "first-token".to_owned(),
        dimensions: 384,
        pooling: Pooling::Cls,
        max_tokens: 256,
        question_prefix: String::new(),
        memory_prefix: String::new(),
    }
}

/// The bundled model's files in a folder of their own, without a manifest.
fn files() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let found = Assets::locate().unwrap();
    for name in
        ["model.onnx", "tokenizer.json", "config.json", "special_tokens_map.json", "tokenizer_config.json"]
    {
        std::fs::copy(found.model.join(name), folder.path().join(name)).unwrap();
    }
    folder
}

fn load(folder: &Path, chosen: Option<&[u8; 32]>) -> Result<Model, Error> {
    Model::load_folder(&Assets::locate().unwrap(), folder, chosen, Sessions::OneText)
}

fn refusal(folder: &Path) -> Error {
    load(folder, None).err().unwrap()
}

/// Changes the manifest as text, past its own checks.
fn rewrite(folder: &Path, from: &str, to: &str) {
    let path = folder.join(MANIFEST_FILE);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{text}");
    std::fs::write(&path, text.replace(from, to)).unwrap();
}

fn cosine(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

#[test]
fn another_pooling_is_another_model() {
    let folder = files();
    let manifest = Manifest::describe(folder.path(), description()).unwrap();
    assert_eq!(manifest, Manifest::read(folder.path()).unwrap());
    let model = load(folder.path(), Some(&manifest.fingerprint())).unwrap();
    assert_eq!(model.info().id, "first-token-db0aa7bb");
    let own = model.embed("The spare key is with the neighbour.").unwrap();
    let bundled = Model::load(&Assets::locate().unwrap(), Sessions::OneText).unwrap();
    let other = bundled.embed("The spare key is with the neighbour.").unwrap();
    assert!((cosine(&own[0].vector, &own[0].vector) - 1.0).abs() < 1e-5);
    assert!(cosine(&own[0].vector, &other[0].vector) < 0.99);
    assert!(matches!(Manifest::describe(folder.path(), description()), Err(Error::Unreadable { .. })));
}

#[test]
fn prefixes_go_before_questions_and_before_memories() {
    let folder = files();
    let description = Description {
        question_prefix: "query: ".to_owned(),
        memory_prefix: "passage: ".to_owned(),
        ..description()
    };
    Manifest::describe(folder.path(), Description { name: "prefixed".to_owned(), ..description }).unwrap();
    let model = load(folder.path(), None).unwrap();
    let text = "Mira is allergic to hazelnut.";
    let (memory, question) = (model.embed(text).unwrap(), model.embed_question(text).unwrap());
    assert_ne!(memory[0].vector, question[0].vector);
    assert_eq!((memory[0].start, memory[0].end), (0, text.len()), "the prefix is in no window");
}

#[test]
fn windows_follow_the_model_s_own_limit() {
    let folder = files();
    Manifest::describe(folder.path(), Description { max_tokens: 32, ..description() }).unwrap();
    let model = load(folder.path(), None).unwrap();
    let text =
        format!("{}Mira is allergic to hazelnut.", "The meeting went on about the budget. ".repeat(12));
    let windows = model.embed(&text).unwrap();
    assert!(windows.len() > 3);
    assert_eq!((windows[0].start, windows[windows.len() - 1].end), (0, text.len()));
    assert!(windows.windows(2).all(|pair| pair[1].start < pair[0].end));
}

#[test]
fn a_file_that_is_changed_missing_or_a_link_is_refused() {
    let folder = files();
    let path = folder.path();
    Manifest::describe(path, description()).unwrap();
    for name in
        ["model.onnx", "tokenizer.json", "config.json", "special_tokens_map.json", "tokenizer_config.json"]
    {
        let kept = std::fs::read(path.join(name)).unwrap();
        let mut changed = kept.clone();
        changed[kept.len() / 2] ^= 1;
        std::fs::write(path.join(name), &changed).unwrap();
        assert!(matches!(refusal(path), Error::ChangedFile { file } if file == name));
        std::fs::remove_file(path.join(name)).unwrap();
        assert!(matches!(refusal(path), Error::Unreadable { file, .. } if file == name));
        #[cfg(unix)]
        {
            let outside = tempfile::tempdir().unwrap();
            std::fs::write(outside.path().join(name), &kept).unwrap();
            std::os::unix::fs::symlink(outside.path().join(name), path.join(name)).unwrap();
            assert!(matches!(refusal(path), Error::NotAFile { file } if file == name));
            std::fs::remove_file(path.join(name)).unwrap();
        }
        std::fs::write(path.join(name), kept).unwrap();
    }
    assert!(load(path, None).is_ok());
}

#[test]
fn a_folder_that_was_given_another_model_is_not_the_one_chosen() {
    let folder = files();
    let chosen = Manifest::describe(folder.path(), description()).unwrap().fingerprint();
    rewrite(folder.path(), "\"cls\"", "\"mean\"");
    assert!(matches!(load(folder.path(), Some(&chosen)), Err(Error::ChangedModel)));
    // The hashes in the folder agree with each other, and still it is not what was chosen.
    std::fs::remove_file(folder.path().join(MANIFEST_FILE)).unwrap();
    let mut config = std::fs::read(folder.path().join("config.json")).unwrap();
    config.push(b'\n');
    std::fs::write(folder.path().join("config.json"), config).unwrap();
    Manifest::describe(folder.path(), description()).unwrap();
    assert!(matches!(load(folder.path(), Some(&chosen)), Err(Error::ChangedModel)));
    assert!(load(folder.path(), None).is_ok());
}

#[test]
fn a_model_that_does_not_give_what_it_says_is_refused() {
    let folder = files();
    Manifest::describe(folder.path(), Description { dimensions: 383, ..description() }).unwrap();
    assert!(matches!(refusal(folder.path()), Error::WrongOutput { why } if why == "384 dimensions, not 383"));
    std::fs::remove_file(folder.path().join(MANIFEST_FILE)).unwrap();
    let long = Description {
        memory_prefix: "a b c d e f g h i j k l m n o p ".to_owned(),
        max_tokens: 20,
        ..description()
    };
    Manifest::describe(folder.path(), long).unwrap();
    assert!(matches!(refusal(folder.path()), Error::BadManifest { .. }));
}

#[test]
fn files_that_are_no_model_are_refused_whatever_their_hashes() {
    for (name, bytes) in [
        ("model.onnx", b"no model at all".to_vec()),
        ("model.onnx", Vec::new()),
        ("model.onnx", b"weights: \x0a\x08location\x12\x0d../../secrets".to_vec()),
        ("tokenizer.json", b"{}".to_vec()),
        ("tokenizer.json", b"\xff\xfe".to_vec()),
        ("config.json", b"[".to_vec()),
        ("tokenizer_config.json", b"{}".to_vec()),
        ("tokenizer_config.json", br#"{"model_max_length": -5, "pad_token": "[PAD]"}"#.to_vec()),
        ("tokenizer_config.json", br#"{"model_max_length": 1, "pad_token": "[PAD]"}"#.to_vec()),
    ] {
        let folder = files();
        std::fs::write(folder.path().join(name), &bytes).unwrap();
        Manifest::describe(folder.path(), description()).unwrap();
        let Err(error) = load(folder.path(), None) else { panic!("{name} {:?} was taken", bytes.len()) };
        let external = bytes.starts_with(b"weights");
        assert_eq!(matches!(error, Error::ExternalData), external, "{name} {error}");
    }
}
