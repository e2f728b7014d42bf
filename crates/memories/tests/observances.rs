//! Memories of the calendar of observances, on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

use circle::Details;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use library::{Relation, hide, set_birth, set_death, set_relation};
use memories::{Candidate, Reason, candidates};
use model::PersonId;
use testkit::{House, NAME, houses, snap};

fn keep_days_of(house: &House, countries: &[&str]) {
    let viewer = house.account().viewer;
    let countries = countries.iter().map(|code| (*code).to_owned()).collect();
    let details = Details { name: NAME.to_owned(), language: None, zone: TimeZone::UTC, countries };
    assert!(house.door().change_details(viewer, &details).unwrap());
}

fn is(house: &House, name: &str, relation: Relation) -> PersonId {
    let owner = house.owner();
    let everybody = house.store.read(|tx| library::people(tx, owner)).unwrap();
    let id = everybody.iter().find(|person| person.name == name).unwrap().id;
    house.store.write(|tx| set_relation(tx, owner, id, Some(relation))).unwrap();
    id
}

fn on(house: &House, day: &str) -> Vec<Candidate> {
    memories::settled(&house.store, house.owner()).unwrap();
    house.store.read(|tx| candidates(tx, house.owner(), day.parse::<Date>().unwrap())).unwrap()
}

/// What observances offer on a day: which, and the photos in the order of choice.
fn offered(house: &House, day: &str) -> Vec<(String, Vec<i64>)> {
    let of = |candidate: &Candidate| match &candidate.reason {
        Reason::Observance { observance, .. } => {
            Some((observance.to_string(), candidate.picks.iter().map(|pick| pick.photo.0).collect()))
        }
        _ => None,
    };
    on(house, day).iter().filter_map(of).collect()
}

fn one(id: &str, photos: &[i64]) -> Vec<(String, Vec<i64>)> {
    vec![(id.to_owned(), photos.to_vec())]
}

#[test]
fn a_day_about_sons_brings_a_picture_of_each_earlier_year_the_latest_first() {
    for house in houses() {
        house.keep(&[
            snap("1.jpg", "2018-10-05T12:00").of(&["Leo"]),
            snap("2.jpg", "2020-03-05T12:00").of(&["Leo"]),
            snap("3.jpg", "2020-04-05T12:00").of(&["Leo"]).favourite(),
            snap("4.jpg", "2024-12-05T12:00").of(&["Leo"]),
            snap("5.jpg", "2026-03-01T12:00").of(&["Leo"]),
            snap("6.jpg", "2022-03-05T12:00").of(&["Ana"]),
        ]);
        let leo = is(&house, "Leo", Relation::Son);
        is(&house, "Ana", Relation::Daughter);
        assert_eq!(offered(&house, "2026-09-28"), [], "nobody picked a country that keeps the day");
        keep_days_of(&house, &["ES"]);
        assert_eq!(offered(&house, "2026-09-28"), []);
        keep_days_of(&house, &["ES", "US"]);
        assert_eq!(offered(&house, "2026-09-28"), one("sons-day-us", &[4, 3, 1]), "none of the last 300 days");
        assert_eq!(offered(&house, "2026-09-25"), one("daughters-day-us", &[6]));
        assert_eq!(offered(&house, "2026-09-27"), []);
        let Reason::Observance { people, .. } = &on(&house, "2026-09-28")[0].reason else { panic!() };
        assert_eq!(*people, [leo]);
    }
}

#[test]
fn the_dead_and_those_whose_sex_was_not_said_are_in_no_day_about_sons() {
    for house in houses() {
        let owner = house.owner();
        keep_days_of(&house, &["US"]);
        let ids = house
            .keep(&[snap("1.jpg", "2020-03-05T12:00").of(&["Leo"]), snap("2.jpg", "2020-05-05T12:00").of(&["Kim"])]);
        let leo = is(&house, "Leo", Relation::Son);
        is(&house, "Kim", Relation::Child);
        assert_eq!(offered(&house, "2026-09-28"), one("sons-day-us", &[1]));
        assert_eq!(offered(&house, "2026-06-14"), one("childrens-day-us", &[1, 2]), "but both are children");
        house.store.write(|tx| hide(tx, owner, ids[0])).unwrap();
        assert_eq!(offered(&house, "2026-09-28"), []);
        house.store.write(|tx| library::unhide(tx, owner, ids[0])).unwrap();
        house.store.write(|tx| set_death(tx, owner, leo, Some("2024-01-01".parse().unwrap()))).unwrap();
        assert_eq!(offered(&house, "2026-09-28"), []);
        assert_eq!(offered(&house, "2026-06-14"), one("childrens-day-us", &[2]));
    }
}

#[test]
fn children_are_together_in_a_year_or_each_has_a_picture() {
    for house in houses() {
        let owner = house.owner();
        house.keep(&[
            snap("1.jpg", "2022-01-05T12:00").of(&["Leo"]),
            snap("2.jpg", "2022-02-05T12:00").of(&["Ana"]),
            snap("3.jpg", "2023-12-05T12:00").of(&["Leo"]).favourite(),
            snap("4.jpg", "2023-12-06T12:00").of(&["Leo", "Ana"]),
        ]);
        let leo = is(&house, "Leo", Relation::Son);
        is(&house, "Ana", Relation::Daughter);
        house.store.write(|tx| set_birth(tx, owner, leo, Some("2021-06-01".parse().unwrap()))).unwrap();
        assert_eq!(offered(&house, "2026-11-20"), one("childrens-day-world", &[4, 1, 2]));
    }
}

