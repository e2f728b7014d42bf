//! The same feast in earlier years, whatever day of the calendar it was on.

use circle::Viewer;
use jiff::civil::Date;
use model::MomentId;
use store::{StoreError, Tx, values};

use super::MOST_PICKS;
use crate::REST_DAYS;
use crate::anniversary::anniversary;
use crate::candidate::{Candidate, Pick, Reason};
use crate::moments::{Member, best};
use crate::observances::Observance;
use crate::on_this_day::one_of_each_burst;

/// How many years are looked into, from now back; each is a lookup in an index.
const YEARS: i16 = 40;
/// How many photos one year gives at most.
const OF_A_YEAR: usize = 2;

/// The best of each earlier year's feast: first one photo a year, from the latest year back, then a second one.
pub(super) fn over_the_years(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    observance: &Observance,
    day: Date,
) -> Result<Option<Candidate>, StoreError> {
    let mut years: Vec<Vec<MomentId>> = Vec::new();
    if let Some(first) = first_year(tx, viewer)? {
        for year in (first.max(day.year().saturating_sub(YEARS))..day.year()).rev() {
            years.push(moments_of(tx, viewer, observance, year, day)?);
        }
    }
    years.retain(|moments| !moments.is_empty());
    years.truncate(MOST_PICKS);
    let members = best(tx, viewer, &years.concat(), OF_A_YEAR)?;
    let picks = in_turn(&years, &members);
    let reason = Reason::Observance { observance: observance.id, people: Vec::new() };
    Ok((!picks.is_empty()).then_some(Candidate { reason, moment: None, picks }))
}

fn first_year(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Option<i16>, StoreError> {
    let sql = "SELECT night FROM moments WHERE library = ?1 ORDER BY night LIMIT 1";
    let night: Option<i64> = tx.maybe(sql, values![viewer.library()], |row| row.get(0))?;
    Ok(night.and_then(model::day_from_number).map(|day| day.year()))
}

/// The moments with the most to see of the feast in that year. What began on today's day of the month is left to the
/// memories of this day, which show it whole: nothing is met twice.
fn moments_of(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    observance: &Observance,
    year: i16,
    day: Date,
) -> Result<Vec<MomentId>, StoreError> {
    let returns = anniversary(day);
    let leap = returns.leap_day_too.unwrap_or(returns.month_day);
    let rested = model::day_number(day) - REST_DAYS;
    let sql = "SELECT id FROM moments WHERE library = ?1 AND night >= ?2 AND night <= ?3
               AND month_day <> ?4 AND month_day <> ?5 ORDER BY weight DESC, id LIMIT ?6";
    let mut found = Vec::new();
    for lasted in observance.lasts(year) {
        let (first, last) = (model::day_number(*lasted.start()), model::day_number(*lasted.end()).min(rested));
        let values = values![viewer.library(), first, last, returns.month_day, leap, OF_A_YEAR];
        found.extend(tx.all(sql, values, |row| row.get::<MomentId>(0))?);
    }
    // A calendar of shorter years may have had it twice.
    found.truncate(OF_A_YEAR);
    Ok(found)
}

/// One photo of each year, and then a second one: of the year's other moment, or of the same.
fn in_turn(years: &[Vec<MomentId>], members: &[Member]) -> Vec<Pick> {
    let of = |moment: MomentId| one_of_each_burst(members.iter().filter(move |member| member.moment == moment));
    let of_year = |moments: &Vec<MomentId>| {
        let each: Vec<Vec<Pick>> = moments.iter().map(|moment| of(*moment)).collect();
        let first = each.iter().filter_map(|picks| picks.first());
        let second = each.iter().filter_map(|picks| picks.get(1));
        first.chain(second).take(OF_A_YEAR).copied().collect::<Vec<Pick>>()
    };
    let of_years: Vec<Vec<Pick>> = years.iter().map(of_year).collect();
    let turn = |turn: usize| of_years.iter().filter_map(move |picks| picks.get(turn)).copied();
    let mut picks: Vec<Pick> = (0..OF_A_YEAR).flat_map(turn).collect();
    picks.truncate(MOST_PICKS);
    // Places count within a moment; among moments only the day tells.
    for pick in &mut picks {
        pick.place += pick.day * PLACES;
    }
    picks
}

/// More photos than any day has.
const PLACES: i64 = 1 << 32;
