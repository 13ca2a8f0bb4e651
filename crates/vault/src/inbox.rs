//! Captures that wait while the vault is closed, each a sealed file in `inbox/`. Must not hold one in the clear on the
//! disk, and must not trust one: whoever runs as the person can leave one.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use keepsake_filter::{Filter, Policy, Verdict};
use keepsake_seal::{Entropy, Keys, Keyslots, RecordId};
use rusqlite::TransactionBehavior;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::clock::Clock;
use crate::content::{CONTENT_LIMIT_BYTES, blocked};
use crate::home::{restrict, write_private};
use crate::import::{external_mac, known_memory};
use crate::memory::Kind;
use crate::remember::{RememberRequest, admit_request, embed, insert};
use crate::store::lock_file::LockFile;
use crate::{Code, Error, Home, Vault};

const FORMAT: u32 = 1;
/// What a folded memory is known again by: its item's id under this source.
const SOURCE: &str = "keepsake inbox";
/// So many may wait, and so many bytes.
const MOST_ITEMS: usize = 1000;
const MOST_BYTES: u64 = 16 << 20;
/// A text at its longest with what goes along, sealed.
const ITEM_LIMIT_BYTES: u64 = (CONTENT_LIMIT_BYTES as u64) * 8;
/// Lengths are rounded up to this, so that a file's size tells little of its text.
const PADDED_TO_BYTES: usize = 1024;
const NAME_END: &str = ".capture";

/// A capture that is to wait.
#[derive(Clone, Default)]
pub struct Waiting {
    /// The text.
    pub content: String,
    /// Its kind.
    pub kind: Kind,
    /// Its topics.
    pub topics: Vec<String>,
    /// Where it comes from.
    pub source: Option<String>,
    /// For how long it is kept, in milliseconds from now; for good if absent.
    pub lifetime_ms: Option<i64>,
}

/// What became of what waited.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// Memories that were kept.
    pub kept: usize,
    /// Captures that the person's own rules refuse; they go on waiting.
    pub refused: usize,
    /// Files that are no captures of this vault; they are left alone.
    pub damaged: usize,
}

/// A capture that goes on waiting, as the person's rules refuse it.
#[derive(Clone)]
pub struct Refused {
    /// Its item, 32 hexadecimal characters.
    pub id: String,
    /// When it was captured, RFC 3339.
    pub at: String,
    /// The text, as it was typed.
    pub content: Zeroizing<String>,
}

/// What a file holds, sealed.
#[derive(Serialize, Deserialize)]
struct Item {
    v: u32,
    content: String,
    kind: String,
    topics: Vec<String>,
    #[serde(default)]
    source: Option<String>,
    at_ms: i64,
    #[serde(default)]
    expires_at_ms: Option<i64>,
}

/// Leaves a capture for a vault that is closed. What the filter's own settings refuse is refused at once; the person's
/// rules lie in the vault, and judge when it is folded in.
///
/// # Errors
/// [`Code::Empty`], [`Code::TooLarge`], [`Code::Blocked`]; [`Code::NoVault`]; [`Code::Busy`] while the vault's files are being
/// replaced; [`Code::Failed`] if the inbox is full or the vault has none yet; [`Code::DiskFull`]. Nothing was left then.
pub fn leave(
    home: &Home,
    waiting: &Waiting,
    clock: &dyn Clock,
    entropy: &mut dyn Entropy,
) -> Result<(), Error> {
    expect_keepable(&waiting.content)?;
    for text in waiting.topics.iter().chain(&waiting.source).chain([&waiting.content]) {
        if let Verdict::Blocked { findings, over_budget } = Filter::shared().gate(text, &Policy::personal()) {
            return Err(blocked(&findings, over_budget));
        }
    }
    home.expect_vault()?;
    // Whoever is alone with the vault may be giving it other keys.
    let _lock = LockFile::shared(home)?;
    let keyslots = Keyslots::load(home.keyslots())?;
    let key = keyslots.inbox().ok_or_else(|| {
        Error::new(
            Code::Failed,
            "this vault has no inbox yet, so nothing can wait while it is locked",
            "unlock it once; what you typed is still here",
        )
    })?;
    let folder = inbox(home)?;
    let there = files(&folder);
    let size: u64 =
        there.iter().filter_map(|path| fs::symlink_metadata(path).ok()).map(|file| file.len()).sum();
    if there.len() >= MOST_ITEMS || size >= MOST_BYTES {
        return Err(Error::new(
            Code::Failed,
            "the inbox is full",
            "unlock the vault, so that what waits is kept; what you typed is still here",
        ));
    }
    let now_ms = clock.now_ms();
    let item = Item {
        v: FORMAT,
        content: waiting.content.clone(),
        kind: waiting.kind.name().to_owned(),
        topics: waiting.topics.clone(),
        source: waiting.source.clone(),
        at_ms: now_ms,
        expires_at_ms: waiting.lifetime_ms.map(|lifetime_ms| now_ms.saturating_add(lifetime_ms)),
    };
    let plain = padded(&item)?;
    let id = RecordId::random(entropy)?;
    let sealed = key.seal(&id, &plain, entropy)?;
    if sealed.len() as u64 > ITEM_LIMIT_BYTES {
        return Err(Error::new(
            Code::TooLarge,
            "the capture's topics are too long to wait with it",
            "name fewer; what you typed is still here",
        ));
    }
    let failed = |error: std::io::Error| Error::io("the inbox", &error);
    write_private(&folder.join(format!("{id}{NAME_END}")), failed, |file| {
        file.write_all(&sealed).map_err(failed)
    })
}

