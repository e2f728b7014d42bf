//! What every plan's shots must keep, whatever day it is today.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::collections::BTreeSet;

use family::{Kind, Plan, Scene, Shot, Story, Who, family, shots};
use jiff::civil::{Date, date};

/// An ordinary day, leap day, both ends of a year, the days around the loss, Christmas, the day clocks change.
fn days() -> Vec<Date> {
    vec![
        date(2026, 11, 23),
        date(2028, 2, 29),
        date(2024, 2, 29),
        date(2027, 1, 1),
        date(2026, 1, 2),
        date(2026, 12, 31),
        date(2026, 9, 26),
        date(2026, 9, 27),
        date(2026, 9, 28),
        date(2026, 9, 29),
        date(2026, 12, 25),
        date(2026, 3, 8),
        date(2026, 6, 3),
        date(2026, 8, 5),
    ]
}

fn for_every_day(check: impl Fn(&Plan, &[Shot])) {
    for today in days() {
        let plan = Plan::demo(today);
        check(&plan, &shots(&plan));
    }
}

/// Ordinary photos on the plan's day, that many years before.
fn on_this_day(plan: &Plan, shots: &[Shot], years: i16) -> usize {
    let day = plan.years_ago(years);
    shots.iter().filter(|s| s.kind == Kind::Photo && s.time.date() == day).count()
}

#[test]
fn the_same_plan_gives_the_same_shots() {
    for_every_day(|plan, first| assert_eq!(first, shots(plan)));
}

#[test]
fn another_seed_gives_other_ordinary_weeks_and_the_same_story() {
    let plan = Plan::demo(date(2026, 11, 23));
    let other = Plan { seed: 5, ..plan.clone() };
    let told =
        |plan: &Plan| shots(plan).iter().filter(|s| s.story.is_some()).map(|s| s.lived.date()).collect::<Vec<_>>();
    assert_ne!(shots(&plan), shots(&other));
    assert_eq!(told(&plan), told(&other));
}

#[test]
fn there_are_as_many_as_were_asked_for() {
    for_every_day(|plan, shots| assert_eq!(shots.len(), plan.photos, "{}", plan.today));
}

#[test]
fn nothing_is_dated_today_or_later() {
    for_every_day(|plan, shots| {
        assert!(shots.iter().all(|s| s.lived.date() < plan.today && s.time.date() < plan.today), "{}", plan.today);
    });
}

#[test]
fn every_path_is_its_own() {
    for_every_day(|_, shots| {
        let paths: BTreeSet<String> = shots.iter().map(|s| s.path.to_lowercase()).collect();
        assert_eq!(paths.len(), shots.len());
    });
}

#[test]
fn at_least_four_years_have_a_moment_on_this_day() {
    for_every_day(|plan, shots| {
        let years: Vec<i16> = (1..=12).filter(|years| on_this_day(plan, shots, *years) >= 4).collect();
        for wanted in [1, 2, 3, 5, 8] {
            assert!(years.contains(&wanted), "{}: {years:?}", plan.today);
        }
    });
}

#[test]
fn the_day_before_and_the_day_after_have_some_too() {
    for_every_day(|plan, shots| {
        for by in [-1, 1] {
            let found = (1..=12).any(|years| {
                let day = plan.years_ago(years).saturating_add(jiff::Span::new().days(by));
                shots.iter().any(|s| s.kind == Kind::Photo && s.time.date() == day)
            });
            assert!(found, "{} {by}", plan.today);
        }
    });
}

#[test]
fn one_evening_of_this_day_runs_past_midnight() {
    for_every_day(|plan, shots| {
        let evening: Vec<&Shot> = shots.iter().filter(|s| s.story == Some(Story::PastMidnight)).collect();
        let day = plan.years_ago(3);
        assert!(evening.iter().any(|s| s.time.date() == day && s.time.hour() >= 20));
        assert!(evening.iter().any(|s| s.time.date() > day && s.time.hour() < 4), "{}", plan.today);
    });
}

#[test]
fn one_moment_of_this_day_has_a_burst_and_a_dozen_more() {
    for_every_day(|plan, shots| {
        let sea: Vec<&Shot> =
            shots.iter().filter(|s| s.time.date() == plan.years_ago(2) && s.story == Some(Story::OnThisDay)).collect();
        let burst: Vec<&&Shot> = sea.iter().filter(|s| s.burst.is_some()).collect();
        assert!(burst.len() >= 5 && sea.len() >= 12 + burst.len(), "{}", sea.len());
        let seconds = burst[0].time.until(burst[burst.len() - 1].time).unwrap().total(jiff::Unit::Second).unwrap();
        assert!(seconds < 4.0, "{seconds}");
    });
}

#[test]
fn somebody_who_lives_has_a_birthday_within_two_days() {
    for_every_day(|plan, _| {
        let family = family(plan);
        let near = family.people.iter().filter(|p| p.died.is_none()).any(|p| {
            (-1..=1).any(|year| {
                let this_year = p.born.with().year(plan.today.year() + year).build().unwrap_or(date(2001, 1, 1));
                plan.today.until(this_year).unwrap().get_days().abs() <= 2
            })
        });
        assert!(near || plan.today.day() == 29, "{}", plan.today);
    });
}

