//! Taking back what the owner changed about people.

use circle::Viewer;
use jiff::Timestamp;
use model::{ChangeId, LibraryId, PersonId, PhotoId};
use store::{Row, StoreError, Tx, values};

use super::change::{LifeDates, Written, reword, set_facts};
use super::person;
use super::who::{Gone, SaidOf, set_said, settle_person, settle_photo, settle_shown};
use crate::mark_changed;

/// A change as it was noted.
struct Made {
    kind: String,
    person: PersonId,
    other: Option<PersonId>,
    before: Option<String>,
    after: Option<String>,
    made: bool,
}

/// Takes a change back. Answers whether it could be: it was made, it stands, and nothing later has overtaken it.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn undo_change(tx: &mut Tx<'_>, viewer: Viewer, id: ChangeId, now: Timestamp) -> Result<bool, StoreError> {
    let library = viewer.library();
    let sql = "SELECT kind, person, other, before, after, made FROM people_changes
               WHERE library = ?1 AND id = ?2 AND undone_ms IS NULL";
    let Some(change) = tx.maybe(sql, values![library, id], read)? else { return Ok(false) };
    let done = match change.kind.as_str() {
        "rename" => unrename(tx, library, &change)?,
        "facts" => unsay_facts(tx, viewer, &change)?,
        "merge" => unmerge(tx, viewer, &change)?,
        "thing" => unthing(tx, library, &change)?,
        "keyword" => unname_keyword(tx, library, &change)?,
        _ => unsay(tx, library, id, &change)?,
    };
    if done {
        let sql = "UPDATE people_changes SET undone_ms = ?3 WHERE library = ?1 AND id = ?2";
        tx.execute(sql, values![library, id, now.as_millisecond()])?;
    }
    Ok(done)
}

fn unrename(tx: &mut Tx<'_>, library: LibraryId, change: &Made) -> Result<bool, StoreError> {
    let sql = "UPDATE people SET name = ?3 WHERE library = ?1 AND id = ?2 AND name = ?4";
    let (before, after) = (change.before.as_ref(), change.after.as_ref());
    let done = tx.execute(sql, values![library, change.person, before, after])? > 0;
    if done && change.made {
        // Photos that came in with the new name meanwhile go on meaning them by it.
        let sql = "DELETE FROM names WHERE library = ?1 AND name = ?2 AND person = ?3 AND NOT EXISTS
                   (SELECT 1 FROM photo_names o WHERE o.library = names.library AND o.name = names.name)";
        tx.execute(sql, values![library, after, change.person])?;
    }
    Ok(done)
}

fn unsay_facts(tx: &mut Tx<'_>, viewer: Viewer, change: &Made) -> Result<bool, StoreError> {
    let now = person(tx, viewer, change.person)?.as_ref().map(LifeDates::of);
    let done = now == Some(Written::read(change.after.as_deref())?);
    if done {
        set_facts(tx, viewer, change.person, Written::read(change.before.as_deref())?)?;
    }
    Ok(done)
}

fn unmerge(tx: &mut Tx<'_>, viewer: Viewer, change: &Made) -> Result<bool, StoreError> {
    let library = viewer.library();
    let Some(other) = change.other else { return Ok(false) };
    let sql = "UPDATE people SET merged_into = NULL WHERE library = ?1 AND id = ?2 AND merged_into = ?3";
    if tx.execute(sql, values![library, other, change.person])? == 0 {
        return Ok(false);
    }
    // What was taken over from the other is given back, unless the owner said something else since.
    let (before, after) = (Written::read(change.before.as_deref())?, Written::read(change.after.as_deref())?);
    let now = facts_of(tx, library, change.person)?;
    let back = LifeDates {
        born: if now.born == after.born { before.born } else { now.born },
        died: if now.died == after.died { before.died } else { now.died },
        relation: if now.relation == after.relation { before.relation } else { now.relation },
    };
    set_facts(tx, viewer, change.person, back)?;
    settle_shown(tx, library, &[change.person, other], Gone::Forgotten)?;
    Ok(true)
}

fn unthing(tx: &mut Tx<'_>, library: LibraryId, change: &Made) -> Result<bool, StoreError> {
    let sql = "UPDATE people SET not_person = 0 WHERE library = ?1 AND id = ?2 AND not_person = 1";
    let done = tx.execute(sql, values![library, change.person])? > 0;
    if done {
        settle_shown(tx, library, &[change.person], Gone::Forgotten)?;
        reword(tx, library, change.person)?;
    }
    Ok(done)
}

