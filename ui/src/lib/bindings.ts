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
 * Passphrase and keychain only open it together.
 */
is_strict: boolean, 
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
 * The open vault is ordered to be erased, and read-only until then.
 */
erase: EraseView | null, 
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
 * The class it belongs to, such as `financial`.
 */
class: string, 
/**
 * What the person may choose for it in this capture, the policy's own action among them.
 */
choices: Array<FindingAction>, 
/**
 * True if the person may let this exact value pass from now on.
 */
can_allow_always: boolean, 
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

export type PlaceholderView = { 
/**
 * Start in UTF-16 units.
 */
start: number, 
/**
 * End in UTF-16 units.
 */
end: number, 
/**
 * Machine name of what it stands for.
 */
kind: string, 
/**
 * Plain words for it.
 */
label: string, 
/**
 * Masked for good, a token, or sealed.
 */
action: FindingAction, 
/**
 * The first characters of its token, by which equal values can be told; empty for masked ones.
 */
token: string, 
/**
 * The number to ask `reveal` for; none when there is no original to show.
 */
original: number | null, };

export type FindingChoice = { 
/**
 * Machine name of the kind.
 */
kind: string, 
/**
 * What to do instead of what the policy says.
 */
action: FindingAction, 
/**
 * With `allow`: these exact values pass from now on.
 */
always: boolean, };

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
 * True if one-time codes alone stand in the way: they may be kept for an hour.
 */
offers_an_hour: boolean, 
/**
 * The text as it would be kept; equal to the input when nothing is masked, empty when blocked.
 */
kept_text: string, 
/**
 * The placeholders in `kept_text`; in an edit also those that are carried over.
 */
placeholders: Array<PlaceholderView>, 
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
 * Spans of placeholders in `excerpt`, UTF-16 units.
 */
placeholders: Array<[number, number]>, 
/**
 * Why it was found; absent in plain lists.
 */
why: WhyFound | null, 
/**
 * True if another memory has taken its place.
 */
replaced: boolean, 
/**
 * Whether the person pinned it.
 */
pinned: boolean, 
/**
 * When it goes by itself, if ever.
 */
expires_at: string | null, };

export type LinkedMemory = { 
/**
 * 32 hexadecimal characters.
 */
id: string, 
/**
 * The first 400 characters of the content.
 */
excerpt: string, 
/**
 * Spans of placeholders in `excerpt`, UTF-16 units.
 */
placeholders: Array<[number, number]>, 
/**
 * RFC 3339, UTC.
 */
created_at: string, };

export type Similarity = "says_the_same" | "may_replace";

export type SimilarMemory = { 
/**
 * The kept memory.
 */
memory: LinkedMemory, 
/**
 * What the text is to it.
 */
similarity: Similarity, };

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
 * What stands for something hidden in it.
 */
placeholders: Array<PlaceholderView>, 
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
 * The memory that has taken its place.
 */
replaced_by: LinkedMemory | null, 
/**
 * The memories whose place it has taken.
 */
replaces: Array<LinkedMemory>, 
/**
 * How it came into the vault; none if the trail no longer says.
 */
arrival: Arrival | null, 
/**
 * Whether the person pinned it.
 */
pinned: boolean, 
/**
 * Earlier versions that are still kept, newest first.
 */
earlier: Array<EarlierVersion>, };

export type EarlierVersion = { 
/**
 * 32 hexadecimal characters.
 */
id: string, 
/**
 * When it was kept.
 */
kept_at: string, 
/**
 * Its text.
 */
content: string, 
/**
 * What stands for something hidden in it. Originals of earlier versions are not shown.
 */
placeholders: Array<PlaceholderView>, };

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
before: string | null, 
/**
 * A part of the vault alone.
 */
shelf: Shelf | null, };

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
 * How many stand first because they are pinned: in a list that nothing narrows.
 */
pinned: number, 
/**
 * The rows asked for.
 */
rows: Array<MemoryRow>, 
/**
 * False when only words were searched, as the model is not ready.
 */
by_meaning: boolean, 
/**
 * Memories that were looked through: the newest. Fewer than all for a moment after unlocking a large vault.
 */
loaded: number, 
/**
 * Memories there are.
 */
memories: number, };

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
 * Those that are pinned.
 */
pinned: number, 
/**
 * Those that go by themselves within two weeks.
 */
expiring_soon: number, 
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
topics: Array<string>, 
/**
 * What the person chose for what was found.
 */
choices: Array<FindingChoice>, 
/**
 * Keep it for an hour only; this alone lets one-time codes pass.
 */
