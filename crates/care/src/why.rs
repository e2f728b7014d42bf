//! Why: for one photo or one memory, the verdict and the reasons for it, for whoever the verdict is for.

use circle::Viewer;
use jiff::civil::Date;
use memories::{Member, contents};
use model::{LossId, MomentId, PersonId, PhotoId};
use store::{StoreError, Tx};

use crate::caution::{Sign, put_away_before, sign_of_moment, signals};
use crate::evidence::evidence_of;
use crate::guard::taken_on;
use crate::reach::standing;
use crate::settings::settings;
use crate::verdicts::{held, held_on};
use crate::want::{Verdict, Want};
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
    let Some(photo) = library::photo(tx, viewer, id)? else { return Ok(None) };
    let verdict = held(tx, viewer, today, &[], &[(id, taken_on(&photo))], &[])?.verdict(id);
    let mut because: Vec<Because> = wishes_about(tx, viewer, today, &photo)?.into_iter().map(Because::Wish).collect();
    let moments = memories::moments_holding(tx, viewer, &[id])?;
    let members = contents(tx, viewer, &moments)?;
    because.extend(by_losses_and_signs(tx, viewer, (&members, &[id]), |photo| photo == id, (None, today))?);
    Ok(Some(WhyPhoto { verdict, because }))
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
    let began = model::day_number(moment.day);
    let held = held_on(tx, viewer, (day, today), &[(id, began)], &[], &[])?;
    let verdict = match (held.asks(id), held.moment(id)) {
        (true, _) => Verdict::Veiled,
        (false, true) => Verdict::Held,
        (false, false) => Verdict::Cleared,
    };
    let members = contents(tx, viewer, &[id])?;
    let mut because: Vec<Because> = Vec::new();
    let some: Vec<PhotoId> = members.iter().map(|member| member.photo).take(LOOKED_AT).collect();
    for photo in library::photos(tx, viewer, &some)? {
        for wish in wishes_about(tx, viewer, day.min(today), &photo)? {
            once(&mut because, Because::Wish(wish));
        }
    }
    for reason in by_losses_and_signs(tx, viewer, (&members, &[]), |_| true, (Some(day), today))? {
        once(&mut because, reason);
    }
    Ok(Some(WhyPhoto { verdict, because }))
}

/// Of how many photos of a moment the wishes are looked up; what is said of a moment or a day is said of each.
const LOOKED_AT: usize = 24;

fn once(because: &mut Vec<Because>, reason: Because) {
    if !because.contains(&reason) {
        because.push(reason);
    }
}

/// What losses and signs say of those photos of moments given whole, to whoever looks `today`. `returns`: the day on which they would
/// come by themselves.
fn by_losses_and_signs(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (members, loose): (&[Member], &[PhotoId]),
    of: impl Fn(PhotoId) -> bool,
    (returns, today): (Option<Date>, Date),
) -> Result<Vec<Because>, StoreError> {
    let judged = returns.map_or(today, |returns| returns.min(today));
    let mut reaches = standing(tx, viewer)?;
    let wanted = |word: &str| crate::is_tender(word) || reaches.iter().any(|reach| reach.wants_word(word));
    let facts = evidence_of(tx, viewer, members, loose, wanted)?;
    reaches.iter_mut().for_each(|reach| reach.learn(&facts));
    let mut because = Vec::new();
    for own in facts.iter().filter(|facts| of(facts.photo)) {
        for reach in &reaches {
            because.extend(reach.parts(own, judged).into_iter().map(|part| Because::Loss {
                loss: reach.id,
                called: reach.loss().called.clone(),
                part: part.of.name(),
                want: part.want,
                until: part.until,
            }));
        }
    }
    if settings(tx, viewer)?.caution {
        let lost: Vec<PersonId> = reaches.iter().flat_map(|reach| reach.loss().people.iter().copied()).collect();
        let signals = signals(tx, viewer, Some(&facts), today, returns.map(|_| lost.as_slice()))?;
        because.extend(sign_of_moment(facts.iter(), &signals).map(Because::Caution));
        if let Some(day) = returns
            && put_away_before(tx, viewer, day)?
        {
            because.push(Because::Caution(Sign::PutAwayBefore));
        }
    }
    Ok(because)
}
