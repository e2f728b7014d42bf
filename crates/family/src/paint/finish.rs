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
    let grain = grain_tile(finish.grain, finish.seed);
    let bow = |i: usize, n: usize| {
        let t = (i as f32 + 0.5) / n as f32 * 2.0 - 1.0;
        1.0 - finish.corners * 0.5 * t * t
    };
    // Sixteen-bit whole numbers throughout: this runs over every pixel of every picture.
    let tint = [finish.tint.0, finish.tint.1, finish.tint.2, 255.0];
    let columns: Vec<u16> =
        (0..width * 4).map(|i| (tint[i & 3] / 255.0 * bow(i / 4, width) * BRIGHTEST) as u16).collect();
    let mut light = vec![0u16; width * 4];
    let mut mixed = vec![0u8; width * 4];
    let mut pixels = vec![0u8; width * height * 3];
    let lines = pixels.chunks_exact_mut(width * 3).zip(canvas.sheet.data().chunks_exact(width * 4));
    for (y, (out, row)) in lines.enumerate() {
        let row_light = (bow(y, height) * 256.0) as u16;
        for (light, column) in light.iter_mut().zip(&columns) {
            *light = (column * row_light) >> 8;
        }
        let specks = &grain[y % TILE * TILE * 4..][..TILE * 4];
        for ((mixed, row), light) in mixed.chunks_mut(TILE * 4).zip(row.chunks(TILE * 4)).zip(light.chunks(TILE * 4)) {
            for (((to, value), light), speck) in mixed.iter_mut().zip(row).zip(light).zip(specks) {
                *to = ((u16::from(*value) * light + speck) >> 8) as u8;
            }
        }
        for (to, pixel) in out.chunks_exact_mut(3).zip(mixed.chunks_exact(4)) {
            to.copy_from_slice(&pixel[..3]);
        }
    }
    pixels
}

/// Full light in 256ths, less what grain may add: the sum must fit into sixteen bits.
const BRIGHTEST: f32 = 249.0;

/// Grain in 256ths of a value, four for each pixel, that repeats every 128 pixels, which nobody sees at this strength.
fn grain_tile(strength: f32, seed: u32) -> Vec<u16> {
    let (gx, gy) = ((seed % 128) as i32, (seed / 128 % 128) as i32);
    let one = |i: usize| {
        let (x, y) = ((i % TILE) as i32 + gx, (i / TILE) as i32 + gy);
        let soft = speck(x / 2, y / 2, 7) + speck(x, y, 3) - 1.0;
        ((3.2 + soft * strength) * 256.0).clamp(0.0, 1600.0) as u16
    };
    (0..TILE * TILE).map(one).flat_map(|speck| [speck; 4]).collect()
}
