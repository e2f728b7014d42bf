//! DESIGN.md section 3, as properties on random libraries and wishes: what is kept away appears nowhere.
#![allow(clippy::unwrap_used, missing_docs)]

mod asked;

use std::collections::{BTreeMap, BTreeSet};

use asked::{beside, keep_away, lift, look, photo, story, today};
use care::{HowLong, Scope, Wish};
use circle::Viewer;
use model::{MomentId, PhotoId, WishId};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use store::{StoreError, Tx};
use testkit::{House, houses, now, snap};

/// Days of the year on which the random photos lie: few, so that they meet.
const DAYS: [&str; 3] = ["09-27", "09-28", "09-29"];

#[derive(Clone, Debug)]
struct Random {
    /// Year, day, minute, look.
    photos: Vec<(i16, usize, i64, u8)>,
    /// What a wish is about (by index of a photo) and which of the wishes are lifted again.
    wishes: Vec<(u8, usize, bool)>,
    /// Moments that are parted at a photo, or joined with the one after it, after the wishes were made.
    seams: Vec<(bool, usize)>,
}

fn random() -> impl Strategy<Value = Random> {
    // Most are of one part of the day, so that moments have several and can be parted.
    let minute = prop_oneof![3 => 10 * 60_i64..13 * 60, 1 => 0_i64..24 * 60];
    let photo = (2015_i16..2019, 0..DAYS.len(), minute, 0_u8..8);
    let wish = (0_u8..3, any::<usize>(), prop::bool::weighted(0.25));
    let seam = (any::<bool>(), any::<usize>());
    (prop::collection::vec(photo, 1..24), prop::collection::vec(wish, 0..6), prop::collection::vec(seam, 0..4))
        .prop_map(|(photos, wishes, seams)| Random { photos, wishes, seams })
}

/// Everything that any surface of care shows of a day or a moment.
fn everything_shown(house: &House) -> BTreeSet<i64> {
    let (owner, now) = (house.owner(), now().date());
    let mut seen = BTreeSet::new();
    for day in DAYS {
        let plan = today(&house.store, owner, format!("2026-{day}").parse().unwrap(), now).unwrap();
        for memory in &plan.memories {
            assert!(!memory.photos.is_empty() && memory.of as usize >= memory.photos.len());
            seen.extend(memory.photos.iter().map(|p| p.id.0));
        }
    }
    for moment in 1..200 {
        if let Some(story) = story(&house.store, owner, MomentId(moment), now).unwrap() {
            assert_eq!(story.moment.photos as usize, story.photos.len());
            seen.extend(story.photos.iter().map(|p| p.id.0));
        }
    }
    seen
}

