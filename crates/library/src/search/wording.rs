//! Noting by what words and at what place a photo is found.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use circle::Viewer;
use model::{LibraryId, PersonId, PhotoId, PlaceId};
use store::{Store, StoreError, Tx, Value, values};

use super::folding::words_of;
use crate::beside::{PLACES, WORDS, Which};
use crate::folders::path_of;

/// Most words of one photo that are noted: a caption may be a novel.
const MOST: usize = 300;
/// How many words one statement notes.
const AT_ONCE: usize = 8;
/// How many photos one transaction words, when libraries that are older than search are made up for.
const PHOTOS_AT_ONCE: usize = 200;
/// What cameras and phones put before every number; as a word it would find everything.
const CAMERA: &[&str] = &["dsc", "dscf", "dscn", "img", "jpeg", "jpg", "mov", "mvimg", "mp4", "pxl", "vid", "wa"];

/// Of how many files of one photo the names are words.
const FILES: usize = 8;

/// Notes anew by what a photo is found: its title, caption and keywords, what things are in it, and the names of its files and
/// folders; and where it was taken.
pub(crate) fn note_words(tx: &mut Tx<'_>, library: LibraryId, photo: PhotoId) -> Result<(), StoreError> {
    let sql = "SELECT title, caption, taken_ms, town, region, country FROM photos WHERE library = ?1 AND id = ?2";
    let told = tx.maybe(sql, values![library, photo], |row| {
        let texts: [Option<String>; 2] = [row.get(0)?, row.get(1)?];
        Ok((texts, row.get::<Option<i64>>(2)?, crate::photos::read_place(row, 3)?))
    })?;
    let Some((texts, taken_ms, place)) = told else { return Ok(()) };
    let mut words: BTreeSet<String> = texts.iter().flatten().flat_map(|text| words_of(text)).collect();
    for sql in [
        "SELECT keyword FROM photo_keywords WHERE library = ?1 AND photo = ?2",
        "SELECT o.name FROM photo_names o JOIN names n ON n.library = o.library AND n.name = o.name
         JOIN people p ON p.library = n.library AND p.id = n.person
         WHERE o.library = ?1 AND o.photo = ?2 AND p.shown_as IS NULL",
    ] {
        let texts = tx.all(sql, values![library, photo], |row| row.get::<String>(0))?;
        words.extend(texts.iter().flat_map(|text| words_of(text)));
    }
    words.extend(words_of_files(tx, library, photo)?);
    let words: Vec<String> = words.into_iter().take(MOST).collect();
    write_words(tx, library, photo, taken_ms, &words)?;
    write_place(tx, library, photo, taken_ms, place.as_ref())?;
    tx.execute("UPDATE photos SET worded = 1 WHERE library = ?1 AND id = ?2", values![library, photo])?;
    Ok(())
}

/// Words some of the photos that are not worded yet, a little at a time; answers whether more wait. It may be stopped and
/// repeated at any time.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn word_some(store: &Store, library: LibraryId) -> Result<bool, StoreError> {
    store.write(|tx| reword(tx, library))
}

/// Whether any photo waits to be worded.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn is_any_unworded(tx: &mut Tx<'_>, library: LibraryId) -> Result<bool, StoreError> {
    let sql = "SELECT id FROM photos WHERE library = ?1 AND worded = 0 LIMIT 1";
    Ok(tx.maybe(sql, values![library], |row| row.get::<i64>(0))?.is_some())
}

/// The names of somebody were a name and are words now, or the other way round.
pub(crate) fn reword_names_of(tx: &mut Tx<'_>, library: LibraryId, person: PersonId) -> Result<(), StoreError> {
    let sql = "UPDATE photos SET worded = 0 WHERE library = ?1 AND id IN
               (SELECT o.photo FROM names n JOIN photo_names o ON o.library = n.library AND o.name = n.name
                WHERE n.library = ?1 AND n.person = ?2)";
    tx.execute(sql, values![library, person])?;
    // Most are done at once; the rest when there is nothing else to do.
    reword(tx, library)?;
    Ok(())
}

fn reword(tx: &mut Tx<'_>, library: LibraryId) -> Result<bool, StoreError> {
    let sql = "SELECT id FROM photos WHERE library = ?1 AND worded = 0 ORDER BY id LIMIT ?2";
    let photos: Vec<PhotoId> = tx.all(sql, values![library, PHOTOS_AT_ONCE], |row| row.get(0))?;
    for photo in &photos {
        note_words(tx, library, *photo)?;
    }
    Ok(photos.len() == PHOTOS_AT_ONCE)
}

/// The words of files' names without their endings, and of the folders below those that the library looks into.
fn words_of_files(tx: &mut Tx<'_>, library: LibraryId, photo: PhotoId) -> Result<Vec<String>, StoreError> {
    let roots =
        tx.all("SELECT path FROM folders WHERE library = ?1", values![library], |row| Ok(path_of(row.get(0)?)))?;
    // Without an order, or the engines would read all files in that order in search of the few.
    let sql = "SELECT id, path FROM files WHERE library = ?1 AND photo = ?2";
    let mut files = tx.all(sql, values![library, photo], |row| Ok((row.get::<i64>(0)?, path_of(row.get(1)?))))?;
    files.sort_unstable();
    files.truncate(FILES);
    let mut words = Vec::new();
    for (_, file) in files {
        let below =
            roots.iter().filter_map(|root| file.strip_prefix(root).ok()).min_by_key(|rest| rest.as_os_str().len());
        // Of a file that came from elsewhere, the folder that it lies in.
        let beside = file.parent().and_then(|parent| parent.file_name()).map(std::path::Path::new);
        let folders = below.map_or(beside, std::path::Path::parent);
        words.extend(folders.into_iter().flat_map(|path| words_of(&path.to_string_lossy())));
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        words.extend(words_of(&stem).into_iter().filter(|word| !CAMERA.contains(&word.as_str())));
    }
    Ok(words)
}

