//! Takes everything out: one JSON document for programs, or one Markdown page for people.
//! Must leave nothing half-written behind.

use std::io::{BufWriter, Write};
use std::path::Path;

use keepsake_seal::{Place, RecordId};
use rusqlite::TransactionBehavior;
use serde_json::json;

use crate::audit::{self, Action, Entry};
use crate::clock::format_time;
use crate::home::write_private;
use crate::memory::MemoryView;
use crate::open::Vault;
use crate::replace::show_links;
use crate::show::{version_view, view};
use crate::store::originals;
use crate::store::records::{self, OpenedVersion};
use crate::{Code, Error};

/// Which form an export takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// Everything, earlier versions included.
    Json,
    /// What is current, to read.
    Markdown,
}

/// What an export does with originals that the filter sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Originals {
    /// Their placeholders are written.
    Leave,
    /// They stand where they stood when they were captured. For the owner alone.
    Include,
}

/// What an export wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ExportReport {
    /// Memories written.
    pub memories: usize,
    /// Memories that are damaged and could not be opened.
    pub damaged: usize,
    /// Sealed originals that were written out.
    pub originals: usize,
    /// Sealed originals that were left in the vault: all of them, or with [`Originals::Include`] those that are damaged and could
    /// not be opened. Their placeholders stand in the export.
    pub originals_left: usize,
}

impl Vault {
    /// Writes everything to a new file that only its owner can read, replacing one that is there once it is whole.
    ///
    /// # Errors
    /// [`Code::DiskFull`] or [`Code::Failed`]: then no file was left and an old one is as it was.
    pub fn export_to_file(
        &mut self,
        path: &Path,
        format: ExportFormat,
        originals: Originals,
    ) -> Result<ExportReport, Error> {
        let failed = |error: std::io::Error| Error::io("the export", &error);
        if path.file_name().is_none() {
            return Err(Error::new(
                Code::BadInput,
                "the export needs a file's name",
                "give one, such as keepsake.json",
            ));
        }
        // Among the vault's own files an export could take the place of one of them.
        if self.home.would_hold(path) {
            return Err(Error::new(
                Code::BadInput,
                "that is the vault's own folder",
                "choose another place for the file",
            ));
        }
        write_private(path, failed, |file| {
            let mut writer = BufWriter::new(file);
            let report = self.export(&mut writer, format, originals)?;
            writer.flush().map_err(failed)?;
            Ok(report)
        })
    }

    /// Writes everything.
    ///
    /// # Errors
    /// When `out` fails or the database cannot be read.
    pub fn export(
        &mut self,
        out: &mut dyn Write,
        format: ExportFormat,
        originals: Originals,
    ) -> Result<ExportReport, Error> {
        let failed = |error: std::io::Error| Error::io("the export", &error);
        let mut report = ExportReport::default();
        let now_ms = self.effective_ms();
        let rows = records::memory_rows(&self.db)?;
        match format {
            ExportFormat::Json => {
                let head = json!({
                    "format": "keepsake-export",
                    "version": 1,
                    "exported_at": format_time(now_ms),
                    "vault_id": self.id(),
                });
                let head = head.to_string();
                write!(out, "{},\n\"memories\": [", head.trim_end_matches('}')).map_err(failed)?;
            }
            ExportFormat::Markdown => writeln!(out, "# Keepsake, {}", format_time(now_ms)).map_err(failed)?,
        }
        for row in rows.iter().filter(|row| row.expires_at_ms.is_none_or(|at_ms| at_ms > now_ms)) {
            let Ok(mut versions) = records::open_versions(&self.db, &self.keys, &row.id) else {
                report.damaged += 1;
                continue;
            };
            for version in &mut versions {
                self.restore_originals(&row.id, version, originals, &mut report);
            }
            let Some(current) = versions.iter().find(|version| version.id == row.version) else {
                report.damaged += 1;
                continue;
            };
            let mut memory = view(row, current);
            show_links(&self.db, &mut memory, &row.id)?;
            match format {
                ExportFormat::Json => {
                    memory.earlier_versions = versions
                        .iter()
                        .filter(|version| version.id != row.version)
                        .map(version_view)
                        .collect();
                    let text = serde_json::to_string(&memory).map_err(|_| Error::damaged("a memory"))?;
                    write!(out, "{}\n{text}", if report.memories == 0 { "" } else { "," }).map_err(failed)?;
                }
                ExportFormat::Markdown => out.write_all(markdown(&memory).as_bytes()).map_err(failed)?,
            }
            report.memories += 1;
        }
        if format == ExportFormat::Json {
            out.write_all(b"\n]}\n").map_err(failed)?;
        }
        // On a full disk a person must still be able to take their memories out: the trail can do without the entry.
        if self.note_export(&report, now_ms).is_ok() {
            self.committed();
            self.write_anchor();
        }
        Ok(report)
    }

    /// Puts originals back where their placeholders stand.
    fn restore_originals(
        &self,
        id: &RecordId,
        version: &mut OpenedVersion,
        originals: Originals,
        report: &mut ExportReport,
    ) {
        let sealed = version.payload.placeholders.iter().filter(|hidden| hidden.field.is_some()).count();
        if originals == Originals::Leave {
            report.originals_left += sealed;
            return;
        }
        // From the end, so that the places before stay true.
        for hidden in std::mem::take(&mut version.payload.placeholders).iter().rev() {
            let Some(field) = hidden.field else { continue };
            let place = Place { record: *id, version: version.id, field };
            // One that is damaged keeps nobody from taking out the others.
            let Ok(text) = originals::open(&self.db, &self.keys, &place) else {
                report.originals_left += 1;
                continue;
            };
            version.payload.content.replace_range(hidden.start..hidden.end, &text);
            report.originals += 1;
        }
    }

    fn note_export(&mut self, report: &ExportReport, at_ms: i64) -> Result<(), Error> {
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (action, count) in [(Action::Exported, report.memories), (Action::Revealed, report.originals)] {
            if action == Action::Exported || count > 0 {
                let count = count as u64;
                let entry = Entry { at_ms, action, subject: None, count, envelope_digest: None };
                audit::append(&transaction, &self.keys, &entry)?;
            }
        }
        Ok(transaction.commit()?)
    }
}

fn markdown(memory: &MemoryView) -> String {
    let mut text =
        format!("\n## {} · {}\n\n{}\n\n", memory.created_at, memory.kind.name(), memory.content.trim_end());
    let mut details = Vec::new();
    if !memory.topics.is_empty() {
        details.push(format!("topics: {}", memory.topics.join(", ")));
    }
    for (name, value) in [("from", &memory.source), ("thread", &memory.thread)] {
        if let Some(value) = value {
            details.push(format!("{name}: {value}"));
        }
    }
    if !details.is_empty() {
        text.push_str(&format!("<small>{}</small>\n", details.join(" · ")));
    }
    text
}
