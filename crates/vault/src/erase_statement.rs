//! The signed statement that a vault was ordered to be erased and that it was begun, written while the keys are there. It does not claim
//! that nothing is left: what was done is in the note, which nobody can sign any more.

use std::fs;
use std::io::Write;
use std::path::Path;

use data_encoding::HEXLOWER;
use keepsake_seal::{Keys, Statement};
use serde::{Deserialize, Serialize};

use crate::home::create_private;
use crate::receipt::{AuditHead, signer};
use crate::{Code, Error};

const FORMAT: u32 = 1;

/// The statement, as one line of JSON with its fields in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EraseStatement {
    /// Format of this object.
    pub keepsake_erase_order: u32,
    /// Which vault.
    pub vault_id: String,
    /// When the erase was ordered, RFC 3339.
    pub ordered_at: String,
    /// When carrying it out was begun, RFC 3339.
    pub begun_at: String,
    /// Memories that go.
    pub memories: u64,
    /// The audit trail's last entry.
    pub audit_head: AuditHead,
    /// The key that signed it, hexadecimal.
    pub public_key: String,
    /// Ed25519 over `keepsake-erase-order-v1`, a line feed and this object without this field; hexadecimal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signature: String,
}

/// What a check of a statement says when it is intact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedErase {
    /// The statement.
    pub statement: EraseStatement,
    /// The fingerprint of the key that signed it.
    pub fingerprint: String,
    /// True if that is the one that was expected.
    pub signer_known: bool,
}

impl EraseStatement {
    /// Signs it as it stands.
    pub(crate) fn sign(&mut self, keys: &Keys) -> Result<(), Error> {
        self.keepsake_erase_order = FORMAT;
        self.public_key = keys.receipt_key().to_string();
        self.signature = HEXLOWER.encode(&keys.sign(Statement::EraseOrder, self.unsigned_line()?.as_bytes()));
        Ok(())
    }

    fn unsigned_line(&self) -> Result<String, Error> {
        EraseStatement { signature: String::new(), ..self.clone() }.to_line()
    }

    fn to_line(&self) -> Result<String, Error> {
        serde_json::to_string(self).map_err(|_| Error::damaged("the statement"))
    }

    /// Writes it into a folder, in the place of an older one of this vault.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Error> {
        let name = format!("keepsake-erase-ordered-{}.json", self.vault_id.get(..8).unwrap_or("vault"));
        let path = folder.join(name);
        let failed = |error: std::io::Error| Error::io("the statement", &error);
        let _ = fs::remove_file(&path);
        let mut file = create_private(&path).map_err(failed)?;
        file.write_all(self.to_line()?.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)
    }

    /// True if a file says that it is one.
    #[must_use]
    pub fn is_one(file: &[u8]) -> bool {
        let value: Option<serde_json::Value> = serde_json::from_slice(file).ok();
        value.is_some_and(|value| value.get("keepsake_erase_order").is_some())
    }

    /// As [`crate::Receipt::check`].
    ///
    /// # Errors
    /// [`Code::TooNew`]; [`Code::Damaged`] if it was changed or signed by another key.
    pub fn check(file: &[u8], expected: Option<&str>) -> Result<CheckedErase, Error> {
        let changed = || {
            Error::new(
                Code::Damaged,
                "this statement is not as it was signed: it was changed, or only formatted anew",
                "check the file that Keepsake wrote",
            )
        };
        let line = std::str::from_utf8(file).map_err(|_| changed())?.trim_end();
        let value: serde_json::Value = serde_json::from_str(line).map_err(|_| changed())?;
        if value.get("keepsake_erase_order").and_then(serde_json::Value::as_u64) > Some(u64::from(FORMAT)) {
            return Err(Error::new(
                Code::TooNew,
                "this statement was made by a newer Keepsake",
                "check it with that one",
            ));
        }
        let statement: EraseStatement = serde_json::from_str(line).map_err(|_| changed())?;
        if statement.to_line()? != line {
            return Err(changed());
        }
        let (unsigned, signed_by) =
            (statement.unsigned_line()?, (&*statement.public_key, &*statement.signature));
        let fingerprint =
            signer(Statement::EraseOrder, &unsigned, signed_by, expected)?.ok_or_else(changed)?;
        Ok(CheckedErase { statement, fingerprint, signer_known: expected.is_some() })
    }
}
