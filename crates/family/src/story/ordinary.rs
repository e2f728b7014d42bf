//! Ordinary weeks: most have something, some nothing at all.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::moment::Moment;
use super::this_day::{is_this_day, outing};
use super::years::quiet;
use crate::chance::Chance;
use crate::people::{Family, days_between};
use crate::plan::days_after;
use crate::{Plan, Scene, Spot, Who};

/// As many as there is room for, strewn unevenly between the fixed points.
pub(super) fn moments(plan: &Plan, family: &Family, taken: &BTreeSet<Date>, first: Date, room: usize) -> Vec<Moment> {
    let mut chance = Chance::of(&[plan.seed, 41]);
    let days = days_between(first, plan.today);
    let mut used = taken.clone();
    let mut moments = Vec::new();
    let mut left = room;
    // Asked often enough that a full library fills up, and never for ever.
    for _ in 0..room * 20 {
        if left == 0 {
            break;
        }
        let week = chance.below((days / 7).max(1) as usize) as i32;
        let weekend = chance.odds(0.65);
        let date = days_after(first, week * 7 + chance.below(if weekend { 2 } else { 7 }) as i32);
        let empty_week = Chance::of(&[plan.seed, week as u64, 42]).odds(0.25);
        if empty_week || date >= plan.today || used.contains(&date) || is_this_day(plan, date) || quiet(family, date) {
            continue;
        }
        used.insert(date);
        let count = (2 + chance.below(6)).min(left);
        left -= count;
        moments.push(one(date, count, &mut chance));
    }
    moments
}

fn one(date: Date, count: usize, chance: &mut Chance) -> Moment {
    use Scene::*;
    let month = date.month();
    let warm = (4..=10).contains(&month);
    let (scenes, spot, hour, title): (&[Scene], Spot, i8, &'static str) = match chance.below(15) {
        0 if warm => (&[Garden, Portrait], Spot::Home, 15, "In the garden"),
        1 if warm => (&[Garden, Dog], Spot::Home, 18, ""),
        2 => (&[Playground, Portrait], Spot::Park, 16, "At the park"),
        3 => (&[Dog], Spot::Home, 14, "Biscuit"),
        4 => (&[Dog, Hills], Spot::Park, 10, ""),
        5 => (&[Kitchen, Meal], Spot::Home, 11, "Sunday pancakes"),
        6 => (&[Meal, Portrait], Spot::Home, 19, "Friends for dinner"),
        7 => (&[Living, Dog, Portrait], Spot::Home, 20, ""),
        8 => (&[Living, Portrait], Spot::Home, 10, "Rain all day"),
        9 => (&[Street, Portrait], Spot::Home, 18, "In town"),
        10 => (&[Sea, Portrait, Dog], Spot::Sea, 17, "The sea for a day"),
        11 => (&[Car, Hills], Spot::Woods, 9, ""),
        12 if warm => (&[Camp, Portrait], Spot::Lake, 20, "One night in the tent"),
        13 => (&[School, Street], Spot::School, 15, ""),
        _ => return walk(date, month, count, chance),
    };
    let mut people = company(chance);
    if spot == Spot::Home && chance.odds(0.25) {
        people.insert(0, *chance.pick(&[Who::Grandmother, Who::Priya, Who::Joanna, Who::Sam]));
    }
    let mut moment = Moment::new(date, hour, count, scenes, spot, &people).words(title, "");
    moment.favourite = chance.odds(0.08);
    moment
}

fn walk(date: Date, month: i8, count: usize, chance: &mut Chance) -> Moment {
    let spot = *chance.pick(&[Spot::Woods, Spot::Mountains, Spot::Park]);
    let scene = if chance.odds(0.4) { Scene::Hills } else { outing(month) };
    Moment::new(date, 11 + chance.below(4) as i8, count, &[scene, Scene::Portrait, Scene::Dog], spot, &company(chance))
}

fn company(chance: &mut Chance) -> Vec<Who> {
    let mut people = vec![Who::Daughter, Who::Son];
    if chance.odds(0.6) {
        people.push(Who::Father);
    }
    if chance.odds(0.35) {
        people.push(Who::Mother);
    }
    chance.shuffle(&mut people);
    people
}
