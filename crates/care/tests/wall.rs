//! The wall: what is kept away leaves no trace, on either engine, and returns at once when its owner lifts the wish.
#![allow(clippy::unwrap_used, missing_docs)]

mod asked;

use asked::{beside, keep_away, lift, look, photo, standing, story, story_part, today};
use care::{HowLong, Scope, Wish};
use circle::Viewer;
use jiff::civil::Date;
use model::{MomentId, PersonId, PhotoId, WishId};
use testkit::{House, houses, now, snap};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Numbers of the photos in each memory of a day, as the default owner sees it today.
fn shown(house: &House, on: &str) -> Vec<Vec<i64>> {
    shown_to(house, house.owner(), on)
}

fn shown_to(house: &House, viewer: Viewer, on: &str) -> Vec<Vec<i64>> {
    let plan = today(&house.store, viewer, day(on), now().date()).unwrap();
    plan.memories.iter().map(|memory| memory.photos.iter().map(|photo| photo.id.0).collect()).collect()
}

fn wish(house: &House, scope: Scope, how_long: HowLong, on: &str) -> WishId {
    let wish = Wish { scope, how_long };
    keep_away(&house.store, house.owner(), wish, day(on), &now()).unwrap().unwrap()
}

fn undo(house: &House, id: WishId) -> bool {
    lift(&house.store, house.owner(), id, now().timestamp()).unwrap()
}

fn moment_of(house: &House, id: PhotoId) -> MomentId {
    house.store.read(|tx| memories::moments_holding(tx, house.owner(), &[id])).unwrap()[0]
}

fn afternoon(house: &House) -> Vec<PhotoId> {
    house.keep(&[
        snap("a.jpg", "2019-09-28T15:00"),
        snap("b.jpg", "2019-09-28T15:20"),
        snap("c.jpg", "2019-09-28T15:40"),
    ])
}

#[test]
fn a_photo_that_is_put_away_leaves_its_moment_without_a_trace() {
    for house in houses() {
        let ids = afternoon(&house);
        assert_eq!(shown(&house, "2026-09-28"), [[1, 2, 3]]);
        let id = wish(&house, Scope::Photo(ids[1]), HowLong::Never, "2026-09-28");
        assert_eq!(shown(&house, "2026-09-28"), [[1, 3]]);
        let plan = today(&house.store, house.owner(), day("2026-09-28"), now().date()).unwrap();
        assert_eq!(plan.memories[0].of, 2, "not even in the count");
        let whole = story(&house.store, house.owner(), moment_of(&house, ids[0]), now().date()).unwrap().unwrap();
        assert_eq!((whole.photos.len(), whole.moment.photos), (2, 2));
        assert!(photo(&house.store, house.owner(), ids[1], now().date()).unwrap().is_none());

        assert!(undo(&house, id));
        assert_eq!(shown(&house, "2026-09-28"), [[1, 2, 3]]);
        assert!(photo(&house.store, house.owner(), ids[1], now().date()).unwrap().is_some());
    }
}

#[test]
fn a_moment_of_which_something_is_put_away_speaks_of_the_rest_alone() {
    for house in houses() {
        let ids = house.keep(&[
            snap("a.jpg", "2019-09-28T15:00"),
            snap("b.jpg", "2019-09-28T15:20"),
            snap("c.jpg", "2019-09-28T16:10").at("Salem Harbour", 44.93, -123.03),
            snap("d.jpg", "2019-09-28T16:20").at("Salem Harbour", 44.93, -123.03),
        ]);
        let told = || {
            let plan = today(&house.store, house.owner(), day("2026-09-28"), now().date()).unwrap();
            let whole = story(&house.store, house.owner(), moment_of(&house, ids[0]), now().date()).unwrap().unwrap();
            let beside = beside(&house.store, house.owner(), ids[0], now().date()).unwrap().unwrap();
            let of = |moment: &memories::Moment| (moment.place.clone().map(|p| p.town), moment.ends.to_string());
            [of(plan.memories[0].moment.as_ref().unwrap()), of(&whole.moment), of(&beside.moment)]
        };
        let all = (Some("Salem Harbour".to_owned()), "2019-09-28T16:20:00".to_owned());
        assert_eq!(told(), [all.clone(), all.clone(), all.clone()]);
        let away = [ids[2], ids[3]].map(|id| wish(&house, Scope::Photo(id), HowLong::Never, "2026-09-28"));
        let rest = (None, "2019-09-28T15:20:00".to_owned());
        assert_eq!(told(), [rest.clone(), rest.clone(), rest]);
        assert!(away.map(|id| undo(&house, id)).iter().all(|back| *back));
        assert_eq!(told(), [all.clone(), all.clone(), all]);
    }
}

