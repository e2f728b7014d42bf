//! The shelf: every photo in its place and counted there, page after page, and nothing of what is held; on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

mod asked;

use std::collections::{BTreeMap, BTreeSet};

use asked::{keep_away, lift, look, photo};
use care::{CareError, HowLong, LibraryView, Scope, Shelf, Turn, Wish};
use circle::Viewer;
use jiff::civil::Date;
use library::{Known, Spot, Stretch};
use model::{PhotoId, Precision};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use testkit::{House, Snap, houses, now, snap};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn seen<T>(house: &House, work: impl FnOnce(&mut LibraryView<'_, '_>) -> Result<T, CareError>) -> Result<T, CareError> {
    look(&house.store, house.owner(), now().date(), work)
}

/// Every photo of a stretch with its day, walking all pages forwards; checks that walking backwards meets the same.
fn walked(
    view: &mut LibraryView<'_, '_>,
    stretch: Stretch,
    most: usize,
) -> Result<Vec<(i64, Option<Date>)>, CareError> {
    let (mut found, mut turn) = (Vec::new(), Some(Turn::From(Spot::FIRST)));
    while let Some(at) = turn {
        let page = view.shelf_page(stretch, at, most)?;
        assert!(page.photos.len() <= most);
        assert!(page.later.is_none() || !page.photos.is_empty());
        found.extend(page.photos.iter().map(|p| (p.id.0, p.taken.as_ref().map(|taken| taken.at.date()))));
        turn = page.later;
    }
    let (mut back, mut turn) = (Vec::new(), Some(Turn::Before(Spot::LAST)));
    while let Some(at) = turn {
        let page = view.shelf_page(stretch, at, most)?;
        back.extend(page.photos.iter().rev().map(|p| p.id.0));
        turn = page.earlier;
    }
    back.reverse();
    assert_eq!(found.iter().map(|(id, _)| *id).collect::<Vec<_>>(), back, "{stretch:?}, there and back");
    Ok(found)
}

/// Every stretch there is, from the counts.
fn stretches(shelf: &Shelf) -> Vec<Stretch> {
    let mut all = vec![Stretch::Undated, Stretch::Hidden];
    for year in shelf.years() {
        all.push(Stretch::SomeTimeIn(year.year));
        all.extend(year.months.iter().map(|(month, _)| Stretch::Month(Date::new(year.year, *month, 1).unwrap())));
    }
    all
}

/// Walks the whole shelf; checks that it holds what it counts. Answers every photo on it.
fn whole_shelf(house: &House, most: usize) -> BTreeSet<i64> {
    seen(house, |view| {
        let shelf = view.shelf()?;
        let mut met = BTreeSet::new();
        for stretch in stretches(&shelf) {
            let photos = walked(view, stretch, most)?;
            assert_eq!(photos.len() as u64, shelf.count(stretch), "{stretch:?}");
            for (id, _) in &photos {
                assert!(met.insert(*id), "{id} is in two places");
            }
            if let Stretch::Month(month) = stretch {
                let mut by_day: BTreeMap<Date, u64> = BTreeMap::new();
                photos.iter().for_each(|(_, day)| *by_day.entry(day.unwrap()).or_default() += 1);
                let monthly = shelf.days.iter().find(|d| d.known == Known::Month && d.day == month);
                if let Some(monthly) = monthly {
                    *by_day.get_mut(&month).unwrap() -= monthly.photos;
                    by_day.retain(|_, photos| *photos > 0);
                }
                let counted: BTreeMap<Date, u64> = shelf.days_of(month).map(|d| (d.day, d.photos)).collect();
                assert_eq!(counted, by_day);
            }
        }
        for year in shelf.years() {
            let months: u64 = year.months.iter().map(|(_, photos)| photos).sum();
            assert_eq!(year.photos, months + year.some_time);
            let (first, end) = year.span();
            for id in view.shelf_samples(first, end, 4)? {
                assert!(met.contains(&id.0), "a sample that is not on the shelf");
            }
        }
        Ok(met)
    })
    .unwrap()
}

#[derive(Clone, Debug)]
struct Random {
    /// Day (by number of a few), minute, how much is known of the date (none of it at 0), and what is done with it.
    photos: Vec<(usize, i64, u8, u8)>,
    /// What a wish is about, by index of a photo.
    wishes: Vec<(u8, usize)>,
}

