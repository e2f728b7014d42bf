//! What is in no moment belongs to one all the same: hidden photos, papers, screens, photos of a doubtful date, and those of a date
//! before it was corrected. Hiding, marking or correcting never shows more.
#![allow(clippy::unwrap_used, missing_docs)]

mod asked;
mod seen;

use asked::{add_loss, change_settings, look, why_photo, wish_for};
use care::{CareSettings, Chosen, HowLong, Kind, Loss, Part, PartOf, Scope, Verdict, Want, Wish};
use media::Genre;
use model::{Confidence, PhotoId, Precision};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use seen::{day, is_shown, moment_of, person};
use testkit::{House, Snap, houses, now, snap};

fn verdict(house: &House, id: PhotoId) -> Verdict {
    why_photo(&house.store, house.owner(), id, now().date()).unwrap().unwrap().verdict
}

/// A loss with those parts and no others.
fn lose(house: &House, parts: &[PartOf], about: impl Fn(&mut Loss)) {
    let mut loss = Loss::proposed(Kind::Other, day("2019-09-28"), &care::FirstWords::default());
    loss.parts = parts.iter().map(|of| Part::of(*of, Want::AskFirst)).collect();
    about(&mut loss);
    add_loss(&house.store, house.owner(), loss, now().timestamp()).unwrap();
}

fn quietly(house: &House) {
    let settings = CareSettings { caution: false, ..CareSettings::default() };
    change_settings(&house.store, house.owner(), settings, now().timestamp()).unwrap();
}

/// How a photo is made one that is in no moment.
type Aside = fn(Snap) -> Snap;

/// What keeps a photo out of its moment.
fn aside() -> Vec<(&'static str, Aside)> {
    vec![
        ("a paper", |snap| snap.sort(Genre::Document)),
        ("a screen", |snap| snap.sort(Genre::Screenshot)),
        ("a dead clock", |snap| snap.known_by(Confidence::DoubtfulClock)),
        ("a file by its own time", |snap| snap.known_by(Confidence::FileTime)),
    ]
}

#[test]
fn what_is_in_no_moment_is_reached_with_the_moment_it_belongs_to_and_reaches_it() {
    for house in houses() {
        quietly(&house);
        for (at, (what, aside)) in aside().into_iter().enumerate() {
            let on = format!("2019-0{}-10", at + 1);
            let names = ["a", "b", "c"].map(|name| format!("{at} {name}.jpg"));
            let ids = house.keep(&[
                snap(&names[0], &format!("{on}T15:00")),
                aside(snap(&names[1], &format!("{on}T15:20"))),
                snap(&names[2], &format!("{on}T15:40")),
            ]);
            assert!(ids.iter().all(|id| is_shown(&house, *id)), "{what}: there is something to show");
            lose(&house, &[PartOf::SameMoment], |loss| loss.examples = vec![ids[usize::from(at % 2 == 0)]]);
            assert_eq!(ids.map_verdicts(&house), [Verdict::Veiled; 3], "{what}");
            let why = why_photo(&house.store, house.owner(), ids[1], now().date()).unwrap().unwrap();
            assert!(!why.because.is_empty(), "{what} has a reason");
        }
    }
}

trait Verdicts {
    fn map_verdicts(&self, house: &House) -> Vec<Verdict>;
}

impl Verdicts for Vec<PhotoId> {
    fn map_verdicts(&self, house: &House) -> Vec<Verdict> {
        self.iter().map(|id| verdict(house, *id)).collect()
    }
}

