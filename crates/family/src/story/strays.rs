//! Pictures with the plan's date on them that must never come back as memories.

use super::moment::Moment;
use crate::plan::days_after;
use crate::{Kind, Plan, Scene, Spot, Story, Who};

/// On the plan's day of some years, one of each sort; and a few more strewn over the years.
pub(super) fn moments(plan: &Plan) -> Vec<Moment> {
    let one = |years: i16, by: i32, hour: i8, count: usize, scene: Scene, kind: Kind| {
        let mut moment = Moment::new(days_after(plan.years_ago(years), by), hour, count, &[scene], Spot::Home, &[]);
        moment.kind = kind;
        moment.minutes = 12;
        if kind == Kind::Messenger {
            moment.people = vec![Who::Daughter, Who::Son];
        }
        moment
    };
    let on_the_day = [
        one(2, 0, 9, 2, Scene::Screen, Kind::Screenshot),
        one(1, 0, 17, 1, Scene::Receipt, Kind::Receipt),
        one(4, 0, 20, 4, Scene::Print, Kind::Scan),
        one(2, 0, 19, 2, Scene::Sea, Kind::Messenger),
        one(7, 0, 12, 3, Scene::Garden, Kind::DeadClock),
    ];
    let strewn = (0..22i32).map(|i| {
        let (years, by) = ((1 + i % 9) as i16, 23 + i * 13);
        match i % 4 {
            0 => one(years, by, 8, 1, Scene::Screen, Kind::Screenshot),
            1 => one(years, by, 18, 1, Scene::Receipt, Kind::Receipt),
            2 => one(years, by, 21, 2, Scene::Portrait, Kind::Messenger),
            _ => one(years, by, 20, 2, Scene::Print, Kind::Scan),
        }
    });
    on_the_day.map(|m| m.part_of(Story::NeverAMemory)).into_iter().chain(strewn).collect()
}
