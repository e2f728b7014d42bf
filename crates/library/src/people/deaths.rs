//! Deaths that somebody's losses tell of: known to whoever told them, beside what is known to all.

use circle::Viewer;
use jiff::civil::Date;
use model::{LossId, PersonId};
use store::{StoreError, Tx, values};

/// Notes that a loss of the viewer's tells that those people died on that day, in place of whatever it told before.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn tell_deaths(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    loss: LossId,
    died: Option<(Date, &[PersonId])>,
) -> Result<(), StoreError> {
    let (library, teller) = (viewer.library(), viewer.person());
    let before = "DELETE FROM deaths_told WHERE library = ?1 AND teller = ?2 AND loss = ?3";
    tx.execute(before, values![library, teller, loss])?;
    let Some((day, people)) = died else { return Ok(()) };
    let sql = "INSERT INTO deaths_told (library, teller, loss, person, died_day) VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT (library, teller, loss, person) DO NOTHING";
    for person in people {
        tx.execute(sql, values![library, teller, loss, *person, model::day_number(day)])?;
    }
    Ok(())
}

/// The columns of somebody as the viewer knows them, of `people p`; the second parameter of the statement is the viewer's person.
/// The last one is the day that their own losses tell, unless it lies before the birth.
pub(super) const AS_KNOWN: &str = "p.id, p.name, p.born_day, p.died_day, p.relation,
    (SELECT MIN(d.died_day) FROM deaths_told d JOIN people m ON m.library = d.library AND m.id = d.person
     WHERE d.library = p.library AND d.teller = ?2 AND m.shown_as = p.id
     AND (p.born_day IS NULL OR p.born_day <= d.died_day))";
