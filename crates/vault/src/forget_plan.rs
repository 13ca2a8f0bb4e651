//! Which memories a forget would take, before it takes any: chosen by what they say word for word, never by meaning, so that the answer
//! can be foreseen. Must not change anything.

use keepsake_recall::{Filters, holds, same_label};
use keepsake_seal::RecordId;

use crate::clock::format_time;
use crate::forget::ForgetPreview;
use crate::memory::{Kind, Payload};
use crate::open::Vault;
use crate::store::records::{self, MemoryRow};
use crate::{Code, Error};

/// What to forget: what all of it asks for. Memories past their date are chosen as well.
#[derive(Clone, Default)]
pub struct ForgetChoice {
    /// Words and "quoted phrases" that the text must hold, every one, and -words that it must not. Case and accents do not matter.
    pub text: Option<String>,
    /// Kinds, topics, source, thread and dates.
    pub filters: Filters,
}

/// A memory that would be forgotten.
#[derive(Clone)]
pub struct Planned {
    /// Its id.
    pub id: RecordId,
    /// When it is from, RFC 3339.
    pub created_at: String,
    /// Its kind.
    pub kind: Kind,
    /// Its text.
    pub content: String,
}

/// What would be forgotten.
#[derive(Clone, Default)]
pub struct ForgetPlan {
    /// The memories, oldest first.
    pub memories: Vec<Planned>,
    /// What goes with them.
    pub counts: ForgetPreview,
    /// Memories that say it in an earlier text alone: they are not chosen.
    pub in_earlier_text_only: usize,
    /// Memories that are damaged, so that nobody can tell what they say: they are not chosen.
    pub damaged: usize,
}

impl ForgetPlan {
    /// The ids, to forget exactly these.
    pub fn ids(&self) -> Vec<RecordId> {
        self.memories.iter().map(|memory| memory.id).collect()
    }
}

impl Vault {
    /// What forgetting by a choice would take.
    ///
    /// # Errors
    /// [`Code::BadInput`] for a choice that asks for nothing, as that would be everything.
    pub fn plan_forget(&self, choice: &ForgetChoice) -> Result<ForgetPlan, Error> {
        let has_words = choice.text.as_deref().is_some_and(|text| !text.trim().is_empty());
        if !has_words && choice.filters == Filters::default() {
            return Err(Error::new(
                Code::BadInput,
                "nothing says what to forget",
                "give ids, a query, a topic, a source, a thread or dates",
            ));
        }
        let mut plan = ForgetPlan::default();
        for row in records::memory_rows(&self.db)? {
            // A damaged version that is not the current one keeps nobody from forgetting.
            let Ok(current) = records::open_version(&self.db, &self.keys, &row.id, &row.version) else {
                plan.damaged += 1;
                continue;
            };
            if choice.takes(&row, &current.payload) {
                plan.memories.push(Planned {
                    id: row.id,
                    created_at: format_time(row.created_at_ms),
                    kind: current.payload.kind,
                    content: current.payload.content.clone(),
                });
            } else if has_words
                && let Ok(versions) = records::open_versions(&self.db, &self.keys, &row.id)
                && versions.iter().any(|version| choice.takes(&row, &version.payload))
            {
                plan.in_earlier_text_only += 1;
            }
        }
        plan.counts = self.forget_preview(&plan.ids())?;
        Ok(plan)
    }

    /// The same for ids.
    ///
    /// # Errors
    /// [`Code::NotFound`] if any is unknown.
    pub fn plan_forget_ids(&self, ids: &[RecordId]) -> Result<ForgetPlan, Error> {
        let mut plan = ForgetPlan { counts: self.forget_preview(ids)?, ..ForgetPlan::default() };
        for id in ids {
            let row = records::memory_row(&self.db, id)?.ok_or_else(Error::not_found)?;
            let opened = records::open_version(&self.db, &self.keys, id, &row.version).ok();
            plan.damaged += usize::from(opened.is_none());
            plan.memories.push(Planned {
                id: *id,
                created_at: format_time(row.created_at_ms),
                kind: opened.as_ref().map(|version| version.payload.kind).unwrap_or_default(),
                content: opened.map(|version| version.payload.content.clone()).unwrap_or_default(),
            });
        }
        Ok(plan)
    }
}

impl ForgetChoice {
    fn takes(&self, row: &MemoryRow, payload: &Payload) -> bool {
        let Filters { kinds, topics, sources, threads, after_ms, before_ms, among, except } = &self.filters;
        let one_of = |wanted: &[String], label: Option<&str>| {
            wanted.is_empty() || label.is_some_and(|label| wanted.iter().any(|one| same_label(one, label)))
        };
        self.text.as_deref().is_none_or(|text| text.trim().is_empty() || holds(&payload.content, text))
            && one_of(kinds, Some(payload.kind.name()))
            && one_of(sources, payload.source.as_deref())
            && one_of(threads, payload.thread.as_deref())
            && topics.iter().all(|wanted| payload.topics.iter().any(|topic| same_label(wanted, topic)))
            && after_ms.is_none_or(|from| row.created_at_ms >= from)
            && before_ms.is_none_or(|to| row.created_at_ms < to)
            && among.as_ref().is_none_or(|ids| ids.contains(row.id.as_bytes()))
            && !except.contains(row.id.as_bytes())
    }
}
