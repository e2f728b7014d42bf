//! Deaths that losses tell of: no birthday of theirs returns, and no age is told, for whoever said so and for nobody else. They go
//! with the loss, and never take the place of what is known to all.

use circle::Viewer;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use model::LossId;
use store::{StoreError, Tx};

use super::{Kind, Loss};

/// Notes whose death a loss tells of, in place of what it told before. `said`: the loss as it stands now; `None` where it no longer
/// does.
pub(super) fn note_deaths(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: LossId,
    said: Option<&Loss>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let told = said.filter(|loss| loss.kind == Kind::Death);
    // Of a month or a year its last day: what was lived before it is not taken for what came after.
    let died =
        told.and_then(|loss| loss.the_day().or(loss.about.map(|when| when.last))).filter(|day| has_come(*day, now));
    let people = told.map(|loss| loss.people.as_slice()).unwrap_or_default();
    library::tell_deaths(tx, viewer, id, died.map(|day| (day, people)))
}

/// Whether a day has come, wherever on earth whoever says it is.
fn has_come(day: Date, now: Timestamp) -> bool {
    let today = now.to_zoned(TimeZone::UTC).date();
    day <= today.checked_add(1.day()).unwrap_or(today)
}
