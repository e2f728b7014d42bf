//! AVIF: pictures coded with AV1, alone or as tiles of a grid (AVIF 1.1, ISO/IEC 23008-12).

use heifer::heifer_isobmff::boxes::Property;
use heifer::heifer_isobmff::{HeifFile, ItemId};

use crate::NotShown;

use super::av1::{self, Frame, Sampling};
use super::container::{self, Coded};
use super::hdr::ToneMap;
use super::pixels::{Colour, Layout, Pixels, check_size};

/// The most tiles that a grid may have.
const MAX_TILES: usize = 1024;

/// Decodes the primary picture.
pub(super) fn decode(bytes: &[u8]) -> Result<Pixels, NotShown> {
    let file = container::open(bytes)?;
    let id = file.primary_id;
    let mut pixels = item(&file, id)?;
    if let Some(mask) = alpha_item(&file, id) {
        pixels = masked(pixels, &coverage(&file, mask)?)?;
    }
    pixels.turn = Some(container::turn(&file, id));
    Ok(pixels)
}

fn item(file: &HeifFile<'_>, id: ItemId) -> Result<Pixels, NotShown> {
    match &file.item(id).map_err(container::reason)?.item_type.0 {
        b"av01" => tile(file, id, id),
        b"grid" => grid(file, id),
        other => Err(NotShown::Broken(format!("AVIF item of type {:?}", String::from_utf8_lossy(other)))),
    }
}

/// One coded picture, its colours read as `named` has them (the grid that it belongs to, or itself).
fn tile(file: &HeifFile<'_>, id: ItemId, named: ItemId) -> Result<Pixels, NotShown> {
    let frame = frame(file, id)?;
    let coded = container::coded(file, named).unwrap_or(Coded {
        primaries: frame.primaries,
        transfer: frame.transfer,
        matrix: frame.matrix,
        full_range: frame.full_range,
    });
    let colour = match container::colour(file, named) {
        Colour::Srgb => Colour::Coded { primaries: coded.primaries, transfer: coded.transfer },
        named => named,
    };
    let tone_map = ToneMap::of(coded.primaries, coded.transfer);
    let samples = to_rgb(&frame, &coded, tone_map.as_ref());
    let pixels = Pixels::new(frame.width as u32, frame.height as u32, Layout::Rgb, samples);
    Ok(if tone_map.is_some() { pixels } else { Pixels { colour, ..pixels } })
}

fn grid(file: &HeifFile<'_>, id: ItemId) -> Result<Pixels, NotShown> {
    let grid = file.grid(id).map_err(container::reason)?;
    check_size(grid.output_width, grid.output_height)?;
    let (columns, rows) = (usize::from(grid.columns), usize::from(grid.rows));
    let ids = file.referenced_items(id, b"dimg");
    if ids.len() != columns * rows || ids.len() > MAX_TILES {
        return Err(NotShown::Broken("a grid of another number of tiles than it says".into()));
    }
    let (width, height) = (grid.output_width as usize, grid.output_height as usize);
    let mut canvas = vec![0; width * height * 3];
    let mut colour = Colour::Srgb;
    for (index, &part) in ids.iter().enumerate() {
        let tile = tile(file, part, id)?;
        let (tile_width, tile_height) = (tile.width as usize, tile.height as usize);
        let (left, top) = (index % columns * tile_width, index / columns * tile_height);
        let shown = tile_width.min(width.saturating_sub(left)) * 3;
        for (row, stored) in tile.samples.chunks_exact(tile_width * 3).take(height.saturating_sub(top)).enumerate() {
            let at = ((top + row) * width + left) * 3;
            canvas[at..at + shown].copy_from_slice(&stored[..shown]);
        }
        colour = tile.colour;
    }
    Ok(Pixels { colour, ..Pixels::new(grid.output_width, grid.output_height, Layout::Rgb, canvas) })
}