const DAYS: [&str; 7] =
    ["1956-01-01", "1969-12-31", "1970-01-01", "2019-02-28", "2019-03-01", "2019-03-02", "2020-02-29"];

fn random() -> impl Strategy<Value = Random> {
    let photo = (0..DAYS.len(), 0_i64..24 * 60, 0_u8..12, 0_u8..12);
    (prop::collection::vec(photo, 1..40), prop::collection::vec((0_u8..3, any::<usize>()), 0..5))
        .prop_map(|(photos, wishes)| Random { photos, wishes })
}

fn snapped(index: usize, (on, minute, known, _): (usize, i64, u8, u8)) -> Snap {
    let date = day(DAYS[on]);
    let name = format!("{index}.jpg");
    let at = |date: Date| snap(&name, &format!("{date}T00:00"));
    match known {
        0 => {
            let mut undated = at(date);
            undated.facts.taken = None;
            undated
        }
        1 => at(date.first_of_month()).to_the(Precision::Month),
        2 => at(date.first_of_year()).to_the(Precision::Year),
        3 => at(date.first_of_year()).to_the(Precision::AboutYear),
        4 => at(date).to_the(Precision::Day),
        _ => snap(&name, &format!("{date}T{:02}:{:02}", minute / 60, minute % 60)),
    }
}

fn lived_through(house: &House, random: &Random) -> Result<(), TestCaseError> {
    let owner = house.owner();
    let snaps: Vec<Snap> = random.photos.iter().enumerate().map(|(i, photo)| snapped(i, *photo)).collect();
    let ids = house.keep(&snaps);
    prop_assert_eq!(whole_shelf(house, 3).len(), ids.len(), "all of them are somewhere");

    let mut removed = BTreeSet::new();
    for (id, (.., fate)) in ids.iter().zip(&random.photos) {
        house
            .store
            .write(|tx| match fate {
                0 => {
                    removed.insert(id.0);
                    library::remove(tx, owner, *id, now().timestamp()).map(|_| ())
                }
                1 => library::hide(tx, owner, *id).map(|_| ()),
                2 => library::correct_dates(tx, owner, &[*id], "1956-01".parse().unwrap()).map(|_| ()),
                3 => library::correct_dates(tx, owner, &[*id], "2019-03-01".parse().unwrap()).map(|_| ()),
                _ => Ok(()),
            })
            .unwrap();
    }
    let before = whole_shelf(house, 4);
    let expected: BTreeSet<i64> = ids.iter().map(|id| id.0).filter(|id| !removed.contains(id)).collect();
    prop_assert_eq!(&before, &expected);

    let mut made = Vec::new();
    for (kind, at) in &random.wishes {
        let id = ids[at % ids.len()];
        let moment = house.store.read(|tx| memories::moments_holding(tx, owner, &[id])).unwrap().first().copied();
        let scope = match (kind, moment) {
            (0, Some(moment)) => Scope::Moment(moment),
            (1, _) => Scope::Day(day(DAYS[at % DAYS.len()])),
            _ => Scope::Photo(id),
        };
        let wish = Wish { scope, how_long: HowLong::Never };
        made.extend(keep_away(&house.store, owner, wish, now().date(), &now()).unwrap());
    }
    let shown = whole_shelf(house, 4);
    for id in &ids {
        let alone = photo(&house.store, owner, *id, now().date()).unwrap().is_some();
        prop_assert_eq!(alone, shown.contains(&id.0), "{} alone and on the shelf", id.0);
    }
    for id in made {
        lift(&house.store, owner, id, now().timestamp()).unwrap();
    }
    prop_assert_eq!(whole_shelf(house, 5), before);
    Ok(())
}

#[test]
fn the_shelf_holds_what_it_counts_and_nothing_of_what_is_held() {
    let mut runner = TestRunner::new(ProptestConfig { cases: 40, ..ProptestConfig::default() });
    runner.run(&random(), |random| lived_through(&House::on_sqlite(), &random)).unwrap();
}

#[test]
fn the_same_holds_of_the_shelf_on_both_engines() {
    let mut runner = TestRunner::new(ProptestConfig { cases: 6, ..ProptestConfig::default() });
    runner.run(&random(), |random| houses().iter().try_for_each(|house| lived_through(house, &random))).unwrap();
}

