//! Who counts for care beside those who are in a photo: whoever was in it before something was corrected. No correction takes
//! anything out of a loss's reach by itself; its owner does, where they say so of the photo.

use model::{LibraryId, PersonId, PhotoId};
use store::{StoreError, Tx, Value};

/// What becomes of those who are in a photo no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gone {
    /// Something was corrected: they count beside for care.
    CountsBeside,
    /// A change was taken back: it is as it was before, and what came about by it leaves nothing behind.
    Forgotten,
}

/// Which photos it is worked out for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Which {
    Photo(PhotoId),
    /// All that show somebody.
    Person(PersonId),
}

/// Notes who is in those photos, before it is worked out anew.
pub(super) fn note_gone(tx: &mut Tx<'_>, library: LibraryId, which: Which, gone: Gone) -> Result<(), StoreError> {
    if gone == Gone::Forgotten {
        return Ok(());
    }
    let (column, id) = column(which);
    let sql = format!(
        "INSERT INTO photo_people_beside (library, photo, person)
         SELECT library, photo, person FROM photo_people WHERE library = ?1 AND {column} = ?2
         ON CONFLICT (library, photo, person) DO NOTHING"
    );
    tx.execute(&sql, &[library.into(), id])?;
    Ok(())
}

/// Whoever is in a photo needs not to count beside.
pub(super) fn forget_shown(tx: &mut Tx<'_>, library: LibraryId, which: Which) -> Result<(), StoreError> {
    let (column, id) = column(which);
    let sql = format!(
        "DELETE FROM photo_people_beside WHERE library = ?1 AND {column} = ?2 AND EXISTS
         (SELECT 1 FROM photo_people o WHERE o.library = photo_people_beside.library
          AND o.photo = photo_people_beside.photo AND o.person = photo_people_beside.person)"
    );
    tx.execute(&sql, &[library.into(), id])?;
    Ok(())
}

fn column(which: Which) -> (&'static str, Value) {
    match which {
        Which::Photo(photo) => ("photo", photo.into()),
        Which::Person(person) => ("person", person.into()),
    }
}
