//! What was decided, shown and changed for one person: for their eyes alone, and theirs to delete. It holds kinds, days,
//! numbers and ids, and no words.

use std::collections::HashSet;

use circle::Viewer;
use jiff::Timestamp;
use jiff::civil::Date;
use model::{HardDayId, LossId, WishId};
use serde::{Deserialize, Serialize};
use store::{Store, StoreError, Tx, values};

/// How many entries one look at the log takes.
pub const LOG_AT_ONCE: usize = 200;
/// How many entries are kept; the oldest make room.
const MOST: i64 = 5_000;

/// Something that happened between a person and care.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "what")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Entry {
    LossAdded {
        loss: LossId,
    },
    LossChanged {
        loss: LossId,
    },
    LossRemoved {
        loss: LossId,
    },
    LossRestored {
        loss: LossId,
    },
    LossOffered {
        loss: LossId,
    },
    Wished {
        wish: WishId,
        want: crate::Want,
    },
    Lifted {
        wish: WishId,
    },
    /// A welcome, or "ask first", was lifted: nothing returns by that. It is written down as [`Entry::Lifted`].
    TakenBack {
        wish: WishId,
    },
    Opened,
    TenderFrom {
        from: Date,
        until: Date,
    },
    TenderEnded,
    HardDayAdded {
        day: HardDayId,
    },
    HardDayRemoved {
        day: HardDayId,
    },
    PlanChosen,
    /// What was answered to the first question, by its stable name.
    FirstVisit {
        answer: String,
    },
    CautionOn,
    CautionOff,
    /// What was said of pictures with somebody, by its stable name.
    PersonSaid {
        said: String,
    },
    /// A kind of what caution asks about is fine, by its stable name; it asks about none of that any more.
    CautionFine {
        kind: String,
    },
    LibraryShowsEverything,
    LibraryIsQuiet,
    /// Something of photos, moments or people was changed, or such a change was taken back.
    Changed {
        of: WhatChanged,
        how_many: u32,
    },
    /// The plan of a day was shown: so many memories, so many asked about, or nothing because it was a quiet day.
    Shown {
        day: Date,
        shown: u32,
        asked: u32,
        quiet: bool,
    },
}

/// What of photos, moments or people was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum WhatChanged {
    Dates,
    Turned,
    Hidden,
    Removed,
    Words,
    Moments,
    People,
}

/// An entry with its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    pub entry: Entry,
}

/// Notes an entry.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn note(tx: &mut Tx<'_>, viewer: Viewer, now: Timestamp, entry: &Entry) -> Result<(), StoreError> {
    let said = serde_json::to_string(entry).map_err(|error| StoreError::Unexpected(error.to_string()))?;
    let (library, person) = (viewer.library(), viewer.person());
    let id = tx.take_numbers(library, "care_log", 1)?;
    let sql = "INSERT INTO care_log (library, id, person, at_ms, body) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.execute(sql, values![library, id, person, now.as_millisecond(), said])?;
    if id % 100 == 0 {
        let sql = "DELETE FROM care_log WHERE library = ?1 AND person = ?2 AND id <= ?3";
        tx.execute(sql, values![library, person, id - MOST])?;
    }
    Ok(())
}

/// Notes an entry, unless it is among the latest: looking again at what was shown changes nothing. Reads first, so that a look at what
/// was looked at before writes nothing: then it answers of which version of the data that is known.
pub(crate) fn note_once(
    store: &Store,
    viewer: Viewer,
    now: Timestamp,
    entry: &Entry,
) -> Result<Option<i64>, StoreError> {
    let body = serde_json::to_string(entry).map_err(|error| StoreError::Unexpected(error.to_string()))?;
    let sql = "SELECT id FROM care_log WHERE library = ?1 AND person = ?2 AND body = ?3 AND id >
               COALESCE((SELECT MAX(id) FROM care_log WHERE library = ?1 AND person = ?2), 0) - 20";
    let values = values![viewer.library(), viewer.person(), body];
    let (version, known) =
        store.read(|tx| Ok::<_, StoreError>((tx.version()?, tx.maybe(sql, values, |row| row.get::<i64>(0))?)))?;
    if known.is_some() {
        return Ok(Some(version));
    }
    store.write(|tx| note(tx, viewer, now, entry))?;
    Ok(None)
}

/// The viewer's log, the latest first: at most [`LOG_AT_ONCE`] entries.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn log(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<Logged>, StoreError> {
    let sql = "SELECT at_ms, body FROM care_log WHERE library = ?1 AND person = ?2 ORDER BY id DESC LIMIT ?3";
    let values = values![viewer.library(), viewer.person(), LOG_AT_ONCE];
    let rows = tx.all(sql, values, |row| Ok((row.get::<i64>(0)?, row.get::<String>(1)?)))?;
    let sql =
        "SELECT id FROM wishes WHERE library = ?1 AND person = ?2 AND wish <> 'keep_away' AND lifted_ms IS NOT NULL";
    let kept_nothing_away: HashSet<WishId> =
        tx.all(sql, values![viewer.library(), viewer.person()], |row| row.get(0))?.into_iter().collect();
    let read = |(at, said): (i64, String)| {
        // An entry that a newer Perennial wrote is passed by.
        let entry = match serde_json::from_str(&said).ok()? {
            Entry::Lifted { wish } if kept_nothing_away.contains(&wish) => Entry::TakenBack { wish },
            entry => entry,
        };
        Some(Logged { at: Timestamp::from_millisecond(at).ok()?, entry })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Deletes the viewer's log. Wishes and losses stay.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn delete_log(tx: &mut Tx<'_>, viewer: Viewer) -> Result<(), StoreError> {
    tx.execute("DELETE FROM care_log WHERE library = ?1 AND person = ?2", values![viewer.library(), viewer.person()])?;
    Ok(())
}
