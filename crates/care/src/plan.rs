//! The day plan: everything that one person may meet on one day. Pages, command line and API render it and nothing else.

use std::collections::HashMap;

use jiff::civil::Date;
use library::Photo;
use memories::{Candidate, MOST_MEMORIES, MOST_PHOTOS, Moment, Reason};
use model::PhotoId;

use crate::veil::Card;
use crate::verdicts::Asks;
use crate::{Cleared, Hard, Veil, Verdicts};

/// What the library offers for a day.
#[derive(Clone, Debug, Default)]
pub struct Offered {
    /// What could return, in the order in which it would be met.
    pub candidates: Vec<Candidate>,
    /// The photos that the candidates picked.
    pub photos: Vec<Photo>,
}

/// Everything that one person may meet on one day, in the order in which they meet it.
#[derive(Debug, PartialEq)]
pub struct DayPlan {
    /// The day.
    pub day: Date,
    /// What returns on it.
    pub memories: Vec<Cleared<Memory>>,
    /// That something waits to be asked for, whatever it is and however much: one card that tells nothing.
    pub card: Option<Card>,
    /// Why nothing is offered on it, where that is somebody's wish.
    pub quiet: Option<Quiet>,
    /// What has to be before anything is offered on any day.
    pub waits: Option<Waits>,
}

/// What has to be before anything is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// The viewer was not asked yet whether there is somebody, or a time, that they would rather not meet unasked.
    FirstVisit,
    /// Photos come in, and more of them may say that something is to be asked about.
    ComingIn,
}

/// Why nothing is offered on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quiet {
    /// Its owner asked for tender days.
    Tender {
        /// The first day on which something may be offered again.
        until: Date,
    },
    /// It is a hard day.
    Hard {
        /// What makes it one.
        days: Vec<Hard>,
        /// Whether something was picked for it, to be opened by its owner.
        picked: bool,
    },
}

impl DayPlan {
    /// A day on which nothing is offered.
    pub(crate) fn quiet(day: Date, quiet: Quiet) -> Self {
        Self { quiet: Some(quiet), ..Self::empty(day) }
    }

    /// A day that has to wait.
    pub(crate) fn waiting(day: Date, waits: Waits) -> Self {
        Self { waits: Some(waits), ..Self::empty(day) }
    }

    fn empty(day: Date) -> Self {
        Self { day, memories: Vec::new(), card: None, quiet: None, waits: None }
    }
}

/// A memory as it may be shown.
#[derive(Debug, PartialEq)]
pub struct Memory {
    /// Why it returns.
    pub reason: Reason,
    /// The moment that returns, counting only the photos that may be shown; `None` for a memory that is gathered from many.
    pub moment: Option<Moment>,
    /// Some of its photos, in order of time. Never empty.
    pub photos: Vec<Cleared<Photo>>,
    /// How many photos it has in all, of those that may be shown.
    pub of: u32,
}

/// Makes the day plan out of what the library offers and what care answered. Pure: it knows no clock, no database and no page.
///
/// What is held leaves no trace: no gap, no count, no card. A photo that could not be loaded is not shown either.
pub fn day_plan(day: Date, offered: Offered, verdicts: &Verdicts) -> DayPlan {
    let photos: HashMap<PhotoId, Photo> = offered.photos.into_iter().map(|photo| (photo.id, photo)).collect();
    let memories = offered.candidates.into_iter().filter_map(|candidate| memory(candidate, &photos, verdicts));
    let memories: Vec<Cleared<Memory>> = memories.take(MOST_MEMORIES).map(Cleared::of).collect();
    DayPlan { memories, ..DayPlan::empty(day) }
}

/// What is asked about first, one veil for each year (what else there is of that year waits behind it), with the reason; the most
/// careful reasons first.
pub(crate) fn veils(candidates: &[Candidate], verdicts: &Verdicts) -> Vec<(Veil, Asks)> {
    let mut veils: Vec<(Veil, Asks)> = Vec::new();
    for candidate in candidates {
        let (Some(moment), Reason::OnThisDay { years, .. }) = (&candidate.moment, &candidate.reason) else { continue };
        let Some(asks) = verdicts.reason(moment.id) else { continue };
        match veils.iter_mut().find(|(veil, _)| veil.years == Some(*years)) {
            Some((_, known)) => *known = asks.min(*known),
            None => veils.push((Veil::of_moment(moment.id, Some(*years)), asks)),
        }
    }
    veils.sort_by_key(|(_, asks)| *asks);
    veils
}

fn memory(candidate: Candidate, photos: &HashMap<PhotoId, Photo>, verdicts: &Verdicts) -> Option<Memory> {
    if verdicts.holds_whole(&candidate) {
        return None;
    }
    let Candidate { reason, mut moment, picks } = candidate;
    let free = |photo: &Photo| !verdicts.waits(photo.id) && photo.not_shown.is_none() && photo.removed_ms.is_none();
    let mut shown: Vec<(i64, Photo)> = picks
        .iter()
        .filter_map(|pick| Some((pick.place, photos.get(&pick.photo).filter(|photo| free(photo))?.clone())))
        .take(MOST_PHOTOS)
        .collect();
    shown.sort_by_key(|(place, _)| *place);
    let of = match &mut moment {
        Some(moment) => {
            moment.photos = verdicts.shown_of(moment.id);
            moment.photos
        }
        None => shown.len() as u32,
    };
    let photos: Vec<Cleared<Photo>> = shown.into_iter().map(|(_, photo)| Cleared::of(photo)).collect();
    (!photos.is_empty()).then_some(Memory { reason, moment, photos, of })
}
