//! What a wish means when it is made.

use circle::Viewer;
use memories::{contents, moments_holding};
use model::PhotoId;
use store::{StoreError, Tx};

use super::Scope;
use crate::Want;

/// How long before and after a moment something that is in no moment is taken for a part of it, in milliseconds: the pause
/// after which being elsewhere is another moment.
const AROUND: i64 = 40 * 60_000;

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
            let moments = moments_holding(tx, viewer, &[id])?;
            let members = contents(tx, viewer, &moments)?;
            let burst = |photo| members.iter().find(|m| m.photo == photo).map(|m| (m.moment, m.burst));
            let same = members.iter().filter(|m| Some((m.moment, m.burst)) == burst(id));
            Ok(Some(same.map(|member| member.photo).collect()))
        }
        Scope::Moment(id) => {
            let Some(moment) = memories::moment(tx, viewer, id)? else { return Ok(None) };
            let mut meant: Vec<PhotoId> = contents(tx, viewer, &[id])?.into_iter().map(|member| member.photo).collect();
            // What was hidden or removed is in no moment, and was there all the same.
            let (begins, ends) = (model::millis(moment.begins) - AROUND, model::millis(moment.ends) + AROUND);
            let there = library::taken_between(tx, viewer, begins, ends)?;
            for photo in there {
                if moments_holding(tx, viewer, &[photo])?.is_empty() {
                    meant.push(photo);
                }
            }
            Ok(Some(meant))
        }
        Scope::Birthday(id) => {
            let known = library::people(tx, viewer)?.iter().any(|person| person.id == id);
            Ok(known.then(Vec::new))
        }
        Scope::Observance(_) => Ok(Some(Vec::new())),
        Scope::Day(day) => library::taken_on(tx, viewer, day).map(Some),
    }
}
