//! Unmarked is not the same as safe: each sign, out of a real library, on both engines. Every test first shows that there is
//! something to show.
#![allow(clippy::unwrap_used, missing_docs)]

mod asked;
mod seen;

use asked::{
    add_loss, asked_by_caution, change_settings, keep_away, today, waiting_on, why_memory, why_photo, wish_for,
};
use care::{CareSettings, FirstWords, HowLong, Kind, Loss, Scope, Sign, Verdict, Want, Wish};
use library::set_death;
use memories::Reason;
use seen::{day, is_shown, moment_of, person};
use testkit::{House, Snap, houses, now, snap};

/// How many years ago what comes on a day was, of what is shown and of what asks first.
fn plan(house: &House, on: &str) -> (Vec<u16>, Vec<u16>) {
    let plan = today(&house.store, house.owner(), day(on), now().date()).unwrap();
    let years = |reason: &Reason| match reason {
        Reason::OnThisDay { years, .. } => *years,
        _ => 0,
    };
    let mut shown: Vec<u16> = plan.memories.iter().map(|memory| years(&memory.reason)).collect();
    let waits = waiting_on(&house.store, house.owner(), day(on), now().date()).unwrap();
    let mut asked: Vec<u16> = waits.iter().filter_map(|veil| veil.years).collect();
    shown.sort_unstable();
    asked.sort_unstable();
    (shown, asked)
}

fn say(house: &House, want: Want, scope: Scope) {
    let wish = Wish { scope, how_long: HowLong::Never };
    assert!(wish_for(&house.store, house.owner(), want, wish, now().date(), &now()).unwrap().is_some());
}

fn caution(house: &House, on: bool) {
    let settings = CareSettings { caution: on, ..CareSettings::default() };
    change_settings(&house.store, house.owner(), settings, now().timestamp()).unwrap();
}

#[test]
fn words_of_illness_ask_for_their_whole_moment_and_hold_nothing() {
    for house in houses() {
        let mut ward = snap("a.jpg", "2019-09-28T15:00");
        ward.facts.caption = Some("Back from the hospital".to_owned());
        let ids = house.keep(&[ward, snap("b.jpg", "2019-09-28T15:20"), snap("c.jpg", "2018-09-28T15:00")]);
        caution(&house, false);
        assert_eq!(plan(&house, "2026-09-28"), (vec![7, 8], vec![]), "there is something to show");
        assert!(ids.iter().all(|id| is_shown(&house, *id)));
        caution(&house, true);
        assert_eq!(plan(&house, "2026-09-28"), (vec![8], vec![7]));
        assert_eq!(ids.iter().map(|id| is_shown(&house, *id)).collect::<Vec<_>>(), [false, false, true]);
        let why = why_photo(&house.store, house.owner(), ids[1], now().date()).unwrap().unwrap();
        assert_eq!(why.verdict, Verdict::Veiled, "it asks, and never holds");
        let listed = asked_by_caution(&house.store, house.owner(), now().date(), 10).unwrap();
        let signs: Vec<(Option<u16>, Sign)> = listed.listed.iter().map(|one| (one.veil.years, one.sign)).collect();
        assert_eq!((signs, listed.of), (vec![(Some(7), Sign::Words)], 1));
        say(&house, Want::Welcome, Scope::Moment(moment_of(&house, ids[0])));
        assert!(is_shown(&house, ids[0]), "what its owner says counts more");
        assert!(asked_by_caution(&house.store, house.owner(), now().date(), 10).unwrap().listed.is_empty());
    }
}

#[test]
fn the_last_days_before_a_death_ask_and_those_before_them_do_not() {
    for house in houses() {
        let ids = house.keep(&[
            snap("before.jpg", "2019-09-13T15:00"),
            snap("last.jpg", "2019-09-28T15:00"),
            snap("ruth.jpg", "2010-05-01T15:00").of(&["Ruth"]),
        ]);
        assert!(ids.iter().all(|id| is_shown(&house, *id)), "there is something to show");
        let (owner, ruth) = (house.owner(), person(&house, "Ruth"));
        house.store.write(|tx| set_death(tx, owner, ruth, Some(day("2019-10-01")))).unwrap();
        assert_eq!(ids.iter().map(|id| is_shown(&house, *id)).collect::<Vec<_>>(), [true, false, true]);
        assert_eq!(plan(&house, "2026-09-28"), (vec![], vec![7]));
    }
}

