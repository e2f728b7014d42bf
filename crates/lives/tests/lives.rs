//! What every life and every policy holds, whatever the seed.

use lives::policies::{Everything, NoPolicy, Perennial, all};
use lives::{
    Calendar, Life, LossKind, Met, MomentKind, Named, Owners, Policy, Reason, Rules, Run, Signs, Tally, Unanswered,
    Way, days, live, lived, proportion, seed_of,
};

const SEED: u64 = 4;
const FEW: u64 = 24;

fn assumed() -> Vec<Run> {
    all().into_iter().map(Run::assumed).collect()
}

/// Lives under Perennial, as owners are.
fn under(rules: Rules, owners: Owners) -> Vec<Tally> {
    live(SEED, FEW, &[Run { policy: Named::perennial("", rules), owners }], 2).remove(0)
}

fn some() -> impl Iterator<Item = Life> {
    (0..FEW).map(|number| Life::born(seed_of(SEED, number)))
}

#[test]
fn a_life_is_the_same_for_the_same_seed_and_another_for_another() {
    assert_eq!(Life::born(1), Life::born(1));
    assert_ne!(Life::born(1).moments, Life::born(2).moments);
}

#[test]
fn people_are_in_pictures_only_while_they_are_there_to_be_photographed() {
    for life in some() {
        for moment in &life.moments {
            for id in &moment.there {
                let person = life.person(*id);
                assert!(
                    person.from <= moment.true_day && moment.true_day <= person.until,
                    "{person:?} on {}",
                    moment.true_day
                );
            }
        }
    }
}

#[test]
fn every_date_lies_in_the_life_and_ids_are_places_in_their_lists() {
    for life in some() {
        assert!((3_600..=7_310).contains(&(life.last - life.first)), "10 to 20 years");
        assert!(life.first < life.joined && life.joined < life.last);
        for (at, moment) in life.moments.iter().enumerate() {
            assert_eq!(moment.id.0, at as i64);
            assert!((life.first..=life.last).contains(&moment.day));
            assert!((life.first..=life.last).contains(&moment.true_day));
            assert!(!moment.photos.is_empty());
            for photo in life.photos_of(moment) {
                assert_eq!(life.photo(photo.id), photo);
                assert_eq!(photo.moment, moment.id);
                assert_eq!(photo.at_ms.div_euclid(86_400_000), moment.day);
            }
        }
        assert!(life.moments.is_sorted_by_key(|moment| moment.day));
    }
}

#[test]
fn what_was_lost_is_lost() {
    for life in some() {
        assert!(life.losses.len() <= 3);
        for loss in &life.losses {
            assert!(loss.from <= loss.day && loss.day <= loss.until);
            assert!((life.first..=life.last).contains(&loss.day));
        }
        for tie in life.photos.iter().flat_map(|photo| &photo.ties) {
            assert!(tie.loss < life.losses.len());
        }
    }
}

#[test]
fn a_face_hurts_only_after_it_was_lost_and_only_where_it_was() {
    for life in some() {
        for photo in &life.photos {
            for tie in photo.ties.iter().filter(|tie| tie.way == Way::Face) {
                let loss = &life.losses[tie.loss];
                let who = loss.person.expect("a face belongs to somebody");
                assert!(life.moment(photo.moment).there.contains(&who));
                assert_eq!(life.hurts(photo.id, life.losses.iter().map(|loss| loss.day).min().unwrap() - 1), None);
            }
        }
    }
}

#[test]
fn much_is_missing_of_what_a_program_would_want_to_know() {
    let lives: Vec<Life> = some().collect();
    let photos = || lives.iter().flat_map(|life| &life.photos);
    let part = |holds: &dyn Fn(&&lives::Photo) -> bool| photos().filter(holds).count() as f64 / photos().count() as f64;
    assert!((0.3..0.75).contains(&part(&|photo| photo.position.is_some())));
    assert!(part(&|photo| photo.words.is_empty()) > 0.8);
    let misdated = |life: &Life| life.moments.iter().filter(|moment| moment.day != moment.true_day).count();
    assert!(lives.iter().map(misdated).sum::<usize>() > 0);
}

