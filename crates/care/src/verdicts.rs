//! What one viewer may not see on one day, out of what is about to be shown: what is held, and what is asked about first.

mod everywhere;

use std::collections::{HashMap, HashSet};

use circle::Viewer;
use jiff::civil::Date;
use memories::{Candidate, MOST_MEMORIES, MOST_PHOTOS, Member, ObservanceId, Reason, contents, moments_holding};
use model::{MomentId, PersonId, PhotoId};
use store::{StoreError, Tx};

use crate::caution::{TenderPhotos, is_tender, put_away_before, signals};
use crate::evidence::evidence_of;
use crate::precedence::precedence;
use crate::reach::{Reach, standing, wanted_by_parts};
use crate::settings::settings;
use crate::want::{Precedence, Verdict, verdict};
use crate::wishes::{Said, any, said};

pub(crate) use everywhere::{held_and_tender, held_everywhere};

/// What may not be shown. Everything that is not in here is cleared, so whoever fills it looks at everything that is to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdicts {
    /// Held or veiled.
    photos: HashSet<PhotoId>,
    /// Those of them that are asked about first.
    veiled: HashSet<PhotoId>,
    /// Moments of which nothing may be shown.
    moments: HashSet<MomentId>,
    /// Moments of which something is asked about first.
    asked: HashSet<MomentId>,
    /// What may be shown of them, though not by itself.
    beside: HashSet<PhotoId>,
    birthdays: HashSet<PersonId>,
    observances: HashSet<ObservanceId>,
    /// How many photos of each moment may not be shown, for counts that do not tell.
    counts: HashMap<MomentId, u32>,
}

impl Verdicts {
    /// Whether that photo may not be shown: it is held or asked about first.
    pub fn photo(&self, id: PhotoId) -> bool {
        self.photos.contains(&id)
    }

    /// What is said of that photo.
    pub fn verdict(&self, id: PhotoId) -> Verdict {
        match (self.photos.contains(&id), self.veiled.contains(&id)) {
            (false, _) => Verdict::Cleared,
            (true, true) => Verdict::Veiled,
            (true, false) => Verdict::Held,
        }
    }

    /// Whether nothing of that moment may be shown.
    pub fn moment(&self, id: MomentId) -> bool {
        self.moments.contains(&id)
    }

    /// Whether anything of that moment is asked about first: then it comes back, whole, only when it is opened. What surrounds what
    /// hurts hurts too (Pinter et al. 2019).
    pub fn asks(&self, id: MomentId) -> bool {
        self.asked.contains(&id)
    }

    /// Whether the birthdays of that person are held.
    pub fn birthday(&self, id: PersonId) -> bool {
        self.birthdays.contains(&id)
    }

    /// Holds the memories of those days of the calendar.
    pub(crate) fn without(mut self, observances: Vec<ObservanceId>) -> Self {
        self.observances.extend(observances);
        self
    }

    /// Every photo that may not be shown.
    pub(crate) fn photos(&self) -> &HashSet<PhotoId> {
        &self.photos
    }

    /// Every photo that is asked about first.
    pub(crate) fn veiled(&self) -> &HashSet<PhotoId> {
        &self.veiled
    }

    /// Whether that photo comes in no memory by itself: it may not be shown, or is of a moment that is asked about.
    pub(crate) fn waits(&self, id: PhotoId) -> bool {
        self.photo(id) || self.beside.contains(&id)
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
        let away = match candidate.reason {
            Reason::Birthday { person, .. } => self.birthday(person),
            Reason::Observance { observance, .. } => self.observances.contains(&observance),
            Reason::OnThisDay { .. } => false,
        };
        away || candidate.moment.as_ref().is_some_and(|moment| self.moment(moment.id) || self.asks(moment.id))
    }

    /// How many photos of that moment may not be shown.
    pub fn count_in(&self, id: MomentId) -> u32 {
        self.counts.get(&id).copied().unwrap_or_default()
    }

    /// Weighs what was said of photos, of which some are in moments; `tender` says of which signs say that they may be.
    fn weigh(
        said: &Said,
        levels: &HashMap<PhotoId, Precedence>,
        members: &[Member],
        loose: impl Iterator<Item = PhotoId>,
        tender: impl Fn(PhotoId, Option<MomentId>) -> bool,
    ) -> Self {
        let mut held = Self { birthdays: said.birthdays.iter().copied().collect(), ..Self::default() };
        let mut shown: HashSet<MomentId> = HashSet::new();
        for member in members {
            let said = levels.get(&member.photo).copied().unwrap_or_default();
            let verdict = verdict(said, tender(member.photo, Some(member.moment)));
            held.keep(member.photo, verdict);
            match verdict {
                Verdict::Cleared => {
                    shown.insert(member.moment);
                    continue;
                }
                Verdict::Veiled => held.asked.insert(member.moment),
                Verdict::Held => false,
            };
            *held.counts.entry(member.moment).or_default() += 1;
        }
        held.beside = members.iter().filter(|m| held.asked.contains(&m.moment)).map(|m| m.photo).collect();
        held.moments = held.counts.keys().copied().filter(|moment| !shown.contains(moment)).collect();
        let members: HashSet<PhotoId> = members.iter().map(|member| member.photo).collect();
        for photo in loose.filter(|photo| !members.contains(photo)) {
            held.keep(photo, verdict(levels.get(&photo).copied().unwrap_or_default(), tender(photo, None)));
        }
        held
    }

