//! What somebody says of a loss, made sense of: odd input gets a clear answer and loses nothing.

use circle::Viewer;
use library::words_of;
use model::{MomentId, PersonId};
use store::{StoreError, Tx};

use super::{Chosen, Loss, LossPlace, Returning, What};

/// How many photos may stand for one loss; whoever has more names an album or a period.
pub const MOST_EXAMPLES: usize = 500;
/// How many losses one person may enter.
pub const MOST_LOSSES: usize = 200;
/// How many of each other thing a loss may name.
pub(super) const MOST: usize = 200;
/// How many photos and moments may be taken in or out by hand.
const MOST_CHOSEN: usize = 10_000;
/// The longest private words, in characters.
const LONGEST: usize = 20_000;
/// How many days around a day or a period a part may have: ten years.
pub const WIDEST: u16 = 3_660;
/// Half around the world, in metres: further is nowhere.
const FURTHEST: u32 = 20_038_000;
/// How many days before and after a day that returns may belong to it.
pub const MOST_AROUND: u8 = 14;

/// Why a loss was not kept. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum LossError {
    /// There is no such loss for whoever looks.
    #[error("there is no such loss")]
    NotThere,
    /// A period ends before it begins.
    #[error("a period ends before it begins")]
    EndsBeforeItBegins,
    /// Neither a day nor a period says when it was.
    #[error("neither a day nor a period says when it was")]
    NoDay,
    /// A day that returns has no date, or an observance is not known.
    #[error("a day that returns is not known")]
    UnknownDay,
    /// The days around something are too many.
    #[error("so many days around it cannot be kept")]
    TooWide,
    /// A radius of nothing, or more than the world.
    #[error("a place needs a radius between 1 metre and half the world")]
    Radius,
    /// More than can be kept of something.
    #[error("a loss takes at most {0} of these")]
    TooMany(usize),
    /// Words without an end.
    #[error("the words are too long to keep")]
    TooLong,
    /// The store's refusal.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<crate::CareError> for LossError {
    fn from(error: crate::CareError) -> Self {
        Self::Store(error.into_store())
    }
}

impl Loss {
    /// Puts what was said in order, or says why it cannot be kept: blanks around words go, what was said twice is said once, and
    /// people, photos, moments and towns that are not in the viewer's library are left out. `before`: how it was said before.
    pub(super) fn checked(mut self, tx: &mut Tx<'_>, viewer: Viewer, before: Option<&Self>) -> Result<Self, LossError> {
        self.called = tidy(&self.called, 200)?;
        self.words = tidy(&self.words, LONGEST)?;
        self.times()?;
        self.days_that_return()?;
        self.where_it_was()?;
        for tag in &mut self.tags {
            *tag = tidy(tag, 200)?;
        }
        self.tags.retain(|tag| !words_of(tag).is_empty());
        once(&mut self.tags, MOST)?;
        self.people = named(tx, viewer, before.map(|loss| loss.people.as_slice()), &self.people)?;
        self.companions = named(tx, viewer, before.map(|loss| loss.companions.as_slice()), &self.companions)?;
        once(&mut self.people, MOST)?;
        once(&mut self.companions, MOST)?;
        self.photos_of_moments(tx, viewer, before)?;
        once(&mut self.examples, MOST_EXAMPLES)?;
        once(&mut self.taken_in, MOST_CHOSEN)?;
        once(&mut self.taken_out, MOST_CHOSEN)?;
        self.parts_are_sane()?;
        self.leave_out_strangers(tx, viewer)?;
        Ok(self)
    }

    fn times(&mut self) -> Result<(), LossError> {
        if self.periods.iter().any(|period| period.to.is_some_and(|to| to < period.from)) {
            return Err(LossError::EndsBeforeItBegins);
        }
        if self.about.is_some_and(|about| about.last < about.first) {
            return Err(LossError::EndsBeforeItBegins);
        }
        // A day that is known says more.
        self.about = self.about.filter(|_| self.the_day().is_none());
        let dated = self.days.iter().any(|day| day.date.is_some());
        if self.periods.is_empty() && !dated && self.about.is_none() {
            return Err(LossError::NoDay);
        }
        once(&mut self.periods, MOST)
    }

    fn days_that_return(&mut self) -> Result<(), LossError> {
        for day in &mut self.days {
            check_returning(day)?;
            if matches!(day.what, What::Observance(_)) {
                day.date = None;
            }
        }
        once(&mut self.days, MOST)
    }

