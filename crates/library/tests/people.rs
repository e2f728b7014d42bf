//! People are named by files, by keywords and by the owner, and every change of the owner's can be taken back; on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

use library::{
    Changed, LifeDates, Name, Named, Relation, change_life_dates, is_a_thing, is_in, is_not_in, keep,
    keyword_is_somebody, merge, name_person, other_names, people, photo, rename, set_birth, split, undo_change,
};
use model::{ChangeId, PersonId, PhotoId};
use proptest::prelude::*;
use store::{StoreError, Tx};
use testkit::{House, Snap, houses, now, snap};

fn write<T>(house: &House, work: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>) -> T {
    house.store.write(work).unwrap()
}

fn everybody(house: &House) -> Vec<Named> {
    house.store.read(|tx| people(tx, house.owner())).unwrap()
}

fn id_of(house: &House, name: &str) -> PersonId {
    everybody(house).iter().find(|person| person.name == name).unwrap_or_else(|| panic!("nobody called {name}")).id
}

fn names_in(house: &House, id: PhotoId) -> Vec<String> {
    let photo = house.store.read(|tx| photo(tx, house.owner(), id)).unwrap().unwrap();
    photo.people.into_iter().map(|(_, name)| name).collect()
}

fn name(text: &str) -> Name {
    text.parse().unwrap()
}

fn done(changed: Changed) -> ChangeId {
    match changed {
        Changed::Done(id) => id,
        other => panic!("{other:?}"),
    }
}

fn undo(house: &House, id: ChangeId) -> bool {
    write(house, |tx| undo_change(tx, house.owner(), id, now().timestamp()))
}

/// Everything that is known of people, photo by photo, with the regions.
fn whole(house: &House) -> String {
    let sql = "SELECT photo, person, x, y, width, height, taken_ms FROM photo_people ORDER BY photo, person";
    let rows = house.store.read(|tx| {
        tx.all(sql, &[], |row| {
            let region: [Option<f64>; 4] = [row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?];
            Ok((row.get::<PhotoId>(0)?, row.get::<PersonId>(1)?, region, row.get::<Option<i64>>(6)?))
        })
    });
    let names: Vec<_> = everybody(house)
        .into_iter()
        .map(|p| {
            let others = house.store.read(|tx| other_names(tx, house.owner(), p.id)).unwrap();
            (p, others)
        })
        .collect();
    format!("{:?}\n{names:?}", rows.unwrap())
}

fn region(snap: &mut Snap, index: usize, x: f32) {
    snap.facts.people[index].region = Some(media::Region { x, y: 0.25, width: 0.5, height: 0.25 });
}

#[test]
fn two_that_are_one_are_found_by_both_names_and_told_apart_again_exactly() {
    for house in houses() {
        let owner = house.owner();
        let mut both = snap("both.jpg", "2019-05-03T10:00").of(&["Leo", "Leo Marsh"]);
        region(&mut both, 1, 0.5);
        let ids = house.keep(&[
            snap("a.jpg", "2019-05-01T10:00").of(&["Leo"]),
            snap("b.jpg", "2019-05-02T10:00").of(&["Leo Marsh", "Ana"]),
            both,
        ]);
        let (leo, marsh) = (id_of(&house, "Leo"), id_of(&house, "Leo Marsh"));
        write(&house, |tx| set_birth(tx, owner, leo, Some("2017-06-03".parse().unwrap())));
        let before = whole(&house);

        let change = done(write(&house, |tx| merge(tx, owner, marsh, leo, now().timestamp())));
        let merged = everybody(&house);
        assert_eq!(merged.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["Ana", "Leo Marsh"]);
        assert_eq!(merged[1].photos, 3);
        assert_eq!(merged[1].born, Some("2017-06-03".parse().unwrap()), "what only the other knew");
        assert_eq!(names_in(&house, ids[2]), ["Leo Marsh"]);
        assert_eq!(house.store.read(|tx| other_names(tx, owner, marsh)).unwrap(), ["Leo"]);
        assert_eq!(write(&house, |tx| merge(tx, owner, marsh, leo, now().timestamp())), Changed::NotThere);

        assert!(undo(&house, change));
        assert_eq!(whole(&house), before);
        assert!(!undo(&house, change), "taken back once");

        // A photo that comes in under the old name later finds them, too.
        done(write(&house, |tx| merge(tx, owner, marsh, leo, now().timestamp())));
        let late = house.keep(&[snap("late.jpg", "2020-01-01T10:00").of(&["Leo"])])[0];
        assert_eq!(names_in(&house, late), ["Leo Marsh"]);
        assert_eq!(write(&house, |tx| name_person(tx, owner.library(), "Leo")), marsh);
    }
}

