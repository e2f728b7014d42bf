//! The visit: one state of the house, no waiting for writers, all or nothing. On both engines, and each after showing that there is
//! something to show.
#![allow(clippy::unwrap_used, missing_docs)]

mod asked;
mod seen;

use std::sync::mpsc::channel;

use asked::{log, me, put_away, seen_in, standing, today, visits, who};
use care::{Entry, HowLong, LossError, Scope, Session, Visit, WhatChanged, Who, Wish};
use circle::Viewer;
use model::{PersonId, PhotoId};
use seen::{day, is_shown};
use store::StoreError;
use testkit::{House, houses, now, snap};

fn afternoon(house: &House) -> Vec<PhotoId> {
    house.keep(&[
        snap("a.jpg", "2019-09-28T15:00"),
        snap("b.jpg", "2019-09-28T15:20"),
        snap("c.jpg", "2019-09-28T15:40"),
    ])
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
        let (before, after) = seen_in(&visits, &me(&house), |visit| {
            let before = seen(visit)?;
            put_away(&house, Scope::Day(day("2019-09-28")));
            Ok((before, seen(visit)?))
        });
        assert_eq!((before, after), ((1, true, 0), (1, true, 0)));
        assert_eq!(seen_in(&visits, &me(&house), seen), (0, false, 3), "the next one sees the next state");
    }
}

#[test]
fn whoever_writes_neither_delays_a_look_nor_what_it_shows() {
    for house in houses() {
        afternoon(&house);
        let (visits, me) = (visits(&house.store), me(&house));
        let ((begun, has_begun), (open, gate)) = (channel::<()>(), channel::<()>());
        std::thread::scope(|scope| {
            let store = &house.store;
            let writer = scope.spawn(move || {
                store.write(|tx| {
                    tx.execute("UPDATE photos SET favourite = favourite", &[])?;
                    begun.send(()).unwrap();
                    gate.recv().unwrap();
                    Ok::<_, StoreError>(())
                })
            });
            has_begun.recv().unwrap();
            // A look that waited for the writer would wait for ever: the gate opens after it.
            let shown = seen_in(&visits, &me, |visit| Ok(visit.day_plan(day("2026-09-28"))?.memories.len()));
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
        let plan = |on: &str| seen_in(&visits, &me, |visit| Ok(visit.day_plan(day(on))?.memories.len()));
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
            seen_in(visits, who, |visit| {
                visit.day_plan(day("2026-09-28"))?;
                visit.day_plan(day("2026-09-28")).map(drop)
            });
            let noted = shown_entries(&visits.log(who).unwrap());
            let once = Entry::Shown { day: day("2026-09-28"), shown: 1, asked: 0, quiet: false };
            assert_eq!(noted, [once]);
        }
        seen_in(&program, &me(&house), |visit| visit.day_plan(day("2026-09-29")).map(drop));
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
        let hidden = || seen_in(&visits, &me, |visit| Ok(visit.photo(ids[0])?.unwrap().hidden));
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
        let moments = seen_in(&visits, &me(&house), |visit| {
            Ok(visit.day_plan(day("2026-09-28"))?.memories.iter().filter_map(|one| one.moment.clone()).count())
        });
        assert_eq!(moments, 1);
        assert!(!house.store.read(|tx| library::changed_days(tx, owner.library())).unwrap());
        assert!(is_shown(&house, id));
    }
}
