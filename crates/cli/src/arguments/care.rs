//! The grammar of what concerns the vault as a whole: backups, keys, what goes by itself, erasing everything.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// What `backup` does.
#[derive(Subcommand)]
pub(crate) enum BackupCommand {
    /// Make one now, open it again and check it
    Now {
        /// In this folder instead of the chosen one
        #[arg(long, value_name = "FOLDER")]
        to: Option<PathBuf>,
    },
    /// List them, newest first
    List {
        /// In this folder instead of the chosen one
        #[arg(long, value_name = "FOLDER")]
        from: Option<PathBuf>,
    },
    /// Open one and check every page of it
    Verify {
        /// The backup's own folder
        backup: PathBuf,
    },
    /// Choose the folder that backups go to, at best on another disk
    Folder {
        /// The folder
        folder: PathBuf,
        /// Do not make one each day by itself
        #[arg(long)]
        only_when_asked: bool,
    },
    /// Put one in the vault's place; says first what would be lost
    ///
    /// What was forgotten since is forgotten in it too, today's ways in stay, and the vault as it was is kept as a backup. Where
    /// there is no vault, the backup becomes it, with the ways in of its day.
    Restore(RestoreArguments),
}

/// What `backup restore` takes.
#[derive(Args)]
pub(crate) struct RestoreArguments {
    /// The backup's own folder
    pub(crate) backup: PathBuf,
    /// Only say what would be lost
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Do not ask
    #[arg(long)]
    pub(crate) yes: bool,
    /// The passphrase of its day, for a backup from before the vault's keys were renewed
    #[arg(long, value_name = "FILE")]
    pub(crate) backup_passphrase_file: Option<PathBuf>,
    /// The recovery code of its day
    #[arg(long, value_name = "FILE", conflicts_with = "backup_passphrase_file")]
    pub(crate) backup_recovery_code_file: Option<PathBuf>,
}

/// What `keys` does.
#[derive(Subcommand)]
pub(crate) enum KeysCommand {
    /// Show what opens the vault
    List,
    /// Take a way in away; two always remain, and a copy of the old keyslots.json still opens by it
    Remove {
        /// Which
        way: RemovableWay,
    },
    /// Strict mode: the passphrase and this computer's keychain only open together; the recovery code still opens alone
    ///
    /// Without it any program that runs as you can fetch the key from the keychain. A copy of the old keyslots.json still opens with
    /// either: `keys renew --everything` ends that for what is kept from then on.
    Strict {
        /// Into it or out of it
        switch: Switch,
        /// The passphrase to have from now on; the one given to open the vault if left out
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Make new keys for the database, every record and this computer's keychain: today's keys then open no older copy
    ///
    /// With --everything also a new vault key and a new recovery code, so that an old copy of keyslots.json with its old secret
    /// opens nothing that is kept from now on. Old copies of keyslots.json and vault.db together still open with their old secret.
    Renew {
        /// New keys for everything; prints a new recovery code, once
        #[arg(long)]
        everything: bool,
        /// The passphrase to have from now on, if the vault has one; the one given to open it if left out
        #[arg(long, value_name = "FILE", requires = "everything")]
        new_passphrase_file: Option<PathBuf>,
    },
}

/// A way in that can be taken away.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum RemovableWay {
    /// This computer's keychain, with the key in it
    Keychain,
    /// The passphrase
    Passphrase,
}

/// Into a mode or out of it.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Switch {
    /// Into it
    On,
    /// Out of it
    Off,
}

/// What `expiry` does.
#[derive(Subcommand)]
pub(crate) enum ExpiryCommand {
    /// Show the rules
    List,
    /// Give what is captured from now on a date to go: of a kind, a source, a topic, or of all that are named at once
    Add {
        /// note, fact, preference, decision, style or event
        #[arg(long)]
        kind: Option<String>,
        /// From this source
        #[arg(long)]
        source: Option<String>,
        /// With this topic
        #[arg(long)]
        topic: Option<String>,
        /// After how long: 90m, 12h, 30d, 6w, 1y
        #[arg(long)]
        after: String,
    },
    /// Remove a rule; memories keep the dates they have
    Remove {
        /// Its number in `expiry list`
        number: usize,
    },
    /// Erase what has expired now
    Sweep,
    /// Say that the computer's clock is right, after it has jumped on by more than a day
    ConfirmClock {
        /// Say beforehand that a vault whose time has come by this clock is erased
        #[arg(long)]
        yes: bool,
    },
}

/// What `erase` does.
#[derive(Subcommand)]
pub(crate) enum EraseCommand {
    /// Order that the whole vault be erased in seven days; until then it can be read and exported, and nothing in it changes
    Order {
        /// A folder for what is said of it, outside the vault's own
        #[arg(long, value_name = "FOLDER")]
        statements: Option<PathBuf>,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
    /// Undo the order
    Cancel,
    /// Is it ordered, and when is it due?
    Status,
    /// Erase everything now
    Now {
        /// Must be: erase everything
        #[arg(long, value_name = "PHRASE")]
        phrase: Option<String>,
        /// A folder for what is said of it, outside the vault's own
        #[arg(long, value_name = "FOLDER")]
        statements: Option<PathBuf>,
    },
}
