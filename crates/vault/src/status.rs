//! What is stored, where, and how it is protected. Must not open any memory.

use keepsake_seal::SlotKind;
use serde::Serialize;

use crate::Error;
use crate::models::fitting;
use crate::open::Vault;

/// The vault's standing.
#[derive(Debug, Clone, Serialize)]
pub struct Status {
    /// 32 hexadecimal characters.
    pub vault_id: String,
    /// Its folder.
    pub home: String,
    /// Memories kept.
    pub memories: usize,
    /// Earlier versions that are still kept.
    pub earlier_versions: usize,
    /// Vectors kept.
    pub vectors: usize,
    /// Memories that wait for their vector.
    pub waiting_for_vector: usize,
    /// Memories past their date: hidden everywhere, still in the file until forgotten.
    pub expired: usize,
    /// Entries in the audit trail.
    pub audit_entries: usize,
    /// Originals that the filter sealed.
    pub originals: usize,
    /// Receipts of what was forgotten.
    pub receipts: usize,
    /// The fingerprint of the key that signs this vault's receipts.
    pub receipt_key: String,
    /// Sealed segments of the search index.
    pub segments: usize,
    /// Bytes of all files of the vault.
    pub size_on_disk_bytes: u64,
    /// The model whose vectors are searched; none if it could not be loaded.
    pub model: Option<String>,
    /// Where the vault's model comes from: `built in`, or its folder.
    pub model_from: String,
    /// The model that memories are getting vectors for, if it is being changed.
    pub model_building: Option<ModelBuilding>,
    /// How the vault can be opened: `keychain`, `passphrase`, `recovery_code`.
    pub ways_in: Vec<&'static str>,
    /// False until the person has shown that they have the recovery code.
    pub recovery_confirmed: bool,
    /// True if an old copy of the database would be noticed.
    pub rollback_is_noticed: bool,
    /// How the file is encrypted.
    pub protection: &'static str,
    /// What the person should know.
    pub notices: Vec<String>,
}

/// A change of model under way.
#[derive(Debug, Clone, Serialize)]
pub struct ModelBuilding {
    /// The new model.
    pub id: String,
    /// Memories that have their vectors under it, or that it cannot read.
    pub done: usize,
    /// All memories.
    pub total: usize,
}

impl Vault {
    /// Counts what is stored.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn status(&self) -> Result<Status, Error> {
        let number = |sql: &str| -> Result<usize, Error> {
            Ok(self.db.query_row(sql, [], |row| row.get::<_, i64>(0))? as usize)
        };
        let memories = number("SELECT count(*) FROM memory")?;
        let models = self.models()?;
        let model = fitting(&self.db, &self.surroundings).map(|model| model.info().id.clone());
        let with_vector = number(
            "SELECT count(DISTINCT memory) FROM vector_window JOIN model ON model.number = vector_window.model
             WHERE model.role = 'current'",
        )?;
        let folder = models.current.as_ref().and_then(|current| current.folder.as_deref());
        let expired = self.db.query_row(
            "SELECT count(*) FROM memory WHERE expires_at_ms <= ?1",
            [self.effective_ms()],
            |row| row.get::<_, i64>(0),
        )? as usize;
        let recovery_confirmed = self.recovery_confirmed()?;
        let mut notices = self.notices.clone();
        if !recovery_confirmed {
            notices.push("The recovery code was never confirmed: if it is lost, make a new one.".to_owned());
        }
        if let Some(folder) = folder.filter(|_| model.is_none()) {
            notices.push(format!(
                "The meaning model in {} is not loaded: search goes by words, and new memories wait for their vector. `keepsake model use` with its folder, or with `bundled`, repairs it.",
                folder.display()
            ));
        } else if model.is_none() {
            notices.push("The meaning model is not loaded: search goes by words, and new memories wait for their vector.".to_owned());
        }
        if self.damaged_memories() > 0 {
            notices.push(format!(
                "{} memories are damaged and do not open; verify names them.",
                self.damaged_memories()
            ));
        }
        if !self.anchored {
            notices.push(
                "The keychain holds no anchor: an old copy of the database would not be noticed.".to_owned(),
            );
        }
        Ok(Status {
            vault_id: self.id(),
            home: self.home.folder().display().to_string(),
            memories: memories - expired,
            earlier_versions: number("SELECT count(*) FROM version")?.saturating_sub(memories),
            vectors: number("SELECT count(*) FROM vector_window")?,
            waiting_for_vector: memories.saturating_sub(with_vector),
            expired,
            audit_entries: number("SELECT count(*) FROM audit")?,
            originals: number("SELECT count(*) FROM original")?,
            receipts: number("SELECT count(*) FROM receipt")?,
            receipt_key: self.receipt_fingerprint(),
            segments: number("SELECT count(*) FROM segment")?,
            size_on_disk_bytes: self.home.files().iter().map(|file| file.size_bytes).sum(),
            model,
            model_from: folder.map_or_else(|| "built in".to_owned(), |folder| folder.display().to_string()),
            model_building: models.building.map(|(record, progress)| ModelBuilding {
                id: record.id,
                done: progress.done,
                total: progress.total,
            }),
            ways_in: self.ways_in(),
            recovery_confirmed,
            rollback_is_noticed: self.anchored,
            protection: "SQLCipher (AES-256) over the whole file, AES-256-GCM-SIV over each memory",
            notices,
        })
    }

    fn ways_in(&self) -> Vec<&'static str> {
        self.keyslots
            .slots()
            .iter()
            .map(|slot| match slot.kind {
                SlotKind::Device => "keychain",
                SlotKind::Passphrase => "passphrase",
                SlotKind::Recovery => "recovery_code",
                SlotKind::Strict => "passphrase_with_keychain",
            })
            .collect()
    }
}
