//! `cargo xtask package`: the Debian package, made of the release programs by dpkg's own tools.
//!
//! A tree is laid under `target/package` as it will lie on a disk, and `dpkg-deb` packs it. The same sources give the
//! same bytes: times are clamped to SOURCE_DATE_EPOCH, else to the last commit. Must not compile anything itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::prepare::{Need, prepare};
use crate::project::{Project, on_path};
use crate::step::Step;
use crate::{bare, licences, programs, runtime};

/// What making and checking the package needs.
pub const NEEDS: &[Need] =
    &[Need::Compiler, Need::WebView, Need::NodeModules, Need::Pages, Need::Runtime, Need::Packaging];

/// Debian's own revision of a version.
const REVISION: &str = "1";

/// What the programs open by name while they run, so that no tool finds it: the tray, and the keychain behind D-Bus.
const RECOMMENDS: &str = "libayatana-appindicator3-1 | libappindicator3-1, \
                          default-dbus-session-bus | dbus-session-bus, gnome-keyring | kwalletmanager";

const DESCRIPTION: &str = "\
private memory for you and your AI assistants
 Keep a thought, a preference, a decision; find it again by meaning or by word;
 take it all out, or make it gone. Everything is encrypted and stays on this
 computer: no account, no network, no telemetry.
 .
 This package has the desktop app, the program keepsake for the terminal and
 for assistants, the model that searches by meaning, and the library that runs
 it.
";

/// Plain files: where they lie in the checkout and where in the package.
const FILES: [(&str, &str); 14] = [
    ("assets/linux/lintian-overrides", "usr/share/lintian/overrides/keepsake"),
    ("assets/linux/app.keepsake.desktop.desktop", "usr/share/applications/app.keepsake.desktop.desktop"),
    (
        "assets/linux/app.keepsake.desktop.metainfo.xml",
        "usr/share/metainfo/app.keepsake.desktop.metainfo.xml",
    ),
    ("assets/linux/autostart.desktop", "usr/share/doc/keepsake/examples/autostart.desktop"),
    ("assets/linux/copyright", "usr/share/doc/keepsake/copyright"),
    ("assets/icons/16x16.png", "usr/share/icons/hicolor/16x16/apps/app.keepsake.desktop.png"),
    ("assets/icons/24x24.png", "usr/share/icons/hicolor/24x24/apps/app.keepsake.desktop.png"),
    ("assets/icons/32x32.png", "usr/share/icons/hicolor/32x32/apps/app.keepsake.desktop.png"),
    ("assets/icons/48x48.png", "usr/share/icons/hicolor/48x48/apps/app.keepsake.desktop.png"),
    ("assets/icons/64x64.png", "usr/share/icons/hicolor/64x64/apps/app.keepsake.desktop.png"),
    ("assets/icons/128x128.png", "usr/share/icons/hicolor/128x128/apps/app.keepsake.desktop.png"),
    ("assets/icons/128x128@2x.png", "usr/share/icons/hicolor/256x256/apps/app.keepsake.desktop.png"),
    ("assets/icons/icon.png", "usr/share/icons/hicolor/512x512/apps/app.keepsake.desktop.png"),
    ("assets/icons/icon.svg", "usr/share/icons/hicolor/scalable/apps/app.keepsake.desktop.svg"),
];

/// Each shell, and where Debian's packages put completions for it.
const COMPLETIONS: [(&str, &str); 3] = [
    ("bash", "usr/share/bash-completion/completions/keepsake"),
    ("zsh", "usr/share/zsh/vendor-completions/_keepsake"),
    ("fish", "usr/share/fish/vendor_completions.d/keepsake.fish"),
];