#[test]
fn what_was_hidden_or_removed_before_goes_with_the_moment_that_is_put_away() {
    for house in houses() {
        let ids = afternoon(&house);
        let moment = moment_of(&house, ids[0]);
        let time = now().timestamp();
        house.store.write(|tx| library::hide(tx, house.owner(), ids[1])).unwrap();
        house.store.write(|tx| library::remove(tx, house.owner(), ids[2], time)).unwrap();
        let seen = || {
            let seen = |view: &mut care::LibraryView<'_, '_>| {
                Ok((view.removed(time, 0, 10)?.of, view.photos(&[ids[1]])?.len(), view.shows(ids[0])))
            };
            look(&house.store, house.owner(), now().date(), seen).unwrap()
        };
        assert_eq!(seen(), (1, 1, true));
        let away = wish(&house, Scope::Moment(moment), HowLong::Never, "2026-09-28");
        assert_eq!(seen(), (0, 0, false));
        assert!(photo(&house.store, house.owner(), ids[1], now().date()).unwrap().is_none());
        assert!(undo(&house, away));
        assert_eq!(seen(), (1, 1, true));
    }
}

#[test]
fn a_moment_that_is_put_away_takes_its_photos_with_it() {
    for house in houses() {
        let ids = afternoon(&house);
        house.keep(&[snap("other.jpg", "2018-09-28T10:00")]);
        let moment = moment_of(&house, ids[0]);
        assert_eq!(shown(&house, "2026-09-28").len(), 2);
        let id = wish(&house, Scope::Moment(moment), HowLong::Never, "2026-09-28");
        assert_eq!(shown(&house, "2026-09-28"), [[4]]);
        assert!(story(&house.store, house.owner(), moment, now().date()).unwrap().is_none());
        for id in &ids {
            assert!(photo(&house.store, house.owner(), *id, now().date()).unwrap().is_none());
        }
        undo(&house, id);
        assert_eq!(shown(&house, "2026-09-28").len(), 2);
    }
}

#[test]
fn a_moment_stays_away_however_it_is_grouped_later() {
    for house in houses() {
        let ids = afternoon(&house);
        wish(&house, Scope::Moment(moment_of(&house, ids[0])), HowLong::Never, "2026-09-28");
        // It grows, and then its photos move to another day.
        house.keep(&[snap("late.jpg", "2019-09-28T15:30")]);
        assert_eq!(shown(&house, "2026-09-28"), [] as [Vec<i64>; 0]);
        house
            .store
            .write(|tx| library::correct_dates(tx, house.owner(), &ids[..2], "2017-06-01".parse().unwrap()))
            .unwrap();
        assert_eq!(shown(&house, "2026-06-01"), [] as [Vec<i64>; 0]);
        assert_eq!(shown(&house, "2026-09-28"), [] as [Vec<i64>; 0]);
        // It joins another moment: the more careful wins.
        house.keep(&[snap("joined.jpg", "2017-06-01T15:10")]);
        assert_eq!(shown(&house, "2026-06-01"), [] as [Vec<i64>; 0]);
    }
}

