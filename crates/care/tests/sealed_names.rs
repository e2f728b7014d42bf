//! Sealed names are of the very thing: what somebody says by one is never said of what came to its place. On both engines, and each
//! after showing that there is something to say.
#![allow(clippy::unwrap_used, missing_docs)]

mod asked;
mod seen;

use asked::{add_loss, change_loss, keep_away, me, put_away, seen_in, standing, today, visits, visits_by, who};
use care::{
    DayOfLoss, FirstWords, HowLong, Kind, Loss, LossError, Part, PartOf, Plan, Quiet, Returning, Scope, Seal, Session,
    Source, Visits, Want, What, Who, Wish,
};
use circle::Viewer;
use jiff::ToSpan;
use model::{LossId, PersonId, PhotoId};
use seen::{day, is_shown, person};
use testkit::{House, houses, now, snap};

fn afternoon(house: &House) -> Vec<PhotoId> {
    house.keep(&[
        snap("a.jpg", "2019-09-28T15:00"),
        snap("b.jpg", "2019-09-28T15:20"),
        snap("c.jpg", "2019-09-28T15:40"),
    ])
}

/// The door to everything that is put away, and the photos behind it with their sealed names.
fn opened(visits: &Visits, who: &Who) -> (String, Vec<(PhotoId, String)>) {
    seen_in(visits, who, |visit| {
        let door = visit.open_put_away().unwrap();
        let opened = visit.opened(&door, (0, 99))?.unwrap();
        let names = opened.photos.iter().map(|photo| photo.id).zip(opened.names.iter().cloned());
        Ok((door, names.collect()))
    })
}

fn name_of(names: &[(PhotoId, String)], id: PhotoId) -> String {
    names.iter().find(|(photo, _)| *photo == id).unwrap().1.clone()
}

#[test]
fn a_sealed_name_opens_nothing_for_another_viewer_in_another_session_or_after_its_day() {
    for house in houses() {
        let ids = afternoon(&house);
        let partner = Viewer::at_the_machine(house.owner().library(), PersonId(77));
        put_away(&house, Scope::Photo(ids[0]));
        let wish = Wish { scope: Scope::Photo(ids[0]), how_long: HowLong::Never };
        keep_away(&house.store, partner, wish, now().date(), &now()).unwrap().unwrap();
        let (visits, me) = (visits(&house.store), me(&house));
        let name = name_of(&opened(&visits, &me).1, ids[0]);
        // Each comes through a door of their own, behind which that very photo is.
        let opens = |who: &Who| {
            let (door, names) = opened(&visits, who);
            assert_eq!(names.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [ids[0]]);
            let photo = seen_in(&visits, who, |visit| visit.opened_photo(&door, &name));
            // Where it opens nothing, nothing can be said by it either.
            let said = photo.is_none().then(|| visits.change(who, |change| change.welcome_opened(&door, &name)));
            assert!(said.is_none_or(|said| said.unwrap().is_none()));
            photo.map(|photo| photo.id)
        };
        let later = |hours: i64| Who { now: now().checked_add(hours.hours()).unwrap(), ..me.clone() };
        let elsewhere = Who { session: Session("another".to_owned()), ..me.clone() };
        assert_eq!([opens(&me), opens(&later(23))], [Some(ids[0]); 2]);
        assert_eq!([opens(&who(partner, now())), opens(&elsewhere), opens(&later(24))], [None; 3]);
    }
}

#[test]
fn a_name_said_twice_welcomes_its_photo_and_never_the_neighbour_that_came_to_its_place() {
    for house in houses() {
        let ids = afternoon(&house);
        put_away(&house, Scope::Day(day("2019-09-28")));
        let (visits, me) = (visits(&house.store), me(&house));
        let (door, names) = opened(&visits, &me);
        assert_eq!(names.len(), 3);
        let first = names[0].clone();
        let welcome = || visits.change(&me, |change| change.welcome_opened(&door, &first.1)).unwrap();
        assert!(welcome().is_some());
        let shown = || ids.iter().copied().filter(|id| is_shown(&house, *id)).collect::<Vec<_>>();
        assert_eq!(shown(), [first.0]);
        assert_eq!(opened(&visits, &me).1[0].0, names[1].0, "another stands in its place now");
        assert!(welcome().is_none(), "it is not there any more, and nothing else is meant");
        assert_eq!(shown(), [first.0]);
        let wanted: Vec<Scope> = standing(&house.store, house.owner(), now().date())
            .unwrap()
            .iter()
            .filter(|wish| wish.want == Want::Welcome)
            .map(|wish| wish.scope)
            .collect();
        assert_eq!(wanted, [Scope::Photo(first.0)]);
    }
}

/// A loss with three days of silence: on 20 and 28 September and on 5 October.
fn three_days() -> Loss {
    let day_of = |what, on: &str| Returning { what, date: Some(day(on)), plan: Plan::Silence, before: 0, after: 0 };
    let days = vec![
        day_of(What::TheDay, "2020-09-20"),
        day_of(What::DueDate, "2020-09-28"),
        day_of(What::Another, "2020-10-05"),
    ];
    Loss { days, parts: Vec::new(), ..Loss::proposed(Kind::Other, day("2020-09-20"), &FirstWords::default()) }
}

