//! The program's signed statement of a forget: what went, what was checked, what cannot be reached. Must not hold a query, a label or
//! content. docs/receipts.md says what each field claims.

use data_encoding::HEXLOWER;
use keepsake_seal::{Keys, ReceiptKey, Statement};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::forget::ForgetPreview;
use crate::open::Vault;
use crate::{Code, Error};

/// The format that this program writes.
const FORMAT: u32 = 1;

/// How far a forget goes. Each claims what the one before does, and more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Zeroed in the live files, the write-ahead log emptied.
    #[default]
    Removed,
    /// And the database written anew, so that no page has room for what was.
    Compacted,
    /// And sealed under new keys, so that today's keys open no older copy.
    Shredded,
}

/// Why something was forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The person, or a program of theirs, asked for it.
    #[default]
    Requested,
    /// The text from before an edit alone.
    EarlierText,
    /// Its time was over.
    Expired,
}

/// What a search for leftovers looked through and found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ResidueSummary {
    /// False if it was not done: then the rest says nothing.
    pub scanned: bool,
    /// Pages of the opened database, free ones included.
    pub pages: u64,
    /// Other files.
    pub files: u64,
    /// Pieces of text, stems, vectors, keys and sealed bytes that were looked for.
    pub looked_for: u64,
    /// Places where one was found.
    pub found: u64,
    /// SHA-256 over every page as it was looked at, each after its number (u64, big-endian); hexadecimal, empty if not scanned.
    pub digest: String,
}

/// The audit trail's last entry when the receipt was signed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AuditHead {
    /// Its number.
    pub sequence: u64,
    /// Its chain value, hexadecimal.
    pub chain: String,
}

/// A receipt. As JSON on one line, fields in this order, it is a file that can be checked without the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Format of this object.
    pub keepsake_receipt: u32,
    /// 32 hexadecimal characters.
    pub receipt_id: String,
    /// One more for each time it was signed: one that was pending is signed again once it is not.
    pub revision: u32,
    /// Which vault.
    pub vault_id: String,
    /// When it was forgotten, RFC 3339.
    pub at: String,
    /// What was reached.
    pub tier: Tier,
    /// What was asked for.
    pub asked: Tier,
    /// Why less was reached than asked for: the name of an error code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fell_short: Option<String>,
    /// Why it was forgotten.
    pub reason: Reason,
    /// What went.
    #[serde(flatten)]
    pub counts: ForgetPreview,
    /// Salt of the hashes, hexadecimal.
    pub salt: String,
    /// SHA-256(salt ‖ record id) of each memory, hexadecimal: the owner of an id can check it, nobody can guess it.
    pub memory_hashes: Vec<String>,
    /// True while another process kept the write-ahead log from being emptied.
    pub pending: bool,
    /// The search for leftovers.
    pub residue: ResidueSummary,
    /// Backups that were deleted along.
    pub backups_deleted: Vec<String>,
    /// Backups that could not be reached and still hold what was forgotten.
    pub backups_unreachable: Vec<String>,
    /// Backups in reach that may still hold what was forgotten, and until when each is kept at most.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub backups_holding: Vec<String>,
    /// The audit trail's last entry.
    pub audit_head: AuditHead,
    /// The key that signed it, hexadecimal.
    pub public_key: String,
    /// Ed25519 over `keepsake-receipt-v1`, a line feed and this object without this field; hexadecimal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signature: String,
}

/// A stored receipt, as `receipt list` and `receipt show` answer it.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredReceipt {
    /// Its id.
    pub id: String,
    /// Exactly as it was signed, on one line.
    pub line: String,
    /// False for receipts from before they were signed.
    pub signed: bool,
}

/// What a check of a receipt says when it is intact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedReceipt {
    /// The receipt.
    pub receipt: Receipt,
    /// The fingerprint of the key that signed it.
    pub fingerprint: String,
    /// True if that is the one that was expected. Without one to expect, anybody may have signed it.
    pub signer_known: bool,
}

impl Receipt {
    /// The line that is signed: without the signature.
    fn unsigned_line(&self) -> Result<String, Error> {
        Receipt { signature: String::new(), ..self.clone() }.to_line()
    }