#[test]
fn a_day_that_is_put_away_takes_everything_that_was_lived_on_it() {
    for house in houses() {
        house.keep(&[
            snap("a.jpg", "2019-09-28T10:00"),
            snap("b.jpg", "2019-09-28T18:00"),
            snap("party.jpg", "2019-09-27T23:00"),
            snap("after midnight.jpg", "2019-09-28T00:30"),
            snap("other year.jpg", "2018-09-28T10:00"),
        ]);
        assert_eq!(shown(&house, "2026-09-28").len(), 3);
        wish(&house, Scope::Day(day("2019-09-28")), HowLong::Never, "2026-09-28");
        assert_eq!(shown(&house, "2026-09-28"), [[5]]);
        assert_eq!(shown(&house, "2026-09-27"), [[3]], "the party began on another day; only its first hour is shown");
    }
}

#[test]
fn a_night_that_began_on_a_day_that_is_put_away_stays_away_past_midnight() {
    for house in houses() {
        let ids = house.keep(&[
            snap("evening.jpg", "2020-09-28T22:40").of(&["Elin"]),
            snap("past midnight.jpg", "2020-09-29T01:10").of(&["Elin"]),
            snap("next day.jpg", "2020-09-29T15:00"),
        ]);
        let elin = house.store.read(|tx| library::people(tx, house.owner())).unwrap()[0].id;
        house.store.write(|tx| library::set_birth(tx, house.owner(), elin, Some(day("1990-09-28")))).unwrap();
        assert_eq!(shown(&house, "2026-09-28"), [vec![1], vec![1, 2]], "a birthday and the night");
        wish(&house, Scope::Day(day("2020-09-28")), HowLong::Never, "2026-09-28");
        assert_eq!(shown(&house, "2026-09-28"), [] as [Vec<i64>; 0]);
        assert!(photo(&house.store, house.owner(), ids[1], now().date()).unwrap().is_none());
        assert_eq!(shown(&house, "2026-09-29"), [[3]]);
    }
}

#[test]
fn a_burst_is_one_picture_to_the_eye_and_is_put_away_as_one() {
    for house in houses() {
        let ids = house.keep(&[
            snap("a.jpg", "2019-09-28T15:00:00").looking(0b0),
            snap("b.jpg", "2019-09-28T15:00:01").looking(0b1),
            snap("c.jpg", "2019-09-28T15:00:02").looking(0b11),
            snap("d.jpg", "2019-09-28T15:20:00").looking(u64::MAX),
        ]);
        wish(&house, Scope::Photo(ids[0]), HowLong::Never, "2026-09-28");
        assert_eq!(shown(&house, "2026-09-28"), [[4]]);
    }
}

#[test]
fn a_burst_stays_away_when_the_one_that_was_put_away_leaves_it() {
    for house in houses() {
        let ids = house.keep(&[
            snap("a.jpg", "2019-09-28T15:00:00").looking(0b0),
            snap("b.jpg", "2019-09-28T15:00:01").looking(0b1),
            snap("d.jpg", "2019-09-28T15:20:00").looking(u64::MAX),
        ]);
        wish(&house, Scope::Photo(ids[0]), HowLong::Never, "2026-09-28");
        house.store.write(|tx| library::hide(tx, house.owner(), ids[0])).unwrap();
        assert_eq!(shown(&house, "2026-09-28"), [[3]]);
    }
}

#[test]
fn a_day_stays_away_when_its_photos_turn_out_to_be_of_another() {
    for house in houses() {
        let ids = afternoon(&house);
        wish(&house, Scope::Day(day("2019-09-28")), HowLong::Never, "2026-09-28");
        house.store.write(|tx| library::correct_dates(tx, house.owner(), &ids, "2019-09-27".parse().unwrap())).unwrap();
        assert_eq!(shown(&house, "2026-09-27"), [] as [Vec<i64>; 0]);
    }
}

