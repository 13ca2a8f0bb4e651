//! What page and program say to each other: every type that crosses the border, and nothing else.
//!
//! Must not know the vault's own types beyond turning them into these. The TypeScript twin is generated
//! into `ui/src/lib/bindings.ts`; a test fails when the two drift apart.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the app stands; decides which screen is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// No vault yet.
    FirstRun,
    /// A vault was just made; its recovery code waits to be confirmed.
    ConfirmRecovery,
    /// A vault exists and is closed.
    Locked,
    /// The vault is open.
    Unlocked,
    /// Something at the vault's place cannot be opened; `problem` says what.
    Broken,
}

/// An error as a sentence with a next step. The page branches on `code` alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Problem {
    /// A stable code, such as `wrong_secret` or `blocked`.
    pub code: String,
    /// What happened, to what.
    pub message: String,
    /// What the person can do.
    pub hint: String,
}

/// Whether the system's keychain can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeychainState {
    /// It answers.
    Available,
    /// It is there and locked, or its question was dismissed.
    Locked,
    /// There is none, or it did not answer within five seconds.
    Absent,
}

/// How the meaning model is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ModelState {
    /// Being read from disk.
    Loading,
    /// Ready.
    Ready,
    /// Could not be loaded: words are still searched, memories wait for their vector.
    Failed,
}

/// The whole state that every screen needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AppState {
    /// Which screen.
    pub phase: Phase,
    /// True while the try-out vault with the sample memories is open.
    pub try_out: bool,
    /// The keychain.
    pub keychain: KeychainState,
    /// True if the vault has a slot for this computer's keychain.
    pub has_device_slot: bool,
    /// True if the vault has a passphrase slot.
    pub has_passphrase_slot: bool,
    /// The meaning model.
    pub model: ModelState,
    /// What stands in the way, if anything.
    pub problem: Option<Problem>,
    /// What the person should know about the open vault: signs of an old copy, for one.
    pub notices: Vec<String>,
    /// The folder that holds the vault.
    pub home: String,
    /// Keepsake's version.
    pub version: String,
}

/// Answer to making a vault or a new recovery code. Shown once.
#[derive(Serialize, TS)]
pub struct NewRecoveryCode {
    /// Fourteen groups of four characters.
    pub groups: Vec<String>,
    /// Which two groups (from 0) must be typed to confirm.
    pub confirm: [usize; 2],
}

/// How strong a passphrase is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PassphraseStrength {
    /// 0 (guessed at once) to 4 (strong).
    pub score: u8,
    /// False below what Keepsake accepts.
    pub acceptable: bool,
    /// A plain sentence.
    pub advice: String,
}

/// How a vault is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UnlockMethod {
    /// The key in this computer's keychain.
    Keychain,
    /// The passphrase.
    Passphrase,
    /// The recovery code.
    RecoveryCode,
}

/// What the filter does with a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FindingAction {
    /// The whole capture is refused.
    Block,
    /// Replaced by a typed placeholder, for good.
    Mask,
    /// Replaced by a keyed token.
    Token,
    /// Sealed: only the owner can show it.
    Seal,
    /// Kept as it is.
    Allow,
}

/// Something private in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingView {
    /// Machine name, such as `credit_card`.
    pub kind: String,
    /// Plain words, such as `card number`.
    pub label: String,
    /// Start in UTF-16 units, as JavaScript counts.
    pub start: usize,
    /// End in UTF-16 units.
    pub end: usize,
    /// What is done with it.
    pub action: FindingAction,
}

/// What would happen to a text if it were kept now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Preview {
    /// What was found, in order.
    pub findings: Vec<FindingView>,
    /// True if it would be refused.
    pub blocked: bool,
    /// The text as it would be kept; equal to the input when nothing is masked, empty when blocked.
    pub kept_text: String,
    /// Size in bytes of the text (the limit is 65,536).
    pub size_bytes: usize,
}

/// A memory as a row in a list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MemoryRow {
    /// 32 hexadecimal characters.
    pub id: String,
    /// The first 400 characters of the content.
    pub excerpt: String,
    /// `note`, `fact`, `preference`, `decision`, `style` or `event`.
    pub kind: String,
    /// Topics, in the order given.
    pub topics: Vec<String>,
    /// RFC 3339, UTC.
    pub created_at: String,
    /// Spans of matched words in `excerpt`, UTF-16 units; empty in plain lists.
    pub matched: Vec<(usize, usize)>,
    /// Why it was found; absent in plain lists.
    pub why: Option<WhyFound>,
}

