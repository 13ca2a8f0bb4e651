//! What the person chose, how much is read at most, and how far it is. Must not know any format.

/// A mebibyte.
const MEBIBYTE: u64 = 1024 * 1024;

/// What the person chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Chats: every message as a memory, beside the proposals.
    pub whole_conversations: bool,
    /// Plain text: the whole file as one memory, not one a paragraph.
    pub one_memory: bool,
    /// How much is read at most.
    pub limits: Limits,
}

/// How much is read at most. Bytes are counted as they are read: what a file says about itself is never trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one document, in an archive or not.
    pub document_bytes: u64,
    /// Bytes of an archive as it lies on the disk; pictures in it are passed over.
    pub archive_bytes: u64,
    /// Bytes that are unpacked of one archive in all.
    pub unpacked_bytes: u64,
    /// How many times its own size an archive may unpack to. The first 16 MB are free: a short list compresses well.
    pub unpacked_times: u64,
    /// Entries of an archive, or files of a folder.
    pub entries: usize,
    /// Bytes of one memory's content.
    pub item_bytes: usize,
    /// Bytes of one conversation as it is written.
    pub conversation_bytes: usize,
    /// Memories of one import.
    pub items: usize,
    /// Bytes of all their contents: they are held in memory until they are kept.
    pub kept_bytes: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            document_bytes: 512 * MEBIBYTE,
            archive_bytes: 8 * 1024 * MEBIBYTE,
            unpacked_bytes: 2 * 1024 * MEBIBYTE,
            unpacked_times: 200,
            entries: 100_000,
            item_bytes: 1024 * 1024,
            conversation_bytes: 64 * 1024 * 1024,
            items: 1_000_000,
            kept_bytes: 1024 * 1024 * 1024,
        }
    }
}

/// How far reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Bytes read until now, unpacked.
    pub read_bytes: u64,
    /// About how many bytes there are in all, where that can be told.
    pub total_bytes: Option<u64>,
    /// Memories and proposals found until now.
    pub found: usize,
}
