//! Photos are kept once, described as their files say, and corrected as their owner says; on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

use circle::Viewer;
use library::{
    NewFile, Size, correct_dates, files_of, hide, keep, photo, remove, restore, take_back_correction, turn, unhide,
};
use model::{Confidence, Precision};
use store::StoreError;
use testkit::{houses, now, snap};

#[test]
fn what_the_files_say_comes_back_whole() {
    for house in houses() {
        let mut new =
            snap("a.jpg", "2019-09-28T15:04:05.678").of(&["Ana", "Leo"]).at("Málaga", 36.72, -4.42).favourite();
        new.facts.caption = Some("A “day” at the sea 🌊 \0 end".to_owned());
        new.facts.make = Some("Canon".to_owned());
        new.facts.model = Some("Canon EOS 70D".to_owned());
        new.facts.keywords = vec!["sea".to_owned(), "sea".to_owned()];
        let id = house.keep(&[new])[0];
        let photo = house.store.read(|tx| photo(tx, house.owner(), id)).unwrap().unwrap();
        assert_eq!(photo.taken.as_ref().unwrap().at, "2019-09-28T15:04:05.678".parse().unwrap());
        assert_eq!(photo.place.as_ref().unwrap().town, "Málaga");
        assert_eq!(photo.caption.as_deref(), Some("A “day” at the sea 🌊  end"));
        assert_eq!(photo.camera.as_deref(), Some("Canon EOS 70D"));
        let mut names: Vec<_> = photo.people.iter().map(|(_, name)| name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["Ana", "Leo"]);
        assert!(photo.favourite);
        assert_eq!(photo.shown_size, Some((1600, 1200)));
    }
}

#[test]
fn the_same_content_is_one_photo_with_two_places() {
    for house in houses() {
        let owner = house.owner();
        let first = snap("a.jpg", "2019-09-28T15:00").photo();
        let mut copy = first.clone();
        copy.files = vec![NewFile { path: "/photos/copy of a.jpg".into(), motion: false, stamp: "1@1".into() }];
        let (a, b, files) = house
            .store
            .write(|tx| {
                let a = keep(tx, owner.library(), &first, now().timestamp())?;
                let b = keep(tx, owner.library(), &copy, now().timestamp())?;
                Ok::<_, StoreError>((a, b, files_of(tx, owner, a)?))
            })
            .unwrap();
        assert_eq!(a, b);
        assert_eq!(files.len(), 2);
    }
}

#[test]
fn a_file_edited_in_place_keeps_its_photo_and_what_the_owner_said_of_it() {
    for house in houses() {
        let owner = house.owner();
        let mut new = snap("a.jpg", "2019-09-28T15:00").photo();
        let (before, after, taken) = house
            .store
            .write(|tx| {
                let before = keep(tx, owner.library(), &new, now().timestamp())?;
                correct_dates(tx, owner, &[before], "2001-05-04".parse().unwrap())?;
                new.content = [9; 32];
                new.facts.caption = Some("written into the file".to_owned());
                let after = keep(tx, owner.library(), &new, now().timestamp())?;
                Ok::<_, StoreError>((before, after, photo(tx, owner, after)?.unwrap()))
            })
            .unwrap();
        assert_eq!(before, after);
        assert_eq!(taken.caption.as_deref(), Some("written into the file"));
        assert_eq!(taken.taken.unwrap().at, "2001-05-04T15:00".parse().unwrap());
    }
}

#[test]
fn a_corrected_date_counts_until_it_is_taken_back() {
    for house in houses() {
        let owner = house.owner();
        let ids = house.keep(&[snap("a.jpg", "2019-09-28T15:00"), snap("b.jpg", "2019-09-28T16:00")]);
        let taken = |id| house.store.read(|tx| photo(tx, owner, id)).unwrap().unwrap().taken.unwrap();
        let changed = house.store.write(|tx| correct_dates(tx, owner, &ids, "about 1956".parse().unwrap())).unwrap();
        assert_eq!(changed, 2);
        assert_eq!((taken(ids[0]).precision, taken(ids[0]).confidence), (Precision::AboutYear, Confidence::Owner));
        assert!(!taken(ids[0]).makes_anniversary());

        house.store.write(|tx| correct_dates(tx, owner, &ids[1..], "2018-01-02".parse().unwrap())).unwrap();
        assert_eq!(taken(ids[1]).at, "2018-01-02T00:00".parse().unwrap(), "the hour was given up with “about 1956”");

        house.store.write(|tx| take_back_correction(tx, owner, &ids)).unwrap();
        assert_eq!(taken(ids[0]).at, "2019-09-28T15:00".parse().unwrap());
        assert_eq!(taken(ids[0]).confidence, Confidence::Camera);
    }
}

