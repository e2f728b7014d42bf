//! What was said once counts: of somebody, of a kind, by "nothing now", by a welcome, by a separation that spares the sight. Each rule
//! out of a real library, on both engines. Every test first shows that there is something to show.
#![allow(clippy::unwrap_used, missing_docs)]

mod asked;
mod seen;

use std::sync::Arc;

use asked::{add_loss, asked_by_caution, me, seen_in, today, visits_by, why_memory, why_photo, wish_for};
use care::{
    AskedByCaution, Because, CareError, FirstVisit, FirstWords, HowLong, KeptMore, Kind, Loss, MoreOf, OfPerson, Part,
    PartOf, Scope, Seal, Sign, Verdict, Visits, Want, Wish,
};
use library::set_death;
use memories::Reason;
use model::{LossId, PersonId, PhotoId};
use seen::{day, is_shown, moment_of, person};
use store::Store;
use testkit::{House, Snap, houses, now, snap};

/// Visits that know each other's sealed names.
fn visits(store: &Arc<Store>) -> Visits {
    visits_by(store, Seal::shared(store).unwrap())
}

/// How many years ago what comes on a day was, of what is shown, with the photos of each.
fn shown(house: &House, on: &str) -> Vec<(u16, Vec<PhotoId>)> {
    let plan = today(&house.store, house.owner(), day(on), now().date()).unwrap();
    let years = |reason: &Reason| match reason {
        Reason::OnThisDay { years, .. } => *years,
        _ => 0,
    };
    let photos = |memory: &care::Memory| memory.photos.iter().map(|photo| photo.id).collect();
    let mut shown: Vec<_> = plan.memories.iter().map(|memory| (years(&memory.reason), photos(memory))).collect();
    shown.sort_unstable();
    shown
}

fn years(house: &House, on: &str) -> Vec<u16> {
    shown(house, on).into_iter().map(|(years, _)| years).collect()
}

fn say(house: &House, want: Want, scope: Scope) {
    let wish = Wish { scope, how_long: HowLong::Never };
    assert!(wish_for(&house.store, house.owner(), want, wish, now().date(), &now()).unwrap().is_some());
}

fn say_of(house: &House, name: &str, said: OfPerson) -> String {
    let id = person(house, name);
    let undo = visits(&house.store).change(&me(house), |change| {
        let person = change.library()?.person(id)?.unwrap();
        change.say_of_person(&person, said)
    });
    undo.map(|undo| undo.0).map_err(|error: CareError| error).unwrap()
}

fn keep_loss(house: &House, kind: Kind, on: &str, people: &[&str], change: impl FnOnce(&mut Loss)) -> LossId {
    let people = people.iter().map(|name| person(house, name)).collect();
    let mut loss = Loss::proposed(kind, day(on), &FirstWords { people, ..FirstWords::default() });
    loss.days.iter_mut().for_each(|day| day.plan = care::Plan::AsUsual);
    change(&mut loss);
    add_loss(&house.store, house.owner(), loss, now().timestamp()).unwrap()
}

fn people_ask_first(loss: &mut Loss) {
    loss.parts = vec![Part::of(PartOf::People, Want::AskFirst)];
}

/// A summer that others were in, long ago, and a last picture long after.
fn others() -> Vec<Snap> {
    let days = (1..=30).map(|day| snap(&format!("{day}.jpg"), &format!("2020-06-{day:02}T10:00")));
    days.chain([snap("later.jpg", "2021-06-01T10:00")]).collect()
}

/// Ruth on many days of a year, the last time on 25 September 2019; a garden three days later without anybody, a sea a year before
/// without her.
fn with_ruth() -> Vec<Snap> {
    let days = ["2016-09-28", "2018-10-15", "2018-11-15", "2018-12-15", "2019-01-15", "2019-02-15", "2019-03-15"];
    let more = ["2019-04-15", "2019-05-15", "2019-06-15", "2019-07-15", "2019-08-15", "2019-09-25"];
    let on =
        days.iter().chain(&more).map(|day| snap(&format!("ruth {day}.jpg"), &format!("{day}T15:00")).of(&["Ruth"]));
    on.chain([snap("sea.jpg", "2018-09-28T10:00"), snap("garden.jpg", "2019-09-28T10:00")]).chain(others()).collect()
}