fn expect_keepable(text: &str) -> Result<(), Error> {
    if text.trim().is_empty() {
        return Err(Error::new(
            Code::Empty,
            "there is nothing to keep: the text is empty",
            "write something first",
        ));
    }
    if text.len() > CONTENT_LIMIT_BYTES {
        return Err(Error::new(
            Code::TooLarge,
            format!("the text has {} bytes, and a memory holds up to {CONTENT_LIMIT_BYTES}", text.len()),
            "split it into several memories",
        ));
    }
    Ok(())
}

/// JSON, and blanks up to the next round length: JSON ends where it ends.
fn padded(item: &Item) -> Result<Zeroizing<Vec<u8>>, Error> {
    let mut plain = Zeroizing::new(
        serde_json::to_vec(item)
            .map_err(|_| Error::new(Code::Failed, "the capture could not be written", "try again"))?,
    );
    let length = plain.len().next_multiple_of(PADDED_TO_BYTES);
    plain.resize(length, b' ');
    Ok(plain)
}

/// The folder, made if it is not there. A link in its place would lead out of the vault's folder.
fn inbox(home: &Home) -> Result<PathBuf, Error> {
    let failed = |error: std::io::Error| Error::io("the inbox", &error);
    let folder = home.inbox();
    match fs::symlink_metadata(&folder) {
        Ok(found) if !found.is_dir() => {
            return Err(Error::new(
                Code::Inconsistent,
                "something that is no folder stands where the inbox belongs",
                "look at `inbox` in the vault's folder; nothing was changed",
            ));
        }
        Ok(_) => {}
        Err(_) => fs::create_dir_all(&folder).map_err(failed)?,
    }
    restrict(&folder, 0o700).map_err(failed)?;
    Ok(folder)
}

/// What lies there under an item's name, in no order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| item_of(path).is_some()).collect()
}

fn item_of(path: &Path) -> Option<RecordId> {
    path.file_name()?.to_str()?.strip_suffix(NAME_END)?.parse().ok()
}

impl Home {
    /// How many captures wait to be folded in.
    pub fn waiting_captures(&self) -> usize {
        files(&self.inbox()).len()
    }
}

impl Vault {
    /// Keeps what waited while the vault was closed, each once, and takes it out of the inbox. A capture that the person's
    /// rules refuse goes on waiting ([`Vault::refused_captures`]); what is none of this vault's is left alone.
    ///
    /// # Errors
    /// [`Code::Busy`], [`Code::DiskFull`]; what was kept before stays kept, and what was not goes on waiting.
    pub fn fold_inbox(&mut self) -> Result<Folded, Error> {
        if self.keyslots.inbox().is_none() {
            let next = self.keyslots.with_inbox(&self.keys)?;
            self.replace_keyslots(next)?;
        }
        let mut folded = Folded::default();
        for path in self.waiting_files() {
            let Some((id, item)) = self.open_item(&path) else {
                folded.damaged += 1;
                continue;
            };
            match self.fold(&id, item) {
                Ok(is_new) => {
                    folded.kept += usize::from(is_new);
                    remove(&path)?;
                }
                Err(error) if is_refusal(error.code) => folded.refused += 1,
                Err(error) => return Err(error),
            }
        }
        Ok(folded)
    }

    /// The captures that the person's rules refuse, oldest first.
    pub fn refused_captures(&mut self) -> Vec<Refused> {
        let mut refused: Vec<(i64, Refused)> = Vec::new();
        for path in self.waiting_files() {
            let Some((id, item)) = self.open_item(&path) else { continue };
            let at = crate::format_time(item.at_ms);
            refused.push((
                item.at_ms,
                Refused { id: id.to_string(), at, content: Zeroizing::new(item.content) },
            ));
        }
        refused.sort_by_key(|(at_ms, _)| *at_ms);
        refused.into_iter().map(|(_, refused)| refused).collect()
    }

