//! Looks for what was forgotten: in every page of the opened database, free ones included, and in the files around it. Must not change
//! anything, nor keep what it looks for longer than it looks.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use keepsake_recall::stems;
use keepsake_seal::{Keys, RecordId};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::Error;
use crate::memory::Payload;
use crate::open::Vault;
use crate::receipt::ResidueSummary;
use crate::store::vectors::{self, ModelNumber};
use crate::store::{originals, records};

/// Fewer bytes stand anywhere by chance.
const SHORTEST: usize = 8;
/// Text is looked for in pieces of so many bytes: of any trace of twice as many, one piece is found.
const TEXT_PIECE: usize = 24;
/// The same for vectors and sealed bytes.
const BINARY_PIECE: usize = 32;
/// The same for keys.
const KEY_PIECE: usize = 16;
/// Of a very long text or sealed payload so many pieces, spread over all of it.
const PIECES_AT_MOST: usize = 256;
/// A larger file beside the database is none of ours.
const FILE_LIMIT_BYTES: u64 = 64 * 1024 * 1024;
/// Traces that are named; the rest are counted.
const NAMED: usize = 20;

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Sort {
    Text,
    Stem,
    Vector,
    Key,
    Sealed,
}

impl Sort {
    fn name(self) -> &'static str {
        match self {
            Sort::Text => "text",
            Sort::Stem => "a word's stem",
            Sort::Vector => "a vector",
            Sort::Key => "a wrapped key",
            Sort::Sealed => "sealed bytes",
        }
    }
}

/// The pieces that are looked for. They are private: wiped when dropped.
#[derive(Default)]
pub(crate) struct Needles {
    pieces: Vec<(Sort, Zeroizing<Vec<u8>>)>,
    known: HashSet<[u8; 32]>,
    memories: Vec<RecordId>,
}

/// A leftover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// What was found: `text`, `a vector`, ...; never the thing itself.
    pub what: &'static str,
    /// Where: a page's number, or a file.
    pub place: String,
}

/// What was looked through, and what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ResidueReport {
    /// As it stands on the receipt.
    pub summary: ResidueSummary,
    /// The first traces.
    pub traces: Vec<Trace>,
}

impl Needles {
    /// Everything that is kept of a memory, or with `except` of all its versions but this one.
    pub(crate) fn collect(
        &mut self,
        db: &Connection,
        keys: &Keys,
        id: &RecordId,
        except: Option<&[u8; 16]>,
    ) -> Result<(), Error> {
        // What stays holds most of the words of what goes: after an edit only sealed bytes and keys can be told apart.
        if except.is_none() {
            self.memories.push(*id);
            // One that is damaged leaves its sealed bytes to look for.
            for version in records::open_versions(db, keys, id).unwrap_or_default() {
                self.add_payload(&version.payload);
            }
            for place in originals::places(db, id)? {
                if let Ok(text) = originals::open(db, keys, &place) {
                    self.add_text(&text);
                }
            }
            let mut statement = db.prepare_cached("SELECT number FROM model")?;
            let models: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            for number in models {
                for vector in vectors::of_memory(db, ModelNumber(number), id.as_bytes())? {
                    let bytes: Vec<u8> = vector.iter().flat_map(|x| x.to_le_bytes()).collect();
                    self.add(Sort::Vector, &bytes, BINARY_PIECE);
                }
            }
            let segment = "SELECT wrapped_key, payload FROM segment
                 WHERE number = (SELECT segment FROM memory WHERE id = ?1) AND ?2 IS NULL";
            self.add_rows(db, segment, id, except)?;
        }
        let versions = "SELECT wrapped_key, payload FROM version WHERE memory = ?1 AND id IS NOT ?2";
        let hidden = "SELECT wrapped_key, payload FROM original WHERE memory = ?1 AND version IS NOT ?2";
        self.add_rows(db, versions, id, except)?;
        self.add_rows(db, hidden, id, except)
    }