#[test]
fn a_separation_keeps_the_days_and_spares_the_sight() {
    for house in houses() {
        let party = [
            snap("a.jpg", "2019-09-28T15:00").of(&["Mia"]),
            snap("b.jpg", "2019-09-28T15:20").of(&["Mia", "Sam"]),
            snap("c.jpg", "2019-09-28T15:40"),
        ];
        let ids = house.keep(&party);
        assert_eq!(shown(&house, "2026-09-28")[0].1.len(), 3, "there is something to show");
        keep_loss(&house, Kind::Separation, "2020-01-01", &["Sam"], |loss| {
            people_ask_first(loss);
            loss.without_them = true;
        });
        assert_eq!(shown(&house, "2026-09-28"), [(7, vec![ids[0], ids[2]])], "the rest comes as it would");
        assert!(!is_shown(&house, ids[1]));
        let looked = (day("2026-09-28"), now().date());
        let moment = moment_of(&house, ids[0]);
        let verdict = || why_memory(&house.store, house.owner(), moment, looked).unwrap().unwrap().verdict;
        assert_eq!(verdict(), Verdict::Cleared, "no card");
        // What another reason asks about still makes the moment ask.
        let partner = house.owner();
        let wish = Wish { scope: Scope::Photo(ids[1]), how_long: HowLong::Never };
        let made = wish_for(&house.store, partner, Want::AskFirst, wish, now().date(), &now()).unwrap().unwrap();
        assert_eq!((years(&house, "2026-09-28"), verdict()), (vec![], Verdict::Veiled));
        asked::lift(&house.store, partner, made, now().timestamp()).unwrap();
        assert_eq!(years(&house, "2026-09-28"), [7]);
        let mut ward = snap("ward.jpg", "2019-09-28T15:50").of(&["Sam"]);
        ward.facts.caption = Some("hospital".to_owned());
        house.keep(&[ward]);
        assert_eq!((years(&house, "2026-09-28"), verdict()), (vec![], Verdict::Veiled), "words still ask");
    }
}

#[test]
fn caution_does_not_undo_that_a_separation_keeps_its_days() {
    for house in houses() {
        house.keep(&with_ruth());
        assert_eq!(years(&house, "2026-09-28"), [8], "around her nothing comes, and there is something to show");
        keep_loss(&house, Kind::Separation, "2020-01-01", &["Ruth"], |loss| {
            loss.parts.clear();
            loss.without_them = true;
        });
        assert_eq!(years(&house, "2026-09-28"), [7, 8, 10], "neither gone nor missed");
    }
}

#[test]
fn who_answered_nothing_now_is_asked_by_nobodys_absence_and_by_words_and_deaths_still() {
    for house in houses() {
        let mut snaps = with_ruth();
        let mut ward = snap("ward.jpg", "2017-09-28T10:00");
        ward.facts.caption = Some("hospital".to_owned());
        snaps.push(ward);
        let ids = house.keep(&snaps);
        assert_eq!(years(&house, "2026-09-28"), [8]);
        assert!(!is_shown(&house, ids[12]), "the last time");
        let owner = house.owner();
        house.answers_first(owner.library(), owner.person(), FirstVisit::Nothing.name());
        assert_eq!(years(&house, "2026-09-28"), [7, 8, 10], "and the ward asks");
        assert!(is_shown(&house, ids[12]));
        house.store.write(|tx| set_death(tx, owner, person(&house, "Ruth"), Some(day("2019-10-01")))).unwrap();
        assert_eq!(years(&house, "2026-09-28"), [8, 10], "the days around a death that is known");
    }
}

