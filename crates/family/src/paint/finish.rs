//! From a drawn sheet to a picture: the tint of its light, darker corners, a little grain.

use super::{Canvas, Rgb};
use crate::chance::speck;

/// How a picture is finished.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Finish {
    /// Multiplied into everything, 255 leaves it.
    pub(crate) tint: Rgb,
    /// How much darker the corners get, 0 to 1.
    pub(crate) corners: f32,
    /// How far grain moves a value, of 255.
    pub(crate) grain: f32,
    /// Which grain.
    pub(crate) seed: u32,
}

const TILE: usize = 128;

/// The finished pixels, three bytes each, row by row.
pub(crate) fn finished(canvas: Canvas, finish: Finish) -> Vec<u8> {
    let (width, height) = (canvas.sheet.width() as usize, canvas.sheet.height() as usize);
    let grain = grain_tile(finish.grain);
    let (gx, gy) = (finish.seed as usize % TILE, finish.seed as usize / TILE % TILE);
    let bow = |i: usize, n: usize| {
        let t = (i as f32 + 0.5) / n as f32 * 2.0 - 1.0;
        t * t
    };
    // Whole numbers of 4,096ths throughout: this runs over every pixel of every picture.
    let tint = [finish.tint.0, finish.tint.1, finish.tint.2].map(|part| part / 255.0 * 4096.0);
    let columns: Vec<[i32; 3]> =
        (0..width).map(|x| tint.map(|part| (part * (1.0 - finish.corners * 0.5 * bow(x, width))) as i32)).collect();
    let mut pixels = vec![0u8; width * height * 3];
    let lines = pixels.chunks_exact_mut(width * 3).zip(canvas.sheet.data().chunks_exact(width * 4));
    for (y, (out, row)) in lines.enumerate() {
        let row_light = ((1.0 - finish.corners * 0.5 * bow(y, height)) * 4096.0) as i32;
        let specks = &grain[(y + gy) % TILE * TILE..][..TILE];
        for (x, ((to, from), column)) in out.chunks_exact_mut(3).zip(row.chunks_exact(4)).zip(&columns).enumerate() {
            let speck = specks[(x + gx) % TILE];
            for channel in 0..3 {
                let light = (column[channel] * row_light) >> 12;
                to[channel] = ((i32::from(from[channel]) * light + speck) >> 12).clamp(0, 255) as u8;
            }
        }
    }
    pixels
}

/// Grain in 4,096ths of a value that repeats every 128 pixels, which nobody sees at this strength.
fn grain_tile(strength: f32) -> Vec<i32> {
    (0..TILE * TILE)
        .map(|i| {
            let (x, y) = ((i % TILE) as i32, (i / TILE) as i32);
            let soft = speck(x / 2, y / 2, 7) + speck(x, y, 3) - 1.0;
            ((0.5 + soft * strength) * 4096.0) as i32
        })
        .collect()
}
