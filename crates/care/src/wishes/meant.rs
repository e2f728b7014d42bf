//! What a wish means when it is made.

use circle::Viewer;
use memories::contents;
use model::PhotoId;
use store::{StoreError, Tx};

use super::Scope;
use super::listed::is_one_picture;
use crate::Want;
use crate::evidence::Evidence;
use crate::gathered::Gathered;

/// The photos that a wish means at the time it is made, so that it holds for them whatever is grouped or corrected later.
/// `None` when there is no such thing.
pub(super) fn meant(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    want: Want,
    scope: Scope,
) -> Result<Option<Vec<PhotoId>>, StoreError> {
    match scope {
        Scope::Photo(id) if library::photo(tx, viewer, id)?.is_none() => Ok(None),
        // A welcome is of what was looked at, and of nothing beside it.
        Scope::Photo(id) if want == Want::Welcome => Ok(Some(vec![id])),
        Scope::Moment(id) if want == Want::Welcome => {
            let there = memories::moment(tx, viewer, id)?.is_some();
            let members = contents(tx, viewer, &[id])?;
            Ok(there.then(|| members.into_iter().map(|member| member.photo).collect()))
        }
        Scope::Photo(id) => {
            let all = Gathered::of(tx, viewer, &[], &[id])?;
            let Some(own) = all.evidence.iter().find(|one| one.photo == id) else { return Ok(None) };
            let same = all.evidence.iter().filter(|one| is_one_picture(own, one, &all.members));
            Ok(Some(same.map(|one| one.photo).collect()))
        }
        Scope::Moment(id) => {
            let there = memories::moment(tx, viewer, id)?.is_some();
            // What was hidden or removed is in no moment, and was there all the same.
            let all = Gathered::of(tx, viewer, &[id], &[])?.evidence;
            let own = |one: &&Evidence| one.moment == Some(id) || one.belongs_to.contains(&id);
            Ok(there.then(|| all.iter().filter(own).map(|one| one.photo).collect()))
        }
        Scope::Birthday(id) => {
            let known = library::people(tx, viewer)?.iter().any(|person| person.id == id);
            Ok(known.then(Vec::new))
        }
        Scope::Observance(_) => Ok(Some(Vec::new())),
        Scope::Day(day) => library::taken_on(tx, viewer, day).map(Some),
    }
}
