//! What a person asked of care, and the SQL of it. A wish holds on the next request everywhere.

mod listed;
mod meant;
mod said;

use std::collections::HashSet;

use circle::Viewer;
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use memories::ObservanceId;
use model::{MomentId, PersonId, PhotoId, WishId};
use store::{StoreError, Tx, values};

use crate::Want;
use crate::log::{Entry, note};

pub(crate) use listed::{standing, wishes_about};
use meant::meant;
pub(crate) use said::{Said, any, everything_said, observances_away, said};

/// What a wish is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One photo, and the pictures of the same burst: to the eye they are one.
    Photo(PhotoId),
    /// One moment, however it is grouped later.
    Moment(MomentId),
    /// The birthdays of one person. Their photos stay.
    Birthday(PersonId),
    /// The memories of one day of the calendar. Their photos stay.
    Observance(ObservanceId),
    /// One day that was lived: everything taken on it, and every moment that began on it.
    Day(Date),
}

/// How long a wish holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowLong {
    /// "Not this": not on the day that was looked at. Nothing else is meant, and nothing is learned from it.
    NotThis,
    /// "Not this year": not before the same day next year.
    NotThisYear,
    /// Until a day that its owner named: the first on which it no longer holds.
    Until(Date),
    /// "Never": until its owner lifts it.
    Never,
}

/// A wish as it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// What it is about.
    pub scope: Scope,
    /// How long it holds.
    pub how_long: HowLong,
}

/// A wish that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingWish {
    /// Its id.
    pub id: WishId,
    /// What is wanted.
    pub want: Want,
    /// What it is about.
    pub scope: Scope,
    /// The day that the photo or the moment is of, as far as it is known: for its owner to tell one wish from another.
    pub of: Option<Date>,
    /// The first day on which it no longer holds; `None` for good.
    pub until: Option<Date>,
    /// When it was made.
    pub made: Timestamp,
}

impl HowLong {
    /// The first day on which a wish made while looking at `day` no longer holds.
    pub fn until(self, day: Date) -> Option<Date> {
        let after = |span: Span| day.checked_add(span).unwrap_or(Date::MAX);
        match self {
            Self::NotThis => Some(after(Span::new().days(1))),
            Self::NotThisYear => Some(after(Span::new().years(1))),
            Self::Until(until) => Some(until),
            Self::Never => None,
        }
    }
}

/// Keeps something away from this viewer. `day` is the day whose plan they were looking at; one that is past counts as
/// `now`'s. Answers the wish's id, by which it is undone, or `None` when there is no such thing in their library.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn keep_away(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    wish: Wish,
    day: Date,
    now: &jiff::Zoned,
) -> Result<Option<WishId>, StoreError> {
    wish_for(tx, viewer, Want::KeepAway, wish, day, now)
}

/// Says what this viewer wants for something, as [`keep_away`] does. A welcome takes the place of "ask first" said of the same
/// thing, and gives it back when it is lifted.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn wish_for(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    want: Want,
    wish: Wish,
    day: Date,
    now: &jiff::Zoned,
) -> Result<Option<WishId>, StoreError> {
    let Some(meant) = meant(tx, viewer, want, wish.scope)? else { return Ok(None) };
    wish_meaning(tx, viewer, (want, wish), &meant, day, now).map(Some)
}

/// The same for a wish that means just those photos.
pub(crate) fn wish_meaning(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (want, wish): (Want, Wish),
    meant: &[PhotoId],
    day: Date,
    now: &jiff::Zoned,
) -> Result<WishId, StoreError> {
    let day = day.max(now.date());
    let until = wish.how_long.until(day).map(model::day_number);
    let id = match made_already(tx, viewer, want, wish.scope, until)? {
        Some(made) if means_all(tx, viewer, (want, made), meant)? => made,
        _ => make(tx, viewer, want, wish, (day, until), meant, now)?,
    };
    if want == Want::Welcome {
        let (scope, target) = wish.scope.columns();
        let sql = "UPDATE wishes SET lifted_ms = ?5, lifted_by = ?6 WHERE library = ?1 AND person = ?2 AND scope = ?3
                   AND target = ?4 AND wish = 'ask_first' AND lifted_ms IS NULL";
        let now = now.timestamp().as_millisecond();
        tx.execute(sql, values![viewer.library(), viewer.person(), scope, target, now, id])?;
    }
    Ok(id)
}

