//! Keeping what was found: rows for a photo, its people, its keywords and its files.

use std::path::PathBuf;

use jiff::Timestamp;
use media::{Facts, NotShown, Renditions};
use model::{Confidence, LibraryId, PersonId, PhotoId, Taken};
use store::{StoreError, Tx, Value, values};

use crate::folders::bytes_of;
use crate::{mark_changed, name_person};

/// A photo as it came from a file, ready to be kept.
#[derive(Clone, Debug)]
pub struct NewPhoto {
    /// BLAKE3 of the file's content.
    pub content: [u8; 32],
    /// Size of the file.
    pub bytes: u64,
    /// What is known of it.
    pub facts: Facts,
    /// What can be shown (its pictures are among the blobs already), or why nothing can.
    pub shown: Result<Shown, NotShown>,
    /// The files that hold it; the first holds it whole.
    pub files: Vec<NewFile>,
}

/// What remains to be kept of renditions once their pictures are among the blobs.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    size: (u32, u32),
    thumbhash: Vec<u8>,
    likeness: u64,
}

/// A file that holds a photo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Where.
    pub path: PathBuf,
    /// Whether it is the moving half of a Live Photo, rather than the photo whole.
    pub motion: bool,
    /// Changes when the file or a sidecar of it does.
    pub stamp: String,
}

/// Whether a photo was new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    New,
    Elsewhere,
    Changed,
}

impl From<&Renditions> for Shown {
    fn from(made: &Renditions) -> Self {
        Self { size: made.size, thumbhash: made.thumbhash.clone(), likeness: made.likeness }
    }
}

/// Keeps a photo: the same content is one photo however many files hold it, and a file that was edited in place keeps its
/// photo's id, corrections and wishes. Answers the photo's id.
///
/// # Errors
/// The database's own refusal.
pub fn keep(tx: &mut Tx<'_>, library: LibraryId, new: &NewPhoto, now: Timestamp) -> Result<PhotoId, StoreError> {
    Ok(keep_counted(tx, library, new, now)?.0)
}

pub(crate) fn keep_counted(
    tx: &mut Tx<'_>,
    library: LibraryId,
    new: &NewPhoto,
    now: Timestamp,
) -> Result<(PhotoId, Kept), StoreError> {
    let known = "SELECT id FROM photos WHERE library = ?1 AND content = ?2";
    let same: Option<PhotoId> = tx.maybe(known, values![library, &new.content[..]], |row| row.get(0))?;
    let before = new.files.first().map(|file| edited_in_place(tx, library, file)).transpose()?.flatten();
    let (id, kept) = match (same, before) {
        (Some(same), _) => (same, if holds_already(tx, library, same, new)? { Kept::Changed } else { Kept::Elsewhere }),
        (None, Some(edited)) => (edited, Kept::Changed),
        (None, None) => (insert(tx, library, new, now)?, Kept::New),
    };
    if let Some(replaced) = before.filter(|before| *before != id) {
        let_go(tx, library, replaced)?;
    }
    describe(tx, library, id, new)?;
    for file in &new.files {
        note_file(tx, library, id, file)?;
    }
    Ok((id, kept))
}

/// A file at a known path whose former photo no other file holds: it was edited where it is.
fn edited_in_place(tx: &mut Tx<'_>, library: LibraryId, file: &NewFile) -> Result<Option<PhotoId>, StoreError> {
    let sql =
        "SELECT f.photo FROM files f WHERE f.library = ?1 AND f.path = ?2 AND f.role = 'whole' AND f.photo IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM files o WHERE o.library = f.library AND o.photo = f.photo
                               AND o.role = 'whole' AND o.id <> f.id)";
    tx.maybe(sql, values![library, bytes_of(&file.path)], |row| row.get(0))
}

/// A photo whose only file now holds another: it is missing. What could never be shown, such as half of a copy, is
/// forgotten instead.
fn let_go(tx: &mut Tx<'_>, library: LibraryId, id: PhotoId) -> Result<(), StoreError> {
    let forget = "DELETE FROM photos WHERE library = ?1 AND id = ?2 AND not_shown IS NOT NULL";
    if tx.execute(forget, values![library, id])? == 0 {
        tx.execute("UPDATE photos SET missing = 1 WHERE library = ?1 AND id = ?2", values![library, id])?;
        return Ok(());
    }
    for sql in [
        "DELETE FROM photo_people WHERE library = ?1 AND photo = ?2",
        "DELETE FROM photo_keywords WHERE library = ?1 AND photo = ?2",
    ] {
        tx.execute(sql, values![library, id])?;
    }
    Ok(())
}

