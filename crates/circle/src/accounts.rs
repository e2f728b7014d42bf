//! Accounts: who may sign in, and how they want to be met.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use model::{AccountId, LibraryId};
use store::{Row, StoreError, Tx, values};

use crate::passwords::PasswordHash;
use crate::{CircleError, Door, Viewer};

/// Somebody who may sign in.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its number in its library.
    pub id: AccountId,
    /// Who they are when they look.
    pub viewer: Viewer,
    /// When it was made.
    pub made: Timestamp,
    /// What they said of themselves.
    pub details: Details,
}

/// What became of a change of what somebody said of themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DetailsChanged {
    /// It is kept.
    Kept,
    /// Somebody else in the house signs in by that name.
    NameTaken,
    /// It was changed meanwhile, to this; nothing was changed now.
    Meanwhile(Details),
}

/// What somebody says of themselves, and may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// The name they sign in by.
    pub name: String,
    /// The language they chose, as a tag; the browser's wish counts otherwise.
    pub language: Option<String>,
    /// Where their days begin and end.
    pub zone: TimeZone,
    /// Countries whose days matter to them, as ISO codes.
    pub countries: Vec<String>,
}

/// A name as it is kept: without what cannot be seen, in a sensible length. `None` if nothing is left of it.
pub fn clean_name(said: &str) -> Option<String> {
    let words: Vec<&str> =
        said.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    let name: String = words.join(" ").chars().take(100).collect();
    (!name.is_empty()).then(|| name.trim_end().to_owned())
}

/// A name as it is compared: whoever writes theirs in another case is let in too.
pub(crate) fn key_of(name: &str) -> String {
    clean_name(name).unwrap_or_default().to_lowercase()
}

impl Door {
    /// All accounts, oldest first.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn accounts(&self) -> Result<Vec<Account>, CircleError> {
        let sql = format!("SELECT {COLUMNS} FROM accounts a ORDER BY a.library, a.id");
        self.store.read(|tx| Ok(tx.all(&sql, &[], read)?))
    }

    /// The account of a viewer.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn account_of(&self, viewer: Viewer) -> Result<Option<Account>, CircleError> {
        self.store.read(|tx| Ok(account_of(tx, viewer)?))
    }

    /// The account that signs in by that name.
    ///
    /// # Errors
    /// Where the database cannot be asked, or two sign in by that name: then it is neither of them.
    pub fn account_named(&self, name: &str) -> Result<Option<Account>, CircleError> {
        self.store.read(|tx| Ok(with_password(tx, name)?.map(|(account, _)| account)))
    }

    /// Changes what somebody said of themselves. `false` if somebody else in the house signs in by that name.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn change_details(&self, viewer: Viewer, details: &Details) -> Result<bool, CircleError> {
        self.store.write(|tx| Ok(change(tx, viewer, details)?))
    }

    /// The same, if `still` says of what is kept that it may be overwritten: what was changed in another window meanwhile is not
    /// lost unseen.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn change_details_if(
        &self,
        viewer: Viewer,
        details: &Details,
        still: impl FnOnce(&Details) -> bool,
    ) -> Result<DetailsChanged, CircleError> {
        self.store.write(|tx| {
            // Looked at where nobody else can write.
            let kept = account_of(tx, viewer)?.map(|account| account.details);
            if let Some(kept) = kept.filter(|kept| !still(kept)) {
                return Ok(DetailsChanged::Meanwhile(kept));
            }
            Ok(if change(tx, viewer, details)? { DetailsChanged::Kept } else { DetailsChanged::NameTaken })
        })
    }
}

fn change(tx: &mut Tx<'_>, viewer: Viewer, details: &Details) -> Result<bool, StoreError> {
    if !is_free(tx, &details.name, Some(viewer))? {
        return Ok(false);
    }
    let sql = "UPDATE accounts SET name = ?3, name_key = ?4, language = ?5, zone = ?6, countries = ?7
               WHERE library = ?1 AND person = ?2";
    let (library, person, language) = (viewer.library(), viewer.person(), details.language.as_deref());
    let (name_key, zone, countries) = (key_of(&details.name), zone_name(&details.zone), details.countries.join(" "));
    tx.execute(sql, values![library, person, &details.name, name_key, language, zone, countries])?;
    Ok(true)
}

/// Whoever else signs in to the library of a viewer, oldest first.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn others(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<Account>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM accounts a WHERE a.library = ?1 AND a.person <> ?2 ORDER BY a.id");
    tx.all(&sql, values![viewer.library(), viewer.person()], read)
}

