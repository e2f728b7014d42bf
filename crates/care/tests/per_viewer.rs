//! Care is per viewer, where each of two who see the same library said something of their own.
#![allow(clippy::unwrap_used, missing_docs)]

mod asked;
mod seen;

use asked::{add_loss, change_settings, look, today, why_photo, wish_for};
use care::{CareSettings, FirstWords, HowLong, Kind, Loss, Part, PartOf, Scope, Verdict, Want, Wish};
use circle::Viewer;
use model::{PersonId, PhotoId};
use seen::{day, moment_of, person};
use testkit::{House, houses, now, snap};

fn partner(house: &House) -> Viewer {
    Viewer::at_the_machine(house.owner().library(), PersonId(77))
}

/// Two afternoons of this day in earlier years, each with somebody of its own.
fn afternoons(house: &House) -> [PhotoId; 2] {
    for viewer in [house.owner(), partner(house)] {
        let settings = CareSettings { caution: false, ..CareSettings::default() };
        change_settings(&house.store, viewer, settings, now().timestamp()).unwrap();
    }
    let ids = house
        .keep(&[snap("a.jpg", "2019-09-28T15:00").of(&["Wren"]), snap("b.jpg", "2018-09-28T15:00").of(&["Robin"])]);
    [ids[0], ids[1]]
}

/// What each surface answers: why, the library, and the day on which both would return.
fn sees(house: &House, viewer: Viewer, ids: [PhotoId; 2]) -> [Verdict; 2] {
    let verdicts = ids.map(|id| why_photo(&house.store, viewer, id, now().date()).unwrap().unwrap().verdict);
    let listed = look(&house.store, viewer, now().date(), |view| Ok(ids.map(|id| view.shows(id)))).unwrap();
    assert_eq!(listed, verdicts.map(|verdict| verdict == Verdict::Cleared), "a library lists what is cleared");
    let plan = today(&house.store, viewer, now().date(), now().date()).unwrap();
    let shown = |id| plan.memories.iter().any(|memory| memory.photos.iter().any(|photo| photo.id == id));
    assert_eq!(ids.map(shown), listed, "and so does the day");
    verdicts
}

#[test]
fn what_each_of_two_keeps_away_is_away_for_them_and_for_nobody_else() {
    let scopes: [fn(&House, PhotoId) -> Scope; 3] = [
        |_, id| Scope::Photo(id),
        |house, id| Scope::Moment(moment_of(house, id)),
        |house, id| {
            let taken = house.store.read(|tx| library::photo(tx, house.owner(), id)).unwrap().unwrap().taken.unwrap();
            Scope::Day(taken.at.date())
        },
    ];
    for scope in scopes {
        for house in houses() {
            let ids = afternoons(&house);
            let (owner, partner) = (house.owner(), partner(&house));
            assert_eq!(sees(&house, owner, ids), [Verdict::Cleared; 2], "there is something to show");
            for (viewer, id) in [(owner, ids[0]), (partner, ids[1])] {
                let wish = Wish { scope: scope(&house, id), how_long: HowLong::Never };
                wish_for(&house.store, viewer, Want::KeepAway, wish, now().date(), &now()).unwrap();
            }
            assert_eq!(sees(&house, owner, ids), [Verdict::Held, Verdict::Cleared]);
            assert_eq!(sees(&house, partner, ids), [Verdict::Cleared, Verdict::Held]);
        }
    }
}

#[test]
fn what_a_loss_of_each_of_two_reaches_is_away_for_them_and_for_nobody_else() {
    for house in houses() {
        let ids = afternoons(&house);
        let (owner, partner) = (house.owner(), partner(&house));
        assert_eq!(sees(&house, partner, ids), [Verdict::Cleared; 2], "there is something to show");
        for (viewer, name) in [(owner, "Wren"), (partner, "Robin")] {
            let first = FirstWords { people: vec![person(&house, name)], ..FirstWords::default() };
            let mut loss = Loss::proposed(Kind::Other, day("2017-01-01"), &first);
            (loss.parts, loss.days) = (vec![Part::of(PartOf::People, Want::KeepAway)], Vec::new());
            add_loss(&house.store, viewer, loss, now().timestamp()).unwrap();
        }
        assert_eq!(sees(&house, owner, ids), [Verdict::Held, Verdict::Cleared]);
        assert_eq!(sees(&house, partner, ids), [Verdict::Cleared, Verdict::Held]);
    }
}
