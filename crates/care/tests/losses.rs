//! DESIGN.md section 3 with losses, as properties: on random libraries, losses, wishes and histories every surface of care says
//! what a slow and simple reading of the rules says, for each of two people.
#![allow(clippy::unwrap_used, missing_docs)]

mod asked;
mod oracle;

use std::collections::BTreeSet;
use std::mem::discriminant;

use asked::{
    add_loss, ahead, be_as_usual, be_tender, beside, change_settings, keep_away, lift, log, look, on, photo, preview,
    remove_loss, story, today, visits_by, why_memory, why_photo, wish_for,
};
use care::{CareError, CareSettings, OfPerson, Part, Seal, Verdict};
use circle::Viewer;
use jiff::ToSpan;
use jiff::civil::Date;
use model::{LibraryId, PersonId, PhotoId};
use oracle::random::{Lost, Shot};
use oracle::{DAYS, Random, Told, random};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use testkit::{House, houses, now};

/// How many cases; CI runs ten thousand in all, `bin/promises` as many as one asks for.
fn cases(default: u32) -> u32 {
    std::env::var("PERENNIAL_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(default)
}

fn lived_through(house: &House, library: i64, random: &Random) -> Result<(), TestCaseError> {
    let owner = Viewer::at_the_machine(LibraryId(library), PersonId(1));
    let partner = Viewer::at_the_machine(LibraryId(library), PersonId(2));
    for viewer in [owner, partner] {
        house.answers_first(viewer.library(), viewer.person(), "said");
    }
    let (mut told, today_is) = (Told::kept(house, owner, random), now().date());
    if !random.caution {
        let off = CareSettings { caution: false, ..CareSettings::default() };
        for viewer in [owner, partner] {
            change_settings(&house.store, viewer, off, now().timestamp()).unwrap();
        }
    }
    let nothing_said = seen(house, owner, &told, today_is);
    prop_assert_eq!(&nothing_said, &cleared(&told, today_is), "before anything was said");
    if !random.caution {
        prop_assert_eq!(&nothing_said, &told.photos, "there is something to show, and all of it is shown");
    }
    let partner_before = seen(house, partner, &told, today_is);

    let mut said = Vec::new();
    let of_people: Vec<_> = random.people_said.iter().filter_map(|said| told.of_person(*said)).collect();
    for of in of_people {
        // Nobody who may not be seen is spoken of.
        if let Some(undo) = say_of(house, owner, of) {
            said.push(undo);
            told.reading.people_said.push(of);
        }
    }
    let mut made = Vec::new();
    for lost in &random.losses {
        let loss = told.loss(lost);
        made.push(add_loss(&house.store, owner, loss.clone(), now().timestamp()).unwrap());
        told.reading.losses.push(loss);
    }
    let mut wishes = Vec::new();
    for wished in &random.wishes {
        let (want, wish) = told.wish(wished);
        wishes.push(wish_for(&house.store, owner, want, wish, today_is, &now()).unwrap().unwrap());
        told.reading.wishes.push((want, wish, today_is));
    }
    reaches_are_as_told(house, owner, &told)?;
    one_by_one(house, owner, &told)?;
    together(house, owner, &told)?;
    if let Some(days) = random.tender_days {
        tender_days_are_quiet(house, owner, &told, days)?;
    }
    // Nothing of one person's is another's.
    prop_assert_eq!(seen(house, partner, &told, today_is), partner_before);
    prop_assert!(asked::losses(&house.store, partner).unwrap().is_empty());
    let of_losses = |logged: &care::Logged| format!("{:?}", logged.entry).contains("Loss");
    prop_assert!(!log(&house.store, partner).unwrap().iter().any(of_losses));

    // A keep away on top of everything holds, whatever else was said.
    if let (Some(at), false) = (random.last, told.photos.is_empty()) {
        let id = told.photos[at % told.photos.len()];
        let scope = care::Scope::Photo(id);
        let wish = care::Wish { scope, how_long: care::HowLong::Never };
        let away = keep_away(&house.store, owner, wish, now().date(), &now()).unwrap().unwrap();
        prop_assert!(photo(&house.store, owner, id, now().date()).unwrap().is_none());
        prop_assert!(!seen(house, owner, &told, today_is).contains(&id));
        lift(&house.store, owner, away, now().timestamp()).unwrap();
    }
    // Taking everything back brings everything back, at once: nothing was inferred and nothing was lost.
    for id in wishes {
        lift(&house.store, owner, id, now().timestamp()).unwrap();
    }
    for id in made {
        remove_loss(&house.store, owner, id, now().timestamp()).unwrap();
    }
    for undo in said {
        let back = visits_by(&house.store, Seal::shared(&house.store).unwrap())
            .change(&on(owner, today_is), |change| change.take_back_of_person(&undo));
        prop_assert!(back.map_err(|error: CareError| error).unwrap());
    }
    prop_assert_eq!(seen(house, owner, &told, today_is), nothing_said);
    Ok(())
}

/// Says something of somebody, who may be seen. Answers by what it is taken back.
fn say_of(house: &House, owner: Viewer, (person, said): (PersonId, OfPerson)) -> Option<String> {
    let made =
        visits_by(&house.store, Seal::shared(&house.store).unwrap()).change(&on(owner, now().date()), |change| {
            let Some(person) = change.library()?.person(person)? else { return Ok(None) };
            change.say_of_person(&person, said).map(|undo| Some(undo.0))
        });
    made.map_err(|error: CareError| error).unwrap()
}

/// What the owner of losses is told of their reaches.
fn reaches_are_as_told(house: &House, owner: Viewer, told: &Told) -> Result<(), TestCaseError> {
    let kept = asked::losses(&house.store, owner).unwrap();
    prop_assert_eq!(kept.len(), told.reading.losses.len());
    for (kept, said) in kept.iter().zip(&told.reading.losses) {
        for found in preview(&house.store, owner, &kept.loss).unwrap() {
            let part = said.parts.iter().rposition(|part| discriminant(&part.of) == discriminant(&found.part.of));
            let reached = told.reading.reached(said, part.unwrap());
            let days: BTreeSet<Date> = reached.iter().map(|known| known.day).collect();
            let expected = (reached.len() as u64, days.len() as u64, days.first().copied().zip(days.last().copied()));
            prop_assert_eq!((found.photos, found.days, found.between), expected, "{:?} of {:?}", found.part.of, said);
        }
    }
    Ok(())
}

/// Each photo alone, with the reasons.
fn one_by_one(house: &House, owner: Viewer, told: &Told) -> Result<(), TestCaseError> {
    let today_is = now().date();
    for (id, expected) in told.photos.iter().zip(told.reading.answers(today_is)) {
        let why = why_photo(&house.store, owner, *id, today_is).unwrap().unwrap();
        prop_assert_eq!(why.verdict, expected, "photo {} {:?}", id, why.because);
        prop_assert!(expected == Verdict::Cleared || !why.because.is_empty(), "photo {} has no reason", id);
        let alone = photo(&house.store, owner, *id, today_is).unwrap().is_some();
        prop_assert_eq!(alone, expected == Verdict::Cleared, "photo {} alone", id);
        let near = beside(&house.store, owner, *id, today_is).unwrap();
        prop_assert_eq!(near.is_some(), alone, "photo {} among its neighbours", id);
    }
    Ok(())
}

/// All surfaces together.
fn together(house: &House, owner: Viewer, told: &Told) -> Result<(), TestCaseError> {
    let today_is = now().date();
    // What holds until a day is over on it, and not before.
    for day in [today_is, today_is.tomorrow().unwrap()] {
        prop_assert_eq!(&seen(house, owner, told, day), &cleared(told, day), "in a look at everything on {}", day);
    }
    let answers = told.reading.answers(today_is);
    let answer = |id: PhotoId| answers[told.photos.iter().position(|photo| *photo == id).unwrap()];
    for moment in told.moments() {
        let whole = story(&house.store, owner, moment, today_is).unwrap();
        let ids: BTreeSet<PhotoId> = whole.iter().flat_map(|story| story.photos.iter().map(|photo| photo.id)).collect();
        let members = told.reading.photos_of(moment).map(|known| known.photo);
        let expected: BTreeSet<PhotoId> = members.filter(|id| answer(*id) == Verdict::Cleared).collect();
        prop_assert_eq!(&ids, &expected, "moment {}", moment);
        prop_assert!(whole.is_none_or(|story| story.moment.photos as usize == ids.len()));
    }
    for day in DAYS {
        let day: Date = format!("2026-{day}").parse().unwrap();
        let plan = today(&house.store, owner, day, today_is).unwrap();
        let answers = told.reading.answers_on_both(day, today_is);
        let asking = told.reading.ask_for_their_moment(day, today_is);
        let place = |id: PhotoId| told.photos.iter().position(|photo| *photo == id).unwrap();
        let (answer, asks) = (|id| answers[place(id)], |id| asking[place(id)]);
        for photo in plan.memories.iter().flat_map(|memory| &memory.photos) {
            // Where anything of a moment is asked about, the memory of it is asked about whole.
            let moment = told.reading.known(photo.id).moment;
            let asked = told.reading.photos_of(moment).any(|known| asks(known.photo));
            prop_assert!(answer(photo.id) == Verdict::Cleared && !asked, "photo {} on {}", photo.id, day);
        }
        // Of what signs say in memories this reading knows the words alone.
        for moment in told.moments().into_iter().filter(|_| told.reading.tender.is_empty()) {
            let members = || told.reading.photos_of(moment).map(|known| known.photo);
            let shows = members().any(|id| answer(id) == Verdict::Cleared);
            let expected = match members().any(asks) {
                true => Verdict::Veiled,
                false if shows => Verdict::Cleared,
                false => Verdict::Held,
            };
            let why = why_memory(&house.store, owner, moment, (day, today_is)).unwrap().unwrap();
            prop_assert_eq!(why.verdict, expected, "moment {} on {} {:?}", moment, day, why.because);
        }
        if told.reading.is_quiet(day) {
            prop_assert!(plan.memories.is_empty() && plan.card.is_none() && plan.quiet.is_some(), "{} is hard", day);
        } else {
            prop_assert_eq!(&plan.quiet, &None, "{} is as usual", day);
        }
    }
    let coming = ahead(&house.store, owner, today_is, 7).unwrap();
    for day in coming.days {
        prop_assert!(day.shown + day.asked + day.held <= day.would_come);
        prop_assert!(day.quiet.is_none() || (day.shown, day.asked) == (0, 0));
    }
    Ok(())
}

/// From today on nothing is offered for so many days, and then as usual; taken back, it is as it was.
fn tender_days_are_quiet(house: &House, owner: Viewer, told: &Told, days: u8) -> Result<(), TestCaseError> {
    let today_is = now().date();
    let plan = |after: u8| {
        let day = today_is.checked_add(i64::from(after).days()).unwrap();
        (day, today(&house.store, owner, day, today_is).unwrap())
    };
    let before: Vec<_> = (0..=days).map(plan).collect();
    be_tender(&house.store, owner, days, now().timestamp());
    for after in 0..days {
        let (day, plan) = plan(after);
        prop_assert!(plan.memories.is_empty() && plan.card.is_none() && plan.quiet.is_some(), "{} is tender", day);
    }
    let (day, next) = plan(days);
    prop_assert_eq!(next.quiet.is_some(), told.reading.is_quiet(day), "{} is tender no more", day);
    be_as_usual(&house.store, owner, now().timestamp());
    for ((day, before), after) in before.iter().zip(0..=days) {
        let (_, plan) = plan(after);
        let told_of = |plan: &care::DayPlan| (plan.memories.len(), plan.card.is_some(), plan.quiet.clone());
        prop_assert_eq!(told_of(&plan), told_of(before), "{}", day);
    }
    Ok(())
}

/// The photos that the rules clear on a day.
fn cleared(told: &Told, on: Date) -> Vec<PhotoId> {
    let answers = told.photos.iter().copied().zip(told.reading.answers(on));
    answers.filter(|(_, answer)| *answer == Verdict::Cleared).map(|(id, _)| id).collect()
}

/// The photos that a look at everything shows on a day.
fn seen(house: &House, viewer: Viewer, told: &Told, on: Date) -> Vec<PhotoId> {
    look(&house.store, viewer, on, |view| Ok(told.photos.iter().copied().filter(|id| view.shows(*id)).collect()))
        .unwrap()
}

fn run(cases: u32, house: &House, first: i64) {
    let mut runner = TestRunner::new(ProptestConfig { cases, max_shrink_iters: 400, ..ProptestConfig::default() });
    let library = std::cell::Cell::new(first);
    runner
        .run(&random(), |random| {
            library.set(library.get() + 1);
            lived_through(house, library.get(), &random)
        })
        .unwrap();
}

/// Ten thousand cases in all, in parts that run side by side.
macro_rules! parts {
    ($($name:ident: $first:literal),* $(,)?) => {$(
        #[test]
        fn $name() {
            run(cases(1_250), &House::on_sqlite(), $first);
        }
    )*};
}

parts! {
    every_surface_says_what_the_rules_say_one: 1_000_000,
    every_surface_says_what_the_rules_say_two: 2_000_000,
    every_surface_says_what_the_rules_say_three: 3_000_000,
    every_surface_says_what_the_rules_say_four: 4_000_000,
    every_surface_says_what_the_rules_say_five: 5_000_000,
    every_surface_says_what_the_rules_say_six: 6_000_000,
    every_surface_says_what_the_rules_say_seven: 7_000_000,
    every_surface_says_what_the_rules_say_eight: 8_000_000,
}

#[test]
fn the_same_holds_on_both_engines() {
    for house in houses() {
        run(cases(60), &house, 1_000);
    }
}

#[test]
fn a_welcome_that_is_over_is_over_for_days_that_are_past() {
    let shot = Shot { year: 2018, day: 0, minute: 600, look: 0, person: None, town: None, tag: Some(2) };
    // Welcome until today, for a photo with a tender word: its day was yesterday, and it is looked at today.
    let (day, parts, plan) = ((2018, 0), vec![(0, 2, 1)], 2);
    let none = (None, None, None, None, None);
    let (person, companion, town, tag, example) = none;
    let (illness, without_them) = (false, false);
    let chosen = Vec::new();
    let lost =
        Lost { day, lasts: Some(0), person, companion, town, tag, example, chosen, parts, plan, illness, without_them };
    let (photos, losses, wishes, people_said) = (vec![shot], vec![lost], Vec::new(), Vec::new());
    let random = Random { photos, losses, wishes, people_said, caution: true, tender_days: None, last: None };
    houses().iter().try_for_each(|house| lived_through(house, 2_000, &random)).unwrap();
}

#[test]
fn a_part_whose_time_is_over_counts_no_more_and_time_softens_nothing_else() {
    let part =
        Part { until: Some("2026-09-28".parse().unwrap()), ..Part::of(care::PartOf::People, care::Want::KeepAway) };
    assert!(part.counts_on("2026-09-27".parse().unwrap()));
    assert!(!part.counts_on("2026-09-28".parse().unwrap()));
    assert!(Part::of(care::PartOf::People, care::Want::KeepAway).counts_on(Date::MAX));
    // Of two days the more careful counts.
    let (on, after) = ("2026-09-27".parse().unwrap(), "2026-09-28".parse().unwrap());
    assert!(part.counts_by((on, after)));
    assert!(!Part { want: care::Want::Welcome, ..part }.counts_by((on, after)));
}
