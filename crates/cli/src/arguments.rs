//! The command line's grammar. Must not carry anything out.

mod care;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

pub(crate) use care::{
    BackupCommand, EraseCommand, ExpiryCommand, KeysCommand, RemovableWay, RestoreArguments, Switch,
};

/// A private memory for one person and their AI assistants.
///
/// Everything stays on this computer, encrypted. Exit codes: 0 done, 1 failed, 2 wrong use, 3 locked,
/// 4 not found, 5 blocked by the filter.
#[derive(Parser)]
#[command(name = "keepsake", version)]
pub(crate) struct Arguments {
    /// The vault's folder
    #[arg(long, global = true, env = "KEEPSAKE_HOME", value_name = "DIR")]
    pub(crate) home: Option<PathBuf>,
    /// Answer in JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Open by the passphrase in this file (one trailing newline is left out)
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Open by the recovery code in this file
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "passphrase_file")]
    pub(crate) recovery_code_file: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Make a vault; prints the recovery code, once
    Init(InitArguments),
    /// Keep one memory
    Add(AddArguments),
    /// Keep many memories
    ///
    /// A line that was brought in before, by its source and external_id, is not brought in twice: with equal content it is left
    /// as it is, with other content it gets a new version. Lines without an external_id are new each time.
    ///
    /// Ctrl-C stops after what is under way: what is counted is kept, and the answer says how to go on.
    Import(ImportArguments),
    /// Print what to ask an assistant for, so that its answer can be imported
    ImportPrompt,
    /// Find memories by meaning and by words
    Search(SearchArguments),
    /// List memories, newest first
    List {
        #[command(flatten)]
        filters: FilterArguments,
        /// At most this many
        #[arg(long, default_value_t = 50)]
        limit: usize,
        /// Leave out this many at the start
        #[arg(long, default_value_t = 0)]
        offset: usize,
    },
    /// Show one memory with its earlier versions
    Show {
        /// The memory's id, or its first six characters or more
        id: String,
    },
    /// Give a memory a new version
    Edit {
        /// The memory's id, or its first six characters or more
        id: String,
        /// The new text; `-` reads standard input
        text: Option<String>,
        /// The new kind
        #[arg(long)]
        kind: Option<String>,
        /// A topic; all given ones replace the old ones
        #[arg(long = "topic")]
        topics: Vec<String>,
        /// Erase what it said before, for good; prints a receipt (with --json a second line)
        #[arg(long)]
        forget_earlier: bool,
        #[command(flatten)]
        choices: ChoiceArguments,
    },
    /// Let a newer memory take an older one's place; the older one is kept, and found below it
    Replace {
        /// The older memory's id
        older: String,
        /// The newer memory's id
        #[arg(required_unless_present = "undo")]
        newer: Option<String>,
        /// Let the older one hold again beside the newer one
        #[arg(long, conflicts_with = "newer")]
        undo: bool,
    },
    /// Erase memories: by id, or all that fit what is given; prints a signed receipt
    Forget(ForgetArguments),
    /// Receipts of what was forgotten
    Receipt {
        #[command(subcommand)]
        receipt: ReceiptCommand,
    },
    /// What happened in this vault: metadata only, kept for a year
    Audit {
        #[command(subcommand)]
        audit: AuditCommand,
    },
    /// Write the database anew, without the room that forgotten memories took
    Compact,
    /// Take everything out
    Export(ExportArguments),
    /// What the filter finds in a file, without a vault; exit code 5 if something would be blocked
    Scan {
        /// The text; `-` reads standard input
        #[arg(required_unless_present = "jsonl")]
        file: Option<PathBuf>,
        /// {"text"} a line in from standard input, {"findings"} a line out
        #[arg(long, conflicts_with = "file")]
        jsonl: bool,
        #[command(flatten)]
        choices: ChoiceArguments,
    },
    /// What the filter does in this vault
    Rules {
        #[command(subcommand)]
        rules: RulesCommand,
    },
    /// Which meaning model is used, and the change to another
    Model {
        #[command(subcommand)]
        model: ModelCommand,
    },
    /// Copies of the vault that open by themselves
    Backup {
        #[command(subcommand)]
        backup: BackupCommand,
    },
    /// The vault's keys
    Keys {
        #[command(subcommand)]
        keys: KeysCommand,
    },
    /// Which memories go by themselves
    Expiry {
        #[command(subcommand)]
        expiry: ExpiryCommand,
    },
    /// Erase the whole vault
    Erase {
        #[command(subcommand)]
        erase: EraseCommand,
    },
    /// Is the vault whole?
    Verify {
        /// The vault was restored from a backup on purpose: do not warn of an old copy any more
        #[arg(long)]
        accept_restored: bool,
        /// Look also for what is left of forgotten memories: free pages, rows without a memory, half-written files
        #[arg(long)]
        residue: bool,
    },
    /// What is stored, where, and how it is protected
    Status,
    /// Show that you have the recovery code (from --recovery-code-file), so that `status` stops reminding
    ConfirmRecoveryCode,
    /// Print what a shell needs to complete this program's command line
    ///
    /// For bash: keepsake completions bash > ~/.local/share/bash-completion/completions/keepsake
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// Print the manual's page
    Man {
        /// Write it and one for each command into this folder instead
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
}

