//! `cargo xtask test`: the checks that a change must pass, each named, timed and able to run alone.
//!
//! Rust code is linted and tested in the profile that `profile` describes. Must not know how a machine is
//! prepared: a check names its needs.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::deny;
use crate::frontend::npm;
use crate::package;
use crate::prepare::{self, Need};
use crate::profile::checked;
use crate::programs::{self, FEATURES};
use crate::project::{Project, cargo, on_path, program};
use crate::step::{Step, elapsed};
use crate::window::Session;

/// Where tests find the programs; in the environment of every test.
const PROGRAMS: &str = "KEEPSAKE_TEST_PROGRAMS";
/// Set to 1 for tests that need a Secret Service.
const KEYCHAIN: &str = "KEEPSAKE_TEST_KEYCHAIN";
/// Set to 1 for tests that drive the real window.
const WINDOW: &str = "KEEPSAKE_TEST_WINDOW";
/// Set to 1 to write the page's types instead of comparing them.
const WRITE_BINDINGS: &str = "KEEPSAKE_WRITE_BINDINGS";

/// One named part of the suite.
struct Check {
    name: &'static str,
    about: &'static str,
    needs: &'static [Need],
    /// A check without which this one makes no sense.
    after: Option<&'static str>,
    /// Why it cannot run here, if so.
    skipped: fn(&Project) -> Option<&'static str>,
    run: fn(&Project) -> Result<()>,
}

const RUST: &[Need] = programs::NEEDS;

/// The suite, quick ones first.
const CHECKS: [Check; 11] = [
    Check {
        name: "format",
        about: "rustfmt and prettier would change nothing",
        needs: &[Need::Lints, Need::NodeModules],
        after: None,
        skipped: never,
        run: format,
    },
    Check {
        name: "types",
        about: "svelte-check and TypeScript find nothing",
        needs: &[Need::NodeModules],
        after: None,
        skipped: never,
        run: types,
    },
    Check {
        name: "ui",
        about: "tests of the pages",
        needs: &[Need::NodeModules],
        after: None,
        skipped: never,
        run: ui,
    },
    Check {
        name: "lints",
        about: "clippy finds nothing",
        needs: &[Need::Compiler, Need::WebView, Need::NodeModules, Need::Pages, Need::Lints],
        after: None,
        skipped: never,
        run: lints,
    },
    Check {
        name: "rust",
        about: "every Rust test, doc tests and drift of the page's types included",
        needs: RUST,
        after: None,
        skipped: never,
        run: rust,
    },
    Check {
        name: "programs",
        about: "keepsake and keepsake-desktop as people get them",
        needs: RUST,
        after: None,
        skipped: never,
        run: programs::build,
    },
    Check {
        name: "symbols",
        about: "the app exports no sqlite3_ symbol",
        needs: &[Need::TestSession],
        after: Some("programs"),
        skipped: not_linux,
        run: symbols,
    },
    Check {
        name: "package",
        about: "the .deb does the main job in a bare root",
        needs: package::NEEDS,
        after: Some("programs"),
        skipped: package::not_here,
        run: package::check,
    },
    Check {
        name: "keychain",
        about: "keys in a real Secret Service",
        needs: &[Need::Compiler, Need::TestSession],
        after: None,
        skipped: not_linux,
        run: keychain,
    },
    Check {
        name: "window",
        about: "the real window, driven from outside",
        needs: WINDOW_NEEDS,
        after: Some("programs"),
        skipped: not_linux,
        run: window,
    },
    Check {
        name: "deny",
        about: "licences, banned crates, sources",
        needs: &[],
        after: None,
        skipped: deny::not_installed,
        run: deny::check_offline,
    },
];

/// How a check ended.
enum Outcome {
    Passed(Duration),
    Failed(Duration, String),
    Skipped(String),
}