#[test]
fn hiding_removing_or_leaving_out_the_middle_one_of_three_sets_none_of_them_free() {
    for house in houses() {
        quietly(&house);
        let ids = house.keep(&[
            snap("a.jpg", "2019-09-28T15:00"),
            snap("b.jpg", "2019-09-28T16:40"),
            snap("c.jpg", "2019-09-28T18:20"),
        ]);
        lose(&house, &[PartOf::SameMoment], |loss| loss.examples = vec![ids[0]]);
        assert_eq!(ids.map_verdicts(&house), [Verdict::Veiled; 3]);
        house.store.write(|tx| library::hide(tx, house.owner(), ids[1])).unwrap();
        assert_eq!(ids.map_verdicts(&house), [Verdict::Veiled; 3], "hidden, and what it lay between");
        assert!(!is_shown(&house, ids[1]));
        house.store.write(|tx| library::remove(tx, house.owner(), ids[1], now().timestamp())).unwrap();
        assert_eq!(ids.map_verdicts(&house), [Verdict::Veiled; 3], "removed");
        house.store.write(|tx| library::hide(tx, house.owner(), ids[0])).unwrap();
        assert_eq!(ids.map_verdicts(&house), [Verdict::Veiled; 3], "the example itself");
    }
}

#[test]
fn what_is_in_no_moment_goes_with_one_that_is_taken_in_by_hand() {
    for house in houses() {
        quietly(&house);
        let ids = house.keep(&[
            snap("a.jpg", "2019-09-28T15:00"),
            snap("b.jpg", "2019-09-28T15:20"),
            snap("elsewhere.jpg", "2019-09-28T21:00").sort(Genre::Document),
        ]);
        lose(&house, &[PartOf::Chosen], |loss| loss.taken_in = vec![Chosen::Moment(moment_of(&house, ids[0]))]);
        let late = house.keep(&[
            snap("receipt.jpg", "2019-09-28T15:30").sort(Genre::Document),
            snap("whatsapp.jpg", "2019-09-28T00:00").to_the(Precision::Day),
        ]);
        assert_eq!(ids.map_verdicts(&house), [Verdict::Veiled, Verdict::Veiled, Verdict::Cleared]);
        assert_eq!(
            late.map_verdicts(&house),
            [Verdict::Veiled; 2],
            "one of that hour, and one of any hour of that day"
        );
    }
}

#[test]
fn a_wish_about_a_moment_holds_what_belongs_to_it_and_comes_in_later() {
    for house in houses() {
        quietly(&house);
        let ids = house.keep(&[snap("a.jpg", "2019-09-28T15:00"), snap("b.jpg", "2019-09-28T19:00")]);
        let wish = Wish { scope: Scope::Moment(moment_of(&house, ids[0])), how_long: HowLong::Never };
        wish_for(&house.store, house.owner(), Want::KeepAway, wish, now().date(), &now()).unwrap();
        assert_eq!(ids.map_verdicts(&house), [Verdict::Held, Verdict::Cleared]);
        let late = house.keep(&[snap("screen.png", "2019-09-28T16:30").sort(Genre::Screenshot)]);
        assert_eq!(late.map_verdicts(&house), [Verdict::Held]);
        assert_eq!(verdict(&house, ids[1]), Verdict::Cleared, "another moment, of which nothing was said");
        let why = why_photo(&house.store, house.owner(), late[0], now().date()).unwrap().unwrap();
        assert!(!why.because.is_empty());
    }
}

#[test]
fn a_wish_about_a_photo_holds_the_same_picture_though_it_was_hidden_before() {
    for house in houses() {
        quietly(&house);
        let ids = house.keep(&[
            snap("a.jpg", "2019-09-28T15:00:00").looking(0b0),
            snap("b.jpg", "2019-09-28T15:00:01").looking(0b1),
            snap("c.jpg", "2019-09-28T15:30:00").looking(u64::MAX),
        ]);
        house.store.write(|tx| library::hide(tx, house.owner(), ids[1])).unwrap();
        assert!(is_shown(&house, ids[1]), "there is something to show");
        let wish = Wish { scope: Scope::Photo(ids[0]), how_long: HowLong::Never };
        wish_for(&house.store, house.owner(), Want::KeepAway, wish, now().date(), &now()).unwrap();
        assert_eq!(ids.map_verdicts(&house), [Verdict::Held, Verdict::Held, Verdict::Cleared]);
    }
}

