//! ONNX Runtime and the model, beside the programs.
//!
//! The library comes from an npm package that carries every platform's; `xtask/runtime/package-lock.json` pins
//! its version and hash. npm runs no script of it (its own would download more).

use std::fs::{self, File, FileTimes};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::frontend::NPM;
use crate::project::Project;
use crate::stamp::Stamp;
use crate::step::Step;

/// The files of `assets/model` that the program reads or owes its reader; the export script stays behind.
const MODEL_FILES: [&str; 6] = [
    "model.onnx",
    "tokenizer.json",
    "config.json",
    "special_tokens_map.json",
    "tokenizer_config.json",
    "README.md",
];

/// A platform's library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Library {
    /// Its folder in the package, under `bin/napi-v6`.
    folder: &'static str,
    /// Its file there.
    packaged: &'static str,
    /// Its name beside the programs; `keepsake-embed` looks for it under this one.
    plain: &'static str,
}

/// The library of a platform, in the words of [`std::env::consts`]; none where the package has none.
fn library(os: &str, arch: &str) -> Option<Library> {
    let (folder, packaged, plain) = match (os, arch) {
        ("linux", "x86_64") => ("linux/x64", "libonnxruntime.so.1", "libonnxruntime.so"),
        ("linux", "aarch64") => ("linux/arm64", "libonnxruntime.so.1", "libonnxruntime.so"),
        ("macos", "aarch64") => ("darwin/arm64", "libonnxruntime.1.dylib", "libonnxruntime.dylib"),
        ("windows", "x86_64") => ("win32/x64", "onnxruntime.dll", "onnxruntime.dll"),
        ("windows", "aarch64") => ("win32/arm64", "onnxruntime.dll", "onnxruntime.dll"),
        _ => return None,
    };
    Some(Library { folder, packaged, plain })
}

fn own_library() -> Option<Library> {
    library(std::env::consts::OS, std::env::consts::ARCH)
}

/// One file to have beside the programs: from where, to where.
type Copy = (PathBuf, PathBuf);

/// All files to have, for release and debug programs. Tests lie one folder deeper and look one folder up.
fn copies(project: &Project, library: Option<Library>) -> Vec<Copy> {
    let mut copies = Vec::new();
    for folder in [project.release(), project.debug()] {
        if let Some(library) = library {
            copies.push((packaged(project, library), folder.join(library.plain)));
        }
        for name in MODEL_FILES {
            copies.push((project.root.join("assets/model").join(name), folder.join("model").join(name)));
        }
    }
    copies
}

/// What lies beside the programs so that they can embed, relative to their folder.
pub fn beside_programs() -> Result<Vec<PathBuf>> {
    let library = own_library().context("ONNX Runtime has no library for this platform")?;
    let model = MODEL_FILES.iter().map(|name| Path::new("model").join(name));
    Ok(std::iter::once(PathBuf::from(library.plain)).chain(model).collect())
}

fn packaged(project: &Project, library: Library) -> PathBuf {
    binaries(project).join(library.folder).join(library.packaged)
}

fn binaries(project: &Project) -> PathBuf {
    project.root.join("xtask/runtime/node_modules/onnxruntime-node/bin/napi-v6")
}

fn stamp(project: &Project) -> Result<Stamp> {
    let folder = project.root.join("xtask/runtime");
    Stamp::of(folder.join("node_modules/.keepsake-runtime"), &folder, &["package.json", "package-lock.json"])
}

/// Whether the package is here as the lock file says.
pub fn is_installed(project: &Project) -> Result<bool> {
    let there = own_library().is_none_or(|library| packaged(project, library).is_file());
    Ok(there && stamp(project)?.is_current())
}

/// Whether everything lies beside the programs and is the same as its source.
pub fn is_laid(project: &Project) -> Result<bool> {
    Ok(is_installed(project)? && copies(project, own_library()).iter().all(|(from, to)| is_same(from, to)))
}

/// Installs the package and drops the other platforms' 200 MB.
pub fn install(project: &Project) -> Result<()> {
    Step::new("ONNX Runtime", NPM)
        .args(["ci", "--ignore-scripts"])
        .within(project.root.join("xtask/runtime"))
        .next("see npm's message above; a wrong hash means that the download is not the pinned package")
        .run()?;
    let Some(library) = own_library() else {
        println!(
            "   ONNX Runtime has no library for this platform ({} {}): Keepsake runs, captures and finds by \
             word;\n   search by meaning waits for a library beside the program.",
            std::env::consts::OS,
            std::env::consts::ARCH
        );
        return stamp(project)?.write();
    };
    if !packaged(project, library).is_file() {
        bail!("the ONNX Runtime package has no {} in {}", library.packaged, library.folder);
    }
    keep_only(&binaries(project), library)?;
    stamp(project)?.write()
}