#[test]
fn a_moving_feast_brings_its_own_days_and_not_those_of_the_calendar() {
    for house in houses() {
        keep_days_of(&house, &["ES"]);
        house.keep(&[
            // Easter was on 21 April 2019, 12 April 2020, 4 April 2021, 20 April 2025 and 5 April 2026.
            snap("1.jpg", "2019-04-21T12:00"),
            snap("2.jpg", "2019-04-21T12:30").favourite(),
            snap("3.jpg", "2019-04-21T19:00"),
            snap("4.jpg", "2020-04-12T12:00"),
            snap("5.jpg", "2020-04-12T23:50"),
            snap("6.jpg", "2020-04-13T00:20"),
            snap("7.jpg", "2020-04-14T12:00"),
            snap("8.jpg", "2021-04-05T12:00"),
            snap("9.jpg", "2025-04-20T12:00"),
        ]);
        let easter = |day| offered(&house, day).into_iter().filter(|(id, _)| id == "easter").collect::<Vec<_>>();
        assert_eq!(
            easter("2026-04-05"),
            one("easter", &[9, 5, 2, 4, 3]),
            "a party past midnight is of the evening before"
        );
        assert_eq!(easter("2026-04-06"), []);
        assert_eq!(easter("2025-04-20"), one("easter", &[5, 2, 4, 3]));
    }
}

#[test]
fn a_feast_leaves_to_this_day_what_was_on_the_same_day_of_the_month() {
    for house in houses() {
        keep_days_of(&house, &["ES"]);
        // Easter was on 20 April both in 2014 and in 2025.
        house.keep(&[snap("1.jpg", "2014-04-20T12:00"), snap("2.jpg", "2015-04-05T12:00")]);
        let reasons: Vec<Vec<i64>> =
            on(&house, "2025-04-20").iter().map(|c| c.picks.iter().map(|pick| pick.photo.0).collect()).collect();
        assert_eq!(reasons, [vec![2], vec![1]], "the feast of 2015, and this day in 2014");
        house.keep(&[snap("3.jpg", "2015-12-25T12:00")]);
        assert_eq!(offered(&house, "2025-12-25"), [], "Christmas is always on the same day");
        assert_eq!(on(&house, "2025-12-25").len(), 1);
    }
}

#[test]
fn a_feast_of_many_years_shows_each_before_any_shows_two() {
    for house in houses() {
        keep_days_of(&house, &["IL"]);
        let mut snaps = Vec::new();
        // The seventh day of Hanukkah of each year, an evening and a morning.
        for (at, day) in ["2012-12-15", "2013-12-04", "2014-12-23", "2015-12-13", "2016-12-31"].iter().enumerate() {
            snaps.push(snap(&format!("{at}-a.jpg"), &format!("{day}T19:00")));
            snaps.push(snap(&format!("{at}-b.jpg"), &format!("{day}T09:00")));
        }
        house.keep(&snaps);
        let found = offered(&house, "2026-12-05");
        assert_eq!(found.len(), 1);
        let (id, photos) = &found[0];
        assert_eq!((id.as_str(), photos.len()), ("hanukkah", 10));
        let years: Vec<i64> = photos[..5].iter().map(|id| (id - 1) / 2).collect();
        assert_eq!(years, [4, 3, 2, 1, 0]);
    }
}

#[test]
fn days_of_the_dead_and_of_those_who_mourn_offer_nothing() {
    for house in houses() {
        keep_days_of(&house, &["MX", "US"]);
        house.keep(&[
            snap("1.jpg", "2019-10-14T12:00").of(&["Leo"]),
            snap("2.jpg", "2019-11-01T12:00").of(&["Leo"]),
            snap("3.jpg", "2019-05-05T12:00").of(&["Leo"]),
        ]);
        is(&house, "Leo", Relation::Son);
        for day in ["2026-10-15", "2026-11-02", "2026-05-03", "2026-05-25", "2026-12-13"] {
            assert_eq!(offered(&house, day), [], "{day}");
        }
    }
}

#[test]
fn the_same_day_in_two_countries_is_met_once() {
    for house in houses() {
        keep_days_of(&house, &["US", "MX"]);
        house.keep(&[snap("1.jpg", "2020-03-05T12:00").of(&["Ruth"])]);
        is(&house, "Ruth", Relation::Mother);
        assert_eq!(offered(&house, "2026-05-10"), one("mothers-day-us", &[1]));
    }
}

#[test]
fn two_feasts_on_one_day_show_no_photo_twice() {
    for house in houses() {
        keep_days_of(&house, &["IN"]);
        // Pongal and Makar Sankranti were both on 15 January 2020, and are both on 14 January 2025.
        house.keep(&[snap("1.jpg", "2020-01-15T12:00")]);
        assert_eq!(offered(&house, "2025-01-14").iter().map(|(_, photos)| photos.len()).sum::<usize>(), 1);
    }
}
