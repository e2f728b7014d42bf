//! Photos as they are read. Not yet cleared for anyone's eyes.

use circle::Viewer;
use media::{Format, Genre, Kind};
use model::{Confidence, PersonId, PhotoId, Place, Position, Precision, Taken, UtcOffset};
use serde::de::DeserializeOwned;
use store::{Row, StoreError, Tx, parameters};

/// One picture or video, with what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Photo {
    /// Its id in this library.
    pub id: PhotoId,
    /// The format of its original.
    pub format: Format,
    /// What sort of picture it is.
    pub genre: Genre,
    /// When it was taken, if anything tells.
    pub taken: Option<Taken>,
    /// Where it was taken.
    pub position: Option<Position>,
    /// The name of that place.
    pub place: Option<Place>,
    /// Camera make and model, as people say them.
    pub camera: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its caption.
    pub caption: Option<String>,
    /// Marked by its owner.
    pub favourite: bool,
    /// Length of a video in milliseconds.
    pub duration_ms: Option<u64>,
    /// Pixels of the original as stored.
    pub original_size: Option<(u32, u32)>,
    /// Pixels of the large rendition; `None` when it cannot be shown.
    pub shown_size: Option<(u32, u32)>,
    /// Why it cannot be shown.
    pub not_shown: Option<String>,
    /// Quarter turns clockwise that its owner gave what is shown. Sizes and thumbhash are of what is shown.
    pub turned: u8,
    /// A thumbhash of it.
    pub thumbhash: Vec<u8>,
    /// Whether all files that held it are missing.
    pub missing: bool,
    /// Hidden by its owner.
    pub hidden: bool,
    /// Removed by its owner, and when (milliseconds since 1970-01-01T00:00Z).
    pub removed_ms: Option<i64>,
    /// Who is in it.
    pub people: Vec<(PersonId, String)>,
    rendition: String,
}

/// A rendition's size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Size {
    /// Long side [`media::SMALL`].
    Small,
    /// Long side [`media::LARGE`].
    Large,
}

impl Photo {
    /// Picture or video.
    pub fn kind(&self) -> Kind {
        if self.format.is_video() { Kind::Video } else { Kind::Picture }
    }

    /// Where the rendition of that size is among the blobs: the turned one, if its owner turned it. Another picture has
    /// another key, so the key tells whether a rendition is still the same.
    pub fn rendition(&self, size: Size) -> String {
        match self.turned {
            0 => self.unturned(size),
            quarters => turned_key(&self.rendition, size, quarters),
        }
    }

    /// Where the rendition is that was made of the original.
    pub(crate) fn unturned(&self, size: Size) -> String {
        rendition_key(&self.rendition, size)
    }
}

/// Every key under which there may be a rendition of that stem.
pub(crate) fn rendition_keys(stem: &str) -> Vec<String> {
    let of = |size| [rendition_key(stem, size)].into_iter().chain((1..4).map(move |q| turned_key(stem, size, q)));
    [Size::Small, Size::Large].into_iter().flat_map(of).collect()
}

fn turned_key(stem: &str, size: Size, quarters: u8) -> String {
    rendition_key(&format!("{stem}-turned-{quarters}"), size)
}

/// Where renditions of the content with that hash (in hex) are among the blobs of a library.
pub(crate) fn rendition_stem(library: model::LibraryId, content: &[u8]) -> String {
    let hex: String = content.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("renditions/{library}/{}/{hex}", hex.get(..2).unwrap_or("00"))
}

pub(crate) fn rendition_key(stem: &str, size: Size) -> String {
    let side = match size {
        Size::Small => media::SMALL,
        Size::Large => media::LARGE,
    };
    format!("{stem}-{side}.jpg")
}

/// The photo with that id, if it is in the viewer's library.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photo(tx: &mut Tx<'_>, viewer: Viewer, id: PhotoId) -> Result<Option<Photo>, StoreError> {
    Ok(photos(tx, viewer, &[id])?.pop())
}

/// The photos with those ids that are in the viewer's library, in the order asked for.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photos(tx: &mut Tx<'_>, viewer: Viewer, ids: &[PhotoId]) -> Result<Vec<Photo>, StoreError> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(AT_ONCE) {
        let wanted = self::ids(viewer, chunk);
        let mut rows = tx.all(&PHOTOS_SQL, &wanted, |row| read(row, viewer.library()))?;
        let mut people = tx.all(&PEOPLE_SQL, &wanted, |row| {
            let person = (row.get::<PersonId>(1)?, row.get::<String>(2)?);
            Ok((row.get::<PhotoId>(0)?, row.get::<Option<f64>>(3)?, person))
        })?;
        // From left to right, then those without a region by name; the engines would not agree on that order.
        let key = |x: Option<f64>| x.unwrap_or(f64::INFINITY);
        people.sort_by(|(_, a, (_, m)), (_, b, (_, n))| key(*a).total_cmp(&key(*b)).then_with(|| m.cmp(n)));
        for (photo, _, person) in people {
            if let Some(row) = rows.iter_mut().find(|row| row.id == photo) {
                row.people.push(person);
            }
        }
        for id in chunk {
            if let Some(at) = rows.iter().position(|row| row.id == *id) {
                found.push(rows.swap_remove(at));
            }
        }
    }
    Ok(found)
}

