//! What the owner changes about somebody: their name, the facts of their life, that two are one, that one is nobody.
//!
//! Forms say what they saw. Where that is no longer so, because another window was quicker, nothing is changed.

use circle::Viewer;
use jiff::Timestamp;
use jiff::civil::Date;
use model::{ChangeId, LibraryId, PersonId};
use serde::{Deserialize, Serialize};
use store::{StoreError, Tx, Value, values};

use super::who::{Gone, settle_shown};
use super::{Name, Named, Relation, person};
use crate::search::reword_names_of;

/// What came of a change that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It is done, and can be taken back by this id.
    Done(ChangeId),
    /// It is so already.
    Already,
    /// It is no longer as whoever asked saw it; nothing was changed.
    Meanwhile,
    /// There is nobody of that kind.
    NotThere,
    /// Somebody else has that name: they may be the same.
    Taken(PersonId),
}

/// The facts of somebody's life that the owner tells, and that everybody knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LifeDates {
    /// The day they were born.
    pub born: Option<Date>,
    /// The day they died.
    pub died: Option<Date>,
    /// What they are to the owner.
    pub relation: Option<Relation>,
}

impl LifeDates {
    /// The facts of that person. A death that only the viewer's own loss tells is none.
    pub fn of(person: &Named) -> Self {
        let died = person.died.filter(|_| !person.died_for_viewer);
        Self { born: person.born, died, relation: person.relation }
    }

    /// Whether a life can have gone so, seen from `today`.
    pub fn can_be(self, today: Date) -> bool {
        let begun = self.born.is_none_or(|born| born <= today) && self.died.is_none_or(|died| died <= today);
        begun && self.born.zip(self.died).is_none_or(|(born, died)| born <= died)
    }
}

/// Gives somebody another name. The old one still finds them when photos that say it come in. Where somebody else has that
/// name already, nothing is done unless `though_taken`: two people may have one name.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn rename(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (id, saw): (PersonId, &str),
    name: &Name,
    though_taken: bool,
    now: Timestamp,
) -> Result<Changed, StoreError> {
    let library = viewer.library();
    let Some(before) = person(tx, viewer, id)? else { return Ok(Changed::NotThere) };
    if before.name == name.as_str() {
        return Ok(Changed::Already);
    }
    if before.name != saw {
        return Ok(Changed::Meanwhile);
    }
    let whose = whose(tx, library, name)?;
    if let Some(other) = whose.filter(|other| *other != id)
        && !though_taken
    {
        return Ok(Changed::Taken(other));
    }
    tx.execute("UPDATE people SET name = ?3 WHERE library = ?1 AND id = ?2", values![library, id, name.as_str()])?;
    let note = "INSERT INTO names (library, name, person) VALUES (?1, ?2, ?3) ON CONFLICT (library, name) DO NOTHING";
    let made = tx.execute(note, values![library, name.as_str(), id])? > 0;
    let (before, after) = (before.name.into(), name.as_str().into());
    noted(tx, library, Noted { kind: "rename", person: id, other: None, before, after, made }, now).map(Changed::Done)
}

/// Notes the facts of somebody's life.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn change_life_dates(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (id, saw): (PersonId, LifeDates),
    facts: LifeDates,
    now: Timestamp,
) -> Result<Changed, StoreError> {
    let Some(before) = person(tx, viewer, id)?.as_ref().map(LifeDates::of) else { return Ok(Changed::NotThere) };
    if before == facts {
        return Ok(Changed::Already);
    }
    if before != saw {
        return Ok(Changed::Meanwhile);
    }
    set_facts(tx, viewer, id, facts)?;
    let (before, after) = (Written::of(before).text()?, Written::of(facts).text()?);
    let change =
        Noted { kind: "facts", person: id, other: None, before: before.into(), after: after.into(), made: false };
    noted(tx, viewer.library(), change, now).map(Changed::Done)
}

/// Two are one: `other` is `kept` from now on, by whatever name a photo names them. What is not known of the one is taken from
/// the other.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn merge(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    kept: PersonId,
    other: PersonId,
    now: Timestamp,
) -> Result<Changed, StoreError> {
    if kept == other {
        return Ok(Changed::Already);
    }
    let (Some(a), Some(b)) = (person(tx, viewer, kept)?, person(tx, viewer, other)?) else {
        return Ok(Changed::NotThere);
    };
    let (before, from) = (LifeDates::of(&a), LifeDates::of(&b));
    let after = LifeDates {
        born: before.born.or(from.born),
        died: before.died.or(from.died),
        relation: before.relation.or(from.relation),
    };
    set_facts(tx, viewer, kept, after)?;
    let library = viewer.library();
    let sql = "UPDATE people SET merged_into = ?3 WHERE library = ?1 AND id = ?2";
    tx.execute(sql, values![library, other, kept])?;
    settle_shown(tx, library, &[kept], Gone::CountsBeside)?;
    let (before, after) = (Written::of(before).text()?.into(), Written::of(after).text()?.into());
    let change = Noted { kind: "merge", person: kept, other: Some(other), before, after, made: false };
    noted(tx, library, change, now).map(Changed::Done)
}