/// Runs the suite, or the checks that `--only` names, and sums up.
pub fn test(project: &Project, arguments: &[String]) -> Result<ExitCode> {
    if arguments == ["--list"] {
        for check in &CHECKS {
            println!("{:<10} {}", check.name, check.about);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let chosen = choose(arguments)?;
    let start = Instant::now();
    println!("Checks: {}", chosen.iter().map(|check| check.name).collect::<Vec<_>>().join(", "));
    let needs: Vec<Need> = chosen
        .iter()
        .filter(|check| (check.skipped)(project).is_none())
        .flat_map(|check| check.needs)
        .copied()
        .collect();
    prepare::prepare(project, &needs)?;

    let mut outcomes: Vec<(&Check, Outcome)> = Vec::new();
    for check in &chosen {
        println!("\n════ {}: {}", check.name, check.about);
        let failed_before = outcomes.iter().find(|(before, outcome)| {
            Some(before.name) == check.after && !matches!(outcome, Outcome::Passed(_))
        });
        let reason = match failed_before {
            Some((before, _)) => Some(format!("{} did not pass", before.name)),
            None => (check.skipped)(project).map(str::to_owned),
        };
        let outcome = match reason {
            Some(reason) => Outcome::Skipped(reason),
            None => {
                let start = Instant::now();
                match (check.run)(project) {
                    Ok(()) => Outcome::Passed(start.elapsed()),
                    Err(error) => Outcome::Failed(start.elapsed(), format!("{error:#}")),
                }
            }
        };
        match &outcome {
            Outcome::Passed(_) => {}
            Outcome::Failed(_, error) => println!("\n{error}"),
            Outcome::Skipped(reason) => println!("   skipped: {reason}"),
        }
        outcomes.push((check, outcome));
    }
    println!("\n{}", summary(&outcomes, start.elapsed()));
    let failed = outcomes.iter().any(|(_, outcome)| matches!(outcome, Outcome::Failed(..)));
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The checks that the arguments ask for, in the suite's order; what one comes after is added.
fn choose(arguments: &[String]) -> Result<Vec<&'static Check>> {
    let names = match arguments.split_first() {
        None => return Ok(CHECKS.iter().collect()),
        Some((first, names)) if first == "--only" && !names.is_empty() => names,
        Some(_) => {
            bail!("use `cargo xtask test`, `cargo xtask test --only NAME…` or `cargo xtask test --list`")
        }
    };
    let mut wanted: Vec<&str> = Vec::new();
    for name in names {
        let Some(check) = CHECKS.iter().find(|check| check.name == name) else {
            let known: Vec<_> = CHECKS.iter().map(|check| check.name).collect();
            bail!("there is no check {name:?}; there are {}", known.join(", "));
        };
        wanted.extend(check.after);
        wanted.push(check.name);
    }
    Ok(CHECKS.iter().filter(|check| wanted.contains(&check.name)).collect())
}

fn summary(outcomes: &[(&Check, Outcome)], total: Duration) -> String {
    let mut text = String::from("════ Summary\n");
    let mut failures = String::new();
    for (check, outcome) in outcomes {
        let said = match outcome {
            Outcome::Passed(time) => format!("passed   {}", elapsed(*time)),
            Outcome::Failed(time, error) => {
                failures.push_str(&format!(
                    "\n{} failed. {error}\n  alone:   cargo xtask test --only {}\n",
                    check.name, check.name
                ));
                format!("FAILED   {}", elapsed(*time))
            }
            Outcome::Skipped(reason) => format!("skipped  {reason}"),
        };
        text.push_str(&format!("   {:<10} {said}\n", check.name));
    }
    text.push_str(&format!("   {:<10}          {}\n", "in all", elapsed(total)));
    text + &failures
}

fn format(project: &Project) -> Result<()> {
    Step::new("Rust format", cargo())
        .args(["fmt", "--all", "--check"])
        .within(&project.root)
        .next("`cargo fmt --all` puts it right")
        .run()?;
    npm(project, "page format", &["run", "format:check"]).next("`npm run format` in ui/ puts it right").run()
}

fn types(project: &Project) -> Result<()> {
    npm(project, "page types", &["run", "check"]).next("the message above names file and line").run()
}

fn ui(project: &Project) -> Result<()> {
    npm(project, "page tests", &["test"]).next("`npx vitest` in ui/ runs them while you edit").run()
}

fn lints(project: &Project) -> Result<()> {
    Step::new("clippy", cargo())
        .args(["clippy", "--workspace", "--all-targets"])
        .args(FEATURES)
        .args(checked(project)?)
        .args(["--", "-D", "warnings"])
        .within(&project.root)
        .next("the messages above name file, line and remedy; clippy.toml and Cargo.toml give the reasons")
        .run()
}

fn rust(project: &Project) -> Result<()> {
    let profile = checked(project)?;
    let step = |name: &str, arguments: &[&str]| {
        Step::new(name, cargo())
            .args(arguments)
            .arg("--workspace")
            .args(FEATURES)
            .args(&profile)
            .arg("--no-fail-fast")
            .env(PROGRAMS, project.release())
            .without(&[KEYCHAIN, WINDOW, WRITE_BINDINGS])
            .within(&project.root)
            .next("the tests that failed are named above; `cargo test -p CRATE NAME` runs one")
    };
    if on_path("cargo-nextest").is_some() {
        step("Rust tests", &["nextest", "run"]).run()?;
        step("doc tests", &["test", "--doc"]).run()
    } else {
        step("Rust tests", &["test"]).run()
    }
}

fn symbols(project: &Project) -> Result<()> {
    let app = project.release().join(program("keepsake-desktop"));
    let step = Step::new("symbols", "nm").args(["--dynamic", "--defined-only"]).arg(app);
    step.announce();
    let listing = step.text()?;
    let exported = exported(&listing, "sqlite3_");
    if !exported.is_empty() {
        bail!(
            "the app exports {} of SQLite's symbols ({}, …), so WebKit's own calls would land in our SQLCipher\n  \
             next: the link argument -Wl,--exclude-libs,ALL in src-tauri/build.rs keeps them in",
            exported.len(),
            exported[0]
        );
    }
    println!("   none of the exported symbols is SQLite's");
    Ok(())
}

/// The symbols in nm's listing that begin with `prefix`.
fn exported<'a>(listing: &'a str, prefix: &str) -> Vec<&'a str> {
    listing
        .lines()
        .filter_map(|line| line.split_whitespace().last())
        .filter(|name| name.starts_with(prefix))
        .collect()
}

