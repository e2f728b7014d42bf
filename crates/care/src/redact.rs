//! A moment of which something is held speaks of the rest alone: not of the place where the held was taken, nor of its hours.

use circle::Viewer;
use memories::{Moment, contents, most_often};
use model::PhotoId;
use store::{StoreError, Tx};

use crate::verdicts::Verdicts;

/// Lets a moment speak of those of its photos that are not held. How many they are is counted by whoever shows it.
pub(crate) fn redact(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    verdicts: &Verdicts,
    moment: &mut Moment,
) -> Result<(), StoreError> {
    if verdicts.shows_all(moment.id) {
        return Ok(());
    }
    let members = contents(tx, viewer, &[moment.id])?;
    let rest: Vec<PhotoId> = members.iter().map(|member| member.photo).filter(|photo| verdicts.shows(*photo)).collect();
    let photos = library::photos(tx, viewer, &rest)?;
    let times = || photos.iter().filter_map(|photo| photo.taken.as_ref()).map(|taken| taken.at);
    moment.begins = times().min().unwrap_or(moment.begins);
    moment.ends = times().max().unwrap_or(moment.ends);
    moment.place = most_often(photos.iter().filter_map(|photo| photo.place.as_ref())).cloned();
    Ok(())
}