#[test]
fn a_month_of_many_photos_taken_in_the_same_second_is_paged_without_loss_or_doubles() {
    for house in houses() {
        let photos: Vec<Snap> =
            (0..500).map(|i| snap(&format!("{i}.jpg"), &format!("2014-07-{:02}T12:00:00", 1 + i / 250))).collect();
        let ids: BTreeSet<i64> = house.keep(&photos).iter().map(|id| id.0).collect();
        assert_eq!(whole_shelf(&house, 120), ids);
        seen(&house, |view| {
            let month = Stretch::Month(day("2014-07-01"));
            let second = view.shelf_page(month, Turn::From(Spot::at(day("2014-07-02"))), 120)?;
            assert_eq!(second.photos[0].taken.as_ref().unwrap().at.date(), day("2014-07-02"));
            let Some(Turn::Before(_)) = second.earlier else { panic!("what is before the second day") };
            Ok(())
        })
        .unwrap();
    }
}

#[test]
fn a_month_of_which_everything_is_held_is_not_there() {
    for house in houses() {
        house.keep(&[
            snap("a.jpg", "2019-05-04T10:00"),
            snap("held.jpg", "2019-06-04T10:00"),
            snap("b.jpg", "2019-07-04T10:00"),
        ]);
        let months = || seen(&house, |view| Ok(view.shelf()?.years()[0].months.clone())).unwrap();
        let beside = || seen(&house, |view| Ok(view.shelf()?.months_beside(day("2019-05-01")))).unwrap();
        let nearest = || seen(&house, |view| Ok(view.shelf()?.nearest(day("2019-06-05")))).unwrap();
        let samples = || seen(&house, |view| view.shelf_samples(day("2019-06-01"), day("2019-07-01"), 4)).unwrap();
        assert_eq!(months(), [(5, 1), (6, 1), (7, 1)]);
        assert_eq!(beside(), (None, Some(day("2019-06-01"))));
        assert_eq!(nearest(), Some(day("2019-06-04")));
        assert_eq!(samples(), [PhotoId(2)]);
        let wish = Wish { scope: Scope::Day(day("2019-06-04")), how_long: HowLong::Never };
        keep_away(&house.store, house.owner(), wish, now().date(), &now()).unwrap();
        assert_eq!(months(), [(5, 1), (7, 1)]);
        assert_eq!(beside(), (None, Some(day("2019-07-01"))));
        assert_eq!(nearest(), Some(day("2019-07-04")));
        assert_eq!(samples(), []);
    }
}

#[test]
fn samples_are_spread_over_the_year_and_favourites_come_first() {
    for house in houses() {
        let mut photos: Vec<Snap> =
            (0..8).map(|i| snap(&format!("new year {i}.jpg"), &format!("2019-01-01T10:{i:02}"))).collect();
        photos.push(snap("favourite.jpg", "2019-01-02T10:00").favourite());
        photos.push(snap("summer.jpg", "2019-08-02T10:00"));
        photos.push(snap("screen.jpg", "2019-05-02T10:00").sort(media::Genre::Screenshot));
        house.keep(&photos);
        let samples = seen(&house, |view| view.shelf_samples(day("2019-01-01"), day("2020-01-01"), 3)).unwrap();
        assert_eq!(samples, [PhotoId(9), PhotoId(1), PhotoId(10)]);
    }
}

#[test]
fn a_stranger_finds_an_empty_shelf() {
    for house in houses() {
        house.keep(&[snap("a.jpg", "2019-05-04T10:00")]);
        let stranger = Viewer::at_the_machine(model::LibraryId(9), model::PersonId(0));
        let days = |viewer| look(&house.store, viewer, now().date(), |view| Ok(view.shelf()?.days.len())).unwrap();
        assert_eq!((days(house.owner()), days(stranger)), (1, 0));
        let month = Stretch::Month(day("2019-05-01"));
        let page = |viewer| {
            look(&house.store, viewer, now().date(), |view| {
                Ok(view.shelf_page(month, Turn::From(Spot::FIRST), 9)?.photos.len())
            })
            .unwrap()
        };
        assert_eq!((page(house.owner()), page(stranger)), (1, 0));
    }
}

#[test]
fn the_ends_of_the_calendar_are_months_like_any_other() {
    for house in houses() {
        house.keep(&[snap("last.jpg", "9999-12-31T23:59:59"), snap("early.jpg", "0001-01-01T00:00")]);
        assert_eq!(whole_shelf(&house, 1).len(), 2);
        let beyond = Stretch::Month(Date::MAX);
        assert!(seen(&house, |view| view.shelf_page(beyond, Turn::Before(Spot::FIRST), 3)).is_ok());
    }
}
