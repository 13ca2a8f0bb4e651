//! What the operating system must have: Debian and Ubuntu get it installed, others get told.

use std::io::IsTerminal;

use anyhow::{Result, bail};

use crate::prepare::Need;
use crate::project::{cargo, on_path};
use crate::step::Step;

/// A kind of system, by how missing things come onto it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum System {
    Debian,
    OtherLinux,
    Mac,
    Windows,
}

/// The Debian packages of a need. Recommended packages are left out, so what is only recommended by one of
/// these but needed by us is named (xauth, for xvfb-run).
fn debian_packages(need: Need) -> &'static [&'static str] {
    match need {
        Need::Compiler => &["build-essential", "perl", "pkg-config"],
        Need::WebView => &[
            "libwebkit2gtk-4.1-dev",
            "libdbus-1-dev",
            "libayatana-appindicator3-dev",
            "librsvg2-dev",
            "libxdo-dev",
        ],
        Need::TestSession => &[
            "xvfb",
            "xauth",
            "webkit2gtk-driver",
            "dbus-x11",
            "gnome-keyring",
            "libsecret-tools",
            "openbox",
            "xdotool",
            "sqlite3",
            "binutils",
        ],
        Need::Packaging => &["dpkg-dev", "util-linux", "xz-utils"],
        Need::Pictures => &["librsvg2-bin"],
        _ => &[],
    }
}

/// The programs that tell, on another Linux, whether a need is met.
fn programs(need: Need) -> &'static [&'static str] {
    match need {
        Need::Compiler => &["cc", "c++", "make", "perl", "pkg-config"],
        Need::TestSession => &[
            "xvfb-run",
            "xauth",
            "WebKitWebDriver",
            "dbus-run-session",
            "gnome-keyring-daemon",
            "secret-tool",
            "openbox",
            "xdotool",
            "sqlite3",
            "nm",
        ],
        Need::Pictures => &["rsvg-convert"],
        _ => &[],
    }
}

const OTHER_LINUX: &str = "\
  Fedora: sudo dnf install gcc gcc-c++ make perl pkgconf-pkg-config webkit2gtk4.1-devel dbus-devel libappindicator-gtk3-devel librsvg2-devel libxdo-devel
  Arch:   sudo pacman -S --needed base-devel perl webkit2gtk-4.1 dbus libayatana-appindicator librsvg xdotool
  For `cargo xtask test` also, under your system's names: Xvfb with xvfb-run, WebKitWebDriver, gnome-keyring, secret-tool, openbox, xdotool, sqlite3";

/// The Debian packages that `needs` ask for and that are not installed. Elsewhere none: there, what is missing
/// is an error that says what to install.
pub fn missing(needs: &[Need]) -> Result<Vec<&'static str>> {
    match system() {
        System::Debian => {
            let wanted: Vec<_> = needs.iter().flat_map(|need| debian_packages(*need)).copied().collect();
            if wanted.is_empty() {
                return Ok(wanted);
            }
            // Exits with 1 when a package is unknown to it, which is an answer too.
            let answer = Step::new("ask for installed packages", "dpkg-query")
                .args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"])
                .args(&wanted)
                .output()?;
            Ok(not_installed(&wanted, &String::from_utf8_lossy(&answer.stdout)))
        }
        System::OtherLinux => check_other_linux(needs).map(|()| Vec::new()),
        System::Mac => check_mac(needs).map(|()| Vec::new()),
        System::Windows => check_windows(needs).map(|()| Vec::new()),
    }
}

/// Installs Debian packages; as root directly, else with sudo.
pub fn install(packages: &[&str]) -> Result<()> {
    let by_hand = format!("sudo apt-get install --no-install-recommends {}", packages.join(" "));
    let prefix: &[&str] = if is_root()? {
        &["env"]
    } else if may_sudo() {
        println!("\nInstalling needs root: sudo may ask for your password, for apt-get and nothing else.");
        &["sudo", "env"]
    } else {
        bail!(
            "these packages are missing and cannot be installed from here; type this, then start again:\n  {by_hand}"
        );
    };
    let apt = |name: &str, arguments: &[&str]| {
        Step::new(name, prefix[0])
            .args(&prefix[1..])
            // A fresh machine may be updating itself: wait for it instead of failing.
            .args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"])
            .args(arguments)
    };
    if let Err(error) = apt("refresh the package lists", &["update"]).run() {
        println!("   {error}\n   Going on with the lists that are here.");
    }
    let mut install = vec!["install", "-y", "--no-install-recommends"];
    install.extend(packages);
    apt("install system packages", &install)
        .next(&format!("see apt-get's message above; by hand it is\n  {by_hand}"))
        .run()
}

