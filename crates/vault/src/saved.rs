//! Searches that the person saved. They lie in the vault, as a question may say as much as a memory. Must not run them.

use rusqlite::{Connection, TransactionBehavior, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::open::Vault;
use crate::{Code, Error};

/// The most that are kept.
const MOST_SAVED: usize = 100;
/// The most characters of a name, a topic, a kind or a range.
const NAME_CHARACTERS: usize = 100;
/// The most characters of a question.
const QUERY_CHARACTERS: usize = 1000;
/// The most topics, and the most kinds.
const LABELS: usize = 50;

/// A search with a name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SavedSearch {
    /// Its number; whatever it is for one that is not saved yet.
    #[serde(skip)]
    pub id: i64,
    /// What the person calls it.
    pub name: String,
    /// What was asked; may be empty.
    pub query: String,
    /// Any of these kinds.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// All of these topics.
    #[serde(default)]
    pub topics: Vec<String>,
    /// The time filter, by the window's own word for it.
    #[serde(default)]
    pub range: String,
}

impl SavedSearch {
    fn checked(mut self) -> Result<SavedSearch, Error> {
        self.name = name(&self.name)?;
        let short = |text: &String| text.chars().count() <= NAME_CHARACTERS;
        let fits = self.query.chars().count() <= QUERY_CHARACTERS
            && self.kinds.len() <= LABELS
            && self.topics.len() <= LABELS
            && self.kinds.iter().chain(&self.topics).all(short)
            && short(&self.range);
        if !fits {
            return Err(Error::new(Code::BadInput, "this search is too long to be saved", "shorten it"));
        }
        Ok(self)
    }
}

fn name(text: &str) -> Result<String, Error> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.chars().count() > NAME_CHARACTERS {
        return Err(Error::new(
            Code::BadInput,
            "a saved search needs a name of at most 100 characters",
            "give it another name",
        ));
    }
    Ok(name)
}

impl Vault {
    /// The saved searches, in the order in which they were saved.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn saved_searches(&self) -> Result<Vec<SavedSearch>, Error> {
        let mut statement = self.db.prepare_cached("SELECT id, body FROM saved_search ORDER BY id")?;
        let rows: Vec<(i64, String)> =
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        rows.into_iter().map(|(id, body)| Ok(SavedSearch { id, ..parse(&body)? })).collect()
    }

    /// Saves a search under a new number.
    ///
    /// # Errors
    /// [`Code::BadInput`] without a name, if it is too long, if there are a hundred already, or if the filter finds something
    /// private in it.
    pub fn save_search(&mut self, search: SavedSearch) -> Result<i64, Error> {
        let search = search.checked()?;
        self.expect_nothing_private(&[&search.name, &search.query])?;
        self.expect_nothing_private(&search.topics.iter().map(String::as_str).collect::<Vec<_>>())?;
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let count: i64 = transaction.query_row("SELECT count(*) FROM saved_search", [], |row| row.get(0))?;
        if count >= MOST_SAVED as i64 {
            return Err(Error::new(
                Code::BadInput,
                "a hundred searches are saved already",
                "delete one that you do not need",
            ));
        }
        transaction.execute("INSERT INTO saved_search (body) VALUES (?1)", [body(&search)?])?;
        let id = transaction.last_insert_rowid();
        transaction.commit()?;
        self.committed();
        Ok(id)
    }

    /// Gives a saved search another name.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::BadInput`] as for a new one.
    pub fn rename_search(&mut self, id: i64, to: &str) -> Result<(), Error> {
        let to = name(to)?;
        self.expect_nothing_private(&[&to])?;
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let known: String = transaction
            .query_row("SELECT body FROM saved_search WHERE id = ?1", [id], |row| row.get(0))
            .map_err(|_| not_saved())?;
        let renamed = SavedSearch { name: to, ..parse(&known)? };
        transaction
            .execute("UPDATE saved_search SET body = ?2 WHERE id = ?1", params![id, body(&renamed)?])?;
        transaction.commit()?;
        self.committed();
        Ok(())
    }

    /// Deletes a saved search; the memories that it finds stay.
    ///
    /// # Errors
    /// [`Code::NotFound`].
    pub fn delete_search(&mut self, id: i64) -> Result<(), Error> {
        if self.db.execute("DELETE FROM saved_search WHERE id = ?1", [id])? == 0 {
            return Err(not_saved());
        }
        self.committed();
        Ok(())
    }

    /// What the filter would hide in a memory must not be kept in the name of a search either.
    fn expect_nothing_private(&mut self, texts: &[&str]) -> Result<(), Error> {
        for text in texts.iter().filter(|text| !text.trim().is_empty()) {
            let preview = self.preview(text, &[], None, None)?;
            if preview.blocked || !preview.placeholders.is_empty() {
                return Err(Error::new(
                    Code::BadInput,
                    "the privacy filter finds something private in this search",
                    "save it without that",
                ));
            }
        }
        Ok(())
    }
}

fn not_saved() -> Error {
    Error::new(Code::NotFound, "this search is not saved any more", "look at the list again")
}

fn parse(body: &str) -> Result<SavedSearch, Error> {
    serde_json::from_str(body).map_err(|_| Error::damaged("a saved search"))
}

fn body(search: &SavedSearch) -> Result<String, Error> {
    serde_json::to_string(search).map_err(|_| Error::damaged("a saved search"))
}

/// Every saved search as an export carries it.
pub(crate) fn bodies(db: &Connection) -> Result<Vec<Value>, Error> {
    let mut statement = db.prepare_cached("SELECT body FROM saved_search ORDER BY id")?;
    let bodies: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    bodies
        .iter()
        .map(|body| serde_json::from_str(body).map_err(|_| Error::damaged("a saved search")))
        .collect()
}

/// Puts what [`bodies`] gave into a new vault.
pub(crate) fn put_back(db: &Connection, searches: Vec<Value>) -> Result<(), Error> {
    for value in searches.into_iter().take(MOST_SAVED) {
        let search: SavedSearch = serde_json::from_value(value).map_err(|_| Error::damaged("the export"))?;
        let search = search.checked().map_err(|_| Error::damaged("the export"))?;
        db.execute("INSERT INTO saved_search (body) VALUES (?1)", [body(&search)?])?;
    }
    Ok(())
}
