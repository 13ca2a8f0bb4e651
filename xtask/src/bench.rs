//! `cargo xtask bench`: measurements by name.

use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::prepare::{Need, prepare};
use crate::project::{Project, cargo};
use crate::step::Step;

/// One measurement: an example that prints its figures.
struct Bench {
    name: &'static str,
    about: &'static str,
    package: &'static str,
    example: &'static str,
    needs: &'static [Need],
    /// A Python script that measures other programs on the same texts, and says so where they are not installed.
    peers: Option<&'static str>,
}

const BENCHES: [Bench; 2] = [
    Bench {
        name: "recall",
        about: "the index in RAM: build, search, memory",
        package: "keepsake-recall",
        example: "speed",
        needs: &[Need::Compiler],
        peers: None,
    },
    Bench {
        name: "filter",
        about: "looking for private data: clean, dense and hostile text, beside what others use",
        package: "keepsake-filter",
        example: "speed",
        needs: &[Need::Compiler],
        peers: Some("xtask/peers/filter.py"),
    },
];

/// Runs the named measurement; arguments behind the name go to it. Without a name: says what there is.
pub fn bench(project: &Project, arguments: &[String]) -> Result<ExitCode> {
    let Some((name, rest)) = arguments.split_first() else {
        println!("{}", listing());
        return Ok(ExitCode::SUCCESS);
    };
    let Some(bench) = BENCHES.iter().find(|bench| bench.name == name) else {
        bail!("there is no measurement {name:?}\n{}", listing());
    };
    prepare(project, bench.needs)?;
    let texts = project.root.join("target").join("bench").join(bench.name);
    let mut measure = Step::new(&format!("measure {}", bench.name), cargo())
        .args(["run", "--release", "--package", bench.package, "--example", bench.example, "--"])
        .args(rest);
    if bench.peers.is_some() {
        std::fs::create_dir_all(&texts).with_context(|| format!("making {}", texts.display()))?;
        measure = measure.arg("--write").arg(&texts);
    }
    measure.within(&project.root).next("the message above says why").run()?;
    match bench.peers {
        Some(script) if has_python() => {
            Step::new("measure others on the same texts", "python3")
                .arg(script)
                .arg(&texts)
                .within(&project.root)
                .next("the message above says why")
                .run()?;
        }
        Some(_) => println!("Others, such as Presidio: not measured, as python3 is not installed."),
        None => {}
    }
    Ok(ExitCode::SUCCESS)
}

fn has_python() -> bool {
    Command::new("python3").arg("--version").output().is_ok_and(|output| output.status.success())
}

fn listing() -> String {
    let lines = BENCHES.map(|bench| format!("  cargo xtask bench {:<10} {}", bench.name, bench.about));
    format!("Measurements:\n{}", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measurement_is_listed() {
        assert!(BENCHES.iter().all(|bench| listing().contains(bench.name)));
    }
}
