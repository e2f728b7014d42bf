//! A day of the calendar of observances: those whom it is about, or the same feast, over the years.

mod family;
mod feast;

use std::collections::BTreeSet;

use circle::Viewer;
use jiff::civil::Date;
use library::Relation;
use store::{StoreError, Tx};

use crate::MOST_PHOTOS;
use crate::candidate::Candidate;
use crate::observances::{About, Observance, observances};
use crate::on_this_day::SPARE_PHOTOS;

/// How many photos are offered: more than are shown, to stand in for what care holds.
const MOST_PICKS: usize = MOST_PHOTOS + SPARE_PHOTOS;

pub(crate) fn offer(tx: &mut Tx<'_>, viewer: Viewer, day: Date) -> Result<Vec<Candidate>, StoreError> {
    let mut today: Vec<&Observance> = observances().iter().filter(|o| makes_memories(o) && o.is_on(day)).collect();
    // Most days end here, without a question to the database.
    if today.is_empty() {
        return Ok(Vec::new());
    }
    let countries = circle::countries_of(tx, viewer)?;
    today.retain(|observance| observance.is_kept_in(&countries));
    let mut all: Vec<Candidate> = Vec::new();
    let mut offered = BTreeSet::new();
    for (at, observance) in today.iter().enumerate() {
        // Two countries may keep the same day; it is met once.
        if today[..at].iter().any(|earlier| alike(earlier, observance)) {
            continue;
        }
        let mut memory = match relations(observance.about) {
            [] => feast::over_the_years(tx, viewer, observance, day)?,
            relations => family::over_the_years(tx, viewer, observance, relations, day)?,
        };
        // Two feasts may be on one day under two names; their photos are met once too.
        if let Some(memory) = &mut memory {
            memory.picks.retain(|pick| offered.insert(pick.photo));
        }
        all.extend(memory.filter(|memory| !memory.picks.is_empty()));
    }
    Ok(all)
}

/// A feast on a fixed day makes no memory of its own: its moments are those of this day of the year, which return already.
/// Days of the dead, of those who mourn, and of nobody in particular make none either; some matter to care.
fn makes_memories(observance: &Observance) -> bool {
    match observance.about {
        About::Feast => !observance.rule.is_fixed(),
        about => !relations(about).is_empty(),
    }
}

/// Whether two observances would show the same: the same people, or a feast of the same name.
fn alike(a: &Observance, b: &Observance) -> bool {
    match (relations(a.about), relations(b.about)) {
        ([], []) => a.name == b.name,
        (a, b) => a == b,
    }
}

/// What those whom a day is about are to the owner. Only what the owner said counts: somebody's "child" may be a son or a
/// daughter, and is neither where it was not said.
fn relations(about: About) -> &'static [Relation] {
    use Relation as R;
    match about {
        About::Mothers => &[R::Mother],
        About::Fathers => &[R::Father],
        About::Parents => &[R::Parent, R::Mother, R::Father],
        About::Grandparents => &[R::Grandparent, R::Grandmother, R::Grandfather],
        About::Grandmothers => &[R::Grandmother],
        About::Grandfathers => &[R::Grandfather],
        About::Children => &[R::Child, R::Daughter, R::Son],
        About::Sons => &[R::Son],
        About::Daughters => &[R::Daughter],
        About::Siblings => &[R::Sibling, R::Sister, R::Brother],
        About::Sisters => &[R::Sister],
        About::Brothers => &[R::Brother],
        About::Families => &[R::Partner, R::Child, R::Daughter, R::Son, R::Parent, R::Mother, R::Father],
        About::Couples => &[R::Partner],
        About::Friends => &[R::Friend],
        About::Women | About::Men | About::Feast => &[],
        About::Dead | About::BabyLoss | About::BereavedParents | About::Bereaved => &[],
    }
}
