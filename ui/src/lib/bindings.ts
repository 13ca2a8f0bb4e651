// Made from src-tauri/src/contract.rs by `cargo xtask bindings`. Do not edit.

export type Phase = "first_run" | "confirm_recovery" | "locked" | "unlocked" | "broken";

export type Problem = { code: string, message: string, hint: string, };

export type KeychainState = "available" | "locked" | "absent";

export type ModelState = "loading" | "ready" | "failed";

export type AppState = { phase: Phase, try_out: boolean, keychain: KeychainState, has_device_slot: boolean, has_passphrase_slot: boolean, model: ModelState, problem: Problem | null, home: string, version: string, };

export type NewRecoveryCode = { groups: Array<string>, confirm: [number, number], };

export type PassphraseStrength = { score: number, acceptable: boolean, advice: string, };

export type UnlockMethod = "keychain" | "passphrase" | "recovery_code";

export type FindingAction = "block" | "mask" | "token" | "seal" | "allow";

export type FindingView = { kind: string, label: string, start: number, end: number, action: FindingAction, };

export type Preview = { findings: Array<FindingView>, blocked: boolean, kept_text: string, size_bytes: number, };

export type MemoryRow = { id: string, excerpt: string, kind: string, topics: Array<string>, created_at: string, matched: Array<[number, number]>, why: WhyFound | null, };

export type WhyFound = "meaning" | "words" | "both" | "thread";

export type MemoryView = { id: string, content: string, kind: string, topics: Array<string>, source: string | null, thread: string | null, created_at: string, kept_at: string, expires_at: string | null, earlier: Array<EarlierVersion>, };

export type EarlierVersion = { kept_at: string, content: string, };

export type ListFilters = { kinds: Array<string>, topics: Array<string>, after: string | null, before: string | null, };

export type ListPage = { total: number, offset: number, rows: Array<MemoryRow>, by_meaning: boolean, };

export type Count = { name: string, count: number, };

export type Facets = { total: number, kinds: Array<Count>, topics: Array<Count>, };

export type CaptureRequest = { content: string, kind: string | null, topics: Array<string>, };

export type ForgetView = { memories: number, versions: number, vectors: number, pending: boolean, };

export type DataRow = { what: string, how_many: string, place: string, protected_by: string, kept: string, };

export type YourData = { rows: Array<DataRow>, kinds: Array<Count>, size_on_disk_bytes: number, files: Array<FileView>, ways_in: Array<string>, recovery_confirmed: boolean, last_check: string | null, };

export type FileView = { path: string, size_bytes: number, };

export type ExportFormat = "json" | "markdown";

export type Saved = { path: string | null, memories: number, };

export type Theme = "system" | "light" | "dark";

export type Settings = { theme: Theme, idle_lock_minutes: number, };