fn keychain(project: &Project) -> Result<()> {
    let test = TestProgram::compile(project, "keychain")?;
    let session = Session::new()?;
    session
        .step("keychain")
        .args(["sh", "-c"])
        .arg(
            "printf test | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null && exec \"$@\"",
        )
        .arg("sh")
        .arg(&test.file)
        .arg("--test-threads=1")
        .env(KEYCHAIN, "1")
        .within(&test.folder)
        .next("the tests are crates/seal/tests/keychain.rs")
        .run()
}

fn window(project: &Project) -> Result<()> {
    in_window(project, &[], &[])
}

/// What the window's tests need.
pub const WINDOW_NEEDS: &[Need] = &[
    Need::Compiler,
    Need::WebView,
    Need::NodeModules,
    Need::Pages,
    Need::Runtime,
    Need::TestSession,
    Need::Driver,
];

/// Runs the window's tests, or those that `arguments` choose, with these variables besides.
pub fn in_window(project: &Project, arguments: &[&str], variables: &[(&str, String)]) -> Result<()> {
    let test = TestProgram::compile(project, "window")?;
    // Compiling the test left programs with debug checks in their place; the window of a person's is wanted.
    programs::build(project)?;
    let tools = std::iter::once(project.tools().join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path =
        std::env::join_paths(tools.chain(std::env::split_paths(&path))).context("the PATH for tests")?;
    let session = Session::new()?;
    let step = session.step_with_screen("window").arg(&test.file).args(arguments);
    let step = variables.iter().fold(step, |step, (name, value)| step.env(name, value));
    step.arg("--test-threads=1")
        .env(WINDOW, "1")
        .env(PROGRAMS, project.release())
        .env("PATH", path)
        .within(&test.folder)
        .next("the tests are in tests/window/")
        .run()
}

/// A compiled integration test, to be run outside cargo: cargo would compile and put in place programs with
/// debug checks each time, and needs the person's own folders.
struct TestProgram {
    file: PathBuf,
    /// The package's folder, in which cargo would run it.
    folder: PathBuf,
}

impl TestProgram {
    /// As part of the whole workspace: for one package alone cargo picks other features of third-party crates
    /// and compiles those again.
    fn compile(project: &Project, test: &str) -> Result<TestProgram> {
        let step = Step::new(&format!("compile the test {test}"), cargo())
            .args(["test", "--no-run", "--workspace", "--test", test])
            .args(FEATURES)
            .args(checked(project)?)
            .args(["--message-format", "json-render-diagnostics"])
            .within(&project.root)
            .next("the compiler's message above names file and line");
        step.announce();
        TestProgram::named(&step.text()?, test).with_context(|| format!("cargo compiled no test {test}"))
    }

    /// Finds the test in cargo's messages.
    fn named(messages: &str, test: &str) -> Option<TestProgram> {
        messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok()).find_map(
            |message| {
                let kinds = message["target"]["kind"].as_array()?;
                if message["target"]["name"] != test || !kinds.iter().any(|kind| kind == "test") {
                    return None;
                }
                Some(TestProgram {
                    file: message["executable"].as_str()?.into(),
                    folder: Path::new(message["manifest_path"].as_str()?).parent()?.into(),
                })
            },
        )
    }
}

