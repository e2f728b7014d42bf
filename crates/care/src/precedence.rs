//! What wishes say of each photo, at each level.

use std::collections::HashMap;

use memories::Member;
use model::{MomentId, PhotoId};

use crate::evidence::Evidence;
use crate::want::Want;
use crate::wishes::Said;

/// Spreads what wishes say over photos that are about to be weighed, whose moments are there whole with their members. The more
/// careful reading wins:
/// - a wish about a photo goes for the other pictures of its burst too, those of then and those of now;
/// - a wish about a moment goes for whatever moment any of its photos is in, whole;
/// - a wish about a day goes for what was taken on it, and for every moment that began on it;
/// - a welcome is of what was looked at, and spreads to nothing.
pub(crate) fn precedence(said: &Said, members: &[Member], evidence: &mut [Evidence]) {
    if said.is_empty() {
        return;
    }
    let (photos, meant) = (most(said.photos.iter().copied()), most(said.meant.iter().copied()));
    let meant_by_days = most(said.meant_by_days.iter().copied());
    let days = most(said.days.iter().copied());
    let spread = Spread::of(said, members);
    let of_member: HashMap<PhotoId, &Member> = members.iter().map(|member| (member.photo, member)).collect();
    for one in evidence {
        let member = of_member.get(&one.photo).copied();
        let day = member.map(|member| member.day).or(one.day());
        let burst = member.and_then(|member| spread.bursts.get(&(member.moment, member.burst)));
        let moment = member.and_then(|member| spread.moments.get(&member.moment));
        let began = member.and_then(|member| spread.began.get(&member.moment));
        let of_day = day.and_then(|day| days.get(&day));
        one.said.photo = photos.get(&one.photo).max(burst).copied();
        one.said.moment = meant.get(&one.photo).max(moment).copied();
        one.said.day = meant_by_days.get(&one.photo).max(of_day).max(began).copied();
    }
}

/// What spreads from what was spoken of to what lies beside it: only what is careful.
struct Spread {
    bursts: HashMap<(MomentId, u32), Want>,
    moments: HashMap<MomentId, Want>,
    /// By the day on which they began.
    began: HashMap<MomentId, Want>,
}

impl Spread {
    fn of(said: &Said, members: &[Member]) -> Self {
        let (photos, meant) = (careful(said.photos.iter().copied()), careful(said.meant.iter().copied()));
        let days = careful(said.days.iter().copied());
        let mut spread =
            Self { bursts: HashMap::new(), moments: careful(said.moments.iter().copied()), began: HashMap::new() };
        let mut first: HashMap<MomentId, i64> = HashMap::new();
        for member in members {
            if let Some(want) = meant.get(&member.photo) {
                raise(&mut spread.moments, member.moment, *want);
            }
            if let Some(want) = photos.get(&member.photo) {
                raise(&mut spread.bursts, (member.moment, member.burst), *want);
            }
            first.entry(member.moment).and_modify(|day| *day = (*day).min(member.day)).or_insert(member.day);
        }
        spread.began = first.into_iter().filter_map(|(moment, day)| Some((moment, *days.get(&day)?))).collect();
        spread
    }
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
