//! Ahead: what the coming days hold, in words, for whoever looks. Nothing reminds anyone of it.

use std::ops::Range;

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
/// How many of them are looked at in one go.
const PORTION: u16 = 31;

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
    Ok(Ahead { from: today, to: after(today, days - 1), days: portion(tx, viewer, today, 0..days)? })
}

/// The same in portions, each looked at by itself with `look`, which answers which version of the data it saw: between two of them
/// nothing is held up. `None` where they saw different ones.
///
/// # Errors
/// What `look` answers.
pub(crate) fn in_portions<E>(
    today: Date,
    days: u16,
    mut look: impl FnMut(Range<u16>) -> Result<(Option<i64>, Vec<DayAhead>), E>,
) -> Result<Option<Ahead>, E> {
    let days = days.clamp(1, MOST_DAYS);
    let (mut found, mut seen) = (Vec::new(), None);
    for from in (0..days).step_by(usize::from(PORTION)) {
        let (version, some) = look(from..(from + PORTION).min(days))?;
        if seen.replace(version).is_some_and(|before| before != version) {
            return Ok(None);
        }
        found.extend(some);
    }
    Ok(Some(Ahead { from: today, to: after(today, days - 1), days: found }))
}

/// Those of some of the coming days on which there is something to say, counted from today on.
///
/// # Errors
/// [`StoreError`] when care cannot decide; then nothing may be shown.
pub(crate) fn portion(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    today: Date,
    days: Range<u16>,
) -> Result<Vec<DayAhead>, StoreError> {
    let mut found = Vec::new();
    let (countries, hard) = (circle::countries_of(tx, viewer)?, HardDays::of(tx, viewer)?);
    for at in days {
        let looked = looked_at(tx, viewer, (after(today, at), today), &countries, &hard)?;
        if looked.says_something() {
            found.push(looked);
        }
    }
    Ok(found)
}

fn after(today: Date, days: u16) -> Date {
    today.checked_add(i64::from(days).days()).unwrap_or(Date::MAX)
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
    /// Whether there is something to say of it. Of a day of which all is held back there is not: that it is named would tell.
    pub fn says_something(&self) -> bool {
        let days = !self.birthdays.is_empty() || !self.observances.is_empty();
        self.shown > 0 || self.asked > 0 || !self.hard.is_empty() || self.quiet.is_some() || days
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
    let plan = reckoned.plan(day);
    let birthdays: Vec<Birthday> = plan.memories.iter().filter_map(|m| birthday(&m.reason)).collect();
    // On a quiet day nothing is shown and nothing is asked: all of it waits.
    let (shown, asked, held) = match quiet {
        Some(_) => (0, 0, reckoned.offered),
        None => (plan.memories.len(), reckoned.asked, reckoned.held),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn portions_leave_no_day_out_and_are_all_of_one_version() {
        let today = Date::constant(2026, 9, 28);
        for days in [0, 1, 30, 31, 32, 62, 365, 366, 1_000] {
            let mut asked: Vec<u16> = Vec::new();
            let ahead = in_portions(today, days, |some| {
                assert!(some.len() <= usize::from(PORTION));
                asked.extend(some);
                Ok::<_, ()>((Some(5), Vec::new()))
            });
            let expected = days.clamp(1, MOST_DAYS);
            assert_eq!(asked, (0..expected).collect::<Vec<_>>());
            assert_eq!(ahead.unwrap().unwrap().to, after(today, expected - 1));
        }
        let mut version = 0;
        let written = in_portions(today, 60, |_| {
            version += 1;
            Ok::<_, ()>((Some(version), Vec::new()))
        });
        assert!(written.unwrap().is_none());
    }
}