/// What is wanted for each of those days this year.
fn plans(house: &House) -> [Option<Plan>; 3] {
    ["2026-09-20", "2026-09-28", "2026-10-05"].map(|on| {
        match today(&house.store, house.owner(), day(on), now().date()).unwrap().quiet {
            Some(Quiet::Hard { days, .. }) => care::plan_for(&days),
            _ => None,
        }
    })
}

/// The sealed name of one of its days, as a page shows it.
fn named_day(visits: &Visits, who: &Who, loss: LossId, at: usize) -> String {
    seen_in(visits, who, |visit| {
        let kept = visit.loss(loss)?.unwrap();
        Ok(visit.name_of(Source::Loss(loss, DayOfLoss::of(&kept.loss.days[at]))).unwrap())
    })
}

#[test]
fn as_usual_said_of_one_hard_day_never_lifts_the_silence_of_another_when_one_before_it_was_removed() {
    for house in houses() {
        let (owner, at) = (house.owner(), now().timestamp());
        let (visits, me) = (visits(&house.store), me(&house));
        let loss = add_loss(&house.store, owner, three_days(), at).unwrap();
        let silence = Some(Plan::Silence);
        assert_eq!(plans(&house), [silence; 3], "there is a silence to lift");
        let name = named_day(&visits, &me, loss, 1);
        let mut without_first = three_days();
        without_first.days.remove(0);
        change_loss(&house.store, owner, loss, without_first, at).unwrap();
        let as_usual = || {
            visits.change(&me, |change| {
                let source = change.hard_day_named(&name).unwrap();
                change.choose_plan(source, Plan::AsUsual)
            })
        };
        as_usual().unwrap();
        assert_eq!(plans(&house), [None, None, silence]);

        // And where that very day is gone, nothing is meant by its name.
        let mut last_alone = three_days();
        last_alone.days.drain(..2);
        change_loss(&house.store, owner, loss, last_alone, at).unwrap();
        assert!(matches!(as_usual(), Err(LossError::NotThere)));
        assert_eq!(plans(&house), [None, None, silence]);
        let partner = who(Viewer::at_the_machine(owner.library(), PersonId(77)), now());
        assert_eq!(seen_in(&visits, &partner, |visit| Ok(visit.hard_day_named(&name))), None);
    }
}

#[test]
fn a_reach_that_was_opened_stays_the_same_part_when_another_is_removed_in_another_window() {
    for house in houses() {
        let (owner, at) = (house.owner(), now().timestamp());
        let ids = house.keep(&[
            snap("that day.jpg", "2020-09-28T12:00"),
            snap("ruth.jpg", "2015-05-01T12:00").of(&["Ruth"]),
            snap("garden.jpg", "2015-06-01T12:00"),
        ]);
        let parts = [PartOf::TheDay { before: 0, after: 0 }, PartOf::People, PartOf::Words];
        let said = |parts: &[PartOf]| Loss {
            people: vec![person(&house, "Ruth")],
            parts: parts.iter().map(|part| Part::of(*part, Want::AskFirst)).collect(),
            tags: vec!["garden".to_owned()],
            ..Loss::proposed(Kind::Other, day("2020-09-28"), &FirstWords::default())
        };
        let loss = add_loss(&house.store, owner, said(&parts), at).unwrap();
        let (visits, me) = (visits(&house.store), me(&house));
        let door = seen_in(&visits, &me, |visit| Ok(visit.open_reach(loss, "people")?.unwrap()));
        let behind = || {
            seen_in(&visits, &me, |visit| {
                let opened = visit.opened(&door, (0, 9))?;
                Ok(opened.map(|opened| opened.photos.iter().map(|photo| photo.id).collect::<Vec<_>>()))
            })
        };
        assert_eq!(behind(), Some(vec![ids[1]]));
        change_loss(&house.store, owner, loss, said(&parts[1..]), at).unwrap();
        assert_eq!(behind(), Some(vec![ids[1]]), "the part before it is gone");
        change_loss(&house.store, owner, loss, said(&parts[2..]), at).unwrap();
        assert_eq!(behind(), None, "the part itself is gone, and no other opens in its place");
    }
}

#[test]
fn all_processes_on_one_database_share_the_seal_whoever_comes_first() {
    for house in houses() {
        // Two at once, and one that comes after a restart.
        let (one, other) = std::thread::scope(|scope| {
            let (one, other) = (scope.spawn(|| Seal::shared(&house.store)), scope.spawn(|| Seal::shared(&house.store)));
            (one.join().unwrap().unwrap(), other.join().unwrap().unwrap())
        });
        let late = Seal::shared(&house.again()).unwrap();
        let ids = afternoon(&house);
        put_away(&house, Scope::Photo(ids[0]));
        let me = me(&house);
        let (door, _) = opened(&visits_by(&house.store, one), &me);
        let opens = |seal| seen_in(&visits_by(&house.store, seal), &me, |visit| visit.opened(&door, (0, 99))).is_some();
        assert_eq!([opens(other), opens(late), opens(Seal::new().unwrap())], [true, true, false]);
    }
}
