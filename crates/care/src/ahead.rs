//! Ahead: what the coming days hold, in words, for whoever looks. Nothing reminds anyone of it.

use circle::Viewer;
use jiff::ToSpan;
use jiff::civil::Date;
use memories::{Observance, Reason, observed_on};
use model::PersonId;
use store::{StoreError, Tx};

use crate::guard::quiet_on;
use crate::hard_days::{Hard, HardDays};
use crate::plan::Quiet;
use crate::reckoned::reckoned;

/// The most days that one look takes.
const MOST_DAYS: u16 = 366;

/// The coming days on which there is something to say.
#[derive(Clone, Debug)]
pub struct Ahead {
    /// The first of the days looked at.
    pub from: Date,
    /// The last of them.
    pub to: Date,
    /// Those of them on which there is something to say, in order.
    pub days: Vec<DayAhead>,
}

/// What one of the coming days holds. Numbers and names of people who live; nothing of what is asked about or held.
#[derive(Clone, Debug)]
pub struct DayAhead {
    /// The day.
    pub day: Date,
    /// The hard days that it is part of.
    pub hard: Vec<Hard>,
    /// Why nothing will be offered on it, if nothing will.
    pub quiet: Option<Quiet>,
    /// Observances of the viewer's countries and of the whole world that fall on it.
    pub observances: Vec<&'static Observance>,
    /// Whose birthday it is, of those whose pictures may be shown.
    pub birthdays: Vec<Birthday>,
    /// How many memories would come, were nothing asked about or held; no more than a day takes.
    pub would_come: u32,
    /// How many of them will be shown.
    pub shown: u32,
    /// How many will be asked about first.
    pub asked: u32,
    /// How many are held back.
    pub held: u32,
}

/// A birthday to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Birthday {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// How old they become.
    pub age: u16,
}

fn birthday(reason: &Reason) -> Option<Birthday> {
    match reason {
        Reason::Birthday { person, name, age } => Some(Birthday { person: *person, name: name.clone(), age: *age }),
        _ => None,
    }
}

/// What the next `days` days hold for this viewer, from `today` on; at most a year.
///
/// # Errors
/// [`StoreError`] when care cannot decide; then nothing may be shown.
pub(crate) fn ahead(tx: &mut Tx<'_>, viewer: Viewer, today: Date, days: u16) -> Result<Ahead, StoreError> {
    let days = days.clamp(1, MOST_DAYS);
    let day = |at: u16| today.checked_add(i64::from(at).days()).unwrap_or(Date::MAX);
    let mut found = Vec::new();
    let (countries, hard) = (circle::countries_of(tx, viewer)?, HardDays::of(tx, viewer)?);
    for at in 0..days {
        let looked = looked_at(tx, viewer, (day(at), today), &countries, &hard)?;
        if looked.says_something() {
            found.push(looked);
        }
    }
    Ok(Ahead { from: today, to: day(days - 1), days: found })
}

/// What one day holds for this viewer, whoever looks at it `today`, whether there is something to say of it or not.
///
/// # Errors
/// [`StoreError`] when care cannot decide; then nothing may be shown.
pub(crate) fn ahead_on(tx: &mut Tx<'_>, viewer: Viewer, day: Date, today: Date) -> Result<DayAhead, StoreError> {
    let (countries, hard) = (circle::countries_of(tx, viewer)?, HardDays::of(tx, viewer)?);
    looked_at(tx, viewer, (day, today), &countries, &hard)
}

impl DayAhead {
    /// Whether there is something to say of it.
    pub fn says_something(&self) -> bool {
        let days = !self.birthdays.is_empty() || !self.observances.is_empty();
        self.would_come > 0 || !self.hard.is_empty() || self.quiet.is_some() || days
    }
}

fn looked_at(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (day, today): (Date, Date),
    countries: &[String],
    hard: &HardDays,
) -> Result<DayAhead, StoreError> {
    let reckoned = reckoned(tx, viewer, day, today)?;
    let hard = hard.on(day);
    let quiet = quiet_on(tx, viewer, (day, today), hard.clone())?;
    let birthdays: Vec<Birthday> = reckoned.plan.memories.iter().filter_map(|m| birthday(&m.reason)).collect();
    // On a quiet day nothing is shown and nothing is asked: all of it waits.
    let (shown, asked, held) = match quiet {
        Some(_) => (0, 0, reckoned.offered),
        None => (reckoned.plan.memories.len(), reckoned.asked, reckoned.held),
    };
    Ok(DayAhead {
        day,
        hard,
        quiet,
        observances: observed_on(day, countries),
        birthdays,
        would_come: reckoned.offered as u32,
        shown: shown as u32,
        asked: asked as u32,
        held: held as u32,
    })
}
