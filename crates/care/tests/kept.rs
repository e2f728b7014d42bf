//! What was said of a loss stays said, whatever becomes of people, moments and the loss itself: each on both engines, and each after
//! showing that there is something to show.
#![allow(clippy::unwrap_used, missing_docs)]

mod asked;
mod seen;

use asked::{
    add_hard_day, add_loss, ahead, change_hard_day, change_loss, change_settings, keep_away, own_hard_days, pick,
    remove_loss, restore_loss, take_back_hard_day, take_back_loss_change, take_by_hand, today, wish_for,
};
use care::{
    ByHand, CareError, CareSettings, Chosen, FirstWords, HardDay, HowLong, Kind, Loss, Part, PartOf, Plan, Quiet,
    Returning, Scope, Source, Want, What, Wish,
};
use circle::Viewer;
use jiff::civil::Date;
use library::{Changed, LifeDates};
use model::PersonId;
use seen::{day, is_shown, moment_of, person};
use testkit::{House, houses, now, snap};

fn died(house: &House, id: PersonId) -> Option<Date> {
    house.store.read(|tx| library::person(tx, house.owner(), id)).unwrap().unwrap().died
}

/// Nothing but what is said counts.
fn without_caution(house: House) -> House {
    let off = CareSettings { caution: false, ..CareSettings::default() };
    let owner = house.owner();
    change_settings(&house.store, owner, off, now().timestamp()).unwrap();
    house
}

/// A loss about some people, of which only the photos of them count: kept away.
fn about(people: &[PersonId], on: &str) -> Loss {
    let first = FirstWords { people: people.to_vec(), ..FirstWords::default() };
    let parts = vec![Part::of(PartOf::People, Want::KeepAway), Part::of(PartOf::Chosen, Want::KeepAway)];
    let proposed = Loss::proposed(Kind::Death, day(on), &first);
    let days = proposed.days.iter().map(|day| Returning { plan: Plan::AsUsual, ..day.clone() }).collect();
    Loss { parts, days, ..proposed }
}

#[test]
fn a_loss_is_about_whom_it_was_said_of_when_two_who_were_taken_for_one_are_parted_again() {
    for house in houses().into_iter().map(without_caution) {
        let (owner, at) = (house.owner(), now().timestamp());
        let ids = house
            .keep(&[snap("a.jpg", "2019-05-01T12:00").of(&["Ruth"]), snap("b.jpg", "2019-06-01T12:00").of(&["Rut"])]);
        let (ruth, rut) = (person(&house, "Ruth"), person(&house, "Rut"));
        assert!(is_shown(&house, ids[0]) && is_shown(&house, ids[1]), "there is something to show");
        let loss = add_loss(&house.store, owner, about(&[ruth], "2020-09-28"), at).unwrap();
        let merged = house.store.write(|tx| library::merge(tx, owner, rut, ruth, at)).unwrap();
        let Changed::Done(merged) = merged else { panic!("{merged:?}") };
        assert!(!is_shown(&house, ids[0]) && !is_shown(&house, ids[1]), "they are one");
        // Something else of the loss is changed meanwhile.
        let now_said = asked::loss(&house.store, owner, loss).unwrap().unwrap().loss;
        let renamed = Loss { called: "Ruth".to_owned(), ..now_said };
        change_loss(&house.store, owner, loss, renamed.clone(), at).unwrap();
        assert!(house.store.write(|tx| library::undo_change(tx, owner, merged, at)).unwrap());
        assert_eq!((is_shown(&house, ids[0]), is_shown(&house, ids[1])), (false, true), "Ruth stays away");
    }
}