#[test]
fn caution_asks_about_what_belongs_to_a_tender_moment_and_about_what_a_hidden_word_belongs_to() {
    for house in houses() {
        let tender = |mut snap: Snap| {
            snap.facts.caption = Some("in the hospital".to_owned());
            snap
        };
        let ids = house.keep(&[
            tender(snap("a.jpg", "2019-09-28T15:00")),
            snap("b.jpg", "2019-09-28T15:20").sort(Genre::Document),
            tender(snap("c.jpg", "2018-09-28T15:00").sort(Genre::Document)),
            snap("d.jpg", "2018-09-28T15:20"),
            snap("e.jpg", "2017-09-28T15:20"),
        ]);
        let expected = [Verdict::Veiled, Verdict::Veiled, Verdict::Veiled, Verdict::Veiled, Verdict::Cleared].to_vec();
        assert_eq!(ids.map_verdicts(&house), expected);
        let listed = look(&house.store, house.owner(), now().date(), |view| {
            Ok(ids.iter().map(|id| view.shows(*id)).collect::<Vec<_>>())
        });
        assert_eq!(listed.unwrap(), [false, false, false, false, true], "as a library lists it");
    }
}

#[test]
fn of_whom_a_loss_is_about_a_photo_without_an_hour_is_reached_on_the_day_they_were_seen() {
    for house in houses() {
        quietly(&house);
        let ids = house.keep(&[
            snap("wren.jpg", "2019-09-28T15:00").of(&["Wren"]),
            snap("that day.jpg", "2019-09-28T00:00").to_the(Precision::Day),
            snap("that month.jpg", "2019-09-01T00:00").to_the(Precision::Month),
            snap("next day.jpg", "2019-09-29T00:00").to_the(Precision::Day),
            snap("other month.jpg", "2019-08-01T00:00").to_the(Precision::Month),
        ]);
        assert!(ids.iter().all(|id| is_shown(&house, *id)), "there is something to show");
        let wren = person(&house, "Wren");
        lose(&house, &[PartOf::SameMoment], |loss| loss.people = vec![wren]);
        let expected = [Verdict::Veiled, Verdict::Veiled, Verdict::Veiled, Verdict::Cleared, Verdict::Cleared];
        assert_eq!(ids.map_verdicts(&house), expected);
    }
}

/// A day of photos, some of which are of other kinds, hidden, or corrected.
#[derive(Clone, Debug)]
struct Random {
    /// Minute of the day, likeness, person, and whether it has a tender word.
    photos: Vec<(i64, u8, Option<usize>, bool)>,
    aside: Vec<(usize, usize)>,
    hidden: Vec<usize>,
    wishes: Vec<(u8, u8, usize)>,
    example: Option<usize>,
    about: Option<usize>,
    chosen: Option<usize>,
}

const PEOPLE: [&str; 2] = ["Ida", "Bo"];

fn random() -> impl Strategy<Value = Random> {
    let photo = (8 * 60_i64..23 * 60, 0_u8..4, prop::option::weighted(0.3, 0..2_usize), prop::bool::weighted(0.1));
    let some = || prop::collection::vec(any::<usize>(), 0..3);
    let wishes = prop::collection::vec((0_u8..3, 0_u8..3, any::<usize>()), 0..3);
    (
        prop::collection::vec(photo, 1..9),
        prop::collection::vec((any::<usize>(), 0..4_usize), 0..4),
        some(),
        wishes,
        prop::option::of(any::<usize>()),
        prop::option::of(0..2_usize),
        prop::option::of(any::<usize>()),
    )
        .prop_map(|(photos, aside, hidden, wishes, example, about, chosen)| Random {
            photos,
            aside,
            hidden,
            wishes,
            example,
            about,
            chosen,
        })
}

fn kept(house: &House, random: &Random, aside_too: bool) -> Vec<PhotoId> {
    let kinds = aside();
    let snaps = random.photos.iter().enumerate().map(|(at, (minute, look, who, tender))| {
        let time = format!("2019-09-28T{:02}:{:02}", minute / 60, minute % 60);
        let mut snap = snap(&format!("{at}.jpg"), &time).looking(u64::MAX >> (look * 20));
        if let Some(who) = who {
            snap = snap.of(&[PEOPLE[*who]]);
        }
        if *tender {
            snap.facts.caption = Some("hospital".to_owned());
        }
        let kind = random.aside.iter().find(|(of, _)| aside_too && of % random.photos.len() == at);
        match kind {
            Some((_, kind)) => kinds[*kind].1(snap),
            None => snap,
        }
    });
    house.keep(&snaps.collect::<Vec<_>>())
}

