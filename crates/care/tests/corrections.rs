//! What somebody is called, who is in a photo, its words and where it was taken may be corrected, by its owner or by its files. No
//! correction takes anything out of a loss's reach; taking a mistake back leaves nothing behind.
#![allow(clippy::unwrap_used, missing_docs)]

mod asked;
mod seen;

use asked::{add_loss, change_settings, why_photo};
use care::{CareSettings, Kind, Loss, LossPlace, Part, PartOf, Verdict, Want};
use library::{Changed, Name};
use model::{ChangeId, PhotoId, Position};
use seen::{day, is_shown, person};
use testkit::{House, Snap, houses, now, snap};

fn verdict(house: &House, id: PhotoId) -> Verdict {
    why_photo(&house.store, house.owner(), id, now().date()).unwrap().unwrap().verdict
}

fn lose(house: &House, part: PartOf, about: impl Fn(&mut Loss)) {
    let mut loss = Loss::proposed(Kind::Other, day("2019-09-28"), &care::FirstWords::default());
    loss.parts = vec![Part::of(part, Want::AskFirst)];
    about(&mut loss);
    add_loss(&house.store, house.owner(), loss, now().timestamp()).unwrap();
}

fn quietly(house: &House) {
    let settings = CareSettings { caution: false, ..CareSettings::default() };
    change_settings(&house.store, house.owner(), settings, now().timestamp()).unwrap();
}

fn change(done: Changed) -> ChangeId {
    match done {
        Changed::Done(change) => change,
        other => panic!("{other:?}"),
    }
}

fn undo(house: &House, change: ChangeId) {
    assert!(
        house.store.write(|tx| library::undo_change(tx, house.owner(), change, now().timestamp())).unwrap(),
        "it stands, and is taken back"
    );
}

/// What a person may correct about who is in a photo of Wren's, and how it is noted.
type Correction = fn(&House, PhotoId) -> ChangeId;

fn of_people() -> Vec<(&'static str, Correction)> {
    fn name(text: &str) -> Name {
        text.parse().unwrap()
    }
    vec![
        ("not in it", |house, id| {
            let wren = person(house, "Wren");
            let done = house.store.write(|tx| library::is_not_in(tx, house.owner(), &[id], wren, now().timestamp()));
            change(done.unwrap())
        }),
        ("somebody else", |house, id| {
            let wren = person(house, "Wren");
            let done = house
                .store
                .write(|tx| library::split(tx, house.owner(), &[id], wren, &name("Robin"), now().timestamp()));
            change(done.unwrap().0)
        }),
        ("a thing", |house, _| {
            let wren = person(house, "Wren");
            let done = house.store.write(|tx| library::is_a_thing(tx, house.owner(), wren, now().timestamp()));
            change(done.unwrap())
        }),
    ]
}

#[test]
fn whoever_is_said_not_to_be_in_a_photo_counts_all_the_same_and_undoing_it_changes_nothing() {
    for (what, correct) in of_people() {
        for part in [PartOf::People, PartOf::Companions] {
            for house in houses() {
                quietly(&house);
                let ids = house.keep(&[
                    snap("a.jpg", "2019-09-28T15:00").of(&["Wren"]),
                    snap("b.jpg", "2019-09-28T21:00").of(&["Ada"]),
                ]);
                assert!(ids.iter().all(|id| is_shown(&house, *id)), "{what}: there is something to show");
                let wren = person(&house, "Wren");
                lose(&house, part, |loss| match part {
                    PartOf::People => loss.people = vec![wren],
                    _ => loss.companions = vec![wren],
                });
                let expected = [Verdict::Veiled, Verdict::Cleared];
                let verdicts = |house: &House| [verdict(house, ids[0]), verdict(house, ids[1])];
                assert_eq!(verdicts(&house), expected, "{what}, {part:?}");
                let change = correct(&house, ids[0]);
                assert_eq!(verdicts(&house), expected, "{what}, {part:?}, corrected");
                undo(&house, change);
                assert_eq!(verdicts(&house), expected, "{what}, {part:?}, and taken back");
            }
        }
    }
}