    /// The line that is stored and handed out.
    ///
    /// # Errors
    /// [`Code::Damaged`], never in practice.
    pub fn to_line(&self) -> Result<String, Error> {
        serde_json::to_string(self).map_err(|_| Error::damaged("the receipt"))
    }

    /// Signs it as it stands.
    pub(crate) fn sign(&mut self, keys: &Keys) -> Result<String, Error> {
        self.keepsake_receipt = FORMAT;
        self.public_key = keys.receipt_key().to_string();
        let signature = keys.sign(Statement::Receipt, self.unsigned_line()?.as_bytes());
        self.signature = HEXLOWER.encode(&signature);
        self.to_line()
    }

    /// Checks a receipt's file without the vault: that it is byte for byte what was signed (white space at the end is left out), and
    /// by whom, if the fingerprint of a key is given.
    ///
    /// # Errors
    /// [`Code::BadInput`] if it is no receipt, [`Code::TooNew`], [`Code::Damaged`] if it was changed or signed by another key.
    pub fn check(file: &[u8], expected: Option<&str>) -> Result<CheckedReceipt, Error> {
        let no_receipt = || {
            Error::new(
                Code::BadInput,
                "this is no receipt of Keepsake's",
                "give the file that `forget --json` answered",
            )
        };
        let line = std::str::from_utf8(file).map_err(|_| no_receipt())?.trim_end();
        let value: Value = serde_json::from_str(line).map_err(|_| no_receipt())?;
        if value.get("receipt_id").is_none() {
            return Err(no_receipt());
        }
        match value.get("keepsake_receipt").map(Value::as_u64) {
            None if value.get("signature").is_none() => {
                return Err(Error::new(
                    Code::Damaged,
                    "this receipt is not signed, so nothing can be said of it",
                    "receipts from before Keepsake signed them stay as they are",
                ));
            }
            Some(Some(version)) if version > u64::from(FORMAT) => {
                return Err(Error::new(
                    Code::TooNew,
                    "this receipt was made by a newer Keepsake",
                    "check it with that one",
                ));
            }
            _ => {}
        }
        let changed = || {
            Error::new(
                Code::Damaged,
                "this receipt is not as it was signed: it was changed, or only formatted anew",
                "check the file that Keepsake wrote",
            )
        };
        let receipt: Receipt = serde_json::from_str(line).map_err(|_| changed())?;
        // Written anew it must be the same: so no field stands there twice, is unknown, or is spelled in another way.
        if receipt.to_line()? != line {
            return Err(changed());
        }
        let (unsigned, signed_by) = (receipt.unsigned_line()?, (&*receipt.public_key, &*receipt.signature));
        let fingerprint = signer(Statement::Receipt, &unsigned, signed_by, expected)?.ok_or_else(changed)?;
        Ok(CheckedReceipt { receipt, fingerprint, signer_known: expected.is_some() })
    }
}

/// The fingerprint of the key that signed a line; none if the line is not as it was signed. `signed_by`: key and signature, hexadecimal.
///
/// # Errors
/// [`Code::Damaged`] if it is another key than the expected one.
pub(crate) fn signer(
    statement: Statement,
    unsigned_line: &str,
    signed_by: (&str, &str),
    expected: Option<&str>,
) -> Result<Option<String>, Error> {
    let (Some(key), Ok(signature)) =
        (ReceiptKey::parse(signed_by.0), HEXLOWER.decode(signed_by.1.as_bytes()))
    else {
        return Ok(None);
    };
    let Ok(signature) = <[u8; 64]>::try_from(signature) else { return Ok(None) };
    if !key.verifies(statement, unsigned_line.as_bytes(), &signature) {
        return Ok(None);
    }
    let fingerprint = key.fingerprint();
    if expected.is_some_and(|expected| digits(expected) != digits(&fingerprint)) {
        return Err(Error::new(
            Code::Damaged,
            format!("this receipt was signed by another key, {fingerprint}"),
            "`keepsake status` shows the fingerprint of your vault's key",
        ));
    }
    Ok(Some(fingerprint))
}

/// A fingerprint as it is compared: groups and capitals do not matter.
fn digits(fingerprint: &str) -> String {
    fingerprint
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | ':'))
        .collect::<String>()
        .to_lowercase()
}