/// What carried a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhyFound {
    /// It shares no word with the question.
    Meaning,
    /// Words carried it.
    Words,
    /// Both.
    Both,
    /// Found through its neighbours in the same thread.
    Thread,
}

/// A memory, opened.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MemoryView {
    /// 32 hexadecimal characters.
    pub id: String,
    /// The whole text.
    pub content: String,
    /// Its kind.
    pub kind: String,
    /// Topics.
    pub topics: Vec<String>,
    /// Where it came from.
    pub source: Option<String>,
    /// The sitting it belongs to.
    pub thread: Option<String>,
    /// RFC 3339, UTC.
    pub created_at: String,
    /// When this version was kept.
    pub kept_at: String,
    /// When it goes by itself, if ever.
    pub expires_at: Option<String>,
    /// Earlier versions that are still kept, newest first.
    pub earlier: Vec<EarlierVersion>,
}

/// An earlier state of a memory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EarlierVersion {
    /// When it was kept.
    pub kept_at: String,
    /// Its text.
    pub content: String,
}

/// What narrows a list or a search.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListFilters {
    /// Any of these kinds; empty for all.
    pub kinds: Vec<String>,
    /// All of these topics.
    pub topics: Vec<String>,
    /// Not older than this date (YYYY-MM-DD).
    pub after: Option<String>,
    /// Older than this date (YYYY-MM-DD).
    pub before: Option<String>,
}

/// Part of a list, or the answer to a search.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ListPage {
    /// How many there are in all.
    pub total: usize,
    /// Index of the first row.
    pub offset: usize,
    /// The rows asked for.
    pub rows: Vec<MemoryRow>,
    /// False when only words were searched, as the model is not ready.
    pub by_meaning: bool,
}

/// A name and how often it occurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Count {
    /// The kind or topic.
    pub name: String,
    /// How many memories.
    pub count: usize,
}

/// Counts for the side bar and filters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Facets {
    /// All live memories.
    pub total: usize,
    /// By kind, most first.
    pub kinds: Vec<Count>,
    /// By topic, most first.
    pub topics: Vec<Count>,
}

/// What a capture asks for.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CaptureRequest {
    /// The text; passes the filter first.
    pub content: String,
    /// Its kind; `note` if absent.
    pub kind: Option<String>,
    /// Topics.
    pub topics: Vec<String>,
}

/// What forgetting did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ForgetView {
    /// Memories forgotten.
    pub memories: usize,
    /// Versions that went with them.
    pub versions: usize,
    /// Vectors that went with them.
    pub vectors: usize,
    /// True while the write-ahead log could not be emptied yet.
    pub pending: bool,
}

/// One line of *Your data*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DataRow {
    /// What it is, in plain words.
    pub what: String,
    /// How many, in plain words.
    pub how_many: String,
    /// Where it lies.
    pub place: String,
    /// What protects it.
    pub protected_by: String,
    /// How long it is kept.
    pub kept: String,
}

/// *Your data*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct YourData {
    /// Every kind of thing stored.
    pub rows: Vec<DataRow>,
    /// Counts by kind.
    pub kinds: Vec<Count>,
    /// Bytes on disk, all files together.
    pub size_on_disk_bytes: u64,
    /// Every file, with its size in bytes.
    pub files: Vec<FileView>,
    /// How the vault can be opened, in plain words.
    pub ways_in: Vec<String>,
    /// True if the recovery code was confirmed.
    pub recovery_confirmed: bool,
    /// What the last check found, in plain words; none if not checked since unlock.
    pub last_check: Option<String>,
}

/// A file that Keepsake wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileView {
    /// Its full path.
    pub path: String,
    /// Size in bytes.
    pub size_bytes: u64,
}

/// Which form an export takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// Everything, for programs.
    Json,
    /// One readable page.
    Markdown,
}

/// What a dialog that saves a file ended with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Saved {
    /// The file, or none when the person cancelled.
    pub path: Option<String>,
    /// Memories written.
    pub memories: usize,
}

/// The look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What the person set. Holds nothing private: it lies beside the vault in the clear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// The look.
    pub theme: Theme,
    /// Minutes without a key or a click until the vault locks; 0 for never.
    pub idle_lock_minutes: u32,
}