/// Makes the package; with `--check` also installs it into a bare Debian and plays the main job there.
pub fn package(project: &Project, arguments: &[String]) -> Result<ExitCode> {
    let check = match arguments {
        [] => false,
        [flag] if flag == "--check" => true,
        _ => bail!("use `cargo xtask package` or `cargo xtask package --check`"),
    };
    if let Some(reason) = not_here(project) {
        bail!("no .deb can be made here: {reason}\n{ELSEWHERE}");
    }
    prepare(project, NEEDS)?;
    programs::build(project)?;
    let deb = build(project)?;
    if check {
        bare::in_debian(project, &deb)?;
    }
    println!("\nReady: {}\n  sudo apt install {}\n{ELSEWHERE}", deb.display(), deb.display());
    Ok(ExitCode::SUCCESS)
}

const ELSEWHERE: &str =
    "Not made: AppImage, macOS dmg, Windows msi and nsis. docs/packaging.md says why, and how.";

/// The check of the suite: makes the package of the programs that are built and plays the main job in a bare root.
pub fn check(project: &Project) -> Result<()> {
    bare::in_bare_root(project, &build(project)?)
}

/// Why there can be no package here, if so.
pub fn not_here(_: &Project) -> Option<&'static str> {
    on_path("dpkg-deb").is_none().then_some("needs Debian or Ubuntu: dpkg-deb")
}

/// Packs the programs that lie in the release folder. Returns the package's path.
fn build(project: &Project) -> Result<PathBuf> {
    let folder = project.target.join("package");
    let tree = folder.join("tree");
    if tree.exists() {
        fs::remove_dir_all(&tree).with_context(|| format!("removing {}", tree.display()))?;
    }
    let epoch = epoch(project)?;
    let architecture = word("ask for the architecture", "dpkg", &["--print-architecture"])?;
    let version = format!("{}-{REVISION}", env!("CARGO_PKG_VERSION"));
    lay(project, &tree, &version, &epoch)?;
    same_modes(&tree)?;

    let control = tree.join("DEBIAN");
    fs::create_dir_all(&control)?;
    let control_file =
        control_file(&version, &architecture, kibibytes(&tree.join("usr"))?, &depends(&folder, &tree)?);
    fs::write(control.join("control"), control_file)?;
    let sums = Step::new("sums", "sh")
        .args(["-c", "find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum"])
        .within(&tree)
        .text()?;
    fs::write(control.join("md5sums"), sums)?;
    same_modes(&control)?;

    let deb = folder.join(format!("keepsake_{version}_{architecture}.deb"));
    Step::new("package", "dpkg-deb")
        // One thread: with more, what is packed would depend on how many there are.
        .args(["--root-owner-group", "--threads-max=1", "-Zxz", "--build"])
        .arg(&tree)
        .arg(&deb)
        .env("SOURCE_DATE_EPOCH", &epoch)
        .next("dpkg-deb's message is above")
        .run()?;
    println!("   {}: {}", deb.display(), sizes(&deb, &tree)?);
    Ok(deb)
}

/// Puts every file where it will lie.
fn lay(project: &Project, tree: &Path, version: &str, epoch: &str) -> Result<()> {
    let release = project.release();
    for name in ["keepsake", "keepsake-desktop"] {
        copy(&release.join(name), &tree.join("usr/bin").join(name))?;
    }
    for name in runtime::beside_programs()? {
        copy(&release.join(&name), &tree.join("usr/lib/keepsake").join(&name))?;
    }
    for (from, to) in FILES {
        copy(&project.root.join(from), &tree.join(to))?;
    }
    let keepsake = tree.join("usr/bin/keepsake");
    for (shell, to) in COMPLETIONS {
        let script = Step::new("completions", &keepsake).args(["completions", shell]).text()?;
        write(&tree.join(to), &script)?;
    }
    let manual = tree.join("usr/share/man/man1");
    Step::new("manual", &keepsake).args(["man", "--out"]).arg(&manual).text()?;
    copy(&project.root.join("assets/linux/keepsake-desktop.1"), &manual.join("keepsake-desktop.1"))?;

    let papers = tree.join("usr/share/doc/keepsake");
    copy(&project.root.join("CHANGELOG.md"), &papers.join("changelog"))?;
    let date = word("the date", "date", &["--utc", "-R", "-d", &format!("@{epoch}")])?;
    write(&papers.join("changelog.Debian"), &changelog(version, &date))?;
    write(&papers.join("third-party.txt"), &licences::text(project)?)?;

    let packed = |name: &str| papers.join(name);
    let mut packed = vec![packed("changelog"), packed("changelog.Debian"), packed("third-party.txt")];
    packed.extend(
        fs::read_dir(&manual)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?,
    );
    Step::new("pack papers", "gzip").args(["-9", "-n"]).args(packed).text().map(|_| ())
}