/// Lets the test that compares the page's types write them.
pub fn write_bindings(project: &Project) -> Result<ExitCode> {
    prepare::prepare(project, RUST)?;
    Step::new("page types from Rust", cargo())
        .args(["test", "--package", "keepsake-desktop"])
        .args(FEATURES)
        .args(checked(project)?)
        .arg("bindings")
        .env(WRITE_BINDINGS, "1")
        .within(&project.root)
        .next("the types are src-tauri/src/contract.rs")
        .run()?;
    println!("   wrote ui/src/lib/bindings.ts");
    Ok(ExitCode::SUCCESS)
}

fn never(_: &Project) -> Option<&'static str> {
    None
}

fn not_linux(_: &Project) -> Option<&'static str> {
    (!cfg!(target_os = "linux")).then_some("needs Linux: Xvfb, D-Bus, gnome-keyring, WebKitWebDriver")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(arguments: &[&str]) -> Vec<&'static str> {
        let arguments: Vec<String> = arguments.iter().map(|&argument| argument.to_owned()).collect();
        choose(&arguments).unwrap().iter().map(|check| check.name).collect()
    }

    #[test]
    fn only_takes_names_in_the_suites_order_with_what_they_come_after() {
        assert_eq!(names(&["--only", "window", "format"]), ["format", "programs", "window"]);
        assert_eq!(names(&[]).len(), CHECKS.len());
    }

    #[test]
    fn an_unknown_check_is_refused_with_the_known_ones() {
        let error = choose(&["--only".to_owned(), "lint".to_owned()]).err().unwrap().to_string();
        assert!(error.contains("\"lint\"") && error.contains("lints"));
        assert!(choose(&["lints".to_owned()]).is_err());
    }

    #[test]
    fn what_a_check_comes_after_stands_before_it() {
        for (place, check) in CHECKS.iter().enumerate() {
            let Some(after) = check.after else { continue };
            assert!(CHECKS[..place].iter().any(|before| before.name == after), "{}", check.name);
        }
    }

    #[test]
    fn the_summary_says_how_to_run_what_failed() {
        let outcomes = [
            (&CHECKS[0], Outcome::Passed(Duration::from_secs(1))),
            (
                &CHECKS[3],
                Outcome::Failed(Duration::from_secs(70), "clippy: ended with exit code 1".to_owned()),
            ),
            (&CHECKS[10], Outcome::Skipped("not here".to_owned())),
        ];
        let text = summary(&outcomes, Duration::from_secs(71));
        assert!(text.contains("lints      FAILED   1 min 10 s"));
        assert!(text.contains("deny       skipped  not here"));
        assert!(text.contains("cargo xtask test --only lints"));
    }

    #[test]
    fn exported_symbols_are_found_among_others() {
        let listing = "0000000000a1 T sqlite3_open_v2\n0000000000b2 D my_sqlite3_x\n0000000000c3 T main\n";
        assert_eq!(exported(listing, "sqlite3_"), ["sqlite3_open_v2"]);
    }

    #[test]
    fn the_tests_program_is_found_in_cargos_messages() {
        let messages = concat!(
            "not json\n",
            r#"{"reason":"compiler-artifact","manifest_path":"/w/Cargo.toml","target":{"kind":["lib"],"name":"window"},"executable":null}"#,
            "\n",
            r#"{"reason":"compiler-artifact","manifest_path":"/w/Cargo.toml","target":{"kind":["test"],"name":"window"},"executable":"/t/window-1"}"#,
        );
        let found = TestProgram::named(messages, "window").unwrap();
        assert_eq!((found.file, found.folder), (PathBuf::from("/t/window-1"), PathBuf::from("/w")));
        assert!(TestProgram::named(messages, "keychain").is_none());
    }
}
