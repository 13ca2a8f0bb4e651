//! The manual's pages and the shells' completions: of the program's own grammar, and what `man` and shells can read.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::{Command, Output};

fn keepsake(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_keepsake")).args(arguments).output().unwrap()
}

fn printed(arguments: &[&str]) -> String {
    let output = keepsake(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The commands that `--help` lists.
fn commands() -> Vec<String> {
    let help = printed(&["--help"]);
    let (_, list) = help.split_once("Commands:\n").unwrap();
    let (list, _) = list.split_once("\n\n").unwrap();
    // A command stands two spaces in; its words may go on below, further in.
    let lines = list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names: Vec<_> = lines
        .map(|line| line.split_whitespace().next().unwrap().to_owned())
        .filter(|name| name != "help")
        .collect();
    assert!(names.len() > 20, "{names:?}");
    names
}

#[test]
fn every_shells_completions_know_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = printed(&["completions", shell]);
        for command in commands() {
            assert!(script.contains(&command), "{shell} does not know {command}");
        }
        assert!(script.contains("recovery-code-file"), "{shell}");
    }
}

/// With the shell itself, where it is installed.
#[test]
fn a_shell_reads_its_completions() {
    let folder = tempfile::tempdir().unwrap();
    let mut read = 0;
    for shell in ["bash", "zsh", "fish"] {
        let file = folder.path().join(shell);
        std::fs::write(&file, printed(&["completions", shell])).unwrap();
        // None of them is run: the syntax alone is looked at.
        let Ok(output) = Command::new(shell).arg("-n").arg(&file).output() else { continue };
        assert!(output.status.success(), "{shell}: {}", String::from_utf8_lossy(&output.stderr));
        read += 1;
    }
    let has_bash = Path::new("/bin/bash").exists();
    assert!(read > 0 || !has_bash);
}

#[test]
fn bash_completes_a_command() {
    if !Path::new("/bin/bash").exists() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("completions");
    std::fs::write(&file, printed(&["completions", "bash"])).unwrap();
    let script = "source \"$1\"; COMP_WORDS=(keepsake expo); COMP_CWORD=1; _keepsake keepsake expo keepsake; \
                  echo \"${COMPREPLY[@]}\"";
    let output = Command::new("bash").args(["-c", script, "bash"]).arg(&file).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "export");
}

#[test]
fn a_shell_that_is_not_known_is_refused() {
    for arguments in [&["completions", "cmd"][..], &["completions"], &["man", "add"]] {
        assert_eq!(keepsake(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn the_manual_names_every_command_and_exit_code() {
    let page = printed(&["man"]);
    assert!(page.contains(".TH keepsake 1"), "{}", &page[..200]);
    for command in commands() {
        assert!(page.contains(&format!("keepsake\\-{}", command.replace('-', "\\-"))), "{command}");
    }
    assert!(page.contains("blocked by the filter"));
    assert!(!page.contains(env!("CARGO_MANIFEST_DIR")));
}

#[test]
fn each_command_gets_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("deep").join("man1");
    printed(&["man", "--out", pages.to_str().unwrap()]);
    for command in commands() {
        let page = std::fs::read_to_string(pages.join(format!("keepsake-{command}.1"))).unwrap();
        assert!(page.contains(&format!(".TH keepsake-{command} 1")), "{command}");
    }
    let deep = std::fs::read_to_string(pages.join("keepsake-rules-add.1")).unwrap();
    assert!(deep.contains("A word or words"));
    assert!(pages.join("keepsake.1").is_file());
}

#[test]
fn pages_that_cannot_be_written_are_a_failure_without_the_path() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("secret-name");
    std::fs::write(&file, "not a folder").unwrap();
    let output = keepsake(&["man", "--out", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!String::from_utf8_lossy(&output.stderr).contains("secret-name"));
}

#[test]
fn programs_get_them_in_json() {
    let answer: serde_json::Value = serde_json::from_str(&printed(&["man", "--json"])).unwrap();
    assert!(answer["page"].as_str().unwrap().contains(".TH keepsake 1"));
    let answer: serde_json::Value =
        serde_json::from_str(&printed(&["completions", "fish", "--json"])).unwrap();
    assert!(answer["script"].as_str().unwrap().contains("complete -c keepsake"));
}
