//! A 64-bit number by which pictures that look alike are found.
//!
//! The well-known perceptual hash by discrete cosine transform (as in the pHash library and Zauner, "Implementation and
//! Benchmarking of Perceptual Image Hash Functions", 2010): a luma picture of 32 × 32, its 8 × 8 lowest frequencies without
//! the mean, a bit each: above their median or not. It outlives scaling, JPEG and brightness; not turning or cropping.

use std::f32::consts::PI;

use crate::NotShown;

use super::pixels::Pixels;
use super::scale;

const SIDE: usize = 32;
const KEPT: usize = 8;
/// What a frequency must weigh, in levels of 0 to 255, to count at all: flat pictures shall not be told apart by noise.
const NOISE: f32 = 0.5;

/// The likeness of an sRGB picture.
pub(super) fn of(rgb: &Pixels) -> Result<u64, NotShown> {
    let small = scale::exactly(rgb, SIDE as u32, SIDE as u32)?;
    let luma: Vec<f32> = small
        .samples
        .as_chunks::<3>()
        .0
        .iter()
        .map(|&[r, g, b]| 0.299 * f32::from(r) + 0.587 * f32::from(g) + 0.114 * f32::from(b))
        .collect();
    Ok(bits(&lowest_frequencies(&luma)))
}

/// The 8 × 8 coefficients next to the mean, rows first, scaled so that each is in levels.
fn lowest_frequencies(luma: &[f32]) -> [f32; KEPT * KEPT] {
    let wave = |frequency: usize, at: usize| (PI * (2 * at + 1) as f32 * frequency as f32 / (2 * SIDE) as f32).cos();
    let waves: [[f32; SIDE]; KEPT + 1] = std::array::from_fn(|f| std::array::from_fn(|at| wave(f, at)));
    let rows: Vec<[f32; KEPT + 1]> = luma
        .chunks_exact(SIDE)
        .map(|row| waves.map(|wave| row.iter().zip(wave).map(|(level, w)| level * w).sum()))
        .collect();
    std::array::from_fn(|i| {
        // Frequency zero is the mean of a row or column: left out, for it says how bright a picture is and not what is in it.
        let (down, across) = (i / KEPT + 1, i % KEPT + 1);
        let sum: f32 = rows.iter().zip(waves[down]).map(|(row, w)| row[across] * w).sum();
        sum * 4.0 / (SIDE * SIDE) as f32
    })
}

fn bits(coefficients: &[f32; KEPT * KEPT]) -> u64 {
    let heard = coefficients.map(|c| if c.abs() < NOISE { 0.0 } else { c });
    let mut sorted = heard;
    sorted.sort_unstable_by(f32::total_cmp);
    let median = sorted[KEPT * KEPT / 2];
    heard.iter().fold(0, |bits, &c| bits << 1 | u64::from(c > median))
}
