//! What wishes say of each photo, at each level.

use std::collections::HashMap;

use memories::Member;
use model::{MomentId, PhotoId};

use crate::want::{Precedence, Want};
use crate::wishes::Said;

/// Spreads what wishes say over photos: members of moments, of which some began on known days, and photos of which the day is
/// known. The more careful reading wins:
/// - a wish about a photo goes for the other pictures of its burst too, those of then and those of now;
/// - a wish about a moment goes for whatever moment any of its photos is in, whole;
/// - a wish about a day goes for what was taken on it, and for every moment that began on it;
/// - a welcome is of what was looked at, and spreads to nothing.
pub(crate) fn precedence(
    said: &Said,
    members: &[Member],
    began: &[(MomentId, i64)],
    loose: &[(PhotoId, i64)],
) -> HashMap<PhotoId, Precedence> {
    let mut all: HashMap<PhotoId, Precedence> = HashMap::new();
    if said.is_empty() {
        return all;
    }
    for (photo, want) in &said.photos {
        Precedence::say(&mut all.entry(*photo).or_default().photo, *want);
    }
    for (photo, want) in &said.meant {
        Precedence::say(&mut all.entry(*photo).or_default().moment, *want);
    }
    for (photo, want) in &said.meant_by_days {
        Precedence::say(&mut all.entry(*photo).or_default().day, *want);
    }
    let photos = careful(said.photos.iter().copied());
    let meant = careful(said.meant.iter().copied());
    let days = most(said.days.iter().copied());
    let mut moments = careful(said.moments.iter().copied());
    let mut bursts: HashMap<(MomentId, u32), Want> = HashMap::new();
    for member in members {
        if let Some(want) = meant.get(&member.photo) {
            raise(&mut moments, member.moment, *want);
        }
        if let Some(want) = photos.get(&member.photo) {
            raise(&mut bursts, (member.moment, member.burst), *want);
        }
    }
    let began: HashMap<MomentId, Want> =
        careful(began.iter().filter_map(|(moment, day)| Some((*moment, *days.get(day)?))));
    for member in members {
        let (burst, moment) = (bursts.get(&(member.moment, member.burst)), moments.get(&member.moment));
        let (of_day, of_began) = (days.get(&member.day), began.get(&member.moment));
        if burst.or(moment).or(of_day).or(of_began).is_none() {
            continue;
        }
        let levels = all.entry(member.photo).or_default();
        burst.iter().for_each(|want| Precedence::say(&mut levels.photo, **want));
        moment.iter().for_each(|want| Precedence::say(&mut levels.moment, **want));
        of_day.iter().chain(&of_began).for_each(|want| Precedence::say(&mut levels.day, **want));
    }
    for (photo, day) in loose {
        if let Some(want) = days.get(day) {
            Precedence::say(&mut all.entry(*photo).or_default().day, *want);
        }
    }
    all
}

/// The most careful of what was said of each thing, but for what is only welcome.
fn careful<K: std::hash::Hash + Eq>(said: impl Iterator<Item = (K, Want)>) -> HashMap<K, Want> {
    most(said.filter(|(_, want)| *want != Want::Welcome))
}

fn most<K: std::hash::Hash + Eq>(said: impl Iterator<Item = (K, Want)>) -> HashMap<K, Want> {
    let mut found = HashMap::new();
    said.for_each(|(of, want)| raise(&mut found, of, want));
    found
}

fn raise<K: std::hash::Hash + Eq>(found: &mut HashMap<K, Want>, of: K, want: Want) {
    let known = found.entry(of).or_insert(want);
    *known = (*known).max(want);
}
