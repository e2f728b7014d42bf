//! Naming somebody in several photos by writing a name.

use circle::Viewer;
use jiff::Timestamp;
use model::{ChangeId, PhotoId};
use store::{StoreError, Tx};

use super::said::say_in;
use super::{Name, name_person, person_named};
use crate::photos;

/// Somebody was named in photos.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagged {
    /// The photos in which they were not named before.
    pub photos: Vec<PhotoId>,
    /// By what it is taken back: what had been said of them before holds again.
    pub change: ChangeId,
}

/// Says that somebody of that name is in those photos. `None` for a name of blanks, and where there is nothing to say.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn tag(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    ids: &[PhotoId],
    name: &str,
    now: Timestamp,
) -> Result<Option<Tagged>, StoreError> {
    let Ok(name) = name.parse::<Name>() else { return Ok(None) };
    let found = photos(tx, viewer, ids)?;
    if found.is_empty() {
        return Ok(None);
    }
    let made = person_named(tx, viewer.library(), &name)?.1;
    let person = name_person(tx, viewer.library(), name.as_str())?;
    let unnamed = found.into_iter().filter(|photo| !photo.people.iter().any(|(who, _)| *who == person));
    let photos: Vec<PhotoId> = unnamed.map(|photo| photo.id).collect();
    if photos.is_empty() {
        return Ok(None);
    }
    let change = say_in(tx, viewer, &photos, person, made, now)?;
    Ok(Some(Tagged { photos, change }))
}
