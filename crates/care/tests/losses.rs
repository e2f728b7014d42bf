//! DESIGN.md section 3 with losses, as properties: on random libraries, losses, wishes and histories every surface of care says
//! what a slow and simple reading of the rules says, for each of two people.
#![allow(clippy::unwrap_used, missing_docs)]

mod asked;
mod oracle;

use asked::{
    add_loss, ahead, beside, change_settings, keep_away, lift, log, look, photo, preview, remove_loss, story, today,
    why_photo, wish_for,
};
use care::{CareSettings, Part, Verdict};
use circle::Viewer;
use jiff::civil::Date;
use model::{LibraryId, MomentId, PersonId, PhotoId};
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
    let told = Told::kept(house, owner, random);
    if !random.caution {
        let off = CareSettings { caution: false, ..CareSettings::default() };
        for viewer in [owner, partner] {
            change_settings(&house.store, viewer, off, now().timestamp()).unwrap();
        }
    }
    let nothing_said = seen(house, owner, &told);
    if !random.caution {
        prop_assert_eq!(&nothing_said, &told.photos, "there is something to show, and all of it is shown");
    }
    let partner_before = seen(house, partner, &told);

    let losses: Vec<_> = random.losses.iter().map(|loss| told.loss(loss)).collect();
    let mut made = Vec::new();
    for loss in &losses {
        made.push(add_loss(&house.store, owner, loss.clone(), now().timestamp()).unwrap());
    }
    let mut wishes = Vec::new();
    for wish in &random.wishes {
        let (want, wish) = told.wish(house, owner, wish);
        let id = wish_for(&house.store, owner, want, wish, now().date(), &now()).unwrap().unwrap();
        wishes.push((id, want, wish));
    }
    let kept: Vec<_> = asked::losses(&house.store, owner).unwrap().into_iter().map(|kept| kept.loss).collect();
    let verdicts = told.verdicts(house, owner, &kept, &wishes);

    // What its owner is told of a reach.
    for loss in &kept {
        for found in preview(&house.store, owner, loss).unwrap() {
            let (photos, days) = told.extent(loss, found.part.of);
            prop_assert_eq!(found.photos, photos, "{:?} of {:?}", found.part.of, loss);
            let between = days.first().copied().zip(days.last().copied());
            prop_assert_eq!(found.between, between, "{:?} of {:?}", found.part.of, loss);
            prop_assert_eq!(found.days, days.len() as u64, "{:?} of {:?}", found.part.of, loss);
        }
    }

    // One by one, and the reasons.
    for (id, expected) in told.photos.iter().zip(&verdicts) {
        let why = why_photo(&house.store, owner, *id, now().date()).unwrap().unwrap();
        match random.caution {
            // Caution only asks: it neither holds nor frees.
            true => {
                prop_assert!(why.verdict >= *expected && (why.verdict == Verdict::Held) == (*expected == Verdict::Held))
            }
            false => prop_assert_eq!(why.verdict, *expected, "photo {} {:?}", id, why.because),
        }
        prop_assert!(why.verdict == Verdict::Cleared || !why.because.is_empty(), "photo {} has no reason", id);
        let cleared = photo(&house.store, owner, *id, now().date()).unwrap().is_some();
        prop_assert_eq!(cleared, why.verdict == Verdict::Cleared, "photo {} alone", id);
        let near = beside(&house.store, owner, *id, now().date()).unwrap();
        prop_assert_eq!(near.is_some(), cleared, "photo {} among its neighbours", id);
    }
    // All surfaces together.
    let shown = seen(house, owner, &told);
    let alone: Vec<PhotoId> = told
        .photos
        .iter()
        .copied()
        .filter(|id| photo(&house.store, owner, *id, now().date()).unwrap().is_some())
        .collect();
    prop_assert_eq!(&shown, &alone, "in a look at everything");
    let allowed = |id: i64| shown.iter().any(|shown| shown.0 == id);
    for moment in told.moments(house, owner) {
        let whole = story(&house.store, owner, MomentId(moment), now().date()).unwrap();
        let ids: Vec<i64> = whole.iter().flat_map(|story| story.photos.iter().map(|photo| photo.id.0)).collect();
        prop_assert!(ids.iter().all(|id| allowed(*id)), "moment {}", moment);
        prop_assert!(whole.is_none_or(|story| story.moment.photos as usize == ids.len()));
    }
    for day in DAYS {
        let day: Date = format!("2026-{day}").parse().unwrap();
        let plan = today(&house.store, owner, day, now().date()).unwrap();
        let ids = plan.memories.iter().flat_map(|memory| memory.photos.iter().map(|photo| photo.id.0));
        prop_assert!(ids.into_iter().all(allowed), "{}", day);
        if told.is_hard(&kept, day) {
            prop_assert!(plan.memories.is_empty() && plan.veils.is_empty() && plan.quiet.is_some(), "{} is hard", day);
        }
    }
    let coming = ahead(&house.store, owner, now().date(), 7).unwrap();
    for day in coming.days {
        prop_assert!(day.shown + day.asked + day.held <= day.would_come);
        prop_assert!(day.quiet.is_none() || (day.shown, day.asked) == (0, 0));
    }
    // Nothing of one person's is another's.
    prop_assert_eq!(seen(house, partner, &told), partner_before);
    prop_assert!(asked::losses(&house.store, partner).unwrap().is_empty());
    prop_assert!(log(&house.store, partner).unwrap().iter().all(|logged| !told.is_of_losses(logged)));

    // A keep away on top of everything holds, whatever else was said.
    if let (Some(at), false) = (random.last, told.photos.is_empty()) {
        let id = told.photos[at % told.photos.len()];
        let scope = care::Scope::Photo(id);
        let wish = care::Wish { scope, how_long: care::HowLong::Never };
        let away = keep_away(&house.store, owner, wish, now().date(), &now()).unwrap().unwrap();
        prop_assert!(photo(&house.store, owner, id, now().date()).unwrap().is_none());
        prop_assert!(!seen(house, owner, &told).contains(&id));
        lift(&house.store, owner, away, now().timestamp()).unwrap();
    }
    // Taking everything back brings everything back, at once: nothing was inferred and nothing was lost.
    for (id, ..) in wishes {
        lift(&house.store, owner, id, now().timestamp()).unwrap();
    }
    for id in made {
        remove_loss(&house.store, owner, id, now().timestamp()).unwrap();
    }
    prop_assert_eq!(seen(house, owner, &told), nothing_said);
    Ok(())
}

/// The photos that a look at everything shows.
fn seen(house: &House, viewer: Viewer, told: &Told) -> Vec<PhotoId> {
    look(&house.store, viewer, now().date(), |view| {
        Ok(told.photos.iter().copied().filter(|id| view.shows(*id)).collect())
    })
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
fn a_part_whose_time_is_over_counts_no_more_and_time_softens_nothing_else() {
    let part =
        Part { of: care::PartOf::People, want: care::Want::KeepAway, until: Some("2026-09-28".parse().unwrap()) };
    assert!(part.counts_on("2026-09-27".parse().unwrap()));
    assert!(!part.counts_on("2026-09-28".parse().unwrap()));
    assert!(Part::of(care::PartOf::People, care::Want::KeepAway).counts_on(Date::MAX));
}
