//! The notices that the programs owe: whose work is in them, under which licence, with the licences' texts.
//!
//! Read from the sources that cargo and npm have here; each text stands once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::project::{Project, cargo};
use crate::step::Step;

/// What the pages have in them.
const PAGES: [&str; 4] =
    ["@fontsource-variable/inter", "@fontsource-variable/source-serif-4", "@tauri-apps/api", "svelte"];

/// Somebody's work.
struct Work {
    name: String,
    licence: String,
    folder: PathBuf,
}

/// All of it as one text.
pub fn text(project: &Project) -> Result<String> {
    let metadata = Step::new("ask cargo for crates", cargo())
        .args(["metadata", "--offline", "--locked", "--format-version", "1", "--filter-platform", &host()?])
        .within(&project.root)
        .text()?;
    let mut works = crates(&serde_json::from_str(&metadata)?)?;
    for name in PAGES {
        works.push(page(&project.root.join("ui/node_modules").join(name))?);
    }
    works.push(page(&project.root.join("xtask/runtime/node_modules/onnxruntime-node"))?);
    told(&works)
}

/// The platform in rustc's words.
fn host() -> Result<String> {
    let said = Step::new("ask for the platform", "rustc").arg("-vV").text()?;
    let line =
        said.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc named no platform")?;
    Ok(line.to_owned())
}

/// The crates that both programs are linked from, without our own and without what only builds or tests them.
fn crates(metadata: &Value) -> Result<Vec<Work>> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let packages: BTreeMap<String, Value> = list(&metadata["packages"])
        .into_iter()
        .filter_map(|package| Some((package["id"].as_str()?.to_owned(), package)))
        .collect();
    let mut links: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for node in list(&metadata["resolve"]["nodes"]) {
        let normal = |link: &&Value| list(&link["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
        let below = list(&node["deps"]);
        let below =
            below.iter().filter(normal).filter_map(|link| link["pkg"].as_str().map(str::to_owned)).collect();
        links.insert(node["id"].as_str().unwrap_or_default().to_owned(), below);
    }
    let is_program =
        |package: &Value| package["name"] == "keepsake-cli" || package["name"] == "keepsake-desktop";
    let mut left: Vec<String> =
        packages.iter().filter(|(_, package)| is_program(package)).map(|(id, _)| id.clone()).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = left.pop() {
        if seen.insert(id.clone()) {
            left.extend(links.get(&id).cloned().unwrap_or_default());
        }
    }
    // Its C sources are compiled in; the crate itself only builds them.
    let bundled =
        packages.iter().filter(|(_, package)| package["name"] == "openssl-src").map(|(id, _)| id.clone());
    seen.extend(bundled);
    let foreign =
        seen.iter().filter_map(|id| packages.get(id)).filter(|package| package["source"].is_string());
    foreign
        .map(|package| {
            let word = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
            let manifest = PathBuf::from(word("manifest_path"));
            Ok(Work {
                name: format!("{} {}", word("name"), word("version")),
                licence: word("license"),
                folder: manifest.parent().context("a manifest has a folder")?.to_path_buf(),
            })
        })
        .collect()
}

/// A package of npm's.
fn page(folder: &Path) -> Result<Work> {
    let about = fs::read_to_string(folder.join("package.json"))
        .with_context(|| format!("reading about {}", folder.display()))?;
    let about: Value = serde_json::from_str(&about)?;
    let word = |key: &str| about[key].as_str().unwrap_or_default().to_owned();
    Ok(Work {
        name: format!("{} {}", word("name"), word("version")),
        licence: word("license"),
        folder: folder.into(),
    })
}

/// A list of works, then each text with the works that it came with.
fn told(works: &[Work]) -> Result<String> {
    let mut list = String::from("Keepsake contains the work of others.\n\n");
    let mut texts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for work in works {
        list.push_str(&format!("  {}: {}\n", work.name, work.licence));
        let mut folders = vec![work.folder.clone()];
        // Where crates keep the C sources that they bring.
        folders.extend(
            ["openssl", "sqlcipher", "sqlite3"]
                .map(|name| work.folder.join(name))
                .into_iter()
                .filter(|folder| folder.is_dir()),
        );
        for folder in folders {
            for text in notices(&folder)? {
                texts.entry(text).or_default().push(&work.name);
            }
        }
    }
    for (text, names) in texts {
        list.push_str(&format!("\n{}\n{}\n\n{}\n", "=".repeat(72), names.join(", "), text.trim_end()));
    }
    Ok(list)
}

/// The licences and notices that lie in a folder.
fn notices(folder: &Path) -> Result<Vec<String>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_file()
            && ["licen", "copying", "notice", "copyright", "thirdparty"]
                .iter()
                .any(|word| name.starts_with(word))
        {
            found.insert(name, String::from_utf8_lossy(&fs::read(&path)?).replace("\r\n", "\n"));
        }
    }
    Ok(found.into_values().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::tests::Folder;
    use serde_json::json;

    #[test]
    fn what_is_linked_is_named_and_what_only_tests_is_not() {
        let package = |name: &str, source: Value| {
            json!({ "id": name, "name": name, "version": "1.0.0", "license": "MIT", "source": source,
                    "manifest_path": format!("/crates/{name}/Cargo.toml") })
        };
        let link = |name: &str, kind: Value| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let metadata = json!({
            "packages": [package("keepsake-cli", json!(null)), package("used", json!("registry")),
                         package("below", json!("registry")), package("tester", json!("registry"))],
            "resolve": { "nodes": [
                { "id": "keepsake-cli", "deps": [link("used", json!(null)), link("tester", json!("dev"))] },
                { "id": "used", "deps": [link("below", json!(null))] },
            ] },
        });
        let names: Vec<_> = crates(&metadata).unwrap().into_iter().map(|work| work.name).collect();
        assert_eq!(names, ["below 1.0.0", "used 1.0.0"]);
    }

    #[test]
    fn a_text_that_two_share_stands_once() {
        let folder = Folder::new("licences");
        let work = |name: &str, text: &str| {
            let folder = folder.path.join(name);
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("LICENSE-MIT"), text).unwrap();
            fs::write(folder.join("README"), "not a licence").unwrap();
            Work { name: name.to_owned(), licence: "MIT".to_owned(), folder }
        };
        let text = told(&[
            work("one", "do what you like\n"),
            work("two", "do what you like\n"),
            work("three", "ask"),
        ])
        .unwrap();
        assert_eq!(text.matches("do what you like").count(), 1);
        assert!(
            text.contains("one, two\n") && text.contains("  three: MIT\n") && !text.contains("not a licence")
        );
    }
}