#[test]
fn a_death_that_a_loss_tells_of_is_known_to_whoever_said_so_and_to_nobody_else() {
    for house in houses().into_iter().map(without_caution) {
        let (owner, at) = (house.owner(), now().timestamp());
        let partner = Viewer::at_the_machine(owner.library(), PersonId(77));
        let as_known_to = |viewer, id| house.store.read(|tx| library::person(tx, viewer, id)).unwrap().unwrap();
        let born = now().date().with().year(1950).build().unwrap();
        house.keep(&[
            snap("a.jpg", "2019-05-01T12:00").of(&["Priya"]),
            snap("b.jpg", "2018-05-01T12:00").of(&["Priya"]),
        ]);
        let priya = person(&house, "Priya");
        house.store.write(|tx| library::set_birth(tx, owner, priya, Some(born))).unwrap();
        let birthday = |viewer| house.store.read(|tx| library::birthdays_on(tx, viewer, now().date())).unwrap().len();
        assert_eq!((birthday(owner), birthday(partner)), (1, 1), "there is something to show");
        add_loss(&house.store, owner, about(&[priya], "2020-09-28"), at).unwrap();
        let known = as_known_to(owner, priya);
        assert_eq!((known.died, known.died_for_viewer), (Some(day("2020-09-28")), true));
        assert_eq!(as_known_to(partner, priya).died, None, "it was said in private");
        assert_eq!((birthday(owner), birthday(partner)), (0, 1));
        let told = |viewer| house.store.read(|tx| library::died(tx, viewer)).unwrap();
        assert_eq!((told(owner).len(), told(partner).len()), (1, 0));
        // What everybody knows is changed beside it, and says nothing of it.
        let saw = LifeDates::of(&known);
        assert_eq!(saw.died, None);
        let mother = LifeDates { relation: Some(library::Relation::Mother), ..saw };
        house.store.write(|tx| library::change_life_dates(tx, owner, (priya, saw), mother, at)).unwrap();
        let theirs = as_known_to(partner, priya);
        assert_eq!((theirs.died, theirs.relation), (None, mother.relation));
    }
}

#[test]
fn a_death_that_a_loss_told_of_goes_with_the_loss_and_takes_the_place_of_nothing() {
    for house in houses().into_iter().map(without_caution) {
        let (owner, at) = (house.owner(), now().timestamp());
        house.keep(&[snap("a.jpg", "2019-05-01T12:00").of(&["Priya", "Sam"])]);
        let (priya, sam) = (person(&house, "Priya"), person(&house, "Sam"));
        house.store.write(|tx| library::set_death(tx, owner, sam, Some(day("2021-01-01")))).unwrap();
        let said = |on: &str| about(&[priya, sam], on);
        let loss = add_loss(&house.store, owner, said("2020-09-28"), at).unwrap();
        assert_eq!((died(&house, priya), died(&house, sam)), (Some(day("2020-09-28")), Some(day("2021-01-01"))));
        let change = change_loss(&house.store, owner, loss, said("2020-10-01"), at).unwrap();
        assert_eq!(died(&house, priya), Some(day("2020-10-01")), "it was another day");
        assert!(take_back_loss_change(&house.store, owner, change, at).unwrap().is_some());
        assert_eq!(died(&house, priya), Some(day("2020-09-28")));
        change_loss(&house.store, owner, loss, about(&[sam], "2020-09-28"), at).unwrap();
        assert_eq!(died(&house, priya), None, "it was somebody else");
        change_loss(&house.store, owner, loss, said("2020-09-28"), at).unwrap();
        assert!(remove_loss(&house.store, owner, loss, at).unwrap());
        assert_eq!((died(&house, priya), died(&house, sam)), (None, Some(day("2021-01-01"))));
        assert!(restore_loss(&house.store, owner, loss, at).unwrap());
        assert_eq!(died(&house, priya), Some(day("2020-09-28")));
        // What somebody else noted since stays.
        house.store.write(|tx| library::set_death(tx, owner, priya, Some(day("2020-09-27")))).unwrap();
        assert!(remove_loss(&house.store, owner, loss, at).unwrap());
        assert_eq!(died(&house, priya), Some(day("2020-09-27")));
        let future = add_loss(&house.store, owner, said("2062-09-28"), at).unwrap();
        assert!(remove_loss(&house.store, owner, future, at).unwrap());
        assert_eq!(died(&house, priya), Some(day("2020-09-27")));
    }
}

