//! The sheet, and the camera that looks at it.

use tiny_skia::{Color, FillRule, LineCap, LineJoin, Paint, Path, Pixmap, Point, Shader, Stroke, Transform};

use super::Rgb;

/// The whole scene is this wide; scenes are drawn in these units whatever the picture's size.
pub(crate) const WIDE: f32 = 1600.0;
/// The whole scene is this high.
pub(crate) const HIGH: f32 = 1200.0;

/// Which part of a scene the camera sees. It never looks past the edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct View {
    /// Width by height of the upright picture.
    pub(crate) size: (u32, u32),
    /// 1 or more.
    pub(crate) zoom: f32,
    /// −1 (left) to 1 (right).
    pub(crate) pan: f32,
    /// −1 (up) to 1 (down).
    pub(crate) tilt: f32,
}

impl View {
    /// Pixels for one unit of the scene.
    pub(crate) fn scale(&self) -> f32 {
        let (w, h) = (self.size.0 as f32, self.size.1 as f32);
        (w / WIDE).max(h / HIGH) * self.zoom.max(1.0)
    }

    /// The upper left corner of what is seen, in the scene's units.
    pub(crate) fn corner(&self) -> (f32, f32) {
        let scale = self.scale();
        let spare = |seen: f32, whole: f32, lean: f32| (whole - seen).max(0.0) * (0.5 + 0.5 * lean.clamp(-1.0, 1.0));
        let (w, h) = (self.size.0 as f32 / scale, self.size.1 as f32 / scale);
        (spare(w, WIDE, self.pan), spare(h, HIGH, self.tilt))
    }

    /// Where a point of the scene lies in the picture, each 0 to 1 if inside.
    pub(crate) fn place(&self, x: f32, y: f32) -> (f32, f32) {
        let (scale, (left, top)) = (self.scale(), self.corner());
        ((x - left) * scale / self.size.0 as f32, (y - top) * scale / self.size.1 as f32)
    }
}

/// A sheet being drawn on, in the scene's units.
pub(crate) struct Canvas {
    pub(super) sheet: Pixmap,
    pub(super) view: View,
    to_pixels: Transform,
}

impl Canvas {
    /// An empty sheet. A size that cannot be drawn becomes a single pixel.
    pub(crate) fn new(view: View) -> Option<Self> {
        let sheet = Pixmap::new(view.size.0, view.size.1)?;
        let (scale, (left, top)) = (view.scale(), view.corner());
        let to_pixels = Transform::from_row(scale, 0.0, 0.0, scale, -left * scale, -top * scale);
        Some(Self { sheet, view, to_pixels })
    }

    /// Fills everything with colours that change from top to bottom: `(height in the scene, colour)`, downwards.
    pub(crate) fn wash(&mut self, stops: &[(f32, Rgb)]) {
        self.wash_between(-1.0, HIGH + 1.0, stops);
    }

    /// The same for a level band of the scene.
    pub(crate) fn wash_between(&mut self, from: f32, to: f32, stops: &[(f32, Rgb)]) {
        let (scale, top) = (self.view.scale(), self.view.corner().1);
        let width = self.view.size.0 as usize;
        let row_of = |y: f32| ((y - top) * scale).round().clamp(0.0, self.view.size.1 as f32) as usize;
        let (first, last) = (row_of(from), row_of(to));
        let rows = self.sheet.data_mut()[first * width * 4..last * width * 4].chunks_exact_mut(width * 4);
        for (row, pixels) in rows.enumerate() {
            let y = (first + row) as f32 / scale + top;
            // Neighbouring pixels round up or down in turn, so that a slow change of colour shows no bands.
            let colour = between(stops, y);
            let bytes: [[u8; 4]; 8] = std::array::from_fn(|i| dithered(colour, DITHER[(row & 1) * 8 + i]));
            for (i, pixel) in pixels.chunks_exact_mut(4).enumerate() {
                pixel.copy_from_slice(&bytes[i & 7]);
            }
        }
    }