/// How many ids one statement takes; what is not needed is filled with an id that nothing has.
pub(crate) const AT_ONCE: usize = 64;

/// The viewer's library and at most [`AT_ONCE`] ids, as the parameters of a statement.
pub(crate) fn ids(viewer: Viewer, chunk: &[PhotoId]) -> Vec<store::Value> {
    let mut wanted = vec![store::Value::from(viewer.library())];
    wanted.extend((0..AT_ONCE).map(|i| chunk.get(i).copied().unwrap_or(PhotoId(-1)).into()));
    wanted
}

static PHOTOS_SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
    format!(
        "SELECT id, format, genre, taken_ms, taken_precision, taken_offset, taken_confidence, latitude, longitude, town,
                region, country, make, model, title, caption, favourite, duration_ms, width, height, shown_width,
                shown_height, not_shown_said, thumbhash, missing, hidden, removed_ms, content,
                turned
         FROM photos WHERE library = ?1 AND id IN ({})",
        parameters(2, AT_ONCE)
    )
});

static PEOPLE_SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
    format!(
        "SELECT pp.photo, pp.person, p.name, pp.x FROM photo_people pp
         JOIN people p ON p.library = pp.library AND p.id = pp.person
         WHERE pp.library = ?1 AND pp.photo IN ({})",
        parameters(2, AT_ONCE)
    )
});

fn read(row: &Row<'_>, library: model::LibraryId) -> Result<Photo, StoreError> {
    let pair = |a: Option<i64>, b: Option<i64>| Some((u32::try_from(a?).ok()?, u32::try_from(b?).ok()?));
    Ok(Photo {
        id: row.get(0)?,
        format: named(row.get(1)?)?,
        genre: named(row.get(2)?)?,
        taken: read_taken(row, 3)?,
        position: read_position(row, 7)?,
        place: read_place(row, 9)?,
        camera: camera(row.get(12)?, row.get(13)?),
        title: row.get(14)?,
        caption: row.get(15)?,
        favourite: row.get(16)?,
        duration_ms: row.get::<Option<i64>>(17)?.and_then(|ms| u64::try_from(ms).ok()),
        original_size: pair(row.get(18)?, row.get(19)?),
        shown_size: pair(row.get(20)?, row.get(21)?),
        not_shown: row.get(22)?,
        thumbhash: row.get::<Option<Vec<u8>>>(23)?.unwrap_or_default(),
        missing: row.get(24)?,
        hidden: row.get(25)?,
        removed_ms: row.get(26)?,
        turned: row.get::<i64>(28)?.rem_euclid(4) as u8,
        people: Vec::new(),
        rendition: rendition_stem(library, &row.get::<Vec<u8>>(27)?),
    })
}

/// Reads milliseconds, precision, offset and confidence from four columns that begin at `at`.
pub(crate) fn read_taken(row: &Row<'_>, at: usize) -> Result<Option<Taken>, StoreError> {
    let Some(ms) = row.get::<Option<i64>>(at)? else { return Ok(None) };
    let precision = row.get::<Option<String>>(at + 1)?.and_then(|name| Precision::from_name(&name));
    let confidence = row.get::<Option<String>>(at + 3)?.and_then(|name| Confidence::from_name(&name));
    let offset = row.get::<Option<i64>>(at + 2)?.and_then(|m| UtcOffset::from_minutes(i32::try_from(m).ok()?));
    match (model::moment_of(ms), precision, confidence) {
        (Some(at), Some(precision), Some(confidence)) => Ok(Some(Taken { at, precision, offset, confidence })),
        _ => Err(StoreError::Unexpected(format!("a date that cannot be read ({ms})"))),
    }
}

/// Reads latitude and longitude from two columns that begin at `at`.
pub(crate) fn read_position(row: &Row<'_>, at: usize) -> Result<Option<Position>, StoreError> {
    let (latitude, longitude) = (row.get::<Option<f64>>(at)?, row.get::<Option<f64>>(at + 1)?);
    Ok(latitude.zip(longitude).and_then(|(latitude, longitude)| Position::new(latitude, longitude)))
}

/// Reads town, region and country from three columns that begin at `at`.
pub(crate) fn read_place(row: &Row<'_>, at: usize) -> Result<Option<Place>, StoreError> {
    let (town, region, country) = (row.get::<Option<String>>(at)?, row.get(at + 1)?, row.get(at + 2)?);
    Ok(town.map(|town| Place {
        town,
        region: Option::<String>::unwrap_or_default(region),
        country: Option::<String>::unwrap_or_default(country),
    }))
}

/// The value with that stable name, as serde spells it.
fn named<T: DeserializeOwned>(name: String) -> Result<T, StoreError> {
    serde_json::from_value(serde_json::Value::String(name)).map_err(|e| StoreError::Unexpected(e.to_string()))
}

/// "Canon EOS 70D", not "Canon Canon EOS 70D".
fn camera(make: Option<String>, model: Option<String>) -> Option<String> {
    match (make, model) {
        (Some(make), Some(model)) if model.to_lowercase().starts_with(&make.to_lowercase()) => Some(model),
        (Some(make), Some(model)) => Some(format!("{make} {model}")),
        (make, model) => model.or(make),
    }
}
