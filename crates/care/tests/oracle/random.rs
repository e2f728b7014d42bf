//! Random libraries: few days, people, towns and tags, so that they meet, and what is said of them.

use proptest::prelude::*;

const YEARS: std::ops::Range<i16> = 2018..2021;
/// How many of each there are.
pub(crate) const DAYS: [&str; 3] = ["09-27", "09-28", "09-29"];
pub(crate) const PEOPLE: [&str; 3] = ["Ida", "Bo", "Cy"];
pub(crate) const TOWNS: [(&str, f64, f64); 2] = [("Ember", 40.0, -3.0), ("Fjord", 60.0, 5.0)];
/// The last one has a word that caution takes for tender.
pub(crate) const TAGS: [&str; 3] = ["Blue room", "garden", "Hospital"];
pub(crate) const TENDER_WORD: &str = "hospital";

#[derive(Clone, Debug)]
pub(crate) struct Random {
    pub(crate) photos: Vec<Shot>,
    pub(crate) losses: Vec<Lost>,
    pub(crate) wishes: Vec<Wished>,
    /// Of whom something is said once, and what: as they come, ask first, away for good, until today, until tomorrow.
    pub(crate) people_said: Vec<(usize, u8)>,
    pub(crate) caution: bool,
    /// For how many days, from today, nothing is wanted.
    pub(crate) tender_days: Option<u8>,
    pub(crate) last: Option<usize>,
}

#[derive(Clone, Debug)]
pub(crate) struct Shot {
    pub(crate) year: i16,
    pub(crate) day: usize,
    pub(crate) minute: i64,
    pub(crate) look: u8,
    pub(crate) person: Option<usize>,
    pub(crate) town: Option<usize>,
    pub(crate) tag: Option<usize>,
}

/// What is wanted, for what kind of thing, of which photo, and for how long: each by a number.
#[derive(Clone, Debug)]
pub(crate) struct Wished {
    pub(crate) want: u8,
    pub(crate) of: u8,
    pub(crate) photo: usize,
    pub(crate) how_long: u8,
}

#[derive(Clone, Debug)]
pub(crate) struct Lost {
    pub(crate) day: (i16, usize),
    /// How many days its period lasts; none while it lasts.
    pub(crate) lasts: Option<u16>,
    pub(crate) person: Option<usize>,
    pub(crate) companion: Option<usize>,
    pub(crate) town: Option<usize>,
    pub(crate) tag: Option<usize>,
    pub(crate) example: Option<usize>,
    /// What is taken in, or out; a whole moment, or a photo; which photo.
    pub(crate) chosen: Vec<(bool, bool, usize)>,
    /// Which part, what is wanted for it, and until when: for good, until today, until tomorrow, the same and something else then.
    pub(crate) parts: Vec<(u8, u8, u8)>,
    pub(crate) plan: u8,
    /// Whether it is an illness.
    pub(crate) illness: bool,
    /// Whether its days come without whom it is about.
    pub(crate) without_them: bool,
}

pub(crate) fn random() -> impl Strategy<Value = Random> {
    let maybe = |n: usize| prop::option::weighted(0.6, 0..n);
    // Most are of one part of the day, or around midnight, so that moments have several, and go on into another day.
    let minute = prop_oneof![4 => 10 * 60_i64..13 * 60, 1 => 0_i64..60, 1 => 23 * 60_i64..24 * 60, 1 => 0_i64..24 * 60];
    let photo = (YEARS, 0..DAYS.len(), minute, 0_u8..6, maybe(PEOPLE.len()), maybe(2), maybe(TAGS.len()))
        .prop_map(|(year, day, minute, look, person, town, tag)| Shot { year, day, minute, look, person, town, tag });
    let until = || prop::sample::select(vec![0_u8, 0, 0, 0, 0, 1, 2]);
    // Most are about few photos, so that several are about one.
    let about = prop_oneof![2 => 0..2_usize, 1 => any::<usize>()];
    let wish = (0_u8..3, 0_u8..3, about, until())
        // What is welcome is so until it is taken back.
        .prop_map(|(want, of, photo, how_long)| Wished {
            want,
            of,
            photo,
            how_long: if want == 2 { 0 } else { how_long },
        });
    let all = (
        prop::collection::vec(photo, 1..12),
        prop::collection::vec(lost(until()), 0..3),
        prop::collection::vec(wish, 0..4),
        prop::collection::vec((0..PEOPLE.len(), 0_u8..5), 0..2),
        prop::bool::weighted(0.3),
        prop::option::weighted(0.3, prop::sample::select(vec![1_u8, 3, 7])),
        prop::option::of(any::<usize>()),
    );
    all.prop_map(|(photos, losses, wishes, people_said, caution, tender_days, last)| Random {
        photos,
        losses,
        wishes,
        people_said,
        caution,
        tender_days,
        last,
    })
}

fn lost(until: impl Strategy<Value = u8>) -> impl Strategy<Value = Lost> {
    let maybe = |n: usize| prop::option::weighted(0.6, 0..n);
    let chosen = prop::collection::vec((any::<bool>(), any::<bool>(), any::<usize>()), 0..2);
    let until = (until, 0_u8..2).prop_map(|(until, then)| if until > 0 { until + then * 2 } else { 0 });
    let parts = prop::collection::vec((0_u8..9, 0_u8..3, until), 0..5);
    let who = (
        maybe(PEOPLE.len()),
        maybe(PEOPLE.len()),
        maybe(TOWNS.len()),
        maybe(TAGS.len()),
        prop::option::weighted(0.3, any::<usize>()),
    );
    let kind = (prop::bool::weighted(0.2), prop::bool::weighted(0.3));
    ((YEARS, 0..DAYS.len()), prop::option::weighted(0.8, 0_u16..3), who, chosen, parts, 0_u8..3, kind).prop_map(
        |(day, lasts, (person, companion, town, tag, example), chosen, parts, plan, (illness, without_them))| Lost {
            day,
            lasts,
            person,
            companion,
            town,
            tag,
            example,
            chosen,
            parts,
            plan,
            illness,
            without_them,
        },
    )
}
