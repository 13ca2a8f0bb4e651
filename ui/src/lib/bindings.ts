// Made from src-tauri/src/contract.rs by `cargo xtask bindings`. Do not edit.

export type Phase = "first_run" | "confirm_recovery" | "locked" | "unlocked" | "broken";

export type Problem = { 
/**
 * A stable code, such as `wrong_secret` or `blocked`.
 */
code: string, 
/**
 * What happened, to what.
 */
message: string, 
/**
 * What the person can do.
 */
hint: string, };

export type KeychainState = "available" | "locked" | "absent";

export type ModelState = "loading" | "ready" | "failed";

export type AppState = { 
/**
 * Which screen.
 */
phase: Phase, 
/**
 * True while the try-out vault with the sample memories is open.
 */
try_out: boolean, 
/**
 * The keychain.
 */
keychain: KeychainState, 
/**
 * True if the vault has a slot for this computer's keychain.
 */
has_device_slot: boolean, 
/**
 * True if the vault has a passphrase slot.
 */
has_passphrase_slot: boolean, 
/**
 * The meaning model.
 */
model: ModelState, 
/**
 * What stands in the way, if anything.
 */
problem: Problem | null, 
/**
 * What the person should know about the open vault: signs of an old copy, for one.
 */
notices: Array<string>, 
/**
 * The folder that holds the vault.
 */
home: string, 
/**
 * Keepsake's version.
 */
version: string, };

export type NewRecoveryCode = { 
/**
 * Fourteen groups of four characters.
 */
groups: Array<string>, 
/**
 * Which two groups (from 0) must be typed to confirm.
 */
confirm: [number, number], };

export type PassphraseStrength = { 
/**
 * 0 (guessed at once) to 4 (strong).
 */
score: number, 
/**
 * False below what Keepsake accepts.
 */
acceptable: boolean, 
/**
 * A plain sentence.
 */
advice: string, };

export type UnlockMethod = "keychain" | "passphrase" | "recovery_code";

export type FindingAction = "block" | "mask" | "token" | "seal" | "allow";

export type FindingView = { 
/**
 * Machine name, such as `credit_card`.
 */
kind: string, 
/**
 * Plain words, such as `card number`.
 */
label: string, 
/**
 * Start in UTF-16 units, as JavaScript counts.
 */
start: number, 
/**
 * End in UTF-16 units.
 */
end: number, 
/**
 * What is done with it.
 */
action: FindingAction, };

export type Preview = { 
/**
 * What was found, in order.
 */
findings: Array<FindingView>, 
/**
 * True if it would be refused.
 */
blocked: boolean, 
/**
 * The text as it would be kept; equal to the input when nothing is masked, empty when blocked.
 */
kept_text: string, 
/**
 * Size in bytes of the text (the limit is 65,536).
 */
size_bytes: number, };

export type MemoryRow = { 
/**
 * 32 hexadecimal characters.
 */
id: string, 
/**
 * The first 400 characters of the content.
 */
excerpt: string, 
/**
 * `note`, `fact`, `preference`, `decision`, `style` or `event`.
 */
kind: string, 
/**
 * Topics, in the order given.
 */
topics: Array<string>, 
/**
 * RFC 3339, UTC.
 */
created_at: string, 
/**
 * Spans of matched words in `excerpt`, UTF-16 units; empty in plain lists.
 */
matched: Array<[number, number]>, 
/**
 * Why it was found; absent in plain lists.
 */
why: WhyFound | null, };

export type WhyFound = "meaning" | "words" | "both" | "thread";

export type MemoryView = { 
/**
 * 32 hexadecimal characters.
 */
id: string, 
/**
 * The whole text.
 */
content: string, 
/**
 * Its kind.
 */
kind: string, 
/**
 * Topics.
 */
topics: Array<string>, 
/**
 * Where it came from.
 */
source: string | null, 
/**
 * The sitting it belongs to.
 */
thread: string | null, 
/**
 * RFC 3339, UTC.
 */
created_at: string, 
/**
 * When this version was kept.
 */
kept_at: string, 
/**
 * When it goes by itself, if ever.
 */
expires_at: string | null, 
/**
 * Earlier versions that are still kept, newest first.
 */
earlier: Array<EarlierVersion>, };

export type EarlierVersion = { 
/**
 * When it was kept.
 */
kept_at: string, 
/**
 * Its text.
 */
content: string, };

export type ListFilters = { 
/**
 * Any of these kinds; empty for all.
 */
kinds: Array<string>, 
/**
 * All of these topics.
 */
topics: Array<string>, 
/**
 * Not older than this date (YYYY-MM-DD).
 */
after: string | null, 
/**
 * Older than this date (YYYY-MM-DD).
 */
before: string | null, };

export type ListPage = { 
/**
 * How many there are in all.
 */
total: number, 
/**
 * Index of the first row.
 */
offset: number, 
/**
 * The rows asked for.
 */
rows: Array<MemoryRow>, 
/**
 * False when only words were searched, as the model is not ready.
 */
by_meaning: boolean, };

export type Count = { 
/**
 * The kind or topic.
 */
name: string, 
/**
 * How many memories.
 */
count: number, };

export type Facets = { 
/**
 * All live memories.
 */
total: number, 
/**
 * By kind, most first.
 */
kinds: Array<Count>, 
/**
 * By topic, most first.
 */
topics: Array<Count>, };

export type CaptureRequest = { 
/**
 * The text; passes the filter first.
 */
content: string, 
/**
 * Its kind; `note` if absent.
 */
kind: string | null, 
/**
 * Topics.
 */
topics: Array<string>, };

export type ForgetView = { 
/**
 * Memories forgotten.
 */
memories: number, 
/**
 * Versions that went with them.
 */
versions: number, 
/**
 * Vectors that went with them.
 */
vectors: number, 
/**
 * True while the write-ahead log could not be emptied yet.
 */
pending: boolean, };

export type DataRow = { 
/**
 * What it is, in plain words.
 */
what: string, 
/**
 * How many, in plain words.
 */
how_many: string, 
/**
 * Where it lies.
 */
place: string, 
/**
 * What protects it.
 */
protected_by: string, 
/**
 * How long it is kept.
 */
kept: string, };

export type YourData = { 
/**
 * Every kind of thing stored.
 */
rows: Array<DataRow>, 
/**
 * Counts by kind.
 */
kinds: Array<Count>, 
/**
 * Bytes on disk, all files together.
 */
size_on_disk_bytes: number, 
/**
 * Every file, with its size in bytes.
 */
files: Array<FileView>, 
/**
 * How the vault can be opened, in plain words.
 */
ways_in: Array<string>, 
/**
 * True if the recovery code was confirmed.
 */
recovery_confirmed: boolean, 
/**
 * What the last check found, in plain words; none if not checked since unlock.
 */
last_check: string | null, };

export type FileView = { 
/**
 * Its full path.
 */
path: string, 
/**
 * Size in bytes.
 */
size_bytes: number, };

export type ExportFormat = "json" | "markdown";

export type Saved = { 
/**
 * The file, or none when the person cancelled.
 */
path: string | null, 
/**
 * Memories written.
 */
memories: number, };

export type Theme = "system" | "light" | "dark";

export type Settings = { 
/**
 * The look.
 */
theme: Theme, 
/**
 * Minutes without a key or a click until the vault locks; 0 for never.
 */
idle_lock_minutes: number, };
