//! The main job, played in a terminal: keep, see what the filter did, find, take out, forget.
//!
//! On a throwaway vault with the sample memories. Each command is shown as one would type it, with its answer.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::prepare::Need;
use crate::project::{Project, program};
use crate::step::Step;
use crate::window::private;

/// The program for the terminal needs no WebView.
pub const NEEDS: &[Need] = &[Need::Compiler, Need::Runtime];

const PASSPHRASE: &str = "copper lantern drifts past seven quiet harbours";
const NOTE: &str = "Matteo's cello bow goes to the luthier in Muggia on Friday, he wants the frog re-glued";
const CARD: &str = "The card for the ferry bookings is 4111 1111 1111 1111, expires in May";
const PASSWORD: &str = "router admin password: Tr0ub4dor&3-harbour";
const QUESTION: &str = "who repairs the instrument";
/// The filter blocked it: the contract of the program's exit codes.
const BLOCKED: i32 = 5;

/// Plays all of it; the vault and its folder are gone afterwards, also when a step fails.
pub fn play(project: &Project) -> Result<()> {
    let stage = Stage::new(project)?;
    println!(
        "\nA throwaway vault in {}.\nWhat follows is typed in that folder, with KEEPSAKE_HOME=vault \
         and the passphrase in the file `passphrase`.",
        stage.folder.display()
    );

    stage.scene("Make a vault. The recovery code is shown once.", &["init", "--no-keychain"], 0)?;
    let sample = project.root.join("assets/sample/memories.jsonl");
    fs::copy(&sample, stage.folder.join("memories.jsonl")).with_context(|| sample.display().to_string())?;
    stage.scene(
        "Bring in the sample memories. The filter sees each one first.",
        &["import", "--format", "jsonl", "memories.jsonl"],
        0,
    )?;
    stage.scene("Keep a thought.", &["add", NOTE], 0)?;
    stage.scene("Keep one with a card number: the filter masks it.", &["add", CARD], 0)?;
    stage.scene(
        "Try to keep a password: the filter blocks it, nothing is stored.",
        &["add", PASSWORD],
        BLOCKED,
    )?;
    stage.scene("See what was kept of the card.", &["search", "card for the ferry", "--limit", "1"], 0)?;
    let search = ["search", QUESTION, "--limit", "3"];
    stage.scene("Find the thought by its meaning, in other words.", &search, 0)?;
    let id = stage.find(NOTE)?;

    stage.scene("Take everything out.", &["export", "--format", "markdown", "--out", "keepsake.md"], 0)?;
    show_beginning(&stage.folder.join("keepsake.md"))?;
    stage.scene("Forget the thought.", &["forget", &id, "--yes"], 0)?;
    stage.scene("Search again: it is gone.", &search, 0)?;
    if stage.ids(NOTE)?.contains(&id) {
        bail!("the forgotten memory {id} is still found");
    }
    stage.scene("Check the whole vault.", &["verify"], 0)?;
    println!(
        "\nThat was the main job. The throwaway vault is removed.\nWith a display, `cargo xtask run` opens the \
         window; the program used above is {}.",
        stage.program.display()
    );
    Ok(())
}

/// The throwaway folder: `vault/`, `passphrase`, what is imported and exported.
struct Stage {
    folder: PathBuf,
    program: PathBuf,
}

impl Stage {
    fn new(project: &Project) -> Result<Stage> {
        let folder = std::env::temp_dir().join(format!("keepsake-walkthrough-{}", std::process::id()));
        fs::create_dir(&folder).with_context(|| format!("making {}", folder.display()))?;
        let stage = Stage { folder, program: project.release().join(program("keepsake")) };
        private(&stage.folder)?;
        fs::write(stage.folder.join("passphrase"), format!("{PASSPHRASE}\n"))?;
        Ok(stage)
    }

    fn step(&self, arguments: &[&str]) -> Step {
        Step::new("walk-through", &self.program)
            .args(["--passphrase-file", "passphrase"])
            .args(arguments)
            .env("KEEPSAKE_HOME", "vault")
            .without(&["KEEPSAKE_PASSPHRASE_FILE"])
            .within(&self.folder)
    }

    /// Shows what is done and the command, runs it, and holds it to its exit code.
    fn scene(&self, title: &str, arguments: &[&str], expected: i32) -> Result<()> {
        let typed =
            Step::new("", "keepsake").args(["--passphrase-file", "passphrase"]).args(arguments).line();
        println!("\n── {title}\n$ {typed}");
        let code = self.step(arguments).status()?.code();
        if code != Some(expected) {
            bail!("the walk-through stopped: exit code {code:?} instead of {expected} from\n  {typed}");
        }
        if expected != 0 {
            println!("(exit code {expected})");
        }
        Ok(())
    }

    /// The id of the memory with exactly this content.
    fn find(&self, content: &str) -> Result<String> {
        let answer = self.step(&["--json", "search", content, "--limit", "5"]).text()?;
        id_of(&answer, content)?.with_context(|| format!("the search does not find {content:?}"))
    }

    /// The ids that a search for this content finds.
    fn ids(&self, content: &str) -> Result<Vec<String>> {
        let answer = self.step(&["--json", "search", content, "--limit", "5"]).text()?;
        Ok(hits(&answer)?.into_iter().map(|(id, _)| id).collect())
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn id_of(answer: &str, content: &str) -> Result<Option<String>> {
    Ok(hits(answer)?.into_iter().find(|(_, found)| found == content).map(|(id, _)| id))
}

/// Id and content of each hit in `search --json`'s answer.
fn hits(answer: &str) -> Result<Vec<(String, String)>> {
    let answer: serde_json::Value =
        serde_json::from_str(answer).context("search --json did not answer in JSON")?;
    let hits = answer["hits"].as_array().context("search --json answered without hits")?;
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    hits.iter()
        .map(|hit| text(&hit["id"]).zip(text(&hit["content"])).context("a hit has no id or no content"))
        .collect()
}

fn show_beginning(file: &Path) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    println!("The file begins:");
    text.lines().take(12).for_each(|line| println!("  | {line}"));
    println!("  | … {} lines", text.lines().count());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_is_found_among_the_hits_by_its_whole_content() {
        let answer =
            r#"{"hits": [{"id": "a1", "score": 0.9, "content": "other"}, {"id": "b2", "content": "this"}]}"#;
        assert_eq!(id_of(answer, "this").unwrap().as_deref(), Some("b2"));
        assert_eq!(id_of(answer, "thi").unwrap(), None);
        assert!(id_of(r#"{"error": {}}"#, "this").is_err());
    }
}