for_an_hour: boolean, 
/**
 * Hours after which it goes by itself; never if absent. At most ten years.
 */
expires_in_hours: number | null, 
/**
 * Ids of the memories whose place it takes.
 */
replaces: Array<string>, };

export type CaptureView = { 
/**
 * Where the app stands: a text that is kept while the vault is locked waits, sealed.
 */
phase: Phase, 
/**
 * What is kept goes into the try-out vault.
 */
try_out: boolean, 
/**
 * The look.
 */
theme: Theme, 
/**
 * What was typed and left last time.
 */
draft: string, };

export type CaptureKept = { 
/**
 * It waits, sealed, until the vault is unlocked.
 */
waits: boolean, };

export type Listening = "off" | "works" | "by_desktop" | "taken" | "not_a_shortcut" | "unavailable";

export type CaptureWays = { 
/**
 * The keys, such as `Mod+Shift+Space`; empty for none.
 */
keys: string, 
/**
 * How it stands with them.
 */
listening: Listening, 
/**
 * Windows are shown through Wayland.
 */
is_wayland: boolean, 
/**
 * What opens the capture window when it is started.
 */
command: string, 
/**
 * The icon is in the panel; without it closing the window ends Keepsake.
 */
has_tray: boolean, 
/**
 * Keepsake starts when the person logs in.
 */
starts_at_login: boolean, 
/**
 * Programs may not keep anything for now.
 */
is_paused: boolean, };

export type RefusedCapture = { 
/**
 * Its id.
 */
id: string, 
/**
 * When it was captured, RFC 3339.
 */
at: string, 
/**
 * The text as it was typed.
 */
content: string, };

export type ForgetTier = "removed" | "compacted" | "shredded";

export type ForgetCounts = { 
/**
 * Versions, the current one included.
 */
versions: number, 
/**
 * Vectors.
 */
vectors: number, 
/**
 * Hidden originals.
 */
originals: number, 
/**
 * Backups in reach that may hold it.
 */
backups: number, 
/**
 * Until when the last of them is kept at most, RFC 3339.
 */
backups_until: string | null, };

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
pending: boolean, 
/**
 * How far it went, as the receipt names it.
 */
tier: ForgetTier, 
/**
 * Why it did not go as far as was asked: `busy`, `disk_full`, …
 */
fell_short: string | null, 
/**
 * Backups that may still hold it.
 */
backups_holding: number, 
/**
 * The signed receipt's id.
 */
receipt: string, };

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
last_check: string | null, 
/**
 * What happened last, newest first.
 */
activity: Array<ActivityRow>, };

export type ActivityRow = { 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * What was done, as the trail names it.
 */
action: string, 
/**
 * To how many, or how often.
 */
count: number, 
/**
 * By this window, or by a program; old entries do not say.
 */
by_window: boolean | null, 
/**
 * It was refused.
 */
refused: boolean, };

export type FileView = { 
/**
 * Its full path.
 */
path: string, 
/**
 * Size in bytes.
 */
size_bytes: number, };

export type ExportFormat = "zip" | "encrypted" | "html" | "json" | "markdown";

export type ExportForm = { 
/**
 * In which form.
 */
format: ExportFormat, 
/**
 * Whether what is hidden goes along; an encrypted export always carries it.
 */
with_hidden: boolean, 
/**
 * What it opens with, if it is encrypted.
 */
export_passphrase: string | null, };

export type Saved = { 
/**
 * The file, or none when the person cancelled.
 */
path: string | null, };

export type Exported = { 
/**
 * The file, or none when the person cancelled.
 */
path: string | null, 
/**
 * Memories written.
 */
memories: number, 
/**
 * Memories that are damaged and were left out.
 */
damaged: number, 
/**
 * Hidden originals that stayed in the vault; where they were to go along, those that are damaged.
 */
originals_left: number, };

export type TransferProgress = { 
/**
 * Steps done.
 */
done: number, 
/**
 * All steps.
 */
total: number, };

export type BroughtBack = { 
/**
 * The file's name without its folder; none when the person cancelled.
 */
name: string | null, 
/**
 * Memories that were not here.
 */
imported: number, 
/**
 * Memories that are here as they are in it.
 */
unchanged: number, 
/**
 * Memories that are here and got versions that were not.
 */
revised: number, 
/**
 * Memories that were forgotten here and stay so.
 */
forgotten_here: number, 
/**
 * Memories in which the filter hides something that the export shows.
 */
masked: number, 
/**
 * Hidden values whose original is not in it.
 */
originals_missing: number, };

