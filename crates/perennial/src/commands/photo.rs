//! `perennial photo`: one photo, or a few by their numbers.

use std::path::PathBuf;

use care::{CareError, Change, Cleared, Photo};
use model::PhotoId;
use serde::Serialize;

use crate::cli::PhotoCommand;
use crate::failure::Failure;
use crate::output::{self, WORDS};
use crate::visiting::Visitor;

#[derive(Serialize)]
struct Known {
    id: i64,
    files: Vec<String>,
    taken: Option<String>,
    precision: Option<&'static str>,
    confidence: Option<&'static str>,
    makes_anniversary: bool,
    place: Option<String>,
    camera: Option<String>,
    title: Option<String>,
    caption: Option<String>,
    people: Vec<String>,
    favourite: bool,
    not_shown: Option<String>,
    hidden: bool,
    missing: bool,
}

pub(crate) fn run(visitor: &Visitor, what: PhotoCommand) -> Result<(), Failure> {
    match what {
        PhotoCommand::Show { id, json } => show(visitor, PhotoId(id), json),
        PhotoCommand::Date { when, ids } => {
            change(visitor, ids, "corrected", |change, photos| change.date(photos, when).map(drop))
        }
        PhotoCommand::DateBack { ids } => {
            change(visitor, ids, "as the files say again", |change, photos| change.date_back(photos).map(drop))
        }
        PhotoCommand::Hide { ids } => change(visitor, ids, "hidden", |change, photos| change.hide(photos).map(drop)),
        PhotoCommand::Unhide { ids } => {
            change(visitor, ids, "no longer hidden", |change, photos| change.unhide(photos).map(drop))
        }
        PhotoCommand::Remove { ids } => {
            change(visitor, ids, "removed", |change, photos| change.remove(photos).map(drop))
        }
        PhotoCommand::Restore { ids } => {
            let ids = each_once(ids);
            let back = visitor.change(|change| change.restore(&ids))?;
            done(back.len(), "back", ids.len())
        }
    }
}

/// Shows what is known of a photo. What is put away is not shown here either.
fn show(visitor: &Visitor, id: PhotoId, json: bool) -> Result<(), Failure> {
    let found = visitor.look(|visit| {
        let Some(photo) = visit.photo(id)? else { return Ok::<_, CareError>(None) };
        let files = visit.files_of(&photo)?;
        Ok(Some((photo, files)))
    })?;
    let (photo, files) =
        found.ok_or_else(|| Failure::new(format!("there is no photo {id} to show"), "It may be put away."))?;
    if json {
        return output::json(&known(&photo, &files));
    }
    output::line(&WORDS.alternative(&photo));
    if let Some(taken) = &photo.taken {
        output::line(&format!("  {}, {}", WORDS.when(taken), WORDS.how_known(taken.confidence)));
    }
    if let Some(place) = &photo.place {
        output::line(&format!("  {}", WORDS.place(place)));
    }
    for file in files {
        output::line(&format!("  {}", file.display()));
    }
    Ok(())
}

fn known(photo: &Cleared<Photo>, files: &[PathBuf]) -> Known {
    let taken = photo.taken.as_ref();
    Known {
        id: photo.id.0,
        files: files.iter().map(|file| file.display().to_string()).collect(),
        taken: taken.map(|t| t.at.to_string()),
        precision: taken.map(|t| t.precision.name()),
        confidence: taken.map(|t| t.confidence.name()),
        makes_anniversary: taken.is_some_and(model::Taken::makes_anniversary),
        place: photo.place.as_ref().map(|place| WORDS.place(place)),
        camera: photo.camera.clone(),
        title: photo.title.clone(),
        caption: photo.caption.clone(),
        people: photo.people.iter().map(|(_, name)| name.clone()).collect(),
        favourite: photo.favourite,
        not_shown: photo.not_shown.clone(),
        hidden: photo.hidden,
        missing: photo.missing,
    }
}

/// Changes those of some photos that may be shown. One that is put away is not there for a command either.
fn change(
    visitor: &Visitor,
    ids: Vec<i64>,
    what: &str,
    work: impl FnOnce(&mut Change<'_, '_>, &[Cleared<Photo>]) -> Result<(), CareError>,
) -> Result<(), Failure> {
    let ids = each_once(ids);
    let there = visitor.change(|change| {
        let mut there = Vec::new();
        for id in &ids {
            there.extend(change.photo(*id)?);
        }
        work(change, &there)?;
        Ok::<_, CareError>(there.len())
    })?;
    done(there, what, ids.len())
}

fn each_once(mut ids: Vec<i64>) -> Vec<PhotoId> {
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(PhotoId).collect()
}

/// Says how many were changed, and fails where that is not all of them.
fn done(changed: usize, what: &str, of: usize) -> Result<(), Failure> {
    if changed == 0 && of > 0 {
        return Err(Failure::new("none of those photos is in the library", "Nothing was changed."));
    }
    let counted = if changed == 1 { "1 photo is".to_owned() } else { format!("{changed} photos are") };
    output::line(&format!("{counted} {what}."));
    match changed == of {
        true => Ok(()),
        false => Err(Failure::new("not all of those photos are in the library", "The others are done.")),
    }
}
