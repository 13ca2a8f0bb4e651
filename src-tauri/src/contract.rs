//! What page and program say to each other: every type that crosses the border, and nothing else.
//!
//! Must not know the vault's own types beyond turning them into these. The TypeScript twin is generated
//! into `ui/src/lib/bindings.ts`; a test fails when the two drift apart.

mod capture;
mod care;
mod forget;
mod import;
mod list;
mod model;
mod taking;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::capture::*;
pub use self::care::*;
pub use self::forget::*;
pub use self::import::*;
pub use self::list::*;
pub use self::taking::*;
pub use model::{ModelBuilding, ModelView};

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
    /// Passphrase and keychain only open it together.
    pub is_strict: bool,
    /// The meaning model.
    pub model: ModelState,
    /// What stands in the way, if anything.
    pub problem: Option<Problem>,
    /// What the person should know about the open vault: signs of an old copy, for one.
    pub notices: Vec<String>,
    /// The open vault is ordered to be erased, and read-only until then.
    pub erase: Option<EraseView>,
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
    /// The class it belongs to, such as `financial`.
    pub class: String,
    /// What the person may choose for it in this capture, the policy's own action among them.
    pub choices: Vec<FindingAction>,
    /// True if the person may let this exact value pass from now on.
    pub can_allow_always: bool,
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
    /// True if one-time codes alone stand in the way: they may be kept for an hour.
    pub offers_an_hour: bool,
    /// The text as it would be kept; equal to the input when nothing is masked, empty when blocked.
    pub kept_text: String,
    /// The placeholders in `kept_text`; in an edit also those that are carried over.
    pub placeholders: Vec<PlaceholderView>,
    /// Size in bytes of the text (the limit is 65,536).
    pub size_bytes: usize,
}

/// A stretch of kept text that stands for something hidden. Known by its stored place, never by how it reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlaceholderView {
    /// Start in UTF-16 units.
    pub start: usize,
    /// End in UTF-16 units.
    pub end: usize,
    /// Machine name of what it stands for.
    pub kind: String,
    /// Plain words for it.
    pub label: String,
    /// Masked for good, a token, or sealed.
    pub action: FindingAction,
    /// The first characters of its token, by which equal values can be told; empty for masked ones.
    pub token: String,
    /// The number to ask `reveal` for; none when there is no original to show.
    pub original: Option<u16>,
}

/// What the person chose for all findings of one kind in one capture.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct FindingChoice {
    /// Machine name of the kind.
    pub kind: String,
    /// What to do instead of what the policy says.
    pub action: FindingAction,
    /// With `allow`: these exact values pass from now on.
    pub always: bool,
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
    /// Spans of placeholders in `excerpt`, UTF-16 units.
    pub placeholders: Vec<(usize, usize)>,
    /// Why it was found; absent in plain lists.
    pub why: Option<WhyFound>,
    /// True if another memory has taken its place.
    pub replaced: bool,
    /// Whether the person pinned it.
    pub pinned: bool,
    /// When it goes by itself, if ever.
    pub expires_at: Option<String>,
}

/// Another memory, as a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LinkedMemory {
    /// 32 hexadecimal characters.
    pub id: String,
    /// The first 400 characters of the content.
    pub excerpt: String,
    /// Spans of placeholders in `excerpt`, UTF-16 units.
    pub placeholders: Vec<(usize, usize)>,
    /// RFC 3339, UTC.
    pub created_at: String,
}

/// What a text that is being written is to a kept memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Similarity {
    /// It says the same again.
    SaysTheSame,
    /// It contradicts or updates it, and may take its place.
    MayReplace,
}

/// A kept memory that a text repeats or may replace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SimilarMemory {
    /// The kept memory.
    pub memory: LinkedMemory,
    /// What the text is to it.
    pub similarity: Similarity,
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
    /// What stands for something hidden in it.
    pub placeholders: Vec<PlaceholderView>,
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
    /// The memory that has taken its place.
    pub replaced_by: Option<LinkedMemory>,
    /// The memories whose place it has taken.
    pub replaces: Vec<LinkedMemory>,
    /// How it came into the vault; none if the trail no longer says.
    pub arrival: Option<Arrival>,
    /// Whether the person pinned it.
    pub pinned: bool,
    /// Earlier versions that are still kept, newest first.
    pub earlier: Vec<EarlierVersion>,
}

/// An earlier state of a memory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EarlierVersion {
    /// 32 hexadecimal characters.
    pub id: String,
    /// When it was kept.
    pub kept_at: String,
    /// Its text.
    pub content: String,
    /// What stands for something hidden in it. Originals of earlier versions are not shown.
    pub placeholders: Vec<PlaceholderView>,
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
    /// A part of the vault alone.
    #[serde(default)]
    pub shelf: Option<Shelf>,
}

