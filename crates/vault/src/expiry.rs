//! Memories that go by themselves: the rules that say when, and the sweep that erases what has expired. Must not erase anything by
//! the word of a clock that has jumped.

use keepsake_seal::RecordId;
use rusqlite::{OptionalExtension, TransactionBehavior, params};
use serde::{Deserialize, Serialize};

use crate::audit::{self, Action, Entry};
use crate::memory::Kind;
use crate::open::Vault;
use crate::receipt::Receipt;
use crate::remember::Admitted;
use crate::seen;
use crate::{Code, Error};

/// The most rules that are kept.
const MOST_RULES: usize = 100;

/// Memories of a kind, a source or a topic, or of all that it names at once, go so long after they were captured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpiryRule {
    /// Of this kind.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub kind: Option<Kind>,
    /// From this source.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub source: Option<String>,
    /// With this topic.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub topic: Option<String>,
    /// After how long, in milliseconds.
    pub lifetime_ms: i64,
}

/// What a sweep did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Swept {
    /// Nothing had expired.
    Nothing,
    /// What had expired is erased.
    Erased(Box<Receipt>),
    /// So many have expired and are hidden, but the clock has jumped: the person must confirm it first.
    Held(usize),
}

impl ExpiryRule {
    /// A rule that names something to go by.
    ///
    /// # Errors
    /// [`Code::BadInput`] for one that names nothing, or a lifetime that is none.
    pub fn checked(self) -> Result<ExpiryRule, Error> {
        let names_something = self.kind.is_some() || self.source.is_some() || self.topic.is_some();
        if names_something && self.lifetime_ms > 0 {
            return Ok(self);
        }
        Err(Error::new(
            Code::BadInput,
            "a rule needs a kind, a source or a topic, and a time after which memories go",
            "for one: keepsake expiry add --kind event --after 60d",
        ))
    }

    fn holds_for(&self, kind: Kind, source: Option<&str>, topics: &[String]) -> bool {
        self.kind.is_none_or(|own| own == kind)
            && self.source.as_deref().is_none_or(|own| Some(own) == source)
            && self.topic.as_ref().is_none_or(|own| topics.contains(own))
    }
}

impl Vault {
    /// The rules, in the order in which they were added.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn expiry_rules(&self) -> Result<Vec<ExpiryRule>, Error> {
        let body: Option<String> = self
            .db
            .prepare_cached("SELECT body FROM expiry_settings")?
            .query_row([], |row| row.get(0))
            .optional()?;
        match body {
            Some(body) => {
                serde_json::from_str(&body).map_err(|_| Error::damaged("the rules for what goes by itself"))
            }
            None => Ok(Vec::new()),
        }
    }

    /// Sets the rules for what is captured from now on. What is kept already stays until the date it has.
    ///
    /// # Errors
    /// [`Code::BadInput`] for a rule that is none, or too many.
    pub fn set_expiry_rules(&mut self, rules: Vec<ExpiryRule>) -> Result<(), Error> {
        let rules: Vec<ExpiryRule> = rules.into_iter().map(ExpiryRule::checked).collect::<Result<_, _>>()?;
        if rules.len() > MOST_RULES {
            return Err(Error::new(Code::BadInput, "there are too many rules", "remove some first"));
        }
        let body = serde_json::to_string(&rules).map_err(|_| Error::damaged("the rules"))?;
        let now_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute(
            "INSERT INTO expiry_settings (only_row, body) VALUES (1, ?1)
             ON CONFLICT (only_row) DO UPDATE SET body = ?1",
            params![body],
        )?;
        let (action, count) = (Action::ExpiryChanged, rules.len() as u64);
        let entry = Entry { at_ms: now_ms, action, subject: None, count, envelope_digest: None };
        audit::append(&transaction, &self.keys, &entry)?;
        transaction.commit()?;
        self.committed();
        Ok(())
    }

    /// Gives what is captured now, and was given no date to go, the soonest one of the rules that hold for it.
    pub(crate) fn expire_by_rules(&self, admitted: &mut Admitted, captured_ms: i64) -> Result<(), Error> {
        if admitted.expires_at_ms.is_some() {
            return Ok(());
        }
        let Admitted { payload, expires_at_ms, .. } = admitted;
        let rules = self.expiry_rules()?;
        let holding = rules
            .iter()
            .filter(|rule| rule.holds_for(payload.kind, payload.source.as_deref(), &payload.topics));
        *expires_at_ms = holding.map(|rule| captured_ms.saturating_add(rule.lifetime_ms)).min();
        Ok(())
    }

    /// The time by which memories expire: never before a time that was seen.
    pub(crate) fn effective_ms(&self) -> i64 {
        let clock = self.surroundings.clock.as_ref();
        seen::now(&self.db, clock).map_or_else(|_| clock.now_ms(), |now| now.at_ms)
    }

    /// When what is kept now goes, if it is to be kept for so long, in milliseconds: counted from the time by which it will go, not
    /// from a clock that was set back.
    pub fn expires_after(&self, lifetime_ms: i64) -> i64 {
        self.effective_ms().saturating_add(lifetime_ms)
    }

    /// Erases what has expired, with one receipt for all of it; notes the time. Cheap when there is nothing to do.
    ///
    /// # Errors
    /// [`Code::Busy`], [`Code::DiskFull`]: then what has expired stays hidden, and the next sweep tries again.
    pub fn sweep_expired(&mut self) -> Result<Swept, Error> {
        // A vault that is to be erased as a whole is left as it is until then.
        let to_be_erased = self.erase_order()?.is_some();
        if !to_be_erased && !seen::is_needed(&self.db)? {
            let clock = self.surroundings.clock.as_ref();
            // The thirty days of the vault's own backups go by the clock too; where nothing does, any time is as good.
            if self.has_own_backups() {
                seen::note(&self.db, clock)?;
            } else {
                seen::note_any(&self.db, clock)?;
            }
            return Ok(Swept::Nothing);
        }
        let now = seen::now(&self.db, self.surroundings.clock.as_ref())?;
        if now.unexplained_ms.is_none() {
            seen::note(&self.db, self.surroundings.clock.as_ref())?;
        }
        if to_be_erased {
            return Ok(Swept::Nothing);
        }
        let expired: Vec<RecordId> = self
            .db
            .prepare_cached("SELECT id FROM memory WHERE expires_at_ms <= ?1")?
            .query_map([now.at_ms], |row| Ok(RecordId::from_bytes(row.get(0)?)))?
            .collect::<Result<_, _>>()?;
        if expired.is_empty() {
            return Ok(Swept::Nothing);
        }
        if now.unexplained_ms.is_some() {
            return Ok(Swept::Held(expired.len()));
        }
        Ok(Swept::Erased(Box::new(self.forget_expired(&expired)?)))
    }

    /// How far the clock has moved on since this vault was last open without an explanation, in milliseconds; nothing is destroyed
    /// by its word until [`Vault::confirm_time`].
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn unexplained_time_ms(&self) -> Result<Option<i64>, Error> {
        Ok(seen::now(&self.db, self.surroundings.clock.as_ref())?.unexplained_ms)
    }

    /// The person says that the clock is right.
    ///
    /// # Errors
    /// [`Code::Busy`], [`Code::DiskFull`].
    pub fn confirm_time(&mut self) -> Result<(), Error> {
        seen::confirm(&self.db, self.surroundings.clock.as_ref())
    }
}
