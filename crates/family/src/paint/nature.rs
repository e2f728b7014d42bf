//! Clouds, hills, trees, grass, flowers, snow.

use super::{Canvas, Light, Rgb, Season, hex};
use crate::chance::{Chance, drift};

/// Soft clouds above the horizon.
pub(crate) fn clouds(canvas: &mut Canvas, horizon: f32, colour: Rgb, strength: f32, chance: &mut Chance) {
    for _ in 0..3 + chance.below(3) {
        let (x, y) = (chance.range(-50.0, 1650.0), chance.range(0.1, 0.62) * horizon);
        let size = chance.range(50.0, 110.0) * (1.25 - y / horizon * 0.7);
        for i in 0..5 {
            let along = (i as f32 - 2.0) * size * 0.85;
            let rise = size * (0.5 - (i as f32 - 2.0).abs() * 0.2) * chance.range(0.5, 1.1);
            canvas.glow_wide(x + along, y - rise, size * 0.95, 1.5, colour, strength);
        }
        canvas.glow_wide(x, y + size * 0.15, size * 0.42, 6.4, colour, strength * 0.9);
    }
}

/// Stars, few and small.
pub(crate) fn stars(canvas: &mut Canvas, horizon: f32, chance: &mut Chance) {
    for _ in 0..110 {
        let (x, y) = (chance.range(0.0, 1600.0), chance.range(0.0, horizon * 0.95));
        canvas.veil_disc(x, y, chance.range(0.8, 2.4), hex(0xFDF6E3), chance.range(0.25, 0.9));
    }
}

/// A line of hills across the picture, lighter along its crest; fills down to `bottom`.
pub(crate) fn ridge(canvas: &mut Canvas, y: f32, height: f32, width: f32, bottom: f32, colour: Rgb, seed: u32) {
    canvas.ground(|x| ridge_at(x, y, height, width, seed), bottom, colour.lighter(0.16), colour.darker(0.07));
}

/// How high a ridge of the same measures stands at `x`.
pub(crate) fn ridge_at(x: f32, y: f32, height: f32, width: f32, seed: u32) -> f32 {
    y - (drift(x / width, seed) * 0.72 + drift(x / width * 2.7, seed ^ 99) * 0.28) * height
}

/// A leafy tree standing at (x, y); bare in winter.
pub(crate) fn tree(canvas: &mut Canvas, x: f32, y: f32, size: f32, light: &Light, chance: &mut Chance) {
    let bark = hex(0x6B4F3F).mix(hex(0x8A7566), chance.part());
    canvas.glow_wide(x + size * 0.06, y, size * 0.035, 7.5, hex(0x2A2433), 0.4);
    let lean = chance.range(-0.04, 0.04) * size;
    canvas.polygon(
        &[
            (x - size * 0.035, y),
            (x - size * 0.016 + lean, y - size * 0.62),
            (x + size * 0.016 + lean, y - size * 0.62),
            (x + size * 0.04, y),
        ],
        bark,
    );
    let (cx, cy) = (x + lean, y - size * 0.66);
    if light.season == Season::Winter {
        for i in 0..7 {
            let angle = -1.57 + (i as f32 - 3.0) * 0.3 + chance.range(-0.06, 0.06);
            let reach = size * chance.range(0.26, 0.38);
            let (ex, ey) = (cx + angle.cos() * reach, cy + size * 0.1 + angle.sin() * reach);
            canvas.curve(
                &[(cx, cy + size * 0.12), ((cx + ex) / 2.0 + size * 0.02, (cy + ey) / 2.0), (ex, ey)],
                size * 0.014,
                bark,
            );
        }
        return;
    }
    let leaf = light.leaf(chance);
    let puffs = [
        (-0.2, 0.06, 0.19),
        (0.2, 0.07, 0.18),
        (0.0, 0.0, 0.24),
        (-0.12, -0.16, 0.18),
        (0.13, -0.15, 0.18),
        (0.0, -0.26, 0.15),
    ];
    for (dx, dy, r) in puffs {
        let jitter = chance.range(-0.02, 0.02);
        canvas.disc(cx + (dx + jitter) * size, cy + dy * size, r * size, leaf.darker(0.13 - dy * -0.3));
    }
    for (dx, dy, r) in puffs {
        canvas.glow(cx + (dx - 0.06) * size, cy + (dy - 0.06) * size, r * size * 0.95, leaf.lighter(0.3), 0.5);
    }
}

