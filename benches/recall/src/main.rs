//! Measures recall: speed, memory, exactness, beside others on the same texts.

mod corpus;

use std::path::PathBuf;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        arguments.iter().position(|a| a == name).and_then(|at| arguments.get(at + 1)).map(PathBuf::from)
    };
    let texts = value("--texts").context("--texts FILE is missing")?;
    let folder = value("--cache").context("--cache FOLDER is missing")?;
    let corpus = corpus::Corpus::read(&texts)?;
    let all = corpus.texts(corpus::EMBEDDED);
    let (vectors, questions) = corpus::vectors(&all, &corpus.questions, &folder)?;
    println!("{} {}", vectors.len(), questions.len());
    Ok(())
}
