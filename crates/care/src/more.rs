//! At the moment at which something is put away for good: what more of it may be kept away, each a choice of its own. Nothing is chosen
//! beforehand, and nothing is inferred where nothing is.

use circle::Viewer;
use jiff::ToSpan;
use jiff::civil::Date;
use library::Circumstances;
use model::{LossId, PersonId, PhotoId, Position, WishId};
use store::{StoreError, Tx, values};

use crate::loss::{Kind, Loss, LossPlace, Part, PartOf, Period};
use crate::want::Want;

const DAY: i64 = 86_400_000;
/// How many days before and after it "the weeks around" are.
const WEEKS: i64 = 14;
/// How far a place reaches, in metres: a house and its garden.
const PLACE: u32 = 200;
/// A place with more days than that, or with more than that part of a library, is where somebody lives: it is not offered.
const DAYS_AT_HOME: usize = 20;
const PART_AT_HOME: usize = 10;
/// For how many days somebody has not been seen of whom it is asked.
const MONTHS: i64 = 90;

/// What more may be kept away with something that was put away for good.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct More {
    /// The day that it is of, where that is known.
    pub day: Option<Date>,
    /// The weeks around it.
    pub weeks: Option<(Date, Date)>,
    /// Whether the place where it was may be, which is not home.
    pub place: bool,
    /// Whoever is in it and was not seen for months, with their names.
    pub people: Vec<(PersonId, String)>,
    /// Where it was.
    pub(crate) at: Option<Position>,
}

/// One of those choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoreOf {
    /// The day.
    Day,
    /// The weeks around it.
    Weeks,
    /// The place where it was.
    Place,
    /// Pictures with somebody.
    Person(PersonId),
}

/// What came of a choice, by which it is taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeptMore {
    /// A wish.
    Wish(WishId),
    /// A loss of no kind in particular.
    Loss(LossId),
    /// What was said of somebody.
    Person(crate::Undo),
}

impl More {
    /// Whether there is nothing to choose.
    pub fn is_empty(&self) -> bool {
        self.day.is_none() && self.weeks.is_none() && !self.place && self.people.is_empty()
    }
}

/// What more may be kept away with what that wish put away for good; `None` where the viewer has no such wish.
///
/// # Errors
/// Where the database cannot be asked: then nothing is offered.
pub(crate) fn more_of(tx: &mut Tx<'_>, viewer: Viewer, wish: WishId, today: Date) -> Result<Option<More>, StoreError> {
    let sql = "SELECT m.photo FROM wishes w JOIN wish_photos m ON m.library = w.library AND m.wish = w.id
               WHERE w.library = ?1 AND w.person = ?2 AND w.id = ?3 AND w.lifted_ms IS NULL AND w.until_day IS NULL
               AND w.wish = 'keep_away' AND w.scope IN ('photo', 'moment')";
    let photos: Vec<PhotoId> = tx.all(sql, values![viewer.library(), viewer.person(), wish], |row| row.get(0))?;
    if photos.is_empty() {
        return Ok(None);
    }
    let known = library::circumstances(tx, viewer, &photos)?;
    let day = one_day(&known);
    let weeks = day.and_then(|day| Some((day.checked_sub(WEEKS.days()).ok()?, day.checked_add(WEEKS.days()).ok()?)));
    let at = known.iter().find_map(|one| one.position);
    let at = match at {
        Some(point) if !is_home(tx, viewer, point)? => Some(point),
        _ => None,
    };
    let people = not_seen_for_months(tx, viewer, &photos, today)?;
    Ok(Some(More { day, weeks, place: at.is_some(), people, at }))
}

/// The day of some photos, where all that are dated are of one night at most.
fn one_day(known: &[Circumstances]) -> Option<Date> {
    let mut days = known.iter().filter_map(|one| one.days);
    let (first, last) = days.next()?;
    let all = days.all(|(from, to)| from == to && (first..=first + 1).contains(&from));
    (first == last && all).then(|| model::day_from_number(first)).flatten()
}

fn is_home(tx: &mut Tx<'_>, viewer: Viewer, point: Position) -> Result<bool, StoreError> {
    let there = library::photos_around(tx, viewer, point, PLACE)?;
    let known = library::circumstances(tx, viewer, &there)?;
    let mut days: Vec<i64> = known.iter().filter_map(|one| one.at_ms).map(|at| at.div_euclid(DAY)).collect();
    days.sort_unstable();
    days.dedup();
    let all = usize::try_from(library::last_photo(tx, viewer)?.0).unwrap_or(usize::MAX);
    Ok(days.len() > DAYS_AT_HOME || (days.len() > 2 && there.len() > all / PART_AT_HOME))
}

fn not_seen_for_months(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    photos: &[PhotoId],
    today: Date,
) -> Result<Vec<(PersonId, String)>, StoreError> {
    let mut people: Vec<PersonId> = library::people_in(tx, viewer, photos)?.into_values().flatten().collect();
    people.sort_unstable();
    people.dedup();
    let ends = library::last_taken(tx, viewer)?.and_then(model::moment_of).map_or(today, |at| at.date().min(today));
    let before = (model::day_number(ends) - MONTHS).saturating_mul(DAY);
    let mut found = Vec::new();
    for seen in library::last_seen(tx, viewer, Some(&people), before)? {
        found.extend(library::person(tx, viewer, seen.person)?.map(|person| (person.id, person.name)));
    }
    Ok(found)
}

/// The weeks around, or the place, as a loss of no kind in particular that says nothing else.
pub(crate) fn as_a_loss(more: &More, of: MoreOf, today: Date) -> Option<Loss> {
    let period = |(from, to): (Date, Date)| Period { from, to: Some(to) };
    let (periods, places, part) = match of {
        MoreOf::Weeks => (vec![period(more.weeks?)], Vec::new(), PartOf::Periods { before: 0, after: 0 }),
        MoreOf::Place => {
            let place = LossPlace::Around { point: more.at?, metres: PLACE };
            let day = more.day.unwrap_or(today);
            (vec![period((day, day))], vec![place], PartOf::Places { always: true })
        }
        MoreOf::Day | MoreOf::Person(_) => return None,
    };
    let day = more.day.unwrap_or(today);
    let mut loss = Loss::proposed(Kind::Other, day, &crate::FirstWords::default());
    loss.days.clear();
    (loss.periods, loss.places) = (periods, places);
    loss.parts = vec![Part::of(part, Want::KeepAway)];
    Some(loss)
}
