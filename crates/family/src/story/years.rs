//! What every year has: birthdays, holidays, the first day of school, a journey; and 29 February.

use jiff::civil::Date;

use super::moment::Moment;
use super::this_day::is_this_day;
use crate::people::Family;
use crate::plan::{days_after, on};
use crate::{Plan, Scene, Spot, Story, Who};

const HOME: [Who; 5] = [Who::Daughter, Who::Son, Who::Grandmother, Who::Father, Who::Mother];

/// The fixed points of twelve years.
pub(super) fn moments(plan: &Plan, family: &Family) -> Vec<Moment> {
    let last = plan.today.year();
    let mut moments: Vec<Moment> = Vec::new();
    for year in last - plan.years as i16..=last {
        moments.extend(birthdays(year, family));
        moments.extend(holidays(year));
        moments.extend(journey(year, last));
        if on(year, 2, 29).day() == 29 {
            let day = Moment::new(on(year, 2, 29), 15, 4, &[Scene::Garden, Scene::Portrait], Spot::Home, &HOME[..2]);
            moments.push(
                day.words("The extra day", "Pancakes, because it is not on the calendar.").part_of(Story::LeapDay),
            );
        }
    }
    let farewell = family.person(Who::Grandmother).died.map(|died| days_after(died, -9));
    if let Some(day) = farewell {
        let visit = Moment::new(
            day,
            14,
            6,
            &[Scene::Living, Scene::Portrait, Scene::Kitchen],
            Spot::Grandmother,
            &[Who::Grandmother, Who::Daughter, Who::Mother],
        );
        moments.push(
            visit
                .words("At Grandma's", "She told the one about the lighthouse again.")
                .part_of(Story::LastVisit)
                .loved(),
        );
    }
    moments.retain(|m| {
        let date = m.start.date();
        // The plan's day has its own story; and in the weeks after the loss nobody took pictures.
        let another_story = is_this_day(plan, date) && m.story != Some(Story::LeapDay);
        !another_story && !quiet(family, date)
    });
    moments
}

/// From the day before the loss until the pictures come back.
pub(super) fn quiet(family: &Family, date: Date) -> bool {
    date >= days_after(family.loss.date, -1) && date <= days_after(family.loss.date, 52)
}

fn birthdays(year: i16, family: &Family) -> Vec<Moment> {
    let of = |who: Who, hour: i8, count: usize, title: &'static str| {
        let born = family.person(who).born;
        let date = on(year, born.month(), born.day());
        let mut people = vec![who];
        people.extend(HOME.into_iter().filter(|other| *other != who));
        (family.living(who, date) && date.year() > born.year()).then(|| {
            Moment::new(date, hour, count, &[Scene::Birthday, Scene::Portrait], Spot::Home, &people).words(title, "")
        })
    };
    let parties = [
        of(Who::Daughter, 15, 7, "Ada's birthday"),
        of(Who::Son, 15, 7, "Finn's birthday"),
        of(Who::Father, 19, 3, "Cake for Tomas"),
        of(Who::Grandmother, 16, 3, "Grandma's birthday"),
    ];
    parties.into_iter().flatten().collect()
}

fn holidays(year: i16) -> Vec<Moment> {
    use Scene::{Camp, Kitchen, Living, Meal, Party, Portrait, School, Snow};
    let mut all = vec![
        Moment::new(on(year, 12, 24), 17, 5, &[Living, Portrait], Spot::Home, &HOME).words("Christmas Eve", ""),
        Moment::new(on(year, 12, 25), 9, 4, &[Living, Snow], Spot::Home, &HOME).words("Christmas morning", ""),
        Moment::new(on(year, 11, 26), 16, 4, &[Meal, Kitchen], Spot::Grandmother, &HOME).words("Thanksgiving", ""),
        Moment::new(on(year, 9, 4), 8, 2, &[School], Spot::School, &HOME[..2]).words("First day of school", ""),
        Moment::new(on(year, 7, 4), 20, 4, &[Camp, Portrait], Spot::Lake, &HOME[..4]).words("By the lake", ""),
    ];
    if year % 3 == 0 {
        let mut eve = Moment::new(
            on(year, 12, 31),
            21,
            6,
            &[Party, Portrait],
            Spot::Home,
            &[Who::Sam, Who::Priya, Who::Father, Who::Mother],
        );
        eve.minutes = 210;
        all.push(eve.words("Into the new year", ""));
    }
    all
}

/// A week away each summer, and two longer journeys.
fn journey(year: i16, last: i16) -> Vec<Moment> {
    use Scene::{Camp, Car, Hills, Meal, Mountains, Portrait, Sea, Street};
    let (spot, scenes): (Spot, [&[Scene]; 4]) = match last - year {
        9 => (Spot::Abroad, [&[Street, Portrait], &[Sea, Portrait], &[Meal, Street], &[Street]]),
        2 => (Spot::City, [&[Street, Portrait], &[Street], &[Meal, Portrait], &[Street, Meal]]),
        n if n % 2 == 0 => (Spot::Sea, [&[Car, Sea], &[Sea, Portrait], &[Sea, Scene::Dog], &[Camp, Portrait]]),
        _ => (Spot::Mountains, [&[Car, Mountains], &[Mountains, Portrait], &[Hills, Scene::Dog], &[Camp, Mountains]]),
    };
    let start = on(year, 8, 3 + (year % 9) as i8);
    (0..4)
        .map(|day| {
            let hour = [9, 11, 13, 19][day as usize];
            Moment::new(days_after(start, day), hour, 4, scenes[day as usize], spot, &HOME[..4])
        })
        .collect()
}
