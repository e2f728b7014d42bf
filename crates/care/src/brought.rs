//! What a day brings, reckoned and weighed. Nothing of it is cleared: that is done each time that somebody looks.

use circle::Viewer;
use jiff::civil::Date;
use store::{StoreError, Tx};

use crate::guard::quiet_on;
use crate::hard_days::HardDays;
use crate::plan::{DayPlan, Quiet};
use crate::reckoned::{Reckoned, reckoned};
use crate::veil::Veil;
use crate::verdicts::Reasoned;

/// What a day brings.
pub(crate) enum Brought {
    /// Nothing is offered on it.
    Quiet(Quiet),
    /// What is offered, with what was answered for it.
    Offered(Box<Reckoned>),
}

impl Brought {
    /// What the first of the days brings to whoever looks on the second: a wish that holds on either of the two holds.
    ///
    /// # Errors
    /// [`StoreError`] when care cannot decide; then nothing may be shown.
    pub(crate) fn by(tx: &mut Tx<'_>, viewer: Viewer, (day, today): (Date, Date)) -> Result<Self, StoreError> {
        let hard = HardDays::of(tx, viewer)?.on(day);
        Ok(match quiet_on(tx, viewer, (day, today), hard)? {
            Some(quiet) => Self::Quiet(quiet),
            None => Self::Offered(Box::new(reckoned(tx, viewer, day, today)?)),
        })
    }

    /// What waits to be asked for, the most careful reasons first.
    pub(crate) fn waits(&self) -> Vec<Veil> {
        match self {
            Self::Quiet(_) => Vec::new(),
            Self::Offered(reckoned) => reckoned.waits().cloned().collect(),
        }
    }

    /// The most careful reason of what may have a card.
    pub(crate) fn reason(&self) -> Option<Reasoned> {
        match self {
            Self::Quiet(_) => None,
            Self::Offered(reckoned) => reckoned.reason(),
        }
    }

    /// The plan of that day, cleared now.
    pub(crate) fn plan(&self, day: Date) -> DayPlan {
        match self {
            Self::Quiet(quiet) => DayPlan::quiet(day, quiet.clone()),
            Self::Offered(reckoned) => reckoned.plan(day),
        }
    }
}
