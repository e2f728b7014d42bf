//! Colours, opaque, and how they mix.

/// An opaque colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rgb(pub(crate) f32, pub(crate) f32, pub(crate) f32);

/// The colour written `0xRRGGBB`.
pub(crate) const fn hex(code: u32) -> Rgb {
    Rgb((code >> 16 & 255) as f32, (code >> 8 & 255) as f32, (code & 255) as f32)
}

impl Rgb {
    /// This colour with `part` of the other in it.
    pub(crate) fn mix(self, other: Self, part: f32) -> Self {
        let one = |a: f32, b: f32| a + (b - a) * part;
        Self(one(self.0, other.0), one(self.1, other.1), one(self.2, other.2))
    }

    /// Nearer to warm white.
    pub(crate) fn lighter(self, part: f32) -> Self {
        self.mix(hex(0xFFF8EA), part)
    }

    /// Nearer to a dark violet-brown: shadows are never black.
    pub(crate) fn darker(self, part: f32) -> Self {
        self.mix(hex(0x2A2433), part)
    }

    /// For the drawing library, at this opacity.
    pub(crate) fn at(self, opacity: f32) -> tiny_skia::Color {
        let unit = |v: f32| (v / 255.0).clamp(0.0, 1.0);
        tiny_skia::Color::from_rgba(unit(self.0), unit(self.1), unit(self.2), opacity.clamp(0.0, 1.0))
            .unwrap_or(tiny_skia::Color::TRANSPARENT)
    }
}