/// What `forget` takes.
#[derive(Args)]
pub(crate) struct ForgetArguments {
    /// The memories' ids
    #[arg(conflicts_with_all = ["query", "kinds", "topics", "sources", "threads", "after", "before"])]
    pub(crate) ids: Vec<String>,
    /// All that hold every word and "quoted phrase" of this, and no -word: word for word, not by meaning
    #[arg(long)]
    pub(crate) query: Option<String>,
    #[command(flatten)]
    pub(crate) filters: FilterArguments,
    /// Only what the memory with this id said before it was edited
    #[arg(long, value_name = "ID", conflicts_with_all = ["ids", "query", "kinds", "topics", "sources", "threads", "after", "before"])]
    pub(crate) earlier_versions_only: Option<String>,
    /// Only list and count what would be forgotten
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// removed: zeroed in the live files. compacted: the database written anew as well. shredded: under new keys, so that
    /// today's keys open no older copy of it; makes a backup of the new one and deletes the older ones in reach
    #[arg(long, default_value = "removed")]
    pub(crate) tier: TierName,
    /// Search a large database (over 64 MB) for leftovers too; smaller ones always are
    #[arg(long)]
    pub(crate) residue: bool,
    /// Do not ask
    #[arg(long)]
    pub(crate) yes: bool,
}

/// How far a forget goes.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum TierName {
    /// Zeroed in the live files
    Removed,
    /// And the database written anew
    Compacted,
    /// And under new keys; older backups go once there is a new one
    Shredded,
}

/// What `receipt` does.
#[derive(Subcommand)]
pub(crate) enum ReceiptCommand {
    /// List them, newest first
    List,
    /// Print one as it was signed
    Show {
        /// Its id, or how it begins
        id: String,
    },
    /// Check a receipt's file, without the vault
    Verify {
        /// The file; `-` reads standard input
        file: PathBuf,
        /// The fingerprint of the key that must have signed it; `status` shows your vault's
        #[arg(long, value_name = "FINGERPRINT")]
        key: Option<String>,
    },
}

/// What `audit` does.
#[derive(Subcommand)]
pub(crate) enum AuditCommand {
    /// List entries, newest first
    List {
        /// At most this many
        #[arg(long, default_value_t = 50)]
        limit: usize,
    },
    /// Check that nothing was changed, taken out or put back; exit code 1 if something was
    Verify,
}

/// What `init` takes.
#[derive(Args)]
pub(crate) struct InitArguments {
    /// Do not put a key into this computer's keychain (then a passphrase file is needed)
    #[arg(long)]
    pub(crate) no_keychain: bool,
    /// Make it equal to the vault that this encrypted export came from
    #[arg(long, value_name = "FILE")]
    pub(crate) from: Option<PathBuf>,
    /// The export's passphrase
    #[arg(long, value_name = "FILE", requires = "from")]
    pub(crate) export_passphrase_file: Option<PathBuf>,
}

/// What `export` takes.
#[derive(Args)]
pub(crate) struct ExportArguments {
    /// json: every memory with its earlier versions. markdown: to read, on one page. zip: all there is, to read. encrypted: the
    /// same and what is hidden, in an age file from which a vault can be made again. html: a page that opens itself
    #[arg(long, default_value = "json")]
    pub(crate) format: ExportFormat,
    /// Write to this file instead of standard output
    #[arg(long)]
    pub(crate) out: Option<PathBuf>,
    /// Put what the filter sealed back into the text; asks for --passphrase-file or --recovery-code-file
    #[arg(long)]
    pub(crate) with_originals: bool,
    /// The passphrase that an encrypted export or a page opens with
    #[arg(long, value_name = "FILE")]
    pub(crate) export_passphrase_file: Option<PathBuf>,
}

