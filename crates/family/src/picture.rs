//! From a shot to pixels.

use crate::paint::{Canvas, finished};
use crate::scenes::{self, Sitting};
use crate::{Kind, Shot, stage};

/// A picture: red, green and blue, a byte each, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// `width × height × 3` bytes.
    pub rgb: Vec<u8>,
}

/// Draws a shot as its file stores it: `size` is the picture held level; one with orientation 6 or 8 lies on its side.
pub fn draw(shot: &Shot, size: (u32, u32)) -> Picture {
    let upright = upright_size(shot, size);
    let view = stage::view_of(shot, upright);
    let Some(mut canvas) = Canvas::new(view) else {
        return Picture { width: 0, height: 0, rgb: Vec::new() };
    };
    let finish = scenes::paint(&mut canvas, &mut Sitting::of(shot), shot.scene);
    let rgb = finished(canvas, finish);
    stored(Picture { width: upright.0, height: upright.1, rgb }, shot.orientation)
}

/// The size of a shot as it should be seen.
pub(crate) fn upright_size(shot: &Shot, size: (u32, u32)) -> (u32, u32) {
    match shot.kind {
        // A telephone's screen is tall and narrow.
        Kind::Screenshot => (size.0 * 9 / 16, size.0),
        _ if shot.sideways() => (size.1, size.0),
        _ => size,
    }
}

/// Lays an upright picture on its side, so that a viewer who follows its orientation sees it upright again.
fn stored(upright: Picture, orientation: u8) -> Picture {
    if !matches!(orientation, 6 | 8) {
        return upright;
    }
    let (w, h) = (upright.width as usize, upright.height as usize);
    let mut rgb = vec![0u8; upright.rgb.len()];
    for (row, pixels) in rgb.chunks_exact_mut(h * 3).enumerate() {
        for (column, pixel) in pixels.chunks_exact_mut(3).enumerate() {
            // 6: the stored picture needs a quarter turn clockwise; 8: one anticlockwise.
            let (x, y) = if orientation == 6 { (w - 1 - row, column) } else { (row, h - 1 - column) };
            pixel.copy_from_slice(&upright.rgb[(y * w + x) * 3..][..3]);
        }
    }
    Picture { width: upright.height, height: upright.width, rgb }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sideways_picture_is_upright_again_after_its_turn() {
        // Two columns, three rows; the first pixel of each row tells the row.
        let upright = Picture { width: 2, height: 3, rgb: (0..18).collect() };
        let six = stored(upright.clone(), 6);
        assert_eq!((six.width, six.height), (3, 2));
        // A quarter turn clockwise brings the stored lower left corner to the upper left.
        assert_eq!(six.rgb[9..12], upright.rgb[0..3]);
        let eight = stored(upright.clone(), 8);
        // A quarter turn anticlockwise brings the stored upper right corner to the upper left.
        assert_eq!(eight.rgb[6..9], upright.rgb[0..3]);
    }
}
