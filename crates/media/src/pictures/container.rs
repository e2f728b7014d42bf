//! What HEIC and AVIF have in common: the HEIF container (ISO/IEC 23008-12) around coded pictures.

use heifer::heifer_isobmff::boxes::{ColorInfo, Property};
use heifer::heifer_isobmff::{Error, HeifFile, ItemId};

use crate::{NotShown, Orientation};

use super::pixels::{Colour, check_size};

/// Opens the container and refuses a primary picture of too many pixels.
pub(super) fn open(bytes: &[u8]) -> Result<HeifFile<'_>, NotShown> {
    let file = HeifFile::parse(bytes).map_err(reason)?;
    if let Some((width, height)) = file.image_size(file.primary_id).map_err(reason)? {
        check_size(width, height)?;
    }
    Ok(file)
}

/// Which colours an item names: by its ICC profile, or by code points. A grid has what its first tile has.
pub(super) fn colour(file: &HeifFile<'_>, id: ItemId) -> Colour {
    if let Ok(Some(icc)) = file.icc_profile(id) {
        return Colour::Icc(icc.to_vec());
    }
    match coded(file, id) {
        Some(Coded { primaries, transfer, .. }) => Colour::Coded { primaries, transfer },
        None => Colour::Srgb,
    }
}

/// The colour code points of ITU-T H.273 in a `colr` box of type `nclx`.
#[derive(Clone, Copy)]
pub(super) struct Coded {
    pub(super) primaries: u8,
    pub(super) transfer: u8,
    pub(super) matrix: u8,
    pub(super) full_range: bool,
}

/// The code points of an item, or of the first picture that it is made from.
pub(super) fn coded(file: &HeifFile<'_>, id: ItemId) -> Option<Coded> {
    let first = file.referenced_items(id, b"dimg").first().copied();
    [Some(id), first].into_iter().flatten().find_map(|id| {
        file.item_properties(id).ok()?.find_map(|property| match property {
            Property::Color(ColorInfo::Nclx { primaries, transfer, matrix, full_range }) => Some(Coded {
                primaries: u8::try_from(*primaries).ok()?,
                transfer: u8::try_from(*transfer).ok()?,
                matrix: u8::try_from(*matrix).ok()?,
                full_range: *full_range,
            }),
            _ => None,
        })
    })
}

/// How to turn an item's pixels upright: rotations (`irot`) and mirrors (`imir`) in the order in which they are listed.
/// An EXIF orientation counts for nothing in this container (ISO/IEC 23008-12, A.2.4).
pub(super) fn turn(file: &HeifFile<'_>, id: ItemId) -> Orientation {
    file.item_properties(id).map_or(Orientation::UPRIGHT, turned_by)
}

fn turned_by<'a>(properties: impl Iterator<Item = &'a Property>) -> Orientation {
    // Any turn is "mirror left and right, or not" and then some quarter turns clockwise.
    let (mut mirrored, mut quarters) = (false, 0);
    for property in properties {
        match property {
            Property::Rotation(anticlockwise) => quarters += 4 - anticlockwise % 4,
            Property::Mirror(top_and_bottom) => {
                // A mirror behind a rotation is the same mirror before the opposite rotation; top and bottom is left and
                // right with half a turn.
                mirrored = !mirrored;
                quarters = (4 - quarters % 4) + if *top_and_bottom { 2 } else { 0 };
            }
            _ => {}
        }
    }
    const TURNED: [u32; 4] = [1, 6, 3, 8];
    const MIRRORED_AND_TURNED: [u32; 4] = [2, 7, 4, 5];
    let quarter = usize::from(quarters % 4);
    Orientation::from_exif(if mirrored { MIRRORED_AND_TURNED[quarter] } else { TURNED[quarter] })
}

/// Why a container could not be read.
pub(super) fn reason(fault: Error) -> NotShown {
    match fault {
        Error::UnexpectedEof => NotShown::Truncated,
        other => NotShown::Broken(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use heifer::heifer_isobmff::boxes::Property::{self, Mirror, Rotation};

    use super::turned_by;

    #[test]
    fn rotations_and_mirrors_become_one_orientation() {
        let cases: [(&[Property], u8); 7] = [
            (&[], 1),
            (&[Rotation(3)], 6),
            (&[Rotation(1)], 8),
            (&[Mirror(false)], 2),
            (&[Mirror(true)], 4),
            (&[Rotation(1), Mirror(false)], 7),
            (&[Mirror(false), Rotation(1)], 5),
        ];
        for (properties, orientation) in cases {
            assert_eq!(turned_by(properties.iter()).exif(), orientation, "{properties:?}");
        }
    }
}
