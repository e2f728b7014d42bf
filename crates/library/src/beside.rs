//! What counts for care beside what is shown of a photo: who was in it, by what words it was found and where it was taken, before
//! something was corrected. No correction takes anything out of a loss's reach by itself; its owner does, where they say so of the
//! photo. (Dates are known more or less roughly, and have `dates/beside.rs`.)

use model::{LibraryId, PersonId, PhotoId};
use store::{StoreError, Tx, Value};

/// A kind of what counts beside.
pub(crate) struct Beside {
    /// The table of what is shown, and the column of the photo in it.
    shown: (&'static str, &'static str),
    /// The table of what counts beside.
    beside: &'static str,
    /// What is told of a photo there, in both tables.
    told: &'static [&'static str],
}

/// Who is in a photo.
pub(crate) const PEOPLE: Beside =
    Beside { shown: ("photo_people", "photo"), beside: "photo_people_beside", told: &["person"] };
/// The words by which it is found.
pub(crate) const WORDS: Beside =
    Beside { shown: ("photo_words", "photo"), beside: "photo_words_beside", told: &["word"] };
/// The town.
pub(crate) const PLACES: Beside =
    Beside { shown: ("photo_places", "photo"), beside: "photo_places_beside", told: &["place"] };
/// The point.
pub(crate) const POSITIONS: Beside =
    Beside { shown: ("photos", "id"), beside: "photo_positions_beside", told: &["latitude", "longitude"] };

/// Of which photos something is told anew.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Which {
    Photo(PhotoId),
    /// All that show somebody.
    Person(PersonId),
}

impl Beside {
    /// Notes what is shown, before it is told anew.
    pub(crate) fn note(&self, tx: &mut Tx<'_>, library: LibraryId, which: Which) -> Result<(), StoreError> {
        let ((shown, photo), beside) = (self.shown, self.beside);
        let (column, id) = which.column(photo);
        let (told, there) = (self.told.join(", "), self.each(|one| format!("{one} IS NOT NULL")));
        let sql = format!(
            "INSERT INTO {beside} (library, photo, {told})
             SELECT library, {photo}, {told} FROM {shown} WHERE library = ?1 AND {column} = ?2 AND {there}
             ON CONFLICT (library, photo, {told}) DO NOTHING"
        );
        tx.execute(&sql, &[library.into(), id]).map(drop)
    }

    /// What is shown needs not to count beside itself.
    pub(crate) fn forget_shown(&self, tx: &mut Tx<'_>, library: LibraryId, which: Which) -> Result<(), StoreError> {
        let ((shown, photo), beside) = (self.shown, self.beside);
        let (column, id) = which.column("photo");
        let same = self.each(|one| format!("s.{one} = {beside}.{one}"));
        let sql = format!(
            "DELETE FROM {beside} WHERE library = ?1 AND {column} = ?2 AND EXISTS
             (SELECT 1 FROM {shown} s WHERE s.library = {beside}.library AND s.{photo} = {beside}.photo AND {same})"
        );
        tx.execute(&sql, &[library.into(), id]).map(drop)
    }

    /// A condition on all that is told.
    fn each(&self, spell: impl Fn(&str) -> String) -> String {
        self.told.iter().map(|one| spell(one)).collect::<Vec<_>>().join(" AND ")
    }
}

impl Which {
    /// The column by which they are found, where that of the photo is called `photo`, and its value.
    fn column(self, photo: &'static str) -> (&'static str, Value) {
        match self {
            Self::Photo(id) => (photo, id.into()),
            Self::Person(id) => ("person", id.into()),
        }
    }
}