    fn add_rows(
        &mut self,
        db: &Connection,
        sql: &str,
        id: &RecordId,
        except: Option<&[u8; 16]>,
    ) -> Result<(), Error> {
        let mut statement = db.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params![id.as_bytes(), except])?;
        while let Some(row) = rows.next()? {
            self.add(Sort::Key, &row.get::<_, Vec<u8>>(0)?, KEY_PIECE);
            self.add(Sort::Sealed, &row.get::<_, Vec<u8>>(1)?, BINARY_PIECE);
        }
        Ok(())
    }

    fn add_payload(&mut self, payload: &Payload) {
        let labels = [&payload.source, &payload.thread, &payload.external_id].into_iter().flatten();
        for label in payload.topics.iter().chain(labels) {
            // Many memories share a label: one word of it says nothing.
            if label.len() >= TEXT_PIECE {
                self.add_text(label);
            }
        }
        self.add_text(&payload.content);
        for stem in stems(&payload.content) {
            let stem = Zeroizing::new(stem);
            self.add(Sort::Stem, stem.as_bytes(), stem.len());
        }
    }

    fn add_text(&mut self, text: &str) {
        self.add(Sort::Text, text.as_bytes(), TEXT_PIECE);
        let wide: Zeroizing<Vec<u8>> =
            Zeroizing::new(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        self.add(Sort::Text, &wide, 2 * TEXT_PIECE);
    }

    fn add(&mut self, sort: Sort, bytes: &[u8], piece: usize) {
        let whole = piece.max(SHORTEST);
        let every = (bytes.len() / whole / PIECES_AT_MOST).max(1);
        let last = bytes.len().checked_sub(whole).map(|from| &bytes[from..]);
        let pieces = bytes.chunks_exact(whole).step_by(every).chain(last);
        let short = Some(bytes).filter(|bytes| bytes.len() < whole);
        for piece in pieces.chain(short) {
            // Bytes that are nearly all alike stand anywhere.
            let different = piece.iter().collect::<HashSet<_>>().len();
            let telling = piece.len() >= SHORTEST && different >= SHORTEST.min(piece.len() / 2);
            if telling && self.known.insert(Sha256::digest(piece).into()) {
                self.pieces.push((sort, Zeroizing::new(piece.to_vec())));
            }
        }
    }

    /// Leaves out text that stands in the database for another reason: names of tables, the person's own rules.
    fn leave_out(&mut self, plain: &str) {
        let plain = plain.to_lowercase();
        let bytes = plain.as_bytes();
        self.pieces.retain(|(sort, piece)| {
            let is_text = matches!(sort, Sort::Text | Sort::Stem);
            !(is_text && bytes.windows(piece.len()).any(|window| window.eq_ignore_ascii_case(piece)))
        });
    }
}

/// Finds many pieces at once: one look-up for each byte, and few of them reach the table.
struct Finder<'n> {
    /// A bit for each hash of a piece's first eight bytes.
    first: Vec<u64>,
    by_first: HashMap<u64, Vec<usize>>,
    pieces: &'n [(Sort, Zeroizing<Vec<u8>>)],
}

const HASH_BITS: u32 = 20;

fn hashed(first: u64) -> usize {
    (first.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - HASH_BITS)) as usize
}

fn first_eight(bytes: &[u8]) -> Option<u64> {
    bytes.first_chunk::<8>().map(|first| u64::from_le_bytes(*first))
}

impl<'n> Finder<'n> {
    fn new(needles: &'n Needles) -> Finder<'n> {
        let mut finder = Finder {
            first: vec![0; 1 << (HASH_BITS - 6)],
            by_first: HashMap::new(),
            pieces: &needles.pieces,
        };
        for (number, (_, piece)) in needles.pieces.iter().enumerate() {
            if let Some(first) = first_eight(piece) {
                let hash = hashed(first);
                finder.first[hash >> 6] |= 1 << (hash & 63);
                finder.by_first.entry(first).or_default().push(number);
            }
        }
        finder
    }

    /// Calls `found` with the number of each piece that stands in `bytes`.
    fn find(&self, bytes: &[u8], mut found: impl FnMut(usize)) {
        for at in 0..bytes.len().saturating_sub(SHORTEST - 1) {
            let Some(first) = first_eight(&bytes[at..]) else { return };
            let hash = hashed(first);
            if self.first[hash >> 6] & (1 << (hash & 63)) == 0 {
                continue;
            }
            for number in self.by_first.get(&first).into_iter().flatten() {
                if bytes[at..].starts_with(&self.pieces[*number].1) {
                    found(*number);
                }
            }
        }
    }
}

impl Vault {
    /// Folders outside the vault's own that are looked through as well: the window's, logs.
    pub fn look_also_in(&mut self, folders: Vec<PathBuf>) {
        self.other_folders = folders;
    }