#[test]
fn a_day_given_without_an_hour_keeps_the_hour_of_the_camera() {
    for house in houses() {
        let owner = house.owner();
        let ids = house.keep(&[snap("a.jpg", "2000-01-01T15:30")]);
        house.store.write(|tx| correct_dates(tx, owner, &ids, "2011-08-09".parse().unwrap())).unwrap();
        let taken = house.store.read(|tx| photo(tx, owner, ids[0])).unwrap().unwrap().taken.unwrap();
        assert_eq!((taken.at, taken.precision), ("2011-08-09T15:30".parse().unwrap(), Precision::Time));
    }
}

#[test]
fn hiding_and_removing_are_taken_back_and_unknown_photos_are_said_to_be_unknown() {
    for house in houses() {
        let owner = house.owner();
        let id = house.keep(&[snap("a.jpg", "2019-09-28T15:00")])[0];
        let state = || {
            let photo = house.store.read(|tx| photo(tx, owner, id)).unwrap().unwrap();
            (photo.hidden, photo.removed_ms.is_some())
        };
        house.store.write(|tx| hide(tx, owner, id)).unwrap();
        house.store.write(|tx| remove(tx, owner, id, now().timestamp())).unwrap();
        assert_eq!(state(), (true, true));
        house.store.write(|tx| unhide(tx, owner, id)).unwrap();
        house.store.write(|tx| restore(tx, owner, id, now().timestamp())).unwrap();
        assert_eq!(state(), (false, false));
        assert!(!house.store.write(|tx| hide(tx, owner, model::PhotoId(999))).unwrap());
    }
}

#[test]
fn a_removed_photo_does_not_come_back_with_its_file() {
    for house in houses() {
        let owner = house.owner();
        let new = snap("a.jpg", "2019-09-28T15:00");
        let id = house.keep(std::slice::from_ref(&new))[0];
        house.store.write(|tx| remove(tx, owner, id, now().timestamp())).unwrap();
        assert_eq!(house.keep(&[new]), [id]);
        assert!(house.store.read(|tx| photo(tx, owner, id)).unwrap().unwrap().removed_ms.is_some());
    }
}

#[test]
fn nothing_of_another_library_is_read_or_changed() {
    for house in houses() {
        let id = house.keep(&[snap("a.jpg", "2019-09-28T15:00")])[0];
        let stranger = Viewer::at_the_machine(model::LibraryId(2), model::PersonId(0));
        assert_eq!(house.store.read(|tx| photo(tx, stranger, id)).unwrap(), None);
        assert!(!house.store.write(|tx| remove(tx, stranger, id, now().timestamp())).unwrap());
        assert!(house.store.read(|tx| photo(tx, house.owner(), id)).unwrap().unwrap().removed_ms.is_none());
    }
}

