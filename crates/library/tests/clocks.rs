//! A camera whose clock was wrong, and its photos on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

use jiff::SignedDuration;
use library::{ClockShift, ShiftError, correct_dates, photo, shift_back, shift_camera, would_shift, wrong_by};
use model::{Confidence, PhotoId};
use testkit::{House, Snap, houses, now, snap};

fn by(camera: &str, mut snap: Snap) -> Snap {
    snap.facts.make = Some("Canon".to_owned());
    snap.facts.model = Some(camera.to_owned());
    snap
}

fn at(house: &House, id: PhotoId) -> (String, Confidence) {
    let taken = house.store.read(|tx| photo(tx, house.owner(), id)).unwrap().unwrap().taken.unwrap();
    (taken.at.to_string(), taken.confidence)
}

fn holiday(house: &House) -> Vec<PhotoId> {
    house.keep(&[
        by("EOS 70D", snap("a.jpg", "2019-05-01T23:30").of(&["Leo"])),
        by("EOS 70D", snap("b.jpg", "2019-05-02T10:00")),
        by("EOS 70D", snap("c.jpg", "2019-05-03T10:00").known_by(Confidence::DoubtfulClock)),
        by("EOS 70D", snap("satellite.jpg", "2019-05-02T10:00").known_by(Confidence::Gps)),
        by("PowerShot", snap("other.jpg", "2019-05-02T10:00")),
        snap("nameless.jpg", "2019-05-02T10:00"),
        by("EOS 70D", snap("by hand.jpg", "2019-05-02T12:00")),
        by("EOS 70D", snap("old.jpg", "1969-12-31T23:30")),
    ])
}

fn hours(like: PhotoId, hours: i64) -> ClockShift {
    ClockShift { like, by: SignedDuration::from_hours(hours), from: None, to: None }
}

#[test]
fn a_camera_is_moved_as_a_whole_and_moved_back_to_the_letter() {
    for house in houses() {
        let (owner, ids) = (house.owner(), holiday(&house));
        let by_hand = "2019-05-02 14:00".parse().unwrap();
        house.store.write(|tx| correct_dates(tx, owner, &ids[6..7], by_hand)).unwrap();
        let wrong = house.store.read(|tx| wrong_by(tx, owner, ids[6])).unwrap();
        assert_eq!(wrong, Some(SignedDuration::from_hours(2)));
        assert_eq!(house.store.read(|tx| wrong_by(tx, owner, ids[0])).unwrap(), None, "nobody said anything of it");

        let shift = hours(ids[6], 2);
        let before: Vec<_> = ids.iter().map(|id| at(&house, *id)).collect();
        assert_eq!(house.store.read(|tx| would_shift(tx, owner, &shift)).unwrap(), [ids[7], ids[0], ids[1], ids[2]]);
        house.store.write(|tx| library::take_changed_days(tx, owner.library())).unwrap();
        let done = house.store.write(|tx| shift_camera(tx, owner, &shift, now().timestamp())).unwrap();
        assert_eq!(done.photos, 4);
        assert_eq!(at(&house, ids[0]), ("2019-05-02T01:30:00".to_owned(), Confidence::Owner));
        assert_eq!(at(&house, ids[2]).0, "2019-05-03T12:00:00");
        assert_eq!(at(&house, ids[7]).0, "1970-01-01T01:30:00");
        for kept in [3, 4, 5, 6] {
            assert_eq!(at(&house, ids[kept]), before[kept]);
        }
        let mut days = house.store.write(|tx| library::take_changed_days(tx, owner.library())).unwrap();
        days.retain(|day| *day < 10);
        assert_eq!(days, [-1, 0], "days before and after, on both sides of 1970");
        let people = "SELECT taken_ms FROM photo_people WHERE photo = 1";
        let leo: i64 = house.store.read(|tx| tx.one(people, &[], |row| row.get(0))).unwrap();
        assert_eq!(model::moment_of(leo).unwrap().to_string(), at(&house, ids[0]).0);

        // A second shift goes on from the first; a photo corrected since then stays when it is taken back.
        let again = house.store.write(|tx| shift_camera(tx, owner, &hours(ids[6], -1), now().timestamp())).unwrap();
        assert_eq!((again.photos, at(&house, ids[1]).0.as_str()), (4, "2019-05-02T11:00:00"));
        house.store.write(|tx| correct_dates(tx, owner, &ids[2..3], "2019-06-06".parse().unwrap())).unwrap();
        assert_eq!(house.store.write(|tx| shift_back(tx, owner, again.id)).unwrap(), 3);
        assert_eq!(house.store.write(|tx| shift_back(tx, owner, done.id)).unwrap(), 3);
        for back in [0, 1, 3, 4, 5, 6, 7] {
            assert_eq!(at(&house, ids[back]), before[back]);
        }
        assert_eq!(at(&house, ids[2]).0, "2019-06-06T11:00:00");
        assert_eq!(house.store.write(|tx| shift_back(tx, owner, done.id)).unwrap(), 0, "only once");
    }
}