fn frame(file: &HeifFile<'_>, id: ItemId) -> Result<Frame, NotShown> {
    if let Some((width, height)) = file.image_size(id).map_err(container::reason)? {
        check_size(width, height)?;
    }
    let stream = file.item_data(id).map_err(container::reason)?;
    let frame = av1::decode(&stream).map_err(|reason| NotShown::Broken(reason.into()))?;
    let (width, height) = (u32::try_from(frame.width), u32::try_from(frame.height));
    check_size(width.unwrap_or(0), height.unwrap_or(0))?;
    Ok(frame)
}

/// The auxiliary picture that says how opaque each pixel is. Those of grids are left out: nobody writes them.
fn alpha_item(file: &HeifFile<'_>, id: ItemId) -> Option<ItemId> {
    file.referencing_items(id, b"auxl").into_iter().find(|&aux| {
        let is_alpha = |p: &Property| matches!(p, Property::AuxiliaryType(kind) if kind.contains(":alpha"));
        let coded = file.item(aux).is_ok_and(|item| item.item_type.0 == *b"av01");
        coded && file.item_properties(aux).is_ok_and(|mut properties| properties.any(is_alpha))
    })
}

/// The luma of an alpha picture as eight bits a pixel, with its size.
fn coverage(file: &HeifFile<'_>, id: ItemId) -> Result<Frame, NotShown> {
    let mut frame = frame(file, id)?;
    let levels = Levels::of(frame.depth, frame.full_range);
    for sample in &mut frame.planes[0] {
        *sample = (levels.luma(*sample).clamp(0.0, 1.0) * 255.0 + 0.5) as u16;
    }
    Ok(frame)
}

fn masked(rgb: Pixels, alpha: &Frame) -> Result<Pixels, NotShown> {
    if (alpha.width, alpha.height) != (rgb.width as usize, rgb.height as usize) {
        return Err(NotShown::Broken("an alpha plane of another size".into()));
    }
    let samples = rgb.samples.as_chunks::<3>().0.iter().zip(&alpha.planes[0]);
    let samples = samples.flat_map(|(&[r, g, b], &a)| [r, g, b, a as u8]).collect();
    Ok(Pixels { layout: Layout::Rgba, samples, ..rgb })
}

/// From code values to light and colour differences (H.273, 8.3).
struct Levels {
    black: f32,
    luma_span: f32,
    neutral: f32,
    chroma_span: f32,
}

impl Levels {
    fn of(depth: u32, full_range: bool) -> Self {
        let step = (1_u32 << (depth - 8)) as f32;
        let most = ((1_u32 << depth) - 1) as f32;
        let neutral = (1_u32 << (depth - 1)) as f32;
        if full_range {
            Self { black: 0.0, luma_span: most, neutral, chroma_span: most }
        } else {
            Self { black: 16.0 * step, luma_span: 219.0 * step, neutral, chroma_span: 224.0 * step }
        }
    }

    fn luma(&self, code: u16) -> f32 {
        (f32::from(code) - self.black) / self.luma_span
    }

    fn chroma(&self, code: u16) -> f32 {
        (f32::from(code) - self.neutral) / self.chroma_span
    }
}

fn to_rgb(frame: &Frame, coded: &Coded, tone_map: Option<&ToneMap>) -> Vec<u8> {
    let levels = Levels::of(frame.depth, coded.full_range);
    let mix = Mix::of(coded.matrix);
    let finish = |rgb: [f32; 3]| match tone_map {
        Some(map) => map.map(rgb),
        None => rgb.map(|v| (v.clamp(0.0, 1.0) * 255.0 + 0.5) as u8),
    };
    let mut samples = Vec::with_capacity(frame.width * frame.height * 3);
    let Sampling::Chroma { across, down } = frame.sampling else {
        return frame.planes[0].iter().flat_map(|&y| finish([levels.luma(y); 3])).collect();
    };
    let chroma_width = frame.width.div_ceil(1 << across);
    for (y, luma) in frame.planes[0].chunks_exact(frame.width).enumerate() {
        let start = (y >> down) * chroma_width;
        let (blue, red) = (&frame.planes[1][start..][..chroma_width], &frame.planes[2][start..][..chroma_width]);
        for (x, &luma) in luma.iter().enumerate() {
            let (u, v) = (blue[x >> across], red[x >> across]);
            samples.extend_from_slice(&finish(mix.rgb(&levels, luma, u, v)));
        }
    }
    samples
}

