//! The visit: one state of the house, no waiting for writers, all or nothing, and names of the very thing. On both engines, and each
//! after showing that there is something to show.
#![allow(clippy::unwrap_used, missing_docs)]

mod asked;
mod seen;

use std::sync::mpsc::channel;

use asked::{add_loss, change_loss, keep_away, log, standing, today, visits, who};
use care::{
    CareError, DayOfLoss, Entry, FirstWords, HowLong, Kind, Loss, LossError, Part, PartOf, Plan, Quiet, Returning,
    Scope, Session, Source, Visit, Visits, Want, What, WhatChanged, Who, Wish,
};
use circle::Viewer;
use jiff::ToSpan;
use model::{LossId, PersonId, PhotoId};
use seen::{day, is_shown, person};
use store::StoreError;
use testkit::{House, houses, now, snap};

fn me(house: &House) -> Who {
    who(house.owner(), now())
}

fn look<T>(visits: &Visits, who: &Who, work: impl FnOnce(&mut Visit<'_, '_>) -> Result<T, CareError>) -> T {
    visits.look(who, work).unwrap()
}

fn afternoon(house: &House) -> Vec<PhotoId> {
    house.keep(&[
        snap("a.jpg", "2019-09-28T15:00"),
        snap("b.jpg", "2019-09-28T15:20"),
        snap("c.jpg", "2019-09-28T15:40"),
    ])
}

fn put_away(house: &House, scope: Scope) {
    let wish = Wish { scope, how_long: HowLong::Never };
    keep_away(&house.store, house.owner(), wish, now().date(), &now()).unwrap().unwrap();
}

/// The door to everything that is put away, and the photos behind it with their sealed names.
fn opened(visits: &Visits, who: &Who) -> (String, Vec<(PhotoId, String)>) {
    look(visits, who, |visit| {
        let door = visit.open_put_away().unwrap();
        let opened = visit.opened(&door, (0, 99))?.unwrap();
        let names = opened.photos.iter().map(|photo| photo.id).zip(opened.names.iter().cloned());
        Ok((door, names.collect()))
    })
}

fn name_of(names: &[(PhotoId, String)], id: PhotoId) -> String {
    names.iter().find(|(photo, _)| *photo == id).unwrap().1.clone()
}

fn shown_entries(entries: &[care::Logged]) -> Vec<Entry> {
    let shown = |entry: &&Entry| matches!(entry, Entry::Shown { .. });
    entries.iter().map(|logged| &logged.entry).filter(shown).cloned().collect()
}

#[test]
fn a_visit_sees_one_state_of_the_house_whatever_is_put_away_meanwhile() {
    for house in houses() {
        let (ids, visits) = (afternoon(&house), visits(&house.store));
        let seen = |visit: &mut Visit<'_, '_>| {
            let plan = visit.day_plan(day("2026-09-28"))?.memories.len();
            Ok((plan, visit.photo(ids[0])?.is_some(), visit.library()?.put_away()))
        };
        let (before, after) = look(&visits, &me(&house), |visit| {
            let before = seen(visit)?;
            put_away(&house, Scope::Day(day("2019-09-28")));
            Ok((before, seen(visit)?))
        });
        assert_eq!((before, after), ((1, true, 0), (1, true, 0)));
        assert_eq!(look(&visits, &me(&house), seen), (0, false, 3), "the next one sees the next state");
    }
}

#[test]
fn whoever_writes_neither_delays_a_look_nor_what_it_shows() {
    for house in houses() {
        afternoon(&house);
        let (visits, me) = (visits(&house.store), me(&house));
        let ((begun, has_begun), (open, gate)) = (channel::<()>(), channel::<()>());
        std::thread::scope(|scope| {
            let writer = scope.spawn(|| {
                house.store.write(|tx| {
                    tx.execute("UPDATE photos SET favourite = favourite", &[])?;
                    begun.send(()).unwrap();
                    gate.recv().unwrap();
                    Ok::<_, StoreError>(())
                })
            });
            has_begun.recv().unwrap();
            // A look that waited for the writer would wait for ever: the gate opens after it.
            let shown = look(&visits, &me, |visit| Ok(visit.day_plan(day("2026-09-28"))?.memories.len()));
            assert_eq!(shown, 1);
            open.send(()).unwrap();
            writer.join().unwrap().unwrap();
        });
        assert_eq!(shown_entries(&visits.log(&me).unwrap()).len(), 1, "it is noted when the writer is done");
    }
}

#[test]
fn a_note_that_cannot_be_written_empties_no_look() {
    for house in houses() {
        afternoon(&house);
        let (visits, me) = (visits(&house.store), me(&house));
        let plan = |on: &str| look(&visits, &me, |visit| Ok(visit.day_plan(day(on))?.memories.len()));
        assert_eq!(plan("2026-09-28"), 1);
        assert_eq!(shown_entries(&visits.log(&me).unwrap()).len(), 1, "there is something to note");
        house.store.write(|tx| tx.execute("ALTER TABLE care_log RENAME TO lost", &[])).unwrap();
        assert_eq!(plan("2027-09-28"), 1);
        assert!(visits.log(&me).is_err(), "it could not be noted");
        house.store.write(|tx| tx.execute("ALTER TABLE lost RENAME TO care_log", &[])).unwrap();
        assert_eq!(plan("2028-09-28"), 1);
        assert_eq!(shown_entries(&visits.log(&me).unwrap()).len(), 2, "and noting goes on");
    }
}

