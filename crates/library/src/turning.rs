//! Turning what is shown of a photo. The original and its first renditions stay as they are.

use circle::Viewer;
use media::{NotShown, turned, turned_thumbhash};
use model::PhotoId;
use store::{BlobError, Blobs, Bytes, StoreError, Tx, values};

use crate::{Photo, Size};

/// Why a rendition cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum RenditionError {
    /// It could not be fetched, or its turned self not kept.
    #[error(transparent)]
    Blobs(#[from] BlobError),
    /// What is kept is no JPEG any more.
    #[error("a rendition is damaged: {0}")]
    Damaged(#[from] NotShown),
}

/// Turns what is shown of a photo by so many quarters clockwise (three are one the other way, by which one is taken back).
/// Answers whether there is such a photo.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn turn(tx: &mut Tx<'_>, viewer: Viewer, id: PhotoId, quarters: u8) -> Result<bool, StoreError> {
    let Some(photo) = crate::photo(tx, viewer, id)? else { return Ok(false) };
    let quarters = quarters % 4;
    let (width, height) = photo.shown_size.unzip();
    let (width, height) = if quarters % 2 == 1 { (height, width) } else { (width, height) };
    let thumbhash = photo.shown_size.map(|_| turned_thumbhash(&photo.thumbhash, quarters));
    let sql = "UPDATE photos SET turned = ?3, shown_width = ?4, shown_height = ?5, thumbhash = ?6
               WHERE library = ?1 AND id = ?2";
    let turned = u32::from((photo.turned + quarters) % 4);
    tx.execute(sql, values![viewer.library(), id, turned, width, height, thumbhash])?;
    Ok(true)
}

/// Where a picture of a photo lies among the blobs, in one of its sizes. Another picture has another key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    key: String,
    /// What a turned one is made of, and by how many quarters it is turned.
    turned: Option<(String, u8)>,
}

impl Photo {
    /// Its picture in that size.
    pub fn picture(&self, size: Size) -> Picture {
        let turned = (self.turned != 0).then(|| (self.unturned(size), self.turned));
        Picture { key: self.rendition(size), turned }
    }
}

impl Picture {
    /// Its key among the blobs.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The JPEG, or `None` when there is none. A turned one is made when it is first asked for, from the one that was made of the
    /// original, and kept.
    ///
    /// # Errors
    /// [`RenditionError`]
    pub fn read(&self, blobs: &Blobs) -> Result<Option<Vec<u8>>, RenditionError> {
        if let Some(jpeg) = blobs.get(&self.key)? {
            return Ok(Some(jpeg));
        }
        let Some((unturned, quarters)) = &self.turned else { return Ok(None) };
        let Some(unturned) = blobs.get(unturned)? else { return Ok(None) };
        let jpeg = turned(&unturned, *quarters)?;
        blobs.put(&self.key, jpeg.clone())?;
        Ok(Some(jpeg))
    }

    /// The JPEG, where nobody has to wait for it. `None` says nothing; [`Picture::read`] knows.
    pub fn read_at_once(&self, blobs: &Blobs) -> Option<Bytes> {
        blobs.get_at_once(&self.key)
    }
}
