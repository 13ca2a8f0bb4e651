//! Memories on disk: one file a verb. The only crate that knows SQL.
//!
//! Must not know windows, command lines or the network. Time, randomness, the keychain and the model are handed in
//! ([`Surroundings`]), so that tests can hand in others.
//!
//! A capture goes filter → embed → seal → one transaction → index; nothing plain is written on the way.

mod actor;
mod alone;
mod audit;
mod backup;
mod carry;
mod checkpoint;
mod clock;
mod content;
mod edit;
mod erase;
mod erase_statement;
mod error;
mod expiry;
mod export;
mod forget;
mod forget_plan;
mod forgotten;
mod home;
mod import;
mod inbox;
mod index;
#[cfg(test)]
mod inside_tests;
mod list;
mod loading;
mod many;
#[cfg(test)]
mod measures;
mod memory;
mod models;
mod names;
mod open;
mod origin;
mod pause;
mod pins;
mod process;
mod receipt;
mod recheck;
mod redacted;
mod related;
mod remember;
mod renew;
mod replace;
mod residue;
#[cfg(test)]
mod residue_tests;
mod restore;
mod reveal;
mod rules;
mod saved;
mod search;
mod seen;
mod show;
mod snapshot;
#[cfg(test)]
mod snapshot_tests;
mod status;
mod store;
mod trail;
#[cfg(test)]
mod trail_tests;
mod unlocks;
mod verify;
mod ways_in;

pub use actor::Actor;
pub use backup::{BackupCheck, BackupSettings, BackupView};
pub use clock::{Clock, SystemClock, format_time, parse_duration, parse_local_day, parse_time};
pub use content::{CONTENT_LIMIT_BYTES, Preview};
pub use edit::EditRequest;
pub use erase::{ERASE_PHRASE, EraseOrder, Erased, finish_erasing};
pub use erase_statement::{CheckedErase, EraseStatement};
pub use error::{Code, Error};
pub use expiry::{ExpiryRule, Swept};
pub use export::{ExportFormat, ExportProgress, ExportReport, ExportRequest, Originals};
pub use forget::{ForgetPreview, ForgetRequest, Forgotten, Scan};
pub use forget_plan::{ForgetChoice, ForgetPlan, Planned};
pub use home::{FileSize, Home, Standing, write_private};
pub use import::{
    BroughtBack, FILLER_SALIENCE, ImportFormat, ImportJob, ImportPlan, ImportProgress, ImportReport,
    ImportSummary, Lend, Pace, Proposal, Speed, Taking, assistant_prompt,
};
pub use inbox::{Folded, Refused, Waiting, leave};
pub use index::Loaded;
pub use keepsake_recall::{Facets, Filters, Relation, salience};
pub use list::{EXPIRES_SOON_MS, Listing, Selection, Shelf};
pub use memory::{Kind, MemoryView, PlaceholderView, VersionView};
pub use models::{Models, ReembedBatch, ReembedProgress, UseModel};
pub use names::{name_of, named};
pub use open::{CreateRequest, Created, Surroundings, UnlockSecret, Vault};
pub use origin::Origin as MemoryOrigin;
pub use process::harden_process;
pub use receipt::{AuditHead, CheckedReceipt, Reason, Receipt, ResidueSummary, StoredReceipt, Tier};
pub use recheck::{KindCount, RecheckPreview, RecheckReport};
pub use remember::{RememberRequest, RememberResponse};
pub use renew::{NewKeys, Renewed};
pub use replace::{OnConflict, Similar};
pub use residue::{ResidueReport, Trace};
pub use restore::{RestorePlan, Restored, restore_into_empty};
pub use rules::{CODE_LIFETIME_MS, Choice, FilterSettings, Preset, RevealAsks};
pub use saved::SavedSearch;
pub use search::{Reader, SearchHit, SearchRequest, SearchResponse, WhyFound};
pub use status::{ModelBuilding, Status};
pub use store::models::ModelRecord;
pub use trail::{AuditEntry, AuditReport};
pub use verify::{Check, VerifyReport};
pub use ways_in::NewRecoveryCode;
