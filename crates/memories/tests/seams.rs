//! What the owner says of moments: where they begin, what they are called, and how all of that is taken back; on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

use memories::{MomentWords, join, member, moment, neighbours, part, say_of, tidied, unsew};
use model::{MomentId, PhotoId};
use store::StoreError;
use testkit::{House, houses, now, snap};

/// The photos of every moment, the moments in order of time.
fn moments(house: &House) -> Vec<Vec<i64>> {
    let sql =
        "SELECT m.id, mp.photo FROM moments m JOIN moment_photos mp ON mp.library = m.library AND mp.moment = m.id
               ORDER BY m.begins_ms, m.id, mp.place";
    let rows: Vec<(i64, i64)> =
        house.store.read(|tx| tx.all(sql, &[], |r| Ok::<_, StoreError>((r.get(0)?, r.get(1)?)))).unwrap();
    let mut found: Vec<(i64, Vec<i64>)> = Vec::new();
    for (moment, photo) in rows {
        match found.last_mut().filter(|(id, _)| *id == moment) {
            Some((_, photos)) => photos.push(photo),
            None => found.push((moment, vec![photo])),
        }
    }
    found.into_iter().map(|(_, photos)| photos).collect()
}

fn moment_of(house: &House, id: PhotoId) -> MomentId {
    house.store.read(|tx| member(tx, house.owner(), id)).unwrap().unwrap().moment
}

fn said_of(house: &House, id: PhotoId) -> (String, String) {
    let id = moment_of(house, id);
    let said = house.store.read(|tx| moment(tx, house.owner(), id)).unwrap().unwrap().said;
    (said.title, said.words)
}

fn say(house: &House, id: PhotoId, title: &str, words: &str) {
    let id = moment_of(house, id);
    let said = tidied(title, words).unwrap();
    assert!(house.store.write(|tx| say_of(tx, house.owner(), id, &said)).unwrap());
}

/// Five photos of a morning, three of its evening, one of the next day.
fn a_day(house: &House) -> Vec<PhotoId> {
    let times = ["10:00", "10:10", "10:20", "10:30", "10:40", "18:00", "18:10", "18:20"];
    let mut snaps: Vec<_> =
        times.iter().map(|time| snap(&format!("{time}.jpg"), &format!("2019-09-28T{time}"))).collect();
    snaps.push(snap("next.jpg", "2019-09-29T12:00"));
    let ids = house.keep(&snaps);
    assert_eq!(moments(house), [vec![1, 2, 3, 4, 5], vec![6, 7, 8], vec![9]]);
    ids
}

#[test]
fn a_moment_is_parted_and_the_parting_taken_back() {
    for house in houses() {
        let (owner, ids) = (house.owner(), a_day(&house));
        let before = moment_of(&house, ids[0]);
        let first = house.store.read(|tx| member(tx, owner, ids[3])).unwrap().unwrap();
        let seam = house.store.write(|tx| part(tx, owner, first)).unwrap().unwrap();
        assert_eq!(moments(&house), [vec![1, 2, 3], vec![4, 5], vec![6, 7, 8], vec![9]]);
        assert_eq!(moment_of(&house, ids[0]), before, "the larger part goes on");
        assert_ne!(moment_of(&house, ids[3]), before);

        // Late photos, removed ones and whatever else regroups the day leave it parted.
        house.keep(&[snap("late.jpg", "2019-09-28T10:25"), snap("later.jpg", "2019-09-28T10:45")]);
        house.store.write(|tx| library::remove(tx, owner, ids[3], now().timestamp())).unwrap();
        memories::settled(&house.store, owner).unwrap();
        assert_eq!(moments(&house), [vec![1, 2, 3, 10], vec![5, 11], vec![6, 7, 8], vec![9]]);

        assert!(house.store.write(|tx| unsew(tx, owner, seam)).unwrap());
        assert_eq!(moments(&house), [vec![1, 2, 3, 10, 5, 11], vec![6, 7, 8], vec![9]]);
        assert!(!house.store.write(|tx| unsew(tx, owner, seam)).unwrap(), "only once");
        let first = house.store.read(|tx| member(tx, owner, ids[0])).unwrap().unwrap();
        assert_eq!(house.store.write(|tx| part(tx, owner, first)).unwrap(), None, "nothing lies before the first");
    }
}

