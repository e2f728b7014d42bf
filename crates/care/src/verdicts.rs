//! What care answers one viewer, for what was weighed for them. Whatever was not weighed is held.

use std::collections::{HashMap, HashSet};

use circle::Viewer;
use memories::{Candidate, MOST_MEMORIES, MOST_PHOTOS, ObservanceId, Reason};
use model::{MomentId, PersonId, PhotoId};

use crate::caution::Sign;
use crate::evidence::{Evidence, weigh};
use crate::want::{Precedence, Verdict};

/// What one viewer may see of what was weighed. It is a list of what is allowed: made without anything it holds everything, and
/// whatever is not in it is held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdicts {
    photos: HashMap<PhotoId, Verdict>,
    /// The last photo of a library that was weighed whole: of those up to it, all were looked at, and what is not in `photos` is
    /// cleared.
    whole_up_to: Option<PhotoId>,
    moments: HashMap<MomentId, OfMoment>,
    /// What is cleared of moments that are asked about: it may be shown, though not by itself.
    beside: HashSet<PhotoId>,
    /// By which signs what is asked about may be tender, of what nothing was said of.
    signs: HashMap<PhotoId, Sign>,
    birthdays: HashMap<PersonId, Verdict>,
    observances: HashMap<ObservanceId, Verdict>,
}

/// How many photos of a moment are what, and by which reason it asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct OfMoment {
    cleared: u32,
    veiled: u32,
    held: u32,
    asks: Option<Asks>,
}

/// Why something is asked about first, the most careful reason first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reasoned {
    /// Its owner said so: by a wish, or by a part of a loss.
    Said,
    /// Words of illness or farewell go with it.
    Words,
    /// It is of the days around a death.
    LastDays,
    /// It may be tender. Why is never said aloud.
    MayBeTender,
}

/// That something is asked about first, and by which reason: of two, the less is the more careful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Asks {
    /// The most careful of the reasons.
    pub rank: Reasoned,
    /// Whether it is asked about only because of somebody whose pictures are kept away: then it waits, and makes no card.
    pub silent: bool,
}

impl Asks {
    /// By which reason a photo asks of which that was said and signs say that.
    fn by(said: Precedence, sign: Option<Sign>) -> Self {
        let Precedence { photo, moment, day, part } = said;
        let rank = match sign {
            _ if photo.or(moment).or(day).or(part).is_some() => Reasoned::Said,
            Some(Sign::Words) => Reasoned::Words,
            Some(Sign::LastDays) => Reasoned::LastDays,
            Some(Sign::MayBeTender | Sign::Silent) | None => Reasoned::MayBeTender,
        };
        Self { rank, silent: rank == Reasoned::MayBeTender && sign == Some(Sign::Silent) }
    }
}

impl Verdicts {
    /// Weighs photos, whose moments are there whole.
    pub(crate) fn of(viewer: Viewer, evidence: &[Evidence]) -> Self {
        let mut verdicts = Self::default();
        for one in evidence {
            let verdict = weigh(one, viewer);
            verdicts.photos.insert(one.photo, verdict);
            if let Some(moment) = one.moment {
                let of = verdicts.moments.entry(moment).or_default();
                // Left out for the sight of somebody, it makes nothing else ask.
                let asks = verdict == Verdict::Veiled && !one.spares_sight;
                *match verdict {
                    Verdict::Cleared => &mut of.cleared,
                    Verdict::Veiled if asks => &mut of.veiled,
                    Verdict::Veiled | Verdict::Held => &mut of.held,
                } += 1;
                if asks {
                    let asks = Asks::by(one.said, one.sign);
                    of.asks = Some(of.asks.map_or(asks, |known| known.min(asks)));
                }
            }
            if let (Verdict::Veiled, Some(sign)) = (verdict, one.sign)
                && Asks::by(one.said, one.sign).rank != Reasoned::Said
            {
                verdicts.signs.insert(one.photo, sign);
            }
        }
        let asked = |one: &&Evidence| one.moment.is_some_and(|moment| verdicts.asks(moment));
        verdicts.beside = evidence.iter().filter(asked).map(|one| one.photo).collect();
        verdicts
    }

    /// Nothing is said of what was not weighed; `last` is the last photo of a library of which everything was looked at.
    pub(crate) fn of_library(last: PhotoId) -> Self {
        Self { whole_up_to: Some(last), ..Self::default() }
    }

    /// Adds what came of a further part of a library that is weighed whole: of what is cleared nothing needs to be kept.
    pub(crate) fn add(&mut self, part: Self) {
        self.photos.extend(part.photos.into_iter().filter(|(_, verdict)| *verdict != Verdict::Cleared));
        self.signs.extend(part.signs);
    }

