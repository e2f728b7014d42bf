//! What a day brings back, reckoned before anything is shown: for the plan of a day, and for what is ahead.

use circle::Viewer;
use jiff::civil::Date;
use memories::{Candidate, MOST_MEMORIES, Reason, candidates, stand_ins};
use model::PhotoId;
use store::{StoreError, Tx};

use crate::Veil;
use crate::plan::{DayPlan, Offered, day_plan, veils};
use crate::redact::redact;
use crate::verdicts::{Asks, Reasoned, Verdicts};
use crate::weighing::Weighing;
use crate::wishes::observances_away;

/// What a day brings without a hard day or a tender one.
pub(crate) struct Reckoned {
    brings: Offered,
    verdicts: Verdicts,
    /// What waits to be asked for, the most careful reasons first.
    waits: Vec<(Veil, Asks)>,
    /// How many memories it would have, were nothing asked about or held: no more than a day takes.
    pub(crate) offered: usize,
    /// How many of them are asked about first; of some years one card speaks for several.
    pub(crate) asked: usize,
    /// How many of them are held back.
    pub(crate) held: usize,
}

/// Reckons what a day brings back, whether or not it is a day on which anything is offered.
pub(crate) fn reckoned(tx: &mut Tx<'_>, viewer: Viewer, day: Date, today: Date) -> Result<Reckoned, StoreError> {
    let mut candidates = candidates(tx, viewer, day)?;
    let offered = candidates.len().min(MOST_MEMORIES);
    let verdicts = weighed(tx, viewer, (day, today), &candidates)?;
    let waits = veils(&candidates, &verdicts);
    let asks = |candidate: &&Candidate| candidate.moment.as_ref().is_some_and(|moment| verdicts.asks(moment.id));
    let asked = candidates.iter().filter(asks).count();
    stand_in(tx, viewer, &verdicts, &mut candidates)?;
    let back = verdicts.spare(&mut candidates).saturating_sub(asked);
    for moment in candidates.iter_mut().filter_map(|candidate| candidate.moment.as_mut()) {
        redact(tx, viewer, &verdicts, moment)?;
    }
    let mut ids: Vec<PhotoId> = candidates.iter().flat_map(|c| c.picks.iter().map(|pick| pick.photo)).collect();
    ids.sort_unstable();
    ids.dedup();
    let photos = library::photos(tx, viewer, &ids)?;
    let brings = Offered { candidates, photos };
    let mut reckoned = Reckoned { brings, verdicts, waits, offered, asked: 0, held: 0 };
    // What is beyond what a day takes stays away from nobody.
    let room = offered.saturating_sub(reckoned.plan(day).memories.len());
    reckoned.asked = asked.min(room);
    reckoned.held = back.min(room - reckoned.asked);
    Ok(reckoned)
}

impl Reckoned {
    /// The plan of the day that it was reckoned for, cleared now.
    pub(crate) fn plan(&self, day: Date) -> DayPlan {
        day_plan(day, self.brings.clone(), &self.verdicts)
    }

    /// What waits to be asked for, the most careful reasons first.
    pub(crate) fn waits(&self) -> impl Iterator<Item = &Veil> {
        self.waits.iter().map(|(veil, _)| veil)
    }

    /// The most careful reason of what may have a card; nothing where all that waits is to wait in silence.
    pub(crate) fn reason(&self) -> Option<Reasoned> {
        self.waits.iter().filter(|(_, asks)| !asks.silent).map(|(_, asks)| asks.rank).min()
    }
}

/// A moment whose best photos are put away one by one still has the others.
fn stand_in(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    verdicts: &Verdicts,
    candidates: &mut [Candidate],
) -> Result<(), StoreError> {
    for candidate in candidates.iter_mut().filter(|candidate| !verdicts.holds_whole(candidate)) {
        let Some(moment) = &candidate.moment else { continue };
        if candidate.picks.iter().any(|pick| !verdicts.shows(pick.photo)) {
            candidate.picks = stand_ins(tx, viewer, moment.id, |photo| !verdicts.shows(photo))?;
        }
    }
    Ok(())
}

/// What is answered for candidates for the first of the days, to whoever looks on the second.
fn weighed(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (day, today): (Date, Date),
    candidates: &[Candidate],
) -> Result<Verdicts, StoreError> {
    let (mut moments, mut photos, mut birthdays, mut observances) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for candidate in candidates {
        match &candidate.moment {
            Some(moment) => moments.push(moment.id),
            // Photos that no offered moment brings along: their own moments are looked up.
            None => photos.extend(candidate.picks.iter().map(|pick| pick.photo)),
        }
        match candidate.reason {
            Reason::Birthday { person, .. } => birthdays.push(person),
            Reason::Observance { observance, .. } => observances.push(observance),
            Reason::OnThisDay { .. } => {}
        }
    }
    let verdicts = Weighing::of_return(tx, viewer, (day, today))?.weigh(tx, &moments, &photos, &birthdays)?;
    let away = observances_away(tx, viewer, day.min(today), &observances)?;
    Ok(verdicts.with_observances(&observances, &away))
}