impl Vault {
    /// The fingerprint of the key that this vault's receipts are signed with.
    pub fn receipt_fingerprint(&self) -> String {
        self.keys.receipt_key().fingerprint()
    }

    /// Every receipt, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn receipts(&self) -> Result<Vec<StoredReceipt>, Error> {
        let mut statement = self.db.prepare("SELECT id, body FROM receipt ORDER BY at_ms DESC, id")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.map(|row| row.map(stored).map_err(Error::from)).collect()
    }

    /// The receipt with this id, or with one that begins so.
    ///
    /// # Errors
    /// [`Code::NotFound`] if there is none or more than one.
    pub fn receipt(&self, id: &str) -> Result<StoredReceipt, Error> {
        let id = id.trim().to_ascii_lowercase();
        let mut found = self.receipts()?;
        found.retain(|receipt| !id.is_empty() && receipt.id.starts_with(&id));
        match (found.pop(), found.is_empty()) {
            (Some(only), true) => Ok(only),
            _ => Err(Error::new(
                Code::NotFound,
                "no receipt has this id",
                "`keepsake receipt list` shows the ids",
            )),
        }
    }

    /// Empties the write-ahead log for receipts that wait for it, and signs them again. Answers how many still wait.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub fn retry_pending(&mut self) -> Result<usize, Error> {
        let waiting: Vec<([u8; 16], String)> = self
            .db
            .prepare_cached("SELECT id, body FROM receipt WHERE pending = 1")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        if waiting.is_empty() {
            return Ok(0);
        }
        if !self.empty_write_ahead_log() {
            return Ok(waiting.len());
        }
        for (id, body) in waiting {
            let body = match serde_json::from_str::<Receipt>(&body) {
                Ok(mut receipt) => {
                    receipt.pending = false;
                    if receipt.tier != Tier::Shredded {
                        // Whatever it said of them is of another day.
                        receipt.backups_holding = self.backups_holding();
                    }
                    self.sign_again(&id, &mut receipt)?;
                    continue;
                }
                // From before they were signed; it stays unsigned.
                Err(_) => body.replace("\"pending\":true", "\"pending\":false"),
            };
            update(&self.db, &id, &body, false)?;
        }
        self.empty_write_ahead_log();
        Ok(0)
    }
}

impl Vault {
    /// Signs a receipt anew as its next revision, and puts it in its place: no two revisions have one number, whoever else signs.
    pub(crate) fn sign_again(&mut self, id: &[u8; 16], receipt: &mut Receipt) -> Result<(), Error> {
        let Vault { db, keys, .. } = self;
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let stored: Option<String> = transaction
            .query_row("SELECT body FROM receipt WHERE id = ?1", [id], |row| row.get(0))
            .optional()?;
        let stored = stored.and_then(|line| serde_json::from_str::<Receipt>(&line).ok());
        let last = stored.map_or(receipt.revision, |stored| stored.revision.max(receipt.revision));
        receipt.revision = last.saturating_add(1);
        let line = receipt.sign(keys)?;
        update(&transaction, id, &line, receipt.pending)?;
        Ok(transaction.commit()?)
    }
}

/// Keeps a new receipt inside the caller's transaction.
pub(crate) fn insert(db: &Connection, id: &[u8; 16], at_ms: i64, line: &str) -> Result<(), Error> {
    db.execute(
        "INSERT INTO receipt (id, at_ms, body, pending) VALUES (?1, ?2, ?3, 1)",
        params![id, at_ms, line],
    )?;
    Ok(())
}

/// Puts a receipt's newer revision in its place.
pub(crate) fn update(db: &Connection, id: &[u8; 16], line: &str, pending: bool) -> Result<(), Error> {
    let still: Option<String> =
        db.query_row("SELECT body FROM receipt WHERE id = ?1", [id], |row| row.get(0)).optional()?;
    if still.is_some() {
        db.execute("UPDATE receipt SET body = ?2, pending = ?3 WHERE id = ?1", params![id, line, pending])?;
    }
    Ok(())
}

fn stored((id, line): ([u8; 16], String)) -> StoredReceipt {
    let signed = serde_json::from_str::<Receipt>(&line).is_ok_and(|receipt| !receipt.signature.is_empty());
    StoredReceipt { id: HEXLOWER.encode(&id), line, signed }
}
