//! Names among keywords: many programs know no people, and their users write names as keywords.

use circle::Viewer;
use jiff::Timestamp;
use model::{PersonId, PhotoId};
use store::{StoreError, Tx, Value, values};

use super::change::{Changed, Noted, noted};
use super::who::{Gone, settle_person};
use super::{Name, name_person, person_named};

/// A keyword, as photos have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keyword {
    /// The word, as the files say it.
    pub text: String,
    /// How many photos have it.
    pub photos: u64,
    /// Whom it names, if anybody.
    pub names: Option<PersonId>,
}

/// Every keyword of the library.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn keywords(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<Keyword>, StoreError> {
    let sql = "SELECT k.keyword, k.photos, n.person FROM
               (SELECT library, keyword, COUNT(*) AS photos FROM photo_keywords WHERE library = ?1 GROUP BY library, keyword) k
               LEFT JOIN keyword_people n ON n.library = k.library AND n.keyword = k.keyword";
    tx.all(sql, values![viewer.library()], |row| {
        Ok(Keyword { text: row.get(0)?, photos: row.get::<i64>(1)? as u64, names: row.get(2)? })
    })
}

/// The keywords of those photos, once for each photo that has one.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn keywords_of(tx: &mut Tx<'_>, viewer: Viewer, photos: &[PhotoId]) -> Result<Vec<String>, StoreError> {
    static SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        let list = store::parameters(2, crate::AT_ONCE);
        format!("SELECT keyword FROM photo_keywords WHERE library = ?1 AND photo IN ({list})")
    });
    let mut found = Vec::new();
    for chunk in photos.chunks(crate::AT_ONCE) {
        found.extend(tx.all(&SQL, &crate::ids(viewer, chunk), |row| row.get(0))?);
    }
    Ok(found)
}

/// A keyword names somebody: whoever that name means, or somebody new. Photos that have it show them, now and later.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn keyword_is_somebody(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    keyword: &str,
    now: Timestamp,
) -> Result<(Changed, Option<PersonId>), StoreError> {
    let library = viewer.library();
    let there = "SELECT keyword FROM photo_keywords WHERE library = ?1 AND keyword = ?2 LIMIT 1";
    let is_there = tx.maybe(there, values![library, keyword], |row| row.get::<String>(0))?.is_some();
    let Some(name) = keyword.parse::<Name>().ok().filter(|_| is_there) else { return Ok((Changed::NotThere, None)) };
    let (person, made) = person_named(tx, library, &name)?;
    let shown = name_person(tx, library, name.as_str())?;
    let note = "INSERT INTO keyword_people (library, keyword, person) VALUES (?1, ?2, ?3)
                ON CONFLICT (library, keyword) DO NOTHING";
    if tx.execute(note, values![library, keyword, person])? == 0 {
        return Ok((Changed::Already, Some(shown)));
    }
    settle_person(tx, library, shown, Gone::CountsBeside)?;
    let change = Noted { kind: "keyword", person, other: None, before: keyword.into(), after: Value::Null, made };
    Ok((Changed::Done(noted(tx, library, change, now)?), Some(shown)))
}
