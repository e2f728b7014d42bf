//! Why: for one photo or one memory, the verdict and the reasons for it, for whoever the verdict is for.

use circle::Viewer;
use jiff::civil::Date;
use model::{LossId, MomentId, PersonId, PhotoId};
use store::{StoreError, Tx};

use crate::caution::Sign;
use crate::evidence::{Evidence, weigh};
use crate::people_said::{OfPerson, PersonSaid};
use crate::verdicts::Verdicts;
use crate::want::{Verdict, Want};
use crate::weighing::Weighing;
use crate::wishes::{StandingWish, wishes_about};

/// Why a photo or a memory is shown, asked about or held, for one person.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyPhoto {
    /// What care answers.
    pub verdict: Verdict,
    /// The reasons, what is nearer to the photo first. None for a photo that nothing was said of.
    pub because: Vec<Because>,
}

/// A reason for a verdict.
#[derive(Clone, Debug, PartialEq)]
pub enum Because {
    /// A wish of theirs.
    Wish(StandingWish),
    /// A part of a loss of theirs.
    Loss {
        /// Which loss.
        loss: LossId,
        /// What its owner calls it. May be empty.
        called: String,
        /// The part's stable name.
        part: &'static str,
        /// What is wanted for it.
        want: Want,
        /// Until when.
        until: Option<Date>,
    },
    /// What they said of pictures with somebody who is in it.
    Person {
        /// Of whom.
        person: PersonId,
        /// What.
        said: OfPerson,
    },
    /// It is a copy of what they put away.
    Copy,
    /// Signs say that its moment may be tender.
    Caution(Sign),
}

/// Why a photo is shown, asked about or held for this viewer; `None` where there is no such photo in their library.
///
/// # Errors
/// [`StoreError`] when care cannot decide.
pub(crate) fn why_photo(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: PhotoId,
    today: Date,
) -> Result<Option<WhyPhoto>, StoreError> {
    let mut weighing = Weighing::of(tx, viewer, today)?;
    let heard = weighing.gather(tx, &[], &[id], &[])?;
    let Some(own) = heard.asked.iter().find(|one| one.photo == id) else { return Ok(None) };
    let wishes = wishes_about(tx, viewer, today, &heard, &[own])?;
    let mut because: Vec<Because> = wishes.into_iter().map(Because::Wish).collect();
    because.extend(by_what_was_said(&weighing, own));
    because.extend(own.sign.map(Because::Caution));
    Ok(Some(WhyPhoto { verdict: weigh(own, viewer), because }))
}

/// Why a moment comes as a memory on `day`, is asked about or held, for this viewer who looks `today`: with the reasons of all of
/// its photos. `None` where there is no such moment in their library.
///
/// # Errors
/// [`StoreError`] when care cannot decide.
pub(crate) fn why_memory(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: MomentId,
    (day, today): (Date, Date),
) -> Result<Option<WhyPhoto>, StoreError> {
    let Some(moment) = memories::moment(tx, viewer, id)? else { return Ok(None) };
    let mut weighing = Weighing::of_return(tx, viewer, (day, today))?;
    let heard = weighing.gather(tx, &[moment.id], &[], &[])?;
    let verdicts = Verdicts::of(viewer, &heard.asked);
    let verdict = match (verdicts.asks(id), verdicts.shows_some(id)) {
        (true, _) => Verdict::Veiled,
        (false, true) => Verdict::Cleared,
        (false, false) => Verdict::Held,
    };
    let all: Vec<&Evidence> = heard.asked.iter().collect();
    let wishes = wishes_about(tx, viewer, weighing.judged(), &heard, &all)?;
    let mut because: Vec<Because> = wishes.into_iter().map(Because::Wish).collect();
    for one in &heard.asked {
        by_what_was_said(&weighing, one).for_each(|reason| once(&mut because, reason));
    }
    for sign in heard.asked.iter().filter_map(|one| one.sign) {
        once(&mut because, Because::Caution(sign));
    }
    Ok(Some(WhyPhoto { verdict, because }))
}

fn once(because: &mut Vec<Because>, reason: Because) {
    if !because.contains(&reason) {
        because.push(reason);
    }
}

/// That it is a copy of what was put away, the parts of losses that reach it, and what was said of whoever is in it.
fn by_what_was_said<'a>(weighing: &'a Weighing, one: &'a Evidence) -> impl Iterator<Item = Because> + 'a {
    let of = |said: &PersonSaid| Because::Person { person: said.about, said: said.said };
    let people = weighing.said_of_people(one).map(of);
    one.is_a_copy.then_some(Because::Copy).into_iter().chain(by_losses(weighing, one)).chain(people)
}

/// The parts of losses that reach a photo.
fn by_losses<'a>(weighing: &'a Weighing, one: &'a Evidence) -> impl Iterator<Item = Because> + 'a {
    weighing.reaches().iter().flat_map(move |reach| {
        reach.parts(one, weighing.days()).map(|part| Because::Loss {
            loss: reach.id,
            called: reach.loss().called.clone(),
            part: part.of.name(),
            want: part.want,
            until: part.until,
        })
    })
}
