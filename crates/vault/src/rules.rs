//! What the person has set for the filter: preset, classes, own rules, values that always pass. It lies in the vault, as own rules
//! are private themselves. Must not know how anything is found.

use std::collections::HashSet;
use std::sync::Arc;

use keepsake_filter::{Action as FilterAction, Class, Finding, Policy, Rule, RuleError, Rules, What};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde::{Deserialize, Serialize};

use crate::audit::{self, Action, Entry};
use crate::content::{Sieve, allow_macs};
use crate::names::name_of;
use crate::open::Vault;
use crate::{Code, Error};

/// How long one-time codes may be kept.
pub const CODE_LIFETIME_MS: i64 = 60 * 60 * 1000;
/// The kind that only a short life lets pass.
const ONE_TIME_CODE: &str = "one_time_code";

/// A set of actions to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// What opens something is refused; numbers that identify a person are sealed.
    #[default]
    Personal,
    /// E-mail, machines, vehicles and places are sealed too.
    Careful,
    /// Whatever is found is refused.
    Strict,
}

impl Preset {
    fn policy(self) -> Policy {
        match self {
            Preset::Personal => Policy::personal(),
            Preset::Careful => Policy::careful(),
            Preset::Strict => Policy::strict(),
        }
    }
}

/// When showing an original asks again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RevealAsks {
    /// Once after each unlock.
    #[default]
    Once,
    /// For the passphrase, each time.
    Passphrase,
}

/// What the person chose for all findings of one kind in one capture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The kind, by the filter's name.
    pub kind: String,
    /// What to do instead of what the policy says.
    pub action: FilterAction,
    /// With [`FilterAction::Allow`]: these exact values pass from now on.
    pub always: bool,
}

/// What is set, for a person's eye.
#[derive(Debug, Clone, PartialEq)]
pub struct FilterSettings {
    /// The preset it started from.
    pub preset: Preset,
    /// True if something differs from the preset.
    pub changed: bool,
    /// Each class and what is done with it.
    pub classes: Vec<(Class, FilterAction)>,
    /// Kinds that differ from their class.
    pub kinds: Vec<(String, FilterAction)>,
    /// The person's own rules.
    pub rules: Vec<Rule>,
    /// How many exact values always pass.
    pub allowed_values: usize,
    /// When showing an original asks.
    pub reveal_asks: RevealAsks,
}

/// What is stored of it. Fields of a later Keepsake are kept as they are.
#[derive(Clone, Default, Serialize, Deserialize)]
struct Body {
    #[serde(default)]
    preset: Preset,
    #[serde(default)]
    classes: Vec<(Class, FilterAction)>,
    #[serde(default)]
    kinds: Vec<(String, FilterAction)>,
    #[serde(default)]
    rules: Vec<Rule>,
    #[serde(default)]
    last_rule: u32,
    #[serde(default)]
    reveal_asks: RevealAsks,
    #[serde(flatten)]
    unknown: serde_json::Map<String, serde_json::Value>,
}

impl Body {
    fn policy(&self) -> Result<Policy, RuleError> {
        let mut policy = self.preset.policy().with_rules(Arc::new(Rules::compile(&self.rules)?));
        for (class, action) in &self.classes {
            policy.set(*class, *action);
        }
        for (kind, action) in &self.kinds {
            policy.set(kind.as_str(), *action);
        }
        Ok(policy)
    }
}

/// What follows from what is set. Made when it changes, as compiling the person's own rules takes its time.
struct Policies {
    today: Policy,
    /// Today's, with a mask in the place of every refusal.
    masking: Policy,
}

impl Policies {
    fn of(body: &Body) -> Result<Policies, RuleError> {
        let today = body.policy()?;
        let masked = body.rules.iter().cloned().map(|rule| match rule.action {
            FilterAction::Block => Rule { action: FilterAction::Mask, ..rule },
            _ => rule,
        });
        let rules = Rules::compile(&masked.collect::<Vec<_>>())?;
        let masking =
            today.clone().replacing(FilterAction::Block, FilterAction::Mask).with_rules(Arc::new(rules));
        Ok(Policies { today, masking })
    }
}

/// The filter as this vault has it set.
#[derive(Default)]
pub(crate) struct Guard {
    revision: i64,
    body: Body,
    policies: Option<Policies>,
    pub(crate) allowed: HashSet<[u8; 32]>,
}

impl Guard {
    /// Reads what is set, if it has changed since.
    pub(crate) fn refresh(&mut self, db: &Connection) -> Result<(), Error> {
        let revision: Option<i64> = db
            .prepare_cached("SELECT revision FROM filter_settings")?
            .query_row([], |row| row.get(0))
            .optional()?;
        let revision = revision.unwrap_or(0);
        if self.policies.is_some() && revision == self.revision {
            return Ok(());
        }
        self.body = read_body(db)?;
        // A rule that no longer compiles must not be left out in silence: nothing is kept until it is seen to.
        self.policies = Some(Policies::of(&self.body).map_err(|error| rule_error(&error))?);
        self.allowed = db
            .prepare_cached("SELECT mac FROM allowed_value")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        self.revision = revision;
        Ok(())
    }

