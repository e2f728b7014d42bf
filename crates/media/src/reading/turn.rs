//! Turning a picture: mirroring and quarter turns, as HEIF, video and EXIF each write them.

use crate::{Orientation, Region};

/// Left and right exchanged or not, and after that some quarter turns clockwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    mirrored: bool,
    quarters: u8,
}

/// The turns by their EXIF number, 1 to 8 (EXIF 3.0, tag 0x0112).
const BY_EXIF_NUMBER: [Turn; 8] = [
    Turn { mirrored: false, quarters: 0 },
    Turn { mirrored: true, quarters: 0 },
    Turn { mirrored: false, quarters: 2 },
    Turn { mirrored: true, quarters: 2 },
    Turn { mirrored: true, quarters: 3 },
    Turn { mirrored: false, quarters: 1 },
    Turn { mirrored: true, quarters: 1 },
    Turn { mirrored: false, quarters: 3 },
];

impl Turn {
    /// As it is.
    pub(super) const NONE: Self = BY_EXIF_NUMBER[0];

    /// The turn that an orientation asks for.
    pub(super) fn of(orientation: Orientation) -> Self {
        BY_EXIF_NUMBER[usize::from(orientation.exif() - 1)]
    }

    /// The orientation that asks for this turn.
    pub(super) fn orientation(self) -> Orientation {
        let number = BY_EXIF_NUMBER.iter().position(|&turn| turn == self).unwrap_or(0);
        Orientation::from_exif(number as u32 + 1)
    }

    /// This turn, and then quarter turns to the left (HEIF `irot`).
    pub(super) fn then_quarters_left(self, quarters: u8) -> Self {
        Self { quarters: (self.quarters + 4 - quarters % 4) % 4, ..self }
    }

    /// This turn, and then left and right exchanged (HEIF `imir` 1).
    pub(super) fn then_mirrored(self) -> Self {
        // Mirroring after a turn is mirroring before the opposite turn.
        Self { mirrored: !self.mirrored, quarters: (4 - self.quarters) % 4 }
    }

    /// This turn, and then top and bottom exchanged (HEIF `imir` 0).
    pub(super) fn then_upside_down_mirrored(self) -> Self {
        self.then_mirrored().then_quarters_left(2)
    }

    /// Where a region of the stored picture is in the upright one.
    pub(super) fn region(self, region: Region) -> Region {
        let x = if self.mirrored { 1.0 - region.x - region.width } else { region.x };
        let start = Region { x, ..region };
        (0..self.quarters).fold(start, |r, _| Region {
            x: 1.0 - r.y - r.height,
            y: r.x,
            width: r.height,
            height: r.width,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_orientation_is_its_own_turn() {
        for number in 1..=8 {
            let orientation = Orientation::from_exif(number);
            assert_eq!(Turn::of(orientation).orientation(), orientation);
        }
    }

    #[test]
    fn an_iphone_held_upright_turns_three_quarters_left_which_is_one_right() {
        assert_eq!(Turn::NONE.then_quarters_left(3).orientation().exif(), 6);
        assert_eq!(Turn::NONE.then_quarters_left(1).orientation().exif(), 8);
        assert_eq!(Turn::NONE.then_mirrored().orientation().exif(), 2);
        assert_eq!(Turn::NONE.then_upside_down_mirrored().orientation().exif(), 4);
        assert_eq!(Turn::NONE.then_quarters_left(3).then_mirrored().orientation().exif(), 5);
    }

    #[test]
    fn a_face_turns_with_its_picture() {
        let face = Region { x: 0.0, y: 0.0, width: 0.25, height: 0.5 };
        let turned = Turn::of(Orientation::from_exif(6)).region(face);
        assert_eq!(turned, Region { x: 0.5, y: 0.0, width: 0.5, height: 0.25 });
        let mirrored = Turn::of(Orientation::from_exif(2)).region(face);
        assert_eq!(mirrored, Region { x: 0.75, ..face });
    }
}
