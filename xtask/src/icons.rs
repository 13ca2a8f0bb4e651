//! `cargo xtask icons`: every picture in `assets/icons`, drawn anew from its two SVGs.
//!
//! The pictures are committed, so building needs no drawing tool. ICO and ICNS are folders of PNGs, written here.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::prepare::{Need, prepare};
use crate::project::Project;
use crate::step::Step;

/// The app's mark as PNGs: name and size in pixels. `@2x` is for screens with twice the pixels.
const APP: [(&str, u32); 8] = [
    ("16x16.png", 16),
    ("24x24.png", 24),
    ("32x32.png", 32),
    ("48x48.png", 48),
    ("64x64.png", 64),
    ("128x128.png", 128),
    ("128x128@2x.png", 256),
    ("icon.png", 512),
];

/// Sizes in `icon.ico`. Tauri shows the first one in the title bar.
const ICO: [u32; 6] = [32, 16, 24, 48, 64, 256];

/// Entries of `icon.icns`: Apple's type for a PNG of that size in pixels.
const ICNS: [(&[u8; 4], u32); 10] = [
    (b"icp4", 16),
    (b"icp5", 32),
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
    (b"ic10", 1024),
];

/// What the tray can say; classes in `tray.svg`.
const STATES: [&str; 3] = ["locked", "unlocked", "working"];
/// For which panel a picture is, and the colour of its glyph.
const PANELS: [(&str, &str); 2] = [("light", "#1e1d1a"), ("dark", "#ece8df")];
/// What a tray picture's name ends in, and its size in pixels.
const TRAY: [(&str, u32); 2] = [("", 32), ("@2x", 64)];

/// Draws all of them.
pub fn icons(project: &Project) -> Result<ExitCode> {
    prepare(project, &[Need::Pictures])?;
    let folder = project.root.join("assets/icons");
    let mark = folder.join("icon.svg");
    for (name, size) in APP {
        write(&folder.join(name), &draw(&mark, size, None)?)?;
    }
    let sized = |size| Ok((size, draw(&mark, size, None)?));
    write(&folder.join("icon.ico"), &ico(&ICO.into_iter().map(sized).collect::<Result<Vec<_>>>()?)?)?;
    let typed = |(kind, size): (&'static [u8; 4], u32)| Ok((kind, draw(&mark, size, None)?));
    write(&folder.join("icon.icns"), &icns(&ICNS.into_iter().map(typed).collect::<Result<Vec<_>>>()?)?)?;

    // rsvg-convert takes a style sheet from a file only.
    let styles = project.target.join("tray.css");
    fs::create_dir_all(&project.target)?;
    for picture in tray() {
        write(&styles, picture.styles.as_bytes())?;
        write(&folder.join(&picture.path), &draw(&folder.join("tray.svg"), picture.size, Some(&styles))?)?;
    }
    println!("   drew assets/icons anew");
    Ok(ExitCode::SUCCESS)
}

/// A picture for the tray: its path in `assets/icons`, its size in pixels, what shows its state.
struct TrayPicture {
    path: PathBuf,
    size: u32,
    styles: String,
}

fn tray() -> Vec<TrayPicture> {
    let mut pictures = Vec::new();
    for state in STATES {
        for (panel, colour) in PANELS {
            for (ending, size) in TRAY {
                let hidden: Vec<_> =
                    STATES.iter().filter(|other| **other != state).map(|other| format!(".{other}")).collect();
                pictures.push(TrayPicture {
                    path: Path::new("tray").join(format!("{state}-{panel}{ending}.png")),
                    size,
                    styles: format!("svg {{ color: {colour} }} {} {{ display: none }}\n", hidden.join(", ")),
                });
            }
        }
    }
    pictures
}

/// An SVG as PNG, `size` pixels square.
fn draw(svg: &Path, size: u32, styles: Option<&Path>) -> Result<Vec<u8>> {
    let size = size.to_string();
    let mut step = Step::new("draw a picture", "rsvg-convert")
        .args(["--width", &size, "--height", &size, "--format", "png"])
        .next("is the SVG well-formed? rsvg-convert's message is above");
    if let Some(styles) = styles {
        step = step.arg("--stylesheet").arg(styles);
    }
    let output = step.arg(svg).output()?;
    if !output.status.success() {
        bail!("drawing {}: {}", svg.display(), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(output.stdout)
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new(OsStr::new(".")));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, bytes))
        .with_context(|| format!("writing {}", path.display()))
}