#[test]
fn a_welcome_is_of_that_moment_and_frees_nobody_else() {
    for house in houses() {
        let mut snaps = with_ruth();
        snaps.push(snap("again.jpg", "2017-09-28T15:00").of(&["Ruth"]));
        let ids = house.keep(&snaps);
        assert_eq!(years(&house, "2026-09-28"), [8]);
        say(&house, Want::Welcome, Scope::Moment(moment_of(&house, ids[0])));
        assert_eq!(years(&house, "2026-09-28"), [8, 10], "that moment, and no other with her or around her");
        // What comes to it later is not suspected for her absence.
        house.keep(&[snap("later of it.jpg", "2016-09-28T15:10").of(&["Ruth"])]);
        assert_eq!(shown(&house, "2026-09-28")[1].1.len(), 2, "it is of a moment that was welcomed");
    }
}

#[test]
fn a_loss_whose_people_are_welcome_counts_them_as_missed_no_more() {
    for house in houses() {
        house.keep(&with_ruth());
        let loss = |want| {
            keep_loss(&house, Kind::Other, "2001-01-01", &["Ruth"], |loss| {
                loss.parts = vec![Part::of(PartOf::People, want)];
            })
        };
        let asks = loss(Want::AskFirst);
        assert_eq!(years(&house, "2026-09-28"), [8]);
        asked::remove_loss(&house.store, house.owner(), asks, now().timestamp()).unwrap();
        loss(Want::Welcome);
        assert_eq!(years(&house, "2026-09-28"), [7, 8, 10]);
    }
}