export type KeyBinding = { 
/**
 * The action's name.
 */
action: string, 
/**
 * Combinations such as `Mod+Shift+E`, with a space between; empty for none.
 */
keys: string, };

export type Theme = "system" | "light" | "dark";

export type ModelView = { 
/**
 * Its name and the start of its hash.
 */
id: string, 
/**
 * The folder it is loaded from; none for the one that ships with Keepsake.
 */
folder: string | null, 
/**
 * How it is doing.
 */
state: ModelState, 
/**
 * Why it could not be loaded, if so.
 */
problem: Problem | null, 
/**
 * The change to another one that is under way.
 */
building: ModelBuilding | null, };

export type ModelBuilding = { 
/**
 * The new model.
 */
id: string, 
/**
 * Its folder; none for the one that ships with Keepsake.
 */
folder: string | null, 
/**
 * Memories that are done.
 */
done: number, 
/**
 * All memories.
 */
total: number, 
/**
 * About how many minutes are left; none until that can be said.
 */
minutes_left: number | null, 
/**
 * Why it does not go on, if it does not.
 */
problem: Problem | null, };

export type Settings = { 
/**
 * The look.
 */
theme: Theme, 
/**
 * Minutes without a key or a click until the vault locks; 0 for never.
 */
idle_lock_minutes: number, 
/**
 * Locks when the screen is locked and when the computer goes to sleep.
 */
lock_when_away: boolean, 
/**
 * The person was told that there is no panel to stay in when the window is closed.
 */
told_of_no_tray: boolean, };

export type FilterPreset = "personal" | "careful" | "strict" | "own";

export type RevealAsks = "once" | "passphrase";

export type ClassSetting = { 
/**
 * Machine name, such as `financial`.
 */
class: string, 
/**
 * Plain words, such as `Cards and accounts`.
 */
label: string, 
/**
 * Some of its kinds, in plain words.
 */
examples: Array<string>, 
/**
 * How many kinds it has.
 */
kinds: number, 
/**
 * What is done.
 */
action: FindingAction, 
/**
 * What may be chosen.
 */
choices: Array<FindingAction>, };

export type RuleForm = "word" | "pattern";

export type RuleView = { 
/**
 * Its number.
 */
id: number, 
/**
 * Word or pattern.
 */
form: RuleForm, 
/**
 * The word or the pattern.
 */
text: string, 
/**
 * What is done.
 */
action: FindingAction, };

export type FilterSettings = { 
/**
 * Which preset stands.
 */
preset: FilterPreset, 
/**
 * Every class, what opens something first.
 */
classes: Array<ClassSetting>, 
/**
 * The person's own rules.
 */
rules: Array<RuleView>, 
/**
 * How many exact values always pass.
 */
allowed_values: number, 
/**
 * When showing an original asks.
 */
reveal_asks: RevealAsks, };

export type KindCount = { 
/**
 * Machine name.
 */
kind: string, 
/**
 * Plain words.
 */
label: string, 
/**
 * What is or would be done.
 */
action: FindingAction, 
/**
 * How many.
 */
count: number, };

export type VaultScan = { 
/**
 * Memories looked at.
 */
checked: number, 
/**
 * Memories that would change.
 */
would_change: number, 
/**
 * Memories whose earlier versions alone would change.
 */
earlier_only: number, 
/**
 * What was found, most first.
 */
found: Array<KindCount>, 
/**
 * Up to 200 of the memories that would change, excerpts as they would be afterwards.
 */
rows: Array<MemoryRow>, };

export type VaultScanDone = { 
/**
 * Memories whose text was changed.
 */
changed: number, 
/**
 * Earlier versions that were removed because they held what is now hidden.
 */
versions_removed: number, 
/**
 * Memories that were changed by someone else meanwhile or do not open.
 */
left: number, };

export type CareView = { 
/**
 * The folder that backups go to; none until one is chosen.
 */
folder: string | null, 
/**
 * Whether one is made each day.
 */
automatic: boolean, 
/**
 * Newest first.
 */
backups: Array<BackupRow>, 
/**
 * Memories that have expired and are hidden, but not erased, as the clock has jumped.
 */
expired_held: number, 
/**
 * Backups that were made before a migration or a restore, have had their thirty days, and stay as the clock has jumped.
 */
backups_held: number, 
/**
 * What goes by itself, in the order in which it was added.
 */
rules: Array<ExpiryRow>, };

