//! Surroundings for tests: a clock that stands still, a keychain in memory, a model made of word hashes.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use keepsake_embed::{Embedder, Error, ModelInfo, WindowVector};
use keepsake_seal::{Keychain, MemoryKeychain, Passphrase, SystemEntropy};
use keepsake_vault::{
    Clock, CreateRequest, Created, Home, RememberRequest, SearchRequest, Surroundings, UnlockSecret, Vault,
};

pub const PASSPHRASE: &str = "a quiet desk with nine drawers";

pub struct TestClock(pub AtomicI64);

impl Clock for TestClock {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// Words that begin alike get alike vectors: enough to tell texts apart without the real model.
pub struct WordHashes(ModelInfo);

impl WordHashes {
    pub fn new() -> WordHashes {
        WordHashes(ModelInfo { id: "word-hashes-1".to_owned(), dimensions: 32 })
    }

    /// Another model: its vectors have another length.
    pub fn other() -> WordHashes {
        WordHashes(ModelInfo { id: "word-hashes-2".to_owned(), dimensions: 24 })
    }
}

impl Embedder for WordHashes {
    fn info(&self) -> &ModelInfo {
        &self.0
    }

    fn embed(&self, text: &str) -> Result<Vec<WindowVector>, Error> {
        if text.contains("unreadable") {
            return Err(Error::Run);
        }
        let mut vector = vec![0.01_f32; self.0.dimensions];
        for word in text.to_lowercase().split_whitespace() {
            let hash =
                word.bytes().take(5).fold(7_usize, |hash, byte| hash.wrapping_mul(31) + usize::from(byte));
            vector[hash % self.0.dimensions] += 1.0;
        }
        let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
        vector.iter_mut().for_each(|x| *x /= length);
        Ok(vec![WindowVector { start: 0, end: text.len(), vector }])
    }

    fn parallel(&self) -> usize {
        2
    }
}

/// What several openings of one vault share.
#[derive(Clone)]
pub struct World {
    pub clock: Arc<TestClock>,
    pub keychain: Arc<MemoryKeychain>,
    pub model: bool,
}

impl World {
    pub fn new() -> World {
        World {
            clock: Arc::new(TestClock(AtomicI64::new(1_760_000_000_000))),
            keychain: Arc::new(MemoryKeychain::new()),
            model: true,
        }
    }

    pub fn surroundings(&self) -> Surroundings {
        Surroundings {
            clock: self.clock.clone(),
            entropy: Box::new(SystemEntropy),
            keychain: self.keychain.clone() as Arc<dyn Keychain>,
            embedder: self.model.then(|| Arc::new(WordHashes::new()) as Arc<dyn Embedder>),
        }
    }

    pub fn create(&self, folder: &Path) -> Created {
        let request = CreateRequest::new(Some(PASSPHRASE), true).unwrap();
        Vault::create(Home::new(folder), request, self.surroundings()).unwrap()
    }

    /// Opens by the keychain, which needs no slow key derivation.
    pub fn open(&self, folder: &Path) -> Result<Vault, keepsake_vault::Error> {
        Vault::open(Home::new(folder), &UnlockSecret::Keychain, self.surroundings())
    }

    pub fn advance_ms(&self, by: i64) {
        self.clock.0.fetch_add(by, Ordering::SeqCst);
    }
}

pub fn passphrase(text: &str) -> UnlockSecret {
    UnlockSecret::Passphrase(Passphrase::new(text).unwrap())
}

pub fn keep(vault: &mut Vault, text: &str) -> keepsake_seal::RecordId {
    let kept = vault.remember(RememberRequest { content: text.to_owned(), ..Default::default() }).unwrap();
    kept.id.parse().unwrap()
}

pub fn found(vault: &mut Vault, text: &str) -> Vec<String> {
    let request = SearchRequest { text: text.to_owned(), limit: 20, ..Default::default() };
    vault.search(&request).unwrap().hits.into_iter().map(|hit| hit.memory.content).collect()
}
