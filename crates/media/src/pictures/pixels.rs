//! What every decoder here hands on: samples of eight bits, and how they are meant.

use crate::{NotShown, Orientation};

use super::MAX_PIXELS;

/// A decoded picture.
pub(super) struct Pixels {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) layout: Layout,
    /// Row after row without gaps, `layout.channels()` bytes a pixel.
    pub(super) samples: Vec<u8>,
    pub(super) colour: Colour,
    /// How to turn it upright where the format itself says so; `None` leaves it to the facts.
    pub(super) turn: Option<Orientation>,
}

/// What the bytes of a pixel are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    Grey,
    Rgb,
    /// Alpha is not multiplied into the colours.
    Rgba,
    /// Amounts of ink: 0 is bare paper.
    Cmyk,
}

/// Which colours the samples name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Colour {
    Srgb,
    /// An ICC profile, as embedded: it may be broken, or for another layout.
    Icc(Vec<u8>),
    /// Code points of ITU-T H.273 for primaries and transfer characteristics.
    Coded {
        primaries: u8,
        transfer: u8,
    },
}

impl Pixels {
    /// sRGB pixels, or grey ones.
    pub(super) fn new(width: u32, height: u32, layout: Layout, samples: Vec<u8>) -> Self {
        Self { width, height, layout, samples, colour: Colour::Srgb, turn: None }
    }

    /// The same pixels, meant as that profile says if there is one.
    pub(super) fn with_profile(mut self, icc: Option<Vec<u8>>) -> Self {
        if let Some(icc) = icc {
            self.colour = Colour::Icc(icc);
        }
        self
    }
}

impl Layout {
    /// Bytes a pixel.
    pub(super) fn channels(self) -> usize {
        match self {
            Self::Grey => 1,
            Self::Rgb => 3,
            Self::Rgba | Self::Cmyk => 4,
        }
    }
}

/// Refuses a declared size before anything is reserved for it.
pub(super) fn check_size(width: u32, height: u32) -> Result<(), NotShown> {
    if width == 0 || height == 0 {
        return Err(NotShown::Broken("a picture without pixels".into()));
    }
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(NotShown::TooLarge);
    }
    Ok(())
}
