//! Naming somebody in several photos by writing a name.

use circle::Viewer;
use model::{PersonId, PhotoId};
use store::{StoreError, Tx, values};

use super::said::set_said;
use super::who::settle_photo;
use super::{Name, name_person};
use crate::{mark_changed, photos};

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
    let Ok(name) = name.parse::<Name>() else { return Ok(None) };
    let found = photos(tx, viewer, ids)?;
    if found.is_empty() {
        return Ok(None);
    }
    let library = viewer.library();
    let person = name_person(tx, library, name.as_str())?;
    let mut tagged = Vec::new();
    for photo in found.into_iter().filter(|photo| !photo.people.iter().any(|(who, _)| *who == person)) {
        set_said(tx, library, photo.id, person, Some(("in".to_owned(), None)))?;
        settle_photo(tx, library, photo.id)?;
        mark_changed(tx, library, photo.taken.as_ref())?;
        tagged.push(photo.id);
    }
    Ok(Some((person, tagged)))
}

/// Takes [`tag`] back. Answers how many photos named them because their owner said so.
///
/// # Errors
/// The database's own refusal.
pub fn untag(tx: &mut Tx<'_>, viewer: Viewer, ids: &[PhotoId], person: PersonId) -> Result<usize, StoreError> {
    let (library, mut untagged) = (viewer.library(), 0);
    for photo in photos(tx, viewer, ids)? {
        let sql = "DELETE FROM photo_people_said WHERE library = ?1 AND photo = ?2 AND person = ?3 AND said = 'in'";
        if tx.execute(sql, values![library, photo.id, person])? > 0 {
            settle_photo(tx, library, photo.id)?;
            mark_changed(tx, library, photo.taken.as_ref())?;
            untagged += 1;
        }
    }
    Ok(untagged)
}
