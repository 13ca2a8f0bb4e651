//! `keepsake-export.zip`: everything in files that people and programs read, in the clear or inside an age file. Must not name an
//! entry after what a memory says.

use std::io::Write;

use keepsake_seal::AgeWriter;
use rusqlite::OptionalExtension;
use serde_json::{Value, json};
use zeroize::Zeroizing;
use zip::CompressionMethod;
use zip::result::ZipError;
use zip::write::{SimpleFileOptions, StreamWriter, ZipWriter};

use super::{Depth, ExportReport, Walk, failed, json as memories_json, markdown};
use crate::Error;
use crate::clock::format_time;
use crate::saved;
use crate::store::tables::{self, Table};

pub(super) const MEMORIES: &str = "memories.json";
pub(super) const AUDIT: &str = "audit.json";
pub(super) const CHECKPOINTS: &str = "checkpoints.json";
pub(super) const RECEIPTS: &str = "receipts.json";
pub(super) const SETTINGS: &str = "settings.json";
pub(super) const KEYS: &str = "keys.json";

type Archive<W> = ZipWriter<StreamWriter<W>>;

/// The archive in the clear.
pub(super) fn write(walk: &mut Walk<'_>, out: &mut dyn Write) -> Result<ExportReport, Error> {
    let mut archive = ZipWriter::new_stream(out);
    let report = fill(walk, &mut archive)?;
    archive.finish().map_err(zip_failed)?.into_inner().flush().map_err(failed)?;
    Ok(report)
}

/// The archive in an age file, with what another vault needs to go on from it.
pub(super) fn write_encrypted<W: Write>(
    walk: &mut Walk<'_>,
    age: AgeWriter<W>,
) -> Result<ExportReport, Error> {
    let mut archive = ZipWriter::new_stream(age);
    let report = fill(walk, &mut archive)?;
    write_keys(walk, &mut archive)?;
    archive.finish().map_err(zip_failed)?.into_inner().finish().map_err(failed)?;
    Ok(report)
}

fn fill<W: Write>(walk: &mut Walk<'_>, archive: &mut Archive<W>) -> Result<ExportReport, Error> {
    begin(archive, "README.txt")?;
    archive.write_all(readme(walk).as_bytes()).map_err(failed)?;
    begin(archive, MEMORIES)?;
    let report = memories_json::write(walk, archive)?;
    // Once more from the start: an archive's entries stand one after the other.
    walk.memories(&mut |memory| {
        begin(archive, &markdown::file_name(&memory))?;
        archive.write_all(markdown::file(&memory).as_bytes()).map_err(failed)
    })?;
    for (name, table) in [(AUDIT, Table::Audit), (CHECKPOINTS, Table::Checkpoint), (RECEIPTS, Table::Receipt)]
    {
        begin(archive, name)?;
        write_table(walk, archive, table)?;
    }
    begin(archive, SETTINGS)?;
    archive.write_all(settings(walk)?.to_string().as_bytes()).map_err(failed)?;
    Ok(report)
}

fn begin<W: Write>(archive: &mut Archive<W>, name: &str) -> Result<(), Error> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .unix_permissions(0o600)
        // Its size is not known yet, and must not end at 4 GiB.
        .large_file(true);
    archive.start_file(name, options).map_err(zip_failed)
}

fn write_table(walk: &Walk<'_>, out: &mut dyn Write, table: Table) -> Result<(), Error> {
    let mut before = "[\n";
    tables::for_each_row(&walk.vault.db, table, &mut |row| {
        write!(out, "{before}{}", Value::Object(row)).map_err(failed)?;
        before = ",\n";
        Ok(())
    })?;
    out.write_all(if before == "[\n" { b"[]\n" } else { b"\n]\n" }).map_err(failed)
}

fn settings(walk: &Walk<'_>) -> Result<Value, Error> {
    let db = &walk.vault.db;
    let stored = |sql, what| -> Result<Value, Error> {
        let body: Option<String> = db.query_row(sql, [], |row| row.get(0)).optional()?;
        body.map_or(Ok(Value::Null), |body| serde_json::from_str(&body).map_err(|_| Error::damaged(what)))
    };
    let filter = stored("SELECT body FROM filter_settings", "the filter's settings")?;
    let expiry = stored("SELECT body FROM expiry_settings", "the rules for what goes by itself")?;
    let allowed: i64 = db.query_row("SELECT count(*) FROM allowed_value", [], |row| row.get(0))?;
    let searches = saved::bodies(db)?;
    Ok(json!({ "filter": filter, "expiry": expiry, "allowed_values": allowed, "saved_searches": searches }))
}

/// What makes tokens, and with them imports, allowed values and the trail, go on as they were.
fn write_keys<W: Write>(walk: &Walk<'_>, archive: &mut Archive<W>) -> Result<(), Error> {
    begin(archive, KEYS)?;
    let root = walk.vault.keys.dangerously_expose_root();
    let root = Zeroizing::new(data_encoding::HEXLOWER.encode(root.dangerously_expose()));
    let head = Zeroizing::new(format!(
        "{{\"vault_id\":\"{}\",\"lifetime_root\":\"{}\",\"allowed_values\":",
        walk.vault.id(),
        root.as_str()
    ));
    archive.write_all(head.as_bytes()).map_err(failed)?;
    write_table(walk, archive, Table::AllowedValue)?;
    archive.write_all(b"}\n").map_err(failed)
}

fn readme(walk: &Walk<'_>) -> String {
    let kept = match walk.depth {
        Depth::Whole => {
            "This archive came out of an encrypted file. Now it lies open: it holds what the filter had hidden, and in\nkeys.json the key that your vault's tokens are made with. Delete it when you are done.\n"
        }
        Depth::OriginalsInPlace => {
            "Nothing in it is encrypted, and what the filter had hidden stands in the texts. Whoever has this file reads it all.\n"
        }
        Depth::Placeholders => {
            "Nothing in it is encrypted: whoever has this file reads it all. What the filter had hidden is not in it.\n"
        }
    };
    format!(
        "Keepsake, everything, as of {}\n\n{kept}\n\
         memories/      each memory as a text file, by its day; its fields stand at the head\n\
         memories.json  every memory with all fields and earlier versions, in the order of capture\n\
         audit.json     what happened in the vault, without content; checkpoints.json signs what was cut from it\n\
         receipts.json  what was forgotten, without content\n\
         settings.json  what the filter does, what goes by itself, and saved searches\n\n\
         docs/export-format.md in Keepsake's source describes every field. To bring an encrypted export back:\n\
         keepsake init --from FILE, or keepsake import --format keepsake FILE\n",
        format_time(walk.now_ms)
    )
}

fn zip_failed(error: ZipError) -> Error {
    match error {
        ZipError::Io(error) => failed(error),
        _ => {
            Error::new(crate::Code::Failed, "the archive could not be written", "try another form of export")
        }
    }
}
