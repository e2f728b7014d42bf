//! On which days of a week a card stands: as the room `care` has it.

use care::Reasoned;
use jiff::ToSpan;
use jiff::civil::Date;

/// On how many days of a calendar week a card stands.
pub(super) const CARD_DAYS: usize = 2;

/// The days of the calendar week that a day is in, Monday first.
pub(super) fn week_of(day: Date) -> [Date; 7] {
    let monday = day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days());
    std::array::from_fn(|at| monday.saturating_add((at as i64).days()))
}

/// The days of one week with a card: those on which one stood already, and of those to come the ones with the most careful reasons, the
/// earlier first.
pub(super) fn card_days(waits: &[(Date, Reasoned)], drawn: &[Date], today: Date) -> Vec<Date> {
    let mut days: Vec<Date> = drawn.to_vec();
    let mut to_come: Vec<(Reasoned, Date)> =
        waits.iter().map(|(day, reason)| (*reason, *day)).filter(|(_, day)| *day >= today).collect();
    to_come.sort_unstable();
    for (_, day) in to_come {
        if days.len() < CARD_DAYS && !days.contains(&day) {
            days.push(day);
        }
    }
    days
}