/// Says what to type when rustfmt or clippy is not there.
pub fn check_lints() -> Result<()> {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        let there = Step::new(component, cargo()).args([command, "--version"]).output();
        if !there.is_ok_and(|output| output.status.success()) {
            bail!("{component} is missing; type `rustup component add {component}` and start again");
        }
    }
    Ok(())
}

fn system() -> System {
    if cfg!(target_os = "macos") {
        return System::Mac;
    }
    if cfg!(target_os = "windows") {
        return System::Windows;
    }
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    if is_debian(&release) && on_path("dpkg-query").is_some() { System::Debian } else { System::OtherLinux }
}

/// Whether os-release(5) names Debian, Ubuntu or a system made from them.
fn is_debian(os_release: &str) -> bool {
    os_release
        .lines()
        .filter_map(|line| line.split_once('='))
        .filter(|(key, _)| matches!(*key, "ID" | "ID_LIKE"))
        .flat_map(|(_, value)| value.trim_matches(['"', '\'']).split_whitespace())
        .any(|id| matches!(id, "debian" | "ubuntu"))
}

/// What of `wanted` does not stand as installed in dpkg-query's answer.
fn not_installed<'a>(wanted: &[&'a str], answer: &str) -> Vec<&'a str> {
    let installed: Vec<&str> = answer
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter(|(_, status)| *status == "installed")
        .map(|(name, _)| name)
        .collect();
    wanted.iter().filter(|name| !installed.contains(name)).copied().collect()
}

fn is_root() -> Result<bool> {
    Ok(Step::new("ask who we are", "id").arg("-u").text()?.trim() == "0")
}

/// Whether sudo is there and can ask, or need not ask.
fn may_sudo() -> bool {
    let without_asking = || {
        Step::new("ask sudo", "sudo")
            .args(["-n", "true"])
            .output()
            .is_ok_and(|output| output.status.success())
    };
    on_path("sudo").is_some() && (std::io::stdin().is_terminal() || without_asking())
}

fn check_other_linux(needs: &[Need]) -> Result<()> {
    let mut missing: Vec<&str> = needs
        .iter()
        .flat_map(|need| programs(*need))
        .copied()
        .filter(|program| on_path(program).is_none())
        .collect();
    if needs.contains(&Need::WebView) && !missing.contains(&"pkg-config") {
        for library in ["webkit2gtk-4.1", "dbus-1"] {
            let found = Step::new(library, "pkg-config").args(["--exists", library]).status()?;
            if !found.success() {
                missing.push(library);
            }
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    bail!("missing on this system: {}\nInstall it, then start again:\n{OTHER_LINUX}", missing.join(", "))
}

fn check_mac(needs: &[Need]) -> Result<()> {
    let tools = Step::new("Xcode tools", "xcode-select").arg("-p").output();
    if needs.contains(&Need::Compiler) && !tools.is_ok_and(|output| output.status.success()) {
        bail!("Apple's command line tools are missing; type `xcode-select --install`, then start again");
    }
    Ok(())
}

fn check_windows(needs: &[Need]) -> Result<()> {
    // That xtask itself was linked shows that the Visual Studio build tools are here.
    if needs.contains(&Need::Compiler) && on_path("perl").is_none() {
        bail!(
            "Perl is missing (OpenSSL inside SQLCipher is built with it); type\n  \
             winget install StrawberryPerl.StrawberryPerl\nopen a new terminal and start again"
        );
    }
    if needs.contains(&Need::WebView) && !has_webview2() {
        bail!("WebView2 is missing; type\n  winget install Microsoft.EdgeWebView2Runtime\nand start again");
    }
    Ok(())
}

/// Asks the places in the registry that Microsoft's documentation names.
fn has_webview2() -> bool {
    const CLIENT: &str = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    [r"HKLM\SOFTWARE\WOW6432Node\", r"HKLM\SOFTWARE\", r"HKCU\Software\"].iter().any(|hive| {
        Step::new("WebView2", "reg")
            .args(["query", &format!("{hive}{CLIENT}"), "/v", "pv"])
            .output()
            .is_ok_and(|output| output.status.success())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_and_its_children_are_recognised() {
        assert!(is_debian("PRETTY_NAME=\"Debian\"\nID=debian\n"));
        assert!(is_debian("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!is_debian("ID=fedora\nID_LIKE=\"rhel\"\nHOME_URL=https://debian\n"));
    }

    #[test]
    fn only_what_is_missing_is_named_and_in_order() {
        let answer = "perl installed\nxvfb config-files\nmake installed\n";
        assert_eq!(not_installed(&["perl", "xvfb", "openbox", "make"], answer), ["xvfb", "openbox"]);
        assert!(not_installed(&["perl"], answer).is_empty());
    }

    #[test]
    fn the_terminal_alone_needs_no_webview() {
        let wanted = debian_packages(Need::Compiler);
        assert!(!wanted.iter().any(|name| name.contains("webkit")));
    }
}
