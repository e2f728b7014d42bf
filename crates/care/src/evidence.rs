//! What care weighs, and the one way in which it is weighed.

use circle::Viewer;
use memories::OccasionId;
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
    /// What it belongs to beyond that, by the date that is shown.
    pub occasions: Vec<OccasionId>,
    /// Moments that it belongs to though it is not in them: it is hidden, a paper, of a doubtful date, or was of that date before.
    pub belongs_to: Vec<MomentId>,
    /// The first and the last day on which it may have been taken, in days since 1970-01-01.
    pub days: Option<(i64, i64)>,
    /// Local wall-clock milliseconds since 1970-01-01T00:00.
    pub at_ms: Option<i64>,
    /// Whether the hour is known, or only the day, or less.
    pub hour_known: bool,
    /// The dates that count beside that one.
    pub beside: Vec<DatedBeside>,
    /// Who is in it, or was before something was corrected.
    pub people: Vec<PersonId>,
    /// Where it was taken.
    pub position: Option<Position>,
    /// The town.
    pub place: Option<PlaceId>,
    /// Where its files said before that it was taken.
    pub positions_beside: Vec<Position>,
    /// The towns of those.
    pub places_beside: Vec<PlaceId>,
    /// Words of its caption, keywords, albums and file names, and those it had before, folded; only those that matter.
    pub words: Vec<String>,
    /// Perceptual hash.
    pub likeness: Option<u64>,
    /// What was said of it, at each level.
    pub said: Precedence,
    /// The sign by which it, or its moment, may be tender.
    pub sign: Option<Sign>,
    /// Whether it is asked about only for the sight of somebody without whom the days of a loss come: then the rest of its moment
    /// comes as if it were held.
    pub spares_sight: bool,
    /// Whether it is a messenger's copy of what was put away, or what a copy that was put away was made of.
    pub is_a_copy: bool,
}

/// A date that counts beside the one that is shown: what the files say where the owner says otherwise, or what was said before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedBeside {
    /// The first and the last day that it may mean, in days since 1970-01-01.
    pub days: (i64, i64),
    /// Local wall-clock milliseconds since 1970-01-01T00:00.
    pub at_ms: i64,
    /// Whether the hour is known, or only the day, or less.
    pub hour_known: bool,
    /// What it belongs to by that date.
    pub occasions: Vec<OccasionId>,
}

/// What photos share that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Together {
    Moment(MomentId),
    Occasion(OccasionId),
    /// Nothing: a photo by itself.
    Alone(PhotoId),
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
            occasions: Vec::new(),
            belongs_to: Vec::new(),
            days: None,
            at_ms: None,
            hour_known: true,
            beside: Vec::new(),
            people: Vec::new(),
            position: None,
            place: None,
            positions_beside: Vec::new(),
            places_beside: Vec::new(),
            words: Vec::new(),
            likeness: None,
            said: Precedence::default(),
            sign: None,
            spares_sight: false,
            is_a_copy: false,
        }
    }

    /// The day on which it was taken, in days since 1970-01-01; of a date known roughly, its first.
    pub(crate) fn day(&self) -> Option<i64> {
        self.at_ms.map(|at| at.div_euclid(DAY))
    }

    /// The days on which it was taken by each of its dates, in days since 1970-01-01; of a date known roughly, its first.
    pub(crate) fn exact_days(&self) -> impl Iterator<Item = i64> {
        self.times().map(|at| at.div_euclid(DAY))
    }

    /// Whether it was, or may have been, taken within any of those spans of days, by any of its dates.
    pub(crate) fn within(&self, spans: &[(i64, i64)]) -> bool {
        self.all_days().any(|days| is_within(days, spans))
    }

    /// The days that it may be of, by each of its dates.
    pub(crate) fn all_days(&self) -> impl Iterator<Item = (i64, i64)> {
        self.days.into_iter().chain(self.beside.iter().map(|date| date.days))
    }

    /// Its times, by each of its dates.
    pub(crate) fn times(&self) -> impl Iterator<Item = i64> {
        self.at_ms.into_iter().chain(self.beside.iter().map(|date| date.at_ms))
    }

    /// The days of those of its dates of which nobody knows the hour: it may be of any moment of theirs.
    pub(crate) fn rough_days(&self) -> impl Iterator<Item = (i64, i64)> {
        let beside = self.beside.iter().filter(|date| !date.hour_known).map(|date| date.days);
        self.days.filter(|_| !self.hour_known).into_iter().chain(beside)
    }

    /// Where it was taken by whatever its files say, or said before.
    pub(crate) fn positions(&self) -> impl Iterator<Item = Position> {
        self.position.into_iter().chain(self.positions_beside.iter().copied())
    }

    /// The towns of those.
    pub(crate) fn places(&self) -> impl Iterator<Item = PlaceId> {
        self.place.into_iter().chain(self.places_beside.iter().copied())
    }

    /// Everything that it shares with what belongs together with it, by whichever date.
    pub(crate) fn together(&self) -> impl Iterator<Item = Together> {
        let beside = self.beside.iter().flat_map(|date| date.occasions.iter().copied().map(Together::Occasion));
        self.together_as_shown().chain(beside)
    }

    /// The same by the date that is shown alone.
    pub(crate) fn together_as_shown(&self) -> impl Iterator<Item = Together> {
        let moment = self.moment.map(Together::Moment).into_iter();
        let wider = self.occasions.iter().copied().map(Together::Occasion);
        moment.chain(wider).chain([Together::Alone(self.photo)])
    }

    /// The same by those of its dates that are, or may be, within some spans of days.
    pub(crate) fn together_within(&self, spans: &[(i64, i64)]) -> Vec<Together> {
        let mut found = Vec::new();
        if self.days.is_some_and(|days| is_within(days, spans)) {
            found.extend(self.together_as_shown());
        }
        for date in self.beside.iter().filter(|date| is_within(date.days, spans)) {
            found.extend(date.occasions.iter().copied().map(Together::Occasion));
        }
        found
    }
}

/// Whether some days meet any of those spans.
pub(crate) fn is_within((first, last): (i64, i64), spans: &[(i64, i64)]) -> bool {
    spans.iter().any(|(from, to)| first <= *to && last >= *from)
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