/// Whether a wish that stands goes for all of those photos. What is careful goes by what it is about; a welcome is of what was
/// looked at, which may be more by now.
fn means_all(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (want, made): (Want, WishId),
    meant: &[PhotoId],
) -> Result<bool, StoreError> {
    if want != Want::Welcome {
        return Ok(true);
    }
    let sql = "SELECT photo FROM wish_photos WHERE library = ?1 AND wish = ?2";
    let known: HashSet<PhotoId> = tx.all(sql, values![viewer.library(), made], |row| row.get(0))?.into_iter().collect();
    Ok(meant.iter().all(|photo| known.contains(photo)))
}

fn make(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    want: Want,
    wish: Wish,
    (day, until): (Date, Option<i64>),
    meant: &[PhotoId],
    now: &jiff::Zoned,
) -> Result<WishId, StoreError> {
    let library = viewer.library();
    let id = WishId(tx.take_numbers(library, "wish", 1)?);
    let (scope, target) = wish.scope.columns();
    let sql = "INSERT INTO wishes (library, id, person, wish, scope, target, until_day, made_ms, day)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let made = now.timestamp().as_millisecond();
    let day = model::day_number(day);
    tx.execute(sql, values![library, id, viewer.person(), want.name(), scope, target, until, made, day])?;
    for photo in meant {
        let sql = "INSERT INTO wish_photos (library, photo, wish) VALUES (?1, ?2, ?3)";
        tx.execute(sql, values![library, *photo, id])?;
    }
    note(tx, viewer, now.timestamp(), &Entry::Wished { wish: id, want })?;
    Ok(id)
}

/// Lifts a wish: what it kept away may return, at once. Answers whether this viewer had such a wish.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn lift(tx: &mut Tx<'_>, viewer: Viewer, id: WishId, now: Timestamp) -> Result<bool, StoreError> {
    let sql = "UPDATE wishes SET lifted_ms = ?4
               WHERE library = ?1 AND person = ?2 AND id = ?3 AND lifted_ms IS NULL";
    let lifted = tx.execute(sql, values![viewer.library(), viewer.person(), id, now.as_millisecond()])? > 0;
    if !lifted {
        // One that a welcome took the place of does not come back when that is taken back.
        let sql = "UPDATE wishes SET lifted_by = NULL
                   WHERE library = ?1 AND person = ?2 AND id = ?3 AND lifted_by IS NOT NULL";
        return Ok(tx.execute(sql, values![viewer.library(), viewer.person(), id])? > 0);
    }
    let sql =
        "UPDATE wishes SET lifted_ms = NULL, lifted_by = NULL WHERE library = ?1 AND person = ?2 AND lifted_by = ?3";
    tx.execute(sql, values![viewer.library(), viewer.person(), id])?;
    note(tx, viewer, now, &Entry::Lifted { wish: id })?;
    Ok(lifted)
}

/// A second tap on the same button is the same wish, and is taken back with it.
fn made_already(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    want: Want,
    scope: Scope,
    until: Option<i64>,
) -> Result<Option<WishId>, StoreError> {
    let sql = "SELECT id FROM wishes WHERE library = ?1 AND person = ?2 AND scope = ?3 AND target = ?4
               AND lifted_ms IS NULL AND COALESCE(until_day, -1) = ?5 AND wish = ?6";
    let (scope, target) = scope.columns();
    let values = values![viewer.library(), viewer.person(), scope, target, until.unwrap_or(-1), want.name()];
    tx.maybe(sql, values, |row| row.get(0))
}

impl Scope {
    fn columns(self) -> (&'static str, i64) {
        match self {
            Self::Photo(id) => ("photo", id.0),
            Self::Moment(id) => ("moment", id.0),
            Self::Birthday(id) => ("birthday", id.0),
            Self::Observance(id) => ("observance", id.number()),
            Self::Day(day) => ("day", model::day_number(day)),
        }
    }
}
