//! Deaths that losses note as facts of whom they are about: they go with the loss, and never take the place of what somebody else noted.

use circle::Viewer;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use library::LifeDates;
use model::{LossId, PersonId};
use store::{StoreError, Tx, values};

use super::{Kind, Loss};

/// Notes the death that a loss tells of for everybody it is about of whom none is known, and takes back what it noted before and no
/// longer tells. `said`: the loss as it stands now; `None` where it no longer does.
pub(super) fn note_deaths(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: LossId,
    said: Option<&Loss>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let died = said.filter(|loss| loss.kind == Kind::Death).and_then(Loss::the_day).filter(|day| has_come(*day, now));
    let mut about: Vec<PersonId> = Vec::new();
    for person in said.filter(|_| died.is_some()).iter().flat_map(|loss| &loss.people) {
        about.extend(library::now_shown_as(tx, viewer, *person)?);
    }
    let mut noted: Vec<(PersonId, Date)> = Vec::new();
    for (person, was) in noted_before(tx, viewer, id)? {
        let person = library::now_shown_as(tx, viewer, person)?.unwrap_or(person);
        let day = died.filter(|_| about.contains(&person));
        // Where somebody said otherwise since, that stays.
        if dies(tx, viewer, person, Some(was), day, now)? {
            noted.extend(day.map(|day| (person, day)));
        }
        about.retain(|other| *other != person);
    }
    for person in about {
        if let Some(day) = died
            && dies(tx, viewer, person, None, Some(day), now)?
        {
            noted.push((person, day));
        }
    }
    let written = serde_json::to_string(&noted).map_err(|error| StoreError::Unexpected(error.to_string()))?;
    let sql = "UPDATE losses SET deaths = ?4 WHERE library = ?1 AND person = ?2 AND id = ?3";
    tx.execute(sql, values![viewer.library(), viewer.person(), id, written])?;
    Ok(())
}

/// Changes the day of somebody's death from what it was. Answers whether it is as wanted now: not where it was another, or nobody
/// was born yet.
fn dies(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: PersonId,
    was: Option<Date>,
    day: Option<Date>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let Some(person) = library::person(tx, viewer, id)? else { return Ok(false) };
    let lived = day.is_none_or(|day| person.born.is_none_or(|born| born <= day));
    if person.died != was || !lived {
        return Ok(false);
    }
    let saw = LifeDates::of(&person);
    library::change_life_dates(tx, viewer, (id, saw), LifeDates { died: day, ..saw }, now)?;
    Ok(true)
}

/// Whether a day has come, wherever on earth whoever says it is.
fn has_come(day: Date, now: Timestamp) -> bool {
    let today = now.to_zoned(TimeZone::UTC).date();
    day <= today.checked_add(1.day()).unwrap_or(today)
}

fn noted_before(tx: &mut Tx<'_>, viewer: Viewer, id: LossId) -> Result<Vec<(PersonId, Date)>, StoreError> {
    let sql = "SELECT deaths FROM losses WHERE library = ?1 AND person = ?2 AND id = ?3";
    let values = values![viewer.library(), viewer.person(), id];
    let written: Option<String> = tx.maybe(sql, values, |row| row.get::<Option<String>>(0))?.flatten();
    let read = |text: String| serde_json::from_str(&text).map_err(|error| StoreError::Unexpected(error.to_string()));
    written.map_or(Ok(Vec::new()), read)
}
