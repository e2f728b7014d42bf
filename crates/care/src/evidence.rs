//! What care weighs a photo by.

use std::collections::{HashMap, HashSet};

use circle::Viewer;
use memories::{Member, contents};
use model::{MomentId, PersonId, PhotoId, PlaceId, Position};
use store::{StoreError, Tx};

/// What care knows of one photo when it weighs it. Plain values: what is said of them is pure.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The photo.
    pub photo: PhotoId,
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
}

impl Evidence {
    /// Nothing but which photo it is.
    pub fn of(photo: PhotoId) -> Self {
        Self {
            photo,
            moment: None,
            days: None,
            at_ms: None,
            people: Vec::new(),
            position: None,
            place: None,
            words: Vec::new(),
            likeness: None,
        }
    }

    /// Whether it was, or may have been, taken within any of those spans of days.
    pub(crate) fn within(&self, spans: &[(i64, i64)]) -> bool {
        self.days.is_some_and(|(first, last)| spans.iter().any(|(from, to)| first <= *to && last >= *from))
    }
}

/// Looks up the facts of photos: of members of moments, and of photos that are in none.
pub(crate) fn evidence_of(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    members: &[Member],
    loose: &[PhotoId],
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<Evidence>, StoreError> {
    let moments: HashMap<PhotoId, MomentId> = members.iter().map(|member| (member.photo, member.moment)).collect();
    let mut ids: Vec<PhotoId> = members.iter().map(|member| member.photo).chain(loose.iter().copied()).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut people = library::people_in(tx, viewer, &ids)?;
    let mut words = library::words_in(tx, viewer, &ids, wanted)?;
    let facts = library::circumstances(tx, viewer, &ids)?.into_iter().map(|known| Evidence {
        photo: known.photo,
        moment: moments.get(&known.photo).copied(),
        days: known.days,
        at_ms: known.at_ms,
        people: people.remove(&known.photo).unwrap_or_default(),
        position: known.position,
        place: known.place,
        words: words.remove(&known.photo).unwrap_or_default(),
        likeness: known.likeness,
    });
    Ok(facts.collect())
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
