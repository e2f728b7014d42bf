//! The people in photos.

use circle::Viewer;
use jiff::civil::Date;
use model::{LibraryId, PersonId};
use store::{Row, StoreError, Tx, values};

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
    /// How many photos name them.
    pub photos: u64,
}

/// Everybody, by name.
///
/// # Errors
/// The database's own refusal.
pub fn people(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<Named>, StoreError> {
    let sql = "SELECT p.id, p.name, p.born_day, p.died_day,
                      (SELECT COUNT(*) FROM photo_people pp WHERE pp.library = p.library AND pp.person = p.id)
               FROM people p WHERE p.library = ?1 ORDER BY p.name";
    tx.all(sql, values![viewer.library()], read)
}

/// The living whose birthday is on `day`, born in an earlier year. Somebody born on 29 February has their birthday on
/// 28 February in common years.
///
/// # Errors
/// The database's own refusal.
pub fn birthdays_on(tx: &mut Tx<'_>, viewer: Viewer, day: Date) -> Result<Vec<Named>, StoreError> {
    let sql = "SELECT id, name, born_day, died_day, CAST(0 AS BIGINT) FROM people
               WHERE library = ?1 AND born_day < ?2 AND died_day IS NULL ORDER BY born_day, name";
    let born = tx.all(sql, values![viewer.library(), model::day_number(day)], read)?;
    let today = |person: &Named| person.born.is_some_and(|born| born.year() < day.year() && falls_on(born, day));
    Ok(born.into_iter().filter(today).collect())
}

fn falls_on(born: Date, day: Date) -> bool {
    let same = (born.month(), born.day()) == (day.month(), day.day());
    let leapling = (born.month(), born.day(), day.month(), day.day()) == (2, 29, 2, 28) && !day.in_leap_year();
    same || leapling
}

/// Finds or makes the person with that name.
///
/// # Errors
/// The database's own refusal.
pub fn name_person(tx: &mut Tx<'_>, library: LibraryId, name: &str) -> Result<PersonId, StoreError> {
    let name = name.trim();
    let find = "SELECT id FROM people WHERE library = ?1 AND name = ?2";
    if let Some(id) = tx.maybe(find, values![library, name], |row| row.get(0))? {
        return Ok(id);
    }
    let id = PersonId(tx.take_numbers(library, "person", 1)?);
    tx.execute("INSERT INTO people (library, id, name) VALUES (?1, ?2, ?3)", values![library, id, name])?;
    Ok(id)
}

/// Notes, or with `None` forgets, the day on which somebody was born.
///
/// # Errors
/// The database's own refusal.
pub fn set_birth(tx: &mut Tx<'_>, viewer: Viewer, person: PersonId, born: Option<Date>) -> Result<(), StoreError> {
    let sql = "UPDATE people SET born_day = ?3 WHERE library = ?1 AND id = ?2";
    tx.execute(sql, values![viewer.library(), person, born.map(model::day_number)])?;
    Ok(())
}

/// Notes, or with `None` forgets, the day on which somebody died. From then on no birthday of theirs makes a memory.
///
/// # Errors
/// The database's own refusal.
pub fn set_death(tx: &mut Tx<'_>, viewer: Viewer, person: PersonId, died: Option<Date>) -> Result<(), StoreError> {
    let sql = "UPDATE people SET died_day = ?3 WHERE library = ?1 AND id = ?2";
    tx.execute(sql, values![viewer.library(), person, died.map(model::day_number)])?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Named, StoreError> {
    let day = |number: Option<i64>| number.and_then(model::day_from_number);
    Ok(Named {
        id: row.get(0)?,
        name: row.get(1)?,
        born: day(row.get(2)?),
        died: day(row.get(3)?),
        photos: row.get::<i64>(4)? as u64,
    })
}