/// Ruth on so many days of a year, and the last time on 25 September 2019.
fn with_ruth() -> Vec<Snap> {
    let days = ["2016-09-28", "2018-10-15", "2018-11-15", "2018-12-15", "2019-01-15", "2019-02-15", "2019-03-15"];
    let more = ["2019-04-15", "2019-05-15", "2019-06-15", "2019-07-15", "2019-08-15", "2019-09-25"];
    let on =
        days.iter().chain(&more).map(|day| snap(&format!("ruth {day}.jpg"), &format!("{day}T15:00")).of(&["Ruth"]));
    let others = [
        snap("sea.jpg", "2018-09-28T10:00"),
        snap("garden.jpg", "2019-09-28T10:00"),
        snap("bo.jpg", "2019-09-29T10:00").of(&["Bo"]),
    ];
    on.chain(others).collect()
}

/// Thirty days without her, and one long after.
fn without_ruth() -> Vec<Snap> {
    let days = (1..=30).map(|day| snap(&format!("{day}.jpg"), &format!("2020-06-{day:02}T10:00")));
    days.chain([snap("later.jpg", "2021-06-01T10:00")]).collect()
}

#[test]
fn whoever_was_much_there_and_is_gone_makes_memories_ask_with_them_and_around_them_and_a_library_only_the_last() {
    for house in houses() {
        let ids = house.keep(&with_ruth());
        assert_eq!(plan(&house, "2026-09-28"), (vec![7, 8, 10], vec![]), "there is something to show");
        house.keep(&without_ruth());
        assert_eq!(plan(&house, "2026-09-28"), (vec![8], vec![7, 10]), "the garden three days later, and herself");
        assert_eq!(plan(&house, "2026-09-29"), (vec![7], vec![]), "with others, and not the day after");
        let reasons = |at: usize| {
            let id = moment_of(&house, ids[at]);
            let looked = (day("2026-09-28"), now().date());
            let why = why_memory(&house.store, house.owner(), id, looked).unwrap().unwrap();
            (why.verdict, why.because)
        };
        let tender = || (Verdict::Veiled, vec![care::Because::Caution(Sign::MayBeTender)]);
        assert_eq!([reasons(14), reasons(0), reasons(13)], [tender(), tender(), (Verdict::Cleared, vec![])]);
        let shown = |name: usize| is_shown(&house, ids[name]);
        assert!(shown(0) && shown(13) && shown(14), "in the library a year ago and around her nothing is hidden");
        assert!(!shown(12), "but for the last time");
        let why = why_photo(&house.store, house.owner(), ids[12], now().date()).unwrap().unwrap();
        assert_eq!(why.because, [care::Because::Caution(Sign::MayBeTender)], "nobody is named");

        say(&house, Want::Welcome, Scope::Moment(moment_of(&house, ids[0])));
        assert_eq!(plan(&house, "2026-09-28"), (vec![8, 10], vec![7]), "a welcome is of that moment alone");
        let first = FirstWords { people: vec![person(&house, "Ruth")], ..FirstWords::default() };
        let mut loss = Loss::proposed(Kind::Other, day("2001-01-01"), &first);
        loss.days.iter_mut().for_each(|day| day.plan = care::Plan::AsUsual);
        loss.parts.clear();
        add_loss(&house.store, house.owner(), loss.clone(), now().timestamp()).unwrap();
        assert_eq!(plan(&house, "2026-09-28"), (vec![8, 10], vec![7]), "whom a loss is about may have been there");
    }
}

#[test]
fn what_was_put_away_on_a_day_makes_nothing_else_of_that_day_ask_in_later_years() {
    for house in houses() {
        let ids = house.keep(&[
            snap("a.jpg", "2019-09-28T15:00"),
            snap("b.jpg", "2018-09-28T15:00"),
            snap("c.jpg", "2018-09-29T15:00"),
        ]);
        let in_2025 = now().checked_sub(jiff::Span::new().years(1)).unwrap();
        let away = |scope, how_long| {
            let wish = Wish { scope, how_long };
            keep_away(&house.store, house.owner(), wish, in_2025.date(), &in_2025).unwrap().unwrap()
        };
        assert_eq!(plan(&house, "2026-09-28"), (vec![7, 8], vec![]), "there is something to show");
        away(Scope::Photo(ids[0]), HowLong::NotThis);
        assert_eq!(plan(&house, "2026-09-28"), (vec![7, 8], vec![]), "nothing is learned from it");
        away(Scope::Photo(ids[0]), HowLong::Never);
        assert_eq!(plan(&house, "2026-09-28"), (vec![8], vec![]), "it is kept away, and nothing else asks");
    }
}