    /// Looks for `needles` everywhere.
    pub(crate) fn look_for(&self, mut needles: Needles) -> Result<ResidueReport, Error> {
        needles.leave_out(&self.plain_in_the_database()?);
        let finder = Finder::new(&needles);
        let mut hits: Vec<(usize, String)> = Vec::new();
        let mut summary = ResidueSummary { scanned: true, ..ResidueSummary::default() };
        summary.looked_for = needles.pieces.len() as u64;
        let mut digest = Sha256::new();
        self.for_each_page(|number, page| {
            summary.pages += 1;
            digest.update(number.to_be_bytes());
            digest.update(page);
            finder.find(page, |piece| hits.push((piece, format!("page {number}"))));
            Ok(())
        })?;
        summary.digest = HEXLOWER.encode(&digest.finalize());
        self.leave_out_living_vectors(&needles, &mut hits)?;
        for path in self.files_around() {
            let is_small = fs::metadata(&path).is_ok_and(|file| file.len() <= FILE_LIMIT_BYTES);
            let Some(bytes) = is_small.then(|| fs::read(&path).ok()).flatten() else { continue };
            let bytes = Zeroizing::new(bytes);
            summary.files += 1;
            let place = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            // A single word may stand in any file.
            finder.find(&bytes, |piece| {
                if needles.pieces[piece].0 != Sort::Stem {
                    hits.push((piece, place.clone()));
                }
            });
        }
        let mut traces: Vec<Trace> = hits
            .into_iter()
            .map(|(piece, place)| Trace { what: needles.pieces[piece].0.name(), place })
            .collect();
        if let Some(live) = &self.live {
            let held = needles.memories.iter().filter(|id| live.index.contains(id.as_bytes()));
            traces.extend(held.map(|_| Trace { what: "a memory", place: "the search index".to_owned() }));
        }
        summary.found = traces.len() as u64;
        traces.truncate(NAMED);
        Ok(ResidueReport { summary, traces })
    }

    /// Every page of the opened database with its number, without what the encryption keeps at its end.
    pub(crate) fn for_each_page(
        &self,
        mut each: impl FnMut(u64, &[u8]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut statement = self.db.prepare("SELECT pgno, data FROM sqlite_dbpage")?;
        let mut rows = statement.query([])?;
        let mut reserved = 0;
        while let Some(row) = rows.next()? {
            let number = row.get::<_, i64>(0)? as u64;
            let page = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
            if number == 1 {
                // From the file format: bytes at each page's end that SQLite leaves alone.
                reserved = page.get(20).map_or(0, |reserved| usize::from(*reserved));
            }
            each(number, &page[..page.len().saturating_sub(reserved)])?;
        }
        Ok(())
    }

    /// Two memories of the same text have the same vector: as often as it lives, it may be found.
    fn leave_out_living_vectors(
        &self,
        needles: &Needles,
        hits: &mut Vec<(usize, String)>,
    ) -> Result<(), Error> {
        let mut looked_at: HashMap<&[u8], (usize, usize)> = HashMap::new();
        for (piece, _) in hits.iter() {
            if let Some((Sort::Vector, bytes)) = needles.pieces.get(*piece) {
                looked_at.entry(bytes.as_slice()).or_insert((*piece, 0));
            }
        }
        if looked_at.is_empty() {
            return Ok(());
        }
        let mut statement = self.db.prepare("SELECT id FROM memory")?;
        let living: HashSet<[u8; 16]> =
            statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut statement = self.db.prepare("SELECT number FROM model")?;
        let models: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        for number in models {
            vectors::for_each(&self.db, ModelNumber(number), &living, |_, vector| {
                let bytes: Vec<u8> = vector.iter().flat_map(|x| x.to_le_bytes()).collect();
                for window in bytes.chunks_exact(4).enumerate().map(|(at, _)| &bytes[4 * at..]) {
                    let piece = window.get(..BINARY_PIECE).unwrap_or(window);
                    if let Some((_, count)) = looked_at.get_mut(piece) {
                        *count += 1;
                    }
                }
                Ok(())
            })?;
        }
        let mut left: HashMap<usize, usize> = looked_at.into_values().collect();
        hits.retain(|(piece, _)| match left.get_mut(piece) {
            Some(living) if *living > 0 => {
                *living -= 1;
                false
            }
            _ => true,
        });
        Ok(())
    }

    /// What stands in the opened database in the clear, and may.
    fn plain_in_the_database(&self) -> Result<String, Error> {
        let mut plain = String::new();
        for sql in [
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL",
            "SELECT name FROM sqlite_schema",
            "SELECT id || ' ' || coalesce(folder, '') FROM model",
            "SELECT body FROM filter_settings",
            "SELECT DISTINCT kind FROM allowed_value",
            "SELECT DISTINCT action FROM audit",
            "SELECT DISTINCT outcome || ' ' || actor FROM audit WHERE actor IS NOT NULL",
            "SELECT body FROM receipt ORDER BY at_ms DESC LIMIT 1",
        ] {
            let mut statement = self.db.prepare(sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                plain.push_str(&row.get::<_, String>(0)?);
                plain.push('\n');
            }
        }
        Ok(plain)
    }

    /// Every file in the vault's folder but the encrypted database, which is read through its pages, and in the other folders.
    fn files_around(&self) -> Vec<PathBuf> {
        let own = self.home.files().into_iter().map(|file| file.path);
        let mut files: Vec<PathBuf> = own.filter(|path| *path != self.home.database()).collect();
        let mut folders = self.other_folders.clone();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                    Ok(kind) if kind.is_file() => files.push(entry.path()),
                    _ => {}
                }
            }
        }
        files
    }
}