#[test]
fn this_day_has_a_favourite_captions_and_faces() {
    for_every_day(|_, shots| {
        let here: Vec<&Shot> = shots.iter().filter(|s| s.story == Some(Story::OnThisDay)).collect();
        assert!(here.iter().any(|s| s.favourite()));
        assert!(here.iter().any(|s| s.caption.is_some()));
        assert!(here.iter().flat_map(|s| &s.people).any(|p| p.region.is_some()));
    });
}

#[test]
fn this_day_has_one_of_each_sort_that_must_never_come_back() {
    for_every_day(|plan, shots| {
        for kind in [Kind::Screenshot, Kind::Receipt, Kind::Scan, Kind::Messenger, Kind::DeadClock] {
            let found = shots.iter().find(|s| s.kind == kind && s.story == Some(Story::NeverAMemory)).unwrap();
            let day = found.lived.date();
            assert_eq!(day, plan.years_ago(plan.today.year() - day.year()), "{} {kind:?}", plan.today);
        }
        let dead = shots.iter().find(|s| s.kind == Kind::DeadClock).unwrap();
        assert_eq!(dead.time.date(), date(2000, 1, 1));
    });
}

#[test]
fn the_night_is_in_the_library_and_nobody_is_named_in_it() {
    for_every_day(|plan, shots| {
        let loss = family(plan).loss;
        assert_eq!(loss.date, date(plan.today.year() - 6, 9, 28));
        let night: Vec<&Shot> = shots.iter().filter(|s| s.story == Some(Story::HospitalNight)).collect();
        assert!(night.len() >= 8);
        assert!(night.iter().any(|s| s.time.date() == loss.date) && night.iter().any(|s| s.time.date() > loss.date));
        for shot in night {
            assert!(
                shot.people.is_empty() && shot.title.is_none() && shot.caption.is_none() && shot.keywords.is_empty()
            );
        }
        for scene in [Scene::HospitalRoom, Scene::HospitalWindow, Scene::HospitalHands, Scene::HospitalHat] {
            assert!(shots.iter().any(|s| s.scene == scene), "{scene:?}");
        }
    });
}

#[test]
fn the_months_of_waiting_end_with_the_night_and_silence_follows() {
    for_every_day(|plan, shots| {
        let loss = family(plan).loss;
        for story in [Story::Waiting, Story::BabyShower] {
            let dates: Vec<Date> = shots.iter().filter(|s| s.story == Some(story)).map(|s| s.time.date()).collect();
            assert!(!dates.is_empty() && dates.iter().all(|d| *d >= loss.since && *d < loss.date));
        }
        let weeks_after = loss.date.saturating_add(jiff::Span::new().days(40));
        let between = shots.iter().filter(|s| s.lived.date() > loss.date && s.lived.date() < weeks_after);
        for shot in between {
            let told = matches!(shot.story, Some(Story::HospitalNight | Story::OnThisDay | Story::NeverAMemory));
            assert!(told || shot.kind != Kind::Photo, "{} {}", plan.today, shot.path);
        }
    });
}

#[test]
fn nobody_is_in_a_picture_before_birth_or_after_death() {
    for_every_day(|plan, shots| {
        let family = family(plan);
        for shot in shots {
            for named in &shot.people {
                // An evening that runs past midnight belongs to the day it began.
                assert!(family.living(named.who, shot.lived.date()), "{} {}", shot.path, named.name);
            }
        }
        let last =
            shots.iter().filter(|s| s.people.iter().any(|p| p.who == Who::Grandmother)).map(|s| s.lived.date()).max();
        assert!(last < family.person(Who::Grandmother).died);
    });
}

#[test]
fn leap_days_have_their_own_pictures() {
    let plan = Plan::demo(date(2026, 11, 23));
    let days: BTreeSet<Date> =
        shots(&plan).iter().filter(|s| s.story == Some(Story::LeapDay)).map(|s| s.time.date()).collect();
    assert_eq!(days.into_iter().collect::<Vec<_>>(), [date(2016, 2, 29), date(2020, 2, 29), date(2024, 2, 29)]);
}

#[test]
fn faces_lie_within_their_pictures() {
    for_every_day(|_, shots| {
        let regions: Vec<_> = shots.iter().flat_map(|s| &s.people).filter_map(|p| p.region).collect();
        assert!(regions.len() > 300, "{}", regions.len());
        for r in regions {
            assert!(r.x >= 0.0 && r.y >= 0.0 && r.width > 0.0 && r.x + r.width <= 1.0 && r.y + r.height <= 1.0);
        }
    });
}

#[test]
fn some_weeks_have_nothing() {
    let plan = Plan::demo(date(2026, 11, 23));
    let weeks: BTreeSet<i32> = shots(&plan).iter().map(|s| model_day(s.lived.date()) / 7).collect();
    assert!(weeks.len() < 12 * 52 * 3 / 4, "{}", weeks.len());
}

fn model_day(date: Date) -> i32 {
    jiff::civil::date(2000, 1, 1).until(date).unwrap().get_days()
}

mod property {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn any_day_can_be_today(days in 0i32..12_000, seed in any::<u64>(), photos in 400usize..1700) {
            let today = date(2016, 1, 1).saturating_add(jiff::Span::new().days(days));
            let plan = Plan { seed, photos, ..Plan::demo(today) };
            let shots = shots(&plan);
            prop_assert!(shots.iter().all(|s| s.lived.date() < today));
            prop_assert!((1..=12).filter(|years| on_this_day(&plan, &shots, *years) >= 4).count() >= 4);
        }
    }
}
