//! The lists that answers are made from: the photos of a person, of places, of a word, of a time.

use circle::Viewer;
use model::{PersonId, PhotoId, PlaceId, Precision};
use store::{Row, StoreError, Tx, Value};

use super::query::Span;

/// A photo that was found, with its time: local milliseconds since 1970-01-01T00:00. Ordered by time; those without one come
/// first, and last when the newest are wanted first.
pub type Hit = (Option<i64>, PhotoId);

/// The photos that are noted under one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum List {
    /// Of somebody.
    Person(PersonId),
    /// At any of these places.
    Places(Vec<PlaceId>),
    /// With a word that begins so.
    Begins(String),
    /// With that word.
    Word(String),
    /// In a stretch of time.
    Time(Span),
}

/// How many places one statement takes.
const PLACES: usize = 32;
/// A list of more is long, however long it is.
const WORTH_COUNTING: usize = 4_000;

impl List {
    /// All of them, or those within a stretch of time; a photo may come twice.
    pub(super) fn all(
        &self,
        tx: &mut Tx<'_>,
        viewer: Viewer,
        within: Option<(i64, i64)>,
    ) -> Result<Vec<Hit>, StoreError> {
        let mut found = Vec::new();
        for (sql, values) in self.statements(viewer, within, "", None) {
            found.extend(tx.all(&sql, &values, hit)?);
        }
        Ok(found)
    }

    /// How many there are, as far as it is worth counting.
    pub(super) fn size(&self, tx: &mut Tx<'_>, viewer: Viewer, within: Option<(i64, i64)>) -> Result<i64, StoreError> {
        let mut size = 0;
        for (sql, values) in self.statements(viewer, within, "", Some(WORTH_COUNTING)) {
            let counted = format!("SELECT COUNT(*) FROM ({sql}) counted");
            size += tx.one(&counted, &values, |row| row.get::<i64>(0))?;
        }
        Ok(size)
    }

    /// Those among some photos.
    pub(super) fn among(
        &self,
        tx: &mut Tx<'_>,
        viewer: Viewer,
        photos: &[PhotoId],
    ) -> Result<Vec<PhotoId>, StoreError> {
        let (table, at) = match self {
            Self::Person(_) => ("photo_people WHERE library = ?1 AND person = ?2 AND", 3),
            Self::Places(_) => ("photo_places WHERE library = ?1 AND", 2),
            Self::Begins(_) => ("photo_words WHERE library = ?1 AND word >= ?2 AND word < ?3 AND", 4),
            Self::Word(_) => ("photo_words WHERE library = ?1 AND word = ?2 AND", 3),
            Self::Time(_) => return Ok(self.all(tx, viewer, None)?.into_iter().map(|(_, photo)| photo).collect()),
        };
        let place = if matches!(self, Self::Places(_)) { "place" } else { "CAST(0 AS BIGINT)" };
        let list = store::parameters(at, crate::AT_ONCE);
        let sql = format!("SELECT photo, {place} FROM {table} photo IN ({list})");
        let mut found = Vec::new();
        for chunk in photos.chunks(crate::AT_ONCE) {
            let mut values: Vec<Value> = vec![viewer.library().into()];
            match self {
                Self::Person(person) => values.push((*person).into()),
                Self::Begins(word) => values.extend([word.as_bytes().into(), after_all(word).into()]),
                Self::Word(word) => values.push(word.as_bytes().into()),
                Self::Places(_) | Self::Time(_) => {}
            }
            values.extend(crate::ids(viewer, chunk).into_iter().skip(1));
            let rows = tx.all(&sql, &values, |row| Ok((row.get::<PhotoId>(0)?, row.get::<PlaceId>(1)?)))?;
            found.extend(rows.into_iter().filter(|(_, place)| self.has_place(*place)).map(|(photo, _)| photo));
        }
        Ok(found)
    }

    fn has_place(&self, place: PlaceId) -> bool {
        if let Self::Places(places) = self { places.contains(&place) } else { true }
    }

