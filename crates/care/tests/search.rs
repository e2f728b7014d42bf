//! Lists of people, places and what is found hold nothing that is put away, and everything else; on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

mod asked;

use std::collections::BTreeSet;

use asked::{keep_away, look, today};
use care::{Found, HowLong, Scope, Suggestion, Wish};
use library::{Query, merge, people, set_birth};
use model::{PersonId, PhotoId};
use proptest::prelude::*;
use testkit::{House, Snap, houses, now, snap};

fn countries(word: &str, whole: bool) -> Vec<String> {
    let is = |name: &str| if whole { name == word } else { name.starts_with(word) };
    if is("spain") || is("espana") { vec!["ES".to_owned()] } else { Vec::new() }
}

fn found(house: &House, question: &str) -> (u64, Vec<PhotoId>) {
    let query = Query::read(question, countries);
    look(&house.store, house.owner(), now().date(), |view| {
        let found = view.search(&query, 1)?;
        Ok((found.total, ids(&found)))
    })
    .unwrap()
}

fn ids(found: &Found) -> Vec<PhotoId> {
    found.photos.iter().map(|photo| photo.id).collect()
}

fn away(house: &House, scope: Scope) {
    let wish = Wish { scope, how_long: HowLong::Never };
    keep_away(&house.store, house.owner(), wish, now().date(), &now()).unwrap().unwrap();
}

fn id_of(house: &House, name: &str) -> PersonId {
    let all = house.store.read(|tx| people(tx, house.owner())).unwrap();
    all.into_iter().find(|person| person.name == name).unwrap().id
}

fn suggested(house: &House, begun: &str) -> Vec<Suggestion> {
    let codes = countries(begun, false);
    look(&house.store, house.owner(), now().date(), |view| {
        Ok(view.suggestions(begun, &codes)?.iter().map(|suggestion| (**suggestion).clone()).collect())
    })
    .unwrap()
}

fn summer() -> Vec<Snap> {
    let mut beach = snap("IMG_0001.jpg", "2019-05-04T10:00").of(&["Leo Marsh", "Ana"]).at("Málaga", 36.7, -4.4);
    beach.facts.caption = Some("A day at the Beach: “¡qué día!”".to_owned());
    let mut card = snap("card.jpg", "2019-12-24T10:00").of(&["May Bell"]);
    card.facts.title = Some("東京旅行".to_owned());
    card.facts.keywords = vec!["Christmas".to_owned()];
    let mut winter = snap("snow.jpg", "2021-01-01T00:00").of(&["Leo Marsh"]);
    winter.facts.taken.as_mut().unwrap().precision = model::Precision::Year;
    vec![beach, card, winter, snap("may.jpg", "2020-05-09T10:00").of(&["Ana"]).at("Cádiz", 36.5, -6.3)]
}

#[test]
fn everything_that_is_asked_for_is_true_of_what_is_found() {
    for house in houses() {
        let ids = house.keep(&summer());
        let [beach, card, winter, may] = ids[..] else { panic!() };
        let cases: [(&str, &[PhotoId]); 27] = [
            ("beach 2019 Leo", &[beach]),
            ("leo", &[winter, beach]),
            ("marsh", &[winter, beach]),
            ("MALAGA", &[beach]),
            ("spain", &[may, beach]),
            ("España ana", &[may, beach]),
            ("2019", &[card, beach]),
            ("2019-2020", &[may, card, beach]),
            ("May", &[may, card, beach]),
            ("mayo de 2019", &[beach]),
            ("may 2020", &[may]),
            ("4 May 2019", &[beach]),
            ("2019-05", &[beach]),
            ("2019-05-04", &[beach]),
            ("2021", &[winter]),
            ("january", &[]),
            ("2021-01", &[]),
            ("2021-01-01", &[]),
            ("東京", &[card]),
            ("旅", &[card]),
            ("christ", &[card]),
            ("\"christ\"", &[]),
            ("\"día\"", &[beach]),
            ("snow", &[winter]),
            ("0001", &[beach]),
            ("beach 2020", &[]),
            ("nothing like it", &[]),
        ];
        for (question, expected) in cases {
            assert_eq!(found(&house, question), (expected.len() as u64, expected.to_vec()), "{question}");
        }
    }
}

