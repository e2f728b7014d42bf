//! Turning a stored picture upright.

use crate::Orientation;

use super::pixels::Pixels;

/// The picture as it is to be seen, by the eight orientations of EXIF 2.32 (tag 0x0112).
pub(super) fn turn(pixels: Pixels, orientation: Orientation) -> Pixels {
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let (right, down) = (1_isize, width as isize);
    let (last_column, last_row) = (width - 1, (height - 1) * width);
    // Where the upright picture's first pixel is stored, and how far it is from there to its next column and next row.
    let (first, column, row) = match orientation.exif() {
        2 => (last_column, -right, down),
        3 => (last_row + last_column, -right, -down),
        4 => (last_row, right, -down),
        5 => (0, down, right),
        6 => (last_row, -down, right),
        7 => (last_row + last_column, -down, -right),
        8 => (last_column, down, -right),
        _ => return pixels,
    };
    let (upright_width, upright_height) = if orientation.swaps_sides() { (height, width) } else { (width, height) };
    let samples = match pixels.layout.channels() {
        1 => walk::<1>(&pixels.samples, (upright_width, upright_height), first, column, row),
        3 => walk::<3>(&pixels.samples, (upright_width, upright_height), first, column, row),
        _ => walk::<4>(&pixels.samples, (upright_width, upright_height), first, column, row),
    };
    Pixels { width: upright_width as u32, height: upright_height as u32, samples, ..pixels }
}

fn walk<const N: usize>(
    samples: &[u8],
    (width, height): (usize, usize),
    first: usize,
    column: isize,
    row: isize,
) -> Vec<u8> {
    let stored = samples.as_chunks::<N>().0;
    let mut upright = Vec::with_capacity(samples.len());
    for y in 0..height {
        let start = first as isize + y as isize * row;
        for x in 0..width {
            upright.extend_from_slice(&stored[(start + x as isize * column) as usize]);
        }
    }
    upright
}