#[test]
fn a_name_that_was_given_by_mistake_and_taken_back_leaves_nothing_behind() {
    for house in houses() {
        quietly(&house);
        let ids = house.keep(&[
            snap("a.jpg", "2019-09-28T15:00").of(&["Wren"]),
            snap("b.jpg", "2019-09-29T15:00").of(&["Robin"]),
            snap("c.jpg", "2019-09-30T15:00"),
        ]);
        let (wren, robin) = (person(&house, "Wren"), person(&house, "Robin"));
        lose(&house, PartOf::People, |loss| loss.people = vec![wren]);
        let verdicts = || ids.iter().map(|id| verdict(&house, *id)).collect::<Vec<_>>();
        let before = [Verdict::Veiled, Verdict::Cleared, Verdict::Cleared];
        assert_eq!(verdicts(), before);
        let tagged = house.store.write(|tx| library::tag(tx, house.owner(), &ids[2..], "Wren", now().timestamp()));
        assert_eq!(verdicts(), [Verdict::Veiled, Verdict::Cleared, Verdict::Veiled], "named");
        undo(&house, tagged.unwrap().unwrap().change);
        assert_eq!(verdicts(), before, "and unnamed");
        let merged = house.store.write(|tx| library::merge(tx, house.owner(), wren, robin, now().timestamp()));
        assert_eq!(verdicts(), [Verdict::Veiled, Verdict::Veiled, Verdict::Cleared], "one person");
        undo(&house, change(merged.unwrap()));
        assert_eq!(verdicts(), before, "and two");
    }
}

#[test]
fn whoever_was_said_not_to_be_in_it_and_turns_out_to_be_somebody_else_counts_as_them() {
    for house in houses() {
        quietly(&house);
        let ids = house.keep(&[
            snap("a.jpg", "2019-09-28T15:00").of(&["Wren"]),
            snap("b.jpg", "2019-09-28T21:00").of(&["Birdie"]),
        ]);
        let (wren, birdie) = (person(&house, "Wren"), person(&house, "Birdie"));
        lose(&house, PartOf::People, |loss| loss.people = vec![wren]);
        assert_eq!(verdict(&house, ids[1]), Verdict::Cleared);
        house
            .store
            .write(|tx| {
                library::is_not_in(tx, house.owner(), &ids[1..], birdie, now().timestamp())?;
                library::merge(tx, house.owner(), wren, birdie, now().timestamp())
            })
            .unwrap();
        assert_eq!(verdict(&house, ids[1]), Verdict::Veiled);
    }
}

/// A file that says something, and how it says something else later.
type Rewritten = (&'static str, fn(Snap) -> Snap, PartOf, fn(&House, &mut Loss));

fn of_files() -> Vec<Rewritten> {
    let beach: fn(Snap) -> Snap = |snap| snap.at("Cannon Beach", 45.89, -123.96);
    vec![
        ("a name", |snap| snap.of(&["Wren"]), PartOf::People, |house, loss| loss.people = vec![person(house, "Wren")]),
        (
            "a caption",
            |mut snap| {
                snap.facts.caption = Some("the hospice garden".to_owned());
                snap
            },
            PartOf::Words,
            |_, loss| loss.tags = vec!["hospice".to_owned()],
        ),
        (
            "a keyword",
            |mut snap| {
                snap.facts.keywords = vec!["hospice".to_owned()];
                snap
            },
            PartOf::Words,
            |_, loss| loss.tags = vec!["hospice".to_owned()],
        ),
        ("a point", beach, PartOf::Places { always: true }, |_, loss| {
            let point = Position::new(45.89, -123.96).unwrap();
            loss.places = vec![LossPlace::Around { point, metres: 500 }];
        }),
        ("a town", beach, PartOf::Places { always: true }, |house, loss| {
            let towns = house.store.read(|tx| library::places(tx, house.owner())).unwrap();
            loss.places = vec![LossPlace::Town(towns[0].id)];
        }),
    ]
}

#[test]
fn what_a_file_said_before_counts_beside_what_it_says_now() {
    for (what, says, part, about) in of_files() {
        for house in houses() {
            quietly(&house);
            let plain = || snap("a.jpg", "2019-09-28T15:00");
            let ids = house.keep(&[says(plain()), snap("b.jpg", "2019-09-28T21:00")]);
            assert!(ids.iter().all(|id| is_shown(&house, *id)), "{what}: there is something to show");
            lose(&house, part, |loss| about(&house, loss));
            assert_eq!(
                [verdict(&house, ids[0]), verdict(&house, ids[1])],
                [Verdict::Veiled, Verdict::Cleared],
                "{what}"
            );
            for again in [plain(), plain().at("Salem", 44.94, -123.03), says(plain()), plain()] {
                assert_eq!(house.keep(&[again]), ids[..1], "the same photo");
                assert_eq!(verdict(&house, ids[0]), Verdict::Veiled, "{what}, rewritten");
            }
            assert_eq!(verdict(&house, ids[1]), Verdict::Cleared, "{what}, and nothing else");
        }
    }
}