    /// Fills everything below a line that has one height at every place, from `above` at its crest to `below` deeper down.
    pub(crate) fn ground(&mut self, crest: impl Fn(f32) -> f32, bottom: f32, above: Rgb, below: Rgb) {
        let (scale, (left, top)) = (self.view.scale(), self.view.corner());
        let width = self.view.size.0 as usize;
        let line: Vec<f32> = (0..width).map(|x| (crest((x as f32 + 0.5) / scale + left) - top) * scale).collect();
        let highest = line.iter().copied().fold(f32::MAX, f32::min);
        let lowest = line.iter().copied().fold(f32::MIN, f32::max);
        let last = ((bottom - top) * scale).clamp(0.0, self.view.size.1 as f32) as usize;
        let first = (highest.max(0.0) as usize).min(last);
        let deep = ((bottom - top) * scale - highest).clamp(60.0 * scale, 380.0 * scale);
        let rows = self.sheet.data_mut()[first * width * 4..last * width * 4].chunks_exact_mut(width * 4);
        for (row, pixels) in (first..).zip(rows) {
            let y = row as f32 + 1.0;
            let colour = above.mix(below, ((y - highest) / deep).clamp(0.0, 1.0));
            let bytes: [[u8; 4]; 8] = std::array::from_fn(|i| dithered(colour, DITHER[(row & 1) * 8 + i]));
            let whole = y >= lowest + 1.0;
            for (i, (pixel, crest)) in pixels.chunks_exact_mut(4).zip(&line).enumerate() {
                let cover = y - crest;
                if whole || cover >= 1.0 {
                    pixel.copy_from_slice(&bytes[i & 7]);
                } else if cover > 0.0 {
                    let one = |old: u8, new: f32| (f32::from(old) + (new - f32::from(old)) * cover + 0.5) as u8;
                    pixel.copy_from_slice(&[
                        one(pixel[0], colour.0),
                        one(pixel[1], colour.1),
                        one(pixel[2], colour.2),
                        255,
                    ]);
                }
            }
        }
    }

    /// Fills a shape.
    pub(crate) fn fill(&mut self, path: Option<Path>, colour: Rgb, opacity: f32) {
        self.fill_with(path, Shader::SolidColor(colour.at(opacity)));
    }

    /// Fills a shape with colours that change from one point to another.
    pub(crate) fn fill_fading(&mut self, path: Option<Path>, from: (f32, f32, Color), to: (f32, f32, Color)) {
        let stops = vec![tiny_skia::GradientStop::new(0.0, from.2), tiny_skia::GradientStop::new(1.0, to.2)];
        let (a, b) = (Point::from_xy(from.0, from.1), Point::from_xy(to.0, to.1));
        let fade = tiny_skia::LinearGradient::new(a, b, stops, tiny_skia::SpreadMode::Pad, Transform::identity());
        self.fill_with(path, fade.unwrap_or(Shader::SolidColor(from.2)));
    }

    fn fill_with(&mut self, path: Option<Path>, shader: Shader<'_>) {
        let Some(path) = path else { return };
        let paint = Paint { shader, anti_alias: true, ..Paint::default() };
        self.sheet.fill_path(&path, &paint, FillRule::Winding, self.to_pixels, None);
    }

