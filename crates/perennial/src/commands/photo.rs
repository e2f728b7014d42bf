//! `perennial photo`: one photo, or a few by their numbers.

use std::path::PathBuf;

use care::Cleared;
use circle::Viewer;
use library::{Photo, correct_dates, take_back_correction};
use model::PhotoId;
use serde::Serialize;
use store::{StoreError, Tx};

use crate::cli::{PhotoCommand, PlaceArgs};
use crate::failure::Failure;
use crate::house::{House, now};
use crate::output::{self, WORDS};

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

pub(crate) fn run(place: &PlaceArgs, what: PhotoCommand) -> Result<(), Failure> {
    let house = House::visit(place)?;
    match what {
        PhotoCommand::Show { id, json } => show(&house, PhotoId(id), json),
        PhotoCommand::Date { when, ids } => {
            change(&house, &ids, "corrected", |tx, viewer, ids| correct_dates(tx, viewer, ids, when))
        }
        PhotoCommand::DateBack { ids } => change(&house, &ids, "as the files say again", take_back_correction),
        PhotoCommand::Hide { ids } => {
            change(&house, &ids, "hidden", |tx, v, ids| each(ids, |id| library::hide(tx, v, id)))
        }
        PhotoCommand::Unhide { ids } => {
            change(&house, &ids, "no longer hidden", |tx, v, ids| each(ids, |id| library::unhide(tx, v, id)))
        }
        PhotoCommand::Remove { ids } => {
            let at = now().timestamp();
            change(&house, &ids, "removed", |tx, v, ids| each(ids, |id| library::remove(tx, v, id, at)))
        }
        PhotoCommand::Restore { ids } => {
            change(&house, &ids, "back", |tx, v, ids| each(ids, |id| library::restore(tx, v, id, now().timestamp())))
        }
    }
}

/// Shows what is known of a photo. What is put away is not shown here either.
fn show(house: &House, id: PhotoId, json: bool) -> Result<(), Failure> {
    let cleared = care::photo(&house.store, house.viewer, id, now().date())?;
    let photo =
        cleared.ok_or_else(|| Failure::new(format!("there is no photo {id} to show"), "It may be put away."))?;
    let files = house.store.read(|tx| library::files_of(tx, house.viewer, id))?;
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

fn change(
    house: &House,
    ids: &[i64],
    what: &str,
    work: impl FnOnce(&mut Tx<'_>, Viewer, &[PhotoId]) -> Result<usize, StoreError>,
) -> Result<(), Failure> {
    let ids: Vec<PhotoId> = ids.iter().copied().map(PhotoId).collect();
    let changed = house.store.write(|tx| {
        let changed = work(tx, house.viewer, &ids)?;
        memories::settle(tx, house.viewer)?;
        Ok::<_, StoreError>(changed)
    })?;
    let counted = if changed == 1 { "1 photo is".to_owned() } else { format!("{changed} photos are") };
    output::line(&format!("{counted} {what}."));
    match changed == ids.len() {
        true => Ok(()),
        false => Err(Failure::new("not all of those photos are in the library", "The others are done.")),
    }
}

fn each(ids: &[PhotoId], mut change: impl FnMut(PhotoId) -> Result<bool, StoreError>) -> Result<usize, StoreError> {
    ids.iter().try_fold(0, |changed, id| Ok(changed + usize::from(change(*id)?)))
}
