//! Who is in a photo: the names its files say, the keywords that are names, and what the owner said.

use std::collections::HashMap;
use std::sync::LazyLock;

use media::Face;
use model::{LibraryId, PersonId, PhotoId};
use store::{StoreError, Tx, Value, values};

use super::{Name, person_named};
use crate::beside::{PEOPLE, Which};

/// What becomes of those who are in a photo no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gone {
    /// Something was corrected: they count beside for care.
    CountsBeside,
    /// A change was taken back: it is as it was before, and what came about by it leaves nothing behind.
    Forgotten,
}

/// Notes the names that the files of a photo say. What a name means is decided when it is met first, and by the owner.
pub(crate) fn names_said(tx: &mut Tx<'_>, library: LibraryId, id: PhotoId, faces: &[Face]) -> Result<(), StoreError> {
    tx.execute("DELETE FROM photo_names WHERE library = ?1 AND photo = ?2", values![library, id])?;
    for face in faces {
        let Ok(name) = face.name.parse::<Name>() else { continue };
        person_named(tx, library, &name)?;
        let sql = "INSERT INTO photo_names (library, photo, name, x, y, width, height)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (library, photo, name) DO NOTHING";
        let side = |side: fn(&media::Region) -> f32| Value::from(face.region.as_ref().map(|r| f64::from(side(r))));
        let mut values = vec![library.into(), id.into(), name.as_str().into()];
        values.extend([side(|r| r.x), side(|r| r.y), side(|r| r.width), side(|r| r.height)]);
        tx.execute(sql, &values)?;
    }
    Ok(())
}

/// Works out anew who is in one photo.
pub(crate) fn settle_photo(tx: &mut Tx<'_>, library: LibraryId, photo: PhotoId, gone: Gone) -> Result<(), StoreError> {
    note_gone(tx, library, Which::Photo(photo), gone)?;
    tx.execute("DELETE FROM photo_people WHERE library = ?1 AND photo = ?2", values![library, photo])?;
    for sql in &*OF_PHOTO {
        tx.execute(sql, values![library, photo])?;
    }
    PEOPLE.forget_shown(tx, library, Which::Photo(photo))
}

fn note_gone(tx: &mut Tx<'_>, library: LibraryId, which: Which, gone: Gone) -> Result<(), StoreError> {
    match gone {
        Gone::CountsBeside => PEOPLE.note(tx, library, which),
        Gone::Forgotten => Ok(()),
    }
}

/// Works out anew which photos show somebody.
pub(super) fn settle_person(
    tx: &mut Tx<'_>,
    library: LibraryId,
    shown: PersonId,
    gone: Gone,
) -> Result<(), StoreError> {
    note_gone(tx, library, Which::Person(shown), gone)?;
    tx.execute("DELETE FROM photo_people WHERE library = ?1 AND person = ?2", values![library, shown])?;
    let members = "SELECT id FROM people WHERE library = ?1 AND shown_as = ?2 ORDER BY id";
    for member in tx.all(members, values![library, shown], |row| row.get::<PersonId>(0))? {
        for sql in &*OF_PERSON {
            tx.execute(sql, values![library, member])?;
        }
    }
    PEOPLE.forget_shown(tx, library, Which::Person(shown))
}

/// Works out anew whom each of some people is shown as, and what follows from it.
pub(super) fn settle_shown(
    tx: &mut Tx<'_>,
    library: LibraryId,
    touched: &[PersonId],
    gone: Gone,
) -> Result<(), StoreError> {
    let sql = "SELECT id, merged_into, not_person, shown_as FROM people WHERE library = ?1";
    let everybody: HashMap<PersonId, (Option<PersonId>, bool, Option<PersonId>)> = tx
        .all(sql, values![library], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?, row.get(3)?))))?
        .into_iter()
        .collect();
    let root = |person: PersonId| {
        let mut at = person;
        // A circle of people who are each other cannot be made; should there be one, it ends here.
        for _ in 0..everybody.len() {
            match everybody.get(&at).and_then(|(into, _, _)| *into) {
                Some(into) => at = into,
                None => break,
            }
        }
        at
    };
    let touched: Vec<PersonId> = touched.iter().map(|person| root(*person)).collect();
    let mut anew = touched.clone();
    for (&person, &(_, _, before)) in &everybody {
        let root = root(person);
        if !touched.contains(&root) {
            continue;
        }
        let is_thing = everybody.get(&root).is_some_and(|(_, thing, _)| *thing);
        let now = (!is_thing).then_some(root);
        if now != before {
            let sql = "UPDATE people SET shown_as = ?3 WHERE library = ?1 AND id = ?2";
            tx.execute(sql, values![library, person, now])?;
            anew.extend(before);
        }
    }
    anew.sort_unstable();
    anew.dedup();
    anew.into_iter().try_for_each(|person| settle_person(tx, library, person, gone))
}