#[test]
fn a_chain_of_merges_comes_apart_in_any_order() {
    for house in houses() {
        let owner = house.owner();
        let ids =
            house.keep(&[snap("a.jpg", "2019-05-01T10:00").of(&["A"]), snap("b.jpg", "2019-05-02T10:00").of(&["B"])]);
        house.keep(&[snap("c.jpg", "2019-05-03T10:00").of(&["C"])]);
        let (a, b, c) = (id_of(&house, "A"), id_of(&house, "B"), id_of(&house, "C"));
        let before = whole(&house);
        let first = done(write(&house, |tx| merge(tx, owner, b, a, now().timestamp())));
        let second = done(write(&house, |tx| merge(tx, owner, c, b, now().timestamp())));
        assert_eq!(names_in(&house, ids[0]), ["C"]);
        assert!(undo(&house, first));
        assert_eq!((names_in(&house, ids[0]), names_in(&house, ids[1])), (vec!["A".to_owned()], vec!["C".to_owned()]));
        assert!(undo(&house, second));
        assert_eq!(whole(&house), before);
    }
}

#[test]
fn a_name_that_somebody_has_offers_a_merge_and_two_windows_do_not_overwrite_each_other() {
    for house in houses() {
        let owner = house.owner();
        house.keep(&[snap("a.jpg", "2019-05-01T10:00").of(&["Leo", "Ana"])]);
        let (leo, ana) = (id_of(&house, "Leo"), id_of(&house, "Ana"));
        let rename = |saw: &str, to: &str, though: bool| {
            write(&house, |tx| rename(tx, owner, (leo, saw), &name(to), though, now().timestamp()))
        };
        assert_eq!(rename("Leo", "Ana", false), Changed::Taken(ana));
        assert_eq!(rename("Leo", "Leo", false), Changed::Already);
        let change = done(rename("Leo", "Leo Marsh", false));
        assert_eq!(rename("Leo", "Leopold", false), Changed::Meanwhile);
        assert_eq!(house.store.read(|tx| other_names(tx, owner, leo)).unwrap(), ["Leo"]);
        let late = house.keep(&[snap("b.jpg", "2019-05-02T10:00").of(&["Leo"])])[0];
        assert_eq!(names_in(&house, late), ["Leo Marsh"]);
        assert!(undo(&house, change));
        assert!(house.store.read(|tx| other_names(tx, owner, leo)).unwrap().is_empty());
        // Two people may have one name, if the owner says so.
        done(rename("Leo", "Ana", true));
        assert_eq!(everybody(&house).iter().filter(|p| p.name == "Ana").count(), 2);
    }
}

#[test]
fn what_the_owner_says_of_a_photo_outlives_reading_its_file_again() {
    for house in houses() {
        let owner = house.owner();
        let mut file = snap("a.jpg", "2019-05-01T10:00").of(&["Leo", "Ana"]);
        region(&mut file, 0, 0.125);
        let id = house.keep(std::slice::from_ref(&file))[0];
        let other = house.keep(&[snap("b.jpg", "2019-05-02T10:00").of(&["Paul"])])[0];
        let (leo, ana, paul) = (id_of(&house, "Leo"), id_of(&house, "Ana"), id_of(&house, "Paul"));
        let before = whole(&house);
        let at = now().timestamp();

        let tagged = done(write(&house, |tx| is_in(tx, owner, &[id], paul, at)));
        let untagged = done(write(&house, |tx| is_not_in(tx, owner, &[id, other], ana, at)));
        let (parted, max) = write(&house, |tx| split(tx, owner, &[id], leo, &name("Max"), at));
        let said = ["Max", "Paul"];
        assert_eq!(names_in(&house, id), said);
        let reread = |caption: &str| {
            let mut new = file.photo();
            new.facts.caption = Some(caption.to_owned());
            new.files[0].stamp = caption.to_owned();
            write(&house, |tx| keep(tx, owner.library(), &new, at));
        };
        reread("changed");
        assert_eq!(names_in(&house, id), said);
        let region = "SELECT x FROM photo_people WHERE photo = ?1 AND person = ?2";
        let x: Option<f64> = house.store.read(|tx| tx.one(region, store::values![id, max], |row| row.get(0))).unwrap();
        assert_eq!(x, Some(0.125), "whoever is there instead has the region");

        for change in [done(parted), untagged, tagged] {
            assert!(undo(&house, change));
        }
        reread("changed again");
        assert_eq!(whole(&house), before);
    }
}

