//! Moments and memories out of a library, on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

use jiff::civil::Date;
use library::{correct_dates, hide, remove, set_birth, set_death};
use media::{Genre, NotShown};
use memories::{Candidate, Reason, candidates, contents, moments_holding, settle};
use model::{Confidence, PhotoId, Precision};
use store::StoreError;
use testkit::{House, Snap, houses, now, snap};

fn on(house: &House, day: &str) -> Vec<Candidate> {
    memories::settled(&house.store, house.owner()).unwrap();
    house.store.read(|tx| candidates(tx, house.owner(), day.parse::<Date>().unwrap())).unwrap()
}

/// Years ago and number of photos of what returns on a day.
fn returns(house: &House, day: &str) -> Vec<(u16, u32)> {
    on(house, day)
        .iter()
        .map(|candidate| match candidate.reason {
            Reason::OnThisDay { years, .. } => (years, candidate.moment.as_ref().unwrap().photos),
            Reason::Birthday { age, .. } => (age, candidate.picks.len() as u32),
            Reason::Observance { .. } => (0, candidate.picks.len() as u32),
        })
        .collect()
}

#[test]
fn a_moment_returns_whole_on_its_anniversaries_and_on_no_other_day() {
    for house in houses() {
        house.keep(&[
            snap("a.jpg", "2019-09-28T15:00"),
            snap("b.jpg", "2019-09-28T15:20"),
            snap("c.jpg", "2019-09-28T20:00"),
            snap("d.jpg", "2016-09-28T09:00"),
            snap("e.jpg", "2016-09-27T23:59"),
        ]);
        assert_eq!(returns(&house, "2026-09-28"), [(7, 2), (7, 1), (10, 1)]);
        assert_eq!(returns(&house, "2020-09-28"), [(1, 2), (1, 1), (4, 1)]);
        assert_eq!(returns(&house, "2026-09-27"), [(10, 1)]);
        assert_eq!(returns(&house, "2026-09-29"), []);
    }
}

#[test]
fn a_moment_that_runs_past_midnight_belongs_to_the_day_it_began() {
    for house in houses() {
        let ids = house.keep(&[
            snap("a.jpg", "2018-12-31T22:30"),
            snap("b.jpg", "2019-01-01T00:05"),
            snap("c.jpg", "2019-01-01T02:40"),
            snap("d.jpg", "2019-01-01T10:00"),
        ]);
        assert_eq!(returns(&house, "2025-12-31"), [(7, 3)]);
        assert_eq!(returns(&house, "2026-01-01"), [(7, 1)]);
        let night = house.store.read(|tx| moments_holding(tx, house.owner(), &ids[..1])).unwrap();
        assert_eq!(house.store.read(|tx| contents(tx, house.owner(), &night)).unwrap().len(), 3);
    }
}

#[test]
fn the_leap_day_returns_on_the_28th_of_common_years_and_says_so() {
    for house in houses() {
        house.keep(&[snap("a.jpg", "2016-02-29T12:00"), snap("b.jpg", "2016-02-28T12:00")]);
        let leap = |day: &str| {
            let mut of: Vec<bool> =
                on(&house, day).iter().map(|c| matches!(c.reason, Reason::OnThisDay { leap_day: true, .. })).collect();
            of.sort_unstable();
            of
        };
        assert_eq!(leap("2026-02-28"), [false, true]);
        assert_eq!(leap("2024-02-28"), [false]);
        assert_eq!(leap("2024-02-29"), [false], "on the day itself there is nothing to explain");
        assert_eq!(leap("2026-03-01"), [] as [bool; 0]);
    }
}

#[test]
fn nothing_from_the_last_300_days_returns() {
    for house in houses() {
        house.keep(&[snap("a.jpg", "2024-02-29T12:00"), snap("b.jpg", "2024-03-01T12:00")]);
        assert_eq!(returns(&house, "2024-03-01"), []);
        assert_eq!(returns(&house, "2025-02-28"), [(1, 1)]);
    }
}