    /// With those birthdays, of which `away` are put away.
    pub(crate) fn with_birthdays(mut self, asked: &[PersonId], away: &[PersonId]) -> Self {
        let verdict = |person: &PersonId| if away.contains(person) { Verdict::Held } else { Verdict::Cleared };
        self.birthdays.extend(asked.iter().chain(away).map(|person| (*person, verdict(person))));
        self
    }

    /// With those days of the calendar, of which `away` are put away.
    pub(crate) fn with_observances(mut self, asked: &[ObservanceId], away: &[ObservanceId]) -> Self {
        let verdict = |day: &ObservanceId| if away.contains(day) { Verdict::Held } else { Verdict::Cleared };
        self.observances.extend(asked.iter().map(|day| (*day, verdict(day))));
        self
    }

    /// What is answered for that photo.
    pub fn verdict(&self, id: PhotoId) -> Verdict {
        let looked_at = self.whole_up_to.is_some_and(|last| (PhotoId(1)..=last).contains(&id));
        let other = if looked_at { Verdict::Cleared } else { Verdict::Held };
        self.photos.get(&id).copied().unwrap_or(other)
    }

    /// Whether that photo may be shown.
    pub fn shows(&self, id: PhotoId) -> bool {
        self.verdict(id) == Verdict::Cleared
    }

    /// Whether anything of that moment may be shown.
    pub fn shows_some(&self, id: MomentId) -> bool {
        self.shown_of(id) > 0
    }

    /// How many photos of that moment may be shown.
    pub fn shown_of(&self, id: MomentId) -> u32 {
        self.moments.get(&id).map_or(0, |of| of.cleared)
    }

    /// Whether all of that moment may be shown.
    pub(crate) fn shows_all(&self, id: MomentId) -> bool {
        self.moments.get(&id).is_some_and(|of| of.veiled == 0 && of.held == 0)
    }

    /// Whether anything of that moment is asked about first: then it comes back, whole, only when it is opened. What surrounds what
    /// hurts hurts too (Pinter et al. 2019).
    pub fn asks(&self, id: MomentId) -> bool {
        self.moments.get(&id).is_some_and(|of| of.veiled > 0)
    }

    /// Why that moment asks first, by the most careful of its photos' reasons; nothing where it does not ask.
    pub fn reason(&self, id: MomentId) -> Option<Asks> {
        self.moments.get(&id).and_then(|of| of.asks)
    }

    /// Whether the birthdays of that person may be spoken of.
    pub fn tells_birthday(&self, id: PersonId) -> bool {
        let other = if self.whole_up_to.is_some() { Verdict::Cleared } else { Verdict::Held };
        self.birthdays.get(&id).copied().unwrap_or(other) == Verdict::Cleared
    }

    /// The photos with that answer, of those that are not cleared.
    pub(crate) fn with(&self, verdict: Verdict) -> impl Iterator<Item = PhotoId> {
        self.photos.iter().filter(move |(_, said)| **said == verdict).map(|(photo, _)| *photo)
    }

    /// Every photo that was weighed and may not be shown.
    pub(crate) fn not_shown(&self) -> impl Iterator<Item = PhotoId> {
        self.photos.iter().filter(|(_, said)| **said != Verdict::Cleared).map(|(photo, _)| *photo)
    }

    /// The sign by which a photo is asked about of which nothing was said.
    pub(crate) fn sign(&self, id: PhotoId) -> Option<Sign> {
        self.signs.get(&id).copied()
    }

    /// Whether that photo comes in no memory by itself: it may not be shown, or is of a moment that is asked about.
    pub(crate) fn waits(&self, id: PhotoId) -> bool {
        !self.shows(id) || self.beside.contains(&id)
    }

    /// Drops what may not come by itself from candidates, and what is more than a day plan takes: nothing of that needs to be
    /// loaded. Answers of how many candidates nothing was left.
    pub(crate) fn spare(&self, candidates: &mut Vec<Candidate>) -> usize {
        let there = candidates.len();
        candidates.retain_mut(|candidate| {
            candidate.picks.retain(|pick| !self.waits(pick.photo));
            candidate.picks.truncate(MOST_PHOTOS);
            !self.holds_whole(candidate) && !candidate.picks.is_empty()
        });
        let spared = there - candidates.len();
        candidates.truncate(MOST_MEMORIES);
        spared
    }

    /// Whether nothing of a candidate may come by itself: of its moment, of the birthdays of the person it is about,
    /// or of the day of the calendar.
    pub(crate) fn holds_whole(&self, candidate: &Candidate) -> bool {
        let may_come = match candidate.reason {
            Reason::Birthday { person, .. } => self.tells_birthday(person),
            Reason::Observance { observance, .. } => self.observances.get(&observance) == Some(&Verdict::Cleared),
            Reason::OnThisDay { .. } => true,
        };
        let away = |id: MomentId| !self.shows_some(id) || self.asks(id);
        !may_come || candidate.moment.as_ref().is_some_and(|moment| away(moment.id))
    }
}