#[test]
fn what_is_nobody_is_in_no_list_until_it_is_somebody_again() {
    for house in houses() {
        let owner = house.owner();
        let id = house.keep(&[snap("a.jpg", "2019-05-01T10:00").of(&["Biscuit", "Ana"])])[0];
        let biscuit = id_of(&house, "Biscuit");
        write(&house, |tx| set_birth(tx, owner, biscuit, Some("2012-09-28".parse().unwrap())));
        let before = whole(&house);
        let birthdays = |house: &House| {
            house.store.read(|tx| library::birthdays_on(tx, owner, "2026-09-28".parse().unwrap())).unwrap().len()
        };
        assert_eq!(birthdays(&house), 1);
        let change = done(write(&house, |tx| is_a_thing(tx, owner, biscuit, now().timestamp())));
        assert_eq!(names_in(&house, id), ["Ana"]);
        assert_eq!((everybody(&house).len(), birthdays(&house)), (1, 0));
        let late = house.keep(&[snap("b.jpg", "2019-05-02T10:00").of(&["Biscuit"])])[0];
        assert!(names_in(&house, late).is_empty());
        assert_eq!(
            house.store.read(|tx| library::things(tx, owner)).unwrap(),
            [(change, biscuit, "Biscuit".to_owned())]
        );
        assert!(undo(&house, change));
        assert_eq!(names_in(&house, late), ["Biscuit"]);
        write(&house, |tx| is_not_in(tx, owner, &[late], biscuit, now().timestamp()));
        assert_eq!(whole(&house), before);
    }
}

#[test]
fn a_keyword_can_be_somebody_and_back() {
    for house in houses() {
        let owner = house.owner();
        let mut tagged = snap("a.jpg", "2019-05-01T10:00");
        tagged.facts.keywords = vec!["Leo Marsh".to_owned(), "beach".to_owned()];
        let id = house.keep(std::slice::from_ref(&tagged))[0];
        let before = whole(&house);
        let at = now().timestamp();
        let (changed, person) = write(&house, |tx| keyword_is_somebody(tx, owner, "Leo Marsh", at));
        let change = done(changed);
        assert_eq!(names_in(&house, id), ["Leo Marsh"]);
        assert_eq!(write(&house, |tx| keyword_is_somebody(tx, owner, "Leo Marsh", at)).0, Changed::Already);
        assert_eq!(write(&house, |tx| keyword_is_somebody(tx, owner, "nowhere", at)).0, Changed::NotThere);
        tagged.facts.title = Some("read again".to_owned());
        let late = {
            let mut late = snap("late.jpg", "2019-05-02T10:00");
            late.facts.keywords = vec!["Leo Marsh".to_owned()];
            house.keep(&[tagged, late])[1]
        };
        assert_eq!((names_in(&house, id).len(), names_in(&house, late).len()), (1, 1));
        assert!(person.is_some());
        assert!(undo(&house, change));
        assert!(names_in(&house, late).is_empty());
        assert_eq!(whole(&house), before);
    }
}

#[test]
fn the_facts_of_a_life_are_told_and_taken_back() {
    for house in houses() {
        let owner = house.owner();
        house.keep(&[snap("a.jpg", "2019-05-01T10:00").of(&["Ruth"])]);
        let ruth = id_of(&house, "Ruth");
        let day = |text: &str| Some(text.parse().unwrap());
        let life = LifeDates { born: day("1955-01-22"), died: day("2023-03-09"), relation: Some(Relation::Mother) };
        let tell = |saw, facts| write(&house, |tx| change_life_dates(tx, owner, (ruth, saw), facts, now().timestamp()));
        let change = done(tell(LifeDates::default(), life));
        assert_eq!(LifeDates::of(&everybody(&house)[0]), life);
        assert_eq!(tell(LifeDates::default(), LifeDates { died: None, ..life }), Changed::Meanwhile);
        assert_eq!(tell(LifeDates::default(), life), Changed::Already);
        assert!(undo(&house, change));
        assert_eq!(LifeDates::of(&everybody(&house)[0]), LifeDates::default());
    }
}