/// Says what the owner of a random library says. `of_moments`: of moments, too.
fn say(house: &House, random: &Random, ids: &[PhotoId], of_moments: bool) {
    let at = |at: usize| ids[at % ids.len()];
    for (want, kind, photo) in &random.wishes {
        let moment = house.store.read(|tx| memories::moments_holding(tx, house.owner(), &[at(*photo)])).unwrap();
        let scope = match (kind, moment.first().filter(|_| of_moments)) {
            (0, Some(moment)) => Scope::Moment(*moment),
            (1, _) => Scope::Day(day("2019-09-28")),
            _ => Scope::Photo(at(*photo)),
        };
        let want = [Want::KeepAway, Want::AskFirst, Want::Welcome][usize::from(*want)];
        let wish = Wish { scope, how_long: HowLong::Never };
        wish_for(&house.store, house.owner(), want, wish, now().date(), &now()).unwrap();
    }
    let known = house.store.read(|tx| library::people(tx, house.owner())).unwrap();
    lose(house, &[PartOf::SameMoment, PartOf::Alike, PartOf::Chosen], |loss| {
        loss.examples = random.example.map(at).into_iter().collect();
        let name = random.about.map(|at| PEOPLE[at]);
        loss.people = known.iter().filter(|one| Some(one.name.as_str()) == name).map(|one| one.id).collect();
        if let (Some(chosen), true) = (random.chosen, of_moments) {
            loss.taken_in = vec![Chosen::Moment(moment_of(house, at(chosen)))];
        }
    });
}

fn all_verdicts(house: &House, ids: &[PhotoId]) -> Vec<Verdict> {
    let verdicts: Vec<Verdict> = ids.iter().map(|id| verdict(house, *id)).collect();
    let shown = look(&house.store, house.owner(), now().date(), |view| {
        Ok(ids.iter().map(|id| view.shows(*id)).collect::<Vec<_>>())
    });
    let alone: Vec<bool> = verdicts.iter().map(|verdict| *verdict == Verdict::Cleared).collect();
    assert_eq!(shown.unwrap(), alone, "a library lists what each photo answers: {verdicts:?}");
    verdicts
}

fn never_shows_more(before: &[Verdict], after: &[Verdict], what: &str) -> Result<(), TestCaseError> {
    for (at, (before, after)) in before.iter().zip(after).enumerate() {
        prop_assert!(after >= before, "photo {} was {:?} and is {:?}, {}", at, before, after, what);
    }
    Ok(())
}

fn lived_through(house: impl Fn() -> House, random: &Random) -> Result<(), TestCaseError> {
    // Hidden after everything was said.
    let first = house();
    let ids = kept(&first, random, false);
    say(&first, random, &ids, true);
    let before = all_verdicts(&first, &ids);
    for at in &random.hidden {
        first.store.write(|tx| library::hide(tx, first.owner(), ids[at % ids.len()])).unwrap();
        memories::settled(&first.store, first.owner()).unwrap();
        never_shows_more(&before, &all_verdicts(&first, &ids), "after it was hidden")?;
    }
    // The same photos, of which some came in as something else.
    let (plain, other) = (house(), house());
    let ids = kept(&plain, random, false);
    say(&plain, random, &ids, false);
    let others = kept(&other, random, true);
    say(&other, random, &others, false);
    never_shows_more(&all_verdicts(&plain, &ids), &all_verdicts(&other, &others), "had it come in as something else")
}

#[test]
fn hiding_marking_or_doubting_never_shows_more() {
    let cases = std::env::var("PERENNIAL_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(120);
    let mut runner = TestRunner::new(ProptestConfig { cases, max_shrink_iters: 200, ..ProptestConfig::default() });
    runner.run(&random(), |random| lived_through(House::on_sqlite, &random)).unwrap();
}