/// What `add` takes.
#[derive(Args)]
pub(crate) struct AddArguments {
    /// The text; `-` or nothing reads standard input
    pub(crate) text: Option<String>,
    /// note, fact, preference, decision, style or event
    #[arg(long, default_value = "note")]
    pub(crate) kind: String,
    /// A topic; may be given several times
    #[arg(long = "topic")]
    pub(crate) topics: Vec<String>,
    /// The sitting it belongs to
    #[arg(long)]
    pub(crate) thread: Option<String>,
    /// Where it comes from
    #[arg(long)]
    pub(crate) source: Option<String>,
    /// Erase it after this long: 90m, 12h, 30d, 6w, 1y
    #[arg(long)]
    pub(crate) expires: Option<String>,
    /// If it contradicts or updates an older memory: latest_wins lets it take the older one's place (which is kept, and found
    /// below it), keep_both does nothing
    #[arg(long, value_name = "POLICY", default_value = "keep_both")]
    pub(crate) on_conflict: OnConflict,
    #[command(flatten)]
    pub(crate) choices: ChoiceArguments,
}

/// What `import` takes.
#[derive(Args)]
pub(crate) struct ImportArguments {
    /// What FILE is; by its shape if left out
    #[arg(long, default_value = "auto")]
    pub(crate) format: ImportFormat,
    /// A file or folder that another program has exported, or JSON Lines
    pub(crate) file: PathBuf,
    /// Of chats: also sentences that less likely say something about you
    #[arg(long)]
    pub(crate) every_proposal: bool,
    /// Of chats: the conversations themselves too, a message a memory
    #[arg(long)]
    pub(crate) conversations: bool,
    /// Of a text: one memory for all of it, instead of one a paragraph
    #[arg(long)]
    pub(crate) one_memory: bool,
    /// The passphrase of an encrypted export
    #[arg(long, value_name = "FILE")]
    pub(crate) export_passphrase_file: Option<PathBuf>,
    /// Only count what it would bring and what the filter finds in it
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Leave out what says less than this, from 0 (leave out nothing) to 1; 0.1 leaves out short replies such as greetings
    #[arg(long, value_name = "X", default_value_t = 0.0, value_parser = share)]
    pub(crate) min_salience: f32,
    /// Pass over the first N memories of FILE (blank lines do not count): an import that was stopped says how many it read
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) skip: usize,
    /// If a memory contradicts or updates an older one: latest_wins lets it take the older one's place (which is kept, and
    /// found below it), keep_both does nothing
    #[arg(long, value_name = "POLICY", default_value = "keep_both")]
    pub(crate) on_conflict: OnConflict,
    #[command(flatten)]
    pub(crate) choices: ChoiceArguments,
}

/// A number from 0 to 1.
fn share(text: &str) -> Result<f32, String> {
    let number = text.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "not a number from 0 to 1".to_owned())
}

/// What is done with what the filter finds, in this call alone.
#[derive(Args)]
pub(crate) struct ChoiceArguments {
    /// Instead of what the rules say: credit_card=mask; actions are block, mask, token, seal, allow. What opens something
    /// (passwords, keys) can only be blocked or masked; one_time_code=allow needs --expires 1h or less
    #[arg(long = "on-finding", value_name = "TYPE=ACTION")]
    pub(crate) on_finding: Vec<String>,
}

/// What `rules` does.
#[derive(Subcommand)]
pub(crate) enum RulesCommand {
    /// Show the preset, what is done with each class, and your own rules
    List,
    /// Add a rule of your own
    Add {
        /// A word or words, whole, in capitals or not; `-` reads standard input, so that it is in no shell history
        #[arg(long, required_unless_present = "pattern", conflicts_with = "pattern")]
        word: Option<String>,
        /// A regular expression; `-` reads standard input
        #[arg(long)]
        pattern: Option<String>,
        /// block, mask, token or seal
        #[arg(long, default_value = "mask")]
        action: String,
    },
    /// Remove a rule of your own
    Remove {
        /// Its number in `rules list`
        number: u32,
    },
    /// Set what is done with a class or a kind
    Set {
        /// A class such as `financial`, or a kind such as `credit_card`
        what: String,
        /// block, mask, token, seal or allow
        action: String,
    },
    /// Start again from a preset; your own rules stay
    Preset {
        /// personal, careful or strict
        name: String,
    },
    /// Let no exact value pass any more that was always to pass
    ForgetAllowed,
    /// Check everything that is kept against the rules
    Check {
        /// Change it too; without, it is only counted
        #[arg(long)]
        apply: bool,
    },
}