/// The countries whose days matter to a viewer, as ISO codes; none where they picked none or have no account yet.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn countries_of(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<String>, StoreError> {
    Ok(account_of(tx, viewer)?.map(|account| account.details.countries).unwrap_or_default())
}

/// The account of a viewer.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn account_of(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Option<Account>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM accounts a WHERE a.library = ?1 AND a.person = ?2");
    tx.maybe(&sql, values![viewer.library(), viewer.person()], read)
}

/// Keeps a new account. Its name has to be free.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    details: &Details,
    password: &PasswordHash,
    handle: [u8; 16],
    now: Timestamp,
) -> Result<Account, StoreError> {
    if !is_free(tx, &details.name, None)? {
        return Err(StoreError::Unexpected("somebody signs in by that name already".to_owned()));
    }
    let (library, person) = (viewer.library(), viewer.person());
    let id = AccountId(tx.take_numbers(library, "account", 1)?);
    let (name, name_key, language) = (&details.name, key_of(&details.name), details.language.as_deref());
    let (zone, countries, made) = (zone_name(&details.zone), details.countries.join(" "), now.as_millisecond());
    let sql = "INSERT INTO accounts
                   (library, id, person, name, name_key, password, handle, language, zone, countries, made_ms)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    let password = &password.0;
    let values =
        values![library, id, person, name, name_key, password, handle.to_vec(), language, zone, countries, made];
    tx.execute(sql, values)?;
    Ok(Account { id, viewer, made: now, details: details.clone() })
}

/// The account that signs in by that name, with what is kept of its password. In a house each name is one account's; were there
/// two, neither would be guessed.
pub(crate) fn with_password(tx: &mut Tx<'_>, name: &str) -> Result<Option<(Account, PasswordHash)>, StoreError> {
    let sql = format!("SELECT {COLUMNS}, a.password FROM accounts a WHERE a.name_key = ?1");
    let mut found = tx.all(&sql, values![key_of(name)], |row| Ok((read(row)?, PasswordHash(row.get(WIDTH)?))))?;
    match found.len() {
        0 | 1 => Ok(found.pop()),
        several => Err(StoreError::Unexpected(format!("{several} accounts sign in by one name"))),
    }
}

/// What is kept of the password of an account.
pub(crate) fn password_of(tx: &mut Tx<'_>, account: &Account) -> Result<Option<PasswordHash>, StoreError> {
    let sql = "SELECT password FROM accounts WHERE library = ?1 AND id = ?2";
    tx.maybe(sql, values![account.viewer.library(), account.id], |row| Ok(PasswordHash(row.get(0)?)))
}

/// Whether nobody in the house signs in by that name, but perhaps this one.
pub(crate) fn is_free(tx: &mut Tx<'_>, name: &str, but: Option<Viewer>) -> Result<bool, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM accounts a WHERE a.name_key = ?1");
    let taken = tx.all(&sql, values![key_of(name)], read)?;
    Ok(taken.iter().all(|account| Some(account.viewer) == but))
}

/// The account by that number.
pub(crate) fn by_id(tx: &mut Tx<'_>, library: LibraryId, id: AccountId) -> Result<Option<Account>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM accounts a WHERE a.library = ?1 AND a.id = ?2");
    tx.maybe(&sql, values![library, id], read)
}

/// The columns that [`read`] reads, of a table called `a`.
pub(crate) const COLUMNS: &str = "a.library, a.id, a.person, a.made_ms, a.name, a.language, a.zone, a.countries";
/// How many they are.
pub(crate) const WIDTH: usize = 8;

pub(crate) fn read(row: &Row<'_>) -> Result<Account, StoreError> {
    let countries: String = row.get(7)?;
    let details = Details {
        name: row.get(4)?,
        language: row.get(5)?,
        zone: TimeZone::get(&row.get::<String>(6)?).unwrap_or(TimeZone::UTC),
        countries: countries.split_whitespace().map(str::to_owned).collect(),
    };
    let made = Timestamp::from_millisecond(row.get(3)?).unwrap_or_default();
    Ok(Account { id: row.get(1)?, viewer: Viewer::of_account(row.get(0)?, row.get(2)?), made, details })
}

fn zone_name(zone: &TimeZone) -> &str {
    zone.iana_name().unwrap_or("UTC")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cleaned_and_compared_without_case() {
        assert_eq!(clean_name("  Elin \t Sand\u{0}berg\n").as_deref(), Some("Elin Sand berg"));
        assert_eq!(clean_name(" \n\t "), None);
        assert_eq!(clean_name(&"ñ".repeat(10_000)).map(|name| name.chars().count()), Some(100));
        assert_eq!(key_of(" ELIN  Ñandú "), key_of("elin ñandú"));
    }
}