    fn statements(
        &self,
        viewer: Viewer,
        within: Option<(i64, i64)>,
        order: &str,
        most: Option<usize>,
    ) -> Vec<(String, Vec<Value>)> {
        let library = || Value::from(viewer.library());
        let ended = |mut sql: String, mut values: Vec<Value>| {
            sql += order;
            if let Some(most) = most {
                sql += &format!(" LIMIT ?{}", values.len() + 1);
                values.push(most.into());
            }
            (sql, values)
        };
        let bounded = |select: &str, mut values: Vec<Value>| {
            let mut sql = select.to_owned();
            if let Some((from, to)) = within {
                sql += &format!(" AND taken_ms >= ?{} AND taken_ms < ?{}", values.len() + 1, values.len() + 2);
                values.extend([from.into(), to.into()]);
            }
            ended(sql, values)
        };
        match self {
            Self::Person(person) => {
                let select = "SELECT taken_ms, photo FROM photo_people WHERE library = ?1 AND person = ?2";
                vec![bounded(select, vec![library(), (*person).into()])]
            }
            Self::Places(places) => places
                .chunks(PLACES)
                .map(|chunk| {
                    let mut values = vec![library()];
                    values.extend((0..PLACES).map(|i| chunk.get(i).copied().unwrap_or(PlaceId(-1)).into()));
                    let list = store::parameters(2, PLACES);
                    bounded(
                        &format!("SELECT taken_ms, photo FROM photo_places WHERE library = ?1 AND place IN ({list})"),
                        values,
                    )
                })
                .collect(),
            Self::Begins(word) => {
                let select = "SELECT taken_ms, photo FROM photo_words WHERE library = ?1 AND word >= ?2 AND word < ?3";
                vec![bounded(select, vec![library(), word.as_bytes().into(), after_all(word).into()])]
            }
            Self::Word(word) => {
                let select = "SELECT taken_ms, photo FROM photo_words WHERE library = ?1 AND word = ?2";
                vec![bounded(select, vec![library(), word.as_bytes().into()])]
            }
            Self::Time(span) => {
                let (from, to) = within
                    .map_or((span.from_ms, span.to_ms), |(from, to)| (from.max(span.from_ms), to.min(span.to_ms)));
                let known = match span.known {
                    Precision::Time | Precision::Day => " AND taken_precision IN ('time', 'day')",
                    Precision::Month => " AND taken_precision IN ('time', 'day', 'month')",
                    Precision::Year | Precision::AboutYear => "",
                };
                let sql = format!(
                    "SELECT taken_ms, id FROM photos WHERE library = ?1 AND taken_ms >= ?2 AND taken_ms < ?3
                     AND removed_ms IS NULL AND hidden = 0 AND left_out = 0{known}"
                );
                vec![ended(sql, vec![library(), from.into(), to.into()])]
            }
        }
    }
}

/// A few photos of a list, the newest first: more than `most` only as many as the list has.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn few_of(tx: &mut Tx<'_>, viewer: Viewer, list: &List, most: usize) -> Result<Vec<PhotoId>, StoreError> {
    let mut found = Vec::new();
    // The dated first; an index is read from its end.
    for (within, order) in [(Some((i64::MIN, i64::MAX)), " ORDER BY taken_ms DESC"), (None, "")] {
        if found.len() >= most {
            break;
        }
        for (sql, values) in list.statements(viewer, within, order, Some(most)) {
            found.extend(tx.all(&sql, &values, |row| row.get::<PhotoId>(1))?);
        }
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|photo| seen.insert(*photo));
    Ok(found)
}

/// The photos of some places, the newest first and those without a date last, at most so many of them.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn newest_at(tx: &mut Tx<'_>, viewer: Viewer, places: &[PlaceId], most: usize) -> Result<Vec<Hit>, StoreError> {
    let list = List::Places(places.to_vec());
    let dated = " AND taken_ms IS NOT NULL ORDER BY taken_ms DESC, photo DESC";
    let undated = " AND taken_ms IS NULL ORDER BY photo DESC";
    let mut found: Vec<Hit> = Vec::new();
    for which in [dated, undated] {
        if found.len() < most {
            for (sql, values) in list.statements(viewer, None, which, Some(most)) {
                found.extend(tx.all(&sql, &values, hit)?);
            }
        }
    }
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.truncate(most);
    Ok(found)
}

/// The first bytes that sort after everything that begins so: no UTF-8 text has the byte 255.
pub(super) fn after_all(word: &str) -> Vec<u8> {
    let mut bytes = word.as_bytes().to_vec();
    bytes.push(255);
    bytes
}

fn hit(row: &Row<'_>) -> Result<Hit, StoreError> {
    Ok((row.get(0)?, row.get(1)?))
}