#[test]
fn not_this_holds_for_the_day_and_not_this_year_until_the_same_day_next_year() {
    for house in houses() {
        let ids = afternoon(&house);
        let scope = Scope::Moment(moment_of(&house, ids[0]));
        let on = |today_is: &str| {
            let plan = today(&house.store, house.owner(), day("2026-09-28"), day(today_is)).unwrap();
            plan.memories.len()
        };
        let in_year = |year: i16| {
            let same = day(&format!("{year}-09-28"));
            today(&house.store, house.owner(), same, same).unwrap().memories.len()
        };
        let id = wish(&house, scope, HowLong::NotThis, "2026-09-28");
        assert_eq!((on("2026-09-28"), on("2026-09-20"), in_year(2027)), (0, 0, 1));
        assert!(photo(&house.store, house.owner(), ids[0], day("2026-09-28")).unwrap().is_none());
        assert!(
            photo(&house.store, house.owner(), ids[0], day("2026-09-29")).unwrap().is_some(),
            "nothing was learned"
        );
        undo(&house, id);
        assert_eq!(on("2026-09-28"), 1);

        wish(&house, scope, HowLong::NotThisYear, "2026-09-28");
        assert_eq!((in_year(2026), in_year(2027)), (0, 1));
        let next = today(&house.store, house.owner(), day("2027-09-28"), day("2027-09-28")).unwrap();
        assert_eq!(
            (next.memories.len(), next.card),
            (1, None),
            "that something was put away once makes no later day ask"
        );
        assert!(photo(&house.store, house.owner(), ids[0], day("2027-09-27")).unwrap().is_none());

        wish(&house, scope, HowLong::Never, "2026-09-28");
        assert_eq!((in_year(2026), in_year(2027), in_year(2099)), (0, 0, 0), "time softens nothing by itself");
    }
}

#[test]
fn care_is_per_viewer_and_only_its_owner_lifts_a_wish() {
    for house in houses() {
        let ids = afternoon(&house);
        let husband = Viewer::at_the_machine(house.owner().library(), PersonId(77));
        let id = wish(&house, Scope::Photo(ids[1]), HowLong::Never, "2026-09-28");
        assert_eq!(shown(&house, "2026-09-28"), [[1, 3]]);
        assert_eq!(shown_to(&house, husband, "2026-09-28"), [[1, 2, 3]]);
        assert!(standing(&house.store, husband, day("2026-09-28")).unwrap().is_empty());
        assert!(!lift(&house.store, husband, id, now().timestamp()).unwrap());
        assert_eq!(shown(&house, "2026-09-28"), [[1, 3]]);
    }
}

#[test]
fn a_birthday_shows_nothing_that_was_put_away_elsewhere() {
    for house in houses() {
        let ids = house
            .keep(&[snap("a.jpg", "2020-05-05T12:00").of(&["Leo"]), snap("b.jpg", "2021-05-05T12:00").of(&["Leo"])]);
        let leo = house.store.read(|tx| library::people(tx, house.owner())).unwrap()[0].id;
        house.store.write(|tx| library::set_birth(tx, house.owner(), leo, Some(day("2019-03-02")))).unwrap();
        assert_eq!(shown(&house, "2026-03-02"), [[1, 2]]);
        wish(&house, Scope::Moment(moment_of(&house, ids[0])), HowLong::Never, "2026-09-28");
        assert_eq!(shown(&house, "2026-03-02"), [[2]]);
        wish(&house, Scope::Day(day("2021-05-05")), HowLong::Never, "2026-09-28");
        assert_eq!(shown(&house, "2026-03-02"), [] as [Vec<i64>; 0]);
    }
}

