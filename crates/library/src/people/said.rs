//! What the owner says of who is in chosen photos. It holds however often their files are read again.

use circle::Viewer;
use jiff::Timestamp;
use model::{ChangeId, LibraryId, PersonId, PhotoId};
use store::{StoreError, Tx, Value, values};

use super::change::{Changed, Noted, noted};
use super::undo::undo_change;
use super::who::{Gone, SaidOf, named_there, set_said, settle_photo};
use super::{Name, name_person, person, person_named};
use crate::{mark_changed, photos};

/// Somebody is in those photos. Photos that are not in the viewer's library are passed by.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn is_in(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    ids: &[PhotoId],
    who: PersonId,
    now: Timestamp,
) -> Result<Changed, StoreError> {
    if person(tx, viewer, who)?.is_none() {
        return Ok(Changed::NotThere);
    }
    say_in(tx, viewer, ids, who, false, now).map(Changed::Done)
}

/// Says that somebody is in those photos; `made`: they came about by being named there.
pub(super) fn say_in(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    ids: &[PhotoId],
    who: PersonId,
    made: bool,
    now: Timestamp,
) -> Result<ChangeId, StoreError> {
    let change = begun(tx, viewer, "tag", who, made.then_some(who), made, now)?;
    each(tx, viewer, ids, |tx, photo| {
        for other in said_out(tx, viewer.library(), photo, who)? {
            say(tx, viewer.library(), change, photo, other, None)?;
        }
        say(tx, viewer.library(), change, photo, who, Some(("in", None)))
    })?;
    Ok(change)
}

/// Somebody is not in those photos, whatever their files say.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn is_not_in(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    ids: &[PhotoId],
    who: PersonId,
    now: Timestamp,
) -> Result<Changed, StoreError> {
    if person(tx, viewer, who)?.is_none() {
        return Ok(Changed::NotThere);
    }
    let change = begun(tx, viewer, "untag", who, None, false, now)?;
    each(tx, viewer, ids, |tx, photo| {
        for member in named_there(tx, viewer.library(), photo, who)? {
            say(tx, viewer.library(), change, photo, member, Some(("out", None)))?;
        }
        Ok(())
    })?;
    Ok(Changed::Done(change))
}

/// Those of the photos that show `who` show somebody else: whoever that name means, or somebody new. Answers who that is.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn split(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    ids: &[PhotoId],
    who: PersonId,
    name: &Name,
    now: Timestamp,
) -> Result<(Changed, PersonId), StoreError> {
    let library = viewer.library();
    if person(tx, viewer, who)?.is_none() {
        return Ok((Changed::NotThere, who));
    }
    let made = person_named(tx, library, name)?.1;
    let other = name_person(tx, library, name.as_str())?;
    if other == who {
        return Ok((Changed::Already, who));
    }
    if person(tx, viewer, other)?.is_none() {
        // The name is a thing's.
        return Ok((Changed::NotThere, other));
    }
    let change = begun(tx, viewer, "split", who, Some(other), made, now)?;
    let mut parted = 0;
    each(tx, viewer, ids, |tx, photo| {
        let there = named_there(tx, library, photo, who)?;
        let out = said_out(tx, library, photo, who)?;
        let Some(first) = there.iter().find(|member| !out.contains(member)).copied() else { return Ok(()) };
        for member in there {
            say(tx, library, change, photo, member, Some(("out", None)))?;
        }
        parted += 1;
        say(tx, library, change, photo, other, Some(("in", Some(first))))
    })?;
    if parted == 0 {
        // Another window was quicker.
        undo_change(tx, viewer, change, now)?;
        return Ok((Changed::Meanwhile, who));
    }
    Ok((Changed::Done(change), other))
}

fn begun(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    kind: &'static str,
    person: PersonId,
    other: Option<PersonId>,
    made: bool,
    now: Timestamp,
) -> Result<ChangeId, StoreError> {
    let change = Noted { kind, person, other, before: Value::Null, after: Value::Null, made };
    noted(tx, viewer.library(), change, now)
}

/// Does `work` for each photo that is the viewer's, and works out anew who is in it.
fn each(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    ids: &[PhotoId],
    mut work: impl FnMut(&mut Tx<'_>, PhotoId) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    for photo in photos(tx, viewer, ids)? {
        work(tx, photo.id)?;
        settle_photo(tx, viewer.library(), photo.id, Gone::CountsBeside)?;
        mark_changed(tx, viewer.library(), photo.taken.as_ref())?;
    }
    Ok(())
}

/// Of those who are shown as `who`, whom the owner took out of a photo.
fn said_out(tx: &mut Tx<'_>, library: LibraryId, photo: PhotoId, who: PersonId) -> Result<Vec<PersonId>, StoreError> {
    let sql = "SELECT o.person FROM photo_people_said o JOIN people p ON p.library = o.library AND p.id = o.person
               WHERE o.library = ?1 AND o.photo = ?2 AND p.shown_as = ?3 AND o.said = 'out' ORDER BY 1";
    tx.all(sql, values![library, photo, who], |row| row.get(0))
}

/// Says it, or with `None` says nothing any more, and notes with the change what had been said before.
fn say(
    tx: &mut Tx<'_>,
    library: LibraryId,
    change: ChangeId,
    photo: PhotoId,
    person: PersonId,
    said: Option<(&str, Option<PersonId>)>,
) -> Result<(), StoreError> {
    let before = "SELECT said, instead_of FROM photo_people_said WHERE library = ?1 AND photo = ?2 AND person = ?3";
    let before: Option<SaidOf> =
        tx.maybe(before, values![library, photo, person], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let note = "INSERT INTO people_change_photos (library, change, photo, person, said, instead_of)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (library, change, photo, person) DO NOTHING";
    let (was, instead) = before.map_or((None, None), |(said, instead)| (Some(said), instead));
    tx.execute(note, values![library, change, photo, person, was, instead])?;
    set_said(tx, library, photo, person, said.map(|(said, instead)| (said.to_owned(), instead)))
}
