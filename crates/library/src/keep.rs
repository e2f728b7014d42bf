//! Keeping what was found: whether it is new, known from elsewhere, or edited where it is.

mod describe;
mod holding;

use std::path::PathBuf;

use jiff::Timestamp;
use media::{Metadata, NotShown, Renditions};
use model::{Confidence, LibraryId, PhotoId, Taken};
use store::{StoreError, Tx, values};

use crate::search::note_words;
use describe::describe;
use holding::{hold, holds};

pub(crate) use describe::columns_of;
pub(crate) use holding::note_unread;

/// A photo as it came from a file, ready to be kept.
#[derive(Clone, Debug)]
pub struct NewPhoto {
    /// BLAKE3 of the file's content.
    pub content: [u8; 32],
    /// Size of the file.
    pub bytes: u64,
    /// What is known of it.
    pub facts: Metadata,
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

impl Shown {
    /// The same after so many quarter turns clockwise. The likeness stays that of the original: bursts are found by it.
    fn turned(&self, quarters: u8) -> Self {
        let (width, height) = self.size;
        let size = if quarters % 2 == 1 { (height, width) } else { (width, height) };
        let thumbhash =
            if quarters == 0 { self.thumbhash.clone() } else { media::turned_thumbhash(&self.thumbhash, quarters) };
        Self { size, thumbhash, likeness: self.likeness }
    }
}

/// Keeps a photo: the same content is one photo however many files hold it, and a file that was edited in place keeps its
/// photo's id, corrections and wishes. Answers the photo's id.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn keep(tx: &mut Tx<'_>, library: LibraryId, new: &NewPhoto, now: Timestamp) -> Result<PhotoId, StoreError> {
    Ok(keep_counted(tx, library, new, now)?.0)
}

pub(crate) fn keep_counted(
    tx: &mut Tx<'_>,
    library: LibraryId,
    new: &NewPhoto,
    now: Timestamp,
) -> Result<(PhotoId, Kept), StoreError> {
    let same = photo_of(tx, library, &new.content)?;
    let before = new.files.first().map(|file| holds(tx, library, file)).transpose()?.flatten();
    let (id, kept) = match (same, before) {
        (Some(same), Some(before)) if same == before => (same, Kept::Changed),
        (Some(same), _) => (same, Kept::Elsewhere),
        (None, Some(before)) if is_edited(tx, library, before, new)? => (before, Kept::Changed),
        (None, _) => (insert(tx, library, new, now)?, Kept::New),
    };
    // A copy with less to say does not make its photo poorer.
    if kept != Kept::Elsewhere || says_more(tx, library, id, new)? {
        describe(tx, library, id, new)?;
    }
    hold(tx, library, id, &new.files)?;
    note_words(tx, library, id)?;
    Ok((id, kept))
}

/// Notes that a file holds content that is a photo already. Answers `false` when it no longer is one: the next look at the
/// file decides anew.
pub(crate) fn keep_elsewhere(
    tx: &mut Tx<'_>,
    library: LibraryId,
    content: &[u8; 32],
    file: &NewFile,
) -> Result<bool, StoreError> {
    let Some(id) = photo_of(tx, library, content)? else { return Ok(false) };
    hold(tx, library, id, std::slice::from_ref(file))?;
    note_words(tx, library, id)?;
    Ok(true)
}

fn photo_of(tx: &mut Tx<'_>, library: LibraryId, content: &[u8; 32]) -> Result<Option<PhotoId>, StoreError> {
    let sql = "SELECT id FROM photos WHERE library = ?1 AND content = ?2";
    tx.maybe(sql, values![library, &content[..]], |row| row.get(0))
}

/// Bits in which the perceptual hashes of a picture and its edited self may differ.
const EDITED: u32 = 10;

/// Whether a file that held the photo `before` holds the same shot now, edited where it is: it is taken at the very same time
/// or looks the same, and no other file holds the photo as it was. Another picture under a used name is another photo, and
/// inherits nothing.
fn is_edited(tx: &mut Tx<'_>, library: LibraryId, before: PhotoId, new: &NewPhoto) -> Result<bool, StoreError> {
    let sql = "SELECT p.found_ms, p.found_confidence, p.likeness,
                      (SELECT COUNT(*) FROM files f WHERE f.library = p.library AND f.photo = p.id AND f.role = 'whole')
               FROM photos p WHERE p.library = ?1 AND p.id = ?2";
    let was = tx.maybe(sql, values![library, before], |row| {
        Ok((row.get::<Option<i64>>(0)?, row.get::<Option<String>>(1)?, row.get::<Option<i64>>(2)?, row.get::<i64>(3)?))
    })?;
    let Some((found_ms, confidence, likeness, files)) = was else { return Ok(false) };
    let trusted = |taken: &Taken| taken.confidence.is_trusted() && taken.precision == model::Precision::Time;
    let was_trusted = confidence.and_then(|name| Confidence::from_name(&name)).is_some_and(Confidence::is_trusted);
    let same_time = was_trusted
        && new.facts.taken.as_ref().filter(|taken| trusted(taken)).map(|taken| model::millis(taken.at)) == found_ms
        && found_ms.is_some();
    let look = new.shown.as_ref().ok().map(|shown| shown.likeness);
    let same_look = likeness.zip(look).is_some_and(|(a, b)| (a as u64 ^ b).count_ones() <= EDITED);
    Ok(files == 1 && (same_time || same_look))
}

/// Whether a further copy knows more than what is noted: a better date, or more words and names.
fn says_more(tx: &mut Tx<'_>, library: LibraryId, id: PhotoId, new: &NewPhoto) -> Result<bool, StoreError> {
    let sql = "SELECT p.found_confidence, p.caption,
                      (SELECT COUNT(*) FROM photo_names o WHERE o.library = p.library AND o.photo = p.id)
                      + (SELECT COUNT(*) FROM photo_keywords k WHERE k.library = p.library AND k.photo = p.id)
               FROM photos p WHERE p.library = ?1 AND p.id = ?2";
    let (confidence, caption, words): (Option<String>, Option<String>, i64) =
        tx.one(sql, values![library, id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let noted = confidence.and_then(|name| Confidence::from_name(&name));
    let offered = new.facts.taken.as_ref().map(|taken| taken.confidence);
    let better_date = offered.is_some_and(|offered| noted.is_none_or(|noted| offered < noted));
    let (people, keywords) = (new.facts.people.len(), new.facts.keywords.len());
    Ok(better_date || (people + keywords) as i64 > words || (new.facts.caption.is_some() && caption.is_none()))
}

fn insert(tx: &mut Tx<'_>, library: LibraryId, new: &NewPhoto, now: Timestamp) -> Result<PhotoId, StoreError> {
    let id = PhotoId(tx.take_numbers(library, "photo", 1)?);
    let sql = "INSERT INTO photos (library, id, content, bytes, format, orientation, favourite, genre, hidden, missing,
                                   left_out, added_ms)
               VALUES (?1, ?2, ?3, ?4, ?5, 1, 0, 'photo', 0, 0, 0, ?6)";
    let bytes = new.bytes as i64;
    let format = name_of(new.facts.format)?;
    tx.execute(sql, values![library, id, &new.content[..], bytes, format, now.as_millisecond()])?;
    Ok(id)
}

/// The stable name that serde gives a value without fields.
fn name_of<T: serde::Serialize>(value: T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => Ok(name),
        _ => Err(StoreError::Unexpected("a value without a name".to_owned())),
    }
}