#[test]
fn a_moment_that_was_chosen_by_hand_is_its_photos_however_they_are_grouped_later() {
    for house in houses().into_iter().map(without_caution) {
        let (owner, at) = (house.owner(), now().timestamp());
        let ids = house.keep(&[
            snap("a.jpg", "2019-05-01T12:00"),
            snap("b.jpg", "2019-06-01T12:00"),
            snap("c.jpg", "2019-06-01T12:05").of(&["Ruth"]),
        ]);
        assert!(ids.iter().all(|id| is_shown(&house, *id)), "there is something to show");
        let loss = {
            let ruth = person(&house, "Ruth");
            add_loss(&house.store, owner, about(&[ruth], "2020-09-28"), at).unwrap()
        };
        let take = |id, way| {
            let chosen = Chosen::Moment(moment_of(&house, id));
            take_by_hand(&house.store, owner, loss, chosen, way, at).unwrap()
        };
        take(ids[0], ByHand::In);
        take(ids[1], ByHand::Out);
        assert_eq!(ids.iter().map(|id| is_shown(&house, *id)).collect::<Vec<_>>(), [false, true, true]);
        // The one that was taken in moves to another day; to the one that was taken out comes another photo of hers.
        house.store.write(|tx| library::correct_dates(tx, owner, &ids[..1], "2017-06-01".parse().unwrap())).unwrap();
        let late = house.keep(&[snap("d.jpg", "2019-06-01T12:10").of(&["Ruth"])]);
        assert!(!is_shown(&house, ids[0]), "it was meant");
        assert_eq!((is_shown(&house, ids[2]), is_shown(&house, late[0])), (true, false), "it was not meant");
        // It is not there to be named by its number; it is named where its owner opened what was taken in.
        let chosen = Chosen::Photo(ids[0]);
        assert!(take_by_hand(&house.store, owner, loss, chosen, ByHand::AsItIs, at).is_err());
        let (visits, who) = (asked::visits(&house.store), asked::who(owner, now()));
        let (door, named) = visits
            .look(&who, |visit| {
                let door = visit.open_reach(loss, "chosen")?.unwrap();
                let opened = visit.opened(&door, (0, 9))?.unwrap();
                assert_eq!(opened.photos.iter().map(|photo| photo.id).collect::<Vec<_>>(), [ids[0]]);
                Ok::<_, CareError>((door, opened.names[0].clone()))
            })
            .unwrap();
        visits.change(&who, |change| change.take_opened(loss, (&door, &named), ByHand::Out)).unwrap();
        assert!(is_shown(&house, ids[0]));
        take(ids[1], ByHand::AsItIs);
        assert!(!is_shown(&house, ids[2]), "as its parts say");
    }
}

#[test]
fn where_there_is_more_than_a_day_takes_nothing_stays_away() {
    for house in houses().into_iter().map(without_caution) {
        let snaps: Vec<_> =
            (2005..2021).map(|year| snap(&format!("{year}.jpg"), &format!("{year}-10-01T12:00"))).collect();
        let ids = house.keep(&snaps);
        let on = || {
            let looked = ahead(&house.store, house.owner(), now().date(), 10).unwrap();
            let found = looked.days.into_iter().find(|found| found.day == day("2026-10-01")).unwrap();
            (found.would_come, found.shown, found.asked, found.held)
        };
        assert_eq!(on(), (12, 12, 0, 0));
        let owner = house.owner();
        let say = |id, want| {
            let wish = Wish { scope: Scope::Photo(id), how_long: HowLong::Never };
            wish_for(&house.store, owner, want, wish, now().date(), &now()).unwrap();
        };
        say(ids[0], Want::KeepAway);
        assert_eq!(on(), (12, 12, 0, 0), "another takes its place");
        ids[1..7].iter().for_each(|id| say(*id, Want::AskFirst));
        assert_eq!(on(), (12, 9, 3, 0));
        ids[7..].iter().for_each(|id| say(*id, Want::KeepAway));
        assert_eq!(on(), (12, 0, 6, 6));
    }
}

