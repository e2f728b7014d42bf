//! The light of an hour in a season.

use super::{Canvas, Finish, Rgb, hex};
use crate::chance::Chance;

/// A season of the northern year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// The season of a month, 1 to 12.
    pub(crate) fn of(month: i8) -> Self {
        match month {
            3..=5 => Self::Spring,
            6..=8 => Self::Summer,
            9..=11 => Self::Autumn,
            _ => Self::Winter,
        }
    }
}

/// What the clock does to the light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hour {
    Morning,
    Day,
    Golden,
    Dusk,
    Night,
}

/// The light in a picture.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Light {
    pub(crate) season: Season,
    pub(crate) hour: Hour,
    /// Overcast.
    pub(crate) grey: bool,
}

impl Light {
    /// The light at an hour of the day in a month.
    pub(crate) fn at(month: i8, hour: i8, grey: bool) -> Self {
        let season = Season::of(month);
        let evening = match season {
            Season::Summer => 20,
            Season::Winter => 16,
            _ => 18,
        };
        let hour = match hour {
            h if h < 5 || h > evening + 1 => Hour::Night,
            h if h > evening => Hour::Dusk,
            h if h >= evening - 2 => Hour::Golden,
            h if h < 9 => Hour::Morning,
            _ => Hour::Day,
        };
        Self { season, hour, grey }
    }

    /// The sky's colours from the zenith to the horizon.
    pub(crate) fn sky(&self) -> [Rgb; 3] {
        if self.grey && matches!(self.hour, Hour::Morning | Hour::Day) {
            return [hex(0xAFBCC4), hex(0xCBD3D5), hex(0xE6E4DC)];
        }
        match (self.hour, self.season) {
            (Hour::Morning, _) => [hex(0xA9C8D8), hex(0xD9DFD6), hex(0xF8E3C6)],
            (Hour::Day, Season::Winter) => [hex(0x9DBCD2), hex(0xC3D6DF), hex(0xEAEBE4)],
            (Hour::Day, _) => [hex(0x77AECB), hex(0xACD0DA), hex(0xE6EBDD)],
            (Hour::Golden, _) => [hex(0x93A9C0), hex(0xE9C59E), hex(0xF7DDAA)],
            (Hour::Dusk, _) => [hex(0x3F4A72), hex(0x8C7394), hex(0xE5A184)],
            (Hour::Night, _) => [hex(0x141C34), hex(0x222F50), hex(0x3C4A6B)],
        }
    }

    /// Paints the sky down to the horizon, with a sun, clouds or stars.
    pub(crate) fn paint_sky(&self, canvas: &mut Canvas, horizon: f32, chance: &mut Chance) {
        let [high, middle, low] = self.sky();
        canvas.wash(&[(0.0, high), (horizon * 0.55, middle), (horizon, low)]);
        let x = chance.range(420.0, 1250.0);
        match self.hour {
            Hour::Night => {
                super::stars(canvas, horizon, chance);
                canvas.glow(x, horizon * 0.3, 180.0, hex(0xC7D2E8), 0.25);
                canvas.disc(x, horizon * 0.3, 30.0, hex(0xF1EDDB));
            }
            Hour::Golden | Hour::Dusk => {
                let y = horizon * if self.hour == Hour::Golden { 0.62 } else { 0.93 };
                canvas.glow(x, y, 620.0, hex(0xFFE2AE), 0.55);
                canvas.disc(x, y, 58.0, hex(0xFFF3D6));
                super::clouds(canvas, horizon, low.mix(hex(0xF6C9A5), 0.5), 0.5, chance);
            }
            _ if self.grey => super::clouds(canvas, horizon, hex(0xF2EFE8), 0.45, chance),
            _ => {
                canvas.glow(x, horizon * 0.2, 560.0, hex(0xFFF6DC), 0.5);
                super::clouds(canvas, horizon, hex(0xFFFBF2), 0.75, chance);
            }
        }
    }

    /// Leaves and grass, as this season colours them.
    pub(crate) fn leaf(&self, chance: &mut Chance) -> Rgb {
        let choice: &[u32] = match self.season {
            Season::Spring => &[0x8FAE6B, 0x9DBB78, 0x7FA268, 0xB4C585],
            Season::Summer => &[0x5F8A5B, 0x6E9A62, 0x4F7A56, 0x83A867],
            Season::Autumn => &[0xC98A4B, 0xD9A557, 0xB3683F, 0xA9884E, 0xC2743C],
            Season::Winter => &[0x8B9A93, 0x7A8B87, 0x9AA59B],
        };
        hex(*chance.pick(choice))
    }

    /// The ground.
    pub(crate) fn ground(&self) -> Rgb {
        match self.season {
            Season::Spring => hex(0xA7BD7C),
            Season::Summer => hex(0x9DB36C),
            Season::Autumn => hex(0xBFA36A),
            Season::Winter => hex(0xB9BDA9),
        }
    }

    /// How an outdoor picture in this light is finished.
    pub(crate) fn finish(&self, seed: u32) -> Finish {
        let tint = match self.hour {
            Hour::Morning => hex(0xFFF9EE),
            Hour::Day if self.grey => hex(0xF3F3F1),
            Hour::Day => hex(0xFFFCF4),
            Hour::Golden => hex(0xFFEFD6),
            Hour::Dusk => hex(0xC9B4C6),
            Hour::Night => hex(0x8B93B8),
        };
        Finish { tint, corners: 0.16, grain: 3.0, seed }
    }
}
