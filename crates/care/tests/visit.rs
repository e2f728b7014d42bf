//! The visit: one state of the house, no waiting for writers, all or nothing. On both engines, and each after showing that there is
//! something to show.
#![allow(clippy::unwrap_used, missing_docs)]

mod asked;
mod seen;

use std::sync::mpsc::channel;

use asked::{log, me, put_away, seen_in, standing, today, visits, who};
use care::{Entry, HowLong, LossError, Scope, Session, Size, Visit, WhatChanged, Who, Wish};
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

#[test]
fn a_picture_is_known_until_anything_is_written_and_for_its_viewer_and_day_alone() {
    for house in houses() {
        let (ids, visits, me) = (afternoon(&house), visits(&house.store), me(&house));
        let at_once = |who: &Who, id| visits.picture_at_once(who, id, Size::Small).is_some();
        let look = |id| seen_in(&visits, &me, |visit| Ok(visit.picture(id, Size::Small)?.is_some()));
        assert!(!at_once(&me, ids[0]), "nobody looked");
        assert!(look(ids[0]));
        if house.store.version_now().is_none() {
            assert!(!at_once(&me, ids[0]), "a server is asked each time");
            continue;
        }
        assert!(at_once(&me, ids[0]) && !at_once(&me, ids[1]), "what was looked at, and nothing else");
        assert!(visits.picture_at_once(&me, ids[0], Size::Large).is_none());
        let partner = Viewer::at_the_machine(house.owner().library(), PersonId(77));
        let tomorrow = now().checked_add(jiff::Span::new().days(1)).unwrap();
        assert!(!at_once(&who(partner, now()), ids[0]) && !at_once(&Who { now: tomorrow, ..me.clone() }, ids[0]));

        // A wish in another process.
        let elsewhere = self::visits(&std::sync::Arc::new(house.again()));
        let wish = |scope| Wish { scope, how_long: HowLong::Never };
        let away = |scope| elsewhere.change(&me, |change| change.keep_away(wish(scope), today_of(&me)).map(drop));
        away(Scope::Photo(ids[1])).unwrap();
        assert!(!at_once(&me, ids[0]), "something was written");
        assert!(look(ids[0]) && !look(ids[1]));
        assert!(at_once(&me, ids[0]) && !at_once(&me, ids[1]));
        away(Scope::Photo(ids[0])).unwrap();
        assert!(!at_once(&me, ids[0]), "put away, and gone at the very next request");
        assert!(!look(ids[0]) && !at_once(&me, ids[0]));
    }
}

#[test]
fn a_day_is_reckoned_once_for_a_version_of_the_data_and_cleared_by_every_visit() {
    for house in houses() {
        let (ids, visits, me) = (afternoon(&house), visits(&house.store), me(&house));
        let plan = || {
            let before = house.store.statements();
            let shown = seen_in(&visits, &me, |visit| {
                let plan = visit.day_plan(day("2026-09-28"))?;
                Ok(plan.memories.iter().flat_map(|one| one.photos.iter().map(|photo| photo.id)).collect::<Vec<_>>())
            });
            (shown, house.store.statements() - before)
        };
        assert_eq!(plan().0, ids);
        visits.log(&me).unwrap();
        assert_eq!(plan().0, ids);
        visits.log(&me).unwrap();
        let (shown, statements) = plan();
        assert_eq!(shown, ids);
        assert!(statements <= 1, "only whether anything was written: {statements}");
        let elsewhere = self::visits(&std::sync::Arc::new(house.again()));
        let wish = Wish { scope: Scope::Photo(ids[1]), how_long: HowLong::Never };
        elsewhere.change(&me, |change| change.keep_away(wish, today_of(&me)).map(drop)).unwrap();
        assert_eq!(plan().0, [ids[0], ids[2]]);
    }
}

fn today_of(who: &Who) -> jiff::civil::Date {
    who.now.date()
}

#[test]
fn names_for_a_field_are_those_of_whom_a_photo_may_be_shown_whichever_way_they_are_found() {
    for house in houses() {
        let day_of = |day: u32| format!("2019-0{}-{:02}T15:00", 1 + day / 28, 1 + day % 28);
        let mut snaps: Vec<_> = (0..8).map(|i| snap(&format!("w{i}.jpg"), &day_of(i * 3)).of(&["Wren"])).collect();
        snaps.push(snap("a.jpg", "2018-03-01T10:00").of(&["Ada"]));
        snaps.push(snap("t.jpg", "2018-04-01T10:00").of(&["Tomas"]));
        let ids = house.keep(&snaps);
        let (visits, me) = (visits(&house.store), me(&house));
        let names = || {
            let both = seen_in(&visits, &me, |visit| Ok((visit.names()?, visit.library()?.known_names()?)));
            assert_eq!(both.0, both.1, "the library weighed whole says the same");
            both.0
        };
        assert_eq!(names(), ["Ada", "Tomas", "Wren"]);
        put_away(&house, Scope::Photo(ids[8]));
        assert_eq!(names(), ["Tomas", "Wren"], "the only photo of somebody");
        // The newest ones of somebody who is in more.
        ids[3..8].iter().for_each(|id| put_away(&house, Scope::Photo(*id)));
        assert_eq!(names(), ["Tomas", "Wren"]);
        ids[..3].iter().for_each(|id| put_away(&house, Scope::Photo(*id)));
        assert_eq!(names(), ["Tomas"]);
    }
}

#[test]
fn a_year_ahead_is_the_same_in_portions_and_in_one_piece() {
    for house in houses() {
        afternoon(&house);
        let (visits, me) = (visits(&house.store), me(&house));
        put_away(&house, Scope::Day(day("2019-09-28")));
        house.keep(&[snap("x.jpg", "2020-03-05T10:00"), snap("y.jpg", "2020-11-30T10:00")]);
        let (portions, whole) = (visits.ahead(&me, 365).unwrap(), seen_in(&visits, &me, |visit| visit.ahead(365)));
        assert!(portions.days.iter().any(|day| day.shown > 0));
        let named = |on: &str| portions.days.iter().any(|one| one.day == day(on));
        assert!(named("2027-03-05") && !named("2026-09-28"), "a day of which all is held back is not named");
        assert_eq!(format!("{portions:?}"), format!("{whole:?}"));
    }
}