/// What `model` does.
#[derive(Subcommand)]
pub(crate) enum ModelCommand {
    /// Show the model in use, and how far a change to another is
    List,
    /// Use another model: its folder (with a keepsake-model.json), or `bundled` for the built-in one
    ///
    /// Every memory gets its vectors anew; until that is done, search uses the model from before. It can be stopped and
    /// called again to go on. A model's files are read by this program: only use what you trust.
    Use {
        /// The model's folder, or `bundled`
        #[arg(value_name = "DIR|bundled")]
        model: PathBuf,
    },
    /// Give up a change that is under way
    Cancel,
    /// Write the keepsake-model.json of a folder with model.onnx, tokenizer.json, config.json, special_tokens_map.json
    /// and tokenizer_config.json
    Manifest(ManifestArguments),
}

/// What `model manifest` takes.
#[derive(Args)]
pub(crate) struct ManifestArguments {
    /// The model's folder
    pub(crate) folder: PathBuf,
    /// The model's name: letters, digits, -, _ and .
    #[arg(long)]
    pub(crate) name: String,
    /// How the vectors of a text's tokens become the text's; the model's own page says it
    #[arg(long)]
    pub(crate) pooling: PoolingName,
    /// Length of its vectors; what config.json says if left out
    #[arg(long)]
    pub(crate) dimensions: Option<usize>,
    /// Tokens that it takes; no more than 512 are used
    #[arg(long, default_value_t = 256)]
    pub(crate) max_tokens: usize,
    /// What it wants before a question, such as "query: "
    #[arg(long, default_value = "")]
    pub(crate) question_prefix: String,
    /// What it wants before a text that is kept, such as "passage: "
    #[arg(long, default_value = "")]
    pub(crate) memory_prefix: String,
}

/// Ways of pooling.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum PoolingName {
    /// The mean of all tokens
    Mean,
    /// The first token
    Cls,
}

/// What `search` takes.
#[derive(Args)]
pub(crate) struct SearchArguments {
    /// What to find; "quoted phrases", -word, and kind: topic: source: in: before: after: are understood
    #[arg(required_unless_present = "batch")]
    pub(crate) query: Option<String>,
    /// One {"query", "limit"?} a line from this file (`-`: standard input); one answer a line
    #[arg(long, value_name = "FILE", conflicts_with = "query")]
    pub(crate) batch: Option<PathBuf>,
    /// At most this many hits
    #[arg(long, default_value_t = 10)]
    pub(crate) limit: usize,
    #[command(flatten)]
    pub(crate) filters: FilterArguments,
}

/// What narrows a list or a search.
#[derive(Args)]
pub(crate) struct FilterArguments {
    /// Of this kind
    #[arg(long = "kind")]
    pub(crate) kinds: Vec<String>,
    /// With this topic
    #[arg(long = "topic")]
    pub(crate) topics: Vec<String>,
    /// From this source
    #[arg(long = "source")]
    pub(crate) sources: Vec<String>,
    /// Of this thread
    #[arg(long = "thread")]
    pub(crate) threads: Vec<String>,
    /// From this date on (2026-03-12)
    #[arg(long)]
    pub(crate) after: Option<String>,
    /// Before this date
    #[arg(long)]
    pub(crate) before: Option<String>,
}

/// Forms of an import.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ImportFormat {
    /// By its shape
    Auto,
    /// One JSON object a line
    Jsonl,
    /// Notes: a folder of Markdown files, Obsidian's for one, or one file
    Markdown,
    /// ChatGPT's export, as ZIP, folder or conversations.json
    Chatgpt,
    /// Claude's export, as ZIP, folder or conversations.json
    Claude,
    /// The memory.jsonl of the MCP reference server
    McpMemory,
    /// OpenMemory's export
    Openmemory,
    /// Joplin's RAW folder
    JoplinRaw,
    /// Joplin's JEX file
    JoplinJex,
    /// A table with a column content, text, memory, note or body
    Csv,
    /// Plain text, a paragraph a memory
    Text,
    /// What an assistant answered to `import-prompt`
    Assistant,
    /// An export of Keepsake's: memories.json, the zip or the encrypted one
    Keepsake,
}

/// What to do if a memory contradicts or updates an older one.
#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum OnConflict {
    LatestWins,
    KeepBoth,
}

impl OnConflict {
    /// As the vault calls it.
    pub(crate) fn policy(self) -> keepsake_vault::OnConflict {
        match self {
            OnConflict::LatestWins => keepsake_vault::OnConflict::LatestWins,
            OnConflict::KeepBoth => keepsake_vault::OnConflict::KeepBoth,
        }
    }
}

/// Forms of an export.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ExportFormat {
    Json,
    Markdown,
    Zip,
    Encrypted,
    Html,
}