/// Seconds since 1970 that stand for every file's time.
fn epoch(project: &Project) -> Result<String> {
    if let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") {
        return Ok(epoch);
    }
    let commit = Step::new("the last commit", "git")
        .args(["log", "-1", "--format=%ct"])
        .within(&project.root)
        .output();
    match commit {
        Ok(output) if output.status.success() => Ok(String::from_utf8(output.stdout)?.trim().to_owned()),
        // Not a checkout of git's: what was unpacked has the time at which it was packed.
        _ => {
            let changed = project.root.join("CHANGELOG.md").metadata()?.modified()?;
            Ok(changed.duration_since(std::time::UNIX_EPOCH)?.as_secs().to_string())
        }
    }
}

/// The packages whose libraries the programs are linked to, found by dpkg's own tool.
fn depends(folder: &Path, tree: &Path) -> Result<String> {
    let source = folder.join("source");
    // It reads names from here, and nothing else.
    write(&source.join("debian/control"), "Source: keepsake\n\nPackage: keepsake\nArchitecture: any\n")?;
    let answer = Step::new("find the libraries' packages", "dpkg-shlibdeps")
        .arg("-O")
        .args(
            ["usr/bin/keepsake", "usr/bin/keepsake-desktop", "usr/lib/keepsake/libonnxruntime.so"]
                .map(|name| tree.join(name)),
        )
        .within(&source)
        .next("a library that belongs to no package cannot be depended on")
        .text()?;
    let depends =
        answer.trim().strip_prefix("shlibs:Depends=").context("dpkg-shlibdeps named no packages")?;
    Ok(depends.to_owned())
}

fn control_file(version: &str, architecture: &str, kibibytes: u64, depends: &str) -> String {
    format!(
        "Package: keepsake\n\
         Version: {version}\n\
         Architecture: {architecture}\n\
         Maintainer: The Keepsake authors <keepsake@keepsake.invalid>\n\
         Installed-Size: {kibibytes}\n\
         Depends: {depends}\n\
         Recommends: {RECOMMENDS}\n\
         Section: utils\n\
         Priority: optional\n\
         Description: {DESCRIPTION}"
    )
}

fn changelog(version: &str, date: &str) -> String {
    format!(
        "keepsake ({version}) unstable; urgency=medium\n\n  * What changed is in changelog.gz beside this file.\n\n \
         -- The Keepsake authors <keepsake@keepsake.invalid>  {date}\n"
    )
}

/// 755 for folders and programs, 644 for the rest, whatever the person's umask is.
fn same_modes(folder: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let is_program = folder.ends_with("usr/bin");
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                same_modes(&path)?;
            } else {
                fs::set_permissions(
                    &path,
                    fs::Permissions::from_mode(if is_program { 0o755 } else { 0o644 }),
                )?;
            }
        }
    }
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// What a folder takes on a disk, as Debian counts it: each file in whole KiB, each folder one.
fn kibibytes(folder: &Path) -> Result<u64> {
    let mut sum = 1;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        sum += if path.is_dir() { kibibytes(&path)? } else { path.metadata()?.len().div_ceil(1024) };
    }
    Ok(sum)
}