#[test]
fn moments_of_a_waking_day_are_joined_and_parted_again_and_others_are_not() {
    for house in houses() {
        let (owner, ids) = (house.owner(), a_day(&house));
        let [morning, evening, next] = [ids[0], ids[5], ids[8]].map(|id| moment_of(&house, id));
        let beside = |id| house.store.read(|tx| neighbours(tx, owner, id)).unwrap();
        assert_eq!((beside(morning).before, beside(morning).after), (None, Some(evening)));
        assert_eq!((beside(evening).before, beside(evening).after), (Some(morning), None), "the next day is another");
        assert_eq!((beside(next).before, beside(next).after), (None, None));
        for (a, b) in [(evening, next), (morning, morning), (morning, MomentId(999))] {
            assert_eq!(house.store.write(|tx| join(tx, owner, a, b)).unwrap(), None);
        }
        let seam = house.store.write(|tx| join(tx, owner, evening, morning)).unwrap().unwrap();
        assert_eq!(moments(&house), [vec![1, 2, 3, 4, 5, 6, 7, 8], vec![9]]);
        assert_eq!(moment_of(&house, ids[7]), morning, "the one with more photos goes on");
        // The later word wins.
        let first = house.store.read(|tx| member(tx, owner, ids[6])).unwrap().unwrap();
        house.store.write(|tx| part(tx, owner, first)).unwrap().unwrap();
        assert_eq!(moments(&house), [vec![1, 2, 3, 4, 5, 6], vec![7, 8], vec![9]]);
        house.store.write(|tx| unsew(tx, owner, seam)).unwrap();
        assert_eq!(moments(&house), [vec![1, 2, 3, 4, 5], vec![6], vec![7, 8], vec![9]]);
    }
}

#[test]
fn words_stay_with_their_moment_whatever_comes_and_goes_and_empty_ones_take_them_back() {
    for house in houses() {
        let (owner, ids) = (house.owner(), a_day(&house));
        say(&house, ids[0], "  Market\nday ", "We were there\r\nearly.");
        assert_eq!(said_of(&house, ids[4]), ("Market day".into(), "We were there\nearly.".into()));
        house.keep(&[snap("late.jpg", "2019-09-28T09:00")]);
        house.store.write(|tx| library::remove(tx, owner, ids[2], now().timestamp())).unwrap();
        memories::settled(&house.store, owner).unwrap();
        assert_eq!(said_of(&house, ids[0]).0, "Market day");
        // All of it moves to another year at once.
        let morning: Vec<PhotoId> = ids[..5].to_vec();
        house.store.write(|tx| library::correct_dates(tx, owner, &morning, "2011-05-06".parse().unwrap())).unwrap();
        memories::settled(&house.store, owner).unwrap();
        assert_eq!(said_of(&house, ids[0]).0, "Market day");
        // Everything of it goes, and comes back.
        for id in &morning {
            house.store.write(|tx| library::hide(tx, owner, *id)).unwrap();
        }
        memories::settled(&house.store, owner).unwrap();
        for id in &morning {
            house.store.write(|tx| library::unhide(tx, owner, *id)).unwrap();
        }
        memories::settled(&house.store, owner).unwrap();
        assert_eq!(said_of(&house, ids[0]).0, "Market day");

        say(&house, ids[0], "", " \n");
        assert_eq!(said_of(&house, ids[0]), (String::new(), String::new()));
        assert!(!house.store.write(|tx| say_of(tx, owner, MomentId(999), &MomentWords::default())).unwrap());
    }
}

#[test]
fn joined_moments_have_the_words_of_both_and_each_its_own_again_when_that_is_taken_back() {
    for house in houses() {
        let (owner, ids) = (house.owner(), a_day(&house));
        say(&house, ids[0], "Market", "apples");
        say(&house, ids[5], "Dinner", "soup");
        let (morning, evening) = (moment_of(&house, ids[0]), moment_of(&house, ids[5]));
        let seam = house.store.write(|tx| join(tx, owner, morning, evening)).unwrap().unwrap();
        assert_eq!(said_of(&house, ids[7]), ("Market".into(), "apples\nDinner\nsoup".into()));
        house.store.write(|tx| unsew(tx, owner, seam)).unwrap();
        assert_eq!(said_of(&house, ids[0]), ("Market".into(), "apples".into()));
        assert_eq!(said_of(&house, ids[5]), ("Dinner".into(), "soup".into()));
        // Parted, the words go with the larger part, and the other has none.
        let first = house.store.read(|tx| member(tx, owner, ids[1])).unwrap().unwrap();
        house.store.write(|tx| part(tx, owner, first)).unwrap().unwrap();
        assert_eq!((said_of(&house, ids[0]).0, said_of(&house, ids[1]).0), (String::new(), "Market".into()));
    }
}
