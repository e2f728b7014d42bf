//! Saying who is in a photo. What its owner said outlives a changed file.

use circle::Viewer;
use model::{PersonId, PhotoId};
use store::{StoreError, Tx, values};

use crate::{name_person, photos};

/// Longest name that is kept, in characters; an index cannot hold pages of text.
const LONGEST: usize = 400;

/// Says that somebody of that name is in those photos. Answers who, and in which photos they were not named before: the ones
/// that [`untag`] takes it back for. `None` for a name of blanks.
///
/// # Errors
/// The database's own refusal.
pub fn tag(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    ids: &[PhotoId],
    name: &str,
) -> Result<Option<(PersonId, Vec<PhotoId>)>, StoreError> {
    let name: String = name.trim().chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    if name.trim().is_empty() {
        return Ok(None);
    }
    let found = photos(tx, viewer, ids)?;
    if found.is_empty() {
        return Ok(None);
    }
    let person = name_person(tx, viewer.library(), &name)?;
    let mut tagged = Vec::new();
    for photo in found {
        let taken = photo.taken.as_ref().map(|taken| model::millis(taken.at));
        let sql = "INSERT INTO photo_people (library, photo, person, taken_ms, by_owner) VALUES (?1, ?2, ?3, ?4, 1)
                   ON CONFLICT (library, photo, person) DO NOTHING";
        if tx.execute(sql, values![viewer.library(), photo.id, person, taken])? > 0 {
            crate::mark_changed(tx, viewer.library(), photo.taken.as_ref())?;
            tagged.push(photo.id);
        }
    }
    Ok(Some((person, tagged)))
}

/// Takes [`tag`] back. Answers how many photos named them because their owner said so.
///
/// # Errors
/// The database's own refusal.
pub fn untag(tx: &mut Tx<'_>, viewer: Viewer, ids: &[PhotoId], person: PersonId) -> Result<usize, StoreError> {
    let mut untagged = 0;
    for photo in photos(tx, viewer, ids)? {
        let sql = "DELETE FROM photo_people WHERE library = ?1 AND photo = ?2 AND person = ?3 AND by_owner = 1";
        if tx.execute(sql, values![viewer.library(), photo.id, person])? > 0 {
            crate::mark_changed(tx, viewer.library(), photo.taken.as_ref())?;
            untagged += 1;
        }
    }
    Ok(untagged)
}