/// Removes every other platform's folder, and from ours what is for Node alone.
fn keep_only(binaries: &Path, library: Library) -> Result<()> {
    for system in entries(binaries)? {
        for platform in entries(&system)? {
            if platform != binaries.join(library.folder) {
                fs::remove_dir_all(&platform).with_context(|| format!("removing {}", platform.display()))?;
                continue;
            }
            for file in entries(&platform)? {
                // Beside onnxruntime.dll lie libraries that it loads; the rest are copies and Node's part.
                let kept = file.ends_with(library.packaged)
                    || file.extension().is_some_and(|extension| extension == "dll");
                if !kept {
                    fs::remove_file(&file).with_context(|| format!("removing {}", file.display()))?;
                }
            }
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect())
        .with_context(|| format!("reading {}", folder.display()))
}

/// Copies what is missing or changed.
pub fn lay(project: &Project) -> Result<()> {
    for (from, to) in copies(project, own_library()) {
        if !is_same(&from, &to) {
            copy(&from, &to).with_context(|| format!("copying {} to {}", from.display(), to.display()))?;
        }
    }
    println!("\n── ONNX Runtime and model lie beside the programs");
    Ok(())
}

/// Whether `to` has the size and time of `from`, which [`copy`] gives it.
fn is_same(from: &Path, to: &Path) -> bool {
    let about = |path: &Path| {
        let metadata = path.metadata().ok()?;
        Some((metadata.len(), metadata.modified().ok()?))
    };
    matches!((about(from), about(to)), (Some(from), Some(to)) if from == to)
}

/// Copies a file with its time. First to a name beside it, so that an interrupted run leaves no half library,
/// and a program that has the old one loaded keeps it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().context("a file has a folder")?)?;
    let mut beside = to.as_os_str().to_owned();
    beside.push(".new");
    fs::copy(from, &beside)?;
    let time = from.metadata()?.modified()?;
    File::options().write(true).open(&beside)?.set_times(FileTimes::new().set_modified(time))?;
    fs::rename(&beside, to)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::tests::Folder;

    #[test]
    fn each_platform_has_its_library_under_the_plain_name() {
        let linux = library("linux", "x86_64").unwrap();
        assert_eq!((linux.folder, linux.plain), ("linux/x64", "libonnxruntime.so"));
        assert_eq!(library("macos", "aarch64").unwrap().plain, "libonnxruntime.dylib");
        assert_eq!(library("windows", "aarch64").unwrap().plain, "onnxruntime.dll");
        assert_eq!(library("macos", "x86_64"), None);
    }

    #[test]
    fn both_profiles_get_library_and_model() {
        let project = Project { root: "/r".into(), target: "/t".into(), members: Vec::new() };
        let copies = copies(&project, library("linux", "x86_64"));
        assert!(copies.iter().any(|(_, to)| to == Path::new("/t/release/libonnxruntime.so")));
        assert!(copies.iter().any(|(_, to)| to == Path::new("/t/debug/model/model.onnx")));
        assert_eq!(copies.len(), 2 * (1 + MODEL_FILES.len()));
    }

    #[test]
    fn a_copy_is_the_same_until_its_source_changes() {
        let folder = Folder::new("runtime");
        let (from, to) = (folder.path.join("a"), folder.path.join("model/a"));
        fs::write(&from, "one").unwrap();
        assert!(!is_same(&from, &to));
        copy(&from, &to).unwrap();
        assert!(is_same(&from, &to));
        fs::write(&from, "longer").unwrap();
        assert!(!is_same(&from, &to));
        copy(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(&to).unwrap(), "longer");
    }

    #[test]
    fn other_platforms_are_dropped() {
        let folder = Folder::new("prune");
        for file in ["linux/x64/libonnxruntime.so.1", "linux/x64/x.node", "linux/arm64/y", "win32/x64/z.dll"]
        {
            let path = folder.path.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        keep_only(&folder.path, library("linux", "x86_64").unwrap()).unwrap();
        assert!(folder.path.join("linux/x64/libonnxruntime.so.1").exists());
        assert!(!folder.path.join("linux/x64/x.node").exists());
        assert!(!folder.path.join("linux/arm64").exists());
        assert!(!folder.path.join("win32/x64").exists());
    }
}
