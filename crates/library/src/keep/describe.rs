//! Writing down what the files say of a photo: its columns, its people, its keywords.

use media::NotShown;
use model::{LibraryId, PhotoId, Taken};
use store::{StoreError, Tx, Value, values};

use super::{NewPhoto, name_of};
use crate::beside::{POSITIONS, Which};
use crate::dates::note_former;
use crate::mark_changed;
use crate::people::{Gone, LONGEST_NAME, names_said, settle_photo};

/// Writes what the files say. A date that the owner corrected stays as they said, and what they turned stays turned.
pub(super) fn describe(tx: &mut Tx<'_>, library: LibraryId, id: PhotoId, new: &NewPhoto) -> Result<(), StoreError> {
    let before = "SELECT taken_ms, taken_precision, taken_offset, taken_confidence, turned FROM photos
                  WHERE library = ?1 AND id = ?2";
    let (before, turned) = tx.one(before, values![library, id], |row| {
        Ok((crate::photos::read_taken(row, 0)?, row.get::<i64>(4)?.rem_euclid(4) as u8))
    })?;
    let corrected = before.as_ref().filter(|taken| taken.is_the_owners());
    let taken = corrected.or(new.facts.taken.as_ref()).cloned();

    POSITIONS.note(tx, library, Which::Photo(id))?;
    tx.execute(DESCRIBE, &described(library, id, new, taken.as_ref(), turned)?)?;
    POSITIONS.forget_shown(tx, library, Which::Photo(id))?;
    names_said(tx, library, id, &new.facts.people)?;
    tx.execute("DELETE FROM photo_keywords WHERE library = ?1 AND photo = ?2", values![library, id])?;
    for keyword in &new.facts.keywords {
        let sql = "INSERT INTO photo_keywords (library, photo, keyword) VALUES (?1, ?2, ?3)
                   ON CONFLICT (library, photo, keyword) DO NOTHING";
        tx.execute(sql, values![library, id, short(keyword)])?;
    }
    settle_photo(tx, library, id, Gone::CountsBeside)?;
    // A file that was dated anew keeps its photo where it was, for care, as a correction does.
    let former = before.as_ref().filter(|taken| taken.confidence.is_trusted());
    note_former(tx, library, id, former, taken.as_ref())?;
    note_former(tx, library, id, new.facts.taken.as_ref(), taken.as_ref())?;
    for date in [before.as_ref(), taken.as_ref(), new.facts.taken.as_ref()] {
        mark_changed(tx, library, date)?;
    }
    Ok(())
}

const DESCRIBE: &str = "UPDATE photos SET
    content = ?3, bytes = ?4, format = ?5, width = ?6, height = ?7, orientation = ?8, duration_ms = ?9,
    taken_ms = ?10, taken_precision = ?11, taken_offset = ?12, taken_confidence = ?13,
    found_ms = ?14, found_precision = ?15, found_offset = ?16, found_confidence = ?17,
    latitude = ?18, longitude = ?19, town = ?20, region = ?21, country = ?22,
    make = ?23, model = ?24, software = ?25, title = ?26, caption = ?27, rating = ?28, favourite = ?29, genre = ?30,
    not_shown = ?31, not_shown_said = ?32, shown_width = ?33, shown_height = ?34, thumbhash = ?35, likeness = ?36,
    missing = 0, let_go = 0
    WHERE library = ?1 AND id = ?2";

fn described(
    library: LibraryId,
    id: PhotoId,
    new: &NewPhoto,
    taken: Option<&Taken>,
    turned: u8,
) -> Result<Vec<Value>, StoreError> {
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
    let (shown, not_shown) = (new.shown.as_ref().ok().map(|shown| shown.turned(turned)), new.shown.as_ref().err());
    values.extend([
        not_shown.map(NotShown::name).into(),
        not_shown.map(ToString::to_string).into(),
        shown.as_ref().map(|s| s.size.0).into(),
        shown.as_ref().map(|s| s.size.1).into(),
        shown.as_ref().map(|s| s.thumbhash.clone()).into(),
        shown.as_ref().map(|s| s.likeness as i64).into(),
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

/// No longer than an index can hold.
fn short(text: &str) -> String {
    text.chars().take(LONGEST_NAME).collect()
}