#[test]
fn what_is_put_away_is_neither_found_nor_counted_nor_suggested_nor_pictured() {
    for house in houses() {
        let photos = house.keep(&summer());
        let owner = house.owner();
        let everything = |house: &House| {
            look(&house.store, owner, now().date(), |view| {
                let people: Vec<(String, u64)> = view.people()?.iter().map(|p| (p.name.clone(), p.photos)).collect();
                let keywords = view.keywords()?.len();
                let countries: Vec<(String, u64)> =
                    view.countries(true)?.iter().map(|c| (c.code.clone(), c.photos)).collect();
                Ok((people, keywords, countries))
            })
            .unwrap()
        };
        let (people, keywords, places) = everything(&house);
        assert_eq!(
            people.iter().map(|(name, n)| (name.as_str(), *n)).collect::<Vec<_>>(),
            [("Ana", 2), ("Leo Marsh", 2), ("May Bell", 1)]
        );
        assert_eq!((keywords, places), (1, vec![("ES".to_owned(), 2)]));
        let bell = id_of(&house, "May Bell");
        assert!(suggested(&house, "be").contains(&Suggestion::Person(bell, "May Bell".to_owned())));
        assert!(suggested(&house, "chr").contains(&Suggestion::Word("christmas".to_owned())));
        assert!(suggested(&house, "20").contains(&Suggestion::Year(2020)));
        assert!(suggested(&house, "mal").contains(&Suggestion::Town("Málaga".to_owned())));
        assert!(suggested(&house, "sp").contains(&Suggestion::Country("ES".to_owned())));

        for photo in [photos[0], photos[1], photos[3]] {
            away(&house, Scope::Photo(photo));
        }
        assert_eq!(everything(&house), (vec![("Leo Marsh".to_owned(), 1)], 0, vec![]));
        for question in ["ana", "beach", "2019", "may", "christmas", "spain", "malaga", "card"] {
            assert_eq!(found(&house, question), (0, vec![]), "{question}");
        }
        assert_eq!(found(&house, "leo").1, [photos[2]]);
        for begun in ["be", "ana", "chr", "2019", "2020", "mal", "sp"] {
            assert_eq!(suggested(&house, begun), [], "{begun}");
        }
        let lives = look(&house.store, owner, now().date(), |view| {
            Ok((view.life(bell)?.is_none(), view.pictures_of(&[bell])?.is_empty()))
        });
        assert_eq!(lives.unwrap(), (true, true));
    }
}

#[test]
fn what_was_removed_hidden_or_left_out_is_not_found() {
    for house in houses() {
        let photos = house.keep(&summer());
        let owner = house.owner();
        house
            .store
            .write(|tx| {
                library::remove(tx, owner, photos[0], now().timestamp())?;
                library::hide(tx, owner, photos[1])
            })
            .unwrap();
        assert_eq!((found(&house, "2019"), found(&house, "beach")), ((0, vec![]), (0, vec![])));
        house.store.write(|tx| library::restore(tx, owner, photos[0], now().timestamp())).unwrap();
        assert_eq!(found(&house, "beach").1, [photos[0]]);
    }
}

#[test]
fn words_follow_a_photo_that_is_read_again_or_dated_anew() {
    for house in houses() {
        let owner = house.owner();
        let mut beach = summer().remove(0);
        let id = house.keep(std::slice::from_ref(&beach))[0];
        assert_eq!(found(&house, "beach").0, 1);
        beach.facts.caption = Some("a walk in the hills".to_owned());
        house.keep(std::slice::from_ref(&beach));
        assert_eq!((found(&house, "beach").0, found(&house, "hills").0), (0, 1));
        house.store.write(|tx| library::correct_dates(tx, owner, &[id], "1956-07".parse().unwrap())).unwrap();
        assert_eq!((found(&house, "hills 2019").0, found(&house, "hills leo malaga 1956").0), (0, 1));
        assert_eq!((found(&house, "july 1956").0, found(&house, "1956-07-01").0), (1, 0));
    }
}

#[test]
fn a_library_that_is_older_than_search_is_worded_little_by_little() {
    for house in houses() {
        let owner = house.owner();
        house.keep(&summer());
        let forget = ["DELETE FROM photo_words", "DELETE FROM photo_places", "UPDATE photos SET worded = 0"];
        house.store.write(|tx| forget.iter().try_for_each(|sql| tx.execute(sql, &[]).map(|_| ()))).unwrap();
        assert_eq!(found(&house, "beach").0, 0);
        for _ in 0..2 {
            assert!(!library::word_some(&house.store, owner.library()).unwrap());
            assert_eq!((found(&house, "beach").0, found(&house, "spain").0), (1, 2));
        }
    }
}

#[test]
fn birthdays_that_are_put_away_stay_away_when_somebody_turns_out_to_be_another() {
    for house in houses() {
        let owner = house.owner();
        let snaps =
            [snap("a.jpg", "2018-05-01T10:00").of(&["Leo"]), snap("b.jpg", "2019-05-01T10:00").of(&["Leo Marsh"])];
        house.keep(&snaps);
        let (leo, marsh) = (id_of(&house, "Leo"), id_of(&house, "Leo Marsh"));
        house
            .store
            .write(|tx| {
                set_birth(tx, owner, leo, Some("2017-09-28".parse().unwrap()))?;
                set_birth(tx, owner, marsh, Some("2017-09-28".parse().unwrap()))
            })
            .unwrap();
        let day = now().date();
        let returning = |house: &House| today(&house.store, owner, day, day).unwrap().memories.len();
        assert_eq!(returning(&house), 2);
        away(&house, Scope::Birthday(leo));
        assert_eq!(returning(&house), 1);
        house.store.write(|tx| merge(tx, owner, marsh, leo, now().timestamp())).unwrap();
        assert_eq!(returning(&house), 0);
        let born = look(&house.store, owner, day, |view| Ok(view.people()?.iter().all(|p| p.born.is_none())));
        assert!(born.unwrap());
    }
}

