//! The first visit: before anybody is shown a memory they are asked once whether there is somebody, or a time, that they would rather
//! not meet unasked.

use circle::Viewer;
use jiff::Timestamp;
use store::{StoreError, Tx, values};

use crate::log::{Entry, note};

/// What somebody answered when they were asked first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FirstVisit {
    /// Nothing yet: memories wait.
    #[default]
    Waits,
    /// "Nothing now": caution asks them about nobody's absence any more.
    Nothing,
    /// They said what it is.
    Said,
}

impl FirstVisit {
    const ALL: [Self; 3] = [Self::Waits, Self::Nothing, Self::Said];

    /// The stable name used in the database and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Waits => "waits",
            Self::Nothing => "nothing",
            Self::Said => "said",
        }
    }

    /// The answer with that stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.name() == name)
    }
}

/// What the viewer answered. A name that nobody knows is no answer.
///
/// # Errors
/// Where the database cannot be asked: then nothing may be shown.
pub(crate) fn first_visit(tx: &mut Tx<'_>, viewer: Viewer) -> Result<FirstVisit, StoreError> {
    let sql = "SELECT first_visit FROM care_settings WHERE library = ?1 AND person = ?2";
    let known = tx.once("first visit", viewer.numbers([0; 2]), |tx| {
        let kept = tx.maybe(sql, values![viewer.library(), viewer.person()], |row| row.get::<String>(0))?;
        Ok(kept.and_then(|name| FirstVisit::from_name(&name)).unwrap_or_default())
    });
    Ok(*known?)
}

/// Keeps what the viewer answered; the later answer counts. Answers what it was before.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn answer_first_visit(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    answer: FirstVisit,
    now: Timestamp,
) -> Result<FirstVisit, StoreError> {
    let before = first_visit(tx, viewer)?;
    if before == answer {
        return Ok(before);
    }
    let sql = "INSERT INTO care_settings (library, person, caution, shows, first_visit) VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT (library, person) DO UPDATE SET first_visit = ?5";
    tx.execute(sql, values![viewer.library(), viewer.person(), true, "quiet", answer.name()])?;
    note(tx, viewer, now, &Entry::FirstVisit { answer: answer.name().to_owned() })?;
    Ok(before)
}

/// Whoever says a loss has answered by that.
///
/// # Errors
/// As for [`answer_first_visit`].
pub(crate) fn answered_by_a_loss(tx: &mut Tx<'_>, viewer: Viewer, now: Timestamp) -> Result<(), StoreError> {
    answer_first_visit(tx, viewer, FirstVisit::Said, now).map(drop)
}