    fn where_it_was(&mut self) -> Result<(), LossError> {
        for place in &self.places {
            if let LossPlace::Around { point, metres } = place {
                let point_is_one = point.latitude.abs() <= 90.0 && point.longitude.abs() <= 180.0;
                if !point_is_one || *metres == 0 || *metres > FURTHEST {
                    return Err(LossError::Radius);
                }
            }
        }
        if self.places.len() > MOST { Err(LossError::TooMany(MOST)) } else { Ok(()) }
    }

    fn parts_are_sane(&mut self) -> Result<(), LossError> {
        use super::PartOf::{Periods, TheDay};
        for part in &self.parts {
            if let TheDay { before, after } | Periods { before, after } = part.of
                && (before > WIDEST || after > WIDEST)
            {
                return Err(LossError::TooWide);
            }
        }
        // Of a part that was said twice, the last word counts.
        let mut kept: Vec<super::Part> = Vec::new();
        for part in self.parts.drain(..) {
            kept.retain(|other| other.of.name() != part.of.name());
            kept.push(super::Part { then: part.then.filter(|_| part.until.is_some()), ..part });
        }
        self.parts = kept;
        Ok(())
    }

    fn leave_out_strangers(&mut self, tx: &mut Tx<'_>, viewer: Viewer) -> Result<(), StoreError> {
        let known: std::collections::HashSet<_> =
            library::photos_there(tx, viewer, &self.examples)?.into_iter().collect();
        self.examples.retain(|photo| known.contains(photo));
        Ok(())
    }

    /// A moment that was chosen by hand is its photos too, however they are grouped later.
    fn photos_of_moments(&mut self, tx: &mut Tx<'_>, viewer: Viewer, before: Option<&Self>) -> Result<(), StoreError> {
        let (into, out) = before.map_or((&[][..], &[][..]), |before| (&before.taken_in, &before.taken_out));
        for (list, before) in [(&mut self.taken_in, into), (&mut self.taken_out, out)] {
            let new = list.iter().filter(|chosen| !before.contains(chosen));
            let moments: Vec<MomentId> = new.filter_map(|chosen| chosen.moment()).collect();
            let members = memories::contents(tx, viewer, &moments)?;
            list.extend(members.into_iter().map(|member| Chosen::Photo(member.photo)));
        }
        Ok(())
    }
}

/// Whom somebody means: whoever was named before by the number they were named by, so that what two turned out to be can be taken
/// back; whoever is new as they are shown now, and strangers not at all.
fn named(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    before: Option<&[PersonId]>,
    now: &[PersonId],
) -> Result<Vec<PersonId>, StoreError> {
    let mut known = Vec::new();
    for person in before.unwrap_or_default() {
        known.push((library::now_shown_as(tx, viewer, *person)?.unwrap_or(*person), *person));
    }
    let mut named = Vec::with_capacity(now.len());
    // Whoever sends far too many is told so, and not looked up first.
    for person in now.iter().take(MOST * 4 + 1) {
        let as_before = known.iter().filter(|(shown, said)| shown == person || said == person).map(|(_, said)| *said);
        let there = named.len();
        named.extend(as_before);
        if named.len() == there {
            named.extend(library::now_shown_as(tx, viewer, *person)?);
        }
    }
    Ok(named)
}

/// Whether a day that returns can be kept.
pub(crate) fn check_returning(day: &Returning) -> Result<(), LossError> {
    match &day.what {
        What::Observance(id) if !crate::hard_days::observance_is_known(id) => Err(LossError::UnknownDay),
        What::Observance(_) => Ok(()),
        _ if day.date.is_none() => Err(LossError::UnknownDay),
        _ => Ok(()),
    }?;
    if day.before > MOST_AROUND || day.after > MOST_AROUND { Err(LossError::TooWide) } else { Ok(()) }
}

/// Words without blanks around them.
pub(crate) fn tidy(words: &str, longest: usize) -> Result<String, LossError> {
    let words: String = words.trim().chars().filter(|c| *c != '\0').collect();
    if words.chars().count() > longest { Err(LossError::TooLong) } else { Ok(words) }
}

/// What was said twice is said once, in the order in which it was said first.
fn once<T: PartialEq + Clone>(list: &mut Vec<T>, most: usize) -> Result<(), LossError> {
    // Whoever sends far too many does not make us compare them all.
    if list.len() > most * 4 {
        return Err(LossError::TooMany(most));
    }
    let mut seen: Vec<T> = Vec::with_capacity(list.len().min(most));
    for item in list.drain(..) {
        if !seen.contains(&item) {
            seen.push(item);
        }
    }
    *list = seen;
    if list.len() > most { Err(LossError::TooMany(most)) } else { Ok(()) }
}
