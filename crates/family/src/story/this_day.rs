//! What happened on the plan's day in earlier years, and around it: the demo is made of this.

use jiff::civil::Date;

use super::moment::Moment;
use crate::people::Family;
use crate::plan::days_after;
use crate::{Plan, Scene, Spot, Story, Who};

const ALL: [Who; 4] = [Who::Daughter, Who::Son, Who::Father, Who::Mother];

/// The moments of this day and its neighbours.
pub(super) fn moments(plan: &Plan, family: &Family) -> Vec<Moment> {
    let mut moments = of_this_day(plan, family);
    for (by, years) in [(-1, 1), (-1, 4), (-1, 7), (1, 2), (1, 5), (1, 9)] {
        let date = days_after(plan.years_ago(years), by);
        let month = date.month();
        let scenes = [outing(month), Scene::Dog, Scene::Portrait];
        let (spot, title) = if years > 4 { (Spot::Park, "A slow day") } else { (Spot::Woods, "Out early") };
        moments.push(Moment::new(date, 10, 6, &scenes, spot, &ALL).words(title, ""));
    }
    moments
}

fn of_this_day(plan: &Plan, family: &Family) -> Vec<Moment> {
    use Scene::*;
    let ago = |years: i16| plan.years_ago(years);
    let birthday = family.person(Who::Daughter).born;
    let on_the_day = (birthday.month(), birthday.day()) == (ago(11).month(), ago(11).day());
    let month = plan.today.month();
    let mut evening = Moment::new(
        ago(3),
        20,
        16,
        &[Party, Portrait],
        Spot::Home,
        &[Who::Priya, Who::Sam, Who::Joanna, Who::Father, Who::Mother],
    )
    .words("The long evening", "Nobody wanted to go home.")
    .part_of(Story::PastMidnight);
    evening.minutes = 330;
    let mut sea = Moment::new(ago(2), 14, 18, &[Sea, Dog, Portrait], Spot::Sea, &ALL)
        .words("Low tide at Cannon Beach", "Finn ran into every single puddle.")
        .loved();
    sea.burst = true;
    let cake = if on_the_day { "Ada turns six" } else { "Cake for Ada" };
    let moments = vec![
        Moment::new(ago(1), 11, 8, &[outing(month), Dog, Portrait], Spot::Woods, &ALL)
            .words(walk_title(month), "The dog found the only mud for miles."),
        sea,
        evening,
        Moment::new(ago(4), 16, 5, &[Playground, Portrait], Spot::Park, &[Who::Son, Who::Daughter, Who::Mother])
            .words("Higher", ""),
        Moment::new(
            ago(5),
            15,
            13,
            &[Birthday, Portrait],
            Spot::Home,
            &[Who::Daughter, Who::Son, Who::Grandmother, Who::Father, Who::Mother],
        )
        .words(cake, "She made the wish with her eyes wide open.")
        .loved(),
        Moment::new(
            ago(8),
            10,
            9,
            &[Kitchen, Portrait, Garden],
            Spot::Grandmother,
            &[Who::Grandmother, Who::Daughter, Who::Mother],
        )
        .words("Baking with Grandma", "Flour on everything, also on the dog.")
        .loved(),
        Moment::new(ago(10), 13, 6, &[Mountains, Hills], Spot::Mountains, &[Who::Father, Who::Daughter, Who::Mother])
            .words("Ada's first mountain", ""),
    ];
    moments.into_iter().map(|m| if m.story.is_none() { m.part_of(Story::OnThisDay) } else { m }).collect()
}

/// What one does out of doors in that month.
pub(super) fn outing(month: i8) -> Scene {
    match month {
        12 | 1 | 2 => Scene::Snow,
        3..=5 => Scene::Hills,
        6..=8 => Scene::Mountains,
        _ => Scene::Woods,
    }
}

fn walk_title(month: i8) -> &'static str {
    match month {
        12 | 1 | 2 => "First snow",
        3..=5 => "Everything in bloom",
        6..=8 => "Up to the lake",
        _ => "A walk under the maples",
    }
}

/// Whether a date is the plan's day in its year.
pub(super) fn is_this_day(plan: &Plan, date: Date) -> bool {
    date == crate::plan::same_day(plan.today, date.year())
}
