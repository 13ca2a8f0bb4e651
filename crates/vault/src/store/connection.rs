//! Opens the encrypted database, fail closed. Must not know what the tables mean.

use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Once;
use std::time::Duration;

use keepsake_seal::Secret;
use rusqlite::{Connection, OpenFlags, ffi};
use zeroize::Zeroizing;

use crate::home::restrict;
use crate::{Code, Error};

/// True in one bench only, which measures what encryption costs: no program compiles with it (`cargo xtask bench encryption`).
const PLAIN: bool = cfg!(keepsake_plain_for_measuring);
const PLAIN_HEADER: &[u8] = b"SQLite format 3\0";
/// How long a write waits for another process's.
pub(crate) const BUSY_WAIT: Duration = Duration::from_secs(5);

unsafe extern "C" {
    // SQLCipher's own; rusqlite's bindings leave it out.
    fn sqlite3_key_v2(
        db: *mut ffi::sqlite3,
        name: *const c_char,
        key: *const c_void,
        key_bytes: c_int,
    ) -> c_int;
}

/// Whether the file must be there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expect {
    /// A vault.
    Database,
    /// Nothing: a new vault.
    Nothing,
}

/// Opens the database with its raw 256-bit key.
///
/// Fails closed: SQLCipher must answer, the file must not be in the clear, and the key must read the schema.
pub(crate) fn open(path: &Path, key: &Secret<32>, expect: Expect) -> Result<Connection, Error> {
    register_vectors();
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    match expect {
        Expect::Database => refuse_plain(path)?,
        Expect::Nothing => flags |= OpenFlags::SQLITE_OPEN_CREATE,
    }
    let db = Connection::open_with_flags(path, flags)?;
    restrict(path, 0o600).map_err(|error| Error::io("the database", &error))?;
    db.busy_timeout(BUSY_WAIT)?;
    // Before anything is read: SQLCipher prints to standard error on a wrong key.
    db.pragma_update(None, "cipher_log_level", "NONE")?;
    if !PLAIN {
        give_key(&db, c"main", key)?;
    }
    let cipher: Option<String> = db.query_row("PRAGMA cipher_version", [], |row| row.get(0)).ok();
    if cipher.is_none_or(|version| version.is_empty()) {
        return Err(Error::new(
            Code::Failed,
            "this build cannot encrypt, so the vault was not opened",
            "install Keepsake again; nothing was changed",
        ));
    }
    let readable = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0));
    readable.map_err(|error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase | rusqlite::ErrorCode::DatabaseCorrupt) => Error::new(
            Code::Damaged,
            "vault.db does not open with the key from keyslots.json",
            "one of the two is damaged or from another vault; nothing was changed: restore both from one backup",
        ),
        _ => Error::from(error),
    })?;
    for (name, value) in [
        ("journal_mode", "WAL"),
        ("synchronous", "FULL"),
        ("secure_delete", "ON"),
        ("temp_store", "MEMORY"),
        ("mmap_size", "0"),
        ("trusted_schema", "OFF"),
        ("foreign_keys", "ON"),
    ] {
        // Some of these answer with the new value, others with nothing.
        db.pragma_update_and_check(None, name, value, |_| Ok(())).or_else(|error| match error {
            rusqlite::Error::QueryReturnedNoRows => Ok(()),
            other => Err(other),
        })?;
    }
    Ok(db)
}

/// Attaches another database, under its own key; an empty file becomes an encrypted one.
pub(crate) fn attach(db: &Connection, path: &Path, name: &str, key: &Secret<32>) -> Result<(), Error> {
    let text = path.to_str().ok_or_else(|| {
        Error::new(
            Code::BadInput,
            "the vault's path is not valid Unicode",
            "move it to a folder with a plain name",
        )
    })?;
    // Without a key at first: it is never handed over through SQL.
    db.execute(&format!("ATTACH DATABASE ?1 AS {name} KEY ''"), [text])?;
    if PLAIN {
        return Ok(());
    }
    let name = CString::new(name).map_err(|_| Error::damaged("the database's name"))?;
    give_key(db, &name, key)
}

/// Refuses a file in the clear or one too short to be a database.
fn refuse_plain(path: &Path) -> Result<(), Error> {
    let mut header = [0; 16];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut header));
    match read {
        Ok(()) if header == *PLAIN_HEADER && !PLAIN => Err(Error::new(
            Code::Inconsistent,
            "vault.db is an ordinary database in the clear, not a vault, so it was not opened",
            "something replaced it: restore vault.db from a backup; nothing was changed",
        )),
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Err(Error::damaged("vault.db")),
        Err(error) => Err(Error::io("vault.db", &error)),
    }
}

/// After creating: the file must be encrypted, and a wrong key must fail.
pub(crate) fn check_encrypted(path: &Path, wrong_key: &Secret<32>) -> Result<(), Error> {
    refuse_plain(path)?;
    if PLAIN {
        return Ok(());
    }
    match open(path, wrong_key, Expect::Database) {
        Err(error) if error.code == Code::Damaged => Ok(()),
        _ => Err(Error::new(
            Code::Failed,
            "the new database opened with a wrong key, so it was not used",
            "install Keepsake again",
        )),
    }
}

/// Hands the key over as SQLCipher's raw key text; never through SQL, whose text SQLite would keep.
fn give_key(db: &Connection, name: &CStr, key: &Secret<32>) -> Result<(), Error> {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut text = Zeroizing::new(Vec::with_capacity(67));
    text.extend_from_slice(b"x'");
    for byte in key.dangerously_expose() {
        text.push(HEX[usize::from(byte >> 4)]);
        text.push(HEX[usize::from(byte & 15)]);
    }
    text.push(b'\'');
    // SAFETY: the handle is open and owned by `db`; the name and the key outlive the call, which copies them.
    let result =
        unsafe { sqlite3_key_v2(db.handle(), name.as_ptr(), text.as_ptr().cast(), text.len() as c_int) };
    if result == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(Error::new(Code::Failed, "the database did not take its key", "nothing was changed"))
    }
}

/// Makes `vec0` known to every connection of this process.
fn register_vectors() {
    static ONCE: Once = Once::new();
    type Entry =
        unsafe extern "C" fn(*mut ffi::sqlite3, *mut *mut c_char, *const ffi::sqlite3_api_routines) -> c_int;
    ONCE.call_once(|| {
        // SAFETY: this is sqlite-vec's documented entry point; the crate declares it without its arguments.
        unsafe {
            let entry = std::mem::transmute::<*const (), Entry>(sqlite_vec::sqlite3_vec_init as *const ());
            ffi::sqlite3_auto_extension(Some(entry));
        }
    });
}