/// What `verify --residue` says: leftovers that belong to no memory that is kept.
#[derive(Debug, Default)]
pub(crate) struct Leftovers {
    pub(crate) pages: u64,
    pub(crate) free_pages: u64,
    /// In sentences.
    pub(crate) found: Vec<String>,
    /// Files that are not Keepsake's own; they are said, and are no fault.
    pub(crate) strangers: Vec<String>,
}

/// Files that belong in a vault's folder while nothing is under way.
const OWN_FILES: [&str; 10] = [
    "vault.db",
    "vault.db-wal",
    "vault.db-shm",
    "keyslots.json",
    "vault.lock",
    "vault.wanted",
    "vault.erasing",
    "vault.paused",
    "settings.json",
    crate::unlocks::FILE,
];

impl Vault {
    /// Looks for what is left of anything: free pages that hold something, rows whose memory is gone, files half-written.
    pub(crate) fn leftovers(&self) -> Result<Leftovers, Error> {
        let mut found = Leftovers::default();
        let free = self.free_leaf_pages()?;
        found.free_pages = free.len() as u64;
        let mut held = 0;
        self.for_each_page(|number, page| {
            found.pages += 1;
            held += usize::from(free.contains(&number) && page.iter().any(|byte| *byte != 0));
            Ok(())
        })?;
        if held > 0 {
            found.found.push(format!("{held} free pages of the database are not empty"));
        }
        for (what, sql) in [
            ("versions", "SELECT count(*) FROM version WHERE memory NOT IN (SELECT id FROM memory)"),
            (
                "hidden originals",
                "SELECT count(*) FROM original WHERE version NOT IN (SELECT id FROM version)",
            ),
            (
                "places of vectors",
                "SELECT count(*) FROM vector_window WHERE memory NOT IN (SELECT id FROM memory)",
            ),
            (
                "pieces of the search index",
                "SELECT count(*) FROM segment WHERE number NOT IN (SELECT segment FROM memory WHERE segment IS NOT NULL)",
            ),
            (
                "links",
                "SELECT count(*) FROM replacement WHERE older NOT IN (SELECT id FROM memory) OR newer NOT IN (SELECT id FROM memory)",
            ),
        ] {
            let count: i64 = self.db.query_row(sql, [], |row| row.get(0))?;
            if count > 0 {
                found.found.push(format!("{count} {what} belong to no memory"));
            }
        }
        for file in self.home.files() {
            let name = file.path.strip_prefix(self.home.folder()).unwrap_or(&file.path);
            let name = name.to_string_lossy().into_owned();
            if is_half_written(&file.path) {
                found.found.push(format!("{name} was left half-written"));
            } else if !OWN_FILES.contains(&name.as_str())
                && !name.starts_with("backups")
                && !name.starts_with("inbox/")
            {
                found.strangers.push(name);
            }
        }
        Ok(found)
    }

    /// The free pages that hold no list of others, from the database's own list (SQLite's file format, section 1.5).
    fn free_leaf_pages(&self) -> Result<HashSet<u64>, Error> {
        let number_at = |page: &[u8], at: usize| -> u64 {
            let bytes = page.get(at..).and_then(<[u8]>::first_chunk::<4>);
            bytes.map_or(0, |bytes| u64::from(u32::from_be_bytes(*bytes)))
        };
        let mut statement = self.db.prepare("SELECT data FROM sqlite_dbpage WHERE pgno = ?1")?;
        let mut page = |number: u64| -> Result<Vec<u8>, Error> {
            Ok(statement.query_row([number as i64], |row| row.get(0))?)
        };
        let (mut lists, mut leaves) = (HashSet::new(), HashSet::new());
        let mut list = number_at(&page(1)?, 32);
        while list != 0 && lists.insert(list) {
            let listed = page(list)?;
            let count = number_at(&listed, 4).min(listed.len() as u64 / 4);
            leaves.extend((0..count as usize).map(|leaf| number_at(&listed, 8 + 4 * leaf)));
            list = number_at(&listed, 0);
        }
        Ok(leaves)
    }
}

fn is_half_written(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    [".part", ".new", ".next", "-journal", ".tmp"].iter().any(|end| name.ends_with(end))
        || name.starts_with("etilqs_")
}
