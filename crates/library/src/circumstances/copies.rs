//! Which photos may be copies that a messenger made: how each looks, and whether its file says so.

use std::collections::HashSet;

use circle::Viewer;
use model::PhotoId;
use store::{StoreError, Tx, values};

use super::among;

/// What messengers call the files that they save, in small letters: WhatsApp, Signal, Telegram, Facebook and its messenger, Viber, WeChat.
const BEGINNINGS: &[&str] = &[
    "whatsapp image ",
    "whatsapp video ",
    "signal-",
    "photo_20",
    "fb_img_",
    "received_",
    "viber_image_",
    "mmexport",
    "wp_image",
];

/// How each photo of the library looks, as far as that is known: its perceptual hash.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn looks(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<(PhotoId, u64)>, StoreError> {
    let sql = "SELECT id, likeness FROM photos WHERE library = ?1 AND likeness IS NOT NULL";
    tx.all(sql, values![viewer.library()], |row| Ok((row.get(0)?, row.get::<i64>(1)? as u64)))
}

/// The same of those photos.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn looks_of(tx: &mut Tx<'_>, viewer: Viewer, photos: &[PhotoId]) -> Result<Vec<(PhotoId, u64)>, StoreError> {
    let sql = |list: &str| {
        format!("SELECT id, likeness FROM photos WHERE library = ?1 AND likeness IS NOT NULL AND id IN ({list})")
    };
    among(tx, viewer, photos, sql, |row| Ok((row.get(0)?, row.get::<i64>(1)? as u64)))
}

/// Those of some photos that a messenger may have made: no camera is known of them, or a file is named as messengers name theirs.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn may_be_sent(tx: &mut Tx<'_>, viewer: Viewer, photos: &[PhotoId]) -> Result<HashSet<PhotoId>, StoreError> {
    let sql = |list: &str| {
        format!(
            "SELECT p.id, p.make, p.model, f.path FROM photos p
             LEFT JOIN files f ON f.library = p.library AND f.photo = p.id
             WHERE p.library = ?1 AND p.id IN ({list})"
        )
    };
    let rows = among(tx, viewer, photos, sql, |row| {
        let camera = row.get::<Option<String>>(1)?.or(row.get::<Option<String>>(2)?);
        Ok((row.get::<PhotoId>(0)?, camera.is_some(), row.get::<Option<Vec<u8>>>(3)?))
    })?;
    let sent = |path: &[u8]| is_named_by_a_messenger(&String::from_utf8_lossy(path));
    let found = rows.into_iter().filter(|(_, camera, path)| !camera || path.as_deref().is_some_and(sent));
    Ok(found.map(|(photo, ..)| photo).collect())
}

/// Whether a file's name is one that messengers give: `IMG-20200928-WA0001.jpg`, `signal-2020-09-28-150000.jpg`, and the like.
fn is_named_by_a_messenger(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path).to_lowercase();
    let numbered = name.split_once("-wa").is_some_and(|(before, after)| {
        (before.starts_with("img-") || before.starts_with("vid-")) && after.starts_with(|c: char| c.is_ascii_digit())
    });
    numbered || BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_that_messengers_give_are_known_and_those_of_cameras_are_not_among_them() {
        let sent = [
            "holiday/IMG-20200928-WA0001.jpg",
            "WhatsApp Image 2020-09-28 at 15.00.00.jpeg",
            "signal-2020-09-28-150000.jpg",
            "photo_2020-09-28_15-00-00.jpg",
            "FB_IMG_1601300000000.jpg",
            "received_1234567890.jpeg",
        ];
        let own = [
            "IMG_20200928_142201.jpg",
            "wa.jpg",
            "IMG-1.jpg",
            "DSC01234.JPG",
            "signal.jpg",
            "WhatsApp Images/DSC1.jpg",
        ];
        assert!(sent.iter().all(|path| is_named_by_a_messenger(path)));
        assert!(!own.iter().any(|path| is_named_by_a_messenger(path)));
    }
}