    /// Which settings these are: it changes with them.
    pub(crate) fn revision(&self) -> i64 {
        self.revision
    }

    /// Today's policy with a mask in the place of every refusal.
    pub(crate) fn policy_masking(&self) -> Policy {
        let strict = || Policy::strict().replacing(FilterAction::Block, FilterAction::Mask);
        self.policies.as_ref().map_or_else(strict, |policies| policies.masking.clone())
    }

    /// The policy for one capture. `expires_at_ms` decides whether one-time codes may pass.
    pub(crate) fn policy_for(
        &self,
        choices: &[Choice],
        expires_at_ms: Option<i64>,
        now_ms: i64,
    ) -> Result<Policy, Error> {
        let mut policy =
            self.policies.as_ref().map_or_else(Policy::strict, |policies| policies.today.clone());
        for choice in choices {
            if choice.kind == ONE_TIME_CODE && choice.action == FilterAction::Allow {
                if expires_at_ms.is_none_or(|at_ms| at_ms > now_ms + CODE_LIFETIME_MS) {
                    return Err(Error::new(
                        Code::BadInput,
                        "one-time codes are kept for an hour at most",
                        "give an end: --expires 1h, or less",
                    ));
                }
                policy.let_one_time_codes_pass();
            } else if !policy.set(choice.kind.as_str(), choice.action) {
                return Err(refused_choice(&choice.kind));
            }
        }
        Ok(policy)
    }
}

impl Vault {
    /// What is set for the filter.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn filter_settings(&mut self) -> Result<FilterSettings, Error> {
        self.guard.refresh(&self.db)?;
        let body = &self.guard.body;
        let policy = body.preset.policy();
        let classes = Class::ALL.map(|class| {
            let set = body.classes.iter().find(|(known, _)| *known == class);
            (class, set.map_or_else(|| policy.action("", class), |(_, action)| *action))
        });
        Ok(FilterSettings {
            preset: body.preset,
            changed: classes.iter().any(|(class, action)| policy.action("", *class) != *action)
                || !body.kinds.is_empty(),
            classes: classes.to_vec(),
            kinds: body.kinds.clone(),
            rules: body.rules.clone(),
            allowed_values: self.guard.allowed.len(),
            reveal_asks: body.reveal_asks,
        })
    }

    /// Starts from a preset again. The person's own rules stay.
    ///
    /// # Errors
    /// [`Code::Busy`], [`Code::DiskFull`]; then nothing was changed, here and below.
    pub fn set_filter_preset(&mut self, preset: Preset) -> Result<(), Error> {
        self.change_filter(|body| {
            (body.preset, body.classes, body.kinds) = (preset, Vec::new(), Vec::new());
            Ok(())
        })
    }

    /// Sets what is done with a class; kinds of it that differed follow it again.
    ///
    /// # Errors
    /// [`Code::BadInput`] for an action that this class must not have.
    pub fn set_filter_class(&mut self, class: Class, action: FilterAction) -> Result<(), Error> {
        self.change_filter(|body| {
            if !Policy::personal().set(class, action) {
                return Err(refused_choice(&name_of(class)));
            }
            body.classes.retain(|(known, _)| *known != class);
            body.kinds
                .retain(|(kind, _)| keepsake_filter::kinds().all(|(name, of)| name != kind || of != class));
            body.classes.push((class, action));
            Ok(())
        })
    }

    /// Sets what is done with one kind, whatever its class says.
    ///
    /// # Errors
    /// [`Code::BadInput`] for an unknown kind, or an action that it must not have.
    pub fn set_filter_kind(&mut self, kind: &str, action: FilterAction) -> Result<(), Error> {
        self.change_filter(|body| {
            if !Policy::personal().set(kind, action) {
                return Err(refused_choice(kind));
            }
            body.kinds.retain(|(known, _)| known != kind);
            body.kinds.push((kind.to_owned(), action));
            Ok(())
        })
    }

    /// Adds a rule of the person's own; the answer is its number.
    ///
    /// # Errors
    /// [`Code::BadInput`] that says what is wrong with it.
    pub fn add_filter_rule(&mut self, what: What, action: FilterAction) -> Result<u32, Error> {
        let mut number = 0;
        self.change_filter(|body| {
            if body.rules.iter().any(|rule| rule.what == what) {
                return Err(Error::new(Code::BadInput, "there is such a rule already", "remove it first"));
            }
            body.last_rule += 1;
            number = body.last_rule;
            body.rules.push(Rule { id: number.to_string(), what, action });
            Ok(())
        })?;
        Ok(number)
    }

    /// Removes a rule of the person's own.
    ///
    /// # Errors
    /// [`Code::NotFound`].
    pub fn remove_filter_rule(&mut self, number: u32) -> Result<(), Error> {
        self.change_filter(|body| {
            let before = body.rules.len();
            body.rules.retain(|rule| rule.id != number.to_string());
            if body.rules.len() == before {
                return Err(Error::new(
                    Code::NotFound,
                    "no rule has this number",
                    "`keepsake rules list` shows them",
                ));
            }
            Ok(())
        })
    }

    /// Sets when showing an original asks.
    ///
    /// # Errors
    /// [`Code::BadInput`] if the vault has no passphrase to ask for.
    pub fn set_reveal_asks(&mut self, asks: RevealAsks) -> Result<(), Error> {
        if asks == RevealAsks::Passphrase && !self.has_passphrase() {
            return Err(Error::new(
                Code::BadInput,
                "this vault has no passphrase to ask for",
                "set a passphrase first",
            ));
        }
        self.change_filter(|body| {
            body.reveal_asks = asks;
            Ok(())
        })
    }

    /// Forgets which exact values always pass.
    ///
    /// # Errors
    /// [`Code::Busy`], [`Code::DiskFull`].
    pub fn forget_allowed_values(&mut self) -> Result<(), Error> {
        self.guard.refresh(&self.db)?;
        let body = self.guard.body.clone();
        let at_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute("DELETE FROM allowed_value", [])?;
        write_body(&transaction, &body)?;
        note_filter_changed(&transaction, &self.keys, at_ms)?;
        transaction.commit()?;
        self.committed();
        Ok(())
    }

    /// The filter for texts that come in now.
    pub(crate) fn sieve<'a>(&'a self, policy: &'a Policy) -> Sieve<'a> {
        Sieve { policy, keys: &self.keys, allowed: &self.guard.allowed }
    }

    /// The policy for one capture, as this vault has it set at this moment.
    pub(crate) fn policy_for(
        &mut self,
        choices: &[Choice],
        expires_at_ms: Option<i64>,
    ) -> Result<Policy, Error> {
        let now_ms = self.effective_ms();
        self.guard.refresh(&self.db)?;
        self.guard.policy_for(choices, expires_at_ms, now_ms)
    }

    fn change_filter(&mut self, change: impl FnOnce(&mut Body) -> Result<(), Error>) -> Result<(), Error> {
        let at_ms = self.now_ms();
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut body = read_body(&transaction)?;
        change(&mut body)?;
        body.policy().map_err(|error| rule_error(&error))?;
        write_body(&transaction, &body)?;
        note_filter_changed(&transaction, &self.keys, at_ms)?;
        transaction.commit()?;
        self.committed();
        self.guard.refresh(&self.db)
    }
}