    /// Takes a capture out of the inbox for good.
    ///
    /// # Errors
    /// [`Code::NotFound`].
    pub fn drop_capture(&mut self, id: &str) -> Result<(), Error> {
        let path = self
            .waiting_files()
            .into_iter()
            .find(|path| item_of(path).is_some_and(|own| own.to_string() == id));
        remove(&path.ok_or_else(|| {
            Error::new(Code::NotFound, "no capture with this id waits", "look at what waits again")
        })?)
    }

    /// Removes files whose capture is kept already: what is then forgotten must not come back from one.
    pub(crate) fn clear_folded(&self) -> Result<(), Error> {
        for path in self.waiting_files() {
            let Some(id) = item_of(&path) else { continue };
            if known_memory(&self.db, Some(&external(&self.keys, &id)))?.is_some() {
                remove(&path)?;
            }
        }
        Ok(())
    }

    /// Refuses while a capture waits that only today's keys open: with others it would be lost.
    pub(crate) fn expect_empty_inbox(&mut self) -> Result<(), Error> {
        self.fold_inbox()?;
        match self.refused_captures().len() {
            0 => Ok(()),
            count => Err(Error::new(
                Code::Failed,
                format!("{count} captures wait for your word, and new keys would lose them"),
                "open Keepsake and keep or remove them first; nothing was changed",
            )),
        }
    }

    fn waiting_files(&self) -> Vec<PathBuf> {
        let folder = self.home.inbox();
        let is_folder = fs::symlink_metadata(&folder).is_ok_and(|found| found.is_dir());
        let mut files = if is_folder { files(&folder) } else { Vec::new() };
        files.sort();
        files.truncate(MOST_ITEMS);
        files
    }

    /// `None` for what is no capture of this vault: sealed by nobody who had its key, cut, renamed, or too large.
    fn open_item(&self, path: &Path) -> Option<(RecordId, Item)> {
        let id = item_of(path)?;
        let found = fs::symlink_metadata(path).ok()?;
        if !found.is_file() || found.len() > ITEM_LIMIT_BYTES {
            return None;
        }
        let plain = self.keys.open_inbox(&id, &fs::read(path).ok()?).ok()?;
        let item: Item = serde_json::from_slice(&plain).ok()?;
        (item.v == FORMAT).then_some((id, item))
    }

    /// Answers whether it is a new memory: one that was kept before a crash is known by its item.
    fn fold(&mut self, id: &RecordId, item: Item) -> Result<bool, Error> {
        let external = external(&self.keys, id);
        if known_memory(&self.db, Some(&external))?.is_some() {
            return Ok(false);
        }
        let now_ms = self.now_ms();
        let counting_ms = self.effective_ms();
        if item.expires_at_ms.is_some_and(|at_ms| at_ms <= counting_ms) {
            return Ok(false);
        }
        let policy = self.policy_for(&[], item.expires_at_ms)?;
        let request = RememberRequest {
            content: item.content,
            kind: item.kind.parse().unwrap_or_default(),
            topics: item.topics,
            source: item.source,
            // A clock that was wrong then is no reason for a memory from the future.
            created_at_ms: Some(item.at_ms.clamp(0, now_ms)),
            expires_at_ms: item.expires_at_ms,
            ..RememberRequest::default()
        };
        let mut admitted = admit_request(request, None, &self.sieve(&policy), counting_ms)?;
        self.expire_by_rules(&mut admitted, counting_ms)?;
        let windows = embed(&self.db, &self.surroundings, &admitted.payload.content);
        let Vault { db, keys, surroundings, .. } = self;
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if known_memory(&transaction, Some(&external))?.is_some() {
            return Ok(false);
        }
        insert(&transaction, keys, surroundings, &admitted, windows.as_deref(), Some(external), now_ms)?;
        transaction.commit()?;
        self.committed();
        Ok(true)
    }
}

/// What the text itself is the reason of: it can be mended by whoever wrote it, and trying again changes nothing.
fn is_refusal(code: Code) -> bool {
    matches!(code, Code::Blocked | Code::Empty | Code::TooLarge | Code::BadInput)
}

fn external(keys: &Keys, id: &RecordId) -> [u8; 32] {
    external_mac(keys, Some(SOURCE), &id.to_string())
}

fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::io("the inbox", &error)),
        _ => Ok(()),
    }
}
