//! Somebody and their photos, as lists. Not yet cleared for anyone's eyes.

use circle::Viewer;
use model::{ChangeId, PersonId, PhotoId};
use store::{StoreError, Tx, values};

use super::{AS_KNOWN, Named, PHOTOS, read};
use crate::Hit;

/// The person with that id, if they are in the viewer's library and shown as themselves.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn person(tx: &mut Tx<'_>, viewer: Viewer, id: PersonId) -> Result<Option<Named>, StoreError> {
    let sql =
        format!("SELECT {AS_KNOWN}, {PHOTOS} FROM people p WHERE p.library = ?1 AND p.id = ?3 AND p.shown_as = p.id");
    tx.maybe(&sql, values![viewer.library(), viewer.person(), id], read)
}

/// Somebody, with the newest of their photos that lists show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newest {
    /// Their name.
    pub name: String,
    /// At most [`FEW`] photos, the newest first.
    pub photos: Vec<PhotoId>,
    /// Whether these are all.
    pub are_all: bool,
}

/// How many of the newest photos are told of somebody.
const FEW: usize = 3;

/// Everybody, with the newest of their photos that are neither hidden nor removed nor left out. By an index for each person, however
/// many photos they are in.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn newest_of_everybody(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<Newest>, StoreError> {
    static SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        // One more than is told says whether there are more.
        let one = |nth: usize| {
            format!(
                "(SELECT o.photo FROM photo_people o JOIN photos t ON t.library = o.library AND t.id = o.photo
                  WHERE o.library = p.library AND o.person = p.id AND t.removed_ms IS NULL AND t.hidden = 0
                  AND t.left_out = 0 ORDER BY o.taken_ms DESC, o.photo DESC LIMIT 1 OFFSET {nth})"
            )
        };
        let newest = (0..=FEW).map(one).collect::<Vec<_>>().join(", ");
        format!(
            "SELECT p.name, {newest} FROM people p WHERE p.library = ?1 AND p.shown_as = p.id ORDER BY p.name, p.id"
        )
    });
    tx.all(&SQL, values![viewer.library()], |row| {
        let photos: Vec<Option<PhotoId>> = (1..=FEW + 1).map(|at| row.get(at)).collect::<Result<_, _>>()?;
        let photos: Vec<PhotoId> = photos.into_iter().flatten().collect();
        let are_all = photos.len() <= FEW;
        Ok(Newest { name: row.get(0)?, photos: photos.into_iter().take(FEW).collect(), are_all })
    })
}

/// The other names by which somebody is found, in order.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn other_names(tx: &mut Tx<'_>, viewer: Viewer, id: PersonId) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT n.name FROM names n JOIN people p ON p.library = n.library AND p.id = n.person
               JOIN people r ON r.library = p.library AND r.id = p.shown_as
               WHERE n.library = ?1 AND p.shown_as = ?2 AND n.name <> r.name ORDER BY n.name";
    tx.all(sql, values![viewer.library(), id], |row| row.get(0))
}

/// The photos whose files name somebody, or have a keyword that does, whatever is thought of who that is.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photos_naming(tx: &mut Tx<'_>, viewer: Viewer, id: PersonId) -> Result<Vec<PhotoId>, StoreError> {
    let sql = "SELECT o.photo FROM names n JOIN photo_names o ON o.library = n.library AND o.name = n.name
               WHERE n.library = ?1 AND n.person = ?2
               UNION SELECT k.photo FROM keyword_people n
               JOIN photo_keywords k ON k.library = n.library AND k.keyword = n.keyword
               WHERE n.library = ?1 AND n.person = ?2
               UNION SELECT s.photo FROM photo_people_said s WHERE s.library = ?1 AND s.person = ?2 AND s.said = 'in'";
    tx.all(sql, values![viewer.library(), id], |row| row.get(0))
}

/// What was taken for people and is nobody, by name, each with the change that said so and its id.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn things(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<(ChangeId, PersonId, String)>, StoreError> {
    let sql = "SELECT MAX(c.id), p.id, p.name FROM people p
               JOIN people_changes c ON c.library = p.library AND c.person = p.id AND c.kind = 'thing' AND c.undone_ms IS NULL
               WHERE p.library = ?1 AND p.not_person = 1 AND p.merged_into IS NULL GROUP BY p.id, p.name ORDER BY p.name, p.id";
    tx.all(sql, values![viewer.library()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}

/// Everybody in those photos, once for each photo.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn people_of(tx: &mut Tx<'_>, viewer: Viewer, photos: &[PhotoId]) -> Result<Vec<PersonId>, StoreError> {
    static SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        let list = store::parameters(2, crate::AT_ONCE);
        format!("SELECT person FROM photo_people WHERE library = ?1 AND photo IN ({list})")
    });
    let mut found = Vec::new();
    for chunk in photos.chunks(crate::AT_ONCE) {
        found.extend(tx.all(&SQL, &crate::ids(viewer, chunk), |row| row.get::<PersonId>(0))?);
    }
    Ok(found)
}

/// Every photo of somebody with its time (local milliseconds since 1970-01-01T00:00), newest first.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photos_of_person(tx: &mut Tx<'_>, viewer: Viewer, id: PersonId) -> Result<Vec<Hit>, StoreError> {
    let sql = "SELECT taken_ms, photo FROM photo_people WHERE library = ?1 AND person = ?2";
    let mut found: Vec<Hit> = tx.all(sql, values![viewer.library(), id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    found.sort_unstable_by(|a, b| b.cmp(a));
    Ok(found)
}

/// How good a picture of somebody each of those photos is: the best has the highest.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn faces_of(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: PersonId,
    photos: &[PhotoId],
) -> Result<Vec<(PhotoId, f64)>, StoreError> {
    static SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        let list = store::parameters(3, crate::AT_ONCE);
        format!(
            "SELECT o.photo, o.width, o.height, t.favourite, t.rating,
                    (SELECT COUNT(*) FROM photo_people n WHERE n.library = o.library AND n.photo = o.photo)
             FROM photo_people o JOIN photos t ON t.library = o.library AND t.id = o.photo
             WHERE o.library = ?1 AND o.person = ?2 AND t.not_shown IS NULL AND o.photo IN ({list})"
        )
    });
    let mut found = Vec::new();
    for chunk in photos.chunks(crate::AT_ONCE) {
        let mut values = crate::ids(viewer, chunk);
        values.insert(1, id.into());
        found.extend(tx.all(&SQL, &values, |row| {
            let area = row.get::<Option<f64>>(1)?.zip(row.get::<Option<f64>>(2)?).map_or(0.0, |(w, h)| w * h);
            let (favourite, rating) = (row.get::<bool>(3)?, row.get::<Option<i64>>(4)?.unwrap_or_default());
            let alone = 1.0 / row.get::<i64>(5)?.max(1) as f64;
            // Alone first, so that it can be told who it is; then a favourite, then a face that fills the picture.
            let merit = alone * 6.0 + f64::from(u8::from(favourite)) + rating as f64 * 0.2 + area.clamp(0.0, 1.0);
            Ok((row.get(0)?, merit))
        })?);
    }
    Ok(found)
}
