//! Moments as they are read. Not yet cleared for anyone's eyes.

use std::sync::OnceLock;

use crate::said::{MomentWords, fill_in};
use circle::Viewer;
use jiff::civil::{Date, DateTime};
use model::{MomentId, PhotoId, Place};
use store::{Row, StoreError, Tx, Value, parameters, values};

/// Photos that belong together in time and place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Its id in this library. It stays the same while most of its photos do.
    pub id: MomentId,
    /// The day it began.
    pub day: Date,
    /// Local time of its first photo.
    pub begins: DateTime,
    /// Local time of its last photo.
    pub ends: DateTime,
    /// How many photos it holds.
    pub photos: u32,
    /// Where most of them were taken.
    pub place: Option<Place>,
    /// What its owner said of it.
    pub said: MomentWords,
}

/// A photo's place in a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// The moment.
    pub moment: MomentId,
    /// The photo.
    pub photo: PhotoId,
    /// Its place in the order of time, from 0.
    pub place: u32,
    /// Its place in the order of choice, from 0.
    pub rank: u32,
    /// Photos of a moment with the same number are one picture to the eye.
    pub burst: u32,
    /// The day it was taken, in days since 1970-01-01.
    pub day: i64,
}

/// The moment with that id, if it is in the viewer's library.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn moment(tx: &mut Tx<'_>, viewer: Viewer, id: MomentId) -> Result<Option<Moment>, StoreError> {
    let sql = "SELECT id, day, begins_ms, ends_ms, photos, town, region, country FROM moments
               WHERE library = ?1 AND id = ?2";
    let known = tx.once("a moment", viewer.numbers([id.0, 0]), |tx| {
        let mut found = tx.all(sql, values![viewer.library(), id], read)?;
        fill_in(tx, viewer, &mut found)?;
        Ok(found.pop())
    });
    Ok(Option::clone(&*known?))
}

/// Everything in those moments, in order of moment and choice.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn contents(tx: &mut Tx<'_>, viewer: Viewer, moments: &[MomentId]) -> Result<Vec<Member>, StoreError> {
    match moments {
        // What a page of a photo asks for again and again.
        [moment] => {
            let of = viewer.numbers([moment.0, 0]);
            Ok(tx.once("a moment's photos", of, |tx| all_contents(tx, viewer, moments))?.to_vec())
        }
        _ => all_contents(tx, viewer, moments),
    }
}

fn all_contents(tx: &mut Tx<'_>, viewer: Viewer, moments: &[MomentId]) -> Result<Vec<Member>, StoreError> {
    let sql = |at_once| {
        format!(
            "SELECT moment, photo, place, rank, burst, day FROM moment_photos
             WHERE library = ?1 AND moment IN ({}) ORDER BY moment, rank",
            parameters(2, at_once)
        )
    };
    static FEW: OnceLock<String> = OnceLock::new();
    static MANY: OnceLock<String> = OnceLock::new();
    // Each trip to a server takes longer than what it asks for.
    let (at_once, sql) = match moments.len() {
        0..=AT_ONCE => (AT_ONCE, FEW.get_or_init(|| sql(AT_ONCE))),
        _ => (MANY_AT_ONCE, MANY.get_or_init(|| sql(MANY_AT_ONCE))),
    };
    let mut found = Vec::new();
    for chunk in moments.chunks(at_once) {
        let mut wanted = vec![viewer.library().into()];
        wanted.extend((0..at_once).map(|i| Value::from(chunk.get(i).copied().unwrap_or(MomentId(-1)))));
        found.extend(tx.all(sql, &wanted, read_member)?);
    }
    Ok(found)
}

/// The first `most` photos in the order of choice of each of those moments.
pub(crate) fn best(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    moments: &[MomentId],
    most: usize,
) -> Result<Vec<Member>, StoreError> {
    static SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        format!(
            "SELECT moment, photo, place, rank, burst, day FROM moment_photos
             WHERE library = ?1 AND rank < ?2 AND moment IN ({}) ORDER BY moment, rank",
            parameters(3, AT_ONCE)
        )
    });
    let mut found = Vec::new();
    for chunk in moments.chunks(AT_ONCE) {
        let first = vec![viewer.library().into(), most.into()];
        found.extend(tx.all(&SQL, &filled(first, chunk), read_member)?);
    }
    Ok(found)
}

/// Those moments, in the order asked for.
pub(crate) fn moments(tx: &mut Tx<'_>, viewer: Viewer, ids: &[MomentId]) -> Result<Vec<Moment>, StoreError> {
    static SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        format!(
            "SELECT id, day, begins_ms, ends_ms, photos, town, region, country FROM moments
             WHERE library = ?1 AND id IN ({})",
            parameters(2, AT_ONCE)
        )
    });
    let mut found: Vec<Moment> = Vec::new();
    for chunk in ids.chunks(AT_ONCE) {
        found.extend(tx.all(&SQL, &filled(vec![viewer.library().into()], chunk), read)?);
    }
    fill_in(tx, viewer, &mut found)?;
    found.sort_by_key(|moment| ids.iter().position(|id| *id == moment.id));
    Ok(found)
}

/// A photo's place in the moments that hold it: one, or none.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn member(tx: &mut Tx<'_>, viewer: Viewer, photo: PhotoId) -> Result<Option<Member>, StoreError> {
    let sql = "SELECT moment, photo, place, rank, burst, day FROM moment_photos WHERE library = ?1 AND photo = ?2";
    let of = viewer.numbers([photo.0, 0]);
    Ok(*tx.once("a photo's moment", of, |tx| tx.maybe(sql, values![viewer.library(), photo], read_member))?)
}