#[test]
fn what_is_no_picture_of_life_or_has_no_trusted_date_never_returns() {
    let day = "2019-09-28T15:00";
    let unfit: Vec<(&str, Snap)> = vec![
        ("a screenshot", snap("1.jpg", day).sort(Genre::Screenshot)),
        ("a receipt", snap("2.jpg", day).sort(Genre::Document)),
        ("a meme", snap("3.jpg", day).sort(Genre::Meme)),
        ("a scan by the day it was scanned", snap("4.jpg", day).known_by(Confidence::Scan)),
        ("a file by its own time", snap("5.jpg", day).known_by(Confidence::FileTime)),
        ("a dead clock", snap("6.jpg", day).known_by(Confidence::DoubtfulClock)),
        ("only a month", snap("7.jpg", day).to_the(Precision::Month)),
        ("about a year", snap("8.jpg", day).to_the(Precision::AboutYear)),
        ("rejected by its owner", {
            let mut rejected = snap("9.jpg", day);
            rejected.facts.rating = Some(-1);
            rejected
        }),
        ("not to be shown", {
            let mut broken = snap("10.jpg", day);
            broken.not_shown = Some(NotShown::Truncated);
            broken
        }),
    ];
    for house in houses() {
        for (what, snap) in &unfit {
            house.keep(std::slice::from_ref(snap));
            assert_eq!(returns(&house, "2026-09-28"), [], "{what}");
        }
        house.keep(&[snap("fit.jpg", day)]);
        assert_eq!(returns(&house, "2026-09-28"), [(7, 1)], "the same day with a fit photo");
    }
}

#[test]
fn a_photo_imported_late_corrected_hidden_or_removed_is_right_on_the_next_request() {
    for house in houses() {
        let owner = house.owner();
        let ids = house.keep(&[snap("a.jpg", "2019-09-28T15:00"), snap("b.jpg", "2019-09-28T15:10")]);
        assert_eq!(returns(&house, "2026-09-28"), [(7, 2)]);
        house.keep(&[snap("late.jpg", "2019-09-28T15:05")]);
        assert_eq!(returns(&house, "2026-09-28"), [(7, 3)]);
        // Deliberately without settling: reading settles.
        house.store.write(|tx| correct_dates(tx, owner, &ids[..1], "2018-03-04".parse().unwrap())).unwrap();
        assert_eq!(returns(&house, "2026-09-28"), [(7, 2)]);
        assert_eq!(returns(&house, "2026-03-04"), [(8, 1)]);
        house.store.write(|tx| hide(tx, owner, ids[1])).unwrap();
        assert_eq!(returns(&house, "2026-09-28"), [(7, 1)]);
        house.store.write(|tx| remove(tx, owner, ids[0], now().timestamp())).unwrap();
        assert_eq!(returns(&house, "2026-03-04"), []);
    }
}

#[test]
fn a_moment_keeps_its_id_while_most_of_its_photos_stay() {
    for house in houses() {
        let owner = house.owner();
        let ids = house.keep(&[
            snap("a.jpg", "2019-09-28T15:00"),
            snap("b.jpg", "2019-09-28T15:10"),
            snap("c.jpg", "2019-09-28T15:20"),
        ]);
        let moment_of = |id: PhotoId| house.store.read(|tx| moments_holding(tx, owner, &[id])).unwrap()[0];
        let before = moment_of(ids[0]);
        house.keep(&[snap("d.jpg", "2019-09-28T14:00"), snap("e.jpg", "2019-09-28T17:00")]);
        assert_eq!(moment_of(ids[0]), before);
        house
            .store
            .write(|tx| {
                correct_dates(tx, owner, &ids[..1], "2019-09-29".parse().unwrap())?;
                settle(tx, owner)
            })
            .unwrap();
        assert_eq!(moment_of(ids[1]), before);
        assert_ne!(moment_of(ids[0]), before);
    }
}

