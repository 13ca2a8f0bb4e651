//! The package where nothing of the build is: unpacked into a bare root, or installed into a bare Debian.
//!
//! The programs must find their libraries, the runtime and the model there and do the main job, in a vault of their own.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project::{Project, on_path};
use crate::step::Step;

/// Where the person of the root lives.
const HOME: &str = "/home/person";

/// What is kept, and a question that has no word in common with the memory that answers it.
const MEMORIES: [&str; 3] = [
    "I stopped having espresso after lunch, it kept me awake",
    "The bicycle needs new brake pads before the spring",
    "Our landlord agreed to repaint the kitchen",
];
const QUESTION: &str = "caffeine and sleep";

/// Unpacks the package into a tree that has besides it only the libraries that the programs are linked to.
pub fn in_bare_root(project: &Project, deb: &Path) -> Result<()> {
    let root = fresh(project, "bare")?;
    Step::new("unpack", "dpkg-deb").arg("--extract").arg(deb).arg(&root.path).run()?;
    for library in libraries(&root.path)? {
        let to = root.path.join(library.strip_prefix("/").context("a library's path is absolute")?);
        fs::create_dir_all(to.parent().context("a library has a folder")?)?;
        fs::copy(&library, &to).with_context(|| format!("copying {}", library.display()))?;
    }
    root.main_job()?;
    // No display: it must have been linked and loaded, and then say that it found none.
    let output = root.step("the app without a display", &["/usr/bin/keepsake-desktop"]).output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    if output.status.success() || said.contains("shared libraries") || said.contains("No such file") {
        bail!("keepsake-desktop did not load in the bare root: {}\n{}", output.status, said.trim());
    }
    println!("   the app loads there too (and ends, as there is no display)");
    Ok(())
}

/// Installs the package with apt into a bare Debian that mmdebstrap makes; takes minutes and a mirror of Debian's.
pub fn in_debian(project: &Project, deb: &Path) -> Result<()> {
    if on_path("mmdebstrap").is_none() {
        bail!("this needs mmdebstrap: sudo apt-get install mmdebstrap");
    }
    let root = fresh(project, "debian")?;
    fs::remove_dir(&root.path)?;
    let suite = Step::new("ask for the suite", "sh")
        .args(["-c", ". /etc/os-release && echo \"$VERSION_CODENAME\""])
        .text()?;
    let name = deb.file_name().context("a package has a name")?.to_string_lossy().into_owned();
    let install = format!("chroot \"$1\" apt-get install -y --no-install-recommends /{name}");
    Step::new("a bare Debian with the package", "mmdebstrap")
        .args(["--variant=minbase".to_owned()])
        .arg(format!("--customize-hook=copy-in {} /", deb.display()))
        .arg(format!("--customize-hook={install}"))
        .arg(format!("--customize-hook=rm \"$1/{name}\""))
        .arg(suite.trim())
        .arg(&root.path)
        .next("mmdebstrap's and apt's messages are above")
        .run()?;
    root.main_job()
}

/// A folder that is a file system's root for programs.
struct Root {
    path: PathBuf,
}

impl Drop for Root {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}

fn fresh(project: &Project, name: &str) -> Result<Root> {
    let path = project.target.join("package").join(name);
    if path.exists() {
        fs::remove_dir_all(&path).with_context(|| format!("removing {}", path.display()))?;
    }
    fs::create_dir_all(&path)?;
    Ok(Root { path })
}

impl Root {
    /// A step inside, with its own processes and no variable but HOME.
    fn step(&self, name: &str, line: &[&str]) -> Step {
        Step::new(name, "env")
            .args(["-i", &format!("HOME={HOME}"), "/usr/bin/unshare", "--map-root-user", "--mount", "--pid", "--fork", "--mount-proc"])
            .arg(format!("--root={}", self.path.display()))
            .arg("--wd=/")
            .args(line)
            .next("does this system let you make namespaces? `unshare --map-root-user --mount --pid --fork true` shows it")
    }

    /// `keepsake` inside; its answer in JSON.
    fn keepsake(&self, arguments: &[&str]) -> Result<serde_json::Value> {
        let passphrase = format!("{HOME}/passphrase");
        let mut line = vec!["/usr/bin/keepsake", "--json", "--passphrase-file", &passphrase];
        line.extend(arguments);
        let step = self.step(arguments.first().copied().unwrap_or_default(), &line);
        serde_json::from_str(&step.text()?)
            .with_context(|| format!("the answer of `keepsake {}`", arguments.join(" ")))
    }

    /// No log, cache or anything else of a library's.
    fn only_the_vault_is_new(&self, home: &Path) -> Result<()> {
        let left = fs::read_dir(self.path.join("tmp"))?.next().transpose()?.map(|entry| entry.path());
        match left.map_or_else(|| stray(home), |path| Ok(Some(path)))? {
            Some(path) => bail!("something else than the vault was written: {}", path.display()),
            None => Ok(()),
        }
    }

