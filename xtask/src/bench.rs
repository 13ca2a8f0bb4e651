//! `cargo xtask bench`: measurements by name.

use std::process::ExitCode;

use anyhow::{Result, bail};

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
}

const BENCHES: [Bench; 1] = [Bench {
    name: "recall",
    about: "the index in RAM: build, search, memory",
    package: "keepsake-recall",
    example: "speed",
    needs: &[Need::Compiler],
}];

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
    Step::new(&format!("measure {}", bench.name), cargo())
        .args(["run", "--release", "--package", bench.package, "--example", bench.example, "--"])
        .args(rest)
        .within(&project.root)
        .next("the message above says why")
        .run()?;
    Ok(ExitCode::SUCCESS)
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
