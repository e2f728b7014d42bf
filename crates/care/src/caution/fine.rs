//! What its owner said is fine: a kind of what caution asks about that it asks about no more.

use std::collections::HashSet;

use circle::Viewer;
use jiff::Timestamp;
use store::{StoreError, Tx, values};

use super::Sign;
use crate::log::{Entry, note};

impl Sign {
    /// The kinds that one answer ends for good.
    pub const KINDS: [Self; 3] = [Self::Words, Self::LastDays, Self::MayBeTender];

    /// The stable name of the kind used in the database and in forms.
    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::LastDays => "last_days",
            Self::MayBeTender | Self::Silent => "may_be_tender",
        }
    }

    /// The kind with that stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::KINDS.into_iter().find(|sign| sign.name() == name)
    }

    /// The kind that it is of.
    pub(crate) fn kind(self) -> Self {
        if self == Self::Silent { Self::MayBeTender } else { self }
    }
}

/// The kinds of which the viewer said that they are fine.
///
/// # Errors
/// Where the database cannot be asked: then nothing may be shown.
pub(crate) fn fine(tx: &mut Tx<'_>, viewer: Viewer) -> Result<HashSet<Sign>, StoreError> {
    let sql = "SELECT kind FROM caution_fine WHERE library = ?1 AND person = ?2 AND ended_ms IS NULL";
    let known = tx.once("caution fine", viewer.numbers([0; 2]), |tx| {
        let kinds = tx.all(sql, values![viewer.library(), viewer.person()], |row| row.get::<String>(0))?;
        // A kind that nobody knows ends nothing.
        Ok(kinds.iter().filter_map(|kind| Sign::from_name(kind)).collect::<HashSet<_>>())
    });
    Ok(HashSet::clone(&*known?))
}

/// Keeps that a kind is fine. Answers the number by which that is taken back.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn say_fine(tx: &mut Tx<'_>, viewer: Viewer, sign: Sign, now: Timestamp) -> Result<i64, StoreError> {
    let id = tx.take_numbers(viewer.library(), "caution_fine", 1)?;
    let sql = "INSERT INTO caution_fine (library, id, person, kind, made_ms) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.execute(sql, values![viewer.library(), id, viewer.person(), sign.name(), now.as_millisecond()])?;
    note(tx, viewer, now, &Entry::CautionFine { kind: sign.name().to_owned() })?;
    Ok(id)
}

/// Takes back that a kind is fine. Answers whether the viewer had said so.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn take_back_fine(tx: &mut Tx<'_>, viewer: Viewer, id: i64, now: Timestamp) -> Result<bool, StoreError> {
    let sql =
        "UPDATE caution_fine SET ended_ms = ?4 WHERE library = ?1 AND person = ?2 AND id = ?3 AND ended_ms IS NULL";
    Ok(tx.execute(sql, values![viewer.library(), viewer.person(), id, now.as_millisecond()])? > 0)
}

/// Lets caution ask about that kind again, however often it was said to be fine. Answers whether it was.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn ask_again(tx: &mut Tx<'_>, viewer: Viewer, sign: Sign, now: Timestamp) -> Result<bool, StoreError> {
    let sql = "UPDATE caution_fine SET ended_ms = ?4
               WHERE library = ?1 AND person = ?2 AND kind = ?3 AND ended_ms IS NULL";
    Ok(tx.execute(sql, values![viewer.library(), viewer.person(), sign.name(), now.as_millisecond()])? > 0)
}