    fn main_job(&self) -> Result<()> {
        let home = self.path.join(HOME.trim_start_matches('/'));
        for folder in [&home, &self.path.join("proc"), &self.path.join("tmp")] {
            fs::create_dir_all(folder)?;
        }
        fs::write(home.join("passphrase"), "a quiet desk with nine drawers\n")?;
        println!("\n── the main job in {}", self.path.display());
        self.keepsake(&["init", "--no-keychain"])?;
        for memory in MEMORIES {
            self.keepsake(&["add", memory])?;
        }
        let found = self.keepsake(&["search", QUESTION, "--limit", "1"])?;
        let status = self.keepsake(&["status"])?;
        judge(&found, &status)?;
        self.only_the_vault_is_new(&home)?;
        if !home.join(".local/share/keepsake").is_dir() {
            bail!("the vault does not lie in the home folder");
        }
        println!("   init, add, search by meaning and status did what they should");
        Ok(())
    }
}

/// Whether nothing but the passphrase's file and the vault lies in the home folder.
fn stray(home: &Path) -> Result<Option<PathBuf>> {
    for (folder, expected) in
        [("", &[".local", "passphrase"][..]), (".local", &["share"]), (".local/share", &["keepsake"])]
    {
        for entry in fs::read_dir(home.join(folder))? {
            let entry = entry?;
            if !expected.iter().any(|name| entry.file_name() == *name) {
                return Ok(Some(entry.path()));
            }
        }
    }
    Ok(None)
}

/// Whether the answers are those of a Keepsake that has its runtime and its model.
fn judge(found: &serde_json::Value, status: &serde_json::Value) -> Result<()> {
    let first = found["hits"][0]["content"].as_str().or_else(|| found["hits"][0]["text"].as_str());
    if first != Some(MEMORIES[0]) {
        bail!("searching by meaning found {first:?} first: {found}");
    }
    if found["by_meaning"] != true {
        bail!("search did not use the model: {found}");
    }
    if status["memories"] != MEMORIES.len() {
        bail!("status counts other memories: {status}");
    }
    Ok(())
}

/// The libraries that the programs in `root` are linked to, with the loader, as this system resolves them.
fn libraries(root: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    for name in ["usr/bin/keepsake", "usr/bin/keepsake-desktop", "usr/lib/keepsake/libonnxruntime.so"] {
        let listing = Step::new("libraries", "ldd").arg(root.join(name)).text()?;
        found.extend(resolved(&listing)?);
    }
    Ok(found)
}

/// The paths in ldd's listing; an error names a library that is not on this system.
fn resolved(listing: &str) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for line in listing.lines() {
        if line.contains("not found") {
            bail!("a library is missing: {}", line.trim());
        }
        paths.extend(line.split_whitespace().find(|word| word.starts_with('/')).map(PathBuf::from));
    }
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn libraries_are_read_from_the_listing() {
        let listing = "\tlinux-vdso.so.1 (0x7ffd)\n\tlibm.so.6 => /lib/x/libm.so.6 (0x7f)\n\t/lib64/ld-linux.so.2 (0x7f)\n";
        assert_eq!(
            resolved(listing).unwrap(),
            [Path::new("/lib/x/libm.so.6"), Path::new("/lib64/ld-linux.so.2")]
        );
        assert!(resolved("\tlibgone.so.1 => not found\n").unwrap_err().to_string().contains("libgone"));
    }

    #[test]
    fn answers_of_a_keepsake_without_its_model_are_told() {
        let status = json!({ "memories": 3 });
        let right = json!({ "hits": [{ "content": MEMORIES[0] }], "by_meaning": true });
        assert!(judge(&right, &status).is_ok());
        for wrong in [
            json!({ "hits": [] }),
            json!({ "hits": [{ "content": MEMORIES[0] }], "by_meaning": false }),
            json!([]),
        ] {
            assert!(judge(&wrong, &status).is_err(), "{wrong}");
        }
        assert!(judge(&right, &json!({ "memories": 2 })).is_err());
        assert!(judge(&right, &json!({})).is_err());
    }

    #[test]
    fn whatever_lies_beside_the_vault_is_noticed() {
        let folder = crate::step::tests::Folder::new("stray");
        fs::create_dir_all(folder.path.join(".local/share/keepsake/x")).unwrap();
        fs::write(folder.path.join("passphrase"), "x").unwrap();
        assert_eq!(stray(&folder.path).unwrap(), None);
        fs::create_dir_all(folder.path.join(".local/share/other")).unwrap();
        assert_eq!(stray(&folder.path).unwrap(), Some(folder.path.join(".local/share/other")));
        fs::create_dir_all(folder.path.join(".cache/Microsoft")).unwrap();
        assert_eq!(stray(&folder.path).unwrap(), Some(folder.path.join(".cache")));
    }

    #[test]
    fn a_step_in_the_root_sees_no_variable_but_home() {
        let root = Root { path: "/r".into() };
        let line = root.step("x", &["/usr/bin/keepsake"]).line();
        assert!(line.starts_with("env -i HOME=/home/person /usr/bin/unshare "), "{line}");
        assert!(line.ends_with("--root=/r --wd=/ /usr/bin/keepsake"), "{line}");
    }
}