/// A few photos of a moment that come right before a place in the order of time, the nearest first.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn before(tx: &mut Tx<'_>, viewer: Viewer, moment: MomentId, place: u32) -> Result<Vec<Member>, StoreError> {
    let sql = "SELECT moment, photo, place, rank, burst, day FROM moment_photos
               WHERE library = ?1 AND moment = ?2 AND place < ?3 ORDER BY place DESC LIMIT ?4";
    tx.all(sql, values![viewer.library(), moment, place, AT_ONCE], read_member)
}

/// The moments that hold any of those photos.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn moments_holding(tx: &mut Tx<'_>, viewer: Viewer, photos: &[PhotoId]) -> Result<Vec<MomentId>, StoreError> {
    let sql = |at_once| {
        let list = parameters(2, at_once);
        format!("SELECT moment FROM moment_photos WHERE library = ?1 AND photo IN ({list})")
    };
    static FEW: OnceLock<String> = OnceLock::new();
    static MANY: OnceLock<String> = OnceLock::new();
    let (at_once, sql) = match photos.len() {
        0..=PHOTOS_AT_ONCE => (PHOTOS_AT_ONCE, FEW.get_or_init(|| sql(PHOTOS_AT_ONCE))),
        _ => (MANY_AT_ONCE, MANY.get_or_init(|| sql(MANY_AT_ONCE))),
    };
    let one = "SELECT moment FROM moment_photos WHERE library = ?1 AND photo = ?2";
    let mut found: Vec<MomentId> = Vec::new();
    for chunk in photos.chunks(at_once) {
        let mut wanted = vec![Value::from(viewer.library())];
        if let [photo] = chunk {
            wanted.push((*photo).into());
            found.extend(tx.all(one, &wanted, |row| row.get::<MomentId>(0))?);
            continue;
        }
        wanted.extend((0..at_once).map(|i| Value::from(chunk.get(i).copied().unwrap_or(PhotoId(-1)))));
        found.extend(tx.all(sql, &wanted, |row| row.get::<MomentId>(0))?);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// In which moment each of those photos is, of those that are in one.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn moments_of(tx: &mut Tx<'_>, viewer: Viewer, photos: &[PhotoId]) -> Result<Vec<(PhotoId, MomentId)>, StoreError> {
    let mut found = Vec::new();
    for chunk in photos.chunks(MANY_AT_ONCE) {
        let at_once = if chunk.len() <= PHOTOS_AT_ONCE { PHOTOS_AT_ONCE } else { MANY_AT_ONCE };
        let list = parameters(2, at_once);
        let sql = format!("SELECT photo, moment FROM moment_photos WHERE library = ?1 AND photo IN ({list})");
        let mut wanted = vec![Value::from(viewer.library())];
        wanted.extend((0..at_once).map(|i| Value::from(chunk.get(i).copied().unwrap_or(PhotoId(-1)))));
        found.extend(tx.all(&sql, &wanted, |row| Ok((row.get(0)?, row.get(1)?)))?);
    }
    Ok(found)
}

/// The moments in the waking hours of those days (in days since 1970-01-01), each with the day it began.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn moments_of_nights(tx: &mut Tx<'_>, viewer: Viewer, nights: &[i64]) -> Result<Vec<(MomentId, i64)>, StoreError> {
    let sql = "SELECT id, day FROM moments WHERE library = ?1 AND night = ?2";
    let mut found = Vec::new();
    for night in nights {
        found.extend(tx.all(sql, values![viewer.library(), *night], |row| Ok((row.get(0)?, row.get(1)?)))?);
    }
    Ok(found)
}

/// How many photos one statement takes; what is not needed is filled with an id that nothing has.
const PHOTOS_AT_ONCE: usize = 64;

/// How many of either one statement takes where there are many.
const MANY_AT_ONCE: usize = 512;

/// How many moments one statement takes; what is not needed is filled with an id that nothing has.
const AT_ONCE: usize = 16;

fn filled(mut values: Vec<Value>, ids: &[MomentId]) -> Vec<Value> {
    values.extend((0..AT_ONCE).map(|i| ids.get(i).copied().unwrap_or(MomentId(-1)).into()));
    values
}

fn read(row: &Row<'_>) -> Result<Moment, StoreError> {
    let strange = || StoreError::Unexpected("a moment outside of time".to_owned());
    let time = |ms: i64| model::moment_of(ms).ok_or_else(strange);
    let place = row.get::<Option<String>>(5)?.map(|town| -> Result<Place, StoreError> {
        let text = |at| Ok::<_, StoreError>(row.get::<Option<String>>(at)?.unwrap_or_default());
        Ok(Place { town, region: text(6)?, country: text(7)? })
    });
    Ok(Moment {
        id: row.get(0)?,
        day: model::day_from_number(row.get(1)?).ok_or_else(strange)?,
        begins: time(row.get(2)?)?,
        ends: time(row.get(3)?)?,
        photos: row.get::<i64>(4)? as u32,
        place: place.transpose()?,
        said: MomentWords::default(),
    })
}

fn read_member(row: &Row<'_>) -> Result<Member, StoreError> {
    Ok(Member {
        moment: row.get(0)?,
        photo: row.get(1)?,
        place: row.get::<i64>(2)? as u32,
        rank: row.get::<i64>(3)? as u32,
        burst: row.get::<i64>(4)? as u32,
        day: row.get(5)?,
    })
}