#[test]
fn as_they_come_is_said_once_quiets_their_absence_and_is_ended_by_a_later_death() {
    for house in houses() {
        let ids = house.keep(&with_ruth());
        let asked_of = || {
            let people = seen_in(&visits(&house.store), &me(&house), |visit| visit.not_seen_again(10));
            people.into_iter().map(|(person, _)| person.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!((years(&house, "2026-09-28"), asked_of()), (vec![8], vec!["Ruth".to_owned()]));
        let undo = say_of(&house, "Ruth", OfPerson::AsTheyCome);
        assert_eq!(years(&house, "2026-09-28"), [7, 8, 10]);
        assert!(is_shown(&house, ids[12]));
        assert_eq!(asked_of(), [] as [String; 0], "never asked again");
        let back = visits(&house.store).change(&me(&house), |change| change.take_back_of_person(&undo));
        assert!(back.map_err(|error: CareError| error).unwrap());
        assert_eq!((years(&house, "2026-09-28"), asked_of()), (vec![8], vec!["Ruth".to_owned()]), "it is taken back");

        say_of(&house, "Ruth", OfPerson::AsTheyCome);
        let owner = house.owner();
        let died = |on: Option<&str>| {
            house.store.write(|tx| set_death(tx, owner, person(&house, "Ruth"), on.map(day))).unwrap();
        };
        died(Some("2020-03-01"));
        assert_eq!(years(&house, "2026-09-28"), [8], "a death that is learned of later ends it");
        assert_eq!(asked_of(), [] as [String; 0], "and she is not asked about again");
        say_of(&house, "Ruth", OfPerson::AsTheyCome);
        assert_eq!(years(&house, "2026-09-28"), [7, 8, 10], "known, and said again");
        died(None);
        keep_loss(&house, Kind::Death, "2020-03-01", &["Ruth"], people_ask_first);
        assert_eq!(years(&house, "2026-09-28"), [8], "so does a loss that tells of it");
    }
}

#[test]
fn ask_me_first_and_stay_away_hold_for_every_picture_with_somebody_and_for_nothing_else() {
    for house in houses() {
        let ids = house
            .keep(&[snap("a.jpg", "2019-09-28T15:00").of(&["Ruth"]), snap("b.jpg", "2018-09-28T15:00").of(&["Bo"])]);
        assert_eq!(years(&house, "2026-09-28"), [7, 8], "there is something to show");
        let verdict = |at: usize| {
            let why = why_photo(&house.store, house.owner(), ids[at], now().date()).unwrap().unwrap();
            (why.verdict, why.because)
        };
        let ruth = person(&house, "Ruth");
        let because = |said| vec![Because::Person { person: ruth, said }];
        let away = OfPerson::Away { until: Some(now().date().tomorrow().unwrap()) };
        say_of(&house, "Ruth", OfPerson::AskFirst);
        assert_eq!(verdict(0), (Verdict::Veiled, because(OfPerson::AskFirst)));
        assert_eq!(verdict(1), (Verdict::Cleared, vec![]));
        assert_eq!(years(&house, "2026-09-28"), [8]);
        let undo = {
            let said = visits(&house.store).change(&me(&house), |change| {
                // She may not be seen, and is named by what was said of her.
                let of = change.people_said()?;
                assert_eq!(of.iter().map(|said| said.name.as_str()).collect::<Vec<_>>(), ["Ruth"]);
                Ok::<_, CareError>(of[0].undo.0.clone())
            });
            said.unwrap()
        };
        let back = visits(&house.store).change(&me(&house), |change| change.take_back_of_person(&undo));
        assert!(back.map_err(|error: CareError| error).unwrap() && is_shown(&house, ids[0]));
        say_of(&house, "Ruth", away);
        assert_eq!(verdict(0), (Verdict::Held, because(away)));
        let on = |day: jiff::civil::Date| why_photo(&house.store, house.owner(), ids[0], day).unwrap().unwrap().verdict;
        assert_eq!(on(now().date().tomorrow().unwrap()), Verdict::Veiled, "from its day on it asks");
        say(&house, Want::Welcome, Scope::Photo(ids[0]));
        assert_eq!(verdict(0).0, Verdict::Cleared, "the welcome of that very photo");
    }
}

#[test]
fn an_illness_of_somebody_who_lives_reaches_them_in_its_own_time_only() {
    for house in houses() {
        let ids = house.keep(&[
            snap("ill.jpg", "2019-09-28T15:00").of(&["Ida"]),
            snap("well.jpg", "2017-09-28T15:00").of(&["Ida"]),
            snap("beside.jpg", "2017-09-29T15:00"),
        ]);
        assert_eq!((years(&house, "2026-09-28"), years(&house, "2026-09-29")), (vec![7, 9], vec![9]));
        keep_loss(&house, Kind::Illness, "2019-09-01", &["Ida"], people_ask_first);
        assert_eq!(years(&house, "2026-09-28"), [9], "she is well now");
        assert_eq!(years(&house, "2026-09-29"), [9], "and nobody misses her");
        assert!(!is_shown(&house, ids[0]) && is_shown(&house, ids[1]));
        let (owner, ida) = (house.owner(), person(&house, "Ida"));
        house.store.write(|tx| set_death(tx, owner, ida, Some(day("2024-01-01")))).unwrap();
        assert_eq!(years(&house, "2026-09-28"), [] as [u16; 0], "whoever died of it is reached at any time");
    }
}

#[test]
fn caution_lists_everything_it_asks_about_in_memories_too_a_page_at_a_time_and_one_answer_ends_a_kind() {
    for house in houses() {
        let mut snaps = with_ruth();
        let mut ward = snap("ward.jpg", "2017-03-03T10:00");
        ward.facts.caption = Some("hospital".to_owned());
        snaps.push(ward);
        let ids = house.keep(&snaps);
        let listed =
            |from, most| seen_in(&visits(&house.store), &me(&house), |visit| visit.asked_by_caution((from, most)));
        let whole: AskedByCaution = listed(0, 1_000);
        let signs: Vec<Sign> = whole.listed.iter().map(|one| one.sign).collect();
        // The ward; Ruth on thirteen days; the garden.
        assert_eq!((whole.of, signs[0]), (15, Sign::Words));
        assert!(signs[1..].iter().all(|sign| *sign == Sign::MayBeTender));
        assert_eq!(whole.kinds, [(Sign::Words, 1), (Sign::MayBeTender, 14)]);
        let pages: Vec<_> = (0..15).step_by(4).flat_map(|from| listed(from, 4).listed).collect();
        assert_eq!(pages, whole.listed, "nothing twice and nothing left out");
        let asks = ids.iter().filter(|id| {
            let moment = moment_of(&house, **id);
            let looked = (now().date(), now().date());
            why_memory(&house.store, house.owner(), moment, looked).unwrap().unwrap().verdict == Verdict::Veiled
        });
        assert_eq!(asks.count(), 15, "as many as ask");

        let fine = visits(&house.store).change(&me(&house), |change| change.say_fine(Sign::MayBeTender));
        let undo = fine.map_err(|error: CareError| error).unwrap().0;
        let left = listed(0, 1_000);
        assert_eq!((left.kinds, left.fine), (vec![(Sign::Words, 1)], vec![Sign::MayBeTender]));
        assert_eq!(years(&house, "2026-09-28"), [7, 8, 10]);
        let back = visits(&house.store).change(&me(&house), |change| change.take_back_fine(&undo));
        assert!(back.map_err(|error: CareError| error).unwrap());
        assert_eq!(listed(0, 1_000).of, 15);
        let words = visits(&house.store).change(&me(&house), |change| change.say_fine(Sign::Words));
        words.map_err(|error: CareError| error).unwrap();
        assert_eq!(listed(0, 1_000).kinds, [(Sign::MayBeTender, 14)]);
        assert!(is_shown(&house, *ids.last().unwrap()));
        let again = visits(&house.store).change(&me(&house), |change| change.ask_again(Sign::Words));
        assert!(again.map_err(|error: CareError| error).unwrap() && !is_shown(&house, *ids.last().unwrap()));
        assert_eq!(asked_by_caution(&house.store, house.owner(), now().date(), 4).unwrap().listed.len(), 4);
    }
}

const LOOK: u64 = 0x0f0f_0f0f_0f0f_0f0f;

#[test]
fn a_copy_that_a_messenger_made_of_what_was_put_away_is_put_away_with_it_whatever_its_day() {
    for house in houses() {
        let camera = |mut snap: Snap| {
            snap.facts.model = Some("K-1".to_owned());
            snap
        };
        let ids = house.keep(&[
            camera(snap("IMG_1.jpg", "2019-09-28T15:00").looking(LOOK)),
            camera(snap("IMG-20210305-WA0001.jpg", "2021-03-05T10:00").looking(LOOK ^ 0b101)),
            snap("saved.jpg", "2022-05-05T10:00").looking(LOOK ^ 1),
            camera(snap("IMG_2.jpg", "2023-09-28T15:00").looking(LOOK)),
            camera(snap("IMG-20240305-WA0001.jpg", "2024-03-05T10:00").looking(LOOK ^ 0b1111_1111)),
        ]);
        let all = |expected: [bool; 5], why| {
            assert_eq!(ids.iter().map(|id| is_shown(&house, *id)).collect::<Vec<_>>(), expected, "{why}");
        };
        all([true; 5], "there is something to show");
        let wish = Wish { scope: Scope::Photo(ids[0]), how_long: HowLong::Never };
        let made = asked::keep_away(&house.store, house.owner(), wish, now().date(), &now()).unwrap().unwrap();
        all([false, false, false, true, true], "by its name, and where no camera is known; another photo is another");
        let why = why_photo(&house.store, house.owner(), ids[1], now().date()).unwrap().unwrap();
        assert_eq!((why.verdict, why.because), (Verdict::Held, vec![Because::Copy]));
        assert_eq!(years(&house, "2026-03-05"), [2], "in memories too");
        say(&house, Want::Welcome, Scope::Photo(ids[1]));
        all([false, true, false, true, true], "the welcome of that very photo");
        asked::lift(&house.store, house.owner(), made, now().timestamp()).unwrap();
        all([true; 5], "lifted with it");
        say(&house, Want::KeepAway, Scope::Photo(ids[2]));
        all([false, true, false, false, true], "and what a copy was made of goes with the copy");
    }
}

#[test]
fn more_is_kept_away_only_by_choice_each_by_itself_and_each_is_taken_back() {
    for house in houses() {
        let mut snaps: Vec<Snap> = (1..=25)
            .map(|day| snap(&format!("home {day}.jpg"), &format!("2020-05-{day:02}T10:00")).at("Home", 40.0, -3.0))
            .collect();
        snaps.push(snap("a.jpg", "2019-09-28T15:00").at("Away", 50.0, 5.0).of(&["Ruth", "Bo"]));
        snaps.push(snap("b.jpg", "2019-09-28T20:00"));
        snaps.push(snap("c.jpg", "2019-10-05T15:00"));
        snaps.push(snap("d.jpg", "2018-10-05T15:00").at("Away", 50.0, 5.0));
        snaps.push(snap("ruth.jpg", "2017-01-05T15:00").of(&["Ruth"]));
        snaps.push(snap("bo.jpg", "2020-05-24T15:00").of(&["Bo"]));
        let ids = house.keep(&snaps);
        let visible = || ids[25..].iter().map(|id| is_shown(&house, *id)).collect::<Vec<_>>();
        assert_eq!(visible(), [true; 6], "there is something to show");
        let wish = Wish { scope: Scope::Photo(ids[25]), how_long: HowLong::Never };
        let made = asked::keep_away(&house.store, house.owner(), wish, now().date(), &now()).unwrap().unwrap();
        assert_eq!(visible(), [false, true, true, true, true, true], "nothing is inferred");
        let more = seen_in(&visits(&house.store), &me(&house), |visit| visit.more_of(made)).unwrap();
        let ruth = person(&house, "Ruth");
        assert_eq!((more.day, more.place), (Some(day("2019-09-28")), true));
        assert_eq!(more.people, [(ruth, "Ruth".to_owned())], "Bo was seen this month");
        assert_eq!(visible(), [false, true, true, true, true, true], "looking chooses nothing");
        let choose = |of: MoreOf| {
            let kept = visits(&house.store).change(&me(&house), |change| change.keep_more_away(made, of));
            kept.unwrap()
        };
        let cases = [
            (MoreOf::Day, [false, false, true, true, true, true]),
            (MoreOf::Weeks, [false, false, false, true, true, true]),
            (MoreOf::Place, [false, true, true, false, true, true]),
            (MoreOf::Person(ruth), [false, true, true, true, false, true]),
        ];
        for (of, expected) in cases {
            let kept = choose(of).unwrap();
            assert_eq!(visible(), expected, "{of:?}");
            let back = visits(&house.store).change(&me(&house), |change| match kept {
                KeptMore::Wish(wish) => change.lift(wish).map(|lifted| lifted.is_some()),
                KeptMore::Loss(loss) => change.remove_loss(loss),
                KeptMore::Person(undo) => change.take_back_of_person(&undo.0),
            });
            assert!(back.map_err(|error: CareError| error).unwrap());
            assert_eq!(visible(), [false, true, true, true, true, true], "{of:?} is taken back");
        }
        assert_eq!(choose(MoreOf::Person(PersonId(99))), None, "nobody else");
        let home = Wish { scope: Scope::Photo(ids[3]), how_long: HowLong::Never };
        let at_home = asked::keep_away(&house.store, house.owner(), home, now().date(), &now()).unwrap().unwrap();
        let more = seen_in(&visits(&house.store), &me(&house), |visit| visit.more_of(at_home)).unwrap();
        assert!(!more.place, "home is not offered");
        asked::lift(&house.store, house.owner(), at_home, now().timestamp()).unwrap();
        assert!(seen_in(&visits(&house.store), &me(&house), |visit| visit.more_of(at_home)).is_none());
    }
}
