//! Twelve years of a family: which moments there were, and the pictures of each.

mod loss;
mod moment;
mod names;
mod ordinary;
mod strays;
mod this_day;
mod years;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::people::family;
use crate::plan::days_after;
use crate::{Plan, Shot};
use moment::expand;

/// All pictures, in the order in which they came about. Pure: the same plan gives the same shots.
pub fn shots(plan: &Plan) -> Vec<Shot> {
    let family = family(plan);
    let first = plan.years_ago(plan.years as i16);
    let mut moments = this_day::moments(plan, &family);
    moments.extend(loss::moments(plan, &family));
    moments.extend(strays::moments(plan));
    moments.extend(years::moments(plan, &family));
    moments.retain(|m| m.start.date() >= first && m.start.date() < plan.today && m.end().date() < plan.today);
    let fixed: usize = moments.iter().map(|m| m.count).sum();
    let taken: BTreeSet<Date> =
        moments.iter().flat_map(|m| (-1..=1).map(|by| days_after(m.start.date(), by))).collect();
    let room = plan.photos.saturating_sub(fixed);
    moments.extend(ordinary::moments(plan, &family, &taken, first, room));
    moments.sort_by_key(|m| m.start);
    let mut shots: Vec<Shot> = Vec::with_capacity(plan.photos);
    for (number, moment) in (0..).zip(&moments) {
        expand(moment, number, plan, &family, &mut shots);
    }
    shots.sort_by_key(|shot| (shot.lived, shot.moment));
    names::name_all(&mut shots);
    shots
}