#[test]
fn naughty_strings_are_names_like_others() {
    let Some(path) = testkit::shared_file("text/blns.json") else { return };
    let strings: Vec<String> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    for house in houses() {
        let owner = house.owner();
        let snaps: Vec<Snap> = strings
            .iter()
            .enumerate()
            .map(|(i, text)| {
                let mut snap = snap(&format!("{i}.jpg"), "2019-05-01T10:00").of(&[text, "N\0ul"]);
                snap.facts.keywords = vec![text.clone()];
                snap
            })
            .collect();
        let ids = house.keep(&snaps);
        for (id, text) in ids.into_iter().zip(&strings) {
            let Ok(kept) = text.parse::<Name>() else { continue };
            let names = names_in(&house, id);
            assert!(names.iter().any(|name| name == kept.as_str()), "{text:?}: {names:?}");
            let person = write(&house, |tx| name_person(tx, owner.library(), text));
            let renamed = format!("{}x", text.chars().take(300).collect::<String>());
            write(&house, |tx| {
                let changed = rename(tx, owner, (person, kept.as_str()), &name(&renamed), true, now().timestamp())?;
                undo_change(tx, owner, done(changed), now().timestamp())
            });
        }
    }
}

/// Something that an owner may do.
#[derive(Clone, Debug)]
enum Deed {
    Rename(usize, String),
    Merge(usize, usize),
    Thing(usize),
    Tag(usize, usize),
    Untag(usize, usize),
    Split(usize, usize, String),
    Keyword,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let named =
        prop_oneof![Just("Ana".to_owned()), Just("Leo".to_owned()), Just("Max".to_owned()), Just("é".to_owned())];
    let deed = prop_oneof![
        (0..4_usize, named.clone()).prop_map(|(p, n)| Deed::Rename(p, n)),
        (0..4_usize, 0..4_usize).prop_map(|(a, b)| Deed::Merge(a, b)),
        (0..4_usize).prop_map(Deed::Thing),
        (0..4_usize, 0..4_usize).prop_map(|(a, b)| Deed::Tag(a, b)),
        (0..4_usize, 0..4_usize).prop_map(|(a, b)| Deed::Untag(a, b)),
        (0..4_usize, 0..4_usize, named).prop_map(|(a, b, n)| Deed::Split(a, b, n)),
        Just(Deed::Keyword),
    ];
    proptest::collection::vec(deed, 1..6)
}

