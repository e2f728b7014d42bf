//! What wishes say of each photo, at each level.

use std::collections::HashMap;

use memories::{Member, same_picture};
use model::{MomentId, PhotoId};

use crate::evidence::{Evidence, Together};
use crate::want::Want;
use crate::wishes::Said;

/// Spreads what wishes say over photos that are about to be weighed, which are there with everything that belongs together with them.
/// The more careful reading wins:
/// - a wish about a photo goes for the other pictures of its burst too, those of then and those of now;
/// - a wish about a moment goes for whatever moment any of its photos is in, whole, and for what belongs to that though it is not in it;
/// - a wish about a day goes for what was taken on it by any of its dates, and for every moment that began on it;
/// - a welcome is of what was looked at, and spreads to nothing.
pub(crate) fn precedence(said: &Said, members: &[Member], evidence: &mut [Evidence]) {
    if said.is_empty() {
        return;
    }
    let (photos, meant) = (most(said.photos.iter().copied()), most(said.meant.iter().copied()));
    let (meant_by_days, days) = (most(said.meant_by_days.iter().copied()), most(said.days.iter().copied()));
    let spread = Spread::of(said, members, evidence);
    let of_member: HashMap<PhotoId, &Member> = members.iter().map(|member| (member.photo, member)).collect();
    for one in evidence {
        let member = of_member.get(&one.photo).copied();
        let burst = member.and_then(|member| spread.bursts.get(&(member.moment, member.burst)));
        // Nothing is known of it but that it is a member.
        let as_member = member.map(|member| member.day).filter(|_| one.at_ms.is_none());
        let of_days = one.exact_days().chain(as_member).filter_map(|day| days.get(&day)).max();
        let own = || one.moment.iter().chain(&one.belongs_to);
        let of_moment = own().filter_map(|moment| spread.moments.get(moment)).max();
        let together = one.together().filter_map(|shared| spread.together.get(&shared)).max();
        let began = own().filter_map(|moment| spread.began.get(moment)).max();
        one.said.photo = photos.get(&one.photo).max(burst).max(spread.alike.get(&one.photo)).copied();
        one.said.moment = meant.get(&one.photo).max(of_moment).max(together).copied();
        one.said.day = meant_by_days.get(&one.photo).max(of_days).max(began).copied();
    }
}

/// What spreads from what was spoken of to what lies beside it: only what is careful.
struct Spread {
    bursts: HashMap<(MomentId, u32), Want>,
    /// Pictures that are one to the eye with one that was spoken of, though one of both is in no moment.
    alike: HashMap<PhotoId, Want>,
    moments: HashMap<MomentId, Want>,
    /// From photos that belong to something they are not in.
    together: HashMap<Together, Want>,
    /// By the day on which they began.
    began: HashMap<MomentId, Want>,
}

impl Spread {
    fn of(said: &Said, members: &[Member], evidence: &[Evidence]) -> Self {
        let (photos, meant) = (careful(said.photos.iter().copied()), careful(said.meant.iter().copied()));
        let days = careful(said.days.iter().copied());
        let mut spread = Self {
            bursts: HashMap::new(),
            alike: alike(&photos, evidence),
            moments: careful(said.moments.iter().copied()),
            together: HashMap::new(),
            began: HashMap::new(),
        };
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
        for one in evidence {
            let Some(want) = meant.get(&one.photo) else { continue };
            let own = one.moment.is_none().then_some(&one.occasions).into_iter().flatten();
            for occasion in own.chain(one.beside.iter().flat_map(|date| &date.occasions)) {
                raise(&mut spread.together, Together::Occasion(*occasion), *want);
            }
        }
        spread.began = first.into_iter().filter_map(|(moment, day)| Some((moment, *days.get(&day)?))).collect();
        spread
    }
}

/// Bursts are of moments; what is in none may be of one all the same.
fn alike(photos: &HashMap<PhotoId, Want>, evidence: &[Evidence]) -> HashMap<PhotoId, Want> {
    let mut found = HashMap::new();
    for spoken_of in evidence.iter().filter(|one| photos.contains_key(&one.photo)) {
        for other in evidence.iter().filter(|other| other.moment.is_none() || other.moment != spoken_of.moment) {
            let together = || other.together().any(|shared| spoken_of.together().any(|own| own == shared));
            let looks = spoken_of.likeness.zip(other.likeness);
            let pairs = || spoken_of.times().flat_map(|at| other.times().map(move |of| (at, of)));
            let same = |(own, of): (u64, u64)| pairs().any(|(at, time)| same_picture((at, own), (time, of)));
            if other.photo != spoken_of.photo && looks.is_some_and(same) && together() {
                raise(&mut found, other.photo, photos[&spoken_of.photo]);
            }
        }
    }
    found
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