fn unname_keyword(tx: &mut Tx<'_>, library: LibraryId, change: &Made) -> Result<bool, StoreError> {
    let sql = "DELETE FROM keyword_people WHERE library = ?1 AND keyword = ?2 AND person = ?3";
    let done = tx.execute(sql, values![library, change.before.as_ref(), change.person])? > 0;
    if done {
        let shown = "SELECT shown_as FROM people WHERE library = ?1 AND id = ?2";
        let shown = tx.maybe(shown, values![library, change.person], |row| row.get::<Option<PersonId>>(0))?;
        if let Some(shown) = shown.flatten() {
            settle_person(tx, library, shown, Gone::Forgotten)?;
        }
        forget_if_unsaid(tx, library, change.made.then_some(change.person))?;
    }
    Ok(done)
}

fn unsay(tx: &mut Tx<'_>, library: LibraryId, id: ChangeId, change: &Made) -> Result<bool, StoreError> {
    let later = "SELECT COUNT(*) FROM people_change_photos a
                 JOIN people_change_photos b ON b.library = a.library AND b.change > a.change AND b.photo = a.photo
                 JOIN people_changes c ON c.library = b.library AND c.id = b.change AND c.undone_ms IS NULL
                 WHERE a.library = ?1 AND a.change = ?2";
    if tx.one(later, values![library, id], |row| row.get::<i64>(0))? > 0 {
        return Ok(false);
    }
    let sql = "SELECT photo, person, said, instead_of FROM people_change_photos WHERE library = ?1 AND change = ?2
               ORDER BY photo, person";
    let before: Vec<(PhotoId, PersonId, Option<SaidOf>)> = tx.all(sql, values![library, id], |row| {
        let instead = row.get(3)?;
        Ok((row.get(0)?, row.get(1)?, row.get::<Option<String>>(2)?.map(|said| (said, instead))))
    })?;
    let mut photos: Vec<PhotoId> = before.iter().map(|(photo, _, _)| *photo).collect();
    photos.dedup();
    for (photo, person, said) in before {
        set_said(tx, library, photo, person, said)?;
    }
    for photo in photos {
        settle_photo(tx, library, photo, Gone::Forgotten)?;
        let taken = "SELECT taken_ms, taken_precision, taken_offset, taken_confidence FROM photos
                     WHERE library = ?1 AND id = ?2";
        let taken = tx.maybe(taken, values![library, photo], |row| crate::photos::read_taken(row, 0))?;
        mark_changed(tx, library, taken.flatten().as_ref())?;
    }
    forget_if_unsaid(tx, library, change.other.filter(|_| change.made))?;
    Ok(true)
}

/// Somebody who came about by a change that was taken back, and of whom nothing else is known, never was.
fn forget_if_unsaid(tx: &mut Tx<'_>, library: LibraryId, made: Option<PersonId>) -> Result<(), StoreError> {
    let Some(person) = made else { return Ok(()) };
    let sql = "DELETE FROM people WHERE library = ?1 AND id = ?2 AND born_day IS NULL AND died_day IS NULL
               AND relation IS NULL AND not_person = 0 AND merged_into IS NULL
               AND NOT EXISTS (SELECT 1 FROM people o WHERE o.library = people.library AND o.merged_into = people.id)
               AND NOT EXISTS (SELECT 1 FROM photo_people_said s WHERE s.library = people.library AND s.person = people.id)
               AND NOT EXISTS (SELECT 1 FROM keyword_people k WHERE k.library = people.library AND k.person = people.id)
               AND NOT EXISTS (SELECT 1 FROM names n JOIN photo_names o ON o.library = n.library AND o.name = n.name
                               WHERE n.library = people.library AND n.person = people.id)";
    if tx.execute(sql, values![library, person])? > 0 {
        tx.execute("DELETE FROM names WHERE library = ?1 AND person = ?2", values![library, person])?;
    }
    Ok(())
}

fn facts_of(tx: &mut Tx<'_>, library: LibraryId, id: PersonId) -> Result<LifeDates, StoreError> {
    let sql = "SELECT id, name, born_day, died_day, relation, CAST(NULL AS BIGINT), CAST(0 AS BIGINT) FROM people
               WHERE library = ?1 AND id = ?2";
    let found = tx.maybe(sql, values![library, id], super::read)?;
    Ok(found.as_ref().map(LifeDates::of).unwrap_or_default())
}

fn read(row: &Row<'_>) -> Result<Made, StoreError> {
    Ok(Made {
        kind: row.get(0)?,
        person: row.get(1)?,
        other: row.get(2)?,
        before: row.get(3)?,
        after: row.get(4)?,
        made: row.get(5)?,
    })
}