fn write_words(
    tx: &mut Tx<'_>,
    library: LibraryId,
    photo: PhotoId,
    taken_ms: Option<i64>,
    words: &[String],
) -> Result<(), StoreError> {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        let rows: Vec<String> = (4..4 + AT_ONCE).map(|n| format!("(?1, ?2, ?{n}, ?3)")).collect();
        let rows = rows.join(", ");
        format!(
            "INSERT INTO photo_words (library, photo, word, taken_ms) VALUES {rows}
                 ON CONFLICT (library, photo, word) DO NOTHING"
        )
    });
    // Words that a photo has no more count beside for care.
    WORDS.note(tx, library, Which::Photo(photo))?;
    tx.execute("DELETE FROM photo_words WHERE library = ?1 AND photo = ?2", values![library, photo])?;
    for chunk in words.chunks(AT_ONCE) {
        let mut values: Vec<Value> = vec![library.into(), photo.into(), taken_ms.into()];
        // What is not needed is filled with the last one, which is noted once.
        values.extend((0..AT_ONCE).filter_map(|i| chunk.get(i).or(chunk.last())).map(|word| word.as_bytes().into()));
        tx.execute(&SQL, &values)?;
    }
    WORDS.forget_shown(tx, library, Which::Photo(photo))
}

fn write_place(
    tx: &mut Tx<'_>,
    library: LibraryId,
    photo: PhotoId,
    taken_ms: Option<i64>,
    place: Option<&model::Place>,
) -> Result<(), StoreError> {
    // So does the town where it is not any more.
    PLACES.note(tx, library, Which::Photo(photo))?;
    tx.execute("DELETE FROM photo_places WHERE library = ?1 AND photo = ?2", values![library, photo])?;
    let Some(place) = place else { return Ok(()) };
    let values = values![library, &place.country, &place.region, &place.town];
    let find = "SELECT id FROM places WHERE library = ?1 AND country = ?2 AND region = ?3 AND town = ?4";
    let id = match tx.maybe(find, values, |row| row.get::<PlaceId>(0))? {
        Some(id) => id,
        None => {
            let id = PlaceId(tx.take_numbers(library, "place", 1)?);
            let make = "INSERT INTO places (library, country, region, town, id) VALUES (?1, ?2, ?3, ?4, ?5)";
            tx.execute(make, &[&values[..], &[id.into()]].concat())?;
            id
        }
    };
    let note = "INSERT INTO photo_places (library, photo, place, taken_ms) VALUES (?1, ?2, ?3, ?4)";
    tx.execute(note, values![library, photo, id, taken_ms])?;
    PLACES.forget_shown(tx, library, Which::Photo(photo))
}

/// Every name that finds somebody who is shown, with whom it finds: the names they have now, and those they had.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn names_and_people(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<(String, PersonId)>, StoreError> {
    let sql = "SELECT n.name, p.shown_as FROM names n JOIN people p ON p.library = n.library AND p.id = n.person
               WHERE n.library = ?1 AND p.shown_as IS NOT NULL
               UNION SELECT name, id FROM people WHERE library = ?1 AND shown_as = id";
    tx.all(sql, values![viewer.library()], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The first few words that begin so, in order. Each is looked up by itself, however many photos have it.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn words_that_begin(tx: &mut Tx<'_>, viewer: Viewer, begin: &str, most: usize) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT word FROM photo_words WHERE library = ?1 AND word > ?2 AND word < ?3 ORDER BY word LIMIT 1";
    let end = super::lists::after_all(begin);
    let whole = "SELECT word FROM photo_words WHERE library = ?1 AND word = ?2 LIMIT 1";
    let itself = tx.maybe(whole, values![viewer.library(), begin.as_bytes()], |row| row.get::<Vec<u8>>(0))?;
    let mut found: Vec<Vec<u8>> = itself.into_iter().collect();
    let mut last = begin.as_bytes().to_vec();
    while found.len() < most {
        let values = values![viewer.library(), last.as_slice(), end.as_slice()];
        let Some(next) = tx.maybe(sql, values, |row| row.get::<Vec<u8>>(0))? else { break };
        last.clone_from(&next);
        found.push(next);
    }
    Ok(found.into_iter().filter_map(|word| String::from_utf8(word).ok()).collect())
}

/// The years of photos on the shelf that have a date, the oldest first. One step a year that has any: a single photo of a far
/// year costs no more than another.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn years_with_photos(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<i16>, StoreError> {
    let next = "SELECT taken_ms FROM photos WHERE library = ?1 AND taken_ms >= ?2 AND removed_ms IS NULL AND hidden = 0
                AND left_out = 0 ORDER BY taken_ms LIMIT 1";
    let (mut years, mut from) = (Vec::new(), i64::MIN);
    while let Some(ms) = tx.maybe(next, values![viewer.library(), from], |row| row.get::<i64>(0))? {
        let Some(year) = model::moment_of(ms).map(|at| at.year()) else { break };
        years.push(year);
        let Some(span) = super::Span::years(year, year) else { break };
        from = span.to_ms;
    }
    Ok(years)
}