#[test]
fn a_shift_keeps_to_its_days_its_library_and_the_years_there_are() {
    for house in houses() {
        let (owner, ids) = (house.owner(), holiday(&house));
        let within = ClockShift {
            from: Some("2019-05-02".parse().unwrap()),
            to: Some("2019-05-02".parse().unwrap()),
            ..hours(ids[0], 5)
        };
        assert_eq!(house.store.read(|tx| would_shift(tx, owner, &within)).unwrap(), [ids[1], ids[6]]);
        for years in [9000_i64, -9000, 1_000_000_000, -1_000_000_000] {
            let shift = hours(ids[0], years.saturating_mul(365 * 24));
            let refused = house.store.write(|tx| shift_camera(tx, owner, &shift, now().timestamp()));
            assert!(matches!(refused, Err(ShiftError::OutOfTime)), "{years}");
        }
        let nameless = house.store.read(|tx| would_shift(tx, owner, &hours(ids[5], 1)));
        assert!(matches!(nameless, Err(ShiftError::NoCamera)));
        let stranger = circle::Viewer::at_the_machine(model::LibraryId(2), model::PersonId(0));
        let theirs = house.store.read(|tx| would_shift(tx, stranger, &hours(ids[0], 1)));
        assert!(matches!(theirs, Err(ShiftError::NoCamera)));
        assert_eq!(at(&house, ids[0]).1, Confidence::Camera);
    }
}

#[test]
fn what_is_searched_for_moves_along_and_a_shift_is_not_taken_back_under_a_later_one() {
    for house in houses() {
        let owner = house.owner();
        let ids =
            house.keep(&[by("EOS 70D", snap("beach.jpg", "2018-12-31T10:00").of(&["Leo"]).at("Málaga", 36.7, -4.4))]);
        let found = |question: &str| {
            let query = library::Query::read(question, |_, _| Vec::new());
            house.store.read(|tx| library::find(tx, owner, &query)).unwrap().len()
        };
        let everywhere = |year: &str| ["beach", "leo", "malaga"].map(|word| found(&format!("{word} {year}")));
        assert_eq!((everywhere("2018"), everywhere("2019")), ([1; 3], [0; 3]));
        let first = house.store.write(|tx| shift_camera(tx, owner, &hours(ids[0], 48), now().timestamp())).unwrap();
        assert_eq!((everywhere("2018"), everywhere("2019")), ([0; 3], [1; 3]));

        let second = house.store.write(|tx| shift_camera(tx, owner, &hours(ids[0], 1), now().timestamp())).unwrap();
        let back = |id| house.store.write(|tx| shift_back(tx, owner, id)).unwrap();
        assert_eq!(back(first.id), 0, "the later one first");
        assert_eq!(at(&house, ids[0]).0, "2019-01-02T11:00:00");
        assert_eq!((back(second.id), back(first.id)), (1, 1));
        assert_eq!((everywhere("2018"), everywhere("2019")), ([1; 3], [0; 3]));
    }
}
