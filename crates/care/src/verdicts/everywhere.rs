//! The same verdicts for a whole library at once, found by lists.

use std::collections::HashSet;

use circle::Viewer;
use jiff::civil::Date;
use memories::{contents, moments_holding, moments_of_nights};
use model::{MomentId, PhotoId};
use store::{StoreError, Tx};

use super::Verdicts;
use crate::caution::tender_everywhere;
use crate::precedence::precedence;
use crate::reach::{reached_everywhere, standing};
use crate::settings::settings;
use crate::want::Precedence;
use crate::wishes::{Said, any, everything_said};

/// Everything that this viewer may not see on `day`, for whoever lists a library. The same verdicts, found by lists.
pub(crate) fn held_everywhere(tx: &mut Tx<'_>, viewer: Viewer, day: Date) -> Result<Verdicts, StoreError> {
    Ok(held_and_tender(tx, viewer, day)?.0)
}

/// The same, with every photo that signs make tender, whatever was said of it.
pub(crate) fn held_and_tender(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    day: Date,
) -> Result<(Verdicts, HashSet<PhotoId>), StoreError> {
    let (wishes, caution) = (any(tx, viewer, day)?, settings(tx, viewer)?.caution);
    let reaches = standing(tx, viewer)?;
    if !wishes && !caution && reaches.is_empty() {
        return Ok(Default::default());
    }
    let mut said = if wishes { everything_said(tx, viewer, day)? } else { Said::default() };
    for person in &mut said.birthdays {
        *person = library::now_shown_as(tx, viewer, *person)?.unwrap_or(*person);
    }
    let (began, loose) = of_days(tx, viewer, &said)?;
    let reached = reached_everywhere(tx, viewer, &reaches, day)?;
    let tender = if caution { tender_everywhere(tx, viewer, day)? } else { HashSet::new() };

    let spoken_of = said.photos.iter().chain(&said.meant).chain(&said.meant_by_days).map(|(photo, _)| *photo);
    let mut concerned: Vec<PhotoId> = spoken_of.chain(loose.iter().map(|(photo, _)| *photo)).collect();
    concerned.extend(reached.keys().chain(&tender).copied());
    concerned.sort_unstable();
    concerned.dedup();
    let mut moments = moments_holding(tx, viewer, &concerned)?;
    moments.extend(began.iter().map(|(moment, _)| *moment).chain(said.moments.iter().map(|(moment, _)| *moment)));
    moments.sort_unstable();
    moments.dedup();
    let members = contents(tx, viewer, &moments)?;
    let mut levels = precedence(&said, &members, &began, &loose);
    for (photo, want) in reached {
        Precedence::say(&mut levels.entry(photo).or_default().part, want);
    }
    let held = Verdicts::weigh(&said, &levels, &members, concerned.into_iter(), |photo, _| tender.contains(&photo));
    Ok((held, tender))
}

/// Moments with the day that they began on, and photos with the day that they were taken on.
type OfDays = (Vec<(MomentId, i64)>, Vec<(PhotoId, i64)>);

/// The moments that began, and the photos that were taken, on days of which something was said.
fn of_days(tx: &mut Tx<'_>, viewer: Viewer, said: &Said) -> Result<OfDays, StoreError> {
    // What was taken on a day lies in its waking hours or, before dawn, in those of the day before.
    let nights: Vec<i64> = said.days.iter().flat_map(|(day, _)| [day - 1, *day]).collect();
    let began = moments_of_nights(tx, viewer, &nights)?;
    let mut loose = Vec::new();
    for (number, _) in &said.days {
        let Some(day) = model::day_from_number(*number) else { continue };
        loose.extend(library::taken_on(tx, viewer, day)?.into_iter().map(|photo| (photo, *number)));
    }
    Ok((began, loose))
}
