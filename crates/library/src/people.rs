//! The people in photos.
//!
//! Who is in a photo follows from three things: the names its files say, the keywords that are names, and what the owner said
//! of it (`who.rs`). None of the three is ever overwritten by another, so reading a file again loses no correction, and
//! taking a correction back restores what was there.

mod change;
mod deaths;
mod keywords;
mod listed;
mod name;
mod relation;
mod said;
mod tags;
mod undo;
mod who;

use circle::Viewer;
use jiff::civil::Date;
use model::{LibraryId, PersonId};
use store::{Row, StoreError, Tx, values};

pub use change::{Changed, LifeDates, change_life_dates, is_a_thing, merge, rename};
pub use deaths::tell_deaths;
pub use keywords::{Keyword, keyword_is_somebody, keywords, keywords_of};
pub use listed::{
    Newest, faces_of, newest_of_everybody, other_names, people_of, person, photos_naming, photos_of_person, things,
};
pub use name::{LONGEST_NAME, Name};
pub use relation::Relation;
pub use said::{is_in, is_not_in, split};
pub use tags::{Tagged, tag};
pub use undo::undo_change;

use deaths::AS_KNOWN;

pub(crate) use who::{Gone, names_said, settle_photo};

/// How many photos show somebody, of `people p`.
const PHOTOS: &str = "(SELECT COUNT(*) FROM photo_people pp WHERE pp.library = p.library AND pp.person = p.id)";

/// Somebody with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Their id in this library.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// The day they were born, if known.
    pub born: Option<Date>,
    /// The day they died, if they did.
    pub died: Option<Date>,
    /// Whether only a loss of the viewer's tells that they died: nobody else knows it.
    pub died_for_viewer: bool,
    /// What they are to the owner.
    pub relation: Option<Relation>,
    /// How many photos name them.
    pub photos: u64,
}

/// Everybody, by name.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn people(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<Named>, StoreError> {
    let sql = format!(
        "SELECT {AS_KNOWN}, {PHOTOS} FROM people p WHERE p.library = ?1 AND p.shown_as = p.id ORDER BY p.name, p.id"
    );
    tx.all(&sql, values![viewer.library(), viewer.person()], read)
}

/// The living whose birthday is on `day`, born in an earlier year. Somebody born on 29 February has their birthday on
/// 28 February in common years.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn birthdays_on(tx: &mut Tx<'_>, viewer: Viewer, day: Date) -> Result<Vec<Named>, StoreError> {
    let sql = format!(
        "SELECT {AS_KNOWN}, CAST(0 AS BIGINT) FROM people p WHERE p.library = ?1 AND p.born_day < ?3
         AND p.died_day IS NULL AND p.shown_as = p.id ORDER BY p.born_day, p.name, p.id"
    );
    let born = tx.all(&sql, values![viewer.library(), viewer.person(), model::day_number(day)], read)?;
    let today = |person: &Named| person.born.is_some_and(|born| born.year() < day.year() && falls_on(born, day));
    Ok(born.into_iter().filter(|person| person.died.is_none() && today(person)).collect())
}

/// The living who are one of those to the owner, the eldest first and last those whose birth is not known.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn living(tx: &mut Tx<'_>, viewer: Viewer, relations: &[Relation]) -> Result<Vec<Named>, StoreError> {
    let sql = format!(
        "SELECT {AS_KNOWN}, CAST(0 AS BIGINT) FROM people p WHERE p.library = ?1 AND p.relation IS NOT NULL
         AND p.died_day IS NULL AND p.shown_as = p.id ORDER BY p.name, p.id"
    );
    let mut found = tx.all(&sql, values![viewer.library(), viewer.person()], read)?;
    found.retain(|person| person.died.is_none());
    found.retain(|person| person.relation.is_some_and(|relation| relations.contains(&relation)));
    found.sort_by_key(|person| (person.born.is_none(), person.born));
    Ok(found)
}

fn falls_on(born: Date, day: Date) -> bool {
    let same = (born.month(), born.day()) == (day.month(), day.day());
    let leapling = (born.month(), born.day(), day.month(), day.day()) == (2, 29, 2, 28) && !day.in_leap_year();
    same || leapling
}