fn act(house: &House, photos: &[PhotoId], deed: &Deed) -> Option<ChangeId> {
    let (owner, at) = (house.owner(), now().timestamp());
    let all = everybody(house);
    let who = |i: usize| all.get(i % all.len().max(1)).map_or(PersonId(-1), |person| person.id);
    let called = |i: usize| all.get(i % all.len().max(1)).map_or(String::new(), |person| person.name.clone());
    let changed = write(house, |tx| match deed {
        Deed::Rename(p, n) => rename(tx, owner, (who(*p), &called(*p)), &name(n), false, at),
        Deed::Merge(a, b) => merge(tx, owner, who(*a), who(*b), at),
        Deed::Thing(p) => is_a_thing(tx, owner, who(*p), at),
        Deed::Tag(p, i) => is_in(tx, owner, &[photos[*i]], who(*p), at),
        Deed::Untag(p, i) => is_not_in(tx, owner, &[photos[*i]], who(*p), at),
        Deed::Split(p, i, n) => Ok(split(tx, owner, &[photos[*i]], who(*p), &name(n), at)?.0),
        Deed::Keyword => Ok(keyword_is_somebody(tx, owner, "Kim", at)?.0),
    });
    match changed {
        Changed::Done(id) => Some(id),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_changed_comes_back_exactly_when_it_is_taken_back_in_turn(deeds in deeds()) {
        for house in houses() {
            let mut kim = snap("d.jpg", "2019-05-04T10:00").of(&["Leo"]);
            kim.facts.keywords = vec!["Kim".to_owned()];
            let photos = house.keep(&[
                snap("a.jpg", "2019-05-01T10:00").of(&["Leo", "Ana"]),
                snap("b.jpg", "2019-05-02T10:00").of(&["Ana"]),
                snap("c.jpg", "2019-05-03T10:00").of(&["Paul", "Rosa"]),
                kim,
            ]);
            let before = whole(&house);
            let changes: Vec<ChangeId> = deeds.iter().filter_map(|deed| act(&house, &photos, deed)).collect();
            for change in changes.into_iter().rev() {
                prop_assert!(undo(&house, change));
            }
            prop_assert_eq!(whole(&house), before);
        }
    }
}

#[test]
fn what_was_said_later_is_taken_back_first_and_a_name_by_mistake_leaves_what_was_said_before() {
    for house in houses() {
        let owner = house.owner();
        let time = now().timestamp();
        let id = house.keep(&[snap("a.jpg", "2019-05-01T10:00").of(&["Ana"])])[0];
        let ana = id_of(&house, "Ana");
        let to_bea = write(&house, |tx| split(tx, owner, &[id], ana, &name("Bea"), time));
        let to_cara = write(&house, |tx| split(tx, owner, &[id], to_bea.1, &name("Cara"), time));
        assert_eq!(names_in(&house, id), ["Cara"]);
        assert!(!undo(&house, done(to_bea.0)), "Cara was named later");
        assert_eq!(names_in(&house, id), ["Cara"]);

        let tagged = write(&house, |tx| library::tag(tx, owner, &[id], "Ana", time)).unwrap();
        assert_eq!(names_in(&house, id), ["Ana", "Cara"]);
        assert!(undo(&house, tagged.change));
        assert_eq!(names_in(&house, id), ["Cara"], "Ana is still not in it");
        assert!(undo(&house, done(to_cara.0)) && undo(&house, done(to_bea.0)));
        assert_eq!(names_in(&house, id), ["Ana"]);
    }
}

#[test]
fn a_split_of_which_nothing_is_left_in_another_window_makes_nobody() {
    for house in houses() {
        let owner = house.owner();
        let time = now().timestamp();
        let id = house.keep(&[snap("a.jpg", "2019-05-01T10:00").of(&["Ana"])])[0];
        let ana = id_of(&house, "Ana");
        write(&house, |tx| split(tx, owner, &[id], ana, &name("Bea"), time));
        let (late, who) = write(&house, |tx| split(tx, owner, &[id], ana, &name("Cara"), time));
        assert_eq!((late, who), (Changed::Meanwhile, ana));
        assert!(everybody(&house).iter().all(|person| person.name != "Cara"));
        assert_eq!(names_in(&house, id), ["Bea"]);
    }
}

#[test]
fn a_thing_that_two_had_been_merged_into_is_found_by_all_of_its_names() {
    for house in houses() {
        let owner = house.owner();
        let time = now().timestamp();
        let ids = house.keep(&[
            snap("a.jpg", "2019-05-01T10:00").of(&["Rex"]),
            snap("b.jpg", "2019-05-02T10:00").of(&["Rexie"]),
            snap("c.jpg", "2019-05-03T10:00").of(&["Biscuit"]),
        ]);
        let [rex, rexie, biscuit] = ["Rex", "Rexie", "Biscuit"].map(|name| id_of(&house, name));
        write(&house, |tx| merge(tx, owner, rexie, rex, time));
        write(&house, |tx| merge(tx, owner, biscuit, rexie, time));
        write(&house, |tx| is_a_thing(tx, owner, biscuit, time));
        for (question, id) in [("rex", ids[0]), ("rexie", ids[1]), ("biscuit", ids[2])] {
            let query = library::Query::read(question, |_, _| Vec::new());
            let found = house.store.read(|tx| library::find(tx, owner, &query)).unwrap();
            assert!(found.iter().any(|(_, photo)| *photo == id), "{question}: {found:?}");
        }
    }
}

#[test]
fn a_copy_that_says_less_takes_no_caption_away_however_people_were_merged() {
    for house in houses() {
        let owner = house.owner();
        let time = now().timestamp();
        let mut told = snap("a.jpg", "2019-05-01T10:00").of(&["Ana", "Anna"]).photo();
        told.facts.caption = Some("At the sea".to_owned());
        let id = write(&house, |tx| keep(tx, owner.library(), &told, time));
        let (ana, anna) = (id_of(&house, "Ana"), id_of(&house, "Anna"));
        write(&house, |tx| merge(tx, owner, ana, anna, time));
        let mut copy = told.clone();
        copy.facts.caption = None;
        copy.files[0].path = "/photos/copy.jpg".into();
        assert_eq!(write(&house, |tx| keep(tx, owner.library(), &copy, time)), id);
        let caption = house.store.read(|tx| photo(tx, owner, id)).unwrap().unwrap().caption;
        assert_eq!(caption.as_deref(), Some("At the sea"));
    }
}