    /// Draws along a line with round ends.
    pub(crate) fn stroke(&mut self, path: Option<Path>, width: f32, colour: Rgb, opacity: f32) {
        let Some(path) = path else { return };
        let paint = Paint { shader: Shader::SolidColor(colour.at(opacity)), anti_alias: true, ..Paint::default() };
        let stroke = Stroke { width, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
        self.sheet.stroke_path(&path, &paint, &stroke, self.to_pixels, None);
    }

    /// Light that spreads softly from a point; with a dark colour, a soft shadow. Wider than high by `flat`.
    pub(crate) fn glow_wide(&mut self, x: f32, y: f32, radius: f32, flat: f32, colour: Rgb, strength: f32) {
        let (scale, (left, top)) = (self.view.scale(), self.view.corner());
        let (cx, cy, ry) = ((x - left) * scale, (y - top) * scale, radius * scale);
        let rx = ry * flat;
        let (w, h) = (self.view.size.0 as f32, self.view.size.1 as f32);
        let (y0, y1) = ((cy - ry).clamp(0.0, h) as usize, (cy + ry).clamp(0.0, h) as usize);
        let stride = self.view.size.0 as usize * 4;
        let (fx, fy) = (1.0 / (rx * rx).max(1e-6), 1.0 / (ry * ry).max(1e-6));
        let (left, right) = ((cx - rx).clamp(0.0, w) as usize, (cx + rx).clamp(0.0, w) as usize);
        let colour = [colour.0 as u16, colour.1 as u16, colour.2 as u16, 255];
        let colours: Vec<u16> = (left * 4..right * 4).map(|i| colour[i & 3]).collect();
        let dither =
            |row: usize| (left * 4..right * 4).map(|i| DITHER_256[row * 8 + ((i / 4) & 7)]).collect::<Vec<u16>>();
        let dithers = [dither(0), dither(1)];
        let mut parts = vec![0u16; colours.len()];
        let mut single = vec![0u16; right - left];
        let data = self.sheet.data_mut();
        for row in y0..y1 {
            let dy = row as f32 - cy;
            let rest = (1.0 - dy * dy * fy).max(0.0);
            let reach = rx * rest.sqrt();
            let (x0, x1) = ((cx - reach).clamp(0.0, w) as usize, (cx + reach).clamp(0.0, w) as usize);
            let inside = (x0 - left) * 4..(x1 - left) * 4;
            for (i, part) in single[x0 - left..x1 - left].iter_mut().enumerate() {
                let dx = (x0 + i) as f32 - cx;
                let near = (rest - dx * dx * fx).max(0.0);
                // Added to 2²³, a small number's whole part is the last bits: a conversion that many lanes do at once.
                *part = (near * near * strength * 256.0 + 8_388_608.0).to_bits() as u16;
            }
            for (four, part) in parts[inside.clone()].chunks_exact_mut(4).zip(&single[x0 - left..]) {
                four.fill(*part);
            }
            let line = &mut data[row * stride + x0 * 4..row * stride + x1 * 4];
            mix(line, &parts[inside.clone()], &colours[inside.clone()], &dithers[row & 1][inside]);
        }
    }

    /// Light that spreads softly from a point.
    pub(crate) fn glow(&mut self, x: f32, y: f32, radius: f32, colour: Rgb, strength: f32) {
        self.glow_wide(x, y, radius, 1.0, colour, strength);
    }
}

/// Small offsets, even on average, added before rounding.
const DITHER: [f32; 16] =
    [0.06, 0.56, 0.31, 0.81, 0.19, 0.69, 0.44, 0.94, 0.75, 0.25, 0.99, 0.5, 0.88, 0.38, 0.63, 0.13];

/// The same in 256ths.
const DITHER_256: [u16; 16] = [15, 143, 79, 207, 49, 177, 113, 241, 192, 64, 253, 128, 225, 97, 161, 33];

fn dithered(colour: Rgb, offset: f32) -> [u8; 4] {
    [(colour.0 + offset) as u8, (colour.1 + offset) as u8, (colour.2 + offset) as u8, 255]
}

/// Mixes colours into a line of pixels. Sixteen bits are enough with the dither, and a machine does many of them at once.
fn mix(line: &mut [u8], parts: &[u16], colours: &[u16], dither: &[u16]) {
    for (((value, part), to), dither) in line.iter_mut().zip(parts).zip(colours).zip(dither) {
        let part = (*part).min(256);
        *value = ((u16::from(*value) * (256 - part) + to * part + dither) >> 8) as u8;
    }
}

fn between(stops: &[(f32, Rgb)], y: f32) -> Rgb {
    let after = stops.iter().position(|(at, _)| *at > y);
    match after {
        Some(0) => stops[0].1,
        Some(next) => {
            let ((y0, a), (y1, b)) = (stops[next - 1], stops[next]);
            let t = (y - y0) / (y1 - y0).max(1e-3);
            a.mix(b, t * t * (3.0 - 2.0 * t))
        }
        None => stops.last().map_or(Rgb(0.0, 0.0, 0.0), |stop| stop.1),
    }
}
