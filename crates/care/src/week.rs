//! On which days of a week a quiet card is drawn: on two at most, so that what waits does not wall off a life.

use circle::Viewer;
use jiff::ToSpan;
use jiff::civil::Date;
use store::{Store, StoreError, Tx, values};

use crate::verdicts::Reasoned;

/// On how many days of a calendar week a card is drawn.
pub const CARD_DAYS: usize = 2;

/// The days of the calendar week (ISO 8601) that a day is in, Monday first.
pub fn week_of(day: Date) -> [Date; 7] {
    let monday = day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days());
    std::array::from_fn(|at| monday.saturating_add((at as i64).days()))
}

/// The days of one week on which a card is drawn: those on which one was drawn already, and of those to come the ones with the most
/// careful reasons, the earlier first. `waits`: days with something that asks, and its most careful reason; `drawn`: days on which a
/// card was drawn; `today`: before it nothing is drawn any more.
pub fn card_days(waits: &[(Date, Reasoned)], drawn: &[Date], today: Date) -> Vec<Date> {
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

/// The days of a week on which a card was drawn for the viewer.
///
/// # Errors
/// Where the database cannot be asked: then nothing may be shown.
pub(crate) fn drawn_in(tx: &mut Tx<'_>, viewer: Viewer, week: &[Date; 7]) -> Result<Vec<Date>, StoreError> {
    let (first, last) = (model::day_number(week[0]), model::day_number(week[6]));
    let sql = "SELECT day FROM card_days WHERE library = ?1 AND person = ?2 AND day BETWEEN ?3 AND ?4 ORDER BY day";
    let days: Vec<i64> =
        tx.all(sql, values![viewer.library(), viewer.person(), first, last], |row| row.get::<i64>(0))?;
    Ok(days.into_iter().filter_map(model::day_from_number).collect())
}

/// Notes that a card was drawn for the viewer on their day. Reads first, so that looking again writes nothing.
///
/// # Errors
/// Where the database cannot be asked: nothing is kept then.
pub(crate) fn note_drawn(store: &Store, viewer: Viewer, day: Date) -> Result<(), StoreError> {
    if store.read(|tx| drawn_in(tx, viewer, &week_of(day)))?.contains(&day) {
        return Ok(());
    }
    let sql = "INSERT INTO card_days (library, person, day) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    let values = values![viewer.library(), viewer.person(), model::day_number(day)];
    store.write(|tx| tx.execute(sql, values)).map(drop)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use Reasoned::{LastDays, MayBeTender, Said, Words};

    fn day(number: i8) -> Date {
        // 23 November 2026 is a Monday.
        Date::constant(2026, 11, 22).saturating_add(i64::from(number).days())
    }

    #[test]
    fn a_week_begins_on_monday_wherever_one_stands_in_it() {
        for number in 1..=7 {
            assert_eq!(week_of(day(number)), std::array::from_fn(|at| day(at as i8 + 1)));
        }
    }

    #[test]
    fn two_days_have_a_card_those_with_the_most_careful_reasons_and_of_these_the_earlier() {
        let check = |waits: &[(i8, Reasoned)], drawn: &[i8], today: i8, expected: &[i8]| {
            let waits: Vec<(Date, Reasoned)> = waits.iter().map(|(at, reason)| (day(*at), *reason)).collect();
            let drawn: Vec<Date> = drawn.iter().map(|at| day(*at)).collect();
            let expected: Vec<Date> = expected.iter().map(|at| day(*at)).collect();
            assert_eq!(card_days(&waits, &drawn, day(today)), expected, "{waits:?} {drawn:?} {today}");
        };
        check(&[], &[], 1, &[]);
        check(&[(3, MayBeTender)], &[], 1, &[3]);
        check(&[(1, MayBeTender), (2, MayBeTender), (3, MayBeTender)], &[], 1, &[1, 2]);
        check(&[(1, MayBeTender), (2, Words), (5, LastDays), (6, Said)], &[], 1, &[6, 2]);
        check(&[(1, Said), (2, Said)], &[], 2, &[2]);
        check(&[(1, MayBeTender), (4, Said), (6, Said)], &[1], 4, &[1, 4]);
        check(&[(4, Said)], &[1, 2], 4, &[1, 2]);
        check(&[(4, Said)], &[4], 4, &[4]);
    }

    proptest! {
        #[test]
        fn a_week_has_two_cards_at_most_whatever_waits_and_however_it_changes_from_day_to_day(
            weeks in prop::collection::vec(prop::collection::vec((1_i8..=7, 0_u8..4), 0..12), 7),
        ) {
            let mut drawn: Vec<Date> = Vec::new();
            for (today, waits) in (1..).zip(weeks) {
                let reason = |rank| [Said, Words, LastDays, MayBeTender][usize::from(rank)];
                let waits: Vec<(Date, Reasoned)> =
                    waits.into_iter().map(|(at, rank)| (day(at), reason(rank))).collect();
                let days = card_days(&waits, &drawn, day(today));
                prop_assert!(days.len() <= CARD_DAYS);
                if days.contains(&day(today)) && !drawn.contains(&day(today)) {
                    prop_assert!(waits.iter().any(|(on, _)| *on == day(today)), "a card with nothing behind it");
                    drawn.push(day(today));
                }
            }
            prop_assert!(drawn.len() <= CARD_DAYS);
        }
    }
}
