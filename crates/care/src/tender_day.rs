//! A tender day: nothing is offered for a day, three days or a week. One tap, and one to take it back.

use circle::Viewer;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use store::{StoreError, Tx, values};

use crate::log::{Entry, note};

/// For how long nothing is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tender {
    /// Today.
    Today,
    /// Today and two more days.
    ThreeDays,
    /// Today and six more days.
    Week,
}

impl Tender {
    /// How many days that is, today among them.
    pub fn days(self) -> i64 {
        match self {
            Self::Today => 1,
            Self::ThreeDays => 3,
            Self::Week => 7,
        }
    }

    /// For so many days.
    pub fn from_days(days: i64) -> Option<Self> {
        [Self::Today, Self::ThreeDays, Self::Week].into_iter().find(|tender| tender.days() == days)
    }
}

/// Nothing is offered from `today` on, for so long. Answers the first day on which something may be again.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn be_tender(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    today: Date,
    for_days: Tender,
    now: Timestamp,
) -> Result<Date, StoreError> {
    let until = today.checked_add(for_days.days().days()).unwrap_or(Date::MAX);
    let id = tx.take_numbers(viewer.library(), "tender_day", 1)?;
    let sql =
        "INSERT INTO tender_days (library, id, person, from_day, until_day, made_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let (from, to) = (model::day_number(today), model::day_number(until));
    tx.execute(sql, values![viewer.library(), id, viewer.person(), from, to, now.as_millisecond()])?;
    note(tx, viewer, now, &Entry::TenderFrom { from: today, until })?;
    Ok(until)
}

/// Ends what tender days there are today. Answers whether there were any.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn be_as_usual(tx: &mut Tx<'_>, viewer: Viewer, today: Date, now: Timestamp) -> Result<bool, StoreError> {
    let sql = "UPDATE tender_days SET undone_ms = ?4
               WHERE library = ?1 AND person = ?2 AND until_day > ?3 AND undone_ms IS NULL";
    let values = values![viewer.library(), viewer.person(), model::day_number(today), now.as_millisecond()];
    let ended = tx.execute(sql, values)? > 0;
    if ended {
        note(tx, viewer, now, &Entry::TenderEnded)?;
    }
    Ok(ended)
}

/// The first day on which something may be offered again, where `day` is a tender day.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn tender_until(tx: &mut Tx<'_>, viewer: Viewer, day: Date) -> Result<Option<Date>, StoreError> {
    let sql = "SELECT MAX(until_day) FROM tender_days
               WHERE library = ?1 AND person = ?2 AND from_day <= ?3 AND until_day > ?3 AND undone_ms IS NULL";
    let values = values![viewer.library(), viewer.person(), model::day_number(day)];
    let of = viewer.numbers([model::day_number(day), 0]);
    let until = tx.once("tender until", of, |tx| tx.one(sql, values, |row| row.get::<Option<i64>>(0)))?;
    Ok(until.and_then(model::day_from_number))
}