export type BackupRow = { 
/**
 * Its own folder.
 */
folder: string, 
/**
 * When it was made, RFC 3339.
 */
made_at: string, 
/**
 * Its size.
 */
size_bytes: number, 
/**
 * Until when it is kept at most, RFC 3339.
 */
kept_until: string, };

export type ExpiryRow = { 
/**
 * Of this kind.
 */
kind: string | null, 
/**
 * From this source.
 */
source: string | null, 
/**
 * With this topic.
 */
topic: string | null, 
/**
 * After how many hours; a part of one counts as one.
 */
hours: number, };

export type RestoreView = { 
/**
 * Its own folder.
 */
folder: string, 
/**
 * When its last entry was written, RFC 3339.
 */
backup_of: string, 
/**
 * Memories in it.
 */
memories: number, 
/**
 * Memories that would be gone from the vault.
 */
lost: number, 
/**
 * Memories whose later text would be gone.
 */
edits_lost: number, 
/**
 * Memories that would come back.
 */
returning: number, 
/**
 * Memories in it that were forgotten since, and are forgotten in it too.
 */
forgotten_again: number, };

export type RestoreDone = { 
/**
 * Memories that the vault has now.
 */
memories: number, 
/**
 * Where the vault as it was is kept.
 */
kept_as: string, };

export type EraseView = { 
/**
 * From when on the next unlocking carries it out, RFC 3339.
 */
due_at: string, 
/**
 * Hours until then; none left when it is due.
 */
hours_left: number, 
/**
 * Due, but by the word of a clock that has jumped.
 */
waits_for_confirmation: boolean, };

export type ImportFrom = "file" | "folder";

export type ImportProposal = { 
/**
 * Its number, to choose it by.
 */
number: number, 
/**
 * The sentence.
 */
content: string, 
/**
 * Its kind.
 */
kind: string, 
/**
 * When it was said, RFC 3339.
 */
said_at: string | null, 
/**
 * Why it is proposed, a word or two.
 */
reason: string, 
/**
 * Whether it most likely says something about the person.
 */
is_likely: boolean, };

export type ImportPreview = { 
/**
 * The file's name without its folder; none when the person cancelled.
 */
name: string | null, 
/**
 * Memories in it.
 */
memories: number, 
/**
 * Known already, with the same content.
 */
unchanged: number, 
/**
 * Would be refused.
 */
blocked: number, 
/**
 * Cannot be read.
 */
failed: number, 
/**
 * Short replies such as greetings, among what would come in.
 */
short_replies: number, 
/**
 * What was found, most first. Counts only.
 */
found: Array<KindCount>, 
/**
 * What was never taken for a memory: of a chat's sentences most, doubles, empty notes.
 */
passed_over: number, 
/**
 * Of a chat, the sentences that may be worth keeping, likely ones first.
 */
proposals: Array<ImportProposal>, };

export type ImportProgress = { 
/**
 * Memories of the file that are done.
 */
done: number, 
/**
 * All of them.
 */
total: number, 
/**
 * How many a second, once that is known.
 */
per_second: number | null, 
/**
 * How long still, if it goes on like this.
 */
seconds_left: number | null, };

export type ImportDone = { 
/**
 * Whether there is anything new that could be forgotten again as a whole.
 */
can_be_undone: boolean, 
/**
 * New memories.
 */
imported: number, 
/**
 * New versions of known ones.
 */
revised: number, 
/**
 * Known already.
 */
unchanged: number, 
/**
 * Refused by the filter.
 */
blocked: number, 
/**
 * Kept with something hidden.
 */
hidden: number, 
/**
 * Could not be read.
 */
failed: number, 
/**
 * Short replies that were left out, as was asked.
 */
left_out: number, 
/**
 * How many of the file's memories are done; fewer than `total` if it was stopped. The rest can be gone on with.
 */
read: number, 
/**
 * All of the file's memories.
 */
total: number, 
/**
 * Why it stopped, if not because the person cancelled it.
 */
problem: Problem | null, };

export type Shelf = "pinned" | "expiring_soon";

export type Arrival = { 
/**
 * Through this window, or through another program; what is old does not say.
 */
by_window: boolean | null, 
/**
 * When, RFC 3339.
 */
at: string, };

export type SavedSearch = { 
/**
 * Its number; any for one that is not saved yet.
 */
id: number, 
/**
 * What the person calls it.
 */
name: string, 
/**
 * What was asked.
 */
query: string, 
/**
 * Any of these kinds.
 */
kinds: Array<string>, 
/**
 * All of these topics.
 */
topics: Array<string>, 
/**
 * The time filter, by the page's own word for it.
 */
range: string, };