fn holds_already(tx: &mut Tx<'_>, library: LibraryId, photo: PhotoId, new: &NewPhoto) -> Result<bool, StoreError> {
    let Some(file) = new.files.first() else { return Ok(false) };
    let sql = "SELECT id FROM files WHERE library = ?1 AND path = ?2 AND photo = ?3";
    Ok(tx.maybe(sql, values![library, bytes_of(&file.path), photo], |row| row.get::<i64>(0))?.is_some())
}

fn insert(tx: &mut Tx<'_>, library: LibraryId, new: &NewPhoto, now: Timestamp) -> Result<PhotoId, StoreError> {
    let id = PhotoId(tx.take_numbers(library, "photo", 1)?);
    let sql = "INSERT INTO photos (library, id, content, bytes, format, orientation, favourite, genre, hidden, missing,
                                   added_ms)
               VALUES (?1, ?2, ?3, ?4, ?5, 1, 0, 'photo', 0, 0, ?6)";
    let bytes = new.bytes as i64;
    let format = name_of(new.facts.format)?;
    tx.execute(sql, values![library, id, &new.content[..], bytes, format, now.as_millisecond()])?;
    Ok(id)
}

/// Writes what the files say. A date that the owner corrected stays as they said.
fn describe(tx: &mut Tx<'_>, library: LibraryId, id: PhotoId, new: &NewPhoto) -> Result<(), StoreError> {
    let before = "SELECT taken_ms, taken_precision, taken_offset, taken_confidence FROM photos
                  WHERE library = ?1 AND id = ?2";
    let before = tx.one(before, values![library, id], |row| crate::photos::read_taken(row, 0))?;
    let corrected = before.as_ref().filter(|taken| taken.confidence == Confidence::Owner);
    let taken = corrected.or(new.facts.taken.as_ref()).cloned();

    tx.execute(DESCRIBE, &described(library, id, new, taken.as_ref())?)?;
    name_people(tx, library, id, new, taken.as_ref())?;
    tx.execute("DELETE FROM photo_keywords WHERE library = ?1 AND photo = ?2", values![library, id])?;
    for keyword in &new.facts.keywords {
        let sql = "INSERT INTO photo_keywords (library, photo, keyword) VALUES (?1, ?2, ?3)
                   ON CONFLICT (library, photo, keyword) DO NOTHING";
        tx.execute(sql, values![library, id, keyword])?;
    }
    mark_changed(tx, library, before.as_ref())?;
    mark_changed(tx, library, taken.as_ref())
}

const DESCRIBE: &str = "UPDATE photos SET
    content = ?3, bytes = ?4, format = ?5, width = ?6, height = ?7, orientation = ?8, duration_ms = ?9,
    taken_ms = ?10, taken_precision = ?11, taken_offset = ?12, taken_confidence = ?13,
    found_ms = ?14, found_precision = ?15, found_offset = ?16, found_confidence = ?17,
    latitude = ?18, longitude = ?19, town = ?20, region = ?21, country = ?22,
    make = ?23, model = ?24, software = ?25, title = ?26, caption = ?27, rating = ?28, favourite = ?29, genre = ?30,
    not_shown = ?31, not_shown_said = ?32, shown_width = ?33, shown_height = ?34, thumbhash = ?35, likeness = ?36,
    missing = 0
    WHERE library = ?1 AND id = ?2";

fn described(library: LibraryId, id: PhotoId, new: &NewPhoto, taken: Option<&Taken>) -> Result<Vec<Value>, StoreError> {
    let facts = &new.facts;
    let mut values = vec![library.into(), id.into(), new.content[..].into(), (new.bytes as i64).into()];
    values.extend([
        name_of(facts.format)?.into(),
        facts.size.map(|(w, _)| w).into(),
        facts.size.map(|(_, h)| h).into(),
        u32::from(facts.orientation.exif()).into(),
        facts.duration_ms.map(|ms| ms as i64).into(),
    ]);
    values.extend(columns_of(taken));
    values.extend(columns_of(facts.taken.as_ref()));
    values.extend([facts.position.map(|p| p.latitude).into(), facts.position.map(|p| p.longitude).into()]);
    let place = facts.place.as_ref();
    values.extend([
        place.map(|p| &p.town).into(),
        place.map(|p| &p.region).into(),
        place.map(|p| &p.country).into(),
        facts.make.as_ref().into(),
        facts.model.as_ref().into(),
        facts.software.as_ref().into(),
        facts.title.as_ref().into(),
        facts.caption.as_ref().into(),
        facts.rating.map(i32::from).into(),
        facts.favourite.into(),
        name_of(facts.genre)?.into(),
    ]);
    let (shown, not_shown) = (new.shown.as_ref().ok(), new.shown.as_ref().err());
    values.extend([
        not_shown.map(NotShown::name).into(),
        not_shown.map(ToString::to_string).into(),
        shown.map(|s| s.size.0).into(),
        shown.map(|s| s.size.1).into(),
        shown.map(|s| s.thumbhash.clone()).into(),
        shown.map(|s| s.likeness as i64).into(),
    ]);
    Ok(values)
}