#[test]
fn a_birthday_brings_a_picture_of_each_year_while_the_person_lives() {
    for house in houses() {
        let owner = house.owner();
        house.keep(&[
            snap("a.jpg", "2020-03-05T12:00").of(&["Leo"]),
            snap("b.jpg", "2021-05-05T12:00").of(&["Leo"]),
            snap("c.jpg", "2021-06-05T12:00").of(&["Leo"]).favourite(),
            snap("d.jpg", "2021-06-06T12:00").of(&["Ana"]),
            snap("new.jpg", "2026-01-06T12:00").of(&["Leo"]),
        ]);
        let leo = house.store.read(|tx| library::people(tx, owner)).unwrap();
        let leo = leo.iter().find(|p| p.name == "Leo").unwrap().id;
        assert_eq!(returns(&house, "2026-03-02"), [], "nobody's birth date is known");

        house.store.write(|tx| set_birth(tx, owner, leo, Some("2019-03-02".parse().unwrap()))).unwrap();
        assert_eq!(returns(&house, "2026-03-02"), [(7, 2)], "one a year, none of the last 300 days");
        let picks = &on(&house, "2026-03-02")[0].picks;
        assert_eq!(picks.iter().map(|p| p.photo.0).collect::<Vec<_>>(), [3, 1], "the favourite of 2021, then 2020");
        assert_eq!(returns(&house, "2026-03-03"), []);

        house.store.write(|tx| set_death(tx, owner, leo, Some("2024-01-01".parse().unwrap()))).unwrap();
        assert_eq!(returns(&house, "2026-03-02"), [], "the dead have no birthdays here");
    }
}

#[test]
fn however_many_moments_there_are_a_day_offers_a_sensible_number_from_every_year() {
    for house in houses() {
        let mut snaps = Vec::new();
        for year in 2010..2020 {
            for hour in [1, 8, 12, 16, 20] {
                snaps.push(snap(&format!("{year}-{hour}.jpg"), &format!("{year}-09-28T{hour:02}:00")));
            }
        }
        house.keep(&snaps);
        let found = returns(&house, "2026-09-28");
        assert!(found.len() <= memories::MOST_MEMORIES + 4, "{}", found.len());
        let years: std::collections::BTreeSet<u16> = found.iter().map(|(years, _)| *years).collect();
        assert_eq!(years.len(), 10);
    }
}

/// The whole grouping, done anew from all photos, is what the changes one by one led to.
#[test]
fn grouping_step_by_step_leads_to_the_same_moments_as_grouping_at_once() {
    use proptest::prelude::*;
    let minutes = proptest::collection::vec(0_i64..6 * 24 * 60, 1..40);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig { cases: 60, ..ProptestConfig::default() });
    runner
        .run(&minutes, |minutes| {
            let at = |m: i64| {
                let start: jiff::civil::DateTime = "2019-05-01T00:00".parse().unwrap();
                (start + jiff::Span::new().minutes(m)).to_string()
            };
            let one_by_one = House::on_sqlite();
            let at_once = House::on_sqlite();
            let snaps: Vec<Snap> = (0..).zip(&minutes).map(|(i, m)| snap(&format!("{i}.jpg"), &at(*m))).collect();
            for snap in &snaps {
                one_by_one.keep(std::slice::from_ref(snap));
            }
            at_once.keep(&snaps);
            let grouped = |house: &House| {
                let sql = "SELECT moment, photo FROM moment_photos ORDER BY moment, photo";
                let rows: Vec<(i64, i64)> =
                    house.store.read(|tx| tx.all(sql, &[], |r| Ok::<_, StoreError>((r.get(0)?, r.get(1)?)))).unwrap();
                let mut groups = std::collections::BTreeMap::<i64, Vec<i64>>::new();
                for (moment, photo) in rows {
                    groups.entry(moment).or_default().push(photo);
                }
                let mut groups: Vec<Vec<i64>> = groups.into_values().collect();
                groups.sort();
                groups
            };
            let (a, b) = (grouped(&one_by_one), grouped(&at_once));
            prop_assert_eq!(a.iter().map(Vec::len).sum::<usize>(), snaps.len(), "every photo is in exactly one moment");
            prop_assert_eq!(a, b);
            Ok(())
        })
        .unwrap();
}