/// Part of a list, or the answer to a search.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ListPage {
    /// How many there are in all.
    pub total: usize,
    /// Index of the first row.
    pub offset: usize,
    /// How many stand first because they are pinned: in a list that nothing narrows.
    pub pinned: usize,
    /// The rows asked for.
    pub rows: Vec<MemoryRow>,
    /// False when only words were searched, as the model is not ready.
    pub by_meaning: bool,
    /// Memories that were looked through: the newest. Fewer than all for a moment after unlocking a large vault.
    pub loaded: usize,
    /// Memories there are.
    pub memories: usize,
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
    /// Those that are pinned.
    pub pinned: usize,
    /// Those that go by themselves within two weeks.
    pub expiring_soon: usize,
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
    /// What the person chose for what was found.
    pub choices: Vec<FindingChoice>,
    /// Keep it for an hour only; this alone lets one-time codes pass.
    pub for_an_hour: bool,
    /// Hours after which it goes by itself; never if absent. At most ten years.
    pub expires_in_hours: Option<u32>,
    /// Ids of the memories whose place it takes.
    pub replaces: Vec<String>,
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
    /// What happened last, newest first.
    pub activity: Vec<ActivityRow>,
}

/// One entry of the audit trail, as *Your data* shows it. Holds no content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActivityRow {
    /// When, RFC 3339.
    pub at: String,
    /// What was done, as the trail names it.
    pub action: String,
    /// To how many, or how often.
    #[ts(type = "number")]
    pub count: u64,
    /// By this window, or by a program; old entries do not say.
    pub by_window: Option<bool>,
    /// It was refused.
    pub refused: bool,
}

/// A file that Keepsake wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileView {
    /// Its full path.
    pub path: String,
    /// Size in bytes.
    pub size_bytes: u64,
}

/// What a dialog that saves a file ended with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Saved {
    /// The file, or none when the person cancelled.
    pub path: Option<String>,
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
    /// Locks when the screen is locked and when the computer goes to sleep.
    #[serde(default = "yes")]
    pub lock_when_away: bool,
    /// The keys that open the capture window from anywhere, such as `Mod+Shift+Space`; empty for none.
    /// Set by a call of its own.
    #[serde(default = "capture_keys")]
    #[ts(skip)]
    pub capture_keys: String,
    /// The person was told that there is no panel to stay in when the window is closed.
    #[serde(default)]
    pub told_of_no_tray: bool,
    /// Keys that the person chose; set by a call of their own.
    #[serde(default)]
    #[ts(skip)]
    pub keys: Vec<KeyBinding>,
}

fn yes() -> bool {
    true
}

pub(crate) fn capture_keys() -> String {
    "Mod+Shift+Space".to_owned()
}

/// Which keys stand for an action, in the place of those that Keepsake came with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeyBinding {
    /// The action's name.
    pub action: String,
    /// Combinations such as `Mod+Shift+E`, with a space between; empty for none.
    pub keys: String,
}

/// Which set of rules the filter follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FilterPreset {
    /// What opens something is refused; numbers that identify a person are sealed.
    Personal,
    /// E-mail, machines, vehicles and places are sealed too.
    Careful,
    /// Whatever is found is refused.
    Strict,
    /// A preset that the person has changed.
    Own,
}

/// When showing a sealed original asks again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RevealAsks {
    /// Keepsake asks once after each unlock.
    Once,
    /// The passphrase is asked for each time.
    Passphrase,
}

/// What the filter does with one class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClassSetting {
    /// Machine name, such as `financial`.
    pub class: String,
    /// Plain words, such as `Cards and accounts`.
    pub label: String,
    /// Some of its kinds, in plain words.
    pub examples: Vec<String>,
    /// How many kinds it has.
    pub kinds: usize,
    /// What is done.
    pub action: FindingAction,
    /// What may be chosen.
    pub choices: Vec<FindingAction>,
}

/// How a personal rule looks for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RuleForm {
    /// A word or words, whole, in capitals or not.
    Word,
    /// A regular expression.
    Pattern,
}

/// A rule of the person's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RuleView {
    /// Its number.
    pub id: u32,
    /// Word or pattern.
    pub form: RuleForm,
    /// The word or the pattern.
    pub text: String,
    /// What is done.
    pub action: FindingAction,
}

/// The filter's settings. They lie in the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FilterSettings {
    /// Which preset stands.
    pub preset: FilterPreset,
    /// Every class, what opens something first.
    pub classes: Vec<ClassSetting>,
    /// The person's own rules.
    pub rules: Vec<RuleView>,
    /// How many exact values always pass.
    pub allowed_values: usize,
    /// When showing an original asks.
    pub reveal_asks: RevealAsks,
}

/// How often a kind was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KindCount {
    /// Machine name.
    pub kind: String,
    /// Plain words.
    pub label: String,
    /// What is or would be done.
    pub action: FindingAction,
    /// How many.
    pub count: usize,
}

/// What checking kept memories against today's rules found. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct VaultScan {
    /// Memories looked at.
    pub checked: usize,
    /// Memories that would change.
    pub would_change: usize,
    /// Memories whose earlier versions alone would change.
    pub earlier_only: usize,
    /// What was found, most first.
    pub found: Vec<KindCount>,
    /// Up to 200 of the memories that would change, excerpts as they would be afterwards.
    pub rows: Vec<MemoryRow>,
}

/// What applying today's rules to kept memories did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VaultScanDone {
    /// Memories whose text was changed.
    pub changed: usize,
    /// Earlier versions that were removed because they held what is now hidden.
    pub versions_removed: usize,
    /// Memories that were changed by someone else meanwhile or do not open.
    pub left: usize,
}
