//! The birthday of a living person: a picture of them from each year of their life, as near their birthday as there is.

use circle::Viewer;
use jiff::Span;
use jiff::civil::Date;
use library::{Named, Shot, birthdays_on, portraits};
use store::{StoreError, Tx};

use crate::REST_DAYS;
use crate::candidate::{Candidate, Pick, Reason};
use crate::nights::DAY;

/// Years of a life that are looked into, from now back.
const YEARS: i16 = 100;

pub(crate) fn offer(tx: &mut Tx<'_>, viewer: Viewer, day: Date) -> Result<Vec<Candidate>, StoreError> {
    let mut all = Vec::new();
    for person in birthdays_on(tx, viewer, day)? {
        let Some(born) = person.born else { continue };
        let picks = pictures(tx, viewer, &person, born, day)?;
        if picks.is_empty() {
            continue;
        }
        let age = u16::try_from(day.year() - born.year()).unwrap_or(1);
        let reason = Reason::Birthday { person: person.id, name: person.name, age };
        all.push(Candidate { reason, moment: None, picks });
    }
    Ok(all)
}

fn pictures(tx: &mut Tx<'_>, viewer: Viewer, person: &Named, born: Date, day: Date) -> Result<Vec<Pick>, StoreError> {
    let rested = (model::day_number(day) - REST_DAYS + 1) * DAY;
    let mut picks = Vec::new();
    for year in born.year().max(day.year() - YEARS)..day.year() {
        // 29 February plus some years is 28 February where there is no other.
        let birthday = |year: i16| born.checked_add(Span::new().years(year - born.year())).unwrap_or(day);
        let from = model::day_number(birthday(year)) * DAY;
        let to = (model::day_number(birthday(year + 1)) * DAY).min(rested);
        let year_of_life = portraits(tx, viewer, person.id, from, to)?;
        if let Some(best) = year_of_life.into_iter().max_by_key(portrait_merit) {
            picks.push(Pick { photo: best.photo, place: best.at_ms, day: best.at_ms.div_euclid(DAY) });
        }
    }
    // The latest years first: when not all fit, the person is shown as they are known now.
    picks.reverse();
    Ok(picks)
}

/// Favourites first, then pictures of few people, then the earliest after the birthday.
pub(crate) fn portrait_merit(shot: &Shot) -> (bool, std::cmp::Reverse<u32>, std::cmp::Reverse<i64>) {
    (shot.favourite, std::cmp::Reverse(shot.people), std::cmp::Reverse(shot.at_ms))
}