/// A fir.
pub(crate) fn fir(canvas: &mut Canvas, x: f32, y: f32, size: f32, colour: Rgb, snow: bool) {
    canvas.line((x, y), (x, y - size * 0.12), size * 0.05, hex(0x5A4538));
    for (i, (half, low, high)) in [(0.24, 0.08, 0.52), (0.19, 0.32, 0.76), (0.13, 0.56, 1.0)].into_iter().enumerate() {
        let (low, high) = (y - size * low, y - size * high);
        let shade = colour.darker(0.12 - 0.05 * i as f32);
        canvas.polygon(&[(x - size * half, low), (x, high), (x + size * half, low), (x, low - size * 0.035)], shade);
        if snow {
            canvas.polygon(
                &[
                    (x - size * half * 0.55, low - (low - high) * 0.4),
                    (x, high),
                    (x + size * half * 0.3, low - (low - high) * 0.64),
                    (x - size * 0.02, low - (low - high) * 0.52),
                ],
                hex(0xF4F5F3),
            );
        }
    }
}

/// Blades of grass along a strip of ground.
pub(crate) fn grass(canvas: &mut Canvas, from: f32, to: f32, count: usize, colour: Rgb, chance: &mut Chance) {
    for _ in 0..count {
        let depth = chance.part();
        let (x, y) = (chance.range(-20.0, 1620.0), from + (to - from) * depth);
        let tall = 8.0 + 22.0 * depth;
        let tip = (x + chance.range(-8.0, 8.0), y - tall);
        let shade = if chance.odds(0.5) { colour.lighter(0.2) } else { colour.darker(0.16) };
        canvas.veil_curve(&[(x, y), tip], 2.0 + depth * 2.0, shade, 0.55);
    }
}

/// Flowers scattered over a strip of ground.
pub(crate) fn flowers(canvas: &mut Canvas, from: f32, to: f32, count: usize, chance: &mut Chance) {
    let petals = [0xF2E6D0, 0xE7A9A0, 0xD98B74, 0xEBC46F, 0xB9A3CC, 0xF7F1E6];
    let colour = hex(*chance.pick(&petals));
    for _ in 0..count {
        let depth = chance.part();
        let (x, y) = (chance.range(-10.0, 1610.0), from + (to - from) * depth);
        let r = 3.0 + 6.0 * depth;
        let colour = if chance.odds(0.7) { colour } else { hex(*chance.pick(&petals)) };
        canvas.veil_curve(&[(x, y), (x + 2.0, y - r * 3.5)], 1.5 + depth, hex(0x6F8A55), 0.8);
        for turn in 0..5 {
            let angle = turn as f32 * 1.2566;
            canvas.disc(x + 2.0 + angle.cos() * r * 0.62, y - r * 3.5 + angle.sin() * r * 0.62, r * 0.5, colour);
        }
        canvas.disc(x + 2.0, y - r * 3.5, r * 0.36, hex(0xE3B24F));
    }
}

/// Falling snow.
pub(crate) fn snowfall(canvas: &mut Canvas, count: usize, chance: &mut Chance) {
    for _ in 0..count {
        let (x, y) = (chance.range(0.0, 1600.0), chance.range(0.0, 1200.0));
        canvas.veil_disc(x, y, chance.range(1.5, 6.0), hex(0xFFFFFF), chance.range(0.3, 0.85));
    }
}