#[test]
fn a_birthday_that_is_put_away_does_not_return_and_its_photos_stay() {
    for house in houses() {
        let ids = house.keep(&[snap("a.jpg", "2020-05-05T12:00").of(&["Leo"])]);
        let leo = house.store.read(|tx| library::people(tx, house.owner())).unwrap()[0].id;
        house.store.write(|tx| library::set_birth(tx, house.owner(), leo, Some(day("2019-09-28")))).unwrap();
        assert_eq!(shown(&house, "2026-09-28"), [[1]]);
        let id = wish(&house, Scope::Birthday(leo), HowLong::NotThisYear, "2026-09-28");
        assert_eq!(shown(&house, "2026-09-28"), [] as [Vec<i64>; 0]);
        assert!(photo(&house.store, house.owner(), ids[0], now().date()).unwrap().is_some());
        undo(&house, id);
        assert_eq!(shown(&house, "2026-09-28"), [[1]]);
    }
}

#[test]
fn where_care_cannot_decide_nothing_is_shown() {
    for house in houses() {
        let ids = afternoon(&house);
        wish(&house, Scope::Photo(ids[0]), HowLong::Never, "2026-09-28");
        assert_eq!(shown(&house, "2026-09-28"), [[2, 3]]);
        house.store.write(|tx| tx.execute("ALTER TABLE wish_photos RENAME TO lost", &[])).unwrap();
        assert!(today(&house.store, house.owner(), day("2026-09-28"), now().date()).is_err());
        assert!(photo(&house.store, house.owner(), ids[1], now().date()).is_err());
        assert!(story(&house.store, house.owner(), moment_of(&house, ids[1]), now().date()).is_err());
    }
}

#[test]
fn a_wish_about_what_is_not_there_or_not_yours_is_not_made() {
    for house in houses() {
        let ids = afternoon(&house);
        let stranger = Viewer::at_the_machine(model::LibraryId(9), PersonId(0));
        for (viewer, scope) in [
            (house.owner(), Scope::Photo(PhotoId(999))),
            (house.owner(), Scope::Moment(MomentId(999))),
            (stranger, Scope::Photo(ids[0])),
        ] {
            let wish = Wish { scope, how_long: HowLong::Never };
            let made = keep_away(&house.store, viewer, wish, day("2026-09-28"), &now()).unwrap();
            assert_eq!(made, None);
        }
        assert!(photo(&house.store, stranger, ids[0], now().date()).unwrap().is_none());
    }
}

#[test]
fn a_moment_whose_best_photos_are_put_away_one_by_one_still_shows_the_others() {
    for house in houses() {
        let names: Vec<String> = (0..20).map(|i| format!("{i}.jpg")).collect();
        let snaps: Vec<_> =
            (0..).zip(&names).map(|(i, name)| snap(name, &format!("2019-09-28T15:{:02}", i * 2))).collect();
        house.keep(&snaps);
        let mut away = 0;
        while let [memory] = &shown(&house, "2026-09-28")[..] {
            assert_eq!(memory.len(), (20 - away).min(8), "as many as there are room for");
            wish(&house, Scope::Photo(PhotoId(memory[0])), HowLong::Never, "2026-09-28");
            away += 1;
        }
        assert_eq!(away, 20, "it is gone when the last one is");
    }
}

#[test]
fn a_sight_of_the_library_shows_exactly_what_has_a_page() {
    for house in houses() {
        let mut ids = afternoon(&house);
        ids.extend(house.keep(&[snap("night.jpg", "2018-03-02T23:50"), snap("past.jpg", "2018-03-03T00:20")]));
        ids.extend(house.keep(&[snap("alone.jpg", "2015-07-07T10:00")]));
        let sight = |house: &House| {
            look(&house.store, house.owner(), now().date(), |view| {
                let shown: Vec<i64> = view.photos(&ids)?.iter().map(|photo| photo.id.0).collect();
                assert_eq!(shown.len() + view.put_away(), ids.len());
                Ok(shown)
            })
            .unwrap()
        };
        assert_eq!(sight(&house), [1, 2, 3, 4, 5, 6]);
        wish(&house, Scope::Photo(ids[1]), HowLong::Never, "2026-09-28");
        wish(&house, Scope::Day(day("2018-03-02")), HowLong::Never, "2026-09-28");
        assert_eq!(sight(&house), [1, 3, 6], "the night goes past midnight");
        let moment = wish(&house, Scope::Moment(moment_of(&house, ids[0])), HowLong::Never, "2026-09-28");
        assert_eq!(sight(&house), [6]);
        assert!(undo(&house, moment));
        assert_eq!(sight(&house), [1, 3, 6]);
        for id in &ids {
            let page = photo(&house.store, house.owner(), *id, now().date()).unwrap().is_some();
            assert_eq!(page, sight(&house).contains(&id.0), "{id}");
        }
    }
}

