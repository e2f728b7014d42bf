//! The rows of a test library, as they are.

use std::collections::BTreeMap;

use circle::Viewer;
use model::{MomentId, PhotoId};
use store::{StoreError, values};
use testkit::House;

/// The moment that each photo lies in, and the number of its burst there.
pub(crate) fn moments_of_photos(house: &House, viewer: Viewer) -> BTreeMap<PhotoId, (MomentId, i64)> {
    let sql = "SELECT photo, moment, burst FROM moment_photos WHERE library = ?1";
    let read = house
        .store
        .read(|tx| tx.all(sql, values![viewer.library()], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?)))));
    read.map_err(|error: StoreError| error).unwrap().into_iter().collect()
}