/// How large it is, for the person.
fn sizes(deb: &Path, tree: &Path) -> Result<String> {
    let size =
        |path: &Path| -> Result<String> { Ok(format!("{:.1} MB", path.metadata()?.len() as f64 / 1e6)) };
    Ok(format!(
        "{} packed, {:.1} MB installed (keepsake {}, keepsake-desktop {}, ONNX Runtime {}, model {})",
        size(deb)?,
        kibibytes(&tree.join("usr"))? as f64 * 1024.0 / 1e6,
        size(&tree.join("usr/bin/keepsake"))?,
        size(&tree.join("usr/bin/keepsake-desktop"))?,
        size(&tree.join("usr/lib/keepsake/libonnxruntime.so"))?,
        size(&tree.join("usr/lib/keepsake/model/model.onnx"))?,
    ))
}

/// What a program answers, without the end of its line.
fn word(name: &str, program: &str, arguments: &[&str]) -> Result<String> {
    Ok(Step::new(name, program).args(arguments).text()?.trim().to_owned())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().context("a file has a folder")?)?;
    fs::copy(from, to).with_context(|| format!("copying {} to {}", from.display(), to.display()))?;
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::create_dir_all(path.parent().context("a file has a folder")?)?;
    fs::write(path, text).with_context(|| format!("writing {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::tests::Folder;

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
    }

    #[test]
    fn every_file_of_the_package_is_in_the_checkout() {
        for (from, to) in FILES {
            assert!(root().join(from).is_file(), "{from}");
            assert!(to.starts_with("usr/share/"), "{to}");
        }
    }

    #[test]
    fn the_control_file_has_one_field_a_line() {
        let text = control_file("0.1.0-1", "amd64", 7, "libc6 (>= 2.34)");
        for line in text.lines() {
            assert!(
                line.starts_with(' ') || line.split_once(": ").is_some_and(|(key, _)| !key.contains(' ')),
                "{line}"
            );
        }
        assert!(text.contains("\nDepends: libc6 (>= 2.34)\nRecommends: libayatana"));
        assert!(text.contains("Installed-Size: 7\n") && text.ends_with("it.\n"));
        assert!(text.lines().all(|line| !line.starts_with(' ') || line.len() <= 80));
    }

    #[test]
    fn the_desktop_entry_and_its_metadata_name_what_is_packed() {
        let read = |name: &str| fs::read_to_string(root().join("assets/linux").join(name)).unwrap();
        let entry = read("app.keepsake.desktop.desktop");
        assert!(
            entry.contains("\nExec=keepsake-desktop\n")
                && entry.contains("\nExec=keepsake-desktop --capture\n")
        );
        assert!(entry.contains("\nIcon=app.keepsake.desktop\n"));
        let metadata = read("app.keepsake.desktop.metainfo.xml");
        assert!(
            metadata.contains("<launchable type=\"desktop-id\">app.keepsake.desktop.desktop</launchable>")
        );
        assert!(metadata.contains(&format!("<release version=\"{}\"", env!("CARGO_PKG_VERSION"))));
        let tauri: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(root().join("tauri.conf.json")).unwrap()).unwrap();
        assert_eq!(tauri["identifier"], "app.keepsake.desktop");
    }

    #[test]
    fn sizes_are_counted_in_whole_kibibytes_with_folders() {
        let folder = Folder::new("kibibytes");
        write(&folder.path.join("a/one"), "x").unwrap();
        write(&folder.path.join("two"), &"x".repeat(1025)).unwrap();
        assert_eq!(kibibytes(&folder.path).unwrap(), 1 + 1 + 1 + 2);
        assert!(kibibytes(&folder.path.join("none")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn only_programs_can_be_started() {
        use std::os::unix::fs::PermissionsExt;
        let folder = Folder::new("modes");
        for name in ["usr/bin/one", "usr/share/two"] {
            write(&folder.path.join(name), "x").unwrap();
            fs::set_permissions(folder.path.join(name), fs::Permissions::from_mode(0o600)).unwrap();
        }
        same_modes(&folder.path).unwrap();
        let mode = |name: &str| folder.path.join(name).metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!((mode("usr/bin/one"), mode("usr/share/two"), mode("usr")), (0o755, 0o644, 0o755));
    }
}