/// Milliseconds, precision, offset and confidence as columns.
pub(crate) fn columns_of(taken: Option<&Taken>) -> [Value; 4] {
    [
        taken.map(|t| model::millis(t.at)).into(),
        taken.map(|t| t.precision.name()).into(),
        taken.and_then(|t| t.offset).map(model::UtcOffset::minutes).into(),
        taken.map(|t| t.confidence.name()).into(),
    ]
}

fn name_people(
    tx: &mut Tx<'_>,
    library: LibraryId,
    id: PhotoId,
    new: &NewPhoto,
    taken: Option<&Taken>,
) -> Result<(), StoreError> {
    tx.execute("DELETE FROM photo_people WHERE library = ?1 AND photo = ?2", values![library, id])?;
    for face in new.facts.people.iter().filter(|face| !face.name.trim().is_empty()) {
        let person: PersonId = name_person(tx, library, &face.name)?;
        let sql = "INSERT INTO photo_people (library, photo, person, x, y, width, height, taken_ms)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (library, photo, person) DO NOTHING";
        let side = |side: fn(&media::Region) -> f32| Value::from(face.region.as_ref().map(|r| f64::from(side(r))));
        let mut values = vec![library.into(), id.into(), person.into()];
        values.extend([side(|r| r.x), side(|r| r.y), side(|r| r.width), side(|r| r.height)]);
        values.push(taken.map(|t| model::millis(t.at)).into());
        tx.execute(sql, &values)?;
    }
    Ok(())
}

/// Notes that a file holds a photo that is known from elsewhere. What it held before is let go.
pub(crate) fn note_elsewhere(
    tx: &mut Tx<'_>,
    library: LibraryId,
    photo: PhotoId,
    file: &NewFile,
) -> Result<(), StoreError> {
    if let Some(replaced) = edited_in_place(tx, library, file)?.filter(|before| *before != photo) {
        let_go(tx, library, replaced)?;
    }
    note_file(tx, library, photo, file)
}

/// Notes that a file is here and holds that photo.
fn note_file(tx: &mut Tx<'_>, library: LibraryId, photo: PhotoId, file: &NewFile) -> Result<(), StoreError> {
    let role = if file.motion { "motion" } else { "whole" };
    note(tx, library, &file.path, &file.stamp, role, Some(photo), None)?;
    tx.execute("UPDATE photos SET missing = 0 WHERE library = ?1 AND id = ?2", values![library, photo])?;
    Ok(())
}

/// Notes that a file is here and holds nothing that could be read.
pub(crate) fn note_unread(
    tx: &mut Tx<'_>,
    library: LibraryId,
    path: &std::path::Path,
    stamp: &str,
    why: &str,
) -> Result<(), StoreError> {
    note(tx, library, path, stamp, "whole", None, Some(why))
}

fn note(
    tx: &mut Tx<'_>,
    library: LibraryId,
    path: &std::path::Path,
    stamp: &str,
    role: &str,
    photo: Option<PhotoId>,
    reason: Option<&str>,
) -> Result<(), StoreError> {
    let id = tx.take_numbers(library, "file", 1)?;
    let state = if photo.is_some() { "here" } else { "unread" };
    let sql = "INSERT INTO files (library, id, path, role, photo, stamp, state, reason)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
               ON CONFLICT (library, path) DO UPDATE SET role = excluded.role, photo = COALESCE(excluded.photo, files.photo),
                   stamp = excluded.stamp, state = excluded.state, reason = excluded.reason";
    tx.execute(sql, values![library, id, bytes_of(path), role, photo, stamp, state, reason])?;
    Ok(())
}

/// The stable name that serde gives a value without fields.
fn name_of<T: serde::Serialize>(value: T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => Ok(name),
        _ => Err(StoreError::Unexpected("a value without a name".to_owned())),
    }
}
