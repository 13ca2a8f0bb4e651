//! A separate vault with the sample memories, to try Keepsake before making one's own.
//! Must never touch the person's vault, and leaves nothing behind.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use keepsake_seal::{Entropy, NoKeychain, SystemEntropy};
use keepsake_vault::{Code, CreateRequest, Error, Home, Vault};

use crate::shell::Shell;

const SAMPLE_MEMORIES: &[u8] = include_bytes!("../../assets/sample/memories.jsonl");

/// Says that the folder it lies in is a try-out vault, and may be erased.
const MARKER: &str = "this-is-a-try-out";

/// Beside the person's vault, so that it is on the same disk and never inside it; none if the vault's folder has no
/// name to put it beside.
fn folder(home: &Home) -> Option<PathBuf> {
    let mut name = home.folder().file_name()?.to_os_string();
    name.push("-try-out");
    Some(home.folder().with_file_name(name))
}

/// Makes the try-out vault and brings in the sample memories.
pub(crate) fn make(shell: &Shell) -> Result<Vault, Error> {
    clear_left_over(shell.home());
    let no_place = || {
        Error::new(Code::Failed, "there is no place for a try-out vault", "start Keepsake with another home")
    };
    let folder = folder(shell.home()).filter(|folder| !folder.exists()).ok_or_else(no_place)?;
    fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join(MARKER), b"")).map_err(|_| no_place())?;
    // Nobody needs to open it again: its passphrase is random and forgotten at once.
    let mut random = [0; 24];
    SystemEntropy.fill(&mut random)?;
    let passphrase: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
    let request = CreateRequest::new(Some(&passphrase), false)?;
    let created = Vault::create(Home::new(folder), request, shell.surroundings(Arc::new(NoKeychain)))?;
    let mut vault = created.vault;
    let report = vault.import_jsonl(SAMPLE_MEMORIES, &mut |_| true);
    report.stopped.map_or(Ok(vault), Err)
}

/// Removes a try-out vault, if there is one: only a folder that says that it is one.
pub(crate) fn clear_left_over(home: &Home) {
    if let Some(folder) = folder(home).filter(|folder| folder.join(MARKER).exists()) {
        let _ = fs::remove_dir_all(folder);
    }
}