/// One of a few photos, put away or not.
fn some_photos() -> impl Strategy<Value = Vec<(usize, usize, usize, usize, bool)>> {
    proptest::collection::vec((0..3_usize, 0..3_usize, 0..4_usize, 0..3_usize, any::<bool>()), 1..10)
}

const NAMES: [&str; 3] = ["Ana María", "Leo", "田中"];
const TOWNS: [&str; 3] = ["Málaga", "Sant Cugat", "Łódź"];
const WORDS: [&str; 4] = ["Beach", "fête", "猫と犬", "May"];
const YEARS: [i16; 3] = [1968, 2000, 2019];

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn what_may_be_shown_is_found_by_its_own_words_and_nothing_else_ever(drawn in some_photos()) {
        for house in houses() {
            let snaps: Vec<Snap> = drawn.iter().enumerate().map(|(i, (name, town, word, year, _))| {
                // Months apart, so that putting one away touches no other.
                let taken = format!("{}-{:02}-04T10:00", YEARS[*year], i + 1);
                let mut snap = snap(&format!("p{i}.jpg"), &taken).of(&[NAMES[*name]]).at(TOWNS[*town], 36.0, -4.0);
                snap.facts.caption = Some(WORDS[*word].to_owned());
                snap
            }).collect();
            let photos = house.keep(&snaps);
            for (photo, drawn) in photos.iter().zip(&drawn) {
                if drawn.4 {
                    away(&house, Scope::Photo(*photo));
                }
            }
            for (at, (name, town, word, year, _)) in drawn.iter().enumerate() {
                let (name, town, word, year) = (NAMES[*name], TOWNS[*town], WORDS[*word], YEARS[*year]);
                let questions = [
                    name.to_owned(), town.to_owned(), word.to_owned(), year.to_string(), "p".to_owned() + &at.to_string(),
                    format!("{name} {town} {word} {year}"), format!("\"{town}\" {year} \"{name}\""),
                ];
                for question in questions {
                    let (total, found) = found(&house, &question);
                    prop_assert_eq!(total as usize, found.len());
                    let distinct: BTreeSet<_> = found.iter().collect();
                    prop_assert_eq!(distinct.len(), found.len());
                    prop_assert_eq!(found.contains(&photos[at]), !drawn[at].4, "{}", question);
                    let held = photos.iter().zip(&drawn).filter(|(_, drawn)| drawn.4);
                    for (photo, _) in held {
                        prop_assert!(!found.contains(photo), "{} finds what is put away", question);
                    }
                }
            }
        }
    }
}

#[test]
fn the_names_of_those_who_are_put_away_are_nowhere_not_even_of_things() {
    for house in houses() {
        let ids = house.keep(&[
            snap("a.jpg", "2019-05-01T10:00").of(&["Wren"]),
            snap("b.jpg", "2019-05-02T10:00").of(&["Wren"]),
            snap("c.jpg", "2019-05-03T10:00").of(&["Biscuit"]),
        ]);
        let owner = house.owner();
        let known = || {
            let seen = |visit: &mut care::Visit<'_, '_>| {
                let things: Vec<String> = visit.things()?.iter().map(|thing| thing.name.clone()).collect();
                Ok::<_, care::CareError>((visit.library()?.known_names()?, things))
            };
            asked::visits(&house.store).look(&asked::who(owner, now()), seen).unwrap()
        };
        let person = |name: &str| {
            let people = house.store.read(|tx| library::people(tx, owner)).unwrap();
            people.into_iter().find(|person| person.name == name).unwrap().id
        };
        let (wren, biscuit) = (person("Wren"), person("Biscuit"));
        let time = now().timestamp();
        house.store.write(|tx| library::is_a_thing(tx, owner, biscuit, time)).unwrap();
        house.store.write(|tx| library::remove(tx, owner, ids[1], time)).unwrap();
        assert_eq!(known(), (vec!["Wren".to_owned()], vec!["Biscuit".to_owned()]));
        for id in [ids[0], ids[2]] {
            let wish = care::Wish { scope: care::Scope::Photo(id), how_long: care::HowLong::Never };
            keep_away(&house.store, owner, wish, now().date(), &now()).unwrap();
        }
        assert_eq!(known(), (vec![], vec![]), "a removed photo of Wren does not tell his name");
        let knows = look(&house.store, owner, now().date(), |view| view.knows(wren)).unwrap();
        assert!(!knows);
    }
}
