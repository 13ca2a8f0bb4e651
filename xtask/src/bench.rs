//! `cargo xtask bench`: measurements by name.

use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::check;
use crate::prepare::{Need, prepare};
use crate::project::{Project, cargo};
use crate::step::Step;

/// One measurement: a program that prints its figures.
struct Bench {
    name: &'static str,
    about: &'static str,
    program: Program,
    needs: &'static [Need],
    /// A Python script that measures other programs on the same texts, and says so where they are not installed.
    peers: Option<&'static str>,
}

enum Program {
    /// An example of a package, handed a folder for its texts if others are measured on them.
    Example { package: &'static str, example: &'static str },
    /// A package of its own outside the workspace, as it brings what it compares with; handed texts and a folder that keeps
    /// what is slow to make.
    Package { manifest: &'static str, texts: &'static str },
    /// The same package twice, once without encryption, so that what it costs can be told.
    Encryption { manifest: &'static str, texts: &'static str },
    /// A test of the real window that prints what it measures when it is told how many memories to measure at.
    Window { test: &'static str, memories: usize },
    /// A test of a package that is left out otherwise, and prints what it measures.
    Test { package: &'static str, test: &'static str, memories: usize },
}

const BENCHES: [Bench; 6] = [
    Bench {
        name: "recall",
        about: "the index in RAM: speed, memory, exactness, quality, beside what others use; a whole vault, with its snapshot and without; the first run embeds for minutes",
        program: Program::Package {
            manifest: "benches/recall/Cargo.toml",
            texts: "assets/sample/memories.jsonl",
        },
        needs: &[Need::Compiler, Need::Runtime],
        peers: None,
    },
    Bench {
        name: "encryption",
        about: "what encryption costs: unlocking, searching and capturing at 100,000 memories beside the same code without it; builds it twice and fills two vaults",
        program: Program::Encryption {
            manifest: "benches/recall/Cargo.toml",
            texts: "assets/sample/memories.jsonl",
        },
        needs: &[Need::Compiler, Need::Runtime],
        peers: None,
    },
    Bench {
        name: "window",
        about: "the real window at 100,000 memories: how long typing ever holds it up; the first run fills a vault for minutes",
        program: Program::Window { test: "typing", memories: 100_000 },
        needs: check::WINDOW_NEEDS,
        peers: None,
    },
    Bench {
        name: "start",
        about: "starting, memory and the capture window beside the least that Tauri can show",
        program: Program::Window { test: "starting_beside", memories: 1000 },
        needs: check::WINDOW_NEEDS,
        peers: None,
    },
    Bench {
        name: "export",
        about: "taking 100,000 memories out in each form beside `sqlite3 .dump`, and new keys beside a bare `sqlcipher_export`",
        program: Program::Test {
            package: "keepsake-vault",
            test: "taking_out_and_new_keys",
            memories: 100_000,
        },
        needs: &[Need::Compiler],
        peers: None,
    },
    Bench {
        name: "filter",
        about: "looking for private data: clean, dense and hostile text, beside what others use",
        program: Program::Example { package: "keepsake-filter", example: "speed" },
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
    let folder = project.root.join("target").join("bench").join(bench.name);
    std::fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let measure = || Step::new(&format!("measure {}", bench.name), cargo()).args(["run", "--release"]);
    let run = |step: Step| step.within(&project.root).next("the message above says why").run();
    match bench.program {
        Program::Example { package, example } => {
            let step = measure().args(["--package", package, "--example", example, "--"]).args(rest);
            run(if bench.peers.is_some() { step.arg("--write").arg(&folder) } else { step })?;
        }
        // Of an argument that is given twice the first counts.
        Program::Package { manifest, texts } => run(measure()
            .args(["--manifest-path", manifest, "--target-dir"])
            .arg(&project.target)
            .arg("--")
            .args(rest)
            .args(["--texts", texts, "--cache"])
            .arg(&folder))?,
        Program::Encryption { manifest, texts } => {
            // Apart from everything else, so that nothing that is used is ever built without encryption.
            let apart = project.target.join("plain");
            let build = Step::new("build it without encryption, for measuring only", cargo());
            run(build
                .args(["build", "--release", "--manifest-path", manifest, "--target-dir"])
                .arg(&apart)
                .env("RUSTFLAGS", "--cfg keepsake_plain_for_measuring"))?;
            run(measure()
                .args(["--manifest-path", manifest, "--target-dir"])
                .arg(&project.target)
                .arg("--")
                .args(rest)
                .args(["--texts", texts, "--only", "vault", "--sizes", "100000", "--plain"])
                .arg(apart.join("release").join("keepsake-recall-bench"))
                .arg("--cache")
                .arg(&folder))?;
        }
        Program::Window { test, memories } => {
            // What starting is measured beside.
            let empty = Step::new("build the empty window", cargo());
            run(empty.args([
                "build",
                "--release",
                "--package",
                "keepsake-desktop",
                "--features",
                "keepsake-desktop/custom-protocol",
                "--example",
                "empty",
            ]))?;
            let variables = [
                ("KEEPSAKE_BENCH_MEMORIES", memories.to_string()),
                ("KEEPSAKE_BENCH_FOLDER", folder.display().to_string()),
            ];
            check::in_window(project, &[test, "--nocapture"], &variables)?;
        }
        Program::Test { package, test, memories } => {
            let test_run = Step::new(&format!("measure {}", bench.name), cargo());
            run(test_run
                .args([
                    "test",
                    "--release",
                    "--package",
                    package,
                    "--lib",
                    "--",
                    "--ignored",
                    "--nocapture",
                    test,
                ])
                .env("KEEPSAKE_BENCH_MEMORIES", memories.to_string()))?;
        }
    }
    match bench.peers {
        Some(script) if has_python() => {
            Step::new("measure others on the same texts", "python3")
                .arg(script)
                .arg(&folder)
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
