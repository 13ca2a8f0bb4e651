//! The bundled model, from outside. Needs the runtime library and model beside the programs, where
//! `cargo xtask test` puts them.

#![allow(clippy::unwrap_used)]

use std::sync::OnceLock;

use keepsake_embed::{Assets, Embedder, Error, Model, Sessions};

fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| Model::load(&Assets::locate().unwrap(), Sessions::Import).unwrap())
}

fn cosine(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn one(text: &str) -> Vec<f32> {
    let windows = model().embed(text).unwrap();
    assert_eq!(windows.len(), 1);
    windows[0].vector.clone()
}

#[test]
fn vectors_have_unit_length_and_the_model_s_dimensions() {
    let vector = one("Dark roast, never after three in the afternoon.");
    assert_eq!(vector.len(), model().info().dimensions);
    assert!((cosine(&vector, &vector) - 1.0).abs() < 1e-5);
}

#[test]
fn meaning_is_nearer_than_chance() {
    let question = one("when do I stop having caffeine");
    let near = one("I drink dark roast, never after three in the afternoon: it ruins my sleep.");
    let far = one("The bicycle's rear tyre takes four bar.");
    assert!(cosine(&question, &near) > cosine(&question, &far) + 0.15);
}

#[test]
fn a_vector_never_depends_on_its_neighbours() {
    let alone = one("The spare key is with the neighbour.");
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let alone = &alone;
            scope.spawn(move || {
                for round in 0..5 {
                    one(&format!("noise {thread} {round} {}", "and more ".repeat(round)));
                    assert_eq!(&one("The spare key is with the neighbour."), alone);
                }
            });
        }
    });
}

#[test]
fn the_end_of_a_long_text_is_found_too() {
    let filler = "The meeting went on about budgets, rooms and the colour of folders. ".repeat(60);
    let text = format!("{filler} Mira is allergic to hazelnut.");
    let windows = model().embed(&text).unwrap();
    assert!(windows.len() > 2);
    assert_eq!((windows[0].start, windows[windows.len() - 1].end), (0, text.len()));
    let question = one("who cannot eat hazelnuts?");
    let score = |i: usize| cosine(&question, &windows[i].vector);
    assert!((0..windows.len() - 1).all(|i| score(i) < score(windows.len() - 1)));
}

#[test]
fn blank_text_has_no_vector_and_odd_text_does_not_fail() {
    assert!(model().embed(" \n\t").unwrap().is_empty());
    let dense = "x".repeat(65_536);
    let han = "漢字".repeat(3000);
    for odd in ["\u{0}", "\u{200d}\u{fe0f}", "🙂", dense.as_str(), han.as_str()] {
        assert!(model().embed(odd).is_ok());
    }
}

#[test]
fn a_model_that_is_not_ours_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let found = Assets::locate().unwrap();
    for file in std::fs::read_dir(&found.model).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    let path = folder.path().join("model.onnx");
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let changed = Assets { model: folder.path().to_path_buf(), runtime: found.runtime };
    assert!(matches!(Model::load(&changed, Sessions::OneText), Err(Error::WrongHash { .. })));
}