#[test]
fn nothing_younger_than_300_days_returns_and_no_more_than_twelve_moments_a_day() {
    for life in some() {
        for (day, memories) in days(&life) {
            let moments = memories.iter().filter_map(|returning| match returning.memory.reason {
                Reason::OnThisDay(moment) => Some(moment),
                Reason::Birthday(_) => None,
            });
            let moments: Vec<_> = moments.collect();
            assert!(moments.len() <= memories::MOST_MEMORIES);
            assert!(moments.iter().all(|moment| life.moment(*moment).day <= day - memories::REST_DAYS));
            for returning in &memories {
                assert!((1..=memories::MOST_PHOTOS).contains(&returning.memory.photos.len()));
                assert!(!(returning.dear && returning.hurts.iter().any(Option::is_some)));
            }
        }
    }
}

#[test]
fn doing_nothing_surprises_in_lives_with_a_loss_and_never_in_others() {
    let (mut with, mut without) = (0, 0);
    for life in some() {
        let tally = lived(&life, &days(&life), &mut NoPolicy, &Owners::ASSUMED);
        assert_eq!((tally.kept, tally.openly, tally.asks, tally.actions), (tally.joys, tally.joys, 0, 0));
        if life.losses.is_empty() {
            assert_eq!(tally.surprises, 0);
            without += 1;
        } else {
            with += tally.surprises;
        }
    }
    assert!(with > 0 && without > 0, "{with} {without}");
}

#[test]
fn hiding_everything_has_no_surprises_and_no_joy() {
    let everything = Named::new("everything", |_| Box::new(Everything));
    for tally in &live(SEED, FEW, &[Run::assumed(everything)], 2)[0] {
        assert_eq!((tally.surprises, tally.kept, tally.asks), (0, 0, 0));
        assert!(tally.joys > 0);
    }
}

#[test]
fn no_policy_surprises_more_than_none_and_none_shows_joy_that_is_not_there() {
    let all = all();
    let lived = live(SEED, FEW, &assumed(), 2);
    for (policy, tallies) in all.iter().zip(&lived) {
        for (tally, none) in tallies.iter().zip(&lived[0]) {
            assert!(tally.surprises <= none.surprises, "{}", policy.name);
            assert!(tally.openly <= tally.kept && tally.card_days <= tally.asks, "{}", policy.name);
            assert!(tally.kept <= tally.joys && tally.joys == none.joys, "{}", policy.name);
            assert_eq!(tally.by_way.iter().sum::<u32>(), tally.surprises);
            assert_eq!(tally.by_kind.iter().sum::<u32>(), tally.surprises);
            assert_eq!(tally.by_willing.iter().sum::<u32>(), tally.surprises);
        }
    }
}

#[test]
fn lives_do_not_depend_on_how_many_threads_live_them() {
    let one = live(SEED, 6, &assumed(), 1);
    assert_eq!(one, live(SEED, 6, &assumed(), 3));
    let pairs: Vec<(f64, f64)> = one[0].iter().map(|tally| (f64::from(tally.surprises), tally.years)).collect();
    assert!(proportion(&pairs).value.is_finite());
}

#[test]
fn what_belongs_to_a_loss_is_never_called_a_joy() {
    for life in some() {
        let tender = life.moments.iter().filter(|moment| moment.kind == MomentKind::Tender);
        assert!(tender.into_iter().all(|moment| !life.dear(moment.id)));
    }
}

#[test]
fn perennial_without_caution_asks_nothing_of_whom_it_was_told_nothing() {
    let mut nothing_said = 0;
    for life in some() {
        let mut perennial = Perennial::new(&life, Rules { signs: Signs::NONE, ..Rules::default() });
        for (today, memories) in days(&life) {
            for returning in memories {
                assert_eq!(perennial.meets(&life, today, &returning.memory), Met::shown(&returning.memory));
                nothing_said += 1;
            }
        }
    }
    assert!(nothing_said > 0);
}

