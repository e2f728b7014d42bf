//! The places of a library.

use circle::Viewer;
use model::{PhotoId, Place, PlaceId};
use store::{StoreError, Tx, values};

/// A place that photos were taken at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPlace {
    /// Its id in this library.
    pub id: PlaceId,
    /// Its name.
    pub place: Place,
}

/// Every place, by country, region and town.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn places(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<KnownPlace>, StoreError> {
    let sql = "SELECT id, town, region, country FROM places WHERE library = ?1 ORDER BY country, region, town";
    tx.all(sql, values![viewer.library()], |row| {
        let place = Place { town: row.get(1)?, region: row.get(2)?, country: row.get(3)? };
        Ok(KnownPlace { id: row.get(0)?, place })
    })
}

/// How many photos each place has, on the shelf or not.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn place_counts(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<(PlaceId, u64)>, StoreError> {
    let sql = "SELECT place, COUNT(*) FROM photo_places WHERE library = ?1 GROUP BY place";
    tx.all(sql, values![viewer.library()], |row| Ok((row.get(0)?, row.get::<i64>(1)? as u64)))
}

/// Where those photos were taken.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn places_of(tx: &mut Tx<'_>, viewer: Viewer, photos: &[PhotoId]) -> Result<Vec<PlaceId>, StoreError> {
    static SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        let list = store::parameters(2, crate::AT_ONCE);
        format!("SELECT place FROM photo_places WHERE library = ?1 AND photo IN ({list})")
    });
    let mut found = Vec::new();
    for chunk in photos.chunks(crate::AT_ONCE) {
        found.extend(tx.all(&SQL, &crate::ids(viewer, chunk), |row| row.get::<PlaceId>(0))?);
    }
    Ok(found)
}

/// The names of some towns, in the order asked for.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn towns_named(tx: &mut Tx<'_>, viewer: Viewer, towns: &[PlaceId]) -> Result<Vec<Place>, StoreError> {
    let sql = "SELECT town, region, country FROM places WHERE library = ?1 AND id = ?2";
    let mut found = Vec::with_capacity(towns.len());
    for town in towns {
        found.extend(tx.maybe(sql, values![viewer.library(), *town], |row| {
            Ok(Place { town: row.get(0)?, region: row.get(1)?, country: row.get(2)? })
        })?);
    }
    Ok(found)
}
