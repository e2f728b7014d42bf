//! Photos, their pictures and their files, as a visit shows them.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::SignedDuration;
use library::{ClockShift, Photo, Picture, RenditionError, ShiftError, Size};
use model::PhotoId;
use store::{Blobs, Bytes};

use super::{Visit, Visits, Who};
use crate::guard::{Beside, beside};
use crate::{CareError, Cleared};

/// A rendition of a cleared photo. Its bytes are read by this and by nothing else.
pub struct Rendition {
    picture: Arc<Picture>,
    blobs: Arc<Blobs>,
}

/// The original of a cleared photo, where one of its files is there.
pub struct Original {
    path: PathBuf,
    /// Its media type (RFC 6838).
    pub media_type: &'static str,
}

/// What moving what a camera noted would move.
#[derive(Debug, Default)]
pub struct ClockPreview {
    /// How many of the photos that would move may be seen. Those that may not move too, and are not counted.
    pub photos: usize,
    /// One of them.
    pub example: Option<Cleared<Photo>>,
}

impl Visit<'_, '_> {
    /// One photo. "Not yours", "not there", "removed" and "held" are one: `None`.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn photo(&mut self, id: PhotoId) -> Result<Option<Cleared<Photo>>, CareError> {
        let found = library::photo(self.tx, self.who.viewer, id)?.filter(|photo| photo.removed_ms.is_none());
        let Some(photo) = found else { return Ok(None) };
        Ok(self.shows_in_library(&photo)?.then(|| Cleared::of(photo)))
    }

    /// What lies beside a photo in its moment, or `None` when it is in none.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn beside(&mut self, photo: &Cleared<Photo>) -> Result<Option<Cleared<Beside>>, CareError> {
        let (viewer, today) = (self.viewer(), self.today());
        Ok(beside(self.tx, viewer, photo.id, today)?)
    }

    /// The picture of a photo in one of its sizes.
    pub fn rendition(&self, photo: &Cleared<Photo>, size: Size) -> Cleared<Rendition> {
        self.house.rendition(&Arc::new(photo.picture(size)))
    }

    /// The picture of a photo of the library. What comes of it is known, so that [`Visits::picture_at_once`] can answer whoever asks
    /// again before anything is written.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn picture(&mut self, id: PhotoId, size: Size) -> Result<Option<Cleared<Rendition>>, CareError> {
        let Some(photo) = self.photo(id)? else { return Ok(None) };
        let (who, picture) = ((self.viewer(), self.today()), Arc::new(photo.picture(size)));
        if let Some(version) = self.version {
            self.house.known.learn_picture(who, version, (id, size), &picture);
        }
        Ok(Some(self.house.rendition(&picture)))
    }

    /// The original of a photo; `None` where no file of it was there when it was last looked for.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be looked up.
    pub fn original(&mut self, photo: &Cleared<Photo>) -> Result<Option<Cleared<Original>>, CareError> {
        let path = library::original_of(self.tx, self.who.viewer, photo.id)?;
        let media_type = photo.format.media_type();
        Ok(path.map(|path| Cleared::of(Original { path, media_type })))
    }

    /// The files that hold a photo, missing ones too, in the order in which they were found.
    ///
    /// # Errors
    /// [`CareError`] when they cannot be looked up.
    pub fn files_of(&mut self, photo: &Cleared<Photo>) -> Result<Vec<PathBuf>, CareError> {
        Ok(library::files_of(self.tx, self.who.viewer, photo.id)?)
    }

    /// By how much the clock of the photo's camera was wrong, where the viewer's correction tells.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be looked up.
    pub fn wrong_by(&mut self, photo: &Cleared<Photo>) -> Result<Option<SignedDuration>, CareError> {
        // Most dates are as the camera noted them, and nobody asks.
        match photo.taken.as_ref().is_some_and(model::Taken::is_the_owners) {
            true => Ok(library::wrong_by(self.tx, self.who.viewer, photo.id)?),
            false => Ok(None),
        }
    }

    /// What moving what a camera noted would move.
    ///
    /// # Errors
    /// [`ShiftError`] says why it cannot be moved.
    pub fn clock_preview(&mut self, shift: &ClockShift) -> Result<ClockPreview, ShiftError> {
        let moved = library::would_shift(self.tx, self.who.viewer, shift)?;
        let mut view = self.library().map_err(CareError::into_store)?;
        let seen: Vec<PhotoId> = moved.into_iter().filter(|id| view.shows(*id)).collect();
        let some = seen.get(seen.len() / 2).copied();
        let example = view.photos(some.as_slice()).map_err(CareError::into_store)?.pop();
        Ok(ClockPreview { photos: seen.len(), example })
    }

    /// Whether there is any photo in the library, seen or not: an empty house is told from a quiet day.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be looked up.
    pub fn has_photos(&mut self) -> Result<bool, CareError> {
        Ok(library::has_photos(self.tx, self.who.viewer)?)
    }
}

impl Visits {
    /// The picture of a photo of the library, where a visit weighed it already and nothing was written since, in this process or
    /// in another. It is cleared now, by the verdict that is known; that is asked each time. `None` says nothing: a visit knows.
    /// It waits for nobody.
    pub fn picture_at_once(&self, who: &Who, id: PhotoId, size: Size) -> Option<Cleared<Rendition>> {
        let version = self.store.version_now()?;
        Some(self.rendition(&self.known.picture((who.viewer, who.today()), version, (id, size))?))
    }

    fn rendition(&self, picture: &Arc<Picture>) -> Cleared<Rendition> {
        Cleared::of(Rendition { picture: Arc::clone(picture), blobs: Arc::clone(&self.blobs) })
    }
}

impl Cleared<Rendition> {
    /// What tells one picture from another: it changes with the picture. Nobody but the server is to read it.
    pub fn key(&self) -> &str {
        self.picture.key()
    }

    /// Its bytes, a JPEG; `None` where there is none. May be read when the visit is over, for as long as this is held.
    ///
    /// # Errors
    /// [`RenditionError`] where the place of the pictures cannot be read, or the picture is damaged.
    pub fn read(&self) -> Result<Option<Vec<u8>>, RenditionError> {
        self.picture.read(&self.blobs)
    }

    /// Its bytes, where nobody has to wait for them. `None` says nothing: [`Cleared::read`] knows.
    pub fn read_at_once(&self) -> Option<Bytes> {
        self.picture.read_at_once(&self.blobs)
    }
}

impl Cleared<Original> {
    /// Opens it. What stands there now may be something else: only a file is opened. Answers how many bytes it has, too.
    pub fn open(&self) -> Option<(File, u64)> {
        // Opening a pipe would wait for its other end.
        let is_file = std::fs::metadata(&self.path).is_ok_and(|there| there.is_file());
        let file = is_file.then(|| File::open(&self.path).ok()).flatten()?;
        let there = file.metadata().ok().filter(std::fs::Metadata::is_file)?;
        Some((file, there.len()))
    }

    /// The name of its file.
    pub fn name(&self) -> Option<String> {
        let path: &Path = &self.path;
        Some(path.file_name()?.to_string_lossy().into_owned())
    }
}