/// Notes the values that are to pass always, inside the caller's transaction.
pub(crate) fn allow_always(
    db: &Connection,
    keys: &keepsake_seal::Keys,
    choices: &[Choice],
    text: &str,
    findings: &[Finding],
    now_ms: i64,
) -> Result<(), Error> {
    let chosen = |finding: &&Finding| {
        !finding.class.is_credential()
            && finding.action == FilterAction::Allow
            && choices.iter().any(|choice| {
                choice.always && choice.action == FilterAction::Allow && choice.kind == finding.kind
            })
    };
    let mut noted = false;
    for finding in findings.iter().filter(chosen) {
        let value = text.get(finding.start..finding.end).unwrap_or_default();
        for mac in allow_macs(keys, finding.kind, value) {
            db.prepare_cached(
                "INSERT OR IGNORE INTO allowed_value (mac, kind, since_ms) VALUES (?1, ?2, ?3)",
            )?
            .execute(params![mac, finding.kind, now_ms])?;
            noted = true;
        }
    }
    if noted {
        let body = read_body(db)?;
        write_body(db, &body)?;
        note_filter_changed(db, keys, now_ms)?;
    }
    Ok(())
}

fn read_body(db: &Connection) -> Result<Body, Error> {
    let text: Option<String> =
        db.prepare_cached("SELECT body FROM filter_settings")?.query_row([], |row| row.get(0)).optional()?;
    match text {
        None => Ok(Body::default()),
        Some(text) => serde_json::from_str(&text).map_err(|_| Error::damaged("what was set for the filter")),
    }
}

fn write_body(db: &Connection, body: &Body) -> Result<(), Error> {
    let text = serde_json::to_string(body).map_err(|_| Error::damaged("what was set for the filter"))?;
    db.prepare_cached(
        "INSERT INTO filter_settings (only_row, revision, body) VALUES (1, 1, ?1)
         ON CONFLICT (only_row) DO UPDATE SET revision = revision + 1, body = excluded.body",
    )?
    .execute([text])?;
    Ok(())
}

fn note_filter_changed(db: &Connection, keys: &keepsake_seal::Keys, at_ms: i64) -> Result<(), Error> {
    let entry =
        Entry { at_ms, action: Action::FilterChanged, subject: None, count: 1, envelope_digest: None };
    audit::append(db, keys, &entry)?;
    Ok(())
}

fn rule_error(error: &RuleError) -> Error {
    Error::from_sentence(Code::BadInput, &error.to_string())
}

fn refused_choice(what: &str) -> Error {
    Error::new(
        Code::BadInput,
        format!("the filter cannot do that with {what}"),
        "use a kind that `keepsake scan` names; what opens something is blocked or masked, never kept",
    )
}