#[test]
fn perennial_says_nothing_on_a_day_that_returns_and_shows_no_face_of_whom_it_was_told() {
    let mut told = 0;
    for life in some() {
        let Some(at) = life.losses.iter().position(|loss| loss.kind == LossKind::Death && loss.person.is_some()) else {
            continue;
        };
        let loss = &life.losses[at];
        let who = loss.person.unwrap();
        let mut perennial = Perennial::new(&life, Rules::default());
        assert_eq!(perennial.told(&life, at, loss.day), 1);
        let year = |day: i64| model::day_from_number(day).unwrap();
        for (today, memories) in days(&life).into_iter().filter(|(today, _)| *today > loss.day) {
            let same_day = (year(today).month(), year(today).day()) == (year(loss.day).month(), year(loss.day).day());
            for returning in memories {
                let met = perennial.meets(&life, today, &returning.memory);
                assert!(!same_day || met == Met::withheld());
                for (bit, photo) in returning.memory.photos.iter().enumerate() {
                    assert!(!life.photo(*photo).tagged.contains(&who) || met.shown >> bit & 1 == 0);
                }
                told += 1;
            }
        }
    }
    assert!(told > 0);
}

#[test]
fn no_week_has_more_than_two_days_with_a_card_and_what_does_not_fit_waits() {
    let (mut cards, mut waiting) = (0, 0);
    for life in some() {
        let days = days(&life);
        let calendar = Calendar::of(&days);
        let mut perennial = Perennial::new(&life, Rules::default());
        let mut weeks: std::collections::HashMap<i64, u32> = std::collections::HashMap::new();
        for (today, _) in &days {
            let met = perennial.day(&life, *today, &calendar);
            let of_week = weeks.entry((today + 3).div_euclid(7)).or_default();
            *of_week += u32::from(met.iter().any(|met| met.veiled != 0));
            waiting += met.iter().filter(|met| met.waits != 0).count();
        }
        assert!(weeks.values().all(|days| *days <= 2), "{weeks:?}");
        cards += weeks.values().sum::<u32>();
    }
    assert!(cards > 0 && waiting > 0, "{cards} {waiting}");
}

#[test]
fn fewer_card_days_show_no_more_and_nothing_else() {
    let all = under(Rules { card_days: 7, ..Rules::default() }, Owners::SILENT);
    let none = under(Rules { card_days: 0, ..Rules::default() }, Owners::SILENT);
    for (all, none) in all.iter().zip(&none) {
        assert_eq!((none.card_days, none.surprises, none.openly), (0, all.surprises, all.openly));
        assert_eq!(none.waiting, all.asks + all.waiting);
    }
    assert!(all.iter().any(|tally| tally.card_days > 0));
}

#[test]
fn who_answers_that_there_is_nothing_is_not_asked_by_absence() {
    let owners = Owners { answer: 1.0, ..Owners::SILENT };
    let nothing_lost: Vec<bool> = some().map(|life| life.losses.is_empty()).collect();
    let asks = |rules| {
        let tallies = under(rules, owners);
        let of = tallies.iter().zip(&nothing_lost).filter(|(_, nothing)| **nothing);
        of.map(|(tally, _)| tally.asks + tally.waiting).sum::<u32>()
    };
    let (counted, not) = (asks(Rules::default()), asks(Rules { nothing_now_counts: false, ..Rules::default() }));
    assert!(counted < not, "{counted} {not}");
}

#[test]
fn who_presses_nothing_now_unread_is_hurt_more_than_who_leaves_the_question() {
    let of = |others| -> u32 {
        under(Rules::default(), Owners { others, ..Owners::SILENT }).iter().map(|tally| tally.surprises).sum()
    };
    assert!(of(Unanswered::NothingNow) > of(Unanswered::Left));
}
