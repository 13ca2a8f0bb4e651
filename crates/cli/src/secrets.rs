//! Reads secrets from files. Must not print them or keep a copy that is not zeroed.

use std::fs;
use std::path::Path;

use keepsake_vault::{Code, Error};
use zeroize::Zeroizing;

use crate::failure::Failure;

/// The longest secret file, in bytes: anything longer is the wrong file.
const LIMIT_BYTES: u64 = 64 * 1024;

/// The file's text without one trailing newline.
pub(crate) fn read(path: &Path) -> Result<Zeroizing<String>, Failure> {
    let named = |error: std::io::Error| Failure::file(&path.display().to_string(), &error);
    if fs::metadata(path).map_err(named)?.len() > LIMIT_BYTES {
        return Err(Failure::wrong_use(format!("{} is too long to be a secret", path.display())));
    }
    let bytes = Zeroizing::new(fs::read(path).map_err(named)?);
    let text = std::str::from_utf8(&bytes).map_err(|_| {
        Error::new(Code::NotText, format!("{} is not text", path.display()), "save it as UTF-8")
    })?;
    let text = text.strip_suffix('\n').map_or(text, |text| text.strip_suffix('\r').unwrap_or(text));
    Ok(Zeroizing::new(text.to_owned()))
}
