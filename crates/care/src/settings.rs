//! How one person wants care to be.

use circle::Viewer;
use jiff::Timestamp;
use store::{StoreError, Tx, values};

use crate::log::{Entry, note};

/// How one person wants care to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CareSettings {
    /// Whether moments that nobody marked are asked about where signs say that they may be tender.
    pub caution: bool,
    /// Whether their library shows what is put away and what is asked about like everything else. Memories never do.
    pub shows_everything: bool,
}

impl Default for CareSettings {
    fn default() -> Self {
        Self { caution: true, shows_everything: false }
    }
}

/// How the viewer wants care to be.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn settings(tx: &mut Tx<'_>, viewer: Viewer) -> Result<CareSettings, StoreError> {
    let sql = "SELECT caution, shows FROM care_settings WHERE library = ?1 AND person = ?2";
    let read = |row: &store::Row<'_>| {
        let shows_everything = row.get::<String>(1)? == "everything";
        Ok(CareSettings { caution: row.get(0)?, shows_everything })
    };
    let known = tx.once("care settings", viewer.numbers([0; 2]), |tx| {
        Ok(tx.maybe(sql, values![viewer.library(), viewer.person()], read)?.unwrap_or_default())
    });
    Ok(*known?)
}

/// Changes how the viewer wants care to be. Answers how they wanted it before.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn change_settings(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    wanted: CareSettings,
    now: Timestamp,
) -> Result<CareSettings, StoreError> {
    let before = settings(tx, viewer)?;
    let shows = if wanted.shows_everything { "everything" } else { "quiet" };
    let sql = "INSERT INTO care_settings (library, person, caution, shows) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (library, person) DO UPDATE SET caution = ?3, shows = ?4";
    tx.execute(sql, values![viewer.library(), viewer.person(), wanted.caution, shows])?;
    if before.caution != wanted.caution {
        note(tx, viewer, now, &if wanted.caution { Entry::CautionOn } else { Entry::CautionOff })?;
    }
    if before.shows_everything != wanted.shows_everything {
        let entry = if wanted.shows_everything { Entry::LibraryShowsEverything } else { Entry::LibraryIsQuiet };
        note(tx, viewer, now, &entry)?;
    }
    Ok(before)
}