/// Whom a photo's files and keywords name and what the owner added, as far as they are shown as `shown`; before anything is
/// taken away.
pub(super) fn named_there(
    tx: &mut Tx<'_>,
    library: LibraryId,
    photo: PhotoId,
    shown: PersonId,
) -> Result<Vec<PersonId>, StoreError> {
    let sql = "SELECT n.person FROM photo_names o JOIN names n ON n.library = o.library AND n.name = o.name
               JOIN people p ON p.library = n.library AND p.id = n.person
               WHERE o.library = ?1 AND o.photo = ?2 AND p.shown_as = ?3
               UNION SELECT n.person FROM photo_keywords o JOIN keyword_people n ON n.library = o.library AND n.keyword = o.keyword
               JOIN people p ON p.library = n.library AND p.id = n.person
               WHERE o.library = ?1 AND o.photo = ?2 AND p.shown_as = ?3
               UNION SELECT o.person FROM photo_people_said o
               JOIN people p ON p.library = o.library AND p.id = o.person
               WHERE o.library = ?1 AND o.photo = ?2 AND p.shown_as = ?3 AND o.said = 'in'
               ORDER BY 1";
    tx.all(sql, values![library, photo, shown], |row| row.get(0))
}

/// What is said of one person in one photo: in or out, and instead of whom.
pub(super) type SaidOf = (String, Option<PersonId>);

/// Writes down what the owner says of one person in one photo, or with `None` that they say nothing any more.
pub(super) fn set_said(
    tx: &mut Tx<'_>,
    library: LibraryId,
    photo: PhotoId,
    person: PersonId,
    said: Option<SaidOf>,
) -> Result<(), StoreError> {
    let Some((said, instead)) = said else {
        let sql = "DELETE FROM photo_people_said WHERE library = ?1 AND photo = ?2 AND person = ?3";
        tx.execute(sql, values![library, photo, person])?;
        return Ok(());
    };
    let sql = "INSERT INTO photo_people_said (library, photo, person, said, instead_of) VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT (library, photo, person) DO UPDATE SET said = excluded.said, instead_of = excluded.instead_of";
    tx.execute(sql, values![library, photo, person, said, instead])?;
    Ok(())
}

static OF_PHOTO: LazyLock<[String; 3]> = LazyLock::new(|| statements("o.photo = ?2"));
static OF_PERSON: LazyLock<[String; 3]> = LazyLock::new(|| statements("p.id = ?2"));

/// The three sources of who is in photos. The same person from two of them is in it once, with the region of the first.
fn statements(which: &str) -> [String; 3] {
    let into = "INSERT INTO photo_people (library, photo, person, x, y, width, height, taken_ms)";
    let unless = "NOT EXISTS (SELECT 1 FROM photo_people_said s WHERE s.library = o.library AND s.photo = o.photo
                  AND s.person = p.id AND s.said = 'out')";
    let once = "ON CONFLICT (library, photo, person) DO NOTHING";
    let joined = "JOIN people p ON p.library = n.library AND p.id = n.person
                  JOIN photos t ON t.library = o.library AND t.id = o.photo";
    [
        format!(
            "{into} SELECT o.library, o.photo, p.shown_as, o.x, o.y, o.width, o.height, t.taken_ms
             FROM photo_names o JOIN names n ON n.library = o.library AND n.name = o.name {joined}
             WHERE o.library = ?1 AND {which} AND p.shown_as IS NOT NULL AND {unless}
             ORDER BY o.photo, p.id, o.name {once}"
        ),
        format!(
            "{into} SELECT o.library, o.photo, p.shown_as, NULL, NULL, NULL, NULL, t.taken_ms
             FROM photo_keywords o JOIN keyword_people n ON n.library = o.library AND n.keyword = o.keyword {joined}
             WHERE o.library = ?1 AND {which} AND p.shown_as IS NOT NULL AND {unless} {once}"
        ),
        format!(
            "{into} SELECT o.library, o.photo, p.shown_as, MIN(r.x), MIN(r.y), MIN(r.width), MIN(r.height), t.taken_ms
             FROM photo_people_said o JOIN people p ON p.library = o.library AND p.id = o.person
             JOIN photos t ON t.library = o.library AND t.id = o.photo
             LEFT JOIN names n ON n.library = o.library AND n.person = o.instead_of
             LEFT JOIN photo_names r ON r.library = o.library AND r.photo = o.photo AND r.name = n.name
             WHERE o.library = ?1 AND {which} AND p.shown_as IS NOT NULL AND o.said = 'in'
             GROUP BY o.library, o.photo, p.shown_as, t.taken_ms {once}"
        ),
    ]
}
