//! Changes many memories at once: their topics, and when they go. Must not change what they say.

use keepsake_seal::RecordId;
use rusqlite::{TransactionBehavior, params};

use crate::audit::{self, Action, Entry};
use crate::edit::EditRequest;
use crate::open::Vault;
use crate::seen;
use crate::store::records;
use crate::{Code, Error};

impl Vault {
    /// Takes topics off these memories and puts others on, each as a version of its own. Answers how many were changed.
    ///
    /// # Errors
    /// [`Code::NotFound`] if any id is unknown, [`Code::BadInput`] for a topic that is none: then nothing was changed. After any
    /// later error those before it are changed, and a second call goes on.
    pub fn retag(&mut self, ids: &[RecordId], add: &[String], remove: &[String]) -> Result<usize, Error> {
        let policy = self.policy_for(&[], None)?;
        let add = self.sieve(&policy).admit_topics(add)?;
        let remove: Vec<&str> = remove.iter().map(|topic| topic.trim().trim_start_matches('#')).collect();
        for id in ids {
            self.expect_memory(id)?;
        }
        let mut changed = 0;
        for id in ids {
            let row = self.expect_memory(id)?;
            let opened = records::open_version(&self.db, &self.keys, id, &row.version)?;
            let before = opened.payload.topics.clone();
            let mut topics: Vec<String> =
                before.iter().filter(|topic| !remove.contains(&topic.as_str())).cloned().collect();
            for topic in &add {
                if !topics.contains(topic) {
                    topics.push(topic.clone());
                }
            }
            if topics != before {
                self.edit(id, EditRequest { topics: Some(topics), ..EditRequest::default() })?;
                changed += 1;
            }
        }
        Ok(changed)
    }

    /// Sets when these memories go by themselves, or that they stay, all or none. Answers how many were changed.
    ///
    /// # Errors
    /// [`Code::NotFound`] if any id is unknown; [`Code::BadInput`] for a time that is over; [`Code::Busy`].
    pub fn set_expiry(&mut self, ids: &[RecordId], expires_at_ms: Option<i64>) -> Result<usize, Error> {
        if expires_at_ms.is_some_and(|at_ms| at_ms <= self.effective_ms()) {
            return Err(Error::new(
                Code::BadInput,
                "this time is over already",
                "give one that is yet to come, or forget them",
            ));
        }
        let now_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if expires_at_ms.is_some() {
            seen::begin(&transaction, self.surroundings.clock.as_ref())?;
        }
        let mut changed = 0;
        for id in ids {
            let row = records::memory_row(&transaction, id)?.ok_or_else(Error::not_found)?;
            if row.expires_at_ms == expires_at_ms {
                continue;
            }
            transaction
                .prepare_cached("UPDATE memory SET expires_at_ms = ?2 WHERE id = ?1")?
                .execute(params![id.as_bytes(), expires_at_ms])?;
            records::note_change(&transaction, id)?;
            let (action, subject) = (Action::ExpiryChanged, Some(id.as_bytes()));
            let entry = Entry { at_ms: now_ms, action, subject, count: 1, envelope_digest: None };
            audit::append(&transaction, &self.keys, &entry)?;
            changed += 1;
        }
        transaction.commit()?;
        self.committed();
        Ok(changed)
    }
}
