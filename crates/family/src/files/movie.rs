//! A few short films.

use std::io;
use std::path::Path;

use crate::Shot;

/// A film that was taken together with a picture.
pub(super) struct Film;

/// The films of a family.
pub(super) fn films(_shots: &[Shot]) -> Vec<Film> {
    Vec::new()
}

/// Writes one, unless it is there; how many bytes.
pub(super) fn write_film(_film: &Film, _folder: &Path) -> io::Result<u64> {
    Ok(0)
}