#[test]
fn a_moment_stays_away_in_all_its_photos_when_it_is_parted_and_when_it_is_joined_with_another() {
    for house in houses() {
        let owner = house.owner();
        let ids = house.keep(&[
            snap("a.jpg", "2019-09-28T10:00"),
            snap("b.jpg", "2019-09-28T10:10"),
            snap("c.jpg", "2019-09-28T10:20"),
            snap("evening.jpg", "2019-09-28T18:00"),
            snap("more.jpg", "2019-09-28T18:10"),
            snap("and more.jpg", "2019-09-28T18:20"),
            snap("and most.jpg", "2019-09-28T18:30"),
        ]);
        let cleared = || {
            let shown = ids.iter().filter(|id| photo(&house.store, owner, **id, now().date()).unwrap().is_some());
            shown.map(|id| id.0).collect::<Vec<_>>()
        };
        assert_eq!(shown(&house, "2026-09-28"), [vec![1, 2, 3], vec![4, 5, 6, 7]]);
        let made = wish(&house, Scope::Moment(moment_of(&house, ids[0])), HowLong::Never, "2026-09-28");
        assert_eq!((shown(&house, "2026-09-28"), cleared()), (vec![vec![4, 5, 6, 7]], vec![4, 5, 6, 7]));

        let first = house.store.read(|tx| memories::member(tx, owner, ids[2])).unwrap().unwrap();
        let parted = house.store.write(|tx| memories::part(tx, owner, first)).unwrap().unwrap();
        assert_ne!(moment_of(&house, ids[0]), moment_of(&house, ids[2]));
        assert_eq!((shown(&house, "2026-09-28"), cleared()), (vec![vec![4, 5, 6, 7]], vec![4, 5, 6, 7]));

        // Joined with a larger moment that goes on under its own id: the more careful wins.
        let (small, large) = (moment_of(&house, ids[2]), moment_of(&house, ids[3]));
        let joined = house.store.write(|tx| memories::join(tx, owner, small, large)).unwrap().unwrap();
        assert_eq!(moment_of(&house, ids[2]), large);
        assert_eq!((shown(&house, "2026-09-28"), cleared()), (vec![], vec![]));

        house.store.write(|tx| memories::unsew(tx, owner, joined)).unwrap();
        assert_eq!((shown(&house, "2026-09-28"), cleared()), (vec![vec![4, 5, 6, 7]], vec![4, 5, 6, 7]));
        house.store.write(|tx| memories::unsew(tx, owner, parted)).unwrap();
        undo(&house, made);
        assert_eq!(shown(&house, "2026-09-28"), [vec![1, 2, 3], vec![4, 5, 6, 7]]);
    }
}

