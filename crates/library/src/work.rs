//! The work that changes to a library ask for, in their own transaction. Who does it is the binary's to say.

use circle::Viewer;
use jiff::Timestamp;
use model::{Folder, FolderId, Standing};
use store::jobs::{Job, Listed, State, listed, state};
use store::{StoreError, Tx};

use crate::folders::folders;

/// The kind of work that looks through a folder; its key is the folder's number.
pub const LOOKING: &str = "looking";
/// The kind of work that lets go of what was made of removed photos.
pub const LETTING_GO: &str = "letting_go";

/// Looking through a folder.
pub fn look_at(viewer: Viewer, folder: FolderId) -> Job {
    Job::new(viewer.library(), LOOKING, folder)
}

/// Letting go of what was made of photos that were removed too long ago to be taken back.
pub fn let_go_of_removed(viewer: Viewer) -> Job {
    Job::new(viewer.library(), LETTING_GO, "")
}

/// Whether photos come in that nobody here has seen: a folder is looked through for the first time, or was not to its end, or new photos
/// were found on the way. A folder that cannot be looked through now holds nothing up.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn is_coming_in(tx: &mut Tx<'_>, viewer: Viewer, now: Timestamp) -> Result<bool, StoreError> {
    let looks: Vec<Listed> = listed(tx, viewer.library())?.into_iter().filter(|job| job.job.kind == LOOKING).collect();
    if looks.is_empty() {
        return Ok(false);
    }
    let folders = folders(tx, viewer)?;
    Ok(looks.iter().any(|look| {
        let folder = folders.iter().find(|folder| look.job.key == folder.id.to_string());
        folder.is_some_and(|folder| brings_in(folder, look, now))
    }))
}

fn brings_in(folder: &Folder, look: &Listed, now: Timestamp) -> bool {
    let stands = state(look, now);
    let seen_whole = folder.look.as_ref().is_some_and(|last| !last.stopped && last.trouble.is_none());
    match stands {
        State::Due | State::Runs if !seen_whole => true,
        State::Runs => {
            let standing = look.standing.as_deref().and_then(|text| serde_json::from_str::<Standing>(text).ok());
            standing.is_some_and(|standing| standing.came_in > 0)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use model::{LibraryId, Look, LookTrouble};

    use super::*;

    #[test]
    fn what_was_never_seen_whole_holds_up_and_what_cannot_be_looked_through_does_not() {
        let now: Timestamp = "2026-09-28T12:00:00Z".parse().unwrap();
        let seen =
            |look: Option<Look>| Folder { id: FolderId(1), path: "/photos".into(), added: now, given: false, look };
        let whole = Some(Look::default());
        let stopped = Some(Look { stopped: true, ..Look::default() });
        let trouble = Some(Look { trouble: Some(LookTrouble::Folder), ..Look::default() });
        let job = Listed {
            id: 1,
            job: Job::new(LibraryId(1), LOOKING, 1),
            made: now,
            due: now,
            attempts: 0,
            leased_by: None,
            leased_until: None,
            why: None,
            standing: None,
            given_up: None,
        };
        let runs = |came_in| {
            let standing = serde_json::to_string(&Standing { came_in, ..Standing::default() }).unwrap();
            Listed { leased_until: Some(now + 30.seconds()), standing: Some(standing), ..job.clone() }
        };
        let tried_again = Listed { why: Some("folder".to_owned()), due: now + 1.minute(), ..job.clone() };
        let given_up = Listed { given_up: Some(now), ..job.clone() };
        let check = |look: &Option<Look>, job: &Listed, expected| {
            assert_eq!(brings_in(&seen(look.clone()), job, now), expected, "{look:?} {job:?}");
        };
        for look in [&None, &stopped, &trouble] {
            check(look, &job, true);
            check(look, &runs(0), true);
            check(look, &tried_again, false);
            check(look, &given_up, false);
        }
        check(&whole, &job, false);
        check(&whole, &runs(0), false);
        check(&whole, &runs(1), true);
    }
}
