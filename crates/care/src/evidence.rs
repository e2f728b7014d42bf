//! What care weighs, and the one way in which it is weighed.

use std::collections::{HashMap, HashSet};

use circle::Viewer;
use memories::{Member, contents};
use model::{MomentId, PersonId, PhotoId, PlaceId, Position};
use store::{StoreError, Tx};

use crate::audience::Audience;
use crate::caution::Sign;
use crate::want::{Precedence, Verdict, verdict};

const DAY: i64 = 86_400_000;

/// All that one photo is weighed by, for one person: whom it was given to, what is known of it, what was said of it and what
/// signs say. Plain values: what comes of them is pure.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The photo.
    pub photo: PhotoId,
    /// Whom it was given to.
    pub audience: Audience,
    /// The moment that it is in.
    pub moment: Option<MomentId>,
    /// The first and the last day on which it may have been taken, in days since 1970-01-01.
    pub days: Option<(i64, i64)>,
    /// Local wall-clock milliseconds since 1970-01-01T00:00.
    pub at_ms: Option<i64>,
    /// Who is in it.
    pub people: Vec<PersonId>,
    /// Where it was taken.
    pub position: Option<Position>,
    /// The town.
    pub place: Option<PlaceId>,
    /// Words of its caption, keywords, albums and file names, folded; only those that matter.
    pub words: Vec<String>,
    /// Perceptual hash.
    pub likeness: Option<u64>,
    /// What was said of it, at each level.
    pub said: Precedence,
    /// The sign by which it, or its moment, may be tender.
    pub sign: Option<Sign>,
}

/// Weighs what there is of a photo for a viewer. First whom it was given to: to everybody else it is not there. Then what was
/// said, and last what signs say.
pub fn weigh(evidence: &Evidence, viewer: Viewer) -> Verdict {
    match evidence.audience.has(viewer) {
        false => Verdict::Held,
        true => verdict(evidence.said, evidence.sign.is_some()),
    }
}

impl Evidence {
    /// Nothing but which photo it is: not even that it was given to anybody.
    pub fn of(photo: PhotoId) -> Self {
        Self {
            photo,
            audience: Audience::Nobody,
            moment: None,
            days: None,
            at_ms: None,
            people: Vec::new(),
            position: None,
            place: None,
            words: Vec::new(),
            likeness: None,
            said: Precedence::default(),
            sign: None,
        }
    }

    /// The day on which it was taken, in days since 1970-01-01; of a date known roughly, its first.
    pub(crate) fn day(&self) -> Option<i64> {
        self.at_ms.map(|at| at.div_euclid(DAY))
    }

    /// Whether it was, or may have been, taken within any of those spans of days.
    pub(crate) fn within(&self, spans: &[(i64, i64)]) -> bool {
        self.days.is_some_and(|(first, last)| spans.iter().any(|(from, to)| first <= *to && last >= *from))
    }
}

/// The members of moments of the viewer's library, with nothing known of them but that.
pub(crate) fn given(viewer: Viewer, members: &[Member]) -> impl Iterator<Item = Evidence> {
    let audience = Audience::Library(viewer.library());
    members.iter().map(move |member| Evidence { audience, moment: Some(member.moment), ..Evidence::of(member.photo) })
}

/// What is known of photos of the viewer's library: of members of moments, and of others. Nobody else's photo is among it.
pub(crate) fn known_of(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    members: &[Member],
    others: &[PhotoId],
) -> Result<Vec<Evidence>, StoreError> {
    let moments: HashMap<PhotoId, MomentId> = members.iter().map(|member| (member.photo, member.moment)).collect();
    let mut ids: Vec<PhotoId> = members.iter().map(|member| member.photo).chain(others.iter().copied()).collect();
    ids.sort_unstable();
    ids.dedup();
    let known = library::circumstances(tx, viewer, &ids)?.into_iter().map(|known| Evidence {
        audience: Audience::Library(viewer.library()),
        moment: moments.get(&known.photo).copied(),
        days: known.days,
        at_ms: known.at_ms,
        position: known.position,
        place: known.place,
        likeness: known.likeness,
        ..Evidence::of(known.photo)
    });
    Ok(known.collect())
}

/// Adds who is in them.
pub(crate) fn add_people(tx: &mut Tx<'_>, viewer: Viewer, evidence: &mut [Evidence]) -> Result<(), StoreError> {
    let ids: Vec<PhotoId> = evidence.iter().map(|one| one.photo).collect();
    let mut people = library::people_in(tx, viewer, &ids)?;
    for one in evidence {
        one.people = people.remove(&one.photo).unwrap_or_default();
    }
    Ok(())
}

/// Adds those of their words that are wanted.
pub(crate) fn add_words(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    evidence: &mut [Evidence],
    wanted: impl Fn(&str) -> bool,
) -> Result<(), StoreError> {
    let ids: Vec<PhotoId> = evidence.iter().map(|one| one.photo).collect();
    let mut words = library::words_in(tx, viewer, &ids, wanted)?;
    for one in evidence {
        one.words = words.remove(&one.photo).unwrap_or_default();
    }
    Ok(())
}

/// Those of some photos that are in none of those moments, in the order in which they came.
pub(crate) fn in_none_of(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    photos: &[PhotoId],
    moments: &[MomentId],
) -> Result<Vec<PhotoId>, StoreError> {
    let grouped: HashSet<PhotoId> = contents(tx, viewer, moments)?.into_iter().map(|member| member.photo).collect();
    Ok(photos.iter().copied().filter(|photo| !grouped.contains(photo)).collect())
}