/// How luma and chroma make red, green and blue (H.273, table 4).
enum Mix {
    /// The planes are green, blue and red.
    Identity,
    YCgCo,
    /// The weights of red and blue in luma.
    Weights {
        red: f32,
        blue: f32,
    },
}

impl Mix {
    fn of(matrix: u8) -> Self {
        match matrix {
            0 => Self::Identity,
            1 => Self::Weights { red: 0.2126, blue: 0.0722 },
            4 => Self::Weights { red: 0.30, blue: 0.11 },
            7 => Self::Weights { red: 0.212, blue: 0.087 },
            8 => Self::YCgCo,
            9 | 10 => Self::Weights { red: 0.2627, blue: 0.0593 },
            // BT.601 (5 and 6), and what MIAF 7.3.6.4 has for files that do not say.
            _ => Self::Weights { red: 0.299, blue: 0.114 },
        }
    }

    fn rgb(&self, levels: &Levels, luma: u16, u: u16, v: u16) -> [f32; 3] {
        let y = levels.luma(luma);
        match *self {
            Self::Identity => [levels.luma(v), y, levels.luma(u)],
            Self::YCgCo => {
                let (green, orange) = (levels.chroma(u), levels.chroma(v));
                [y - green + orange, y + green, y - green - orange]
            }
            Self::Weights { red, blue } => {
                let (cb, cr) = (levels.chroma(u), levels.chroma(v));
                let (r, b) = (y + 2.0 * (1.0 - red) * cr, y + 2.0 * (1.0 - blue) * cb);
                [r, (y - red * r - blue * b) / (1.0 - red - blue), b]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Coded, Frame, Sampling, to_rgb};

    const UNSPECIFIED: u8 = 2;

    fn rgb(sampling: Sampling, depth: u32, planes: [u16; 3], matrix: u8, full_range: bool) -> Vec<u8> {
        let kept = if sampling == Sampling::Monochrome { 1 } else { 3 };
        let planes = planes.iter().take(kept).map(|&level| vec![level; 4]).collect();
        let (primaries, transfer) = (UNSPECIFIED, UNSPECIFIED);
        let frame = Frame { width: 2, height: 2, depth, sampling, planes, primaries, transfer, matrix, full_range };
        to_rgb(&frame, &Coded { primaries, transfer, matrix, full_range }, None)[..3].to_vec()
    }

    #[test]
    fn limited_range_red_is_red_at_every_sampling() {
        for (across, down) in [(1, 1), (1, 0), (0, 0)] {
            let red = rgb(Sampling::Chroma { across, down }, 8, [81, 90, 240], 6, false);
            assert!(red[0] >= 253 && red[1] <= 2 && red[2] <= 2, "{red:?}");
        }
    }

    #[test]
    fn ten_and_twelve_bits_reach_white_and_black() {
        let fine = Sampling::Chroma { across: 0, down: 0 };
        assert_eq!(rgb(fine, 10, [940, 512, 512], 1, false), [255; 3]);
        assert_eq!(rgb(fine, 12, [4095, 2048, 2048], 9, true), [255; 3]);
        assert_eq!(rgb(Sampling::Monochrome, 10, [64, 0, 0], 1, false), [0; 3]);
    }

    #[test]
    fn identity_planes_are_green_blue_and_red() {
        assert_eq!(rgb(Sampling::Chroma { across: 0, down: 0 }, 8, [10, 20, 30], 0, true), [30, 10, 20]);
    }
}