#[test]
fn what_was_shown_is_noted_once_for_page_and_program_alike_and_for_its_viewer_alone() {
    for house in houses() {
        afternoon(&house);
        let page = visits(&house.store);
        let program = visits(&std::sync::Arc::new(house.again()));
        let partner = Viewer::at_the_machine(house.owner().library(), PersonId(77));
        let other_window = Who { session: Session("another".to_owned()), ..me(&house) };
        for (visits, who) in [(&page, &me(&house)), (&page, &other_window), (&program, &other_window)] {
            look(visits, who, |visit| {
                visit.day_plan(day("2026-09-28"))?;
                visit.day_plan(day("2026-09-28")).map(drop)
            });
            let noted = shown_entries(&visits.log(who).unwrap());
            let once = Entry::Shown { day: day("2026-09-28"), shown: 1, asked: 0, quiet: false };
            assert_eq!(noted, [once]);
        }
        look(&program, &me(&house), |visit| visit.day_plan(day("2026-09-29")).map(drop));
        assert_eq!(shown_entries(&program.log(&me(&house)).unwrap()).len(), 2, "another day is another note");
        assert!(page.log(&who(partner, now())).unwrap().is_empty());
    }
}

#[test]
fn a_look_that_fails_notes_nothing() {
    for house in houses() {
        afternoon(&house);
        let visits = visits(&house.store);
        let failed = visits.look(&me(&house), |visit| {
            visit.day_plan(day("2026-09-28"))?;
            Err::<(), _>(LossError::NotThere)
        });
        assert!(failed.is_err() && visits.log(&me(&house)).unwrap().is_empty());
        today(&house.store, house.owner(), day("2026-09-28"), now().date()).unwrap();
        assert_eq!(visits.log(&me(&house)).unwrap().len(), 1);
    }
}

#[test]
fn a_change_that_fails_leaves_nothing_and_logs_nothing() {
    for house in houses() {
        let (ids, owner) = (afternoon(&house), house.owner());
        let (visits, me) = (visits(&house.store), me(&house));
        let hidden = || look(&visits, &me, |visit| Ok(visit.photo(ids[0])?.unwrap().hidden));
        let change = |fails: bool| {
            visits.change(&me, |change| {
                let photo = change.photo(ids[0])?.unwrap();
                change.hide(&[photo])?;
                let wish = Wish { scope: Scope::Photo(ids[1]), how_long: HowLong::Never };
                change.keep_away(wish, now().date())?;
                if fails { Err(LossError::NotThere) } else { Ok(()) }
            })
        };
        assert!(change(true).is_err());
        assert!(!hidden() && is_shown(&house, ids[1]));
        assert!(standing(&house.store, owner, now().date()).unwrap().is_empty());
        assert!(log(&house.store, owner).unwrap().is_empty());
        change(false).unwrap();
        assert!(hidden() && !is_shown(&house, ids[1]), "there was something to change");
        let entries: Vec<Entry> = log(&house.store, owner).unwrap().into_iter().map(|logged| logged.entry).collect();
        let hid = Entry::Changed { of: WhatChanged::Hidden, how_many: 1 };
        assert!(entries.contains(&hid) && entries.len() == 2, "{entries:?}");
    }
}

#[test]
fn photos_that_came_in_and_are_in_no_moment_yet_are_settled_before_a_look() {
    for house in houses() {
        let owner = house.owner();
        let came_in = snap("a.jpg", "2019-09-28T15:00").photo();
        let keep = |tx: &mut store::Tx<'_>| library::keep(tx, owner.library(), &came_in, now().timestamp());
        let id = house.store.write(keep).unwrap();
        assert!(house.store.read(|tx| library::changed_days(tx, owner.library())).unwrap());
        let visits = visits(&house.store);
        let moments = look(&visits, &me(&house), |visit| {
            Ok(visit.day_plan(day("2026-09-28"))?.memories.iter().filter_map(|one| one.moment.clone()).count())
        });
        assert_eq!(moments, 1);
        assert!(!house.store.read(|tx| library::changed_days(tx, owner.library())).unwrap());
        assert!(is_shown(&house, id));
    }
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
            let photo = look(&visits, who, |visit| visit.opened_photo(&door, &name));
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
    look(visits, who, |visit| {
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
        assert_eq!(look(&visits, &partner, |visit| Ok(visit.hard_day_named(&name))), None);
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
        let door = look(&visits, &me, |visit| Ok(visit.open_reach(loss, "people")?.unwrap()));
        let behind = || {
            look(&visits, &me, |visit| {
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