/// Everybody who is shown as one of those people now, with whom they are shown as: what was said of somebody before they were
/// merged holds for whoever they turned out to be.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn shown_as(tx: &mut Tx<'_>, viewer: Viewer, people: &[PersonId]) -> Result<Vec<(PersonId, PersonId)>, StoreError> {
    let sql = "SELECT id FROM people WHERE library = ?1 AND shown_as = ?2 ORDER BY id";
    let mut found = Vec::new();
    for &person in people {
        found.extend(tx.all(sql, values![viewer.library(), person], |row| Ok((row.get(0)?, person)))?);
    }
    Ok(found)
}

/// Whom somebody is shown as now: themselves, whoever they were merged into, or nobody.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn now_shown_as(tx: &mut Tx<'_>, viewer: Viewer, person: PersonId) -> Result<Option<PersonId>, StoreError> {
    let sql = "SELECT shown_as FROM people WHERE library = ?1 AND id = ?2";
    Ok(tx.maybe(sql, values![viewer.library(), person], |row| row.get::<Option<PersonId>>(0))?.flatten())
}

/// Finds or makes the person with that name. The same name is the same person, under whatever name they are known now.
///
/// # Errors
/// [`StoreError::Unexpected`] where the text is no [`Name`], and where the database cannot be asked: nothing of it is kept.
pub fn name_person(tx: &mut Tx<'_>, library: LibraryId, name: &str) -> Result<PersonId, StoreError> {
    let name: Name = name.parse().map_err(|_| StoreError::Unexpected("a name without a letter".to_owned()))?;
    let person = person_named(tx, library, &name)?.0;
    let shown = "SELECT COALESCE(shown_as, id) FROM people WHERE library = ?1 AND id = ?2";
    tx.one(shown, values![library, person], |row| row.get(0))
}

/// Whoever that name means, found or made, and whether they were made; not yet whom they are shown as.
pub(crate) fn person_named(tx: &mut Tx<'_>, library: LibraryId, name: &Name) -> Result<(PersonId, bool), StoreError> {
    let find = "SELECT person FROM names WHERE library = ?1 AND name = ?2";
    if let Some(id) = tx.maybe(find, values![library, name.as_str()], |row| row.get(0))? {
        return Ok((id, false));
    }
    let id = PersonId(tx.take_numbers(library, "person", 1)?);
    let make = "INSERT INTO people (library, id, name, not_person, shown_as) VALUES (?1, ?2, ?3, 0, ?2)";
    tx.execute(make, values![library, id, name.as_str()])?;
    tx.execute("INSERT INTO names (library, name, person) VALUES (?1, ?2, ?3)", values![library, name.as_str(), id])?;
    Ok((id, true))
}

/// Notes, or with `None` forgets, the day on which somebody was born.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn set_birth(tx: &mut Tx<'_>, viewer: Viewer, person: PersonId, born: Option<Date>) -> Result<(), StoreError> {
    let sql = "UPDATE people SET born_day = ?3 WHERE library = ?1 AND id = ?2";
    tx.execute(sql, values![viewer.library(), person, born.map(model::day_number)])?;
    Ok(())
}

/// Notes, or with `None` forgets, the day on which somebody died. From then on no birthday of theirs makes a memory.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn set_death(tx: &mut Tx<'_>, viewer: Viewer, person: PersonId, died: Option<Date>) -> Result<(), StoreError> {
    let sql = "UPDATE people SET died_day = ?3 WHERE library = ?1 AND id = ?2";
    tx.execute(sql, values![viewer.library(), person, died.map(model::day_number)])?;
    Ok(())
}

/// Notes, or with `None` forgets, what somebody is to the owner.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn set_relation(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    person: PersonId,
    relation: Option<Relation>,
) -> Result<(), StoreError> {
    let sql = "UPDATE people SET relation = ?3 WHERE library = ?1 AND id = ?2";
    tx.execute(sql, values![viewer.library(), person, relation.map(Relation::name)])?;
    Ok(())
}

/// Reads id, name, birth, death, relation and number of photos.
pub(crate) fn read(row: &Row<'_>) -> Result<Named, StoreError> {
    let day = |number: Option<i64>| number.and_then(model::day_from_number);
    let (known_to_all, told) = (day(row.get(3)?), day(row.get(5)?));
    Ok(Named {
        id: row.get(0)?,
        name: row.get(1)?,
        born: day(row.get(2)?),
        died: known_to_all.or(told),
        died_for_viewer: known_to_all.is_none() && told.is_some(),
        relation: row.get::<Option<String>>(4)?.as_deref().and_then(Relation::from_name),
        photos: row.get::<i64>(6)? as u64,
    })
}
