//! The months of waiting, the night, and what came after. Told with care: few pictures, few words, no names.

use super::moment::Moment;
use crate::people::Family;
use crate::plan::days_after;
use crate::{Plan, Scene, Spot, Story, Who};

/// Those moments.
pub(super) fn moments(plan: &Plan, family: &Family) -> Vec<Moment> {
    let mut moments = waiting(family);
    moments.extend(night(family));
    for years in 1..=6 {
        let date = crate::plan::same_day(family.loss.date, family.loss.date.year() + years);
        let mut candle = Moment::new(date, 19, 1 + (years as usize % 2), &[Scene::Candle], Spot::Home, &[])
            .part_of(Story::Remembering);
        candle.named = false;
        candle.minutes = 8;
        moments.push(candle);
    }
    // The plan's own day of that year keeps to the story: an ordinary picture there would be the wrong one.
    moments.retain(|m| m.start.date() < plan.today);
    moments
}

fn waiting(family: &Family) -> Vec<Moment> {
    use Scene::{Bump, Living, Nursery, Party, Portrait, Ultrasound};
    let since = |days: i32| days_after(family.loss.since, days);
    let home = |days, hour, count, scenes: &[Scene], people: &[Who]| {
        Moment::new(since(days), hour, count, scenes, Spot::Home, people).part_of(Story::Waiting)
    };
    let mut shower = Moment::new(
        days_after(family.loss.date, -15),
        15,
        11,
        &[Living, Portrait, Bump, Party],
        Spot::Home,
        &[Who::Priya, Who::Joanna, Who::Grandmother, Who::Mother],
    )
    .words("An afternoon for the little one", "Priya knitted. Joanna tried to.")
    .part_of(Story::BabyShower);
    shower.scenes.truncate(3);
    vec![
        home(2, 11, 2, &[Ultrasound], &[]).words("Hello", "Due in February."),
        home(33, 17, 3, &[Bump], &[Who::Mother]).words("Week twelve", ""),
        home(34, 12, 1, &[Ultrasound], &[]),
        home(58, 10, 5, &[Nursery], &[Who::Father]).words("The small room", "Sage green. Tomas says it is grey."),
        home(79, 18, 4, &[Bump, Living], &[Who::Mother, Who::Daughter, Who::Son]).words("", "Ada told it a story."),
        shower,
        home(97, 16, 3, &[Nursery, Bump], &[Who::Father]).words("Nearly done", ""),
    ]
}

/// From the evening into the small hours. What is in these pictures, only those who were there know.
fn night(family: &Family) -> Vec<Moment> {
    use Scene::{HospitalHands, HospitalHat, HospitalRoom, HospitalWindow};
    let part = |hour: i8, minutes: i32, count: usize, scenes: &[Scene]| {
        let mut moment =
            Moment::new(family.loss.date, hour, count, scenes, Spot::Hospital, &[]).part_of(Story::HospitalNight);
        moment.minutes = minutes;
        moment.named = false;
        moment
    };
    vec![
        part(19, 100, 3, &[HospitalRoom, HospitalWindow]),
        part(21, 90, 4, &[HospitalHands, HospitalRoom]),
        part(22, 200, 4, &[HospitalHat, HospitalHands]),
    ]
}