#[test]
fn beside_a_photo_lies_what_may_be_shown_however_much_between_is_not() {
    for house in houses() {
        let owner = house.owner();
        let snaps: Vec<_> = (0..40).map(|i| snap(&format!("{i}.jpg"), &format!("2019-09-28T15:{i:02}"))).collect();
        let ids = house.keep(&snaps);
        let near = |at: usize| {
            let beside = beside(&house.store, owner, ids[at], now().date()).unwrap();
            beside.map(|b| (b.before.map(|id| id.0), b.after.map(|id| id.0)))
        };
        assert_eq!(near(0), Some((None, Some(2))));
        assert_eq!(near(20), Some((Some(20), Some(22))));
        for id in &ids[2..38] {
            wish(&house, Scope::Photo(*id), HowLong::Never, "2026-09-28");
        }
        assert_eq!(near(1), Some((Some(1), Some(39))));
        assert_eq!(near(38), Some((Some(2), Some(40))));
        assert_eq!(near(20), None);
        let moment = moment_of(&house, ids[0]);
        let part = |from, most| {
            let story = story_part(&house.store, owner, moment, now().date(), from, most).unwrap();
            story.map(|s| (s.moment.photos, s.photos.iter().map(|p| p.id.0).collect::<Vec<_>>()))
        };
        assert_eq!(part(0, 3), Some((4, vec![1, 2, 39])));
        assert_eq!(part(3, 3), Some((4, vec![40])));
        assert_eq!(part(4, 3), None);
        assert_eq!(part(usize::MAX, usize::MAX), None);
    }
}

#[test]
fn what_was_removed_is_listed_until_it_is_gone_and_what_is_put_away_is_not() {
    for house in houses() {
        let (owner, ids) = (house.owner(), afternoon(&house));
        let at = |days: i64| now().timestamp() + jiff::SignedDuration::from_hours(24 * days);
        let listed = |days: i64| {
            let removed = look(&house.store, owner, now().date(), |view| view.removed(at(days), 0, 10)).unwrap();
            (removed.of, removed.photos.iter().map(|photo| photo.id.0).collect::<Vec<_>>())
        };
        wish(&house, Scope::Photo(ids[2]), HowLong::Never, "2026-09-28");
        for (days, id) in ids.iter().enumerate() {
            house.store.write(|tx| library::remove(tx, owner, *id, at(days as i64))).unwrap();
        }
        assert_eq!(listed(2), (2, vec![2, 1]), "the latest first");
        assert_eq!(listed(29), (2, vec![2, 1]));
        assert_eq!(listed(30), (1, vec![2]));
        assert_eq!(listed(31), (0, vec![]));
        assert!(!house.store.write(|tx| library::restore(tx, owner, ids[0], at(30))).unwrap(), "gone for good");
        assert!(house.store.write(|tx| library::restore(tx, owner, ids[1], at(30))).unwrap());
        assert!(photo(&house.store, owner, ids[1], now().date()).unwrap().is_some());
        for id in [ids[0], ids[2]] {
            assert!(photo(&house.store, owner, id, now().date()).unwrap().is_none());
        }
    }
}

#[test]
fn screens_of_a_day_are_told_unless_they_are_put_away() {
    for house in houses() {
        let owner = house.owner();
        let ids = house.keep(&[
            snap("life.jpg", "2019-09-28T10:00"),
            snap("screen.png", "2019-09-28T11:00").sort(media::Genre::Screenshot),
            snap("receipt.jpg", "2019-09-28T12:00").sort(media::Genre::Document),
            snap("other day.png", "2019-09-29T12:00").sort(media::Genre::Screenshot),
        ]);
        let (visits, who) = (asked::visits(&house.store), asked::who(owner, now()));
        let day = day("2019-09-28");
        let screens = || visits.look(&who, |visit| visit.screens_on(day)).unwrap();
        let hidden = || {
            let hidden =
                ids.iter().filter(|id| photo(&house.store, owner, **id, now().date()).unwrap().unwrap().hidden);
            hidden.copied().collect::<Vec<_>>()
        };
        assert_eq!(screens(), 2);
        let away = wish(&house, Scope::Photo(ids[1]), HowLong::Never, "2026-09-28");
        assert_eq!(screens(), 1);
        let act = visits.change(&who, |change| change.hide_screens(day)).unwrap();
        assert_eq!(screens(), 0);
        assert!(undo(&house, away));
        assert_eq!((screens(), hidden()), (1, vec![ids[2]]), "what was put away was not touched");
        assert!(visits.change(&who, |change| change.unhide_screens(&act.0)).unwrap());
        assert_eq!((screens(), hidden()), (2, vec![]));
    }
}