#[test]
fn somebody_named_by_the_owner_stays_named_when_the_file_changes_and_is_taken_back_alone() {
    for house in houses() {
        let owner = house.owner();
        let mut new = snap("a.jpg", "2019-09-28T15:00").of(&["Ada"]).photo();
        let other = house.keep(&[snap("b.jpg", "2019-09-28T16:00")])[0];
        let names = |id| {
            let photo = house.store.read(|tx| photo(tx, owner, id)).unwrap().unwrap();
            photo.people.into_iter().map(|(_, name)| name).collect::<Vec<_>>()
        };
        let now = now().timestamp();
        let (id, leo) = house
            .store
            .write(|tx| {
                let id = keep(tx, owner.library(), &new, now)?;
                let leo = library::tag(tx, owner, &[id, other, model::PhotoId(999)], " Leo ", now)?.unwrap();
                let again = library::tag(tx, owner, &[id, other], "Ada", now)?.unwrap();
                assert_eq!(again.photos, [other], "the file names her already");
                Ok::<_, StoreError>((id, leo))
            })
            .unwrap();
        assert_eq!(leo.photos, [id, other]);
        new.content = [9; 32];
        new.facts.people.clear();
        house.store.write(|tx| keep(tx, owner.library(), &new, now)).unwrap();
        assert_eq!(names(id), ["Leo"]);
        let undo = |change| house.store.write(|tx| library::undo_change(tx, owner, change, now)).unwrap();
        assert!(!undo(leo.change), "Ada was named later in one of them");
        let ada = model::ChangeId(leo.change.0 + 1);
        assert!(undo(ada) && undo(leo.change));
        assert_eq!((names(id), names(other)), (vec![], vec![]));
        assert_eq!(house.store.write(|tx| library::tag(tx, owner, &[id], " \u{0} ", now)).unwrap(), None);
    }
}

#[test]
fn what_is_shown_turns_and_turns_back_and_stays_turned_when_its_file_changes() {
    for house in houses() {
        let owner = house.owner();
        let new = snap("a.jpg", "2019-09-28T15:00");
        let id = house.keep(std::slice::from_ref(&new))[0];
        let seen = || house.store.read(|tx| photo(tx, owner, id)).unwrap().unwrap();
        let upright = seen();
        house.store.write(|tx| turn(tx, owner, id, 1)).unwrap();
        let turned = seen();
        assert_eq!((turned.turned, turned.shown_size), (1, Some((1200, 1600))));
        assert_ne!(turned.rendition(Size::Small), upright.rendition(Size::Small));
        let mut edited = new.photo();
        edited.content = [9; 32];
        house.store.write(|tx| keep(tx, owner.library(), &edited, now().timestamp())).unwrap();
        assert_eq!((seen().turned, seen().shown_size), (1, Some((1200, 1600))));
        house.store.write(|tx| turn(tx, owner, id, 3)).unwrap();
        assert_eq!((seen().turned, seen().shown_size), (0, Some((1600, 1200))));
        assert!(!house.store.write(|tx| turn(tx, owner, model::PhotoId(99), 1)).unwrap());
    }
}

#[test]
fn a_turned_rendition_is_made_of_the_first_one_and_let_go_with_it() {
    let house = testkit::House::on_sqlite();
    let owner = house.owner();
    let id = house.keep(&[snap("a.jpg", "2019-09-28T15:00")])[0];
    let seen = || house.store.read(|tx| photo(tx, owner, id)).unwrap().unwrap();
    let rendition = |photo: &library::Photo| photo.picture(Size::Small).read(&house.blobs).unwrap();
    let first = seen();
    assert_eq!(rendition(&first), None);
    house.blobs.put(&first.rendition(Size::Small), testkit::jpeg(64, 48)).unwrap();
    house.store.write(|tx| turn(tx, owner, id, 1)).unwrap();
    let turned = rendition(&seen()).unwrap();
    assert_ne!(Some(&turned), rendition(&first).as_ref());
    assert_eq!(house.blobs.get(&seen().rendition(Size::Small)).unwrap().as_ref(), Some(&turned), "it is kept");

    house.store.write(|tx| remove(tx, owner, id, now().timestamp())).unwrap();
    let after = |days: i64| now().timestamp() + jiff::SignedDuration::from_hours(24 * days);
    assert_eq!(library::let_go(&house.store, &house.blobs, owner, after(29)).unwrap(), 0);
    assert!(rendition(&first).is_some());
    assert_eq!(library::let_go(&house.store, &house.blobs, owner, after(30)).unwrap(), 1);
    assert_eq!((rendition(&first), rendition(&seen())), (None, None));
    assert_eq!(library::let_go(&house.store, &house.blobs, owner, after(31)).unwrap(), 0, "only once");
    assert_eq!(house.keep(&[snap("a.jpg", "2019-09-28T15:00")]), [id], "its file does not bring it back");
    assert!(seen().removed_ms.is_some());
}