    fn keep(&mut self, photo: PhotoId, verdict: Verdict) {
        match verdict {
            Verdict::Cleared => return,
            Verdict::Veiled => self.veiled.insert(photo),
            Verdict::Held => true,
        };
        self.photos.insert(photo);
    }
}

/// Looks up what this viewer may not see on `day` among those moments (with the day each began), those photos (with the day each
/// was taken) and those people's birthdays, in a few queries however large the library is.
pub(crate) fn held(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    day: Date,
    moments: &[(MomentId, i64)],
    loose: &[(PhotoId, i64)],
    birthdays: &[PersonId],
) -> Result<Verdicts, StoreError> {
    weighed(tx, viewer, (None, day), moments, loose, birthdays)
}

/// The same for what could return on the first of the days, for whoever looks on the second. The more careful of both: what is put
/// away today is not met by looking ahead, nor by looking back; and a day on which something was put away before makes everything
/// tender that returns on it.
pub(crate) fn held_on(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (returns, today): (Date, Date),
    moments: &[(MomentId, i64)],
    loose: &[(PhotoId, i64)],
    birthdays: &[PersonId],
) -> Result<Verdicts, StoreError> {
    weighed(tx, viewer, (Some(returns), today), moments, loose, birthdays)
}

fn weighed(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (returns, today): (Option<Date>, Date),
    moments: &[(MomentId, i64)],
    loose: &[(PhotoId, i64)],
    birthdays: &[PersonId],
) -> Result<Verdicts, StoreError> {
    let day = returns.map_or(today, |returns| returns.min(today));
    let (wishes, caution) = (any(tx, viewer, day)?, settings(tx, viewer)?.caution);
    let mut reaches = standing(tx, viewer)?;
    if !wishes && !caution && reaches.is_empty() {
        return Ok(Verdicts::default());
    }
    let loose_ids: Vec<PhotoId> = loose.iter().map(|(photo, _)| *photo).collect();
    let (mut moment_ids, mut began): (Vec<MomentId>, Vec<(MomentId, i64)>) =
        (moments.iter().map(|(moment, _)| *moment).collect(), moments.to_vec());
    for moment in moments_holding(tx, viewer, &loose_ids)? {
        if !moment_ids.contains(&moment) {
            moment_ids.push(moment);
            let day = memories::moment(tx, viewer, moment)?.map(|m| model::day_number(m.day));
            began.extend(day.map(|day| (moment, day)));
        }
    }
    let members = contents(tx, viewer, &moment_ids)?;
    let said = match wishes {
        true => said_among(tx, viewer, day, &members, &began, loose, birthdays)?,
        false => Said::default(),
    };
    let mut levels = precedence(&said, &members, &began, loose);
    let (mut tender, mut before) = (TenderPhotos::default(), false);
    if caution || !reaches.is_empty() {
        let wanted = |word: &str| (caution && is_tender(word)) || reaches.iter().any(|reach| reach.wants_word(word));
        let facts = evidence_of(tx, viewer, &members, &loose_ids, wanted)?;
        reaches.iter_mut().for_each(|reach| reach.learn(&facts));
        say_by_parts(&mut levels, &reaches, &facts, day);
        if caution {
            let lost: Vec<PersonId> = reaches.iter().flat_map(|reach| reach.loss().people.iter().copied()).collect();
            let by_itself = returns.map(|_| lost.as_slice());
            tender = TenderPhotos::of(&facts, &signals(tx, viewer, Some(&facts), today, by_itself)?);
            if let Some(returns) = returns {
                before = put_away_before(tx, viewer, returns)?;
            }
        }
    }
    let is_tender = |photo, moment| before || tender.holds(photo, moment);
    Ok(Verdicts::weigh(&said, &levels, &members, loose_ids.into_iter(), is_tender))
}

fn say_by_parts(
    levels: &mut HashMap<PhotoId, Precedence>,
    reaches: &[Reach],
    facts: &[crate::evidence::Evidence],
    day: Date,
) {
    for known in facts {
        if let Some(want) = wanted_by_parts(reaches, known, day) {
            Precedence::say(&mut levels.entry(known.photo).or_default().part, want);
        }
    }
}

fn said_among(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    day: Date,
    members: &[Member],
    began: &[(MomentId, i64)],
    loose: &[(PhotoId, i64)],
    birthdays: &[PersonId],
) -> Result<Said, StoreError> {
    let mut photos: Vec<PhotoId> = members.iter().map(|m| m.photo).chain(loose.iter().map(|(id, _)| *id)).collect();
    let mut days: Vec<i64> = members.iter().map(|m| m.day).chain(began.iter().map(|(_, day)| *day)).collect();
    days.extend(loose.iter().map(|(_, day)| *day));
    photos.sort_unstable();
    photos.dedup();
    days.sort_unstable();
    days.dedup();
    let moments: Vec<MomentId> = began.iter().map(|(moment, _)| *moment).collect();
    // A wish about somebody's birthdays holds for whoever they turned out to be.
    let everybody = library::shown_as(tx, viewer, birthdays)?;
    let born: Vec<PersonId> = everybody.iter().map(|(member, _)| *member).collect();
    let mut said = said(tx, viewer, day, &photos, &moments, &born, &days)?;
    let meant = |person: &PersonId| everybody.iter().find(|(member, _)| member == person).map(|(_, shown)| *shown);
    said.birthdays = said.birthdays.iter().filter_map(meant).collect();
    Ok(said)
}