/// What was taken for somebody is nobody: a thing, a pet, a wrong region.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn is_a_thing(tx: &mut Tx<'_>, viewer: Viewer, id: PersonId, now: Timestamp) -> Result<Changed, StoreError> {
    if person(tx, viewer, id)?.is_none() {
        return Ok(Changed::NotThere);
    }
    let library = viewer.library();
    tx.execute("UPDATE people SET not_person = 1 WHERE library = ?1 AND id = ?2", values![library, id])?;
    settle_shown(tx, library, &[id], Gone::CountsBeside)?;
    reword(tx, library, id)?;
    let change = Noted { kind: "thing", person: id, other: None, before: Value::Null, after: Value::Null, made: false };
    noted(tx, library, change, now).map(Changed::Done)
}

pub(super) fn set_facts(tx: &mut Tx<'_>, viewer: Viewer, id: PersonId, facts: LifeDates) -> Result<(), StoreError> {
    super::set_birth(tx, viewer, id, facts.born)?;
    super::set_death(tx, viewer, id, facts.died)?;
    super::set_relation(tx, viewer, id, facts.relation)
}

/// What was somebody's name is a word now, or the other way round, for all who are they.
pub(super) fn reword(tx: &mut Tx<'_>, library: LibraryId, id: PersonId) -> Result<(), StoreError> {
    let sql = "SELECT id FROM people WHERE library = ?1 AND merged_into = ?2 ORDER BY id";
    let mut members = vec![id];
    let mut at = 0;
    // Whoever was merged into somebody who was merged is one of them, too.
    while let Some(member) = members.get(at).copied() {
        let merged: Vec<PersonId> = tx.all(sql, values![library, member], |row| row.get(0))?;
        members.extend(merged.into_iter().filter(|one| !members.contains(one)).collect::<Vec<_>>());
        at += 1;
    }
    members.into_iter().try_for_each(|member| reword_names_of(tx, library, member))
}

/// Who is known by that name, as what they are shown now: first whoever is called so, then whoever was.
fn whose(tx: &mut Tx<'_>, library: LibraryId, name: &Name) -> Result<Option<PersonId>, StoreError> {
    let called = "SELECT id FROM people WHERE library = ?1 AND name = ?2 AND shown_as = id ORDER BY id LIMIT 1";
    let was = "SELECT p.shown_as FROM names n JOIN people p ON p.library = n.library AND p.id = n.person
               WHERE n.library = ?1 AND n.name = ?2 AND p.shown_as IS NOT NULL";
    let values = values![library, name.as_str()];
    match tx.maybe(called, values, |row| row.get(0))? {
        Some(called) => Ok(Some(called)),
        None => tx.maybe(was, values, |row| row.get(0)),
    }
}

/// A change as it is noted.
pub(super) struct Noted {
    pub(super) kind: &'static str,
    pub(super) person: PersonId,
    pub(super) other: Option<PersonId>,
    pub(super) before: Value,
    pub(super) after: Value,
    pub(super) made: bool,
}

pub(super) fn noted(
    tx: &mut Tx<'_>,
    library: LibraryId,
    change: Noted,
    now: Timestamp,
) -> Result<ChangeId, StoreError> {
    let id = ChangeId(tx.take_numbers(library, "people change", 1)?);
    let sql = "INSERT INTO people_changes (library, id, kind, person, other, before, after, made, made_ms)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let Noted { kind, person, other, before, after, made } = change;
    let values = [
        library.into(),
        id.into(),
        kind.into(),
        person.into(),
        other.into(),
        before,
        after,
        made.into(),
        now.as_millisecond().into(),
    ];
    tx.execute(sql, &values)?;
    Ok(id)
}

/// LifeDates as a change keeps them.
#[derive(Serialize, Deserialize)]
pub(super) struct Written {
    born: Option<Date>,
    died: Option<Date>,
    relation: Option<String>,
}

impl Written {
    fn of(facts: LifeDates) -> Self {
        Self { born: facts.born, died: facts.died, relation: facts.relation.map(|r| r.name().to_owned()) }
    }

    fn text(&self) -> Result<String, StoreError> {
        serde_json::to_string(self).map_err(|e| StoreError::Unexpected(e.to_string()))
    }

    pub(super) fn read(text: Option<&str>) -> Result<LifeDates, StoreError> {
        let written: Self = serde_json::from_str(text.unwrap_or("null"))
            .map_err(|e| StoreError::Unexpected(format!("a change that cannot be read: {e}")))?;
        let relation = written.relation.as_deref().and_then(Relation::from_name);
        Ok(LifeDates { born: written.born, died: written.died, relation })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_life_ends_after_it_began_and_neither_is_still_to_come() {
        let day = |text: &str| Some(text.parse::<Date>().unwrap());
        let today = "2026-09-28".parse().unwrap();
        let facts = |born, died| LifeDates { born, died, relation: None };
        assert!(facts(None, None).can_be(today));
        assert!(facts(day("1950-01-01"), day("1950-01-01")).can_be(today));
        assert!(facts(None, day("2023-03-09")).can_be(today));
        assert!(!facts(day("1950-01-01"), day("1949-12-31")).can_be(today));
        assert!(!facts(day("2026-09-29"), None).can_be(today));
        assert!(!facts(None, day("2026-09-29")).can_be(today));
    }
}