fn lived_through(house: &House, random: &Random) -> Result<(), TestCaseError> {
    let owner = house.owner();
    let snaps: Vec<_> = (0..)
        .zip(&random.photos)
        .map(|(i, (year, day, minute, look))| {
            let (hour, minute) = (minute / 60, minute % 60);
            let look = if *look < 4 { u64::from(*look) } else { u64::MAX >> look };
            snap(&format!("{i}.jpg"), &format!("{year}-{}T{hour:02}:{minute:02}", DAYS[*day])).looking(look)
        })
        .collect();
    let ids = house.keep(&snaps);
    let before = everything_shown(house);
    prop_assert_eq!(before.len(), ids.len(), "there is something to show, and all of it is shown somewhere");

    // By wish: a second wish of the same form is the same wish, and is lifted with it.
    let mut holding: BTreeMap<WishId, Vec<i64>> = BTreeMap::new();
    let mut made = Vec::new();
    for (kind, at, lifted) in &random.wishes {
        let id = ids[at % ids.len()];
        let moment = house.store.read(|tx| memories::moments_holding(tx, owner, &[id])).unwrap()[0];
        let day = random.photos[at % ids.len()];
        let lived: jiff::civil::Date = format!("{}-{}", day.0, DAYS[day.1]).parse().unwrap();
        let (scope, meant): (Scope, Vec<i64>) = match kind {
            0 => (Scope::Photo(id), vec![id.0]),
            1 => {
                let members = house.store.read(|tx| memories::contents(tx, owner, &[moment])).unwrap();
                (Scope::Moment(moment), members.iter().map(|m| m.photo.0).collect())
            }
            _ => {
                let same = |(_, p): &(_, &(i16, usize, i64, u8))| (p.0, p.1) == (day.0, day.1);
                let meant = ids.iter().zip(&random.photos).filter(same).map(|(id, _)| id.0).collect();
                (Scope::Day(lived), meant)
            }
        };
        let wish = Wish { scope, how_long: HowLong::Never };
        let made_id = keep_away(&house.store, owner, wish, now().date(), &now()).unwrap().unwrap();
        made.push(made_id);
        if *lifted {
            lift(&house.store, owner, made_id, now().timestamp()).unwrap();
            holding.remove(&made_id);
        } else {
            holding.insert(made_id, meant);
        }
    }
    let away: BTreeSet<i64> = holding.into_values().flatten().collect();
    for (parts, at) in &random.seams {
        let id = ids[at % ids.len()];
        house.store.write(|tx| sew(tx, owner, id, *parts)).unwrap();
    }

    let shown = everything_shown(house);
    let sight: BTreeSet<i64> = look(&house.store, owner, now().date(), |view| {
        Ok(ids.iter().filter(|id| view.shows(**id)).map(|id| id.0).collect())
    })
    .unwrap();
    prop_assert!(shown.is_disjoint(&away), "shown {:?}, away {:?}", shown, away);
    prop_assert!(shown.is_subset(&before));
    for id in &ids {
        let cleared = photo(&house.store, owner, *id, now().date()).unwrap().is_some();
        prop_assert!(!(cleared && away.contains(&id.0)), "{} has a page", id.0);
        prop_assert_eq!(
            cleared,
            shown.contains(&id.0),
            "photo {} is cleared alone but not among others, or the reverse",
            id.0
        );
        prop_assert_eq!(cleared, sight.contains(&id.0), "photo {} alone, and in a look at everything", id.0);
        let beside = beside(&house.store, owner, *id, now().date()).unwrap();
        prop_assert_eq!(cleared, beside.is_some(), "photo {} alone, and among its neighbours", id.0);
        let near = beside.iter().flat_map(|b| [b.before, b.after]).flatten();
        prop_assert!(near.into_iter().all(|near| shown.contains(&near.0)));
    }
    // Lifting everything brings everything back: nothing was inferred and nothing was lost.
    for id in made {
        lift(&house.store, owner, id, now().timestamp()).unwrap();
    }
    prop_assert_eq!(everything_shown(house), before);
    Ok(())
}

/// Parts a moment at a photo, or joins it with the one after it, where that can be done.
fn sew(tx: &mut Tx<'_>, owner: Viewer, id: PhotoId, parts: bool) -> Result<(), StoreError> {
    let Some(here) = memories::member(tx, owner, id)? else { return Ok(()) };
    match (parts, memories::neighbours(tx, owner, here.moment)?.after) {
        (true, _) => memories::part(tx, owner, here).map(drop),
        (false, Some(after)) => memories::join(tx, owner, here.moment, after).map(drop),
        (false, None) => Ok(()),
    }
}

#[test]
fn what_is_kept_away_appears_nowhere_and_lifting_brings_all_of_it_back() {
    let cases = std::env::var("PERENNIAL_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(40);
    let mut runner = TestRunner::new(ProptestConfig { cases, ..ProptestConfig::default() });
    runner
        .run(&random(), |random| {
            let house = House::on_sqlite();
            lived_through(&house, &random)
        })
        .unwrap();
}

#[test]
fn the_same_holds_on_both_engines() {
    let mut runner = TestRunner::new(ProptestConfig { cases: 6, ..ProptestConfig::default() });
    runner.run(&random(), |random| houses().iter().try_for_each(|house| lived_through(house, &random))).unwrap();
}

#[test]
fn a_photo_that_is_away_is_away_by_every_number_somebody_may_guess() {
    let house = House::on_sqlite();
    house.keep(&[snap("a.jpg", "2019-09-28T10:00")]);
    let wish = Wish { scope: Scope::Photo(PhotoId(1)), how_long: HowLong::Never };
    keep_away(&house.store, house.owner(), wish, now().date(), &now()).unwrap();
    for id in [-1, 0, 1, 2, i64::MAX, i64::MIN] {
        assert!(photo(&house.store, house.owner(), PhotoId(id), now().date()).unwrap().is_none());
    }
}
