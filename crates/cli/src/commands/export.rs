//! `export`: everything goes out, in the form that is asked for. Must not hold a rule of the vault's.

use std::io::{IsTerminal, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use keepsake_seal::Passphrase;
use keepsake_vault::{Error, ExportProgress, ExportReport, ExportRequest, Originals};
use serde_json::json;

use crate::arguments::{Arguments, ExportArguments, ExportFormat};
use crate::failure::Failure;
use crate::output;
use crate::secrets;
use crate::session::{self, Meaning};

/// Work that is over sooner shows no bar.
const BAR_AFTER: Duration = Duration::from_secs(1);

/// Carries out one export.
pub(super) fn run(arguments: &Arguments, export: &ExportArguments) -> Result<(), Failure> {
    let encrypted = matches!(export.format, ExportFormat::Encrypted);
    // The keychain opens for every program of this user: originals want a secret that the person gives.
    let given = arguments.passphrase_file.is_some() || arguments.recovery_code_file.is_some();
    if (export.with_originals || encrypted) && !given {
        return Err(Failure::wrong_use(
            "what is hidden goes along: this needs --passphrase-file FILE or --recovery-code-file FILE",
        ));
    }
    let originals = if export.with_originals || encrypted { Originals::Include } else { Originals::Leave };
    let passphrase = export.export_passphrase_file.as_deref().map(secrets::read).transpose()?;
    let passphrase = passphrase.as_ref().map(|text| text.as_str());
    let request = ExportRequest::new(form(export.format), originals, passphrase)?;
    let mut vault = session::open(arguments, Meaning::NotNeeded)?;
    let mut bar = Bar::new();
    let report = match &export.out {
        Some(path) => {
            let report = vault.export_request_to_file(path, &request, &mut |progress| bar.show(progress))?;
            bar.clear();
            told(arguments, export, path, &report);
            report
        }
        None => {
            let mut standard_output = output::standard_output();
            let report = vault.export_request(&mut standard_output, &request, &mut |_| true)?;
            standard_output.flush().map_err(|error| Failure::file("the export", &error))?;
            report
        }
    };
    warn(&report, originals);
    Ok(())
}

/// The passphrase of an export that is brought in.
pub(super) fn export_passphrase(file: Option<&Path>) -> Result<Option<Passphrase>, Failure> {
    let Some(file) = file else { return Ok(None) };
    Ok(Some(Passphrase::new(&secrets::read(file)?).map_err(Error::from)?))
}

fn form(format: ExportFormat) -> keepsake_vault::ExportFormat {
    match format {
        ExportFormat::Json => keepsake_vault::ExportFormat::Json,
        ExportFormat::Markdown => keepsake_vault::ExportFormat::Markdown,
        ExportFormat::Zip => keepsake_vault::ExportFormat::Zip,
        ExportFormat::Encrypted => keepsake_vault::ExportFormat::Encrypted,
        ExportFormat::Html => keepsake_vault::ExportFormat::Html,
    }
}

fn told(arguments: &Arguments, export: &ExportArguments, path: &Path, report: &ExportReport) {
    if arguments.json {
        output::json(&json!({
            "memories": report.memories,
            "damaged": report.damaged,
            "versions_damaged": report.versions_damaged,
            "originals_left": report.originals_left,
            "path": path.display().to_string(),
        }));
        return;
    }
    let how = match export.format {
        ExportFormat::Encrypted => {
            "encrypted: `age --decrypt` opens it, and `keepsake init --from` makes a vault of it"
        }
        ExportFormat::Html => "encrypted; it opens itself in a browser, without a network",
        _ => "in the clear",
    };
    let memories = output::counted(report.memories, "memory", "memories");
    output::line(&format!("{memories} written to {}, {how}", path.display()));
}

fn warn(report: &ExportReport, originals: Originals) {
    if report.originals_left > 0 {
        let why = match originals {
            Originals::Leave => "stayed in the vault; --with-originals takes out what is hidden too",
            Originals::Include => "could not be opened, being damaged; the placeholder stands in the export",
        };
        let originals = output::counted(report.originals_left, "sealed original", "sealed originals");
        output::error_line(&format!("keepsake: {originals} {why}"));
    }
    for (count, one, many) in [
        (report.damaged, "damaged memory was", "damaged memories were"),
        (report.versions_damaged, "damaged earlier version was", "damaged earlier versions were"),
    ] {
        if count > 0 {
            output::error_line(&format!("keepsake: {} left out", output::counted(count, one, many)));
        }
    }
}

/// A bar on a terminal, once it takes long.
struct Bar {
    begun: Instant,
    bar: Option<ProgressBar>,
}

impl Bar {
    fn new() -> Bar {
        Bar { begun: Instant::now(), bar: None }
    }

    fn show(&mut self, progress: ExportProgress) -> bool {
        if self.bar.is_none() && self.begun.elapsed() > BAR_AFTER && std::io::stderr().is_terminal() {
            let style = ProgressStyle::with_template("{bar:40} {pos} of {len}");
            let bar = ProgressBar::new(progress.total as u64);
            self.bar = Some(style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style)));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(progress.done as u64);
        }
        true
    }

    fn clear(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