#[test]
fn what_was_picked_for_a_quiet_look_is_offered_only_while_it_may_be_seen() {
    for house in houses().into_iter().map(without_caution) {
        let (owner, at) = (house.owner(), now().timestamp());
        let ids = house.keep(&[snap("a.jpg", "2019-05-01T12:00")]);
        let returning = Returning {
            what: What::Another,
            date: Some(day("2018-09-28")),
            plan: Plan::QuietLook,
            before: 0,
            after: 0,
        };
        let hard = HardDay { called: String::new(), day: returning };
        let id = add_hard_day(&house.store, owner, &hard, at).unwrap();
        let picked = || match today(&house.store, owner, now().date(), now().date()).unwrap().quiet {
            Some(Quiet::Hard { picked, .. }) => picked,
            other => panic!("{other:?}"),
        };
        assert!(!picked());
        pick(&house.store, owner, Source::Own(id), ids[0], at).unwrap();
        assert!(picked());
        let wish = Wish { scope: Scope::Photo(ids[0]), how_long: HowLong::Never };
        keep_away(&house.store, owner, wish, now().date(), &now()).unwrap();
        assert!(!picked(), "nothing is offered that does not open");
    }
}

#[test]
fn a_change_of_a_hard_day_is_taken_back_by_its_own_number() {
    for house in houses() {
        let (owner, at) = (house.owner(), now().timestamp());
        let returning =
            Returning { what: What::Another, date: Some(day("2018-05-01")), plan: Plan::Silence, before: 0, after: 0 };
        let hard = HardDay { called: "ours".to_owned(), day: returning };
        let id = add_hard_day(&house.store, owner, &hard, at).unwrap();
        let renamed = HardDay { called: "theirs".to_owned(), ..hard.clone() };
        let first = change_hard_day(&house.store, owner, id, &renamed, at).unwrap();
        let planned = HardDay { day: Returning { plan: Plan::AsUsual, ..renamed.day.clone() }, ..renamed.clone() };
        let second = change_hard_day(&house.store, owner, id, &planned, at).unwrap();
        let kept = || own_hard_days(&house.store, owner).unwrap()[0].1.clone();
        assert!(!take_back_hard_day(&house.store, owner, first, at).unwrap(), "another came after it");
        assert_eq!(kept(), planned);
        assert!(take_back_hard_day(&house.store, owner, second, at).unwrap());
        assert_eq!(kept(), renamed);
    }
}

#[test]
fn a_birthday_shows_nothing_out_of_a_moment_that_asks_first() {
    for house in houses().into_iter().map(without_caution) {
        let (owner, at) = (house.owner(), now().timestamp());
        house.keep(&[
            snap("a.jpg", "2020-05-05T12:00").of(&["Leo"]),
            snap("b.jpg", "2020-05-05T12:05").of(&["Ruth"]),
            snap("c.jpg", "2021-05-05T12:00").of(&["Leo"]),
        ]);
        let leo = person(&house, "Leo");
        house.store.write(|tx| library::set_birth(tx, owner, leo, Some(day("2019-09-28")))).unwrap();
        let shown = || {
            let plan = today(&house.store, owner, now().date(), now().date()).unwrap();
            plan.memories.iter().flat_map(|memory| memory.photos.iter().map(|photo| photo.id.0)).collect::<Vec<_>>()
        };
        assert_eq!(shown(), [1, 3]);
        let asks = Loss {
            parts: vec![Part::of(PartOf::People, Want::AskFirst)],
            ..about(&[person(&house, "Ruth")], "2020-09-01")
        };
        add_loss(&house.store, owner, asks.clone(), at).unwrap();
        assert_eq!(shown(), [3], "what surrounds what hurts hurts too");
    }
}
