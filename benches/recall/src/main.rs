//! Measures recall: speed, memory, exactness, beside others on the same texts. `cargo xtask bench recall` starts it.

mod corpus;
mod import;
mod peers;
mod quality;
mod speed;
mod vault;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        arguments.iter().position(|a| a == name).and_then(|at| arguments.get(at + 1)).map(String::as_str)
    };
    let texts = PathBuf::from(value("--texts").context("--texts FILE is missing")?);
    let folder = PathBuf::from(value("--cache").context("--cache FOLDER is missing")?);
    let parts: Vec<&str> =
        value("--only").unwrap_or("quality,speed,exactness,peers,vault").split(',').collect();
    let sizes: Vec<usize> = value("--sizes")
        .unwrap_or("10000,100000,1000000")
        .split(',')
        .map(str::parse)
        .collect::<Result<_, _>>()?;
    let corpus = corpus::Corpus::read(&texts)?;
    if parts.contains(&"import") {
        import::measure(&corpus, &folder)?;
        if parts.len() == 1 {
            return Ok(());
        }
    }
    let all = corpus.texts(corpus::EMBEDDED);
    let (vectors, asked) = corpus::vectors(&all, &corpus.questions, &folder)?;
    let set = Set { corpus, vectors, asked };
    if let (Some(phase), Some(&size)) = (value("--phase"), sizes.first()) {
        return vault::phase(&set, size, &folder, phase);
    }
    if parts.contains(&"quality") {
        quality::measure(&set);
    }
    for size in sizes {
        if parts.contains(&"speed") {
            speed::measure(&set, size);
        }
        if parts.contains(&"exactness") {
            speed::exactness(&set, size);
        }
        // At a million, FTS5 and vec0 take minutes to fill and a second a question.
        if parts.contains(&"peers") && size <= 100_000 {
            peers::measure(&set, size, &folder)?;
        }
        // A vault of a million takes half an hour to fill.
        if parts.contains(&"vault") && size <= 100_000 {
            let size_argument = size.to_string();
            let again = |program: Option<&Path>| -> Result<Command> {
                let mut command =
                    Command::new(program.map_or_else(std::env::current_exe, |path| Ok(path.to_owned()))?);
                command.arg("--texts").arg(&texts).arg("--cache").arg(&folder);
                command.args(["--sizes", &size_argument]);
                Ok(command)
            };
            match value("--plain") {
                Some(plain) => vault::compare(size, &again, Path::new(plain))?,
                None => vault::measure(&set, size, &folder, &|| again(None))?,
            }
        }
    }
    Ok(())
}

/// What is measured on.
pub struct Set {
    corpus: corpus::Corpus,
    vectors: Vec<Vec<f32>>,
    /// The questions' vectors.
    asked: Vec<Vec<f32>>,
}