#[cfg(test)]
mod tests {
    use model::LibraryId;

    use super::*;
    use crate::{Audience, Precedence, Want};

    fn given(photo: i64, moment: i64) -> Evidence {
        let audience = Audience::Library(LibraryId(1));
        Evidence { audience, moment: Some(MomentId(moment)), ..Evidence::of(PhotoId(photo)) }
    }

    #[test]
    fn whatever_was_not_weighed_is_held() {
        let viewer = Viewer::at_the_machine(LibraryId(1), PersonId(1));
        let weighed = Verdicts::of(viewer, &[given(1, 1)]);
        assert!(weighed.shows(PhotoId(1)) && weighed.shows_all(MomentId(1)), "there is something to show");
        for nothing in [Verdicts::default(), Verdicts::of(viewer, &[]), weighed.clone()] {
            assert_eq!(nothing.verdict(PhotoId(2)), Verdict::Held);
            assert!(!nothing.shows_some(MomentId(2)) && !nothing.shows_all(MomentId(2)));
            assert!(!nothing.tells_birthday(PersonId(2)));
            assert!(nothing.waits(PhotoId(2)));
        }
        let whole = Verdicts::of_library(PhotoId(7));
        let of = |id| whole.verdict(PhotoId(id));
        assert_eq!([of(1), of(7)], [Verdict::Cleared; 2], "a library that was weighed whole");
        assert_eq!([of(0), of(8), of(-1), of(i64::MAX)], [Verdict::Held; 4], "and nothing beyond it");
    }

    #[test]
    fn a_moment_asks_by_the_most_careful_of_its_reasons_and_is_silent_only_where_every_one_of_them_is() {
        let viewer = Viewer::at_the_machine(LibraryId(1), PersonId(1));
        let ask = Precedence { part: Some(Want::AskFirst), ..Precedence::default() };
        let welcome = Precedence { moment: Some(Want::Welcome), ..Precedence::default() };
        let nothing = Precedence::default();
        let check = |photos: &[(Precedence, Option<Sign>)], expected: Option<(Reasoned, bool)>| {
            let of = |(at, (said, sign)): (usize, &(Precedence, Option<Sign>))| Evidence {
                said: *said,
                sign: *sign,
                ..given(at as i64 + 1, 1)
            };
            let evidence: Vec<Evidence> = photos.iter().enumerate().map(of).collect();
            let asks = Verdicts::of(viewer, &evidence).reason(MomentId(1));
            assert_eq!(asks.map(|asks| (asks.rank, asks.silent)), expected, "{photos:?}");
        };
        let (words, last, tender, silent) = (Sign::Words, Sign::LastDays, Sign::MayBeTender, Sign::Silent);
        check(&[(nothing, None)], None);
        check(&[(welcome, Some(words))], None);
        check(&[(ask, Some(words)), (nothing, Some(words))], Some((Reasoned::Said, false)));
        check(&[(nothing, Some(last)), (nothing, Some(words))], Some((Reasoned::Words, false)));
        check(&[(nothing, Some(last)), (nothing, Some(silent))], Some((Reasoned::LastDays, false)));
        check(&[(nothing, Some(silent)), (nothing, Some(tender))], Some((Reasoned::MayBeTender, false)));
        check(&[(nothing, Some(silent)), (nothing, None)], Some((Reasoned::MayBeTender, true)));
        check(&[(ask, Some(silent)), (nothing, Some(silent))], Some((Reasoned::Said, false)));
        check(&[(welcome, Some(tender)), (nothing, Some(silent))], Some((Reasoned::MayBeTender, true)));
    }

    #[test]
    fn what_was_not_given_to_a_viewer_is_not_there_whatever_was_said_of_it() {
        let welcome = Precedence { photo: Some(Want::Welcome), ..Precedence::default() };
        let said = |audience| Evidence { audience, said: welcome, ..given(1, 1) };
        let viewer = Viewer::at_the_machine(LibraryId(1), PersonId(1));
        let partner = Viewer::at_the_machine(LibraryId(1), PersonId(2));
        let other = Viewer::at_the_machine(LibraryId(2), PersonId(1));
        let check = |audience, viewer, expected| assert_eq!(weigh(&said(audience), viewer), expected, "{audience:?}");
        check(Audience::Library(LibraryId(1)), viewer, Verdict::Cleared);
        check(Audience::Library(LibraryId(1)), partner, Verdict::Cleared);
        check(Audience::Library(LibraryId(1)), other, Verdict::Held);
        check(Audience::Nobody, viewer, Verdict::Held);
    }
}