/// Windows' icon file: a header, an entry of 16 bytes a picture, then the PNGs. Sizes are in pixels, at most 256.
fn ico(pictures: &[(u32, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut file = vec![0, 0, 1, 0];
    file.extend(u16::try_from(pictures.len())?.to_le_bytes());
    let mut offset = 6 + 16 * pictures.len();
    for (size, png) in pictures {
        // 256 is written as 0.
        let side = u8::try_from(size % 256)?;
        file.extend([side, side, 0, 0]);
        file.extend(1u16.to_le_bytes());
        file.extend(32u16.to_le_bytes());
        file.extend(u32::try_from(png.len())?.to_le_bytes());
        file.extend(u32::try_from(offset)?.to_le_bytes());
        offset += png.len();
    }
    file.extend(pictures.iter().flat_map(|(_, png)| png));
    Ok(file)
}

/// Apple's icon file: a header, then each PNG behind its type and its length, which counts those eight bytes.
fn icns(pictures: &[(&[u8; 4], Vec<u8>)]) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    for (kind, png) in pictures {
        body.extend(*kind);
        body.extend(u32::try_from(png.len() + 8)?.to_be_bytes());
        body.extend(png);
    }
    let mut file = b"icns".to_vec();
    file.extend(u32::try_from(body.len() + 8)?.to_be_bytes());
    file.extend(body);
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/icons")
    }

    /// Width and height of a PNG with eight bits a channel and transparency, the only kind that Tauri takes.
    fn png_size(png: &[u8]) -> Option<(u32, u32)> {
        let number = |from: usize| Some(u32::from_be_bytes(png.get(from..from + 4)?.try_into().ok()?));
        let whole = png.starts_with(b"\x89PNG\r\n\x1a\n") && png.get(24..26)? == [8, 6];
        if whole { Some((number(16)?, number(20)?)) } else { None }
    }

    #[test]
    fn every_picture_is_there_in_its_size() {
        let app = APP.iter().map(|(name, size)| (PathBuf::from(name), *size));
        let tray = tray().into_iter().map(|picture| (picture.path, picture.size));
        for (path, size) in app.chain(tray) {
            let png = fs::read(folder().join(&path)).unwrap();
            assert_eq!(png_size(&png), Some((size, size)), "{}", path.display());
        }
    }

    #[test]
    fn the_committed_icon_files_hold_every_size() {
        let file = fs::read(folder().join("icon.ico")).unwrap();
        for (place, size) in ICO.iter().enumerate() {
            let entry = &file[6 + 16 * place..][..16];
            let number = |at: usize| u32::from_le_bytes(entry[at..at + 4].try_into().unwrap()) as usize;
            assert_eq!(png_size(&file[number(12)..][..number(8)]), Some((*size, *size)));
        }
        let file = fs::read(folder().join("icon.icns")).unwrap();
        let mut at = 8;
        for (kind, size) in ICNS {
            let length = u32::from_be_bytes(file[at + 4..at + 8].try_into().unwrap()) as usize;
            assert_eq!(&file[at..at + 4], kind);
            assert_eq!(png_size(&file[at + 8..at + length]), Some((size, size)));
            at += length;
        }
        assert_eq!(at, file.len());
    }

    #[test]
    fn no_two_pictures_of_the_tray_are_the_same() {
        let read = |picture: TrayPicture| fs::read(folder().join(picture.path)).unwrap();
        let pictures: Vec<_> = tray().into_iter().map(read).collect();
        assert_eq!(pictures.len(), 12);
        for (place, picture) in pictures.iter().enumerate() {
            assert!(!pictures[..place].contains(picture), "picture {place}");
        }
    }

    #[test]
    fn the_svg_of_the_tray_has_every_state() {
        let svg = fs::read_to_string(folder().join("tray.svg")).unwrap();
        assert!(STATES.iter().all(|state| svg.contains(&format!("class=\"{state}\""))));
    }

    #[test]
    fn the_icon_file_of_windows_lists_its_pictures_in_order() {
        let file = ico(&[(256, vec![7; 3]), (16, vec![8; 2])]).unwrap();
        assert_eq!(file[..8], [0, 0, 1, 0, 2, 0, 0, 0]);
        assert_eq!(file[6 + 16], 16);
        assert_eq!(file[38..], [7, 7, 7, 8, 8]);
        assert_eq!(png_size(b"no picture"), None);
    }
}
